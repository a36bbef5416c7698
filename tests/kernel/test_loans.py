"""Instalments of a loan: against published tables, against exact fractions, and to the last fen."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.kernel.loans import Method, cost, instalments

LOANS = st.integers(0, 10**11)
RATES = st.integers(0, 240_000)
MONTHS = st.integers(1, 480)


@pytest.mark.parametrize(
    ("loan", "rate", "months", "monthly"),
    [
        (1_000_000_00, 49_000, 360, 5_307_27),  # 100 万, 4.9 %, 30 years: the banks' table
        (1_000_000_00, 32_500, 240, 5_671_96),  # 100 万, 3.25 %, 20 years: provident fund
        (120_000_00, 0, 120, 1_000_00),
    ],
)
def test_equal_instalments_are_those_of_the_banks_tables(loan, rate, months, monthly):
    assert cost(loan, rate, months, Method.EQUAL_INSTALMENT).first_fen == monthly


def test_equal_principal_falls_by_the_same_step():
    found = cost(1_000_000_00, 49_000, 360, Method.EQUAL_PRINCIPAL)
    assert found.first_fen == 6_861_11
    assert found.interest_fen == pytest.approx(737_041_67, abs=200)
    lines = list(instalments(1_200_000_00, 48_000, 12, Method.EQUAL_PRINCIPAL))
    assert [a.paid_fen - b.paid_fen for a, b in itertools.pairwise(lines)] == [400_00] * 11


@given(loan=LOANS, rate=RATES, months=MONTHS, method=st.sampled_from(Method))
def test_every_fen_is_paid_back_and_no_month_owes_less_than_nothing(loan, rate, months, method):
    lines = list(instalments(loan, rate, months, method))
    assert len(lines) == months and lines[-1].left_fen == 0
    assert sum(line.principal_fen for line in lines) == loan
    assert all(line.principal_fen >= 0 and line.interest_fen >= 0 for line in lines)
    whole = cost(loan, rate, months, method)
    assert whole.paid_fen == sum(line.paid_fen for line in lines) == loan + whole.interest_fen


@given(loan=st.integers(10**7, 10**10), rate=st.integers(1, 120_000), months=MONTHS)
def test_the_level_instalment_is_the_formula_s_to_the_fen(loan, rate, months):
    r = Fraction(rate, 12_000_000)
    grown = (1 + r) ** months
    exact = loan * r * grown / (grown - 1)
    first = next(instalments(loan, rate, months, Method.EQUAL_INSTALMENT)).paid_fen
    if months > 1:
        assert abs(first - exact) <= Fraction(1, 2)


@pytest.mark.parametrize(
    ("loan", "rate", "months"), [(-1, 1, 1), (1, -1, 1), (1, 1, 0), (1, 1, 481)]
)
def test_what_is_no_loan_is_refused(loan, rate, months):
    with pytest.raises(ValueError, match=str(months)):
        next(instalments(loan, rate, months, Method.EQUAL_PRINCIPAL))
