"""Spreadsheet files: text stays text, numbers numbers, the same file from the same list."""

import dataclasses as dc
import gc
import time
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from salesdesk.documents.cells import CellFormat, clean, sheet_name
from salesdesk.documents.workbook import (
    board_xlsx,
    opening_template_xlsx,
    price_list_template_xlsx,
    table_csv,
    table_xlsx,
)
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.template_columns import OPENING, PRICE_LIST
from tests.documents.made import BOARD, LANGUAGES, board_page

HEADINGS = ("编号", "姓名", "电话", "金额", "面积", "日期", "时间")
FORMATS = (CellFormat.WHOLE, CellFormat.AUTO, CellFormat.AUTO, CellFormat.FEN, CellFormat.AREA)
ROW = (
    7,
    "=1+1",
    "013812345678",
    5_000_001,
    Decimal("118.52"),
    date(2026, 1, 2),
    datetime(2026, 1, 1, 16, 30, tzinfo=UTC),
)
SHANGHAI = ZoneInfo("Asia/Shanghai")


def opened(xlsx):
    return openpyxl.load_workbook(BytesIO(xlsx))


def test_text_stays_text_and_numbers_are_numbers():
    xlsx = table_xlsx("客户", HEADINGS, [ROW], formats=FORMATS, note="备注", zone=SHANGHAI)
    sheet = opened(xlsx).active
    assert [cell.value for cell in sheet[3]] == list(HEADINGS)
    cells = sheet[4]
    assert [cell.value for cell in cells] == [
        *(7, "=1+1", "013812345678", 50000.01, 118.52),
        datetime(2026, 1, 2),
        datetime(2026, 1, 2, 0, 30),
    ]
    assert [cell.data_type for cell in cells] == ["n", "s", "s", "n", "n", "d", "d"]
    assert cells[1].quotePrefix
    assert cells[3].number_format == "#,##0.00"
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:G4"


@pytest.mark.parametrize(
    "text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "#N/A", "＝1", "\t=1"]
)
def test_nothing_becomes_a_formula(text):
    xlsx = table_xlsx(text, [text], [[text]])
    sheet = opened(xlsx).active
    assert {cell.data_type for row in sheet for cell in row} == {"s"}
    assert sheet["A3"].value == text
    line = table_csv(["h"], [[text]]).decode("utf-8-sig").splitlines()[1].lstrip('"')
    assert line.startswith("'") or text == "#N/A"


def test_a_list_of_numbers_in_csv_is_not_guarded():
    csv = table_csv(["a", "b", "c"], [(-5, Decimal("-1.5"), None)], formats=(CellFormat.FEN,))
    assert csv == b"\xef\xbb\xbfa,b,c\r\n-0.05,-1.5,\r\n"


def test_csv_quotes_and_writes_days():
    csv = table_csv(["a"] * 4, [('x,"y"\n', "欧", date(2026, 1, 2), ROW[6])], zone=SHANGHAI)
    assert csv.decode("utf-8-sig") == 'a,a,a,a\r\n"x,""y""\n",欧,2026-01-02,2026-01-02 00:30\r\n'


def test_what_is_not_exact_is_refused():
    with pytest.raises(TypeError, match="float"):
        table_xlsx("t", ["a"], [[0.1]])
    with pytest.raises(ValueError, match="zone"):
        table_csv(["a"], [[ROW[6]]])


def test_a_list_given_up_leaves_nothing_open():
    def rows():
        yield from [[1]] * 300
        raise KeyboardInterrupt

    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            table_xlsx("t", ["a"], rows())
    gc.collect()


def test_the_same_list_gives_the_same_bytes_later():
    first = table_xlsx("t", HEADINGS, [ROW] * 3, zone=SHANGHAI), board_xlsx(BOARD, "en")
    time.sleep(2.1)
    assert first == (table_xlsx("t", HEADINGS, [ROW] * 3, zone=SHANGHAI), board_xlsx(BOARD, "en"))


@settings(max_examples=40)
@given(st.lists(st.text().map("x{}".format), min_size=1, max_size=5), st.text())
def test_any_text_is_written_and_read_back(texts, title):
    xlsx = table_xlsx(title, ["h"] * len(texts), [texts])
    book = CalamineWorkbook.from_filelike(BytesIO(xlsx))
    row = book.get_sheet_by_index(0).to_python(skip_empty_area=False)[2]
    expected = [clean(text).replace("\r\n", "\n").replace("\r", "\n") for text in texts]
    assert [str(cell) for cell in row][: len(texts)] == expected[: len(row)]


def test_sheet_names_are_allowed():
    assert sheet_name("销售[1]/a:b*?\\'x" * 5) == sheet_name("销售[1]/a:b*?\\'x" * 5).strip()
    assert len(sheet_name("长" * 99)) == 31
    assert sheet_name("[]") == "Sheet1"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_board_is_coloured_and_adds_up(language):
    book = opened(board_xlsx(BOARD, language))
    assert len(book.sheetnames) == 3
    totals, first, _ = book.worksheets
    last = [cell.value for cell in totals[4 + len(BOARD.strip) + 1]]
    assert last[1:4] == [33, 3911.16, 129_068_280]
    assert first["B5"].value.startswith("006000")
    assert first["B4"].value == ("1单元" if language == "zh_CN" else "Core 1")
    assert "B4:D4" in map(str, first.merged_cells.ranges)
    fills = {
        first.cell(row, column).fill.fgColor.rgb for row in range(5, 11) for column in range(2, 8)
    }
    assert len(fills) == 12
    units = [cell.value for row in first for cell in row if cell.column == 2 and cell.row > 11]
    assert 36 in units


def test_buildings_of_one_name_get_sheets_of_their_own():
    pages = (board_page("A", 1, 1, 1), board_page("A", 1, 1, 1), board_page("a" * 40, 1, 1, 1))
    book = opened(board_xlsx(dc.replace(BOARD, pages=pages), "zh_CN"))
    assert len(set(book.sheetnames)) == 4


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("template", "columns"),
    [(price_list_template_xlsx, PRICE_LIST), (opening_template_xlsx, OPENING)],
)
def test_templates_have_our_headings_and_text_columns(template, columns, language):
    sheet, guide = opened(template(language)).worksheets
    assert [cell.value for cell in sheet[1]] == [column.heading(language) for column in columns]
    assert sheet.max_row == 1
    assert sheet.column_dimensions["A"].number_format == "@"
    assert guide.max_row == len(columns) + 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_boards_totals_tell_homes_and_lots_apart(language):
    lots = ((UnitState.AVAILABLE, 20, "265.00", "3,760,000.00"),)
    book = opened(board_xlsx(dc.replace(BOARD, lots=lots), language))
    column = [cell.value for cell in book.worksheets[0]["B"]]
    assert 33 in column and 20 in column and 53 not in column
    assert column[-1] == 20
