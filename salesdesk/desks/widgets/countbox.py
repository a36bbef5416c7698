"""A whole number between two bounds."""

from typing import Final

from PySide6.QtWidgets import QSpinBox, QWidget

_MARGIN: Final = 8
"""Room before the figures, in pixels: a style sheet cannot give it to a spin box."""


class CountBox(QSpinBox):
    """Takes whole numbers from *least* to *most*."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
