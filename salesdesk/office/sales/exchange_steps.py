"""What the last signature of an exchange (换房) writes, in the one order that the database takes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from salesdesk.kernel.change import Topic
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.inventory.claims import Standing, end, end_release, open_claim
from salesdesk.office.inventory.lot_tables import Binding
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.ledger.rules import WHERE_MONEY_LIES, Account
from salesdesk.office.ledger.tallies import balance_fen
from salesdesk.office.ledger.writing import move, next_number
from salesdesk.office.sales import change_frame as frame
from salesdesk.office.sales import scheduling
from salesdesk.office.sales.buyers import write_buyers
from salesdesk.office.sales.change_sheets import ChangedFact
from salesdesk.office.sales.commands import continue_deal, hold_until
from salesdesk.office.sales.deals import LiveDeal, approval_of
from salesdesk.office.sales.exchange_tables import UnitExchange
from salesdesk.office.sales.line import serve
from salesdesk.office.sales.papers import agreement_sheet
from salesdesk.office.sales.price_check import Priced, write_approval
from salesdesk.office.sales.sheets import BuyerLine
from salesdesk.office.sales.tables import Agreement, Deal, PaymentMode
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An exchange that was looked at, both units held: the old deal, and all of the new one. Money fen.

    ``row`` is the new deal, not yet written; ``bound`` lots that go with the new unit, ``taken`` and
    ``loose`` those of the old one that leave it.
    """

    at: tuple[LiveDeal, Agreement]
    new: Standing
    row: Deal
    price: Priced
    mode: PaymentMode
    buyers: tuple[BuyerLine, ...]
    bound: list[Standing]
    taken: list[Standing]
    loose: list[Standing]
    whole_fen: int
    carried_fen: int
    deposit_fen: int
    aside_fen: int
    """What is paid ahead on the new deal: what lay aside, and what the new whole does not ask for."""
    sign_within: int


def carry_out(work: Work, plan: Plan, facts: tuple[ChangedFact, ...]) -> str:
    """Write the exchange; give the change's number. The old unit is let go last."""
    deal, agreement = plan.at
    no, number = next_number(work, "agreement", setting(work.session, "agreement_prefix"))
    carried = str(plan.carried_fen)
    told = (
        *facts,
        ChangedFact(name="agreement", before=agreement.number, after=number),
        ChangedFact(name="carried over", before="", after=carried, form="fen"),
        *_ahead(plan.aside_fen),
        *_of_lots("lots left", _left(work, plan)),
        *_of_lots("lots loosened", [at.unit.code for at in plan.loose]),
    )
    change = frame.carried_out(work, plan.at, RequestKind.EXCHANGE, told, plan.buyers)
    scheduling.end(work, deal.row.id, change)
    new = _begin(work, plan, change)
    _carry(work, plan, new)
    write_approval(work, new, plan.price, change)
    _agree(work, plan, new, no, number)
    continue_deal(work, new, None, UnitState.SUBSCRIBED)
    scheduling.begin(work, new, plan.mode)
    end_release(work, deal.at, change)
    open_claim(
        work,
        deal.at,
        UnitState.REVIEW,
        reason=change,
        customer=deal.row.customer_id,
        consultant=deal.row.consultant_id,
        deal=deal.row.id,
    )
    for lot in plan.loose:
        _unbind(work, lot, change)
    work.note(Topic.DEAL, new.row.id, agreement=number, exchanged=deal.at.unit.code)
    work.note(Topic.DEAL, deal.row.id, exchanged=new.at.unit.code)
    work.touched(Topic.CUSTOMER, deal.row.customer_id)
    return change


def _begin(work: Work, plan: Plan, change: str) -> LiveDeal:
    """Open the new deal with its exchange and its hold; the lots that come along are bound before."""
    deal, _agreement = plan.at
    plan.row.opened_at = work.now
    work.session.add(plan.row)
    work.session.flush()
    work.session.add(
        UnitExchange(
            deal_id=deal.row.id,
            new_deal_id=plan.row.id,
            unit_id=plan.new.unit.id,
            mode_id=plan.mode.id,
            price_fen=plan.price.total_fen,
            carried_fen=plan.carried_fen,
            at=work.now,
            actor_id=work.actor,
        )
    )
    work.session.flush()
    if plan.new.claim is not None:  # reserved for him
        end(work, plan.new.claim, UnitState.ON_HOLD.value)
        plan.new.claim = None
    for lot in plan.taken:
        if lot.claim is not None:
            end(work, lot.claim, change)
        _unbind(work, lot, change)
        work.session.add(
            Binding(lot_id=lot.unit.id, home_id=plan.new.unit.id, at=work.now, actor_id=work.actor)
        )
        work.session.flush()
        work.note(Topic.UNIT, lot.unit.id, bound=plan.new.unit.code)
    open_claim(
        work,
        plan.new,
        UnitState.ON_HOLD,
        customer=plan.row.customer_id,
        consultant=plan.row.consultant_id,
        deal=plan.row.id,
        until=hold_until(work, work.now, None),
    )
    serve(work, plan.new, plan.row.customer_id)
    return LiveDeal(plan.new, plan.row)


def _carry(work: Work, plan: Plan, new: LiveDeal) -> None:
    """Move all the money of the old deal to the new one: deposit up to its cap, the rest as price.

    What was held for others is paid ahead there: what others ask for goes by the unit. So is what is
    more than the new whole: money stands on what is due, or ahead of it, and nowhere else.
    """
    old = plan.at[0].row.id
    for account in WHERE_MONEY_LIES:
        lies = balance_fen(work.session, account, old)
        move(work, old, account, Account.CARRIED_OVER, lies, "carried out")
    for account, amount in (
        (Account.DEPOSITS_HELD, plan.deposit_fen),
        (Account.PRICE_RECEIVED, plan.carried_fen - plan.deposit_fen - plan.aside_fen),
        (Account.PREPAID, plan.aside_fen),
    ):
        move(work, new.row.id, Account.CARRIED_OVER, account, amount, "carried in")


def _agree(work: Work, plan: Plan, new: LiveDeal, no: int, number: str) -> None:
    """Write the new agreement (认购书) with its sheet and buyers."""
    approval = approval_of(work.session, new.row.id)
    assert approval is not None  # noqa: S101 - written just now
    days = plan.sign_within
    sheet = agreement_sheet(work, new, approval, plan.mode, plan.buyers, number, days, "")
    row = Agreement(
        no=no,
        number=number,
        deal_id=new.row.id,
        mode_id=plan.mode.id,
        price_fen=plan.price.total_fen,
        deposit_fen=plan.deposit_fen,
        at=work.now,
        actor_id=work.actor,
        sign_by=work.today + timedelta(days=days),
        sheet=sheet,
    )
    work.session.add(row)
    work.session.flush()
    write_buyers(work, row.id, plan.buyers)


def _unbind(work: Work, lot: Standing, change: str) -> None:
    """Loosen a lot from the old home."""
    bound = work.session.scalars(
        select(Binding).where(Binding.lot_id == lot.unit.id, Binding.ended_at.is_(None))
    ).one()
    bound.ended_at, bound.ended_by, bound.end_reason = work.now, work.actor, change
    work.session.flush()
    work.note(Topic.UNIT, lot.unit.id, unbound=change)
    work.note(Topic.UNIT, bound.home_id, unbound=lot.unit.code)


def _left(work: Work, plan: Plan) -> list[str]:
    """Give the codes of the lots that stay with the old home."""
    gone = {at.unit.id for at in (*plan.taken, *plan.loose)}
    return [lot.code for lot in plan.at[0].lots(work.session) if lot.unit not in gone]


def _ahead(fen: int) -> Iterable[ChangedFact]:
    return (
        [ChangedFact(name="as paid ahead", before="", after=str(fen), form="fen")] if fen else []
    )


def _of_lots(name: str, codes: Iterable[str]) -> Iterable[ChangedFact]:
    joined = ", ".join(codes)
    return [ChangedFact(name=name, before="", after=joined)] if joined else []
