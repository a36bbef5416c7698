"""A price far from its neighbours', or from the unit's list price: a slip of the keys more often than a price.

Far is less than half, or more than double, of the median price per m² of the project's units of the
same use, or of the list price. It is asked about, never refused: who means it says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.money import format_yuan, unit_price_from_total
from salesdesk.office.inventory.lot_rules import UnitKind, kind_of
from salesdesk.office.inventory.remaking_tables import present
from salesdesk.office.inventory.tables import Unit

TIMES = 2
"""Less than one part of so many, or more than so many times, is far."""
FEW = 5
"""So many neighbours make a median; fewer say nothing."""


class PriceFarOff(UserError):
    """So far off the neighbours is a slip of the keys more often than a price: it is asked about."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "{price} yuan per m² for unit {unit} is {percent} % of the {median} yuan that are usual here.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Look at the price once more. Where it is meant so, confirm it (confirmed=yes)."
    )


class PriceFarFromList(PriceFarOff):
    """The same of a price that is far from the unit's own list price."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "{price} yuan for unit {unit} is {percent} % of its list price of {median} yuan.",
    )


class PricesFarOff(UserError):
    """The same of a list: how many of its prices are far off, and the first."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "{count} prices are far from their neighbours' or from what they were, first {unit}: "
        "{price} yuan per m², where {median} are usual.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Look at the prices once more. Where they are meant so, confirm (meant=yes)."
    )


@dataclass(frozen=True, slots=True)
class Priced:
    """A unit's price as it would be, and as it was (fen per m²; none: it had none)."""

    code: str
    use: str
    per_m2_fen: int
    before_fen: int | None = None


def far(fen: int, than_fen: int | None) -> bool:
    """Whether *fen* is less than half, or more than double, of *than_fen*; nothing says nothing."""
    if not than_fen:
        return False
    return fen * TIMES < than_fen or fen > than_fen * TIMES


def medians(prices: Iterable[Priced]) -> Mapping[UnitKind, int]:
    """Give the median price per m² (fen) of each kind of which there are enough."""
    found: dict[UnitKind, list[int]] = {}
    for line in prices:
        found.setdefault(kind_of(line.use), []).append(line.per_m2_fen)
    return {kind: int(median(each)) for kind, each in found.items() if len(each) >= FEW}


def far_ones(prices: Sequence[Priced], usual: Mapping[UnitKind, int]) -> list[tuple[Priced, int]]:
    """Give those of *prices* that are far off, each with what it is far from (fen per m²)."""
    found = []
    for line in prices:
        middle = usual.get(kind_of(line.use))
        than = middle if far(line.per_m2_fen, middle) else line.before_fen
        if than and far(line.per_m2_fen, than):
            found.append((line, than))
    return found


def check_far(session: Session, unit: Unit, total: int, listed: int, *, confirmed: bool) -> None:
    """Raise `PriceFarOff` for a price (fen) of *unit* far from its neighbours', or from *listed*.

    Nothing where somebody *confirmed* that it is meant so.
    """
    if confirmed:
        return
    if far(total, listed):
        raise PriceFarFromList(
            unit=unit.code, price=format_yuan(total), median=format_yuan(listed),
            percent=f"{total * 100 / listed:.1f}",
        )  # fmt: skip
    each, usual = unit_price_from_total(total, unit.gross_area), _usual(session, unit)
    if usual and far(each, usual):
        raise PriceFarOff(
            unit=unit.code, price=format_yuan(each), median=format_yuan(usual),
            percent=f"{each * 100 / usual:.1f}",
        )  # fmt: skip


def _usual(session: Session, unit: Unit) -> int | None:
    """Give the median price per m² (fen) of the other units of the kind in the project."""
    kind = kind_of(unit.use)
    uses = session.scalars(select(Unit.use).where(Unit.project_id == unit.project_id).distinct())
    wanted = (
        Unit.project_id == unit.project_id,
        Unit.use.in_([use for use in uses if kind_of(use) is kind]),
        Unit.id != unit.id,
        Unit.unit_price_fen.is_not(None),
        present(),
    )
    count = session.scalar(select(func.count()).where(*wanted)) or 0
    if count < FEW:
        return None
    return session.scalar(
        select(Unit.unit_price_fen)
        .where(*wanted)
        .order_by(Unit.unit_price_fen)
        .offset(count // 2)
        .limit(1)
    )
