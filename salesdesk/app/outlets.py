"""The ways a list leaves a window: as a workbook and on paper, drawn by `documents`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from salesdesk.desks.widgets.columns import Kind, TableSheet
from salesdesk.desks.widgets.outlets import OUTLETS
from salesdesk.desks.wording import zone
from salesdesk.documents.cells import Cell, CellFormat
from salesdesk.documents.listing import ListSheet, list_pdf
from salesdesk.documents.workbook import table_xlsx
from salesdesk.kernel.calendar import local
from salesdesk.store.database import system_clock

_FORMATS = {
    Kind.MONEY: CellFormat.FEN,
    Kind.AREA: CellFormat.AREA,
    Kind.COUNT: CellFormat.WHOLE,
}
_RIGHT = frozenset(_FORMATS)


def open_up() -> None:
    """Let every list be exported and printed from now on."""
    OUTLETS.workbook = _write
    OUTLETS.paper = _draw


def _write(sheet: TableSheet, path: Path) -> None:
    formats = tuple(_FORMATS.get(kind, CellFormat.AUTO) for kind in sheet.kinds)
    rows = (tuple(_cell(value) for value in row) for row in sheet.rows)
    made = table_xlsx(
        sheet.title, sheet.heads, rows, formats=formats, zone=local(_now(), zone()).tzinfo
    )
    path.write_bytes(made)


def _draw(sheet: TableSheet, language: str) -> bytes:
    paper = ListSheet(
        title=sheet.title,
        company=OUTLETS.company,
        headings=sheet.heads,
        rows=tuple(tuple(row) for row in sheet.texts()),
        printed_at=f"{local(_now(), zone()):%Y-%m-%d %H:%M}",
        printed_by=OUTLETS.person,
        right=frozenset(at for at, kind in enumerate(sheet.kinds) if kind in _RIGHT),
        practice=OUTLETS.practice,
    )
    return list_pdf(paper, language)


def _cell(value: object) -> Cell:
    plain = str(value) if isinstance(value, float) else value
    return cast("Cell", plain)


def _now() -> datetime:
    return system_clock().astimezone(UTC)
