"""Opening balances from a file: units already sold, their customers and the money paid so far."""

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from salesdesk.intake import problems as p
from salesdesk.intake.cells import CellFault, amount, day, floor, label, price, text
from salesdesk.intake.dialects import recognise_opening, recognised
from salesdesk.intake.grid import Cell, SheetGrid, Workbook
from salesdesk.intake.guard import open_workbook
from salesdesk.intake.headings import in_ten_thousands
from salesdesk.intake.rows import Dialect, Recognised
from salesdesk.intake.table import BROKEN, Line, Parser, Table
from salesdesk.intake.units import Units, building_and_core
from salesdesk.kernel.identity import parse_phone, parse_resident_id
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.codes import unit_code
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.sheets import ImportProblem
from salesdesk.office.sales.opening import OpeningRow

_STATES = {
    UnitState.SUBSCRIBED: ("subscribed", "认购", "已认购", "大定"),
    UnitState.SIGNED: ("signed", "签约", "已签约", "已售", "草签", "网签", "sold"),
    UnitState.FILED: ("filed", "备案", "已备案", "registered"),
    UnitState.DELIVERED: ("delivered", "交付", "已交付", "交房", "已交房"),
}
_BY_WORD = {word: state for state, words in _STATES.items() for word in words}
_RESIDENT = re.compile(r"\d{15}|\d{16,19}|\d{17}[\dXx]")
"""What can only be meant as a resident ID card; other papers are taken as they are."""
_WIDE = str.maketrans("０１２３４５６７８９Ｘｘ", "0123456789Xx")
_TEN_THOUSAND = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningReading:
    """A file of units already sold, read: rows to take over, or every reason why not."""

    rows: tuple[OpeningRow, ...]
    problems: tuple[ImportProblem, ...]
    notes: tuple[ImportProblem, ...]
    headings: tuple[str, ...]
    preview: tuple[tuple[Cell, ...], ...]
    sheets: tuple[Recognised, ...]


def read_opening(path: Path, mapping_override: dict[str, int] | None = None) -> OpeningReading:
    """Read the opening balances at *path*; raises the `FileRefused` family of `guard`."""
    return opening(open_workbook(path), mapping_override)


def opening(workbook: Workbook, mapping_override: dict[str, int] | None = None) -> OpeningReading:
    """Give the sold units of *workbook* and all problems by sheet, row and column; raises nothing."""
    findings = p.Findings()
    seen = [(s, recognise_opening(s)) for s in workbook.sheets if s.rows]
    if mapping_override is not None and seen:
        sheet, guess = seen[0]
        row = guess.heading_row - 1
        seen = [(sheet, recognised(sheet, Dialect.LIST, row, mapping_override))]
    known = [pair for pair in seen if pair[1].dialect is not Dialect.UNKNOWN]
    units = Units(findings)
    rows: list[OpeningRow] = []
    for sheet, one in known:
        rows += _Opening(sheet, one, findings, units).rows()
    for sheet, one in seen if not known else ():
        findings.add(p.UNKNOWN_SHEET, sheet.name, one.heading_row, "", sheet=sheet.name)
    if known and not rows and not findings.problems():
        findings.add(p.NO_ROWS, known[0][0].name, known[0][1].heading_row, "")
    first = (known or seen)[0][1] if seen else None
    return OpeningReading(
        rows=tuple(rows),
        problems=findings.problems(),
        notes=findings.notes(),
        headings=first.headings if first else (),
        preview=first.preview if first else (),
        sheets=tuple(one for _sheet, one in known or seen),
    )


class _Opening:
    """Reads one sheet of units already sold."""

    def __init__(
        self, sheet: SheetGrid, seen: Recognised, findings: p.Findings, units: Units
    ) -> None:
        self._sheet = sheet
        self._seen = seen
        self._findings = findings
        self._units = units
        self._table = Table(sheet, seen, findings, _parsers(seen))

    def rows(self) -> list[OpeningRow]:
        mapping = self._seen.mapping
        if "code" not in mapping and not {"building", "number"} <= mapping.keys():
            self._findings.add(p.NO_UNIT_COLUMN, self._sheet.name, self._seen.heading_row, "")
            return []
        lines = self._table.lines(frozenset(), frozenset({"customer", "price"}))
        return [row for row in map(self._row, lines) if row is not None]

    def _row(self, line: Line) -> OpeningRow | None:
        values = line.values
        unit = self._unit(line)
        faults = self._missing(line)
        if line.broken or faults or unit is None:
            return None
        code, building, core, level, number = unit
        field = "number" if "number" in self._seen.mapping else "code"
        heading = self._table.heading(field)
        name = self._sheet.name
        if not self._units.enter_code(code, building, core, name, line.line, heading):
            return None
        return OpeningRow(
            code=code,
            building=building,
            core=core,
            floor=level,
            number=number,
            customer=values["customer"],
            state=values["state"],
            on=values["on"],
            price_fen=values["price"],
            paid_fen=values.get("paid") or 0,
            phone=values.get("phone", ""),
            id_number=values.get("id_number", ""),
            receipts=values.get("receipts", ""),
            consultant=values.get("consultant", ""),
            sheet=name,
            line=line.line,
        )

    def _unit(self, line: Line) -> tuple[str, str, str, int | None, str] | None:
        """Give code, building, core, floor and number; the code alone is enough."""
        values = line.values
        code, building = values.get("code", ""), values.get("building", "")
        number, level = values.get("number", ""), values.get("floor")
        if BROKEN in (code, building, number, level, values.get("core")):
            return None
        if code:
            return code, "", "", None, ""
        faults = [
            (fault, field)
            for fault, field, missing in (
                (p.NO_BUILDING, "building", not building),
                (p.NO_NUMBER, "number", not number),
                (p.NO_FLOOR, "floor", level is None),
            )
            if missing
        ]
        for fault, field in faults:
            self._table.fault(fault, line.line, field)
        if faults or level is None:
            return None
        building, core = building_and_core(building, values.get("core", ""))
        return unit_code(building, core, level, number), building, core, level, number

    def _missing(self, line: Line) -> bool:
        values = line.values
        faults = [
            (fault, field)
            for fault, field, missing in (
                (p.NO_CUSTOMER, "customer", values.get("customer", "") == ""),
                (p.NOT_A_STATE, "state", values.get("state") is None),
                (p.NOT_A_DAY, "on", values.get("on") is None),
                (p.NO_PRICE, "price", values.get("price") is None),
            )
            if missing
        ]
        for fault, field in faults:
            self._table.fault(fault, line.line, field, value="")
        paid, cost = values.get("paid"), values.get("price")
        if isinstance(paid, int) and isinstance(cost, int) and paid > cost:
            faults.append((p.PAID_ABOVE_PRICE, "paid"))
            self._table.fault(
                p.PAID_ABOVE_PRICE,
                line.line,
                "paid",
                value=format_yuan(paid),
                price=format_yuan(cost),
            )
        return bool(faults)


def _parsers(seen: Recognised) -> dict[str, Parser]:
    def money(field: str, parser: Any) -> Parser:
        column = seen.mapping.get(field, -1)
        heading = seen.headings[column] if 0 <= column < len(seen.headings) else ""
        per_unit = _TEN_THOUSAND if in_ten_thousands(heading) else 1
        reads: Parser = partial(parser, per_unit=per_unit)
        return reads

    return {
        "code": label,
        "building": label,
        "core": label,
        "floor": floor,
        "number": label,
        "customer": text,
        "phone": _phone,
        "id_number": _id_number,
        "state": _state,
        "on": day,
        "price": money("price", price),
        "paid": money("paid", _paid),
        "receipts": text,
        "consultant": text,
    }


def _paid(cell: Cell, per_unit: int = 1) -> int | None:
    fen = amount(cell, per_unit)
    if fen is not None and fen < 0:
        raise CellFault(p.NEGATIVE_AMOUNT, value=cell)
    return fen


def _state(cell: Cell) -> UnitState | None:
    word = text(cell).strip().casefold()
    if word and word not in _BY_WORD:
        raise CellFault(p.NOT_A_STATE, value=cell)
    return _BY_WORD.get(word)


def _phone(cell: Cell) -> str:
    written = text(cell)
    return parse_phone(written) if written else ""


def _id_number(cell: Cell) -> str:
    """Give an identity number; what looks like a resident card must pass its check digit."""
    written = text(cell).translate(_WIDE).replace(" ", "").upper()
    return parse_resident_id(written) if _RESIDENT.fullmatch(written) else written
