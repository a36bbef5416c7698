"""A unit exchanged for another: one transaction, the new unit first, all the money on paper."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.errors import BadEntry, UserError
from salesdesk.kernel.keys import (
    CustomerId,
    ProjectId,
    RefundId,
    RequestId,
    UnitId,
)
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.approvals.queries import requests
from salesdesk.office.entrance import open_office
from salesdesk.office.figures.audit import audit
from salesdesk.office.inventory.claims import UnitTaken
from salesdesk.office.inventory.commands import ImportUnits, ReleaseUnits
from salesdesk.office.inventory.lots import BindLot, bound_to
from salesdesk.office.inventory.price_far import PriceFarOff
from salesdesk.office.inventory.queries import unit_history
from salesdesk.office.joining import open_server
from salesdesk.office.ledger.queries import day_cash, refunds
from salesdesk.office.ledger.rules import Account, Fault
from salesdesk.office.ledger.tallies import balance_fen
from salesdesk.office.sales.applying import paid_ahead
from salesdesk.office.sales.change_queries import change_paper, deal_versions
from salesdesk.office.sales.changing import RequestExtension
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.due_queries import payment_schedule
from salesdesk.office.sales.exchange_queries import exchange_choices, exchange_offer
from salesdesk.office.sales.exchanging import (
    RequestExchange,
)
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.price_paid import PaidMore
from salesdesk.office.sales.queries import agreement_paper, deals
from salesdesk.office.sales.receiving import TakePayment
from salesdesk.office.sales.repricing import RequestPrice
from salesdesk.office.sales.reserving import RequestReservation
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import AcceptBack, CancelSubscription, PayRefund
from salesdesk.store.address import parse
from tests import furnished
from tests.furnished import ServerClock, lot_rows, permit

PAID = 20_000_000
OLD, NEW = "1-1-0101", "1-1-0102"


def sold(desks, code=OLD, paid=PAID):
    unit = desks.unit(code)
    customer = desks.customer()
    desks.consultant.do(HoldUnit(unit=unit, customer=customer))
    desks.cashier.do(TakeDeposit(unit=unit, amount=paid))
    desks.manager.do(ApprovePrice(unit=unit))
    desks.consultant.do(Subscribe(unit=unit, mode="一次性付款"))
    return desks.consultant.ask(deals)[0]


@pytest.fixture
def deal(desks):
    """A subscribed deal of the consultant's: its card."""
    return sold(desks)


def ask(desks, deal, to=NEW, seat=None, **more):
    wish = RequestExchange(
        unit=UnitId(deal.unit_id), to=desks.unit(to), reason="楼层不合适", **more
    )
    return (seat or desks.consultant).do(wish)


def sign(seat, request):
    return seat.do(SignRequest(request=RequestId(request)))


def exchange(desks, deal, to=NEW, **more):
    request = ask(desks, deal, to, **more)
    sign(desks.manager, request)
    assert sign(desks.head, request)["state"] == "approved"
    return next(c for c in desks.manager.ask(deals) if c.unit == to)


def card(desks, key):
    return next(c for c in desks.manager.ask(deals, live_only=False) if c.id == key)


def broken(desks):
    return [finding for finding in desks.manager.ask(audit) if finding.broken]


def told(desks, request):
    return {f.name: f.value for f in desks.head.ask(requests, request=request)[0].what}


def nothing_done(desks, deal):
    """Whether the deal stands as it was: subscribed, with its money, one version."""
    now = card(desks, deal.id)
    assert (now.state, now.paid_fen, now.agreement) == ("subscribed", PAID, deal.agreement)
    assert len(desks.manager.ask(deal_versions, deal.id)) == 1
    assert not broken(desks)


def test_a_granted_day_to_sign_goes_along(desks, deal):
    """A later day was granted by signatures: the exchange takes it from nobody, and says so."""
    later = deal.sign_by + timedelta(days=7)
    wish = RequestExtension(unit=UnitId(deal.unit_id), to=later, reason="等放款")
    sign(desks.manager, desks.consultant.do(wish))
    new = exchange(desks, deal)
    assert new.sign_by == later
    facts = {f.name: f for f in desks.manager.ask(deal_versions, deal.id)[-1].facts}
    assert (facts["sign by"].before, facts["sign by"].after) == (later.isoformat(),) * 2
    desks.clock.forward(hours=24 * 20)  # the new agreement's own term is the later one now
    again = exchange(desks, card(desks, new.id), "1-1-0301")
    assert again.sign_by > later


def test_the_new_unit_is_his_and_the_old_one_comes_back_for_review(desks, deal):
    cash = desks.cashier.ask(day_cash)
    new = exchange(desks, deal)
    assert (desks.state(OLD), desks.state(NEW)) == ("in review", "subscribed")
    assert (new.paid_fen, new.customer, new.agreement) == (PAID, deal.customer, "RG0000002")
    assert (new.exchanged_from, new.mode) == (OLD, deal.mode)
    old = card(desks, deal.id)
    assert (old.paid_fen, old.exchanged_for, old.fault) == (0, NEW, "")
    assert desks.cashier.ask(day_cash) == cash
    assert desks.cashier.ask(refunds) == ()
    assert not broken(desks)
    told = [line.what for line in desks.manager.ask(unit_history, desks.unit(NEW))]
    assert told[0] == "subscribed", "held and subscribed in one moment: the later one stands first"
    desks.manager.do(AcceptBack(unit=UnitId(deal.unit_id)))
    assert card(desks, deal.id).state == "exchanged"
    assert desks.state(OLD) == "held back"


def test_a_lower_price_after_an_exchange_counts_from_its_list_price_too(desks, deal):
    new = exchange(desks, deal, total=deal.price_fen - 4_900_000)
    less = RequestPrice(unit=UnitId(new.unit_id), total=new.price_fen - 100_000, reason="再让")
    request = desks.consultant.do(less)
    assert told(desks, request)["less in all"] == "5000000"
    sign(desks.manager, request)
    assert sign(desks.deputy, request)["state"] == "pending"
    assert sign(desks.general, request)["state"] == "approved"


def test_what_exceeds_the_cap_of_a_cheaper_unit_counts_as_price(desks):
    deal = sold(desks, paid=40_000_000)
    request = ask(desks, deal, total=150_000_000)
    facts = told(desks, request)
    assert (facts["as deposit"], facts["as price"]) == ("30000000", "10000000")
    for seat in (desks.manager, desks.head, desks.general):
        sign(seat, request)
    new = next(c for c in desks.manager.ask(deals) if c.unit == NEW)
    assert new.paid_fen == 40_000_000
    paper = desks.manager.ask(agreement_paper, new.agreement)
    assert (paper.deposit_fen, paper.as_price_fen) == (30_000_000, 10_000_000)
    assert not broken(desks)


def test_a_second_exchange_and_a_cancellation_pay_the_carried_money_back(desks, deal):
    second = exchange(desks, exchange(desks, deal), "1-1-0201")
    paper = desks.manager.ask(agreement_paper, second.agreement)
    assert paper.deposit_receipts == ("SJ0000001",)
    gone = desks.manager.do(
        CancelSubscription(unit=UnitId(second.unit_id), fault=Fault.NONE, reason="x")
    )
    assert (gone["paid_fen"], gone["owed_fen"]) == (PAID, PAID)
    desks.cashier.do(PayRefund(refund=RefundId(gone["refund"])))
    assert not broken(desks)
    with desks.office.database.reading() as session:
        for account in (Account.CARRIED_OVER, Account.DEPOSITS_HELD, Account.REFUNDS_OWED):
            assert balance_fen(session, account) == 0


def test_a_unit_that_was_given_back_can_be_had_again_by_an_exchange(desks, deal):
    new = exchange(desks, deal)
    old = UnitId(deal.unit_id)
    desks.manager.do(AcceptBack(unit=old))
    desks.manager.do(ReleaseUnits(units=(old,)))
    back = exchange(desks, new, OLD)
    assert (back.unit_id, back.paid_fen) == (deal.unit_id, PAID)
    assert not broken(desks)


def test_a_unit_reserved_for_him_may_be_had(desks, deal):
    unit = desks.unit(NEW)
    wish = RequestReservation(
        unit=unit, customer=CustomerId(deal.customer_id), until=desks.clock.now.date(), reason="x"
    )
    asked = desks.consultant.do(wish)["request"]
    for seat in (desks.head, desks.deputy, desks.general):
        sign(seat, asked)
    assert NEW in {c.code for c in desks.consultant.ask(exchange_choices, deal.id) if c.reserved}
    assert exchange(desks, deal).unit == NEW
    assert not broken(desks)


def test_a_unit_held_meanwhile_is_not_signed_for(desks, deal):
    request = ask(desks, deal)
    sign(desks.manager, request)
    desks.consultant.do(
        HoldUnit(unit=desks.unit(NEW), customer=desks.customer("赵四", "13900000004"))
    )
    with pytest.raises(UnitTaken):
        sign(desks.head, request)
    with pytest.raises(UnitTaken):
        ask(desks, deal, seat=desks.manager)
    nothing_done(desks, deal)


def with_lots(desks):
    """A subscribed home with three lots, and a new home with one of its own."""
    desks.admin.do(ImportUnits(rows=lot_rows(4), project=ProjectId(1), file="l"))
    lots = [desks.unit(f"车库-0-B1.00{n}") for n in (1, 2, 3, 4)]
    desks.manager.do(permit(number="P-LOTS", project=ProjectId(1), buildings=("车库",)))
    desks.manager.do(ReleaseUnits(units=tuple(lots)))
    for lot in lots[:3]:
        desks.manager.do(BindLot(lot=lot, home=desks.unit(OLD)))
    desks.manager.do(BindLot(lot=lots[3], home=desks.unit(NEW)))
    return sold(desks), lots


def test_each_lot_is_taken_left_or_loosened(desks):
    deal, (first, second, third, fourth) = with_lots(desks)
    offer = desks.consultant.ask(exchange_offer, deal.id, desks.unit(NEW), (), (first,))
    assert offer.whole_fen == 230_000_000
    request = ask(desks, deal, take=(first,), loosen=(second,))
    facts = told(desks, request)
    assert facts["lots taken"] == "车库-0-B1.001"
    assert (facts["lots left"], facts["lots loosened"]) == ("车库-0-B1.003", "车库-0-B1.002")
    assert facts["new price"] == "230000000"
    sign(desks.manager, request)
    sign(desks.head, request)
    states = [desks.state(f"车库-0-B1.00{n}") for n in (1, 2, 3, 4)]
    assert states == ["subscribed", "in review", "in review", "subscribed"]
    homes = [desks.manager.ask(bound_to, lot).home for lot in (first, second, third, fourth)]
    assert [home and home.code for home in homes] == [NEW, None, OLD, NEW]
    new = next(c for c in desks.manager.ask(deals) if c.unit == NEW)
    assert sum(lot.total_fen for lot in new.lots) == 30_000_000
    sheet = desks.manager.ask(change_paper, "BG0000001")
    facts = {fact.name: (fact.before, fact.after) for fact in sheet.facts}
    assert facts["lots"][1] == "车库-0-B1.001, 车库-0-B1.004"
    assert not broken(desks)
    for unit in (deal.unit_id, second):
        desks.manager.do(AcceptBack(unit=UnitId(unit)))
    assert [desks.state(c) for c in (OLD, "车库-0-B1.002", "车库-0-B1.003")] == ["held back"] * 3


def test_nothing_is_half_done_where_the_last_step_fails(desks, deal, monkeypatch):
    request = ask(desks, deal)
    sign(desks.manager, request)

    def fails(*_args, **_more):
        raise BadEntry(field="x", value="x", expected="y")

    monkeypatch.setattr("salesdesk.office.sales.exchange_steps.end_release", fails)
    with pytest.raises(BadEntry):
        sign(desks.head, request)
    nothing_done(desks, deal)
    assert desks.state(NEW) == "available"


def another(desks):
    """The same office, opened once more: a program of its own, as far as the store knows."""
    if isinstance(desks.clock, ServerClock):
        made = open_server(parse(desks.clock.url), desks.clock)
        return made, lambda login: made.sign_in(login, "")
    made = open_office(desks.office.database.path, desks.clock)
    return made, lambda login: furnished.seat(made, login)


def test_of_two_who_want_the_unit_in_the_same_moment_one_has_it_whole(desks, deal):
    request = ask(desks, deal)
    sign(desks.manager, request)
    other = desks.customer("赵四", "13900000004")
    wishes = (
        ("head", SignRequest(request=RequestId(request))),
        ("consultant", HoldUnit(unit=desks.unit(NEW), customer=other)),
    )
    offices, start, heard = [another(desks) for _wish in wishes], Barrier(2), []
    seats = [enter(login) for (_made, enter), (login, _w) in zip(offices, wishes, strict=True)]

    def rush(who, wish):
        start.wait()
        try:
            heard.append(who.do(wish))
        except UserError as refusal:
            heard.append(refusal)

    crowd = [
        Thread(target=rush, args=(who, wish))
        for who, (_login, wish) in zip(seats, wishes, strict=True)
    ]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    for made, _enter in offices:
        made.close()
    refused = [what for what in heard if isinstance(what, UserError)]
    assert len(refused) == 1, heard
    if desks.state(NEW) == "subscribed":
        assert desks.state(OLD) == "in review" and not broken(desks)
    else:
        assert desks.state(NEW) == "on hold"
        nothing_done(desks, deal)


def test_what_is_more_than_the_new_price_is_paid_ahead(desks, deal):
    """A home for 100 yuan: each fen of the 200,000 paid stands somewhere, and is given back by a refund."""
    offer = desks.consultant.ask(exchange_offer, deal.id, UnitId(desks.unit(NEW)))
    assert offer.ahead_fen == 0
    with pytest.raises(PriceFarOff):
        ask(desks, deal, total=10_000)
    request = ask(desks, deal, total=10_000, confirmed=True)
    assert told(desks, request)["as paid ahead"] == str(PAID - 10_000)
    for seat in (desks.manager, desks.deputy, desks.general):
        sign(seat, request)
    new = next(c for c in desks.manager.ask(deals) if c.unit == NEW)
    assert (new.price_fen, new.paid_fen) == (10_000, 10_000)
    assert desks.cashier.ask(paid_ahead, new.id) == PAID - 10_000
    assert all(line.open_fen == 0 for line in desks.cashier.ask(payment_schedule, new.id))
    assert not broken(desks)
    desks.manager.do(CancelSubscription(unit=UnitId(new.unit_id), fault=Fault.NONE, reason="反悔"))
    assert desks.cashier.ask(refunds)[0].owed_fen == PAID
    assert not broken(desks)


def test_money_on_no_line_breaks_the_law(desks, deal):
    """What stands nowhere is found, however it came there."""
    with desks.office.database.writing() as session:
        session.execute(text("UPDATE due_line SET open_fen = amount_fen WHERE ended_at IS NULL"))
    assert "what was paid stands on lines or ahead, or went back" in {f.law for f in broken(desks)}


LESS = (
    "INSERT INTO price_approval (id, deal_id, total_fen, at, actor_id, note)"
    " SELECT 99, deal_id, 10000, at, actor_id, '' FROM price_approval"
)
MORE = (
    "INSERT INTO movement (id, at, day, actor_id, deal_id, debit, credit, amount_fen, kind)"
    " SELECT 999, at, day, actor_id, deal_id, 'prepaid', 'price received', 200000000, 'applied'"
    " FROM movement WHERE kind = 'payment'"
)


def test_neither_store_takes_more_money_than_the_price(desks):
    """A price below what is paid, and what would be more than the price, have guards of their own."""
    unit = desks.unit(OLD)
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=PAID))
    with pytest.raises(PaidMore):
        desks.manager.do(ApprovePrice(unit=unit, total=10_000, confirmed=True))
    desks.manager.do(ApprovePrice(unit=unit))
    with pytest.raises(IntegrityError, match="no price below what is paid"):  # noqa: SIM117
        with desks.office.database.writing() as session:
            session.execute(text(LESS))
    desks.consultant.do(Subscribe(unit=unit, mode="一次性付款"))
    desks.cashier.do(TakePayment(unit=unit, amount=200_000_000, lines=(), ahead=True))
    with pytest.raises(IntegrityError, match="what is more than the price is paid ahead"):  # noqa: SIM117
        with desks.office.database.writing() as session:
            session.execute(text(MORE))
