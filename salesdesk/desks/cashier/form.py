"""The form that takes a deposit: what the unit stands at, how it is paid, and one button."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from salesdesk.desks.cashier.gauge import CapGauge
from salesdesk.desks.cashier.moneyform import MoneyForm
from salesdesk.desks.cashier.sums import QUICK_FEN, room_fen
from salesdesk.desks.link import Command, Link
from salesdesk.desks.widgets.figures import Figure
from salesdesk.desks.widgets.labels import Pill, PlainLabel, Rule, row
from salesdesk.desks.wording import large_amount, money, now, span
from salesdesk.kernel.keys import UnitId
from salesdesk.kernel.money import format_yuan
from salesdesk.office.sales.sheets import DealCard
from salesdesk.office.sales.till import TakeDeposit


class DepositForm(MoneyForm):
    """Takes a deposit on one deal."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(link, self.tr("Take the deposit"), parent)
        self._clock = Pill()
        self.price = Figure(self.tr("Price"))
        self.paid = Figure(self.tr("Deposit so far"))
        self.cap = Figure(self.tr("At most (20 %)"))
        self.room = Figure(self.tr("Room left"))
        self.gauge = CapGauge()
        self._above = PlainLabel("", "wrong").wrapping()
        self._lay()
        self._sums()

    @override
    def tick(self) -> None:
        card = self._deal
        if card is None or card.until is None:
            self._clock.show_text("")
            return
        left = card.until - now()
        words = self.tr("{left} left").format(left=span(left))
        tone = "danger" if left.total_seconds() < 300 else "warn"  # noqa: PLR2004 - five minutes
        self._clock.show_text(words, tone)

    @override
    def command(self, card: DealCard) -> Command[Mapping[str, object]]:
        return TakeDeposit(
            unit=UnitId(card.unit_id),
            tenders=self.tenders.lines(),
            payer=self.payer.text().strip(),
            note=self.note.text().strip(),
        )

    @override
    def gone(self, card: DealCard) -> tuple[str, str]:
        problem = self.tr("Unit {unit} is not on hold any more.").format(unit=card.unit)
        return problem, self.tr("The hold has run out or was let go: hold the unit again first.")

    @override
    def quick_fen(self, card: DealCard, place: int, others_fen: int) -> int:
        return QUICK_FEN[place] if place < len(QUICK_FEN) else room_fen(card) - others_fen

    @override
    def _show(self, card: DealCard) -> None:
        tone = "good" if card.price_approved else ""
        self.price.show_value(money(card.price_fen), tone)
        approved = self.tr("Approved by {name}").format(name=card.approved_by)
        listed = self.tr("The list price; the site manager has not approved a price yet")
        self.price.setToolTip(approved if card.price_approved else listed)
        self.paid.show_value(money(card.paid_fen))
        self.cap.show_value(money(card.cap_fen))
        super()._show(card)

    @override
    def _show_sums(self, card: DealCard, total: int) -> None:
        left = room_fen(card)
        above = total > left
        self.gauge.show_sums(card.paid_fen, total, card.cap_fen)
        self.room.show_value(money(left), "danger" if above or left <= 0 else "")
        words = self.tr(
            "Above 20 % of the price it has no effect as deposit (R-09): at most {room} more."
        )
        self._above.setText(words.format(room=money(max(0, left))) if above else "")
        self._above.setVisible(above)

    def _lay(self) -> None:
        self.body.addLayout(row(self._title, None, self._mark, self._clock))
        self.body.addWidget(self._who)
        self.body.addWidget(self.banner)
        figures = row(self.price, self.paid, self.cap, self.room, spacing=12)
        for place in range(4):
            figures.setStretch(place, 1)
        self.body.addLayout(figures)
        self.body.addWidget(self.gauge)
        self.body.addSpacing(6)
        self.body.addWidget(self.tenders)
        names = [large_amount(fen) or format_yuan(fen)[:-3] for fen in QUICK_FEN]
        self.body.addLayout(self._quick_buttons([*names, self.tr("All the room")]))
        self.body.addWidget(self._above)
        self.body.addLayout(self._fields())
        self.body.addSpacing(6)
        self.body.addWidget(Rule())
        self.body.addLayout(self._foot())
        self.body.addStretch(1)
