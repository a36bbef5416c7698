"""What a spreadsheet file may hold and how: text stays text, numbers numbers, no clock inside."""

import re
from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from decimal import Decimal
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.writer.excel import ExcelWriter
from typing_extensions import override

Cell = str | int | Decimal | date | datetime | bool | None
"""What a cell may hold. A float is refused: it is not exact."""


class CellFormat(StrEnum):
    """How a column is shown; AUTO goes by the value."""

    AUTO = "auto"
    TEXT = "text"
    WHOLE = "whole"
    FEN = "fen"
    """Whole fen in, yuan with two decimals in the file."""
    AREA = "area"
    PERCENT = "percent"
    DAY = "day"
    MOMENT = "moment"


NUMBER_FORMATS = {
    CellFormat.AUTO: "0",
    CellFormat.TEXT: "@",
    CellFormat.WHOLE: "#,##0",
    CellFormat.FEN: "#,##0.00",
    CellFormat.AREA: "#,##0.00",
    CellFormat.PERCENT: "0.00%",
    CellFormat.DAY: "yyyy-mm-dd",
    CellFormat.MOMENT: "yyyy-mm-dd hh:mm",
}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_GUARDED = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")
_SHEET_NAME = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_LONGEST_NAME = 31
_LONGEST_TEXT = 32_767
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the file format wants a moment without a zone

FONT_NAME = "Microsoft YaHei"
"""A spreadsheet names its font; where it is missing, the program at hand takes its own."""
_LINE = Side(style="thin", color="CBD1DA")
THIN_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
HEAD_FILL = PatternFill("solid", fgColor="1D3C6B")
HEAD_FONT = Font(name=FONT_NAME, size=10, bold=True, color="FFFFFF")
TITLE_FONT = Font(name=FONT_NAME, size=14, bold=True, color="1D3C6B")
BODY_FONT = Font(name=FONT_NAME, size=10)


def clean(text: str) -> str:
    """Give *text* without what a spreadsheet file cannot hold, cut at the longest it can."""
    return _FORBIDDEN.sub("", text)[:_LONGEST_TEXT]


def sheet_name(title: str) -> str:
    """Give *title* as a sheet's name: without the forbidden signs, at most 31 characters."""
    name = _SHEET_NAME.sub(" ", clean(title)).strip()
    return name[:_LONGEST_NAME].strip() or "Sheet1"


def text_cell(cell: Any, text: str) -> Any:
    """Put *text* into *cell* as text, whatever it looks like, and give the cell."""
    cell.value = clean(text)
    cell.data_type = "s"
    cell.quotePrefix = True
    cell.number_format = "@"
    return cell


def saved(book: Workbook) -> bytes:
    """Write *book* with fixed moments inside, so that the same book gives the same bytes."""
    book.properties.creator = "salesdesk"
    book.properties.created = book.properties.modified = _MADE
    out = BytesIO()
    with _StillZip(out, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).write_data()
    return out.getvalue()


class _StillZip(ZipFile):
    """A zip file whose entries all carry the same moment."""

    @override
    def writestr(
        self, zinfo_or_arcname: str | ZipInfo, data: Any, *args: Any, **more: Any
    ) -> None:
        name = getattr(zinfo_or_arcname, "filename", zinfo_or_arcname)
        entry = ZipInfo(str(name), _EPOCH)
        entry.compress_type = ZIP_DEFLATED
        super().writestr(entry, data)

    @override
    def write(self, filename: Any, arcname: Any = None, *args: Any, **more: Any) -> None:
        self.writestr(str(arcname or filename), Path(filename).read_bytes())


class RowCells:
    """Makes a row's cells; each format's style is made once and shared."""

    def __init__(self, sheet: Any, zone: tzinfo | None) -> None:
        self.sheet, self.zone = sheet, zone
        self._styles: dict[CellFormat, Any] = {}

    def cells(self, row: Sequence[Cell], kinds: Sequence[CellFormat]) -> list[Any]:
        """Give the cells of *row*, each in its column's format."""
        return [self._cell(value, kind) for value, kind in zip(row, kinds, strict=False)]

    def _cell(self, value: Cell, kind: CellFormat) -> Any:
        held, shown = known(value, kind, self.zone)
        cell: Any = WriteOnlyCell(self.sheet)
        cell._style = self._style(shown)  # noqa: SLF001 - one style a format, not one a cell
        if held is not None:
            cell.value = held
            if isinstance(held, str):
                cell.data_type = "s"
        return cell

    def _style(self, shown: CellFormat) -> Any:
        if shown not in self._styles:
            model: Any = WriteOnlyCell(self.sheet)
            model.font, model.border = BODY_FONT, THIN_BORDER
            model.number_format = NUMBER_FORMATS[shown]
            model.alignment = Alignment(vertical="center", wrap_text=shown is CellFormat.TEXT)
            model.quotePrefix = shown is CellFormat.TEXT
            self._styles[shown] = model._style  # noqa: SLF001
        return self._styles[shown]


def known(
    value: Cell, kind: CellFormat, zone: tzinfo | None
) -> tuple[str | int | Decimal | date | None, CellFormat]:
    """Give a value as the file holds it and the format it is shown in."""
    if isinstance(value, float):
        message = "a float is not exact; give an int, a Decimal or whole fen"
        raise TypeError(message)
    if isinstance(value, str):
        return clean(value), CellFormat.TEXT
    if isinstance(value, bool):
        return ("✓" if value else ""), CellFormat.TEXT
    if isinstance(value, datetime):
        return _on_the_wall(value, zone), CellFormat.MOMENT
    if isinstance(value, date):
        return value, CellFormat.DAY
    if isinstance(value, int) and kind is CellFormat.FEN:
        return Decimal(value) / 100, kind
    if kind is CellFormat.AUTO:
        return value, CellFormat.AREA if isinstance(value, Decimal) else kind
    return value, kind


def _on_the_wall(moment: datetime, zone: tzinfo | None) -> datetime:
    if moment.tzinfo is None:
        return moment
    if zone is None:
        message = "an aware moment needs the zone of the office to be written"
        raise ValueError(message)
    return moment.astimezone(zone).replace(tzinfo=None)


def csv_field(value: Cell, kind: CellFormat, zone: tzinfo | None) -> str:
    """Write one value for a .csv."""
    held, shown = known(value, kind, zone)
    if held is None:
        return ""
    if isinstance(held, datetime):
        return f"{held:%Y-%m-%d %H:%M}"
    if isinstance(held, str):
        return csv_text(held)
    return f"{held:.2f}" if shown is CellFormat.FEN else str(held)


def csv_text(text: str) -> str:
    """Write *text* for a .csv: guarded against formulas, quoted where it must be."""
    text = clean(text)
    if text.startswith(_GUARDED):
        text = f"'{text}"
    if any(sign in text for sign in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def styled(sheet: Any, text: str, font: Font) -> Any:
    """Give a cell of a write-only sheet that holds *text* in *font*."""
    cell: Any = WriteOnlyCell(sheet)
    cell.font = font
    return text_cell(cell, text)


def head_cell(sheet: Any, heading: str) -> Any:
    """Give the cell of a column's heading."""
    cell = styled(sheet, heading, HEAD_FONT)
    cell.fill, cell.border = HEAD_FILL, THIN_BORDER
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    return cell
