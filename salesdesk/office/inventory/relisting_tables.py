"""What becomes of a released unit's area and use, as SQL: what it is measured by per m², and the guards.

Decided 2026-11-27: more m² for the same money are a lower price. So a list price is measured by the
highest per m² since signatures agreed on a price or the unit was first offered.
What was ever on offer as a home stays one: a lot has other laws.
"""

from salesdesk.office.inventory.before_tables import UnitBefore as _Before
from salesdesk.office.inventory.price_cut_tables import HIGHEST_FOR
from salesdesk.office.inventory.tables import Unit
from salesdesk.office.staff.limit_tables import LIMIT
from salesdesk.store.guards import refuse_when

RELEASED_OF = (
    f"SELECT u.id, {HIGHEST_FOR.format('u')} AS highest_fen"
    " FROM unit u WHERE u.id IN :units AND EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = u.id)"
)
"""The question which of some units were ever on offer, and what they are measured by (fen)."""

_HOMES = ("住宅", "公寓", "别墅", "別墅", "home", "residential", "apartment", "villa")
_LOTS = (
    "车位", "車位", "车库", "車庫", "停车", "停車", "parking", "garage", "car park", "car space", "carpark",
    "garaż", "储藏", "儲藏", "贮藏", "储物", "杂物间", "storage", "store room", "storeroom", "cellar", "komórka",
)  # fmt: skip


def _names(marks: tuple[str, ...], row: str) -> str:
    return (
        "("
        + " OR ".join(
            f"replace(lower({row}.use), '{mark}', '') <> lower({row}.use)" for mark in marks
        )
        + ")"
    )


_LOT = f"(NOT {_names(_HOMES, '{0}')} AND {_names(_LOTS, '{0}')})"
_WHO = (
    f"(SELECT k.actor_id FROM {_Before.__tablename__} k WHERE k.unit_id = NEW.id"
    " ORDER BY k.id DESC LIMIT 1)"
)
_MEASURE = HIGHEST_FOR.format("NEW")
_RELEASED = "EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = NEW.id)"
for _rule, _condition, _words in (
    (
        "inside",
        (
            "(NEW.gross_area <> OLD.gross_area OR NEW.inside_area IS DISTINCT FROM OLD.inside_area)"
            " AND NEW.inside_area > NEW.gross_area"
        ),
        "no gross area below the inside area",
    ),
    (
        "kind",
        f"NEW.use <> OLD.use AND {_LOT.format('NEW')} <> {_LOT.format('OLD')} AND {_RELEASED}",
        "what was on offer as a home is no lot",
    ),
    (
        "area_cut",
        (
            f"NEW.gross_area > OLD.gross_area AND ({_MEASURE} - NEW.total_fen) * 10000"
            f" > {LIMIT.format(_WHO)} * {_MEASURE}"
        ),
        "nobody lowers a price by its area by more than his role may",
    ),
):
    refuse_when(Unit, _rule, "UPDATE", _condition, _words)
