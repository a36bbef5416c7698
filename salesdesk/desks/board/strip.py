"""The strip under the board: units, area and value of each state, and one bar of their shares."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from salesdesk.desks import wording
from salesdesk.desks.board.amounts import long_area
from salesdesk.desks.board.cells import Words
from salesdesk.desks.board.filters import Tally
from salesdesk.desks.board.palette import Theme, theme_of
from salesdesk.office.inventory.rules import STATES, UnitState

_HEIGHT = 74
_BAR = 8
_CHIP = 15
_GAPS = (22, 14)
"""Pixels between two states: the usual, and where they would not all fit."""
_ROWS = 3
_AVAILABLE = STATES.index(UnitState.AVAILABLE)


class TallyStrip(QWidget):
    """Paints a `Tally`: the total at the left, then every state that has units."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._tally: Tally | None = None
        self._lots: Tally | None = None
        self._boxes: list[tuple[QRect, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Units, area and value by state"))

    def show_tally(self, tally: Tally, lots: Tally | None = None) -> None:
        """Show these sums; those of *lots* (parking, storage) stand beside them, never among them."""
        self._tally = tally
        self._lots = lots
        self.setAccessibleDescription("; ".join(self._line(state) for state in self._there()))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor.fromRgb(theme.panel))
        painter.fillRect(0, 0, self.width(), 1, QColor.fromRgb(theme.rule))
        if self._tally is not None and self._tally.units:
            self._paint_bar(painter, theme)
            self._paint_blocks(painter, theme)
        painter.end()

    def _lot_lines(self, lots: Tally) -> tuple[str, str, str]:
        free = self.tr("{state} {count}")
        count = int(lots.counts[_AVAILABLE])
        return (
            self.tr("%n lot(s)", "", lots.units),
            wording.short_money(lots.value_fen),
            free.format(state=self._words.short[_AVAILABLE], count=f"{count:,}"),
        )

    def _there(self) -> list[int]:
        tally = self._tally
        return [] if tally is None else [s for s in range(len(STATES)) if tally.counts[s]]

    def _paint_bar(self, painter: QPainter, theme: Theme) -> None:
        tally = self._tally
        if tally is None:
            return
        width = self.width() - 24
        left = 12.0
        for state in self._there():
            part = width * int(tally.counts[state]) / tally.units
            box = QRectF(left, 9, max(1.0, part - 1), _BAR)
            painter.fillRect(box, QColor.fromRgb(theme.tones[state].solid))
            left += part

    def _paint_blocks(self, painter: QPainter, theme: Theme) -> None:
        tally = self._tally
        if tally is None:
            return
        self._boxes = []
        head = self.tr("%n unit(s)", "", tally.units)
        size = long_area(tally.area, chinese=self._words.chinese)
        total = (head, wording.short_money(tally.value_fen), size)
        x = self._block(painter, theme, 12, total)
        if self._lots is not None:
            x = self._block(painter, theme, x + _GAPS[0], self._lot_lines(self._lots))
        lines = {state: self._lines(tally, state) for state in self._there()}
        wide = sum(self._width(texts, _CHIP) for texts in lines.values())
        room = self.width() - 12 - x
        gap = next((gap for gap in _GAPS if wide + gap * len(lines) <= room), 0)
        if not gap:
            self._paint_stacked(painter, theme, x + _GAPS[-1])
            return
        x += gap
        for state, texts in lines.items():
            painter.fillRect(QRect(x - gap // 2, 26, 1, _HEIGHT - 36), QColor.fromRgb(theme.rule))
            self._chip(painter, theme, x, 25, state)
            right = self._block(painter, theme, x, texts, indent=_CHIP) + gap
            self._boxes.append((QRect(x, 20, right - x, _HEIGHT - 20), state))
            x = right

    def _paint_stacked(self, painter: QPainter, theme: Theme, left: int) -> None:
        """Paint the states three to a column, a line each, where side by side is too wide."""
        tally, states = self._tally, self._there()
        if tally is None:
            return
        columns = -(-len(states) // _ROWS)
        wide = (self.width() - 12 - left) // columns
        bold, plain = QFontMetrics(self._font(bold=True)), QFontMetrics(self._font(bold=False))
        for place, state in enumerate(states):
            units, value, area = self._lines(tally, state)
            x, y = left + place // _ROWS * wide, 21 + 16 * (place % _ROWS)
            self._chip(painter, theme, x, y + 4, state)
            painter.setPen(QColor.fromRgb(theme.text))
            painter.setFont(self._font(bold=True))
            middle, after = Qt.AlignmentFlag.AlignVCenter, bold.horizontalAdvance(units) + 8
            painter.drawText(QRect(x + _CHIP, y, wide - _CHIP, 16), middle, units)
            painter.setFont(self._font(bold=False))
            room = wide - _CHIP - after - 8
            fits = (t for t in (f"{value} · {area}", value) if plain.horizontalAdvance(t) <= room)
            painter.drawText(QRect(x + _CHIP + after, y, wide, 16), middle, next(fits, ""))
            self._boxes.append((QRect(x, y, wide, 16), state))

    def _chip(self, painter: QPainter, theme: Theme, x: int, y: int, state: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor.fromRgb(theme.tones[state].solid))
        painter.drawRoundedRect(QRectF(x, y, 10, 10), 2.5, 2.5)

    def _lines(self, tally: Tally, state: int) -> tuple[str, str, str]:
        return (
            f"{self._words.short[state]} {int(tally.counts[state]):,}",
            wording.short_money(round(float(tally.values[state]))),
            long_area(float(tally.areas[state]), chinese=self._words.chinese),
        )

    def _width(self, lines: tuple[str, str, str], indent: int) -> int:
        bold, plain = (QFontMetrics(self._font(bold=heavy)) for heavy in (True, False))
        widths = (plain.horizontalAdvance(line) for line in lines[1:])
        return max(bold.horizontalAdvance(lines[0]) + indent, *widths)

    def _block(
        self,
        painter: QPainter,
        theme: Theme,
        x: int,
        lines: tuple[str, str, str],
        *,
        indent: int = 0,
    ) -> int:
        """Paint three lines under one another at *x*; give the block's right edge."""
        width = self._width(lines, indent)
        for number, text in enumerate(lines):
            painter.setFont(self._font(bold=number == 0))
            painter.setPen(QColor.fromRgb(theme.soft if number == 2 else theme.text))  # noqa: PLR2004
            left = x + (indent if number == 0 else 0)
            painter.drawText(
                QRect(left, 21 + 16 * number, width, 16), Qt.AlignmentFlag.AlignVCenter, text
            )
        return x + width

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(12)
        font.setBold(bold)
        return font

    def _line(self, state: int) -> str:
        tally = self._tally
        if tally is None:
            return ""
        units = int(tally.counts[state])
        line = self.tr("{state}: %n unit(s), {area}, {value}", "", units)
        return line.format(
            state=wording.say("states", STATES[state]),
            area=long_area(float(tally.areas[state]), chinese=self._words.chinese),
            value=wording.money(round(float(tally.values[state]))),
        )

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for box, state in self._boxes:
                if box.contains(event.pos()):
                    QToolTip.showText(event.globalPos(), self._line(state), self)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)
