"""Rows about what a permit said before it was corrected or withdrawn, and what the database asks of it.

A permit's own row and its buildings say what stands now; a withdrawn one covers nothing.
"""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.law_tables import level_sql
from salesdesk.office.inventory.permit_rules import number_sql
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.tables import Permit, PermitBuilding
from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, day_number, refuse_all, refuse_when, stamped

_MICROSECONDS_A_DAY = 86_400_000_000


class PermitChange(Record):
    """What a permit said until *at*, by whom it was corrected or withdrawn, and why.

    ``buildings``: the numbers of those it covered, divided by commas. Of a permit's rows the newest
    says whether it is ``withdrawn``.
    """

    __tablename__ = "permit_change"
    id: Mapped[Key]
    permit_id: Mapped[int] = mapped_column(ForeignKey("permit.id"), index=True)
    number: Mapped[str]
    authority: Mapped[str]
    issued_on: Mapped[date | None]
    account: Mapped[str]
    buildings: Mapped[str]
    withdrawn: Mapped[bool]
    reason: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


stamped(PermitChange, "actor_id", "at")
append_only(PermitChange)

_TAKEN = (
    "EXISTS (SELECT 1 FROM permit p WHERE p.id <> {id} AND"
    f" {number_sql('p.number')} = {number_sql('NEW.number')}"
    " AND NOT EXISTS (SELECT 1 FROM permit_change c WHERE c.permit_id = p.id AND c.withdrawn = 1"
    " AND c.id = (SELECT max(x.id) FROM permit_change x WHERE x.permit_id = p.id)))"
)
_INCOMPLETE = (
    "trim(NEW.number) = '' OR trim(NEW.authority) = '' OR NEW.issued_on IS NULL"
    f" OR {day_number('NEW.issued_on')} > NEW.recorded_at / {_MICROSECONDS_A_DAY} + 1"
)
refuse_all(
    Permit,
    "INSERT",
    (
        ("complete", _INCOMPLETE, "a permit has its number, its authority and its day"),
        ("number", _TAKEN.format(id="coalesce(NEW.id, 0)"), "a permit is recorded once"),
    ),
)
_NEWEST = "(SELECT max(c.id) FROM permit_change c WHERE c.permit_id = {})"
refuse_all(
    Permit,
    "UPDATE",
    (
        (
            "kept",
            (
                "NEW.id <> OLD.id OR NEW.project_id <> OLD.project_id"
                " OR NEW.recorded_at <> OLD.recorded_at OR NOT EXISTS (SELECT 1"
                f" FROM permit_change k WHERE k.id = {_NEWEST.format('OLD.id')}"
                " AND k.number = OLD.number AND k.authority = OLD.authority"
                " AND k.account = OLD.account AND k.issued_on IS NOT DISTINCT FROM OLD.issued_on)"
            ),
            "a permit is corrected with its old value kept",
        ),
        (
            "corrected",
            (
                "trim(NEW.number) = '' OR trim(NEW.authority) = '' OR NEW.issued_on IS NULL"
                f" OR EXISTS (SELECT 1 FROM permit_change k WHERE k.id = {_NEWEST.format('OLD.id')}"
                f" AND {day_number('NEW.issued_on')} > k.at / {_MICROSECONDS_A_DAY} + 1)"
            ),
            "a permit has its number, its authority and its day",
        ),
        ("renumbered", _TAKEN.format(id="OLD.id"), "a permit is recorded once"),
    ),
)
refuse_when(Permit, "deleted", "DELETE", "OLD.id > 0", "a permit is withdrawn, not deleted")
_RESTING = ", ".join(
    f"'{state.value}'"
    for state in (
        UnitState.RESERVED,
        UnitState.ON_HOLD,
        UnitState.SELECTED,
        UnitState.SUBSCRIBED,
        UnitState.SIGNED,
        UnitState.FILED,
    )
)
refuse_when(
    PermitBuilding,
    "kept",
    "DELETE",
    (
        f"NOT EXISTS (SELECT 1 FROM permit_change k WHERE k.id = {_NEWEST.format('OLD.permit_id')}"
        " AND replace(',' || k.buildings || ',', ',' || OLD.building_id || ',', '')"
        " <> ',' || k.buildings || ',')"
    ),
    "a permit is corrected with its old value kept",
)
refuse_when(
    PermitBuilding,
    "rests",
    "DELETE",
    (
        "NOT EXISTS (SELECT 1 FROM permit_building o WHERE o.building_id = OLD.building_id"
        " AND o.permit_id <> OLD.permit_id)"
        " AND EXISTS (SELECT 1 FROM building b JOIN project j ON j.id = b.project_id"
        f" WHERE b.id = OLD.building_id AND {level_sql(Law.PERMIT, 'j')} = 'block')"
        " AND EXISTS (SELECT 1 FROM unit u WHERE u.building_id = OLD.building_id AND (EXISTS"
        " (SELECT 1 FROM release_line r WHERE r.unit_id = u.id AND r.ended_at IS NULL)"
        " OR EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = u.id AND c.ended_at IS NULL"
        f" AND c.stage IN ({_RESTING}))))"
    ),
    "what is on sale rests on its permit",
)
refuse_when(
    PermitBuilding,
    "moved",
    "UPDATE",
    "NEW.permit_id <> OLD.permit_id OR NEW.building_id <> OLD.building_id",
    "a permit covers a building, or it does not",
)
refuse_when(
    PermitBuilding,
    "own",
    "INSERT",
    (
        "NOT EXISTS (SELECT 1 FROM permit p JOIN building b ON b.project_id = p.project_id"
        " WHERE p.id = NEW.permit_id AND b.id = NEW.building_id)"
    ),
    "a permit covers buildings of its project",
)
