"""What an exchange tells, what it refuses, and what else knows of it; on a file, the guards apart."""

import json
from decimal import Decimal

import pytest

from salesdesk.kernel.errors import BadEntry, NotAllowedNow, NotFound
from salesdesk.kernel.keys import (
    PriceVersionId,
    ProjectId,
    ReceiptId,
    UnitId,
)
from salesdesk.office.approvals.commands import FactsChanged, RequestOver
from salesdesk.office.approvals.covering import BeyondSigner
from salesdesk.office.approvals.queries import requests
from salesdesk.office.inventory.claims import NotOnOffer, UnitTaken
from salesdesk.office.inventory.commands import (
    CreateProject,
    HoldBack,
    ImportUnits,
)
from salesdesk.office.inventory.price_commands import DraftPrices, EffectPrices
from salesdesk.office.sales.buyers import BuyerEntry
from salesdesk.office.sales.change_frame import ChangeAsked
from salesdesk.office.sales.change_queries import change_paper, deal_versions
from salesdesk.office.sales.changing import RequestNames
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.discount_commands import LimitDiscount, OfferDiscount
from salesdesk.office.sales.discount_rules import DiscountKind
from salesdesk.office.sales.exchange_queries import exchange_choices, exchange_offer
from salesdesk.office.sales.exchanging import (
    ExchangeAcross,
    ExchangeOtherKind,
    ExchangeTooLate,
    RequestExchange,
    SameUnit,
)
from salesdesk.office.sales.line import FirstRefusal, StandInLine
from salesdesk.office.sales.original_price import original_price
from salesdesk.office.sales.price_check import AboveListPrice, ApprovePrice
from salesdesk.office.sales.queries import agreement_paper, buyers, deals
from salesdesk.office.sales.reserving import RequestReservation
from salesdesk.office.sales.signing import SignContract
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.voiding import MoneyWentAlong, VoidReceipt
from salesdesk.office.staff.rules import Role
from tests.furnished import rows, seated
from tests.office.test_exchange import (
    NEW,
    OLD,
    PAID,
    ask,
    card,
    exchange,
    nothing_done,
    sign,
    sold,
    told,
    with_lots,
)


@pytest.fixture
def desks(place, clock):
    made = seated(place, clock)
    yield made
    made.office.close()


@pytest.fixture
def deal(desks):
    """A subscribed deal of the consultant's: its card."""
    return sold(desks)


def test_the_signers_are_told_both_prices_and_the_money(desks, deal):
    request = ask(desks, deal, "1-1-0201", total=199_000_000)
    facts = told(desks, request)
    assert facts["now: unit"] == OLD
    assert (facts["new list price"], facts["new price"]) == ("200000000", "199000000")
    assert (facts["difference"], facts["carried over"]) == ("-1000000", str(PAID))
    assert facts["receipts"] == "SJ0000001"
    then = {f.name: f.value for f in desks.head.ask(requests, request=request)[0].changes}
    assert then["then: unit"] == "1-1-0201"


def test_both_deals_have_it_in_their_versions_and_the_paper_names_both(desks, deal):
    new = exchange(desks, deal)
    first, last = desks.manager.ask(deal_versions, deal.id)
    assert (last.kind, last.number, last.other, last.other_unit) == (
        "exchange", "BG0000001", new.id, NEW,
    )  # fmt: skip
    (only,) = desks.manager.ask(deal_versions, new.id)
    assert (only.number, only.other, only.other_unit) == ("RG0000002", deal.id, OLD)
    assert only.facts[0].after == f"{OLD} · {deal.agreement}"
    assert first.other == 0
    sheet = desks.manager.ask(change_paper, "BG0000001")
    facts = {fact.name: (fact.before, fact.after) for fact in sheet.facts}
    assert facts["unit"] == (OLD, NEW)
    assert facts["agreement"] == (deal.agreement, "RG0000002")
    assert facts["carried over"] == ("", str(PAID))
    paper = desks.manager.ask(agreement_paper, "RG0000002")
    assert paper.deposit_receipts == ("SJ0000001",)
    assert (paper.came_from, paper.deposit_fen) == (deal.agreement, PAID)


def test_the_buyers_of_an_earlier_change_buy_the_new_unit(desks, deal):
    wife = BuyerEntry(name="李芳", id_number="11010519491231002X")
    asked = desks.consultant.do(
        RequestNames(unit=UnitId(deal.unit_id), buyers=(wife,), reason="x")
    )
    sign(desks.manager, asked)
    sign(desks.deputy, asked)
    new = exchange(desks, deal)
    assert [line.name for line in desks.manager.ask(buyers, new.id)] == ["李芳"]
    assert not card(desks, new.id).id_missing


def test_the_receipt_of_the_old_deal_stays_as_it_is(desks, deal):
    exchange(desks, deal)
    with pytest.raises(MoneyWentAlong):
        desks.cashier.do(VoidReceipt(receipt=ReceiptId(1), reason="x"))


def test_a_unit_reserved_for_another_is_not_to_be_had(desks, deal):
    other = desks.customer("赵四", "13900000004")
    wish = {"until": desks.clock.now.date(), "reason": "x"}
    asked = desks.consultant.do(RequestReservation(unit=desks.unit(NEW), customer=other, **wish))
    for seat in (desks.head, desks.deputy, desks.general):
        sign(seat, asked["request"])
    with pytest.raises(UnitTaken):
        ask(desks, deal)
    assert NEW not in {c.code for c in desks.consultant.ask(exchange_choices, deal.id)}
    nothing_done(desks, deal)


def test_a_price_changed_meanwhile_is_not_what_was_signed(desks, deal):
    request = ask(desks, deal)
    sign(desks.manager, request)
    desks.manager.do(DraftPrices(name="2", reason="x", percent=Decimal(1)))
    desks.manager.do(EffectPrices(version=PriceVersionId(1)))
    with pytest.raises(FactsChanged) as refused:
        sign(desks.head, request)
    assert refused.value.facts["what"] == "new list price, new price, difference"
    nothing_done(desks, deal)


def test_its_time_to_be_signed_runs_out(desks, deal):
    request = ask(desks, deal)
    desks.clock.forward(days=8)
    with pytest.raises(RequestOver):
        sign(desks.manager, request)
    nothing_done(desks, deal)


def test_the_first_in_line_comes_first(desks, deal):
    other = desks.customer("赵四", "13900000004")
    third = desks.unit("1-1-0201")
    desks.consultant.do(HoldUnit(unit=third, customer=other))
    desks.manager.do(
        StandInLine(
            unit=third,
            customer=desks.customer("钱五", "13900000005"),
            until=desks.clock.now.date(),
        )
    )
    desks.clock.forward(minutes=31)  # the hold is over: the first in line has the unit
    with pytest.raises(FirstRefusal):
        ask(desks, deal, "1-1-0201")
    nothing_done(desks, deal)


def test_one_open_request_is_enough(desks, deal):
    ask(desks, deal)
    with pytest.raises(ChangeAsked):
        ask(desks, deal, "1-1-0201")


def test_the_unit_itself_and_what_is_not_on_offer_are_refused(desks, deal):
    with pytest.raises(SameUnit):
        ask(desks, deal, OLD)
    desks.manager.do(HoldBack(units=(desks.unit(NEW),), reason="样板间"))
    with pytest.raises(NotOnOffer):
        ask(desks, deal)
    desks.admin.do(ImportUnits(rows=rows(building="2栋"), project=ProjectId(1), file="2"))
    with pytest.raises(NotOnOffer):
        ask(desks, deal, "2-1-0101")
    with pytest.raises(NotFound):
        desks.consultant.do(RequestExchange(unit=UnitId(deal.unit_id), to=UnitId(999), reason="x"))
    nothing_done(desks, deal)


def test_another_project_is_refused(desks, deal):
    there = desks.admin.do(CreateProject(name="二期", company="云栖置业"))
    desks.admin.do(ImportUnits(rows=rows(building="9栋"), project=there, file="9"))
    unit = next(c.id for c in desks.manager.ask(board_of, there))
    with pytest.raises(ExchangeAcross):
        desks.consultant.do(
            RequestExchange(unit=UnitId(deal.unit_id), to=UnitId(unit), reason="x")
        )
    nothing_done(desks, deal)


def board_of(reading, project):
    from salesdesk.office.inventory.queries import board

    return board(reading, project)


def test_a_contract_is_not_exchanged(desks, deal):
    desks.consultant.do(IdentifyBuyer(unit=UnitId(deal.unit_id), id_number="11010519491231002X"))
    desks.consultant.do(
        SignContract(unit=UnitId(deal.unit_id), number="HT-1", online_number="WQ-1")
    )
    with pytest.raises(ExchangeTooLate):
        ask(desks, deal)


def test_a_hold_is_not_exchanged(desks):
    desks.consultant.do(HoldUnit(unit=desks.unit(OLD), customer=desks.customer()))
    held = desks.consultant.ask(deals)[0]
    with pytest.raises(NotAllowedNow):
        ask(desks, held)


@pytest.mark.parametrize(
    ("total", "refusal"), [(200_000_001, AboveListPrice), (0, BadEntry), (-1, BadEntry)]
)
def test_a_price_stays_between_nothing_and_the_list_price(desks, deal, total, refusal):
    with pytest.raises(refusal):
        ask(desks, deal, total=total)
    nothing_done(desks, deal)


def test_much_given_away_goes_to_the_general_manager_and_limits_hold(desks, deal):
    desks.admin.do(LimitDiscount(role=Role.HEAD, percent=Decimal(1)))
    request = ask(desks, deal, total=195_000_000)
    sign(desks.manager, request)
    assert sign(desks.head, request)["state"] == "pending"
    assert sign(desks.general, request)["state"] == "approved"
    limited = ask(desks, card(desks, deal.id + 1), "1-1-0201", total=197_000_000)
    sign(desks.manager, limited)
    with pytest.raises(BeyondSigner):
        sign(desks.head, limited)


def test_a_discount_leads_to_the_price_and_another_mode_may_come_with_it(desks, deal):
    desks.manager.do(
        OfferDiscount(name="按揭", kind=DiscountKind.WAIVER, amount=500_000, mode="商业按揭")
    )
    offer = desks.consultant.ask(exchange_offer, deal.id, desks.unit(NEW), ("按揭",))
    assert (offer.price_fen, offer.difference_fen) == (199_500_000, -500_000)
    new = exchange(desks, deal, discounts=("按揭",), mode="商业按揭")
    assert (new.price_fen, new.mode) == (199_500_000, "商业按揭")


def test_an_exchanged_deal_is_no_original_price(desks):
    unit = desks.unit(OLD)
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=PAID))
    desks.manager.do(ApprovePrice(unit=unit, total=180_000_000))
    desks.consultant.do(Subscribe(unit=unit, mode="一次性付款"))
    deal = desks.consultant.ask(deals)[0]
    assert desks.manager.ask(original_price).lowest_fen == 1_800_000
    exchange(desks, deal)
    assert desks.manager.ask(original_price).lowest_fen == 2_000_000


def test_lots_of_others_and_a_lot_for_a_home_are_refused(desks):
    deal, (first, _second, _third, fourth) = with_lots(desks)
    with pytest.raises(ExchangeOtherKind):
        ask(desks, deal, "车库-0-B1.004")
    with pytest.raises(NotFound):
        ask(desks, deal, take=(fourth,))
    with pytest.raises(BadEntry):
        ask(desks, deal, take=(first,), loosen=(first,))
    nothing_done(desks, deal)


def test_the_journal_tells_of_both(desks, deal):
    exchange(desks, deal)
    with desks.office.database.reading() as session:
        found = session.connection().exec_driver_sql(
            "SELECT changed FROM journal WHERE command = 'SignRequest' ORDER BY id DESC LIMIT 1"
        )
        noted = [n["exchanged"] for n in json.loads(found.scalar_one()) if "exchanged" in n]
    assert sorted(noted) == [OLD, NEW]
