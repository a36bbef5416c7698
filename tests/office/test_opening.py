"""A real office starts in the middle: what was sold before, and the money that was paid before."""

from dataclasses import replace
from datetime import date

import pytest

from salesdesk.kernel.errors import BadEntry
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.customers.queries import find_customers
from salesdesk.office.figures.audit import audit, counts
from salesdesk.office.figures.queries import timeline
from salesdesk.office.frontdoor import Overtaken
from salesdesk.office.inventory.commands import ReleaseUnits
from salesdesk.office.inventory.queries import unit_history
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.ledger.queries import day_cash, receipts
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales import opening_entry
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.opening import OpeningRow
from salesdesk.office.sales.opening_entry import (
    ImportOpening,
    NumbersRunning,
    OpeningRefused,
    WorkHasBegun,
    preview_opening,
)
from salesdesk.office.sales.queries import deal_on
from salesdesk.office.sales.signing import SignContract
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import CancelSubscription, PayRefund
from tests.furnished import not_begun

P = ProjectId(2)
SUBSCRIBED = OpeningRow(
    code="1-1-0101", customer="旧客户", phone="13911112222", state=UnitState.SUBSCRIBED,
    on=date(2026, 9, 1), price_fen=190_000_000, paid_fen=20_000_000, receipts="旧 0017-0019",
    consultant="consultant one", line=2,
)  # fmt: skip
SIGNED = OpeningRow(
    code="1-1-0102", customer="签约客户", phone="13911113333", state=UnitState.SIGNED,
    on=date(2026, 8, 1), price_fen=195_000_000, paid_fen=195_000_000, line=3,
)  # fmt: skip


@pytest.fixture
def desks(desks):
    return not_begun(desks)


def test_units_come_in_sold_with_their_customers_and_their_money(desks):
    answer = desks.admin.do(
        ImportOpening(project=P, rows=(SUBSCRIBED, SIGNED), first_receipt=1001)
    )
    assert answer == {"units": 2, "paid_fen": 215_000_000}
    assert (desks.state("1-1-0101"), desks.state("1-1-0102")) == ("subscribed", "signed")
    unit = desks.unit("1-1-0101")
    card = desks.manager.ask(deal_on, unit)
    assert (card.price_fen, card.paid_fen, card.customer) == (190_000_000, 20_000_000, "旧客户")
    assert card.consultant == "consultant one"
    assert [c.name for c in desks.manager.ask(find_customers, "1391111")] == ["签约客户", "旧客户"]
    entry = desks.manager.ask(unit_history, unit)[0]
    assert "2026-09-01 · 旧 0017-0019" in entry.detail
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]
    assert desks.cashier.ask(receipts) == ()  # what was paid before has the old receipts
    assert desks.cashier.ask(day_cash).expected == ()


def test_our_receipts_go_on_from_the_number_that_was_given(desks):
    desks.admin.do(ImportOpening(project=P, rows=(SUBSCRIBED,), first_receipt=1001))
    desks.manager.do(ReleaseUnits(project=P))
    for code, number in (("1-1-0201", "SJ0001001"), ("1-1-0202", "SJ0001002")):
        unit = desks.unit(code)
        desks.consultant.do(
            HoldUnit(unit=unit, customer=desks.customer(code, f"139{code[-4:]}0000"))
        )
        assert desks.cashier.do(TakeDeposit(unit=unit, amount=100))["receipt"] == number
    with pytest.raises(NumbersRunning) as refusal:
        desks.admin.do(ImportOpening(project=P, rows=(SIGNED,), first_receipt=5))
    assert refusal.value.facts == {"next": 1003}
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]


def test_an_opening_deal_can_be_cancelled_and_its_money_paid_back(desks):
    desks.admin.do(ImportOpening(project=P, rows=(SUBSCRIBED,)))
    gone = desks.manager.do(
        CancelSubscription(unit=desks.unit("1-1-0101"), fault=Fault.NONE, reason="贷款未批")
    )
    assert (gone["paid_fen"], gone["owed_fen"]) == (20_000_000, 20_000_000)
    desks.cashier.do(PayRefund(refund=gone["refund"]))
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": "9-9-0909"},
        {"code": "1-1-0101"},  # a second time
        {"paid_fen": -1},
        {"paid_fen": 195_000_001},
        {"price_fen": 0, "paid_fen": 0},
        {"consultant": "nobody"},
        {"on": date(2099, 1, 1)},
        {"customer": ""},
        {"customer": "王\ud842"},
        {"phone": "12"},
        {"id_number": "11010519491231002Y"},
    ],
)
def test_one_wrong_row_and_nothing_is_taken_in(desks, wrong):
    before = desks.manager.ask(counts)
    with pytest.raises((OpeningRefused, BadEntry)) as refusal:
        desks.admin.do(
            ImportOpening(project=P, rows=(SUBSCRIBED, replace(SIGNED, **wrong)), first_receipt=7)
        )
    assert all(refusal.value.sentences())
    assert refusal.value.facts.get("line", 3) == 3
    assert desks.manager.ask(counts) == before
    assert desks.state("1-1-0101") == "draft"


def test_a_unit_that_came_in_sold_does_not_come_in_again(desks):
    desks.admin.do(ImportOpening(project=P, rows=(SUBSCRIBED,)))
    with pytest.raises(OpeningRefused):
        desks.admin.do(ImportOpening(project=P, rows=(replace(SUBSCRIBED, phone="13911114444"),)))


def test_several_files_come_in_one_after_another_until_the_work_begins(desks):
    desks.admin.do(ImportOpening(project=P, rows=(SUBSCRIBED,)))
    desks.admin.do(ImportOpening(project=P, rows=(SIGNED,)))
    desks.manager.do(ReleaseUnits(units=(desks.unit("1-1-0201"),)))
    before = desks.manager.ask(counts)
    for seat in (desks.admin, desks.manager):
        with pytest.raises(WorkHasBegun) as refusal:
            seat.do(ImportOpening(project=P, rows=(replace(SIGNED, code="1-1-0202"),)))
        assert all(refusal.value.sentences())
    assert desks.manager.ask(counts) == before
    assert desks.state("1-1-0202") == "draft"


def test_what_is_taken_for_a_deal_that_came_in_ends_the_opening_too(desks):
    desks.admin.do(ImportOpening(project=P, rows=(SUBSCRIBED,)))
    desks.manager.do(SignContract(unit=desks.unit("1-1-0101"), number="HT-1"))
    with pytest.raises(WorkHasBegun):
        desks.admin.do(ImportOpening(project=P, rows=(SIGNED,)))


def test_another_projects_work_does_not_end_it(desks):
    """The first project is released; the second's opening still comes in."""
    desks.admin.do(ImportOpening(project=P, rows=(SUBSCRIBED,)))
    with pytest.raises(WorkHasBegun):
        desks.admin.do(ImportOpening(project=ProjectId(1), rows=(SIGNED,)))


def test_the_database_refuses_it_too(desks, monkeypatch):
    monkeypatch.setattr(opening_entry, "begun", lambda _session, _project: False)
    with pytest.raises(Overtaken, match="before the work of its project begins"):
        desks.admin.do(ImportOpening(project=ProjectId(1), rows=(SIGNED,)))
    assert desks.admin.do(ImportOpening(project=P, rows=(SIGNED,)))["units"] == 1


@pytest.mark.parametrize("first", [0, -5])
def test_the_first_number_is_one_or_more(desks, first):
    with pytest.raises(BadEntry):
        desks.admin.do(ImportOpening(project=P, rows=(SUBSCRIBED,), first_receipt=first))


def test_every_row_that_would_be_refused_is_told_beforehand(desks):
    """A dry run that finds nothing must not be followed by a refusal."""
    desks.admin.do(ImportOpening(project=P, rows=(replace(SUBSCRIBED, phone=""),)))
    rows = (
        SUBSCRIBED,
        replace(SIGNED, code="9-9-0909", line=3),
        replace(SIGNED, consultant="nobody", line=4),
        replace(SIGNED, code="1-1-0201", on=date(2099, 1, 1), line=5),
        replace(SIGNED, code="1-1-0202", line=6),
    )
    before = desks.manager.ask(counts)
    found = desks.admin.ask(preview_opening, rows, P)
    assert [problem.line for problem in found] == [2, 3, 4, 5]
    said = [problem.problem.format_map(dict(problem.facts)) for problem in found]
    assert said[0] == "The unit 1-1-0101 is subscribed already."
    assert "9-9-0909" in said[1]
    assert "nobody" in said[2]
    assert "2099-01-01" in said[3]
    assert desks.manager.ask(counts) == before
    for row in rows[:4]:
        with pytest.raises(OpeningRefused):
            desks.admin.do(ImportOpening(project=P, rows=(row,)))
    desks.admin.do(ImportOpening(project=P, rows=rows[4:]))


def test_what_was_sold_before_stands_on_its_own_days_of_the_curve(desks):
    """Not all on the day it was brought in: a leap of the curve that never happened."""
    desks.admin.do(ImportOpening(project=P, rows=(SUBSCRIBED, SIGNED)))
    curve = desks.manager.ask(timeline, P).curve
    assert [(point.day, point.units) for point in curve] == [
        (date(2026, 8, 1), 1),
        (date(2026, 9, 1), 1),
    ]
