"""What is done about a loan: opened, checked, sent, answered, signed, paid out. One command a turn."""

from dataclasses import dataclass
from datetime import date

from salesdesk.kernel import text
from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, MissingEntry, UserError
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.kernel.loans import Method
from salesdesk.kernel.money import format_yuan
from salesdesk.office.ledger.receivable_rules import LOANS, MoneyKind
from salesdesk.office.mortgage.cases import (
    LONGEST_NAME,
    LONGEST_REASON,
    FaceSignedAlready,
    NotYetSigned,
    agreed_deal,
    case_at,
    day_between,
    newest_case,
    turn,
    turns_of,
)
from salesdesk.office.mortgage.documents import (
    DocumentsLacking,
    begin_documents,
    lacking,
    wanted_documents,
)
from salesdesk.office.mortgage.rules import (
    LOAN,
    OVER,
    PARTS,
    BuyerKind,
    LoanPart,
    LoanProduct,
    LoanState,
)
from salesdesk.office.mortgage.sheets import Turned
from salesdesk.office.mortgage.tables import LoanCase
from salesdesk.office.sales.deals import LiveDeal, agreement_of
from salesdesk.office.sales.scheduling import live_lines
from salesdesk.store.work import Work

LONGEST_YEARS = 40
_HIGHEST_BP = 2_400


class LoanCaseOpen(UserError):
    """One case at a time pays a deal."""

    problem = QT_TRANSLATE_NOOP("errors", "Unit {unit} has a loan case already: it is {state}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Go on with it, or withdraw it first.")


class NothingLent(UserError):
    """A loan pays lines of the schedule that are a bank's or the fund's."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{amount} yuan are more than the {due} yuan of unit {unit} that a loan pays."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Ask for no more than that, or have the payment mode changed first."
    )


class ApprovedTooMuch(UserError):
    """A bank lends no more than it was asked for."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{amount} yuan are more than the {asked} yuan asked for."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Enter what the bank wrote; for more, withdraw and open another case."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLoanCase:
    """Open the loan case of an agreed unit (按揭办理): the *bank*, what it lends, for how many *years*.

    *amount* is the bank's part, *fund_amount* the provident fund's (fen), as *product* has them;
    rates in hundredths of a percent a year. What the bank asks of such a *buyer* is its check list.
    """

    unit: UnitId
    product: LoanProduct = LoanProduct.MORTGAGE
    bank: str = ""
    amount: Fen | None = None
    fund_amount: Fen | None = None
    years: int = 30
    buyer: BuyerKind = BuyerKind.EMPLOYED
    branch: str = ""
    officer: str = ""
    method: Method = Method.EQUAL_INSTALMENT
    rate_bp: int | None = None
    fund_rate_bp: int | None = None
    opened_on: date | None = None
    note: str = ""

    def __call__(self, work: Work) -> Turned:
        deal = agreed_deal(work, self.unit)
        before = newest_case(work.session, deal.row.id)
        if before is not None:
            turns = turns_of(work.session, before.id)
            state = LoanState(turns[-1].state) if turns else LOAN.start
            if state not in OVER:
                raise LoanCaseOpen(unit=deal.at.unit.code, state=state.value)
        self._check(work, deal)
        row = LoanCase(
            deal_id=deal.row.id,
            product=self.product.value,
            buyer=self.buyer.value,
            bank=text.clean(self.bank, "bank", LONGEST_NAME),
            branch=text.clean(self.branch, "branch", LONGEST_NAME),
            officer=text.clean(self.officer, "officer", LONGEST_NAME),
            bank_fen=self.amount or 0,
            fund_fen=self.fund_amount or 0,
            years=self.years,
            method=self.method.value,
            rate_bp=self.rate_bp,
            fund_rate_bp=self.fund_rate_bp,
            opened_on=day_between(work, self.opened_on, self._agreed_on(work, deal)),
            note=text.clean(self.note, "note", LONGEST_REASON),
            at=work.now,
            actor_id=work.actor,
        )
        work.session.add(row)
        work.session.flush()
        begin_documents(
            work, row.id, wanted_documents(work.session, row.bank, self.product, self.buyer)
        )
        work.note(Topic.DEAL, deal.row.id, loan="open", bank=row.bank, product=row.product)
        work.touched(Topic.UNIT, deal.at.unit.id)
        return {
            "unit": deal.at.unit.code,
            "case": row.id,
            "state": LOAN.start.value,
            "on": row.opened_on,
        }

    @staticmethod
    def _agreed_on(work: Work, deal: LiveDeal) -> date:
        """Give the day of the agreement; a deal of before the office's start has no schedule for a loan."""
        agreement = agreement_of(work.session, deal.row.id)
        return work.today if agreement is None else day_of(agreement.at, work.zone)

    def _check(self, work: Work, deal: LiveDeal) -> None:
        parts = PARTS[self.product]
        for part, field, fen in (
            (LoanPart.BANK, "amount", self.amount),
            (LoanPart.FUND, "fund amount", self.fund_amount),
        ):
            if part in parts and not fen:
                raise MissingEntry(field=field)
            if fen is not None and (fen < 0 or (part not in parts and fen)):
                raise BadEntry(field=field, value=format_yuan(fen), expected="nothing")
        if LoanPart.BANK in parts and not self.bank.strip():
            raise MissingEntry(field="bank")
        if not 1 <= self.years <= LONGEST_YEARS:
            raise BadEntry(field="years", value=self.years, expected=f"1-{LONGEST_YEARS}")
        for field, rate in (("rate bp", self.rate_bp), ("fund rate bp", self.fund_rate_bp)):
            if rate is not None and not 0 <= rate <= _HIGHEST_BP:
                raise BadEntry(field=field, value=rate, expected=f"0-{_HIGHEST_BP}")
        due = sum(
            line.amount_fen
            for line in live_lines(work.session, deal.row.id)
            if MoneyKind(line.money) in LOANS
        )
        asked = (self.amount or 0) + (self.fund_amount or 0)
        if asked > due:
            raise NothingLent(
                amount=format_yuan(asked), due=format_yuan(due), unit=deal.at.unit.code
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteLoanDocuments:
    """Say that the papers of a loan are together (资料齐全): they wait for the first check.

    Raises `DocumentsLacking` while one lacks or is expired.
    """

    unit: UnitId
    on: date | None = None
    note: str = ""

    def __call__(self, work: Work) -> Turned:
        return _with_all_documents(work, self.unit, "complete documents", self.on, self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLoan:
    """Check a loan's papers first (资料初审), before the bank does; not *passed*: handed back, and why."""

    unit: UnitId
    passed: bool = True
    on: date | None = None
    reason: str = ""

    def __call__(self, work: Work) -> Turned:
        at = case_at(work, self.unit)
        return turn(
            work, at, "pass check" if self.passed else "hand back", self.on, reason=self.reason
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SendLoan:
    """Send a loan's papers to the bank or the fund (送审)."""

    unit: UnitId
    on: date | None = None
    reference: str = ""
    note: str = ""

    def __call__(self, work: Work) -> Turned:
        at = case_at(work, self.unit)
        return turn(work, at, "send", self.on, reason=self.note, reference=self.reference)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskLoanSupplement:
    """Record that the bank asks for more (补件): why, and which documents then lack."""

    unit: UnitId
    reason: str
    items: tuple[str, ...] = ()
    on: date | None = None

    def __call__(self, work: Work) -> Turned:
        at = case_at(work, self.unit)
        told = turn(work, at, "ask supplement", self.on, reason=self.reason)
        items = [text.required(item, "items", LONGEST_NAME) for item in self.items]
        begin_documents(work, at.row.id, dict.fromkeys(items))
        return told


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLoanSupplement:
    """Send the bank what it asked for more; refuses while a document lacks (`DocumentsLacking`)."""

    unit: UnitId
    on: date | None = None
    note: str = ""

    def __call__(self, work: Work) -> Turned:
        return _with_all_documents(work, self.unit, "answer supplement", self.on, self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveLoan:
    """Record what the bank and the fund lend (审批通过): as asked for, or less (fen)."""

    unit: UnitId
    amount: Fen | None = None
    fund_amount: Fen | None = None
    on: date | None = None
    reference: str = ""
    note: str = ""

    def __call__(self, work: Work) -> Turned:
        at = case_at(work, self.unit)
        bank = at.row.bank_fen if self.amount is None else self.amount
        fund = at.row.fund_fen if self.fund_amount is None else self.fund_amount
        for field, fen, asked in (
            ("amount", bank, at.row.bank_fen),
            ("fund amount", fund, at.row.fund_fen),
        ):
            if fen < 0:
                raise BadEntry(field=field, value=format_yuan(fen), expected="0 or more")
            if fen > asked:
                raise ApprovedTooMuch(amount=format_yuan(fen), asked=format_yuan(asked))
        if not bank + fund:
            raise BadEntry(field="amount", value="0", expected="above 0")
        return turn(
            work, at, "approve", self.on, reason=self.note, reference=self.reference,
            bank_fen=bank, fund_fen=fund,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseLoan:
    """Record that the bank does not lend (拒贷), and why. Nobody is at fault (R-05, 司法解释 19)."""

    unit: UnitId
    reason: str
    on: date | None = None

    def __call__(self, work: Work) -> Turned:
        return turn(work, case_at(work, self.unit), "refuse", self.on, reason=self.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceSignLoan:
    """Record that the buyer signed the loan at the bank (银行面签): before it is sent, or after."""

    unit: UnitId
    on: date | None = None
    note: str = ""

    def __call__(self, work: Work) -> Turned:
        at = case_at(work, self.unit)
        LOAN.after(at.state, "face-sign", which=at.deal.at.unit.code)
        before = [row for row in at.turns if row.step == "face-sign"]
        if before:
            raise FaceSignedAlready(unit=at.deal.at.unit.code, day=before[0].happened_on)
        return turn(work, at, "face-sign", self.on, reason=self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreRegisterLoan:
    """Record the pre-registration of the mortgage (预告抵押登记) under its number: the bank may pay."""

    unit: UnitId
    number: str
    on: date | None = None
    note: str = ""

    def __call__(self, work: Work) -> Turned:
        at = case_at(work, self.unit)
        LOAN.after(at.state, "pre-register", which=at.deal.at.unit.code)
        if not any(row.step == "face-sign" for row in at.turns):
            raise NotYetSigned(unit=at.deal.at.unit.code)
        number = text.required(self.number, "number", LONGEST_NAME)
        return turn(work, at, "pre-register", self.on, reason=self.note, reference=number)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawLoan:
    """Withdraw a loan before it is paid out (撤回), and say why; another case may be opened then."""

    unit: UnitId
    reason: str
    on: date | None = None

    def __call__(self, work: Work) -> Turned:
        return turn(work, case_at(work, self.unit), "withdraw loan", self.on, reason=self.reason)


def _with_all_documents(work: Work, unit: UnitId, step: str, on: date | None, note: str) -> Turned:
    """Take a step for which every document must be there (`DocumentsLacking`)."""
    at = case_at(work, unit)
    code = at.deal.at.unit.code
    LOAN.after(at.state, step, which=code)
    lacks = lacking(work.session, (at.row.id,), on or work.today).get(at.row.id, [])
    if lacks:
        raise DocumentsLacking(count=len(lacks), unit=code, items=", ".join(lacks))
    return turn(work, at, step, on, reason=note)
