"""The wall of the waiting hall: true, without names, readable from afar, honest when it knows nothing."""

import itertools
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from salesdesk.app import stage
from salesdesk.desks.link import Link
from salesdesk.desks.shell.lock import IdleWatch, Lock
from salesdesk.desks.shell.settings import DeskSettings, believed
from salesdesk.desks.wall.flash import Flashes
from salesdesk.desks.wall.leaves import leaves
from salesdesk.desks.wall.pages import plan
from salesdesk.desks.wall.picture import NUMBER, WORD, room_for, second_line, type_of
from salesdesk.desks.wall.place import choose
from salesdesk.desks.wall.surround import word
from salesdesk.desks.wall.tones import DARK, LIGHT
from salesdesk.desks.wall.window import WallWindow
from salesdesk.desks.widgets.contrast import CONTRAST, contrast
from salesdesk.desks.widgets.language import speak
from salesdesk.desks.wording import say
from salesdesk.office.inventory.commands import CreateProject
from salesdesk.office.inventory.lot_rules import LOTS, UnitKind
from salesdesk.office.inventory.public import public_board
from salesdesk.office.inventory.rules import PublicFace
from salesdesk.office.inventory.sheets import PublicBoard, PublicUnit
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.staff.commands import ChangeSetting, GrantRight, RevokeRight
from salesdesk.office.staff.rules import Role
from tests.desks.conftest import PATIENCE_MS, settle, tidy
from tests.furnished import PASSWORD, Clock, copied, make, seated

FIRST = "1-1-0101"
AT = datetime(2026, 11, 25, 2, 31, 5, tzinfo=UTC)  # 10:31:05 in Shanghai
PAGE = QSizeF(1824, 792)
SHAPES = {
    "one house": ((3, 2, 1),),
    "three buildings": ((15, 3, 2), (15, 2, 2), (10, 2, 1)),
    "towers": ((33, 4, 2),) * 8,
    "one slab, very wide": ((6, 4, 12),),
    "villas": ((1, 4, 1),) * 40,
    "one very high": ((60, 10, 1),),
}


def made_public(shape, *, prices=True, lots=0):
    """A board of buildings given as (floors, units a floor and core, cores), faces in turn.

    *lots*: how many parking lots a garage has on each of its two floors.
    """
    turn = itertools.cycle(PublicFace)
    garage = tuple(
        PublicUnit(
            code=f"地下车库-0-B{-floor}.{place:03}",
            building="地下车库",
            core="",
            floor=floor,
            column=place - 1,
            number=f"B{-floor}.{place:03}",
            kind=UnitKind.PARKING,
            layout="车位",
            gross_area=Decimal("13.25"),
            face=(face := next(turn)),
            unit_price_fen=None,
            total_fen=188_000_00 if prices and face is PublicFace.AVAILABLE else None,
        )
        for floor in (-2, -1)
        for place in range(1, lots + 1)
    )
    units = tuple(
        PublicUnit(
            code=f"{b}-{c}-{f:02}{p:02}",
            building=f"{b}栋",
            core=f"{c}单元" if cores > 1 else "",
            floor=f,
            column=p - 1,
            number=f"{f}{p:02}",
            kind=UnitKind.HOME,
            layout="三室两厅",
            gross_area=Decimal("118.62"),
            face=(face := next(turn)),
            unit_price_fen=None,
            total_fen=12_345_678_00 if prices and face is PublicFace.AVAILABLE else None,
        )
        for b, (floors, each, cores) in enumerate(shape, 1)
        for c in range(1, cores + 1)
        for f in range(1, floors + 1)
        for p in range(1, each + 1)
    )
    return PublicBoard(
        project="云栖花园", project_id=9, projects=((9, "云栖花园"),), as_of=AT, practice=False,
        prices=prices, page_seconds=12, units=(*units, *garage),
    )  # fmt: skip


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    path = tmp_path_factory.mktemp("office") / "template.office"
    make(path)
    return path


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desks(template, tmp_path, clock):
    made = seated(copied(template, tmp_path), clock)
    yield made
    made.office.close()


@pytest.fixture
def hung(qtbot, desks):
    """The wall on a real office, its first board there."""
    link = Link(desks.reception)
    wall = WallWindow(link)
    wall.resize(1920, 1080)
    wall.show()
    qtbot.waitUntil(lambda: wall.board is not None, timeout=PATIENCE_MS)
    yield wall
    if isValid(wall):
        wall.close()
    link.close()
    tidy()


def face(wall, code):
    return next(unit.face for unit in wall.board.units if unit.code == code)


def soon(qtbot, wall, code, wanted):
    qtbot.waitUntil(lambda: face(wall, code) is wanted, timeout=PATIENCE_MS)


# --- the same truth -----------------------------------------------------------------------------------


def test_a_hold_at_a_desk_is_on_the_wall_by_the_change_feed(qtbot, desks, hung, monkeypatch):
    monkeypatch.setattr(hung.feed, "look", lambda: None)  # by the feed, not by the slow look
    assert face(hung, FIRST) is PublicFace.AVAILABLE
    desks.consultant.do(HoldUnit(unit=desks.unit(FIRST), customer=desks.customer()))
    soon(qtbot, hung, FIRST, PublicFace.IN_TALKS)
    assert hung.flashing == {FIRST}
    assert hung.board == desks.manager.ask(public_board)


def test_a_hold_that_lapses_by_itself_is_found_by_the_look(qtbot, desks, clock, hung):
    desks.consultant.do(HoldUnit(unit=desks.unit(FIRST), customer=desks.customer()))
    soon(qtbot, hung, FIRST, PublicFace.IN_TALKS)
    clock.forward(minutes=31)
    hung.feed.look()
    soon(qtbot, hung, FIRST, PublicFace.AVAILABLE)


def test_a_setting_reaches_the_wall_at_once(qtbot, desks, hung):
    assert hung.board.prices
    desks.admin.do(ChangeSetting(name="wall_prices", value="no"))
    qtbot.waitUntil(lambda: not hung.board.prices, timeout=PATIENCE_MS)
    assert {second_line(unit, prices=False) for unit in hung.board.units} == {"100.00 m²"}


def test_a_stalled_office_collects_no_queue(desks, hung, qtbot):
    settle(qtbot, hung.feed._link)
    for _time in range(20):
        hung.feed.ask()
    assert hung.feed._link.pending == 1


# --- staleness ----------------------------------------------------------------------------------------


def test_a_wall_that_is_not_answered_says_since_when_and_takes_it_back(
    qtbot, desks, hung, monkeypatch
):
    qtbot.waitUntil(lambda: hung.is_current, timeout=PATIENCE_MS)
    settle(qtbot, hung.feed._link)
    desks.admin.do(RevokeRight(role=Role.RECEPTION, name="public_board"))
    monkeypatch.setattr(hung.feed, "_late_seconds", 0.0)
    settle(qtbot, hung.feed._link)
    hung.feed.look()
    qtbot.waitUntil(lambda: not hung.is_current, timeout=PATIENCE_MS)
    settle(qtbot, hung.feed._link)
    hung.feed.look()
    assert hung.standing().since == hung.board.as_of
    monkeypatch.setattr(hung.feed, "_late_seconds", 10.0)
    desks.admin.do(GrantRight(role=Role.RECEPTION, name="public_board"))
    hung.feed.ask()
    qtbot.waitUntil(lambda: hung.is_current, timeout=PATIENCE_MS)
    assert hung.standing().since is None


@pytest.mark.speaks  # SQLAlchemy may say that the file is not there
def test_an_office_whose_file_is_gone_is_not_shown_as_current(
    qtbot, desks, hung, monkeypatch, tmp_path
):
    settle(qtbot, hung.feed._link)
    desks.office.close()
    for file in tmp_path.glob("test.office*"):
        file.unlink()
    (tmp_path / "test.office").mkdir()  # nothing can be opened there any more
    monkeypatch.setattr(hung.feed, "_late_seconds", 0.0)
    hung.feed.look()
    qtbot.waitUntil(lambda: not hung.is_current, timeout=PATIENCE_MS)
    settle(qtbot, hung.feed._link)
    assert not hung.is_current


def test_a_file_moved_away_is_not_shown_although_it_still_answers(qtbot, template, tmp_path):
    place = copied(template, tmp_path)
    office = seated(place, Clock())
    link = Link(office.reception)
    wall = stage.wall(DeskSettings(office=str(place)), lambda: None, "", link)
    qtbot.waitUntil(lambda: wall.is_current, timeout=PATIENCE_MS)
    wall.feed._late_seconds = 0.0
    away = place.rename(tmp_path / "away.office")
    copied(template, tmp_path)  # another file in its place: the open one answers on all the same
    settle(qtbot, link)
    wall.feed.look()
    settle(qtbot, link)
    assert not wall.is_current
    place.unlink()
    away.rename(place)
    wall.feed._late_seconds = 10.0
    wall.feed.look()
    qtbot.waitUntil(lambda: wall.is_current, timeout=PATIENCE_MS)
    wall.close()
    link.close()
    office.office.close()


def test_the_link_can_drive_the_sign_by_hand(hung, language):
    hung.stale(AT)
    assert not hung.is_current
    assert hung.standing().since == AT
    said = word("not current").format(time="10:31")
    assert said == {"en": "Not current since 10:31", "zh_CN": "10:31 起未更新"}[language]
    before = hung.grab().toImage()
    hung.current()
    assert hung.is_current
    assert hung.grab().toImage() != before


def test_a_sign_covers_the_middle_and_no_page_is_turned_under_it(hung, colours):
    hung.stale(AT)
    middle = hung.grab().toImage().pixelColor(40, 1080 // 2 + 40).rgb() & 0xFFFFFF
    assert middle == (DARK if colours == "dark" else LIGHT).alarm
    page = hung.page
    hung._turned -= 1000
    hung._second()
    assert hung.page == page


# --- pages --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1920, 1080), (3840, 2160), (1280, 720), (1080, 1920)])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_unit_stands_once_within_the_screen_and_can_be_read(qapp, shape, size):
    board = made_public(SHAPES[shape])
    scale = min(size[0] / 1920, size[1] / 1080)
    page = QSizeF(size[0] - 96 * scale, size[1] - 288 * scale)
    room = room_for(board.units, page, scale, prices=True)
    laid = plan(board.units, room)
    there = [
        (placed.block.building, column, floor)
        for page in laid.pages
        for placed in page
        for column in placed.block.columns
        for floor in placed.block.floors
    ]
    assert len(there) == len(set(there)) == len(board.units)
    assert all(laid.pages)
    assert laid.cell_width >= room.least_width
    assert laid.cell_height >= room.least_height
    for page in laid.pages:
        for placed in page:
            right, bottom = corner(placed, laid, room)
            assert placed.x >= 0 and right <= room.width
            assert placed.y >= 0 and bottom <= room.height


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1080, 1920)])
@pytest.mark.parametrize("lots", [3, 24, 700])
def test_lots_stand_on_pages_of_their_own_in_lines_of_one_floor(qapp, lots, size):
    board = made_public(SHAPES["one house"], lots=lots)
    scale = min(size[0] / 1920, size[1] / 1080)
    page = QSizeF(size[0] - 96 * scale, size[1] - 288 * scale)
    shown = leaves(board, page, scale)
    assert [leaf.lots for leaf in shown] == sorted(leaf.lots for leaf in shown)
    seen = []
    for leaf in shown:
        assert {unit.kind in LOTS for unit in leaf.units} == {leaf.lots}
        for placed in leaf.placed:
            right, bottom = corner(placed, leaf.plan, leaf.room)
            assert placed.x >= 0 and right <= leaf.room.width
            assert placed.y >= 0 and bottom <= leaf.room.height
            for floor, line in zip(placed.block.floors, placed.block.cells, strict=True):
                there = [unit for unit in line if unit is not None]
                assert {unit.floor for unit in there} == {floor}
                seen += [unit.code for unit in there if leaf.lots]
                assert not leaf.lots or len(line) in {3, 20, 15, 12, 10, 8, 6, 5, 4}
    assert seen == [
        unit.code for unit in sorted(board.units, key=lambda u: -u.floor) if unit.kind in LOTS
    ]


def test_the_legend_counts_homes_and_lots_apart(hung):
    hung.feed.stop()
    hung._take(made_public(SHAPES["one house"], lots=40))
    assert hung.pages == 2
    homes = hung._painted().toImage()
    assert not hung.standing().lots
    assert len(hung._leaf.units) == 6 and hung._leaf.kinds == (UnitKind.HOME,)
    hung.turn()
    assert hung.standing().lots
    assert len(hung._leaf.units) == 80 and hung._leaf.kinds == (UnitKind.PARKING,)
    assert hung._painted().toImage() != homes
    assert hung.grab().width() == 1920


def corner(placed, laid, room):
    block = placed.block
    cores = len(block.cores)
    wide = len(block.columns) * (laid.cell_width + room.gap) - room.gap
    high = len(block.floors) * (laid.cell_height + room.gap) - room.gap
    heads = room.head + (room.core_head if cores > 1 else 0)
    return placed.x + room.label + wide + (cores - 1) * room.core_gap, placed.y + heads + high


def test_no_price_is_ever_shortened(qapp, language):
    """A price with figures cut off its end would be another price."""
    board = made_public(SHAPES["three buildings"])
    room = room_for(board.units, PAGE, 1.0, prices=True)
    laid = plan(board.units, room)
    for unit in board.units:
        for text, pixels, bold in (
            (unit.number, NUMBER, True),
            (second_line(unit, prices=True), WORD, False),
        ):
            font = type_of(pixels * laid.growth, bold=bold)
            assert QFontMetricsF(font).horizontalAdvance(text) <= laid.cell_width


def test_a_small_project_is_shown_larger_than_a_large_one(qapp):
    sizes = []
    for shape in ("one house", "towers"):
        board = made_public(SHAPES[shape])
        sizes.append(plan(board.units, room_for(board.units, PAGE, 1.0, prices=True)).growth)
    assert sizes[0] > sizes[1] >= 1.0


def test_a_project_without_homes_has_one_empty_page(qapp):
    board = made_public(())
    assert plan(board.units, room_for(board.units, PAGE, 1.0, prices=True)).pages == ((),)


@pytest.fixture
def towers(hung):
    """The wall with a project of several pages."""
    hung.feed.stop()
    hung._take(made_public(SHAPES["towers"]))
    assert hung.pages > 2
    return hung


def test_pages_turn_by_themselves_by_key_and_round(qtbot, towers):
    shown = {spot.unit.code for spot in towers.cells}
    towers._second()
    assert towers.page == 0
    towers._turned -= 12.5
    towers._second()
    assert towers.page == 1
    assert shown.isdisjoint(spot.unit.code for spot in towers.cells)
    qtbot.keyClick(towers, Qt.Key.Key_Left)
    qtbot.keyClick(towers, Qt.Key.Key_Left)
    assert towers.page == towers.pages - 1
    qtbot.keyClick(towers, Qt.Key.Key_Space)
    assert towers.page == 0


def test_a_unit_that_changed_on_another_page_flashes_when_its_page_comes(towers):
    board = towers.board
    last = board.units[-1]
    assert last.code not in {spot.unit.code for spot in towers.cells}
    face = PublicFace.SOLD if last.face is not PublicFace.SOLD else PublicFace.RESERVED
    changed = replace(last, face=face)
    towers._take(replace(board, units=(*board.units[:-1], changed)))
    assert towers.flashing == frozenset()
    for _page in range(towers.pages - 1):
        towers.turn()
    assert towers.flashing == {last.code}


def test_a_flash_swells_and_is_over(monkeypatch):
    flashes, at = Flashes(), [100.0]
    monkeypatch.setattr("salesdesk.desks.wall.flash.monotonic", lambda: at[0])
    unit = made_public(SHAPES["one house"]).units[0]
    flashes.compare([unit], [replace(unit, face=PublicFace.SOLD)])
    flashes.show([unit.code])
    strengths = []
    for _step in range(60):
        strengths.append(flashes.strength(unit.code))
        at[0] += 0.1
    assert max(strengths) > 0.9 and min(strengths) < 0.1
    waves = sum(1 for a, b in itertools.pairwise(strengths) if a < 0.5 <= b)
    assert waves / 6.0 < 3  # flashes a second: below what may harm (WCAG 2.3.1)
    at[0] += 0.1
    flashes.go_on()
    assert not flashes


# --- the look -----------------------------------------------------------------------------------------


def test_every_ink_can_be_read_on_its_ground():
    for tones in (LIGHT, DARK):
        for tone in tones.faces.values():
            assert contrast(tone.ink, tone.fill) >= CONTRAST
            assert contrast(tone.soft, tone.fill) >= CONTRAST
        for ink, ground in (
            (tones.text, tones.ground), (tones.soft, tones.ground), (tones.text, tones.panel),
            (tones.soft, tones.panel), (tones.good, tones.ground), (tones.on_alarm, tones.alarm),
        ):  # fmt: skip
            assert contrast(ink, ground) >= CONTRAST
        fills = {(tone.fill, tone.mark) for tone in tones.faces.values()}
        assert len(fills) == len(PublicFace)


def test_the_wall_is_painted_in_both_languages_and_colours(qtbot, towers, language, colours):
    assert (
        towers.grab().toImage().pixelColor(5, 1079).rgb() & 0xFFFFFF
        == (DARK if colours == "dark" else LIGHT).ground
    )
    if language == "zh_CN":
        texts = [word(name) for name in ("as of", "not current", "not yet", "ask", "prices")]
        texts += [say("public", one.value) for one in PublicFace]
        assert all(any("一" <= letter <= "鿿" for letter in text) for text in texts)


def test_a_change_of_language_paints_the_page_anew(hung, qapp):
    hung._take(made_public(SHAPES["three buildings"]))
    hung.feed.stop()
    english = hung._painted().toImage()
    speak(qapp, "zh_CN")
    assert hung._painted().toImage() != english


# --- the screen, the lock, the keys -------------------------------------------------------------------


def test_it_hangs_where_it_hung_else_where_nobody_works():
    assert choose(["desk", "hall", "third"], "third", "desk") == 2
    assert choose(["desk", "hall"], "gone", "desk") == 1
    assert choose(["hall", "desk"], "", "desk") == 0
    assert choose(["desk"], "", "desk") == 0


def test_the_screen_is_remembered_in_the_desks_settings(qtbot, desks):
    settings, saved = DeskSettings(), []
    link = Link(desks.reception)
    wall = stage.wall(settings, lambda: saved.append(settings.wall_screen), "", link)
    assert wall.isFullScreen()  # alone on its machine
    wall.close()
    link.close()
    assert settings.wall_screen
    assert saved == [settings.wall_screen]
    assert believed({"wall_screen": settings.wall_screen}).wall_screen == settings.wall_screen
    assert believed({"wall_screen": "x" * 1000}).wall_screen == ""


def test_f11_fills_the_screen_and_escape_leaves(qtbot, hung):
    qtbot.keyClick(hung, Qt.Key.Key_F11)
    assert hung.isFullScreen()
    qtbot.keyClick(hung, Qt.Key.Key_F11)
    assert not hung.isFullScreen()
    with qtbot.waitSignal(hung.left):
        qtbot.keyClick(hung, Qt.Key.Key_Escape)


def test_the_lock_leaves_the_wall_up_and_a_visitors_hand_is_no_sign_of_life(qtbot, hung):
    desk = QWidget()
    qtbot.addWidget(desk)
    desk.show()
    watch = IdleWatch(1)
    watch.start()
    watch._timer.setInterval(60_000)
    qtbot.wait(30)
    left = watch._timer.remainingTime()
    qtbot.mouseMove(hung, hung.rect().center())
    qtbot.keyClick(hung, Qt.Key.Key_Space)
    assert watch._timer.remainingTime() <= left
    lock = Lock(lambda *_: None)
    lock.draw(desk, "某人")
    assert [curtain._window for curtain in lock._curtains] == [desk]
    assert hung.isEnabled()
    lock.open()
    watch.stop()


def test_a_named_project_is_shown_and_the_next_one_follows(qtbot, desks):
    desks.admin.do(CreateProject(name="云栖二期", company="云栖置业"))
    link = Link(desks.reception)
    wall = WallWindow(link, project="云栖二期")
    wall.show()
    qtbot.waitUntil(lambda: wall.board is not None, timeout=PATIENCE_MS)
    assert (wall.board.project, wall.board.units) == ("云栖二期", ())
    wall.grab()
    qtbot.keyClick(wall, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: wall.board.project == "云栖花园", timeout=PATIENCE_MS)
    wall.close()
    link.close()


TWO_SCREENS = """
from PySide6.QtWidgets import QApplication, QWidget
from salesdesk.desks.link import Link
from salesdesk.desks.wall.window import WallWindow
from tests.desks.conftest import BareSeat

app, kept = QApplication(["salesdesk"]), []
desk, link = QWidget(), Link(BareSeat())
desk.show()
for last in ("", "desk", "gone"):
    wall = WallWindow(link, last, kept.append, desk=desk)
    wall.hang()
    print(wall.screen().name(), wall.isFullScreen())
wall.next_screen()
wall.next_screen()
print(*kept)
wall.close()
link.close()
"""


def test_on_two_screens_it_takes_the_one_nobody_works_at(tmp_path):
    screens = [
        {"name": name, "x": x, "y": 0, "width": wide, "height": high, "dpr": 1,
         "logicalDpi": 96, "logicalBaseDpi": 96}
        for name, x, wide, high in (("desk", 0, 1366, 768), ("hall", 1366, 1920, 1080))
    ]  # fmt: skip
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
    )
    assert done.stdout.splitlines() == [
        "hall True",
        "desk False",  # his own screen again: a window beside his work
        "hall True",
        "desk hall",  # what was remembered as it went over, twice
    ]


ALONE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from salesdesk.app import window
from salesdesk.desks.wall.window import WallWindow

def visit():
    for wall in app.topLevelWidgets():
        if isinstance(wall, WallWindow) and wall.is_current:
            print(wall.isFullScreen(), len(wall.board.units), [type(w).__name__ for w in app.topLevelWidgets()])
            wall.close()

app = QApplication(["salesdesk"])
look = QTimer(interval=50)
look.timeout.connect(visit)
look.start()
sys.exit(window.run(["--wall", "--office", sys.argv[1], "--as", "reception"]))
"""
"""In a program of its own: an application that has been told to quit runs no loop again."""


def test_alone_on_its_machine_it_needs_nothing_but_a_password(template, tmp_path):
    traces = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-c", ALONE, str(copied(template, tmp_path))],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        env={
            **os.environ, "QT_QPA_PLATFORM": "offscreen", "SALESDESK_PASSWORD": PASSWORD, **traces,
        },
    )  # fmt: skip
    assert done.stdout.splitlines() == ["True 6 ['WallWindow']"]  # no desk behind it
