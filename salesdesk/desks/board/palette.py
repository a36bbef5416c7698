"""The colours and marks of the twelve unit states, in light and dark.

A state is never told by colour alone: each has a letter (one character in Chinese) and some a
pattern, so that the board can be read by everybody and on a black-and-white printer. The accents
start from the colour-blind safe set of Okabe and Ito; inks are derived, so that every text keeps a
contrast of at least 4.5:1 (WCAG 2 AA) on its ground.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QPalette

from salesdesk.desks.widgets.contrast import contrast, mix, readable
from salesdesk.office.inventory.rules import STATES, UnitState


class Pattern(StrEnum):
    """What is drawn over a cell's ground besides its colour."""

    PLAIN = "plain"
    HATCH = "hatch"
    CROSS = "cross"
    DOTS = "dots"
    DASHED = "dashed edge"


@dataclass(frozen=True, slots=True)
class Tone:
    """How one state looks in one theme: colours as 0xRRGGBB."""

    solid: int
    fill: int
    edge: int
    line: int
    text: int
    soft: int
    word: int
    on_solid: int
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Theme:
    """The board in light or in dark: tones in the order of `STATES`, and the colours around."""

    dark: bool
    ground: int
    panel: int
    rule: int
    text: int
    soft: int
    focus: int
    tones: tuple[Tone, ...]


_S = UnitState
_ACCENTS: dict[UnitState, tuple[int, int, Pattern]] = {
    # state: accent in light, accent in dark, pattern
    _S.DRAFT: (0xB4BAC4, 0x646D7B, Pattern.DASHED),
    _S.AVAILABLE: (0x109C6C, 0x22B07D, Pattern.PLAIN),
    _S.HELD_BACK: (0x8A6BD1, 0x9B80E0, Pattern.HATCH),
    _S.BLOCKED: (0x4E5663, 0x98A1B0, Pattern.CROSS),
    _S.ON_HOLD: (0xF0B400, 0xF2BE2C, Pattern.PLAIN),
    _S.RESERVED: (0x2D6BDB, 0x4C86F0, Pattern.PLAIN),
    _S.SELECTED: (0x3DB4E6, 0x54C1EE, Pattern.PLAIN),
    _S.SUBSCRIBED: (0xE06AAE, 0xE67DB9, Pattern.PLAIN),
    _S.SIGNED: (0xDD4A3C, 0xE4604F, Pattern.PLAIN),
    _S.FILED: (0xA3262A, 0xB33A3D, Pattern.PLAIN),
    _S.DELIVERED: (0x5F1A2C, 0x8A3450, Pattern.PLAIN),
    _S.REVIEW: (0xA5742B, 0xB98A46, Pattern.DOTS),
}


def theme_of(palette: QPalette) -> Theme:
    """Give the theme that fits a widget's palette."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT  # noqa: PLR2004


def _tone(accent: int, pattern: Pattern, *, dark: bool) -> Tone:
    ground, text = (0x1C1F26, 0xF1F3F6) if dark else (0xFFFFFF, 0x171A20)
    fill = mix(ground, accent, 0.30 if dark else 0.17)
    line = mix(fill, accent, 0.16)
    if pattern in (Pattern.PLAIN, Pattern.DASHED):
        line = fill
    return Tone(
        solid=accent,
        fill=fill,
        edge=mix(ground, accent, 0.85 if dark else 0.75),
        line=line,
        text=readable(text, fill, line),
        soft=readable(mix(text, fill, 0.30), fill, line),
        word=readable(accent, fill, line),
        on_solid=max((0xFFFFFF, 0x101318), key=lambda ink: contrast(ink, accent)),
        pattern=pattern,
    )


LIGHT = Theme(
    dark=False,
    ground=0xFFFFFF,
    panel=0xF1F3F6,
    rule=0xD5D9E0,
    text=0x171A20,
    soft=0x5A6270,
    focus=0x1F5EFF,
    tones=tuple(_tone(_ACCENTS[s][0], _ACCENTS[s][2], dark=False) for s in STATES),
)
DARK = Theme(
    dark=True,
    ground=0x1C1F26,
    panel=0x262A33,
    rule=0x3A404B,
    text=0xF1F3F6,
    soft=0xA7AFBD,
    focus=0x7FB0FF,
    tones=tuple(_tone(_ACCENTS[s][1], _ACCENTS[s][2], dark=True) for s in STATES),
)
