"""A deal's loan case where it stands, and how it is turned: what every command of the trade does."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, UserError
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.tables import ReceiptVoid
from salesdesk.office.mortgage.rules import LOAN, REASONED, LoanState
from salesdesk.office.mortgage.sheets import Turned
from salesdesk.office.mortgage.tables import LoanCase, LoanTurn
from salesdesk.office.sales.deals import LiveDeal, check_own, live_deal
from salesdesk.store.work import Work

AGREED = (UnitState.SUBSCRIBED, UnitState.SIGNED, UnitState.FILED, UnitState.DELIVERED)
"""What a unit is while its deal is paid."""
LONGEST_REASON = 200
LONGEST_NAME = 60


class NoLoanCase(UserError):
    """The unit's deal is paid without a loan, or nobody has opened its case yet."""

    problem = QT_TRANSLATE_NOOP("errors", "Unit {unit} has no loan case.")
    remedy = QT_TRANSLATE_NOOP("errors", "Open one first: the bank, the amount, the years.")


class NothingAgreed(UserError):
    """A loan pays what was agreed, as long as that stands."""

    problem = QT_TRANSLATE_NOOP("errors", "Unit {unit} is {state}: no loan pays it.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "A case is opened after the agreement, and rests once the deal is over."
    )


class NotYetSigned(UserError):
    """A borrower signs before his loan is registered."""

    problem = QT_TRANSLATE_NOOP("errors", "The loan of unit {unit} is not signed at the bank yet.")
    remedy = QT_TRANSLATE_NOOP("errors", "Record the day on which the buyer signed at the bank.")


class FaceSignedAlready(UserError):
    """A borrower signs at the bank once."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The loan of unit {unit} was signed at the bank on {day}."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Nothing more has to be done about it.")


@dataclass(slots=True)
class CaseAt:
    """A case where it stands: the live deal, the case's row, its turns in order."""

    deal: LiveDeal
    row: LoanCase
    turns: list[LoanTurn]

    @property
    def state(self) -> LoanState:
        """What the newest turn says."""
        return LoanState(self.turns[-1].state) if self.turns else LOAN.start

    @property
    def last_on(self) -> date:
        """The day of the newest turn."""
        return self.turns[-1].happened_on if self.turns else self.row.opened_on


def newest_case(session: Session, deal: int) -> LoanCase | None:
    """Give the case of a deal that was opened last."""
    wanted = select(LoanCase).where(LoanCase.deal_id == deal).order_by(LoanCase.id.desc()).limit(1)
    return session.scalar(wanted)


def turns_of(session: Session, case: int) -> list[LoanTurn]:
    """Give a case's turns in order."""
    return list(
        session.scalars(
            select(LoanTurn).where(LoanTurn.case_id == case).order_by(LoanTurn.turn_no)
        )
    )


def agreed_deal(work: Work, unit: int) -> LiveDeal:
    """Give the deal on *unit* that a loan may pay; raises `NothingAgreed`, `NoDeal`, `NotYourDeal`."""
    deal = live_deal(work, unit)
    if deal.at.state not in AGREED:
        raise NothingAgreed(unit=deal.at.unit.code, state=deal.at.state.value)
    check_own(work, deal)
    return deal


def case_at(work: Work, unit: int) -> CaseAt:
    """Give the newest case of the live deal on *unit*, held until the end.

    Raises `NoLoanCase`, and what `agreed_deal` raises.
    """
    deal = agreed_deal(work, unit)
    row = newest_case(work.session, deal.row.id)
    if row is None:
        raise NoLoanCase(unit=deal.at.unit.code)
    return CaseAt(deal, row, turns_of(work.session, row.id))


def turn(
    work: Work,
    at: CaseAt,
    step: str,
    on: date | None = None,
    *,
    reason: str = "",
    reference: str = "",
    **facts: object,
) -> Turned:
    """Write the turn *step* of a case, on a day (today) not before its last one.

    Raises `NotAllowedNow`, `MissingEntry` where it has to say why, `BadEntry` for another day.
    """
    state = LOAN.after(at.state, step, which=at.deal.at.unit.code)
    needed = text.required if step in REASONED else text.clean
    row = LoanTurn(
        case_id=at.row.id,
        turn_no=len(at.turns) + 1,
        step=step,
        source=at.state.value,
        state=state.value,
        happened_on=day_between(work, on, at.last_on),
        reason=needed(reason, "reason", LONGEST_REASON),
        reference=text.clean(reference, "reference", LONGEST_NAME),
        **{"part": "", **facts},
        at=work.now,
        actor_id=work.actor,
    )
    work.session.add(row)
    work.session.flush()
    unit = at.deal.at.unit
    work.note(Topic.DEAL, at.deal.row.id, loan=step, loan_state=state.value, day=row.happened_on)
    work.touched(Topic.UNIT, unit.id)
    return {"unit": unit.code, "case": at.row.id, "state": state.value, "on": row.happened_on}


def day_between(work: Work, asked: date | None, first: date) -> date:
    """Give the day on which something happened: today, or one between *first* and today."""
    day = asked or work.today
    if not first <= day <= work.today:
        raise BadEntry(field="on", value=day, expected=f"{first} - {work.today}")
    return day


def approved_fen(at: CaseAt) -> tuple[int, int]:
    """Give what was approved: the bank's part, the fund's (fen)."""
    found = [row for row in at.turns if row.step == "approve"]
    return (found[-1].bank_fen or 0, found[-1].fund_fen or 0) if found else (0, 0)


def standing_payouts(session: Session, turns: list[LoanTurn]) -> list[LoanTurn]:
    """Give the pay-outs whose receipts are neither void nor answered."""
    keys = [row.receipt_id for row in turns if row.receipt_id is not None]
    gone = set(
        session.scalars(select(ReceiptVoid.receipt_id).where(ReceiptVoid.receipt_id.in_(keys)))
    ) | set(session.scalars(select(Contra.receipt_id).where(Contra.receipt_id.in_(keys))))
    return [row for row in turns if row.receipt_id is not None and row.receipt_id not in gone]
