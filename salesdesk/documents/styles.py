"""The styles of flowing papers, made once a language."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from reportlab.platypus import TableStyle

from salesdesk.documents.faces import REGULAR
from salesdesk.documents.inks import HAIR, NAVY, RULE, SOFT, TINT
from salesdesk.documents.page import CENTRE, RIGHT
from salesdesk.documents.prose import Style
from salesdesk.documents.words import is_chinese

_PADDING: list[Any] = [
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),  # or an unembedded Helvetica is listed
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (-1, -1), 6),
    ("RIGHTPADDING", (0, 0), (-1, -1), 5),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ("INNERGRID", (0, 0), (-1, -1), 0.4, HAIR),
    ("BOX", (0, 0), (-1, -1), 0.8, RULE),
]

FACTS = TableStyle(_PADDING)
"""Labels and values side by side."""

GRID = TableStyle([*_PADDING, ("BACKGROUND", (0, 0), (-1, 0), TINT)])
"""A table with a head."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one language."""

    title: Style
    number: Style
    party: Style
    heading: Style
    opening: Style
    clause: Style
    label: Style
    value: Style
    value_bold: Style
    note: Style


@cache
def styles(language: str) -> Styles:
    """Give the styles of *language*: Chinese is spread between letters, English between words."""
    chinese = is_chinese(language)
    size, leading = (10.2, 16.4) if chinese else (9.6, 13.8)
    body = Style(size=size, leading=leading, justified=True, spaced=not chinese)
    value = Style(size=9.2, leading=13)
    title_size = 22 if chinese else 19
    return Styles(
        title=Style(size=title_size, leading=36, bold=True, ink=NAVY, stand=CENTRE),
        number=replace(value, bold=True, stand=RIGHT),
        party=Style(
            size=size, leading=leading, bold=True, ink=NAVY, before=3, after=3, keep_with_next=True
        ),
        heading=Style(
            size=size + 0.6,
            leading=leading,
            bold=True,
            ink=NAVY,
            before=8,
            after=3,
            keep_with_next=True,
        ),
        opening=replace(body, first_indent=2 * size if chinese else 0),
        clause=replace(body, indent=30, after=2.2),
        label=replace(value, size=8.8, ink=SOFT),
        value=value,
        value_bold=replace(value, bold=True),
        note=replace(value, size=8.5, ink=SOFT, stand=CENTRE),
    )
