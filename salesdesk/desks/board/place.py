"""Where somebody was on the board, for the desk that is made anew."""

from datetime import datetime
from typing import NamedTuple


class Place(NamedTuple):
    """Where somebody was on this desk."""

    project: int | None
    building: int | None
    cell_width: float
    corner: tuple[int, int]
    unit: int | None
    moment: datetime | None = None
