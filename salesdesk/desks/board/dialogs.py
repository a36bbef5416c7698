"""The board's form for holding: who a unit is held for, and how long."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Pill, PlainLabel, button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.kernel.keys import CustomerId, UnitId
from salesdesk.office.customers.sheets import FoundLine
from salesdesk.office.figures.search import find
from salesdesk.office.inventory.sheets import UnitCard
from salesdesk.office.sales.commands import HoldUnit

_PAUSE_MS = 180
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
        self._link = link
        self._unit = unit
        self._turn = 0
        title = self.tr("Hold unit {code}").format(code=unit.code)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        self.form = Form()
        self.search = self.form.add("customer", self.tr("Customer"), QLineEdit(), needed=True)
        self.search.setPlaceholderText(self.tr("Name, pinyin initials or part of the phone"))
        self.list = QListWidget(self)
        self.list.setMinimumHeight(150)
        self.list.setAccessibleName(self.tr("Customers found"))
        self.none = PlainLabel(self.tr("Nobody found. Register the visit first."), "dim")
        self.none.hide()
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
        self.sending = Sending(link, self, self.form.banner, mark)
        self.sending.lock(self.yes, self.list, self.minutes)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 18, 22, 18)
        lines.setSpacing(10)
        lines.addWidget(PlainLabel(title, "heading"))
        for part in (self.form, self.list, self.none, lasting):
            lines.addWidget(part)
        lines.addLayout(row(newcomer, None, mark, no, self.yes))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._find)
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._find)
        self.list.itemSelectionChanged.connect(self._picked)
        self.list.itemActivated.connect(lambda _item: self.send())
        self._picked()
        self.search.setFocus()

    def customer(self) -> int | None:
        """Give the id of the customer chosen."""
        item = self.list.currentItem()
        if item is None:
            return None
        key: int = item.data(Qt.ItemDataRole.UserRole)
        return key

    def send(self) -> None:
        """Hold the unit; a refusal is shown above the form, which stays open."""
        customer = self.customer()
        if customer is None:
            return
        self.form.right()
        minutes: int | None = self.minutes.currentData()
        command = HoldUnit(
            unit=UnitId(self._unit.id), customer=CustomerId(customer), minutes=minutes
        )
        self.sending.send(command, self._done, self.form.refuse)

    def _done(self, answer: object) -> None:
        self.held.emit(answer)
        self.accept()

    def _find(self) -> None:
        self._pause.stop()
        text = self.search.text().strip()
        self._turn += 1
        turn = self._turn
        if text:
            self._link.ask(self, lambda lines: self._show(turn, lines), find, text)

    def _show(self, turn: int, lines: tuple[FoundLine, ...]) -> None:
        if turn != self._turn:
            return
        self.list.clear()
        for line in lines:
            if line.kind == "customer":
                item = QListWidgetItem(f"{line.title}    {line.detail}")
                item.setData(Qt.ItemDataRole.UserRole, line.key)
                self.list.addItem(item)
        self.none.setVisible(self.list.count() == 0)
        if self.list.count():
            self.list.setCurrentRow(0)
        self._picked()

    def _picked(self) -> None:
        self.sending.allow(self.yes, allowed=self.list.currentItem() is not None)

    def _register(self) -> None:
        self.newcomer.emit()
        self.reject()
