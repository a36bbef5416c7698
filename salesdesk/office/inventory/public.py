"""What everybody in the hall may see of a project: the board's truth, coarsened, and nothing else.

Made of the same columns as the desk's board, so the two cannot tell different stories; what is
not public (customers, consultants, reasons, hold times, the states behind a face) is never put
into the answer, whose type has no place for it.
"""

from decimal import Decimal

import numpy as np

from salesdesk.office.inventory.codes import shown_number
from salesdesk.office.inventory.lot_rules import KINDS
from salesdesk.office.inventory.queries import board_columns, find_project, first_project, projects
from salesdesk.office.inventory.rules import PRICED_FACES, PUBLIC_FACE, STATES
from salesdesk.office.inventory.sheets import BoardColumns, PublicBoard, PublicUnit
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Reading

_FACES = tuple(PUBLIC_FACE[state] for state in STATES)


def public_board(reading: Reading, project: int | None = None) -> PublicBoard:
    """Give the public face of every unit of a project (default the first), for the screen wall.

    Raises `NotFound` for a project that is not there (R-04: the face may coarsen, never falsify).
    """
    session = reading.session
    card = find_project(session, first_project(session) if project is None else project)
    prices = bool(setting(session, "wall_prices"))
    columns = board_columns(reading, card.id)
    order = np.lexsort((columns.columns, columns.floors, columns.cores, columns.buildings))
    return PublicBoard(
        project=card.name,
        project_id=card.id,
        projects=tuple((each.id, each.name) for each in projects(reading)),
        as_of=reading.now,
        practice=bool(setting(session, "practice")),
        prices=prices,
        page_seconds=int(str(setting(session, "wall_page_seconds"))),
        units=tuple(_unit(columns, int(at), prices=prices) for at in order),
    )


def _unit(columns: BoardColumns, at: int, *, prices: bool) -> PublicUnit:
    face = _FACES[int(columns.states[at])]
    priced = prices and face in PRICED_FACES
    floor = int(columns.floors[at])
    return PublicUnit(
        code=columns.codes[at],
        building=columns.building_names[int(columns.buildings[at])],
        core=columns.core_names[int(columns.cores[at])],
        floor=floor,
        column=int(columns.columns[at]),
        number=shown_number(floor, columns.numbers[at]),
        kind=KINDS[int(columns.kinds[at])],
        layout=columns.layout_names[int(columns.layouts[at])],
        gross_area=Decimal(str(float(columns.areas[at]))),
        face=face,
        unit_price_fen=_price(int(columns.unit_prices[at])) if priced else None,
        total_fen=_price(int(columns.totals[at])) if priced else None,
    )


def _price(fen: int) -> int | None:
    return None if fen < 0 else fen
