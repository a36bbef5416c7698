"""What reception and consultants write down: visits and calls, follow-ups, the manager's advice.

A room of commands beside `commands`, split from it for length.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import column, func, select, table

from salesdesk.kernel import text
from salesdesk.kernel.calendar import day_bounds
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BadEntry,
    ChangedMeanwhile,
    MissingEntry,
    NotFound,
    UserError,
)
from salesdesk.kernel.identity import parse_phone
from salesdesk.kernel.keys import CustomerId, FollowUpId, PersonId, ProjectId, VisitId
from salesdesk.kernel.plain import canonical
from salesdesk.office.customers.commands import (
    find_consultant,
    find_customer,
    keep_revision,
    new_customer,
)
from salesdesk.office.customers.queries import customer_by_phone, next_in_turn
from salesdesk.office.customers.rules import FOLLOW_UP_DAYS, VISIT_DETAILS, Grade, Manner
from salesdesk.office.customers.tables import Customer, FollowUp, Medium, Visit
from salesdesk.office.staff.rules import Role
from salesdesk.store.work import Work

_LONGEST = 200


_PROJECT = table("project", column("id"))
"""The row that stands for a register; projects are a trade above this one."""


class SameDayOnly(UserError):
    """The register is written the same day (seed 3.2.1)."""

    problem = QT_TRANSLATE_NOOP("errors", "{day} is over: the register is written the same day.")
    remedy = QT_TRANSLATE_NOOP("errors", "Mark it as a late entry; it will be shown as one.")


class VisitOfTomorrow(UserError):
    """A visit of tomorrow cannot be registered today."""

    problem = QT_TRANSLATE_NOOP("errors", "{day} has not come yet.")
    remedy = QT_TRANSLATE_NOOP("errors", "Correct the day of the visit.")


class AlreadyDone(UserError):
    """A follow-up is recorded once."""

    problem = QT_TRANSLATE_NOOP("errors", "This follow-up was already recorded.")
    remedy = QT_TRANSLATE_NOOP("errors", "Record the new contact as a new follow-up.")


class Registered(dict[str, object]):
    """The answer to a registration: visit, number, customer, new, consultant, follow_up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterVisit:
    """Enter a caller or visitor (来电来访登记): new customers are made, known ones recognised.

    ``phone`` decides who it is. A customer without a consultant goes to the one named, to the
    consultant who registers him, or to whose turn it is. A follow-up due within two days is
    made by itself (seed 3.2.4).
    """

    manner: Manner
    name: str = ""
    phone: str = ""
    media: tuple[str, ...] = ()
    customer: CustomerId | None = None
    project: ProjectId | None = None
    consultant: PersonId | None = None
    grade: Grade | None = None
    visited_on: date | None = None
    late: bool = False
    next_on: date | None = None
    remarks: str = ""
    details: dict[str, str] = field(default_factory=dict)

    def __call__(self, work: Work) -> Registered:
        day = self._day(work)
        check_next(self.next_on, day)
        customer, new = self._customer(work)
        if customer.consultant_id is None:
            customer.consultant_id = self._whose(work)
        number = self._number(work)
        earlier = work.session.scalar(
            select(Visit.id).where(Visit.customer_id == customer.id).limit(1)
        )
        at = work.now if day == work.today else day_bounds(day, work.zone)[0]
        visit = Visit(
            project_id=self._project(),
            number=number,
            at=at,
            day=day,
            recorded_at=work.now,
            late=day != work.today,
            manner=self.manner.value,
            first=earlier is None,
            customer_id=customer.id,
            consultant_id=customer.consultant_id,
            receptionist_id=work.actor,
            media=canonical(known_media(work, self.media)),
            grade=self.grade.value if self.grade else "",
            next_on=self.next_on,
            remarks=text.clean(self.remarks, "remarks"),
            details=canonical(checked_details(self.details)),
            version=1,
        )
        if self.grade:
            customer.grade = self.grade.value
        customer.last_contact_at = max(filter(None, (customer.last_contact_at, at)))
        work.session.add(visit)
        work.session.flush()
        work.note(Topic.VISIT, visit.id, number=number, late=visit.late)
        work.touched(Topic.CUSTOMER, customer.id)
        follow_up = self._follow_up(work, customer, visit)
        return Registered(
            visit=visit.id,
            number=number,
            customer=customer.id,
            new=new,
            consultant=customer.consultant_id,
            follow_up=follow_up,
        )

    def _number(self, work: Work) -> int:
        """Give the register's next number: its project is held, so nobody else takes the same."""
        project = self._project()
        held = select(_PROJECT.c.id).where(_PROJECT.c.id == project)
        work.session.execute(held.with_for_update(key_share=True)).all()
        last = select(func.max(Visit.number)).where(Visit.project_id == project)
        return (work.session.scalar(last) or 0) + 1

    def _project(self) -> int:
        if self.project is None:
            raise MissingEntry(field="project")
        return self.project

    def _day(self, work: Work) -> date:
        day = self.visited_on or work.today
        if day > work.today:
            raise VisitOfTomorrow(day=day)
        if day < work.today and not self.late:
            raise SameDayOnly(day=day)
        return day

    def _customer(self, work: Work) -> tuple[Customer, bool]:
        if self.customer is not None:
            return find_customer(work, self.customer), False
        if not self.phone.strip():
            raise MissingEntry(field="phone")
        known = customer_by_phone(work.session, parse_phone(self.phone))
        if known is not None:
            return find_customer(work, known.id), False
        return new_customer(work, self.name, (self.phone,), None), True

    def _whose(self, work: Work) -> int | None:
        if self.consultant is not None:
            return find_consultant(work, self.consultant).id
        return work.actor if work.role == Role.CONSULTANT else next_in_turn(work.session)

    def _follow_up(self, work: Work, customer: Customer, visit: Visit) -> int | None:
        if customer.consultant_id is None:
            return None
        latest = work.today + timedelta(days=FOLLOW_UP_DAYS)
        due = min(self.next_on, latest) if self.next_on else latest
        due = max(due, work.today)
        open_one = open_follow_up(work, customer)
        if open_one is None:
            return plan_follow_up(work, customer, due, visit.id)
        open_one.due_on = min(open_one.due_on, due)  # one contact answers both visits
        work.touched(Topic.FOLLOW_UP, open_one.id)
        return open_one.id


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectVisit:
    """Correct an entry of the register; what it was before is kept."""

    visit: VisitId
    version: int | None = None
    manner: Manner | None = None
    media: tuple[str, ...] | None = None
    grade: Grade | None = None
    next_on: date | None = None
    remarks: str | None = None
    details: dict[str, str] | None = None

    def __call__(self, work: Work) -> int:
        row = work.session.get(Visit, self.visit)
        if row is None:
            raise NotFound(what="visit", key=self.visit)
        if self.version is not None and self.version != row.version:
            raise ChangedMeanwhile(what=f"#{row.number}")
        keep_revision(work, row)
        if self.manner is not None:
            row.manner = self.manner.value
        if self.media is not None:
            row.media = canonical(known_media(work, self.media))
        if self.grade is not None:
            row.grade = self.grade.value
        if self.next_on is not None:
            check_next(self.next_on, row.day)
            row.next_on = self.next_on
        if self.remarks is not None:
            row.remarks = text.clean(self.remarks, "remarks")
        if self.details is not None:
            row.details = canonical(checked_details(self.details))
        row.version += 1
        work.note(Topic.VISIT, row.id, version=row.version)
        return row.version


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFollowUp:
    """Write down a contact with a customer; closes the follow-up that was due, plans the next."""

    customer: CustomerId | None = None
    follow_up: FollowUpId | None = None
    manner: str = "call"
    result: str = ""
    note: str = ""
    grade: Grade | None = None
    next_on: date | None = None

    def __call__(self, work: Work) -> dict[str, object]:
        result = text.required(self.result or self.note, "result", 1000)
        row = self._row(work)
        customer = find_customer(work, row.customer_id)
        row.manner = text.clean(self.manner, "manner", 40)
        row.result, row.done_at, row.done_by = result, work.now, work.actor
        customer.last_contact_at = work.now
        if self.grade is not None:
            customer.grade = self.grade.value
        work.session.flush()
        work.note(Topic.FOLLOW_UP, row.id, done=True)
        work.touched(Topic.CUSTOMER, customer.id)
        following = None
        if self.next_on is not None:
            check_next(self.next_on, work.today)
            following = plan_follow_up(work, customer, self.next_on, None)
        return {"follow_up": row.id, "next": following}

    def _row(self, work: Work) -> FollowUp:
        if self.follow_up is not None:
            row = work.session.get(FollowUp, self.follow_up)
            if row is None:
                raise NotFound(what="follow-up", key=self.follow_up)
            if row.done_at is not None:
                raise AlreadyDone
            return row
        if self.customer is None:
            raise MissingEntry(field="customer")
        customer = find_customer(work, self.customer)
        due = open_follow_up(work, customer)
        if due is not None:
            return due
        row = FollowUp(
            customer_id=customer.id,
            consultant_id=customer.consultant_id or work.actor,
            due_on=work.today,
            created_at=work.now,
        )
        work.session.add(row)
        return row


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviseFollowUp:
    """Leave a manager's advice on a follow-up (seed 3.2.5)."""

    follow_up: FollowUpId
    advice: str

    def __call__(self, work: Work) -> int:
        row = work.session.get(FollowUp, self.follow_up)
        if row is None:
            raise NotFound(what="follow-up", key=self.follow_up)
        row.advice = text.required(self.advice, "advice", 1000)
        row.advised_by, row.advised_at = work.actor, work.now
        work.note(Topic.FOLLOW_UP, row.id, advice=True)
        return row.id


def check_next(next_on: date | None, day: date) -> None:
    """Raise `BadEntry` where the next contact would lie before the *day* of this one."""
    if next_on is not None and next_on < day:
        raise BadEntry(field="next contact", value=next_on, expected="a day to come")


def open_follow_up(work: Work, customer: Customer) -> FollowUp | None:
    """Give the follow-up that *customer* is owed next, if any."""
    return work.session.scalar(
        select(FollowUp)
        .where(FollowUp.customer_id == customer.id, FollowUp.done_at.is_(None))
        .order_by(FollowUp.due_on)
        .limit(1)
    )


def plan_follow_up(work: Work, customer: Customer, due_on: date, visit: int | None) -> int:
    """Add a follow-up that the customer's consultant owes by *due_on*."""
    row = FollowUp(
        customer_id=customer.id,
        consultant_id=customer.consultant_id or work.actor,
        visit_id=visit,
        due_on=due_on,
        created_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    work.touched(Topic.FOLLOW_UP, row.id)
    return row.id


def stay_in_touch(work: Work, customer: Customer) -> None:
    """Plan a contact with *customer*, whose deal fell through, unless one is due anyway."""
    if customer.consultant_id is not None and open_follow_up(work, customer) is None:
        plan_follow_up(work, customer, work.today + timedelta(days=FOLLOW_UP_DAYS), None)


def known_media(work: Work, media: tuple[str, ...]) -> list[str]:
    """Give the media by their stored names; `NotFound` for one that is not on the list."""
    rows = work.session.execute(select(Medium.name, Medium.english)).all()
    names = {alias.casefold(): name for name, english in rows for alias in (name, english)}
    found = []
    for medium in media:
        name = names.get(medium.strip().casefold())
        if name is None:
            raise NotFound(what="medium", key=medium)
        found.append(name)
    return list(dict.fromkeys(found))


def checked_details(details: dict[str, str]) -> dict[str, str]:
    """Give the form's further fields cleaned; unknown ones are refused, empty ones left out."""
    for name in details:
        if name not in VISIT_DETAILS:
            raise BadEntry(field="details", value=name, expected=", ".join(VISIT_DETAILS))
    cleaned = {name: text.clean(value, name, _LONGEST) for name, value in details.items()}
    return {name: cleaned[name] for name in VISIT_DETAILS if cleaned.get(name)}
