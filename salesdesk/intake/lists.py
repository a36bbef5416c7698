"""Long lists: one unit a row, in Chinese, English or the Polish daily file."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Any

from salesdesk.intake import problems as p
from salesdesk.intake.cells import area, decimal, floor, hundredths, label, price, text, unit_price
from salesdesk.intake.dialects import PRICES, bare
from salesdesk.intake.grid import Cell, SheetGrid
from salesdesk.intake.headings import in_ten_thousands
from salesdesk.intake.rows import Dialect, Recognised
from salesdesk.intake.table import BROKEN, Line, Parser, Table
from salesdesk.intake.units import Units, building_and_core
from salesdesk.office.inventory.sheets import PriceRow

_NAMES = frozenset({"building", "core", "floor"})
_FIGURES = frozenset({"number", "gross_area"})
_BUILDING_NAME = re.compile(r"栋|幢|棟|座|楼|building|block|tower|budynek", re.IGNORECASE)
_TOLERANCE = Decimal("0.005")
"""Share by which a total may differ from unit price times area before it is worth a note."""
_NUMBER_WITH_FLOOR = re.compile(r"\D*(\d{1,3})\d\d\D*")
_TEN_THOUSAND = 10_000


@dataclass(slots=True)
class _Guesses:
    """How often a figure that the file does not give was worked out."""

    areas: int = 0
    floors: int = 0
    assumed: int = 0


class PriceList:
    """Reads one sheet that is a long list; rows come back, faults go to the findings."""

    def __init__(
        self, sheet: SheetGrid, seen: Recognised, findings: p.Findings, units: Units
    ) -> None:
        self._polish = seen.dialect is Dialect.POLISH
        self._seen = seen
        self._sheet = sheet
        self._findings = findings
        self._units = units
        self._guesses = _Guesses()
        self._building = ""
        self._table = Table(sheet, seen, findings, _parsers(seen, polish=self._polish))
        self._number_heading = self._heading("number")

    def rows(self) -> list[PriceRow]:
        """Give the sound rows of the sheet; whole missing columns are one problem each."""
        if not self._columns_suffice():
            return []
        found = []
        for line in self._table.lines(_NAMES, _FIGURES):
            row = self._row(line)
            if row is not None:
                found.append(row)
        self._tell_guesses()
        return found

    def _columns_suffice(self) -> bool:
        mapping, name, line = self._seen.mapping, self._sheet.name, self._seen.heading_row
        missing = []
        if "number" not in mapping:
            missing.append(p.NO_NUMBER_COLUMN)
        if bare(self._seen):
            self._findings.note(p.UNITS_UNPRICED, name, line, "")
        elif not PRICES & mapping.keys():
            missing.append(p.NO_PRICE_COLUMN)
        if "gross_area" not in mapping and not self._polish:
            missing.append(p.NO_AREA_COLUMN)
        if "building" not in mapping:
            if _BUILDING_NAME.search(name):
                self._building = name
                self._findings.note(p.BUILDING_FROM_SHEET, name, 0, "", building=name)
            else:
                missing.append(p.NO_BUILDING_COLUMN)
        for fault in missing:
            self._findings.add(fault, name, line, "")
        return not missing

    def _row(self, line: Line) -> PriceRow | None:
        values = line.values
        gross = self._gross(line)
        level = self._floor(line)
        building = self._building or values["building"]
        if self._polish and building is not BROKEN:
            building = " ".join(filter(None, (_given(values, "street"), building)))
        faults = self._missing(line, building, gross, level)
        if line.broken or faults:
            return None
        core = values.get("core", "")
        building, core = building_and_core(building, core)
        number = values["number"]
        known = self._units.enter(
            building, core, level, number, self._sheet.name, line.line, self._number_heading
        )
        if known is None:
            return None
        row = PriceRow(
            building=building,
            core=core,
            floor=level,
            number=number,
            gross_area=gross,
            inside_area=values.get("inside_area"),
            unit_price_fen=values.get("unit_price"),
            total_fen=values.get("total"),
            layout=values.get("layout", ""),
            orientation=values.get("orientation", ""),
            use=values.get("use", ""),
            note=values.get("note", ""),
            sheet=self._sheet.name,
            line=line.line,
        )
        self._compare(row)
        return row

    def _missing(self, line: Line, building: Any, gross: Any, level: Any) -> bool:
        values = line.values
        faults = []
        if building == "":
            faults.append((p.NO_BUILDING, "building"))
        if values["number"] == "":
            faults.append((p.NO_NUMBER, "number"))
        if level is None:
            faults.append((p.NO_FLOOR, "floor"))
        if gross is None:
            faults.append((p.NO_AREA, "gross_area"))
        priced = PRICES & self._seen.mapping.keys()
        if priced and values.get("unit_price") is None and values.get("total") is None:
            field = "unit_price" if "unit_price" in self._seen.mapping else "total"
            faults.append((p.NO_PRICE, field))
        for fault, field in faults:
            self._table.fault(fault, line.line, field)
        inside = values.get("inside_area")
        if isinstance(inside, Decimal) and isinstance(gross, Decimal) and inside > gross:
            self._table.fault(
                p.INSIDE_ABOVE_GROSS, line.line, "inside_area", value=inside, gross=gross
            )
            return True
        return bool(faults)

    def _gross(self, line: Line) -> Any:
        values = line.values
        if "gross_area" in self._seen.mapping:
            return values["gross_area"]
        each, total = values.get("unit_price"), values.get("total")
        if not isinstance(each, int) or not isinstance(total, int):
            return None
        gross = hundredths(Decimal(total) / each)
        self._guesses.areas += gross > 0
        return gross if gross > 0 else None

    def _floor(self, line: Line) -> Any:
        if "floor" in self._seen.mapping:
            return line.values["floor"]
        number = line.values["number"]
        match = _NUMBER_WITH_FLOOR.fullmatch(number) if isinstance(number, str) else None
        if match:
            self._guesses.floors += 1
            return int(match.group(1))
        if self._polish:
            self._guesses.assumed += 1
            return 1
        return None

    def _compare(self, row: PriceRow) -> None:
        """Note a total that does not follow from unit price and area: columns may be mixed up."""
        if row.total_fen is None or row.unit_price_fen is None:
            return
        expected = Decimal(row.unit_price_fen) * row.gross_area
        if abs(row.total_fen - expected) > expected * _TOLERANCE:
            self._findings.note(
                p.TOTAL_DIFFERS, row.sheet, row.line, self._heading("total"),
                value=Decimal(row.total_fen) / 100,
                expected=(expected / 100).quantize(Decimal(1), ROUND_HALF_UP),
            )  # fmt: skip

    def _tell_guesses(self) -> None:
        for fault, count in (
            (p.AREA_DERIVED, self._guesses.areas),
            (p.FLOOR_FROM_NUMBER, self._guesses.floors),
            (p.FLOOR_ASSUMED, self._guesses.assumed),
        ):
            if count:
                self._findings.note(fault, self._sheet.name, 0, "", count=count)

    def _heading(self, field: str) -> str:
        return self._table.heading(field)


def _parsers(seen: Recognised, *, polish: bool) -> Mapping[str, Parser]:
    def money(field: str, parser: Callable[..., int | None]) -> Parser:
        column = seen.mapping.get(field, -1)
        heading = seen.headings[column] if 0 <= column < len(seen.headings) else ""
        return partial(parser, per_unit=_TEN_THOUSAND) if in_ten_thousands(heading) else parser

    return {
        "building": _name_or_none if polish else label,
        "street": _name_or_none,
        "core": label,
        "floor": floor,
        "number": label,
        "gross_area": area,
        "inside_area": area,
        "unit_price": money("unit_price", unit_price),
        "total": money("total", price),
        "layout": _rooms if polish else text,
        "orientation": text,
        "use": text,
        "note": text,
    }


def _name_or_none(cell: Cell) -> str:
    name = label(cell)
    return "" if name in {"X", "x"} else name


def _rooms(cell: Cell) -> str:
    """Write a number of rooms as a layout; X is none."""
    rooms = text(cell)
    if rooms in {"", "X", "x"}:
        return ""
    number = decimal(cell) if rooms.isdecimal() else None
    return rooms if number is None else f"{number} pok."


def _given(values: Mapping[str, Any], field: str) -> str:
    value = values.get(field, "")
    return value if isinstance(value, str) else ""
