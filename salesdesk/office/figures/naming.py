"""Records by the names people and scripts give them: a unit's code, a phone, a receipt's number."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, NotFound, UserError
from salesdesk.kernel.identity import NotAPhone, parse_phone
from salesdesk.kernel.text import search_key
from salesdesk.office.approvals.tables import Request
from salesdesk.office.customers.tables import Customer, Phone
from salesdesk.office.inventory.permit_rules import number_key
from salesdesk.office.inventory.price_tables import PriceVersion
from salesdesk.office.inventory.tables import Permit, Project, Unit
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.rules import ReceiptKind
from salesdesk.office.ledger.tables import Receipt, Refund
from salesdesk.office.sales.tables import Agreement
from salesdesk.office.staff.tables import Person
from salesdesk.store.work import Reading


class Ambiguous(UserError):
    """A name leads to several records."""

    problem = QT_TRANSLATE_NOOP("errors", "There are {count} records for {what} '{key}'.")
    remedy = QT_TRANSLATE_NOOP("errors", "Name it by its number, or give the project too.")


class UnitInSeveral(UserError):
    """Several projects have a building of one name, and so units of one code."""

    problem = QT_TRANSLATE_NOOP("errors", "Several projects have a unit {unit}: {projects}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Name the project too: {example}.")


class NotThePrinted(UserError):
    """What was written is not the number on the paper; a record's own number is none of a paper."""

    problem = QT_TRANSLATE_NOOP("errors", "There is no {what} with the printed number '{key}'.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Write the number as it is printed, with its letters: {example}."
    )


class ContraStays(UserError):
    """A contra answers a receipt; nothing answers it, and it is not made void."""

    problem = QT_TRANSLATE_NOOP("errors", "{number} is a contra: it answers receipt {receipt}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "A contra stays as it is. Where the money is due after all, take it anew."
    )


_LONGEST_NUMBER = 15


def unit_key(reading: Reading, key: str, project: int | None = None) -> int:
    """Find a unit by its code (1-1-0301), in *project* where given, or by its record number.

    ``PROJECT/CODE`` names the project beside it. Raises `UnitInSeveral` where none is named.
    """
    name, _slash, code = (part.strip() for part in key.rpartition("/"))
    wanted = (
        select(Unit.id, Project.name)
        .join(Project, Project.id == Unit.project_id)
        .where(or_(Unit.code == key.strip(), and_(Project.name == name, Unit.code == code)))
        .order_by(Project.id)
    )
    if project is not None:
        wanted = wanted.where(Unit.project_id == project)
    found = reading.session.execute(wanted).all()
    if len(found) > 1:
        named = [f"{row.name}/{key.strip()}" for row in found]
        projects = ", ".join(row.name for row in found)
        raise UnitInSeveral(unit=key.strip(), projects=projects, example=named[0])
    return _one(reading, "unit", key, wanted.with_only_columns(Unit.id), Unit.id)


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
    """Find a receipt or slip by its printed number alone, or raise `NotThePrinted`.

    A record number would name another paper than the one in somebody's hand: SJ0000035 is seldom
    the thirty-fifth record.
    """
    found = reading.session.scalar(select(Receipt.id).where(Receipt.number == key.strip().upper()))
    if found is None:
        _check_no_contra(reading, key)
        raise NotThePrinted(what="receipt", key=key, example=_latest(reading, slips=False))
    return found


def _check_no_contra(reading: Reading, key: str) -> None:
    """Raise `ContraStays` where *key* is the number of a contra: nothing is done with one."""
    number = key.strip().upper()
    answered = select(Receipt.number).join(Contra, Contra.receipt_id == Receipt.id)
    receipt = reading.session.scalar(answered.where(Contra.number == number))
    if receipt is not None:
        raise ContraStays(number=number, receipt=receipt)


def refund_key(reading: Reading, key: str, project: int | None = None) -> int:
    """Find a refund by the unit's code, the agreement's number, or its slip's once it is paid.

    Of several on one unit, what is still to be paid goes first, then the newest.
    """
    number = key.strip()
    wanted = (
        select(Refund.id)
        .outerjoin(Receipt, Receipt.refund_id == Refund.id)
        .outerjoin(Agreement, Agreement.deal_id == Refund.deal_id)
        .where(
            or_(
                Refund.unit_code == number,
                Receipt.number == number.upper(),
                Agreement.number == number.upper(),
            )
        )
        .order_by(Receipt.id.is_not(None), Refund.owed_fen == 0, Refund.id.desc())
    )
    if project is not None:
        wanted = wanted.join(Unit, Unit.id == Refund.unit_id).where(Unit.project_id == project)
    found = reading.session.scalar(wanted.limit(1))
    if found is None:
        if number.isdecimal():
            raise NotThePrinted(what="refund", key=key, example=_latest(reading, slips=True))
        raise NotFound(what="refund", key=key)
    return found


def price_version_key(reading: Reading, key: str, project: int | None = None) -> int:
    """Find a price version by its name, in *project* where given, or by its record number."""
    wanted = select(PriceVersion.id).where(PriceVersion.name == key.strip())
    if project is not None:
        wanted = wanted.where(PriceVersion.project_id == project)
    return _one(reading, "price version", key, wanted, PriceVersion.id)


def permit_key(reading: Reading, key: str, project: int | None = None) -> int:
    """Find a permit by its number, however it is written, or by its record number."""
    wanted = select(Permit.id, Permit.number)
    if project is not None:
        wanted = wanted.where(Permit.project_id == project)
    same = [row.id for row in reading.session.execute(wanted) if _same_permit(row.number, key)]
    return _one(reading, "permit", key, select(Permit.id).where(Permit.id.in_(same)), Permit.id)


def _same_permit(number: str, key: str) -> bool:
    return number_key(number) == number_key(key)


def _latest(reading: Reading, *, slips: bool) -> str:
    """Give the newest printed number of a receipt or slip, as an example."""
    wanted = select(Receipt.number).where((Receipt.kind == ReceiptKind.REFUND) == slips)
    found = reading.session.scalar(wanted.order_by(Receipt.id.desc()).limit(1))
    return found or ("TK0000001" if slips else "SJ0000001")


def request_key(reading: Reading, key: str, _project: int | None = None) -> int:
    """Find a request by its number."""
    nothing = select(Request.id).where(Request.id.is_(None))  # it has no other name
    return _one(reading, "request", key, nothing, Request.id)


def _one(
    reading: Reading, what: str, key: str, wanted: Any, number: ColumnElement[int] | Any
) -> int:
    found = reading.session.scalars(wanted.limit(2)).all()
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
    "PriceVersionId": price_version_key,
    "RequestId": request_key,
    "PermitId": permit_key,
}
"""How each kind of record number is found by what people call it."""
