"""The bar in which somebody says what he looks for."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDoubleValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget
from typing_extensions import override

from salesdesk.desks import wording
from salesdesk.desks.board.filters import BoardFilter
from salesdesk.desks.widgets.fields import MoneyField
from salesdesk.desks.widgets.gathering import typed
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import PlainLabel, button
from salesdesk.office.inventory.lot_rules import KINDS
from salesdesk.office.inventory.sheets import BoardColumns


class Choices(QToolButton):
    """A button with a menu of names of which several may be ticked.

    Signals:
        changed: nothing; ask `ticked`.
    """

    changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setProperty("role", "plain")
        set_icon(self, "chevron-down", "dim", 14)
        self.setText(title)

    def offer(self, names: Sequence[str]) -> None:
        """Offer these names; ticks on names that are still there are kept."""
        kept = {action.text() for action in self._menu.actions() if action.isChecked()}
        self._menu.clear()
        for index, name in enumerate(names):
            if not name:
                continue
            action = self._menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(action.text() in kept)
            action.setData(index)
            action.toggled.connect(self._toggled)
        self.setEnabled(bool(self._menu.actions()))
        self._name()

    def ticked(self) -> frozenset[int]:
        """Give the indexes ticked, empty for all."""
        return frozenset(action.data() for action in self._menu.actions() if action.isChecked())

    def clear(self) -> None:
        """Take all ticks away."""
        for action in self._menu.actions():
            action.blockSignals(True)
            action.setChecked(False)
            action.blockSignals(False)
        self._name()

    def _toggled(self, _on: bool) -> None:
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        names = [action.text() for action in self._menu.actions() if action.isChecked()]
        shown = names[0] if len(names) == 1 else f"{self._title} ({len(names)})"
        self.setText(shown if names else self._title)


class BoardFilterBar(QWidget):
    """Layouts, orientations, area, price and text; states come from the legend.

    Signals:
        changed: the `BoardFilter` now asked for (without states).
        cleared: everything was taken back.
        entered: Return was pressed; `changed` went out before.
    """

    changed = Signal(object)
    cleared = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pause = typed(self, self._tell)
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(self.tr("Number or code"))
        self.text.setAccessibleName(self.tr("Number or code"))
        self.text.setClearButtonEnabled(True)
        self.text.setMaximumWidth(150)
        self.kinds = Choices(self.tr("Kind"), self)
        self.kinds.hide()
        self.layouts = Choices(self.tr("Layout"), self)
        self.orientations = Choices(self.tr("Orientation"), self)
        self.area_from = self._metres(self.tr("Area from (m²)"))
        self.area_to = self._metres(self.tr("Area to (m²)"))
        self.total_from = self._money(self.tr("Price from"))
        self.total_to = self._money(self.tr("Price to"))
        clear = button(self.tr("Clear"), self.clear, "x", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (
            self.text, self.kinds, self.layouts, self.orientations, PlainLabel(self.tr("Area"), "dim"),
            self.area_from, PlainLabel("–", "dim"), self.area_to,
            PlainLabel(self.tr("Total price"), "dim"), self.total_from, PlainLabel("–", "dim"),
            self.total_to, clear,
        ):  # fmt: skip
            row.addWidget(part)
        row.addStretch(1)
        for field in (self.text, self.area_from, self.area_to, self.total_from, self.total_to):
            field.textChanged.connect(self._pause.start)
            field.returnPressed.connect(self._enter)
        for choice in (self.kinds, self.layouts, self.orientations):
            choice.changed.connect(self._tell)

    def offer(self, columns: BoardColumns) -> None:
        """Offer the kinds, layouts and orientations of this project; of one kind there is no choice."""
        there = set(np.unique(columns.kinds).tolist())
        names = [wording.say("kinds", kind) for kind in KINDS]
        several = len(there) > 1
        self.kinds.offer([n if several and k in there else "" for k, n in enumerate(names)])
        self.kinds.setVisible(several)
        self.layouts.offer(columns.layout_names)
        self.orientations.offer(columns.orientation_names)

    def wanted(self, states: frozenset[int]) -> BoardFilter:
        """Give the filter asked for, with these states."""
        return BoardFilter(
            states=states,
            kinds=self.kinds.ticked(),
            layouts=self.layouts.ticked(),
            orientations=self.orientations.ticked(),
            area_from=_number(self.area_from.text()),
            area_to=_number(self.area_to.text()),
            total_from=self.total_from.fen(),
            total_to=self.total_to.fen(),
            text=self.text.text(),
        )

    def _enter(self) -> None:
        """Return: what is typed counts at once, and the first unit found is wanted."""
        self._pause.stop()
        self._tell()
        self.entered.emit()

    def clear(self) -> None:
        """Look for nothing in particular."""
        for field in (self.text, self.area_from, self.area_to, self.total_from, self.total_to):
            field.clear()
        self.kinds.clear()
        self.layouts.clear()
        self.orientations.clear()
        self._pause.stop()
        self.cleared.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        self._pause.stop()
        self.changed.emit(self.wanted(frozenset()))

    def _metres(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setValidator(QDoubleValidator(0.0, 1_000_000.0, 2, field))
        field.setAccessibleName(name)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setFixedWidth(72)
        return field

    def _money(self, name: str) -> MoneyField:
        field = MoneyField(self)
        field.setAccessibleName(name)
        field.setFixedWidth(150)
        return field


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None
