"""Lots of their own: bound to a home and loosened again, and what the panel shows of it.

A bound lot follows its home's deal: `claims.open_claim` and `claims.end` take it along.
"""

from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, NotFound, UserError
from salesdesk.kernel.keys import UnitId
from salesdesk.office.inventory.claims import Standing, live, standings
from salesdesk.office.inventory.lot_rules import LOTS, kind_of
from salesdesk.office.inventory.lot_sheets import BindingCard, LotLine
from salesdesk.office.inventory.lot_tables import Binding
from salesdesk.office.inventory.remaking_tables import present
from salesdesk.office.inventory.rules import FREEZING, UnitState
from salesdesk.office.inventory.tables import Claim, Unit
from salesdesk.store.work import Reading, Work

_KEPT = frozenset(stage.value for stage in FREEZING | {UnitState.REVIEW})
"""The stages in which what is bound stays as it is."""


class NotALot(UserError):
    """Only parking and storage are bound."""

    problem = QT_TRANSLATE_NOOP("errors", "Unit {unit} is neither parking nor storage.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Choose a lot; what a unit is says the column 'use' of the price list."
    )


class NotAHome(UserError):
    """A lot is bound to a home or a shop, not to another lot."""

    problem = QT_TRANSLATE_NOOP("errors", "Unit {unit} is a lot itself; nothing is bound to it.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose the home that the lot belongs to.")


class BoundAlready(UserError):
    """One home a lot (Kingdee's rule, domain 1.2)."""

    problem = QT_TRANSLATE_NOOP("errors", "Lot {lot} is bound to {home} already.")
    remedy = QT_TRANSLATE_NOOP("errors", "Unbind it there first, or choose another lot.")


class OtherProject(UserError):
    """A binding stays within its project."""

    problem = QT_TRANSLATE_NOOP("errors", "Lot {lot} and {home} are of different projects.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose a lot of the home's own project.")


class BindingFixed(UserError):
    """While somebody holds the home or the lot, what he holds stays as it is."""

    problem = QT_TRANSLATE_NOOP("errors", "{unit} is {state}: what is bound to it stays as it is.")
    remedy = QT_TRANSLATE_NOOP("errors", "Let it go first, or bind before the home is held.")


class NotBound(UserError):
    """There is nothing to loosen."""

    problem = QT_TRANSLATE_NOOP("errors", "Lot {lot} is not bound to any home.")
    remedy = QT_TRANSLATE_NOOP("errors", "The panel of a lot shows the home that it is bound to.")


@dataclass(frozen=True, slots=True, kw_only=True)
class BindLot:
    """Bind a parking or storage lot to a home (捆绑): from then on it goes where the home goes."""

    lot: UnitId
    home: UnitId

    def __call__(self, work: Work) -> dict[str, object]:
        lot, home = _two(work, self.lot, self.home)
        if kind_of(lot.unit.use) not in LOTS:
            raise NotALot(unit=lot.unit.code)
        if kind_of(home.unit.use) in LOTS:
            raise NotAHome(unit=home.unit.code)
        if lot.unit.project_id != home.unit.project_id:
            raise OtherProject(lot=lot.unit.code, home=home.unit.code)
        bound = _binding(work, lot.unit.id)
        if bound is not None:
            there = work.session.get_one(Unit, bound.home_id).code
            raise BoundAlready(lot=lot.unit.code, home=there)
        _check_free(lot, home)
        work.session.add(
            Binding(lot_id=lot.unit.id, home_id=home.unit.id, at=work.now, actor_id=work.actor)
        )
        work.session.flush()
        work.note(Topic.UNIT, lot.unit.id, bound=home.unit.code)
        work.note(Topic.UNIT, home.unit.id, lot=lot.unit.code)
        return {"lot": lot.unit.code, "home": home.unit.code}


@dataclass(frozen=True, slots=True, kw_only=True)
class UnbindLot:
    """Loosen a lot from its home: it is sold on its own again."""

    lot: UnitId
    reason: str = ""

    def __call__(self, work: Work) -> dict[str, object]:
        bound = _binding(work, self.lot)
        if bound is None:
            (alone,) = standings(work, (self.lot,))
            raise NotBound(lot=alone.unit.code)
        lot, home = _two(work, self.lot, bound.home_id)
        work.session.refresh(bound)  # another desk may have loosened it while we waited
        if bound.ended_at is not None:
            raise NotBound(lot=lot.unit.code)
        _check_free(lot, home)
        bound.ended_at, bound.ended_by = max(work.now, bound.at), work.actor
        bound.end_reason = text.clean(self.reason, "reason", 200)
        work.session.flush()
        work.note(Topic.UNIT, lot.unit.id, unbound=home.unit.code)
        work.note(Topic.UNIT, home.unit.id, unbound=lot.unit.code)
        return {"lot": lot.unit.code, "home": home.unit.code}


def bound_to(reading: Reading, unit: UnitId) -> BindingCard:
    """Give what *unit* is bound to, lots in the order of their codes; `NotFound` without such a unit."""
    if reading.session.get(Unit, unit) is None:
        raise NotFound(what="unit", key=unit)
    home: LotLine | None = None
    lots: list[LotLine] = []
    for row, lot in reading.session.execute(
        select(Unit, Binding.lot_id)
        .join(Binding, or_(Binding.home_id == Unit.id, Binding.lot_id == Unit.id))
        .where(
            Binding.ended_at.is_(None),
            or_(Binding.home_id == unit, Binding.lot_id == unit),
            Unit.id != unit,
        )
        .order_by(Unit.code)
    ):
        if lot == unit:
            home = lot_line(row)
        else:
            lots.append(lot_line(row))
    return BindingCard(unit=unit, home=home, lots=tuple(lots))


def free_lots(reading: Reading, home: UnitId) -> tuple[LotLine, ...]:
    """List the lots of the home's project that may be bound now: nobody's, and bound to nothing.

    Raises `NotFound` without such a unit.
    """
    row = reading.session.get(Unit, home)
    if row is None:
        raise NotFound(what="unit", key=home)
    bound = select(Binding.id).where(Binding.lot_id == Unit.id, Binding.ended_at.is_(None))
    taken = select(Claim.id).where(
        Claim.unit_id == Unit.id, live(reading.now), Claim.stage.in_(_KEPT)
    )
    units = reading.session.scalars(
        select(Unit)
        .where(Unit.project_id == row.project_id, ~bound.exists(), ~taken.exists(), present())
        .order_by(Unit.code)
    )
    return tuple(lot_line(unit) for unit in units if kind_of(unit.use) in LOTS)


def lot_uses(session: Session, project: int) -> list[str]:
    """Give the uses that make a unit of *project* a lot, for questions that count homes alone."""
    uses = session.scalars(select(Unit.use).where(Unit.project_id == project).distinct())
    return [use for use in uses if kind_of(use) in LOTS]


def lot_line(row: Unit) -> LotLine:
    """Give a unit as papers and panels name it beside another."""
    return LotLine(
        unit=row.id,
        code=row.code,
        kind=kind_of(row.use).value,
        use=row.use,
        gross_area=row.gross_area,
        total_fen=row.total_fen,
    )


def _binding(work: Work, lot: int) -> Binding | None:
    return work.session.scalar(
        select(Binding).where(Binding.lot_id == lot, Binding.ended_at.is_(None))
    )


def _two(work: Work, lot: int, home: int) -> tuple[Standing, Standing]:
    """Hold both rows; a lot named as its own home is refused as the lot it is."""
    if lot == home:
        (same,) = standings(work, (lot,))
        raise NotAHome(unit=same.unit.code)
    found = standings(work, (lot, home))
    return found[0], found[1]


def _check_free(*both: Standing) -> None:
    for at in both:
        if at.state.value in _KEPT:
            raise BindingFixed(unit=at.unit.code, state=at.state.value)
