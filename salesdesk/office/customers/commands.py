"""What is done about customers: edited, merged, revealed, handed over; a leaver's succession."""

from dataclasses import dataclass

from sqlalchemy import select, update

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import (
    QT_TRANSLATE_NOOP,
    BadEntry,
    ChangedMeanwhile,
    NotFound,
    UserError,
)
from salesdesk.kernel.identity import parse_phone, parse_resident_id
from salesdesk.kernel.keys import CustomerId, PersonId, Secret
from salesdesk.office.customers import pinyin
from salesdesk.office.customers.queries import customer_by_phone
from salesdesk.office.customers.rules import Grade, IdKind
from salesdesk.office.customers.tables import Customer, FollowUp, Phone, Revision, Visit
from salesdesk.office.staff.commands import find_person, keep_an_administrator
from salesdesk.office.staff.queries import roles_with
from salesdesk.office.staff.rules import Role
from salesdesk.office.staff.tables import Person
from salesdesk.store.work import Work

_NOTE_LENGTH = 500


class PhoneInUse(UserError):
    """A telephone number belongs to one customer."""

    problem = QT_TRANSLATE_NOOP("errors", "The telephone {phone} already belongs to {customer}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Open that customer; a manager can merge the two.")


class MergedAway(UserError):
    """The record was joined to another one."""

    problem = QT_TRANSLATE_NOOP("errors", "This customer was merged into another record.")
    remedy = QT_TRANSLATE_NOOP("errors", "Search again and open the remaining record.")


class NeedsSuccessor(UserError):
    """The customers of whoever leaves, or looks after none any more, must go to somebody."""

    problem = QT_TRANSLATE_NOOP("errors", "{name} still has {count} customers.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose the consultant who takes them over.")


class FollowsNobodyUp(UserError):
    """A customer goes to somebody whose role records follow-ups: elsewhere nobody would call."""

    problem = QT_TRANSLATE_NOOP("errors", "{name} ({role}) does not look after customers.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose somebody of these roles: {roles}.")


_LET_GO_BY_MANAGER = frozenset({Role.RECEPTION, Role.CONSULTANT, Role.CASHIER})


class AboveYou(UserError):
    """Nobody sends away who signs above him."""

    problem = QT_TRANSLATE_NOOP("errors", "{person} does not work under you.")
    remedy = QT_TRANSLATE_NOOP("errors", "Ask the administrator to end the person's account.")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditCustomer:
    """Correct a customer's particulars; fields left out stay. Phones: the whole new list."""

    customer: CustomerId
    version: int | None = None
    name: str | None = None
    phones: tuple[str, ...] | None = None
    sex: str | None = None
    id_kind: IdKind | None = None
    id_number: str | None = None
    address: str | None = None
    grade: Grade | None = None
    note: str | None = None

    def __call__(self, work: Work) -> int:
        row = find_customer(work, self.customer)
        if self.version is not None and row.version != self.version:
            raise ChangedMeanwhile(what=row.name)
        keep_revision(work, row)
        self._write(row)
        if self.phones is not None:
            _replace_phones(work, row, self.phones)
        row.version += 1
        work.note(Topic.CUSTOMER, row.id, version=row.version)
        return row.id

    def _write(self, row: Customer) -> None:
        if self.name is not None:
            row.name = text.required(self.name, "name", 60)
            row.name_key, row.pinyin = text.search_key(row.name), pinyin.keys(row.name)
        if self.id_number is not None:
            row.id_kind, row.id_number = identified(self.id_kind, self.id_number)
        for field in ("sex", "address", "note"):
            value = getattr(self, field)
            if value is not None:
                setattr(row, field, text.clean(value, field, _NOTE_LENGTH))
        if self.grade is not None:
            row.grade = self.grade.value


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeCustomers:
    """Join *other* to *customer*: phones, visits, follow-ups go along, the other record stays."""

    customer: CustomerId
    other: CustomerId

    def __call__(self, work: Work) -> int:
        kept, other = find_customer(work, self.customer), find_customer(work, self.other)
        if kept.id == other.id:
            raise BadEntry(field="customer", value=other.name, expected="two different customers")
        keep_revision(work, other)
        keep_revision(work, kept)
        for table in (Phone, Visit, FollowUp):
            work.session.execute(
                update(table).where(table.customer_id == other.id).values(customer_id=kept.id)
            )
        for field in ("id_kind", "id_number", "address", "sex", "grade"):
            if not getattr(kept, field):
                setattr(kept, field, getattr(other, field))
        kept.note = "\n".join(filter(None, (kept.note, other.note)))
        moments = [m for m in (kept.last_contact_at, other.last_contact_at) if m]
        kept.last_contact_at = max(moments, default=None)
        kept.version += 1
        other.version += 1
        other.merged_into = kept.id
        work.note(Topic.CUSTOMER, other.id, merged_into=kept.id)
        work.note(Topic.CUSTOMER, kept.id, merged=other.id)
        return kept.id


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealCustomer:
    """Show a customer's whole phones and ID number: journalled with the reason (PIPL 51)."""

    customer: CustomerId
    reason: str

    def __call__(self, work: Work) -> dict[str, object]:
        row = find_customer(work, self.customer)
        text.required(self.reason, "reason", 200)
        numbers = work.session.scalars(
            select(Phone.number).where(Phone.customer_id == row.id).order_by(Phone.id)
        )
        work.note(Topic.CUSTOMER, row.id, revealed=True)
        return {
            "phones": [Secret(number) for number in numbers],
            "id_number": Secret(row.id_number),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """Give a customer to another consultant, with his open follow-ups."""

    customer: CustomerId
    consultant: PersonId

    def __call__(self, work: Work) -> int:
        row = find_customer(work, self.customer)
        person = find_consultant(work, self.consultant)
        _open_follow_ups(work, FollowUp.customer_id == row.id, person.id)
        work.note(Topic.CUSTOMER, row.id, consultant=[row.consultant_id, person.id])
        row.consultant_id = person.id
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLeaves:
    """Somebody leaves the office: no more sign-in, customers go to the successor.

    A site manager lets go those who work for him; who signs above him goes by the administrator.
    """

    person: PersonId
    successor: PersonId | None = None

    def __call__(self, work: Work) -> int:
        person = find_person(work, self.person)
        if work.role == Role.MANAGER and person.role not in _LET_GO_BY_MANAGER:
            raise AboveYou(person=person.name)
        if person.role == Role.ADMIN:
            keep_an_administrator(work, person)
        customers = _hand_on(work, person, self.successor)
        person.left_at = work.now
        work.note(Topic.PERSON, person.id, left=True)
        return customers


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRole:
    """Give somebody another job; where it looks after no customers, his go to the successor."""

    person: PersonId
    role: Role
    successor: PersonId | None = None

    def __call__(self, work: Work) -> int:
        person = find_person(work, self.person)
        if person.role == Role.ADMIN and self.role is not Role.ADMIN:
            keep_an_administrator(work, person)
        if self.role not in roles_with(work.session, "RecordFollowUp"):
            _hand_on(work, person, self.successor)
        work.note(Topic.PERSON, person.id, role=[person.role, self.role.value])
        person.role = self.role.value
        return person.id


def _hand_on(work: Work, person: Person, successor: int | None) -> int:
    """Give somebody's customers and open follow-ups to the successor; give how many customers.

    Raises `NeedsSuccessor` where there are any and nobody is named.
    """
    customers = work.session.scalars(
        select(Customer).where(Customer.consultant_id == person.id)
    ).all()
    owes = work.session.scalar(  # of a customer who was merged into somebody else's
        select(FollowUp.id)
        .where(FollowUp.consultant_id == person.id, FollowUp.done_at.is_(None))
        .limit(1)
    )
    left_alone = successor is None or successor == person.id
    if left_alone and (customers or owes is not None):
        raise NeedsSuccessor(name=person.name, count=len(customers))
    if successor is not None:
        heir = find_consultant(work, successor)
        for customer in customers:
            customer.consultant_id = heir.id
            work.note(Topic.CUSTOMER, customer.id, consultant=[person.id, heir.id])
        _open_follow_ups(work, FollowUp.consultant_id == person.id, heir.id)
    return len(customers)


def find_consultant(work: Work, person: int) -> Person:
    """Give the row of somebody who can look after customers, or raise `FollowsNobodyUp`."""
    row = find_person(work, person)
    roles = roles_with(work.session, "RecordFollowUp")
    if row.role not in roles:
        raise FollowsNobodyUp(name=row.name, role=row.role, roles=", ".join(roles))
    return row


def _open_follow_ups(work: Work, which: object, heir: int) -> None:
    rows = work.session.scalars(
        select(FollowUp).where(which, FollowUp.done_at.is_(None))  # type: ignore[arg-type]
    )
    for row in rows:
        row.consultant_id = heir
        work.touched(Topic.FOLLOW_UP, row.id)


def find_customer(work: Work, customer: int) -> Customer:
    """Give a live customer's row; `NotFound`, or `MergedAway` when it was joined to another."""
    row = work.session.get(Customer, customer, with_for_update={"key_share": True})
    if row is None:
        raise NotFound(what="customer", key=customer)
    if row.merged_into is not None:
        raise MergedAway
    return row


def new_customer(
    work: Work, name: str, phones: tuple[str, ...], consultant: int | None
) -> Customer:
    """Add a customer with his phones; `PhoneInUse` when one is somebody else's."""
    cleaned = text.required(name, "name", 60)
    row = Customer(
        name=cleaned,
        name_key=text.search_key(cleaned),
        pinyin=pinyin.keys(cleaned),
        consultant_id=consultant,
        created_at=work.now,
        created_by=work.actor,
        version=1,
    )
    work.session.add(row)
    work.session.flush()
    _replace_phones(work, row, phones)
    work.note(Topic.CUSTOMER, row.id, created=True)
    return row


def identified(kind: IdKind | None, number: str) -> tuple[str, str]:
    """Give kind and number of an identity paper, checked; empty for an empty number."""
    cleaned = text.clean(number, "ID number", 40)
    if not cleaned:
        return "", ""
    if kind in (None, IdKind.RESIDENT):
        return IdKind.RESIDENT.value, parse_resident_id(cleaned)
    return kind.value, cleaned.upper()


def keep_revision(work: Work, row: Customer | Visit) -> None:
    """Store what *row* is now, before it is changed."""
    topic = Topic.CUSTOMER if isinstance(row, Customer) else Topic.VISIT
    before = {c.name: getattr(row, c.name) for c in row.__table__.columns}
    if isinstance(row, Customer):
        before["phones"] = work.session.scalars(
            select(Phone.number).where(Phone.customer_id == row.id).order_by(Phone.id)
        ).all()
    work.session.add(
        Revision(
            topic=topic.value, key=row.id, version=row.version, at=work.now,
            actor_id=work.actor, before=before,
        )
    )  # fmt: skip


def _replace_phones(work: Work, row: Customer, phones: tuple[str, ...]) -> None:
    wanted = list(dict.fromkeys(parse_phone(phone) for phone in phones if phone.strip()))
    for number in wanted:
        owner = customer_by_phone(work.session, number)
        if owner is not None and owner.id != row.id:
            raise PhoneInUse(phone=number, customer=owner.name)
    present = work.session.scalars(select(Phone).where(Phone.customer_id == row.id)).all()
    if [phone.number for phone in present] == wanted:
        return
    for phone in present:
        work.session.delete(phone)
    work.session.flush()
    work.session.add_all(Phone(customer_id=row.id, number=number) for number in wanted)
    work.session.flush()
