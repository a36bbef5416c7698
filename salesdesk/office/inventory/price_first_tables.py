"""First prices (首次定价): what a unit that was never offered is measured by, as SQL, and the guard.

Decided 2026-11-27: a limit on cuts that a new unit goes round is none. Where units of its kind are or
were on offer in the project, a first price is measured per m² by the lowest of theirs. The very first
release of a kind in a project is free. The guard tells kinds by the use as it is written.
"""

from salesdesk.office.inventory.price_cut_tables import AGREED, HIGHEST
from salesdesk.office.inventory.tables import ReleaseLine
from salesdesk.office.staff.limit_tables import LIMIT
from salesdesk.store.guards import refuse_when

CM2 = 10_000
"""cm² in a m²."""

OFFERED_OF = (
    f"SELECT u.use, u.gross_area, {HIGHEST.format('u.id')} AS total_fen,"
    " (SELECT min(r.batch_id) FROM release_line r WHERE r.unit_id = u.id) AS batch,"
    f" {AGREED.format('u.id')} AS agreed FROM unit u WHERE u.project_id = :project"
    " AND EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = u.id)"
)
"""The question for the units that are or were on offer in a project (cm², fen, first batch, agreed price)."""

NEW_OF = (
    "SELECT u.id, u.project_id, u.use, u.gross_area FROM unit u WHERE u.id IN :units"
    " AND NOT EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = u.id)"
)
"""The question which of some units were never offered (cm²)."""

UNSIGNED_OF = f"SELECT u.id FROM unit u WHERE u.id IN :units AND {AGREED.format('u.id')} IS NULL"
"""The question which of some units have no price that signatures agreed on."""

_BY = "(SELECT b.actor_id FROM release_batch b WHERE b.id = NEW.batch_id)"
_ALIKE = (
    "SELECT 1 FROM unit y WHERE y.project_id = u.project_id AND y.use = u.use"
    " AND y.total_fen IS NOT NULL AND EXISTS (SELECT 1 FROM release_line r"
    " WHERE r.unit_id = y.id AND r.batch_id <> NEW.batch_id)"
)
_EACH = f"(u.total_fen * {CM2} / u.gross_area)"
_WITHIN = (
    f"({{0}} * {CM2} / y.gross_area - {_EACH}) * 10000"
    f" <= {LIMIT.format(_BY)} * ({{0}} * {CM2} / y.gross_area)"
)
refuse_when(
    ReleaseLine,
    "first",
    "INSERT",
    (
        f"{LIMIT.format(_BY)} IS NOT NULL"
        " AND EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.unit_id"
        " AND NOT EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = u.id)"
        # What stands at such a price now may have stood higher; what never did is not asked twice.
        f" AND NOT EXISTS ({_ALIKE} AND {_WITHIN.format('y.total_fen')}"
        f" AND {_WITHIN.format(HIGHEST.format('y.id'))})"
        f" AND EXISTS ({_ALIKE}) AND {AGREED.format('u.id')} IS NULL)"
    ),
    "nobody offers alone what is first priced far below the offer",
)
