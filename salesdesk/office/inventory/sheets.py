"""Frozen answers about what there is to sell: cards for the board, lines for lists, sheets for paper."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from salesdesk.office.inventory.lot_rules import UnitKind
from salesdesk.office.inventory.rules import PublicFace, UnitState


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectCard:
    """One project (项目) with what papers print about it."""

    id: int
    name: str
    company: str
    address: str
    phone: str
    rounding: str
    law_level: str
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LawCard:
    """One law of a project's pack: how hard it stands, since when, and what stands against it.

    ``against`` names at most 200 of the ``count`` units (codes) or permits (numbers). ``ships``: the
    level of the project's pack; ``below``: it was relaxed, by whom is in ``signed_by`` (empty: by
    an older program, which asked nobody).
    """

    law: str
    level: str
    ships: str
    below: bool
    signed_by: tuple[str, ...]
    cites: str
    reason: str
    since: datetime | None
    by: str
    count: int
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitPast:
    """What a permit said ``until`` it was corrected, or ``withdrawn``: by whom and why."""

    number: str
    authority: str
    issued_on: date | None
    account: str
    buildings: tuple[str, ...]
    withdrawn: bool
    reason: str
    until: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitLine:
    """One pre-sale permit (预售许可证) as it stands; ``past``: what it said before, the oldest first."""

    id: int
    number: str
    authority: str
    issued_on: date | None
    buildings: tuple[str, ...]
    account: str = ""
    withdrawn: bool = False
    past: tuple[PermitPast, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCard:
    """One unit as a list, the command line or the side panel shows it. Areas m², money fen."""

    id: int
    project: int
    code: str
    building: str
    core: str
    floor: int
    number: str
    state: UnitState
    gross_area: Decimal
    inside_area: Decimal | None
    unit_price_fen: int | None
    total_fen: int | None
    layout: str = ""
    orientation: str = ""
    use: str = ""
    note: str = ""
    until: datetime | None = None
    customer: str | None = None
    customer_id: int | None = None
    consultant: str | None = None
    public_face: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardColumns:
    """All units of one project as column arrays of equal length, for the board (design 5).

    The unit at index i: ``ids[i]``, ``states[i]`` (index into ``rules.STATES``), ``buildings[i]``
    and ``cores[i]`` and ``layouts[i]`` and ``orientations[i]`` (indexes into the ``*_names``),
    ``floors[i]``, ``columns[i]`` (place within building and core, 0..), ``unit_prices[i]`` and
    ``totals[i]`` (fen, -1: no price), ``areas[i]`` (m²), ``untils[i]`` (epoch seconds, 0: none),
    ``numbers[i]`` and ``codes[i]`` (texts); ``kinds[i]`` is an index into ``lot_rules.KINDS``. A lot
    without a layout has its use in that place.
    """

    project: int
    ids: NDArray[np.int64]
    states: NDArray[np.uint8]
    buildings: NDArray[np.int32]
    cores: NDArray[np.int32]
    floors: NDArray[np.int32]
    columns: NDArray[np.int32]
    layouts: NDArray[np.int32]
    orientations: NDArray[np.int32]
    unit_prices: NDArray[np.int64]
    totals: NDArray[np.int64]
    areas: NDArray[np.float64]
    untils: NDArray[np.float64]
    kinds: NDArray[np.uint8]
    numbers: tuple[str, ...]
    codes: tuple[str, ...]
    building_names: tuple[str, ...]
    core_names: tuple[str, ...]
    layout_names: tuple[str, ...]
    orientation_names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicUnit:
    """One unit as everybody may see it: what stands on the door, the face, perhaps the list price.

    ``column`` counts within building and core from 0; area m²; prices fen, none where the face
    is not one of `rules.PRICED_FACES` or the office shows no prices.
    """

    code: str
    building: str
    core: str
    floor: int
    column: int
    number: str
    kind: UnitKind
    layout: str
    gross_area: Decimal
    face: PublicFace
    unit_price_fen: int | None
    total_fen: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicBoard:
    """The board for the waiting hall: no customer, no consultant, no reason, no hold time.

    ``as_of``: the office's clock when it was read. ``projects``: (id, name) of all of them.
    ``page_seconds``: how long a page stands. Units by building, core, floor and column.
    """

    project: str
    project_id: int
    projects: tuple[tuple[int, str], ...]
    as_of: datetime
    practice: bool
    prices: bool
    page_seconds: int
    units: tuple[PublicUnit, ...]


@dataclass(frozen=True, slots=True)
class UnitPatch:
    """What may change of a unit on an open board: state index, prices in fen (-1: none), until (epoch s)."""

    id: int
    state: int
    unit_price_fen: int
    total_fen: int
    until: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One thing that happened to a unit: a claim, a release, a price."""

    at: datetime
    what: str
    detail: str
    actor: str
    until: datetime | None = None
    ended_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRow:
    """One unit as a price list gives it: the shape in which `intake` hands rows to the office.

    Areas m²; money fen. Exactly one of unit price and total may be missing; ``line`` is the row of
    the file (1-based) for messages.
    """

    building: str
    core: str
    floor: int
    number: str
    gross_area: Decimal
    inside_area: Decimal | None = None
    unit_price_fen: int | None = None
    total_fen: int | None = None
    layout: str = ""
    orientation: str = ""
    use: str = ""
    note: str = ""
    sheet: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GridPrice:
    """One cell of a floor grid: a price without an area, for a unit the office already has. Fen."""

    building: str
    core: str
    floor: int
    number: str
    unit_price_fen: int | None = None
    total_fen: int | None = None
    sheet: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportProblem:
    """One thing wrong in a file: where (sheet, row, column heading), what, what to do."""

    sheet: str
    line: int
    column: str
    problem: str
    remedy: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportChange:
    """One unit that an import would change: old and new money in fen, and what differs."""

    code: str
    what: str
    old: str
    new: str
    difference_fen: int | None = None
    frozen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, or with ``dry_run`` would do. Money fen.

    ``added_codes`` are named only beforehand: afterwards they stand in the office.
    """

    rows: int
    units: int
    added: int
    changed: int
    unchanged: int
    missing: int
    kept: int
    total_fen: int
    problems: tuple[ImportProblem, ...] = ()
    warnings: tuple[ImportProblem, ...] = ()
    """Lines to look at once more before they are taken; named only beforehand."""
    changes: tuple[ImportChange, ...] = ()
    missing_codes: tuple[str, ...] = ()
    added_codes: tuple[str, ...] = ()
    dry_run: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCell:
    """One cell of a printed board."""

    floor: int
    column: int
    number: str
    layout: str
    area: str
    unit_price: str
    total: str
    state: UnitState


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPage:
    """One building of a printed board: its core heads as (name, first column, columns).

    Lots stand apart on a page with their ``kind`` (parking, storage), many on a floor: there
    ``floors`` and each cell's floor are rows, counted from the bottom, and ``labels`` say at which
    of them (row, floor) a floor begins.
    """

    building: str
    cores: tuple[tuple[str, int, int], ...]
    columns: int
    floors: tuple[int, ...]
    cells: tuple[BoardCell, ...]
    kind: str = ""
    labels: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardSheet:
    """The sales-control board (销控表) on paper: one page a building, totals by state.

    ``strip``: (state, units, m² as text, yuan as text) of homes and shops, ``lots`` the same of
    parking and storage, which are never counted among them. ``as_of``: the past moment it shows, local
    "2026-11-24 18:00"; empty where it is the board of when it was printed.
    """

    project: str
    company: str
    printed_at: str
    printed_by: str
    pages: tuple[BoardPage, ...]
    strip: tuple[tuple[UnitState, int, str, str], ...]
    lots: tuple[tuple[UnitState, int, str, str], ...] = ()
    practice: bool = False
    as_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardChange:
    """What changed of one unit on the board at one moment: how it was shown until then and since.

    ``actor`` is a name, or "clock" for what happened by itself.
    """

    at: datetime
    unit: int
    code: str
    before: UnitPatch
    after: UnitPatch
    actor: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """The same in plain words, for scripts: states, totals (fen, None: no price), a hold's end."""

    at: datetime
    code: str
    state_before: UnitState
    state: UnitState
    total_fen_before: int | None
    total_fen: int | None
    until: datetime | None
    actor: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardDay:
    """All that changed on one project's board on one day of the office, in order of time.

    ``first`` and ``last``: the moments it covers, today until now. ``arrivals``: moments at which
    units may have come in, so that the units themselves have to be asked for again.
    """

    project: int
    day: date
    first: datetime
    last: datetime
    changes: tuple[BoardChange, ...]
    arrivals: tuple[datetime, ...]
