"""Icons: lucide's drawings in the colours in force, sharp on every screen."""

from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel
from typing_extensions import override

from salesdesk.desks.widgets.places import ICONS
from salesdesk.desks.widgets.theme import colours

SIZE: Final = 18
"""The usual side of an icon, in device-independent pixels."""
_SHARP = 3


def icon(name: str, tone: str = "text", size: int = SIZE, gap: int = 0) -> QIcon:
    """Give the icon *name* in the colour *tone* of `shades.Colours`, grey where disabled.

    *gap* is empty room at its right, for buttons whose words would stand too near.
    """
    now = colours()
    made = QIcon(_drawn(name, getattr(now, tone), size, gap))
    made.addPixmap(_drawn(name, now.disabled, size, gap), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, tone: str = "text", size: int = SIZE) -> QPixmap:
    """Give the icon *name* as a picture, for labels and painters."""
    return _drawn(name, getattr(colours(), tone), size)


def set_icon(
    target: QAbstractButton | QAction | QLabel,
    name: str,
    tone: str = "text",
    size: int = SIZE,
    gap: int = 0,
) -> None:
    """Put an icon on *target* and draw it again whenever the colours change."""
    for old in target.findChildren(_Repaint, options=Qt.FindChildOption.FindDirectChildrenOnly):
        old.setParent(None)
        target.removeEventFilter(old)
        old.deleteLater()
    _Repaint(target, (name, tone, size), gap)


class _Repaint(QObject):
    """Lives with its target; draws the icon when the theme changes."""

    def __init__(
        self,
        target: QAbstractButton | QAction | QLabel,
        what: tuple[str, str, int],
        gap: int,
    ) -> None:
        super().__init__(target)
        self._target = target
        self._what = what
        self._gap = gap
        watched = target.parent() if isinstance(target, QAction) else target
        if watched is not None:
            watched.installEventFilter(self)
        self._draw()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ThemeChange:
            self._draw()
        return False

    def _draw(self) -> None:
        if isinstance(self._target, QLabel):
            self._target.setPixmap(pixmap(*self._what))
        else:
            self._target.setIcon(icon(*self._what, self._gap))


def _drawn(name: str, rgb: str, size: int, gap: int = 0) -> QPixmap:
    key = f"salesdesk {name} {rgb} {size} {gap}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    text = (ICONS / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", rgb)
    picture = QPixmap((size + gap) * _SHARP, size * _SHARP)
    picture.fill(Qt.GlobalColor.transparent)
    picture.setDevicePixelRatio(_SHARP)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    QPixmapCache.insert(key, picture)
    return picture
