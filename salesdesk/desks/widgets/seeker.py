"""The field over a list of deals: finds by unit and customer, and asks the office for the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.gathering import typed
from salesdesk.desks.widgets.icons import icon, set_icon
from salesdesk.office.customers.sheets import FoundLine
from salesdesk.office.figures.search import find
from salesdesk.office.sales.sheets import DealCard


@dataclass(frozen=True, slots=True)
class Sought:
    """What is being sought: the text, customers it leads to (pinyin, phone), and a unit's code."""

    text: str = ""
    customers: frozenset[int] = frozenset()
    unit: str = ""

    def fits(self, card: DealCard) -> bool:
        """Tell whether a deal is what is sought."""
        text = f"{card.unit}\n{card.customer}\n{card.consultant}\n{card.agreement}".casefold()
        words = self.text.casefold().split()
        return card.customer_id in self.customers or all(word in text for word in words)


class DealSeeker(QLineEdit):
    """Emits what is sought at once from the text, and again when the office has answered.

    Signals:
        sought: a `Sought`.
        entered: Return was pressed.
        left_down: Down was pressed: the list wants the focus.
    """

    sought = Signal(object)
    entered = Signal()
    left_down = Signal()

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._turn = 0
        self.setProperty("role", "search")
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(self.tr("Unit, customer, pinyin initials or phone"))
        self.setAccessibleName(self.tr("Find a deal"))
        leading = QLineEdit.ActionPosition.LeadingPosition
        set_icon(self.addAction(icon("search", "dim", 16), leading), "search", "dim", 16)
        self._pause = typed(self, self.seek)
        self.textChanged.connect(lambda _text: self._pause.start())
        self.returnPressed.connect(self._entered)

    def seek(self) -> None:
        """Seek now what is typed."""
        self._pause.stop()
        text = self.text().strip()
        self._turn += 1
        turn = self._turn
        self.sought.emit(Sought(text))
        if text:
            self._link.ask(self, lambda lines: self._found(turn, text, lines), find, text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.seek()
        else:
            super().keyPressEvent(event)

    def _entered(self) -> None:
        if self._pause.isActive():
            self.seek()
        self.entered.emit()

    def _found(self, turn: int, text: str, lines: Sequence[FoundLine]) -> None:
        if turn != self._turn:
            return
        customers = frozenset(line.key for line in lines if line.kind == "customer")
        unit = next((line.code for line in lines if line.kind == "unit"), "")
        self.sought.emit(Sought(text, customers, unit))
