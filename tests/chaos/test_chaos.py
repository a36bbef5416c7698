"""Many desks, one truth: the short form of the chaos runs, and judges that can fail."""

import sys

import pytest

if sys.platform != "linux":
    pytest.skip(
        "stopping and killing processes, and the server's wheel, are Linux's",
        allow_module_level=True,
    )

from tests.chaos import boards, trial
from tests.chaos.bugs import BUGS
from tests.chaos.hunting import caught
from tests.chaos.laws import History

SEED = 20_261_126
QUICK = ("no-unique-index", "max-plus-one", "missing-trigger", "unverified-predecessor")


@pytest.fixture(scope="module")
def standing():
    """A server that keeps what it promises, and on it the office that every run copies."""
    with trial.prepared_server() as made:
        yield made


def test_an_office_on_a_server_keeps_every_law_through_faults(standing):
    report = trial.run(SEED, 18, "postgresql", pace=0.6, server=standing)
    assert not report.violations, report.violations
    assert report.clean and report.commands["never known"] == 0, report
    # A run that met no fault would prove nothing.
    assert report.faults["server crashed"] >= 1 and report.faults["desk killed"] >= 1, (
        report.faults
    )
    assert len(report.faults) >= 10 and sum(report.faults.values()) >= 25, report.faults
    assert report.receipts and report.seals and report.looks, report


def test_an_office_on_a_file_keeps_every_law_through_faults():
    report = trial.run(SEED, 10, "sqlite", pace=0.3)
    assert not report.violations, report.violations
    assert report.clean and report.commands["never known"] == 0, report
    assert len(report.faults) == 4, report.faults
    assert report.receipts and report.looks, report


@pytest.mark.parametrize("name", QUICK)
def test_a_seeded_bug_is_caught_by_its_law(standing, name):
    (verdict,) = caught([name], SEED, standing)
    assert verdict["caught"], verdict


def test_twelve_bugs_are_known():
    assert len(BUGS) == 12


# --- a judge must be able to fail ---------------------------------------------------------------------


def test_the_boards_judge_knows_backwards_stale_and_forked():
    early, late = (1, 1.0, 2.0, {7: (3, 0)}), (2, 3.0, 4.0, {7: (2, 1)})
    assert [law for law, _how in boards.contradictions([early, late], [])] == [boards.BACKWARDS]
    assert [law for law, _how in boards.contradictions([late], [(2.5, 7, 3)])] == [boards.STALE]
    one, two = (1, 1.0, 2.0, {7: (3, 0), 8: (4, 0)}), (2, 1.5, 2.5, {7: (2, 0), 8: (5, 0)})
    assert [law for law, _how in boards.contradictions([one, two], [])] == [boards.FORK]
    newer = (2, 1.5, 2.5, {7: (3, 1), 8: (5, 0)})
    assert not list(boards.contradictions([one, newer], [(1.2, 7, 3), (1.2, 8, 5)]))


def test_a_run_with_too_few_faults_does_not_count():
    least = trial.LEAST["sqlite"]
    assert trial.too_few("sqlite", {kind: 2 * rate for kind, rate in least.items()}, 120) == {}
    said = trial.too_few("sqlite", {"desk killed": 1}, 120)
    assert said["desk killed"] == "1 of 10" and said["all"] == "1 of 21", said
    assert set(said) == {*least, "all"}


def test_a_torn_last_line_is_no_word(tmp_path):
    log = tmp_path / "desk-0.jsonl"
    log.write_text(
        '{"t": "wish", "at": 1, "id": "d0-1", "k": "LetGo", "f": {"unit": 1}}\n{"t": "o', "utf-8"
    )
    history = History()
    history.add(0, log)
    assert history.wishes["d0-1"].outcome == "open"
