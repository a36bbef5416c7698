"""The board turned to the past: what was, nothing to do there, and now again without a gap."""

from datetime import timedelta

import numpy as np
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from salesdesk.desks import wording
from salesdesk.desks.board.absorbed import AbsorptionDialog
from salesdesk.desks.board.replay import SPEEDS, Replay
from salesdesk.desks.board.steps import STEPS
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.preview import PreviewDialog
from salesdesk.kernel.change import Topic
from salesdesk.office.inventory.commands import HoldBack, ImportUnits, WithdrawUnits
from salesdesk.office.inventory.past import board_columns_at, board_day, patches_of
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.sales.commands import HoldUnit, LetGo
from tests.desks.test_board_desk import Opened
from tests.furnished import START, Clock, copied, make, rows, seated

MINUTE = timedelta(minutes=1)


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    path = tmp_path_factory.mktemp("past") / "template.office"
    make(path)
    return path


@pytest.fixture
def desks(template, tmp_path, monkeypatch):
    clock = Clock()
    monkeypatch.setattr(wording, "now", clock)  # the desk's clock goes with the office's
    made = seated(copied(template, tmp_path), clock)
    yield made
    made.office.close()


@pytest.fixture
def lived(desks):
    """A morning: held, let go, held and lapsed, held back; a new building at noon."""
    unit, other, customer = desks.unit("1-1-0101"), desks.unit("1-1-0202"), desks.customer()
    desks.clock.forward(minutes=10)
    desks.consultant.do(HoldUnit(unit=unit, customer=customer, minutes=60))
    desks.clock.forward(minutes=10)
    desks.consultant.do(LetGo(unit=unit))
    desks.clock.forward(minutes=10)
    desks.consultant.do(HoldUnit(unit=other, customer=customer, minutes=5))
    desks.clock.forward(minutes=30)
    desks.manager.do(HoldBack(units=(other,), reason="样板房"))
    desks.clock.forward(minutes=60)
    desks.admin.do(ImportUnits(rows=rows("2栋"), project=1, file="t"))
    desks.clock.forward(minutes=60)
    return unit, other


@pytest.fixture
def opened(qtbot, desks, lived):
    made = []

    def at(seat):
        made.append(Opened(qtbot, seat))
        return made[-1]

    yield at
    for one in made:
        one.close()


def turned(there):
    """Turn the board to the past by its key."""
    QTest.keyClick(there.desk.canvas, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    there.until(lambda: there.desk.past.moment is not None)
    there.settle()
    return there.desk.past


def back(there, *, by_key=True):
    if by_key:
        QTest.keyClick(there.desk.canvas, Qt.Key.Key_Escape)
    else:  # a window shown again offscreen has no focus
        there.desk.past_bar.back.click()
    there.until(lambda: not there.desk.past.active)
    there.settle()


def test_it_shows_what_was_and_offers_nothing(opened, desks, lived):
    unit, other = lived
    there = opened(desks.manager)
    there.choose(unit)
    assert there.offered()
    past = turned(there)
    desk = there.desk
    assert desk.past_bar.isVisible() and desk.days.isVisible()
    assert desk.canvas.stock.size == 12
    past.replay.look(1, START + 12 * MINUTE)
    there.until(lambda: desk.canvas.stock.size == 6)
    there.settle()
    assert there.state(unit) is UnitState.ON_HOLD
    assert there.state(other) is UnitState.AVAILABLE
    assert "10:12:00" in desk.past_bar.words.text()
    there.until(lambda: desk.offers.card is not None and desk.offers.card.state == "on hold")
    assert there.offered() == set() and desk.offers.card.customer is None
    desk.offers.take_first()
    desk.toolbar.bulk.emit((next(s for s in STEPS if s.step == "withdraw"), "project"))
    assert desk.doings.asking is None
    assert not any(bulk.isVisible() for bulk in desk.toolbar.bulks)
    assert int(desk.strip._tally.counts.sum()) == 6
    back(there)
    assert desk.canvas.stock.size == 12 and there.state(unit) is UnitState.AVAILABLE
    assert not desk.past_bar.isVisible() and not desk.days.isVisible()
    there.until(lambda: there.offered() != set())
    assert not there.refused


def test_what_happens_now_does_not_disturb_the_past_and_is_there_afterwards(opened, desks, lived):
    unit, _other = lived
    there = opened(desks.manager)
    turned(there).replay.look(1, START + 45 * MINUTE)
    there.settle()
    third = desks.unit("1-1-0301")
    desks.manager.do(WithdrawUnits(units=(third, unit), reason="x"))
    desks.admin.do(ImportUnits(rows=rows("3栋"), project=1, file="u"))
    there.qtbot.wait(400)
    there.settle()
    assert there.state(third) is UnitState.AVAILABLE and there.desk.canvas.stock.size == 6
    there.desk.hide(), there.desk.show()
    there.qtbot.wait(100)
    there.settle()
    assert there.state(third) is UnitState.AVAILABLE and there.desk.past.active
    back(there, by_key=False)
    assert there.state(third) is there.state(unit) is UnitState.DRAFT
    assert there.desk.canvas.stock.size == 18
    desks.manager.do(HoldBack(units=(third,), reason="y"))
    there.until(lambda: there.state(third) is UnitState.HELD_BACK)


def test_steps_go_from_change_to_change_and_agree_with_the_office(opened, desks, lived):
    there = opened(desks.manager)
    replay = turned(there).replay
    replay.look(1, START)
    there.settle()
    ask, seen = desks.manager.ask, []
    ctrl_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for key, count in ((Qt.Key.Key_Right, 8), (Qt.Key.Key_Left, 9), (Qt.Key.Key_Right, 3)):
        for _turn in range(count):
            QTest.keyClick(there.desk.canvas, key, ctrl_shift)
            there.settle()
            there.desk.canvas.flush()
            then = ask(board_columns_at, 1, replay.moment)
            stock = there.desk.canvas.stock
            seen.append(replay.moment)
            assert np.array_equal(stock.columns.ids, then.ids)
            for name in ("states", "unit_prices", "totals", "untils"):
                assert np.array_equal(getattr(stock, name), getattr(then, name)), replay.moment
    moments = {change.at for change in ask(board_day, 1).changes if change.at > START}
    assert moments <= set(seen) and len(moments) == 6
    latest = max(c.at for c in replay.day.changes if c.at <= replay.moment)
    assert there.desk.days.table.current().at == latest


def test_a_day_is_played_and_stops_at_its_end(qtbot, desks, lived):
    time = [0.0]
    link = Link(desks.manager)
    replay = Replay(link, clock=lambda: time[0])
    shown = {p.id: p for p in patches_of(desks.manager.ask(board_columns_at, 1, START))}
    replay.columns.connect(
        lambda c: (shown.clear(), shown.update({p.id: p for p in patches_of(c)}))
    )
    replay.patches.connect(lambda some: shown.update({p.id: p for p in some}))
    replay.look(1, START + 5 * MINUTE)
    qtbot.waitUntil(lambda: replay.moment is not None)
    for speed in SPEEDS:
        replay.speed = speed
        replay.move(START + 5 * MINUTE)
        qtbot.waitUntil(lambda: link.pending == 0)
        replay.play()
        replay._timer.stop()  # the test's clock ticks instead
        replay._timer.isActive = lambda: True
        last = replay.moment
        for _tick in range(400):
            time[0] += 1.1 if not speed else 8.0
            replay.tick()
            qtbot.waitUntil(lambda: link.pending == 0)
            assert replay.moment >= last
            last = replay.moment
            if replay.beside(forwards=True) is None:
                break
        assert replay.beside(forwards=True) is None
        now = {p.id: p for p in patches_of(desks.manager.ask(board_columns_at, 1, replay.moment))}
        assert shown == now
    link.close()


def test_the_list_is_filtered_exported_and_leads_to_the_moment(opened, desks, lived, tmp_path):
    _unit, other = lived
    there = opened(desks.manager)
    past = turned(there)
    days = there.desk.days
    assert "2026-11-24" in days.table.title and len(days.table.model.lines()) >= 6
    days.search.setText("held back")
    (line,) = days.table.model.lines()
    assert line.unit == other and line.reason == "样板房"
    days.table.choose((line.at, line.unit))
    there.until(lambda: past.moment == line.at and there.desk.canvas.current == other)
    days.table.write(tmp_path / "day.csv")
    there.settle()
    written = (tmp_path / "day.csv").read_text(encoding="utf-8-sig")
    assert "1-1-0202" in written and "样板房" in written and "manager one" in written
    days.search.setText("by itself")
    (lapsed,) = days.table.model.lines()
    assert lapsed.at == START + 35 * MINUTE


def test_paper_and_workbook_carry_the_moment(opened, desks, lived, tmp_path):
    there = opened(desks.manager)
    turned(there).replay.look(1, START + 12 * MINUTE)
    there.settle()
    with there.qtbot.waitSignal(there.desk.told, timeout=8000):
        there.desk.papers.write_board(1, tmp_path / "board.xlsx")
    book = load_workbook(tmp_path / "board.xlsx")
    assert "10:12:00" in book.worksheets[0]["A1"].value
    assert "10.12.00" in there.desk._title()
    there.desk.print_view()
    there.until(lambda: isinstance(there.desk.papers.preview, PreviewDialog))
    there.desk.papers.preview.reject()


def test_another_desk_s_errand_ends_the_past(opened, desks, lived):
    unit, _other = lived
    there = opened(desks.consultant)
    turned(there)
    there.desk.receive(Jump("board", Topic.UNIT, unit, "hold"))
    there.until(lambda: not there.desk.past.active)
    there.until(lambda: there.desk.doings.asking is not None)
    there.desk.doings.asking.reject()


def test_day_time_and_slider_lead_to_their_moments(opened, desks, lived):
    there = opened(desks.manager)
    past = turned(there)
    bar = there.desk.past_bar
    QTest.keyClick(bar.track, Qt.Key.Key_Home)
    there.until(lambda: past.moment == past.replay.day.first)
    there.settle()
    QTest.keyClick(bar.track, Qt.Key.Key_PageUp)
    there.until(lambda: past.moment == past.replay.day.first + timedelta(hours=1))
    there.settle()
    QTest.mouseClick(bar.track, Qt.MouseButton.LeftButton, pos=bar.track.rect().center())
    there.until(
        lambda: abs(past.moment - past.replay.day.first - timedelta(hours=12)) < 5 * MINUTE
    )
    there.settle()
    bar.day_before.click()
    there.until(lambda: past.moment is not None and str(past.replay.day.day) == "2026-11-23")
    there.settle()
    assert there.desk.canvas.stock is not None and bar.days.text() == "2026-11-23"
    assert not bar.start.isEnabled()  # nothing happened that day
    bar.days.set_day(START.date())
    bar.time.setTime(bar.time.time().fromString("10:12:00", "HH:mm:ss"))
    there.until(lambda: past.moment == START + 12 * MINUTE)


def test_the_past_opens_in_both_languages_and_colours(opened, desks, lived, language, colours):
    there = opened(desks.manager)
    past = turned(there)
    past.replay.look(1, START + 12 * MINUTE)
    there.settle()
    for size in ((1366, 768), (1000, 600)):
        there.desk.resize(*size)
        assert not there.desk.grab().isNull()
    assert (language == "en") == ("The past" in there.desk.past_bar.words.text())


def test_absorption_is_listed_and_leaves_the_window(opened, desks, lived, tmp_path):
    there = opened(desks.manager)
    there.desk.toolbar.absorbed.emit()
    (dialog,) = there.desk.findChildren(AbsorptionDialog)
    there.until(lambda: len(dialog.table.model.lines()) == 1)
    texts = [column.text(dialog.table.model.lines()[0]) for column in dialog.table.model.columns]
    assert texts[2:5] == ["6", "600.00", "12,000,000.00"] and texts[-3:] == ["0.0 %"] * 3
    assert texts[5:7] == ["", ""]  # the first day is not over
    dialog.table.write(tmp_path / "absorption.csv")
    there.settle()
    assert "12,000,000.00" in (tmp_path / "absorption.csv").read_text(encoding="utf-8-sig")
    assert not dialog.grab().isNull()
    dialog.accept()
