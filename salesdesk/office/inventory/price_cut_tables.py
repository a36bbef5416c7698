"""How far a list price is cut alone (降价权限): what it is measured by, as SQL, and the guards.

Decided 2026-11-27: a limit on discounts that a lower list price goes round is none. A list price is
measured by the highest that the unit had since signatures last agreed on one or, where they never
did, since it was first offered; so that ten cuts of one per cent are ten. Raises are free, and so are
prices before the first release; but whoever made one much lower does not release the unit himself.
"""

from salesdesk.office.approvals.tables import COVERED, OPEN_STEP, STOPPED
from salesdesk.office.inventory.price_request_tables import PriceRequest
from salesdesk.office.inventory.tables import PriceChange, ReleaseLine
from salesdesk.office.staff.limit_tables import LIMIT
from salesdesk.store.guards import refuse_when

_SIGNED = (
    f"JOIN {PriceRequest.__tablename__} w ON w.version_id = e.version_id"
    f" JOIN request q ON q.id = w.request_id AND NOT {STOPPED.format('q')}"
    f" AND {OPEN_STEP.format('q')} IS NULL"
)
AGREED = (
    "(SELECT max(c.id) FROM price_change c JOIN price_line l ON l.unit_id = c.unit_id"
    " AND l.total_fen = c.total_fen JOIN price_effect e ON e.version_id = l.version_id"
    f" AND e.at >= c.at {_SIGNED} WHERE c.unit_id = {{0}})"
)
"""The newest price of unit {0} that signatures agreed on; NULL: they never did."""

_OFFERED = (
    "(SELECT coalesce((SELECT max(c.id) FROM price_change c WHERE c.unit_id = {0} AND c.at < o.at), 0)"
    " FROM (SELECT min(b.at) AS at FROM release_line r JOIN release_batch b ON b.id = r.batch_id"
    " WHERE r.unit_id = {0}) o WHERE o.at IS NOT NULL)"
)
"""The price at which unit {0} was first offered, 0 for one of that very moment; NULL: it never was.

That is history: what is withdrawn from the offer stays measured by it.
"""

HIGHEST = (
    "(SELECT max(c.total_fen) FROM price_change c WHERE c.unit_id = {0} AND c.id >="
    f" coalesce({AGREED}, {_OFFERED}))"
)
"""What a list price of unit {0} is measured by (fen); NULL: nobody agreed on one, nor offered it."""

HIGHEST_FOR = (
    "(SELECT max(c.total_fen * {0}.gross_area / coalesce((SELECT x.gross_area FROM unit_before x"
    " WHERE x.unit_id = c.unit_id AND x.at > c.at ORDER BY x.id LIMIT 1), {0}.gross_area))"
    " FROM price_change c WHERE c.unit_id = {0}.id AND c.id >="
    f" coalesce({AGREED.format('{0}.id')}, {_OFFERED.format('{0}.id')}))"
)
"""The same per m²: for the area that the unit row {0} has, by the area that it had at each price (fen)."""

EVER_HIGHEST = "(SELECT max(h.total_fen) FROM price_change h WHERE h.unit_id = {0})"
"""The highest list price that unit {0} ever had (fen), as SQL."""

LOWERED_BY = (
    "NOT EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = {0})"
    " AND EXISTS (SELECT 1 FROM price_change c WHERE c.unit_id = {0} AND c.actor_id = {1} AND c.id >"
    f" (SELECT max(x.id) FROM price_change x WHERE x.unit_id = {{0}} AND x.total_fen = {EVER_HIGHEST}))"
    f" AND {AGREED} IS NULL"
)
"""Whether the person {1} priced unit {0} anew after its highest price, and nobody signed or offered it, as SQL."""

HIGHEST_OF = f"SELECT u.id, {HIGHEST_FOR.format('u')} FROM unit u WHERE u.id IN :units"
"""The question for what the list prices of some units are measured by (fen), for the area they have now."""

LOWERED_OF = (
    f"SELECT u.id, {EVER_HIGHEST.format('u.id')} FROM unit u WHERE u.id IN :units"
    f" AND u.total_fen < {EVER_HIGHEST.format('u.id')} AND {LOWERED_BY.format('u.id', ':actor')}"
)
"""The question which of some units one person priced lower and nobody offered; their highest price (fen)."""

refuse_when(
    PriceChange,
    "cut",
    "INSERT",
    (
        f"NEW.total_fen < (SELECT u.total_fen FROM unit u WHERE u.id = NEW.unit_id)"
        f" AND {LIMIT.format('NEW.actor_id')} IS NOT NULL"
        f" AND ({HIGHEST.format('NEW.unit_id')} - NEW.total_fen) * 10000"
        f" > {LIMIT.format('NEW.actor_id')} * {HIGHEST.format('NEW.unit_id')}"
        f" AND NOT EXISTS (SELECT 1 FROM price_effect e JOIN price_line l"
        f" ON l.version_id = e.version_id {_SIGNED} WHERE e.at = NEW.at"
        " AND e.actor_id = NEW.actor_id AND l.unit_id = NEW.unit_id AND l.total_fen = NEW.total_fen"
        f" AND {COVERED.format('q.id', HIGHEST.format('NEW.unit_id'), 'NEW.total_fen')})"
    ),
    "nobody cuts a list price by more than his role may",
)
_RELEASES = "(SELECT b.actor_id FROM release_batch b WHERE b.id = NEW.batch_id)"
refuse_when(
    ReleaseLine,
    "cut",
    "INSERT",
    (
        f"EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.unit_id"
        f" AND ({EVER_HIGHEST.format('u.id')} - u.total_fen) * 10000"
        f" > {LIMIT.format(_RELEASES)} * {EVER_HIGHEST.format('u.id')})"
        f" AND {LOWERED_BY.format('NEW.unit_id', _RELEASES)}"
    ),
    "nobody offers alone what he made much cheaper alone",
)
