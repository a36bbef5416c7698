"""Receivables by age: what is open of live schedules, by how long it is overdue, on both stores."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.errors import NotPermitted
from salesdesk.kernel.keys import Fen, ProjectId
from salesdesk.office.figures.audit import audit
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.ageing import AgeingBy, ageing
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.due_queries import payment_schedule
from salesdesk.office.sales.mode_commands import SetModeTerms, TermLine
from salesdesk.office.sales.opening import OpeningRow
from salesdesk.office.sales.opening_entry import ImportOpening
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.queries import deals
from salesdesk.office.sales.receiving import TakePayment
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import CancelSubscription
from tests.furnished import not_begun

DEPOSIT = 5_000_000
LINES = (
    TermLine(
        money=MoneyKind.DOWN_PAYMENT, percent=Decimal(30), event=DueEvent.SUBSCRIPTION, days=7
    ),
    TermLine(
        money=MoneyKind.INSTALMENT, percent=Decimal(20), event=DueEvent.SUBSCRIPTION, days=40
    ),
    TermLine(money=MoneyKind.BALANCE, rest=True, event=DueEvent.DELIVERY),
)


@pytest.fixture
def deal(desks):
    desks.manager.do(SetModeTerms(mode="分期付款", lines=LINES))
    unit = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=DEPOSIT))
    desks.manager.do(ApprovePrice(unit=unit))
    desks.consultant.do(Subscribe(unit=unit, mode="分期付款"))
    desks.consultant.do(IdentifyBuyer(unit=unit, id_number="11010519491231002X"))
    return desks.consultant.ask(deals)[0]


def aged(desks, by=AgeingBy.DEAL, **more):
    return desks.cashier.ask(ageing, by, **more)


def classes(line):
    return line.not_due_fen, line.to_30_fen, line.to_60_fen, line.to_90_fen, line.over_90_fen


def test_what_was_taken_over_at_the_start_stands_apart_without_an_age(desks, deal):
    (before,) = aged(desks)
    rows = [
        OpeningRow(
            code=code, customer="旧客户", phone=phone, state=UnitState.SIGNED, on=desks.clock.now.date(),
            price_fen=190_000_000, paid_fen=paid, consultant="consultant one", line=line,
        )
        for line, (code, phone, paid) in enumerate(
            (("1-1-0201", "13911112222", 20_000_000), ("1-1-0202", "13911113333", 190_000_000)), 2
        )
    ]  # fmt: skip
    not_begun(desks)
    desks.admin.do(ImportOpening(rows=tuple(rows), project=desks.project))
    scheduled, over = aged(desks)
    assert scheduled == before, "a deal with a schedule is as it was"
    assert (over.unit, over.opening_fen, over.open_fen) == ("1-1-0201", 170_000_000, 170_000_000)
    assert classes(over) == (0, 0, 0, 0, 0) and over.deals == 1 and over.overdue_fen == 0
    (line,) = aged(desks, AgeingBy.CONSULTANT)
    assert (line.deals, line.opening_fen) == (2, 170_000_000)
    assert line.open_fen == before.open_fen + 170_000_000
    here, there = aged(desks, AgeingBy.PROJECT)
    assert (here.deals, here.opening_fen, here.open_fen) == (1, 0, before.open_fen)
    assert (there.deals, there.opening_fen, there.open_fen) == (1, 170_000_000, 170_000_000)
    assert aged(desks, project=ProjectId(1)) == (before,)
    assert aged(desks, project=ProjectId(2)) == (over,)
    desks.manager.do(CancelSubscription(unit=desks.unit("1-1-0201"), fault=Fault.NONE, reason="x"))
    assert aged(desks) == (before,)


def test_what_is_open_grows_older_day_by_day(desks, deal):
    down, second, rest = (line.open_fen for line in desks.cashier.ask(payment_schedule, deal.id))
    (line,) = aged(desks)
    assert classes(line) == (down + second + rest, 0, 0, 0, 0) and line.oldest_on is None
    assert (line.unit, line.customer, line.deals) == (deal.unit, deal.customer, 1)
    for days, wanted in (
        (7, (down + second + rest, 0, 0, 0, 0)),  # due today is not overdue
        (8, (second + rest, down, 0, 0, 0)),
        (37, (second + rest, down, 0, 0, 0)),  # the thirtieth day
        (38, (second + rest, 0, down, 0, 0)),
        (68, (rest, second, 0, down, 0)),
        (97, (rest, 0, second, down, 0)),  # the ninetieth day
        (98, (rest, 0, second, 0, down)),
    ):
        clock, desks.clock.now = desks.clock.now, desks.clock.now + timedelta(days=days)
        for by in AgeingBy:
            (line,) = aged(desks, by)
            assert (classes(line), line.open_fen) == (wanted, down + second + rest)
        desks.clock.now = clock


def test_what_was_paid_is_no_longer_owed_and_each_narrows(desks, deal):
    first = desks.cashier.ask(payment_schedule, deal.id)[0]
    unit = desks.unit("1-1-0101")
    desks.cashier.do(TakePayment(unit=unit, amount=Fen(first.open_fen - 1)))
    desks.clock.forward(days=10)
    (line,) = aged(desks)
    assert line.overdue_fen == line.to_30_fen == 1 and line.oldest_on == first.due_on
    (group,) = aged(desks, AgeingBy.PROJECT)
    assert aged(desks, AgeingBy.DEAL, project=group.id) == (line,)
    assert aged(desks, AgeingBy.DEAL, project=group.id + 1) == ()
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]
    with pytest.raises(NotPermitted):
        desks.reception.ask(ageing)


def test_what_is_open_is_neither_forged_nor_forgotten(desks, deal):
    unit = desks.unit("1-1-0101")
    desks.cashier.do(TakePayment(unit=unit, amount=Fen(1_000_000)))
    with (
        pytest.raises(IntegrityError, match="no longer open"),
        desks.office.database.writing() as session,
    ):
        session.execute(text("UPDATE due_line SET open_fen = amount_fen"))
    with desks.office.database.writing() as session:  # less than is open: only the proof knows
        session.execute(text("UPDATE due_line SET open_fen = 0 WHERE id = 1"))
    broken = [finding.law for finding in desks.manager.ask(audit) if finding.broken]
    assert broken == [
        "what is open is what was not paid",
        "what was paid stands on lines or ahead, or went back",
    ]
