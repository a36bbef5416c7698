"""Rows of the approvals; all of them only grow. What a request stands at is derived from them."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.approvals.rules import FILED_BY, PAYLOADS, Decision
from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, stamped


class FlowVersion(Record):
    """A version of a kind's flow; the newest is filed under, each request keeps its own."""

    __tablename__ = "flow"
    __table_args__ = (CheckConstraint("valid_days BETWEEN 1 AND 90", name="days"),)
    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(index=True)
    valid_days: Mapped[int]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class FlowLine(Record):
    """A step of a flow's version; ``roles`` are divided by commas."""

    __tablename__ = "flow_step"
    __table_args__ = (
        CheckConstraint("needed > 0", name="needed"),
        CheckConstraint("act IN ('review', 'approve')", name="act"),
        CheckConstraint("mode IN ('any', 'all')", name="mode"),
        CheckConstraint("fact IN ('', 'amount', 'amount or floor', 'days')", name="fact"),
    )
    flow_id: Mapped[int] = mapped_column(ForeignKey("flow.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    act: Mapped[str]
    roles: Mapped[str]
    needed: Mapped[int]
    mode: Mapped[str]
    fact: Mapped[str]
    at_least: Mapped[int]
    at: Mapped[datetime]


class Request(Record):
    """Somebody asks for what needs signatures (申请): the payload's name and form, why, until when.

    ``below_fen``: how far the price asked for is below the unit's floor price; 0: not at all.
    ``up_to``: steps up to this position sign whatever their thresholds say, for only there somebody
    may give so much; 0: none.
    """

    __tablename__ = "request"
    __table_args__ = (
        UniqueConstraint("restarts_id"),
        CheckConstraint(
            "amount_fen >= 0 AND below_fen >= 0 AND days >= 0 AND up_to >= 0", name="facts"
        ),
    )
    id: Mapped[Key]
    kind: Mapped[str]
    flow_id: Mapped[int] = mapped_column(ForeignKey("flow.id"))
    command: Mapped[str]
    form: Mapped[str] = mapped_column(Canonical)
    subject: Mapped[str]
    what: Mapped[str] = mapped_column(Canonical)
    changes: Mapped[str] = mapped_column(Canonical)
    amount_fen: Mapped[int]
    below_fen: Mapped[int]
    days: Mapped[int]
    up_to: Mapped[int] = mapped_column(default=0, server_default="0")
    reason: Mapped[str]
    asker_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    filed_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    restarts_id: Mapped[int | None] = mapped_column(ForeignKey("request.id"))


class Signature(Record):
    """One person signed one step, for himself or, by ``absent_id``, for somebody who is away."""

    __tablename__ = "signature"
    __table_args__ = (
        UniqueConstraint("request_id", "person_id"),
        UniqueConstraint("request_id", "position", "place"),
        CheckConstraint("decision IN ('approve', 'reject')", name="decision"),
    )
    id: Mapped[Key]
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"))
    position: Mapped[int]
    place: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    absent_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    role: Mapped[str]
    decision: Mapped[str]
    comment: Mapped[str]
    at: Mapped[datetime]


class Withdrawal(Record):
    """The asker took a request back."""

    __tablename__ = "withdrawal"
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), primary_key=True)
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str]


class StandIn(Record):
    """Who signs for whom from day to day; of several that hold on a day the newest counts.

    Without ``stand_in_id`` nobody does: so an earlier row is taken back.
    """

    __tablename__ = "stand_in"
    __table_args__ = (CheckConstraint("ends_at > begins_at", name="order"),)
    id: Mapped[Key]
    absent_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    stand_in_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    from_on: Mapped[date]
    to_on: Mapped[date]
    begins_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    reason: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


for _table, _actor, _at in (
    (FlowVersion, "actor_id", "at"),
    (FlowLine, "", "at"),
    (Request, "asker_id", "filed_at"),
    (Signature, "person_id", "at"),
    (Withdrawal, "actor_id", "at"),
    (StandIn, "actor_id", "at"),
):
    stamped(_table, _actor, _at)
    append_only(_table)

_MICROSECONDS_A_DAY = 86_400_000_000
_HOLDS = (
    "EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = {}"
    " AND p.left_at IS NULL AND r.name IN ({}))"
)
_APPLIES = (
    "(st.fact = '' OR st.position <= {0}.up_to OR (st.fact IN ('amount', 'amount or floor') AND {0}.amount_fen >= st.at_least)"
    " OR (st.fact = 'amount or floor' AND {0}.below_fen > 0)"
    " OR (st.fact = 'days' AND {0}.days >= st.at_least))"
)
_SIGNED = (
    "(SELECT count(*) FROM signature g WHERE g.request_id = {0}.id AND g.position = st.position"
    f" AND g.decision = '{Decision.APPROVE.value}')"
)
OPEN_STEP = (
    "(SELECT min(st.position) FROM flow_step st WHERE st.flow_id = {0}.flow_id AND "
    + _APPLIES
    + " AND "
    + _SIGNED
    + " < st.needed)"
)
"""The step at which the request *{0}* stands, as SQL; NULL when every step is signed."""

STOPPED = (
    "(EXISTS (SELECT 1 FROM signature g WHERE g.request_id = {0}.id AND g.decision = 'reject')"
    " OR EXISTS (SELECT 1 FROM withdrawal w WHERE w.request_id = {0}.id))"
)
"""Whether the request *{0}* was rejected or withdrawn, as SQL."""


COVERED = (
    "EXISTS (SELECT 1 FROM signature h WHERE h.id = (SELECT max(k.id) FROM signature k"
    " WHERE k.request_id = {0})"
    " AND ({1} - {2}) * 10000 <= {1} * coalesce((SELECT l.most_bp FROM discount_limit l"
    " WHERE l.role = h.role ORDER BY l.id DESC LIMIT 1), 10000))"
)
"""Whether whoever signed request {0} last may alone go from price {1} down to {2}, as SQL."""


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in sorted(names))


_THIS = "FROM request q WHERE q.id = NEW.request_id"
_SAME = "FROM signature s WHERE s.request_id = NEW.request_id"

refuse_all(
    FlowVersion,
    "INSERT",
    [
        (
            "right",
            "NOT " + _HOLDS.format("NEW.actor_id", "'EditFlow'"),
            "flows are the administrator''s",
        ),
        ("kind", f"NEW.kind NOT IN ({_quoted(PAYLOADS)})", "a flow is of a kind that is known"),
    ],
)
refuse_all(
    FlowLine,
    "INSERT",
    [
        (
            "whole",
            (
                "NOT EXISTS (SELECT 1 FROM flow f WHERE f.id = NEW.flow_id AND f.at = NEW.at)"
                " OR EXISTS (SELECT 1 FROM request q WHERE q.flow_id = NEW.flow_id)"
            ),
            "a flow is written whole",
        ),
    ],
)
refuse_all(
    Request,
    "INSERT",
    [
        (
            "right",
            "NOT ("
            + " OR ".join(
                f"(NEW.kind = '{kind.value}' AND NEW.command = '{PAYLOADS[kind]}' AND "
                + _HOLDS.format("NEW.asker_id", f"'{right}'")
                + ")"
                for kind, right in FILED_BY.items()
            )
            + ")",
            "nobody asks for this without the right",
        ),
        (
            "flow",
            (
                "NEW.flow_id IS DISTINCT FROM"
                " (SELECT max(f.id) FROM flow f WHERE f.kind = NEW.kind)"
            ),
            "a request goes the newest flow",
        ),
        (
            "steps",
            (
                "NOT EXISTS (SELECT 1 FROM flow_step st WHERE st.flow_id = NEW.flow_id AND "
                + _APPLIES.format("NEW")
                + ")"
            ),
            "a request has somebody to sign it",
        ),
        (
            "time",
            (
                "NEW.expires_at IS DISTINCT FROM NEW.filed_at + (SELECT f.valid_days FROM flow f"
                f" WHERE f.id = NEW.flow_id) * {_MICROSECONDS_A_DAY}"
            ),
            "a request has its time",
        ),
        (
            "restart",
            (
                "NEW.restarts_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM request q"
                " WHERE q.id = NEW.restarts_id AND q.asker_id = NEW.asker_id AND q.kind = NEW.kind"
                f" AND ({STOPPED.format('q')} OR (q.expires_at <= NEW.filed_at AND"
                f" {OPEN_STEP.format('q')} IS NOT NULL)))"
            ),
            "only what came to nothing is asked for again, by whoever asked",
        ),
    ],
)
refuse_all(
    Signature,
    "INSERT",
    [
        (
            "right",
            "NOT " + _HOLDS.format("NEW.person_id", "'SignRequest'"),
            "nobody signs without the right",
        ),
        (
            "over",
            f"EXISTS (SELECT 1 {_THIS} AND ({STOPPED.format('q')} OR q.expires_at <= NEW.at))",
            "the request is over",
        ),
        (
            "asker",
            f"EXISTS (SELECT 1 {_THIS} AND q.asker_id IN (NEW.person_id, coalesce(NEW.absent_id, 0)))",
            "nobody signs what he asked for",
        ),
        (
            "twice",
            (
                f"EXISTS (SELECT 1 {_SAME} AND (s.person_id IN"
                " (NEW.person_id, coalesce(NEW.absent_id, 0)) OR s.absent_id IN"
                " (NEW.person_id, coalesce(NEW.absent_id, 0))))"
            ),
            "nobody signs a request twice",
        ),
        (
            "step",
            f"NEW.position IS DISTINCT FROM (SELECT {OPEN_STEP.format('q')} {_THIS})",
            "steps are signed in their order",
        ),
        (
            "place",
            f"NEW.place <> (SELECT count(*) + 1 {_SAME} AND s.position = NEW.position)",
            "signatures follow one another",
        ),
        (
            "role",
            (
                "NOT EXISTS (SELECT 1 FROM request q JOIN flow_step st ON st.flow_id = q.flow_id"
                " AND st.position = NEW.position JOIN person p ON p.id ="
                " coalesce(NEW.absent_id, NEW.person_id) AND p.role = NEW.role"
                " AND p.left_at IS NULL WHERE q.id = NEW.request_id AND"
                " replace(',' || st.roles || ',', ',' || NEW.role || ',', '')"
                " <> ',' || st.roles || ',')"
            ),
            "a step is signed by its roles",
        ),
        (
            "each",
            (
                "EXISTS (SELECT 1 FROM request q JOIN flow_step st ON st.flow_id = q.flow_id"
                " AND st.position = NEW.position AND st.mode = 'all' WHERE q.id = NEW.request_id)"
                f" AND EXISTS (SELECT 1 {_SAME} AND s.position = NEW.position AND s.role = NEW.role)"
            ),
            "each role signs once",
        ),
        (
            "absence",
            (
                "NEW.absent_id IS NOT NULL AND NEW.person_id IS DISTINCT FROM"
                " (SELECT t.stand_in_id FROM stand_in t WHERE t.absent_id = NEW.absent_id"
                " AND t.begins_at <= NEW.at AND t.ends_at > NEW.at ORDER BY t.id DESC LIMIT 1)"
            ),
            "only a stand-in signs for somebody else, on his days",
        ),
    ],
)
refuse_all(
    Withdrawal,
    "INSERT",
    [
        (
            "asker",
            f"NOT EXISTS (SELECT 1 {_THIS} AND q.asker_id = NEW.actor_id)",
            "only the asker takes a request back",
        ),
        (
            "over",
            (
                f"EXISTS (SELECT 1 {_THIS} AND ({STOPPED.format('q')} OR q.expires_at <= NEW.at"
                f" OR {OPEN_STEP.format('q')} IS NULL))"
            ),
            "the request is over",
        ),
    ],
)
refuse_all(
    StandIn,
    "INSERT",
    [
        (
            "right",
            "NOT " + _HOLDS.format("NEW.actor_id", "'SetStandIn'"),
            "nobody names a stand-in without the right",
        ),
        (
            "own",
            (
                "NEW.actor_id <> NEW.absent_id AND (NEW.actor_id = NEW.stand_in_id OR NOT "
                + _HOLDS.format("NEW.actor_id", "'EditFlow'")
                + ")"
            ),
            "somebody names his own stand-in, or the administrator does",
        ),
        ("other", "NEW.stand_in_id = NEW.absent_id", "nobody stands in for himself"),
    ],
)
