"""How far two colours stand apart, and inks that can be read on a ground (WCAG AA)."""

CONTRAST = 4.5
"""The least contrast ratio of a text with its ground."""


def luminance(colour: int) -> float:
    """Give the relative luminance (0..1) of a colour, as WCAG 2 defines it."""
    red, green, blue = (_linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: int, other: int) -> float:
    """Give the contrast ratio (1..21) of two colours."""
    lower, upper = sorted((luminance(one), luminance(other)))
    return (upper + 0.05) / (lower + 0.05)


def mix(one: int, other: int, share: float) -> int:
    """Give *one* with *share* (0..1) of *other* mixed in."""
    mixed = 0
    for a, b in zip(_parts(one), _parts(other), strict=True):
        mixed = mixed << 8 | round(a + (b - a) * share)
    return mixed


def readable(ink: int, ground: int, *grounds: int) -> int:
    """Give *ink*, moved towards black or white until it can be read on all the grounds."""
    pole = 0x000000 if luminance(ground) > 0.18 else 0xFFFFFF  # noqa: PLR2004 - mid grey
    for step in range(21):
        moved = mix(ink, pole, step / 20)
        if all(contrast(moved, each) >= CONTRAST for each in (ground, *grounds)):
            return moved
    return pole


def _parts(colour: int) -> tuple[int, int, int]:
    return colour >> 16 & 255, colour >> 8 & 255, colour & 255


def _linear(part: int) -> float:
    value = part / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
