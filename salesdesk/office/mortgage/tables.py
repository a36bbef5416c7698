"""Rows of loan cases: opened, turned, their documents; all of them only grow."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.ledger.receivable_rules import LOANS
from salesdesk.office.mortgage.rules import (
    LOAN,
    OVER,
    PAY_OUTS,
    REASONED,
    TAKEN_BY,
    BuyerKind,
    DocumentState,
    LoanPart,
    LoanProduct,
)
from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, stamped


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in sorted(words))


class LoanCase(Record):
    """A loan asked for to pay a deal (按揭办理): from whom, how much of whom (fen), for how long.

    Rates are hundredths of a percent a year, None where they are not known yet.
    """

    __tablename__ = "loan_case"
    __table_args__ = (
        CheckConstraint(f"product IN ({_listed(LoanProduct)})", name="product"),
        CheckConstraint(f"buyer IN ({_listed(BuyerKind)})", name="buyer"),
        CheckConstraint(
            "bank_fen >= 0 AND fund_fen >= 0"
            " AND (bank_fen > 0) = (product <> 'provident_fund')"
            " AND (fund_fen > 0) = (product <> 'mortgage')",
            name="parts",
        ),
        CheckConstraint("years BETWEEN 1 AND 40", name="years"),
        CheckConstraint("bank <> '' OR product = 'provident_fund'", name="bank"),
    )
    id: Mapped[Key]
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), index=True)
    product: Mapped[str]
    buyer: Mapped[str]
    bank: Mapped[str]
    branch: Mapped[str]
    officer: Mapped[str]
    bank_fen: Mapped[int]
    fund_fen: Mapped[int]
    years: Mapped[int]
    method: Mapped[str]
    rate_bp: Mapped[int | None]
    fund_rate_bp: Mapped[int | None]
    opened_on: Mapped[date]
    note: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class LoanTurn(Record):
    """One turn of a case: the step, from which state to which, the day it happened, why.

    ``bank_fen`` and ``fund_fen``: what was approved. ``part``, ``paid_fen`` and the receipt: a pay-out.
    ``reference`` is a number of the bank's or the registry's.
    """

    __tablename__ = "loan_turn"
    __table_args__ = (
        UniqueConstraint("case_id", "turn_no"),
        UniqueConstraint("receipt_id"),
        CheckConstraint(f"step NOT IN ({_listed(REASONED)}) OR reason <> ''", name="reason"),
        CheckConstraint(
            "(step = 'approve') = (bank_fen IS NOT NULL) AND (step = 'approve') = (fund_fen IS NOT NULL)",
            name="approved",
        ),
        CheckConstraint(
            f"(step IN ({_listed(PAY_OUTS)})) = (receipt_id IS NOT NULL)"
            " AND (receipt_id IS NULL) = (paid_fen IS NULL)"
            f" AND (receipt_id IS NULL) = (part = '') AND part IN ('', {_listed(LoanPart)})",
            name="paid",
        ),
    )
    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("loan_case.id"))
    turn_no: Mapped[int]
    step: Mapped[str]
    source: Mapped[str]
    state: Mapped[str]
    happened_on: Mapped[date]
    reason: Mapped[str]
    reference: Mapped[str]
    bank_fen: Mapped[int | None]
    fund_fen: Mapped[int | None]
    part: Mapped[str]
    paid_fen: Mapped[int | None]
    receipt_id: Mapped[int | None] = mapped_column(ForeignKey("receipt.id"))
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class LoanDocument(Record):
    """Whether a document of a case is there; of several rows of an ``item`` the newest counts."""

    __tablename__ = "loan_document"
    __table_args__ = (
        CheckConstraint("item <> ''", name="item"),
        CheckConstraint(f"state IN ({_listed(DocumentState)})", name="state"),
        CheckConstraint(
            "state = 'got' OR (valid_until IS NULL AND attachment_id IS NULL)", name="got"
        ),
        CheckConstraint("state <> 'not needed' OR note <> ''", name="why"),
    )
    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("loan_case.id"), index=True)
    item: Mapped[str]
    state: Mapped[str]
    valid_until: Mapped[date | None]
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))
    note: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class LoanCheckList(Record):
    """What a bank (empty: any) asks of a kind of buyer for a kind of loan; the newest counts."""

    __tablename__ = "loan_check_list"
    __table_args__ = (
        CheckConstraint(f"product IN ({_listed(LoanProduct)})", name="product"),
        CheckConstraint(f"buyer IN ({_listed(BuyerKind)})", name="buyer"),
    )
    id: Mapped[Key]
    bank: Mapped[str]
    product: Mapped[str]
    buyer: Mapped[str]
    items: Mapped[str] = mapped_column(Canonical)
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


for _table in (LoanCase, LoanTurn, LoanDocument, LoanCheckList):
    append_only(_table)
    stamped(_table, "actor_id", "at")


def _may(*rights: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
        f" WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ({_listed(rights)}))"
    )


_DEAL = "(SELECT k.deal_id FROM loan_case k WHERE k.id = NEW.case_id)"
_LIVE = (
    "EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = {} AND c.ended_at IS NULL"
    " AND c.stage IN ('subscribed', 'signed', 'filed', 'delivered'))"
)
_STATE = (
    "coalesce((SELECT t.state FROM loan_turn t WHERE t.case_id = {}"
    f" ORDER BY t.turn_no DESC LIMIT 1), '{LOAN.start}')"
)
_LOANS = _listed(LOANS)
STANDS = (
    "NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = {0})"
    " AND NOT EXISTS (SELECT 1 FROM contra k WHERE k.receipt_id = {0})"
)
"""Whether a receipt is neither void nor answered, as SQL of both stores."""
LEGAL = _listed(f"{one}>{step.name}>{step.target}" for step in LOAN.steps for one in step.sources)
"""Every turn of the table: state, step, state after."""
_APPROVED = (
    "coalesce((SELECT (CASE NEW.part WHEN 'bank' THEN t.bank_fen ELSE t.fund_fen END) FROM loan_turn t"
    " WHERE t.case_id = NEW.case_id AND t.step = 'approve' ORDER BY t.turn_no DESC LIMIT 1), 0)"
)
_LACKS = (
    "EXISTS (SELECT 1 FROM loan_document d WHERE d.case_id = NEW.case_id AND NOT EXISTS"
    " (SELECT 1 FROM loan_document n WHERE n.case_id = d.case_id AND n.item = d.item AND n.id > d.id)"
    " AND (d.state = 'lacking' OR d.valid_until < NEW.happened_on))"
)

refuse_all(
    LoanCase,
    "INSERT",
    (
        ("right", f"NOT {_may('OpenLoanCase')}", "nobody opens a loan case without the right"),
        ("live", f"NOT {_LIVE.format('NEW.deal_id')}", "a loan is for a live agreement"),
        (
            "one",
            (
                "EXISTS (SELECT 1 FROM loan_case k WHERE k.deal_id = NEW.deal_id AND"
                f" {_STATE.format('k.id')} NOT IN ({_listed(OVER)}))"
            ),
            "one loan case at a time pays a deal",
        ),
        (
            "due",
            (
                "NEW.bank_fen + NEW.fund_fen > (SELECT coalesce(sum(l.amount_fen), 0) FROM due_line l"
                f" WHERE l.deal_id = NEW.deal_id AND l.ended_at IS NULL AND l.money IN ({_LOANS}))"
            ),
            "a loan is no more than what it is due for",
        ),
    ),
)
refuse_all(
    LoanTurn,
    "INSERT",
    (
        (
            "right",
            "NOT ("
            + " OR ".join(
                f"(NEW.step = '{step}' AND {_may(right)})" for step, right in TAKEN_BY.items()
            )
            + ")",
            "nobody turns a loan case without the right",
        ),
        (
            "table",
            (
                f"NEW.source <> {_STATE.format('NEW.case_id')} OR NEW.turn_no <> coalesce((SELECT max(t.turn_no)"
                " FROM loan_turn t WHERE t.case_id = NEW.case_id), 0) + 1"
                f" OR NEW.source || '>' || NEW.step || '>' || NEW.state NOT IN ({LEGAL})"
            ),
            "a loan case turns as its table says",
        ),
        ("live", f"NOT {_LIVE.format(_DEAL)}", "the case of a deal that is over rests"),
        (
            "order",
            (
                "NEW.happened_on < coalesce((SELECT max(t.happened_on) FROM loan_turn t WHERE"
                " t.case_id = NEW.case_id), (SELECT k.opened_on FROM loan_case k"
                " WHERE k.id = NEW.case_id))"
            ),
            "the turns of a loan case follow one another",
        ),
        (
            "lacking",
            f"NEW.step = 'complete documents' AND {_LACKS}",
            "what lacks is brought before a loan case goes on",
        ),
        (
            "once",
            (
                "NEW.step = 'face-sign' AND EXISTS (SELECT 1 FROM loan_turn t"
                " WHERE t.case_id = NEW.case_id AND t.step = 'face-sign')"
            ),
            "a borrower signs at the bank once",
        ),
        (
            "signed",
            (
                "NEW.step = 'pre-register' AND NOT EXISTS (SELECT 1 FROM loan_turn t"
                " WHERE t.case_id = NEW.case_id AND t.step = 'face-sign')"
            ),
            "a loan is pre-registered once it was signed at the bank",
        ),
        (
            "approved",
            (
                "NEW.step = 'approve' AND NOT EXISTS (SELECT 1 FROM loan_case k WHERE"
                " k.id = NEW.case_id AND NEW.bank_fen BETWEEN 0 AND k.bank_fen"
                " AND NEW.fund_fen BETWEEN 0 AND k.fund_fen AND NEW.bank_fen + NEW.fund_fen > 0)"
            ),
            "no more is approved than was asked for",
        ),
        (
            "most",
            f"NEW.receipt_id IS NOT NULL AND NEW.paid_fen > {_APPROVED}",
            "no more is paid out than was approved",
        ),
        (
            "twice",
            (
                "NEW.receipt_id IS NOT NULL AND EXISTS (SELECT 1 FROM loan_turn t WHERE"
                " t.case_id = NEW.case_id AND t.part = NEW.part AND t.receipt_id IS NOT NULL"
                f" AND {STANDS.format('t.receipt_id')})"
            ),
            "a loan is paid out once",
        ),
        (
            "receipt",
            (
                "NEW.receipt_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt r"
                f" WHERE r.id = NEW.receipt_id AND r.deal_id = {_DEAL} AND r.kind = 'price'"
                " AND r.amount_fen = NEW.paid_fen AND r.cashier_id = NEW.actor_id AND r.at = NEW.at"
                " AND r.amount_fen = (SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a"
                " JOIN due_line l ON l.id = a.due_line_id WHERE a.receipt_id = r.id"
                f" AND l.money IN ({_LOANS})))"
            ),
            "a pay-out is a receipt for what the loan is due for",
        ),
        (
            "back",
            (
                "NEW.step = 'take back' AND NOT EXISTS (SELECT 1 FROM loan_turn t WHERE"
                " t.case_id = NEW.case_id AND t.receipt_id IS NOT NULL"
                f" AND NOT ({STANDS.format('t.receipt_id')}) AND NOT EXISTS (SELECT 1 FROM loan_turn b"
                " WHERE b.case_id = t.case_id AND b.step = 'take back' AND b.turn_no > t.turn_no))"
            ),
            "a pay-out is taken back once its receipt is void or answered",
        ),
    ),
)
refuse_all(
    LoanDocument,
    "INSERT",
    (
        (
            "right",
            f"NOT {_may('OpenLoanCase', 'RecordLoanDocument', 'AskLoanSupplement')}",
            "nobody records a loan''s documents without the right",
        ),
        ("live", f"NOT {_LIVE.format(_DEAL)}", "the case of a deal that is over rests"),
        (
            "scan",
            (
                "NEW.attachment_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM attachment a"
                " LEFT JOIN agreement g ON g.id = a.agreement_id"
                " LEFT JOIN deal_change x ON x.id = a.change_id WHERE a.id = NEW.attachment_id"
                f" AND coalesce(g.deal_id, x.deal_id, a.contract_id) = {_DEAL}"
                " AND NOT EXISTS (SELECT 1 FROM attachment_struck s WHERE s.attachment_id = a.id))"
            ),
            "a document''s scan is one of its deal",
        ),
    ),
)
refuse_all(
    LoanCheckList,
    "INSERT",
    (("right", f"NOT {_may('SetLoanDocuments')}", "nobody sets a check list without the right"),),
)
