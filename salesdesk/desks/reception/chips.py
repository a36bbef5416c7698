"""Chips: a few words to choose one or several of, by one click or a few keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from salesdesk.desks.widgets.icons import pixmap
from salesdesk.desks.widgets.theme import colour

_HEIGHT = 30
_PAD = 10
_GAP = 6
_TICK = 13
_WIDEST = 900
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class Chips(QWidget):
    """One or *several* of a few *options* (code, word); one Tab stop for all of them.

    Arrow keys move, Space chooses, a digit chooses by place, a letter by the word's first.
    Where only one can be chosen and *must* is not set, choosing it again takes it back.

    Signals:
        changed: the codes now chosen, by the person.
    """

    changed = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        *,
        several: bool = False,
        must: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._several = several
        self._must = must
        self._options: tuple[tuple[str, str], ...] = ()
        self._tips: dict[str, str] = {}
        self._chosen: set[str] = set()
        self._places: list[QRect] = []
        self._at = 0
        self._hovered = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other options; what is chosen and still offered stays chosen."""
        self._options = tuple(options)
        self._chosen &= {code for code, _word in options}
        self._at = min(self._at, max(0, len(self._options) - 1))
        self._settle()
        self.updateGeometry()
        self._describe()

    def set_tips(self, tips: dict[str, str]) -> None:
        """Explain options, by code."""
        self._tips = tips

    def codes(self) -> tuple[str, ...]:
        """Give the codes chosen, in the options' order."""
        return tuple(code for code, _word in self._options if code in self._chosen)

    def code(self) -> str:
        """Give the one code chosen, or an empty text."""
        return next(iter(self.codes()), "")

    def choose(self, *codes: str) -> None:
        """Choose exactly *codes*; those not offered are left out."""
        offered = [code for code, _word in self._options]
        self._chosen = set(codes) & set(offered)
        if self._chosen and not self._several:
            self._at = offered.index(next(iter(self._chosen)))
        self._describe()

    def words(self) -> tuple[str, ...]:
        """Give the words of what is chosen."""
        return tuple(word for code, word in self._options if code in self._chosen)

    @override
    def sizeHint(self) -> QSize:
        wide = sum(self._wide(word) + _GAP for _code, word in self._options) + 4
        return QSize(min(wide, _WIDEST), self._high(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        wide = max((self._wide(word) for _code, word in self._options), default=40)
        return QSize(wide + 4, self._high(self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, (place, (code, word)) in enumerate(zip(self._places, self._options, strict=True)):
            on = code in self._chosen
            self._paint_chip(painter, place, word, on=on, hovered=at == self._hovered)
            if self.hasFocus() and at == self._at:
                painter.setPen(QPen(colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                around = QRectF(place).adjusted(-1, -1, 1, 1)
                painter.drawRoundedRect(around, _HEIGHT / 2 + 1, _HEIGHT / 2 + 1)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._under(event.position().toPoint())
        if at >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._at = at
            self._toggle(at)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._under(event.position().toPoint()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        text = event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not self._options or not plain:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._move(_STEPS[key])
        elif key == Qt.Key.Key_Space:
            self._toggle(self._at)
        elif text and text in "123456789" and int(text) <= len(self._options):
            self._at = int(text) - 1
            self._toggle(self._at)
        elif text.isalpha() and self._letter(text) >= 0:
            self._at = self._letter(text)
            self._toggle(self._at)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self._under(event.pos())
            tip = self._tips.get(self._options[at][0], "") if at >= 0 else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def _paint_chip(
        self, painter: QPainter, place: QRect, word: str, *, on: bool, hovered: bool
    ) -> None:
        live = self.isEnabled()
        ground = "accent_soft" if on else "raised" if hovered and live else "surface"
        wrong = self.property("wrong") is True and not self._chosen
        edge = "danger" if wrong else "accent" if on else "dim" if hovered else "line_strong"
        painter.setPen(QPen(colour(edge if live else "line"), 1))
        painter.setBrush(colour(ground if live else "raised"))
        box = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _HEIGHT / 2, _HEIGHT / 2)
        text = place.adjusted(_PAD, 0, -_PAD, 0)
        if on and self._several:
            tick = pixmap("check", "accent_text" if live else "disabled", _TICK)
            painter.drawPixmap(place.left() + _PAD - 3, place.top() + (_HEIGHT - _TICK) // 2, tick)
            text = text.adjusted(_TICK, 0, 0, 0)
        painter.setPen(colour(("accent_text" if on else "text") if live else "disabled"))
        painter.drawText(text, Qt.AlignmentFlag.AlignCenter, word)

    def _wide(self, word: str) -> int:
        tick = _TICK if self._several else 0
        return self.fontMetrics().horizontalAdvance(word) + 2 * _PAD + tick

    def _settle(self) -> None:
        self._places = self._lay(self.width())
        self.setMinimumHeight(self._high(self.width()))

    def _high(self, width: int) -> int:
        places = self._lay(width)
        return places[-1].bottom() + 3 if places else _HEIGHT + 4

    def _lay(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        x = y = 2
        for _code, word in self._options:
            wide = self._wide(word)
            if x > 2 and x + wide > width - 2:  # noqa: PLR2004 - not the first of its line
                x, y = 2, y + _HEIGHT + _GAP
            places.append(QRect(x, y, wide, _HEIGHT))
            x += wide + _GAP
        return places

    def _under(self, point: QPoint) -> int:
        return next((n for n, place in enumerate(self._places) if place.contains(point)), -1)

    def _hover(self, at: int) -> None:
        if at != self._hovered:
            self._hovered = at
            inside = at >= 0
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if inside else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def _letter(self, letter: str) -> int:
        wanted = letter.casefold()
        words = [word.casefold() for _code, word in self._options]
        turn = [*range(self._at + 1, len(words)), *range(self._at + 1)]
        return next((at for at in turn if words[at].startswith(wanted)), -1)

    def _move(self, by: int) -> None:
        self._at = (self._at + by) % len(self._options)
        if self._must and not self._several:
            self._chosen = {self._options[self._at][0]}
            self.changed.emit(self.codes())
        self._describe()

    def _toggle(self, at: int) -> None:
        code = self._options[at][0]
        if self._several:
            self._chosen ^= {code}
        elif code in self._chosen and not self._must:
            self._chosen = set()
        else:
            self._chosen = {code}
        self._describe()
        self.changed.emit(self.codes())

    def _describe(self) -> None:
        self.setAccessibleDescription(", ".join(self.words()))
        self.update()
