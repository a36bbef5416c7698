"""What a bank wants to see (资料清单): check lists as rows, and what of them is there in a case."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, MissingEntry, UserError
from salesdesk.kernel.keys import AttachmentId, UnitId
from salesdesk.office.mortgage.cases import LONGEST_NAME, LONGEST_REASON, case_at
from salesdesk.office.mortgage.rules import (
    OVER,
    BuyerKind,
    DocumentState,
    LoanProduct,
    LoanState,
    shipped_documents,
)
from salesdesk.office.mortgage.sheets import LoanCheckListLine, LoanDocumentLine
from salesdesk.office.mortgage.tables import LoanCheckList, LoanDocument
from salesdesk.office.sales.attachment_tables import Attachment, AttachmentStruck
from salesdesk.office.sales.change_tables import DealChange
from salesdesk.office.sales.tables import Agreement
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading, Work

EXPIRED = "expired"
_MOST_ITEMS = 40
_DONE = OVER | {LoanState.PAID_OUT}


class DocumentsLacking(UserError):
    """Papers go to the bank whole."""

    problem = QT_TRANSLATE_NOOP("errors", "{count} documents of unit {unit} are lacking: {items}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Record each as got, or why it is not needed; expired ones are brought anew."
    )


class NotThisDealsScan(UserError):
    """A scan belongs to the deal whose document it shows."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Attachment {number} is none of unit {unit} that counts."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Attach the scan to the deal's agreement or contract first, then name it here."
    )


class LoanIsDone(UserError):
    """Nothing is brought any more to a case that is over."""

    problem = QT_TRANSLATE_NOOP("errors", "The loan case of unit {unit} is {state}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Open another case first, where the buyer asks again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLoanDocuments:
    """Set what a *bank* (empty: any) asks of a kind of *buyer* for a kind of loan, from now on.

    Cases that are open keep theirs. The list of the very bank counts before that of any.
    """

    product: LoanProduct
    buyer: BuyerKind
    items: tuple[str, ...]
    bank: str = ""

    def __call__(self, work: Work) -> int:
        items = tuple(text.required(item, "items", LONGEST_NAME) for item in self.items)
        if not items:
            raise MissingEntry(field="items")
        if len(set(items)) != len(items) or len(items) > _MOST_ITEMS:
            raise BadEntry(field="items", value=len(items), expected="each once, at most 40")
        row = LoanCheckList(
            bank=text.clean(self.bank, "bank", LONGEST_NAME),
            product=self.product.value,
            buyer=self.buyer.value,
            items=list(items),
            at=work.now,
            actor_id=work.actor,
        )
        work.session.add(row)
        work.session.flush()
        work.note(Topic.SETTING, row.id, bank=row.bank, product=row.product, items=list(items))
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLoanDocument:
    """Record that a document of a unit's loan case is there, lacking, or not needed (*note*: why).

    One that is got may be good until a day, and have its scan: an attachment of the deal. An *item*
    that is not on the list yet is put there.
    """

    unit: UnitId
    item: str
    state: DocumentState = DocumentState.GOT
    valid_until: date | None = None
    attachment: AttachmentId | None = None
    note: str = ""

    def __call__(self, work: Work) -> str:
        at = case_at(work, self.unit)
        code = at.deal.at.unit.code
        if at.state in _DONE:
            raise LoanIsDone(unit=code, state=at.state.value)
        item = text.required(self.item, "item", LONGEST_NAME)
        needed = text.required if self.state is DocumentState.NOT_NEEDED else text.clean
        note = needed(self.note, "note", LONGEST_REASON)
        self._check(work, at.deal.row.id, code)
        row = LoanDocument(
            case_id=at.row.id,
            item=item,
            state=self.state.value,
            valid_until=self.valid_until,
            attachment_id=self.attachment,
            note=note,
            at=work.now,
            actor_id=work.actor,
        )
        work.session.add(row)
        work.session.flush()
        work.note(Topic.DEAL, at.deal.row.id, document=item, document_state=row.state)
        work.touched(Topic.UNIT, at.deal.at.unit.id)
        return item

    def _check(self, work: Work, deal: int, code: str) -> None:
        if self.state is not DocumentState.GOT:
            if self.valid_until is not None or self.attachment is not None:
                raise BadEntry(
                    field="state", value=self.state.value, expected="a document that is there"
                )
            return
        if self.valid_until is not None and self.valid_until < work.today:
            raise BadEntry(
                field="valid until", value=self.valid_until, expected=f"{work.today} or later"
            )
        if self.attachment is not None and self.attachment not in _scans(work.session, deal):
            raise NotThisDealsScan(number=self.attachment, unit=code)


def wanted_documents(
    session: Session, bank: str, product: LoanProduct, buyer: BuyerKind
) -> tuple[str, ...]:
    """Give a check list: the bank's own, else any bank's, else as shipped."""
    newest = (
        select(LoanCheckList.items)
        .where(LoanCheckList.product == product.value, LoanCheckList.buyer == buyer.value)
        .order_by(LoanCheckList.id.desc())
        .limit(1)
    )
    for name in dict.fromkeys((bank, "")):
        found = session.scalar(newest.where(LoanCheckList.bank == name))
        if found is not None:
            return tuple(json.loads(found))
    return shipped_documents(product, buyer)


def begin_documents(work: Work, case: int, items: Iterable[str]) -> None:
    """Write what a case lacks from now on."""
    for item in items:
        work.session.add(
            LoanDocument(
                case_id=case,
                item=item,
                state=DocumentState.LACKING.value,
                note="",
                at=work.now,
                actor_id=work.actor,
            )
        )
        work.session.flush()


def documents_of(reading: Reading, case: int) -> tuple[LoanDocumentLine, ...]:
    """Give what there is of a case's documents, in the order in which they were asked for."""
    rows = reading.session.execute(
        select(LoanDocument, Attachment.name, Attachment.sha256)
        .outerjoin(Attachment, Attachment.id == LoanDocument.attachment_id)
        .where(LoanDocument.case_id == case)
        .order_by(LoanDocument.id)
    ).all()
    names, newest = names_of(reading.session), {}
    for row in rows:
        newest[row.LoanDocument.item] = row  # a dict keeps the first place of a key
    return tuple(
        LoanDocumentLine(
            item=row.LoanDocument.item,
            state=_state(row.LoanDocument, reading.today),
            valid_until=row.LoanDocument.valid_until,
            attachment=row.LoanDocument.attachment_id,
            scan=row.name or "",
            sha256=row.sha256 or "",
            note=row.LoanDocument.note,
            at=row.LoanDocument.at,
            by=names.get(row.LoanDocument.actor_id, ""),
        )
        for row in newest.values()
    )


def lacking(session: Session, cases: Iterable[int], today: date) -> dict[int, list[str]]:
    """Give what each of *cases* lacks, expired documents too, by case."""
    newest: dict[tuple[int, str], LoanDocument] = {}
    for row in session.scalars(
        select(LoanDocument).where(LoanDocument.case_id.in_(list(cases))).order_by(LoanDocument.id)
    ):
        newest[row.case_id, row.item] = row
    found: dict[int, list[str]] = {}
    for (case, item), row in newest.items():
        if _state(row, today) in {DocumentState.LACKING.value, EXPIRED}:
            found.setdefault(case, []).append(item)
    return found


def loan_check_lists(reading: Reading) -> tuple[LoanCheckListLine, ...]:
    """List what is asked for: for any bank as shipped or as set, then what single banks ask."""
    names = names_of(reading.session)
    found = {
        ("", product.value, buyer.value): LoanCheckListLine(
            bank="",
            product=product.value,
            buyer=buyer.value,
            items=shipped_documents(product, buyer),
        )
        for product in LoanProduct
        for buyer in BuyerKind
    }
    for row in reading.session.scalars(select(LoanCheckList).order_by(LoanCheckList.id)):
        found[row.bank, row.product, row.buyer] = LoanCheckListLine(
            bank=row.bank,
            product=row.product,
            buyer=row.buyer,
            items=tuple(json.loads(row.items)),
            at=row.at,
            by=names.get(row.actor_id, ""),
        )
    return tuple(found.values())


def _state(row: LoanDocument, today: date) -> str:
    if row.valid_until is not None and row.valid_until < today:
        return EXPIRED
    return row.state


def _scans(session: Session, deal: int) -> set[int]:
    """Give the attachments of a deal's papers that count."""
    rows = session.scalars(
        select(Attachment.id)
        .outerjoin(Agreement, Agreement.id == Attachment.agreement_id)
        .outerjoin(DealChange, DealChange.id == Attachment.change_id)
        .outerjoin(AttachmentStruck, AttachmentStruck.attachment_id == Attachment.id)
        .where(
            (Agreement.deal_id == deal)
            | (DealChange.deal_id == deal)
            | (Attachment.contract_id == deal),
            AttachmentStruck.attachment_id.is_(None),
        )
    )
    return set(rows)
