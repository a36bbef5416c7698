"""Whose money is overdue or due soon, on the board: asked for, drawn as badges, looked for.

Only for who may see reminders, a consultant his own deals; a board of the past has none of it.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from salesdesk.desks.board.badges import OVERDUE, SOON, draw_badge
from salesdesk.desks.board.canvas import BoardCanvas
from salesdesk.desks.board.feed import BoardFeed
from salesdesk.desks.board.palette import theme_of
from salesdesk.desks.board.pastmode import PastMode
from salesdesk.desks.link import Link
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.sales.reminder_queries import due_badges
from salesdesk.office.sales.reminder_sheets import DueBadge

_AGAIN_MS: Final = 1000
"""Changes of units ask for the badges again at most so often."""
_SIDE, _HIGH, _AIR = 16, 28, 6


class DueChip(QAbstractButton):
    """One badge with its name and how many units bear it; checked while the board looks for them."""

    def __init__(self, kind: int, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._name = name
        self._count = 0
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(tip)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Say how many units bear it."""
        self._count = count
        self.setAccessibleName(self.words())
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Give its name with the count."""
        return f"{self._name} {self._count}"

    @override
    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.font()).horizontalAdvance(self.words())
        return QSize(_SIDE + 3 * _AIR + wide, _HIGH)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor.fromRgb(theme.panel))
            painter.drawRoundedRect(whole, 6, 6)
        if self.hasFocus() or self.isChecked():
            ring = theme.focus if self.hasFocus() else theme.soft
            painter.setPen(QPen(QColor.fromRgb(ring), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole, 6, 6)
        box = QRectF(_AIR, (self.height() - _SIDE) / 2, _SIDE, _SIDE)
        draw_badge(painter, box, self.kind, theme)
        painter.setPen(QColor.fromRgb(theme.text))
        left = box.right() + _AIR
        painter.drawText(
            QRectF(left, 0, self.width() - left, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.words(),
        )
        painter.end()


class Dues(QObject):
    """Keeps the badges of the board shown, and says which units are looked for.

    Signals:
        changed: other units bear a badge, or others are looked for.
    """

    changed = Signal()

    def __init__(self, link: Link, canvas: BoardCanvas, feed: BoardFeed, past: PastMode) -> None:
        super().__init__(canvas)
        self._link, self._canvas, self._feed, self._past = link, canvas, feed, past
        self._may = link.may("due_badges")
        self.bar = QWidget()
        self.chips = (
            DueChip(
                OVERDUE, self.tr("Overdue"), self.tr("Money is overdue; press to look for it")
            ),
            DueChip(
                SOON,
                self.tr("Due soon"),
                self.tr("Money is due within 14 days; press to look for it"),
            ),
        )
        lines = QHBoxLayout(self.bar)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(3)
        for chip in self.chips:
            chip.toggled.connect(lambda _on: self.changed.emit())
            lines.addWidget(chip)
        self.bar.setVisible(self._may)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.refresh)
        feed.touched.connect(lambda _units: self._touched())
        past.turned.connect(self._turn)

    def refresh(self) -> None:
        """Ask for the badges of the project shown; a board of the past has none."""
        if self._may and self._feed.project is not None and not self._past.active:
            self._link.ask(self, self._came, due_badges, ProjectId(self._feed.project))

    def narrowed(self, mask: NDArray[np.bool_] | None) -> NDArray[np.bool_] | None:
        """Give *mask* with only those units left whose badge is looked for."""
        stock = self._canvas.stock
        wanted = [chip.kind for chip in self.chips if chip.isChecked()]
        if not wanted or stock is None or self._past.active:
            return mask
        left: NDArray[np.bool_] = np.isin(stock.dues, wanted)
        return left if mask is None else mask & left

    def words(self, index: int) -> str:
        """Say what the unit's badge says; empty without one."""
        stock = self._canvas.stock
        kind = int(stock.dues[index]) if stock is not None else 0
        return {OVERDUE: self.tr("money overdue"), SOON: self.tr("money due soon")}.get(kind, "")

    def clear(self) -> None:
        """Look for no badge in particular."""
        for chip in self.chips:
            chip.blockSignals(True)
            chip.setChecked(False)
            chip.blockSignals(False)
            chip.update()

    def _touched(self) -> None:
        if self._canvas.isVisible() and not self._again.isActive():
            self._again.start()

    def _turn(self, past: bool) -> None:
        self.bar.setVisible(self._may and not past)

    def _came(self, badges: tuple[DueBadge, ...]) -> None:
        stock = self._canvas.stock
        if stock is None or self._past.active:
            return
        kinds = {badge.unit: OVERDUE if badge.overdue else SOON for badge in badges}
        if stock.mark(kinds):
            self._canvas.viewport().update()
        for chip in self.chips:
            chip.show_count(int(np.count_nonzero(stock.dues == chip.kind)))
        self.changed.emit()
