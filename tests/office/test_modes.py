"""Payment modes as data: what each asks for is written, tried out and kept, on both stores."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.errors import BadEntry, MissingEntry, NotFound, NotPermitted
from salesdesk.kernel.keys import Fen, ProjectId
from salesdesk.office.ledger.receivable_rules import (
    Basis,
    DueEvent,
    ModeDoesNotAddUp,
    MoneyKind,
)
from salesdesk.office.sales.mode_commands import (
    AddPaymentMode,
    ModeExists,
    ModeType,
    SetModeTerms,
    TermLine,
)
from salesdesk.office.sales.mode_queries import mode_terms, schedule_trial

M = MoneyKind
DOWN = TermLine(money=M.DOWN_PAYMENT, percent=Decimal(30))
REST = TermLine(money=M.BALANCE, rest=True, days=30)
PRICE = Fen(282_315_600)


def terms(desks, mode, project=None):
    return next(t for t in desks.consultant.ask(mode_terms, project) if t.mode == mode)


def test_every_mode_of_a_new_office_makes_the_price(desks):
    for known in desks.cashier.ask(mode_terms):
        found = desks.cashier.ask(schedule_trial, known.mode, PRICE)
        assert known.at is None and sum(due.amount_fen for due in found) == PRICE
    loan = desks.consultant.ask(schedule_trial, "Mortgage", PRICE)[-1]
    assert (loan.amount_fen % 1_000_000, loan.due_on) == (0, None)  # after the filing


def test_what_a_mode_asks_for_is_written_and_the_newest_counts(desks):
    desks.manager.do(SetModeTerms(mode="分期付款", lines=(DOWN, REST), note="开盘期"))
    now = terms(desks, "分期付款")
    assert [line.basis for line in now.lines] == [Basis.SHARE, Basis.REST]
    assert (now.note, now.by, now.whole_office) == ("开盘期", "manager one", True)
    desks.manager.do(
        SetModeTerms(mode="分期付款", lines=(replace(DOWN, percent=Decimal(50)), REST))
    )
    first, rest = desks.consultant.ask(schedule_trial, "分期付款", PRICE)
    assert (first.amount_fen, rest.amount_fen) == (PRICE // 2, PRICE - PRICE // 2)
    assert rest.due_on == day_of(desks.clock.now) + timedelta(days=30)


def test_a_project_may_have_its_own(desks):
    desks.manager.do(SetModeTerms(mode="分期付款", lines=(DOWN, REST)))
    desks.manager.do(SetModeTerms(mode="分期付款", lines=(REST,), project=ProjectId(1)))
    assert len(terms(desks, "分期付款", 1).lines) == 1
    desks.manager.do(SetModeTerms(mode="分期付款", lines=(DOWN, DOWN, REST)))
    assert len(terms(desks, "分期付款", 1).lines) == 1  # its own goes before the office's newest


def test_a_mode_is_added_and_asks_for_what_its_kind_asks_for(desks):
    desks.admin.do(
        AddPaymentMode(name="双公积金", english="Two funds", kind=ModeType.PROVIDENT_FUND)
    )
    assert terms(desks, "双公积金").lines == terms(desks, "公积金").lines
    for name, english in (("双公积金", "x"), ("x", "Two funds"), ("Mortgage", "y")):
        with pytest.raises(ModeExists):
            desks.admin.do(AddPaymentMode(name=name, english=english, kind=ModeType.LUMP_SUM))


def test_lines_for_others_go_beside_the_price(desks):
    tax = TermLine(
        money=M.DEED_TAX, event=DueEvent.DELIVERY,
        bands=((Decimal(140), Decimal(1)), (None, Decimal("1.5"))),
    )  # fmt: skip
    fund = TermLine(money=M.MAINTENANCE_FUND, per_m2=Fen(9_000), event=DueEvent.DELIVERY)
    desks.manager.do(SetModeTerms(mode="一次性付款", lines=(REST, tax, fund)))
    small = desks.consultant.ask(schedule_trial, "一次性付款", PRICE, area=Decimal(140))
    large = desks.consultant.ask(schedule_trial, "一次性付款", PRICE, area=Decimal("140.01"))
    assert [due.amount_fen for due in small] == [PRICE, 2_823_156, 1_260_000]
    assert [due.amount_fen for due in large] == [PRICE, 4_234_734, 1_260_090]


@pytest.mark.parametrize(
    ("lines", "refusal"),
    [
        ((), MissingEntry),
        ((DOWN,), ModeDoesNotAddUp),
        ((DOWN, REST, REST), ModeDoesNotAddUp),
        ((replace(DOWN, percent=Decimal(101)), REST), BadEntry),
        ((replace(DOWN, percent=Decimal("0.001")), REST), BadEntry),
        ((replace(DOWN, amount=Fen(5)), REST), BadEntry),
        ((TermLine(money=M.DOWN_PAYMENT), REST), BadEntry),
        ((TermLine(money=M.DOWN_PAYMENT, amount=Fen(-5)), REST), BadEntry),
        ((TermLine(money=M.DOWN_PAYMENT, per_m2=Fen(5)), REST), BadEntry),
        ((TermLine(money=M.DEED_TAX, rest=True), REST), BadEntry),
        ((replace(REST, days=-1),), BadEntry),
        ((replace(REST, instalments=0),), BadEntry),
        ((replace(REST, every_months=13),), BadEntry),
        ((replace(REST, event=DueEvent.DATE),), MissingEntry),
        ((replace(REST, event=DueEvent.PROGRESS),), MissingEntry),
        ((replace(REST, stage="封顶"),), BadEntry),
        ((REST,) * 25, BadEntry),
        (
            (REST, TermLine(money=M.DEED_TAX, bands=((Decimal(140), Decimal(1)),))),
            BadEntry,
        ),
        (
            (REST, TermLine(money=M.DEED_TAX, bands=((Decimal(140), Decimal(1)), (Decimal(90), Decimal(1)), (None, Decimal(2))))),
            BadEntry,
        ),
    ],
)  # fmt: skip
def test_terms_that_make_no_sense_are_refused_and_nothing_changes(desks, lines, refusal):
    before = desks.manager.ask(mode_terms)
    with pytest.raises(refusal):
        desks.manager.do(SetModeTerms(mode="分期付款", lines=lines))
    assert desks.manager.ask(mode_terms) == before


def test_days_that_are_over_and_unknown_names_are_refused(desks):
    today = day_of(desks.clock.now)
    with pytest.raises(BadEntry):
        desks.manager.do(
            SetModeTerms(mode="分期付款", lines=(REST,), ends_on=today - timedelta(days=1))
        )
    for wrong in (
        SetModeTerms(mode="白条", lines=(REST,)),
        SetModeTerms(mode="分期付款", lines=(REST,), project=ProjectId(9)),
    ):
        with pytest.raises(NotFound):
            desks.manager.do(wrong)
    with pytest.raises(NotFound):
        desks.manager.ask(schedule_trial, "白条", PRICE)
    with pytest.raises(BadEntry):
        desks.manager.ask(schedule_trial, "公积金", PRICE, area=Decimal(0))
    with pytest.raises(NotPermitted):
        desks.cashier.do(SetModeTerms(mode="分期付款", lines=(REST,)))
