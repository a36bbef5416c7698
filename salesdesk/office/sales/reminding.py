"""Reminders written and answered: demand letters in stages (催款函), and what buyers promise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.calendar import local
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, MissingEntry, UserError
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.tables import Project
from salesdesk.office.ledger.tallies import paid_fen
from salesdesk.office.ledger.writing import check_printable, next_number
from salesdesk.office.sales.change_frame import buyers_of
from salesdesk.office.sales.deals import LiveDeal, agreement_of, check_own, live_deal
from salesdesk.office.sales.due_tables import DueLine
from salesdesk.office.sales.reminder_facts import due_marks, lines_due, next_stage
from salesdesk.office.sales.reminder_rules import STAGES, DemandStage
from salesdesk.office.sales.reminder_sheets import Demanded, DemandLine, DemandSheet, Promised
from salesdesk.office.sales.reminder_tables import DemandLetter, PaymentPromise
from salesdesk.office.sales.scheduling import live_lines
from salesdesk.office.staff.queries import names_of, setting
from salesdesk.store.work import Work

MOST_LETTERS = 500
"""Letters in one batch: a printer's paper, and a transaction that others wait for."""


class NothingOverdue(UserError):
    """Nobody is asked for what he does not owe yet."""

    problem = QT_TRANSLATE_NOOP("errors", "Of unit {unit} nothing is overdue.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Leave it out; the list of reminders shows what is overdue, and what will be."
    )


class DemandedAlready(UserError):
    """A letter of one stage is written once, and the next after its day."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Letter {letter} ({demand_stage}) asks for it already, to be paid by {day}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Print that one again, or wait until its day is past; then the next stage follows.",
    )


class StageNotNext(UserError):
    """Stages are not skipped."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The next letter for unit {unit} is the {demand_stage} one."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Write that stage, or leave the stage open.")


class DemandsExhausted(UserError):
    """After the final letter, words are over."""

    problem = QT_TRANSLATE_NOOP("errors", "The final letter {letter} for unit {unit} is past.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Agree on another payment mode, or serve a notice of default for the payment."
    )


class PromiseTooFar(UserError):
    """A promise is for a day soon."""

    problem = QT_TRANSLATE_NOOP("errors", "{day} is no day that can be promised for unit {unit}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Choose a day from {first} to {last}; later ones are a change of the payment mode. The longest "
        "promise is among the office settings.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteDemands:
    """Write a demand letter (催款函) for each of the *units*, all or none; each of the next stage.

    First, second and final letters follow one another, each when the day by which the one before
    asked to be paid is past (the setting `demand_days`). *stage*: only if that one is next
    (`DemandedAlready`, `StageNotNext`). Raises `NothingOverdue`, `DemandsExhausted`.
    """

    units: tuple[UnitId, ...]
    stage: DemandStage | None = None

    def __call__(self, work: Work) -> list[Demanded]:
        units = list(dict.fromkeys(self.units))
        if not units:
            raise MissingEntry(field="units")
        if len(units) > MOST_LETTERS:
            raise BadEntry(field="units", value=len(units), expected=f"1-{MOST_LETTERS}")
        return [self._write(work, live_deal(work, unit)) for unit in sorted(units)]

    def _write(self, work: Work, deal: LiveDeal) -> Demanded:
        yesterday = work.today - timedelta(days=1)
        late = lines_due(work.session, yesterday, [deal.row.id]).get(deal.row.id, [])
        if not late:
            raise NothingOverdue(unit=deal.at.unit.code)
        letters = work.session.scalars(
            select(DemandLetter)
            .where(DemandLetter.due_line_id == late[0].id)
            .order_by(DemandLetter.id)
        ).all()
        stage = self._stage(work, deal, letters)
        days = int(setting(work.session, "demand_days"))
        no, number = next_number(work, "demand", setting(work.session, "demand_prefix"))
        pay_by = work.today + timedelta(days=days)
        sheet = _sheet(work, deal, late, letters, number=number, stage=stage, pay_days=days)
        check_printable(work, *sheet.buyers, *sheet.addresses)
        work.session.add(
            DemandLetter(
                no=no,
                number=number,
                deal_id=deal.row.id,
                due_line_id=late[0].id,
                stage=stage,
                overdue_fen=sheet.overdue_fen,
                since=late[0].due_on,
                written_on=work.today,
                pay_by=pay_by,
                at=work.now,
                actor_id=work.actor,
                sheet=sheet,
            )
        )
        work.session.flush()
        work.note(Topic.DEAL, deal.row.id, demanded=number)
        work.touched(Topic.UNIT, deal.at.unit.id)
        return {"letter": number, "unit": deal.at.unit.code, "stage": stage, "pay_by": pay_by}

    def _stage(self, work: Work, deal: LiveDeal, letters: Sequence[DemandLetter]) -> str:
        """Give the stage to write now; each refusal says what stands in the way."""
        newest = letters[-1] if letters else None
        following = next_stage(letters, work.today)
        written = {row.stage: row for row in letters}
        if newest is not None and newest.stage == STAGES[-1] and newest.pay_by < work.today:
            raise DemandsExhausted(letter=newest.number, unit=deal.at.unit.code)
        same = written.get(self.stage) if self.stage else None
        if standing := same or (newest if not following else None):
            raise DemandedAlready(
                letter=standing.number, demand_stage=standing.stage, day=standing.pay_by
            )
        if self.stage is not None and self.stage != following:
            raise StageNotNext(unit=deal.at.unit.code, demand_stage=following)
        return following


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPromise:
    """Note the day on which a buyer says that he will pay, and how much; left open, all that is overdue or soon due.

    From today to the longest day (`promise_longest_days`, `PromiseTooFar`); never more than is open.
    """

    unit: UnitId
    on: date
    amount: Fen | None = None
    note: str = ""

    def __call__(self, work: Work) -> Promised:
        deal = live_deal(work, self.unit)
        check_own(work, deal)
        unit = deal.at.unit.code
        mark = due_marks(work.session, work.today, [deal.row.id]).get(deal.row.id)
        if mark is None:
            raise NothingOverdue(unit=unit)
        last = work.today + timedelta(days=int(setting(work.session, "promise_longest_days")))
        if not work.today <= self.on <= last:
            raise PromiseTooFar(day=self.on, unit=unit, first=work.today, last=last)
        amount = mark.overdue_fen + mark.soon_fen if self.amount is None else self.amount
        most = sum(line.open_fen for line in live_lines(work.session, deal.row.id))
        if not 0 < amount <= most:
            expected = f"an amount above 0, up to {format_yuan(most)}"
            raise BadEntry(field="amount", value=format_yuan(amount), expected=expected)
        work.session.add(
            PaymentPromise(
                deal_id=deal.row.id,
                promised_on=self.on,
                amount_fen=amount,
                note=text.clean(self.note, "note", 200),
                made_on=work.today,
                at=work.now,
                actor_id=work.actor,
            )
        )
        work.session.flush()
        work.note(Topic.DEAL, deal.row.id, promised=self.on.isoformat())
        work.touched(Topic.UNIT, deal.at.unit.id)
        return {"unit": unit, "on": self.on, "amount_fen": amount}


def _sheet(
    work: Work,
    deal: LiveDeal,
    late: Sequence[DueLine],
    letters: Sequence[DemandLetter],
    *,
    number: str,
    stage: str,
    pay_days: int,
) -> DemandSheet:
    session = work.session
    project = session.get_one(Project, deal.row.project_id)
    agreement = agreement_of(session, deal.row.id)
    buyers = buyers_of(session, agreement) if agreement else ()
    mark = due_marks(session, work.today, [deal.row.id])[deal.row.id]
    return DemandSheet(
        number=number,
        at=f"{local(work.now, work.zone):%Y-%m-%d %H:%M}",
        stage=stage,
        company=project.company,
        company_address=project.address,
        company_phone=project.phone,
        project=project.name,
        unit_code=deal.at.unit.code,
        agreement=agreement.number if agreement else "",
        buyers=tuple(line.name for line in buyers),
        addresses=tuple(line.address for line in buyers),
        price_fen=deal.price_fen(session),
        paid_fen=paid_fen(session, deal.row.id),
        lines=tuple(
            DemandLine(
                money=line.money,
                due_on=line.due_on.isoformat(),
                amount_fen=line.amount_fen,
                open_fen=line.open_fen,
                days_over=(work.today - line.due_on).days,
            )
            for line in late
            if line.due_on is not None
        ),
        overdue_fen=mark.overdue_fen,
        since=mark.since.isoformat() if mark.since else "",
        pay_by=(work.today + timedelta(days=pay_days)).isoformat(),
        pay_days=pay_days,
        earlier=tuple(row.number for row in letters),
        promised_on=mark.promised_on.isoformat() if mark.broken and mark.promised_on else "",
        made_by=names_of(session).get(work.actor, ""),
        practice=bool(setting(session, "practice")),
    )
