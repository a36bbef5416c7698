"""The pictures of single cells, drawn once and kept.

Painting a board is copying ready pictures: a cell is drawn at its first appearance and again only
when its unit, the zoom or the colours change. Two generations of pictures make a cheap LRU: what
is used moves to the young one; when that is full, the old one is dropped.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from salesdesk.desks.board.amounts import short_area, short_yuan
from salesdesk.desks.board.geometry import FULL
from salesdesk.desks.board.palette import Pattern, Theme, Tone, mix
from salesdesk.desks.board.stock import ON_HOLD, Stock
from salesdesk.documents.words import code_word, is_chinese
from salesdesk.office.inventory.rules import STATES

BUDGET = 64_000_000
"""Bytes that the kept pictures may take, both generations together."""
_DIM = 0.72
_THREE_LINES = 56


@dataclass(frozen=True, slots=True)
class Words:
    """What cells say about states, and how they write money, in the window's language."""

    short: tuple[str, ...]
    letters: tuple[str, ...]
    chinese: bool


def words_of(language: str) -> Words:
    """Give the words of a language; letters and short names are those of the printed board."""
    return Words(
        short=tuple(code_word(language, "state", state) for state in STATES),
        letters=tuple(code_word(language, "letter", state) for state in STATES),
        chinese=is_chinese(language),
    )


class CellPictures:
    """Gives the picture of a unit's cell; a key below -1 (``-2 - index``) asks for it dimmed."""

    def __init__(self, words: Words, theme: Theme) -> None:
        self.words = words
        self.theme = theme
        self.stock: Stock | None = None
        self.width = 100
        self.height = 64
        self.ratio = 1.0
        self._young: dict[int, QPixmap] = {}
        self._old: dict[int, QPixmap] = {}
        self._shared: dict[tuple[str, int, bool], QPixmap] = {}
        self._grounds: dict[tuple[int, bool], QPixmap] = {}
        self._limit = 1000
        self._bold = QFont()
        self._plain = QFont()
        self._word = QFont()
        self._bold_size = QFontMetricsF(self._bold)
        self._plain_size = QFontMetricsF(self._plain)
        self._word_size = QFontMetricsF(self._word)

    def prepare(self, width: int, height: int, ratio: float, font: QFont) -> None:
        """Draw for cells of width x height (px, with their margin) on a screen of this ratio."""
        self.width, self.height, self.ratio = width, height, ratio
        self._limit = max(600, int(BUDGET / (width * height * 4 * ratio * ratio)) // 2)
        self._bold, self._plain = QFont(font), QFont(font)
        full = width >= FULL
        self._bold.setPixelSize(_between(10, height * 0.22 if full else height * 0.42, 20))
        self._bold.setBold(True)
        self._plain.setPixelSize(_between(9, height * 0.175, 16))
        self._word = QFont(font)
        self._word.setPixelSize(_between(9, height * 0.155, 14))
        self._bold_size = QFontMetricsF(self._bold)
        self._plain_size = QFontMetricsF(self._plain)
        self._word_size = QFontMetricsF(self._word)
        self.forget()

    @property
    def small_font(self) -> QFont:
        """The font of a cell's lesser lines, for what is drawn over the picture."""
        return self._plain

    def forget(self) -> None:
        """Drop every picture."""
        self._young.clear()
        self._old.clear()
        self._shared.clear()
        self._grounds.clear()

    def drop(self, index: int) -> None:
        """Drop the pictures of one unit."""
        for key in (index, -2 - index):
            self._young.pop(key, None)
            self._old.pop(key, None)

    def ready(self) -> dict[int, QPixmap]:
        """Give the young generation, for the painter's inner loop; ask `picture` for the rest."""
        return self._young

    def picture(self, key: int) -> QPixmap:
        """Give a cell's picture, drawing it where it is not kept."""
        kept = self._young.get(key)
        if kept is not None:
            return kept
        kept = self._old.pop(key, None)
        if kept is None:
            kept = self._drawn(key)
        if len(self._young) >= self._limit:
            self._old = self._young.copy()
            self._young.clear()
        self._young[key] = kept
        return kept

    def _drawn(self, key: int) -> QPixmap:
        stock = self.stock
        if stock is None:
            return QPixmap()
        dim = key < 0
        index = -2 - key if dim else key
        if self.width >= FULL:
            return self._draw(stock, index, dim=dim)
        number = stock.columns.numbers[index]
        content = (number, int(stock.states[index]), dim)
        kept = self._shared.get(content)
        if kept is None:
            kept = self._shared[content] = self._draw(stock, index, dim=dim)
        return kept

    def _draw(self, stock: Stock, index: int, *, dim: bool) -> QPixmap:
        picture, box, tone = self._ground(int(stock.states[index]), dim=dim)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        if self.width >= FULL:
            self._texts(painter, box, stock, index, tone)
        else:
            self._number(painter, box, stock, index, tone)
        painter.end()
        return picture

    def _ground(self, state: int, *, dim: bool) -> tuple[QPixmap, QRectF, Tone]:
        """Give a fresh copy of a state's empty cell, the box inside its margin, and its tone."""
        tone = self.theme.tones[state]
        if dim:
            tone = _dimmed(tone, self.theme)
        gap = 2.0 if self.width >= FULL else 1.0
        box = QRectF(gap, gap, self.width - 2 * gap, self.height - 2 * gap)
        ground = self._grounds.get((state, dim))
        if ground is None:
            ground = QPixmap(round(self.width * self.ratio), round(self.height * self.ratio))
            ground.setDevicePixelRatio(self.ratio)
            ground.fill(QColor.fromRgb(self.theme.ground))
            painter = QPainter(ground)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_box(painter, box, tone, radius=min(5.0, self.height / 9))
            painter.end()
            self._grounds[state, dim] = ground
        return QPixmap(ground), box, tone

    def _texts(self, painter: QPainter, box: QRectF, stock: Stock, index: int, tone: Tone) -> None:
        pad = max(5.0, self.width * 0.06)
        inner = box.adjusted(pad, 0, -pad, 0)
        three = self.height >= _THREE_LINES
        state = int(stock.states[index])
        number = stock.columns.numbers[index]
        first = box.top() + box.height() * (0.20 if three else 0.30)
        painter.setFont(self._bold)
        painter.setPen(QColor.fromRgb(tone.text))
        number_width = self._bold_size.horizontalAdvance(number)
        shown = number
        if number_width > inner.width() * 0.72:
            shown = self._bold_size.elidedText(
                number, Qt.TextElideMode.ElideMiddle, inner.width() * 0.72
            )
            number_width = self._bold_size.horizontalAdvance(shown)
        self._line(painter, self._bold_size, inner, first, shown)
        word = self.words.short[state]
        if self._word_size.horizontalAdvance(word) > inner.width() - number_width - 3:
            word = self.words.letters[state]
        painter.setFont(self._word)
        painter.setPen(QColor.fromRgb(tone.word))
        self._line(painter, self._word_size, inner, first, word, right=True)
        painter.setFont(self._plain)
        price = short_yuan(int(stock.totals[index]), chinese=self.words.chinese)
        size = self._size_line(stock, index, inner.width())
        last = box.top() + box.height() * (0.80 if three else 0.71)
        if three:
            painter.setPen(QColor.fromRgb(tone.soft))
            self._line(painter, self._plain_size, inner, box.top() + box.height() * 0.51, size)
        elif (
            state != ON_HOLD
            and self._plain_size.horizontalAdvance(price + size) < inner.width() - 6
        ):
            painter.setPen(QColor.fromRgb(tone.soft))
            self._line(painter, self._plain_size, inner, last, size, right=True)
        painter.setPen(QColor.fromRgb(tone.text))
        self._line(painter, self._plain_size, inner, last, price)

    def _size_line(self, stock: Stock, index: int, room: float) -> str:
        columns = stock.columns
        size = short_area(float(columns.areas[index]), chinese=self.words.chinese)
        layout = int(columns.layouts[index])
        name = columns.layout_names[layout] if layout >= 0 else ""
        both = f"{name} {size}" if name else size
        return both if self._plain_size.horizontalAdvance(both) <= room else size

    def _number(
        self, painter: QPainter, box: QRectF, stock: Stock, index: int, tone: Tone
    ) -> None:
        number = stock.columns.numbers[index]
        letter = self.words.letters[int(stock.states[index])]
        inner = box.adjusted(3, 0, -3, 0)
        room = inner.width() - self._word_size.horizontalAdvance(letter) - 3
        size = self._bold_size.horizontalAdvance(number)
        with_letter = size * 9 / self._bold.pixelSize() <= room
        if not with_letter:
            room = inner.width() + 2
        font, metrics = self._bold, self._bold_size
        if size > room:
            font = QFont(self._bold)
            font.setPixelSize(max(7, int(font.pixelSize() * room / size)))
            metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor.fromRgb(tone.text))
        middle = box.center().y()
        if not with_letter:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)
            return
        self._line(painter, metrics, inner, middle, number)
        painter.setFont(self._word)
        painter.setPen(QColor.fromRgb(tone.word))
        self._line(painter, self._word_size, inner, middle, letter, right=True)

    def _line(
        self,
        painter: QPainter,
        metrics: QFontMetricsF,
        inner: QRectF,
        middle: float,
        text: str,
        *,
        right: bool = False,
    ) -> None:
        x = inner.right() - metrics.horizontalAdvance(text) if right else inner.left()
        y = middle + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(x, y), text)


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
