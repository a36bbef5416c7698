"""Payment modes are made, and what they ask for is written."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, MissingEntry, UserError
from salesdesk.kernel.keys import Fen, ProjectId
from salesdesk.office.inventory.queries import find_project
from salesdesk.office.ledger.receivable_rules import (
    FOR_OTHERS,
    LOANS,
    WHOLE_BP,
    Basis,
    DueEvent,
    ModeLine,
    MoneyKind,
    dues,
)
from salesdesk.office.sales.commands import payment_mode
from salesdesk.office.sales.mode_rules import (
    MOST_DAYS,
    MOST_INSTALMENTS,
    MOST_LINES,
    MOST_MONTHS,
    SHIPPED_TERMS,
)
from salesdesk.office.sales.mode_tables import ModeVersion
from salesdesk.office.sales.tables import PaymentMode
from salesdesk.store.work import Work

_PROOF_FEN, _PROOF_AREA = 100_000_000, Decimal(100)
"""A million yuan: what every mode is reckoned with before it is written."""

_LARGEST_STEP = 1_000_000_000


class ModeExists(UserError):
    """Two payment modes never have one name."""

    problem = QT_TRANSLATE_NOOP("errors", "There is a payment mode {name} already.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose another name, or change what that one asks for.")


class ModeType(StrEnum):
    """What kind of payment a mode is: which loans it knows."""

    LUMP_SUM = "lump_sum"
    INSTALMENT = "instalment"
    MORTGAGE = "mortgage"
    PROVIDENT_FUND = "provident_fund"
    COMBINED_LOAN = "combined_loan"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLine:
    """One line as it is typed: a *percent* of the price, an *amount*, an amount *per_m2*, or the *rest*.

    *bands* are (up to m², percent) pairs of a line for others, the last one's m² left out (None).
    """

    money: MoneyKind
    percent: Decimal | None = None
    amount: Fen | None = None
    per_m2: Fen | None = None
    rest: bool = False
    event: DueEvent = DueEvent.SIGNING
    days: int = 0
    on: date | None = None
    stage: str = ""
    instalments: int = 1
    every_months: int = 1
    loan_step: Fen | None = None
    bands: tuple[tuple[Decimal | None, Decimal], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPaymentMode:
    """Add a payment mode (付款方式); it asks for what its kind asks for until that is written."""

    name: str
    english: str
    kind: ModeType

    def __call__(self, work: Work) -> int:
        name = text.required(self.name, "name", 40)
        english = text.required(self.english, "english", 60)
        for known in work.session.scalars(select(PaymentMode)):
            if {name, english} & {known.name, known.english}:
                raise ModeExists(name=known.name)
        loan = any(line.money in LOANS for line in SHIPPED_TERMS[self.kind])
        row = PaymentMode(name=name, english=english, kind=self.kind.value, needs_loan=loan)
        work.session.add(row)
        work.session.flush()
        work.note(Topic.SETTING, 0, payment_mode=name)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class SetModeTerms:
    """Write what a payment mode asks for from now on: in *project*, or in all without their own.

    It is reckoned with a million yuan first: `ModeDoesNotAddUp` where that does not come out.
    Agreements made before keep their schedules.
    """

    mode: str
    lines: tuple[TermLine, ...]
    project: ProjectId | None = None
    begins_on: date | None = None
    ends_on: date | None = None
    banks: tuple[str, ...] = ()
    note: str = ""

    def __call__(self, work: Work) -> int:
        mode = payment_mode(work, self.mode)
        if self.project is not None:
            find_project(work.session, self.project)
        if not self.lines:
            raise MissingEntry(field="lines")
        if len(self.lines) > MOST_LINES:
            raise BadEntry(field="lines", value=len(self.lines), expected=f"1-{MOST_LINES}")
        if self.ends_on is not None and self.ends_on < (self.begins_on or work.today):
            raise BadEntry(field="ends on", value=self.ends_on, expected="a day to come")
        lines = tuple(line_of(line) for line in self.lines)
        dues(mode.name, lines, _PROOF_FEN, _PROOF_AREA, {})
        row = ModeVersion(
            mode_id=mode.id,
            project_id=self.project,
            begins_on=self.begins_on,
            ends_on=self.ends_on,
            banks=tuple(text.required(bank, "bank", 60) for bank in self.banks),
            lines=lines,
            note=text.clean(self.note, "note", 200),
            at=work.now,
            actor_id=work.actor,
        )
        work.session.add(row)
        work.session.flush()
        work.note(Topic.SETTING, 0, payment_mode=mode.name, lines=len(lines))
        return row.id


def line_of(typed: TermLine) -> ModeLine:
    """Give a line as it is kept; raise `BadEntry` or `MissingEntry`, which name what is wrong."""
    basis, value = _basis(typed)
    _within("days", typed.days, 0, MOST_DAYS)
    _within("instalments", typed.instalments, 1, MOST_INSTALMENTS)
    _within("every months", typed.every_months, 1, MOST_MONTHS)
    step = 1 if typed.loan_step is None else typed.loan_step
    _within("loan step", step, 1, _LARGEST_STEP)
    if (typed.event is DueEvent.DATE) is not (typed.on is not None):
        raise (
            MissingEntry(field="day")
            if typed.on is None
            else BadEntry(field="day", value=typed.on, expected=DueEvent.DATE.value)
        )
    stage = text.clean(typed.stage, "stage", 40)
    if (typed.event is DueEvent.PROGRESS) is not bool(stage):
        raise (
            MissingEntry(field="stage")
            if not stage
            else BadEntry(field="stage", value=stage, expected=DueEvent.PROGRESS.value)
        )
    return ModeLine(
        money=typed.money,
        basis=basis,
        value=value,
        event=typed.event,
        days=typed.days,
        on=typed.on,
        stage=stage,
        instalments=typed.instalments,
        every_months=typed.every_months,
        step_fen=step if typed.money in LOANS else 1,
        bands=_bands(typed),
    )


def _basis(typed: TermLine) -> tuple[Basis, int]:
    given = [
        (Basis.SHARE, None if typed.percent is None else _bp(typed.percent)),
        (Basis.AMOUNT, typed.amount),
        (Basis.PER_M2, typed.per_m2),
        (Basis.REST, 0 if typed.rest else None),
        (Basis.SHARE, 0 if typed.bands else None),
    ]
    chosen = [(basis, value) for basis, value in given if value is not None]
    others = typed.money in FOR_OTHERS
    fits = others or not (typed.bands or typed.per_m2)
    if len(chosen) != 1 or not fits or (others and typed.rest):
        expected = (
            "one of percent, amount, rest"
            if not others
            else "one of percent, amount, per m², bands"
        )
        raise BadEntry(field="lines", value=typed.money.value, expected=expected)
    basis, value = chosen[0]
    if value < 0 or (value == 0 and not (typed.rest or typed.bands)):
        raise BadEntry(field="lines", value=value, expected="above 0")
    return basis, value


def _bands(typed: TermLine) -> tuple[tuple[Decimal | None, int], ...]:
    bands = tuple((most, _bp(percent)) for most, percent in typed.bands)
    bounds = [most for most, _bp in bands]
    rising = [most for most in bounds[:-1] if most is not None]
    if bands and (
        bounds[-1] is not None or len(rising) < len(bounds) - 1 or rising != sorted(set(rising))
    ):
        raise BadEntry(field="bands", value=len(bands), expected="m² rising, the last one without")
    return bands


def _bp(percent: Decimal) -> int:
    share = percent * 100
    if share != share.to_integral_value() or not 0 <= share <= WHOLE_BP:
        raise BadEntry(field="percent", value=percent, expected="0-100")
    return int(share)


def _within(field: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise BadEntry(field=field, value=value, expected=f"{least}-{most}")
