"""The page of prices: a scheme tried while it is typed, solved, kept, put into effect, out and in."""

from decimal import Decimal

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog

from salesdesk.app.outgoing import write_workbook
from salesdesk.desks.admin.pricedialogs import DraftDialog, FiledDialog, FloorDialog
from salesdesk.desks.admin.pricelines import LineText, Names, UnreadableError, price, read, write
from salesdesk.desks.admin.pricetables import ComparisonTable
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.dialogs import Question
from salesdesk.intake.reading import read_price_list
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.customers.commands import ChangeRole
from salesdesk.office.inventory.commands import ImportUnits
from salesdesk.office.inventory.price_limits import SetFloorPrices
from salesdesk.office.inventory.price_queries import floor_prices, price_versions
from salesdesk.office.inventory.price_sheets import VersionState
from salesdesk.office.inventory.pricing_rules import Difference, DifferenceKind, Method
from salesdesk.office.inventory.queries import board
from salesdesk.office.staff.queries import people
from salesdesk.office.staff.rules import Role
from tests.desks.admin_made import Sat, make_office
from tests.desks.conftest import HEADING_PADDING
from tests.furnished import rows

P, D = ProjectId(1), Decimal


@pytest.fixture(scope="session")
def founded(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("prices"))


@pytest.fixture
def sat(qtbot, founded, tmp_path):
    made = Sat(qtbot, founded, tmp_path, "manager")
    made.other("admin").do(ImportUnits(rows=rows(), project=P, file="t"))
    made.desk.refresh()
    made.settle()
    yield made
    made.close()


@pytest.fixture
def page(sat):
    return sat.page("prices")


def pause(sat):
    """Wait until what was typed has been worked out."""
    sat.qtbot.wait(200)
    sat.settle()


def typed(sat, page, *lines, base="20,000"):
    """Open the trial and type a scheme; give its pane."""
    page.new.click()
    pane = page.pane
    pane.editor.base.setText(base)
    for where, floors, amount in lines:
        pane.editor.add_line()
        at = pane.editor.table.rowCount() - 1
        for place, text in ((1, where), (2, floors), (3, amount)):
            pane.editor.table.item(at, place).setText(text)
    pause(sat)
    return pane


def answered(sat, page, kind, **fields):
    """Fill in and send the form of *kind* that is open."""
    sat.qtbot.waitUntil(lambda: page.findChild(kind) is not None)
    dialog = page.findChild(kind)
    for name, text in fields.items():
        dialog.form.field(name).setText(text)
    ended, banner = [], dialog.banner
    dialog.finished.connect(ended.append)
    dialog.yes.click()
    sat.settle()
    assert ended == [QDialog.DialogCode.Accepted], banner.words()
    sat.settle()


def agreed(sat, page):
    """Say yes to the question that is open; give its words."""
    sat.qtbot.waitUntil(lambda: page.findChild(Question) is not None)
    question = page.findChild(Question)
    question.why.setPlainText("重做")
    question.yes.click()
    sat.settle()
    sat.qtbot.waitUntil(lambda: page.findChild(Question) is None)
    sat.settle()


def totals(sat):
    return {unit.code: unit.total_fen for unit in sat.seat.ask(board)}


def test_an_empty_page_teaches_and_every_heading_stands_whole(language, sat, page):
    assert page.versions.model.rowCount() == 0 and not page.go.isEnabled()
    assert page.minimumSizeHint().height() <= 640
    assert page.minimumSizeHint().width() <= 1000
    pane = typed(sat, page, ("", "", "1"))
    assert isinstance(page.table(), ComparisonTable)
    for table in (page.versions, page.lines, page.compared, *pane.lists.values()):
        header = table.view.horizontalHeader()
        font = header.font()
        font.setBold(True)
        for at, column in enumerate(table.model.columns):
            needed = QFontMetrics(font).horizontalAdvance(column.title) + 2 * HEADING_PADDING
            assert needed <= header.sectionSize(at) + 1, column.title


def test_sums_follow_what_is_typed_and_what_cannot_be_read_is_named(sat, page):
    pane = typed(sat, page, ("02", "", "+100"), ("1栋", "2~3", "×1.01"))
    assert pane.trial.whole.before_fen == 6 * 200_000_000
    assert pane.trial.whole.after_fen == 2 * 201_000_000 - 1_000_000 + 4 * 202_000_000 + 2_020_000
    pane.editor.table.item(1, 1).setText("9栋")
    pause(sat)
    assert pane.trial is None and not pane.save.isEnabled()
    assert "9栋" in pane.editor.says.text() and pane.editor.says.text()[0] in "Line第"
    pane.editor.table.selectRow(1)
    pane.editor.remove_lines()
    pause(sat)
    assert pane.trial is not None and pane.editor.says.text() == ""
    pane.group.setCurrentIndex(2)
    pause(sat)
    assert pane.table().model.rowCount() == 3
    pane.editor.base.setText("0")
    pause(sat)
    assert not pane.save.isEnabled() and not pane.warning.isHidden()


def test_a_scheme_is_solved_kept_compared_and_put_into_effect(sat, page):
    pane = typed(sat, page, ("02", "", "100.5"))
    pane.amount.setText("21234.56")
    pane.where.setCurrentIndex(2)
    pane.go.click()
    sat.settle()
    pause(sat)
    assert pane.trial.whole.after_fen == 6 * 100 * 2_123_456
    assert pane.residual.text()
    pane.save.click()
    answered(sat, page, DraftDialog, name="一次调价", reason="去化快")
    (version,) = sat.seat.ask(price_versions, P)
    assert version.total_fen == 6 * 100 * 2_123_456
    assert page.versions.current().name == "一次调价"
    for index in (1, 2, 3):
        page.group.setCurrentIndex(index)
        sat.settle()
        assert sum(line.after_fen for line in page.compared.model.lines()) == version.total_fen
    page.group.setCurrentIndex(0)
    assert page.table() is page.lines and page.lines.model.rowCount() == 6
    page.go.click()
    agreed(sat, page)
    assert sum(totals(sat).values()) == version.total_fen
    assert sat.seat.ask(price_versions, P)[0].state is VersionState.EFFECTIVE
    assert not page.go.isEnabled() and not page.drop.isEnabled()
    page.edit.click()  # a new one from its scheme
    pause(sat)
    assert page.pane.editor.table.rowCount() == 1


def test_a_version_goes_out_as_a_workbook_and_comes_in_again(language, sat, page, tmp_path):
    page.by_percent()
    answered(sat, page, DraftDialog, name="二", percent="1.5", reason="x")
    page.lines.set_keep(None)
    for name, out in (("v.xlsx", write_workbook), ("v.csv", None)):
        path = tmp_path / name
        if out is None:
            page.lines.write(path)
            sat.settle()
        else:
            out(page.lines.sheet(), path)
        reading = read_price_list(path)
        assert reading.problems == () and len(reading.rows) == 6
        assert {row.total_fen for row in reading.rows} == {203_000_000}
        page.open_file(path)
        sat.settle()
        answered(sat, page, DraftDialog, name=name, reason="x")
        assert sat.seat.ask(price_versions, P)[0].total_fen == 6 * 203_000_000


def test_a_draft_is_withdrawn_filed_prices_and_floors_are_set(sat, page):
    page.by_percent()
    answered(
        sat, page, DraftDialog, name="二", percent="3", reason="x", effective_at="2028-01-03 09:00"
    )
    page.drop.click()
    agreed(sat, page)
    assert sat.seat.ask(price_versions, P)[0].state is VersionState.WITHDRAWN
    page.file_prices()
    answered(sat, page, FiledDialog, reference="备案 1 号")
    page.floor()
    answered(sat, page, FloorDialog, percent="-8", reason="x")
    assert {line.floor_fen for line in sat.seat.ask(floor_prices, P)} == {184_000_000}


def test_from_the_managers_page_the_form_for_floor_prices_opens(sat):
    sat.desk.receive(Jump("admin", Topic.PROJECT, 1, "floors"))
    page = sat.page("prices")
    sat.qtbot.waitUntil(lambda: page.findChild(FloorDialog) is not None)
    dialog = page.findChild(FloorDialog)
    assert dialog.isVisible() and sat.desk.current_name() == "prices"
    dialog.reject()


def test_what_the_office_refuses_is_said_and_the_form_stays(sat, page):
    page.by_percent()
    dialog = page.findChild(DraftDialog)
    dialog.name.setText("x")
    for percent, at in (("viel", ""), ("1", "morgen")):
        dialog.percent.setText(percent)
        dialog.at.setText(at)
        dialog.yes.click()
        sat.settle()
    dialog.at.clear()
    dialog.yes.click()  # without a reason
    sat.settle()
    assert dialog.isVisible() and dialog.banner.words()
    dialog.reject()


def test_prices_are_read_out_of_the_present_list(sat, page):
    page.new.click()
    page.pane.recover.click()
    sat.settle()
    pause(sat)
    assert page.pane.trial.whole.difference_fen == 0
    assert "6" in page.pane.residual.text()


# --- a line as typed -----------------------------------------------------------------------------------

NAMES = Names({"1栋": "buildings", "南": "orientations", "01": "numbers", "三室": "layouts"})


@pytest.mark.parametrize(
    ("floors", "amount", "first", "last", "value", "method"),
    [
        ("", "150", None, None, "150", Method.AMOUNT),
        ("3", "-200.5", 3, 3, "-200.5", Method.AMOUNT),
        ("3-17", "＋１，５００", 3, 17, "1500", Method.AMOUNT),
        ("18~", "×0.985", 18, None, "0.985", Method.FACTOR),
        ("~6", "98.5%", None, 6, "0.985", Method.FACTOR),
        ("-2~-1", "x1.02", -2, -1, "1.02", Method.FACTOR),
        ("5至9", "0.0001", 5, 9, "0.0001", Method.AMOUNT),
    ],
)
def test_a_line_is_read_as_people_write_it(floors, amount, first, last, value, method):
    line = LineText(where="1栋，南 01", floors=floors, amount=amount)
    found = read(line, NAMES)
    assert (found.first_floor, found.last_floor) == (first, last)
    assert (found.amount, found.method) == (D(value), method)
    assert (found.buildings, found.orientations, found.numbers) == (("1栋",), ("南",), ("01",))
    assert read(write(found), NAMES) == found


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ("where", LineText(where="2栋", amount="1")),
        ("floors", LineText(floors="17-3", amount="1")),
        ("floors", LineText(floors="oben", amount="1")),
        ("floors", LineText(floors="~", amount="1")),
        *(("amount", LineText(amount=bad)) for bad in ("", "x", "1e999", "×0", "×11", "NaN", "0.00001", "1,2.3.4")),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_names_its_part(part, line):
    with pytest.raises(UnreadableError) as refusal:
        read(line, NAMES)
    assert refusal.value.part == part


def test_a_price_is_no_factor():
    assert price("30,000.5") == D("30000.5")
    assert price("×2") is None and price("") is None
    kept = Difference(
        kind=DifferenceKind.CORNER, amount=D("1E+2"), title="边", codes=("1-1-0101",)
    )
    assert write(kept).amount == "100"


def test_the_general_manager_lowers_floors_and_drafts_nothing(sat, qtbot, founded, tmp_path):
    sat.seat.do(SetFloorPrices(reason="x", project=P, percent=D(-5)))
    other = next(one for one in sat.other("admin").ask(people) if one.login == "consultant2")
    sat.other("admin").do(ChangeRole(person=other.id, role=Role.GENERAL))
    general = Sat(qtbot, founded, tmp_path, "consultant2")
    try:
        assert general.desk.views() == ("projects", "prices")  # the laws of a project stand there
        page = general.page("prices")
        assert not any(
            one.isEnabled() for one in (page.new, page.percent, page.file)
        )  # filed anew by him
        page.floors.click()
        answered(general, page, FloorDialog, percent="-8", reason="董事会")
        assert {line.floor_fen for line in general.seat.ask(floor_prices, P)} == {184_000_000}
    finally:
        general.close()
