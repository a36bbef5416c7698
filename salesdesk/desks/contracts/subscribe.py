"""Writing the subscription agreement (认购书): mode, buyers, signing time; prepared while waiting."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QScrollArea, QWidget
from typing_extensions import override

from salesdesk.desks.contracts.buyers import BuyerForms
from salesdesk.desks.contracts.dialog import DealDialog
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.gathering import gathered
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.wording import mode_words, money, now, span
from salesdesk.kernel.change import Change, Topic
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import CustomerId, UnitId
from salesdesk.office.customers.commands import RevealCustomer
from salesdesk.office.customers.queries import customer
from salesdesk.office.customers.rules import IdKind
from salesdesk.office.customers.sheets import CustomerCard
from salesdesk.office.sales.buyers import BuyerEntry
from salesdesk.office.sales.commands import ExtendHold, Subscribe
from salesdesk.office.sales.queries import deal_on, payment_modes
from salesdesk.office.sales.rules import WHOLE_SHARE_BP
from salesdesk.office.sales.sheets import DealCard, PaymentModeLine

_TOPICS = frozenset({Topic.DEAL, Topic.UNIT, Topic.RECEIPT, Topic.EVERYTHING})
_TICK_MS = 1000
_MOST_DAYS = 90
_LONGEST_NOTE = 500
_WIDTH, _HEIGHT = 860, 640


class _Check(QWidget):
    """One line of what the agreement needs: done or not."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._mark = QLabel(self)
        self._words = PlainLabel(words)
        self.detail = PlainLabel("", "dim")
        self.setLayout(row(self._mark, self._words, self.detail))

    def show_done(self, done: bool, detail: str) -> None:
        """Show whether it is done."""
        set_icon(
            self._mark, "circle-check" if done else "hourglass", "good" if done else "warn", 16
        )
        self.detail.setText(detail)


class SubscribeDialog(DealDialog):
    """Makes the agreement; may be opened while the customer is still at the cashier.

    Signals:
        extended: the hold was extended while the papers are written.
    """

    extended = Signal()

    def __init__(self, link: Link, card: DealCard, parent: QWidget | None = None) -> None:
        super().__init__(link, card, parent, columns=2, fills=True)
        title = self.tr("Subscription of {unit} by {customer}")
        self.head(
            title.format(unit=card.unit, customer=card.customer), self.tr("Make the agreement")
        )
        self.resize(_WIDTH, _HEIGHT)
        self._filled = False
        self._deposit = _Check(self.tr("Deposit"))
        self._price = _Check(self.tr("Price check"))
        self._clock = PlainLabel("", "dim")
        self._extend = button(
            self.tr("Papers are being written: more time"), self._more_time, "timer", "link"
        )
        self.mode = self.form.add("mode", self.tr("Payment mode"), QComboBox(), needed=True)
        self.mode.setPlaceholderText(self.tr("Choose"))
        self.days = self.form.add("days", self.tr("Days until the contract"), QLineEdit())
        self.days.setValidator(QIntValidator(1, _MOST_DAYS, self.days))
        self.days.setPlaceholderText(self.tr("As the office has set it"))
        self.buyers = BuyerForms()
        self.note = QLineEdit()
        self.note.setMaxLength(_LONGEST_NOTE)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Note, printed on the agreement"))
        self._lay()
        self._renew = gathered(self, self._ask_again)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._show_clock)
        self._tick.start()
        link.changed.connect(self._heard)
        self.sending.busy.connect(lambda _busy: self._enable())
        self._show(card)
        link.ask(self, self._modes_came, payment_modes)
        self._ask_buyer()
        self.mode.setFocus()

    @override
    def send(self) -> None:
        if not self.yes.isEnabled():
            return
        self.form.right()
        buyers_right = self.buyers.right()
        if self.mode.currentData() is None:
            self.form.wrong("mode", self.tr("Choose how the buyer pays."))
            return
        if not buyers_right:
            return
        if self.buyers.shares_bp() != WHOLE_SHARE_BP:
            problem = self.tr("The shares do not add up to 100 %.")
            self.banner.say(problem, self.tr("Correct the shares of the buyers."))
            self.buyers.forms[-1].share.setFocus()
            return
        command = Subscribe(
            unit=UnitId(self.card.unit_id),
            mode=str(self.mode.currentData()),
            buyers=self.buyers.entries(),
            sign_within_days=int(self.days.text()) if self.days.text() else None,
            note=self.note.text().strip(),
        )
        self.sending.send(command, self.well, self._refused)

    def ready(self) -> bool:
        """Tell whether deposit and price are there, as far as is known here."""
        return bool(self.card.paid_fen) and self.card.price_approved

    def _lay(self) -> None:
        self.body.insertLayout(1, row(self._deposit, self._price, None, spacing=18))
        self.body.insertLayout(2, row(self._clock, self._extend, None, spacing=12))
        self.facts.hide()
        inside = QWidget()
        inside.setObjectName("scrolled")
        inside.setLayout(row(self.buyers))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self.note)
        self.setTabOrder(self._extend, self.buyers.forms[0].name)
        self.buyers.chain()
        self.setTabOrder(self.buyers.more, self.note)

    def _show(self, card: DealCard) -> None:
        self.card = card
        paid = money(card.paid_fen) if card.paid_fen else self.tr("at the cashier")
        self._deposit.show_done(bool(card.paid_fen), paid)
        price = money(card.price_fen) if card.price_approved else self.tr("by the site manager")
        self._price.show_done(card.price_approved, price)
        self._show_clock()
        self._enable()

    def _show_clock(self) -> None:
        until = self.card.until
        self._clock.setVisible(until is not None)
        self._extend.setVisible(until is not None and self.link.may("ExtendHold"))
        if until is not None:
            words = self.tr("Hold: {left} left")
            self._clock.setText(words.format(left=span(until - now())))

    def _enable(self) -> None:
        ready = self.ready()
        waits = self.tr("Waits for the deposit and the approved price")
        self.sending.allow(self.yes, allowed=ready, tip="" if ready else waits)

    def _heard(self, changes: frozenset[Change]) -> None:
        if any(change.topic in _TOPICS for change in changes) and not self._renew.isActive():
            self._renew.start()

    def _ask_again(self) -> None:
        if not self.sending.under_way():
            self.link.ask(self, self._came, deal_on, self.card.unit_id)

    def _came(self, card: DealCard | None) -> None:
        if card is not None and card.id == self.card.id and not card.agreement:
            self._show(card)
            return
        if self.sending.under_way() or not self.isVisible():
            return
        problem = self.tr("The deal is not on hold any more.")
        remedy = self.tr("Look at the unit on the board; what you typed stays here.")
        self.banner.say(problem, remedy, "warn")
        self.sending.allow(self.yes, allowed=False)

    def _modes_came(self, lines: tuple[PaymentModeLine, ...]) -> None:
        for line in lines:
            self.mode.addItem(mode_words(line.name), line.name)
        self.mode.setCurrentIndex(-1)

    def _ask_buyer(self) -> None:
        self.link.ask(self, self._customer_came, customer, self.card.customer_id)

    def _customer_came(self, card: CustomerCard) -> None:
        """Fill in the customer; his whole numbers are revealed for the paper, which is journalled."""
        if not self.link.may("RevealCustomer"):
            self._fill(card, "", "")
            return
        command = RevealCustomer(
            customer=CustomerId(self.card.customer_id), reason="subscription agreement"
        )
        self.link.do(
            self,
            command,
            lambda answer: self._revealed(card, answer),
            lambda _error: self._fill(card, "", ""),
        )

    def _revealed(self, card: CustomerCard, answer: dict[str, object]) -> None:
        phones = answer.get("phones")
        first = str(phones[0]) if isinstance(phones, list) and phones else ""
        self._fill(card, first, str(answer.get("id_number") or ""))

    def _fill(self, card: CustomerCard, phone: str, number: str) -> None:
        if self._filled:
            return
        self._filled = True
        kind = IdKind(card.id_kind) if card.id_kind in set(IdKind) else IdKind.RESIDENT
        entry = BuyerEntry(
            name=card.name, id_kind=kind, id_number=number, phone=phone, address=card.address
        )
        self.buyers.fill([entry])

    def _refused(self, error: UserError) -> None:
        if not self.buyers.refuse(error):
            self.form.refuse(error)
        else:
            self.banner.refuse(error)

    def _more_time(self) -> None:
        command = ExtendHold(unit=UnitId(self.card.unit_id), writing=True)
        self.link.do(self, command, lambda _answer: self._extended(), self.banner.refuse)

    def _extended(self) -> None:
        self.extended.emit()
        self._ask_again()
