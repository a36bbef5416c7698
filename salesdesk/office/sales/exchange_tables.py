"""The row of an exchange (换房), and what the database refuses of one: nobody moves a deal by hand.

An exchange is a change of the old deal that its last signature carried out. Its row comes before all
that rests on it: the new deal's claims, the money that is carried over, the agreement, and the end of
the old deal's claim, which comes last.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.inventory.lot_tables import Binding
from salesdesk.office.ledger.rules import DEPOSIT_CAP_PERCENT, WHERE_MONEY_LIES, Account
from salesdesk.office.ledger.tables import Movement
from salesdesk.office.sales.tables import Agreement
from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, stamped


class UnitExchange(Record):
    """A deal went on as another, on another unit: by which price and mode, with what money (fen)."""

    __tablename__ = "unit_exchange"
    __table_args__ = (CheckConstraint("carried_fen > 0 AND price_fen > 0", name="amounts"),)
    id: Mapped[Key]
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), unique=True)
    new_deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), unique=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    mode_id: Mapped[int] = mapped_column(ForeignKey("payment_mode.id"))
    price_fen: Mapped[int]
    carried_fen: Mapped[int]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


stamped(UnitExchange, "actor_id", "at")
append_only(UnitExchange)

_SIGNED = "'\"mode\":' || NEW.mode_id || ',\"to\":' || NEW.unit_id || ',\"total_fen\":' || NEW.price_fen || '}'"
"""How the details of the change end that says the same: JSON has its names in order."""
_WHERE = ", ".join(f"'{account.value}'" for account in WHERE_MONEY_LIES)
_LIES_THERE = (
    f"(SELECT coalesce(sum(CASE WHEN m.credit IN ({_WHERE}) THEN m.amount_fen"
    f" ELSE 0 END - CASE WHEN m.debit IN ({_WHERE}) THEN m.amount_fen"
    " ELSE 0 END), 0) FROM movement m WHERE m.deal_id = NEW.deal_id)"
)
refuse_all(
    UnitExchange,
    "INSERT",
    (
        (
            "signed",
            (
                "NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id"
                " AND x.kind = 'exchange' AND x.at = NEW.at AND x.actor_id = NEW.actor_id"
                f" AND substr(x.details, length(x.details) - length({_SIGNED}) + 1) = {_SIGNED})"
            ),
            "a unit is exchanged by its signatures",
        ),
        (
            "given_away",
            (
                "EXISTS (SELECT 1 FROM deal_change x JOIN request q ON q.id = x.request_id"
                " JOIN unit u ON u.id = NEW.unit_id WHERE x.deal_id = NEW.deal_id"
                " AND x.kind = 'exchange' AND q.amount_fen <> u.total_fen - NEW.price_fen)"
            ),
            "an exchange gives away as much as was signed",
        ),
        (
            "deals",
            (
                "NOT EXISTS (SELECT 1 FROM deal o JOIN deal n ON n.project_id = o.project_id"
                " AND n.customer_id = o.customer_id AND n.unit_id <> o.unit_id"
                " WHERE o.id = NEW.deal_id AND n.id = NEW.new_deal_id AND n.unit_id = NEW.unit_id"
                " AND n.opened_at = NEW.at) OR EXISTS"
                " (SELECT 1 FROM claim c WHERE c.deal_id = NEW.new_deal_id)"
            ),
            "one customer''s deal goes on as his next in its project",
        ),
        ("carried", f"NEW.carried_fen <> {_LIES_THERE}", "all the money of a deal goes with it"),
    ),
)

_MOVED = "(SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.deal_id = {0} AND m.kind = '{1}')"
_LOTS = (
    "(SELECT coalesce(sum(u.total_fen), 0) FROM claim c JOIN unit u ON u.id = c.unit_id"
    " WHERE c.deal_id = e.new_deal_id AND c.ended_at IS NULL AND c.unit_id <> e.unit_id)"
)
_HELD, _PRICE = Account.DEPOSITS_HELD.value, Account.PRICE_RECEIVED.value
PAID_OF_PRICE = (
    f"(SELECT coalesce(sum(CASE WHEN m.credit IN ('{_HELD}', '{_PRICE}') THEN m.amount_fen ELSE 0 END"
    f" - CASE WHEN m.debit IN ('{_HELD}', '{_PRICE}') THEN m.amount_fen ELSE 0 END), 0)"
    " FROM movement m WHERE m.deal_id = NEW.deal_id)"
)
"""What is paid of the price of a row's (NEW) deal, deposit included (fen), as SQL."""
LOTS_OF_DEAL = (
    "(SELECT coalesce(sum(u.total_fen), 0) FROM claim c JOIN unit u ON u.id = c.unit_id"
    " JOIN deal o ON o.id = c.deal_id WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL"
    " AND c.unit_id <> o.unit_id)"
)
"""What the lots cost that go with the home of a row's (NEW) deal (fen), as SQL."""
refuse_all(
    Movement,
    "INSERT",
    (
        (
            "carried_out",
            (
                "NEW.kind = 'carried out' AND NOT EXISTS (SELECT 1 FROM unit_exchange e"
                " WHERE e.deal_id = NEW.deal_id AND e.at = NEW.at AND e.actor_id = NEW.actor_id"
                f" AND NEW.amount_fen + {_MOVED.format('e.deal_id', 'carried out')} <= e.carried_fen)"
            ),
            "money leaves a deal for another by its exchange",
        ),
        (
            "carried_in",
            (
                "NEW.kind = 'carried in' AND NOT EXISTS (SELECT 1 FROM unit_exchange e"
                " WHERE e.new_deal_id = NEW.deal_id AND e.at = NEW.at AND e.actor_id = NEW.actor_id"
                f" AND NEW.amount_fen + {_MOVED.format('e.new_deal_id', 'carried in')}"
                f" <= {_MOVED.format('e.deal_id', 'carried out')})"
            ),
            "what left one deal arrives in the other, no more",
        ),
        (
            "price",
            (
                f"NEW.kind IN ('payment', 'applied', 'carried in') AND NEW.credit = '{_PRICE}'"
                f" AND NEW.amount_fen + {PAID_OF_PRICE} > coalesce((SELECT p.total_fen FROM price_approval p"
                " WHERE p.deal_id = NEW.deal_id ORDER BY p.id DESC LIMIT 1), (SELECT e.price_fen"
                " FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id), (SELECT d.list_total_fen"
                f" FROM deal d WHERE d.id = NEW.deal_id)) + {LOTS_OF_DEAL}"
            ),
            "what is more than the price is paid ahead",
        ),
        (
            "carried_cap",
            (
                f"NEW.kind = 'carried in' AND NEW.credit = '{_HELD}' AND EXISTS (SELECT 1"
                " FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id AND NEW.amount_fen"
                f" > (e.price_fen + {_LOTS}) * {DEPOSIT_CAP_PERCENT} / 100)"
            ),
            "a deposit stays within its cap",
        ),
    ),
)

BY_EXCHANGE = (
    "EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id AND e.at = NEW.at"
    " AND e.actor_id = NEW.actor_id{})"
)
"""Whether a row (NEW) of a new deal is its exchange's, as SQL; more conditions fit in."""
refuse_all(
    Agreement,
    "INSERT",
    (
        (
            "right",
            (
                "NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
                " WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'Subscribe')"
                f" AND NOT {BY_EXCHANGE.format('')}"
            ),
            "nobody writes an agreement without the right, or the signatures",
        ),
        (
            "exchanged",
            (
                "EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id AND"
                " (e.mode_id <> NEW.mode_id OR e.price_fen <> NEW.price_fen OR e.carried_fen <> "
                + _MOVED.format("e.new_deal_id", "carried in")
                + "))"
            ),
            "an agreement by an exchange is as it was signed",
        ),
    ),
)

_HOLDS = (
    "EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
    " WHERE p.id = {} AND p.left_at IS NULL AND r.name = '{}')"
)
_LOT_OF = (
    "EXISTS (SELECT 1 FROM unit_exchange e JOIN deal d ON d.id = e.{0} JOIN deal_change x"
    " ON x.deal_id = e.deal_id AND x.kind = 'exchange' WHERE d.unit_id = {1}.home_id"
    " AND e.at = NEW.{2} AND e.actor_id = NEW.{3}"
    " AND replace(x.details, '\"' || {1}.lot_id || '\":\"{4}', '') <> x.details)"
)
refuse_all(
    Binding,
    "INSERT",
    (
        (
            "right",
            (
                f"NOT {_HOLDS.format('NEW.actor_id', 'BindLot')} AND NOT "
                + _LOT_OF.format("new_deal_id", "NEW", "at", "actor_id", 'take"')
            ),
            "nobody binds without the right, or the signatures",
        ),
    ),
)
_UNBOUND = _LOT_OF.format("deal_id", "OLD", "ended_at", "ended_by", "")
refuse_all(
    Binding,
    "UPDATE",
    (
        (
            "loose",
            (
                "NEW.ended_at IS NOT NULL"
                f" AND NOT {_HOLDS.format('NEW.ended_by', 'UnbindLot')} AND NOT {_UNBOUND}"
            ),
            "nobody unbinds without the right, or the signatures",
        ),
    ),
)
