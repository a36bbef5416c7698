"""The lines of a payment mode while they are typed, and what they say in plain words."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QObject

from salesdesk.desks.wording import listed, money, say
from salesdesk.kernel.keys import Fen
from salesdesk.kernel.money import NotAnAmount, format_yuan, parse_yuan
from salesdesk.office.ledger.receivable_rules import LOANS, Basis, DueEvent, ModeLine, MoneyKind
from salesdesk.office.sales.mode_commands import TermLine

BANDS = "bands"
"""Percentages by area, beside the bases that a kept line has."""

_FIGURE = "figure"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDraft:
    """One line as it stands in the form: texts are kept as they were typed, right or wrong."""

    money: MoneyKind = MoneyKind.INSTALMENT
    basis: str = Basis.SHARE.value
    figure: str = ""
    event: DueEvent = DueEvent.SIGNING
    days: int = 0
    on: date | None = None
    stage: str = ""
    instalments: int = 1
    every_months: int = 1
    step: str = ""


class Unreadable(Exception):
    """A text of a line holds no figure; ``field`` names it."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def draft_of(line: ModeLine) -> LineDraft:
    """Give a kept line as it would be typed."""
    return LineDraft(
        money=line.money,
        basis=BANDS if line.bands else line.basis.value,
        figure=_figure(line),
        event=line.event,
        days=line.days,
        on=line.on,
        stage=line.stage,
        instalments=line.instalments,
        every_months=line.every_months,
        step=format_yuan(line.step_fen) if line.money in LOANS and line.step_fen > 1 else "",
    )


def term_of(draft: LineDraft) -> TermLine:
    """Give the line as the command takes it; raises `Unreadable`."""
    basis = draft.basis
    return TermLine(
        money=draft.money,
        percent=_percent(draft.figure) if basis == Basis.SHARE else None,
        amount=_yuan(draft.figure, _FIGURE) if basis == Basis.AMOUNT else None,
        per_m2=_yuan(draft.figure, _FIGURE) if basis == Basis.PER_M2 else None,
        rest=basis == Basis.REST,
        event=draft.event,
        days=draft.days,
        on=draft.on if draft.event is DueEvent.DATE else None,
        stage=draft.stage.strip() if draft.event is DueEvent.PROGRESS else "",
        instalments=draft.instalments,
        every_months=draft.every_months if draft.instalments > 1 else 1,
        loan_step=_yuan(draft.step, "loan step") if draft.money in LOANS and draft.step else None,
        bands=_bands(draft.figure) if basis == BANDS else (),
    )


class LineWords(QObject):
    """Words for the lines of a mode."""

    def line(self, draft: LineDraft) -> str:
        """Say a line in one clause: First payment 30 %, Signing + 7 days."""
        when, parts = self.when(draft), self._parts(draft)
        words = self.tr("{money} {figure}, {when}", "First payment 30 %, Signing + 7 days").format(
            money=say("due money", draft.money), figure=self.figure(draft), when=when
        )
        return self.tr("{line}, {parts}").format(line=words, parts=parts) if parts else words

    def figure(self, draft: LineDraft) -> str:
        """Say how much a line is; what cannot be read stands as it was typed."""
        if draft.basis == Basis.REST:
            return self.tr("the rest")
        try:
            term = term_of(draft)
        except Unreadable:
            return draft.figure or "?"
        if term.percent is not None:
            return f"{term.percent.normalize():f} %"
        if term.amount is not None:
            return money(term.amount)
        if term.per_m2 is not None:
            return self.tr("{amount} per m²").format(amount=money(term.per_m2))
        return listed(self._band(most, percent) for most, percent in term.bands)

    def when(self, draft: LineDraft) -> str:
        """Say when a line is due."""
        event = say("due events", draft.event)
        if draft.event is DueEvent.DATE:
            event = "?" if draft.on is None else draft.on.isoformat()
        elif draft.event is DueEvent.PROGRESS:
            event = f"{event} {draft.stage}".strip()
        if not draft.days:
            return event
        return self.tr("{event} + %n day(s)", "", draft.days).format(event=event)

    def _parts(self, draft: LineDraft) -> str:
        if draft.instalments == 1:
            return ""
        parts = self.tr("%n part(s)", "", draft.instalments)
        gap = self.tr("every %n month(s)", "", draft.every_months)
        return f"{parts} {gap}"

    def _band(self, most: Decimal | None, percent: Decimal) -> str:
        share = f"{percent.normalize():f}"
        if most is None:
            return self.tr("{percent} % above").format(percent=share)
        area = f"{most.normalize():f}"
        return self.tr("{percent} % to {area} m²").format(percent=share, area=area)


def _figure(line: ModeLine) -> str:
    if line.bands:
        parts = (
            f"{most.normalize():f}: {bp / 100:g}" if most is not None else f"{bp / 100:g}"
            for most, bp in line.bands
        )
        return "; ".join(parts)
    match line.basis:
        case Basis.REST:
            return ""
        case Basis.SHARE:
            return f"{line.value / 100:g}"
        case _:
            return format_yuan(line.value)


def _percent(typed: str) -> Decimal:
    return _number(typed.strip().removesuffix("%"))


def _number(typed: str) -> Decimal:
    try:
        value = Decimal(typed.strip())
    except InvalidOperation:
        raise Unreadable(_FIGURE) from None
    if not value.is_finite():
        raise Unreadable(_FIGURE)
    return value


def _yuan(typed: str, field: str) -> Fen:
    text = typed.strip().removesuffix("元").strip()
    bare = text.removesuffix("万")
    try:
        fen = parse_yuan(bare)
    except NotAnAmount:
        raise Unreadable(field) from None
    return Fen(fen * 10_000 if bare != text else fen)


def _bands(typed: str) -> tuple[tuple[Decimal | None, Decimal], ...]:
    """Read ``90: 1; 144: 1.5; 3``: up to so many m² so many per cent, the last one beyond."""
    bands: list[tuple[Decimal | None, Decimal]] = []
    for part in typed.replace("；", ";").replace("：", ":").split(";"):
        most, _colon, percent = part.rpartition(":")
        bands.append((_number(most) if most.strip() else None, _percent(percent)))
    return tuple(bands)
