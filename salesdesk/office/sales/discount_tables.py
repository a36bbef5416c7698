"""Rows of discounts: what is offered, and the steps of a price; a price keeps to its role's limit."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.customers.rules import Manner
from salesdesk.office.sales.discount_rules import DiscountKind
from salesdesk.office.sales.grant_tables import MEASURE, SIGNED_FOR
from salesdesk.office.sales.tables import PriceApproval
from salesdesk.office.staff.limit_tables import LIMIT
from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped

_MANNERS = ", ".join(f"'{manner.value}'" for manner in Manner)
_KINDS = ", ".join(f"'{kind.value}'" for kind in DiscountKind)


class DiscountOffer(Record):
    """A discount that a project offers (优惠), until its day or until it is ended.

    ``value`` counts as its kind says (`DiscountKind`). ``mode_id``: only with this payment mode.
    ``manner``: only for customers whom the register knows to have come that way; empty: for all.
    """

    __tablename__ = "discount_offer"
    __table_args__ = (
        CheckConstraint(f"kind IN ({_KINDS})", name="kind"),
        CheckConstraint("value > 0", name="value"),
        CheckConstraint("kind <> 'percentage' OR value < 10000", name="percentage"),
        CheckConstraint(f"manner IN ('', {_MANNERS})", name="manner"),
        CheckConstraint("ends_on IS NULL OR ends_on >= begins_on", name="days"),
        Index(
            "one_live_discount", "project_id", "name", unique=True,
            sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL"),
        ),
    )  # fmt: skip
    id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    name: Mapped[str]
    kind: Mapped[str]
    value: Mapped[int]
    exclusive: Mapped[bool]
    source: Mapped[str]
    manner: Mapped[str]
    mode_id: Mapped[int | None] = mapped_column(ForeignKey("payment_mode.id"))
    begins_on: Mapped[date]
    ends_on: Mapped[date | None]
    at: Mapped[datetime]
    actor_id: Mapped[int]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None]
    end_reason: Mapped[str] = mapped_column(default="")


class PriceStepRow(Record):
    """One step of an approved price, as it was reckoned (fen)."""

    __tablename__ = "price_step"
    __table_args__ = (
        UniqueConstraint("approval_id", "position"),
        CheckConstraint("after_fen > 0 AND after_fen <= before_fen", name="lower"),
    )
    id: Mapped[Key]
    approval_id: Mapped[int] = mapped_column(ForeignKey("price_approval.id"))
    position: Mapped[int]
    offer_id: Mapped[int] = mapped_column(ForeignKey("discount_offer.id"))
    before_fen: Mapped[int]
    after_fen: Mapped[int]


stamped(DiscountOffer, "actor_id", "at")
stamped(DiscountOffer, "ended_by", "ended_at", verb="UPDATE")
append_only(PriceStepRow)
_OFFERED = (
    "id", "project_id", "name", "kind", "value", "exclusive", "source", "manner", "mode_id", "begins_on",
    "ends_on", "at", "actor_id",
)  # fmt: skip
refuse_all(
    DiscountOffer,
    "UPDATE",
    (
        ("history", "OLD.ended_at IS NOT NULL", "an ended discount stays"),
        (
            "fixed",
            " OR ".join(f"OLD.{c} IS DISTINCT FROM NEW.{c}" for c in _OFFERED),
            "a discount can only end",
        ),
    ),
)
refuse_when(
    DiscountOffer,
    "delete",
    "DELETE",
    "OLD.id IS NOT NULL",
    "discounts are never deleted",
)
refuse_when(
    DiscountOffer,
    "replace",
    "INSERT",
    "EXISTS (SELECT 1 FROM discount_offer o WHERE o.id = NEW.id)",
    "discounts are never replaced",
)
_LISTED = (
    "(SELECT d.list_total_fen FROM price_approval a JOIN deal d ON d.id = a.deal_id"
    " WHERE a.id = NEW.approval_id)"
)
_STEP_BEFORE = (
    "(SELECT s.after_fen FROM price_step s"
    " WHERE s.approval_id = NEW.approval_id AND s.position = NEW.position - 1)"
)
refuse_all(
    PriceStepRow,
    "INSERT",
    (
        (
            "chain",
            f"NEW.before_fen <> coalesce({_STEP_BEFORE}, CASE NEW.position WHEN 1 THEN {_LISTED} END, -1)",
            "a price step begins where the one before ended",
        ),
        (
            "below",
            (
                "NEW.after_fen < (SELECT a.total_fen FROM price_approval a"
                " WHERE a.id = NEW.approval_id)"
            ),
            "the steps end at the approved price",
        ),
        (
            "offered",
            (
                "NOT EXISTS (SELECT 1 FROM discount_offer o JOIN price_approval a"
                " ON a.id = NEW.approval_id JOIN deal d ON d.id = a.deal_id"
                " WHERE o.id = NEW.offer_id AND o.project_id = d.project_id AND o.ended_at IS NULL)"
            ),
            "only a discount on offer is given",
        ),
    ),
)
refuse_when(
    PriceApproval,
    "limit",
    "INSERT",
    "EXISTS (SELECT 1 FROM deal d WHERE d.id = NEW.deal_id"
    " AND NEW.total_fen < d.list_total_fen)"
    f" AND ({MEASURE} - NEW.total_fen) * 10000 > {LIMIT.format('NEW.actor_id')} * {MEASURE}"
    f" AND NOT ({SIGNED_FOR})",
    "nobody gives more than his role may",
)
