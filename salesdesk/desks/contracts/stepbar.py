"""Where a deal is: hold, deposit, price, subscription, contract, drawn as one line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from salesdesk.desks.contracts.steps import STAGES
from salesdesk.desks.widgets.icons import pixmap
from salesdesk.desks.widgets.theme import colour, colours

_RADIUS = 12.0
_HEIGHT = 74
_LINE = 19
_MARK = 14
_STEP_PT = 0.25
_SMALLEST_PT = 7.0


def fitting(font: QFont, texts: Iterable[str], wide: float) -> QFont:
    """Give *font*, made smaller where the longest of *texts* needs more than *wide* pixels."""
    parts, made = tuple(texts), QFont(font)
    while made.pointSizeF() > _SMALLEST_PT and any(
        QFontMetricsF(made).horizontalAdvance(text) > wide for text in parts
    ):  # hinted letters do not shrink in proportion: each size is measured
        made.setPointSizeF(max(_SMALLEST_PT, made.pointSizeF() - _STEP_PT))
    return made


@dataclass(frozen=True, slots=True)
class BarState:
    """What the bar shows: stages done, the one at hand (or none), whether the deal was cancelled."""

    done: frozenset[str]
    now: str
    over: bool = False


class StepBar(QWidget):
    """The way of a deal; names and details stand under the circles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = BarState(frozenset(), "")
        self._names: Mapping[str, str] = {}
        self._details: Mapping[str, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(
        self, state: BarState, names: Mapping[str, str], details: Mapping[str, str]
    ) -> None:
        """Show where the deal is; *names* and *details* by stage."""
        self._state, self._names, self._details = state, names, details
        parts = (f"{names[s]} {details.get(s, '')}".strip() for s in STAGES if s in state.done)
        self.setAccessibleName(", ".join(parts))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(460, _HEIGHT)

    def name_font(self, wide: float, *, strong: bool) -> QFont:
        """Give the font in which every stage's name stands whole in *wide* pixels, bold or not."""
        bold = self.font()
        bold.setBold(True)
        font = fitting(bold, self._names.values(), wide)
        font.setBold(strong)
        return font

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / len(STAGES)
        centres = [QPointF(wide * (at + 0.5), _RADIUS + 3) for at in range(len(STAGES))]
        for at, stage in enumerate(STAGES[1:], start=1):
            shown = stage in self._state.done
            painter.setPen(QPen(colour("accent" if shown else "line_strong"), 2))
            painter.drawLine(
                centres[at - 1] + QPointF(_RADIUS + 3, 0), centres[at] - QPointF(_RADIUS + 3, 0)
            )
        for at, stage in enumerate(STAGES):
            self._draw_stage(painter, centres[at], stage, wide)
        painter.end()

    def _draw_stage(self, painter: QPainter, centre: QPointF, stage: str, wide: float) -> None:
        now = colours()
        done, current = stage in self._state.done, stage == self._state.now
        over = self._state.over and current
        fill = now.danger_fill if over else now.accent if done else now.surface
        edge = now.danger_fill if over else now.accent if done or current else now.line_strong
        painter.setBrush(QColor(fill))
        painter.setPen(QPen(QColor(edge), 2))
        painter.drawEllipse(centre, _RADIUS - 1, _RADIUS - 1)
        if done or over:
            mark = pixmap("x" if over else "check", "on_accent", _MARK)
            painter.drawPixmap(centre - QPointF(_MARK / 2, _MARK / 2), mark)
        elif current:
            painter.setBrush(QColor(now.accent))
            painter.drawEllipse(centre, 3.5, 3.5)
        self._write(painter, centre, stage, wide, strong=done or current)

    def _write(
        self, painter: QPainter, centre: QPointF, stage: str, wide: float, *, strong: bool
    ) -> None:
        box = QRectF(centre.x() - wide / 2 + 1, _RADIUS * 2 + 7, wide - 2, _LINE)
        side = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self.name_font(wide - 2, strong=strong))
        painter.setPen(colour("text" if strong else "dim"))
        painter.drawText(box, side, self._names.get(stage, ""))
        small = self.font()
        small.setPointSizeF(small.pointSizeF() - 1)
        painter.setFont(fitting(small, self._details.values(), wide - 2))
        painter.setPen(colour("dim"))
        detail = painter.fontMetrics().elidedText(
            self._details.get(stage, ""), Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(box.translated(0, _LINE), side, detail)
