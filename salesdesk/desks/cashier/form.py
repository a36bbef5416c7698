"""The form that takes a deposit: what the unit stands at, how it is paid, and one button."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from salesdesk.desks.cashier.gauge import CapGauge
from salesdesk.desks.cashier.sums import QUICK_FEN, cash_fen, room_fen
from salesdesk.desks.cashier.tenders import Tenders
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.fields import MoneyField
from salesdesk.desks.widgets.figures import Figure
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, Rule, button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.widgets.theme import set_tone
from salesdesk.desks.wording import language, large_amount, money, now, span
from salesdesk.kernel.keys import UnitId
from salesdesk.kernel.money import LARGEST_FEN, format_yuan
from salesdesk.kernel.numerals import amount_in_words
from salesdesk.office.sales.sheets import DealCard
from salesdesk.office.sales.till import TakeDeposit

_LONGEST_PAYER = 60
_LONGEST_NOTE = 100


class DepositForm(Card):
    """Takes a deposit on one deal; sent once however often Return is pressed.

    Signals:
        taken: what `TakeDeposit` gave back.
    """

    taken = Signal(object)

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deal: DealCard | None = None
        self._total_fen = 0
        self._title = PlainLabel("", "title").selectable()
        self._who = PlainLabel("", "dim").wrapping().selectable()
        self._clock = Pill()
        self._mark = Pill()
        self.banner = Banner(self)
        self.price = Figure(self.tr("Price"))
        self.paid = Figure(self.tr("Deposit so far"))
        self.cap = Figure(self.tr("At most (20 %)"))
        self.room = Figure(self.tr("Room left"))
        self.gauge = CapGauge()
        self.tenders = Tenders()
        self.given = MoneyField()
        self.change = Figure(self.tr("Change"), "figure")
        self.payer = QLineEdit()
        self.payer.setMaxLength(_LONGEST_PAYER)
        self.note = QLineEdit()
        self.note.setMaxLength(_LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("Printed on the receipt"))
        self._words = PlainLabel("", "heading").wrapping().selectable()
        self._above = PlainLabel("", "wrong").wrapping()
        self.take = button(self.tr("Take the deposit"), self.send, "banknote", "primary")
        self.sending = Sending(link, self, self.banner, self._mark)
        self.sending.lock(self.take)
        self._lay()
        self.tenders.changed.connect(self._sums)
        self.tenders.entered.connect(self.send)
        self.given.changed.connect(lambda _fen: self._sums())
        for field in (self.given, self.payer, self.note):
            field.returnPressed.connect(self.send)
        self._sums()

    def deal(self) -> DealCard | None:
        """Give the deal whose deposit is being taken."""
        return self._deal

    def show_deal(self, card: DealCard) -> None:
        """Start a deposit on *card*: empty fields, a new intent."""
        self.sending.renew()
        self.banner.clear()
        self.tenders.clear()
        self.given.clear()
        self.note.clear()
        self.payer.setText(card.customer)
        self._show(card)

    def renew(self, card: DealCard | None) -> None:
        """Show what the deal stands at now; nothing typed is touched."""
        if card is not None:
            self._show(card)
        elif self._deal is not None and not self.sending.under_way():
            problem = self.tr("Unit {unit} is not on hold any more.").format(unit=self._deal.unit)
            remedy = self.tr("The hold has run out or was let go: hold the unit again first.")
            self.banner.say(problem, remedy, "warn")

    def leave(self) -> None:
        """Belong to no deal any more."""
        self._deal = None
        self.banner.clear()

    def dirty(self) -> bool:
        """Tell whether an amount or a note was typed."""
        typed = any(line.amount.text().strip() for line in self.tenders.rows)
        return self._deal is not None and (typed or bool(self.note.text().strip()))

    def tick(self) -> None:
        """Let the countdown go on."""
        card = self._deal
        if card is None or card.until is None:
            self._clock.show_text("")
            return
        left = card.until - now()
        words = self.tr("{left} left").format(left=span(left))
        tone = "danger" if left.total_seconds() < 300 else "warn"  # noqa: PLR2004 - five minutes
        self._clock.show_text(words, tone)

    def quick(self, place: int) -> None:
        """Enter the usual amount at *place* into the row at hand; beyond them: all the room."""
        card = self._deal
        if card is None:
            return
        rest = room_fen(card) - self.tenders.total_fen()
        field = next(
            (line.amount for line in self.tenders.rows if line.amount.hasFocus()),
            self.tenders.rows[-1].amount,
        )
        rest += field.fen() or 0
        amount = QUICK_FEN[place] if place < len(QUICK_FEN) else max(0, rest)
        field.set_fen(amount)
        field.setFocus()

    def send(self) -> None:
        """Take the deposit; what is wrong is said and nothing is lost."""
        card = self._deal
        if card is None or self.sending.under_way() or not self._ready():
            return
        command = TakeDeposit(
            unit=UnitId(card.unit_id),
            tenders=self.tenders.lines(),
            payer=self.payer.text().strip(),
            note=self.note.text().strip(),
        )
        self.sending.send(command, self.taken.emit)

    def arrive(self) -> None:
        """Put the cursor into the amount."""
        self.tenders.focus_amount()

    def _ready(self) -> bool:
        """Check what can be checked here; the office judges the rest."""
        self.tenders.right()
        wrong = self.tenders.unreadable()
        if wrong is None and not self.tenders.lines():
            wrong = self.tenders.rows[0]
            set_tone(wrong.amount, "wrong", value=True)
        if wrong is not None:
            problem = self.tr("The amount is missing or cannot be read.")
            remedy = self.tr("Enter yuan, for example 50000 or 5万.")
            self.banner.say(problem, remedy)
            wrong.amount.setFocus()
            return False
        if self._short_fen() > 0:
            problem = self.tr("The cash given is {amount} short.")
            remedy = self.tr("Ask for the rest, or leave the cash given empty.")
            self.banner.say(problem.format(amount=money(self._short_fen())), remedy)
            self.given.setFocus()
            return False
        return True

    def _short_fen(self) -> int:
        given = self.given.fen()
        return 0 if given is None else cash_fen(self.tenders.lines()) - given

    def _show(self, card: DealCard) -> None:
        self._deal = card
        self._title.setText(card.unit)
        parts = (card.customer, card.project, card.consultant)
        self._who.setText(" · ".join(part for part in parts if part))
        tone = "good" if card.price_approved else ""
        self.price.show_value(money(card.price_fen), tone)
        approved = self.tr("Approved by {name}").format(name=card.approved_by)
        listed = self.tr("The list price; the site manager has not approved a price yet")
        self.price.setToolTip(approved if card.price_approved else listed)
        self.paid.show_value(money(card.paid_fen))
        self.cap.show_value(money(card.cap_fen))
        self.tick()
        self._sums()

    def _sums(self) -> None:
        card, total = self._deal, self.tenders.total_fen()
        if total != self._total_fen:  # what was refused is being corrected
            self._total_fen = total
            self.banner.clear()
        cash = cash_fen(self.tenders.lines())
        self.given.setEnabled(cash > 0)
        given = self.given.fen() if cash else None
        short = 0 if given is None else cash - given
        self.change.show_value(
            "" if given is None else money(abs(short)),
            "danger" if short > 0 else "good",
        )
        if 0 < total <= LARGEST_FEN:
            take = self.tr("Take {amount}").format(amount=money(total))
            self._words.setText(amount_in_words(total, language()))
        else:
            take = self.tr("Take the deposit")
            self._words.setText("")
        self.take.setText(take)
        if card is not None:
            self._show_room(card, total)

    def _show_room(self, card: DealCard, total: int) -> None:
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
        self.body.addLayout(self._quick_buttons())
        self.body.addWidget(self._above)
        self.body.addLayout(self._fields())
        self.body.addSpacing(6)
        self.body.addWidget(Rule())
        foot = row(self._words, self.take, spacing=14)
        foot.setStretch(0, 1)
        self.body.addLayout(foot)
        self.body.addStretch(1)
        self.take.setProperty("big", True)

    def _quick_buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        names = [large_amount(fen) or format_yuan(fen)[:-3] for fen in QUICK_FEN]
        names.append(self.tr("All the room"))
        for place, name in enumerate(names):
            key = f"Alt+{place + 1}"
            made = button(name, partial(self.quick, place), tip=f"{name} ({key})")
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.setAutoDefault(False)
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(partial(self.quick, place))
            grid.addWidget(made, 0, place)
        return grid

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        for place, (words, field) in enumerate(
            (
                (self.tr("Cash given"), self.given),
                (self.tr("Payer"), self.payer),
                (self.tr("Note"), self.note),
            )
        ):
            label = PlainLabel(words, "dim")
            label.setBuddy(field)
            field.setAccessibleName(words)
            line, at = (0, 0) if place == 0 else (2, place - 1)
            grid.addWidget(label, line, at)
            grid.addWidget(field, line + 1, at)
        grid.addWidget(self.change, 0, 1, 2, 1)
        for place in range(2):
            grid.setColumnStretch(place, 1)
        return grid
