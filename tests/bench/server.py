"""A shared office on PostgreSQL with fsync: holds against a raw driver and against the ORM's way.

One turn of each rival lasts a few seconds with the whole crowd; the referee clears the board between.
"""

from contextlib import contextmanager
from functools import partial

from tests.bench import crowd
from tests.bench.harness import Case, Pair

FEW, MANY, RUSHING = 16, 100, 200
"""Consultants: a busy office, an opening's desks, an opening's whole team."""


def turns(ours, theirs, game, people, figure):
    """Give a case's preparation: *figure* of a turn of either kind."""

    @contextmanager
    def prepared():
        gathered = crowd.gathered()
        yield Pair(
            *(partial(_figure, gathered, kind, game, people, figure) for kind in (ours, theirs))
        )

    return prepared


def _figure(gathered, kind, game, people, figure):
    return figure(gathered.turn(kind, game, people))


def wins(turn):
    return turn.wins


def rate(turn):
    return turn.rate


def last_served(turn):
    return max(turn.served)


CASES = (
    Case(
        name="server: hold on uniform units, holds/s", goal=0.7, at_least=True, rounds=5,
        ours="ours", baseline="raw driver, same rows",
        prepare=turns("ours", "raw", crowd.uniform, FEW, wins),
    ),
    Case(
        name="server: hold as a share of a bare one-row UPDATE", goal=0, told=True, rounds=3,
        ours="ours", baseline="bare UPDATE",
        prepare=turns("ours", "bare", crowd.uniform, FEW, wins),
    ),
    Case(
        name="server: 100 clients on 10 hot units, tries/s", goal=3, at_least=True, rounds=5,
        ours="ours", baseline="ORM with_for_update",
        prepare=turns("ours", "orm", crowd.hot, MANY, rate),
    ),
    Case(
        name="server: 100 clients on 10 hot units, p99 ms", goal=1 / 2, rounds=5,
        ours="ours", baseline="ORM with_for_update",
        prepare=turns("ours", "orm", crowd.hot, MANY, crowd.Turn.p99),
    ),
    Case(
        name="server: 200 consultants rush, the last served, ms", goal=1 / 2, rounds=5,
        ours="ours", baseline="ORM with_for_update",
        prepare=turns("ours", "orm", crowd.rush, RUSHING, last_served),
    ),
    Case(
        name="server: holds/s with the feed's word, 0 listeners", goal=0.7, at_least=True, rounds=5,
        ours="with word", baseline="without",
        prepare=turns("ours", "quiet", crowd.uniform, FEW, wins),
    ),
)  # fmt: skip
