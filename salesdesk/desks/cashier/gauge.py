"""The bar that shows how far a deposit has come towards its cap (R-09)."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from salesdesk.desks.widgets.theme import colours

_HEIGHT = 10


class CapGauge(QWidget):
    """Paid, being paid now, and room up to the cap; red where the cap would be passed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paid = self._now = 0
        self._cap = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sums(self, paid_fen: int, now_fen: int, cap_fen: int) -> None:
        """Show these sums (fen)."""
        self._paid, self._now, self._cap = paid_fen, now_fen, max(1, cap_fen)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(whole, _HEIGHT / 2, _HEIGHT / 2)
        painter.setClipPath(shape)
        painter.fillRect(whole, QColor(now.line))
        paid = min(1.0, self._paid / self._cap)
        after = min(1.0, (self._paid + self._now) / self._cap)
        above = self._paid + self._now > self._cap
        painter.fillRect(QRectF(0, 0, whole.width() * paid, _HEIGHT), QColor(now.good))
        fresh = QColor(now.danger_fill if above else now.accent)
        left = whole.width() * paid
        painter.fillRect(QRectF(left, 0, whole.width() * (after - paid), _HEIGHT), fresh)
        painter.end()
