"""The forms that bind a lot to a home and loosen it again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from salesdesk.desks import wording
from salesdesk.desks.board.amounts import exact_yuan
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.kernel.keys import UnitId
from salesdesk.office.inventory.lot_sheets import LotLine
from salesdesk.office.inventory.lots import BindLot, UnbindLot, free_lots
from salesdesk.office.inventory.sheets import UnitCard

_HIGH = 220


class BindDialog(Asking):
    """Chooses one of the project's free lots for a home."""

    def __init__(self, link: Link, home: UnitCard, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self._home = home
        title = self.tr("Bind a lot to {unit}").format(unit=home.code)
        self.head(title, self.tr("Bind"), "link")
        hint = self.tr(
            "A bound lot goes with its home: held, subscribed and freed with it, at its own price, "
            "and sold to nobody else."
        )
        self.tell(PlainLabel(hint, "dim").wrapping())
        self.search = self.form.add("lot", self.tr("Lot"), QLineEdit(), needed=True)
        self.search.setPlaceholderText(self.tr("Part of its number"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Free lots"))
        self.list.setMinimumHeight(_HIGH)
        self.none = PlainLabel("", "dim").wrapping()
        self.body.addWidget(self.list)
        self.body.addWidget(self.none)
        self.search.textChanged.connect(self._narrow)
        self.list.itemSelectionChanged.connect(self._picked)
        self.list.itemActivated.connect(lambda _item: self.send())
        self._picked()
        self.search.setFocus()
        link.ask(self, self._show, free_lots, UnitId(home.id))

    @override
    def send(self) -> None:
        item = self._chosen()
        if item is None:
            return
        self.form.right()
        lot = UnitId(item.data(Qt.ItemDataRole.UserRole))
        command = BindLot(lot=lot, home=UnitId(self._home.id))
        self.sending.send(command, self.well, self.form.refuse)

    def _show(self, lots: tuple[LotLine, ...]) -> None:
        for lot in lots:
            price = exact_yuan(-1 if lot.total_fen is None else lot.total_fen)
            kind = wording.say("kinds", lot.kind)
            facts = " · ".join((kind, wording.area(lot.gross_area), price))
            item = QListWidgetItem(f"{lot.code}    {facts}")
            item.setData(Qt.ItemDataRole.UserRole, lot.unit)
            self.list.addItem(item)
        self._narrow()

    def _narrow(self) -> None:
        wanted = self.search.text().strip().casefold()
        first = -1
        for at in range(self.list.count()):
            item = self.list.item(at)
            item.setHidden(wanted not in item.text().casefold())
            if first < 0 and not item.isHidden():
                first = at
        self.list.setCurrentRow(first)
        empty = self.tr(
            "There is no free lot. Lots come in with a price list whose column 'use' says parking "
            "or storage."
        )
        said = self.tr("No free lot has this in its number.") if self.list.count() else empty
        self.none.setText("" if first >= 0 else said)
        self.none.setVisible(first < 0)
        self._picked()

    def _chosen(self) -> QListWidgetItem | None:
        return None if self.list.currentRow() < 0 else self.list.currentItem()

    def _picked(self) -> None:
        self.sending.allow(self.yes, allowed=self._chosen() is not None)


class UnbindDialog(Asking):
    """Asks why a lot is loosened from its home."""

    def __init__(self, link: Link, lot: LotLine, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self._lot = lot
        self.head(self.tr("Unbind {lot}").format(lot=lot.code), self.tr("Unbind"), "x")
        hint = self.tr("It is sold on its own again.")
        self.tell(PlainLabel(hint, "dim").wrapping())
        self.why = self.form.add("reason", self.tr("Reason"), QLineEdit())
        self.why.setMaxLength(200)
        self.why.setFocus()

    @override
    def send(self) -> None:
        self.form.right()
        command = UnbindLot(lot=UnitId(self._lot.unit), reason=self.why.text())
        self.sending.send(command, self.well, self.form.refuse)
