"""A project's permits as they stand, with what they said before."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.kernel.errors import NotFound
from salesdesk.office.inventory.permit_tables import PermitChange
from salesdesk.office.inventory.sheets import PermitLine, PermitPast
from salesdesk.office.inventory.tables import Building, Permit, PermitBuilding
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading


def permits(reading: Reading, project: int) -> tuple[PermitLine, ...]:
    """List a project's pre-sale permits, the buildings they cover, and what they said before."""
    session = reading.session
    names: dict[int, str] = dict(
        session.execute(
            select(Building.id, Building.name)
            .where(Building.project_id == project)
            .order_by(Building.position)
        ).all()
    )
    covered: dict[int, list[str]] = defaultdict(list)
    for row in session.execute(
        select(PermitBuilding.permit_id, Building.name)
        .join(Building, Building.id == PermitBuilding.building_id)
        .order_by(Building.position)
    ):
        covered[row.permit_id].append(row.name)
    rows = session.scalars(
        select(Permit).where(Permit.project_id == project).order_by(Permit.id)
    ).all()
    people, past = names_of(session), defaultdict[int, list[PermitChange]](list)
    for change in session.scalars(
        select(PermitChange)
        .where(PermitChange.permit_id.in_([row.id for row in rows]))
        .order_by(PermitChange.id)
    ):
        past[change.permit_id].append(change)
    return tuple(
        PermitLine(
            id=row.id,
            number=row.number,
            authority=row.authority,
            issued_on=row.issued_on,
            buildings=tuple(covered[row.id]),
            account=row.account,
            withdrawn=bool(past[row.id]) and past[row.id][-1].withdrawn,
            past=tuple(
                PermitPast(
                    number=was.number,
                    authority=was.authority,
                    issued_on=was.issued_on,
                    account=was.account,
                    buildings=tuple(names.get(int(b), b) for b in was.buildings.split(",") if b),
                    withdrawn=was.withdrawn,
                    reason=was.reason,
                    until=was.at,
                    by=people.get(was.actor_id, ""),
                )
                for was in past[row.id]
            ),
        )
        for row in rows
    )


def find_permit(session: Session, permit: int) -> Permit:
    """Give a permit's row, or raise `NotFound`."""
    row = session.get(Permit, permit)
    if row is None:
        raise NotFound(what="permit", key=permit)
    return row


def is_withdrawn(session: Session, permit: int) -> bool:
    """Whether what was said last of a permit is that it is withdrawn."""
    newest = (
        select(PermitChange.withdrawn)
        .where(PermitChange.permit_id == permit)
        .order_by(PermitChange.id.desc())
        .limit(1)
    )
    return bool(session.scalar(newest))
