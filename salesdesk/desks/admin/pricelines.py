"""A difference as somebody types it: which units in their own names, how much in figures."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Final

from salesdesk.office.inventory.pricing import UnitColumns
from salesdesk.office.inventory.pricing_rules import (
    LARGEST_FACTOR,
    LARGEST_PRICE,
    Difference,
    DifferenceKind,
    Method,
)

_FACTOR: Final = re.compile(r"(?:[×xX*]\s*([0-9.]+)|([0-9.]+)\s*%)")
_SELECTORS: Final = ("buildings", "cores", "layouts", "orientations", "numbers", "codes")
_FULL_WIDTH: Final = str.maketrans("０１２３４５６７８９．，－＋％＊ｘ", "0123456789.,-+%*x")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineText:
    """One line as typed. ``floors``: 3, 3-17, 18- or -6; ``amount``: 150, -200, ×0.985, 98.5%."""

    kind: DifferenceKind = DifferenceKind.FLOOR
    where: str = ""
    floors: str = ""
    amount: str = ""
    per_floor: bool = False
    title: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing was typed."""
        return not (self.where.strip() or self.floors.strip() or self.amount.strip())


class UnreadableError(ValueError):
    """A part of a line that cannot be read: its name (where, floors, amount), and what stands there."""

    def __init__(self, text: str, part: str) -> None:
        super().__init__(text)
        self.part = part
        self.text = text


@dataclass(frozen=True, slots=True)
class Names:
    """The names by which a project's units can be told apart, each with the selector it is of."""

    known: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, units: UnitColumns) -> "Names":
        """Collect them; a name of two kinds is of the first: building, core, layout and so on."""
        found: dict[str, str] = {}
        for selector in _SELECTORS:
            for name in units.texts[selector][0]:
                if name:
                    found.setdefault(name, selector)
        return cls(found)


def price(text: str) -> Decimal | None:
    """Give a price per m² as typed (yuan, four decimals at most); None where it is none."""
    try:
        method, amount = _amount(text.strip())
    except UnreadableError:
        return None
    return amount if method is Method.AMOUNT else None


def read(line: LineText, names: Names) -> Difference:
    """Give the difference that *line* says; `UnreadableError` names the part that says nothing."""
    where: dict[str, list[str]] = {selector: [] for selector in _SELECTORS}
    for word in re.split(r"[\s,，、;；]+", line.where.strip()):
        if not word:
            continue
        selector = names.known.get(word)
        if selector is None:
            raise UnreadableError(word, "where")
        where[selector].append(word)
    first, last = _floors(line.floors)
    method, amount = _amount(line.amount)
    return Difference(
        kind=line.kind,
        amount=amount,
        method=method,
        title=line.title.strip(),
        per_floor=line.per_floor and method is Method.AMOUNT,
        first_floor=first,
        last_floor=last,
        buildings=tuple(where["buildings"]),
        cores=tuple(where["cores"]),
        numbers=tuple(where["numbers"]),
        layouts=tuple(where["layouts"]),
        orientations=tuple(where["orientations"]),
        codes=tuple(where["codes"]),
    )


def write(difference: Difference) -> LineText:
    """Give *difference* as somebody would type it."""
    parts: Iterable[str] = (name for one in _SELECTORS for name in getattr(difference, one))
    factor = difference.method is Method.FACTOR
    number = f"{difference.amount.normalize():f}"
    first, last = difference.first_floor, difference.last_floor
    floors = ""
    if first is not None or last is not None:
        floors = str(first) if first == last else f"{_shown(first)}~{_shown(last)}"
    return LineText(
        kind=difference.kind,
        where=" ".join(parts),
        floors=floors,
        amount=f"×{number}" if factor else number,
        per_floor=difference.per_floor,
        title=difference.title,
    )


def _shown(floor: int | None) -> str:
    return "" if floor is None else str(floor)


def _floors(text: str) -> tuple[int | None, int | None]:
    plain = text.translate(_FULL_WIDTH).strip()
    if not plain:
        return None, None
    if re.fullmatch(r"-?\d{1,3}", plain):
        return int(plain), int(plain)
    found = re.fullmatch(r"(-?\d{1,3})?\s*(?:~|至|到|–|(?<=\d)-)\s*(-?\d{1,3})?", plain)
    if found is None or not (found[1] or found[2]):
        raise UnreadableError(text, "floors")
    first = int(found[1]) if found[1] else None
    last = int(found[2]) if found[2] else None
    if first is not None and last is not None and first > last:
        raise UnreadableError(text, "floors")
    return first, last


def _amount(text: str) -> tuple[Method, Decimal]:
    plain = text.translate(_FULL_WIDTH).replace(",", "").replace(" ", "").removesuffix("元")
    factor = _FACTOR.fullmatch(plain)
    try:
        if factor is not None:
            value = Decimal(factor[1]) if factor[1] else Decimal(factor[2]) / 100
            fits = 0 < value <= LARGEST_FACTOR and value == round(value, 6)
        else:
            value = Decimal(plain.removeprefix("+"))
            fits = value.is_finite() and abs(value) <= LARGEST_PRICE and value == round(value, 4)
    except InvalidOperation:
        raise UnreadableError(text, "amount") from None
    if not fits:
        raise UnreadableError(text, "amount")
    return (Method.FACTOR if factor else Method.AMOUNT), value
