"""Rules of the day close (日结): the notes and coins that are counted."""

from typing import Final

PIECES_FEN: Final = (10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10)
"""Notes and coins of the yuan, from 100 yuan to 1 jiao."""

MOST_PIECES: Final = 99_999
"""How many of one note or coin a drawer holds at most."""
