"""Three cashiers take a launch day's deposits, each program killed three times: every sum is the same."""

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import func, select

from salesdesk.kernel.keys import Fen
from salesdesk.office.figures.audit import audit
from salesdesk.office.ledger.close_queries import day_close_paper
from salesdesk.office.ledger.close_rules import PIECES_FEN
from salesdesk.office.ledger.closing import CloseDay, PieceCount
from salesdesk.office.ledger.queries import receipts
from salesdesk.office.ledger.rules import Account, TenderKind
from salesdesk.office.ledger.sheets import TenderLine
from salesdesk.office.ledger.tables import Movement, ReceiptPrint
from tests.journeys.launch import CASHIERS, DEATHS, HOMES, furnish, homes_of, in_words, shifts
from tests.office.stages import OnFile, OnServer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs are forked")


@pytest.fixture(params=["file", "server"])
def stage(request, tmp_path):
    if request.param == "file":
        yield OnFile.made(tmp_path, furnish)
        return
    made = OnServer(request.getfixturevalue("server"), furnish)
    yield made
    made.strike()


class Counters:
    """The three windows: a program at each, begun again after each death."""

    def __init__(self):
        self._mother = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.launch"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def _ask(self, words=""):
        self._mother.stdin.write(words + "\n")
        self._mother.stdin.flush()
        return [int(word) for word in self._mother.stdout.readline().split()]

    def _begin(self, shift):
        (process,) = self._ask(in_words(shift))
        return process

    def work(self, planned):
        """Serve all queues; give how many programs died."""
        died, at_work = 0, {self._begin(shift): shift for shift in planned}
        while at_work:
            process, end = self._ask()
            shift = at_work.pop(process)
            if os.WIFSIGNALED(end) and os.WTERMSIG(end) == signal.SIGKILL:
                died += 1
                shift.deaths.pop(min(shift.deaths, key=int))
                at_work[self._begin(shift)] = shift
            else:
                assert end == 0, Path(shift.counter, f"{shift.login}.failed").read_text("utf-8")
        return died

    def close(self):
        self._mother.stdin.close()
        self._mother.stdout.close()
        self._mother.wait()


@pytest.fixture
def counters():
    made = Counters()
    yield made
    made.close()


def notes(fen):
    """Count *fen* in the fewest notes and coins."""
    counted = []
    for piece in PIECES_FEN:
        pieces, fen = divmod(fen, piece)
        counted.append(PieceCount(piece=Fen(piece), pieces=pieces))
    assert fen == 0
    return tuple(counted)


def by_tender(queue):
    sums = Counter()
    for _home, _code, paid in queue:
        sums.update(dict(paid))
    return sums


def test_a_launch_day_ends_with_equal_sums_whoever_died(stage, counters, tmp_path):
    desks = stage.begin()
    counter = tmp_path / "counter"
    counter.mkdir()
    place = desks.clock.url if hasattr(desks.clock, "url") else desks.office.database.place
    planned = list(shifts(place, counter, homes_of(desks), desks.clock.now))
    queues = [list(shift.queue) for shift in planned]
    died = counters.work(planned)
    assert died == len(CASHIERS) * len(DEATHS)

    # each home's customer has one receipt that stands, of what he paid, and one paper of it
    listed = desks.manager.ask(receipts, limit=1_000)
    stands = [line for line in listed if not line.voided]
    asked = {code: dict(paid) for queue in queues for _home, code, paid in queue}
    assert len(asked) == len(stands) == HOMES
    given = {line.unit: {one.kind: one.amount_fen for one in line.tenders} for line in stands}
    assert given == asked
    assert sorted(line.no for line in listed) == list(range(1, len(listed) + 1))
    papers = {path.stem: json.loads(path.read_text("utf-8")) for path in counter.glob("*.paper")}
    assert {number: (one["unit"], one["fen"]) for number, one in papers.items()} == {
        line.number: (line.unit, sum(asked[line.unit].values())) for line in stands
    }
    # whoever died before the paper came out printed it again, and only that one says so
    again = {line.number for line in stands if line.prints == 2}
    assert len(again) == len(CASHIERS)
    assert {number for number, one in papers.items() if one["reprint"] == 1} == again
    assert {line.prints for line in stands} == {1, 2}

    # the drawer of each, counted as the queue paid, and the three ways of adding up
    closed = []
    for login, queue in zip(CASHIERS, queues, strict=True):
        paid = by_tender(queue)
        slips = tuple(
            TenderLine(kind=kind, amount_fen=Fen(fen))
            for kind, fen in paid.items()
            if kind != "cash"
        )
        seat = stage.seat(desks, login)
        answer = seat.do(CloseDay(pieces=notes(paid["cash"]), slips=slips))
        assert answer["difference_fen"] == 0
        closed.append(desks.manager.ask(day_close_paper, answer["close"]))
    total = sum(sum(by_tender(queue).values()) for queue in queues)
    assert {sheet.total_fen for sheet in closed} == {total}
    with desks.office.database.reading() as session:
        debit, credit = (
            session.scalar(
                select(func.sum(Movement.amount_fen)).where(side == Account.DEPOSITS_HELD)
            )
            or 0
            for side in (Movement.debit, Movement.credit)
        )
        assert credit - debit == total
        assert session.scalar(select(func.count()).select_from(ReceiptPrint)) == HOMES + len(
            CASHIERS
        )
    for kind in TenderKind:
        paid = sum(by_tender(queue)[kind] for queue in queues)
        sums = [
            sum(
                line.taken_fen - line.back_fen
                for sheet in closed
                for line in sheet.tenders
                if line.kind == kind
            ),
            sum(one.amount_fen for line in stands for one in line.tenders if one.kind == kind),
        ]
        assert sums == [paid, paid], kind
    assert [finding for finding in desks.manager.ask(audit) if finding.broken] == []
    stage.end(desks)
