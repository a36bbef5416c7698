"""Rows of bindings: which lot belongs to which home. One home a lot; a home may have several."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.inventory.exchange_guards import LOOSENED_BY_EXCHANGE
from salesdesk.office.inventory.rules import FREEZING, UnitState
from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import refuse_when, stamped


class Binding(Record):
    """A parking or storage lot bound to a home (房车捆绑) until it is unbound."""

    __tablename__ = "binding"
    __table_args__ = (
        UniqueConstraint("home_id", "lot_id", "at"),
        CheckConstraint("lot_id <> home_id", name="two"),
        CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="end"),
        Index(
            "one_live_binding", "lot_id", unique=True,
            sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL"),
        ),
    )  # fmt: skip
    id: Mapped[Key]
    lot_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    home_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    at: Mapped[datetime]
    actor_id: Mapped[int]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None]
    end_reason: Mapped[str] = mapped_column(default="")


stamped(Binding, "actor_id", "at")
stamped(Binding, "ended_by", "ended_at", verb="UPDATE")

_SOMEBODYS = (
    "EXISTS (SELECT 1 FROM claim c WHERE c.ended_at IS NULL AND c.unit_id IN ({0}.lot_id, {0}.home_id)"
    " AND c.stage IN ({1}) AND (c.stage <> 'on hold' OR c.until IS NULL OR c.until > {2}))"
)
_STAGES = ", ".join(f"'{stage.value}'" for stage in sorted(FREEZING | {UnitState.REVIEW}))
for _rule, _verb, _condition, _words in (
    ("begun", "INSERT", "NEW.ended_at IS NOT NULL", "a binding is made first"),
    (
        "project",
        "INSERT",
        (
            "NOT EXISTS (SELECT 1 FROM unit l JOIN unit h ON h.project_id = l.project_id"
            " WHERE l.id = NEW.lot_id AND h.id = NEW.home_id)"
        ),
        "a lot is bound to a home of its project",
    ),
    (
        "chain",
        "INSERT",
        (
            "EXISTS (SELECT 1 FROM binding b WHERE b.ended_at IS NULL"
            " AND (b.lot_id IN (NEW.lot_id, NEW.home_id) OR b.home_id = NEW.lot_id))"
        ),
        "a lot is bound to one home, and nothing to a lot",
    ),
    (
        "free",
        "INSERT",
        _SOMEBODYS.format("NEW", _STAGES, "NEW.at"),
        "what is somebody''s is not bound",
    ),
    (
        "kept",
        "UPDATE",
        f"{_SOMEBODYS.format('OLD', _STAGES, 'NEW.ended_at')} AND NOT {LOOSENED_BY_EXCHANGE}",
        "what is somebody''s is not unbound",
    ),
    (
        "history",
        "UPDATE",
        (
            "OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.id <> OLD.id"
            " OR NEW.lot_id <> OLD.lot_id OR NEW.home_id <> OLD.home_id OR NEW.at <> OLD.at"
            " OR NEW.actor_id <> OLD.actor_id"
        ),
        "a binding can only end",
    ),
    ("delete", "DELETE", "OLD.id IS NOT NULL", "bindings are never deleted"),
    (
        "replace",
        "INSERT",
        "EXISTS (SELECT 1 FROM binding b WHERE b.id = NEW.id)",
        "bindings are never replaced",
    ),
):
    refuse_when(Binding, _rule, _verb, _condition, _words)
