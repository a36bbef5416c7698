"""A price list from the file to the commit, against openpyxl (read_only) and rows of the ORM."""

import random
import shutil
import tempfile
from contextlib import contextmanager
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from openpyxl import Workbook, load_workbook
from sqlalchemy import select

from salesdesk.intake.reading import read_price_list
from salesdesk.kernel.keys import Secret
from salesdesk.office.entrance import open_office
from salesdesk.office.founding import Founder, found
from salesdesk.office.inventory.commands import ImportUnits
from salesdesk.office.inventory.tables import Building, PriceChange, Unit
from salesdesk.store.work import Work
from tests.bench.harness import Case, Pair, took

ROWS = 20_000
SEED = 20_251_124
HEADINGS = (
    "楼栋", "单元", "楼层", "房号", "建筑面积(㎡)", "套内面积(㎡)", "单价(元/㎡)", "总价(元)",
    "户型", "朝向", "用途", "备注",
)  # fmt: skip
LAYOUTS = ("三室两厅", "两室两厅", "四室两厅", "一室一厅")


def made_rows(dearer=0):
    """Give the cells of a list of `ROWS` units; *dearer* is added to each price per m² (yuan)."""
    chance = random.Random(SEED)
    rows = []
    for at in range(ROWS):
        building, rest = divmod(at, 200)
        core, rest = divmod(rest, 100)
        floor, flat = divmod(rest, 4)
        gross = chance.randrange(4_500, 22_000) / 100
        inside = round(gross * 0.78, 2)
        each = chance.randrange(1_800_000, 6_500_000) / 100 + dearer
        total = int((Decimal(str(each)) * Decimal(str(gross))).to_integral_value(ROUND_HALF_UP))
        rows.append((
            f"{building + 1}栋", f"{core + 1}单元", floor + 1, f"{floor + 1}{flat + 1:02}", gross,
            inside, each, total, LAYOUTS[flat], "南" if flat < 2 else "北", "住宅", "",
        ))  # fmt: skip
    return rows


def write_list(path, rows):
    """Write *rows* as .xlsx."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("price list")
    sheet.append(HEADINGS)
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def made_office(path):
    """Found an empty office at *path* and let go of it."""
    founder = Founder(
        login="admin", name="Admin", password=Secret("practice"), project="Bench", practice=True
    )
    office, _key = found(path, founder)
    office.close()
    return path


def ours(seat, path):
    """Read the file and take it in, as the import page does."""
    reading = read_price_list(path)
    assert not reading.problems, reading.problems[:3]
    seat.do(ImportUnits(rows=reading.rows, grid=reading.grid, project_name="Bench", meant=True))


def theirs(office, path):
    """What one writes first: openpyxl cell by cell, an ORM object a row, one commit.

    It reads our own headings only, checks nothing and tells nobody.
    """
    sheet = load_workbook(path, read_only=True, data_only=True).worksheets[0]
    rows = sheet.iter_rows(values_only=True)
    next(rows)
    with office.database.writing() as session:
        work = Work(session, 1, "admin", office.database.clock())
        buildings = {row.name: row for row in session.scalars(select(Building))}
        units = {row.code: row for row in session.scalars(select(Unit))}
        for building, core, floor, number, gross, inside, each, total, *texts in rows:
            if building not in buildings:
                buildings[building] = Building(
                    project_id=1, name=building, position=len(buildings)
                )
                session.add(buildings[building])
                session.flush()
            code = f"{building}-{core}-{floor}-{number}"
            unit = units.get(code)
            if unit is None:
                unit = units[code] = Unit(project_id=1, code=code)
                session.add(unit)
            unit.building_id = buildings[building].id
            unit.core, unit.floor, unit.number = core, floor, number
            unit.place = int(number[-2:])
            unit.gross_area = Decimal(str(gross))
            unit.inside_area = Decimal(str(inside))
            unit.unit_price_fen = round(Decimal(str(each)) * 100)
            unit.total_fen = round(Decimal(str(total)) * 100)
            unit.layout, unit.orientation, unit.use, unit.note = (text or "" for text in texts)
        session.flush()
        session.add_all(
            PriceChange(
                unit_id=unit.id, at=work.now, actor_id=1, unit_price_fen=unit.unit_price_fen,
                total_fen=unit.total_fen, reason="import",
            )
            for unit in units.values()
        )  # fmt: skip


def counted(office):
    """Give how many units and prices the office holds."""
    with office.database.reading() as session:
        return tuple(len(session.execute(select(t.id)).all()) for t in (Unit, PriceChange))


@contextmanager
def prepared(*, again):
    """Prepare a first import, or with *again* a second one in which every price has changed."""
    with tempfile.TemporaryDirectory(prefix="salesdesk-bench-") as name:
        folder = Path(name)
        empty = made_office(folder / "empty.office")
        first = write_list(folder / "first.xlsx", made_rows())
        path, starts = first, {ours: empty, theirs: empty}
        if again:
            path = write_list(folder / "second.xlsx", made_rows(dearer=100))
            starts = {way: _after(folder, empty, way, first) for way in (ours, theirs)}
        expected = (ROWS, ROWS * (2 if again else 1))

        def contestant(way):
            place = folder / "try.office"
            shutil.copyfile(starts[way], place)
            office = open_office(place)
            try:
                on = office.sign_in("admin", "practice") if way is ours else office
                spent = took(lambda: way(on, path))
                assert counted(office) == expected, counted(office)
            finally:
                office.close()
                for leftover in folder.glob("try.office*"):
                    leftover.unlink()
            return spent

        yield Pair(lambda: contestant(ours), lambda: contestant(theirs))


def _after(folder, empty, way, path):
    """Give an office into which *way* has taken the first list."""
    place = folder / f"{way.__name__}.office"
    shutil.copyfile(empty, place)
    office = open_office(place)
    way(office.sign_in("admin", "practice") if way is ours else office, path)
    office.close()
    return place


CASES = (
    Case(
        name="import: 20,000 rows, file to committed", goal=1 / 4, rounds=3,
        ours="ours", baseline="openpyxl + ORM", prepare=lambda: prepared(again=False),
    ),
    Case(  # ours also tells every difference, which theirs does not
        name="import: 20,000 rows again, all prices new", goal=1 / 3, rounds=3,
        ours="ours", baseline="openpyxl + ORM", prepare=lambda: prepared(again=True),
    ),
)  # fmt: skip
