"""A real office starts in the middle: what was sold before comes in as opening claims and balances."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.kernel import text
from salesdesk.kernel.calendar import day_bounds
from salesdesk.kernel.change import EVERYTHING
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.customers.commands import identified, new_customer
from salesdesk.office.customers.queries import customer_by_phone
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.claims import Standing, open_claim, standing
from salesdesk.office.inventory.queries import board, first_project
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.sheets import ImportProblem
from salesdesk.office.inventory.tables import Claim, ReleaseLine, Unit
from salesdesk.office.ledger.rules import Account
from salesdesk.office.ledger.tables import Counter, Receipt
from salesdesk.office.ledger.writing import move
from salesdesk.office.sales.opening import OpeningRow
from salesdesk.office.sales.tables import Deal
from salesdesk.office.staff.tables import Person
from salesdesk.store.guards import refuse_when
from salesdesk.store.work import Reading, Work

_FREE = {UnitState.DRAFT, UnitState.AVAILABLE, UnitState.HELD_BACK}
_NO_SALE = (UnitState.HELD_BACK.value, UnitState.BLOCKED.value)
"""Stages that keep a unit from being sold: they begin no sale."""


class OpeningRefused(UserError):
    """One row of the opening file does not fit the office; nothing was taken in."""

    problem = QT_TRANSLATE_NOOP("errors", "Row {line}, unit {unit}: {why}")
    remedy = QT_TRANSLATE_NOOP("errors", "Mend the row and import the file again.")


class NumbersRunning(UserError):
    """Receipts have been numbered already."""

    problem = QT_TRANSLATE_NOOP("errors", "Receipts are numbered already; the next is {next}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "The first number can only be set before the first receipt is printed."
    )


class UnitNotFree(UserError):
    """Only a unit that nobody has comes in sold."""

    problem = QT_TRANSLATE_NOOP("errors", "The unit {unit} is {state} already.")
    remedy = QT_TRANSLATE_NOOP("errors", "Take the row out of the file, or check its unit.")


class SoldTomorrow(UserError):
    """What was sold before lies behind us."""

    problem = QT_TRANSLATE_NOOP("errors", "{day} has not come yet.")
    remedy = QT_TRANSLATE_NOOP("errors", "Correct the date in the file.")


class WorkHasBegun(UserError):
    """What was sold before comes in before the work begins: later it would be a sale nobody signed."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "This project works with the program already: units are released, sold or paid here.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Carry the deal by the usual steps: hold, deposit, agreement."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOpening:
    """Take in what was sold before salesdesk: claims and balances, marked as opening.

    ``first_receipt`` is the number from which our own receipts go on. A deal begins on its row's
    day; its claim on the day it came in, for the journal knows nothing before. Raises `WorkHasBegun`
    once anything of the project was released, sold or paid in the program.
    """

    rows: tuple[OpeningRow, ...]
    project: ProjectId | None = None
    first_receipt: int | None = None

    def form(self) -> dict[str, object]:
        """Give the journal's form: figures, not people's particulars."""
        return {
            "rows": len(self.rows),
            "paid_fen": sum(row.paid_fen for row in self.rows),
            "first_receipt": self.first_receipt,
            "project": self.project,
        }

    def __call__(self, work: Work) -> dict[str, object]:
        project = self.project or first_project(work.session)
        if self.first_receipt is not None:
            _start_numbers(work, self.first_receipt)
        if begun(work.session, project):
            raise WorkHasBegun
        for row in self.rows:
            try:
                _take_in(work, project, row)
            except UserError as refusal:
                raise OpeningRefused(line=row.line, unit=row.code, why=refusal) from None
        work.changes.add(EVERYTHING)
        return {"units": len(self.rows), "paid_fen": sum(row.paid_fen for row in self.rows)}


def begun(session: Session, project: int) -> bool:
    """Whether *project* was worked with: a release, a claim or a receipt that is no opening."""
    ways = (
        select(ReleaseLine.id).join(Unit, Unit.id == ReleaseLine.unit_id),
        select(Claim.id)
        .join(Unit, Unit.id == Claim.unit_id)
        .where(Claim.opening.in_((False,)), Claim.stage.not_in(_NO_SALE)),
        select(Receipt.id)
        .join(Deal, Deal.id == Receipt.deal_id)
        .join(Unit, Unit.id == Deal.unit_id),
    )
    return any(
        session.scalar(way.where(Unit.project_id == project).limit(1)) is not None for way in ways
    )


def _start_numbers(work: Work, first: int) -> None:
    present = work.session.get(Counter, "receipt")
    if present is not None:
        raise NumbersRunning(next=present.next_no)
    if first < 1:
        raise BadEntry(field="first receipt", value=first, expected="1 or more")
    work.session.add(Counter(series="receipt", first_no=first, next_no=first))
    work.session.flush()


def preview_opening(
    reading: Reading, rows: tuple[OpeningRow, ...], project: int | None = None
) -> tuple[ImportProblem, ...]:
    """Say of every row what `ImportOpening` would refuse it for, changing nothing."""
    states = {card.code: card.state for card in board(reading, project)}
    people = set(reading.session.scalars(select(Person.login))) | set(
        reading.session.scalars(select(Person.name))
    )
    found = []
    for row in rows:
        why = _misfit(row, states.get(row.code), row.consultant in people, reading.today)
        if why is not None:
            facts = tuple((name, str(fact)) for name, fact in why.facts.items())
            found.append(
                ImportProblem(
                    sheet=row.sheet,
                    line=row.line,
                    column="",
                    problem=why.problem,
                    remedy=why.remedy,
                    facts=facts,
                )
            )
    return tuple(found)


def _misfit(
    row: OpeningRow, state: UnitState | None, consultant: bool, today: date
) -> UserError | None:
    """Give what keeps *row* out, its unit being in *state* (None: no such unit)."""
    if state is None:
        return NotFound(what="unit", key=row.code)
    if state not in _FREE:
        return UnitNotFree(unit=row.code, state=state.value)
    if row.consultant and not consultant:
        return NotFound(what="consultant", key=row.consultant)
    return SoldTomorrow(day=row.on) if row.on > today else None


def _take_in(work: Work, project: int, row: OpeningRow) -> None:
    unit = work.session.scalar(
        select(Unit.id).where(Unit.project_id == project, Unit.code == row.code)
    )
    if unit is None:
        raise NotFound(what="unit", key=row.code)
    at = standing(work, unit)
    consultant = _consultant(work, row)
    why = _misfit(row, at.state, consultant is not None, work.today)
    if why is not None:
        raise why
    if row.price_fen <= 0:
        raise BadEntry(field="price", value=row.price_fen / 100, expected="a price above 0")
    if not 0 <= row.paid_fen <= row.price_fen:
        raise BadEntry(field="paid", value=row.paid_fen / 100, expected="0 to the price")
    customer = _customer(work, row, consultant)
    deal = Deal(
        project_id=project,
        unit_id=unit,
        customer_id=customer.id,
        consultant_id=consultant or work.actor,
        opened_at=day_bounds(row.on, work.zone)[0],
        list_unit_price_fen=at.unit.unit_price_fen or 0,
        list_total_fen=row.price_fen,
    )
    work.session.add(deal)
    work.session.flush()
    _claim(work, at, row, deal)
    credit = Account.DEPOSITS_HELD if row.state is UnitState.SUBSCRIBED else Account.PRICE_RECEIVED
    move(work, deal.id, Account.OPENING, credit, row.paid_fen, "opening")


def _claim(work: Work, at: Standing, row: OpeningRow, deal: Deal) -> None:
    note = " · ".join(filter(None, (row.on.isoformat(), row.receipts)))
    open_claim(
        work,
        at,
        row.state,
        reason=text.clean(note, "receipts", 300),
        customer=deal.customer_id,
        consultant=deal.consultant_id,
        deal=deal.id,
        opening=True,
    )


def _customer(work: Work, row: OpeningRow, consultant: int | None) -> Customer:
    known = customer_by_phone(work.session, row.phone) if row.phone else None
    customer = known or new_customer(
        work, row.customer, (row.phone,) if row.phone else (), consultant
    )
    if row.id_number and not customer.id_number:
        customer.id_kind, customer.id_number = identified(None, row.id_number)
    return customer


def _consultant(work: Work, row: OpeningRow) -> int | None:
    if not row.consultant:
        return None
    return work.session.scalar(
        select(Person.id).where((Person.login == row.consultant) | (Person.name == row.consultant))
    )


_SAME = "u.project_id = (SELECT n.project_id FROM unit n WHERE n.id = NEW.unit_id)"
_BEGUN = (
    "EXISTS (SELECT 1 FROM release_line l JOIN unit u ON u.id = l.unit_id"  # noqa: S608 - our words
    f" WHERE {_SAME}) OR EXISTS (SELECT 1 FROM claim c JOIN unit u ON u.id = c.unit_id WHERE {_SAME}"
    " AND c.opening = 0 AND c.stage NOT IN ('held back', 'blocked'))"
    " OR EXISTS (SELECT 1 FROM receipt r JOIN deal d ON d.id = r.deal_id"
    f" JOIN unit u ON u.id = d.unit_id WHERE {_SAME})"
)
refuse_when(
    Claim,
    "begun",
    "INSERT",
    f"NEW.opening <> 0 AND ({_BEGUN})",
    "what was sold before comes in before the work of its project begins",
)
