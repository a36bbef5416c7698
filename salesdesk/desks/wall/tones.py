"""The colours of the public faces on the wall, in light and dark.

The accents are those of the desk's board where a face is one state there. What can be bought is
the brightest; what cannot be asked for steps back. Every ink keeps 4.5:1 on its ground.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from salesdesk.desks.widgets.contrast import contrast, mix, readable
from salesdesk.office.inventory.rules import PublicFace


@dataclass(frozen=True, slots=True)
class FaceTone:
    """How a cell of one face looks: colours as 0xRRGGBB; *mark* is a second cue beside colour."""

    fill: int
    edge: int
    ink: int
    soft: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class WallTones:
    """The wall in light or in dark."""

    ground: int
    panel: int
    rule: int
    text: int
    soft: int
    good: int
    alarm: int
    on_alarm: int
    flash: int
    faces: Mapping[PublicFace, FaceTone]


_F = PublicFace
_ACCENTS: Mapping[PublicFace, tuple[int, int]] = {
    # face: accent in light, accent in dark; the two quiet ones are made of the ground
    _F.AVAILABLE: (0x0B7F58, 0x1FA878),
    _F.IN_TALKS: (0xF0B400, 0xF2BE2C),
    _F.RESERVED: (0x2D6BDB, 0x4C86F0),
    _F.SUBSCRIBED: (0xB5437F, 0xE67DB9),
    _F.SOLD: (0xC93A2E, 0xD9503F),
}


def _faces(ground: int, text: int, *, dark: bool) -> Mapping[PublicFace, FaceTone]:
    quiet = mix(ground, text, 0.04)
    faces = {
        _F.NOT_RELEASED: FaceTone(
            fill=ground,
            edge=mix(ground, text, 0.28),
            ink=readable(mix(text, ground, 0.40), ground),
            soft=readable(mix(text, ground, 0.40), ground),
            mark="dashed",
        ),
        _F.NOT_FOR_SALE: FaceTone(
            fill=mix(ground, text, 0.12),
            edge=mix(ground, text, 0.12),
            ink=readable(mix(text, ground, 0.30), mix(ground, text, 0.12), quiet),
            soft=readable(mix(text, ground, 0.30), mix(ground, text, 0.12), quiet),
            mark="crossed",
        ),
    }
    for face, accents in _ACCENTS.items():
        accent = accents[dark]
        ink = max((0xFFFFFF, 0x101318), key=lambda one, on=accent: contrast(one, on))  # type: ignore[misc]
        faces[face] = FaceTone(fill=accent, edge=accent, ink=ink, soft=ink)
    return MappingProxyType({face: faces[face] for face in PublicFace})


LIGHT = WallTones(
    ground=0xF6F7F9,
    panel=0xFFFFFF,
    rule=0xD5D9E0,
    text=0x12151B,
    soft=0x4C5462,
    good=0x0B7F58,
    alarm=0xB3261E,
    on_alarm=0xFFFFFF,
    flash=0x12151B,
    faces=_faces(0xF6F7F9, 0x12151B, dark=False),
)
DARK = WallTones(
    ground=0x0E1116,
    panel=0x181C23,
    rule=0x2C333E,
    text=0xF4F6F8,
    soft=0xA9B2C0,
    good=0x3CCB96,
    alarm=0xC2332A,
    on_alarm=0xFFFFFF,
    flash=0xFFFFFF,
    faces=_faces(0x0E1116, 0xF4F6F8, dark=True),
)


def tones(*, dark: bool) -> WallTones:
    """Give the wall's colours for light or dark."""
    return DARK if dark else LIGHT
