"""The form that takes a payment: what is due of the deal, how it is paid, and where it goes.

To what is due first, or shared out by hand (Ctrl+H).
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QScrollArea, QWidget
from typing_extensions import override

from salesdesk.desks.cashier.feebar import FeeBar, with_running
from salesdesk.desks.cashier.handshares import HandShares
from salesdesk.desks.cashier.moneyform import MoneyForm
from salesdesk.desks.cashier.sums import oldest_first
from salesdesk.desks.link import Command, Link
from salesdesk.desks.widgets.figures import Figure
from salesdesk.desks.widgets.labels import Card, PlainLabel, Rule, button, column, row
from salesdesk.desks.widgets.schedule import ScheduleList, tone_of
from salesdesk.desks.widgets.theme import set_tone
from salesdesk.desks.wording import money, today
from salesdesk.kernel.keys import DueLineId, Fen, UnitId
from salesdesk.office.ledger.receivable_rules import MoneyKind, spread
from salesdesk.office.sales.applying import ApplyPrepaid, paid_ahead
from salesdesk.office.sales.due_queries import DueCard, payment_schedule
from salesdesk.office.sales.receiving import TakePayment
from salesdesk.office.sales.sharing import LinePart
from salesdesk.office.sales.sheets import DealCard

_ROOM = 252
"""How high a schedule becomes before it scrolls for itself."""
_SHARED = 3
"""The place of the quick amount that is there only while money is shared out by hand."""
_WIDE = 520
"""How wide a schedule is taken to be before it was shown."""


class PaymentForm(MoneyForm):
    """Takes money for what is due of one deal; it goes to what is due first, or as shared by hand."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(link, self.tr("Take the payment"), parent)
        self._link = link
        self._lines: list[DueCard] | None = None
        self.price = Figure(self.tr("Price"))
        self.overdue = Figure(self.tr("Overdue"))
        self.soon = Figure(self.tr("Due in 14 days"))
        self.open = Figure(self.tr("Open in all"))
        self.due = Card()
        self.due.hide()  # until a deal is chosen
        self.schedule = ScheduleList(paying=True)
        self.hand = HandShares()
        self.hand.hide()
        self.by_hand = QCheckBox(self.tr("Share out by hand (Ctrl+H)"))
        QShortcut(QKeySequence("Ctrl+H"), self).activated.connect(self.by_hand.toggle)
        self.by_hand.toggled.connect(lambda on: self._turn(by_hand=on))
        self.hand.changed.connect(self._sums)
        self.hand.entered.connect(self.send)
        self.rest = PlainLabel("", "due")
        self.rest.hide()
        self._box = QScrollArea()
        self.nothing = PlainLabel("", "dim").wrapping()
        self.lies = PlainLabel("", "due")
        self.lies.setProperty("tone", "good")
        self.apply = button(self.tr("Apply it to what is open"), self.apply_ahead, "check")
        self.apply.setAutoDefault(False)
        self.sending.lock(self.apply)
        self.ahead = QCheckBox()
        self.ahead.hide()
        self.fees = FeeBar(link, self.sending)
        self.fees.ticked.connect(self._reordered)
        self.fees.done.connect(lambda: self._deal is not None and self._show(self._deal))
        self._lay()
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self.send)
        self._sums()

    @override
    def show_deal(self, card: DealCard) -> None:
        self._lines = None
        self.ahead.setChecked(False)
        self.by_hand.setChecked(False)
        self.fees.show_deal(card)
        self.schedule.show_lines(())
        self.due.hide()
        for known in (self.overdue, self.soon, self.open):
            known.show_value("")
        for part in (self.lies, self.apply):
            part.hide()
        self.nothing.hide()
        super().show_deal(card)

    @override
    def leave(self) -> None:
        super().leave()
        self.due.hide()

    @override
    def beside(self) -> Sequence[QWidget]:
        return (self.due,)

    @override
    def dirty(self) -> bool:
        return super().dirty() or (self._deal is not None and self.by_hand.isChecked())

    @override
    def command(self, card: DealCard) -> Command[Mapping[str, object]]:
        parts = self.hand.shares().items() if self.by_hand.isChecked() else None
        return TakePayment(
            unit=UnitId(card.unit_id),
            tenders=self.tenders.lines(),
            lines=None
            if parts is None
            else tuple(LinePart(line=DueLineId(key), amount=Fen(fen)) for key, fen in parts),
            ahead=not self.ahead.isHidden() and self.ahead.isChecked(),
            payer=self.payer.text().strip(),
            note=self.note.text().strip(),
            fees=self._with_fees(),
        )

    @override
    def gone(self, card: DealCard) -> tuple[str, str]:
        problem = self.tr("The deal on {unit} takes no payment any more.").format(unit=card.unit)
        return problem, self.tr("It was cancelled or exchanged; look at the contracts desk.")

    @override
    def quick(self, place: int) -> None:
        if place != _SHARED or self.by_hand.isChecked():
            super().quick(place)

    @override
    def quick_fen(self, card: DealCard, place: int, others_fen: int) -> int:
        if place == _SHARED:
            return sum(self.hand.shares().values()) - others_fen
        asked = self._asked() if self._with_fees() else self._lines or ()
        waiting = [line for line in asked if line.open_fen]
        due = [line for line in waiting if tone_of(line, today())]
        wanted = (waiting[:1], due, waiting)[place]
        return sum(line.open_fen for line in wanted) - others_fen

    @override
    def _show(self, card: DealCard) -> None:
        self.price.show_value(money(card.price_fen))
        super()._show(card)
        self._link.ask(self, partial(self._came, card.id), payment_schedule, card.id)
        self._link.ask(self, partial(self._lies_came, card.id), paid_ahead, card.id)

    def apply_ahead(self) -> None:
        """Let what was paid ahead pay what is open: no money is taken, no receipt is printed."""
        if self._deal is not None:
            unit = UnitId(self._deal.unit_id)
            command = ApplyPrepaid(unit=unit, fees=self._with_fees())
            self.sending.send(command, self._applied)

    def _applied(self, answer: Mapping[str, Any]) -> None:
        words = self.tr("{amount} of what was paid ahead pays what is due now.")
        self.banner.say(words.format(amount=money(int(answer["amount_fen"]))), "", "good")
        if self._deal is not None:
            self._show(self._deal)

    def _lies_came(self, deal: int, fen: int) -> None:
        if self._deal is None or self._deal.id != deal:
            return
        self.lies.setText(self.tr("Paid ahead: {amount}").format(amount=money(fen)))
        for part in (self.lies, self.apply):
            part.setVisible(fen > 0)

    def _came(self, deal: int, lines: tuple[DueCard, ...]) -> None:
        if self._deal is None or self._deal.id != deal:
            return
        self._lines = oldest_first(lines)
        self.fees.show_lines(lines)
        self.schedule.show_lines(self._asked())
        if self.by_hand.isChecked():  # others may have paid meanwhile; what was typed stays
            self.hand.show_lines(self._lines, self.hand.shares())
        self.due.setVisible(bool(lines))
        self._fit()
        late = sum(line.open_fen for line in lines if line.overdue_days)
        soon = sum(line.open_fen for line in lines if tone_of(line, today()) == "warn")
        self.overdue.show_value(money(late), "danger" if late else "")
        fee = sum(line.late_fen for line in lines)
        words = self.tr("Overdue, and {fee} late fee").format(fee=money(fee))
        self.overdue.set_caption(words if fee else self.tr("Overdue"))
        self.soon.show_value(money(soon), "warn" if soon else "")
        left = self._open_fen()
        self.open.show_value(money(left), "" if left else "good")
        nothing = ""
        if not lines:
            nothing = self.tr(
                "Nothing is due here: the deal was agreed before the office's start, or its mode"
                " asks for nothing. Money can be kept as paid ahead."
            )
        elif not left:
            nothing = self.tr(
                "Nothing is due: everything is paid. More can be kept as paid ahead."
            )
        self.nothing.setText(nothing)
        self.nothing.setVisible(bool(nothing))
        self._sums()

    @override
    def _show_sums(self, card: DealCard, total: int) -> None:
        if self._lines is None:
            return
        lines = self._asked()
        by_hand = self.by_hand.isChecked()
        shares = self.hand.shares()
        shared = sum(shares.values())
        parts, over = spread([line.open_fen for line in lines], total)
        self.schedule.show_shares(
            {line.id: part for line, part in zip(lines, parts, strict=True) if part}
        )
        if by_hand:
            over = total - shared - (self._fees_left(shares) if self._with_fees() else 0)
        self._show_rest(total, shared)
        words = self.tr("Keep the rest, {amount}, as paid ahead")
        self.ahead.setText(words.format(amount=money(over)))
        self.ahead.setVisible(over > 0)
        taken = shares if by_hand else dict(zip((line.id for line in lines), parts, strict=True))
        left = self._open_fen() + self._fixed_with(taken)
        after = ""
        if 0 < total < left:
            words = self.tr("{open} stays open afterwards.")
            after = words.format(open=money(left - total))
        elif total and total >= left > 0:
            after = self.tr("With it everything is paid.")
        self._after.setText(after)
        self._after.setVisible(bool(after))

    @override
    def _ready(self) -> bool:
        """Check that what is shared out is no more than is taken, or than a line asks for."""
        if not super()._ready():
            return False
        if not self.by_hand.isChecked():
            return True
        wrong = self.hand.wrong()
        if wrong is not None:
            problem = self.tr("A line's amount cannot be read, or is more than is open of it.")
            self.banner.say(problem, self.tr("Correct the amount marked red."))
            wrong.setFocus()
            return False
        total, shared = self.tenders.total_fen(), sum(self.hand.shares().values())
        if shared > total:
            problem = self.tr("{amount} more is shared out than is taken.")
            remedy = self.tr("Take more (Alt+4), or give the lines less.")
            self.banner.say(problem.format(amount=money(shared - total)), remedy)
            return False
        return True

    def _turn(self, *, by_hand: bool) -> None:
        """Share out by hand, beginning as the office would do it, or leave it to the office."""
        lines = self._lines or []
        if by_hand:
            total = self.tenders.total_fen()
            parts, _over = spread([line.open_fen for line in lines], total)
            named = zip(lines, parts, strict=True)
            self.hand.show_lines(lines, {line.id: part for line, part in named if part})
        self.schedule.setVisible(not by_hand)
        self.hand.setVisible(by_hand)
        self.quicks[_SHARED].setVisible(by_hand)
        self._fit()
        self._sums()
        if by_hand and self.hand.ticks:
            next(iter(self.hand.ticks.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._deal is not None:
            self.tenders.focus_amount()

    def _show_rest(self, total: int, shared: int) -> None:
        rest = self.hand.rest_fen = total - shared
        words, tone = self.tr("All is shared out"), "good"
        if rest > 0:
            words, tone = self.tr("{amount} is for no line yet"), "warn"
        elif rest < 0:
            words, tone = self.tr("{amount} more than is taken"), "danger"
        self.rest.setText(words.format(amount=money(abs(rest))))
        set_tone(self.rest, "tone", tone)
        self.rest.setVisible(self.by_hand.isChecked() and bool(total or shared))

    def _fit(self) -> None:
        """Let the lines be as high as they are, up to where they scroll."""
        wide = self._box.viewport().width() if self._box.isVisible() else _WIDE
        high = (
            self.hand.sizeHint().height()
            if self.by_hand.isChecked()
            else self.schedule.heightForWidth(wide)
        )
        self._box.setFixedHeight(min(_ROOM, high))

    def _with_fees(self) -> bool:
        return not self.fees.isHidden() and self.fees.take.isChecked()

    def _asked(self) -> list[DueCard]:
        """Give what is open in the order in which it is paid, with the fees that a payment fixes."""
        lines = with_running(self._lines or ())
        return oldest_first(lines, today() if self._with_fees() else None)

    def _fees_left(self, shares: Mapping[int, int]) -> int:
        """Give what of late fees is asked for beside *shares*: open ones, and those of lines paid whole."""
        fees = (line for line in self._lines or () if line.money == MoneyKind.LATE_FEE)
        left = sum(line.open_fen for line in fees if line.id not in shares)
        return left + self._fixed_with(shares)

    def _fixed_with(self, shares: Mapping[int, int]) -> int:
        """Give the fees (fen) that *shares* fix: those that run on lines paid whole by them."""
        return sum(
            line.late_fen
            for line in self._lines or ()
            if line.open_fen and shares.get(line.id) == line.open_fen
        )

    def _reordered(self) -> None:
        self.schedule.show_lines(self._asked())
        self._sums()

    def _open_fen(self) -> int:
        return sum(line.open_fen for line in self._lines or ())

    def _lay(self) -> None:
        self._after = PlainLabel("", "dim").wrapping()
        self._box.setWidgetResizable(True)
        self._box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setObjectName("scrolled")
        inner.setLayout(column(self.schedule, self.hand, spacing=0))
        self._box.setWidget(inner)
        title = PlainLabel(self.tr("Payment schedule"), "heading")
        self.due.body.addLayout(row(title, None, self.rest, self.by_hand, spacing=14))
        self.due.body.addWidget(self._box)
        self.body.addLayout(row(self._title, None, self._mark))
        self.body.addWidget(self._who)
        self.body.addWidget(self.banner)
        figures = row(self.price, self.overdue, self.soon, self.open, spacing=12)
        for place in range(4):
            figures.setStretch(place, 1)
        self.body.addLayout(figures)
        self.body.addLayout(row(self.lies, self.apply, None, spacing=12))
        self.body.addWidget(self.tenders)
        names = [self.tr("What is next"), self.tr("All that is due"), self.tr("All that is open")]
        names.append(self.tr("What is shared out"))
        self.body.addLayout(self._quick_buttons(names))
        self.quicks[_SHARED].hide()
        self.body.addWidget(self.fees)
        self.body.addWidget(self.ahead)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self._after)
        self.body.addLayout(self._fields())
        self.body.addWidget(Rule())
        self.body.addLayout(self._foot())
        self.body.addStretch(1)
