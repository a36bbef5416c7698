"""What a manager writes down when he looks over the register and the follow-ups (seed 3.2.5)."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BadEntry,
    MissingEntry,
    NotFound,
    UserError,
)
from salesdesk.kernel.keys import FollowUpId, VisitId
from salesdesk.office.customers.check_rules import EntryKind, Verdict
from salesdesk.office.customers.check_tables import SpotCheck
from salesdesk.office.customers.checks import Entry, sample
from salesdesk.office.customers.tables import FollowUp, Visit
from salesdesk.office.staff.tables import Person
from salesdesk.store.work import Work

_LONGEST = 1000


class NotDrawn(UserError):
    """Who checks does not choose what he checks."""

    problem = QT_TRANSLATE_NOOP("errors", "This entry is not among those drawn for today.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Check those that were drawn; on any other entry a comment can be left."
    )


class CheckedAlready(UserError):
    """An entry is checked once."""

    problem = QT_TRANSLATE_NOOP("errors", "{person} has already checked this entry.")
    remedy = QT_TRANSLATE_NOOP("errors", "What there is to add can be left as a comment.")


class OwnEntry(UserError):
    """Nobody checks what he wrote himself."""

    problem = QT_TRANSLATE_NOOP("errors", "You wrote this entry yourself.")
    remedy = QT_TRANSLATE_NOOP("errors", "Somebody else who may check entries checks it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckEntry:
    """Check an entry of today's sample (抽查): a register entry or a recorded follow-up.

    What is found wanting needs a *comment*: the consultant reads it on the customer's card.
    """

    verdict: Verdict
    visit: VisitId | None = None
    follow_up: FollowUpId | None = None
    comment: str = ""

    def __call__(self, work: Work) -> int:
        entry, row = _found(work, self.visit, self.follow_up)
        said = text.clean(self.comment, "comment", _LONGEST)
        if self.verdict is Verdict.WANTING and not said:
            raise MissingEntry(field="comment")
        writer = row.receptionist_id if isinstance(row, Visit) else row.done_by
        if writer == work.actor:
            raise OwnEntry
        made = work.session.scalar(
            select(Person.name)
            .join(SpotCheck, SpotCheck.actor_id == Person.id)
            .where(SpotCheck.verdict != "", _about(entry))
        )
        if made is not None:
            raise CheckedAlready(person=made)
        if entry not in sample(work):
            raise NotDrawn
        return _write(work, entry, row, self.verdict.value, said)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentEntry:
    """Leave a comment on any entry of the register, or on any follow-up that was recorded."""

    comment: str
    visit: VisitId | None = None
    follow_up: FollowUpId | None = None

    def __call__(self, work: Work) -> int:
        entry, row = _found(work, self.visit, self.follow_up)
        return _write(work, entry, row, "", text.required(self.comment, "comment", _LONGEST))


def _about(entry: Entry) -> ColumnElement[bool]:
    kind, key = entry
    column = SpotCheck.visit_id if kind is EntryKind.VISIT else SpotCheck.follow_up_id
    return column == key


def _found(
    work: Work, visit: VisitId | None, follow_up: FollowUpId | None
) -> tuple[Entry, Visit | FollowUp]:
    """Give the one entry that is named, or refuse: none, both, unknown, or not recorded yet."""
    if (visit is None) == (follow_up is None):
        raise MissingEntry(field="entry")
    if visit is not None:
        row = work.session.get(Visit, visit)
        if row is None:
            raise NotFound(what="visit", key=visit)
        return (EntryKind.VISIT, row.id), row
    done = work.session.get(FollowUp, follow_up)
    if done is None:
        raise NotFound(what="follow-up", key=follow_up)
    if done.done_at is None:
        raise BadEntry(field="entry", value=done.id, expected="a follow-up that was recorded")
    return (EntryKind.FOLLOW_UP, done.id), done


def _write(work: Work, entry: Entry, row: Visit | FollowUp, verdict: str, comment: str) -> int:
    kind, key = entry
    made = SpotCheck(
        visit_id=key if kind is EntryKind.VISIT else None,
        follow_up_id=key if kind is EntryKind.FOLLOW_UP else None,
        verdict=verdict,
        comment=comment,
        at=work.now,
        actor_id=work.actor,
    )
    work.session.add(made)
    work.session.flush()
    topic = Topic.VISIT if kind is EntryKind.VISIT else Topic.FOLLOW_UP
    work.note(topic, key, checked=verdict or "comment")
    work.touched(Topic.CUSTOMER, row.customer_id)
    return made.id
