"""Lots in a deal: what goes with a home, what it costs, and who may take a lot alone."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.customers.queries import same_customer
from salesdesk.office.inventory.claims import Standing
from salesdesk.office.inventory.lot_rules import LOTS, kind_of
from salesdesk.office.inventory.lot_sheets import LotLine
from salesdesk.office.inventory.lot_tables import Binding
from salesdesk.office.inventory.lots import lot_line
from salesdesk.office.inventory.rules import SOLD, UnitState
from salesdesk.office.inventory.tables import Claim, Unit
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Work

_GOES_ALONG = (
    select(Claim.deal_id, Unit)
    .join(Unit, Unit.id == Claim.unit_id)
    .join(Binding, Binding.lot_id == Unit.id)
    .where(Claim.ended_at.is_(None), Binding.ended_at.is_(None))
)
_LOTS = _GOES_ALONG.where(Claim.deal_id.in_(bindparam("deals", expanding=True))).order_by(
    Unit.code
)
_OWNED = sorted(stage.value for stage in SOLD | {UnitState.SUBSCRIBED})


class LotIsBound(UserError):
    """A bound lot is sold with its home and to nobody else."""

    problem = QT_TRANSLATE_NOOP("errors", "Lot {lot} is bound to {home} and goes with it.")
    remedy = QT_TRANSLATE_NOOP("errors", "Act on {home} instead, or have the lot unbound first.")


class LotsForOwners(UserError):
    """The city, or the office, sells lots to those who bought a home there only."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Lot {lot} is for owners only: {customer} has not bought a home here."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Bind the lot to the home that is being bought, or subscribe the home first."
    )


def check_lot(work: Work, at: Standing, customer: int, name: str) -> None:
    """Refuse a lot alone where it is bound, or where lots are for owners and *customer* is none."""
    check_unbound(work.session, at.unit)
    if kind_of(at.unit.use) not in LOTS or not setting(work.session, "lots_for_owners"):
        return
    owned = work.session.scalars(
        select(Unit.use)
        .join(Claim, Claim.unit_id == Unit.id)
        .where(
            Unit.project_id == at.unit.project_id,
            Claim.customer_id.in_(same_customer(work.session, customer)),
            Claim.stage.in_(_OWNED),
            Claim.ended_at.is_(None),
        )
    )
    if all(kind_of(use) in LOTS for use in owned):
        raise LotsForOwners(lot=at.unit.code, customer=name)


def check_unbound(session: Session, unit: Unit) -> None:
    """Raise `LotIsBound` where *unit* goes with a home."""
    home = session.scalar(
        select(Unit.code)
        .join(Binding, Binding.home_id == Unit.id)
        .where(Binding.lot_id == unit.id, Binding.ended_at.is_(None))
    )
    if home is not None:
        raise LotIsBound(lot=unit.code, home=home)


def lots_of(session: Session, deals: Sequence[int]) -> dict[int, tuple[LotLine, ...]]:
    """Give the lots that live deals hold beside their homes, each at its list price, by deal.

    The price cannot change meanwhile: the claim on the lot freezes it.
    """
    found: dict[int, list[LotLine]] = {}
    for deal, row in session.execute(_LOTS, {"deals": deals}):
        found.setdefault(int(deal or 0), []).append(lot_line(row))
    return {deal: tuple(lines) for deal, lines in found.items()}


def lots_fen_of(deal: InstrumentedAttribute[int]) -> ColumnElement[int]:
    """Give `lots_fen` of the live *deal* (fen), as a term of a query."""
    costs = _GOES_ALONG.with_only_columns(func.sum(Unit.total_fen)).where(Claim.deal_id == deal)
    return func.coalesce(costs.scalar_subquery(), 0)


def lots_fen(lots: Sequence[LotLine]) -> int:
    """Give what *lots* cost together, fen."""
    return sum(lot.total_fen or 0 for lot in lots)
