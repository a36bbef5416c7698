"""A picture in a window of its own, with zoom; only what the guarded child drew is ever shown."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.widgets.labels import PlainLabel, button, row

LARGEST: Final = 4000
"""Dots to which a picture is drawn for this window."""
_ZOOMS: Final = (0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_FRAME: Final = 48


def image_of(drawn: bytes) -> QImage:
    """Give the picture that the child drew."""
    return QImage.fromData(drawn)


class PictureDialog(QDialog):
    """Shows one picture as large as the window, or nearer."""

    def __init__(self, picture: QImage, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._picture = picture
        self._zoom = 1.0
        self._fits = True
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setAccessibleName(title)
        self._zoom_text = PlainLabel("", "dim")
        self._zoom_text.setMinimumWidth(48)
        out = button(
            "", self.zoom_out, "zoom-out", "quiet", tip=self.tr("Smaller"), shortcut="Ctrl+-"
        )
        nearer = button(
            "", self.zoom_in, "zoom-in", "quiet", tip=self.tr("Larger"), shortcut="Ctrl++"
        )
        fit = button(self.tr("Whole picture"), self.fit, "maximize", "quiet", shortcut="Ctrl+0")
        close = button(self.tr("Close"), self.accept, role="primary")
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._label)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 12, 14, 14)
        lines.setSpacing(10)
        lines.addLayout(row(out, self._zoom_text, nearer, fit, None, close))
        lines.addWidget(self._scroll, 1)
        QShortcut(QKeySequence("Ctrl+="), self, self.zoom_in)
        room = self.screen().availableGeometry().size() - QSize(0, _FRAME)
        self.resize(QSize(1000, 760).boundedTo(room))
        self.finished.connect(lambda _code: self.deleteLater())
        close.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the whole picture."""
        super().showEvent(event)
        if self._fits:
            self.fit()

    def zoom_in(self) -> None:
        """Show the picture larger."""
        self._set(next((zoom for zoom in _ZOOMS if zoom > self._zoom + 0.01), _ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Show the picture smaller."""
        smaller = [zoom for zoom in _ZOOMS if zoom < self._zoom - 0.01]
        self._set(smaller[-1] if smaller else _ZOOMS[0])

    def fit(self) -> None:
        """Show the whole picture, never larger than it is."""
        room = self._scroll.viewport().size()
        wide = room.width() / max(self._picture.width(), 1)
        high = room.height() / max(self._picture.height(), 1)
        self._set(min(wide, high, 1.0))
        self._fits = True

    def zoom(self) -> float:
        """Give how large the picture is shown, 1.0 being dot for dot."""
        return self._zoom

    def _set(self, zoom: float) -> None:
        self._zoom, self._fits = zoom, False
        size = self._picture.size() * zoom
        shown = self._picture.scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        self._label.setPixmap(QPixmap.fromImage(shown))
        self._zoom_text.setText(f"{round(zoom * 100)} %")
