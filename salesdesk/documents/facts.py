"""What is asked about on the phone, in pairs side by side on a letter: a label, and its value."""

from collections.abc import Iterable, Sequence

from reportlab.platypus import Table

from salesdesk.documents.fonts import printable
from salesdesk.documents.prose import Prose, pieces_of
from salesdesk.documents.styles import FACTS, styles
from salesdesk.documents.words import word
from salesdesk.documents.wrapping import Piece

_PARTS = (0.17, 0.35, 0.17, 0.31)


def paired(
    language: str,
    family: str,
    wide: float,
    rows: Iterable[Sequence[tuple[str, str]]],
    strong: frozenset[str] = frozenset(),
) -> Table:
    """Set *rows* of two facts each (key within the words of *family*, text), *wide* points in all.

    The texts of the keys in *strong* are bold.
    """
    set_in = styles(language)

    def cells(key: str, text: str) -> tuple[Prose, Prose]:
        bold = key in strong
        style = set_in.value_bold if bold else set_in.value
        label = Prose(pieces_of(word(language, f"{family}.{key}")), set_in.label)
        return label, Prose((Piece(printable(text), bold),) if text else (), style)

    set_rows = [[cell for fact in row for cell in cells(*fact)] for row in rows]
    table = Table(set_rows, colWidths=[wide * part for part in _PARTS])
    table.setStyle(FACTS)
    return table
