"""Absorption by batch, with figures made by hand: fixed day, fixed denominator (domain 3.11)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from salesdesk.kernel.errors import BadEntry
from salesdesk.kernel.keys import ProjectId, RefundId, UnitId
from salesdesk.office.figures.absorption import absorption, rate
from salesdesk.office.inventory.commands import ImportUnits, ReleaseUnits, WithdrawUnits
from salesdesk.office.ledger.queries import refunds
from salesdesk.office.ledger.rules import Fault, TenderKind
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import AcceptBack, CancelSubscription, PayRefund
from tests.furnished import rows

P = ProjectId(1)
LIST = 200_000_000  # 100 m² at 20,000 yuan, in fen


def sell(desks, unit, total=None):
    """Hold, pay, approve (at *total* fen, default the list price), subscribe."""
    unit = UnitId(unit)
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=1_000_000))
    desks.manager.do(ApprovePrice(unit=unit, total=total))
    desks.consultant.do(Subscribe(unit=unit, mode="一次性付款"))


def take_back(desks, unit):
    """Cancel, return the money, accept back: held back afterwards."""
    unit = UnitId(unit)
    desks.manager.do(CancelSubscription(unit=unit, fault=Fault.NONE, reason="x"))
    for owed in desks.cashier.ask(refunds):
        if owed.owed_fen > owed.paid_fen:
            desks.cashier.do(PayRefund(refund=RefundId(owed.id), tender=TenderKind.CASH))
    desks.manager.do(AcceptBack(unit=unit))


def test_a_batch_keeps_its_day_and_its_denominator(desks):
    """Six units of 100 m² released on 24 November: what is sold when, counted by hand."""
    units = [desks.unit(f"1-1-0{floor}0{place}") for floor in (1, 2, 3) for place in (1, 2)]
    sell(desks, units[0])  # on the first day
    desks.clock.forward(days=3)
    sell(desks, units[1], LIST - 10_000_000)  # on the fourth
    desks.manager.do(WithdrawUnits(units=(units[5],), reason="kept"))
    raised = [row for row in rows(price=2_500_000) if row.number in {"301", "302"}]
    desks.admin.do(ImportUnits(rows=tuple(raised), project=P, file="dearer", partial=True))
    desks.admin.do(ImportUnits(rows=rows("2栋", floors=1), project=P, file="later"))
    desks.manager.do(ReleaseUnits(units=(units[5],), name="second"))
    desks.clock.forward(days=5)
    sell(desks, units[5])  # of the second batch now
    take_back(desks, units[0])
    first, second = desks.manager.ask(absorption, P, (1, 7, 9, 30))
    assert (first.units, first.area, first.list_fen) == (6, Decimal(600), 6 * LIST)
    assert (second.units, second.name, second.list_fen) == (1, "second", 250_000_000)
    assert [(mark.days, mark.units) for mark in first.marks] == [
        (1, 1), (7, 2), (9, None), (30, None), (None, 1),
    ]  # fmt: skip
    week, now = first.marks[1], first.marks[-1]
    assert (week.area, week.list_fen, week.deal_fen) == (
        Decimal(200), 2 * LIST, 2 * LIST - 10_000_000,
    )  # fmt: skip
    assert now.deal_fen == LIST - 10_000_000
    assert rate(week.units, first.units) == Decimal("33.3")
    assert rate(week.list_fen, first.list_fen) == Decimal("33.3")
    assert [(mark.days, mark.units) for mark in second.marks] == [
        (1, 0), (7, None), (9, None), (30, None), (None, 1),
    ]  # fmt: skip
    assert second.marks[-1].deal_fen == 250_000_000
    desks.clock.forward(days=1)
    again = desks.manager.ask(absorption, P, (1, 7, 9))[0]
    assert [mark.units for mark in again.marks] == [1, 2, 1, 1]
    assert again.marks[0].until.date() == date(2026, 11, 24) and again.list_fen == 6 * LIST


def test_what_cannot_be_asked_and_what_cannot_be_divided(desks):
    for wrong in ((0,), (-1, 5), (10**6,)):
        with pytest.raises(BadEntry):
            desks.manager.ask(absorption, P, wrong)
    assert rate(None, 6) is None and rate(3, 0) is None
    assert rate(Decimal("89.50"), Decimal("179.00")) == Decimal("50.0")
    (line,) = desks.reception.ask(absorption)
    assert line.marks[0].until > desks.clock.now - timedelta(days=1)
    assert line.marks[0].units is None and line.marks[-1].units == 0
