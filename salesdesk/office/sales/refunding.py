"""A refund asked for (退款申请): who is paid, by which way, which originals came back; then signed.

The last signature releases it; a cashier who signed nothing of it pays it out (`PayRefund`).
"""

from dataclasses import dataclass

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, MissingEntry, NotFound, UserError
from salesdesk.kernel.keys import ReceiptId, RefundId
from salesdesk.office.approvals.filing import Filing, file
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.approvals.sheets import FactLine
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.claims import standing
from salesdesk.office.ledger.refund_asked import asked_of
from salesdesk.office.ledger.refund_tables import RefundOriginal, RefundRequest
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.ledger.tables import Refund
from salesdesk.office.ledger.writing import check_printable
from salesdesk.office.sales.deals import agreement_of
from salesdesk.office.sales.refund_facts import check_not_pending, terms
from salesdesk.office.sales.refund_sheets import RefundTerms
from salesdesk.office.sales.tables import Cancellation, Deal
from salesdesk.office.sales.undoing import check_owed
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Work

_NAME, _ACCOUNT, _WHY = 60, 60, 100


class PayeeUnknown(UserError):
    """Money goes back to who bought or paid; to others only in the place of such a one (AML)."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{payee} is no buyer of unit {unit} and paid none of its receipts."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Pay {payees}; or write in whose place {payee} takes the money, by which proxy, and why.",
    )


class OriginalsOpen(UserError):
    """Whoever is paid back hands his receipts back, or declares them lost."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Nothing is said of the original receipts {receipts} of this refund."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Take them back and name them as returned, or as lost with a declaration."
    )


class NotItsOriginal(UserError):
    """Only the receipts that a refund rests on come back for it."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The refund of unit {unit} does not rest on receipt {receipt}."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "It rests on: {receipts}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRefund:
    """Let a refund be paid as it was signed; carried out by a request's last signature.

    Nothing moves yet: the cashier pays, who is none of the signers.
    """

    refund: RefundId
    payee: str
    tender: TenderKind
    bank_account: str
    proxy: str
    returned: tuple[ReceiptId, ...]
    lost: tuple[ReceiptId, ...]
    declaration: str

    def __call__(self, work: Work) -> None:
        work.note(Topic.REFUND, self.refund, released=self.payee)

    def filing(self, work: Work) -> Filing:
        """Say what it would do now; refuses a payee or originals that do not fit, and what is paid."""
        refund = _owed(work, self.refund)
        found = terms(work.session, refund)
        if self.payee not in found.payees and not self.proxy:
            names = ", ".join(found.payees)
            raise PayeeUnknown(payee=self.payee, unit=refund.unit_code, payees=names)
        self._check_originals(refund, found)
        return Filing(
            payload=self,
            project=work.session.get_one(Deal, refund.deal_id).project_id,
            subject=refund.unit_code,
            what=self._facts(work, refund, found),
            changes=(),
            amount_fen=refund.owed_fen,
        )

    def filed(self, work: Work, request: int) -> None:
        """Write what the request is about; refuses a second open one (`RefundAsked`)."""
        refund = _owed(work, self.refund)
        asked = asked_of(work.session, [refund.id]).get(refund.id, [])
        check_not_pending(work, refund, asked, apart=request)
        work.session.add(
            RefundRequest(
                request_id=request,
                refund_id=self.refund,
                payee=self.payee,
                tender=self.tender.value,
                account=self.bank_account,
                proxy=self.proxy,
                asker_id=work.actor,
                filed_at=work.now,
            )
        )
        work.session.flush()
        work.session.add_all(
            RefundOriginal(request_id=request, receipt_id=key, lost=lost)
            for keys, lost in ((self.returned, ""), (self.lost, self.declaration))
            for key in keys
        )
        work.note(Topic.REFUND, self.refund, asked=request)

    def _check_originals(self, refund: Refund, found: RefundTerms) -> None:
        named = [*self.returned, *self.lost]
        twice = next((key for key in named if named.count(key) > 1), None)
        numbers = {line.id: line.number for line in found.originals}
        if twice is not None:
            what = numbers.get(twice, str(twice))
            raise BadEntry(field="lost", value=what, expected="each receipt once")
        strange = next((key for key in named if key not in numbers), None)
        if strange is not None:
            rests = ", ".join(numbers.values()) or "-"
            raise NotItsOriginal(unit=refund.unit_code, receipt=strange, receipts=rests)
        missing = [number for key, number in numbers.items() if key not in named]
        if missing:
            raise OriginalsOpen(receipts=", ".join(missing))

    def _facts(self, work: Work, refund: Refund, found: RefundTerms) -> tuple[FactLine, ...]:
        numbers = {line.id: line.number for line in found.originals}
        agreement = agreement_of(work.session, refund.deal_id)
        end = work.session.scalars(
            select(Cancellation).where(Cancellation.deal_id == refund.deal_id)
        ).one()
        large = int(str(setting(work.session, "large_cash_yuan"))) * 100
        cash = self.tender is TenderKind.CASH and 0 < large <= refund.owed_fen
        told = (
            ("unit", refund.unit_code, "text"),
            ("agreement", agreement.number if agreement else "", "text"),
            ("customer", work.session.get_one(Customer, refund.customer_id).name, "text"),
            ("fault", end.fault, "fault"),
            ("cancelled because", refund.reason, "text"),
            ("paid", str(end.paid_fen), "fen"),
            ("kept", str(end.kept_fen) if end.kept_fen else "", "fen"),
            ("owed", str(refund.owed_fen), "fen"),
            ("returned", str(end.returned_fen), "fen"),
            ("doubled", str(end.doubled_fen) if end.doubled_fen else "", "fen"),
            ("payee", self.payee, "text"),
            ("way of paying", self.tender.value, "tender"),
            ("account", self.bank_account, "text"),
            ("proxy", self.proxy, "text"),
            ("large cash", str(refund.owed_fen) if cash else "", "fen"),
            ("receipts back", ", ".join(numbers[key] for key in self.returned), "text"),
            ("receipts lost", ", ".join(numbers[key] for key in self.lost), "text"),
            ("declaration", self.declaration if self.lost else "", "text"),
            ("invoices", ", ".join(found.invoices), "text"),
        )
        return tuple(
            FactLine(name=name, value=value, form=form) for name, value, form in told if value
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRefund:
    """Ask for a refund to be paid (退款申请): to whom, which way, for which original receipts.

    Without *payee* the customer is paid. Who bought nothing and paid nothing is paid only with a
    *proxy*: in whose place, by which paper, and why. Each receipt that the refund rests on is named
    as *returned*, or as *lost* with the *declaration* of the loss.
    """

    refund: RefundId
    reason: str
    payee: str = ""
    tender: TenderKind = TenderKind.TRANSFER
    bank_account: str = ""
    proxy: str = ""
    returned: tuple[ReceiptId, ...] = ()
    lost: tuple[ReceiptId, ...] = ()
    declaration: str = ""

    def __call__(self, work: Work) -> int:
        refund = work.session.get(Refund, self.refund)
        if refund is None:
            raise NotFound(what="refund", key=self.refund)
        standing(work, refund.unit_id)  # held: nobody pays it or asks for it meanwhile
        customer = work.session.get_one(Customer, refund.customer_id)
        account = text.clean(self.bank_account, "bank_account", _ACCOUNT)
        if self.tender is not TenderKind.CASH and not account:
            raise MissingEntry(field="bank_account")
        declaration = text.clean(self.declaration, "declaration", _WHY)
        if self.lost and not declaration:
            raise MissingEntry(field="declaration")
        payload = ReleaseRefund(
            refund=self.refund,
            payee=text.clean(self.payee, "payee", _NAME) or customer.name,
            tender=self.tender,
            bank_account="" if self.tender is TenderKind.CASH else account,
            proxy=text.clean(self.proxy, "proxy", _WHY),
            returned=self.returned,
            lost=self.lost,
            declaration=declaration,
        )
        check_printable(work, payload.payee, payload.bank_account, payload.proxy, declaration)
        return file(work, RequestKind.REFUND, payload, self.reason).id


def _owed(work: Work, key: int) -> Refund:
    refund = work.session.get(Refund, key)
    if refund is None:
        raise NotFound(what="refund", key=key)
    check_owed(work, refund)
    return refund
