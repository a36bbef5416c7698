"""Rows of a buyer's default: the notice served, and its lifting. What ends one by itself is derived."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.sales.change_tables import ChangeRequest, DealChange
from salesdesk.office.sales.tables import Cancellation
from salesdesk.office.staff.rules import SETTINGS
from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped


class DefaultNotice(Record):
    """A notice of default (催告函) with the sheet as printed; the grace is over at ``ends_at``.

    ``last_day`` is the last day on which the buyer may still come; ``ends_at`` the moment after it.
    """

    __tablename__ = "default_notice"
    __table_args__ = (
        CheckConstraint("grace_days > 0", name="grace"),
        CheckConstraint("why <> ''", name="why"),
    )
    id: Mapped[Key]
    no: Mapped[int] = mapped_column(unique=True)
    number: Mapped[str] = mapped_column(unique=True)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), index=True)
    overdue: Mapped[str]
    since: Mapped[date]
    grace_days: Mapped[int]
    last_day: Mapped[date]
    ends_at: Mapped[datetime]
    why: Mapped[str]
    served_by: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    sheet: Mapped[str] = mapped_column(Canonical)


class DefaultLift(Record):
    """A notice taken back: the buyer came, or was given time."""

    __tablename__ = "default_lift"
    __table_args__ = (CheckConstraint("reason <> ''", name="reason"),)
    notice_id: Mapped[int] = mapped_column(ForeignKey("default_notice.id"), primary_key=True)
    reason: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


for _table in (DefaultNotice, DefaultLift):
    append_only(_table)
    stamped(_table, "actor_id", "at")

_DAY = 86_400_000_000
_SUBSCRIBED = (
    "EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = {} AND c.ended_at IS NULL"
    " AND c.stage = 'subscribed')"
)
_MAY = (
    "EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
    " WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = '{}')"
)
_SHORTEST = (
    "coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s"
    f" WHERE s.name = 'grace_shortest_days'), {SETTINGS['grace_shortest_days'].default})"
)
_STANDS = (
    "EXISTS (SELECT 1 FROM default_notice n WHERE n.deal_id = NEW.deal_id AND n.ends_at <= NEW.{0}{1}"
    " AND NOT EXISTS (SELECT 1 FROM default_lift l WHERE l.notice_id = n.id)"
    " AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = n.deal_id"
    " AND x.kind = 'extension' AND x.at >= n.at))"
)
"""Whether a notice, for which {1} holds, stands with its grace over at the moment in the column {0}."""
_ITS_NOTICE = " AND NEW.details = '{\"notice\":' || n.id || '}'"

refuse_all(
    DefaultNotice,
    "INSERT",
    (
        (
            "number",
            (
                "NEW.no <> coalesce((SELECT max(n.no) + 1 FROM default_notice n),"
                " (SELECT c.first_no FROM counter c WHERE c.series = 'notice'))"
            ),
            "notice numbers follow one another",
        ),
        (
            "live",
            f"NOT {_SUBSCRIBED.format('NEW.deal_id')}",
            "only the buyer of a live agreement is in default",
        ),
        (
            "right",
            f"NOT {_MAY.format('NoticeDefault')}",
            "nobody serves a notice without the right",
        ),
        ("since", "NEW.since >= NEW.last_day", "a notice is about what is overdue"),
        (
            "grace",
            f"NEW.grace_days < {_SHORTEST} OR NEW.ends_at < NEW.at + NEW.grace_days * {_DAY}",
            "a notice gives its grace",
        ),
    ),
)
refuse_all(
    DefaultLift,
    "INSERT",
    (
        (
            "live",
            "NOT EXISTS (SELECT 1 FROM default_notice n WHERE n.id = NEW.notice_id AND "
            + _SUBSCRIBED.format("n.deal_id")
            + ")",
            "only a notice that stands is lifted",
        ),
        ("right", f"NOT {_MAY.format('LiftDefault')}", "nobody lifts a notice without the right"),
    ),
)
for _kind, _which, _when in (
    (
        ChangeRequest,
        "EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'forfeit')",
        "filed_at",
    ),
    (DealChange, "NEW.kind = 'forfeit'", "at"),
):
    refuse_when(
        _kind,
        "grace",
        "INSERT",
        f"{_which} AND NOT {_STANDS.format(_when, _ITS_NOTICE)}",
        "no deposit is forfeited before a notice''s grace is over",
    )
refuse_when(
    Cancellation,
    "grace",
    "INSERT",
    "NEW.kept_fen <> 0 AND NOT EXISTS (SELECT 1 FROM contract k WHERE k.deal_id = NEW.deal_id)"
    f" AND NOT {_STANDS.format('at', '')}",
    "before the contract a deposit is kept after a notice''s grace",
)
