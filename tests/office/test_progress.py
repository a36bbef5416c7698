"""Building stages that were reached date what waits for them, once, on both stores."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.errors import BadEntry, MissingEntry, NotFound, NotPermitted
from salesdesk.kernel.keys import BuildingId, RequestId
from salesdesk.kernel.text import TooLong
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.sales.changing import RequestMode
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.due_queries import payment_schedule
from salesdesk.office.sales.mode_commands import SetModeTerms, TermLine
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.progress import (
    RecordProgress,
    StageReached,
    building_progress,
    progress_trial,
)
from salesdesk.office.sales.queries import deals
from salesdesk.office.sales.till import TakeDeposit

FIRST = BuildingId(1)
MODE = "分期付款"
LINES = (
    TermLine(money=MoneyKind.DOWN_PAYMENT, percent=Decimal(30), event=DueEvent.SUBSCRIPTION),
    TermLine(
        money=MoneyKind.INSTALMENT, percent=Decimal(40), event=DueEvent.PROGRESS, stage="封顶",
        days=10,
    ),
    TermLine(money=MoneyKind.BALANCE, rest=True, event=DueEvent.PROGRESS, stage="竣工"),
)  # fmt: skip


def agree(desks, unit):
    key = desks.unit(unit)
    desks.consultant.do(HoldUnit(unit=key, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=key, amount=5_000_000))
    desks.manager.do(ApprovePrice(unit=key))
    desks.consultant.do(Subscribe(unit=key, mode=MODE))
    return next(card.id for card in desks.consultant.ask(deals) if card.unit == unit)


@pytest.fixture
def deal(desks):
    desks.manager.do(SetModeTerms(mode=MODE, lines=LINES))
    return agree(desks, "1-1-0101")


def due(desks, deal):
    return {line.stage: line.due_on for line in desks.manager.ask(payment_schedule, deal)}


def test_a_stage_dates_what_waits_for_it_and_says_so_before(desks, deal):
    today = day_of(desks.clock.now)
    (roof, done) = desks.cashier.ask(building_progress)
    assert (roof.stage, roof.reached_on, roof.lines) == ("封顶", None, 1)
    desks.clock.forward(days=4)
    reached = today + timedelta(days=2)
    coming = desks.manager.ask(progress_trial, FIRST, "封顶", reached)
    assert [(line.unit, line.due_on) for line in coming] == [
        ("1-1-0101", reached + timedelta(days=10))
    ]
    wish = RecordProgress(building=FIRST, stage=" 封顶 ", reached_on=reached)
    answer = desks.manager.do(wish, "2b1f")
    assert desks.manager.do(wish, "2b1f") == answer  # sent again
    assert (answer["lines"], answer["amount_fen"]) == (1, roof.amount_fen)
    assert due(desks, deal) == {"": today, "封顶": reached + timedelta(days=10), "竣工": None}
    (roof, again) = desks.cashier.ask(building_progress)
    assert (roof.reached_on, roof.by, again) == (reached, "manager one", done)
    assert desks.manager.ask(progress_trial, FIRST, "封顶") == ()


def test_who_agrees_later_owes_it_from_his_own_day_and_a_changed_schedule_keeps_it(desks, deal):
    desks.manager.do(RecordProgress(building=FIRST, stage="封顶"))
    desks.clock.forward(days=30)
    today = day_of(desks.clock.now)
    other = agree(desks, "1-1-0102")
    assert due(desks, other)["封顶"] == today + timedelta(days=10)
    request = desks.consultant.do(
        RequestMode(unit=desks.unit("1-1-0101"), mode="一次性付款", reason="x")
    )
    for signer in (desks.manager, desks.head):
        signer.do(SignRequest(request=RequestId(request)))
    assert "封顶" not in due(desks, deal)
    (roof, _done) = desks.cashier.ask(building_progress)
    assert roof.lines == 1  # of the other deal alone


def test_what_is_wrong_is_refused(desks, deal):
    tomorrow = day_of(desks.clock.now) + timedelta(days=1)
    desks.manager.do(RecordProgress(building=FIRST, stage="封顶"))
    for wrong, refusal in (
        ({"stage": "封顶"}, StageReached),
        ({"stage": " "}, MissingEntry),
        ({"stage": "x" * 41}, TooLong),
        ({"stage": "竣工", "reached_on": tomorrow}, BadEntry),
        ({"stage": "竣工", "building": BuildingId(99)}, NotFound),
    ):
        with pytest.raises(refusal):
            desks.manager.do(RecordProgress(**({"building": FIRST} | wrong)))
    with pytest.raises(NotPermitted):
        desks.consultant.do(RecordProgress(building=FIRST, stage="竣工"))
    assert due(desks, deal)["竣工"] is None


def test_a_day_long_ago_counts_from_the_agreement(desks, deal):
    desks.manager.do(RecordProgress(building=FIRST, stage="竣工", reached_on=date(2020, 1, 1)))
    assert due(desks, deal)["竣工"] == day_of(desks.clock.now)
