"""The canvas under hand: keys, mouse, patches, timers, zoom, what it paints and says."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from salesdesk.desks.board.canvas import BoardCanvas, plain
from salesdesk.desks.board.cells import words_of
from salesdesk.desks.board.palette import DARK, LIGHT
from salesdesk.desks.board.picture import CELL_WIDTH
from salesdesk.desks.widgets import theme
from salesdesk.office.inventory.rules import STATES, UnitState
from salesdesk.office.inventory.sheets import UnitPatch
from tests.desks.board_made import made_board

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
NOW = 1_000_000.0


@pytest.fixture
def canvas(qtbot):
    made = BoardCanvas(words_of("en"), lambda index: f"unit {index}", clock=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show_columns(made_board(800, now=NOW))
    made.show()
    made.setFocus()
    QApplication.processEvents()
    return made


def unit(canvas, row, column):
    return int(canvas.picture.layout.grid[row, column]) + 1  # ids of made boards count from 1


def press(canvas, *keys, held=NONE):
    for key in keys:
        QTest.keyClick(canvas, key, held)


def click(canvas, wanted, held=NONE):
    place = canvas.cell_rect(wanted - 1).center()
    QTest.mouseClick(canvas.viewport(), LEFT, held, place)


def test_keys_walk_over_the_board(canvas, qtbot):
    press(canvas, KEY.Key_Down)
    assert canvas.current == unit(canvas, 0, 0)
    press(canvas, KEY.Key_Down, KEY.Key_Right, KEY.Key_Right)
    assert canvas.current == unit(canvas, 1, 2)
    press(canvas, KEY.Key_End)
    last = canvas.picture.layout.grid[1]
    assert canvas.current == int(last[last >= 0][-1]) + 1
    press(canvas, KEY.Key_Home)
    assert canvas.current == unit(canvas, 1, 0)
    press(canvas, KEY.Key_PageDown)
    assert canvas.picture.layout.rows[canvas.current - 1] > 4
    assert canvas.viewport().rect().contains(canvas.cell_rect(canvas.current - 1).center())


def test_shift_extends_space_toggles_and_escape_clears(canvas):
    press(canvas, KEY.Key_Home)
    press(canvas, KEY.Key_Right, KEY.Key_Down, held=SHIFT)
    assert set(canvas.selected) == {unit(canvas, r, c) for r in (0, 1) for c in (0, 1)}
    press(canvas, KEY.Key_Space)
    assert unit(canvas, 1, 1) not in canvas.selected and len(canvas.selected) == 3
    press(canvas, KEY.Key_Escape)
    assert canvas.selected == ()


def test_ctrl_a_takes_what_the_filter_leaves(canvas):
    mask = canvas.stock.states == STATES.index(UnitState.AVAILABLE)
    canvas.show_matching(mask)
    press(canvas, KEY.Key_A, held=CTRL)
    assert len(canvas.selected) == np.count_nonzero(mask)


def test_typing_a_number_leads_to_it(canvas):
    for key in "2103":
        QTest.keyClick(canvas, key)
    assert canvas.stock.columns.numbers[canvas.current - 1] == "2103"


def test_enter_and_double_click_open(canvas, qtbot):
    press(canvas, KEY.Key_Home)
    with qtbot.waitSignal(canvas.activated) as opened:
        press(canvas, KEY.Key_Return)
    assert opened.args == [unit(canvas, 0, 0)]
    place = canvas.cell_rect(unit(canvas, 2, 1) - 1).center()
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, place)
    with qtbot.waitSignal(canvas.activated) as opened:
        QTest.mouseDClick(canvas.viewport(), LEFT, NONE, place)
    assert opened.args == [unit(canvas, 2, 1)]


def test_mouse_chooses_adds_and_spans(canvas):
    click(canvas, unit(canvas, 1, 1))
    assert canvas.selected == (unit(canvas, 1, 1),)
    click(canvas, unit(canvas, 2, 3), CTRL)
    assert set(canvas.selected) == {unit(canvas, 1, 1), unit(canvas, 2, 3)}
    click(canvas, unit(canvas, 3, 4), SHIFT)
    assert set(canvas.selected) == {unit(canvas, r, c) for r in (2, 3) for c in (3, 4)}
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, QPoint(2, 2))  # beside the cells
    assert canvas.selected == ()


def test_a_band_covers_units(canvas):
    port = canvas.viewport()
    start = canvas.cell_rect(unit(canvas, 1, 1) - 1).center()
    end = canvas.cell_rect(unit(canvas, 3, 2) - 1).center()
    QTest.mousePress(port, LEFT, NONE, start)
    QTest.mouseMove(port, end)
    QTest.mouseMove(port, end + QPoint(1, 1))
    canvas.grab()
    QTest.mouseRelease(port, LEFT, NONE, end)
    assert set(canvas.selected) == {unit(canvas, r, c) for r in (1, 2, 3) for c in (1, 2)}


def wheel(canvas, turns, held, at):
    event = QWheelEvent(
        QPointF(at), QPointF(canvas.viewport().mapToGlobal(at)), QPoint(), QPoint(0, 120 * turns),
        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), event)


def test_ctrl_wheel_zooms_at_the_pointer(canvas):
    canvas.verticalScrollBar().setValue(700)
    at = QPoint(430, 300)
    under = canvas.unit_at(at)
    wheel(canvas, 2, CTRL, at)
    assert canvas.zoom > 120
    assert canvas.unit_at(at) == under
    wheel(canvas, -1, SHIFT, at)
    assert canvas.horizontalScrollBar().value() > 0


def test_three_levels_of_detail_and_back(canvas):
    for key, wanted in ((KEY.Key_9, 0), (KEY.Key_0, 100)):
        press(canvas, key, held=CTRL)
        if wanted:
            assert canvas.zoom == wanted
    assert canvas.horizontalScrollBar().maximum() > 0
    canvas.fit()
    assert canvas.horizontalScrollBar().maximum() == canvas.verticalScrollBar().maximum() == 0
    for width in (CELL_WIDTH, 44, 20, 4):
        canvas.zoom_to(width)
        assert not canvas.grab().toImage().isNull()


@pytest.mark.parametrize("width", [CELL_WIDTH, 74, 44, 20, 6])
@pytest.mark.parametrize("dim", [False, True])
def test_scrolling_paints_what_a_whole_repaint_paints(canvas, width, dim):
    if dim:
        canvas.show_matching(canvas.stock.columns.layouts == 1)
    canvas.choose_all()
    canvas.zoom_to(width)
    QApplication.processEvents()
    for across, down in ((37, 0), (0, 91), (211, 300), (-90, -150)):
        for bar, step in (
            (canvas.horizontalScrollBar(), across), (canvas.verticalScrollBar(), down)
        ):  # fmt: skip
            bar.setValue(bar.value() + step)
        QApplication.processEvents()
    scrolled = canvas.grab().toImage()
    canvas.picture.tiles.forget()
    canvas.viewport().repaint()
    assert canvas.grab().toImage() == scrolled


def test_a_patched_tile_looks_like_a_new_one(canvas):
    wanted = unit(canvas, 1, 1)
    canvas.grab()
    canvas.patch((UnitPatch(wanted, 8, 100, 123_456_700, 0.0),))
    canvas.flush()
    patched = canvas.grab().toImage()
    canvas.picture.tiles.forget()
    assert canvas.grab().toImage() == patched


def test_the_heat_map_shows_each_state_in_its_colour(canvas):
    canvas.choose_none()
    canvas.zoom_to(20)
    image = canvas.viewport().grab().toImage()
    for index in range(0, 200, 13):
        colour = image.pixelColor(canvas.cell_rect(index).center())
        tone = LIGHT.tones[int(canvas.stock.states[index])]
        assert colour == QColor.fromRgb(tone.solid)


def test_the_first_patch_is_painted_at_once_and_the_next_come_together(canvas, qtbot):
    first, second, third = (unit(canvas, 0, place) for place in range(3))
    told = []
    canvas.patched.connect(lambda places: told.append(sorted(places.tolist())))
    canvas.patch((UnitPatch(first, 7, 1, 100, 0.0),))
    assert told == [[first - 1]]
    assert canvas.stock.state(first - 1) is UnitState.SUBSCRIBED
    canvas.patch((UnitPatch(second, 1, 1, 200, 0.0),))
    canvas.patch((UnitPatch(third, 1, 1, 300, 0.0), UnitPatch(99_999, 1, 1, 1, 0.0)))
    assert told == [[first - 1]]
    qtbot.waitUntil(lambda: len(told) > 1, timeout=1000)
    assert told[1:] == [sorted((second - 1, third - 1))]


def test_the_seconds_run_only_while_there_are_holds_and_somebody_looks(canvas):
    assert canvas._second.isActive()
    canvas.hide()
    assert not canvas._second.isActive()
    canvas.show()
    assert canvas._second.isActive()
    holds = np.flatnonzero(canvas.stock.states == STATES.index(UnitState.ON_HOLD))
    canvas.patch(tuple(UnitPatch(int(i) + 1, 1, 1, 1, 0.0) for i in holds))
    canvas.flush()
    assert not canvas._second.isActive()


def test_an_ended_hold_is_told_once(canvas, qtbot):
    wanted = unit(canvas, 0, 0)
    canvas.patch((UnitPatch(wanted, STATES.index(UnitState.ON_HOLD), 1, 1, NOW - 1),))
    canvas.flush()
    with qtbot.waitSignal(canvas.expired) as told:
        canvas._tick()
    assert told.args == [(wanted,)]
    with qtbot.assertNotEmitted(canvas.expired):
        canvas._tick()


def test_the_choice_outlives_a_new_answer_of_the_same_project(canvas):
    canvas.choose(unit(canvas, 5, 3))
    canvas.horizontalScrollBar().setValue(30)
    canvas.show_columns(made_board(800, now=NOW, seed=9))
    assert canvas.selected == (canvas.current,) == (unit(canvas, 5, 3),)
    assert canvas.horizontalScrollBar().value() == 30
    canvas.show_columns(made_board(300, now=NOW, project=2))
    assert canvas.current is None and canvas.horizontalScrollBar().value() == 0


def test_an_empty_board_bears_everything(qtbot):
    empty = BoardCanvas(words_of("zh_CN"), lambda _index: "")
    qtbot.addWidget(empty)
    empty.show_columns(made_board(0))
    empty.show()
    press(empty, KEY.Key_Down, KEY.Key_Home, KEY.Key_Return, KEY.Key_Space)
    QTest.mouseClick(empty.viewport(), LEFT)
    empty.fit()
    empty.grab()
    assert empty.selected == () and empty.current is None


def test_a_tool_tip_never_reads_markup():
    hidden = plain("<img src='file:///x'> a < b </b>")
    assert "<img" not in hidden and "</b" not in hidden and "a < b" in hidden


def test_a_tool_tip_names_the_unit(canvas, qtbot):
    at = canvas.cell_rect(unit(canvas, 1, 1) - 1).center()
    QApplication.sendEvent(
        canvas.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, canvas.viewport().mapToGlobal(at))
    )
    qtbot.waitUntil(lambda: QToolTip.text() == f"unit {unit(canvas, 1, 1) - 1}")
    QToolTip.hideText()


def test_the_current_unit_is_described_for_screen_readers(canvas):
    canvas.choose(unit(canvas, 1, 1))
    assert canvas.accessibleDescription() == f"unit {unit(canvas, 1, 1) - 1}"


def test_the_colours_follow_the_application(canvas, qapp):
    canvas.grab()
    assert canvas.picture.theme is LIGHT
    theme.apply(qapp, theme.Theme.DARK)
    try:
        canvas.grab()
        assert canvas.picture.theme is DARK
    finally:
        theme.apply(qapp, theme.Theme.LIGHT)


def test_nothing_exists_once_per_unit(canvas):
    """No widget, item or picture per unit: opening a hundred times more costs no more of them."""
    objects = len(canvas.children())
    canvas.show_columns(made_board(80_000, now=NOW, project=3))
    canvas.grab()
    assert len(canvas.children()) == objects
    assert len(canvas.picture.tiles._kept) < 200
