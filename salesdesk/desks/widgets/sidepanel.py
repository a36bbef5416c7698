"""A record at the side of a list: its page or how one is chosen, and the buttons of what can be done."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.labels import CARD_MARGIN, Card, PlainLabel, column

_IN_A_ROW = 2


class SidePanel(QScrollArea):
    """Scrolls down alone: what it is narrower than breaks, and two buttons stand in a row."""

    def __init__(self, rights: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rights = rights
        self.buttons: dict[str, QPushButton] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.banner = Banner()
        self.heading = PlainLabel("", "title").wrapping().selectable()
        self.who = PlainLabel("", "dim").wrapping().selectable()
        self.offers = QGridLayout()
        self.offers.setSpacing(8)
        for at in range(_IN_A_ROW):
            self.offers.setColumnStretch(at, 1)

    def fill(self, nothing: EmptyState, card: Card) -> None:
        """Take what the record's page is, and what stands there while none is chosen."""
        self._nothing = nothing
        self._page = QWidget()
        lines = QVBoxLayout(self._page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(card)
        inside = QWidget()
        inside.setObjectName("scrolled")
        inside.setLayout(column(nothing, self._page, spacing=0))
        self.setWidget(inside)
        self.show_page(shown=False)

    def show_page(self, *, shown: bool) -> None:
        """Show the record, or how one is chosen; what is hidden asks for no room to scroll in."""
        self._nothing.setVisible(not shown)
        self._page.setVisible(shown)

    def offer(self, buttons: Mapping[str, QPushButton]) -> None:
        """Offer these *buttons* in the place of those before; the one with the focus keeps it."""
        focused = next((name for name, made in self.buttons.items() if made.hasFocus()), "")
        while (item := self.offers.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.buttons = dict(buttons)
        self._place_buttons()
        if focused in self.buttons:
            self.buttons[focused].setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def _place_buttons(self) -> None:
        """Put two buttons in a row; one whose words need more has a row of its own."""
        half = (self.viewport().width() - 2 * CARD_MARGIN - self.offers.spacing()) / _IN_A_ROW
        line = at = 0
        for made in self.buttons.values():
            made.ensurePolished()
            wide = made.sizeHint().width() > half
            if wide and at:
                line, at = line + 1, 0
            self.offers.addWidget(made, line, at, 1, _IN_A_ROW if wide else 1)
            at += _IN_A_ROW if wide else 1
            if at >= _IN_A_ROW:
                line, at = line + 1, 0
