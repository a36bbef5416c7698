"""The board desk on a real office: what one desk does, the others see; what is not open, is not there."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import numpy as np
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from salesdesk.desks.board.badges import OVERDUE, SOON
from salesdesk.desks.board.cells import words_of
from salesdesk.desks.board.dialogs import HoldDialog
from salesdesk.desks.board.facts import UnitHistory
from salesdesk.desks.board.filters import Tally
from salesdesk.desks.board.releasepoints import ReleasePoints
from salesdesk.desks.board.stepform import StepDialog
from salesdesk.desks.board.steps import STEPS, open_steps
from salesdesk.desks.board.strip import TallyStrip
from salesdesk.desks.board.waiting import LineDialog
from salesdesk.desks.board.window import BoardDesk
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.preview import PreviewDialog
from salesdesk.desks.wording import now
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import NotPermitted
from salesdesk.kernel.keys import ProjectId, UnitId
from salesdesk.office.catalogue import COMMANDS
from salesdesk.office.inventory.commands import (
    CreateProject,
    HoldBack,
    ImportUnits,
    ReleaseUnits,
    WithdrawUnits,
)
from salesdesk.office.inventory.lots import BindLot, bound_to
from salesdesk.office.inventory.queries import board, board_columns, unit_card
from salesdesk.office.inventory.release_check import Finding, Point, ReleaseCheck, ReleasePoint
from salesdesk.office.inventory.reviews import kept_back
from salesdesk.office.inventory.rules import STATES, UNIT, UnitState
from salesdesk.office.inventory.sheets import HistoryLine
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.line_queries import unit_line
from salesdesk.office.sales.mode_commands import SetModeTerms, TermLine
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.reminder_queries import due_badges
from salesdesk.office.sales.till import TakeDeposit
from tests.furnished import Clock, copied, lot_rows, make, rows, seated

PATIENCE = 8000


@pytest.fixture(scope="session")
def furnished(tmp_path_factory):
    path = tmp_path_factory.mktemp("board") / "template.office"
    make(path)
    return path


@pytest.fixture
def desks(furnished, tmp_path):
    made = seated(copied(furnished, tmp_path), Clock())
    yield made
    made.office.close()


class Opened:
    """A board desk before somebody, and the ways to wait for it."""

    def __init__(self, qtbot, seat):
        self.qtbot = qtbot
        self.link = Link(seat)
        self.refused = []
        self.link.refused.connect(self.refused.append)
        self.link.failed.connect(self.refused.append)
        self.desk = BoardDesk(self.link)
        self.desk.resize(1200, 700)
        self.desk.show()
        self.desk.refresh()
        self.settle()

    def settle(self):
        self.qtbot.waitUntil(lambda: self.link.pending == 0, timeout=PATIENCE)
        QApplication.processEvents()

    def until(self, fact):
        self.qtbot.waitUntil(fact, timeout=PATIENCE)

    def choose(self, unit):
        self.desk.canvas.choose(unit)
        self.until(lambda: self.desk.offers.card is not None and self.desk.offers.card.id == unit)
        self.settle()

    def state(self, unit):
        stock = self.desk.canvas.stock
        return stock.state(stock.index_of(unit))

    def step(self, name):
        found = self.desk.panel.findChild(QPushButton, name)
        assert found is not None, [b.objectName() for b in self.buttons()]
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def buttons(self):
        return [
            b
            for b in self.desk.panel.findChildren(QPushButton)
            if b.isVisible() and b.objectName()
        ]

    def offered(self):
        return {b.objectName() for b in self.buttons()}

    def close(self):
        self.link.close()
        self.desk.close()
        self.desk.deleteLater()


@pytest.fixture
def opened(qtbot, desks):
    made = []

    def at(seat):
        made.append(Opened(qtbot, seat))
        return made[-1]

    yield at
    for one in made:
        one.close()


def test_the_columns_say_what_the_cards_say(desks):
    desks.manager.do(HoldBack(units=(desks.unit("1-1-0201"),), reason="show flat"))
    desks.consultant.do(HoldUnit(unit=desks.unit("1-1-0101"), customer=desks.customer()))
    columns = desks.manager.ask(board_columns, 1)
    cards = {card.id: card for card in desks.manager.ask(board)}
    assert len(columns.ids) == len(cards) == 6
    for at, unit in enumerate(columns.ids.tolist()):
        card = cards[unit]
        assert columns.codes[at] == card.code and columns.numbers[at] == card.number
        assert STATES[int(columns.states[at])] is card.state
        assert columns.building_names[int(columns.buildings[at])] == card.building
        assert columns.core_names[int(columns.cores[at])] == card.core
        assert int(columns.floors[at]) == card.floor
        assert int(columns.totals[at]) == card.total_fen
        assert float(columns.areas[at]) == float(card.gross_area)
        assert columns.untils[at] == (card.until.timestamp() if card.until else 0)


def test_a_hold_that_ran_out_is_available_again_on_the_board(desks):
    unit = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer(), minutes=5))
    desks.clock.forward(minutes=6)
    columns = desks.manager.ask(board_columns, 1)
    at = columns.ids.tolist().index(unit)
    assert STATES[int(columns.states[at])] is UnitState.AVAILABLE and columns.untils[at] == 0


def test_the_board_opens_with_sums_and_a_unit_with_its_facts(opened, desks):
    there = opened(desks.manager)
    assert there.desk.canvas.stock.size == 6
    assert "available" in there.desk.strip.accessibleDescription().casefold()
    there.choose(desks.unit("1-1-0301"))
    assert there.desk.panel._title.text() == "1-1-0301"
    assert there.offered() == {"withdraw", "hold back", "block", "hold", "reserve"}
    assert there.desk.panel._history.findChildren(object)
    assert not there.refused


def test_the_history_does_not_repeat_the_state_that_followed(qtbot):
    panel = UnitHistory()
    qtbot.addWidget(panel)
    line = HistoryLine(
        at=now(), what="on hold", detail="王芳", actor="李明", ended_at=now(), reason="reserved"
    )
    panel.show_lines((line, replace(line, reason="样板房")))
    said = [label.text() for label in panel.findChildren(QLabel)]
    assert said[1::2] == ["王芳 · 李明", "王芳 · 李明 · 样板房"]


def test_what_another_desk_does_appears_by_itself(opened, desks):
    there = opened(desks.consultant)
    unit = desks.unit("1-1-0302")
    there.choose(unit)
    assert "hold" in there.offered()
    desks.manager.do(HoldBack(units=(unit,), reason="kept for the show"))
    there.until(lambda: there.state(unit) is UnitState.HELD_BACK)
    there.until(lambda: there.offered() == {"reserve"})


def test_a_hidden_board_catches_up_when_it_is_seen_again(opened, desks):
    there = opened(desks.manager)
    there.desk.hide()
    unit = desks.unit("1-1-0302")
    desks.manager.do(HoldBack(units=(unit,), reason="kept for the show"))
    there.qtbot.wait(300)
    assert there.state(unit) is UnitState.AVAILABLE
    there.desk.show()
    there.until(lambda: there.state(unit) is UnitState.HELD_BACK)


def test_a_unit_is_held_for_a_customer_found_by_pinyin(opened, desks):
    customer = desks.customer()
    there = opened(desks.consultant)
    unit = desks.unit("1-1-0201")
    there.choose(unit)
    there.desk.canvas.setFocus()
    QTest.keyClick(there.desk.canvas, Qt.Key.Key_Return)  # the first step: hold
    form = there.desk.doings.asking
    assert isinstance(form, HoldDialog)
    assert not form.yes.isEnabled()
    QTest.keyClicks(form.who.search, "wxm")
    there.until(lambda: form.who.customer() == customer)
    with there.qtbot.waitSignal(there.desk.told, timeout=PATIENCE):
        QTest.mouseClick(form.yes, Qt.MouseButton.LeftButton)
    there.until(lambda: there.state(unit) is UnitState.ON_HOLD)
    there.until(lambda: "let go" in there.offered())
    assert desks.state("1-1-0201") == "on hold"


def test_return_at_once_after_an_arrow_holds_the_unit_under_the_cursor(opened, desks):
    """The card beside the board is still the one of the unit before: it must not be the one held."""
    there = opened(desks.consultant)
    there.choose(desks.unit("1-1-0301"))
    there.desk.canvas.setFocus()
    before = there.desk.canvas.current
    QTest.keyClick(there.desk.canvas, Qt.Key.Key_Down)
    meant = there.desk.canvas.current
    assert meant != before
    assert there.state(meant) is UnitState.AVAILABLE
    QTest.keyClick(there.desk.canvas, Qt.Key.Key_Return)
    there.until(lambda: isinstance(there.desk.doings.asking, HoldDialog))
    stock = there.desk.canvas.stock
    assert stock.columns.codes[int(stock.indexes_of((meant,))[0])] in (
        there.desk.doings.asking.windowTitle()
    )
    there.desk.doings.asking.reject()


def test_a_refusal_stands_in_the_form_and_keeps_what_was_chosen(opened, desks):
    customer = desks.customer()
    there = opened(desks.consultant)
    unit = desks.unit("1-1-0201")
    there.choose(unit)
    there.step("hold")
    form = there.desk.doings.asking
    form.who.search.setText("王小明")
    QTest.keyClick(form.who.search, Qt.Key.Key_Return)
    there.until(lambda: form.who.customer() == customer)
    desks.manager.do(HoldUnit(unit=unit, customer=customer))
    QTest.mouseClick(form.yes, Qt.MouseButton.LeftButton)
    there.until(form.who.form.banner.isVisible)
    assert form.isVisible() and form.who.search.text() == "王小明" and form.yes.isEnabled()
    form.reject()


def test_several_units_are_withdrawn_with_a_reason_and_released_with_a_name(opened, desks):
    there = opened(desks.manager)
    units = (desks.unit("1-1-0101"), desks.unit("1-1-0102"))
    there.desk.canvas.choose(units[0])
    there.desk.canvas.picture.selection.mask[:] = False
    stock = there.desk.canvas.stock
    there.desk.canvas.picture.selection.mask[stock.indexes_of(units)] = True
    there.desk.canvas.selection_changed.emit(units)
    there.until(lambda: there.desk.panel._title.text().startswith("2 unit"))
    there.step("withdraw")
    question = there.desk.doings.asking
    assert isinstance(question, StepDialog) and not question.yes.isEnabled()
    question.why.setPlainText("price to be changed")
    question.yes.click()
    there.until(lambda: all(there.state(unit) is UnitState.DRAFT for unit in units))
    there.until(lambda: "release" in there.offered())
    there.step("release")
    batch = there.desk.doings.asking
    assert isinstance(batch, StepDialog)
    batch.name.setText("second batch")
    batch.yes.click()
    there.until(lambda: all(there.state(unit) is UnitState.AVAILABLE for unit in units))
    assert not there.refused


def test_a_release_names_the_units_that_it_leaves_because_they_have_no_price(opened, desks):
    bare = tuple(replace(one, unit_price_fen=None) for one in rows(floors=4)[6:])
    desks.admin.do(ImportUnits(rows=bare, project=ProjectId(1), file="bare"))
    desks.manager.do(WithdrawUnits(units=(desks.unit("1-1-0101"),), reason="prices"))
    there = opened(desks.manager)
    step = next(step for step in STEPS if step.step == "release")
    there.desk.toolbar.bulk.emit((step, "project"))
    form = there.desk.doings.asking
    said = [label.text() for label in form.findChildren(QLabel)]
    assert "Left as before, without a price: 1-1-0401, 1-1-0402." in said
    form.yes.click()
    there.until(lambda: there.state(desks.unit("1-1-0101")) is UnitState.AVAILABLE)


def test_a_release_says_whom_it_takes_and_a_refusal_keeps_the_name(opened, desks):
    units = (desks.unit("1-1-0101"), desks.unit("1-1-0102"), desks.unit("1-1-0201"))
    desks.manager.do(WithdrawUnits(units=units[:2], reason="prices"))
    desks.manager.do(HoldBack(units=units[2:], reason="show flat"))
    there = opened(desks.manager)
    step = next(step for step in STEPS if step.step == "release")
    there.desk.toolbar.bulk.emit((step, "project"))
    form = there.desk.doings.asking
    said = [label.text() for label in form.findChildren(QLabel)]
    assert "Not released 2 · ¥4.00 m" in said
    assert (
        "Left as before: 1 unit held back. What is held back is released where it is chosen by itself."
        in said
    )
    form.name.setText("opening day")
    customer = desks.customer()
    desks.manager.do(ReleaseUnits(units=units))  # somebody else was quicker
    desks.consultant.do(HoldUnit(unit=units[0], customer=customer))
    form.yes.click()
    there.until(form.form.banner.isVisible)
    assert form.isVisible() and form.name.text() == "opening day" and form.yes.isEnabled()
    form.reject()


def test_all_that_the_filter_leaves_is_withdrawn(opened, desks):
    there = opened(desks.manager)
    there.desk.toolbar.filter.click()
    QTest.keyClicks(there.desk.filters.text, "1-1-03")
    there.until(lambda: there.desk.canvas.picture.matching is not None)
    step = next(step for step in STEPS if step.step == "withdraw")
    there.desk.toolbar.bulk.emit((step, "filter"))
    there.desk.doings.asking.why.setPlainText("kept for later")
    there.desk.doings.asking.yes.click()
    there.until(lambda: desks.state("1-1-0301") == desks.state("1-1-0302") == "draft")
    assert desks.state("1-1-0201") == "available"


def test_nothing_chosen_is_said_not_sent(opened, desks):
    there = opened(desks.manager)
    step = next(step for step in STEPS if step.step == "release")
    there.desk.toolbar.bulk.emit((step, "chosen"))
    assert "No unit" in there.desk.panel.banner.words()
    there.desk.toolbar.bulk.emit((step, "project"))  # all are released already
    assert "None of these" in there.desk.panel.banner.words()


@pytest.mark.parametrize("width", [1900, 1176, 846])
def test_the_strip_shows_every_state_there_is(qtbot, width):
    strip = TallyStrip(words_of("en"))
    qtbot.addWidget(strip)
    counts = np.full(len(STATES), 118)
    strip.resize(width, strip.sizeHint().height())
    strip.show_tally(Tally(counts, counts * 98.37, counts * 1e9))
    strip.grab()
    assert [state for _box, state in strip._boxes] == list(range(len(STATES)))
    assert all(strip.rect().contains(box) for box, _state in strip._boxes)


def test_the_legend_filters_and_the_strip_follows(opened, desks):
    desks.manager.do(HoldBack(units=(desks.unit("1-1-0101"),), reason="show flat"))
    there = opened(desks.manager)
    there.desk.legend.chips[STATES.index(UnitState.HELD_BACK)].click()
    assert there.desk.strip._tally.units == 1
    assert "1" in there.desk.toolbar._found.text()
    there.desk.filters.clear()
    assert there.desk.strip._tally.units == 6 and there.desk.legend.states() == frozenset()


def test_overdue_money_is_marked_looked_for_and_only_for_who_may_see_it(opened, desks):
    def agreed(code, phone):
        unit = desks.unit(code)
        caller = desks.customer(code, phone)
        desks.consultant.do(HoldUnit(unit=unit, customer=caller))
        desks.cashier.do(TakeDeposit(unit=unit, amount=2_000_000))
        desks.manager.do(ApprovePrice(unit=unit))
        desks.consultant.do(Subscribe(unit=unit, mode="分期付款"))
        return UnitId(unit)

    terms = (
        TermLine(money=MoneyKind.DOWN_PAYMENT, percent=Decimal(30), event=DueEvent.SUBSCRIPTION,
                 days=7),
        TermLine(money=MoneyKind.BALANCE, rest=True, event=DueEvent.DELIVERY),
    )  # fmt: skip
    desks.manager.do(SetModeTerms(mode="分期付款", lines=terms))
    late = agreed("1-1-0101", "13900000001")
    desks.clock.forward(days=8)
    soon = agreed("1-1-0102", "13900000002")
    there = opened(desks.manager)
    there.settle()
    stock = there.desk.canvas.stock
    assert stock.dues[stock.index_of(late)] == OVERDUE
    assert stock.dues[stock.index_of(soon)] == SOON
    assert [chip.words()[-1] for chip in there.desk.dues.chips] == ["1", "1"]
    assert "overdue" in there.desk.describe(stock.index_of(late))
    marked = there.desk.canvas.grab().toImage()
    stock.mark({})
    assert there.desk.canvas.grab().toImage() != marked
    there.desk.dues.refresh()
    there.settle()
    assert there.desk.canvas.grab().toImage() == marked
    there.desk.dues.chips[0].click()
    assert there.desk.strip._tally.units == 1
    there.desk.filters.clear()
    assert there.desk.strip._tally.units == 6
    there.desk.dues.chips[1].click()
    there.desk.look_back()
    there.settle()
    assert not there.desk.canvas.stock.owing and not there.desk.dues.bar.isVisible()
    assert there.desk.strip._tally.units == 6, "the past is not narrowed by what is owed today"
    there.desk.past.leave()
    there.settle()
    there.until(lambda: there.desk.canvas.stock.owing)
    assert there.desk.dues.bar.isVisible()

    reception = opened(desks.reception)
    assert not reception.desk.canvas.stock.owing and not reception.desk.dues.bar.isVisible()
    with pytest.raises(NotPermitted):
        desks.reception.ask(due_badges)


def test_what_another_desk_does_asks_for_the_badges_again(opened, desks):
    there = opened(desks.manager)
    unit = desks.unit("1-1-0101")
    there.desk.canvas.stock.mark({unit: OVERDUE})  # as before the payment
    desks.manager.do(HoldBack(units=(unit,), reason="x"))
    there.until(lambda: not there.desk.canvas.stock.owing)


def test_steps_of_other_desks_are_jumps(opened, desks):
    unit = desks.unit("1-1-0201")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    there = opened(desks.cashier)
    there.choose(unit)
    assert there.offered() == {"take deposit"}
    with there.qtbot.waitSignal(there.desk.jump) as told:
        there.step("take deposit")
    assert told.args == [Jump("cashier", Topic.UNIT, unit, "deposit")]


def test_reception_looks_and_cannot_touch(opened, desks):
    there = opened(desks.reception)
    there.choose(desks.unit("1-1-0201"))
    assert there.offered() == set()
    assert not any(bulk.isVisible() for bulk in there.desk.toolbar.bulks)


def test_another_desk_sends_to_a_unit(opened, desks):
    there = opened(desks.consultant)
    unit = desks.unit("1-1-0302")
    there.desk.receive(Jump("board", Topic.UNIT, unit, "hold"))
    there.until(lambda: isinstance(there.desk.doings.asking, HoldDialog))
    assert there.desk.canvas.current == unit
    there.desk.doings.asking.reject()


def test_the_board_is_printed_and_exported(opened, desks, tmp_path):
    there = opened(desks.manager)
    with there.qtbot.waitSignal(there.desk.told, timeout=PATIENCE):
        there.desk.papers.write_board(1, tmp_path / "board.xlsx")
    book = load_workbook(tmp_path / "board.xlsx")
    assert len(book.sheetnames) == 2
    there.desk.print_view()
    there.until(lambda: isinstance(there.desk.papers.preview, PreviewDialog))
    assert there.desk.papers.preview.isVisible()
    there.desk.papers.preview.reject()


def test_a_project_without_units_says_how_to_begin(opened, desks):
    project = desks.manager.do(CreateProject(name="空项目"))
    there = opened(desks.manager)
    there.desk.toolbar.project.emit(project)
    there.until(there.desk.empty.isVisible)
    there.settle()
    with there.qtbot.waitSignal(there.desk.jump) as told:
        QTest.mouseClick(there.desk.empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert (told.args[0].desk, told.args[0].act) == ("admin", "import")
    desks.admin.do(ImportUnits(rows=rows("9栋"), project=project, file="t"))
    there.until(lambda: there.desk.canvas.stock.size == 6 and not there.desk.empty.isVisible())


def test_reception_is_told_whom_to_ask_for_a_price_list(opened, desks):
    project = desks.manager.do(CreateProject(name="空项目"))
    there = opened(desks.reception)
    there.desk.toolbar.project.emit(project)
    there.until(there.desk.empty.isVisible)
    assert there.desk.empty.findChild(QPushButton) is None


def test_a_desk_made_anew_returns_to_its_place(opened, desks):
    there = opened(desks.manager)
    there.choose(desks.unit("1-1-0201"))
    there.desk.canvas.zoom_to(60)
    place = there.desk.place()
    again = opened(desks.manager)
    again.desk.go(place)
    again.desk.refresh()
    again.until(lambda: again.desk.canvas.current == desks.unit("1-1-0201"))
    assert round(again.desk.canvas.cell_width) == 60


def test_every_step_of_the_board_is_a_step_of_the_table_and_a_command():
    legal = {step.name for step in UNIT.steps}
    for step in STEPS:
        assert step.step in legal
        assert step.right in COMMANDS
    everything = frozenset(COMMANDS)
    for state in UnitState:
        offered = {step.step for step in open_steps((state,), everything, several=False)}
        assert offered == UNIT.open_to(state) & {step.step for step in STEPS}
        assert not open_steps((state,), frozenset(), several=False)
    elsewhere = {  # at the deal's own desk, and at the till
        "change", "record online signing", "notice default", "lift default", "settle area",
        "take payment",
    }  # fmt: skip
    assert legal - {step.step for step in STEPS} <= elsewhere


def test_every_view_opens_in_both_languages_and_colours(opened, desks, language, colours):
    desks.consultant.do(HoldUnit(unit=desks.unit("1-1-0101"), customer=desks.customer()))
    there = opened(desks.manager)
    there.choose(desks.unit("1-1-0101"))
    for size in ((1366, 768), (1920, 1080), (700, 420)):
        there.desk.resize(*size)
        assert not there.desk.grab().isNull()
    card = replace(desks.manager.ask(unit_card, desks.unit("1-1-0102")), note="<b>x</b>")
    there.desk.panel.show_unit(card)
    there.desk.doings.hold(card)
    assert not there.desk.doings.asking.grab().isNull()
    there.desk.doings.asking.reject()


def facts_of(there):
    return [label.text() for label in there.desk.panel._facts.findChildren(QLabel)]


def test_what_is_held_back_says_why_and_when_to_look_again_and_is_put_off(opened, desks):
    unit = desks.unit("1-1-0101")
    there = opened(desks.manager)
    there.desk.canvas.choose(unit)
    there.until(lambda: "hold back" in there.offered())
    there.step("hold back")
    form = there.desk.doings.asking
    form.why.setPlainText("show flat")
    form.again.setText("no day")
    assert not form.yes.isEnabled()
    day = desks.clock.now.date() + timedelta(days=5)
    form.again.set_day(day)
    form.yes.click()
    there.until(lambda: there.state(unit) is UnitState.HELD_BACK)
    assert desks.manager.ask(kept_back)[0].review_on == day
    there.until(lambda: day.isoformat() in facts_of(there))
    assert "show flat" in facts_of(there)
    there.until(lambda: "review" in there.offered())
    there.step("review")
    again = there.desk.doings.asking
    again.why.setPlainText("not furnished yet")
    again.again.set_day(desks.clock.now.date() + timedelta(days=9))
    again.yes.click()
    there.until(lambda: desks.manager.ask(kept_back)[0].note == "not furnished yet")
    assert desks.manager.ask(kept_back)[0].review_on == desks.clock.now.date() + timedelta(days=9)


def test_a_release_shows_its_check_list_before_it_is_done(opened, desks, language):
    unit = desks.unit("1-1-0101")
    desks.manager.do(HoldBack(units=(unit,), reason="x"))
    there = opened(desks.manager)
    there.desk.canvas.choose(unit)
    there.until(lambda: "release" in there.offered())
    there.step("release")
    form = there.desk.doings.asking
    points = form.findChild(ReleasePoints)
    there.until(lambda: points.check is not None)
    told = [label.text() for label in points.findChildren(QLabel)]
    wanted = "Every unit has its price" if language == "en" else "每套房源均有价格"
    assert wanted in told
    assert not points.check.stopped
    form.reject()


def test_the_check_list_names_what_would_stop_the_release(qtbot):
    points = ReleasePoints()
    qtbot.addWidget(points)
    codes = tuple(f"1-1-0{n}" for n in range(10))
    stop = ReleasePoint(point=Point.PRICE, finding=Finding.STOP, units=codes)
    off = ReleasePoint(point=Point.FILED, finding=Finding.OFF)
    points.show_check(ReleaseCheck(units=10, released=0, total_fen=0, points=(stop, off)))
    told = [label.text() for label in points.findChildren(QLabel)]
    assert ", ".join(codes[:8]) + " and 2 more" in told
    assert "As it stands the release would be refused whole." in told
    assert "Prices within what was filed (R-06): not asked for here" in told


def test_a_lot_is_bound_and_loosened_from_the_panel(opened, desks):
    desks.admin.do(ImportUnits(rows=lot_rows(3), project=ProjectId(1), file="l"))
    home, lot = desks.unit("1-1-0101"), desks.unit("车库-0-B1.002")
    at = opened(desks.manager)
    at.choose(home)
    bound = at.desk.panel.bound
    at.until(bound.isVisible)
    (bind,) = [b for b in bound.findChildren(QPushButton) if b.isVisible()]
    QTest.mouseClick(bind, Qt.MouseButton.LeftButton)
    at.settle()
    form = at.desk.doings.asking
    assert form.list.count() == 3
    QTest.keyClicks(form.search, "002")
    QTest.keyClick(form.search, Qt.Key.Key_Return)
    at.settle()
    at.until(lambda: any("B1.002" in b.text() for b in bound.findChildren(QPushButton)))
    at.choose(lot)
    assert any("1-1-0101" in b.text() for b in bound.findChildren(QPushButton))
    loosen = [b for b in bound.findChildren(QPushButton) if b.isVisible()][-1]
    QTest.mouseClick(loosen, Qt.MouseButton.LeftButton)
    at.desk.doings.asking.send()
    at.settle()
    assert at.refused == []
    assert desks.manager.ask(bound_to, home).lots == ()


def test_a_consultant_sees_what_is_bound_and_changes_nothing(opened, desks):
    desks.admin.do(ImportUnits(rows=lot_rows(1), project=ProjectId(1), file="l"))
    home, lot = desks.unit("1-1-0101"), desks.unit("车库-0-B1.001")
    desks.manager.do(BindLot(lot=lot, home=home))
    at = opened(desks.consultant)
    at.choose(home)
    bound = at.desk.panel.bound
    at.until(bound.isVisible)
    assert [b.text() for b in bound.findChildren(QPushButton) if b.isVisible()] == [
        "车库-0-B1.001"
    ]
    at.choose(desks.unit("1-1-0102"))
    at.until(lambda: not bound.isVisible())


def test_somebody_stands_in_line_and_the_panel_says_who(opened, desks):
    unit, holder = desks.unit("1-1-0102"), desks.customer("何静", "13900000009")
    desks.consultant.do(HoldUnit(unit=unit, customer=holder))
    desks.customer("王小明")
    there = opened(desks.consultant)
    line = there.desk.panel.line
    there.choose(unit)
    there.until(line.stand.isVisible)
    line.stand.click()
    form = next(w for w in QApplication.topLevelWidgets() if isinstance(w, LineDialog))
    form.who.search.setText("王小明")
    QTest.keyClick(form.who.search, Qt.Key.Key_Return)
    there.until(form.yes.isEnabled)
    form.yes.click()
    there.until(line.places.isVisible)
    assert any("王小明" in text for text in line.places.texts())
    assert not line.sold.isVisible()
    card = next(card for card in desks.manager.ask(board) if card.id == unit)
    line.show_line(replace(card, state=UnitState.SIGNED), desks.manager.ask(unit_line, unit))
    assert line.sold.isVisible() and not line.stand.isVisible()
