"""A customer found while one types: name, pinyin or part of the phone, and the list of who fits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.gathering import typed
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.kernel.keys import CustomerId
from salesdesk.office.customers.sheets import FoundLine
from salesdesk.office.figures.search import find


class CustomerBox(QWidget):
    """Finds a customer; its form's banner says what a refusal says.

    Signals:
        picked: another customer is the current one, or none.
        taken: a customer was double-clicked, or Return was pressed on him.
    """

    picked = Signal()
    taken = Signal()

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._turn = 0
        self.form = Form()
        self.search = self.form.add("customer", self.tr("Customer"), QLineEdit(), needed=True)
        self.search.setPlaceholderText(self.tr("Name, pinyin initials or part of the phone"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Customers found"))
        self.none = PlainLabel(self.tr("Nobody found. Register the visit first."), "dim")
        self.none.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        for part in (self.form, self.list, self.none):
            lines.addWidget(part)
        self._pause = typed(self, self._find)
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._find)
        self.list.itemSelectionChanged.connect(self.picked)
        self.list.itemActivated.connect(lambda _item: self.taken.emit())
        self.setFocusProxy(self.search)

    def customer(self) -> CustomerId | None:
        """Give the id of the customer chosen."""
        if self.list.currentRow() < 0:
            return None
        return CustomerId(self.list.currentItem().data(Qt.ItemDataRole.UserRole))

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
        self.picked.emit()
