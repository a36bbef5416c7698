"""Asking for a change to a deal: its day to sign, payment mode, buyers, price, unit, or its end."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from salesdesk.desks.contracts.buyers import BuyerForms, write_share
from salesdesk.desks.contracts.dialog import DealDialog
from salesdesk.desks.contracts.discountlist import DiscountList
from salesdesk.desks.contracts.exchange import ExchangeForm
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.fields import DateField, MoneyField
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import PlainLabel, row
from salesdesk.desks.widgets.meant import send_meant
from salesdesk.desks.wording import day, mode_words, money, say
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.customers.rules import IdKind
from salesdesk.office.ledger.rules import Fault, deposit_fate
from salesdesk.office.sales.buyers import BuyerEntry
from salesdesk.office.sales.change_rules import KinshipProof
from salesdesk.office.sales.changing import RequestExtension, RequestMode, RequestNames
from salesdesk.office.sales.discount_rules import DiscountedPrice
from salesdesk.office.sales.ending import RequestCancellation
from salesdesk.office.sales.queries import buyers, payment_modes
from salesdesk.office.sales.repricing import RequestPrice
from salesdesk.office.sales.rules import WHOLE_SHARE_BP
from salesdesk.office.sales.sheets import BuyerLine, DealCard, PaymentModeLine

KINDS = {
    RequestKind.EXTENSION: "RequestExtension",
    RequestKind.PAYMENT_MODE: "RequestMode",
    RequestKind.NAMES: "RequestNames",
    RequestKind.CANCELLATION: "RequestCancellation",
    RequestKind.PRICE: "RequestPrice",
    RequestKind.EXCHANGE: "RequestExchange",
}
"""What can be asked for here, and the right to it."""

_SHORTEST = 2
_LONGEST = 200
_WIDTH, _WIDE = 720, 880
_FREE = ("proof_note", "discounts", "new_mode")


class ChangeDialog(DealDialog):
    """One form for every change: the kind decides what it asks. Nothing changes before the signatures."""

    def __init__(self, link: Link, card: DealCard, parent: QWidget | None = None) -> None:
        super().__init__(link, card, parent, fills=True)
        title = self.tr("Ask for a change to the deal on {unit}").format(unit=card.unit)
        self.head(title, self.tr("Ask for it"), "signature")
        self.setMinimumWidth(_WIDTH)
        self.facts.show_facts(
            (self.tr("Customer"), card.customer),
            (self.tr("Agreement"), card.agreement),
            (self.tr("Deal price"), money(card.price_fen)),
            (self.tr("Payment mode"), mode_words(card.mode)),
            (self.tr("Sign until"), day(card.sign_by)),
        )
        self.kind = self.form.add("kind", self.tr("What shall change"), QComboBox(), needed=True)
        for kind, right in KINDS.items():
            if link.may(right):
                self.kind.addItem(say("requests", kind), kind.value)
        self.to = DateField()
        self.mode = QComboBox()
        self.mode.setPlaceholderText(self.tr("Choose"))
        self.buyers = BuyerForms(whole=True)
        self.fault = QComboBox()
        for fault in Fault:
            self.fault.addItem(say("faults", fault), fault.value)
        self.fault.setCurrentIndex(-1)
        self.fault.setPlaceholderText(self.tr("Choose"))
        self.discounts = DiscountList(link, card)
        self.discounts.reckoned.connect(self._reckoned)
        self.price = MoneyField()
        self.price.set_fen(card.price_fen)
        self.new_mode = QComboBox()
        self.new_mode.addItem(self.tr("As it is"), "")
        self.exchange = ExchangeForm(link, card)
        self.exchange.refused.connect(self.form.refuse)
        self.proof = QComboBox()
        for proof in KinshipProof:
            self.proof.addItem(say("kinship proofs", proof), proof.value)
        self.proof_note = QLineEdit()
        self.proof_note.setMaxLength(_LONGEST)
        self.proof_note.setPlaceholderText(self.tr("Number of the paper, for example"))
        self.parts: dict[RequestKind, QWidget] = {
            RequestKind.EXTENSION: self._form(("to", self.tr("New day to sign"), self.to)),
            RequestKind.PAYMENT_MODE: self._form(("mode", self.tr("New mode"), self.mode)),
            RequestKind.NAMES: self._names(),
            RequestKind.CANCELLATION: self._form(
                ("fault", self.tr("Whose fault is it?"), self.fault)
            ),
            RequestKind.PRICE: self._form(
                ("discounts", self.tr("Discounts, in the order of ticking"), self.discounts),
                ("total", self.tr("New price"), self.price),
                ("new_mode", self.tr("Payment mode"), self.new_mode),
            ),
            RequestKind.EXCHANGE: self.exchange,
        }
        for kind, part in self.parts.items():
            self.body.addWidget(part, 1 if kind is RequestKind.NAMES else 0)
        self.why = QPlainTextEdit()
        self.why.setTabChangesFocus(True)
        self.why.setFixedHeight(64)
        reason = self._form(("reason", self.tr("Reason"), self.why))
        reason.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.body.addWidget(reason)
        self.told = PlainLabel("", "dim").wrapping()
        self.body.addWidget(self.told)
        self.kind.currentIndexChanged.connect(lambda _at: self._turned())
        self.why.textChanged.connect(self._typed)
        self.to.changed.connect(lambda _day: self._typed())
        self.mode.currentIndexChanged.connect(lambda _at: self._typed())
        self.fault.currentIndexChanged.connect(lambda _at: self._turned())
        self.price.changed.connect(lambda _fen: self._typed())
        self.exchange.changed.connect(self._typed)
        link.ask(self, self._modes_came, payment_modes)
        link.ask(self, self._buyers_came, buyers, card.id)
        self._turned()
        self.kind.setFocus()

    def chosen(self) -> RequestKind:
        """Give the kind of change that is asked for."""
        return RequestKind(str(self.kind.currentData()))

    @override
    def send(self) -> None:
        if not self.yes.isEnabled():
            return
        for form in (self.form, *self.findChildren(Form)):
            form.right()
        command = self._command()
        if command is not None:
            send_meant(self, self.sending, command, self.well, self._declined)

    def _command(self) -> Any:
        unit, reason = UnitId(self.card.unit_id), self.why.toPlainText().strip()
        match self.chosen():
            case RequestKind.EXTENSION:
                to = self.to.day()
                return to and RequestExtension(unit=unit, to=to, reason=reason)
            case RequestKind.PAYMENT_MODE:
                return RequestMode(unit=unit, mode=str(self.mode.currentData()), reason=reason)
            case RequestKind.CANCELLATION:
                fault = Fault(str(self.fault.currentData()))
                return RequestCancellation(unit=unit, fault=fault, reason=reason)
            case RequestKind.PRICE:
                return RequestPrice(
                    unit=unit,
                    reason=reason,
                    total=Fen(self.price.fen() or 0),
                    discounts=self.discounts.names(),
                    mode=str(self.new_mode.currentData()),
                )
            case RequestKind.EXCHANGE:
                return self.exchange.command(reason)
            case _:
                return self._other_names(unit, reason)

    def _other_names(self, unit: UnitId, reason: str) -> RequestNames | None:
        if not self.buyers.right():
            return None
        if self.buyers.shares_bp() != WHOLE_SHARE_BP:
            problem = self.tr("The shares do not add up to 100 %.")
            self.banner.say(problem, self.tr("Correct the shares of the buyers."))
            self.buyers.forms[-1].share.setFocus()
            return None
        return RequestNames(
            unit=unit,
            buyers=self.buyers.entries(),
            reason=reason,
            proof=KinshipProof(str(self.proof.currentData())),
            proof_note=self.proof_note.text().strip(),
        )

    def _form(self, *fields: tuple[str, str, QWidget]) -> Form:
        form = Form()
        for name, label, field in fields:
            form.add(name, label, field, needed=name not in _FREE)
        return form

    def _names(self) -> QWidget:
        inside = QWidget()
        inside.setObjectName("scrolled")
        inside.setLayout(row(self.buyers))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        scroll.setMinimumHeight(222)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        proofs = Form(2)
        proofs.add("proof", self.tr("Proof of kinship"), self.proof)
        proofs.add("proof_note", self.tr("About the proof"), self.proof_note)
        lines = Form()
        lines.add("buyers", self.tr("Who buys from then on"), scroll, needed=True)
        lines.add("proofs", "", proofs)
        return lines

    def _turned(self) -> None:
        chosen = self.chosen()
        for kind, part in self.parts.items():
            part.setVisible(kind is chosen)
        tall = {RequestKind.NAMES, RequestKind.EXCHANGE}
        self.facts.setVisible(chosen not in tall)  # 768 pixels hold no more
        self.setMinimumWidth(_WIDE if chosen is RequestKind.EXCHANGE else _WIDTH)
        self.told.setText(
            {
                RequestKind.EXTENSION: self.tr(
                    "Signed by the site manager or the head of department; a week and more also by "
                    "the head or the deputy. Until then the old day counts."
                ),
                RequestKind.PAYMENT_MODE: self.tr(
                    "The price stays; receipts stay. A discount that was given for the old mode "
                    "alone stands in the way."
                ),
                RequestKind.NAMES: self.tr(
                    "Only before the contract. The agreement keeps its buyers; the change names "
                    "those from then on, each with the ID number."
                ),
                RequestKind.CANCELLATION: self._fate(),
                RequestKind.PRICE: self.tr(
                    "Reckoned from the list price of that day, never above it; receipts stay. The "
                    "last signature must be of a role that may give as much."
                ),
                RequestKind.EXCHANGE: self.tr(
                    "Today's list price counts. With the last signature the new unit is the "
                    "customer's under an agreement of its own, all that was paid goes along, receipts "
                    "stay, and {unit} comes back for review."
                ).format(unit=self.card.unit),
            }[chosen]
        )
        self._typed()
        self.adjustSize()

    def _fate(self) -> str:
        """Say what becomes of the deposit, as far as is known before the signatures."""
        if self.fault.currentIndex() < 0:
            return self.tr("Say whose fault it is: that decides what becomes of the deposit.")
        fault = Fault(str(self.fault.currentData()))
        fate = deposit_fate(self.card.paid_fen, self.card.price_fen, fault)
        words = self.tr(
            "Of {paid}, {kept} would be kept and {owed} paid to the buyer. The unit goes to review."
        )
        return words.format(
            paid=money(self.card.paid_fen), kept=money(fate.kept_fen), owed=money(fate.to_pay_fen)
        )

    def _typed(self) -> None:
        ready = {
            RequestKind.EXTENSION: self.to.day() is not None,
            RequestKind.PAYMENT_MODE: self.mode.currentData() is not None,
            RequestKind.NAMES: True,
            RequestKind.CANCELLATION: self.fault.currentIndex() >= 0,
            RequestKind.PRICE: bool(self.price.fen()),
            RequestKind.EXCHANGE: self.exchange.ready(),
        }[self.chosen()]
        whole = ready and len(self.why.toPlainText().strip()) >= _SHORTEST
        self.sending.allow(self.yes, allowed=whole)

    def _reckoned(self, price: DiscountedPrice | None) -> None:
        """Show what the discounts lead to; a price can be typed where none is ticked."""
        self.price.setReadOnly(price is not None)
        self.price.set_fen(self.card.price_fen if price is None else price.total_fen)

    def _modes_came(self, lines: tuple[PaymentModeLine, ...]) -> None:
        for line in lines:
            if line.name != self.card.mode:
                self.mode.addItem(mode_words(line.name), line.name)
                self.new_mode.addItem(mode_words(line.name), line.name)
        self.mode.setCurrentIndex(-1)
        self.exchange.offer_modes(lines)

    def _buyers_came(self, lines: tuple[BuyerLine, ...]) -> None:
        """Begin with who buys now; ID numbers are typed anew, they are masked here."""
        self.buyers.fill(
            [
                BuyerEntry(
                    name=line.name,
                    id_kind=IdKind(line.id_kind) if line.id_kind else IdKind.RESIDENT,
                    address=line.address,
                    share_bp=line.share_bp,
                )
                for line in lines
            ]
        )
        for form, line in zip(self.buyers.forms, lines, strict=True):
            form.share.setText(write_share(line.share_bp))

    def _declined(self, error: UserError) -> None:
        if self.chosen() is not RequestKind.NAMES or not self.buyers.refuse(error):
            self.form.refuse(error)
        else:
            self.banner.refuse(error)
