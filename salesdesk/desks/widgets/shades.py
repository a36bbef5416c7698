"""The two sets of colours, as tables."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours, each ``#rrggbb``.

    ``window`` lies behind everything, ``surface`` under cards, fields and tables, ``raised`` under
    heads and hovered rows. ``*_soft`` is a tinted ground for text in the colour of that name.
    """

    window: str
    surface: str
    raised: str
    line: str
    line_strong: str
    text: str
    dim: str
    disabled: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    danger_fill: str
    focus: str


LIGHT: Final = Colours(
    window="#f3f5f8",
    surface="#ffffff",
    raised="#f7f8fb",
    line="#e1e5eb",
    line_strong="#c3cad5",
    text="#1b2230",
    dim="#5a6475",
    disabled="#9aa3b2",
    accent="#1f5fd6",
    accent_hover="#194fb4",
    accent_text="#1b55c4",
    accent_soft="#e8f0fe",
    on_accent="#ffffff",
    good="#146c38",
    good_soft="#e5f5ea",
    warn="#855100",
    warn_soft="#fff3dc",
    danger="#b3261e",
    danger_soft="#fdecea",
    danger_fill="#c2332a",
    focus="#7ba7f7",
)

DARK: Final = Colours(
    window="#14171c",
    surface="#1c2027",
    raised="#232831",
    line="#303743",
    line_strong="#465061",
    text="#e6e9ef",
    dim="#a1abba",
    disabled="#677283",
    accent="#3268d8",
    accent_hover="#2a5cc6",
    accent_text="#8fb6ff",
    accent_soft="#1f2f4d",
    on_accent="#ffffff",
    good="#6fcf97",
    good_soft="#183325",
    warn="#f0b85c",
    warn_soft="#3a2d14",
    danger="#ff938a",
    danger_soft="#42211f",
    danger_fill="#c2423a",
    focus="#5c8ff0",
)

STATE_TONES: Final[dict[str, tuple[str, str]]] = {
    "draft": ("#8a93a3", "D"),
    "available": ("#1f9d55", "A"),
    "held back": ("#7a6fd0", "K"),
    "blocked": ("#6b7280", "X"),
    "on hold": ("#e09a1b", "H"),
    "reserved": ("#0f9fb0", "R"),
    "selected": ("#1893d0", "C"),
    "subscribed": ("#cf4f97", "S"),
    "signed": ("#d6453d", "G"),
    "filed": ("#a93226", "F"),
    "delivered": ("#7d2318", "L"),
    "in review": ("#b07d2b", "V"),
}
"""A unit state's colour (an edge or a mark, tinted at 20 % for a ground) and its letter.

The letter, not the colour, is what a colour-blind person reads; lightness differs between
neighbours of the life.
"""
