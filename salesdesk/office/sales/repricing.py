"""Another price for an agreement (变更折扣、价格), by signatures: what the list price leads to by discounts."""

from dataclasses import dataclass, replace

from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.approvals.filing import Filing, file
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.approvals.sheets import FactLine
from salesdesk.office.inventory.price_cuts import given_off
from salesdesk.office.inventory.price_far import check_far
from salesdesk.office.sales import change_frame as frame
from salesdesk.office.sales import scheduling
from salesdesk.office.sales.change_sheets import ChangedFact
from salesdesk.office.sales.commands import payment_mode
from salesdesk.office.sales.deals import LiveDeal
from salesdesk.office.sales.discount_tables import DiscountOffer
from salesdesk.office.sales.price_check import (
    Priced,
    check_offers,
    priced,
    running_offers,
    write_approval,
)
from salesdesk.office.sales.price_floor import below_fact, below_floor
from salesdesk.office.sales.price_paid import check_paid
from salesdesk.office.sales.tables import Agreement, PaymentMode
from salesdesk.store.work import Work

_At = tuple[LiveDeal, Agreement]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePrice:
    """Agree on what *discounts* make of the frozen list price, or on *total*; on *mode* at once.

    Carried out by a request's last signature, within what that role may give (`BeyondSigner`); below
    the floor price the general manager is among those who sign. Never above the list price (R-08), nor
    lower than what is paid of it (`PaidMore`). Receipts stay, the agreement stays: the newest approved price counts.
    """

    unit: UnitId
    total: Fen | None = None
    discounts: tuple[str, ...] = ()
    mode: str = ""

    def __call__(self, work: Work) -> str:
        at = frame.changeable(work, self.unit)
        price, facts = self._look(work, at)
        listed = at[0].row.list_total_fen
        off = given_off(work.session, self.unit, listed, price.total_fen)
        frame.check_signer(work, at[0], RequestKind.PRICE, off)
        number = frame.carried_out(work, at, RequestKind.PRICE, facts)
        write_approval(work, at[0], price, number)
        now = frame.particulars(work.session, [at[1]])[at[0].row.id].mode_id
        scheduling.renew(work, at[0], work.session.get_one(PaymentMode, now), number)
        return number

    def filing(self, work: Work) -> Filing:
        """Say what it would do now; the flow's thresholds look at what is given away (fen).

        That is all since the agreement with what this request adds, so that slices are not less
        than their sum.
        """
        at = frame.changeable(work, self.unit)
        price, facts = self._look(work, at)
        less = at[0].home_fen(work.session) - price.total_fen
        in_all = frame.first_fen(work.session, at) - price.total_fen
        told = [FactLine(name="list price", value=str(at[0].row.list_total_fen), form="fen")]
        if self.discounts:
            told.append(FactLine(name="discounts", value=", ".join(self.discounts)))
        told += [
            FactLine(name=name, value=str(fen), form="fen")
            for name, fen in (("less than now", less), ("less in all", in_all))
            if fen > 0
        ]
        filing = frame.filing(work, self, at, facts, told=told)
        below = below_floor(work, at[0], price.total_fen)
        return replace(
            filing,
            what=(*filing.what, *below_fact(below)),
            amount_fen=max(less, in_all, 0),
            below_fen=below,
            off_bp=given_off(work.session, self.unit, at[0].row.list_total_fen, price.total_fen),
        )

    def filed(self, work: Work, request: int) -> None:
        """Write what the request is about, as the database reads it."""
        price, _facts = self._look(work, frame.changeable(work, self.unit))
        mode = payment_mode(work, self.mode).id if self.mode else None
        details = {"total_fen": price.total_fen}
        frame.filed(work, request, self.unit, RequestKind.PRICE, details=details, mode_id=mode)

    def check_asked(self, work: Work, *, confirmed: bool) -> None:
        """Raise `PriceFarOff` where the price is far off and nobody *confirmed* that it is meant so."""
        deal, agreement = frame.changeable(work, self.unit)
        price, _facts = self._look(work, (deal, agreement))
        listed = deal.row.list_total_fen
        check_far(work.session, deal.at.unit, price.total_fen, listed, confirmed=confirmed)

    def _look(self, work: Work, at: _At) -> tuple[Priced, tuple[ChangedFact, ...]]:
        deal, agreement = at
        now = frame.particulars(work.session, [agreement])[deal.row.id].mode_id
        old = work.session.get_one(PaymentMode, now)
        new = payment_mode(work, self.mode) if self.mode else old
        offers: tuple[DiscountOffer, ...] = running_offers(
            work, deal.row.project_id, self.discounts
        )
        check_offers(work.session, offers, new)
        price = priced(work.session, deal.row, offers, self.total)
        home, whole = deal.home_fen(work.session), deal.price_fen(work.session)
        then = whole - home + price.total_fen  # its lots keep their own price
        check_paid(work, deal, price.total_fen)
        facts = [ChangedFact(name="deal price", before=str(whole), after=str(then), form="fen")]
        if new.id != old.id:
            facts.append(
                ChangedFact(name="payment mode", before=old.name, after=new.name, form="mode")
            )
        return price, tuple(facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPrice:
    """Ask for another price, and another payment mode with it (变更价格申请).

    Far from list price or neighbours only *confirmed* (`PriceFarOff`).
    """

    unit: UnitId
    reason: str
    total: Fen | None = None
    discounts: tuple[str, ...] = ()
    mode: str = ""
    confirmed: bool = False

    def __call__(self, work: Work) -> int:
        payload = ChangePrice(
            unit=self.unit, total=self.total, discounts=self.discounts, mode=self.mode
        )
        payload.check_asked(work, confirmed=self.confirmed)
        return file(work, RequestKind.PRICE, payload, self.reason).id
