"""The board's form for holding: who a unit is held for, and how long."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QVBoxLayout,
    QWidget,
)

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.customerbox import CustomerBox
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Pill, PlainLabel, button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.kernel.keys import UnitId
from salesdesk.office.inventory.sheets import UnitCard
from salesdesk.office.sales.commands import HoldUnit

_MINUTES = (15, 30, 60, 120, 180)


class HoldDialog(QDialog):
    """Holds one unit for a customer found by name, pinyin or phone.

    Signals:
        held: what `HoldUnit` gave back.
        newcomer: the customer is not known yet and shall be registered first.
    """

    held = Signal(object)
    newcomer = Signal()

    def __init__(self, link: Link, unit: UnitCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        title = self.tr("Hold unit {code}").format(code=unit.code)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self.who = CustomerBox(link, self)
        self.who.list.setMinimumHeight(150)
        self.minutes = QComboBox()
        self.minutes.addItem(self.tr("As the office has set it"), None)
        for minutes in _MINUTES:
            words = self.tr("{minutes} minutes")
            self.minutes.addItem(words.format(minutes=minutes), minutes)
        lasting = Form()
        lasting.add("minutes", self.tr("How long"), self.minutes)
        newcomer = button(self.tr("Register a visit…"), self._register, "user-plus", "link")
        self.yes = button(self.tr("Hold"), self.send, "lock", "primary")
        no = button(self.tr("Cancel"), self.reject)
        mark = Pill()
        self.sending = Sending(link, self, self.who.form.banner, mark)
        self.sending.lock(self.yes, self.who.list, self.minutes)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 18, 22, 18)
        lines.setSpacing(10)
        lines.addWidget(PlainLabel(title, "heading"))
        for part in (self.who, lasting):
            lines.addWidget(part)
        lines.addLayout(row(newcomer, None, mark, no, self.yes))
        self.who.picked.connect(self._picked)
        self.who.taken.connect(self.send)
        self._picked()
        self.who.setFocus()

    def send(self) -> None:
        """Hold the unit; a refusal is shown above the form, which stays open."""
        customer = self.who.customer()
        if customer is None:
            return
        self.who.form.right()
        minutes: int | None = self.minutes.currentData()
        command = HoldUnit(unit=UnitId(self._unit.id), customer=customer, minutes=minutes)
        self.sending.send(command, self._done, self.who.form.refuse)

    def _done(self, answer: object) -> None:
        self.held.emit(answer)
        self.accept()

    def _picked(self) -> None:
        self.sending.allow(self.yes, allowed=self.who.customer() is not None)

    def _register(self) -> None:
        self.newcomer.emit()
        self.reject()
