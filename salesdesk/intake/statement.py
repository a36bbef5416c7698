"""A bank's file: the lines of an account, or every reason why not, by sheet, row and column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from salesdesk.intake import problems as p
from salesdesk.intake.cells import CellFault, amount, day, text
from salesdesk.intake.dialects import SEARCHED_ROWS, recognised
from salesdesk.intake.grid import Cell, SheetGrid, Workbook
from salesdesk.intake.guard import open_workbook
from salesdesk.intake.headings import match
from salesdesk.intake.rows import Dialect, Recognised
from salesdesk.intake.statement_columns import AMOUNTS, NEEDED, STATEMENT_WORDS
from salesdesk.intake.table import BROKEN, Line, Parser, Table
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP
from salesdesk.kernel.keys import Fen
from salesdesk.office.inventory.sheets import ImportProblem
from salesdesk.office.sales.supervised_sheets import StatementEntry, StatementHeading

NO_COLUMN = p.Fault(
    QT_TRANSLATE_NOOP("errors", "No column of the bank's file gives {field}; it has: {headings}."),
    QT_TRANSLATE_NOOP(
        "errors", "Say yourself which column it is, or have the bank's usual file made."
    ),
)
NO_REFERENCE = p.Fault(
    QT_TRANSLATE_NOOP("errors", "The bank's reference is missing."),
    QT_TRANSLATE_NOOP(
        "errors", "Each line needs the reference (流水号) by which it is known again."
    ),
)
NO_AMOUNT = p.Fault(
    QT_TRANSLATE_NOOP("errors", "No amount is given, or both ways at once."),
    QT_TRANSLATE_NOOP("errors", "Each line is paid in or paid out."),
)
NO_LINES = p.Fault(
    QT_TRANSLATE_NOOP("errors", "There is no line of the bank below the headings."),
    QT_TRANSLATE_NOOP("errors", "Choose the file that lists the account's movements."),
)
_FIGURES = frozenset({"on", *AMOUNTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementReading:
    """A bank's file, read: lines to take in and the headings they were read by, or every problem."""

    lines: tuple[StatementEntry, ...]
    headings: tuple[StatementHeading, ...]
    problems: tuple[ImportProblem, ...]
    notes: tuple[ImportProblem, ...]
    columns: tuple[str, ...]


def read_statement(path: Path, known: Sequence[StatementHeading] = ()) -> StatementReading:
    """Read the bank's file at *path*; see `statement`. Raises the `FileRefused` family of `guard`."""
    return statement(open_workbook(path), known)


def statement(workbook: Workbook, known: Sequence[StatementHeading] = ()) -> StatementReading:
    """Give the lines of *workbook* and all its problems; nothing is raised for what a row holds.

    The columns are those headed as *known* (of the account's last file, or said by hand) where all
    of them are there, else those that the words of several banks name.
    """
    findings = p.Findings()
    filled = [s for s in workbook.sheets if any(any(c is not None for c in r) for r in s.rows)]
    found = next(filter(None, (_by_heads(sheet, known) for sheet in filled)), None)
    if found is None:
        found = max(
            (_by_words(sheet) for sheet in filled),
            key=lambda one: len(one[1].mapping),
            default=None,
        )
    if found is None:
        findings.add(NO_LINES, "", 0, "")
        return StatementReading(
            lines=(), headings=(), problems=findings.problems(), notes=(), columns=()
        )
    sheet, seen = found
    lines: tuple[StatementEntry, ...] = ()
    if _complete(seen, findings):
        lines = tuple(_lines(sheet, seen, findings))
        if not lines and not findings.problems():
            findings.add(NO_LINES, sheet.name, seen.heading_row, "")
    return StatementReading(
        lines=lines,
        headings=tuple(
            StatementHeading(field=field, heading=seen.headings[column])
            for field, column in sorted(seen.mapping.items())
        ),
        problems=findings.problems(),
        notes=findings.notes(),
        columns=tuple(heading for heading in seen.headings if heading),
    )


def _by_heads(
    sheet: SheetGrid, known: Sequence[StatementHeading]
) -> tuple[SheetGrid, Recognised] | None:
    """Give the sheet where one row holds every heading of *known*."""
    wanted = {one.field: one.heading for one in known if one.heading}
    for row, cells in enumerate(sheet.rows[:SEARCHED_ROWS] if wanted else ()):
        texts = ["" if cell is None else str(cell) for cell in cells]
        if all(heading in texts for heading in wanted.values()):
            mapping = {field: texts.index(heading) for field, heading in wanted.items()}
            return sheet, recognised(sheet, Dialect.LIST, row, mapping)
    return None


def _by_words(sheet: SheetGrid) -> tuple[SheetGrid, Recognised]:
    """Give the sheet with the row that names most fields as its headings."""
    rows = sheet.rows[:SEARCHED_ROWS]
    named = [match(cells, STATEMENT_WORDS) for cells in rows]
    best = max(range(len(rows)), key=lambda row: len(named[row]))
    mapping = named[best]
    if "credit" in mapping or "debit" in mapping:
        mapping.pop("amount", None)
    return sheet, recognised(sheet, Dialect.LIST, best, mapping)


def _complete(seen: Recognised, findings: p.Findings) -> bool:
    missing = [field for field in NEEDED if field not in seen.mapping]
    if not any(field in seen.mapping for field in AMOUNTS):
        missing.append("amount")
    for field in missing:
        columns = ", ".join(heading for heading in seen.headings if heading)
        findings.add(NO_COLUMN, seen.sheet, seen.heading_row, "", field=field, headings=columns)
    return not missing


def _lines(sheet: SheetGrid, seen: Recognised, findings: p.Findings) -> list[StatementEntry]:
    table = Table(sheet, seen, findings, _PARSERS)
    found: list[StatementEntry] = []
    for line in table.lines(frozenset(), _FIGURES):
        entry = None if line.broken else _entry(table, line)
        if entry is not None:
            found.append(entry)
    return found


def _entry(table: Table, line: Line) -> StatementEntry | None:
    values: Mapping[str, Any] = line.values
    if BROKEN in values.values():
        return None
    came, went = values.get("credit") or 0, values.get("debit") or 0
    fen = values.get("amount") or (came - abs(went) if not (came and went) else 0)
    faults = [
        (fault, field)
        for fault, field, wrong in (
            (NO_REFERENCE, "reference", not values.get("reference")),
            (p.NOT_A_DAY, "on", values.get("on") is None),
            (NO_AMOUNT, "amount" if "amount" in values else "credit", fen == 0),
        )
        if wrong
    ]
    for fault, field in faults:
        table.fault(fault, line.line, field, value="")
    if faults:
        return None
    return StatementEntry(
        reference=values["reference"],
        on=values["on"],
        amount=Fen(fen),
        payer=values.get("payer", ""),
        note=values.get("note", ""),
        line=line.line,
    )


def _reference(cell: Cell) -> str:
    """Give a reference; a number that a spreadsheet has rounded, or turned into a day, is refused."""
    if isinstance(cell, float) or (isinstance(cell, int) and abs(cell) > _EXACT):
        raise CellFault(ROUNDED, value=cell)
    if cell is not None and not isinstance(cell, str | int):
        raise CellFault(p.A_DAY_INSTEAD, value=cell)
    return "".join(text(cell, 80).split())


_EXACT = 10**15 - 1
"""The largest whole number that a spreadsheet keeps digit by digit."""
ROUNDED = p.Fault(
    QT_TRANSLATE_NOOP("errors", "The spreadsheet has rounded this reference: {value}."),
    QT_TRANSLATE_NOOP(
        "errors", "Have the bank's file as text (.csv), or format the column as text first."
    ),
)
_PARSERS: Mapping[str, Parser] = {
    "reference": _reference,
    "on": day,
    "amount": amount,
    "credit": amount,
    "debit": amount,
    "payer": text,
    "note": text,
}
