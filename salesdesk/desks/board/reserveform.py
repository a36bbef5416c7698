"""The board's form that asks for a reservation (留房申请): for whom, until when, and why."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.customerbox import CustomerBox
from salesdesk.desks.widgets.fields import DateField
from salesdesk.desks.widgets.figures import FactList
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Pill, PlainLabel, button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.wording import area, money, say, today
from salesdesk.kernel.keys import UnitId
from salesdesk.office.inventory.sheets import UnitCard
from salesdesk.office.sales.reserving import RequestReservation

_USUAL_DAYS = 7
_REASON = 2


class ReserveDialog(QDialog):
    """Asks for one unit to be kept for a customer; what was typed stays when it is refused.

    Signals:
        asked: what `RequestReservation` gave back.
    """

    asked = Signal(object)

    def __init__(self, link: Link, unit: UnitCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._unit = unit
        title = self.tr("Ask for a reservation of {code}").format(code=unit.code)
        self.setWindowTitle(title)
        self.setMinimumWidth(500)
        facts = FactList()
        facts.show_facts(
            (self.tr("Now"), say("states", unit.state)),
            (self.tr("Gross area"), area(unit.gross_area)),
            (self.tr("List price"), money(unit.total_fen) if unit.total_fen else ""),
        )
        self.who = CustomerBox(link, self)
        self.who.list.setFixedHeight(104)
        self.more = Form()
        self.until = self.more.add("until", self.tr("Reserved until"), DateField(), needed=True)
        self.until.set_day(today() + timedelta(days=_USUAL_DAYS))
        self.why = self.more.add("reason", self.tr("Reason"), QPlainTextEdit(), needed=True)
        self.why.setTabChangesFocus(True)
        self.why.setFixedHeight(70)
        told = self.tr(
            "Head of department and deputy review it, the general manager approves it: three "
            "people, none of them you. Then nobody else can have the unit until the day is over."
        )
        self.yes = button(self.tr("Ask for it"), self.send, "bookmark", "primary")
        no = button(self.tr("Cancel"), self.reject)
        mark = Pill()
        self.sending = Sending(link, self, self.who.form.banner, mark)
        self.sending.lock(self.yes, self.who.list)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 18, 22, 18)
        lines.setSpacing(10)
        lines.addWidget(PlainLabel(title, "heading"))
        for part in (facts, self.who, self.more):
            lines.addWidget(part)
        lines.addWidget(PlainLabel(told, "dim").wrapping())
        lines.addLayout(row(mark, None, no, self.yes))
        self.who.picked.connect(self._typed)
        self.until.changed.connect(lambda _day: self._typed())
        self.why.textChanged.connect(self._typed)
        self.finished.connect(lambda _code: self.deleteLater())
        self._typed()
        self.who.setFocus()

    def send(self) -> None:
        """File the request; the form stays until the office has answered."""
        customer, until = self.who.customer(), self.until.day()
        if customer is None or until is None:
            return
        for form in (self.who.form, self.more):
            form.right()
        command = RequestReservation(
            unit=UnitId(self._unit.id),
            customer=customer,
            until=until,
            reason=self.why.toPlainText().strip(),
        )
        self.sending.send(command, self._done)

    def _done(self, answer: object) -> None:
        self.asked.emit(answer)
        self.accept()

    def _typed(self) -> None:
        whole = (
            self.who.customer() is not None
            and self.until.day() is not None
            and len(self.why.toPlainText().strip()) >= _REASON
        )
        may = not self.sending.under_way() and self._link.silent_since is None
        self.yes.setEnabled(may and whole)
