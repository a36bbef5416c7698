"""Lists on their way out of the window: to a workbook, to a page."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from salesdesk.desks.widgets.columns import Kind, TableSheet, written
from salesdesk.desks.widgets.outlets import OUTLETS
from salesdesk.desks.wording import moment, now, zone
from salesdesk.documents.cells import Cell, CellFormat
from salesdesk.documents.listing import ListSheet, list_pdf
from salesdesk.documents.workbook import table_xlsx

_FORMATS = {
    Kind.TEXT: CellFormat.TEXT,
    Kind.MONEY: CellFormat.FEN,
    Kind.AREA: CellFormat.AREA,
    Kind.COUNT: CellFormat.WHOLE,
    Kind.DAY: CellFormat.DAY,
    Kind.MOMENT: CellFormat.MOMENT,
}
_NUMBERS = frozenset({Kind.MONEY, Kind.AREA, Kind.COUNT})


def install() -> None:
    """Give every list of every desk its two ways out."""
    OUTLETS.workbook = write_workbook
    OUTLETS.paper = draw_list


def write_workbook(sheet: TableSheet, path: Path) -> None:
    """Write *sheet* as .xlsx at *path*, whole or not at all; money in yuan, areas in m²."""
    rows = (
        tuple(_cell(value, kind) for value, kind in zip(row, sheet.kinds, strict=True))
        for row in sheet.rows
    )
    formats = [_FORMATS[kind] for kind in sheet.kinds]
    data = table_xlsx(sheet.title, sheet.heads, rows, formats=formats, zone=ZoneInfo(zone()))
    draft = path.with_name(f"{path.name}.draft")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def draw_list(sheet: TableSheet, language: str) -> bytes:
    """Give *sheet* as a PDF, with who printed it and when."""
    right = frozenset(at for at, kind in enumerate(sheet.kinds) if kind in _NUMBERS)
    return list_pdf(
        ListSheet(
            title=sheet.title,
            company=OUTLETS.company,
            headings=sheet.heads,
            rows=tuple(tuple(row) for row in sheet.texts()),
            printed_at=moment(now()),
            printed_by=OUTLETS.person,
            right=right,
            practice=OUTLETS.practice,
        ),
        language,
    )


def _cell(value: object, kind: Kind) -> Cell:
    """Give *value* as a cell takes it; a text column takes texts, whatever they look like."""
    if value is None or (kind is not Kind.TEXT and isinstance(value, int | Decimal | date)):
        return value
    return written(value, kind)
