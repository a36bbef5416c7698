"""How single cells are drawn.

A cell's ground (box, pattern, edge) is one picture a state; its texts are drawn over it. Fonts,
base lines, pens and the widths of texts that come again are reckoned once a zoom, not once a cell.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QStaticText,
)

from salesdesk.desks.board.amounts import short_area, short_yuan
from salesdesk.desks.board.geometry import FULL
from salesdesk.desks.board.palette import Pattern, Theme, Tone
from salesdesk.desks.board.stock import ON_HOLD, Stock
from salesdesk.desks.widgets.contrast import mix
from salesdesk.documents.words import code_word, is_chinese
from salesdesk.office.inventory.rules import STATES

THREE_LINES = 56
"""From this height (px) on, a cell has three lines of text, below it two."""
ROOMY = 132
"""From this width (px) on, layout and area have room in the size of the price."""
_DIM = 0.72
_MOST_WIDTHS = 5000
_MOST_SHARED = 6000
_CLOCK = "00:00"


@dataclass(frozen=True, slots=True)
class Words:
    """What cells say about states, and how they write money, in the window's language."""

    language: str
    short: tuple[str, ...]
    letters: tuple[str, ...]
    chinese: bool


def words_of(language: str) -> Words:
    """Give the words of a language; letters and short names are those of the printed board."""
    return Words(
        language=language,
        short=tuple(code_word(language, "state", state) for state in STATES),
        letters=tuple(code_word(language, "letter", state) for state in STATES),
        chinese=is_chinese(language),
    )


class Type:
    """A font with its measures: the base line around a middle, and widths once reckoned."""

    def __init__(self, font: QFont, pixels: int, *, bold: bool = False) -> None:
        self.font = QFont(font)
        self.font.setPixelSize(pixels)
        self.font.setBold(bold)
        self.metrics = QFontMetricsF(self.font)
        self.drop = (self.metrics.ascent() - self.metrics.descent()) / 2
        self._widths: dict[str, float] = {}
        self._statics: dict[str, QStaticText] = {}

    def width(self, text: str) -> float:
        """Give a text's width (px); numbers, words and layouts come again and again."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) > _MOST_WIDTHS:
                self._widths.clear()
            width = self._widths[text] = self.metrics.horizontalAdvance(text)
        return width

    def static(self, text: str) -> QStaticText:
        """Give a text laid out for drawing again and again."""
        static = self._statics.get(text)
        if static is None:
            if len(self._statics) > _MOST_WIDTHS:
                self._statics.clear()
            static = self._statics[text] = QStaticText(text)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.prepare(font=self.font)
        return static


@dataclass(frozen=True, slots=True)
class Inks:
    """One state's ground as a picture, bare, with its word and with its letter; and its pens."""

    ground: QPixmap
    worded: QPixmap
    lettered: QPixmap
    text: QPen
    soft: QPen
    word: QPen


class CellArtist:
    """Draws cells; a key below -1 (``-2 - index``) asks for a unit that the filter leaves out."""

    def __init__(self, words: Words, theme: Theme) -> None:
        self.words = words
        self.theme = theme
        self.stock: Stock | None = None
        self.width = 112
        self.height = 66
        self.ratio = 1.0
        self._inks: dict[tuple[int, bool], Inks] = {}
        self._shared: dict[tuple[str, int, bool], QPixmap] = {}
        self.prepare(self.width, self.height, self.ratio, QFont())

    def prepare(self, width: int, height: int, ratio: float, font: QFont) -> None:
        """Draw for cells of width x height (px, with their margin) on a screen of this ratio."""
        self.width, self.height, self.ratio = width, height, ratio
        self._full = width >= FULL
        share = 0.22 if self._full else 0.42
        self._bold = Type(font, _between(10, height * share, 20), bold=True)
        self.plain = Type(font, _between(9, height * 0.175, 16))
        self._word = Type(font, _between(9, height * 0.155, 14))
        gap = 2.0 if self._full else 1.0
        self._box = QRectF(gap, gap, width - 2 * gap, height - 2 * gap)
        pad = gap + (max(5.0, width * 0.06) if self._full else 3.0)
        self._left, self._right = pad, width - pad
        self._room = self._right - self._left
        self._three = height >= THREE_LINES
        middles = (0.20, 0.51, 0.80) if self._three else (0.30, 0.71, 0.71)
        self._middles = tuple(gap + self._box.height() * middle for middle in middles)
        self.forget()

    def forget(self) -> None:
        """Drop what was drawn."""
        self._inks.clear()
        self._shared.clear()

    def tone(self, state: int, *, dim: bool) -> Tone:
        """Give a state's colours, faint where the filter leaves the unit out."""
        tone = self.theme.tones[state]
        return _dimmed(tone, self.theme) if dim else tone

    def draw(self, painter: QPainter, x: int, key: int) -> None:
        """Draw a cell at *x*, covering all that was there."""
        stock = self.stock
        if stock is None:
            return
        dim = key < 0
        index = -2 - key if dim else key
        if self._full:
            self._texts(painter, x, stock, index, dim=dim)
            return
        content = (stock.label(index), int(stock.states[index]), dim)
        shared = self._shared.get(content)
        painter.drawPixmap(x, 0, self._number(*content) if shared is None else shared)

    def _ink(self, state: int, *, dim: bool) -> Inks:
        inks = self._inks.get((state, dim))
        if inks is not None:
            return inks
        tone = self.tone(state, dim=dim)
        ground = QPixmap(round(self.width * self.ratio), round(self.height * self.ratio))
        ground.setDevicePixelRatio(self.ratio)
        ground.fill(QColor.fromRgb(self.theme.ground))
        painter = QPainter(ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_box(painter, self._box, tone, radius=min(5.0, self.height / 9))
        painter.end()
        text, soft, word = (QPen(QColor.fromRgb(ink)) for ink in (tone.text, tone.soft, tone.word))
        worded = self._with_word(ground, word, self.words.short[state])
        lettered = self._with_word(ground, word, self.words.letters[state])
        inks = self._inks[state, dim] = Inks(ground, worded, lettered, text, soft, word)
        return inks

    def _with_word(self, ground: QPixmap, ink: QPen, word: str) -> QPixmap:
        """Give the ground with the state's word at its upper right."""
        picture = QPixmap(ground)
        painter = QPainter(picture)
        painter.setFont(self._word.font)
        painter.setPen(ink)
        at = QPointF(self._right - self._word.width(word), self._middles[0] + self._word.drop)
        painter.drawText(at, word)
        painter.end()
        return picture

    def _texts(self, painter: QPainter, x: int, stock: Stock, index: int, *, dim: bool) -> None:
        """Draw number and state, layout and area, price."""
        state = int(stock.states[index])
        inks = self._ink(state, dim=dim)
        left, right = x + self._left, x + self._right
        first, second, last = self._middles
        bold, plain, small = self._bold, self.plain, self._word
        number = stock.label(index)
        if bold.width(number) > self._room * 0.72:
            wide = self._room * 0.72
            number = bold.metrics.elidedText(number, Qt.TextElideMode.ElideMiddle, wide)
        fits = small.width(self.words.short[state]) <= self._room - bold.width(number) - 3
        painter.drawPixmap(x, 0, inks.worded if fits else inks.lettered)
        price = short_yuan(int(stock.totals[index]), chinese=self.words.chinese)
        if state == ON_HOLD and plain.width(price) + plain.width(_CLOCK) > self._room - 4:
            price = ""  # the countdown needs its place
        room = self._room if self._three else self._room - plain.width(price) - 6
        size, kind = self._size(stock, index, room)
        painter.setFont(bold.font)
        painter.setPen(inks.text)
        painter.drawText(QPointF(left, first + bold.drop), number)
        painter.setFont(plain.font)
        painter.drawText(QPointF(left, last + plain.drop), price)
        painter.setPen(inks.soft)
        if self._three:
            static = kind.static(size)
            painter.setFont(kind.font)
            painter.drawStaticText(QPointF(left, second - static.size().height() / 2), static)
        elif state != ON_HOLD and kind.width(size) <= room:
            painter.setFont(kind.font)
            painter.drawText(QPointF(right - kind.width(size), last + kind.drop), size)

    def _size(self, stock: Stock, index: int, room: float) -> tuple[str, Type]:
        """Give what of layout and area has *room* (px), in small type where that saves the layout."""
        columns = stock.columns
        size = short_area(float(columns.areas[index]), chinese=self.words.chinese)
        layout = int(columns.layouts[index])
        name = columns.layout_names[layout] if layout >= 0 else ""
        both = f"{name} {size}"
        usual = self.plain if self.width >= ROOMY else self._word  # one size for all neighbours
        for text, kind in ((both, usual), (both, self._word), (size, self.plain)):
            if (name or text is size) and kind.width(text) <= room:
                return text, kind
        return size, self._word

    def _number(self, number: str, state: int, dim: bool) -> QPixmap:
        """Give the picture of a small cell: alike in every building, so it is shared."""
        inks = self._ink(state, dim=dim)
        picture = QPixmap(inks.ground)
        letter = self.words.letters[state]
        room = self._room - self._word.width(letter) - 3
        with_letter = self._bold.width(number) * 9 / self._bold.font.pixelSize() <= room
        if not with_letter:
            room = self._room + 2
        bold = self._bold
        if bold.width(number) > room:
            pixels = int(bold.font.pixelSize() * room / bold.width(number))
            bold = Type(bold.font, max(7, pixels), bold=True)
        middle = self._box.center().y()
        left = self._left if with_letter else (self.width - bold.width(number)) / 2
        painter = QPainter(picture)
        painter.setFont(bold.font)
        painter.setPen(inks.text)
        painter.drawText(QPointF(left, middle + bold.drop), number)
        if with_letter:
            painter.setFont(self._word.font)
            painter.setPen(inks.word)
            right = self._right - self._word.width(letter)
            painter.drawText(QPointF(right, middle + self._word.drop), letter)
        painter.end()
        if len(self._shared) > _MOST_SHARED:
            self._shared.clear()
        self._shared[number, state, dim] = picture
        return picture


def draw_box(painter: QPainter, box: QRectF, tone: Tone, radius: float) -> None:
    """Draw a state's ground, pattern and edge: cells, legend and chips all look alike."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromRgb(tone.fill))
    painter.drawRoundedRect(box, radius, radius)
    style = {
        Pattern.HATCH: Qt.BrushStyle.BDiagPattern,
        Pattern.CROSS: Qt.BrushStyle.DiagCrossPattern,
        Pattern.DOTS: Qt.BrushStyle.Dense6Pattern,
    }.get(tone.pattern)
    if style is not None:
        painter.setBrush(QBrush(QColor.fromRgb(tone.line), style))
        painter.drawRoundedRect(box, radius, radius)
    pen = QPen(QColor.fromRgb(tone.edge), 1.0)
    if tone.pattern is Pattern.DASHED:
        pen.setStyle(Qt.PenStyle.DashLine)
        pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def _dimmed(tone: Tone, theme: Theme) -> Tone:
    """Give a tone for a unit that the filter leaves out: still there, plainly not meant."""

    def faint(colour: int) -> int:
        return mix(colour, theme.ground, _DIM)

    return Tone(
        solid=faint(tone.solid),
        fill=faint(tone.fill),
        edge=faint(tone.edge),
        line=faint(tone.line),
        text=faint(tone.text),
        soft=faint(tone.soft),
        word=faint(tone.word),
        on_solid=tone.on_solid,
        pattern=tone.pattern,
    )


def _between(low: int, value: float, high: int) -> int:
    return max(low, min(high, round(value)))
