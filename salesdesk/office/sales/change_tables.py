"""Rows of changes to deals: what a request is about, and the change as it was carried out."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from salesdesk.office.approvals.tables import OPEN_STEP, STOPPED
from salesdesk.office.sales.change_rules import CHANGES
from salesdesk.office.sales.exchange_tables import LOTS_OF_DEAL, PAID_OF_PRICE
from salesdesk.office.sales.grant_tables import GRANTED, REPRICED
from salesdesk.office.sales.signing_tables import FilingCancelled
from salesdesk.office.sales.tables import Cancellation, PriceApproval
from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, day_number, refuse_all, refuse_when, stamped


class ChangeRequest(Record):
    """What a request to change a deal is about, as the database reads it.

    ``sign_by`` and ``mode_id`` are what they shall become; ``details`` is JSON: the buyers
    to be, whose fault a cancellation is, or under which notice a deposit is forfeited.
    """

    __tablename__ = "change_request"
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), primary_key=True)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), index=True)
    sign_by: Mapped[date | None]
    mode_id: Mapped[int | None] = mapped_column(ForeignKey("payment_mode.id"))
    details: Mapped[str] = mapped_column(Canonical)
    asker_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    filed_at: Mapped[datetime]


class DealChange(Record):
    """A change (变更) that its last signature carried out, with the sheet as printed; the newest counts."""

    __tablename__ = "deal_change"
    __table_args__ = (UniqueConstraint("request_id"),)
    id: Mapped[Key]
    no: Mapped[int] = mapped_column(unique=True)
    number: Mapped[str] = mapped_column(unique=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"))
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), index=True)
    kind: Mapped[str]
    sign_by: Mapped[date | None]
    mode_id: Mapped[int | None] = mapped_column(ForeignKey("payment_mode.id"))
    details: Mapped[str] = mapped_column(Canonical)
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    sheet: Mapped[str] = mapped_column(Canonical)


stamped(ChangeRequest, "asker_id", "filed_at")
stamped(DealChange, "actor_id", "at")
for _table in (ChangeRequest, DealChange):
    append_only(_table)

_BY_REQUEST = (
    "EXISTS (SELECT 1 FROM setting s WHERE s.name = 'cancel_by_request' AND s.value = 'true')"
)
WITH_A_CHANGE = (
    "EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id"
    " AND ((x.kind = 'cancellation' AND substr(x.details, 1, length(NEW.fault) + 11)"
    " = '{\"fault\":\"' || NEW.fault || '\"') OR (x.kind = 'forfeit' AND NEW.fault = 'buyer'))"
    " AND x.at = NEW.at"
    " AND x.actor_id = NEW.actor_id)"
)
"""Whether a cancellation (NEW) is what a request's last signature carried out, as SQL."""

refuse_all(
    Cancellation,
    "INSERT",
    (
        (
            "right",
            (
                "NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
                " WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'CancelSubscription')"
                f" AND NOT {WITH_A_CHANGE}"
            ),
            "nobody cancels without the right, or the signatures",
        ),
        (
            "request",
            (
                f"{_BY_REQUEST} AND EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = NEW.deal_id)"
                f" AND NOT {WITH_A_CHANGE}"
            ),
            "what was agreed is cancelled by its signatures",
        ),
        (
            "alone",
            f"(NEW.kept_fen <> 0 OR NEW.doubled_fen <> 0) AND NOT {WITH_A_CHANGE}",
            "nobody alone keeps a deposit or doubles it",
        ),
    ),
)

_EXCHANGED = (
    "EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id AND e.at = NEW.at"
    " AND e.actor_id = NEW.actor_id AND e.price_fen = NEW.total_fen)"
)
_STRUCK_OFF = (
    "EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'cancellation'"
    " AND replace(x.details, '\"filing_cancelled_on\":\"' || NEW.cancelled_on || '\"', '') <> x.details"
    " AND x.at = NEW.at AND x.actor_id = NEW.actor_id)"
)
refuse_all(
    FilingCancelled,
    "INSERT",
    (
        (
            "right",
            (
                "NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
                " WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'CancelSubscription')"
                f" AND NOT {_STRUCK_OFF}"
            ),
            "nobody strikes a filing off without the right, or the signatures",
        ),
        (
            "request",
            (
                f"{_BY_REQUEST} AND EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = NEW.deal_id)"
                f" AND NOT {_STRUCK_OFF}"
            ),
            "what was agreed is cancelled by its signatures",
        ),
    ),
)

refuse_all(
    PriceApproval,
    "INSERT",
    (
        (
            "right",
            (
                "NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
                " WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'ApprovePrice')"
                f" AND NOT {REPRICED} AND NOT {GRANTED} AND NOT {_EXCHANGED}"
            ),
            "nobody approves a price without the right, or the signatures",
        ),
        (
            "agreed",
            (
                "EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = NEW.deal_id)"
                f" AND NOT {REPRICED}"
            ),
            "the price of an agreement is changed by its signatures",
        ),
        (
            "paid",
            f"NEW.total_fen + {LOTS_OF_DEAL} < {PAID_OF_PRICE}",
            "no price below what is paid of it",
        ),
    ),
)

_KINDS = ", ".join(f"'{kind.value}'" for kind in sorted(CHANGES))
_STANDS = (
    "EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL"
    " AND c.stage IN ({}))"
)
_SUBSCRIBED = _STANDS.format("'subscribed'")
_CONTRACTED = _STANDS.format("'signed', 'filed'")
_SOLD = _STANDS.format("'signed', 'filed', 'delivered'")
_ASKS = "EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = '{}')"
_OF_AREA = _ASKS.format("area")
LOAN_REFUSED = (
    "EXISTS (SELECT 1 FROM loan_case k JOIN loan_turn t ON t.case_id = k.id WHERE k.deal_id = {0}"
    " AND t.state = 'refused' AND NOT EXISTS (SELECT 1 FROM loan_turn l WHERE l.case_id = k.id"
    " AND l.turn_no > t.turn_no) AND NOT EXISTS (SELECT 1 FROM loan_case n WHERE n.deal_id = k.deal_id"
    " AND n.id > k.id))"
)
"""Whether the newest loan case of a deal was refused, as SQL: the room of loans stands above this one."""
_LIVE = (
    f"NOT ({_SUBSCRIBED} AND NOT {_OF_AREA}) AND NOT ({_SOLD} AND {_OF_AREA})"
    f" AND NOT ({_CONTRACTED} AND {_ASKS.format('cancellation')})"
    f" AND NOT ({_CONTRACTED} AND {_ASKS.format('payment mode')} AND {LOAN_REFUSED.format('NEW.deal_id')})"
)
"""After its contract a deal is cancelled or its area settled, and paid otherwise where its loan was refused
(R-05): nothing else of it changes by a request."""

refuse_all(
    ChangeRequest,
    "INSERT",
    (
        (
            "request",
            (
                "NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id"
                f" AND q.kind IN ({_KINDS}) AND q.asker_id = NEW.asker_id"
                " AND q.filed_at = NEW.filed_at)"
            ),
            "what is asked of a deal is its request''s",
        ),
        ("live", _LIVE, "only a live agreement is changed"),
        (
            "put_off",
            (
                "EXISTS (SELECT 1 FROM request q JOIN agreement a ON a.deal_id = NEW.deal_id"
                " WHERE q.id = NEW.request_id AND q.kind = 'extension' AND (NEW.sign_by IS NULL"
                f" OR q.days < {day_number('NEW.sign_by')} - {day_number('a.sign_by')}))"
            ),
            "a later day counts from the day first agreed",
        ),
    ),
)
_TOTAL = "CAST(json_extract(NEW.details, '$.total_fen') AS BIGINT)"
_FIRST = (
    "(CASE WHEN EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = d.id)"
    " THEN d.list_total_fen ELSE a.price_fen END)"
)
_NOW = (
    "coalesce((SELECT p.total_fen FROM price_approval p WHERE p.deal_id = d.id"
    " ORDER BY p.id DESC LIMIT 1), d.list_total_fen)"
)
refuse_when(
    ChangeRequest,
    "given_away",
    "INSERT",
    (
        "EXISTS (SELECT 1 FROM request q JOIN agreement a ON a.deal_id = NEW.deal_id"
        " JOIN deal d ON d.id = NEW.deal_id WHERE q.id = NEW.request_id AND q.kind = 'price'"
        f" AND ({_TOTAL} IS NULL OR q.amount_fen < {_FIRST} - {_TOTAL}"
        f" OR q.amount_fen < {_NOW} - {_TOTAL}))"
    ),
    "what is given away counts from the price first agreed",
)
refuse_when(
    ChangeRequest,
    "exchange",
    "INSERT",
    (
        "EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'exchange'"
        f" AND ({_TOTAL} IS NULL OR q.amount_fen IS DISTINCT FROM (SELECT u.total_fen FROM unit u"
        f" WHERE u.id = CAST(json_extract(NEW.details, '$.to') AS BIGINT)) - {_TOTAL}))"
    ),
    "an exchange gives away what is between its list price and its own",
)
refuse_all(
    DealChange,
    "INSERT",
    (
        (
            "number",
            (
                "NEW.no <> coalesce((SELECT max(x.no) + 1 FROM deal_change x),"
                " (SELECT c.first_no FROM counter c WHERE c.series = 'change'))"
            ),
            "change numbers follow one another",
        ),
        ("live", _LIVE, "only a live agreement is changed"),
        (
            "signed",
            (
                "NOT EXISTS (SELECT 1 FROM change_request w JOIN request q ON q.id = w.request_id"
                " WHERE w.request_id = NEW.request_id AND w.deal_id = NEW.deal_id"
                " AND q.kind = NEW.kind AND w.sign_by IS NOT DISTINCT FROM NEW.sign_by"
                " AND w.mode_id IS NOT DISTINCT FROM NEW.mode_id AND w.details = NEW.details"
                f" AND NOT {STOPPED.format('q')} AND {OPEN_STEP.format('q')} IS NULL)"
            ),
            "a change is what was signed",
        ),
    ),
)


_ASKED = text("SELECT 1 WHERE " + LOAN_REFUSED.format(":deal"))


def loan_refused(session: Session, deal: int) -> bool:
    """Whether the newest loan case of *deal* was refused."""
    return session.execute(_ASKED, {"deal": deal}).first() is not None
