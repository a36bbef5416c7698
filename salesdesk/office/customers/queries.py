"""Questions about customers, the register and follow-ups; answers are masked for the asker."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.identity import NotAPhone, mask_id, mask_phone, parse_phone
from salesdesk.kernel.text import search_key
from salesdesk.office.customers.sheets import (
    CustomerCard,
    FollowUpLine,
    KnownCaller,
    RegisterSheet,
    VisitLine,
)
from salesdesk.office.customers.tables import Customer, FollowUp, Medium, Phone, Visit
from salesdesk.office.staff.queries import names_of, person_card, setting
from salesdesk.office.staff.rules import SEES_IDS, SEES_PHONES, Role
from salesdesk.office.staff.sheets import PersonCard
from salesdesk.office.staff.tables import Person
from salesdesk.store.work import Reading

_ENOUGH = 50


def shown_phone(reading: Reading, number: str, consultant_id: int | None) -> str:
    """Give *number* as the asker may see it: managers all, consultants their own customers'."""
    own = reading.role == Role.CONSULTANT and consultant_id == reading.actor
    return number if own or reading.role in SEES_PHONES else mask_phone(number)


def shown_id(reading: Reading, number: str) -> str:
    """Give an ID number as the asker may see it."""
    return number if reading.role in SEES_IDS else mask_id(number)


def media(reading: Reading) -> tuple[tuple[str, str], ...]:
    """List the media as Chinese and English names."""
    rows = reading.session.execute(select(Medium.name, Medium.english).order_by(Medium.id))
    return tuple((row.name, row.english) for row in rows)


def customer_by_phone(session: Session, number: str) -> Customer | None:
    """Find the customer a stored phone *number* belongs to."""
    return session.scalar(
        select(Customer)
        .join(Phone, Phone.customer_id == Customer.id)
        .where(Phone.number == number)
    )


def same_customer(session: Session, customer: int) -> frozenset[int]:
    """Give every record that is this customer: his own, and those merged into it."""
    known, fresh = {customer}, {customer}
    while fresh:
        merged = session.scalars(select(Customer.id).where(Customer.merged_into.in_(fresh)))
        fresh = set(merged) - known
        known |= fresh
    return frozenset(known)


def owner_of(session: Session, customer: int) -> Customer:
    """Give who the customer is now, where records were merged."""
    row = session.get_one(Customer, customer)
    while row.merged_into is not None:
        row = session.get_one(Customer, row.merged_into)
    return row


def known_caller(reading: Reading, phone: str) -> KnownCaller:
    """Say whether *phone* is somebody's customer already; `NotAPhone` when it is no number."""
    number = parse_phone(phone)
    row = customer_by_phone(reading.session, number)
    return KnownCaller(phone=number, customer=None if row is None else _cards(reading, [row])[0])


def customer(reading: Reading, customer: int) -> CustomerCard:
    """Give one customer's card; `NotFound` when there is none."""
    row = reading.session.get(Customer, customer)
    if row is None:
        raise NotFound(what="customer", key=customer)
    return _cards(reading, [row])[0]


def customers(
    reading: Reading, *, mine: bool = False, only: tuple[int, ...] = (), limit: int = 500
) -> tuple[CustomerCard, ...]:
    """List customers, the latest contact first; with *mine* only the asker's.

    With *only* just these records, those that were merged into another one, too.
    """
    wanted = select(Customer)
    wanted = wanted.where(Customer.id.in_(only) if only else Customer.merged_into.is_(None))
    if mine:
        wanted = wanted.where(Customer.consultant_id == reading.actor)
    wanted = wanted.order_by(Customer.last_contact_at.desc(), Customer.id.desc()).limit(limit)
    return _cards(reading, reading.session.scalars(wanted).all())


def customer_counts(reading: Reading) -> dict[int, int]:
    """Give how many customers each consultant looks after, by person id."""
    rows = reading.session.execute(
        select(Customer.consultant_id, func.count())
        .where(Customer.merged_into.is_(None), Customer.consultant_id.is_not(None))
        .group_by(Customer.consultant_id)
    )
    return {row[0]: row[1] for row in rows if row[0] is not None}


def find_customers(reading: Reading, text: str, limit: int = _ENOUGH) -> tuple[CustomerCard, ...]:
    """Find customers by name, pinyin, initials, phone fragment or tail of the ID number."""
    key = search_key(text)
    if not key:
        return ()
    wanted = select(Customer).where(Customer.merged_into.is_(None), _matches(key, text))
    rows = reading.session.scalars(
        wanted.order_by(Customer.last_contact_at.desc(), Customer.id.desc()).limit(limit)
    )
    return _cards(reading, rows.all())


def _matches(key: str, text: str) -> ColumnElement[bool]:
    safe = key.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    terms: list[ColumnElement[bool]] = [Customer.name_key.like(f"%{safe}%", escape="\\")]
    if key.isascii() and key.isalpha():
        terms.append(Customer.pinyin.like(f"% {safe}%", escape="\\"))
    digits = "".join(c for c in text if c.isdigit())
    if len(digits) >= 3:  # noqa: PLR2004 - fewer digits match everybody
        numbers: list[ColumnElement[bool]] = [Phone.number.like(f"%{digits}%")]
        with suppress(NotAPhone):
            numbers.append(Phone.number == parse_phone(text))
        holders = select(Phone.customer_id).where(or_(*numbers))
        terms.append(Customer.id.in_(holders))
        tail = digits + "X" if key.endswith("x") else digits  # a card may end in X
        terms.append(Customer.id_number.like(f"%{tail}"))
    return or_(*terms)


def _cards(reading: Reading, rows: Sequence[Customer]) -> tuple[CustomerCard, ...]:
    keys = [row.id for row in rows]
    session, names = reading.session, names_of(reading.session)
    phones: dict[int, list[str]] = defaultdict(list)
    for phone in session.execute(
        select(Phone.customer_id, Phone.number)
        .where(Phone.customer_id.in_(keys))
        .order_by(Phone.id)
    ):
        phones[phone.customer_id].append(phone.number)
    visits = {
        row.customer_id: row.n
        for row in session.execute(
            select(Visit.customer_id, func.count().label("n"))
            .where(Visit.customer_id.in_(keys))
            .group_by(Visit.customer_id)
        )
    }
    return tuple(
        CustomerCard(
            id=row.id,
            name=row.name,
            phones=tuple(shown_phone(reading, n, row.consultant_id) for n in phones[row.id]),
            grade=row.grade,
            consultant=names.get(row.consultant_id or 0, ""),
            consultant_id=row.consultant_id,
            last_contact_at=row.last_contact_at,
            visits=visits.get(row.id, 0),
            sex=row.sex,
            id_kind=row.id_kind,
            id_number=shown_id(reading, row.id_number),
            address=row.address,
            note=row.note,
            version=row.version,
            merged_into=row.merged_into,
        )
        for row in rows
    )


def visit_register(
    reading: Reading,
    project: int | None = None,
    first_on: date | None = None,
    last_on: date | None = None,
    customer: int | None = None,
) -> tuple[VisitLine, ...]:
    """Give the register's entries of a span of days (default today), or of one customer."""
    wanted = select(Visit).order_by(Visit.at.desc(), Visit.id.desc())
    if customer is not None:
        wanted = wanted.where(Visit.customer_id == customer)
    elif first_on is None and last_on is None:
        wanted = wanted.where(Visit.day == reading.today)
    if first_on is not None:
        wanted = wanted.where(Visit.day >= first_on)
    if last_on is not None:
        wanted = wanted.where(Visit.day <= last_on)
    if project is not None:
        wanted = wanted.where(Visit.project_id == project)
    return _visit_lines(reading, wanted)


def register_sheet(
    reading: Reading, project: int, name: str, company: str, first_on: date, last_on: date
) -> RegisterSheet:
    """Give the register of a project's days as paper, in order of time."""
    lines = visit_register(reading, project, first_on, last_on)
    return RegisterSheet(
        project=name,
        company=company,
        first_on=first_on,
        last_on=last_on,
        printed_at=reading.now.isoformat(),
        printed_by=names_of(reading.session).get(reading.actor, ""),
        lines=lines[::-1],
        practice=bool(setting(reading.session, "practice")),
    )


def _visit_lines(reading: Reading, wanted: Select[Any]) -> tuple[VisitLine, ...]:
    names = names_of(reading.session)
    rows = reading.session.scalars(wanted).all()
    people = _people_of(reading, {row.customer_id for row in rows})
    return tuple(_visit_line(reading, row, names, people[row.customer_id]) for row in rows)


def _visit_line(
    reading: Reading, row: Visit, names: dict[int, str], who: tuple[str, str, int | None]
) -> VisitLine:
    name, phone, owner = who
    details: dict[str, str] = json.loads(row.details)
    return VisitLine(
        id=row.id,
        number=row.number,
        at=row.at,
        day=row.day,
        late=row.late,
        manner=row.manner,
        first=row.first,
        customer_id=row.customer_id,
        customer=name,
        phone=shown_phone(reading, phone, owner),
        media=tuple(json.loads(row.media)),
        grade=row.grade,
        consultant=names.get(row.consultant_id or 0, ""),
        receptionist=names.get(row.receptionist_id, ""),
        project=str(row.project_id),
        next_on=row.next_on,
        remarks=row.remarks,
        details=tuple(details.items()),
        version=row.version,
    )


def _people_of(reading: Reading, keys: Iterable[int]) -> dict[int, tuple[str, str, int | None]]:
    other = aliased(Phone)
    first = (
        select(func.min(other.id))
        .where(other.customer_id == Customer.id)
        .correlate(Customer)
        .scalar_subquery()
    )
    rows = reading.session.execute(
        select(Customer.id, Customer.name, Customer.consultant_id, Phone.number)
        .outerjoin(Phone, Phone.id == first)
        .where(Customer.id.in_(list(keys)))
    )
    return {row.id: (row.name, row.number or "", row.consultant_id) for row in rows}


def follow_ups_due(
    reading: Reading, *, everyone: bool = False, done: bool = False, customer: int | None = None
) -> tuple[FollowUpLine, ...]:
    """List follow-ups still owed, the longest overdue first: the asker's, for managers everyone's.

    With *done* the finished ones, newest first; with *customer* all of one customer.
    """
    wanted = select(FollowUp)
    if customer is not None:
        wanted = wanted.where(FollowUp.customer_id == customer).order_by(FollowUp.id.desc())
    elif done:
        wanted = wanted.where(FollowUp.done_at.is_not(None)).order_by(FollowUp.done_at.desc())
        wanted = wanted.limit(500)
    else:
        wanted = wanted.where(FollowUp.done_at.is_(None)).order_by(FollowUp.due_on, FollowUp.id)
    sees_all = reading.role in {Role.MANAGER, Role.ADMIN} or (
        everyone and reading.role != Role.CONSULTANT
    )
    if not sees_all:
        wanted = wanted.where(FollowUp.consultant_id == reading.actor)
    rows = reading.session.scalars(wanted).all()
    names = names_of(reading.session)
    people = _people_of(reading, {row.customer_id for row in rows})
    grades = dict(
        reading.session.execute(
            select(Customer.id, Customer.grade).where(Customer.id.in_(list(people)))
        ).all()
    )
    return tuple(
        FollowUpLine(
            id=row.id,
            customer_id=row.customer_id,
            customer=people[row.customer_id][0],
            phone=shown_phone(reading, people[row.customer_id][1], people[row.customer_id][2]),
            grade=grades[row.customer_id],
            consultant_id=row.consultant_id,
            consultant=names.get(row.consultant_id, ""),
            due_on=row.due_on,
            overdue_days=0 if row.done_at else max(0, (reading.today - row.due_on).days),
            done_at=row.done_at,
            manner=row.manner,
            result=row.result,
            advice=row.advice,
            advised_by=names.get(row.advised_by or 0, ""),
        )
        for row in rows
    )


def next_consultant(reading: Reading) -> PersonCard | None:
    """Say whose turn it is to receive a new customer (轮接); None where there is no consultant."""
    key = next_in_turn(reading.session)
    return None if key is None else person_card(reading.session.get_one(Person, key))


def next_in_turn(session: Session) -> int | None:
    """Give the consultant whose turn it is: who waited longest since his last first visit."""
    last = (
        select(func.max(Visit.at))
        .where(Visit.consultant_id == Person.id, Visit.first.in_((True,)))
        .scalar_subquery()
    )
    return session.scalar(
        select(Person.id)
        .where(Person.role == Role.CONSULTANT, Person.left_at.is_(None))
        .order_by(func.coalesce(last, 0), Person.id)
        .limit(1)
    )
