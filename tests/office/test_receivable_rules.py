"""What a payment mode makes due, how money is spread over it, what lateness costs: to the fen."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.kernel.errors import BadEntry
from salesdesk.office.ledger.receivable_rules import (
    FOR_OTHERS,
    LOANS,
    Basis,
    Due,
    DueEvent,
    LateTerms,
    ModeDoesNotAddUp,
    ModeLine,
    MoneyKind,
    Paid,
    dues,
    late_fee,
    rescheduled,
    spread,
)

M, B, E = MoneyKind, Basis, DueEvent
SIGNED = {(E.SIGNING, ""): date(2026, 11, 30), (E.PROGRESS, "封顶"): date(2027, 5, 1)}
AREA = Decimal("118.62")
MORTGAGE = (
    ModeLine(money=M.DOWN_PAYMENT, basis=B.SHARE, value=3_000),
    ModeLine(money=M.LOAN, basis=B.REST, days=30, step_fen=1_000_000),
    ModeLine(money=M.MAINTENANCE_FUND, basis=B.PER_M2, value=9_000, event=E.DELIVERY),
    ModeLine(
        money=M.DEED_TAX, basis=B.SHARE, event=E.DELIVERY, bands=((Decimal(140), 100), (None, 150))
    ),
)


def test_a_mortgage_floors_its_loan_and_the_difference_is_paid_at_first():
    first, loan, fund, tax = dues("按揭", MORTGAGE, 282_315_600, AREA, SIGNED)
    assert (loan.amount_fen, loan.due_on) == (197_000_000, date(2026, 12, 30))
    assert (first.amount_fen, first.due_on) == (282_315_600 - 197_000_000, date(2026, 11, 30))
    assert (fund.amount_fen, fund.due_on) == (
        1_067_580,
        None,
    )  # 118.62 m² at 90 yuan; not delivered
    assert tax.amount_fen == 2_823_156
    big = dues("按揭", MORTGAGE, 282_315_600, Decimal(141), SIGNED)[-1]
    assert big.amount_fen == 4_234_734


def test_instalments_fall_on_the_same_day_of_each_month_and_the_last_takes_what_is_over():
    line = ModeLine(
        money=M.INSTALMENT, basis=B.REST, event=E.DATE, on=date(2026, 12, 31), instalments=4,
        every_months=1,
    )  # fmt: skip
    found = dues("分期", (line,), 1_000_03, AREA, {})
    assert [due.amount_fen for due in found] == [25_000, 25_000, 25_000, 25_003]
    assert [due.due_on for due in found] == [
        date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31),
    ]  # fmt: skip


def test_progress_is_due_when_its_stage_has_come():
    lines = (
        ModeLine(money=M.DOWN_PAYMENT, basis=B.AMOUNT, value=100),
        ModeLine(money=M.INSTALMENT, basis=B.SHARE, value=5_000, event=E.PROGRESS, stage="封顶", days=7),
        ModeLine(money=M.BALANCE, basis=B.REST, event=E.PROGRESS, stage="竣工"),
    )  # fmt: skip
    found = dues("分期", lines, 1_001, AREA, SIGNED)
    assert [(due.amount_fen, due.due_on) for due in found] == [
        (100, date(2026, 11, 30)), (500, date(2027, 5, 8)), (401, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (ModeLine(money=M.DEED_TAX, basis=B.AMOUNT, value=1_000),),
        (ModeLine(money=M.DOWN_PAYMENT, basis=B.SHARE, value=9_999),),
        (ModeLine(money=M.DOWN_PAYMENT, basis=B.SHARE, value=10_100),),
        (ModeLine(money=M.DOWN_PAYMENT, basis=B.AMOUNT, value=1_001),),
        (
            ModeLine(money=M.DOWN_PAYMENT, basis=B.REST),
            ModeLine(money=M.BALANCE, basis=B.REST),
        ),
        (
            ModeLine(money=M.DOWN_PAYMENT, basis=B.AMOUNT, value=1_001),
            ModeLine(money=M.BALANCE, basis=B.REST),
        ),
    ],
)
def test_lines_that_do_not_make_the_price_are_refused(lines):
    with pytest.raises(ModeDoesNotAddUp):
        dues("x", lines, 1_000, AREA, {})


def test_there_is_no_schedule_of_nothing():
    with pytest.raises(BadEntry):
        dues("x", MORTGAGE, 0, AREA, {})


SHARES = st.lists(st.integers(1, 5_000), min_size=1, max_size=6)
MODES = st.builds(
    lambda shares, loan, step, parts: (
        *(
            ModeLine(money=M.INSTALMENT, basis=B.SHARE, value=10_000 * each // (sum(shares) + loan + 1), instalments=parts, every_months=1)
            for each in shares
        ),
        ModeLine(money=M.LOAN, basis=B.SHARE, value=10_000 * loan // (sum(shares) + loan + 1), step_fen=step),
        ModeLine(money=M.BALANCE, basis=B.REST),
        ModeLine(money=M.DEED_TAX, basis=B.SHARE, value=150),
    ),
    SHARES,
    st.integers(1, 5_000),
    st.sampled_from([1, 100_000, 1_000_000]),
    st.integers(1, 5),
)  # fmt: skip


@given(lines=MODES, price=st.integers(1, 10**11))
def test_the_parts_of_a_price_are_the_price_and_a_loan_is_whole(lines, price):
    found = dues("x", lines, price, AREA, SIGNED)
    ours = [due for due in found if due.money not in FOR_OTHERS]
    assert sum(due.amount_fen for due in ours) == price
    assert all(due.amount_fen > 0 for due in found)
    step = next(line.step_fen for line in lines if line.money is M.LOAN)
    assert all(due.amount_fen % step == 0 for due in ours if due.money in LOANS)


@given(amounts=st.lists(st.integers(1, 10**9), max_size=8), paid=st.integers(0, 10**10))
def test_money_is_spread_first_come_and_nothing_is_lost(amounts, paid):
    parts, over = spread(amounts, paid)
    assert sum(parts) + over == paid
    assert all(0 <= part <= amount for part, amount in zip(parts, amounts, strict=True))
    full = [part == amount for part, amount in zip(parts, amounts, strict=True)]
    assert full == sorted(full, reverse=True) or sum(parts) == paid
    assert not over or all(full)


@given(old=MODES, new=MODES, prices=st.tuples(st.integers(1, 10**10), st.integers(1, 10**10)), paid=st.integers(0, 10**10))  # fmt: skip
def test_another_mode_keeps_what_was_paid_and_the_whole_is_the_new_price(old, new, prices, paid):
    before = dues("old", old, prices[0], AREA, SIGNED)
    parts, _over = spread([due.amount_fen for due in before], paid)
    lines = [Paid(due=due, paid_fen=part) for due, part in zip(before, parts, strict=True)]
    after = rescheduled(lines, dues("new", new, prices[1], AREA, SIGNED))
    got = sum(line.paid_fen for line in lines if line.due.money not in FOR_OTHERS)
    ours = sum(due.amount_fen for due in after if due.money not in FOR_OTHERS)
    assert ours == max(prices[1], got)
    kept = [(due.money, due.amount_fen) for due in after][: sum(1 for part in parts if part)]
    assert kept == [(line.due.money, line.paid_fen) for line in lines if line.paid_fen]


DUE = date(2026, 12, 10)
FIVE = LateTerms(per_myriad=Decimal(5))


def late(payments, until, terms=FIVE, amount=10_000_000):
    return late_fee(amount, DUE, [(DUE + timedelta(days=day), fen) for day, fen in payments],
                    DUE + timedelta(days=until), terms)  # fmt: skip


@pytest.mark.parametrize(
    ("payments", "until", "fee"),
    [
        ([], 0, 0),
        ([], 1, 5_000),  # the second day is the first that counts
        ([], 30, 150_000),
        ([(0, 10_000_000)], 30, 0),
        ([(-5, 4_000_000), (0, 6_000_000)], 30, 0),
        ([(10, 10_000_000)], 30, 50_000),  # to the day of payment
        ([(0, 4_000_000)], 10, 30_000),  # on the shortfall only
        ([(10, 4_000_000), (20, 6_000_000)], 90, 80_000),
        ([(40, 10_000_000)], 30, 150_000),  # what is paid later is not known yet
    ],
)
def test_a_fee_runs_from_the_second_day_on_what_is_short(payments, until, fee):
    assert late(payments, until) == fee


@pytest.mark.parametrize(
    ("payments", "until", "fee"),
    [([], 7, 0), ([], 8, 40_000), ([(7, 10_000_000)], 60, 0), ([(8, 10_000_000)], 60, 40_000)],
)
def test_within_its_days_of_grace_nothing_is_due_afterwards_all_of_it(payments, until, fee):
    assert late(payments, until, LateTerms(per_myriad=Decimal(5), grace_days=7)) == fee


def test_a_fee_has_its_cap():
    assert late([], 3_650, LateTerms(per_myriad=Decimal(5), cap_percent=10)) == 1_000_000


@given(
    payments=st.lists(st.tuples(st.integers(-20, 60), st.integers(1, 10**7)), max_size=6),
    days=st.integers(0, 60),
)
def test_a_fee_is_what_each_day_counted_alone_would_make(payments, days):
    fee = late(payments, days, LateTerms(per_myriad=Decimal(1)), amount=10**7)
    weighed = 0
    for day in range(1, days + 1):
        open_fen = 10**7 - sum(fen for on, fen in payments if on < day)
        weighed += max(0, open_fen)
    assert abs(fee * 10_000 - weighed) <= 5_000


def test_a_line_without_a_day_has_none():
    (due,) = dues("x", (ModeLine(money=M.BALANCE, basis=B.REST, event=E.FILING),), 5, AREA, {})
    assert due == Due(money=M.BALANCE, amount_fen=5, due_on=None, event=E.FILING)
