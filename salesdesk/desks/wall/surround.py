"""What stands around the page: name and clock above, the legend, below the time of the truth."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from salesdesk.desks.wall.leaves import Leaf
from salesdesk.desks.wall.picture import type_of, write
from salesdesk.desks.wall.tones import FaceTone, WallTones
from salesdesk.desks.wording import clock, local, long_day, say
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP
from salesdesk.office.inventory.rules import PublicFace
from salesdesk.office.inventory.sheets import PublicBoard

MARGIN, TOP, LEGEND, BOTTOM = 48, 128, 84, 76
"""Margins at the sides, and the heights of header, legend and footer."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_ORDER = (
    PublicFace.AVAILABLE, PublicFace.IN_TALKS, PublicFace.RESERVED, PublicFace.SUBSCRIBED,
    PublicFace.SOLD, PublicFace.NOT_RELEASED, PublicFace.NOT_FOR_SALE,
)  # fmt: skip
"""What a buyer asks for first stands first."""
_ALWAYS = frozenset({PublicFace.AVAILABLE, PublicFace.SOLD})
"""Faces that the legend counts even where there are none."""

_WORDS = {
    "as of": QT_TRANSLATE_NOOP("wall", "as of {time}"),
    "not current": QT_TRANSLATE_NOOP("wall", "Not current since {time}"),
    "not yet": QT_TRANSLATE_NOOP("wall", "Waiting for the office"),
    "ask": QT_TRANSLATE_NOOP("wall", "Please ask at the desk before you choose a home."),
    "practice": QT_TRANSLATE_NOOP("wall", "Practice office"),
    "prices": QT_TRANSLATE_NOOP("wall", "List prices in yuan for the whole home"),
    "lot prices": QT_TRANSLATE_NOOP("wall", "List prices in yuan for the whole lot"),
    "keys": QT_TRANSLATE_NOOP(
        "wall", "F11 full screen · Esc leave · ← → turn · S other screen · N other project"
    ),
    "empty": QT_TRANSLATE_NOOP("wall", "No homes have been entered yet."),
}


def word(name: str) -> str:
    """Give one of the wall's own words in the language of now."""
    return QCoreApplication.translate("wall", _WORDS[name])


@dataclass(frozen=True, slots=True)
class Standing:
    """What the wall knows at this moment, besides the board."""

    now: datetime
    """The office's clock, as far as this machine knows it."""
    current: bool
    since: datetime | None
    """Since when the board is not current; None where nothing ever came."""
    reason: str
    page: int
    pages: int
    share: float
    """How much of the page's time is over, 0..1."""
    hint: bool
    lots: bool
    """Whether the page is one of parking and storage."""


class Surround:
    """Paints everything but the page, for a screen *width* by *height* at *scale*."""

    def __init__(self, width: float, height: float, scale: float, tones: WallTones) -> None:
        self._width = width
        self._height = height
        self._scale = scale
        self._tones = tones

    @property
    def middle(self) -> QRectF:
        """The room that is left for the page."""
        s = self._scale
        top = (TOP + LEGEND) * s
        return QRectF(
            MARGIN * s, top, self._width - 2 * MARGIN * s, self._height - top - BOTTOM * s
        )

    def header(self, painter: QPainter, board: PublicBoard | None, standing: Standing) -> None:
        """Paint the project's name, the clock and the day."""
        s, tones = self._scale, self._tones
        painter.fillRect(QRectF(0, 0, self._width, TOP * s), QColor(tones.panel))
        painter.fillRect(QRectF(0, TOP * s - s, self._width, s), QColor(tones.rule))
        right = self._width - MARGIN * s
        time = clock(standing.now)
        wide = QFontMetricsF(type_of(76 * s, bold=True)).horizontalAdvance("00:00")
        box = QRectF(right - wide, 0, wide, TOP * s)
        write(painter, box, time, 76 * s, tones.text, bold=True, align=_RIGHT)
        day = long_day(local(standing.now).date())
        long = QFontMetricsF(type_of(28 * s)).horizontalAdvance(day)
        box = QRectF(right - wide - long - 40 * s, 0, long + 8 * s, TOP * s)
        write(painter, box, day, 28 * s, tones.soft, align=_RIGHT)
        name = "salesdesk" if board is None else board.project
        left = QRectF(MARGIN * s, 0, box.left() - MARGIN * s - 24 * s, TOP * s)
        used = write(painter, left, name, 60 * s, tones.text, bold=True)
        if board is not None and board.practice:
            self._pill(painter, left.left() + used + 28 * s, word("practice"))

    def legend(self, painter: QPainter, leaf: Leaf) -> None:
        """Paint what the page is of, and every face that occurs among its sort, with its count."""
        s, tones = self._scale, self._tones
        counts = Counter(unit.face for unit in leaf.units)
        faces = [face for face in _ORDER if counts[face] or face in _ALWAYS]
        words = [(say("public", face.value), f"{counts[face]}") for face in faces]
        small, large = type_of(28 * s), type_of(42 * s, bold=True)
        swatch, gap = 34 * s, 12 * s
        wides = [
            swatch
            + gap * 2
            + QFontMetricsF(small).horizontalAdvance(name)
            + QFontMetricsF(large).horizontalAdvance(count)
            for name, count in words
        ]
        left, free = MARGIN * s, self._width - 2 * MARGIN * s
        if leaf.kinds:
            title = " · ".join(say("kinds", kind.value) for kind in leaf.kinds)
            box = QRectF(left, TOP * s, free / 4, LEGEND * s)
            used = write(painter, box, title, 34 * s, tones.text, bold=True) + 48 * s
            left, free = left + used, free - used
        shrink = min(1.0, free / (sum(wides) + gap * 2 * (len(wides) - 1)))
        space = min(56 * s, (free - sum(wides) * shrink) / max(1, len(wides) - 1))
        x, top = left, TOP * s
        for face, (name, count), wide in zip(faces, words, wides, strict=True):
            end = x + wide * shrink
            side = swatch * shrink
            box = QRectF(x, top + (LEGEND * s - side) / 2, side, side)
            _swatch(painter, box, tones.faces[face], s)
            x += side + gap * shrink
            box = QRectF(x, top, end - x, LEGEND * s)
            x += write(painter, box, name, 28 * s * shrink, tones.text) + gap * shrink
            box = QRectF(x, top, end - x + 2 * s, LEGEND * s)
            write(painter, box, count, 42 * s * shrink, tones.text, bold=True)
            x = end + space

    def footer(self, painter: QPainter, board: PublicBoard | None, standing: Standing) -> None:
        """Paint when the truth was read, which page this is, and what the figures are."""
        s, tones = self._scale, self._tones
        top = self._height - BOTTOM * s
        left, wide = MARGIN * s, self._width - 2 * MARGIN * s
        if board is not None and standing.current:
            middle = top + BOTTOM * s / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tones.good))
            painter.drawEllipse(QPointF(left + 9 * s, middle), 9 * s, 9 * s)
            time = local(board.as_of).strftime("%H:%M:%S")
            box = QRectF(left + 32 * s, top, wide / 3, BOTTOM * s)
            write(painter, box, word("as of").format(time=time), 30 * s, tones.text, bold=True)
        right = QRectF(self._width / 2 + 200 * s, top, self._width / 2 - 248 * s, BOTTOM * s)
        if standing.hint:
            right.setLeft(self._width / 3)
            write(painter, right, word("keys"), 26 * s, tones.text, align=_RIGHT)
        elif board is not None and board.prices:
            said = word("lot prices" if standing.lots else "prices")
            write(painter, right, said, 26 * s, tones.soft, align=_RIGHT)
        if standing.pages > 1 and not standing.hint:
            self._dots(painter, standing, top + BOTTOM * s / 2)

    def alarm(self, painter: QPainter, board: PublicBoard | None, standing: Standing) -> None:
        """Paint, across the page, that it is not current; a dimmed page lies underneath."""
        s, tones = self._scale, self._tones
        middle = self.middle
        if board is not None:
            veil = QColor(tones.ground)
            veil.setAlphaF(0.78)
            painter.fillRect(middle.adjusted(-MARGIN * s, -LEGEND * s, MARGIN * s, 0), veil)
        high = 250 * s
        band = QRectF(0, middle.center().y() - high / 2, self._width, high)
        painter.fillRect(band, QColor(tones.alarm if board is not None else tones.panel))
        ink = tones.on_alarm if board is not None else tones.text
        if standing.since is not None:
            large = word("not current").format(time=clock(standing.since))
        else:
            large = word("not yet")
        small = word("ask") if board is not None else standing.reason
        box = band.adjusted(MARGIN * s, 30 * s, -MARGIN * s, -110 * s)
        write(painter, box, large, 84 * s, ink, bold=True, align=_CENTRE)
        box = band.adjusted(MARGIN * s, 140 * s, -MARGIN * s, -30 * s)
        write(painter, box, small, 38 * s, ink, align=_CENTRE)

    def empty(self, painter: QPainter) -> None:
        """Say that the project has no homes yet."""
        text, size = word("empty"), 44 * self._scale
        write(painter, self.middle, text, size, self._tones.soft, align=_CENTRE)

    def _dots(self, painter: QPainter, standing: Standing, middle: float) -> None:
        """Paint a mark a page; that of the page shown is a bar that fills until it is turned."""
        s, tones = self._scale, self._tones
        text = f"{standing.page + 1} / {standing.pages}"
        font = type_of(30 * s, bold=True)
        said = QFontMetricsF(font).horizontalAdvance(text)
        dot, bar, gap = 14 * s, 76 * s, 14 * s
        most = standing.pages <= 12  # noqa: PLR2004 - more dots than that count nothing
        wide = (standing.pages - 1) * (dot + gap) + bar if most else bar
        x = self._width / 2 - (wide + 24 * s + said) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for at in range(standing.pages) if most else (standing.page,):
            here = at == standing.page
            box = QRectF(x, middle - dot / 2, bar if here else dot, dot)
            painter.setBrush(QColor(tones.rule))
            painter.drawRoundedRect(box, dot / 2, dot / 2)
            if here:
                filled = max(dot, bar * standing.share)
                painter.setBrush(QColor(tones.text))
                painter.drawRoundedRect(QRectF(x, box.top(), filled, dot), dot / 2, dot / 2)
            x += box.width() + gap
        box = QRectF(x + 10 * s, middle - 30 * s, said + 8 * s, 60 * s)
        write(painter, box, text, 30 * s, tones.text, bold=True)

    def _pill(self, painter: QPainter, x: float, text: str) -> None:
        s, tones = self._scale, self._tones
        wide = QFontMetricsF(type_of(24 * s, bold=True)).horizontalAdvance(text) + 36 * s
        box = QRectF(x, TOP * s / 2 - 22 * s, wide, 48 * s)
        painter.setPen(QPen(QColor(tones.soft), max(1.0, 2 * s)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 24 * s, 24 * s)
        write(painter, box, text, 24 * s, tones.soft, bold=True, align=_CENTRE)


def _swatch(painter: QPainter, box: QRectF, tone: FaceTone, scale: float) -> None:
    pen = QPen(QColor(tone.edge), max(1.0, 2 * scale))
    if tone.mark == "dashed":
        pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(QColor(tone.fill))
    painter.drawRoundedRect(box, 7 * scale, 7 * scale)
    if tone.mark == "crossed":
        painter.setPen(QPen(QColor(tone.ink), max(1.0, 1.5 * scale)))
        painter.drawLine(
            box.bottomLeft() + QPointF(6 * scale, -6 * scale),
            box.topRight() + QPointF(-6 * scale, 6 * scale),
        )
