"""The look: Fusion with our own colours and style sheet, light and dark.

One accent colour; everything else is grey, or says something (good, warning, danger). Every text
colour has a contrast of at least 4.5 to 1 on the surfaces it is used on; a test computes it.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from salesdesk.desks.widgets.looks import style_sheet
from salesdesk.desks.widgets.places import FONTS, ICONS
from salesdesk.desks.widgets.shades import DARK, LIGHT, Colours

FAMILY: Final = "Noto Sans SC"
RARE: Final = "Salesdesk Rare Han"
"""The face for name characters that the first one lacks."""
POINTS: Final = 10.0
"""Size of running text, in points."""


class Theme(StrEnum):
    """What a person may choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(slots=True)
class _Now:
    """The look in force: one window, one look."""

    colours: Colours = LIGHT
    choice: Theme = Theme.LIGHT
    fonts: set[str] = field(default_factory=set)


_now = _Now()


def colours() -> Colours:
    """Give the colours in force; ask again inside every ``paintEvent``."""
    return _now.colours


def colour(tone: str) -> QColor:
    """Give one colour in force by its name in `Colours`."""
    return QColor(getattr(_now.colours, tone))


def is_dark() -> bool:
    """Tell whether the dark colours are in force."""
    return _now.colours is DARK


def choice() -> Theme:
    """Give what the person chose."""
    return _now.choice


def register_fonts() -> None:
    """Make the bundled Chinese fonts known, once; without them a bare machine shows boxes."""
    _register("NotoSansSC_400Regular", "NotoSansSC_700Bold")


def register_rare_fonts() -> None:
    """Make the face for rare name characters known; it can wait until the window is painted."""
    _register("SalesdeskRareHan_400Regular", "SalesdeskRareHan_700Bold")


def apply(app: QApplication, theme: Theme) -> None:
    """Put *theme* on the whole application and draw icons again in its colours."""
    register_fonts()
    _now.choice = theme
    dark = theme is Theme.DARK or (theme is Theme.SYSTEM and _system_is_dark(app))
    _now.colours = DARK if dark else LIGHT
    app.setStyle("Fusion")
    app.setFont(_font())
    app.setPalette(_palette(_now.colours))
    app.setStyleSheet(style_sheet(_now.colours, ICONS, dark=dark))
    tell = QEvent(QEvent.Type.ThemeChange)
    for widget in app.allWidgets():
        app.sendEvent(widget, tell)


class SystemWatch(QObject):
    """Follows the system from light to dark while the choice is `Theme.SYSTEM`."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def _follow(self, _scheme: object) -> None:
        if _now.choice is Theme.SYSTEM:
            apply(self._app, Theme.SYSTEM)


def set_tone(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet looks at, and have the widget drawn by it."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def _register(*names: str) -> None:
    for name in names:
        if name not in _now.fonts:
            QFontDatabase.addApplicationFont(str(FONTS / f"{name}.ttf"))
            _now.fonts.add(name)


def _font() -> QFont:
    font = QFont()
    font.setFamilies([FAMILY, RARE])
    font.setPointSizeF(POINTS)
    return font


def _system_is_dark(app: QApplication) -> bool:
    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def _palette(c: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for where, value in (
        (role.Window, c.window),
        (role.WindowText, c.text),
        (role.Base, c.surface),
        (role.AlternateBase, c.raised),
        (role.Text, c.text),
        (role.Button, c.surface),
        (role.ButtonText, c.text),
        (role.BrightText, c.on_accent),
        (role.PlaceholderText, c.dim),
        (role.ToolTipBase, c.surface),
        (role.ToolTipText, c.text),
        (role.Highlight, c.accent),
        (role.HighlightedText, c.on_accent),
        (role.Accent, c.accent),
        (role.Link, c.accent_text),
        (role.LinkVisited, c.accent_text),
        (role.Light, c.surface),
        (role.Midlight, c.raised),
        (role.Mid, c.line),
        (role.Dark, c.line_strong),
        (role.Shadow, c.line_strong),
    ):
        palette.setColor(where, QColor(value))
    off = QPalette.ColorGroup.Disabled
    for where in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(off, where, QColor(c.disabled))
    palette.setColor(off, role.Highlight, QColor(c.line))
    palette.setColor(off, role.HighlightedText, QColor(c.disabled))
    return palette
