"""Rows of laws that are asked to stand softer, and what the database asks before one does.

Apart from the laws' own rows: nobody relaxes a law alone, whatever program he uses.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.approvals.tables import OPEN_STEP, STOPPED
from salesdesk.office.inventory.law_rules import FOLLOWS_PERMIT, HARDNESS, NATIONAL, Law
from salesdesk.office.inventory.law_tables import LawLine
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.inventory.tables import Project
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped

_LEVELS = ", ".join(f"'{level.value}'" for level in LawLevel)


class LawRequest(Record):
    """One law of a request: how hard it is to stand, by which pack's level, and the text it cites."""

    __tablename__ = "law_request"
    __table_args__ = (
        CheckConstraint(f"level IN ({_LEVELS}) AND ships IN ({_LEVELS})", name="level"),
    )
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), primary_key=True)
    law: Mapped[str] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    level: Mapped[str]
    ships: Mapped[str]
    cites: Mapped[str]
    asker_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    filed_at: Mapped[datetime]


stamped(LawRequest, "asker_id", "filed_at")
append_only(LawRequest)
refuse_when(
    LawRequest,
    "request",
    "INSERT",
    (
        "NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'law'"
        " AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at)"
    ),
    "what is asked of laws is its request''s",
)


def _rank(level: str) -> str:
    """Give, as SQL, how hard *level* is."""
    cases = " ".join(f"WHEN '{at.value}' THEN {rank}" for at, rank in HARDNESS.items())
    return f"(CASE {level} {cases} END)"


def _newest(column: str) -> str:
    return (
        f"(SELECT w.{column} FROM law_line w WHERE w.project_id = NEW.project_id"
        " AND w.law = NEW.law ORDER BY w.id DESC LIMIT 1)"
    )


_SHIPPED = "(CASE NEW.law {} END)".format(
    " ".join(f"WHEN '{law.value}' THEN '{at.level.value}'" for law, at in NATIONAL.items())
)
_PERMITS = "(SELECT j.law_level FROM project j WHERE j.id = NEW.project_id)"
_FOLLOWING = ", ".join(f"'{law.value}'" for law in sorted(FOLLOWS_PERMIT))
_BEFORE = (
    f"(CASE WHEN NEW.law = '{Law.PERMIT.value}' THEN {_PERMITS}"
    f" WHEN NEW.law IN ({_FOLLOWING}) THEN coalesce({_newest('level')}, {_PERMITS})"
    f" ELSE coalesce({_newest('level')}, {_SHIPPED}) END)"
)
_SHIPPED_BEFORE = f"coalesce({_newest('ships')}, {_SHIPPED})"
_SOFTER = (
    f"({_rank('NEW.level')} < {_rank(_BEFORE)} OR {_rank('NEW.ships')} < {_rank(_SHIPPED_BEFORE)})"
)
_BEGINNING = (
    "(NEW.project_id = (SELECT min(j.id) FROM project j)"
    " AND NOT EXISTS (SELECT 1 FROM law_line w WHERE w.project_id = NEW.project_id"
    " AND (w.at <> NEW.at OR w.actor_id <> NEW.actor_id))"
    " AND NOT EXISTS (SELECT 1 FROM release_batch r WHERE r.project_id = NEW.project_id)"
    " AND NOT EXISTS (SELECT 1 FROM claim c JOIN unit u ON u.id = c.unit_id"
    " WHERE u.project_id = NEW.project_id))"
)
refuse_all(
    LawLine,
    "INSERT",
    (
        (
            "right",
            (
                "NEW.request_id IS NULL AND NOT EXISTS (SELECT 1 FROM person p JOIN role_right r"
                " ON r.role = p.role WHERE p.id = NEW.actor_id AND p.left_at IS NULL"
                " AND r.name IN ('SetLaw', 'AdoptLawPack'))"
            ),
            "nobody sets a law without the right, or the signatures",
        ),
        (
            "softer",
            f"NEW.request_id IS NULL AND NOT {_BEGINNING} AND {_SOFTER}",
            "nobody relaxes a law alone",
        ),
        (
            "signed",
            (
                "NEW.request_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM law_request w"
                " JOIN request q ON q.id = w.request_id JOIN signature s ON s.request_id = q.id"
                " WHERE q.id = NEW.request_id AND w.project_id = NEW.project_id"
                " AND w.law = NEW.law AND w.level = NEW.level AND w.ships = NEW.ships"
                f" AND w.cites = NEW.cites AND NOT {STOPPED.format('q')}"
                f" AND {OPEN_STEP.format('q')} IS NULL AND s.at = NEW.at"
                " AND s.person_id = NEW.actor_id)"
            ),
            "a law stands softer as it was signed",
        ),
    ),
)
refuse_when(
    Project,
    "softer",
    "INSERT",
    f"NEW.law_level <> '{LawLevel.BLOCK.value}'",
    "a project begins under the law",
)
