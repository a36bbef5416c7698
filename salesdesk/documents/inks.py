"""The colours papers are printed in; dark enough to photocopy, told apart without colour sight."""

from reportlab.lib.colors import Color, HexColor, white

from salesdesk.office.inventory.rules import UnitState

INK: Color = HexColor("#1B2130")
SOFT: Color = HexColor("#596273")
RULE: Color = HexColor("#8C95A4")
HAIR: Color = HexColor("#CBD1DA")
TINT: Color = HexColor("#F4F6F9")
SEAL: Color = HexColor("#C3262A")
NAVY: Color = HexColor("#1D3C6B")
PAPER: Color = white

COPY_INKS: tuple[Color, Color, Color] = (
    HexColor("#B02A2E"),  # customer: the red of the second sheet of a carbon book
    HexColor("#1D4E8F"),  # finance: blue
    HexColor("#3D4452"),  # stub: black
)
COPY_TINTS: tuple[Color, Color, Color] = (
    HexColor("#FCF3F1"),
    HexColor("#F1F5FB"),
    HexColor("#F4F5F7"),
)

STATE_HEX: dict[UnitState, tuple[str, str, str]] = {
    UnitState.DRAFT: ("#FFFFFF", "#5B6472", "#B4BBC6"),
    UnitState.AVAILABLE: ("#D3F0DE", "#0D5B33", "#3A9A66"),
    UnitState.HELD_BACK: ("#DCD2F4", "#3A2378", "#8B72CC"),
    UnitState.BLOCKED: ("#9AA3B0", "#141A22", "#67717F"),
    UnitState.ON_HOLD: ("#FFF0B3", "#5E4600", "#CFA21C"),
    UnitState.RESERVED: ("#FFC285", "#5A2B00", "#DB8429"),
    UnitState.SELECTED: ("#CDEBF7", "#084C66", "#3596BD"),
    UnitState.SUBSCRIBED: ("#F3C6DD", "#6E0F42", "#C2538C"),
    UnitState.SIGNED: ("#CC423A", "#FFFFFF", "#A12D27"),
    UnitState.FILED: ("#9C2F3A", "#FFFFFF", "#74202A"),
    UnitState.DELIVERED: ("#4A4F5C", "#FFFFFF", "#2E323C"),
    UnitState.REVIEW: ("#EBDCC4", "#553709", "#A5742B"),
}
"""A unit state's fill, ink on it, and border. A letter goes with each, so colour is never alone."""

STATE_INKS: dict[UnitState, tuple[Color, Color, Color]] = {
    state: (HexColor(fill), HexColor(ink), HexColor(border))
    for state, (fill, ink, border) in STATE_HEX.items()
}


def _between(one: Color, other: Color, part: float) -> Color:
    return Color(*(a + (b - a) * part for a, b in zip(one.rgb(), other.rgb(), strict=True)))


STATE_HATCH: dict[UnitState, Color] = {
    state: _between(fill, border, 0.38) for state, (fill, _, border) in STATE_INKS.items()
}
"""The ink of hatching: so light that what stands on it reads well."""

HATCHED: frozenset[UnitState] = frozenset({UnitState.HELD_BACK, UnitState.REVIEW})
"""States told from their neighbours on a black-and-white printer by fine diagonal lines."""

CROSSED: frozenset[UnitState] = frozenset({UnitState.BLOCKED})
"""States struck through by one diagonal."""
