"""Questions about exchanges (换房): what may be had instead, what it costs, what became of a deal."""

from collections.abc import Collection

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.keys import UnitId
from salesdesk.office.customers.queries import same_customer
from salesdesk.office.inventory.claims import live
from salesdesk.office.inventory.lot_rules import LOTS, kind_of
from salesdesk.office.inventory.lot_sheets import LotLine
from salesdesk.office.inventory.lot_tables import Binding
from salesdesk.office.inventory.lots import lot_line
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.tables import Claim, ReleaseLine, Unit
from salesdesk.office.ledger.rules import deposit_cap_fen
from salesdesk.office.ledger.tallies import deposit_fen, held_fen, paid_fen
from salesdesk.office.sales.deals import approval_of
from salesdesk.office.sales.exchange_sheets import ExchangeChoice, ExchangeOffer, ExchangeRef
from salesdesk.office.sales.exchange_tables import UnitExchange
from salesdesk.office.sales.lot_deals import lots_fen, lots_of
from salesdesk.office.sales.price_check import check_source, reckoned_for, running_offers
from salesdesk.office.sales.tables import Agreement, Deal
from salesdesk.store.work import Reading


def exchange_choices(reading: Reading, deal: int) -> tuple[ExchangeChoice, ...]:
    """List the units that *deal* may be exchanged for now, in the order of their codes.

    Of its project and kind, on offer or reserved for its customer, and bound to nothing else's home.
    """
    row = _deal(reading, deal)
    session = reading.session
    own = session.get_one(Unit, row.unit_id)
    known = same_customer(session, row.customer_id)
    bound = select(Binding.id).where(Binding.lot_id == Unit.id, Binding.ended_at.is_(None))
    found = session.execute(
        select(Unit, Claim.id.label("claim"))
        .outerjoin(Claim, and_(Claim.unit_id == Unit.id, live(reading.now)))
        .outerjoin(
            ReleaseLine, and_(ReleaseLine.unit_id == Unit.id, ReleaseLine.ended_at.is_(None))
        )
        .where(
            Unit.project_id == row.project_id,
            Unit.id != own.id,
            Unit.total_fen.is_not(None),
            ~bound.exists(),
            or_(
                and_(Claim.id.is_(None), ReleaseLine.id.is_not(None)),
                and_(
                    Claim.stage == UnitState.RESERVED.value,
                    Claim.until > reading.now,
                    Claim.customer_id.in_(known),
                ),
            ),
        )
        .order_by(Unit.code)
    )
    a_lot = kind_of(own.use) in LOTS
    return tuple(
        ExchangeChoice(
            unit=unit.id,
            code=unit.code,
            layout=unit.layout,
            gross_area=unit.gross_area,
            total_fen=unit.total_fen or 0,
            reserved=claim is not None,
        )
        for unit, claim in found
        if (kind_of(unit.use) in LOTS) == a_lot
    )


def exchange_offer(
    reading: Reading,
    deal: int,
    to: UnitId,
    discounts: tuple[str, ...] = (),
    take: tuple[UnitId, ...] = (),
) -> ExchangeOffer:
    """Reckon what *deal* would cost on the unit *to* today, with *discounts* and lots taken along.

    Raises `NotFound` and what `discounted` and `check_source` raise; says nothing of who has *to*.
    """
    row, session = _deal(reading, deal), reading.session
    unit = session.get(Unit, to)
    if unit is None or unit.total_fen is None:
        raise NotFound(what="unit", key=to)
    offers = running_offers(reading, row.project_id, discounts)
    check_source(session, offers, row.customer_id)
    price = reckoned_for(session, unit, unit.total_fen, offers) if offers else None
    home = price.total_fen if price else unit.total_fen
    own = lots_of(session, (deal,)).get(deal, ())
    approved = approval_of(session, deal)
    now = (approved.total_fen if approved else row.list_total_fen) + lots_fen(own)
    lots = (*_bound(session, to), *(lot for lot in own if lot.unit in take))
    whole, carried = home + lots_fen(lots), held_fen(session, deal)
    return ExchangeOffer(
        code=unit.code,
        list_fen=unit.total_fen,
        price_fen=home,
        steps=price.steps if price else (),
        lots=lots,
        whole_fen=whole,
        difference_fen=whole - now,
        carried_fen=carried,
        deposit_fen=min(deposit_fen(session, deal), deposit_cap_fen(whole)),
        ahead_fen=carried - min(paid_fen(session, deal), whole),
    )


def exchanged_for(session: Session, deals: Collection[int]) -> dict[int, ExchangeRef]:
    """Give what those of *deals* became that were exchanged, by the old deal."""
    return _other(session, deals, UnitExchange.deal_id, UnitExchange.new_deal_id)


def exchanged_from(session: Session, deals: Collection[int]) -> dict[int, ExchangeRef]:
    """Give what those of *deals* were before that came by an exchange, by the new deal."""
    return _other(session, deals, UnitExchange.new_deal_id, UnitExchange.deal_id)


def _other(
    session: Session,
    deals: Collection[int],
    own: InstrumentedAttribute[int],
    there: InstrumentedAttribute[int],
) -> dict[int, ExchangeRef]:
    rows = session.execute(
        select(own, there, Unit.code, Agreement.number)
        .join(Deal, Deal.id == there)
        .join(Unit, Unit.id == Deal.unit_id)
        .join(Agreement, Agreement.deal_id == there)
        .where(own.in_(deals))
    )
    return {
        key: ExchangeRef(deal=other, unit=code, agreement=number)
        for key, other, code, number in rows
    }


def _bound(session: Session, home: int) -> tuple[LotLine, ...]:
    rows = session.scalars(
        select(Unit)
        .join(Binding, Binding.lot_id == Unit.id)
        .where(Binding.home_id == home, Binding.ended_at.is_(None))
        .order_by(Unit.code)
    )
    return tuple(lot_line(row) for row in rows)


def _deal(reading: Reading, deal: int) -> Deal:
    row = reading.session.get(Deal, deal)
    if row is None:
        raise NotFound(what="deal", key=deal)
    return row
