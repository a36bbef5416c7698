"""Reminders: what is overdue or due soon, demand letters in stages, promises; on both stores."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.errors import BadEntry, MissingEntry, NotFound, NotPermitted
from salesdesk.kernel.keys import Fen, PersonId, UnitId
from salesdesk.office.customers.commands import ChangeRole
from salesdesk.office.figures.audit import audit
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.deals import NoDeal
from salesdesk.office.sales.mode_commands import SetModeTerms, TermLine
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.queries import deals
from salesdesk.office.sales.receiving import TakePayment
from salesdesk.office.sales.reminder_queries import (
    demand_letters,
    demand_papers,
    due_badges,
    payment_promises,
    reminders,
)
from salesdesk.office.sales.reminder_rules import DemandStage
from salesdesk.office.sales.reminding import (
    DemandedAlready,
    DemandsExhausted,
    NothingOverdue,
    PromiseTooFar,
    RecordPromise,
    StageNotNext,
    WriteDemands,
)
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import CancelSubscription
from salesdesk.office.staff.rules import Role

DEPOSIT = 5_000_000
SUBSCRIBED = DueEvent.SUBSCRIPTION
LINES = (
    TermLine(money=MoneyKind.DOWN_PAYMENT, percent=Decimal(30), event=SUBSCRIBED, days=7),
    TermLine(money=MoneyKind.INSTALMENT, percent=Decimal(20), event=SUBSCRIBED, days=40),
    TermLine(money=MoneyKind.BALANCE, rest=True, event=DueEvent.DELIVERY),
)


def sold(desks, code="1-1-0101"):
    unit = desks.unit(code)
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=DEPOSIT))
    desks.manager.do(ApprovePrice(unit=unit))
    desks.consultant.do(Subscribe(unit=unit, mode="分期付款"))
    desks.consultant.do(IdentifyBuyer(unit=unit, id_number="11010519491231002X"))
    return UnitId(unit)


@pytest.fixture
def unit(desks):
    desks.manager.do(SetModeTerms(mode="分期付款", lines=LINES))
    return sold(desks)


def write(desks, *units, seat=None, **more):
    return (seat or desks.cashier).do(WriteDemands(units=units, **more))


def paper(desks, *numbers):
    return desks.manager.ask(demand_papers, numbers)[-1]


def mark(desks, seat=None):
    (line,) = (seat or desks.cashier).ask(reminders)
    return line.mark


def test_the_board_is_told_what_the_reminders_say_and_each_consultant_of_his_own(desks, unit):
    def badges(seat):
        return {badge.unit: badge.overdue for badge in seat.ask(due_badges)}

    assert badges(desks.cashier) == badges(desks.consultant) == {unit: False}
    deputy = PersonId(desks.deputy.person.id)
    desks.admin.do(ChangeRole(person=deputy, role=Role.CONSULTANT))
    assert badges(desks.deputy) == {}
    desks.clock.forward(days=8)
    assert badges(desks.manager) == {unit: True}
    assert {line.unit_id for line in desks.manager.ask(reminders)} == {unit}
    desks.cashier.do(TakePayment(unit=unit, amount=Fen(mark(desks).overdue_fen)))
    assert badges(desks.manager) == {}
    desks.clock.forward(days=20)
    assert badges(desks.manager) == {unit: False}, "the next line is due within two weeks"


def test_what_is_soon_due_turns_overdue_and_is_gone_when_paid(desks, unit):
    first = mark(desks)
    down = first.soon_fen
    assert (first.overdue_fen, first.soon_days, first.next_stage) == (0, 7, "")
    desks.clock.forward(days=7)
    assert (mark(desks).overdue_fen, mark(desks).soon_days) == (0, 0)
    desks.clock.forward(days=1)
    late = mark(desks)
    assert (late.overdue_fen, late.overdue_days, late.soon_fen) == (down, 1, 0)
    assert late.next_stage == "first"
    assert desks.manager.ask(deals)[0].owed == late
    desks.cashier.do(TakePayment(unit=unit, amount=Fen(down)))
    assert desks.cashier.ask(reminders) == ()
    assert desks.manager.ask(deals)[0].owed.overdue_fen == 0
    desks.clock.forward(days=18)  # fourteen days before the next one
    assert mark(desks).soon_days == 14


def test_letters_follow_in_stages_each_after_the_day_of_the_one_before(desks, unit):
    with pytest.raises(NothingOverdue):
        write(desks, unit)
    desks.clock.forward(days=8)
    (answer,) = write(desks, unit)
    assert (answer["letter"], answer["stage"]) == ("CK0000001", "first")
    for stage in (None, DemandStage.FIRST, DemandStage.SECOND):  # the same twice, and too early
        with pytest.raises(DemandedAlready) as refused:
            write(desks, unit, stage=stage)
        assert refused.value.facts["letter"] == "CK0000001"
    desks.clock.forward(days=8)
    with pytest.raises(DemandedAlready):
        write(desks, unit, stage=DemandStage.FIRST)
    with pytest.raises(StageNotNext):
        write(desks, unit, stage=DemandStage.FINAL)
    assert write(desks, unit)[0]["stage"] == "second"
    desks.clock.forward(days=8)
    (last,) = write(desks, unit, stage=DemandStage.FINAL)
    desks.clock.forward(days=8)
    with pytest.raises(DemandsExhausted):
        write(desks, unit)
    sheet = paper(desks, last["letter"].lower())
    assert sheet.earlier == ("CK0000001", "CK0000002")
    assert (
        sheet.overdue_fen == sum(line.open_fen for line in sheet.lines) == mark(desks).overdue_fen
    )
    assert [line.stage for line in desks.cashier.ask(demand_letters)] == [
        "final",
        "second",
        "first",
    ]
    with pytest.raises(NotFound):
        paper(desks, "CK0000009")
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]


def test_letters_begin_anew_once_the_oldest_amount_is_paid(desks, unit):
    desks.clock.forward(days=8)
    write(desks, unit)
    desks.clock.forward(days=33)  # the second amount is late too
    assert write(desks, unit)[0]["stage"] == "second"
    letter = paper(desks, "CK0000002")
    assert [line.days_over for line in letter.lines] == [34, 1]
    desks.cashier.do(TakePayment(unit=unit, amount=Fen(letter.lines[0].open_fen)))
    assert mark(desks).next_stage == "first"
    assert write(desks, unit)[0] == {
        "letter": "CK0000003", "unit": "1-1-0101", "stage": "first",
        "pay_by": desks.clock.now.date() + timedelta(days=7),
    }  # fmt: skip


def test_a_batch_is_whole_or_nothing(desks, unit):
    desks.clock.forward(days=4)
    other = sold(desks, "1-1-0102")
    desks.clock.forward(days=4)
    with pytest.raises(NothingOverdue):  # the second is not late yet
        write(desks, unit, other)
    assert desks.cashier.ask(demand_letters) == ()
    with pytest.raises(MissingEntry):
        write(desks)
    with pytest.raises(NoDeal):
        write(desks, unit, UnitId(desks.unit("1-1-0301")))
    with pytest.raises(NotPermitted):
        write(desks, unit, seat=desks.consultant)
    desks.clock.forward(days=4)
    answers = write(desks, other, unit, unit)
    assert [(a["letter"], a["unit"]) for a in answers] == [
        ("CK0000001", "1-1-0101"), ("CK0000002", "1-1-0102"),
    ]  # fmt: skip
    desks.manager.do(CancelSubscription(unit=other, fault=Fault.NONE, reason="x"))
    assert [line.unit for line in desks.manager.ask(reminders)] == ["1-1-0101"]


def test_a_promise_is_for_a_day_soon_and_no_more_than_is_open(desks, unit):
    desks.clock.forward(days=8)
    today = desks.clock.now.date()
    for day in (today - timedelta(days=1), today + timedelta(days=31)):
        with pytest.raises(PromiseTooFar):
            desks.consultant.do(RecordPromise(unit=unit, on=day))
    for amount in (0, -1, 10**12):
        with pytest.raises(BadEntry):
            desks.consultant.do(RecordPromise(unit=unit, on=today, amount=Fen(amount)))
    assert desks.manager.ask(payment_promises) == ()
    on = today + timedelta(days=3)
    answer = desks.consultant.do(RecordPromise(unit=unit, on=on, note="等理财到期"))
    assert answer["amount_fen"] == mark(desks).overdue_fen
    assert (mark(desks).promised_on, mark(desks).broken) == (on, False)
    desks.clock.forward(days=4)
    assert mark(desks).broken
    number = write(desks, unit)[0]["letter"]
    assert paper(desks, number).promised_on == on.isoformat()


FORGED = (
    "INSERT INTO demand_letter (no, number, deal_id, due_line_id, stage, overdue_fen, since,"
    " written_on, pay_by, at, actor_id, sheet) SELECT {no}, 'CK9', deal_id, id, '{stage}',"
    " open_fen + {more}, due_on, '{written}', '{pay_by}', made_at, {who}, '{{}}' FROM due_line"
    " WHERE due_on IS NOT NULL ORDER BY due_on {which} LIMIT 1"
)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"no": 7}, "follow one another"),
        ({"stage": "first"}, "stages of a demand|UNIQUE|unique"),
        ({"stage": "final"}, "stages of a demand"),
        ({"more": 1}, "asks for what is overdue"),
        ({"written": "late"}, "waits for the day"),
        ({"which": "DESC", "stage": "first"}, "overdue longest|asks for"),
        ({"who": "consultant"}, "without the right"),
    ],
)
def test_a_forged_letter_is_refused_by_the_database(desks, unit, wrong, words):
    desks.clock.forward(days=8)
    pay_by = write(desks, unit)[0]["pay_by"]
    given = {"no": 2, "stage": "second", "more": 0, "which": "ASC", "who": "cashier", **wrong}
    given["who"] = getattr(desks, given["who"]).person.id
    given["written"] = pay_by + timedelta(days=0 if "written" in wrong else 1)
    given["pay_by"] = pay_by + timedelta(days=9)
    with (
        pytest.raises(IntegrityError, match=words),
        desks.office.database.writing() as session,
    ):
        session.execute(text(FORGED.format(**given)))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"promised": "2020-01-01"}, "days"),
        ({"promised": "2027-06-01"}, "a day soon"),
        ({"amount": 10**12}, "no more is promised"),
        ({"who": "reception"}, "without the right"),
    ],
)
def test_a_forged_promise_is_refused_by_the_database(desks, unit, wrong, words):
    given = {"promised": "2026-12-01", "amount": 1, "who": "cashier", **wrong}
    who = getattr(desks, given["who"]).person.id
    statement = (
        "INSERT INTO payment_promise (deal_id, promised_on, amount_fen, note, made_on, at, actor_id)"
        f" SELECT deal_id, '{given['promised']}', {given['amount']}, '', '2026-11-24', made_at, {who}"
        " FROM due_line LIMIT 1"
    )
    with (
        pytest.raises(IntegrityError, match=words),
        desks.office.database.writing() as session,
    ):
        session.execute(text(statement))
