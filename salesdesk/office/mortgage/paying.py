"""A loan paid out (放款): the receipt of the till and the turn of the case, in one transaction."""

from dataclasses import dataclass
from datetime import date

from salesdesk.kernel import text
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, UserError
from salesdesk.kernel.keys import DueLineId, Fen, UnitId
from salesdesk.kernel.money import format_yuan
from salesdesk.office.ledger.receivable_rules import LOANS, MoneyKind, spread
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.mortgage.cases import (
    LONGEST_REASON,
    CaseAt,
    approved_fen,
    case_at,
    standing_payouts,
    turn,
)
from salesdesk.office.mortgage.rules import LOAN, PAY_OUTS, LoanPart
from salesdesk.office.mortgage.sheets import PaidOut, Turned
from salesdesk.office.sales.receiving import TakePayment
from salesdesk.office.sales.scheduling import live_lines, paid_parts
from salesdesk.office.sales.sharing import LinePart, MoreThanOwed, NothingDue
from salesdesk.store.work import Work

_OWN = {LoanPart.BANK: MoneyKind.LOAN, LoanPart.FUND: MoneyKind.FUND_LOAN}


class PaidOutAlready(UserError):
    """A loan, or its part, is paid out once."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "That part of the loan of unit {unit} was paid out on {day}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Where its receipt is void or answered, take the pay-out back first."
    )


class AboveApproved(UserError):
    """A bank pays no more than it approved."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{amount} yuan are more than the {approved} yuan that were approved."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Enter what came in; what is not the loan's is taken as a payment of its own."
    )


class WhichPart(UserError):
    """A combined loan comes in two sums."""

    problem = QT_TRANSLATE_NOOP("errors", "The loan of unit {unit} has two parts.")
    remedy = QT_TRANSLATE_NOOP("errors", "Say which one came in: the bank's or the fund's.")


class PayOutStands(UserError):
    """Money that is there is not taken back by a word."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Every pay-out of unit {unit} has a receipt that stands."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Make the receipt void, or have a contra written, first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PayOutLoan:
    """Take in what the bank or the fund pays out (放款), on a receipt for the lines the loan is due for.

    *amount* is what came (fen; all that was approved of the *part*), by transfer. Raises
    `WhichPart`, `PaidOutAlready`, `AboveApproved`, `MoreThanOwed`, and what `TakePayment` raises.
    """

    unit: UnitId
    amount: Fen | None = None
    part: LoanPart | None = None
    tender: TenderKind = TenderKind.TRANSFER
    reference: str = ""
    on: date | None = None
    note: str = ""

    def __call__(self, work: Work) -> PaidOut:
        at = case_at(work, self.unit)
        code = at.deal.at.unit.code
        LOAN.after(at.state, "pay out", which=code)
        bank, fund = approved_fen(at)
        approved = {LoanPart.BANK: bank, LoanPart.FUND: fund}
        stand = standing_payouts(work.session, at.turns)
        paid = {LoanPart(row.part): row.happened_on for row in stand}
        part = self._part(code, approved, paid)
        if part in paid:
            raise PaidOutAlready(unit=code, day=paid[part])
        amount = approved[part] if self.amount is None else self.amount
        if amount > approved[part]:
            raise AboveApproved(amount=format_yuan(amount), approved=format_yuan(approved[part]))
        told = TakePayment(
            unit=self.unit,
            amount=Fen(amount),
            tender=self.tender,
            reference=self.reference,
            lines=_lines(work, at, part, amount),
            note=self.note or text.clean(f"{at.row.bank} {at.row.branch}", "note", LONGEST_REASON),
        )(work)
        rest = [one for one in LoanPart if approved[one] and one not in paid and one is not part]
        turned = turn(
            work,
            at,
            "pay out part" if rest else "pay out",
            self.on,
            reason=self.note,
            reference=self.reference,
            part=part.value,
            paid_fen=amount,
            receipt_id=told["receipt_id"],
        )
        return {
            **turned,
            "receipt": str(told["receipt"]),
            "receipt_id": int(str(told["receipt_id"])),
            "amount_fen": amount,
        }

    def _part(
        self, code: str, approved: dict[LoanPart, int], paid: dict[LoanPart, date]
    ) -> LoanPart:
        """Give the part that came in: the one that is said, or the only one that is still to come."""
        lent = [part for part in LoanPart if approved[part]]
        if self.part is not None:
            if self.part not in lent:
                raise BadEntry(field="part", value=self.part.value, expected=", ".join(lent))
            return self.part
        waits = [part for part in lent if part not in paid] or lent
        if len(waits) > 1:
            raise WhichPart(unit=code)
        return waits[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackPayOut:
    """Say that a pay-out does not count (冲回): its receipt is void or answered by a contra."""

    unit: UnitId
    reason: str
    on: date | None = None

    def __call__(self, work: Work) -> Turned:
        at = case_at(work, self.unit)
        LOAN.after(at.state, "take back", which=at.deal.at.unit.code)
        since = max((row.turn_no for row in at.turns if row.step == "take back"), default=0)
        made = [row for row in at.turns if row.step in PAY_OUTS and row.turn_no > since]
        if len(standing_payouts(work.session, made)) == len(made):
            raise PayOutStands(unit=at.deal.at.unit.code)
        return turn(work, at, "take back", self.on, reason=self.reason)


def _lines(work: Work, at: CaseAt, part: LoanPart, amount: int) -> tuple[LinePart, ...]:
    """Give which lines the money is for: those of its own kind first, then the other loan's."""
    deal = at.deal.row.id
    lines = live_lines(work.session, deal)
    paid = paid_parts(work.session, deal, lines)
    lent = [
        (line, line.amount_fen - done)
        for line, done in zip(lines, paid, strict=True)
        if MoneyKind(line.money) in LOANS and line.amount_fen > done
    ]
    lent.sort(key=lambda each: (each[0].money != _OWN[part].value, each[0].id))
    if not lent:
        raise NothingDue(unit=at.deal.at.unit.code)
    parts, over = spread([left for _line, left in lent], amount)
    if over:
        owed = sum(left for _line, left in lent)
        raise MoreThanOwed(amount=format_yuan(amount), open=format_yuan(owed))
    return tuple(
        LinePart(line=DueLineId(line.id), amount=Fen(fen))
        for (line, _left), fen in zip(lent, parts, strict=True)
        if fen
    )
