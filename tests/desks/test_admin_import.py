"""Price lists and units already sold, through the windows into a real office."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from salesdesk.desks.admin.sheetpreview import letters
from salesdesk.intake.reading import read_price_list
from salesdesk.kernel.keys import UnitId
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.inventory.commands import ReleaseUnits
from salesdesk.office.inventory.queries import board, projects
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.staff.commands import ChangeSetting
from salesdesk.office.staff.queries import journal
from tests.desks.admin_made import PROJECT, ROWS, Sat, make_office
from tests.furnished import permit

REPO = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("SALESDESK_SHARED", REPO.parent / "shared")) / "data"


@pytest.fixture(scope="session")
def founded(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("import"))


@pytest.fixture
def sat(qtbot, founded, tmp_path):
    made = Sat(qtbot, founded, tmp_path)
    yield made
    made.close()


def real(name):
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{name} is not at hand")
    return path


def test_the_real_list_then_its_grid(sat):
    pane = sat.imported(real("shenzhen_sijimingyuan_unit_list.xls"), "四季名园")
    assert pane.pages.currentWidget() is pane.done
    assert "1,589,537,568.00" in pane.done.figures.text()
    names = {card.name: card.units for card in sat.seat.ask(projects)}
    assert names["四季名园"] == 292
    pane.start_again()
    pane.open_file(real("shenzhen_sijimingyuan_price_grid.xlsx"))
    sat.settle()
    assert not pane.check.mapping.isVisible()
    pane.check.project.set_name("四季名园")
    pane.compare()
    sat.settle()
    assert pane.comparison.figures["changed"].value() == "134"
    assert pane.comparison.changed.model.rowCount() == 134
    assert pane.comparison.changed.isVisible()
    lines = sat.seat.ask(journal)
    assert [line.command for line in lines].count("ImportUnits") == 1


def test_a_list_of_other_buildings_is_offered_a_project_of_its_own(sat):
    pane = sat.imported()
    pane.start_again()
    pane.open_file(sat.file())
    sat.settle()
    assert pane.check.project.name() == PROJECT, "the project that has these buildings"
    pane.start_again()
    rows = [("9-" + row[0], *row[1:]) for row in ROWS]
    pane.open_file(sat.file(rows, name="西溪花园.csv"))
    sat.settle()
    assert pane.check.project.name() == "西溪花园" and pane.check.project.card() is None


def test_what_one_file_suggested_is_not_the_next_files_project(sat):
    pane = sat.imported()
    pane.start_again()
    one, two = ([(f"{n}-" + row[0], *row[1:]) for row in ROWS] for n in (7, 8))
    pane.open_file(sat.file(one, name="东区.csv"))
    sat.settle()
    pane.start_again()
    pane.open_file(sat.file(two, name="西区.csv"))
    sat.settle()
    assert pane.check.project.name() == "西区"
    pane.check.project.set_name("西区二期")  # typed by somebody: stays
    pane.start_again()
    pane.open_file(sat.file(one, name="东区.csv"))
    sat.settle()
    assert pane.check.project.name() == "西区二期"


def test_an_own_list_is_compared_first_and_then_taken_in_whole(sat):
    pane = sat.page("import").prices
    assert pane.drop.isVisible()
    pane.open_file(sat.file())
    sat.settle()
    assert pane.check.isVisible()
    assert pane.check.project.name() == PROJECT
    pane.check.next.click()
    sat.settle()
    assert pane.comparison.added.model.rowCount() == 3
    assert pane.comparison.figures["total"].value() == "¥5,690,000.00"
    assert sat.seat.ask(board) == ()
    pane.comparison.go.click()
    sat.settle()
    assert pane.done.isVisible()
    assert [unit.code for unit in sat.seat.ask(board)] == ["1-1-0101", "1-1-0102", "1-1-0201"]


def test_again_is_an_update_that_leaves_held_units_their_price(sat):
    sat.imported()
    manager, consultant = sat.other("manager"), sat.other("consultant")
    manager.do(permit(number="T-1", project=1))
    manager.do(ReleaseUnits())
    came = consultant.do(
        RegisterVisit(manner=Manner.VISIT, name="王芳", phone="13812345678", project=1)
    )
    held = sat.seat.ask(board)[0]
    consultant.do(HoldUnit(unit=UnitId(held.id), customer=came["customer"]))
    dearer = [(*row[:5], "30000", str(int(row[4]) * 30000)) for row in ROWS[:2]]
    pane = sat.page("import").prices
    pane.start_again()
    pane.open_file(sat.file(dearer, name="again.csv"))
    sat.settle()
    pane.compare()
    sat.settle()
    shown = pane.comparison
    assert [shown.figures[name].value() for name in ("added", "changed", "kept", "missing")] == [
        "0", "1", "1", "1",
    ]  # fmt: skip
    frozen = [line for line in shown.changed.model.lines() if line.frozen]
    assert [line.code for line in frozen] == [held.code]
    assert "keeps its price" in shown.changed.sheet().texts()[0]
    assert shown.missing.model.lines() == ("1-1-0201",)
    shown.go.click()
    sat.settle()
    totals = {unit.code: unit.total_fen for unit in sat.seat.ask(board)}
    assert totals[held.code] == held.total_fen
    assert totals["1-1-0102"] == 240_000_000


def test_where_prices_are_signed_a_list_that_changes_one_says_so_before_it_is_sent(sat):
    sat.imported()
    sat.seat.do(ChangeSetting(name="prices_by_request", value="true"))
    dearer = [(*ROWS[0][:5], "30000", str(int(ROWS[0][4]) * 30000)), *ROWS[1:]]
    pane = sat.page("import").prices
    pane.start_again()
    pane.open_file(sat.file(dearer, name="again.csv"))
    sat.settle()
    pane.compare()
    sat.settle()
    (problem,) = pane.comparison.problems.model.lines()
    assert (problem.line, problem.facts) == (2, (("code", "1-1-0101"),))
    assert not pane.comparison.go.isEnabled()


def test_columns_that_are_not_known_are_assigned_by_hand(sat):
    heads = ("甲", "乙", "丙", "丁", "戊", "己")
    rows = [(row[0], row[2], row[3], row[4], row[5], "x") for row in ROWS]
    pane = sat.page("import").prices
    pane.open_file(sat.file(rows, heads))
    sat.settle()
    assert pane.check.dialect.text() == "Not recognised"
    assert not pane.check.next.isEnabled()
    for field, at in (
        ("building", 0),
        ("floor", 1),
        ("number", 2),
        ("gross_area", 3),
        ("unit_price", 4),
    ):
        choice = pane.check.mapping.choices[field]
        choice.setCurrentIndex(choice.findData(at))
        choice.activated.emit(choice.currentIndex())
    sat.qtbot.wait(300)
    sat.settle()
    assert len(pane.reading.rows) == 3
    assert pane.check.next.isEnabled()


def test_what_is_wrong_is_listed_by_row_and_column_and_stops_the_import(sat):
    wrong = [*ROWS, ("1栋", "1单元", "3", "01", "100", "-5", "2000000")]
    pane = sat.page("import").prices
    pane.open_file(sat.file(wrong))
    sat.settle()
    table = pane.check.problems
    assert table.isVisible()
    problem = table.model.line(0)
    assert (problem.line, problem.column) == (5, "单价")
    assert not pane.check.next.isEnabled()
    table.copy()
    out = sat.folder / "problems.csv"
    table.write(out)
    sat.settle()
    assert "单价" in out.read_text("utf-8-sig")


def test_a_refused_file_says_why_and_keeps_the_page(sat):
    pane = sat.page("import").prices
    path = sat.folder / "list.xlsx"
    path.write_bytes(b"PK\x03\x04 no workbook")
    pane.open_file(path)
    sat.settle()
    assert "list.xlsx" in sat.desk.page("import").banner.words()
    assert pane.drop.isVisible()
    pane.open_file(sat.file())
    sat.settle()
    assert sat.desk.page("import").banner.words() == ""
    assert pane.check.isVisible()


def test_a_file_is_dropped_on_the_page(sat):
    page = sat.page("import")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sat.file()))])
    drop = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(drop)
    sat.settle()
    assert page.prices.check.isVisible()
    assert page.prices.check.file.text() == "list.csv"


def test_the_templates_are_saved_and_known_again(sat, monkeypatch):
    page = sat.page("import")
    for language in ("zh_CN", "en"):
        path = sat.folder / f"{language}.xlsx"
        monkeypatch.setattr(
            page, "_save", lambda content, _title, to=path: page.write(to, content)
        )
        page.save_prices(language)
        assert read_price_list(path).dialect.value == "template"
        page.save_opening(language)
    monkeypatch.undo()
    page.write(sat.folder / "no" / "such.xlsx", b"")
    assert "could not be written" in page.banner.words()


OPENING = (
    "楼栋",
    "单元",
    "楼层",
    "房号",
    "客户姓名",
    "联系电话",
    "状态",
    "日期",
    "成交总价",
    "已付金额",
    "置业顾问",
)


def test_units_already_sold_come_in_as_opening_balances(sat):
    sat.imported()
    page = sat.page("import")
    page.tabs.setCurrentWidget(page.sold)
    pane = page.sold
    row = [
        "1栋",
        "1单元",
        "1",
        "02",
        "王芳",
        "13812345678",
        "认购",
        "2025-09-13",
        "1680000",
        "50000",
    ]
    pane.open_file(sat.file([[*row, "无此人"]], OPENING, "sold.csv"))
    sat.settle()
    assert pane.sold.model.rowCount() == 1
    pane.first.setText("501")
    assert not pane.go.isEnabled()
    (wrong,) = pane.problems.model.lines()
    assert "无此人" in str(wrong.facts)
    assert pane.tabs.currentWidget() is pane.problems
    pane.open_file(sat.file([[*row, "陈思远"]], OPENING, "sold.csv"))
    sat.settle()
    assert pane.first.text() == "501"
    assert pane.tabs.currentWidget() is pane.sold
    pane.go.click()
    sat.settle()
    assert "¥50,000.00" in page.banner.words()
    states = {unit.code: unit.state.value for unit in sat.seat.ask(board)}
    assert states["1-1-0102"] == "subscribed"
    assert pane.drop.isVisible()


def test_columns_are_called_as_spreadsheets_call_them():
    assert [letters(at) for at in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]
