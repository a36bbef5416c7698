"""Units already sold when the office starts: what the template gives and what it must not."""

from datetime import date

import pytest

from salesdesk.intake.grid import SheetGrid, Workbook
from salesdesk.intake.opening import opening, read_opening
from salesdesk.intake.problems import sentences
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.template_columns import OPENING

HEAD = [column.zh for column in OPENING]
ROW = {
    "building": "1栋", "core": "1单元", "floor": "3", "number": "01", "code": None,
    "customer": "王芳", "phone": "138 1234 5678", "id_number": "11010519491231002x",
    "state": "认购", "on": "2025年9月13日", "price": "4,538,681", "paid": 50000,
    "receipts": "0001、0002", "consultant": "李雷",
}  # fmt: skip


def read(*rows, head=HEAD):
    cells = tuple(tuple({**ROW, **row}.values()) for row in rows)
    sheet = SheetGrid(name="期初", rows=(tuple(head), *cells))
    return opening(Workbook(file="opening.xlsx", sheets=(sheet,)))


def said(reading):
    return [(p.line, p.column, sentences(p)[0]) for p in reading.problems]


def test_a_sold_unit_comes_in_whole():
    reading = read({})
    assert said(reading) == []
    (row,) = reading.rows
    assert (row.code, row.building, row.core, row.floor, row.number) == (
        "1-1-0301", "1栋", "1单元", 3, "01",
    )  # fmt: skip
    assert (row.customer, row.phone, row.id_number) == (
        "王芳",
        "13812345678",
        "11010519491231002X",
    )
    assert (row.state, row.on) == (UnitState.SUBSCRIBED, date(2025, 9, 13))
    assert (row.price_fen, row.paid_fen) == (453_868_100, 5_000_000)
    assert (row.receipts, row.consultant, row.line) == ("0001、0002", "李雷", 2)


def test_the_code_alone_names_the_unit_and_less_than_all_is_enough():
    bare = {"building": None, "core": None, "floor": None, "number": None, "code": "2-0-2901"}
    (row,) = read({**bare, "phone": None, "id_number": None, "paid": None, "state": "Signed"}).rows
    assert (row.code, row.floor, row.phone, row.paid_fen) == ("2-0-2901", None, "", 0)
    assert row.state is UnitState.SIGNED


@pytest.mark.parametrize("day", [date(2025, 9, 13), "2025-09-13", "2025/9/13", "20250913", 45913])
def test_days_as_people_write_them(day):
    assert read({"on": day}).rows[0].on == date(2025, 9, 13)


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"phone": "12345"}, "联系电话"),
        ({"id_number": "110105194912310021"}, "证件号码"),
        ({"id_number": "11010519491231002"}, "证件号码"),
        ({"state": "可售"}, "状态"),
        ({"state": None}, "状态"),
        ({"on": "2025-02-30"}, "日期"),
        ({"on": None}, "日期"),
        ({"price": None}, "成交总价(元)"),
        ({"price": 0}, "成交总价(元)"),
        ({"paid": -1}, "已付金额(元)"),
        ({"paid": 4_538_682}, "已付金额(元)"),
        ({"customer": "  "}, "客户姓名"),
        ({"customer": "王\ud800"}, "客户姓名"),
        ({"customer": "=1+1"}, "客户姓名"),
        ({"floor": None}, "楼层"),
        ({"number": None}, "房号"),
    ],
)
def test_each_fault_is_named(changed, column):
    reading = read(changed)
    assert [(line, heading) for line, heading, _ in said(reading)] == [(2, column)]
    assert reading.rows == ()


def test_a_unit_sold_twice():
    reading = read({}, {"number": "301"})
    assert "already in row 2" in said(reading)[0][2]
    assert len(reading.rows) == 1


def test_the_example_of_the_template_can_be_read(book):
    reading = read_opening(book([HEAD, [column.example or None for column in OPENING]]))
    assert said(reading) == []
    assert reading.rows[0].code == "1-1-0301"


def test_a_price_list_is_not_taken_for_sales(book):
    reading = read_opening(book([["楼栋", "楼层", "房号", "单价"], ["1栋", 1, "01", 9]]))
    assert "not known" in said(reading)[0][2]
