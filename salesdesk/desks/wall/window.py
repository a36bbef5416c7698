"""The wall itself: one window without buttons, for a screen that people look at from afar."""

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.wall.feed import WallFeed
from salesdesk.desks.wall.flash import Flashes
from salesdesk.desks.wall.leaves import Leaf, leaves
from salesdesk.desks.wall.picture import PagePicture, Spot, spots
from salesdesk.desks.wall.place import choose, screen_name
from salesdesk.desks.wall.surround import Standing, Surround
from salesdesk.desks.wall.tones import tones
from salesdesk.desks.widgets import theme
from salesdesk.desks.wording import language, now, refusal
from salesdesk.kernel.errors import UserError
from salesdesk.office.inventory.sheets import PublicBoard

_FRAME_MS, _TICK_MS = 40, 500
_HINT_SECONDS = 4.0
_SIZE = (1280, 720)
_DESIGN = (1920.0, 1080.0)


class WallWindow(QWidget):
    """Shows the public board of one project, page after page.

    Signals:
        left: the wall was closed.
    """

    left = Signal()

    def __init__(
        self,
        link: Link,
        screen: str = "",
        kept: Callable[[str], object] = str,
        project: str = "",
        desk: QWidget | None = None,
        still_there: Callable[[], object] = bool,
    ) -> None:
        """Feed on *link*; *kept* hears the name of the screen to remember, *screen* is the last.

        The wall keeps off the screen of *desk*; for *still_there* see `WallFeed`.
        """
        super().__init__(None, Qt.WindowType.Window)
        self.setProperty("public", True)  # the lock leaves it alone: it has nothing to hide
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Wall of the waiting hall"))
        self.setMouseTracking(True)
        self.setMinimumSize(640, 360)
        self.resize(*_SIZE)
        self._kept_screen, self._kept, self._desk = screen, kept, desk
        self._board: PublicBoard | None = None
        self._ahead = timedelta()
        self._current, self._reason = True, ""
        self._late: datetime | None = None
        self._leaves: tuple[Leaf, ...] = ()
        self._cells: tuple[Spot, ...] = ()
        self._page, self._turned = 0, monotonic()
        self._image: tuple[object, QPixmap] | None = None
        self._flashes = Flashes()
        self._hint_until = 0.0
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._second)
        self._frames = QTimer(self, interval=_FRAME_MS)
        self._frames.timeout.connect(self._flash)
        self.feed = WallFeed(link, project, self, still_there=still_there)
        self.feed.came.connect(self._take)
        self.feed.lost.connect(self.stale)
        self.feed.refused.connect(self._refused)

    # -- what the link says ---------------------------------------------------------------------

    def stale(self, since: datetime | None) -> None:
        """Say in large letters that nothing is known *since* then (aware; None: never was)."""
        self._current = False
        self._late = since if since is not None else (self._board.as_of if self._board else None)
        self.update()

    def current(self) -> None:
        """Take the sign away: what is shown is the office's present."""
        self._current, self._late, self._reason = True, None, ""
        self.update()

    @property
    def is_current(self) -> bool:
        """Whether the wall holds that it shows the present."""
        return self._current and self._board is not None

    def standing(self) -> Standing:
        """Give what is written around the page at this moment."""
        return Standing(
            now=now() + self._ahead,
            current=self.is_current,
            since=self._late,
            reason=self._reason,
            page=self._page,
            pages=self.pages,
            share=min(1.0, (monotonic() - self._turned) / self._page_seconds),
            hint=monotonic() < self._hint_until,
            lots=self._leaf is not None and self._leaf.lots,
        )

    # -- pages ----------------------------------------------------------------------------------

    @property
    def board(self) -> PublicBoard | None:
        """What is shown."""
        return self._board

    @property
    def pages(self) -> int:
        """How many pages there are at this size."""
        return max(1, len(self._leaves))

    @property
    def page(self) -> int:
        """Which page is shown, from 0."""
        return self._page

    @property
    def cells(self) -> tuple[Spot, ...]:
        """The cells of the page that is shown, within the page."""
        return self._cells

    @property
    def flashing(self) -> frozenset[str]:
        """Codes of the units that draw the eye just now."""
        return self._flashes.codes

    def turn(self, step: int = 1) -> None:
        """Turn to the page *step* further on."""
        self._page = (self._page + step) % self.pages
        self._turned = monotonic()
        self._show_page()
        self.update()

    # -- the screen -----------------------------------------------------------------------------

    def hang(self, *, full: bool | None = None) -> None:
        """Show the wall on the screen it was on last, or on one nobody works at.

        Full screen unless the desk's own screen is the only one; *full* decides otherwise.
        """
        screens = QGuiApplication.screens()
        names = [screen_name(screen) for screen in screens]
        desk = screen_name(self._desk.screen()) if self._desk is not None else ""
        at = choose(names, self._kept_screen, desk)
        self._move_to(at)
        whole = names[at] != desk if full is None else full
        self.showFullScreen() if whole else self.show()

    def next_screen(self) -> None:
        """Go over to the next screen and remember it."""
        screens = QGuiApplication.screens()
        at = screens.index(self.screen()) if self.screen() in screens else 0
        whole = self.isFullScreen()
        self.showNormal()
        self._move_to((at + 1) % len(screens))
        self.showFullScreen() if whole else self.show()
        self._keep()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or be a window again."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()
        self._keep()

    # -- events ---------------------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.setProperty("public", True)  # a visitor's hand is no sign of life of the desk
        if not self._tick.isActive():
            self._tick.start()
            self.feed.start()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep()
        self._tick.stop()
        self._frames.stop()
        self.feed.stop()
        super().closeEvent(event)
        self.left.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, doing = event.key(), Qt.Key
        if key == doing.Key_Escape:
            self.close()
        elif key == doing.Key_F11:
            self.toggle_full_screen()
        elif key in {doing.Key_Right, doing.Key_Space, doing.Key_PageDown}:
            self.turn()
        elif key in {doing.Key_Left, doing.Key_PageUp}:
            self.turn(-1)
        elif key == doing.Key_S:
            self.next_screen()
        elif key == doing.Key_N:
            self.feed.next_project()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.toggle_full_screen()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hint_until = monotonic() + _HINT_SECONDS
        self.unsetCursor()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = tones(dark=theme.is_dark())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        painter.fillRect(self.rect(), QColor(look.ground))
        around = self._around()
        standing = self.standing()
        leaf = self._leaf
        if leaf is not None and leaf.units:
            painter.drawPixmap(around.middle.topLeft(), self._painted())
            self._glow(painter, around.middle)
        elif leaf is not None:
            around.empty(painter)
        around.header(painter, self._board, standing)
        if leaf is not None:
            around.legend(painter, leaf)
        around.footer(painter, self._board, standing)
        if not self.is_current:
            around.alarm(painter, self._board, standing)
        painter.end()

    # -- inside ---------------------------------------------------------------------------------

    def _take(self, board: PublicBoard) -> None:
        before = self._board
        self._board = board
        self._ahead = board.as_of - now()
        if before is None or before.project_id != board.project_id:
            self._page, self._turned = 0, monotonic()
            self._flashes.clear()
        else:
            self._flashes.compare(before.units, board.units)
        if before is None or (before.units, before.prices) != (board.units, board.prices):
            self._lay_out()
        self.current()

    def _refused(self, error: UserError) -> None:
        self._reason = " ".join(refusal(error))
        if self._board is None:
            self.stale(None)

    def _second(self) -> None:
        """Move the clock, turn the page when its time is over, let the hint and the hand go."""
        stood = monotonic() - self._turned
        if self.is_current and self.pages > 1 and stood >= self._page_seconds:
            self.turn()
        if monotonic() >= self._hint_until and self.isFullScreen():
            self.setCursor(Qt.CursorShape.BlankCursor)
        self.update()

    def _around(self) -> Surround:
        width, height = float(self.width()), float(self.height())
        return Surround(width, height, self._scale, tones(dark=theme.is_dark()))

    @property
    def _leaf(self) -> Leaf | None:
        return self._leaves[self._page] if self._leaves else None

    @property
    def _page_seconds(self) -> int:
        return self._board.page_seconds if self._board is not None else 1

    @property
    def _scale(self) -> float:
        return min(self.width() / _DESIGN[0], self.height() / _DESIGN[1])

    def _lay_out(self) -> None:
        if self._board is None:
            return
        self._leaves = leaves(self._board, self._around().middle.size(), self._scale)
        self._page = min(self._page, self.pages - 1)
        self._show_page()

    def _show_page(self) -> None:
        """Find the cells of the page, and let those that changed unseen draw the eye now."""
        self._image, leaf = None, self._leaf
        if leaf is None:
            return
        self._cells = spots(leaf.placed, leaf.plan, leaf.room)
        self._flashes.show(spot.unit.code for spot in self._cells)
        if self._flashes:
            self._frames.start()

    def _painted(self) -> QPixmap:
        """Give the page as a picture, painted anew only where something of it changed."""
        key = (theme.is_dark(), language(), self.devicePixelRatioF())
        if self._image is not None and self._image[0] == key:
            return self._image[1]
        middle, ratio = self._around().middle, self.devicePixelRatioF()
        picture = QPixmap(middle.size().toSize() * ratio)
        picture.setDevicePixelRatio(ratio)
        look = tones(dark=theme.is_dark())
        picture.fill(QColor(look.ground))
        if self._image is not None and self._image[0] != key:
            self.setWindowTitle(self.tr("Wall of the waiting hall"))
            self._lay_out()  # other words may need other widths
        leaf = self._leaf
        if self._board is not None and leaf is not None:
            painter = QPainter(picture)
            drawn = PagePicture(leaf.plan, leaf.room, self._scale, prices=self._board.prices)
            drawn.paint(painter, leaf.placed, self._cells, look)
            painter.end()
        self._image = (key, picture)
        return picture

    def _flash(self) -> None:
        """Go on with the waves; only the cells in question are painted again."""
        corner = self._around().middle.topLeft()
        for spot in self._cells:
            if spot.unit.code in self._flashes.codes:
                self.update(spot.box.translated(corner).toAlignedRect().adjusted(-8, -8, 8, 8))
        self._flashes.go_on()
        if not self._flashes:
            self._frames.stop()

    def _glow(self, painter: QPainter, middle: QRectF) -> None:
        scale = self._scale
        colour = QColor(tones(dark=theme.is_dark()).flash)
        for spot in self._cells:
            wave = self._flashes.strength(spot.unit.code)
            if not wave:
                continue
            colour.setAlphaF(wave)
            painter.setPen(QPen(colour, 5 * scale))
            colour.setAlphaF(0.22 * wave)
            painter.setBrush(colour)
            box = spot.box.translated(middle.topLeft())
            painter.drawRoundedRect(box, 9 * scale, 9 * scale)

    def _move_to(self, at: int) -> None:
        screen = QGuiApplication.screens()[at]
        self.setScreen(screen)
        place = screen.availableGeometry()
        size = self.size().boundedTo(place.size())
        corner = place.center() - QPoint(size.width() // 2, size.height() // 2)
        self.resize(size)
        self.move(corner)

    def _keep(self) -> None:
        self._kept_screen = screen_name(self.screen())
        self._kept(self._kept_screen)
