"""What a deal stands at: its row, its price, what was paid; the questions every step asks."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import Session

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.customers.queries import owner_of
from salesdesk.office.inventory.claims import Standing, standing
from salesdesk.office.inventory.lot_sheets import LotLine
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.rules import ReceiptKind, deposit_cap_fen
from salesdesk.office.ledger.tables import Receipt, ReceiptVoid
from salesdesk.office.ledger.tallies import paid_fen_of
from salesdesk.office.sales.exchange_tables import UnitExchange
from salesdesk.office.sales.lot_deals import check_unbound, lots_fen_of, lots_of
from salesdesk.office.sales.tables import Agreement, Deal, PriceApproval
from salesdesk.office.staff.rules import Role
from salesdesk.office.staff.tables import Person
from salesdesk.store.work import Work

_APPROVAL = (
    select(PriceApproval)
    .where(PriceApproval.deal_id == bindparam("deal"))
    .order_by(PriceApproval.id.desc())
    .limit(1)
)
_NEWEST_FEN = (
    select(PriceApproval.total_fen)
    .where(PriceApproval.deal_id == Deal.id)
    .order_by(PriceApproval.id.desc())
    .limit(1)
    .scalar_subquery()
)
_PRICE = select(func.coalesce(_NEWEST_FEN, Deal.list_total_fen) + lots_fen_of(Deal.id)).where(
    Deal.id == bindparam("deal")
)
_PRICE_AND_PAID = _PRICE.add_columns(paid_fen_of(Deal.id))
_AGREEMENT = select(Agreement).where(Agreement.deal_id == bindparam("deal"))
"""Built once: every step of a deal asks them, and building costs more than asking."""


class NotYourDeal(UserError):
    """A consultant acts on his own deals only."""

    problem = QT_TRANSLATE_NOOP("errors", "Unit {unit} is held by {who}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Ask that consultant, or the site manager.")


class NoDeal(UserError):
    """The unit has no customer at the moment."""

    problem = QT_TRANSLATE_NOOP("errors", "Nobody holds unit {unit}: it is {state}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Hold the unit for the customer first.")


@dataclass(slots=True)
class LiveDeal:
    """A deal whose claim lives: where the unit stands, and the deal's row."""

    at: Standing
    row: Deal

    def price_fen(self, session: Session) -> int:
        """Give what is paid for the home with its lots (fen)."""
        return price_fen(session, self.row)

    def home_fen(self, session: Session) -> int:
        """Give the home's own price: the approved one, or the list price as it was frozen (fen)."""
        return home_fen(session, self.row)

    def lots(self, session: Session) -> tuple[LotLine, ...]:
        """Give the lots that go with the home."""
        return lots_of(session, (self.row.id,)).get(self.row.id, ())


def price_fen(session: Session, deal: Deal) -> int:
    """Give what is paid for *deal*'s home with its lots (fen)."""
    return int(session.execute(_PRICE, {"deal": deal.id}).scalar_one())


def home_fen(session: Session, deal: Deal) -> int:
    """Give the home's own price: the approved one, or the list price as it was frozen (fen)."""
    approved = approval_of(session, deal.id)
    return approved.total_fen if approved else deal.list_total_fen


def live_deal(work: Work, unit: int) -> LiveDeal:
    """Give the live deal on *unit*, or raise `NoDeal`; `LotIsBound` for a lot of another's deal."""
    at = standing(work, unit)
    if at.claim is None or at.claim.deal_id is None:
        raise NoDeal(unit=at.unit.code, state=at.state.value)
    row = work.session.get_one(Deal, at.claim.deal_id)
    if row.unit_id != unit:
        check_unbound(work.session, at.unit)
    return LiveDeal(at, row)


def check_own(work: Work, deal: LiveDeal) -> None:
    """Raise `NotYourDeal` when a consultant reaches for somebody else's deal.

    Who took the customer over goes on with his deals.
    """
    if work.role == Role.CONSULTANT and not is_own(work.session, work.actor, deal.row):
        who = work.session.get_one(Person, deal.row.consultant_id).name
        raise NotYourDeal(unit=deal.at.unit.code, who=who)


def is_own(session: Session, person: int, deal: Deal) -> bool:
    """Whether *deal* is that person's: he opened it, or its customer is his by now."""
    if deal.consultant_id == person:
        return True
    return owner_of(session, deal.customer_id).consultant_id == person


def approval_of(session: Session, deal: int) -> PriceApproval | None:
    """Give the newest price approval of a deal."""
    return session.scalar(_APPROVAL, {"deal": deal})


def agreed_fen() -> ColumnElement[int]:
    """Give an agreement's price (fen) after its changes, as a term of a query over `Agreement`."""
    newest = (
        select(PriceApproval.total_fen)
        .where(PriceApproval.deal_id == Agreement.deal_id)
        .order_by(PriceApproval.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(newest, Agreement.price_fen)


def agreement_of(session: Session, deal: int) -> Agreement | None:
    """Give a deal's agreement."""
    return session.scalar(_AGREEMENT, {"deal": deal})


def deposit_room_fen(session: Session, deal: LiveDeal) -> int:
    """Give how much more deposit the deal may take before the rest would have no effect (R-09)."""
    price, paid = session.execute(_PRICE_AND_PAID, {"deal": deal.row.id}).one()
    return deposit_cap_fen(int(price)) - int(paid)


def origins(session: Session, deal: int) -> list[int]:
    """Give *deal* and the deals before it that were exchanged for it, the newest first."""
    line = [deal]
    came = select(UnitExchange.deal_id)
    while (before := session.scalar(came.where(UnitExchange.new_deal_id == line[-1]))) is not None:
        line.append(before)
    return line


def valid_receipts(session: Session, deal: int) -> tuple[str, ...]:
    """Give the numbers of a deal's receipts that stand, and of the deals that it came from."""
    return tuple(
        session.scalars(
            select(Receipt.number)
            .outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id)
            .outerjoin(Contra, Contra.receipt_id == Receipt.id)
            .where(
                Receipt.deal_id.in_(origins(session, deal)),
                Receipt.kind != ReceiptKind.REFUND.value,
                ReceiptVoid.receipt_id.is_(None),
                Contra.id.is_(None),
            )
            .order_by(Receipt.id)
        )
    )
