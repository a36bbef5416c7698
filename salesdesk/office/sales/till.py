"""The cashier's step of a deal: the deposit and its receipt; and the sheet of any receipt."""

from dataclasses import dataclass, replace

from sqlalchemy import bindparam, select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, MissingEntry, UserError
from salesdesk.kernel.identity import mask_id
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.kernel.money import format_yuan
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.claims import step
from salesdesk.office.inventory.law import check_permit
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.tables import Project
from salesdesk.office.ledger.rules import Account, ReceiptKind, TenderKind
from salesdesk.office.ledger.sheets import ReceiptItem, ReceiptSheet, TenderLine
from salesdesk.office.ledger.writing import (
    Party,
    check_printable,
    checked_tenders,
    move,
    write_receipt,
)
from salesdesk.office.sales.commands import continue_deal
from salesdesk.office.sales.deals import LiveDeal, deposit_room_fen, live_deal
from salesdesk.office.sales.identifying import check_identified
from salesdesk.office.sales.tables import Agreement, Deal
from salesdesk.office.staff.queries import setting
from salesdesk.office.staff.tables import Person
from salesdesk.store.work import Work

_HEADING = (
    select(Customer, Project, Person.name, Agreement.number)
    .select_from(Deal)
    .join(Customer, Customer.id == Deal.customer_id)
    .join(Project, Project.id == Deal.project_id)
    .outerjoin(Agreement, Agreement.deal_id == Deal.id)
    .outerjoin(Person, Person.id == bindparam("person"))
    .where(Deal.id == bindparam("deal"))
)


class AboveDepositCap(UserError):
    """Deposit has deposit effect up to 20 % of the price only (R-09, 民法典 586)."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "{amount} yuan would bring the deposit above 20 % of the price (R-09); "
        "{room} yuan more are possible.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Take at most {room} yuan as deposit; the rest is an instalment of the price."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeDeposit:
    """Take a deposit (定金) on a held unit and number its receipt; several tenders on one.

    Give *amount* and *tender*, or *tenders*. The hold then stays until it is subscribed or
    cancelled. Above 20 % of the price it is refused as deposit (R-09).
    """

    unit: UnitId
    amount: Fen | None = None
    tender: TenderKind = TenderKind.CASH
    reference: str = ""
    tenders: tuple[TenderLine, ...] = ()
    payer: str = ""
    note: str = ""

    def __call__(self, work: Work) -> dict[str, object]:
        deal = live_deal(work, self.unit)
        step(work, deal.at, "take deposit")
        check_permit(work.session, [deal.at.unit.building_id], Law.PERMIT, Law.MONEY)
        tenders = paid_by(self.tenders, self.amount, self.tender, self.reference)
        amount = sum(line.amount_fen for line in tenders)
        room = deposit_room_fen(work.session, deal)
        if amount > room:
            raise AboveDepositCap(amount=format_yuan(amount), room=format_yuan(max(room, 0)))
        check_identified(work, deal, amount)
        sheet = paper(work, deal, ReceiptKind.DEPOSIT, tenders, self.payer, self.note)
        receipt = write_receipt(
            work,
            ReceiptKind.DEPOSIT,
            party(deal),
            sheet,
            "receipt",
            setting(work.session, "receipt_prefix"),
        )
        for line in tenders:
            move(
                work, deal.row.id, Account(line.kind), Account.DEPOSITS_HELD, line.amount_fen,
                "deposit", receipt.id,
            )  # fmt: skip
        if deal.at.claim is not None and deal.at.claim.until is not None:
            continue_deal(work, deal, None)  # money lies on it: the clock no longer frees it
        work.touched(Topic.UNIT, deal.at.unit.id)
        work.touched(Topic.DEAL, deal.row.id)
        return {
            "receipt": receipt.number,
            "receipt_id": receipt.id,
            "amount_fen": amount,
            "unit": deal.at.unit.code,
        }


def paid_by(
    tenders: tuple[TenderLine, ...], amount: Fen | None, tender: TenderKind, reference: str
) -> tuple[TenderLine, ...]:
    """Give the tenders of a payment: those given, or one of *amount*."""
    if tenders:
        return checked_tenders(tenders)
    if amount is None:
        raise MissingEntry(field="amount")
    return checked_tenders(
        (TenderLine(kind=tender.value, amount_fen=amount, reference=reference),)
    )


def party(deal: LiveDeal) -> Party:
    """Give for whom a live deal's money moves."""
    return Party(
        project=deal.row.project_id,
        deal=deal.row.id,
        unit=deal.row.unit_id,
        customer=deal.row.customer_id,
    )


def paper(
    work: Work,
    deal: LiveDeal,
    kind: ReceiptKind,
    tenders: tuple[TenderLine, ...],
    payer: str,
    note: str,
    items: tuple[ReceiptItem, ...] = (),
) -> ReceiptSheet:
    """Give the sheet of a receipt on a live deal, its names checked for printing."""
    sheet = receipt_sheet(
        work, deal.row.id, deal.at.unit.code, kind, tenders,
        text.clean(payer, "payer", 60), text.clean(note, "note", 100),
    )  # fmt: skip
    return replace(sheet, items=items)


def receipt_sheet(
    work: Work,
    deal: int,
    unit: str,
    kind: ReceiptKind,
    tenders: tuple[TenderLine, ...],
    payer: str,
    note: str,
) -> ReceiptSheet:
    """Give the sheet of a receipt or slip of a *deal*; an empty *payer* is its customer.

    Raises `NotPrintable` before anything is written.
    """
    heading = {"deal": deal, "person": work.actor}
    customer, project, collector, agreement = work.session.execute(_HEADING, heading).one()
    name = payer or customer.name
    references = "".join(line.reference for line in tenders)
    check_printable(work, name, note, references, project.name, project.company)
    return ReceiptSheet(
        number="",
        kind=kind.value,
        company=project.company,
        project=project.name,
        at="",
        payer=name,
        payer_id_tail=mask_id(customer.id_number)[-4:],
        unit=unit,
        amount_fen=sum(line.amount_fen for line in tenders),
        tenders=tenders,
        collector=collector or "",
        note=note,
        agreement=agreement or "",
        practice=bool(setting(work.session, "practice")),
    )
