"""Pictures of every view of the practice office, made without a screen: ``screens DIR``."""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QSize, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from salesdesk.app import behind, practice, stage
from salesdesk.app.speaking import complain, refuse, say
from salesdesk.desks.admin.importpage import ImportPage
from salesdesk.desks.admin.window import AdminDesk
from salesdesk.desks.board.picture import CELL_WIDTH
from salesdesk.desks.board.window import BoardDesk
from salesdesk.desks.link import Link, Seat
from salesdesk.desks.shell.frame import Frame
from salesdesk.desks.shell.settings import DeskSettings
from salesdesk.desks.shell.window import Shell
from salesdesk.desks.shell.wizard import Wizard
from salesdesk.desks.shell.workplace import Workplace
from salesdesk.desks.wall.window import WallWindow
from salesdesk.desks.widgets import theme
from salesdesk.desks.widgets.desk import Desk, Jump
from salesdesk.desks.widgets.language import LANGUAGES, speak
from salesdesk.documents.cells import CellFormat
from salesdesk.documents.coverage import missing_characters
from salesdesk.documents.workbook import table_xlsx
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import UserError
from salesdesk.office.inventory.queries import board
from salesdesk.office.inventory.rules import UnitState

SIZE = "1366x768"
WALL_SIZE = (1920, 1080)
_QUIET_SECONDS = 0.25
_PATIENCE_SECONDS = 15.0
_WALL_LOGIN = "reception"
_TOURS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "manager",
        (
            "agenda",
            "board",
            "reception",
            "contracts",
            "approvals",
            "mortgage",
            "cashier",
            "campaign",
            "admin",
        ),
    ),
    ("reception", ("reception",)),
    ("consultant", ("board", "reception", "contracts")),
    ("head", ("agenda", "approvals")),
    ("cashier", ("cashier",)),
    ("admin", ("admin",)),
)


def run(words: Sequence[str]) -> int:
    """Write a PNG of every view into a folder; give the exit code."""
    parser = argparse.ArgumentParser(prog="run.py screens")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", choices=tuple(LANGUAGES), default="zh_CN")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--size", default=SIZE, help="for example 1920x1080")
    parser.add_argument(
        "--office", type=Path, help="a practice office to show; default: a new one"
    )
    arguments = parser.parse_args(list(words))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_hush)
    made = QApplication.instance()
    app = made if isinstance(made, QApplication) else QApplication(sys.argv[:1])
    speak(app, arguments.language)
    theme.apply(app, theme.Theme(arguments.theme))
    wide, high = (int(part) for part in arguments.size.split("x"))
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="salesdesk-screens-") as scratch:
        place = Path(scratch) / "practice.office"
        try:
            if arguments.office is None:
                complain("furnishing a practice office")
                practice.furnish(place, missing=missing_characters)
            else:
                shutil.copyfile(arguments.office, place)
            written = list(_Tour(arguments.folder, place, QSize(wide, high)).pictures())
        except UserError as error:
            return refuse(error)
    say({"ok": True, "result": {"folder": str(arguments.folder), "pictures": written}})
    return 0


def _hush(_kind: object, _context: object, text: str) -> None:
    """Leave out what Qt says of a screen that is not there."""
    if "does not support" not in text:
        complain(text)


class _Tour:
    """A walk through the program as each of the practice office's people."""

    def __init__(self, folder: Path, place: Path, size: QSize) -> None:
        self._folder = folder
        self._place = place
        self._size = size
        self._number = 0

    def pictures(self) -> Iterator[str]:
        """Write the pictures one by one; give their names."""
        yield from self._entrance()
        for login, desks in _TOURS:
            yield from self._day_of(login, desks)
        yield self._wall()

    def _shell(self) -> Shell:
        settings = DeskSettings()
        frame = Frame(settings)
        frame.resize(self._size)
        frame.show()
        return Shell(frame, replace(behind.backstage(settings), saved=None), settings)

    def _entrance(self) -> Iterator[str]:
        shell = self._shell()
        yield self._grab(shell, "wizard")
        if isinstance(shell.page, Wizard):
            for name in shell.page.views():
                shell.page.show_page(name)
                yield self._grab(shell, f"wizard-{name}")
        shell.show_office(str(self._place))
        yield self._grab(shell, "sign-in")
        _close(shell)

    def _day_of(self, login: str, desks: Sequence[str]) -> Iterator[str]:
        shell = self._shell()
        _settle(lambda: shell.pending)
        seat = cast("Seat", stage.sign_in(str(self._place), login, practice.PASSWORD))
        shell.enter(seat, stage.face(str(self._place)), seat.rights)
        _settle(lambda: shell.pending)
        for name in desks:
            page = shell.page
            desk = page.show_desk(name) if isinstance(page, Workplace) else None
            if not isinstance(desk, Desk):
                continue
            _settle(lambda: shell.pending)
            if isinstance(desk, BoardDesk):
                yield from self._board(shell, desk, login)
                continue
            if not desk.views():
                yield self._grab(shell, f"{login}-{name}")
            for view in desk.views():
                desk.show_page(view)
                yield self._grab(shell, f"{login}-{name}-{view}")
                if isinstance(desk, AdminDesk) and view == "import":
                    yield from self._import(shell, desk, login)
        _close(shell)

    def _board(self, shell: Shell, desk: BoardDesk, login: str) -> Iterator[str]:
        """The board with a unit chosen, the whole project at one look, and before the latest change."""
        units = desk.link.seat.ask(board)
        held = [unit for unit in units if unit.state is UnitState.ON_HOLD] or list(units)
        desk.receive(Jump("board", Topic.UNIT, held[0].id))
        yield self._grab(shell, f"{login}-board")
        card = desk.offers.card
        if desk.link.may("buying_plan") and card is not None:
            desk.panel.extras.why.click()
            plan = desk.look.make_plan(card)
            _settle(lambda: shell.pending)
            yield self._grab(shell, f"{login}-board-why")
            yield self._save(plan, f"{login}-board-plan")
            plan.reject()
        desk.canvas.fit()
        yield self._grab(shell, f"{login}-board-map")
        if desk.link.may("HoldBack"):
            desk.look_back()
            _settle(lambda: shell.pending)
            desk.past.replay.step(forwards=False)
            desk.canvas.zoom_to(CELL_WIDTH)
            yield self._grab(shell, f"{login}-board-past")
            desk.past.leave()

    def _wall(self) -> str:
        """The wall of the waiting hall, on the screen it is made for."""
        seat = stage.sign_in(str(self._place), _WALL_LOGIN, practice.PASSWORD)
        link = Link(cast("Seat", seat))
        wall = WallWindow(link)
        wall.resize(*WALL_SIZE)
        wall.show()
        _settle(lambda: link.pending or wall.board is None)
        name = self._save(wall, "wall")
        wall.close()
        link.close()
        stage.sign_out(seat)
        return name

    def _import(self, shell: Shell, desk: AdminDesk, login: str) -> Iterator[str]:
        """A price list that raises the free units of a building by one percent, compared."""
        units = [unit for unit in desk.link.seat.ask(board) if unit.building == "2栋"]
        rows = [
            (
                u.building,
                u.core,
                str(u.floor),
                u.number,
                (u.unit_price_fen or 0) // 100 * 101,
                u.gross_area,
            )
            for u in units
        ]
        made = table_xlsx(
            "价目表",
            ("楼栋", "单元", "楼层", "房号", "预售单价", "建筑面积"),
            rows,
            formats=(CellFormat.TEXT,) * 4 + (CellFormat.FEN, CellFormat.AREA),
        )
        file = self._place.with_name("prices.xlsx")
        file.write_bytes(made)
        page = desk.pages["import"]
        if isinstance(page, ImportPage) and page.prices is not None:
            page.open_file(file)
            yield self._grab(shell, f"{login}-admin-import-file")
            page.prices.compare()
            yield self._grab(shell, f"{login}-admin-import-compared")
            page.prices.start_again()

    def _grab(self, shell: Shell, name: str) -> str:
        _settle(lambda: shell.pending)
        return self._save(shell.frame, name)

    def _save(self, window: QWidget, name: str) -> str:
        self._number += 1
        target = self._folder / f"{self._number:02d}-{name}.png"
        window.grab().save(str(target))
        return target.name


def _settle(pending: Callable[[], object]) -> None:
    """Let the window work until nothing has been *pending* for a moment."""
    started = quiet_since = time.monotonic()
    while time.monotonic() - started < _PATIENCE_SECONDS:
        QApplication.processEvents()
        now = time.monotonic()
        if pending():
            quiet_since = now
        elif now - quiet_since > _QUIET_SECONDS:
            return
        time.sleep(0.005)


def _close(shell: Shell) -> None:
    frame = shell.frame
    frame.close()
    frame.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
