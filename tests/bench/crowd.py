"""An opening's crowd on a real PostgreSQL with fsync: seats of ours, and plain programs beside them.

Four programs with many consultants each; every consultant has a line, or several, of his own to
the server. All rivals write the same rows into the same guarded tables in a person's own name.
"""

import random
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal
from itertools import count
from multiprocessing import get_context

from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import CustomerId, ProjectId, Secret, UnitId
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.founding import Founder, found_on_server
from salesdesk.office.frontdoor import Office
from salesdesk.office.inventory.commands import ImportUnits, ReleaseUnits
from salesdesk.office.inventory.sheets import PriceRow
from salesdesk.office.joining import open_server
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.staff.rules import Role
from salesdesk.store.address import parse
from salesdesk.store.server import ServerDatabase
from tests.bench import rivals
from tests.furnished import permit, seat
from tests.postgres import Server

PROGRAMS = 4
LOGINS = 25
"""Consultants share logins: the server allows 40 lines a login."""
UNITS = 6_000
CUSTOMERS = 60
DATABASE = "bench"
HOT = 10
SECONDS = 3.0
FAVOURITES = 40
PATIENCE = 120.0
SEED = 20_251_124
_HERE = {}
"""In a program of the crowd: the barrier, the address, and its consultants once they sit."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one turn gave: tries, those that won, each try's time and each consultant's first win (ms)."""

    seconds: float
    waits: list[float]
    won: list[int]
    served: list[float]

    @property
    def rate(self):
        """Tries in a second."""
        return len(self.waits) / self.seconds

    @property
    def wins(self):
        """Holds in a second."""
        return len(self.won) / self.seconds

    def p99(self):
        return sorted(self.waits)[int(len(self.waits) * 0.99)]


def made_office(server, units=UNITS):
    """Make an office on *server*: units on offer, customers, a manager and consultants."""
    consultants = tuple((f"c{n:02}", f"Consultant {n}", Role.CONSULTANT) for n in range(LOGINS))
    founder = Founder(
        login="admin", name="Admin", password=Secret("practice"), project="Bench", practice=True,
        people=(("manager", "Manager", Role.MANAGER), ("reception", "R", Role.RECEPTION), *consultants),
    )  # fmt: skip
    address = parse(server.database(DATABASE))
    found_on_server(address, founder).close()
    office = open_server(address)
    admin, manager, desk = (office.sign_in(who, "") for who in ("admin", "manager", "reception"))
    rows = tuple(
        PriceRow(
            building=f"{at // 200 + 1}栋", core="1单元", floor=at % 200 // 4 + 1,
            number=f"{at % 200 // 4 + 1}{at % 4 + 1:02}", gross_area=Decimal("98.76"),
            unit_price_fen=2_000_000,
        )
        for at in range(units)
    )  # fmt: skip
    admin.do(ImportUnits(rows=rows, project=ProjectId(1)))
    manager.do(permit(number="B-1", project=ProjectId(1)))
    manager.do(ReleaseUnits(project=ProjectId(1)))
    for n in range(CUSTOMERS):
        desk.do(
            RegisterVisit(
                manner=Manner.VISIT, name="曾国藩", phone=f"138{n:08}", project=ProjectId(1)
            )
        )
    office.close()
    server.sql(
        "CREATE TABLE public.bare (id bigint PRIMARY KEY, grip bigint NOT NULL)",
        f"INSERT INTO public.bare SELECT id, 0 FROM generate_series(1, {units}) AS id",
        "GRANT SELECT, UPDATE ON public.bare TO PUBLIC",
        "VACUUM ANALYZE",
        database=DATABASE,
    )


def _bring(gate, port):
    _HERE.update(gate=gate, port=port, seats=[], rivals={})


def _seats(desk, wanted):
    """Give so many signed-in consultants, seating those who are still missing."""
    seats = _HERE["seats"]
    while len(seats) < wanted:
        login = f"c{(desk * wanted + len(seats)) % LOGINS:02}"
        seats.append(seated(_HERE["port"], login))
    return seats[:wanted]


def seated(port, login):
    """Seat somebody under his own login, past the look at the schema."""
    url = Server(None, port).url(DATABASE)
    return seat(Office(ServerDatabase(parse(url).signed(login, ""))), login)


def _ours(desk, wanted, *, quiet=False):
    def holder(seat):
        if quiet:
            seat.office.database._herald.tell = lambda _word: None
        else:
            vars(seat.office.database._herald).pop("tell", None)

        def hold(unit, customer):
            try:
                seat.do(HoldUnit(unit=UnitId(unit), customer=CustomerId(customer)))
            except UserError:
                return False
            return True

        return hold

    return [holder(each) for each in _seats(desk, wanted)]


def holders(kind, desk, wanted):
    """Give so many ways to hold a unit, of one kind: ``hold(unit, customer)`` says whether it won."""
    if kind in ("ours", "quiet"):
        return _ours(desk, wanted, quiet=kind == "quiet")
    made = _HERE["rivals"].setdefault(kind, [])
    while len(made) < wanted:
        login = f"c{(desk * wanted + len(made)) % LOGINS:02}"
        made.append(rivals.KINDS[kind](_HERE["port"], DATABASE, login))
    return made[:wanted]


def _releasers(wanted):
    made = _HERE["rivals"].setdefault("release", [])
    while len(made) < wanted:
        made.append(rivals.releasing(_HERE["port"], DATABASE))
    return made


def play(kind, game, people, turn, desk):
    """Let the consultants of one program loose; all programs begin together."""
    ways = holders(kind, desk, people)
    releases = _releasers(people) if game is hot else [None] * people
    begin = threading.Event()

    def one(number):
        chance = random.Random(f"{SEED} {turn} {desk} {number}")
        place = (desk * people + number, PROGRAMS * people)
        begin.wait()
        return game(ways[number], chance, place, releases[number])

    with ThreadPoolExecutor(people) as crowd:
        playing = [crowd.submit(one, number) for number in range(people)]
        _HERE["gate"].wait(PATIENCE)
        begun = time.monotonic()
        begin.set()
        heard = [each.result() for each in playing]  # whoever fell out of the game says so here
    return heard, time.monotonic() - begun


def uniform(hold, chance, place, _release):
    """Hold units that nobody else wants, one after the other."""
    mine, all_of_us = place
    units = list(range(mine + 1, UNITS + 1, all_of_us))
    chance.shuffle(units)
    waits, won = [], []
    end = time.monotonic() + SECONDS
    while (begun := time.monotonic()) < end and units:
        unit = units.pop()
        if hold(unit, mine % CUSTOMERS + 1):
            won.append(unit)
        waits.append((time.monotonic() - begun) * 1e3)
    return waits, won, []


def hot(hold, chance, place, release):
    """Try for a few units that everybody wants; who wins lets go at once."""
    waits, won = [], []
    end = time.monotonic() + SECONDS
    while (begun := time.monotonic()) < end:
        unit = chance.randint(1, HOT)
        got = hold(unit, place[0] % CUSTOMERS + 1)
        waits.append((time.monotonic() - begun) * 1e3)
        if got:
            won.append(unit)
            release(unit)
    return waits, won, []


def rush(hold, chance, place, _release):
    """Go through one's favourites until one is won."""
    waits, wanted = [], []
    while len(wanted) < FAVOURITES:
        if (unit := min(UNITS, int(chance.paretovariate(0.6)))) not in wanted:
            wanted.append(unit)
    start = time.monotonic()
    for unit in wanted:
        begun = time.monotonic()
        got = hold(unit, place[0] % CUSTOMERS + 1)
        waits.append((time.monotonic() - begun) * 1e3)
        if got:
            return waits, [unit], [(time.monotonic() - start) * 1e3]
    return waits, [], []


class Crowd:
    """The programs, and the referee who clears the board between two turns and counts."""

    def __init__(self, server, pool):
        self._server, self._pool, self._turns = server, pool, count()

    def turn(self, kind, game, people):
        """Play one turn with so many consultants in all; everything won must be in the database."""
        mark = self.clear()
        turn, each = next(self._turns), people // PROGRAMS
        played = list(
            self._pool.map(
                play, [kind] * PROGRAMS, [game] * PROGRAMS, [each] * PROGRAMS, [turn] * PROGRAMS,
                range(PROGRAMS),
            )
        )  # fmt: skip
        found = [one for heard, _seconds in played for one in heard]
        won = [unit for _waits, units, _served in found for unit in units]
        if kind in rivals.HOLDING:
            asked = f"SELECT unit_id FROM salesdesk.claim WHERE id > {mark}"
            claims = sorted(unit for (unit,) in self._server.sql(asked, database=DATABASE))
            assert claims == sorted(won), "the desks and the database disagree about who won what"
        return Turn(
            max(seconds for _heard, seconds in played),
            [wait for waits, _units, _served in found for wait in waits],
            won,
            [ms for _waits, _units, served in found for ms in served],
        )

    @property
    def port(self):
        return self._server.port

    def clear(self):
        """End every claim; give the newest claim's id."""
        cleared = self._server.sql(
            "UPDATE salesdesk.claim SET ended_at = opened_at, ended_by = opened_by,"
            " end_reason = 'bench' WHERE ended_at IS NULL",
            "CHECKPOINT",
            "SELECT coalesce(max(id), 0) FROM salesdesk.claim",
            database=DATABASE,
        )
        return cleared[0][0]


_GATHERED = []
"""The crowd and what ends it: all cases share them, for seating 200 people takes longest."""


def gathered():
    """Give the crowd before an office on a server that keeps what it says (fsync)."""
    if not _GATHERED:
        with ExitStack() as ends:
            server = Server.made(
                durable=True,
                settings=("max_connections=1200", "shared_buffers=256MB", "max_wal_size=4GB"),
            )
            ends.callback(server.remove)
            made_office(server)
            spawn = get_context("spawn")
            bringing = (spawn.Barrier(PROGRAMS), server.port)
            pool = ends.enter_context(ProcessPoolExecutor(PROGRAMS, spawn, _bring, bringing))
            _GATHERED.extend((Crowd(server, pool), ends.pop_all()))
    return _GATHERED[0]


def dismiss():
    """Send the crowd home and stop the server, where there were any."""
    if _GATHERED:
        _GATHERED[1].close()
        _GATHERED.clear()
