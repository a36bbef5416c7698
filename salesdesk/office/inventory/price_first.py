"""A first price (首次定价) of a unit, beside the lowest at which units of its kind are or were on offer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.claims import Standing
from salesdesk.office.inventory.lot_rules import UnitKind, kind_of
from salesdesk.office.inventory.price_first_tables import CM2, NEW_OF, OFFERED_OF, UNSIGNED_OF
from salesdesk.office.staff.limit_rules import off_bp
from salesdesk.office.staff.limits import limit_of
from salesdesk.store.work import Reading, Work

_NEW, _UNSIGNED = (
    text(question).bindparams(bindparam("units", expanding=True))
    for question in (NEW_OF, UNSIGNED_OF)
)
_OFFERED = text(OFFERED_OF)
_AT_ONCE = 5_000


class FirstPriceBeyondLimit(UserError):
    """What was never offered is first priced no further below its like than a price is cut alone."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "{count} units would be offered first at over {limit} % less than any of their kind, first {unit}: "
        "{price} yuan per m² is {percent} % below {lowest} yuan, the lowest at which such units were offered.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Ask for a price version with these prices: it goes to signatures. Or price them higher.",
    )


@dataclass(frozen=True, slots=True)
class First:
    """A first price below its like: both in fen per m²."""

    unit: int
    each_fen: int
    lowest_fen: int

    @property
    def off(self) -> int:
        """How far below (basis points), rounded up."""
        return off_bp(self.lowest_fen, self.each_fen)


def lowest_offered(session: Session, project: int) -> dict[UnitKind, int]:
    """Give the lowest price (fen per m²) at which units of each kind are or were on offer in *project*.

    Of those in the kind's first batch, and of those at whose price signatures agreed; each by the highest
    since. Whatever else came later is measured by these: one first price is no measure for the next.
    """
    found: dict[UnitKind, list[tuple[int, bool, int]]] = {}
    for row in session.connection().execute(_OFFERED, {"project": project}):
        if row.total_fen is not None:
            each = row.total_fen * CM2 // row.gross_area
            found.setdefault(kind_of(row.use), []).append(
                (row.batch, row.agreed is not None, each)
            )
    lowest = {}
    for kind, lines in found.items():
        first = min(batch for batch, _agreed, _each in lines)
        lowest[kind] = min(each for batch, agreed, each in lines if agreed or batch == first)
    return lowest


def below_offered(reading: Reading, wanted: Sequence[tuple[int, int]]) -> list[First]:
    """Give which of the prices *wanted* (unit, fen) are first ones below what their kind is offered at."""
    totals, found = dict(wanted), list[First]()
    lowest: dict[int, dict[UnitKind, int]] = {}
    for some in _some(list(totals)):
        for row in reading.session.connection().execute(_NEW, {"units": some}):
            if row.project_id not in lowest:
                lowest[row.project_id] = lowest_offered(reading.session, row.project_id)
            than = lowest[row.project_id].get(kind_of(row.use))
            each = totals[row.id] * CM2 // row.gross_area
            if than is not None and each < than:
                found.append(First(row.id, each, than))
    return found


def check_first(work: Work, found: Sequence[Standing]) -> None:
    """Refuse to offer first prices far below their like that nobody signed (`FirstPriceBeyondLimit`)."""
    limit = limit_of(work.session, work.role)
    if limit is None:
        return
    prices = [(at.unit.id, at.unit.total_fen or 0) for at in found]
    low = [first for first in below_offered(work, prices) if first.off > limit]
    unsigned: set[int] = set()
    for some in _some([first.unit for first in low]):
        unsigned.update(work.session.connection().scalars(_UNSIGNED, {"units": some}))
    low = [first for first in low if first.unit in unsigned]
    if low:
        first = low[0]
        raise FirstPriceBeyondLimit(
            count=len(low),
            unit=next(at.unit.code for at in found if at.unit.id == first.unit),
            price=format_yuan(first.each_fen),
            percent=f"{first.off / 100:g}",
            limit=f"{limit / 100:g}",
            lowest=format_yuan(first.lowest_fen),
        )


def _some(units: list[int]) -> Iterator[list[int]]:
    return (units[at : at + _AT_ONCE] for at in range(0, len(units), _AT_ONCE))
