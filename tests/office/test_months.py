"""Months closed by the accountant, and transfers that move no cash, on both stores."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.errors import BadEntry, NotFound, NotPermitted
from salesdesk.kernel.keys import Fen
from salesdesk.office.figures.audit import audit
from salesdesk.office.ledger.close_queries import day_close_paper
from salesdesk.office.ledger.closing import CloseDay, PieceCount
from salesdesk.office.ledger.months import (
    CloseMonth,
    DaysOpen,
    MonthClosedAlready,
    MonthNotOver,
    month_paper,
    months,
)
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.signing import SignContract
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.transfer_queries import transfers

TODAY = date(2026, 11, 24)
DEPOSIT = 1_000_000
NOTES = (PieceCount(piece=Fen(10_000), pieces=100),)
COPIED = "at, day, project_id, deal_id, unit_id, customer_id, payer, amount_fen, cashier_id, sheet"
FORGED = (
    (
        f"INSERT INTO receipt (series, no, number, kind, {COPIED}, previous, hash)"
        f" SELECT series, no + 1, 'SJ0000002', kind, {COPIED}, hash, 'x' FROM receipt"
    ),
    (
        "INSERT INTO cash_count (day, cashier_id, at, counted_fen, expected_fen, note)"
        " SELECT '2026-11-30', actor_id, at, 0, 0, '' FROM month_close"
    ),
    (
        "INSERT INTO day_close (day, cashier_id, at, actor_id, opening_fen, after_fen, banked_fen,"
        " counted_fen, handed_fen, note, sheet) SELECT '2026-11-30', cashier_id, at, actor_id,"
        " 1000000, 0, 0, 0, 0, '', '{}' FROM day_close"
    ),
    "UPDATE month_close SET taken_fen = 1",
    "DELETE FROM month_close",
    (
        "INSERT INTO month_close (month, at, actor_id, taken_fen, back_fen, sheet)"
        " SELECT '2026-10', at, actor_id, 0, 0, '{}' FROM month_close"
    ),
    (
        "INSERT INTO month_close (month, at, actor_id, taken_fen, back_fen, sheet)"
        " SELECT '2026-12', at, actor_id, 5, 0, '{}' FROM month_close"
    ),
)


def sold(desks, tender=TenderKind.CASH):
    unit = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=DEPOSIT, tender=tender))
    desks.manager.do(ApprovePrice(unit=unit))
    desks.consultant.do(Subscribe(unit=unit, mode="公积金"))
    desks.consultant.do(IdentifyBuyer(unit=unit, id_number="11010519491231002X"))
    desks.consultant.do(SignContract(unit=unit, number="HT-1"))


def test_a_month_is_closed_when_each_day_of_it_is_and_stays_as_it_was(desks):
    sold(desks)
    with pytest.raises(MonthNotOver):
        desks.admin.do(CloseMonth(month="2026-11"))
    desks.clock.forward(days=7)  # the first of December
    with pytest.raises(DaysOpen) as refusal:
        desks.admin.do(CloseMonth(month="2026-11"))
    assert "2026-11-24 cashier one" in refusal.value.facts["days"]
    (line,) = desks.manager.ask(months)
    assert (line.month, line.open_days, line.id, line.over) == ("2026-11", 1, None, True)
    day = desks.cashier.do(CloseDay(pieces=NOTES))
    paper = desks.cashier.ask(day_close_paper, day["close"])
    assert [(m.kind, m.amount_fen) for m in paper.moved] == [("credited", DEPOSIT)]
    for seat, form, refused in (
        (desks.manager, CloseMonth(month="2026-11"), NotPermitted),
        (desks.cashier, CloseMonth(month="2026-11"), NotPermitted),
        (desks.admin, CloseMonth(month="2026-13"), BadEntry),
        (desks.admin, CloseMonth(month="November"), BadEntry),
    ):
        with pytest.raises(refused):
            seat.do(form)
    with pytest.raises(NotFound):
        desks.manager.ask(month_paper, "2026-11")
    done = desks.admin.do(CloseMonth(month="2026-11"))
    assert (done["days"], done["taken_fen"], done["back_fen"]) == (1, DEPOSIT, 0)
    sheet = desks.manager.ask(month_paper, "2026-11")
    (cashier,) = sheet.cashiers
    assert (cashier.name, cashier.days, cashier.taken_fen) == ("cashier one", 1, DEPOSIT)
    assert [(k.kind, k.papers) for k in sheet.kinds] == [("deposit", 1)]
    assert sheet.seal > 0
    with pytest.raises(MonthClosedAlready):
        desks.admin.do(CloseMonth(month="2026-11"))
    for statement in FORGED:
        with (
            pytest.raises(IntegrityError, match="guard: "),
            desks.office.database.writing() as session,
        ):
            session.execute(text(statement))
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]


def test_a_transfer_is_a_paired_entry_and_moves_no_cash(desks):
    sold(desks, TenderKind.CARD)
    (line,) = desks.cashier.ask(transfers, TODAY, TODAY)
    assert (line.kind, line.debit, line.credit) == ("credited", "deposits held", "price received")
    assert (line.unit, line.amount_fen) == ("1-1-0101", DEPOSIT)
    assert desks.cashier.ask(transfers, TODAY + timedelta(days=1)) == ()
    with pytest.raises(NotPermitted):
        desks.consultant.ask(transfers)
