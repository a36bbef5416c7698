"""Records by the names people and scripts give them: a unit's code, a phone, a receipt's number."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, select

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, NotFound, UserError
from salesdesk.kernel.identity import NotAPhone, parse_phone
from salesdesk.kernel.text import search_key
from salesdesk.office.customers.tables import Customer, Phone
from salesdesk.office.inventory.tables import Project, Unit
from salesdesk.office.ledger.tables import Receipt, Refund
from salesdesk.office.staff.tables import Person
from salesdesk.store.work import Reading


class Ambiguous(UserError):
    """A name leads to several records."""

    problem = QT_TRANSLATE_NOOP("errors", "There are {count} records for {what} '{key}'.")
    remedy = QT_TRANSLATE_NOOP("errors", "Name it by its number, or give the project too.")


_LONGEST_NUMBER = 15


def unit_key(reading: Reading, key: str, project: int | None = None) -> int:
    """Find a unit by its code (1-1-0301), in *project* where given, or by its record number."""
    wanted = select(Unit.id).where(Unit.code == key.strip())
    if project is not None:
        wanted = wanted.where(Unit.project_id == project)
    return _one(reading, "unit", key, wanted, Unit.id)


def project_key(reading: Reading, key: str, _project: int | None = None) -> int:
    """Find a project by its name or record number."""
    wanted = select(Project.id).where(Project.name == key.strip())
    return _one(reading, "project", key, wanted, Project.id)


def person_key(reading: Reading, key: str, _project: int | None = None) -> int:
    """Find somebody by login or record number."""
    wanted = select(Person.id).where(Person.login == key.strip().casefold())
    return _one(reading, "person", key, wanted, Person.id)


def customer_key(reading: Reading, key: str, _project: int | None = None) -> int:
    """Find a customer by phone, record number, or name when nobody else has it."""
    try:
        number = parse_phone(key)
    except NotAPhone:
        number = ""
    owner = select(Phone.customer_id).where(Phone.number == number)
    if number and (found := reading.session.scalar(owner)) is not None:
        return found
    named = select(Customer.id).where(
        Customer.name_key == search_key(key), Customer.merged_into.is_(None)
    )
    return _one(reading, "customer", key, named, Customer.id)


def receipt_key(reading: Reading, key: str, _project: int | None = None) -> int:
    """Find a receipt by its printed number or record number."""
    wanted = select(Receipt.id).where(Receipt.number == key.strip().upper())
    return _one(reading, "receipt", key, wanted, Receipt.id)


def refund_key(reading: Reading, key: str, project: int | None = None) -> int:
    """Find a refund by its record number, or the newest of a unit by the unit's code."""
    wanted = select(Refund.id).where(Refund.unit_code == key.strip()).order_by(Refund.id.desc())
    if project is not None:
        wanted = wanted.join(Unit, Unit.id == Refund.unit_id).where(Unit.project_id == project)
    found = reading.session.scalar(wanted.limit(1))
    return found if found is not None else _one(reading, "refund", key, None, Refund.id)


def _one(
    reading: Reading, what: str, key: str, wanted: Any, number: ColumnElement[int] | Any
) -> int:
    found = [] if wanted is None else reading.session.scalars(wanted.limit(2)).all()
    if not found and key.strip().isdecimal() and len(key) <= _LONGEST_NUMBER:
        found = reading.session.scalars(select(number).where(number == int(key))).all()
    if not found:
        raise NotFound(what=what, key=key)
    if len(found) > 1:
        raise Ambiguous(count=len(found), what=what, key=key)
    return int(found[0])


FINDERS: Mapping[str, Callable[[Reading, str, int | None], int]] = {
    "UnitId": unit_key,
    "ProjectId": project_key,
    "PersonId": person_key,
    "CustomerId": customer_key,
    "ReceiptId": receipt_key,
    "RefundId": refund_key,
}
"""How each kind of record number is found by what people call it."""
