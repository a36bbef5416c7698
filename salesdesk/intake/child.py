"""The guarded child: a spreadsheet's bytes on standard input, its cells as JSON on standard output.

It opens no file, writes none and limits its own memory and time before the first byte is parsed.
Started by `guard` as ``python -m salesdesk.intake.child KIND``; a packed program starts itself with
the words ``read-spreadsheet KIND`` and calls `main` with the kind.
"""

import csv
import gc
import io
import json
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from salesdesk.intake.csvtext import decode, table
from salesdesk.intake.formulas import ods_uncalculated, xlsx_marks
from salesdesk.intake.limits import (
    ANSWER_BYTES,
    CELL_CHARACTERS,
    CELLS,
    COLUMNS,
    ROWS,
    SHEETS,
    limit,
)

_LARGEST_WHOLE = 1e15
_Sheet = dict[str, Any]


class Refused(Exception):
    """What the parent is to raise: a name in `refusals.BY_NAME` and its facts."""

    def __init__(self, name: str, **facts: object) -> None:
        super().__init__(name)
        self.answer = {"refused": name, "facts": {key: str(value) for key, value in facts.items()}}


def main(kind: str) -> int:
    """Read standard input as *kind* (xlsx, xls, ods, text), write the answer, give the exit code."""
    limit()
    gc.disable()  # a short life without cycles: looking for them takes a fifth of it
    content = sys.stdin.buffer.read()
    answer: dict[str, Any]
    try:
        sheets = _text(content) if kind == "text" else _workbook(content, kind)
        answer = {"sheets": sheets}
        if not any(sheet["rows"] for sheet in sheets):
            raise Refused("EmptyFile")
        written = json.dumps(answer, default=_tagged, separators=(",", ":"))
        if len(written) > ANSWER_BYTES:
            raise Refused("TooLarge", found=f"{len(written) >> 20} MB", limit="100 MB")
    except Refused as refused:
        written = json.dumps(refused.answer)
    except MemoryError:
        written = json.dumps({"refused": "NeedsTooMuch", "facts": {}})
    sys.stdout.write(written)
    sys.stdout.flush()
    return 0


def _workbook(content: bytes, kind: str) -> list[_Sheet]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        marks = xlsx_marks(content) if kind == "xlsx" else {}
        if kind == "ods" and ods_uncalculated(content):
            raise Refused("FormulasWithoutValues")
        names = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
        ]
        if len(names) > SHEETS:
            raise Refused("TooManySheets", found=len(names), limit=SHEETS)
        room = CELLS
        sheets = []
        for name in names:
            sheet = _sheet(book, name, marks.get(name, {}))
            room -= sheet.pop("cells")
            if room < 0:
                raise Refused("TooManyRows", sheet=name, found=CELLS, limit=CELLS)
            sheets.append(sheet)
    except PasswordError:
        raise Refused("Encrypted") from None
    except (CalamineError, KeyError, ValueError, OSError, EOFError) as error:
        raise Refused("NotASpreadsheet", why=error) from None
    except MemoryError:
        raise
    except BaseException as error:  # the reader library panics with a class of its own
        if isinstance(error, Refused | KeyboardInterrupt | SystemExit):
            raise
        raise Refused("NotASpreadsheet", why=type(error).__name__) from None
    return sheets


def _sheet(book: CalamineWorkbook, name: str, marks: dict[tuple[int, int], str]) -> _Sheet:
    sheet = book.get_sheet_by_name(name)
    end = sheet.end or (-1, -1)
    height = max((end[0], *(place[0] for place in marks))) + 1
    width = max((end[1], *(place[1] for place in marks))) + 1
    _sized(name, height, width)
    cells = sheet.to_python(skip_empty_area=False) if sheet.end else []
    rows = [[_cell(value) for value in row] for row in cells]
    for (line, column), text in marks.items():
        while len(rows) <= line:
            rows.append([])
        row = rows[line]
        row.extend([None] * (column + 1 - len(row)))
        if row[column] is None:
            row[column] = text
    _measured(name, rows)
    merged = sheet.merged_cell_ranges
    return {"name": name, "rows": rows, "merged": merged, "cells": height * width}


def _text(content: bytes) -> list[_Sheet]:
    csv.field_size_limit(CELL_CHARACTERS * 10)
    try:
        rows = table(decode(content), ROWS)
    except csv.Error as error:
        raise Refused("NotASpreadsheet", why=error) from None
    width = max(map(len, rows), default=0)
    _sized("", len(rows), width)
    filled = [[cell or None for cell in row] for row in rows]
    _measured("", filled)
    return [{"name": "", "rows": filled, "merged": []}]


def _sized(name: str, height: int, width: int) -> None:
    if height > ROWS:
        raise Refused("TooManyRows", sheet=name, found=height, limit=ROWS)
    if width > COLUMNS:
        raise Refused("TooManyColumns", sheet=name, found=width, limit=COLUMNS)
    if height * width > CELLS:
        raise Refused("TooManyRows", sheet=name, found=height, limit=CELLS // width)


def _measured(name: str, rows: list[list[Any]]) -> None:
    for line, row in enumerate(rows, 1):
        for value in row:
            if type(value) is str and len(value) > CELL_CHARACTERS:
                raise Refused(
                    "CellTooLong", sheet=name, line=line, found=len(value), limit=CELL_CHARACTERS
                )


def _cell(value: object) -> object:
    if value == "":
        return None
    if type(value) is float and value.is_integer() and abs(value) < _LARGEST_WHOLE:
        return int(value)
    return value


def _tagged(value: object) -> object:
    if isinstance(value, datetime | date):
        day = value.date() if isinstance(value, datetime) else value
        return {"day": day.isoformat()}
    if isinstance(value, time | timedelta):
        return str(value)
    message = f"no cell holds a {type(value).__name__}"
    raise TypeError(message)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
