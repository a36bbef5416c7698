"""All states with their looks; pressing one looks for it on the board."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from salesdesk.desks import wording
from salesdesk.desks.board.cells import Words, draw_box
from salesdesk.desks.board.palette import theme_of
from salesdesk.office.inventory.rules import STATES

_BOX = 20
_HIGH = 28
_AIR = 6


class StateChip(QAbstractButton):
    """One state's look, letter and name; checked while the board is filtered for it."""

    def __init__(self, words: Words, state: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = words.letters[state]
        self._name = words.short[state]
        self._state = state
        self.brief = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        full = wording.say("states", STATES[state])
        self.setToolTip(full)
        self.setAccessibleName(full)

    def full_width(self) -> int:
        """Give the width (px) with the name."""
        return _BOX + 2 * _AIR + 4 + QFontMetrics(self._font()).horizontalAdvance(self._name)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_BOX + _AIR if self.brief else self.full_width(), _HIGH)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        tone = theme.tones[self._state]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor.fromRgb(tone.fill if self.isChecked() else theme.panel))
            painter.drawRoundedRect(whole, 6, 6)
        if self.hasFocus() or self.isChecked():
            ring = theme.focus if self.hasFocus() else tone.edge
            painter.setPen(QPen(QColor.fromRgb(ring), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole, 6, 6)
        box = QRectF(_AIR / 2, (self.height() - _BOX) / 2, _BOX, _BOX)
        draw_box(painter, box.adjusted(1, 1, -1, -1), tone, 4.0)
        font = self._font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor.fromRgb(tone.word))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter)
        if not self.brief:
            font.setBold(False)
            painter.setFont(font)
            painter.setPen(QColor.fromRgb(tone.text if self.isChecked() else theme.text))
            left = box.right() + 4
            painter.drawText(
                QRectF(left, 0, self.width() - left, self.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                self._name,
            )
        painter.end()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(12)
        return font


class StateLegend(QWidget):
    """A row of `StateChip`; where it is narrow, letters stand for the names.

    Signals:
        chosen: the states looked for (frozenset of indexes), empty for all.
    """

    chosen = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        self.chips = [StateChip(words, state, self) for state in range(len(STATES))]
        for chip in self.chips:
            chip.toggled.connect(self._toggled)
            row.addWidget(chip)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("States; press one to look for it"))

    def states(self) -> frozenset[int]:
        """Give the states looked for, empty for all."""
        return frozenset(state for state, chip in enumerate(self.chips) if chip.isChecked())

    def clear(self) -> None:
        """Look for no state in particular."""
        for chip in self.chips:
            chip.blockSignals(True)
            chip.setChecked(False)
            chip.blockSignals(False)
            chip.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(chip.full_width() + 3 for chip in self.chips)
        for chip in self.chips:
            chip.brief = needed > self.width()
            chip.updateGeometry()

    def _toggled(self, _on: bool) -> None:
        self.chosen.emit(self.states())
