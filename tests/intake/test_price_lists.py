"""Long lists and floor grids, sound and faulty: what is read, and what is said about the rest."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdesk.intake.grid import SheetGrid, Workbook
from salesdesk.intake.headings import OPENING_WORDS, PRICE_WORDS, match
from salesdesk.intake.problems import sentences
from salesdesk.intake.reading import price_list
from salesdesk.intake.rows import Dialect
from salesdesk.office.inventory.template_columns import OPENING, PRICE_LIST

HEAD = ["楼栋", "单元", "楼层", "房号", "单价", "建筑面积", "套内建筑面积", "总价", "户型"]


def row(**changed):
    cells = {
        "楼栋": "1栋", "单元": "1单元", "楼层": 3, "房号": "01", "单价": 10000, "建筑面积": 90.5,
        "套内建筑面积": 70, "总价": None, "户型": "三室",
    }  # fmt: skip
    return [{**cells, **changed}[name] for name in HEAD]


def sheet(*rows, name="房源", merged=()):
    tupled = tuple(tuple(cells) for cells in rows)
    return Workbook(file="list.xlsx", sheets=(SheetGrid(name=name, rows=tupled, merged=merged),))


def said(reading):
    return [(p.line, p.column, sentences(p)[0]) for p in reading.problems]


def noted(reading):
    return [(n.line, sentences(n)[0]) for n in reading.notes]


def one(*rows):
    reading = price_list(sheet(HEAD, *rows))
    assert said(reading) == []
    return reading.rows[0]


def test_one_row_comes_back_whole():
    unit = one(row())
    assert (unit.building, unit.core, unit.floor, unit.number) == ("1栋", "1单元", 3, "01")
    assert (unit.gross_area, unit.inside_area) == (Decimal("90.5"), Decimal(70))
    assert (unit.unit_price_fen, unit.total_fen, unit.layout) == (1_000_000, None, "三室")
    assert (unit.sheet, unit.line) == ("房源", 2)


@pytest.mark.parametrize(
    ("cell", "fen"),
    [
        ("49365.68", 4_936_568), (49365.68, 4_936_568), ("49,365.68", 4_936_568),
        ("49 365,68", 4_936_568), ("49\u00a0365,68", 4_936_568), ("1.234.567,89", 123_456_789),
        ("12000,50", 1_200_050), ("1,234", 123_400), ("¥1,234", 123_400), ("1234元/㎡", 123_400),
        ("１２３４", 123_400), ("1.2万", 1_200_000), (50121.333333, 5_012_133),
        (0.1 + 0.2, 30), ("0.005", 1),
    ],
)  # fmt: skip
def test_amounts_as_people_write_them(cell, fen):
    assert one(row(单价=cell)).unit_price_fen == fen


@pytest.mark.parametrize(
    ("cell", "floor"),
    [
        (3, 3), ("3", 3), ("3层", 3), ("第3层", 3), ("3F", 3), ("二十層", 20), ("十四", 14),
        ("负一", -1), ("B1", -1), ("-1", -1), ("地下2层", -2), (-2, -2), ("１２", 12), ("L3", 3),
        ("parter", 0), ("03", 3),
    ],
)  # fmt: skip
def test_floors_as_people_write_them(cell, floor):
    assert one(row(楼层=cell)).floor == floor


@pytest.mark.parametrize(
    ("changed", "column", "words"),
    [
        ({"单价": -1}, "单价", "not above zero"),
        ({"单价": "0"}, "单价", "not above zero"),
        ({"单价": "面议"}, "单价", "not a number"),
        ({"单价": True}, "单价", "not a number"),
        ({"单价": "=B2*2"}, "单价", "formula"),
        ({"单价": "＝B2*2"}, "单价", "formula"),
        ({"单价": "#REF!"}, "单价", "formula"),
        ({"单价": "9" * 17}, "单价", "far too large"),
        ({"单价": "1e400"}, "单价", "not a number"),
        ({"单价": float("nan")}, "单价", "not a number"),
        ({"单价": date(2025, 1, 2)}, "单价", "date"),
        ({"单价": None}, "单价", "Neither"),
        ({"单价": "待定"}, "单价", "Neither"),
        ({"建筑面积": 0}, "建筑面积", "not above zero"),
        ({"建筑面积": -3}, "建筑面积", "not above zero"),
        ({"建筑面积": 100_001}, "建筑面积", "far too large"),
        ({"建筑面积": None}, "建筑面积", "missing"),
        ({"建筑面积": "九十"}, "建筑面积", "not a number"),
        ({"套内建筑面积": 91}, "套内建筑面积", "larger than the gross"),
        ({"房号": None}, "房号", "number is missing"),
        ({"房号": date(2025, 3, 1)}, "房号", "date"),
        ({"房号": "1\ud800"}, "房号", "cannot be stored"),
        ({"房号": "1\0"}, "房号", "cannot be stored"),
        ({"房号": "=1+1"}, "房号", "formula"),
        ({"户型": "=cmd|' /C calc'!A0"}, "户型", "formula"),
        ({"户型": "x" * 300}, "户型", "too long"),
        ({"楼层": "夹层"}, "楼层", "not a floor"),
        ({"楼层": 3.5}, "楼层", "not a floor"),
        ({"楼层": 999}, "楼层", "not a floor"),
        ({"楼层": None}, "楼层", "floor is missing"),
        ({"楼栋": None}, "楼栋", "building is missing"),
    ],
)
def test_each_fault_is_named_by_row_and_column(changed, column, words):
    reading = price_list(sheet(HEAD, row(房号="02"), row(**changed)))
    assert [(line, heading) for line, heading, _ in said(reading)] == [(3, column)]
    assert words in said(reading)[0][2]
    assert len(reading.rows) == 1
    sentences(reading.problems[0])[1].encode()


def test_all_faults_of_a_file_are_listed_not_only_the_first():
    reading = price_list(
        sheet(HEAD, row(单价="?", 建筑面积=-1, 楼层="?"), row(房号=None, 楼栋=None))
    )
    assert [(line, column) for line, column, _ in said(reading)] == [
        (2, "楼层"), (2, "单价"), (2, "建筑面积"), (3, "楼栋"), (3, "房号"),
    ]  # fmt: skip


def test_a_unit_twice_in_one_file_even_when_spelt_otherwise():
    reading = price_list(sheet(HEAD, row(), row(房号="02"), row(房号="301")))
    assert said(reading) == [(4, "房号", "The unit 1-1-0301 is already in row 2 of 房源.")]
    other_sheet = Workbook(
        file="two.xlsx", sheets=sheet(HEAD, row()).sheets + sheet(HEAD, row(), name="二").sheets
    )
    assert "already in row 2 of 房源" in said(price_list(other_sheet))[0][2]


def test_two_buildings_that_would_share_their_codes():
    reading = price_list(sheet(HEAD, row(楼栋="东苑1栋"), row(楼栋="西苑1栋")))
    assert "would share the code 1-1-0301" in said(reading)[0][2]


def test_titles_above_sums_below_and_headings_repeated_on_each_page():
    reading = price_list(
        sheet(
            ["四季名苑 一房一价表"], ["填表日期：2025-09-13"], HEAD, row(), HEAD, row(房号="02"), [None] * 9,
            ["合计", None, None, "2套", None, 181], ["备注：价格以合同为准"],
        )
    )  # fmt: skip
    assert said(reading) == []
    assert [unit.line for unit in reading.rows] == [4, 6]
    assert [line for line, _ in noted(reading)] == [8, 9]
    assert reading.sheets[0].heading_row == 3


def test_merged_building_cells_are_filled_down_but_blank_ones_are_a_fault():
    rows = (HEAD, row(), row(楼栋=None, 单元=None, 房号="02"))
    merged = (((1, 0), (2, 0)), ((1, 1), (2, 1)))
    assert [u.core for u in price_list(sheet(*rows, merged=merged)).rows] == ["1单元", "1单元"]
    assert "building is missing" in said(price_list(sheet(*rows)))[0][2]
    hidden = price_list(sheet(*rows, merged=None))
    assert [u.building for u in hidden.rows] == ["1栋", "1栋"]


def test_building_and_core_in_one_cell_are_taken_apart():
    unit = one(row(楼栋="花园3栋1单元", 单元=None))
    assert (unit.building, unit.core) == ("花园3栋", "1单元")
    assert (one(row(楼栋="6栋", 单元="--")).core) == ""


def test_totals_in_ten_thousands_and_totals_that_do_not_fit():
    head = [*HEAD[:7], "总价(万元)", "户型"]
    reading = price_list(sheet(head, row(总价=90.5), row(房号="02", 总价=95)))
    assert [unit.total_fen for unit in reading.rows] == [90_500_000, 95_000_000]
    assert [line for line, _ in noted(reading)] == [3]


def test_a_sheet_per_building_without_a_building_column():
    rows = (["房号", "楼层", "单价", "面积"], ["101", 1, 10000, 90])
    reading = price_list(sheet(*rows, name="5号楼"))
    assert [(u.building, u.number) for u in reading.rows] == [("5号楼", "101")]
    assert "No column gives the building" in said(price_list(sheet(*rows, name="Sheet1")))[0][2]


def test_missing_columns_are_one_problem_each():
    reading = price_list(
        sheet(["楼栋", "楼层", "房号", "单价"], ["1栋", 1, "01", 9], ["1栋", 1, "02", 9])
    )
    assert [words for _, _, words in said(reading)] == ["No column gives the gross area."]


def test_the_users_own_mapping_and_heading_row():
    strange = sheet(["甲", "乙", "丙", "丁", "戊"], ["1栋", "3", "01", "9000", "88"])
    assert price_list(strange).dialect is Dialect.UNKNOWN
    mapping = {"building": 0, "floor": 1, "number": 2, "unit_price": 3, "gross_area": 4}
    reading = price_list(strange, mapping)
    assert [(u.number, u.unit_price_fen) for u in reading.rows] == [("01", 900_000)]
    no_head = price_list(sheet(["1栋", "3", "01", "9000", "88"]), mapping, heading_row=0)
    assert [u.line for u in no_head.rows] == [1]
    wrong = price_list(strange, {**mapping, "unit_price": 77})
    assert "Neither" in said(wrong)[0][2]


def test_a_sheet_chosen_by_name():
    two = Workbook(
        file="two.xlsx", sheets=sheet(HEAD, row()).sheets + sheet(HEAD, row(), name="二").sheets
    )
    assert [u.sheet for u in price_list(two, sheet="二").rows] == ["二"]
    assert "no sheet 三" in said(price_list(two, sheet="三"))[0][2]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_our_own_template_is_known_in_both_languages(language):
    head = [column.heading(language) for column in PRICE_LIST]
    example = [column.example or None for column in PRICE_LIST]
    reading = price_list(sheet(head, example))
    assert reading.dialect is Dialect.TEMPLATE
    assert said(reading) == []
    assert reading.notes == ()
    assert reading.rows[0].unit_price_fen == 4_936_568
    assert reading.rows[0].orientation == "南"
    fields = {column.field: place for place, column in enumerate(PRICE_LIST)}
    assert match(head, PRICE_WORDS) == fields
    opening = [column.heading(language) for column in OPENING]
    assert match(opening, OPENING_WORDS) == {c.field: n for n, c in enumerate(OPENING)}


def test_no_word_means_two_fields():
    for words in (PRICE_WORDS, OPENING_WORDS):
        every = [word for field in words.values() for word in field]
        assert len(every) == len(set(every))


GRID_HEAD = ["楼栋", "楼层", 1, 2, "03"]


def test_a_grid_with_building_and_core_in_one_merged_cell():
    totals = [GRID_HEAD, ["花园3栋1单元", 1, "100", 200, None], [None, 2, 300, "--", 5],
              ["6栋--", 1, 7, None, None]]  # fmt: skip
    prices = [GRID_HEAD, ["花园3栋1单元", 1, 1.5, 2, None], [None, 2, 3, None, None],
              ["6栋--", 1, 7, None, None]]  # fmt: skip
    merged = (((1, 0), (2, 0)),)
    book = Workbook(
        file="grid.xlsx",
        sheets=sheet(*totals, name="总价分布", merged=merged).sheets
        + sheet(*prices, name="单价分布", merged=merged).sheets,
    )
    reading = price_list(book)
    assert reading.dialect is Dialect.GRID
    assert said(reading) == []
    turned = price_list(Workbook(file="grid.xlsx", sheets=book.sheets[::-1]))
    assert sorted(map(str, turned.grid)) == sorted(map(str, reading.grid))
    found = {(u.building, u.core, u.floor, u.number): u for u in reading.grid}
    assert {k: (u.total_fen, u.unit_price_fen) for k, u in found.items()} == {
        ("花园3栋", "1单元", 1, "01"): (10_000, 150),
        ("花园3栋", "1单元", 1, "02"): (20_000, 200),
        ("花园3栋", "1单元", 2, "01"): (30_000, 300),
        ("花园3栋", "1单元", 2, "03"): (500, None),
        ("6栋", "", 1, "01"): (700, 700),
    }


def test_faults_of_a_grid_are_named_too():
    rows = (["楼栋", "楼层", 1, 1], ["1栋", "夹层", 5, 6], [None, 2, "已售", -4], [None, 3, 7, 8])
    reading = price_list(sheet(*rows, name="总价"))
    assert [(line, column) for line, column, _ in said(reading)] == [
        (2, "楼层"), (3, "1"), (3, "1"), (4, "1"),
    ]  # fmt: skip
    assert "already in row 4" in said(reading)[-1][2]


def test_a_grid_without_a_name_is_told_by_its_size():
    for figures, field in (
        ((5_000_000, 6_000_000), "total_fen"),
        ((50_000, 60_000), "unit_price_fen"),
    ):
        reading = price_list(
            sheet(["楼栋", "楼层", "01", "02"], ["1栋", 1, *figures], name="Sheet1")
        )
        assert [getattr(u, field) for u in reading.grid] == [figures[0] * 100, figures[1] * 100]


def test_a_file_full_of_faults_ends_with_a_count():
    broken = [row(楼层="?", 房号=f"{n}") for n in range(10_100)]
    reading = price_list(sheet(HEAD, *broken))
    assert len(reading.problems) == 10_001
    assert sentences(reading.problems[-1])[0] == "More problems, not listed: 100."


CELLS = st.one_of(
    st.none(), st.integers(), st.floats(), st.booleans(), st.dates(),
    st.text(max_size=12), st.text(alphabet="0123456789.,-=#万元层负B栋单 XF", max_size=10),
    st.text(alphabet=st.characters(categories=["Cs", "Cc", "Nd", "No"]), max_size=5),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=10), max_size=6), st.booleans())
def test_whatever_the_cells_hold_there_are_rows_or_problems(cells, hidden):
    reading = price_list(sheet(HEAD, *cells, merged=None if hidden else ()))
    lines = {unit.line for unit in reading.rows}
    faulty = {problem.line for problem in reading.problems}
    assert not lines & faulty
    for problem in (*reading.problems, *reading.notes):
        " ".join(sentences(problem)).encode("utf-8")
    for unit in reading.rows:
        assert unit.gross_area > 0
        assert unit.unit_price_fen is not None or unit.total_fen is not None
        f"{unit.building}{unit.core}{unit.number}{unit.layout}".encode()


def test_prices_whose_product_no_paper_could_write_are_refused():
    reading = price_list(sheet(HEAD, row(单价=10_000_001, 建筑面积=100_000)))
    assert "far too large" in said(reading)[0][2]
    assert "not above zero" in said(price_list(sheet(HEAD, row(建筑面积="0.00001"))))[0][2]


def test_a_building_called_like_a_sum_is_still_a_building():
    reading = price_list(sheet(HEAD, row(楼栋="Summer House"), row(楼栋="Totalia 2")))
    assert [u.building for u in reading.rows] == ["Summer House", "Totalia 2"]


BARE = [name for name in HEAD if name not in ("单价", "总价")]


def bare_row(**changed):
    return [cell for name, cell in zip(HEAD, row(**changed), strict=True) if name in BARE]


def test_units_without_prices_come_in_from_a_file_all_of_whose_columns_are_known():
    reading = price_list(sheet(BARE, bare_row(), bare_row(房号="02")))
    assert said(reading) == []
    assert [(u.number, u.unit_price_fen, u.total_fen) for u in reading.rows] == [
        ("01", None, None), ("02", None, None),
    ]  # fmt: skip
    assert noted(reading) == [(1, "The file gives no prices: new units come in without one.")]


def test_a_column_that_nobody_knows_may_be_the_price():
    reading = price_list(sheet([*BARE, "一口价/套"], [*bare_row(), 950_000]))
    assert reading.rows == ()
    assert len(said(reading)) == 1


def test_a_list_without_prices_beside_one_with_them_is_left_out():
    priced = sheet(HEAD, row()).sheets[0]
    other = sheet(BARE, bare_row(), name="面积").sheets[0]
    reading = price_list(Workbook(file="x.xlsx", sheets=(other, priced)))
    assert [u.unit_price_fen for u in reading.rows] == [1_000_000]
    assert noted(reading) == [(0, "The sheet 面积 was left out: it holds no list of this kind.")]
