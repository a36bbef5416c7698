"""Changes to a deal: asked for, signed by others, carried out once, numbered, and seen in its versions."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from salesdesk.kernel.errors import BadEntry, NotAllowedNow, NotFound, NotPermitted
from salesdesk.kernel.keys import RefundId, RequestId, UnitId
from salesdesk.office.approvals.commands import (
    OwnRequest,
    RequestOver,
    RestartRequest,
    SignRequest,
    WithdrawRequest,
)
from salesdesk.office.approvals.covering import BeyondSigner
from salesdesk.office.approvals.queries import requests
from salesdesk.office.approvals.rules import Decision
from salesdesk.office.figures.absorption import absorption
from salesdesk.office.figures.audit import audit
from salesdesk.office.ledger.queries import refunds
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.buyers import BuyerEntry
from salesdesk.office.sales.change_frame import ChangeAsked, NothingChanges
from salesdesk.office.sales.change_queries import change_paper, deal_versions
from salesdesk.office.sales.change_rules import KinshipProof
from salesdesk.office.sales.changing import (
    BuyerUnidentified,
    ExtensionBackwards,
    ExtensionTooLong,
    RequestExtension,
    RequestMode,
    RequestNames,
)
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.defaulting import NoNotice
from salesdesk.office.sales.discount_commands import EndDiscount, LimitDiscount, OfferDiscount
from salesdesk.office.sales.discount_queries import price_steps
from salesdesk.office.sales.discount_rules import DiscountKind, DiscountNotSensible
from salesdesk.office.sales.ending import RequestCancellation
from salesdesk.office.sales.original_price import original_price
from salesdesk.office.sales.price_check import (
    AboveListPrice,
    ApprovePrice,
    ModeDoesNotFit,
    NotThatPrice,
)
from salesdesk.office.sales.queries import buyers, deals
from salesdesk.office.sales.repricing import RequestPrice
from salesdesk.office.sales.shares import BuyerTwice, SharesDoNotAddUp
from salesdesk.office.sales.signing import FileContract, SignContract
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import (
    AcceptBack,
    CancelledByRequest,
    CancelSubscription,
    PayRefund,
    StillFiled,
)
from salesdesk.office.staff.commands import ChangeSetting
from salesdesk.office.staff.rules import Role
from tests.office.endings import defaulted

WIFE = BuyerEntry(name="李芳", id_number="11010519491231002X", share_bp=5_000)


def sold(desks, discounts=()):
    unit = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=5_000_000))
    desks.manager.do(ApprovePrice(unit=unit, discounts=discounts))
    desks.consultant.do(Subscribe(unit=unit, mode="一次性付款"))
    return desks.consultant.ask(deals)[0]


@pytest.fixture
def deal(desks):
    """A subscribed deal of the consultant's: its card."""
    return sold(desks)


def card(desks, key):
    return next(c for c in desks.manager.ask(deals) if c.id == key)


def later(deal, days):
    return deal.sign_by + timedelta(days=days)


def put_off(desks, deal, days, seat=None):
    wish = RequestExtension(unit=UnitId(deal.unit_id), to=later(deal, days), reason="款项未到")
    return (seat or desks.consultant).do(wish)


def sign(seat, request, **more):
    return seat.do(SignRequest(request=RequestId(request), **more))


def test_a_short_extension_takes_one_signature_and_a_long_one_two(desks, deal):
    request = put_off(desks, deal, 3)
    assert card(desks, deal.id).sign_by == deal.sign_by
    assert sign(desks.manager, request)["state"] == "approved"
    assert card(desks, deal.id).sign_by == later(deal, 3)
    long = put_off(desks, deal, 12)
    assert sign(desks.manager, long)["state"] == "pending"
    assert sign(desks.head, long)["state"] == "approved"
    assert card(desks, deal.id).sign_by == later(deal, 12)


def test_slices_of_an_extension_are_their_sum(desks, deal):
    assert sign(desks.manager, put_off(desks, deal, 7))["state"] == "approved"
    slice_ = put_off(desks, deal, 14)
    (asked,) = desks.head.ask(requests, request=slice_)
    told = {f.name: f.value for f in asked.what}
    assert (told["put off by"], told["put off in all"], asked.days) == ("7", "14", 14)
    assert sign(desks.manager, slice_)["state"] == "pending"
    assert sign(desks.head, slice_)["state"] == "approved"
    assert card(desks, deal.id).sign_by == later(deal, 14)


def test_every_change_stands_in_the_line_of_versions_with_its_own_number(desks, deal):
    for days in (1, 2):
        sign(desks.manager, put_off(desks, deal, days))
    first, second, third = desks.consultant.ask(deal_versions, deal.id)
    assert (first.kind, first.number) == ("agreement", deal.agreement)
    assert [v.number for v in (second, third)] == ["BG0000001", "BG0000002"]
    assert second.facts[0].after == third.facts[0].before == later(deal, 1).isoformat()
    assert third.by == desks.manager.person.name
    sheet = desks.consultant.ask(change_paper, "bg0000002")
    assert (sheet.unit_code, sheet.agreement) == ("1-1-0101", deal.agreement)
    assert [line.person for line in sheet.signatures] == [desks.manager.person.name]
    assert sheet.reason == "款项未到"
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]


def test_an_extension_goes_forward_and_has_its_longest_time(desks, deal):
    for days in (0, -1):
        with pytest.raises(ExtensionBackwards):
            put_off(desks, deal, days)
    with pytest.raises(ExtensionTooLong):
        put_off(desks, deal, 31)
    desks.admin.do(ChangeSetting(name="extension_longest_days", value="40"))
    assert put_off(desks, deal, 31)


def test_one_open_request_of_a_kind_is_enough(desks, deal):
    first = put_off(desks, deal, 2)
    with pytest.raises(ChangeAsked):
        put_off(desks, deal, 4)
    desks.consultant.do(WithdrawRequest(request=RequestId(first)))
    second = put_off(desks, deal, 4)
    sign(desks.manager, second, decision=Decision.REJECT, comment="x")
    again = desks.consultant.do(RestartRequest(request=RequestId(second)))
    assert sign(desks.manager, again)["state"] == "approved"
    assert card(desks, deal.id).sign_by == later(deal, 4)


def test_who_asks_does_not_sign_and_a_signed_one_is_over(desks, deal):
    request = put_off(desks, deal, 2, desks.manager)
    with pytest.raises(OwnRequest):
        sign(desks.manager, request)
    assert sign(desks.head, request)["state"] == "approved"
    with pytest.raises(RequestOver):
        sign(desks.head, request)
    assert len(desks.manager.ask(deal_versions, deal.id)) == 2


def test_what_changed_meanwhile_is_not_signed(desks, deal):
    modes = RequestMode(unit=UnitId(deal.unit_id), mode="公积金", reason="x")
    asked = desks.consultant.do(modes)
    sign(desks.manager, asked)
    late = put_off(desks, deal, 2)
    desks.manager.do(CancelSubscription(unit=UnitId(deal.unit_id), fault=Fault.NONE, reason="x"))
    for seat, request in ((desks.manager, late), (desks.head, asked)):
        with pytest.raises(NotAllowedNow):
            sign(seat, request)
        assert seat.do(
            SignRequest(request=RequestId(request), decision=Decision.REJECT, comment="已退")
        )
    assert desks.manager.ask(deals) == ()


def test_a_request_says_what_was_when_it_was_filed(desks, deal, clock):
    long = put_off(desks, deal, 20)
    sign(desks.manager, long)
    clock.forward(days=1)
    sign(desks.head, long)
    other = put_off(desks, deal, 21)
    told = {f.name: f.value for f in desks.manager.ask(requests, request=other)[0].what}
    assert told["now: sign by"] == later(deal, 20).isoformat()


def test_two_requests_of_different_kinds_do_not_see_each_other(desks, deal):
    mode = desks.consultant.do(RequestMode(unit=UnitId(deal.unit_id), mode="商业按揭", reason="x"))
    sign(desks.manager, put_off(desks, deal, 2))
    sign(desks.manager, mode)
    assert sign(desks.head, mode)["state"] == "approved"
    now = card(desks, deal.id)
    assert (now.mode, now.sign_by) == ("商业按揭", later(deal, 2))


def test_the_same_mode_is_no_change_and_an_unknown_one_is_named(desks, deal):
    with pytest.raises(NothingChanges):
        desks.consultant.do(RequestMode(unit=UnitId(deal.unit_id), mode=deal.mode, reason="x"))


def test_a_discount_of_one_mode_stands_in_the_way_of_another(desks):
    desks.manager.do(
        OfferDiscount(
            name="一次性优惠", kind=DiscountKind.WAIVER, amount=1_000_000, mode="一次性付款"
        )
    )
    deal = sold(desks, ("一次性优惠",))
    with pytest.raises(ModeDoesNotFit):
        desks.consultant.do(RequestMode(unit=UnitId(deal.unit_id), mode="公积金", reason="x"))


def test_names_change_with_their_proof_and_the_old_ones_stay_in_the_history(desks, deal):
    self_ = BuyerEntry(name="王小明", id_number="110105194912310038", share_bp=5_000)
    wish = RequestNames(
        unit=UnitId(deal.unit_id), buyers=(self_, WIFE), reason="婚后共有",
        proof=KinshipProof.MARRIAGE, proof_note="J440300-2026-001234",
    )  # fmt: skip
    request = desks.consultant.do(wish)
    told = {f.name: f.value for f in desks.head.ask(requests, request=request)[0].what}
    assert told["kinship proof"] == "marriage certificate"
    sign(desks.manager, request)
    assert sign(desks.deputy, request)["state"] == "approved"
    now = desks.consultant.ask(buyers, deal.id)
    assert [(b.name, b.share_bp) for b in now] == [("王小明", 5_000), ("李芳", 5_000)]
    assert all("*" in b.id_number for b in now)
    assert not card(desks, deal.id).id_missing
    change = desks.consultant.ask(deal_versions, deal.id)[1].facts[0]
    assert (change.before, change.after) == (deal.customer, "王小明 50 %, 李芳 50 %")


@pytest.mark.parametrize(
    ("buyers_", "refusal"),
    [
        ((WIFE,), SharesDoNotAddUp),
        ((replace(WIFE, share_bp=10_000, id_number=""),), BuyerUnidentified),
        ((WIFE, replace(WIFE, name="赵四")), BuyerTwice),
    ],
)
def test_buyers_add_up_and_are_identified(desks, deal, buyers_, refusal):
    with pytest.raises(refusal):
        desks.consultant.do(RequestNames(unit=UnitId(deal.unit_id), buyers=buyers_, reason="x"))
    assert desks.manager.ask(requests) == ()


def test_a_hold_is_not_changed_and_others_deals_are_left_alone(desks, deal):
    other = desks.unit("1-1-0102")
    desks.consultant.do(HoldUnit(unit=other, customer=desks.customer("赵四", "13900000004")))
    wish = RequestExtension(unit=other, to=later(deal, 2), reason="x")
    with pytest.raises(NotAllowedNow):
        desks.consultant.do(wish)
    with pytest.raises(NotPermitted):
        put_off(desks, deal, 2, desks.cashier)


def cancel_by_request(desks, deal, fault=Fault.NONE):
    wish = RequestCancellation(unit=UnitId(deal.unit_id), fault=fault, reason="客户反悔")
    return desks.consultant.do(wish)


@pytest.mark.parametrize(
    ("fault", "kept", "owed"),
    [(Fault.BUYER, 5_000_000, 0), (Fault.SELLER, 0, 10_000_000), (Fault.NONE, 0, 5_000_000)],
)
def test_an_agreement_is_cancelled_by_its_last_signature_and_the_money_adds_up(
    desks, deal, fault, kept, owed
):
    if fault is Fault.BUYER:
        with pytest.raises(NoNotice) as refused:
            cancel_by_request(desks, deal, fault)
        assert "cancel the deal without fault" in refused.value.sentences()[1]
        defaulted(desks, UnitId(deal.unit_id))
    request = cancel_by_request(desks, deal, fault)
    told = {f.name: f.value for f in desks.head.ask(requests, request=request)[0].what}
    assert (told["fault"], told["kept"], told["owed"]) == (fault.value, str(kept), str(owed))
    sign(desks.manager, request)
    assert desks.state("1-1-0101") == "subscribed"
    assert sign(desks.deputy, request)["state"] == "approved"
    assert desks.state("1-1-0101") == "in review"
    line = desks.cashier.ask(refunds)[0]
    assert (line.owed_fen, line.paid_fen) == (owed, 0)
    if owed:
        desks.cashier.do(PayRefund(refund=RefundId(line.id)))
    assert desks.manager.ask(deal_versions, deal.id)[1].kind == "cancellation"
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]
    desks.manager.do(AcceptBack(unit=UnitId(deal.unit_id)))
    assert desks.state("1-1-0101") == "held back"


def test_where_the_office_wants_signatures_nobody_cancels_an_agreement_alone(desks, deal):
    desks.admin.do(ChangeSetting(name="cancel_by_request", value="true"))
    alone = CancelSubscription(unit=UnitId(deal.unit_id), fault=Fault.NONE, reason="x")
    with pytest.raises(CancelledByRequest):
        desks.manager.do(alone)
    request = cancel_by_request(desks, deal)
    for seat in (desks.head, desks.general):
        sign(seat, request)
    assert desks.state("1-1-0101") == "in review"


def contracted(desks, deal, *, filed):
    """Bring the deal to its contract, and to the authority's register."""
    unit = UnitId(deal.unit_id)
    desks.consultant.do(IdentifyBuyer(unit=unit, id_number="11010519491231002X"))
    desks.consultant.do(SignContract(unit=unit, number="HT-1"))
    if filed:
        desks.manager.do(FileContract(unit=unit, number="BA-1"))
    return unit


@pytest.mark.parametrize("filed", [False, True])
@pytest.mark.parametrize("fault", list(Fault))
def test_a_contract_is_cancelled_by_its_signatures_too(desks, deal, filed, fault):
    desks.admin.do(ChangeSetting(name="cancel_by_request", value="true"))
    unit = contracted(desks, deal, filed=filed)
    day = desks.manager.ask(lambda reading: reading.today) if filed else None
    with pytest.raises(CancelledByRequest):
        desks.manager.do(
            CancelSubscription(unit=unit, fault=fault, reason="x", filing_cancelled_on=day)
        )
    wish = RequestCancellation(unit=unit, fault=fault, reason="买方违约", filing_cancelled_on=day)
    request = desks.consultant.do(wish)
    told = {f.name: f.value for f in desks.head.ask(requests, request=request)[0].what}
    assert told["contract"] == "HT-1"
    assert told.get("filing cancelled on", "") == (day.isoformat() if day else "")
    assert told["now: unit state"] == ("filed" if filed else "signed")
    sign(desks.manager, request)
    assert desks.state("1-1-0101") == ("filed" if filed else "signed")
    assert sign(desks.deputy, request)["state"] == "approved"
    assert desks.state("1-1-0101") == "in review"
    assert desks.manager.ask(deal_versions, deal.id)[1].kind == "cancellation"
    owed = {Fault.BUYER: 0, Fault.SELLER: 10_000_000, Fault.NONE: 5_000_000}[fault]
    assert desks.cashier.ask(refunds)[0].owed_fen == owed
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]


def test_a_filed_contract_is_asked_for_with_the_day_of_its_striking_off_alone(desks, deal):
    unit = contracted(desks, deal, filed=True)
    today = desks.manager.ask(lambda reading: reading.today)
    for day, refusal in ((None, StillFiled), (today + timedelta(days=1), BadEntry)):
        wish = RequestCancellation(
            unit=unit, fault=Fault.NONE, reason="x", filing_cancelled_on=day
        )
        with pytest.raises(refusal):
            desks.consultant.do(wish)
    assert desks.manager.ask(requests) == ()


def test_a_contract_filed_while_its_cancellation_is_signed_stops_it(desks, deal):
    unit = contracted(desks, deal, filed=False)
    request = cancel_by_request(desks, deal)
    sign(desks.manager, request)
    desks.manager.do(FileContract(unit=unit, number="BA-1"))
    with pytest.raises(StillFiled):
        sign(desks.deputy, request)
    assert desks.state("1-1-0101") == "filed"


def test_nothing_else_of_a_contract_changes_by_a_request(desks, deal):
    contracted(desks, deal, filed=False)
    with pytest.raises(NotAllowedNow):
        put_off(desks, deal, 2)


def test_a_hold_is_given_back_without_signatures(desks):
    desks.admin.do(ChangeSetting(name="cancel_by_request", value="true"))
    unit = desks.unit("1-1-0102")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=5_000_000))
    with pytest.raises(NotAllowedNow):
        desks.consultant.do(RequestCancellation(unit=unit, fault=Fault.NONE, reason="x x"))
    desks.manager.do(CancelSubscription(unit=unit, fault=Fault.NONE, reason="x"))
    assert desks.state("1-1-0102") == "in review"


def test_a_deposit_taken_back_by_then_is_no_longer_what_was_signed(desks, deal):
    request = cancel_by_request(desks, deal)
    sign(desks.manager, request)
    desks.manager.do(CancelSubscription(unit=UnitId(deal.unit_id), fault=Fault.NONE, reason="x"))
    with pytest.raises(NotAllowedNow):
        sign(desks.deputy, request)
    assert len(desks.cashier.ask(refunds)) == 1


def reprice(desks, deal, seat=None, **wish):
    wish = RequestPrice(unit=UnitId(deal.unit_id), reason="客户异议", **wish)
    return (seat or desks.consultant).do(wish)


def test_a_price_changes_by_signatures_and_the_newest_one_counts(desks, deal):
    desks.manager.do(OfferDiscount(name="老带新", kind=DiscountKind.WAIVER, amount=1_000_000))
    desks.manager.do(
        OfferDiscount(name="按揭", kind=DiscountKind.WAIVER, amount=500_000, mode="商业按揭")
    )
    request = reprice(desks, deal, discounts=("老带新", "按揭"), mode="商业按揭")
    told = {f.name: f.value for f in desks.head.ask(requests, request=request)[0].what}
    assert told["discounts"] == "老带新, 按揭"
    sign(desks.manager, request)
    assert card(desks, deal.id).price_fen == deal.price_fen
    assert sign(desks.head, request)["state"] == "approved"
    now = card(desks, deal.id)
    assert (now.price_fen, now.mode) == (deal.price_fen - 1_500_000, "商业按揭")
    assert now.agreement == deal.agreement and now.paid_fen == deal.paid_fen
    assert [step.name for step in desks.manager.ask(price_steps, deal.id)] == ["老带新", "按揭"]
    price, mode = desks.manager.ask(deal_versions, deal.id)[1].facts
    assert (price.before, price.after) == (str(deal.price_fen), str(now.price_fen))
    assert (mode.before, mode.after) == ("一次性付款", "商业按揭")
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]


def test_a_changed_price_is_what_was_sold_at_wherever_it_is_told(desks, deal):
    (before,) = desks.manager.ask(absorption)
    lowest = desks.manager.ask(original_price).lowest_fen
    request = reprice(desks, deal, total=deal.price_fen - 1_000_000)
    sign(desks.manager, request)
    sign(desks.head, request)
    (after,) = desks.manager.ask(absorption)
    assert after.marks[-1].deal_fen == before.marks[-1].deal_fen - 1_000_000
    assert desks.manager.ask(original_price).lowest_fen < lowest


def test_much_given_away_goes_to_the_general_manager(desks, deal):
    request = reprice(desks, deal, total=deal.price_fen - 5_000_000)
    sign(desks.manager, request)
    assert sign(desks.deputy, request)["state"] == "pending"
    assert sign(desks.general, request)["state"] == "approved"
    assert card(desks, deal.id).price_fen == deal.price_fen - 5_000_000


def test_slices_of_a_price_are_their_sum(desks, deal):
    first = reprice(desks, deal, total=deal.price_fen - 3_000_000)
    sign(desks.manager, first)
    assert sign(desks.deputy, first)["state"] == "approved"
    back = reprice(desks, deal, total=deal.price_fen - 1_000_000)  # dearer: nothing is given away
    told = {f.name: f.value for f in desks.head.ask(requests, request=back)[0].what}
    assert told["less in all"] == "1000000" and "less than now" not in told
    desks.consultant.do(WithdrawRequest(request=RequestId(back)))
    slice_ = reprice(desks, deal, total=deal.price_fen - 5_000_000)
    (asked,) = desks.head.ask(requests, request=slice_)
    told = {f.name: f.value for f in asked.what}
    assert (told["less than now"], told["less in all"]) == ("2000000", "5000000")
    sign(desks.manager, slice_)
    assert sign(desks.deputy, slice_)["state"] == "pending"
    assert sign(desks.general, slice_)["state"] == "approved"


@pytest.mark.parametrize(
    ("total", "refusal"),
    [(1, AboveListPrice), (0, NothingChanges), (-(10**12), BadEntry)],
)
def test_a_price_stays_between_nothing_and_the_list_price(desks, deal, total, refusal):
    with pytest.raises(refusal):
        reprice(desks, deal, total=deal.list_total_fen + total)
    assert desks.manager.ask(requests) == ()


def test_discounts_fit_the_mode_and_do_not_go_below_nothing(desks, deal):
    desks.manager.do(
        OfferDiscount(name="按揭", kind=DiscountKind.WAIVER, amount=500_000, mode="商业按揭")
    )
    desks.manager.do(
        OfferDiscount(name="全免", kind=DiscountKind.WAIVER, amount=deal.list_total_fen)
    )
    with pytest.raises(ModeDoesNotFit):
        reprice(desks, deal, discounts=("按揭",))
    with pytest.raises(DiscountNotSensible):
        reprice(desks, deal, discounts=("全免",))
    with pytest.raises(NotThatPrice):
        reprice(desks, deal, discounts=("按揭",), mode="商业按揭", total=deal.list_total_fen)


def test_a_discount_ended_meanwhile_is_no_longer_signed(desks, deal):
    desks.manager.do(OfferDiscount(name="老带新", kind=DiscountKind.WAIVER, amount=1_000_000))
    request = reprice(desks, deal, discounts=("老带新",))
    sign(desks.manager, request)
    desks.manager.do(EndDiscount(name="老带新", reason="x"))
    with pytest.raises(NotFound):
        sign(desks.head, request)
    assert card(desks, deal.id).price_fen == deal.price_fen


def test_the_last_signer_gives_no_more_than_his_role_may(desks, deal):
    desks.admin.do(LimitDiscount(role=Role.HEAD, percent=Decimal("0.01")))
    request = reprice(desks, deal, total=deal.price_fen - 1_000_000)
    sign(desks.manager, request)
    with pytest.raises(BeyondSigner):
        sign(desks.head, request)
    assert sign(desks.deputy, request)["state"] == "approved"
