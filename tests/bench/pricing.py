"""A price version of 20,000 units computed and committed, against rows of the ORM one by one."""

import shutil
import tempfile
from contextlib import contextmanager
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from sqlalchemy import func, select

from salesdesk.intake.reading import read_price_list
from salesdesk.kernel.keys import ProjectId, Secret
from salesdesk.office.entrance import open_office
from salesdesk.office.founding import Founder, found
from salesdesk.office.inventory.commands import ImportUnits
from salesdesk.office.inventory.price_commands import DraftPrices, EffectPrices
from salesdesk.office.inventory.price_tables import PriceEffect, PriceLine, PriceVersion
from salesdesk.office.inventory.pricing_rules import (
    Difference,
    DifferenceKind,
    Method,
    PriceScheme,
)
from salesdesk.office.inventory.tables import PriceChange, Unit
from salesdesk.office.staff.rules import Role
from salesdesk.store.work import Work
from tests.bench.harness import Case, Pair, took
from tests.bench.pricelist import ROWS, made_rows, write_list

BASE, STEP, CORNER, NORTH = Decimal(30_000), Decimal(45), Decimal(620), Decimal("0.985")
SCHEME = PriceScheme(
    base=BASE,
    differences=(
        Difference(kind=DifferenceKind.FLOOR, amount=STEP, per_floor=True),
        Difference(kind=DifferenceKind.CORNER, amount=CORNER, numbers=("01", "04")),
        Difference(
            kind=DifferenceKind.ORIENTATION,
            amount=NORTH,
            method=Method.FACTOR,
            orientations=("北",),
        ),
    ),
)


def ours(seat):
    """Draft a version from a scheme and put it into effect: two commands, as the page sends them."""
    report = seat.do(DraftPrices(name="v", reason="bench", project=ProjectId(1), scheme=SCHEME))
    seat.do(EffectPrices(version=report.version, meant=True))


def theirs(office):
    """What one writes first: an ORM object a unit, its price worked out in Decimal, one commit.

    It looks at no claim, no filed price and no right, explains nothing and tells nobody.
    """
    whole = Decimal(1)
    with office.database.writing() as session:
        work = Work(session, 2, "manager", office.database.clock())
        version = PriceVersion(
            project_id=1, name="v", reason="bench", source="scheme", scheme="",
            drafted_at=work.now, drafted_by=2,
        )  # fmt: skip
        session.add(version)
        session.flush()
        for unit in session.scalars(select(Unit).where(Unit.project_id == 1)):
            each = BASE + STEP * (unit.floor - 1)
            if unit.number[-2:] in {"01", "04"}:
                each += CORNER
            if unit.orientation == "北":
                each *= NORTH
            total = int((each * unit.gross_area).quantize(whole, ROUND_HALF_UP)) * 100
            price = int((total / unit.gross_area).quantize(whole, ROUND_HALF_UP))
            session.add(
                PriceLine(
                    version_id=version.id, unit_id=unit.id, unit_price_fen=price, total_fen=total,
                    before_unit_price_fen=unit.unit_price_fen, before_total_fen=unit.total_fen,
                )
            )  # fmt: skip
            session.add(
                PriceChange(
                    unit_id=unit.id, at=work.now, actor_id=2, unit_price_fen=price,
                    total_fen=total, reason="v",
                )
            )  # fmt: skip
            unit.unit_price_fen, unit.total_fen = price, total
        session.flush()
        session.add(
            PriceEffect(version_id=version.id, at=work.now, actor_id=2, changed=ROWS, frozen=0)
        )


def told(office):
    """Give how many lines and changes there are, and what all units cost together (fen)."""
    with office.database.reading() as session:
        lines, changes = (
            session.scalar(select(func.count()).select_from(table))
            for table in (PriceLine, PriceChange)
        )
        return lines, changes, session.scalar(select(func.sum(Unit.total_fen)))


@contextmanager
def prepared():
    """Prepare an office of 20,000 priced units, copied for each turn."""
    with tempfile.TemporaryDirectory(prefix="salesdesk-bench-") as name:
        folder = Path(name)
        start = folder / "start.office"
        founder = Founder(
            login="admin", name="Admin", password=Secret("practice"), project="Bench",
            practice=True, people=(("manager", "Manager", Role.MANAGER),),
        )  # fmt: skip
        found(start, founder)[0].close()
        reading = read_price_list(write_list(folder / "list.xlsx", made_rows()))
        office = open_office(start)
        office.sign_in("admin", "practice").do(
            ImportUnits(rows=reading.rows, grid=reading.grid, project_name="Bench", meant=True)
        )
        office.close()
        sums = set()

        def contestant(way, who):
            def work():
                place = folder / "try.office"
                shutil.copyfile(start, place)
                opened = open_office(place)
                given = opened if way is theirs else opened.sign_in(who, "practice")
                time = took(lambda: way(given))
                lines, changes, total = told(opened)
                assert (lines, changes) == (ROWS, 2 * ROWS)
                sums.add(total)
                assert len(sums) == 1, "the two work out different prices"
                opened.close()
                for leftover in folder.glob("try.office*"):
                    leftover.unlink()
                return time

            return work

        yield Pair(contestant(ours, "manager"), contestant(theirs, "admin"))


CASES = (
    Case(
        name="price version: 20,000 units computed and committed", goal=1 / 6, rounds=3,
        ours="ours", baseline="ORM row by row", prepare=prepared,
    ),
)  # fmt: skip
