"""The form that takes money for one deal: ways of paying, cash and change, one button, sent once."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from salesdesk.desks.cashier.sums import cash_fen
from salesdesk.desks.cashier.tenders import Tenders
from salesdesk.desks.link import Command, Link
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.fields import MoneyField
from salesdesk.desks.widgets.figures import Figure
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.widgets.theme import set_tone
from salesdesk.desks.wording import language, money
from salesdesk.kernel.money import LARGEST_FEN
from salesdesk.kernel.numerals import amount_in_words
from salesdesk.office.sales.sheets import DealCard

_LONGEST_PAYER = 60
_LONGEST_NOTE = 100


class MoneyForm(Card):
    """Takes money for one deal; sent once however often Return is pressed.

    Signals:
        taken: what the command gave back.
    """

    taken = Signal(object)

    def __init__(self, link: Link, take: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deal: DealCard | None = None
        self._take_words = take
        self._total_fen = 0
        self.quicks: list[QPushButton] = []
        self._title = PlainLabel("", "title").selectable()
        self._who = PlainLabel("", "dim").wrapping().selectable()
        self._mark = Pill()
        self.banner = Banner(self)
        self.tenders = Tenders()
        self.given = MoneyField()
        self.change = Figure(self.tr("Change"), "figure")
        self.payer = QLineEdit()
        self.payer.setMaxLength(_LONGEST_PAYER)
        self.note = QLineEdit()
        self.note.setMaxLength(_LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("Printed on the receipt"))
        self._words = PlainLabel("", "heading").wrapping().selectable()
        self.take = button(take, self.send, "banknote", "primary")
        self.take.setProperty("big", True)
        self.sending = Sending(link, self, self.banner, self._mark)
        self.sending.lock(self.take)
        self.tenders.changed.connect(self._sums)
        self.tenders.entered.connect(self.send)
        self.given.changed.connect(lambda _fen: self._sums())
        for field in (self.given, self.payer, self.note):
            field.returnPressed.connect(self.send)

    def deal(self) -> DealCard | None:
        """Give the deal for which money is being taken."""
        return self._deal

    def show_deal(self, card: DealCard) -> None:
        """Start on *card*: empty fields, a new intent."""
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
            self.banner.say(*self.gone(self._deal), "warn")

    def leave(self) -> None:
        """Belong to no deal any more."""
        self._deal = None
        self.banner.clear()

    def dirty(self) -> bool:
        """Tell whether an amount or a note was typed."""
        typed = any(line.amount.text().strip() for line in self.tenders.rows)
        return self._deal is not None and (typed or bool(self.note.text().strip()))

    def tick(self) -> None:
        """Let what goes by the clock go on."""

    def quick(self, place: int) -> None:
        """Enter the amount of the quick button at *place* into the row at hand."""
        card = self._deal
        if card is None:
            return
        field = next(
            (line.amount for line in self.tenders.rows if line.amount.hasFocus()),
            self.tenders.rows[-1].amount,
        )
        others = self.tenders.total_fen() - (field.fen() or 0)
        field.set_fen(max(0, self.quick_fen(card, place, others)))
        field.setFocus()

    def send(self) -> None:
        """Take the money; what is wrong is said and nothing is lost."""
        card = self._deal
        if card is None or self.sending.under_way() or not self._ready():
            return
        self.sending.send(self.command(card), self.taken.emit)

    def arrive(self) -> None:
        """Put the cursor into the amount."""
        self.tenders.focus_amount()

    def beside(self) -> Sequence[QWidget]:
        """Give what the page shall show under its list."""
        return ()

    def command(self, card: DealCard) -> Command[Mapping[str, object]]:
        """Give the command that takes what was entered."""
        raise NotImplementedError

    def gone(self, card: DealCard) -> tuple[str, str]:
        """Give problem and remedy when no money can be taken for *card* any more."""
        raise NotImplementedError

    def quick_fen(self, card: DealCard, place: int, others_fen: int) -> int:
        """Give the amount of a quick button; *others_fen* stand in the other rows."""
        raise NotImplementedError

    def _show(self, card: DealCard) -> None:
        self._deal = card
        self._title.setText(card.unit)
        parts = (card.customer, card.project, card.consultant)
        self._who.setText(" · ".join(part for part in parts if part))
        self.tick()
        self._sums()

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
        take = self._take_words
        if 0 < total <= LARGEST_FEN:
            take = self.tr("Take {amount}").format(amount=money(total))
            self._words.setText(amount_in_words(total, language()))
        else:
            self._words.setText("")
        self.take.setText(take)
        if card is not None:
            self._show_sums(card, total)

    def _show_sums(self, card: DealCard, total: int) -> None:
        """Show what *total* makes of the deal."""

    def _foot(self) -> QHBoxLayout:
        foot = row(self._words, self.take, spacing=14)
        foot.setStretch(0, 1)
        return foot

    def _quick_buttons(self, names: list[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        for place, name in enumerate(names):
            key = f"Alt+{place + 1}"
            made = button(name, partial(self.quick, place), tip=f"{name} ({key})")
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.setAutoDefault(False)
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(partial(self.quick, place))
            grid.addWidget(made, 0, place)
            self.quicks.append(made)
        return grid

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        named: tuple[tuple[str, Any], ...] = (
            (self.tr("Cash given"), self.given),
            (self.tr("Payer"), self.payer),
            (self.tr("Note"), self.note),
        )
        for place, (words, field) in enumerate(named):
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
