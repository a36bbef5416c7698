"""The form that takes a payment: what is due of the deal, how it is paid, and where it goes."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QScrollArea, QWidget
from typing_extensions import override

from salesdesk.desks.cashier.moneyform import MoneyForm
from salesdesk.desks.cashier.sums import oldest_first
from salesdesk.desks.link import Command, Link
from salesdesk.desks.widgets.figures import Figure
from salesdesk.desks.widgets.labels import Card, PlainLabel, Rule, row
from salesdesk.desks.widgets.schedule import ScheduleList, tone_of
from salesdesk.desks.wording import money, today
from salesdesk.kernel.keys import UnitId
from salesdesk.office.ledger.receivable_rules import spread
from salesdesk.office.sales.due_queries import DueCard, payment_schedule
from salesdesk.office.sales.receiving import TakePayment
from salesdesk.office.sales.sheets import DealCard

_ROOM = 252
"""How high a schedule becomes before it scrolls for itself."""
_WIDE = 520
"""How wide a schedule is taken to be before it was shown."""


class PaymentForm(MoneyForm):
    """Takes money for what is due of one deal; it goes to what is due first."""

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
        self._box = QScrollArea()
        self.nothing = PlainLabel("", "dim").wrapping()
        self.ahead = QCheckBox()
        self.ahead.hide()
        self._lay()
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self.send)
        self._sums()

    @override
    def show_deal(self, card: DealCard) -> None:
        self._lines = None
        self.ahead.setChecked(False)
        self.schedule.show_lines(())
        self.due.hide()
        for known in (self.overdue, self.soon, self.open):
            known.show_value("")
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
    def command(self, card: DealCard) -> Command[Mapping[str, object]]:
        return TakePayment(
            unit=UnitId(card.unit_id),
            tenders=self.tenders.lines(),
            ahead=not self.ahead.isHidden() and self.ahead.isChecked(),
            payer=self.payer.text().strip(),
            note=self.note.text().strip(),
        )

    @override
    def gone(self, card: DealCard) -> tuple[str, str]:
        problem = self.tr("The deal on {unit} takes no payment any more.").format(unit=card.unit)
        return problem, self.tr("It was cancelled or exchanged; look at the contracts desk.")

    @override
    def quick_fen(self, card: DealCard, place: int, others_fen: int) -> int:
        waiting = [line for line in self._lines or () if line.open_fen]
        due = [line for line in waiting if tone_of(line, today())]
        wanted = (waiting[:1], due, waiting)[place]
        return sum(line.open_fen for line in wanted) - others_fen

    @override
    def _show(self, card: DealCard) -> None:
        self.price.show_value(money(card.price_fen))
        super()._show(card)
        self._link.ask(self, partial(self._came, card.id), payment_schedule, card.id)

    def _came(self, deal: int, lines: tuple[DueCard, ...]) -> None:
        if self._deal is None or self._deal.id != deal:
            return
        self._lines = oldest_first(lines)
        self.schedule.show_lines(self._lines)
        self.due.setVisible(bool(lines))
        wide = self._box.viewport().width() if self._box.isVisible() else _WIDE
        self._box.setFixedHeight(min(_ROOM, self.schedule.heightForWidth(wide)))
        late = sum(line.open_fen for line in lines if line.overdue_days)
        soon = sum(line.open_fen for line in lines if tone_of(line, today()) == "warn")
        self.overdue.show_value(money(late), "danger" if late else "")
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
        lines = self._lines
        if lines is None:
            return
        parts, over = spread([line.open_fen for line in lines], total)
        self.schedule.show_shares(
            {line.id: part for line, part in zip(lines, parts, strict=True) if part}
        )
        words = self.tr("Keep the rest, {amount}, as paid ahead")
        self.ahead.setText(words.format(amount=money(over)))
        self.ahead.setVisible(over > 0)
        left = self._open_fen()
        after = ""
        if 0 < total < left:
            words = self.tr("{open} stays open afterwards.")
            after = words.format(open=money(left - total))
        elif total and total >= left > 0:
            after = self.tr("With it everything is paid.")
        self._after.setText(after)
        self._after.setVisible(bool(after))

    def _open_fen(self) -> int:
        return sum(line.open_fen for line in self._lines or ())

    def _lay(self) -> None:
        self._after = PlainLabel("", "dim").wrapping()
        self._box.setWidgetResizable(True)
        self._box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.schedule.setObjectName("scrolled")
        self._box.setWidget(self.schedule)
        self.due.body.addWidget(PlainLabel(self.tr("Payment schedule"), "heading"))
        self.due.body.addWidget(self._box)
        self.body.addLayout(row(self._title, None, self._mark))
        self.body.addWidget(self._who)
        self.body.addWidget(self.banner)
        figures = row(self.price, self.overdue, self.soon, self.open, spacing=12)
        for place in range(4):
            figures.setStretch(place, 1)
        self.body.addLayout(figures)
        self.body.addWidget(self.tenders)
        names = [self.tr("What is next"), self.tr("All that is due"), self.tr("All that is open")]
        self.body.addLayout(self._quick_buttons(names))
        self.body.addWidget(self.ahead)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self._after)
        self.body.addLayout(self._fields())
        self.body.addWidget(Rule())
        self.body.addLayout(self._foot())
        self.body.addStretch(1)
