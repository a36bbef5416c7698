"""Lists, the board and the import templates as files for a spreadsheet (.xlsx, .csv).

A cell that starts with = + - @ is never a formula (ASVS 1.2.10). No clock: the same arguments give
the same bytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from datetime import tzinfo
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from salesdesk.documents.cells import (
    BODY_FONT,
    FONT_NAME,
    HEAD_FILL,
    HEAD_FONT,
    NUMBER_FORMATS,
    THIN_BORDER,
    TITLE_FONT,
    Cell,
    CellFormat,
    RowCells,
    clean,
    csv_field,
    csv_text,
    head_cell,
    saved,
    sheet_name,
    styled,
    text_cell,
)
from salesdesk.documents.inks import STATE_HEX
from salesdesk.documents.words import (
    board_words,
    core_words,
    moment_words,
    page_heading,
    row_words,
    word,
)
from salesdesk.office.inventory.rules import STATES, UnitState
from salesdesk.office.inventory.sheets import BoardCell, BoardPage, BoardSheet
from salesdesk.office.inventory.template_columns import (
    OPENING,
    PRICE_LIST,
    ColumnKind,
    TemplateColumn,
)

_NARROWEST, _WIDEST = 7.0, 44.0
_LOOKED_AT = 200
_TEMPLATE_FORMATS = {
    ColumnKind.TEXT: "@",
    ColumnKind.WHOLE: "0",
    ColumnKind.AREA: "0.00",
    ColumnKind.MONEY: "0.00",
    ColumnKind.DAY: "yyyy-mm-dd",
}


def table_xlsx(
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    formats: Sequence[CellFormat] = (),
    widths: Sequence[float] = (),
    note: str = "",
    zone: tzinfo | None = None,
) -> bytes:
    """Give a list as .xlsx: *title*, *note*, *headings* (frozen, with a filter), then *rows*.

    *formats* and *widths* (characters) go by column; where missing they follow from the values.
    Moments are written as the clock of *zone* shows them: `ValueError` for an aware moment without
    a zone. `TypeError` for a float. *rows* is read once and may report progress or raise to cancel.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(sheet_name(title))
    kinds = [*formats, *[CellFormat.AUTO] * (len(headings) - len(formats))]
    source = iter(rows)
    first = [row for row, _ in zip(source, range(_LOOKED_AT), strict=False)]
    for column, wide in enumerate(_widths(headings, first, widths), 1):
        sheet.column_dimensions[get_column_letter(column)].width = wide
    top = 3 if note else 2
    sheet.freeze_panes = f"A{top + 1}"
    sheet.append([styled(sheet, clean(title), TITLE_FONT)])
    if note:
        sheet.append([styled(sheet, clean(note), Font(name=FONT_NAME, size=9, color="596273"))])
    sheet.append([head_cell(sheet, heading) for heading in headings])
    writer = RowCells(sheet, zone)
    count = 0
    try:
        for row in _chained(first, source):
            sheet.append(writer.cells(row, kinds))
            count += 1
    except BaseException:  # cancelled, or refused: nothing half-written stays open
        sheet.close()
        raise
    if headings:
        last = get_column_letter(len(headings))
        sheet.auto_filter.ref = f"A{top}:{last}{top + count}"
    _for_paper(sheet, top)
    return saved(book)


def table_csv(
    headings: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    formats: Sequence[CellFormat] = (),
    zone: tzinfo | None = None,
) -> bytes:
    """Give a list as .csv in UTF-8 with a byte-order mark and CRLF line ends.

    Text that a spreadsheet could take for a formula (= + - @ tab, carriage return, and the
    full-width signs) gets a leading apostrophe. Otherwise as `table_xlsx`.
    """
    kinds = [*formats, *[CellFormat.AUTO] * (len(headings) - len(formats))]
    lines = [",".join(csv_text(heading) for heading in headings)]
    lines += [
        ",".join(csv_field(value, kind, zone) for value, kind in zip(row, kinds, strict=False))
        for row in rows
    ]
    return b"\xef\xbb\xbf" + "".join(f"{line}\r\n" for line in lines).encode()


def board_xlsx(sheet: BoardSheet, language: str) -> bytes:
    """Give the board of *sheet* as a coloured .xlsx: a sheet of totals, then one a building.

    Floors are rows, cores merged heads; a cell holds number, area, price per m², total and state.
    """
    book = Workbook()
    totals = book.active
    assert totals is not None  # noqa: S101 - a new workbook has one sheet
    _board_totals(totals, sheet, language)
    names = {totals.title}
    for page in sheet.pages:
        name = sheet_name(page_heading(page, language))
        count = 1
        while name in names:
            count += 1
            name = f"{name[:27]} {count}"
        names.add(name)
        _board_page(book.create_sheet(name), sheet, page, language)
    return saved(book)


def price_list_template_xlsx(language: str) -> bytes:
    """Give our price list template, which the import reads back in either language."""
    return template_xlsx("price_list", PRICE_LIST, language)


def opening_template_xlsx(language: str) -> bytes:
    """Give our template of units already sold and money already paid."""
    return template_xlsx("opening", OPENING, language)


def template_xlsx(name: str, columns: Sequence[TemplateColumn], language: str) -> bytes:
    """Give an empty template of *columns*: headings to fill in under, and a sheet that explains.

    Text columns are text from the first cell on, so that room 01 and phone numbers stay as typed.
    """
    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook has one sheet
    sheet.title = sheet_name(word(language, f"template.{name}"))
    must = PatternFill("solid", fgColor="B02A2E")
    for place, column in enumerate(columns, 1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = max(column.width, 8)
        sheet.column_dimensions[letter].number_format = _TEMPLATE_FORMATS[column.kind]
        cell = text_cell(sheet.cell(1, place), column.heading(language))
        cell.font, cell.border = HEAD_FONT, THIN_BORDER
        cell.fill = must if column.required else HEAD_FILL
        cell.alignment = Alignment(horizontal="center", vertical="center")
    sheet.freeze_panes = "A2"
    guide = book.create_sheet(sheet_name(word(language, "template.guide")))
    _guide(guide, columns, language)
    return saved(book)


# --- pieces -------------------------------------------------------------------------------------


def _guide(guide: Any, columns: Sequence[TemplateColumn], language: str) -> None:
    """Explain a template: what each column takes, whether it must be filled, an example."""
    rows = [
        (
            column.heading(language),
            word(language, "template.must" if column.required else "template.may"),
            word(language, f"template.{column.kind.value}"),
            column.example,
        )
        for column in columns
    ]
    heads = tuple(
        word(language, f"template.{key}") for key in ("column", "need", "takes", "example")
    )
    for place, wide in enumerate((24, 12, 44, 22), 1):
        guide.column_dimensions[get_column_letter(place)].width = wide
    text_cell(guide.cell(1, 1), word(language, "template.hint")).font = BODY_FONT
    for row, texts in enumerate((heads, *rows), 3):
        for place, text in enumerate(texts, 1):
            cell = text_cell(guide.cell(row, place), text)
            cell.font = HEAD_FONT if row == 3 else BODY_FONT  # noqa: PLR2004 - the head's row
            cell.border = THIN_BORDER
            if row == 3:  # noqa: PLR2004
                cell.fill = HEAD_FILL


def _state_style(state: UnitState) -> tuple[PatternFill, Font, Border]:
    fill, ink, border = (code.removeprefix("#") for code in STATE_HEX[state])
    side = Side(style="thin", color=border)
    return (
        PatternFill("solid", fgColor=fill),
        Font(name=FONT_NAME, size=9, color=ink),
        Border(left=side, right=side, top=side, bottom=side),
    )


def _board_head(sheet: Any, board: BoardSheet, language: str, heading: str) -> None:
    title = f"{board_words(board.project, board.as_of, language)}  {heading}".rstrip()
    if board.practice:
        title += f"  ({word(language, 'practice')})"
    text_cell(sheet.cell(1, 1), title).font = TITLE_FONT
    printed = word(language, "printed", at=moment_words(board.printed_at, language))
    printed += "    " + word(language, "printed.by", name=board.printed_by)
    text_cell(sheet.cell(2, 1), f"{board.company}    {printed}").font = BODY_FONT
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 8  # A3
    sheet.page_setup.fitToHeight = 1
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _board_totals(sheet: Any, board: BoardSheet, language: str) -> None:
    sheet.title = sheet_name(word(language, "board.summary"))
    _board_head(sheet, board, language, "")
    _totals_table(sheet, 4, board.strip, language, total="homes" if board.lots else "")
    if board.lots:
        below = 4 + len(board.strip) + 3
        _totals_table(sheet, below, board.lots, language, lots=True, total="lots")
    for place, wide in enumerate((18, 12, 18, 24), 1):
        sheet.column_dimensions[get_column_letter(place)].width = wide


def _totals_table(
    sheet: Any,
    top: int,
    rows: Sequence[tuple[UnitState, int, Any, Any]],
    language: str,
    *,
    lots: bool = False,
    total: str = "",
) -> None:
    """Write units, area and value by state from row *top* on, and their sums as numbers."""
    for place, key in enumerate(("state", "lots" if lots else "units", "area", "value"), 1):
        cell = text_cell(sheet.cell(top, place), word(language, f"board.{key}"))
        cell.font, cell.fill, cell.border = HEAD_FONT, HEAD_FILL, THIN_BORDER
    sums: list[int | Decimal] = [0, Decimal(0), Decimal(0)]
    bold = Font(name=FONT_NAME, size=10, bold=True)
    kinds = (CellFormat.WHOLE, CellFormat.AREA, CellFormat.FEN)
    for row, (state, units, area, value) in enumerate(rows, top + 1):
        name = (
            f"{word(language, f'letter.{state.value}')}  {word(language, f'state.{state.value}')}"
        )
        cell = text_cell(sheet.cell(row, 1), name)
        cell.fill, cell.font, cell.border = _state_style(state)
        numbers: list[int | Decimal] = [units, _number(area), _number(value)]
        sums = [a + b for a, b in zip(sums, numbers, strict=True)]
        _number_cells(sheet, row, numbers, kinds, BODY_FONT)
    last = top + len(rows) + 1
    cell = text_cell(sheet.cell(last, 1), word(language, f"board.total.{total}".rstrip(".")))
    cell.font, cell.border = bold, THIN_BORDER
    _number_cells(sheet, last, sums, kinds, bold)


def _number_cells(
    sheet: Any, row: int, numbers: Sequence[int | Decimal], kinds: Sequence[CellFormat], font: Font
) -> None:
    for place, (number, kind) in enumerate(zip(numbers, kinds, strict=True), 2):
        cell = sheet.cell(row, place, number)
        cell.number_format, cell.font, cell.border = NUMBER_FORMATS[kind], font, THIN_BORDER


def _number(text: str | Decimal) -> Decimal:
    return Decimal(str(text).replace(",", "") or 0)


def _board_page(sheet: Any, board: BoardSheet, page: BoardPage, language: str) -> None:
    _board_head(sheet, board, language, page_heading(page, language))
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    bold = Font(name=FONT_NAME, size=10, bold=True)
    for name, first, count in page.cores:
        cell = text_cell(sheet.cell(4, first + 2), core_words(name, language))
        cell.font, cell.fill, cell.alignment = HEAD_FONT, HEAD_FILL, middle
        if count > 1:
            last = first + 1 + count
            sheet.merge_cells(start_row=4, end_row=4, start_column=first + 2, end_column=last)
    rows = {floor: row for row, floor in enumerate(sorted(page.floors, reverse=True), 5)}
    for floor, row in rows.items():
        cell = text_cell(sheet.cell(row, 1), row_words(page, floor, language))
        cell.font, cell.alignment = bold, middle
        sheet.row_dimensions[row].height = 66
    models: dict[UnitState, Any] = {}
    for unit in page.cells:
        cell = text_cell(sheet.cell(rows[unit.floor], unit.column + 2), _unit_text(unit, language))
        if unit.state not in models:
            cell.fill, cell.font, cell.border = _state_style(unit.state)
            cell.alignment = middle
            models[unit.state] = cell._style  # noqa: SLF001 - one style a state, not one a cell
        else:
            cell._style = copy(models[unit.state])  # noqa: SLF001
    sheet.column_dimensions["A"].width = 18
    for column in range(page.columns):
        sheet.column_dimensions[get_column_letter(column + 2)].width = 17
    sheet.freeze_panes = "B5"
    sheet.print_title_rows = "1:4"
    _totals_table(
        sheet, len(rows) + 6, _page_totals(page), language, lots=bool(page.kind), total="page"
    )


def _unit_text(unit: BoardCell, language: str) -> str:
    area = word(language, "area", area=unit.area) if unit.area else ""
    price = f"{unit.unit_price} {word(language, 'board.unit_price')}" if unit.unit_price else ""
    state = word(language, f"state.{unit.state.value}")
    lines = (f"{unit.number}  {state}", unit.layout, area, price, unit.total)
    return "\n".join(line for line in lines if line)


def _page_totals(page: BoardPage) -> list[tuple[UnitState, int, Decimal, Decimal]]:
    found = []
    for state in STATES:
        units = [unit for unit in page.cells if unit.state is state]
        area = sum((_number(unit.area) for unit in units), Decimal(0))
        value = sum((_number(unit.total) for unit in units), Decimal(0))
        if units:
            found.append((state, len(units), area, value))
    return found


def _widths(
    headings: Sequence[str], rows: Sequence[Sequence[Cell]], given: Sequence[float]
) -> list[float]:
    """Give each column's width in characters, from its heading and the first rows."""
    found = list(given)
    for column in range(len(found), len(headings)):
        texts = [str(row[column]) for row in rows if column < len(row) and row[column] is not None]
        long = max([_units(headings[column]) + 3, *map(_units, texts)])
        found.append(min(max(long + 2, _NARROWEST), _WIDEST))
    return found


def _units(text: str) -> float:
    """Give the width of *text* in characters: a Han character takes two."""
    return sum(2 if letter > "\u2e7f" else 1 for letter in text)


def _for_paper(sheet: Any, top: int) -> None:
    """Let the sheet print on landscape A4, as wide as the page, its headings on each."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"1:{top}"


def _chained(
    first: list[Sequence[Cell]], rest: Iterator[Sequence[Cell]]
) -> Iterator[Sequence[Cell]]:
    yield from first
    yield from rest
