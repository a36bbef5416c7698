"""Questions about what there is to sell. The board's loads bypass the ORM."""

from collections import defaultdict
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import BindParameter, ColumnElement, Row, Select, and_, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.money import format_yuan
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.claims import live, state_term
from salesdesk.office.inventory.codes import natural
from salesdesk.office.inventory.loading import (
    LoadedColumns,
    Manner,
    load_columns,
    load_states,
)
from salesdesk.office.inventory.lot_rules import KINDS, LOTS, kind_of
from salesdesk.office.inventory.remaking_tables import UnitRemake, UnitRemakeLine, present
from salesdesk.office.inventory.rules import PUBLIC_FACE, STATES, UnitState
from salesdesk.office.inventory.sheets import (
    BoardColumns,
    HistoryLine,
    ProjectCard,
    UnitCard,
    UnitPatch,
)
from salesdesk.office.inventory.tables import (
    Building,
    Claim,
    PriceChange,
    Project,
    ReleaseBatch,
    ReleaseLine,
    Unit,
)
from salesdesk.office.inventory.unit_changes import changes_of
from salesdesk.office.staff.posted import check_project, limits
from salesdesk.office.staff.queries import names_of
from salesdesk.office.staff.tables import Person
from salesdesk.store.columns import CM2_PER_M2
from salesdesk.store.work import Reading

_STATE_INDEX = {state.value: index for index, state in enumerate(STATES)}


def projects(reading: Reading) -> tuple[ProjectCard, ...]:
    """List the projects with their number of units."""
    counts = dict(
        reading.session.execute(
            select(Unit.project_id, func.count()).where(present()).group_by(Unit.project_id)
        ).all()
    )
    return tuple(
        ProjectCard(
            id=row.id,
            name=row.name,
            company=row.company,
            address=row.address,
            phone=row.phone,
            rounding=row.rounding,
            law_level=row.law_level,
            units=counts.get(row.id, 0),
        )
        for row in reading.session.scalars(select(Project).order_by(Project.id))
    )


def buildings(reading: Reading, project: int) -> tuple[tuple[int, str], ...]:
    """List a project's buildings as id and name, in order."""
    rows = reading.session.execute(
        select(Building.id, Building.name)
        .where(Building.project_id == project)
        .order_by(Building.position, Building.id)
    )
    return tuple((row.id, row.name) for row in rows)


def first_project(session: Session) -> int:
    """Give the only project, or the first; `NotFound` in an office without one."""
    mine, wanted = limits(session), select(Project.id).order_by(Project.id).limit(1)
    found = session.scalar(wanted if mine is None else wanted.where(Project.id.in_(mine)))
    if found is None:
        raise NotFound(what="project", key="")
    return found


def find_project(session: Session, project: int) -> Project:
    """Give a project's row, or raise `NotFound`."""
    row = session.get(Project, project)
    if row is None:
        raise NotFound(what="project", key=project)
    check_project(session, row.id)
    return row


def _units(now: datetime | BindParameter[Any], *columns: Any) -> Select[Any]:
    """Select over units joined to their live claim and live release line."""
    return (
        select(*columns)
        .select_from(Unit)
        .join(Building, Building.id == Unit.building_id)
        .outerjoin(Claim, and_(Claim.unit_id == Unit.id, live(now)))
        .outerjoin(
            ReleaseLine, and_(ReleaseLine.unit_id == Unit.id, ReleaseLine.ended_at.is_(None))
        )
    )


def board(
    reading: Reading, project: int | None = None, only: tuple[int, ...] | None = None
) -> tuple[UnitCard, ...]:
    """Give every unit of a project (default the first) as cards, buildings and floors in order.

    Those that became others are not there, unless they are named in *only*.
    """
    if only is not None:
        return board_cards(reading, Unit.id.in_(only))
    key = first_project(reading.session) if project is None else project
    return board_cards(reading, Unit.project_id == key, present())


def board_cards(reading: Reading, *conditions: ColumnElement[bool]) -> tuple[UnitCard, ...]:
    """Give the units for which *conditions* hold as cards, buildings and floors in order."""
    wanted = (
        _units(
            reading.now,
            Unit,
            Building.name.label("building"),
            state_term(reading.now).label("state"),
            Claim.until,
            Claim.customer_id,
            Customer.name.label("customer"),
            Person.name.label("consultant"),
        )
        .outerjoin(Customer, Customer.id == Claim.customer_id)
        .outerjoin(Person, Person.id == Claim.consultant_id)
        .where(*conditions)
        .order_by(Building.position, Building.id, Unit.floor, Unit.place, Unit.id)
    )
    cores: dict[tuple[int, str, str], list[UnitCard]] = defaultdict(list)
    for row in reading.session.execute(wanted):
        card = _card(row)
        cores[card.project, card.building, card.core].append(card)
    rank = {house: at for at, house in enumerate(dict.fromkeys(head[:2] for head in cores))}
    heads = sorted(cores, key=lambda head: (rank[head[:2]], natural(head[2])))
    return tuple(card for head in heads for card in cores[head])


def unit_card(reading: Reading, unit: int) -> UnitCard:
    """Give one unit's card; `NotFound` when there is none."""
    cards = board(reading, only=(unit,))
    if not cards:
        raise NotFound(what="unit", key=unit)
    return cards[0]


def _card(row: Row[Any]) -> UnitCard:
    unit: Unit = row.Unit
    state = UnitState(row.state)
    named = state is not UnitState.HELD_BACK  # nor is a reservation whose day is over
    return UnitCard(
        id=unit.id,
        project=unit.project_id,
        code=unit.code,
        building=row.building,
        core=unit.core,
        floor=unit.floor,
        number=unit.number,
        state=state,
        gross_area=unit.gross_area,
        inside_area=unit.inside_area,
        unit_price_fen=unit.unit_price_fen,
        total_fen=unit.total_fen,
        layout=unit.layout,
        orientation=unit.orientation,
        use=unit.use,
        note=unit.note,
        until=row.until if named else None,
        customer=row.customer if named else None,
        customer_id=row.customer_id if named else None,
        consultant=row.consultant if named else None,
        public_face=PUBLIC_FACE[state].value,
    )


def board_columns(reading: Reading, project: int) -> BoardColumns:
    """Give a project's units as column arrays (see `BoardColumns`), straight from the driver."""
    check_project(reading.session, project)
    connection = reading.session.connection()
    loaded = load_columns(connection, project)
    found = load_states(connection, loaded.numbers[0], reading.now)
    return columns_of(reading, project, loaded, found)


def columns_of(
    reading: Reading,
    project: int,
    loaded: LoadedColumns,
    found: tuple[NDArray[np.uint8], NDArray[np.float64]],
) -> BoardColumns:
    """Put together what was *loaded* with the states and untils *found*."""
    keys, building, floors, places, prices, totals, areas = loaded.numbers
    named = buildings(reading, project)
    order = np.array([key for key, _name in named], dtype=np.int64)
    rank = np.argsort(order)
    at = rank[np.searchsorted(order[rank], building)] if len(order) else building
    core_index, core_names = loaded.indexed([each.core for each in loaded.manners])
    layout_index, layout_names = loaded.indexed([_layout(each) for each in loaded.manners])
    orientations = [each.orientation for each in loaded.manners]
    orientation_index, orientation_names = loaded.indexed(orientations)
    kinds = np.array([KINDS.index(kind_of(each.use)) for each in loaded.manners], np.uint8)
    states, untils = found
    return BoardColumns(
        project=project,
        ids=keys,
        states=states,
        buildings=at.astype(np.int32),
        cores=core_index,
        floors=floors.astype(np.int32),
        columns=places.astype(np.int32),
        layouts=layout_index,
        orientations=orientation_index,
        unit_prices=prices,
        totals=totals,
        areas=areas / CM2_PER_M2,
        untils=untils,
        kinds=kinds[loaded.which],
        numbers=tuple(loaded.unit_numbers),
        codes=tuple(loaded.codes),
        building_names=tuple(name for _key, name in named),
        core_names=core_names,
        layout_names=layout_names,
        orientation_names=orientation_names,
    )


def _layout(manner: Manner) -> str:
    """Give the layout; a lot has none, what it is for stands there."""
    lot = kind_of(manner.use) in LOTS
    return manner.layout or (manner.use if lot else "")


_NOW: BindParameter[Any] = bindparam("now")
_PATCHED = _units(
    _NOW,
    Unit.id,
    state_term(_NOW).label("state"),
    Unit.unit_price_fen,
    Unit.total_fen,
    Claim.until,
).where(Unit.id.in_(bindparam("units", expanding=True)))
"""Made once: every open board asks this after every commit."""


def board_patch(reading: Reading, ids: tuple[int, ...]) -> tuple[UnitPatch, ...]:
    """Give what may have changed of the units *ids*."""
    return tuple(
        UnitPatch(
            row.id,
            _STATE_INDEX[row.state],
            -1 if row.unit_price_fen is None else row.unit_price_fen,
            -1 if row.total_fen is None else row.total_fen,
            row.until.timestamp() if row.until and row.state != UnitState.HELD_BACK else 0.0,
        )
        for row in reading.session.execute(_PATCHED, {"now": reading.now, "units": ids})
    )


def unit_history(reading: Reading, unit: int) -> tuple[HistoryLine, ...]:
    """Give all that happened to a unit, newest first: claims, releases, prices, what it became."""
    session, names = reading.session, names_of(reading.session)
    lines = [
        HistoryLine(
            at=row.Claim.opened_at,
            what=row.Claim.stage,
            detail=" · ".join(filter(None, (row.customer, row.Claim.reason))),
            actor=names.get(row.Claim.opened_by, "clock"),
            until=row.Claim.until,
            ended_at=row.Claim.ended_at,
            reason=row.Claim.end_reason,
        )
        for row in session.execute(
            select(Claim, Customer.name.label("customer"))
            .outerjoin(Customer, Customer.id == Claim.customer_id)
            .where(Claim.unit_id == unit)
            .order_by(Claim.id.desc())  # an exchange holds and subscribes in one moment
        )
    ]
    lines += [
        HistoryLine(
            at=row.at,
            what="released",
            detail=row.name,
            actor=names.get(row.actor_id, ""),
            ended_at=row.ended_at,
            reason=row.end_reason,
        )
        for row in session.execute(
            select(
                ReleaseBatch.at, ReleaseBatch.name, ReleaseBatch.actor_id,
                ReleaseLine.ended_at, ReleaseLine.end_reason,
            )
            .join(ReleaseBatch, ReleaseBatch.id == ReleaseLine.batch_id)
            .where(ReleaseLine.unit_id == unit)
        )
    ]  # fmt: skip
    lines += [
        HistoryLine(
            at=row.at,
            what="price",
            detail=f"{format_yuan(row.total_fen)} ({format_yuan(row.unit_price_fen)} /m²)",
            actor=names.get(row.actor_id, ""),
            reason=row.reason,
        )
        for row in session.scalars(select(PriceChange).where(PriceChange.unit_id == unit))
    ]
    lines += _remakes(session, names, unit)
    lines += changes_of(session, names, unit)
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True))


def _remakes(session: Session, names: dict[int, str], unit: int) -> list[HistoryLine]:
    """Give what the unit was made of, and what it became."""
    other = aliased(UnitRemakeLine)
    rows = session.execute(
        select(UnitRemake, UnitRemakeLine.side, Unit.code)
        .join(UnitRemakeLine, UnitRemakeLine.remake_id == UnitRemake.id)
        .join(other, (other.remake_id == UnitRemake.id) & (other.side != UnitRemakeLine.side))
        .join(Unit, Unit.id == other.unit_id)
        .where(UnitRemakeLine.unit_id == unit)
        .order_by(UnitRemake.id.desc(), Unit.code)
    ).all()
    found: dict[int, tuple[UnitRemake, str, list[str]]] = {}
    for row, side, code in rows:
        found.setdefault(row.id, (row, side, []))[2].append(code)
    return [
        HistoryLine(
            at=row.at,
            what=f"{row.kind} {side}",
            detail=", ".join(codes),
            actor=names.get(row.actor_id, ""),
            reason=row.reason,
        )
        for row, side, codes in found.values()
    ]
