"""The supervised account (预售资金监管, R-15): registered, the bank's file taken in, lines matched."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, MissingEntry, NotFound, UserError
from salesdesk.kernel.keys import ProjectId
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.tables import Project
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.rules import ReceiptKind
from salesdesk.office.ledger.tables import Receipt, ReceiptVoid, Tender
from salesdesk.office.sales.supervised_queries import (
    account_of,
    headings_of,
    matched_tenders,
    tender_in_bank,
)
from salesdesk.office.sales.supervised_sheets import StatementEntry, StatementHeading
from salesdesk.office.sales.supervised_tables import (
    StatementImport,
    StatementLine,
    StatementMatch,
    StatementUnmatch,
    SupervisedAccount,
)
from salesdesk.store.work import Work


class AccountKnown(UserError):
    """Each account is registered once."""

    problem = QT_TRANSLATE_NOOP("errors", "The account {number} is registered already.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose it in the list, or check the digits.")


class ColumnsChanged(UserError):
    """A bank's file is not built like the one before."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "In the last file of this account {field} stood under '{before}', now under '{now}'.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Look at the file. If the bank renamed the column, say that the columns have changed, and take it in.",
    )


class ReferenceDiffers(UserError):
    """One reference of the bank over two different lines."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "Row {line}: the reference {reference} is known already, with {known}, not {told}.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Compare both with the bank, correct the file or have another one made. Nothing was taken in.",
    )


class MatchedAlready(UserError):
    """A line of the bank, and a money, are matched once."""

    problem = QT_TRANSLATE_NOOP("errors", "{what} is matched already.")
    remedy = QT_TRANSLATE_NOOP("errors", "Undo that match first, with the reason, if it is wrong.")


class AmountsDiffer(UserError):
    """What is matched is the same amount on both sides."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The bank got {bank} yuan by {reference}; what was chosen makes {chosen}."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Choose the moneys that make up the bank's amount.")


class NotCollected(UserError):
    """Only money of the account's project that stands is matched."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Receipt {receipt} is void, answered, a refund, or of another project."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Choose a receipt of the project that stands.")


class NotMatched(UserError):
    """What has no match is not undone."""

    problem = QT_TRANSLATE_NOOP("errors", "The line {reference} is not matched.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose a line among those that are matched.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterAccount:
    """Register the supervised account of a project: the *bank*, and the *number* without spaces."""

    bank: str
    number: str
    project: ProjectId

    def __call__(self, work: Work) -> str:
        bank = text.required(self.bank, "bank", 80)
        number = "".join(text.required(self.number, "account number", 40).split())
        if not number.replace("-", "").isalnum():
            raise BadEntry(field="account number", value=number, expected="digits")
        if work.session.get(Project, self.project) is None:
            raise NotFound(what="project", key=self.project)
        known = select(SupervisedAccount.id).where(SupervisedAccount.number == number)
        if work.session.scalar(known) is not None:
            raise AccountKnown(number=number)
        row = SupervisedAccount(
            project_id=self.project, bank=bank, number=number, at=work.now, actor_id=work.actor
        )
        work.session.add(row)
        work.session.flush()
        work.note(Topic.RECEIPT, 0, account=number)
        return number


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportStatement:
    """Take in the lines of a bank's file, all of them or none.

    A line that is known already, by its reference and word for word, is recognised and not taken
    again; the same reference over another amount or day is refused (`ReferenceDiffers`). Where the
    file's *headings* are not those of the last one, it is refused (`ColumnsChanged`) until somebody
    says that the columns have changed (*remap*).
    """

    account: str
    lines: tuple[StatementEntry, ...]
    headings: tuple[StatementHeading, ...]
    file: str = ""
    remap: bool = False

    def form(self) -> dict[str, object]:
        """Give the journal's form: figures, not people's names."""
        return {
            "account": self.account,
            "file": self.file,
            "rows": len(self.lines),
            "in_fen": sum(line.amount for line in self.lines if line.amount > 0),
            "remap": self.remap,
        }

    def __call__(self, work: Work) -> dict[str, object]:
        account = account_of(work.session, self.account)
        if not self.lines:
            raise MissingEntry(field="lines")
        self._check_headings(headings_of(work.session, account.id))
        known = {
            line.reference: line
            for line in work.session.scalars(
                select(StatementLine).where(StatementLine.account_id == account.id)
            )
        }
        fresh, again = self._sorted(known)
        row = StatementImport(
            account_id=account.id,
            file=text.clean(self.file, "file", 120),
            headings=json.dumps({h.field: h.heading for h in self.headings}, ensure_ascii=False),
            added=len(fresh),
            known=again,
            at=work.now,
            actor_id=work.actor,
        )
        work.session.add(row)
        work.session.flush()
        for line in fresh:
            line.account_id, line.import_id = account.id, row.id
            work.session.add(line)
            work.session.flush()
        work.note(Topic.RECEIPT, 0, account=account.number, added=len(fresh))
        return {
            "account": account.number,
            "added": len(fresh),
            "known": again,
            "in_fen": sum(line.amount_fen for line in fresh if line.amount_fen > 0),
        }

    def _check_headings(self, before: Iterable[StatementHeading]) -> None:
        now = {heading.field: heading.heading for heading in self.headings}
        for one in before:
            if now.get(one.field, "") != one.heading and not self.remap:
                raise ColumnsChanged(
                    field=one.field, before=one.heading, now=now.get(one.field, "—")
                )

    def _sorted(self, known: dict[str, StatementLine]) -> tuple[list[StatementLine], int]:
        """Give the lines that are new, and how many are known, in the office or by this file."""
        fresh: list[StatementLine] = []
        again = 0
        for entry in self.lines:
            told = _told(entry)
            before = known.get(told.reference)
            if before is None:
                known[told.reference] = told
                fresh.append(told)
            elif (before.day, before.amount_fen) == (told.day, told.amount_fen):
                again += 1
            else:
                raise ReferenceDiffers(
                    line=entry.line,
                    reference=told.reference,
                    known=f"{before.day} · {format_yuan(before.amount_fen)}",
                    told=f"{told.day} · {format_yuan(told.amount_fen)}",
                )
        return fresh, again


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchStatement:
    """Say which *moneys* (record numbers of `not_in_account`) a line of the bank is; sums are equal.

    *line* is its record number in `statement_lines`. Raises `MatchedAlready`, `AmountsDiffer`,
    `NotCollected`.
    """

    line: int
    moneys: tuple[int, ...]

    def __call__(self, work: Work) -> dict[str, object]:
        line = _line(work, self.line)
        account = work.session.get_one(SupervisedAccount, line.account_id)
        if work.session.execute(matched_tenders(line.id)).first() is not None:
            raise MatchedAlready(what=line.reference)
        chosen = [self._money(work, key, account) for key in dict.fromkeys(self.moneys)]
        total = sum(tender.amount_fen for tender in chosen)
        if total != line.amount_fen:
            raise AmountsDiffer(
                bank=format_yuan(line.amount_fen),
                reference=line.reference,
                chosen=format_yuan(total),
            )
        for tender in chosen:
            work.session.add(
                StatementMatch(
                    line_id=line.id, tender_id=tender.id, at=work.now, actor_id=work.actor
                )
            )
            work.session.flush()
            work.touched(Topic.RECEIPT, tender.receipt_id)
        work.note(Topic.RECEIPT, chosen[0].receipt_id, matched=line.reference)
        return {
            "reference": line.reference,
            "amount_fen": line.amount_fen,
            "moneys": len(chosen),
        }

    @staticmethod
    def _money(work: Work, key: int, account: SupervisedAccount) -> Tender:
        session = work.session
        tender = session.get(Tender, key)
        if tender is None:
            raise NotFound(what="money", key=key)
        receipt = session.get_one(Receipt, tender.receipt_id)
        answered = select(Contra.id).where(Contra.receipt_id == receipt.id)
        if (
            receipt.kind == ReceiptKind.REFUND
            or receipt.project_id != account.project_id
            or session.get(ReceiptVoid, receipt.id) is not None
            or session.scalar(answered) is not None
        ):
            raise NotCollected(receipt=receipt.number)
        if tender_in_bank(session, tender.id):
            raise MatchedAlready(what=receipt.number)
        return tender


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmatchStatement:
    """Undo the match of a line of the bank, with the *reason*; all of its moneys wait again."""

    line: int
    reason: str

    def __call__(self, work: Work) -> str:
        reason = text.required(self.reason, "reason", 200)
        line = _line(work, self.line)
        rows = work.session.execute(matched_tenders(line.id)).all()
        if not rows:
            raise NotMatched(reference=line.reference)
        for match, tender in rows:
            work.session.add(
                StatementUnmatch(
                    match_id=match.id, reason=reason, at=work.now, actor_id=work.actor
                )
            )
            work.session.flush()
            work.note(Topic.RECEIPT, tender.receipt_id, unmatched=reason)
        return line.reference


def _line(work: Work, key: int) -> StatementLine:
    row = work.session.scalar(select(StatementLine).where(StatementLine.id == key))
    if row is None:
        raise NotFound(what="line of the bank", key=key)
    return row


def _told(entry: StatementEntry) -> StatementLine:
    reference = "".join(text.required(entry.reference, "reference", 80).split())
    if entry.amount == 0:
        raise BadEntry(field="amount", value=format_yuan(0), expected="above or below 0")
    return StatementLine(
        reference=reference,
        day=entry.on,
        amount_fen=entry.amount,
        payer=text.clean(entry.payer, "payer", 120),
        note=text.clean(entry.note, "note", 200),
    )
