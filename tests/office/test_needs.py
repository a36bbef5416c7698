"""What needs the manager now: each kind comes when it should, goes when it is done, and leads somewhere."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import BadEntry, MissingEntry, NotAllowedNow, NotFound, NotPermitted
from salesdesk.kernel.keys import (
    FollowUpId,
    PriceVersionId,
    ProjectId,
    ReceiptId,
    RequestId,
    VisitId,
)
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.approvals.flow_commands import SetStandIn
from salesdesk.office.campaign.commands import PlanCampaign
from salesdesk.office.customers.check_rules import Verdict
from salesdesk.office.customers.checking import CheckEntry, CommentEntry
from salesdesk.office.customers.register import RecordFollowUp, RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.figures.need_rules import NeedKind
from salesdesk.office.figures.needs import needs
from salesdesk.office.figures.strip import project_strip
from salesdesk.office.inventory.commands import (
    BlockUnits,
    HoldBack,
    ImportUnits,
    ReleaseUnits,
    UnblockUnits,
    WithdrawUnits,
)
from salesdesk.office.inventory.price_commands import DraftPrices, EffectPrices
from salesdesk.office.inventory.price_limits import SetFloorPrices
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.inventory.review_tables import FARTHEST_DAYS
from salesdesk.office.inventory.reviews import ReviewHoldBack, kept_back
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.changing import RequestExtension
from salesdesk.office.sales.commands import ExtendHold, HoldUnit, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.reserving import RequestReservation
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import AcceptBack, CancelSubscription
from salesdesk.office.sales.voiding import VoidReceipt
from salesdesk.office.staff.commands import ChangeSetting
from tests.furnished import lot_rows
from tests.furnished import permit as permit_of

CODE = "1-1-0101"


def today(desks):
    return day_of(desks.clock.now)


def of(seat, kind):
    return [line for line in seat.ask(needs) if line.kind is kind]


def held(desks, code=CODE):
    unit, customer = desks.unit(code), desks.customer()
    desks.consultant.do(HoldUnit(unit=unit, customer=customer))
    return unit


def subscribed(desks, code=CODE):
    unit = held(desks, code)
    desks.cashier.do(TakeDeposit(unit=unit, amount=1_000_000))
    desks.manager.do(ApprovePrice(unit=unit))
    desks.consultant.do(Subscribe(unit=unit, mode="公积金"))
    return unit


def test_a_quiet_office_needs_nothing(desks):
    desks.manager.do(SetFloorPrices(reason="底价", project=ProjectId(1), percent=Decimal(-5)))
    assert desks.manager.ask(needs) == ()


def test_a_hold_about_to_end_is_told_and_an_extended_one_is_not(desks):
    unit = held(desks)
    assert of(desks.manager, NeedKind.HOLD) == []
    desks.clock.forward(minutes=16)
    (line,) = of(desks.manager, NeedKind.HOLD)
    assert (line.subject, line.who, line.person) == (CODE, "王小明", "consultant one")
    assert (line.topic, line.key) == (Topic.UNIT, unit)
    desks.consultant.do(ExtendHold(unit=unit, minutes=60))
    assert of(desks.manager, NeedKind.HOLD) == []
    desks.clock.forward(hours=2)
    assert of(desks.manager, NeedKind.HOLD) == []  # over is not about to be over


def test_a_deposit_waits_for_the_price_check(desks):
    unit = held(desks)
    assert of(desks.manager, NeedKind.PRICE_CHECK) == []
    desks.cashier.do(TakeDeposit(unit=unit, amount=1_000_000))
    (line,) = of(desks.manager, NeedKind.PRICE_CHECK)
    assert line.amount_fen == 200_000_000
    desks.manager.do(ApprovePrice(unit=unit))
    assert of(desks.manager, NeedKind.PRICE_CHECK) == []


def test_a_voided_deposit_waits_for_nothing(desks):
    unit = held(desks)
    desks.cashier.do(TakeDeposit(unit=unit, amount=1_000_000))
    desks.cashier.do(VoidReceipt(receipt=ReceiptId(1), reason="写错"))
    assert of(desks.manager, NeedKind.PRICE_CHECK) == []


@pytest.mark.parametrize(
    ("percent", "near"), [(Decimal(-2), False), (Decimal("-0.5"), True), (Decimal(0), True)]
)
def test_a_deal_near_the_floor_price_is_told(desks, percent, near):
    desks.manager.do(SetFloorPrices(reason="底价", percent=percent))
    held(desks)
    assert bool(of(desks.manager, NeedKind.FLOOR)) is near


def test_an_agreement_is_overdue_on_the_day_after_its_last(desks):
    subscribed(desks)
    desks.clock.forward(days=7)
    assert of(desks.manager, NeedKind.SIGN_BY) == []
    desks.clock.forward(days=1)
    (line,) = of(desks.manager, NeedKind.SIGN_BY)
    assert (line.subject, line.days) == (CODE, 1)
    desks.clock.forward(days=3)
    assert of(desks.manager, NeedKind.SIGN_BY)[0].days == 4
    desks.manager.do(
        CancelSubscription(unit=desks.unit(CODE), fault=Fault.NONE, reason="贷款未批")
    )
    assert of(desks.manager, NeedKind.SIGN_BY) == []
    assert [line.subject for line in of(desks.manager, NeedKind.RETURNED)] == [CODE]
    desks.manager.do(AcceptBack(unit=desks.unit(CODE)))
    assert of(desks.manager, NeedKind.RETURNED) == []


def test_a_request_is_told_to_whose_turn_it_is(desks):
    customer = desks.customer()
    desks.consultant.do(
        RequestReservation(
            unit=desks.unit(CODE), customer=customer, until=today(desks), reason="x"
        )
    )
    assert of(desks.manager, NeedKind.APPROVAL) == []
    (line,) = of(desks.head, NeedKind.APPROVAL)
    assert (line.subject, line.who, line.person) == (CODE, "王小明", "consultant one")
    day = today(desks)
    desks.head.do(SetStandIn(from_on=day, to_on=day, stand_in=desks.manager.person.id))
    assert [line.key for line in of(desks.manager, NeedKind.APPROVAL)] == [1]
    desks.manager.do(SignRequest(request=RequestId(1)))
    assert of(desks.head, NeedKind.APPROVAL) == of(desks.manager, NeedKind.APPROVAL) == []
    assert len(of(desks.deputy, NeedKind.APPROVAL)) == 1


def test_a_reservation_is_told_on_its_last_day(desks):
    customer = desks.customer()
    until = today(desks) + timedelta(days=2)
    wish = RequestReservation(
        unit=desks.unit(CODE), customer=customer, until=until, reason="等配偶"
    )
    desks.consultant.do(wish)
    for seat in (desks.head, desks.deputy, desks.general):
        seat.do(SignRequest(request=RequestId(1)))
    assert of(desks.manager, NeedKind.RESERVATION) == []
    desks.clock.forward(days=2)
    (line,) = of(desks.manager, NeedKind.RESERVATION)
    assert (line.day, line.detail) == (until, "等配偶")


def test_what_is_kept_back_comes_back_on_its_day_and_is_put_off_with_a_reason(desks):
    units = (desks.unit(CODE), desks.unit("1-1-0102"))
    day = today(desks) + timedelta(days=3)
    desks.manager.do(HoldBack(units=units[:1], reason="样板间", review_on=day))
    desks.manager.do(BlockUnits(units=units[1:], reason="抵押", review_on=day))
    assert of(desks.manager, NeedKind.REVIEW) == []
    desks.clock.forward(days=3)
    lines = of(desks.manager, NeedKind.REVIEW)
    assert [(line.subject, line.days, line.detail) for line in lines] == [
        (CODE, 0, "样板间"), ("1-1-0102", 0, "抵押"),
    ]  # fmt: skip
    put_off = today(desks) + timedelta(days=5)
    desks.manager.do(ReviewHoldBack(units=units[:1], review_on=put_off, reason="还在布置"))
    assert [line.subject for line in of(desks.manager, NeedKind.REVIEW)] == ["1-1-0102"]
    desks.manager.do(ReleaseUnits(units=units[:1]))
    desks.manager.do(UnblockUnits(units=units[1:], reason="解押"))
    (line,) = desks.manager.ask(kept_back)  # a new hold-back has a day of its own
    assert (line.unit, line.state) == ("1-1-0102", UnitState.HELD_BACK)
    assert line.review_on == today(desks) + timedelta(days=30)


def test_without_a_day_the_offices_setting_counts(desks):
    desks.admin.do(ChangeSetting(name="review_days", value="4"))
    desks.manager.do(HoldBack(units=(desks.unit(CODE),), reason="x"))
    desks.clock.forward(days=3)
    assert of(desks.manager, NeedKind.REVIEW) == []
    desks.clock.forward(days=1)
    assert len(of(desks.manager, NeedKind.REVIEW)) == 1


@pytest.mark.parametrize("days", [-1, 0, 367])
def test_a_day_of_review_lies_ahead_within_a_year(desks, days):
    unit, day = desks.unit(CODE), today(desks) + timedelta(days=days)
    with pytest.raises(BadEntry):
        desks.manager.do(HoldBack(units=(unit,), reason="x", review_on=day))
    assert desks.state(CODE) == "available"
    desks.manager.do(HoldBack(units=(unit,), reason="x"))
    with pytest.raises(BadEntry) as refusal:
        desks.manager.do(ReviewHoldBack(units=(unit,), review_on=day, reason="x"))
    last = today(desks) + timedelta(days=FARTHEST_DAYS)
    assert refusal.value.facts["expected"].endswith(f" - {last}")


def test_only_what_is_kept_back_is_put_off(desks):
    day = today(desks) + timedelta(days=1)
    back, free = desks.unit(CODE), desks.unit("1-1-0102")
    desks.manager.do(HoldBack(units=(back,), reason="x"))
    with pytest.raises(NotAllowedNow) as refusal:
        desks.manager.do(ReviewHoldBack(units=(back, free), review_on=day, reason="x"))
    assert refusal.value.facts["what"] == "1-1-0102"
    assert desks.manager.ask(kept_back)[0].note == ""  # nothing half done
    with pytest.raises(MissingEntry):
        desks.manager.do(ReviewHoldBack(units=(), review_on=day, reason="x"))
    with pytest.raises(MissingEntry):
        desks.manager.do(ReviewHoldBack(units=(back,), review_on=day, reason=" "))
    with pytest.raises(NotPermitted):
        desks.consultant.do(ReviewHoldBack(units=(back,), review_on=day, reason="x"))


def test_a_price_version_is_told_when_its_time_has_come(desks):
    at = desks.clock.now + timedelta(hours=1)
    desks.manager.do(DraftPrices(name="二批", reason="市场", percent=Decimal(-1), effective_at=at))
    assert of(desks.manager, NeedKind.PRICE_VERSION) == []
    desks.clock.forward(hours=2)
    assert [line.subject for line in of(desks.manager, NeedKind.PRICE_VERSION)] == ["二批"]
    desks.manager.do(EffectPrices(version=PriceVersionId(1)))
    assert of(desks.manager, NeedKind.PRICE_VERSION) == []


def test_a_late_entry_waits_until_somebody_says_a_word_about_it(desks):
    day = today(desks) - timedelta(days=2)
    for phone in ("13812345670", "13812345671"):
        late = RegisterVisit(
            manner=Manner.CALL,
            name="迟登",
            phone=phone,
            project=ProjectId(1),
            visited_on=day,
            late=True,
        )
        desks.reception.do(late)
    lines = of(desks.manager, NeedKind.LATE_ENTRY)
    assert [(line.key, line.day, line.days, line.person) for line in lines] == [
        (1, day, 2, "reception one"), (2, day, 2, "reception one"),
    ]  # fmt: skip
    desks.head.do(CommentEntry(visit=VisitId(1), comment="当天登记"))
    assert [line.key for line in of(desks.manager, NeedKind.LATE_ENTRY)] == [2]
    desks.clock.forward(days=8)
    assert of(desks.manager, NeedKind.LATE_ENTRY) == []


def test_a_follow_up_is_overdue_after_two_days(desks):
    desks.customer()
    desks.clock.forward(days=2)
    assert of(desks.manager, NeedKind.FOLLOW_UP) == []
    desks.clock.forward(days=1)
    (line,) = of(desks.manager, NeedKind.FOLLOW_UP)
    assert (line.subject, line.person, line.days) == ("王小明", "consultant one", 1)
    desks.consultant.do(RecordFollowUp(follow_up=FollowUpId(1), result="x"))
    assert of(desks.manager, NeedKind.FOLLOW_UP) == []


def test_a_drawn_entry_waits_for_its_check_but_not_with_whoever_wrote_it(desks):
    desks.customer()
    own = RegisterVisit(
        manner=Manner.VISIT, name="李芳", phone="13987654321", project=ProjectId(1)
    )
    desks.manager.do(own)
    desks.clock.forward(days=1)
    assert [line.subject for line in of(desks.manager, NeedKind.SPOT_CHECK)] == ["王小明"]
    assert len(of(desks.head, NeedKind.SPOT_CHECK)) == 2
    desks.manager.do(CheckEntry(visit=VisitId(1), verdict=Verdict.GOOD))
    assert of(desks.manager, NeedKind.SPOT_CHECK) == []


def test_each_sees_what_his_rights_reach(desks):
    held(desks)
    desks.clock.forward(minutes=20)
    assert of(desks.manager, NeedKind.HOLD)
    assert of(desks.head, NeedKind.HOLD) == []
    for seat in (desks.consultant, desks.cashier, desks.reception):
        with pytest.raises(NotPermitted):
            seat.ask(needs)
    with pytest.raises(NotFound):
        desks.manager.ask(project_strip, project=9)


# --- the strip -------------------------------------------------------------------------------------


def test_the_strip_counts_units_sales_money_and_visits(desks):
    unit = subscribed(desks)
    desks.manager.do(HoldBack(units=(desks.unit("1-1-0102"),), reason="x"))
    call = RegisterVisit(
        manner=Manner.CALL, name="电话", phone="13912345678", project=ProjectId(1)
    )
    desks.reception.do(call)
    strip = desks.manager.ask(project_strip)
    assert [(one.state.value, one.units) for one in strip.states] == [
        ("available", 4), ("held back", 1), ("subscribed", 1),
    ]  # fmt: skip
    assert sum(one.total_fen for one in strip.states) == 6 * 200_000_000
    assert (strip.sold_today, strip.sold_today_fen) == (1, 200_000_000)
    assert (strip.receipts, strip.received_fen) == (1, 1_000_000)
    assert (strip.visits, strip.calls) == (1, 1)
    assert (strip.phase, strip.drill_days) == ("", None)
    desks.clock.forward(days=1)
    later = desks.manager.ask(project_strip)
    assert (later.sold_today, later.sold_week, later.receipts, later.visits) == (0, 1, 0, 0)
    desks.clock.forward(days=7)
    assert desks.manager.ask(project_strip).sold_week == 0
    assert unit


def test_a_voided_receipt_was_not_received(desks):
    unit = held(desks)
    desks.cashier.do(TakeDeposit(unit=unit, amount=1_000_000))
    desks.cashier.do(VoidReceipt(receipt=ReceiptId(1), reason="写错"))
    strip = desks.manager.ask(project_strip)
    assert (strip.receipts, strip.received_fen) == (0, 0)


def test_a_lapsed_hold_is_available_in_the_strip_before_anybody_swept(desks):
    held(desks)
    desks.clock.forward(minutes=40)
    strip = desks.manager.ask(project_strip)
    assert [(one.state.value, one.units) for one in strip.states] == [("available", 6)]


def test_the_strip_names_the_phase_that_runs_and_its_day(desks):
    desks.manager.do(PlanCampaign(project=ProjectId(1), start_on=today(desks) - timedelta(days=2)))
    strip = desks.manager.ask(project_strip)
    assert (strip.phase, strip.phase_day) == ("准备期", 3)
    assert strip.phase_days >= 3
    assert isinstance(strip.today, date)


def test_withdrawn_units_are_drafts(desks):
    desks.manager.do(WithdrawUnits(units=(desks.unit(CODE),)))
    states = {one.state.value: one.units for one in desks.manager.ask(project_strip).states}
    assert states == {"draft": 1, "available": 5}


def test_signing_that_was_put_off_is_not_overdue(desks):
    unit = subscribed(desks)
    later = today(desks) + timedelta(days=12)
    desks.consultant.do(RequestExtension(unit=unit, to=later, reason="出差"))
    request = 1
    for seat in (desks.manager, desks.head, desks.deputy):
        if any(line.key == request for line in of(seat, NeedKind.APPROVAL)):
            seat.do(SignRequest(request=RequestId(request)))
    desks.clock.forward(days=9)
    assert of(desks.manager, NeedKind.SIGN_BY) == []
    desks.clock.forward(days=4)
    assert [line.days for line in of(desks.manager, NeedKind.SIGN_BY)] == [1]


def test_units_on_sale_without_a_floor_price_stand_by_building(desks):
    desks.admin.do(ImportUnits(rows=lot_rows(2), project=ProjectId(1), file="lots"))
    desks.manager.do(permit_of(number="T-002", project=ProjectId(1), buildings=("车库",)))
    desks.manager.do(ReleaseUnits(units=(desks.unit("车库-0-B1.001"),)))

    def bare():
        return [(line.subject, line.count) for line in of(desks.manager, NeedKind.NO_FLOOR)]

    assert bare() == [("1栋", 6), ("车库", 1)]
    one = UnitPrice(unit=desks.unit("1-1-0101"), total=190_000_000)
    desks.manager.do(SetFloorPrices(reason="底价", prices=(one,)))
    assert bare() == [("1栋", 5), ("车库", 1)]
    desks.manager.do(SetFloorPrices(reason="底价", project=ProjectId(1), percent=Decimal(-5)))
    assert bare() == []
