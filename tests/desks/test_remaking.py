"""Units merged and split from the board, in a real window on a real office."""

from dataclasses import replace
from decimal import Decimal

import pytest

from salesdesk.desks.board.remakeform import MergeDialog, SplitDialog
from salesdesk.desks.board.window import BoardDesk
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.entrance import open_office
from salesdesk.office.inventory.commands import ImportUnits
from salesdesk.office.inventory.queries import board
from tests.desks.sales_day import SalesDay
from tests.furnished import copied, make, rows, seat

PLAIN = tuple(
    replace(row, unit_price_fen=None, inside_area=Decimal("80.00"))
    for row in rows("9栋", floors=1, per_floor=3)
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("remaking") / "template.office"
    make(path)
    office = open_office(path)
    seat(office, "admin").do(ImportUnits(rows=PLAIN, project=ProjectId(1), file="9"))
    office.close()
    return path


@pytest.fixture
def day(made, tmp_path, qtbot):
    office = open_office(copied(made, tmp_path))
    opened = SalesDay(office, qtbot)
    for login in ("manager", "consultant"):
        opened.seats[login] = seat(office, login)
    yield opened
    opened.close()


def units(day):
    return {card.code: card.id for card in day.seat("manager").ask(board)}


def choose(day, desk, *codes):
    ids, stock = units(day), desk.canvas.stock
    desk.canvas.choose(ids[codes[0]])
    for code in codes[1:]:
        desk.canvas.picture.selection.toggle(stock.index_of(ids[code]))
    day.settle()
    return {step.step: step for step in desk.offers.steps()}


def test_neighbours_are_merged_and_split_again_and_the_board_follows(day):
    desk = day.open(BoardDesk, "manager")
    before = units(day)
    steps = choose(day, desk, "9-1-0101", "9-1-0102")
    assert "merge" in steps and "split" not in steps
    desk.offers.take(steps["merge"])
    form = desk.doings.asking
    assert isinstance(form, MergeDialog) and form.number.text() == "101A"
    form.number.setText("02")  # the number of one of them: refused, and kept
    form.yes.click()
    day.settle()
    assert form.banner.words() and form.number.text() == "02"
    form.number.setText("01A")
    form.layout_name.setText("四室")
    form.yes.click()
    day.until(lambda: "9-1-0101A" in desk.canvas.stock.columns.codes)
    assert not {"9-1-0101", "9-1-0102"} & set(desk.canvas.stock.columns.codes)
    steps = choose(day, desk, "9-1-0101A")
    assert "split" in steps and "merge" not in steps
    desk.offers.take(steps["split"])
    day.settle()
    form = desk.doings.asking
    assert isinstance(form, SplitDialog) and not form.yes.isEnabled()
    for (number, gross, inside, _layout), name in zip(form.rows, ("101", "102"), strict=True):
        number.setText(name)
        gross.setText("100")
        inside.setText("90")
    assert "-20.00" in form.left.text() and not form.yes.isEnabled()
    for row in form.rows:
        row[2].setText("80")
    form.yes.click()
    day.until(lambda: "9-1-0101" in desk.canvas.stock.columns.codes)
    assert units(day) == before


def test_what_has_a_price_or_no_right_is_offered_neither(day):
    desk = day.open(BoardDesk, "manager")
    assert not {"merge", "split"} & set(choose(day, desk, "1-1-0201", "1-1-0202"))
    assert not {"merge", "split"} & set(choose(day, desk, "1-1-0201"))
    other = day.open(BoardDesk, "consultant")
    assert not {"merge", "split"} & set(choose(day, other, "9-1-0101", "9-1-0102"))
