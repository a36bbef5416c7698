"""Rows about how hard the law stands in a project: never changed, the newest of a law counts.

What the database asks before a law stands softer: `law_request_tables`.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.inventory.tables import Project
from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_when, stamped


class LawLine(Record):
    """Since *at* a law stands at *level* in a project: by whom, why, and the text it cites.

    ``ships``: the level of the pack under which the project stands; below it the law was relaxed.
    ``request_id``: the request by whose signatures it stands softer than before. The permit's law
    (R-01) stands in ``project.law_level``, which its guards read.
    """

    __tablename__ = "law_line"
    __table_args__ = (
        Index("ix_law_line_newest", "project_id", "law", "id"),
        CheckConstraint(
            "law IN ({})".format(", ".join(f"'{law.value}'" for law in Law)), name="law"
        ),
        CheckConstraint(
            "level IN ({})".format(", ".join(f"'{level.value}'" for level in LawLevel)),
            name="level",
        ),
        CheckConstraint(
            "ships IN ({})".format(", ".join(f"'{level.value}'" for level in LawLevel)),
            name="ships",
        ),
        UniqueConstraint("request_id", "law"),
    )
    id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    law: Mapped[str]
    level: Mapped[str]
    ships: Mapped[str]
    cites: Mapped[str]
    reason: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int]
    request_id: Mapped[int | None] = mapped_column(ForeignKey("request.id"))


def level_sql(law: Law, project: str) -> str:
    """Give, as SQL, the level of *law* in the project whose alias is *project*; for guards."""
    newest = f"w.project_id = {project}.id AND w.law = '{law.value}' ORDER BY w.id DESC LIMIT 1"
    return f"coalesce((SELECT w.level FROM law_line w WHERE {newest}), {project}.law_level)"


stamped(LawLine, "actor_id", "at")
append_only(LawLine)
refuse_when(LawLine, "reason", "INSERT", "trim(NEW.reason) = ''", "a law is set with its reason")
refuse_when(
    Project,
    "law",
    "UPDATE OF law_level",
    (
        "NEW.law_level <> OLD.law_level AND NEW.law_level IS DISTINCT FROM (SELECT w.level FROM"
        f" law_line w WHERE w.project_id = NEW.id AND w.law = '{Law.PERMIT.value}'"
        " ORDER BY w.id DESC LIMIT 1)"
    ),
    "how hard a law stands is set with its reason",
)


def without_permit(law: Law, unit: str) -> str:
    """Give, as SQL, whether *law* blocks a step on *unit*, whose building has no permit; for guards."""
    return (
        "EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id"
        f" WHERE u.id = {unit} AND {level_sql(law, 'j')} = 'block' AND NOT EXISTS"
        " (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id))"
    )
