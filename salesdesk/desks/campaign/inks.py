"""The picture's colours, taken from the theme each time it paints."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from salesdesk.desks.widgets import theme

_PHASES_LIGHT = (0x2F6BFF, 0x0B8F83, 0xB96C00, 0xC9407F, 0x7450D8)
_PHASES_DARK = (0x5B8CFF, 0x2CC2B3, 0xF0A93B, 0xEE76AB, 0xA48BF5)
_MID = 150
"""Grey value above which a ground takes dark letters."""


@dataclass(frozen=True, slots=True)
class Inks:
    """All colours of one painting."""

    dark: bool
    ground: QColor
    panel: QColor
    text: QColor
    soft: QColor
    rule: QColor
    off: QColor
    holiday: QColor
    holiday_text: QColor
    today: QColor
    on_today: QColor
    late: QColor
    good: QColor
    chosen: QColor
    focus: QColor
    phases: tuple[QColor, ...]

    def phase(self, hue: int) -> QColor:
        """Give the colour of the phase at place *hue*."""
        return self.phases[hue % len(self.phases)]

    def on(self, ground: QColor) -> QColor:
        """Give black or white, whichever reads better on *ground*."""
        grey = 0.299 * ground.red() + 0.587 * ground.green() + 0.114 * ground.blue()
        return QColor(0x10, 0x13, 0x18) if grey > _MID else QColor("white")


def inks() -> Inks:
    """Give the colours in force, light or dark."""
    ground, text, accent = theme.colour("surface"), theme.colour("text"), theme.colour("accent")
    dark, red = theme.is_dark(), theme.colour("danger")
    return Inks(
        dark=dark,
        ground=ground,
        panel=theme.colour("raised"),
        text=text,
        soft=theme.colour("dim"),
        rule=theme.colour("line"),
        off=mixed(ground, text, 0.07 if dark else 0.05),
        holiday=mixed(ground, red, 0.13 if dark else 0.09),
        holiday_text=red,
        today=theme.colour("danger_fill"),
        on_today=theme.colour("on_accent"),
        late=red,
        good=theme.colour("good"),
        chosen=mixed(ground, accent, 0.26 if dark else 0.11),
        focus=accent,
        phases=tuple(QColor(rgb) for rgb in (_PHASES_DARK if dark else _PHASES_LIGHT)),
    )


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Give *one* with *share* (0..1) of *other* in it."""
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )
