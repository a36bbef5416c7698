"""What a price list may not make of a unit: more m² for the same money, a lot of a home, areas upside down."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, bindparam, text

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP
from salesdesk.kernel.money import format_yuan, unit_price_from_total
from salesdesk.office.inventory.import_problems import line_problem
from salesdesk.office.inventory.lot_rules import kind_of
from salesdesk.office.inventory.relisting_tables import RELEASED_OF
from salesdesk.office.inventory.sheets import GridPrice, ImportProblem, PriceRow
from salesdesk.office.staff.limit_rules import off_bp
from salesdesk.office.staff.limits import limit_of
from salesdesk.store.columns import CM2_PER_M2
from salesdesk.store.work import Reading

_RELEASED = text(RELEASED_OF).bindparams(bindparam("units", expanding=True))
_AT_ONCE = 5_000
_LOOKED_AT = frozenset({"gross_area", "use"})

INSIDE = QT_TRANSLATE_NOOP(
    "errors", "The gross area of {code}, {gross} m², is below its inside area of {inside} m²."
)
INSIDE_REMEDY = QT_TRANSLATE_NOOP("errors", "Mend the two areas, then import again.")
KIND = QT_TRANSLATE_NOOP(
    "errors", "The unit {code} was on offer as '{before}'; it cannot become '{use}'."
)
KIND_REMEDY = QT_TRANSLATE_NOOP(
    "errors", "Leave its use as it is. Another thing to sell is another unit."
)
AREA_CUT = QT_TRANSLATE_NOOP(
    "errors",
    "With {area} m² the price of {code} would be {price} yuan per m², {percent} % below {highest} yuan, the "
    "highest since it was signed or offered: beyond the {limit} % that your role may cut.",
)
AREA_CUT_REMEDY = QT_TRANSLATE_NOOP(
    "errors",
    "Import the area with the price per m² as it is. Then draft a price version with the lower price, and "
    "ask for it: it goes to signatures.",
)

Lines = Mapping[str, PriceRow | GridPrice]
Changed = Sequence[tuple[Row[Any], dict[str, Any]]]


def relisted(
    reading: Reading, lines: Lines, added: Sequence[tuple[str, PriceRow]], changed: Changed
) -> list[ImportProblem]:
    """Give what is wrong with the areas and uses of *added* and *changed* units, by line."""
    return [
        *(
            _inside(lines, code, row.gross_area, row.inside_area)
            for code, row in added
            if row.inside_area is not None and row.inside_area > row.gross_area
        ),
        *_upside_down(lines, changed),
        *_released(reading, lines, changed),
    ]


def _inside(lines: Lines, code: str, gross: object, inside: object) -> ImportProblem:
    facts = {"gross": f"{gross}", "inside": f"{inside}"}
    return line_problem(lines[code], code, INSIDE, INSIDE_REMEDY, facts)


def _upside_down(lines: Lines, changed: Changed) -> Iterator[ImportProblem]:
    for old, values in changed:
        gross = values.get("gross_area", old.gross_area)
        inside = values.get("inside_area", old.inside_area)
        asked = "gross_area" in values or "inside_area" in values
        if asked and inside is not None and inside > gross:
            yield _inside(lines, old.code, gross, inside)


def _released(reading: Reading, lines: Lines, changed: Changed) -> Iterator[ImportProblem]:
    limit = limit_of(reading.session, reading.role)
    asked = {old.id: (old, values) for old, values in changed if not _LOOKED_AT.isdisjoint(values)}
    keys = list(asked)
    for at in range(0, len(keys), _AT_ONCE):
        some = {"units": keys[at : at + _AT_ONCE]}
        for row in reading.session.connection().execute(_RELEASED, some):
            old, values = asked[row.id]
            use = values.get("use", old.use)
            if kind_of(use) is not kind_of(old.use):
                facts = {"before": old.use, "use": use}
                yield line_problem(lines[old.code], old.code, KIND, KIND_REMEDY, facts)
            area = values.get("gross_area", old.gross_area)
            total = values.get("total_fen", old.total_fen)
            if limit is None or not total or not row.highest_fen or area <= old.gross_area:
                continue
            cm2 = int(area * CM2_PER_M2)
            highest = row.highest_fen * cm2 // int(old.gross_area * CM2_PER_M2)
            if (off := off_bp(highest, total)) > limit:
                facts = {
                    "area": f"{area}", "price": format_yuan(unit_price_from_total(total, area)), "percent": f"{off / 100:g}",
                    "highest": format_yuan(unit_price_from_total(highest, area)), "limit": f"{limit / 100:g}",
                }  # fmt: skip
                yield line_problem(lines[old.code], old.code, AREA_CUT, AREA_CUT_REMEDY, facts)
