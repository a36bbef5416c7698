"""Six programs hold units in one file: how long the unluckiest waits, against SQLite's own waiting."""

import itertools
import random
import shutil
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from decimal import Decimal
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy import select

from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import CustomerId, ProjectId, Secret, UnitId
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.entrance import open_office
from salesdesk.office.founding import Founder, found
from salesdesk.office.inventory.commands import ImportUnits, ReleaseUnits
from salesdesk.office.inventory.sheets import PriceRow
from salesdesk.office.inventory.tables import Claim, Unit
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.staff.rules import Role
from tests.bench.harness import Case, Pair
from tests.furnished import permit

DESKS = 6
SECONDS = 6.0
"""Longer than the five seconds after which either way gives up waiting."""
UNITS = 3_000
SEED = 20_251_124
PATIENCE = 60.0
_GATE = []
"""In a desk's process: the barrier at which all six wait for each other."""


def _bring(gate):
    _GATE.append(gate)


class _Unlocked:
    """Instead of the fair lock: BEGIN IMMEDIATE and busy_timeout alone, what SQLite offers itself."""

    def held(self, _seconds):
        return nullcontext()


def made_office(path):
    """Make an office with `UNITS` units on offer, a customer and a consultant."""
    founder = Founder(
        login="admin", name="Admin", password=Secret("practice"), project="Bench", practice=True,
        people=tuple((role.value, role.value, role) for role in (Role.MANAGER, Role.CONSULTANT, Role.RECEPTION)),
    )  # fmt: skip
    office, _key = found(path, founder)
    admin, manager, desk = (
        office.sign_in(who, "practice") for who in ("admin", "manager", "reception")
    )
    rows = tuple(
        PriceRow(
            building=f"{at // 200 + 1}栋", core="1单元", floor=at % 200 // 4 + 1,
            number=f"{at % 200 // 4 + 1}{at % 4 + 1:02}", gross_area=Decimal("98.76"),
            unit_price_fen=2_000_000,
        )
        for at in range(UNITS)
    )  # fmt: skip
    admin.do(ImportUnits(rows=rows, project_name="Bench", meant=True))
    manager.do(permit(number="B-1"))
    manager.do(ReleaseUnits())
    desk.do(
        RegisterVisit(
            manner=Manner.VISIT, name="曾国藩", phone="13812345678", media=("网络",),
            project=ProjectId(1),
        )
    )  # fmt: skip
    office.close()
    return path


def sit(place, fair, desk):
    """Hold units as fast as possible, beginning together; give what was won and every wait (ms)."""
    office = open_office(Path(place))
    if not fair:
        office.database._lock = _Unlocked()
    seat = office.sign_in("consultant", "practice")
    chance = random.Random(SEED + desk)
    with office.database.reading() as session:
        units = list(session.scalars(select(Unit.id)))
    won, waits = [], []
    _GATE[0].wait(PATIENCE)
    end = time.monotonic() + SECONDS
    while (begun := time.monotonic()) < end:
        unit = chance.choice(units)
        try:
            seat.do(HoldUnit(unit=UnitId(unit), customer=CustomerId(1)))
        except UserError:
            pass
        else:
            won.append(unit)
        waits.append((time.monotonic() - begun) * 1e3)
    office.close()
    return won, waits


def rush(pool, place, *, fair):
    """Let all desks loose on the file, count what was won, and give the worst wait (ms)."""
    sittings = list(pool.map(sit, [str(place)] * DESKS, [fair] * DESKS, range(DESKS)))
    won = [unit for units, _waits in sittings for unit in units]
    twice = [unit for unit, times in Counter(won).items() if times > 1]
    assert not twice, f"units held twice: {twice[:5]}"
    office = open_office(place)
    with office.database.reading() as session:
        claimed = sorted(session.scalars(select(Claim.unit_id)))
    office.close()
    assert claimed == sorted(won), "the desks and the file disagree about who has what"
    return max(max(waits) for _won, waits in sittings)


@contextmanager
def prepared():
    """Six waiting programs and a fresh file for each turn."""
    spawn = get_context("spawn")
    gate = spawn.Barrier(DESKS)
    with (
        tempfile.TemporaryDirectory(prefix="salesdesk-bench-") as name,
        ProcessPoolExecutor(DESKS, spawn, _bring, (gate,)) as pool,
    ):
        folder = Path(name)
        template = made_office(folder / "template.office")
        turns = itertools.count()

        def contestant(fair):
            place = folder / f"{next(turns)}.office"
            shutil.copyfile(template, place)
            return rush(pool, place, fair=fair)

        yield Pair(lambda: contestant(True), lambda: contestant(False))


CASES = (
    Case(
        name="hold: six programs, the worst wait", goal=1 / 10, rounds=3,
        ours="fair lock", baseline="busy_timeout", prepare=prepared,
    ),
)  # fmt: skip
