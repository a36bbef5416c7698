"""The forms of a buyer's default: the notice with its paper beforehand, and asking for the forfeit."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from salesdesk.desks.contracts.dialog import DealDialog, ReasonedDialog
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.countbox import CountBox
from salesdesk.desks.widgets.fields import DateField, MoneyField
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.paper import open_paper
from salesdesk.desks.wording import day, language, money, say
from salesdesk.documents.notice import notice_pdf
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.sales.default_queries import default_draft
from salesdesk.office.sales.default_rules import LONGEST_GRACE_DAYS, Overdue, ServedBy
from salesdesk.office.sales.default_sheets import NoticeSheet
from salesdesk.office.sales.defaulting import NoticeDefault
from salesdesk.office.sales.forfeiting import RequestForfeit
from salesdesk.office.sales.sheets import DealCard

_SHORTEST = 2
_LONGEST = 200
_WIDTH = 620
_PAYMENT = ("payment", "amount", "due on")


class NoticeDialog(DealDialog):
    """Serves a notice on a buyer who has not come; its paper can be seen before it is numbered."""

    def __init__(self, link: Link, card: DealCard, parent: QWidget | None = None) -> None:
        super().__init__(link, card, parent)
        title = self.tr("Notice of default for {unit}").format(unit=card.unit)
        self.head(title, self.tr("Serve the notice"), "file-text")
        self.setMinimumWidth(_WIDTH)
        self.facts.show_facts(
            (self.tr("Customer"), card.customer),
            (self.tr("Agreement"), card.agreement),
            (self.tr("Deal price"), money(card.price_fen)),
            (self.tr("Deposit"), money(card.paid_fen)),
            (self.tr("Sign until"), day(card.sign_by)),
        )
        self.overdue = self.form.add("overdue", self.tr("What is overdue"), QComboBox())
        for one in Overdue:
            self.overdue.addItem(say("overdue", one), one.value)
        self.payment = self.form.add("payment", self.tr("Payment"), QLineEdit(), needed=True)
        self.payment.setMaxLength(_LONGEST)
        self.amount = self.form.add("amount", self.tr("Amount"), MoneyField(), needed=True)
        self.due_on = self.form.add("due on", self.tr("Was due on"), DateField(), needed=True)
        self.grace = self.form.add(
            "grace days", self.tr("Days of grace"), CountBox(0, LONGEST_GRACE_DAYS)
        )
        self.grace.setSpecialValueText(self.tr("As the office has set it"))
        self.served_by = self.form.add("served by", self.tr("Served by"), QComboBox())
        for way in ServedBy:
            self.served_by.addItem(say("served", way), way.value)
        self.why = self.form.add("why", self.tr("What happened"), QPlainTextEdit(), needed=True)
        self.why.setTabChangesFocus(True)
        self.why.setFixedHeight(64)
        self.until = PlainLabel("", "hint").wrapping()
        self.told = PlainLabel("", "dim").wrapping()
        self.paper = button(self.tr("See the paper…"), self.preview, "printer")
        self.paper.setAutoDefault(False)
        self.body.addWidget(self.until)
        self.body.addWidget(self.told)
        self.body.addLayout(row(self.paper, None))
        self.overdue.currentIndexChanged.connect(lambda _at: self._turned())
        self.why.textChanged.connect(self._typed)
        late = card.days_left is not None and card.days_left < 0
        self.overdue.setCurrentIndex(0 if late else 1)
        words = self.tr(
            "When the grace is over and the buyer has not come, the deposit may be forfeited by"
            " request: {fate} Signing the contract or a granted extension ends the notice by itself."
        )
        self.told.setText(words.format(fate=_fate(card)))
        for changed in (self.grace.valueChanged, self.overdue.currentIndexChanged):
            changed.connect(lambda _value: self._ask_grace())
        self.due_on.changed.connect(lambda _day: self._ask_grace())
        self._turned()
        self._typed()
        self._ask_grace()
        self.why.setFocus()

    def preview(self) -> None:
        """Show the paper as it would be, marked as a draft; nothing is kept."""
        wish, seat = self._command(), self.link.seat
        self.form.right()

        def job() -> NoticeSheet:
            found: NoticeSheet = seat.ask(
                default_draft, wish.unit, why=wish.why, grace_days=wish.grace_days,
                served_by=wish.served_by, payment=wish.payment, amount=wish.amount,
                due_on=wish.due_on,
            )  # fmt: skip
            return found

        self.link.call(self, job, self._draw, self.form.refuse)

    @override
    def send(self) -> None:
        if not self.yes.isEnabled():
            return
        self.form.right()
        self.sending.send(self._command(), self.well, self.form.refuse)

    def _command(self) -> NoticeDefault:
        payment = self.overdue.currentData() == Overdue.PAYMENT.value
        fen = self.amount.fen()
        return NoticeDefault(
            unit=UnitId(self.card.unit_id),
            why=self.why.toPlainText().strip()[:_LONGEST],
            grace_days=self.grace.value() or None,
            served_by=ServedBy(str(self.served_by.currentData())),
            payment=(self.payment.text().strip() or "-") if payment else "",
            amount=Fen(fen) if payment and fen else None,
            due_on=self.due_on.day() if payment else None,
        )

    def _ask_grace(self) -> None:
        """Ask how long the grace is and when it ends, as the office has set it or as typed here."""
        wish, seat = self._command(), self.link.seat

        def job() -> NoticeSheet:
            found: NoticeSheet = seat.ask(
                default_draft, wish.unit, grace_days=wish.grace_days, payment=wish.payment,
                amount=wish.amount, due_on=wish.due_on,
            )  # fmt: skip
            return found

        self.link.call(self, job, self._graced, lambda _refusal: self.until.setText(""))

    def _graced(self, sheet: NoticeSheet) -> None:
        words = self.tr("%n day(s) of grace, until {day}.", "", sheet.grace_days)
        self.until.setText(words.format(day=sheet.last_day))

    def _draw(self, sheet: NoticeSheet) -> None:
        draw = partial(notice_pdf, sheet, language())
        open_paper(self.link, self, draw, self.tr("Draft of the notice"))

    def _turned(self) -> None:
        payment = self.overdue.currentData() == Overdue.PAYMENT.value
        for name in _PAYMENT:
            self.form.show_field(name, shown=payment)
        self.adjustSize()

    def _typed(self) -> None:
        whole = len(self.why.toPlainText().strip()) >= _SHORTEST
        self.sending.allow(self.yes, allowed=whole)


class ForfeitDialog(ReasonedDialog):
    """Asks for the deposit to be forfeited after a notice's grace; nothing changes before the signatures."""

    def __init__(self, link: Link, card: DealCard, parent: QWidget | None = None) -> None:
        super().__init__(link, card, parent, danger=True)
        title = self.tr("Forfeit the deposit of {unit}").format(unit=card.unit)
        self.head(title, self.tr("Ask for it"), "signature")
        self.setMinimumWidth(_WIDTH)
        notice = card.notice
        if notice is not None:
            self.facts.show_facts(
                (self.tr("Customer"), card.customer),
                (self.tr("Agreement"), card.agreement),
                (self.tr("Notice"), notice.number),
                (self.tr("Was due on"), day(notice.since)),
                (self.tr("Grace until"), day(notice.last_day)),
                (self.tr("Paid in"), money(card.paid_fen)),
            )
        self.ask_why(self.tr("Reason"))
        self.told = PlainLabel("", "dim").wrapping()
        self.body.addWidget(self.told)
        words = self.tr(
            "After the signatures: {fate} The unit goes to review. Where the buyer comes before,"
            " lift the notice."
        )
        self.told.setText(words.format(fate=_fate(card)))

    @override
    def request(self, reason: str) -> RequestForfeit:
        return RequestForfeit(unit=UnitId(self.card.unit_id), reason=reason)


def _fate(card: DealCard) -> str:
    """Say what would become of the deposit (R-09); the cap is by the home with its lots."""
    kept = min(card.paid_fen, card.cap_fen)
    words = QCoreApplication.translate("ForfeitDialog", "of {paid}, {kept} kept, {back} returned.")
    return words.format(
        paid=money(card.paid_fen), kept=money(kept), back=money(card.paid_fen - kept)
    )
