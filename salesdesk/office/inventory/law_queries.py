"""What a project's pack says, and what it would stop at this moment."""

from collections.abc import Mapping

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from salesdesk.office.approvals.tables import Request, Signature
from salesdesk.office.inventory.claims import live, state_term
from salesdesk.office.inventory.law import newest_line, unpublished
from salesdesk.office.inventory.law_rules import FOLLOWS_PERMIT, Law
from salesdesk.office.inventory.law_setting import stand
from salesdesk.office.inventory.law_tables import LawLine
from salesdesk.office.inventory.price_filed import filed_totals
from salesdesk.office.inventory.queries import find_project, first_project
from salesdesk.office.inventory.remaking_tables import present
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.sheets import LawCard
from salesdesk.office.inventory.tables import (
    Building,
    Claim,
    PermitBuilding,
    ReleaseLine,
    Unit,
)
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading, Work

_MOST_NAMED = 200
_S = UnitState
_IN_DEALS = (_S.ON_HOLD, _S.SELECTED, _S.SUBSCRIBED, _S.SIGNED, _S.FILED)
_STOPPED: dict[Law, tuple[UnitState, ...]] = {
    Law.PERMIT: (_S.AVAILABLE, *_IN_DEALS),
    Law.MONEY: _IN_DEALS,
    Law.CONTRACT: (_S.SUBSCRIBED,),
}
"""In a building without a permit, units in these states stand against the law."""


def law_pack(reading: Reading, project: int | None = None) -> tuple[LawCard, ...]:
    """Give each law of a project (default the first): its level, text, and what stands against it.

    Raises `NotFound` for a project that is not there.
    """
    session = reading.session
    row = find_project(session, first_project(session) if project is None else project)
    names = names_of(session)
    cards = []
    for law in Law:
        line, at = newest_line(session, row.id, law), stand(session, row, law)
        stands = at.footing
        if line is None and law in FOLLOWS_PERMIT:  # it was set with the permit's
            line = newest_line(session, row.id, Law.PERMIT)
        found = against(reading, row.id, law)
        cards.append(
            LawCard(
                law=law.value,
                level=stands.level.value,
                ships=at.ships.value,
                below=at.below,
                signed_by=_signers(session, line, names),
                cites=stands.cites,
                reason=line.reason if line else "",
                since=line.at if line else None,
                by=names.get(_who(session, line), "") if line else "",
                count=len(found),
                against=tuple(found[:_MOST_NAMED]),
            )
        )
    return tuple(cards)


def _who(session: Session, line: LawLine) -> int:
    """Give who set a law, or asked for it: not the last of those who signed."""
    if line.request_id is None:
        return line.actor_id
    return session.get_one(Request, line.request_id).asker_id


def _signers(session: Session, line: LawLine | None, names: Mapping[int, str]) -> tuple[str, ...]:
    """Name who signed the request by which a law stands, in order; empty where nobody was asked."""
    if line is None or line.request_id is None:
        return ()
    signed = session.scalars(
        select(Signature.person_id)
        .where(Signature.request_id == line.request_id)
        .order_by(Signature.id)
    )
    return tuple(names.get(person, "") for person in signed)


def against(reading: Reading | Work, project: int, law: Law) -> list[str]:
    """Name what the law would stop: units by their code, permits by their number."""
    if law is Law.PUBLISH_ALL:
        return [permit.number for permit, _count in unpublished(reading, project)]
    wanted = _units(reading, project)
    state = state_term(reading.now)
    if law in _STOPPED:
        covered = select(PermitBuilding.permit_id).where(
            PermitBuilding.building_id == Unit.building_id
        )
        states = [one.value for one in _STOPPED[law]]
        wanted = wanted.where(~covered.exists(), state.in_(states))
    elif law is Law.RESERVATION:
        wanted = wanted.where(state == UnitState.RESERVED.value)
    elif law is Law.FILED_PRICE:
        filed = filed_totals(session := reading.session, project)
        asked = session.execute(wanted.add_columns(Unit.id, Unit.total_fen))
        return [code for code, key, total in asked if (total or 0) > filed.get(key, total or 0)]
    else:
        return []
    return list(reading.session.scalars(wanted))


def _units(reading: Reading | Work, project: int) -> Select[str]:
    return (
        select(Unit.code)
        .join(Building, Building.id == Unit.building_id)
        .outerjoin(Claim, (Claim.unit_id == Unit.id) & live(reading.now))
        .outerjoin(ReleaseLine, (ReleaseLine.unit_id == Unit.id) & ReleaseLine.ended_at.is_(None))
        .where(Unit.project_id == project, present())
        .order_by(Building.position, Building.id, Unit.floor, Unit.place, Unit.id)
    )
