"""The board under hand: mouse, wheel, pinch and tool tips over the choice and its keys."""

import re
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip, QWidget
from typing_extensions import override

from salesdesk.desks.board.cells import Words
from salesdesk.desks.board.choice import CTRL, NOTCH, SHIFT, BoardChoice
from salesdesk.desks.board.picture import CELL_WIDTH

_TAG = re.compile(r"<(?=[a-zA-Z/!?])")


class BoardCanvas(BoardChoice):
    """The board that a person works on.

    A click chooses, Ctrl adds, Shift extends; dragging draws a band; the middle button pans; the
    wheel scrolls, with Ctrl it zooms at the pointer, with Shift it goes sideways.

    Signals:
        menu_wanted: the screen point (QPoint) where a menu for the choice is wanted.
    """

    menu_wanted = Signal(object)

    def __init__(
        self,
        words: Words,
        describe: Callable[[int], str],
        parent: QWidget | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(words, describe, parent, clock)
        self._pressed_at: QPoint | None = None
        self._rubber: QRect | None = None
        self._panned_from: QPoint | None = None
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the unit under the mouse, or begin a band or a pan."""
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panned_from = point
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        index = self.unit_at(point)
        if event.button() == Qt.MouseButton.RightButton:
            if index >= 0 and not self._picture.selection.mask[index]:
                self._picture.selection.only(index)
                self._chosen(index)
            return
        if event.button() != Qt.MouseButton.LeftButton or self.stock is None:
            return
        self._pressed_at = point + self._offset()
        held = event.modifiers()
        if index < 0:
            if not held & (CTRL | SHIFT):
                self.choose_none()
            return
        if held & SHIFT:
            self._picture.selection.span(self._picture.layout, index)
        elif held & CTRL:
            self._picture.selection.toggle(index)
        else:
            self._picture.selection.only(index)
        self._chosen(index)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the band, pan, or light up the unit under the mouse."""
        point = event.position().toPoint()
        if self._panned_from is not None:
            moved = self._panned_from - point
            self._panned_from = point
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + moved.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved.y())
        elif self._pressed_at is not None:
            away = (point + self._offset() - self._pressed_at).manhattanLength()
            if self._rubber is not None or away >= QApplication.startDragDistance():
                self._stretch(point)
        else:
            self._hover(self.unit_at(point))

    def _stretch(self, point: QPoint) -> None:
        """Stretch the band to this point, scrolling where it leaves the picture."""
        if self._pressed_at is None:
            return
        port = self.viewport().rect()
        for bar, at, room in (
            (self.horizontalScrollBar(), point.x(), port.width()),
            (self.verticalScrollBar(), point.y(), port.height()),
        ):
            if at < 0 or at > room:
                bar.setValue(bar.value() + (at if at < 0 else at - room))
        self._rubber = QRect(self._pressed_at, point + self._offset()).normalized()
        self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what the band covers."""
        if self._panned_from is not None:
            self._panned_from = None
            self.viewport().unsetCursor()
            return
        rubber, self._rubber, self._pressed_at = self._rubber, None, None
        if rubber is None or self.stock is None:
            return
        covered = self._picture.geometry.units_in(rubber)
        self._picture.selection.put(covered, add=bool(event.modifiers() & (CTRL | SHIFT)))
        if covered.size:
            self._picture.selection.current = self._picture.selection.anchor = int(covered[0])
        self._picture.recode()
        self.viewport().update()
        self._told_current = self._picture.selection.current
        self.current_changed.emit(self.current)
        self.selection_changed.emit(self.selected)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a unit; on a zoomed-out board come nearer instead."""
        if event.button() != Qt.MouseButton.LeftButton or self.unit_at(event.position()) < 0:
            return
        if self._picture.geometry.cell_width < CELL_WIDTH // 2:
            self.zoom_to(CELL_WIDTH, event.position().toPoint())
        else:
            self.activated.emit(self.current)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        self._hover(-1)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll sideways with Shift, else scroll."""
        if event.modifiers() & CTRL:
            notches = event.angleDelta().y() / 120
            if notches:
                self.zoom_by(NOTCH**notches, event.position().toPoint())
            event.accept()
            return
        if event.modifiers() & SHIFT and event.angleDelta().x() == 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - event.angleDelta().y())
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu at the mouse, or at the current unit when a key asked."""
        point = event.globalPos()
        if (
            event.reason() == QContextMenuEvent.Reason.Keyboard
            and self._picture.selection.current >= 0
        ):
            box = self.cell_rect(self._picture.selection.current)
            point = self.viewport().mapToGlobal(box.center())
        self.menu_wanted.emit(point)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Take pinches and tool tips, which come only here."""
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                anchor = self.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
                self.zoom_by(pinch.scaleFactor(), anchor)
                return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.unit_at(event.pos())
            if index >= 0:
                QToolTip.showText(event.globalPos(), plain(self._describe(index)), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _hover(self, index: int) -> None:
        if index != self._picture.hovered:
            before, self._picture.hovered = self._picture.hovered, index
            self._touch(before)
            self._touch(index)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted; a band being drawn is painted anew with everything."""
        super().scrollContentsBy(dx, dy)
        if self._rubber is not None:
            self.viewport().update()

    @override
    def _paint_over(self, painter: QPainter) -> None:
        if self._rubber is None:
            return
        box = self._rubber.translated(-self._offset())
        colour = QColor.fromRgb(self._picture.theme.focus)
        painter.setPen(colour)
        colour.setAlpha(40)
        painter.setBrush(colour)
        painter.drawRect(box.adjusted(0, 0, -1, -1))


def plain(text: str) -> str:
    """Give *text* so that no tool tip takes it for rich text, whatever names hold."""
    return _TAG.sub("<\u200b", text)
