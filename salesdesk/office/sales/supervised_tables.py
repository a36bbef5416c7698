"""Rows of the supervised account (预售资金监管账户): the bank's lines, and what they were matched with.

All of them only grow (2026-11-26): a line stands as the bank's file told it, once by its reference;
a match that was wrong is undone by another row with the reason. One line may answer several tenders
(a day's cards, cash taken to the bank), which then make its amount together.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.tables import ReceiptVoid
from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped


class SupervisedAccount(Record):
    """An account of a project under supervision, as its permit names it (R-15)."""

    __tablename__ = "supervised_account"
    __table_args__ = (
        UniqueConstraint("number"),
        CheckConstraint("number <> '' AND bank <> ''", name="named"),
    )
    id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    bank: Mapped[str]
    number: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class StatementImport(Record):
    """A file of the bank that was taken in, with the headings its columns were read by."""

    __tablename__ = "statement_import"
    id: Mapped[Key]
    account_id: Mapped[int] = mapped_column(ForeignKey("supervised_account.id"), index=True)
    file: Mapped[str]
    headings: Mapped[str] = mapped_column(Canonical)
    added: Mapped[int]
    known: Mapped[int]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class StatementLine(Record):
    """One line of the bank (fen; below nothing: paid out), by its reference once an account."""

    __tablename__ = "statement_line"
    __table_args__ = (
        UniqueConstraint("account_id", "reference"),
        CheckConstraint("amount_fen <> 0 AND reference <> ''", name="told"),
    )
    id: Mapped[Key]
    account_id: Mapped[int] = mapped_column(ForeignKey("supervised_account.id"))
    import_id: Mapped[int] = mapped_column(ForeignKey("statement_import.id"), index=True)
    reference: Mapped[str]
    day: Mapped[date] = mapped_column(index=True)
    amount_fen: Mapped[int]
    payer: Mapped[str]
    note: Mapped[str]


class StatementMatch(Record):
    """A person said that this tender is in that line of the bank."""

    __tablename__ = "statement_match"
    id: Mapped[Key]
    line_id: Mapped[int] = mapped_column(ForeignKey("statement_line.id"), index=True)
    tender_id: Mapped[int] = mapped_column(ForeignKey("tender.id"), index=True)
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class StatementUnmatch(Record):
    """A match was wrong, and why."""

    __tablename__ = "statement_unmatch"
    __table_args__ = (CheckConstraint("reason <> ''", name="reason"),)
    match_id: Mapped[int] = mapped_column(ForeignKey("statement_match.id"), primary_key=True)
    reason: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


for _table in (
    SupervisedAccount,
    StatementImport,
    StatementLine,
    StatementMatch,
    StatementUnmatch,
):
    append_only(_table)
for _table in (SupervisedAccount, StatementImport, StatementMatch, StatementUnmatch):
    stamped(_table, "actor_id", "at")

_MAY = (
    "EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
    " WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = '{}')"
)
_STANDS = "NOT EXISTS (SELECT 1 FROM statement_unmatch u WHERE u.match_id = m.id)"
_IN_BANK = (
    "EXISTS (SELECT 1 FROM statement_match m JOIN tender t ON t.id = m.tender_id"
    f" WHERE t.receipt_id = NEW.receipt_id AND {_STANDS})"
)
for _table, _right, _words in (
    (SupervisedAccount, "RegisterAccount", "nobody registers an account without the right"),
    (StatementImport, "ImportStatement", "nobody takes a statement in without the right"),
    (StatementMatch, "MatchStatement", "nobody matches a statement without the right"),
    (StatementUnmatch, "UnmatchStatement", "nobody undoes a match without the right"),
):
    refuse_when(_table, "right", "INSERT", f"NOT {_MAY.format(_right)}", _words)
refuse_when(
    StatementLine,
    "import",
    "INSERT",
    "NOT EXISTS (SELECT 1 FROM statement_import i WHERE i.id = NEW.import_id"
    " AND i.account_id = NEW.account_id) OR (SELECT count(*) FROM statement_line s"
    " WHERE s.import_id = NEW.import_id) >= (SELECT i.added FROM statement_import i"
    " WHERE i.id = NEW.import_id)",
    "a line comes with its file",
)
refuse_all(
    StatementMatch,
    "INSERT",
    (
        (
            "once",
            f"EXISTS (SELECT 1 FROM statement_match m WHERE m.tender_id = NEW.tender_id AND {_STANDS})",
            "money is in the account once",
        ),
        (
            "amount",
            (
                "(SELECT t.amount_fen FROM tender t WHERE t.id = NEW.tender_id)"
                " + (SELECT coalesce(sum(t.amount_fen), 0) FROM statement_match m"
                f" JOIN tender t ON t.id = m.tender_id WHERE m.line_id = NEW.line_id AND {_STANDS})"
                " > (SELECT s.amount_fen FROM statement_line s WHERE s.id = NEW.line_id)"
            ),
            "no more is matched than the bank got",
        ),
        (
            "receipt",
            (
                "NOT EXISTS (SELECT 1 FROM tender t JOIN receipt r ON r.id = t.receipt_id"
                " JOIN statement_line s ON s.id = NEW.line_id"
                " JOIN supervised_account a ON a.id = s.account_id WHERE t.id = NEW.tender_id"
                " AND r.project_id = a.project_id AND r.kind <> 'refund'"
                " AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id)"
                " AND NOT EXISTS (SELECT 1 FROM contra c WHERE c.receipt_id = r.id))"
            ),
            "what is matched is a receipt of the project that stands",
        ),
    ),
)
for _answer in (ReceiptVoid, Contra):
    refuse_when(_answer, "bank", "INSERT", _IN_BANK, "the receipt''s money is in the bank")
