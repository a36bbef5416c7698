"""A buyer in default: noticed with days of grace, lifted, extended, or forfeited by signatures."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.calendar import day_bounds, day_of
from salesdesk.kernel.errors import BadEntry, MissingEntry, NotAllowedNow, NotFound, NotPermitted
from salesdesk.kernel.keys import RequestId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.approvals.queries import requests
from salesdesk.office.figures.audit import audit
from salesdesk.office.figures.need_rules import NeedKind
from salesdesk.office.figures.needs import needs
from salesdesk.office.ledger.queries import refunds
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.change_queries import change_paper, deal_versions
from salesdesk.office.sales.changing import RequestExtension
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.default_facts import GraceTooShort, NotInDefault
from salesdesk.office.sales.default_queries import default_draft, default_notices, default_paper
from salesdesk.office.sales.default_rules import ServedBy
from salesdesk.office.sales.defaulting import (
    GraceRuns,
    LiftDefault,
    NoNotice,
    NoticeDefault,
    NoticeStands,
)
from salesdesk.office.sales.ending import RequestCancellation
from salesdesk.office.sales.forfeiting import RequestForfeit
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.queries import deal_on
from salesdesk.office.sales.signing import FileContract, SignContract
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import CancelSubscription, DepositAlone
from salesdesk.office.staff.commands import ChangeSetting

CODE = "1-1-0101"
PRICE = 200_000_000
DEPOSIT = 5_000_000
WITHIN, GRACE = 7, 7


def today(desks):
    return day_of(desks.clock.now)


def sold(desks, deposit=DEPOSIT, code=CODE, phone="13812345678"):
    unit = desks.unit(code)
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer(phone=phone)))
    desks.cashier.do(TakeDeposit(unit=unit, amount=deposit))
    desks.manager.do(ApprovePrice(unit=unit))
    desks.consultant.do(Subscribe(unit=unit, mode="公积金"))
    return unit


@pytest.fixture
def subscribed(desks):
    return sold(desks)


@pytest.fixture
def overdue(desks, subscribed):
    """A deal whose day to sign was yesterday."""
    desks.clock.forward(days=WITHIN + 1)
    return subscribed


def notice(desks, unit, **more):
    return desks.manager.do(NoticeDefault(unit=unit, **{"why": "多次电话未到", **more}))


def card(desks, unit):
    return desks.manager.ask(deal_on, unit)


def forfeit(desks, unit, seat=None):
    wish = RequestForfeit(unit=unit, reason="宽限期满未签约")
    return RequestId((seat or desks.consultant).do(wish))


def of(desks, kind):
    return [line for line in desks.manager.ask(needs) if line.kind is kind]


def test_nobody_is_in_default_before_his_day_is_past(desks, subscribed):
    desks.clock.forward(days=WITHIN)
    with pytest.raises(NotInDefault):
        notice(desks, subscribed)
    assert desks.manager.ask(default_notices, past=True) == ()
    desks.clock.forward(days=1)
    assert notice(desks, subscribed)["notice"] == "CG0000001"


def test_a_notice_is_numbered_and_its_sheet_says_what_is_overdue_and_what_follows(desks, overdue):
    since = today(desks) - timedelta(days=1)
    last_day = today(desks) + timedelta(days=GRACE)
    answer = notice(desks, overdue, served_by=ServedBy.COURIER)
    assert answer == {"notice": "CG0000001", "unit": CODE, "last_day": last_day}
    sheet = desks.consultant.ask(default_paper, "cg0000001")
    assert (sheet.unit_code, sheet.overdue, sheet.since) == (CODE, "signing", since.isoformat())
    assert (sheet.days_over, sheet.grace_days, sheet.last_day) == (1, GRACE, last_day.isoformat())
    assert (sheet.price_fen, sheet.paid_fen, sheet.kept_fen) == (PRICE, DEPOSIT, DEPOSIT)
    assert (sheet.returned_fen, sheet.served_by) == (0, "courier")
    assert sheet.buyers == ("王小明",)
    stands = card(desks, overdue).notice
    assert (stands.number, stands.since, stands.days_left) == ("CG0000001", since, GRACE)
    assert not stands.over
    with pytest.raises(NotFound):
        desks.consultant.ask(default_paper, "CG0000009")


def test_the_draft_is_the_paper_without_its_number_and_keeps_nothing(desks, overdue):
    wish = {"why": "x", "grace_days": 5, "served_by": ServedBy.POST}
    draft = desks.manager.ask(default_draft, overdue, **wish)
    assert draft.number == "" and desks.manager.ask(default_notices, past=True) == ()
    notice(desks, overdue, **wish)
    assert desks.manager.ask(default_paper, "CG0000001") == draft.numbered("CG0000001")
    with pytest.raises(NotFound):
        desks.manager.ask(default_draft, desks.unit("1-1-0102"))


def test_numbers_follow_one_another_without_a_gap_though_a_notice_was_refused(desks, overdue):
    other = sold(desks, code="1-1-0102", phone="13912345678")
    notice(desks, overdue)
    with pytest.raises(NotInDefault):
        notice(desks, other)
    desks.clock.forward(days=WITHIN + 1)
    assert notice(desks, other)["notice"] == "CG0000002"
    assert [line.unit for line in desks.manager.ask(default_notices)] == [CODE, "1-1-0102"]


def test_one_notice_at_a_time_and_another_after_it_was_lifted(desks, overdue):
    notice(desks, overdue)
    with pytest.raises(NoticeStands):
        notice(desks, overdue)
    assert desks.manager.do(LiftDefault(unit=overdue, reason="客户已到访")) == "CG0000001"
    assert card(desks, overdue).notice is None
    with pytest.raises(NoNotice):
        desks.manager.do(LiftDefault(unit=overdue, reason="x"))
    desks.clock.forward(minutes=1)
    assert notice(desks, overdue)["notice"] == "CG0000002"
    first, second = desks.manager.ask(default_notices, past=True)
    assert (first.standing, first.lifted_because, second.standing) == (False, "客户已到访", True)


def test_a_granted_extension_ends_a_notice_by_itself(desks, overdue):
    notice(desks, overdue)
    desks.clock.forward(days=1)
    later = today(desks) + timedelta(days=2)
    wish = RequestExtension(unit=overdue, to=later, reason="出差")
    request = RequestId(desks.consultant.do(wish))
    assert card(desks, overdue).notice is not None  # asked for is not granted
    desks.manager.do(SignRequest(request=request))
    assert card(desks, overdue).notice is None
    desks.clock.forward(days=30)
    with pytest.raises(NoNotice):
        forfeit(desks, overdue)
    assert notice(desks, overdue)["notice"] == "CG0000002"


def test_a_contract_that_was_signed_ends_a_notice_by_itself(desks, overdue):
    notice(desks, overdue)
    desks.clock.forward(days=GRACE + 1)
    assert [line.subject for line in of(desks, NeedKind.GRACE_OVER)] == [CODE]
    signed = today(desks) - timedelta(days=GRACE + 3)
    buyer = {"unit": overdue, "id_number": "11010519491231002X"}
    desks.consultant.do(IdentifyBuyer(**buyer))
    desks.consultant.do(SignContract(unit=overdue, number="HT-1", signed_on=signed))
    assert card(desks, overdue).notice is None
    assert of(desks, NeedKind.GRACE_OVER) == [] == list(desks.manager.ask(default_notices))
    with pytest.raises(NotAllowedNow):
        forfeit(desks, overdue)


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"why": "  "}, MissingEntry),
        ({"why": "x" * 201}, Exception),
        ({"grace_days": 2}, GraceTooShort),
        ({"grace_days": 0}, GraceTooShort),
        ({"grace_days": 91}, BadEntry),
        ({"payment": "首付款", "amount": 100}, MissingEntry),
        ({"payment": "首付款", "due_on": timedelta(days=-1)}, BadEntry),
        ({"payment": "首付款", "amount": 0, "due_on": timedelta(days=-1)}, BadEntry),
        ({"payment": "首付款", "amount": PRICE + 1, "due_on": timedelta(days=-1)}, BadEntry),
        ({"payment": "首付款", "amount": 100, "due_on": timedelta()}, NotInDefault),
        ({"payment": "首付款", "amount": 100, "due_on": timedelta(days=-99)}, BadEntry),
        ({"amount": 100}, MissingEntry),
    ],
)
def test_a_wrong_notice_is_refused_and_takes_no_number(desks, overdue, wrong, refusal):
    if "due_on" in wrong:
        wrong = {**wrong, "due_on": today(desks) + wrong["due_on"]}
    with pytest.raises(refusal):
        notice(desks, overdue, **wrong)
    assert notice(desks, overdue)["notice"] == "CG0000001"


def test_a_payment_that_did_not_come_is_a_default_before_the_day_to_sign(desks, subscribed):
    desks.clock.forward(days=3)
    since = today(desks) - timedelta(days=1)
    notice(desks, subscribed, payment="首付款", amount=60_000_000, due_on=since)
    sheet = desks.manager.ask(default_paper, "CG0000001")
    assert (sheet.overdue, sheet.payment, sheet.amount_fen) == ("payment", "首付款", 60_000_000)
    assert sheet.since == since.isoformat()


def test_the_grace_and_its_shortest_are_settings(desks, overdue):
    desks.admin.do(ChangeSetting(name="grace_days", value="10"))
    desks.admin.do(ChangeSetting(name="grace_shortest_days", value="5"))
    with pytest.raises(GraceTooShort):
        notice(desks, overdue, grace_days=4)
    assert notice(desks, overdue)["last_day"] == today(desks) + timedelta(days=10)


def test_only_who_may_serves_and_lifts(desks, overdue):
    for seat in (desks.consultant, desks.cashier, desks.head, desks.admin):
        with pytest.raises(NotPermitted):
            seat.do(NoticeDefault(unit=overdue, why="x"))
    notice(desks, overdue)
    with pytest.raises(NotPermitted):
        desks.consultant.do(LiftDefault(unit=overdue, reason="x"))
    with pytest.raises(NotPermitted):
        forfeit(desks, overdue, desks.cashier)


def test_a_hold_is_in_no_default(desks):
    unit = desks.unit("1-1-0102")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    with pytest.raises(NotAllowedNow):
        notice(desks, unit)


def test_nothing_is_forfeited_without_a_notice_or_before_its_grace_is_over(desks, overdue):
    with pytest.raises(NoNotice):
        forfeit(desks, overdue)
    notice(desks, overdue)
    ends = day_bounds(today(desks) + timedelta(days=GRACE))[1]
    desks.clock.now = ends - timedelta(seconds=1)
    with pytest.raises(GraceRuns):
        forfeit(desks, overdue)
    assert not card(desks, overdue).notice.over
    desks.clock.now = ends
    assert card(desks, overdue).notice.over and forfeit(desks, overdue)


@pytest.mark.parametrize(
    ("deposit", "kept", "owed"), [(DEPOSIT, DEPOSIT, 0), (PRICE // 5, PRICE // 5, 0)]
)
def test_after_the_grace_the_deposit_is_kept_by_two_signatures(desks, deposit, kept, owed):
    unit = sold(desks, deposit)
    desks.clock.forward(days=WITHIN + 1)
    notice(desks, unit)
    desks.clock.forward(days=GRACE + 1)
    (line,) = of(desks, NeedKind.GRACE_OVER)
    assert (line.subject, line.days, line.detail) == (CODE, 1, "CG0000001")
    request = forfeit(desks, unit)
    told = {f.name: f.value for f in desks.head.ask(requests, request=request)[0].what}
    assert (told["notice"], told["kept"], told["owed"]) == ("CG0000001", str(kept), str(owed))
    desks.manager.do(SignRequest(request=request))
    assert desks.state(CODE) == "subscribed"
    desks.deputy.do(SignRequest(request=request))
    assert desks.state(CODE) == "in review"
    assert of(desks, NeedKind.GRACE_OVER) == []
    version = desks.manager.ask(deal_versions, card_key(desks))[1]
    assert (version.kind, version.number) == ("forfeit", "BG0000001")
    facts = {f.name: f.after for f in desks.manager.ask(change_paper, "BG0000001").facts}
    assert facts == {"unit state": "in review", "kept": str(kept), "owed": str(owed)}
    (refund,) = desks.cashier.ask(refunds)
    assert (refund.kept_fen, refund.owed_fen) == (kept, owed)
    assert all(finding.holds for finding in desks.manager.ask(audit))


def card_key(desks):
    return desks.manager.ask(default_notices, past=True)[0].deal


def test_a_buyer_who_comes_while_it_is_signed_keeps_his_deal(desks, overdue):
    notice(desks, overdue)
    desks.clock.forward(days=GRACE + 1)
    request = forfeit(desks, overdue)
    desks.manager.do(SignRequest(request=request))
    desks.manager.do(LiftDefault(unit=overdue, reason="客户到场"))
    with pytest.raises(NoNotice):
        desks.deputy.do(SignRequest(request=request))
    assert desks.state(CODE) == "subscribed" and desks.cashier.ask(refunds) == ()


def test_a_deposit_is_kept_neither_alone_nor_by_a_request_before_the_grace_is_over(desks, overdue):
    desks.admin.do(ChangeSetting(name="cancel_by_request", value="false"))
    alone = CancelSubscription(unit=overdue, fault=Fault.BUYER, reason="放弃")
    wish = RequestCancellation(unit=overdue, fault=Fault.BUYER, reason="放弃")
    with pytest.raises(NoNotice):
        desks.consultant.do(wish)
    notice(desks, overdue)
    with pytest.raises(GraceRuns):
        desks.consultant.do(wish)
    desks.clock.forward(days=GRACE + 1)
    request = RequestId(desks.consultant.do(wish))
    with pytest.raises(DepositAlone):
        desks.manager.do(alone)
    desks.manager.do(SignRequest(request=request))
    desks.manager.do(LiftDefault(unit=overdue, reason="客户到场"))
    with pytest.raises(NoNotice):
        desks.deputy.do(SignRequest(request=request))
    assert desks.state(CODE) == "subscribed" and desks.cashier.ask(refunds) == ()


def test_a_filing_due_within_a_week_or_overdue_waits_for_the_manager(desks, subscribed):
    desks.consultant.do(IdentifyBuyer(unit=subscribed, id_number="11010519491231002X"))
    desks.consultant.do(SignContract(unit=subscribed, number="HT-1"))
    signed = today(desks)
    desks.clock.forward(days=22)
    assert of(desks, NeedKind.FILING) == []
    desks.clock.forward(days=1)
    (line,) = of(desks, NeedKind.FILING)
    assert (line.subject, line.day, line.days) == (CODE, signed + timedelta(days=30), 0)
    desks.clock.forward(days=9)
    assert of(desks, NeedKind.FILING)[0].days == 2
    desks.manager.do(FileContract(unit=subscribed, number="BA-1"))
    assert of(desks, NeedKind.FILING) == []


FORGED = {
    "INSERT INTO default_notice (no, number, deal_id, overdue, since, grace_days, last_day, ends_at,"
    " why, served_by, at, actor_id, sheet) SELECT {no}, 'CG7', deal_id, 'signing', '2026-11-01',"
    " {days}, '2027-01-01', opened_at + {days} * 86400000000 - {early}, 'x', 'by hand', opened_at,"
    " {who}, '{{}}' FROM claim WHERE stage = 'subscribed' AND ended_at IS NULL": None,
}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"no": 5}, "follow one another"),
        ({"days": 1}, "gives its grace"),
        ({"early": 1}, "gives its grace"),
        ({"who": "cashier"}, "without the right"),
    ],
)
def test_a_forged_notice_is_refused_by_the_database(desks, overdue, wrong, words):
    notice(desks, overdue)
    desks.manager.do(LiftDefault(unit=overdue, reason="x"))
    given = {"no": 2, "days": 7, "early": 0, "who": "manager", **wrong}
    given["who"] = getattr(desks, given["who"]).person.id
    statement = next(iter(FORGED)).format(**given)
    with (
        pytest.raises(IntegrityError, match=words),
        desks.office.database.writing() as session,
    ):
        session.execute(text(statement))
