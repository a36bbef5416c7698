"""The bench's own arithmetic: a slow contestant misses, a fast one passes, all cases can be named."""

from contextlib import contextmanager

import pytest

from tests.bench.__main__ import all_cases, main
from tests.bench.harness import Case, Pair, line, measure, p95, ratio, written


def case(ours, baseline=None, **more):
    @contextmanager
    def prepare():
        yield Pair(lambda: ours, None if baseline is None else lambda: baseline)

    facts = {"name": "case", "ours": "ours", "baseline": "theirs", "rounds": 3} | more
    return Case(prepare=prepare, **facts)


@pytest.mark.parametrize(
    ("made", "passes"),
    [
        (case(1.0, 20.0, goal=1 / 10), True),
        (case(3.0, 20.0, goal=1 / 10), False),
        (case(0.9, goal=1.0, unit="ms"), True),
        (case(1.1, goal=1.0, unit="ms"), False),
        (case(4.0, 2.0, goal=1.5, at_least=True), True),
        (case(2.0, 2.0, goal=1.5, at_least=True), False),
    ],
)
def test_a_goal_is_met_or_missed(made, passes):
    outcome = measure(made)
    assert outcome.passed is passes
    assert line(outcome).startswith("pass" if passes else "MISS")


def test_what_has_no_goal_is_told():
    outcome = measure(case(9.0, 3.0, goal=0, told=True))
    assert outcome.passed
    assert line(outcome).startswith("told  case") and " got 3.00x " in line(outcome)


def test_ratios_read_as_people_say_them():
    assert ratio(0.05) == "1/20.0" and ratio(1.3) == "1.30x"
    assert written(1234.5) == "1,234" and written(0.0512) == "0.051"
    assert p95(list(range(100))) == 95


def test_every_case_has_a_name_of_its_own_and_a_goal(capsys):
    cases = all_cases()
    assert len({each.name for each in cases}) == len(cases)
    assert all((each.told or each.goal > 0) and each.rounds >= 3 for each in cases)
    assert main(["--list", "board"]) == 0
    assert "board: full repaint" in capsys.readouterr().out
