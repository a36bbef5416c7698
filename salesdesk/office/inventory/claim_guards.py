"""What the database itself refuses of claims and releases, whoever asks (laws 1 and 5).

Apart from the rows: whoever loads a trade's commands loads these with them (`claims`).
"""

from collections.abc import Mapping

from salesdesk.office.approvals.tables import OPEN_STEP, STOPPED
from salesdesk.office.inventory.exchange_guards import ENDS_BY_EXCHANGE
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.remaking_tables import RETIRED
from salesdesk.office.inventory.rules import ENDED_BY, OPENED_BY, UnitState
from salesdesk.office.inventory.tables import Claim, ReleaseLine
from salesdesk.office.staff.rules import SETTINGS
from salesdesk.store.guards import refuse_all, refuse_when

CLOCK = 0
"""The actor of what happens by itself."""

_FIXED = (
    "unit_id",
    "stage",
    "deal_id",
    "customer_id",
    "consultant_id",
    "opened_at",
    "opened_by",
    "until",
)
refuse_when(ReleaseLine, "history", "UPDATE", "OLD.ended_at IS NOT NULL", "an ended release stays")
refuse_when(ReleaseLine, "delete", "DELETE", "OLD.id IS NOT NULL", "releases are never deleted")
refuse_when(Claim, "history", "UPDATE", "OLD.ended_at IS NOT NULL", "an ended claim stays")
refuse_when(
    Claim,
    "fixed",
    "UPDATE",
    " OR ".join(f"OLD.{c} IS DISTINCT FROM NEW.{c}" for c in _FIXED),
    "a claim can only end",
)
refuse_when(Claim, "delete", "DELETE", "OLD.id IS NOT NULL", "claims are never deleted")
refuse_when(
    Claim,
    "overlap",
    "INSERT",
    "EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id"
    " AND (c.ended_at IS NULL OR c.ended_at > NEW.opened_at))",
    "the unit is already claimed",
)

_RIGHTS = "SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"


def _without_right(person: str, stage: str, doors: Mapping[UnitState, frozenset[str]]) -> str:
    """Give the condition under which *person* may not open, or end, a claim of *stage*."""
    allowed = " OR ".join(
        "({} = '{}' AND r.name IN ({}))".format(
            stage, state.value, ", ".join(f"'{name}'" for name in sorted(doors[state]))
        )
        for state in sorted(doors)
    )
    return f"NOT EXISTS ({_RIGHTS} WHERE p.id = {person} AND p.left_at IS NULL AND ({allowed}))"


refuse_when(
    Claim,
    "right",
    "INSERT",
    "NEW.opened_by <> 0 AND " + _without_right("NEW.opened_by", "NEW.stage", OPENED_BY),
    "nobody opens this claim without the right",
)
refuse_when(
    Claim,
    "end",
    "UPDATE",
    "OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NOT (NEW.ended_by = 0 AND OLD.stage IN ('on hold', 'reserved') AND NEW.ended_at = OLD.until) AND "
    + _without_right("NEW.ended_by", "OLD.stage", ENDED_BY),
    "nobody ends this claim without the right",
)
refuse_when(
    Claim,
    "replace",
    "INSERT",
    "EXISTS (SELECT 1 FROM claim c WHERE c.id = NEW.id)",
    "claims are never replaced",
)


# --- the order of the steps: what a claim rests on must be there before it
_HOLDS_THE_RIGHT = f"EXISTS ({_RIGHTS} WHERE p.id = {{}} AND r.name IN ({{}}))"
_PAID = (
    "EXISTS (SELECT 1 FROM receipt r LEFT JOIN receipt_void v ON v.receipt_id = r.id"
    " LEFT JOIN contra k ON k.receipt_id = r.id WHERE r.deal_id = {} AND r.kind <> 'refund'"
    " AND v.receipt_id IS NULL AND k.receipt_id IS NULL)"
)
_WITHOUT_PERMIT = (
    "EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = NEW.unit_id"
    " AND j.law_level = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id))"
)
_APPROVED = (
    "EXISTS (SELECT 1 FROM reservation v JOIN request q ON q.id = v.request_id JOIN signature s"
    " ON s.request_id = q.id AND s.at = {1} AND s.person_id = {2} WHERE v.unit_id = {0}"
    f" AND NOT {STOPPED.format('q')} AND {OPEN_STEP.format('q')} IS NULL"
)
"""Whether whoever {2} signed last, at {1}, of a request to reserve the unit {0}; not closed."""
_LEFT_RESERVATION = (
    "EXISTS (SELECT 1 FROM deal d JOIN claim c ON c.unit_id = d.unit_id AND c.stage = 'reserved'"
    " AND c.ended_at = d.opened_at AND c.ended_by <> 0 LEFT JOIN customer k ON k.id = c.customer_id"
    " LEFT JOIN customer m ON m.id = k.merged_into WHERE d.id = NEW.deal_id"
    " AND d.unit_id = NEW.unit_id AND d.customer_id IN (c.customer_id, k.merged_into, m.merged_into))"
)
_FOLLOWS = (
    "NEW.stage = '{0}' AND NEW.opening = 0 AND NOT (EXISTS (SELECT 1 FROM {2} x"
    " WHERE x.deal_id = NEW.deal_id) AND EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id"
    " AND c.deal_id = NEW.deal_id AND c.stage = '{1}' AND c.ended_at = NEW.opened_at))"
)
"""Whether a claim {0} of a deal does not follow its claim {1} at once, by a row of the table {2}."""
_FIRST_HOLD = "NEW.stage = 'on hold' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id) AND "


def _minutes(name: str) -> str:
    default = SETTINGS[name].default
    return f"coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = '{name}'), {default})"


_LONGEST = f"({_minutes('hold_longest_minutes')} + {_minutes('hold_writing_minutes')}) * 60000000"
_BEGAN = (
    "coalesce((SELECT d.opened_at FROM deal d WHERE d.id = NEW.deal_id AND NOT EXISTS"
    " (SELECT 1 FROM receipt r JOIN receipt_void v ON v.receipt_id = r.id WHERE r.deal_id = d.id)"
    " AND NOT EXISTS (SELECT 1 FROM receipt r JOIN contra k ON k.receipt_id = r.id"
    " WHERE r.deal_id = d.id)), NEW.opened_at)"
)
"""From when a hold is measured: its deal's beginning, or anew where its money went back."""

_WITH_ITS_HOME = (
    "EXISTS (SELECT 1 FROM binding b JOIN claim h ON h.unit_id = b.home_id"
    " WHERE b.lot_id = NEW.unit_id AND b.ended_at IS NULL AND b.home_id = d.unit_id"
    " AND h.deal_id = d.id AND h.ended_at IS NULL AND h.stage = NEW.stage)"
)
"""Whether the claim is a bound lot's, and its home has the same claim of the deal d already."""

_OPENS = (
    ("retired", RETIRED.format("NEW.unit_id"), "what became another unit is nobody''s"),
    ("ended", "NEW.ended_at IS NOT NULL OR NEW.ended_by IS NOT NULL", "a claim is opened first"),
    (
        "deal",
        (
            "NEW.stage NOT IN ('held back', 'blocked', 'reserved') AND NOT EXISTS (SELECT 1 FROM deal d"
            f" WHERE d.id = NEW.deal_id AND (d.unit_id = NEW.unit_id OR {_WITH_ITS_HOME})"
            " AND d.customer_id = NEW.customer_id AND d.consultant_id = NEW.consultant_id)"
        ),
        "a claim is its deal''s",
    ),
    (
        "bound",
        (
            "NEW.stage NOT IN ('held back', 'blocked') AND EXISTS (SELECT 1 FROM binding b"
            " WHERE b.lot_id = NEW.unit_id AND b.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM deal d"
            " WHERE d.id = NEW.deal_id AND d.unit_id = b.home_id))"
        ),
        "a bound lot goes with its home",
    ),
    (
        "offer",
        (
            "NEW.stage = 'on hold' AND NOT EXISTS (SELECT 1 FROM release_line l"
            " WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) AND NOT " + _LEFT_RESERVATION
        ),
        "only what is on offer, or reserved for the customer, is held",
    ),
    (
        "price",
        _FIRST_HOLD + "NOT EXISTS (SELECT 1 FROM deal d JOIN unit u ON u.id = d.unit_id"
        " WHERE d.id = NEW.deal_id AND d.opened_at = NEW.opened_at AND d.project_id = u.project_id"
        " AND d.list_total_fen = u.total_fen AND d.list_unit_price_fen = u.unit_price_fen)",
        "a deal begins with its hold, at the list price",
    ),
    ("permit", _FIRST_HOLD + _WITHOUT_PERMIT, "no permit, no sale"),
    (
        "approved",
        (
            "NEW.stage = 'reserved' AND NOT "
            + _APPROVED.format("NEW.unit_id", "NEW.opened_at", "NEW.opened_by")
            + " AND v.customer_id = NEW.customer_id AND v.consultant_id = NEW.consultant_id"
            " AND v.until = NEW.until AND v.until > NEW.opened_at AND NEW.deal_id IS NULL"
            " AND v.total_fen = (SELECT u.total_fen FROM unit u WHERE u.id = NEW.unit_id))"
        ),
        "no reservation without its signatures",
    ),
    ("reserving", "NEW.stage = 'reserved' AND " + _WITHOUT_PERMIT, "no permit, no reservation"),
    (
        "ban",
        (
            "NEW.stage = 'reserved' AND coalesce((SELECT w.level FROM law_line w JOIN unit u"
            f" ON u.project_id = w.project_id WHERE u.id = NEW.unit_id AND w.law = '{Law.RESERVATION.value}'"
            " ORDER BY w.id DESC LIMIT 1), 'off') = 'block'"
        ),
        "the project''s law allows no reservation",
    ),
    (
        "clock",
        (
            "NEW.opened_by = 0 AND NOT (NEW.stage = 'held back' AND NEW.opening = 0 AND"
            " NEW.until IS NULL AND EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id"
            " AND c.stage = 'reserved' AND c.ended_by = 0 AND c.ended_at = NEW.opened_at))"
        ),
        "the clock holds back what was reserved, and nothing else",
    ),
    (
        "kept",
        (
            "NEW.stage = 'held back' AND NEW.opened_by <> 0 AND NOT "
            + _HOLDS_THE_RIGHT.format(
                "NEW.opened_by",
                "'HoldBack', 'UnblockUnits', 'AcceptBack', 'MergeUnits', 'SplitUnit'",
            )
            + " AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id"
            " AND c.stage = 'reserved' AND c.ended_by = NEW.opened_by"
            " AND c.ended_at = NEW.opened_at)"
        ),
        "only a reservation that was given up is held back so",
    ),
    (
        "time",
        (
            "NEW.stage = 'on hold' AND (CASE WHEN NEW.until IS NULL"
            f" THEN NOT {_PAID.format('NEW.deal_id')} ELSE NEW.until > {_BEGAN} + {_LONGEST} END)"
        ),
        "a hold has its time",
    ),
    (
        "agreement",
        (
            "NEW.stage = 'subscribed' AND NEW.opening = 0 AND NOT EXISTS"
            " (SELECT 1 FROM agreement a WHERE a.deal_id = NEW.deal_id)"
        ),
        "no subscription without its agreement",
    ),
    (
        "contract",
        _FOLLOWS.format("signed", "subscribed", "contract"),
        "nothing is signed without its contract",
    ),
    (
        "filing",
        _FOLLOWS.format("filed", "signed", "contract_filing"),
        "nothing is filed without its filing",
    ),
    (
        "delivery",
        _FOLLOWS.format("delivered", "filed", "delivery"),
        "nothing is delivered without its handing over",
    ),
    (
        "struck_off",
        (
            "NEW.stage = 'in review' AND EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id"
            " AND c.stage = 'filed') AND NOT EXISTS"
            " (SELECT 1 FROM filing_cancelled f WHERE f.deal_id = NEW.deal_id)"
        ),
        "what is filed comes back when its filing is struck off",
    ),
    (
        "review",
        (
            "NEW.stage = 'in review' AND NOT EXISTS"
            " (SELECT 1 FROM cancellation x WHERE x.deal_id = NEW.deal_id) AND NOT EXISTS"
            " (SELECT 1 FROM unit_exchange e WHERE e.deal_id = NEW.deal_id)"
        ),
        "no review without a cancellation or an exchange",
    ),
    (
        "exchanged",
        (
            "NEW.stage IN ('on hold', 'subscribed') AND NEW.opening = 0 AND NEW.opened_by <> 0 AND NOT "
            + _HOLDS_THE_RIGHT.format(
                "NEW.opened_by",
                "'HoldUnit', 'ExtendHold', 'TakeDeposit', 'VoidReceipt', 'ContraReceipt', 'Subscribe'",
            )
            + " AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id"
            " AND e.at = NEW.opened_at AND e.actor_id = NEW.opened_by)"
        ),
        "a signer holds and subscribes by an exchange only",
    ),
    (
        "opening",
        "NEW.opening <> 0 AND NOT " + _HOLDS_THE_RIGHT.format("NEW.opened_by", "'ImportOpening'"),
        "only the opening import brings old claims",
    ),
)
refuse_all(Claim, "INSERT", _OPENS)

_ENDS = (
    (
        "whole",
        (
            "NEW.ended_at IS NULL OR NEW.id <> OLD.id OR NEW.reason <> OLD.reason"
            " OR NEW.opening <> OLD.opening"
        ),
        "a claim can only end",
    ),
    (
        "own",
        "NEW.ended_by <> 0 AND OLD.stage IN ('on hold', 'reserved') AND NEW.ended_by <> OLD.consultant_id"
        " AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.ended_by AND p.role = 'consultant')"
        " AND NOT EXISTS (SELECT 1 FROM customer c LEFT JOIN customer m ON m.id = c.merged_into"
        " LEFT JOIN customer n ON n.id = m.merged_into WHERE c.id = OLD.customer_id"
        " AND (NEW.ended_by IN (c.consultant_id, m.consultant_id, n.consultant_id)"
        " OR n.merged_into IS NOT NULL)) AND NOT "
        + _HOLDS_THE_RIGHT.format(
            "NEW.ended_by",
            "'TakeDeposit', 'VoidReceipt', 'ContraReceipt', 'CancelSubscription'",
        ),
        "a consultant ends only his own holds",
    ),
    (
        "kept_back",
        (
            "OLD.stage = 'held back' AND NEW.ended_by <> 0 AND NOT "
            + _HOLDS_THE_RIGHT.format(
                "NEW.ended_by",
                "'ReleaseUnits', 'BlockUnits', 'ImportOpening', 'MergeUnits', 'SplitUnit'",
            )
            + f" AND NOT {_APPROVED.format('OLD.unit_id', 'NEW.ended_at', 'NEW.ended_by')})"
        ),
        "what is held back is reserved by its signatures",
    ),
    (
        "money",
        "OLD.stage = 'on hold' AND OLD.until IS NULL AND "
        + _PAID.format("OLD.deal_id")
        + " AND NOT EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = OLD.deal_id)"
        " AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = OLD.deal_id)",
        "money lies on the unit",
    ),
    (
        "cancelled",
        (
            "((OLD.stage = 'subscribed' AND NOT EXISTS (SELECT 1 FROM contract k WHERE k.deal_id = OLD.deal_id))"
            " OR (OLD.stage = 'signed' AND NOT EXISTS (SELECT 1 FROM contract_filing f WHERE f.deal_id = OLD.deal_id))"
            " OR (OLD.stage = 'filed' AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.deal_id = OLD.deal_id)))"
            " AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = OLD.deal_id)"
            f" AND NOT {ENDS_BY_EXCHANGE}"
        ),
        "a sale goes on by its paper, or ends by its cancellation or exchange",
    ),
    (
        "exchanging",
        (
            "OLD.stage IN ('on hold', 'reserved') AND NEW.ended_by <> 0 AND NOT "
            + _HOLDS_THE_RIGHT.format(
                "NEW.ended_by",
                "'HoldUnit', 'GiveUpReservation', 'ExtendHold', 'LetGo', 'TakeDeposit',"
                " 'VoidReceipt', 'ContraReceipt', 'Subscribe', 'CancelSubscription'",
            )
            + " AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.at = NEW.ended_at"
            " AND e.actor_id = NEW.ended_by"
            " AND (e.new_deal_id = OLD.deal_id OR (OLD.deal_id IS NULL AND e.unit_id = OLD.unit_id)))"
        ),
        "a signer ends a hold or a reservation by an exchange only",
    ),
)
refuse_all(Claim, "UPDATE", _ENDS)

for _rule, _verb, _condition, _words in (
    ("permit", "INSERT", _WITHOUT_PERMIT, "no permit, no release"),
    (
        "price",
        "INSERT",
        "EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.unit_id AND u.total_fen IS NULL)",
        "what is on offer has its price",
    ),
    (
        "right",
        "UPDATE",
        "OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NOT "
        + _HOLDS_THE_RIGHT.format(
            "NEW.ended_by", "'WithdrawUnits', 'HoldBack', 'BlockUnits', 'CancelSubscription'"
        )
        + " AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id"
        " AND c.stage = 'reserved' AND c.opened_by = NEW.ended_by AND c.opened_at = NEW.ended_at)"
        " AND NOT EXISTS (SELECT 1 FROM cancellation x JOIN deal d ON d.id = x.deal_id"
        " WHERE (d.unit_id = NEW.unit_id OR EXISTS (SELECT 1 FROM binding b WHERE b.ended_at IS NULL"
        " AND b.lot_id = NEW.unit_id AND b.home_id = d.unit_id))"
        " AND x.actor_id = NEW.ended_by AND x.at = NEW.ended_at)"
        " AND NOT EXISTS (SELECT 1 FROM unit_exchange x JOIN deal d ON d.id = x.deal_id"
        " WHERE (d.unit_id = NEW.unit_id OR EXISTS (SELECT 1 FROM binding b WHERE b.ended_at IS NULL"
        " AND b.lot_id = NEW.unit_id AND b.home_id = d.unit_id))"
        " AND x.actor_id = NEW.ended_by AND x.at = NEW.ended_at)",
        "nobody ends a release without the right",
    ),
    (
        "fixed",
        "UPDATE",
        "NEW.id <> OLD.id OR NEW.unit_id <> OLD.unit_id OR NEW.batch_id <> OLD.batch_id",
        "a release can only end",
    ),
):
    refuse_when(ReleaseLine, _rule, _verb, _condition, _words)
