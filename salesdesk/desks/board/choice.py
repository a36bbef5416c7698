"""The board's choice and its keys: what is current, what is chosen, and moving about."""

import time
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from salesdesk.desks.board.cells import Words
from salesdesk.desks.board.picture import CELL_WIDTH
from salesdesk.desks.board.selection import first_on_floor, first_shown, step
from salesdesk.desks.board.view import BoardView
from salesdesk.office.inventory.sheets import BoardColumns

NOTCH = 1.15
"""How much larger one turn of the wheel or one key makes the cells."""
_TYPE_AHEAD_MS = 1200
_Keys = Qt.Key
_MOVES: dict[Qt.Key, tuple[int, int]] = {
    _Keys.Key_Left: (0, -1),
    _Keys.Key_Right: (0, 1),
    _Keys.Key_Up: (-1, 0),
    _Keys.Key_Down: (1, 0),
}
_JUMPS = frozenset({_Keys.Key_Home, _Keys.Key_End, _Keys.Key_PageUp, _Keys.Key_PageDown})
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class BoardChoice(BoardView):
    """The board with a current unit and chosen ones, worked by keys.

    Arrows move across gaps and holes; Home and End go along the floor, with Ctrl to the first and
    last unit; Page keys move by a screen; Shift extends, Space chooses, Ctrl+A takes all that the
    filter leaves; Enter opens; digits and letters find a number; Ctrl with plus, minus, 0, 9 zooms.

    Signals:
        current_changed: the id of the unit the keyboard is on, or None.
        selection_changed: the ids (tuple) of the chosen units.
        activated: the id of a unit that was opened (Enter, double click).
    """

    current_changed = Signal(object)
    selection_changed = Signal(object)
    activated = Signal(object)

    def __init__(
        self,
        words: Words,
        describe: Callable[[int], str],
        parent: QWidget | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(words, parent, clock)
        self._describe = describe
        self._told_current = -1
        self._typed = ""
        self._typing = QElapsedTimer()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # Choice --------------------------------------------------------------------------------

    @property
    def current(self) -> int | None:
        """The id of the unit the keyboard is on."""
        index, stock = self._picture.selection.current, self.stock
        return int(stock.columns.ids[index]) if stock is not None and index >= 0 else None

    @property
    def selected(self) -> tuple[int, ...]:
        """The ids of the chosen units."""
        return self.stock.ids_at(self._picture.selection.indexes) if self.stock is not None else ()

    @override
    def show_columns(self, columns: BoardColumns) -> None:
        """Show these units; of the same project, choice, place and zoom are kept."""
        before = self.current
        super().show_columns(columns)
        if self.current != before:
            self.current_changed.emit(self.current)
        self.selection_changed.emit(self.selected)

    def choose(self, unit: int) -> bool:
        """Make the unit with this id current and the only chosen one; False where it is not shown."""
        index = self.stock.index_of(unit) if self.stock is not None else -1
        if index < 0 or self._picture.layout.rows[index] < 0:
            return False
        self._picture.selection.only(index)
        self._chosen(index)
        return True

    def choose_first(self) -> None:
        """Choose the first unit that the filter leaves, and go there; none: nothing happens."""
        matching, rows = self._picture.matching, self._picture.layout.rows
        shown = np.flatnonzero(rows >= 0 if matching is None else matching & (rows >= 0))
        if shown.size:
            self.setFocus()
            self._picture.selection.only(int(shown[0]))
            self._chosen(int(shown[0]))

    def choose_all(self) -> None:
        """Choose all units that are shown and that the filter leaves."""
        wanted = self._picture.layout.rows >= 0
        if self._picture.matching is not None:
            wanted = wanted & self._picture.matching
        self._picture.selection.mask[:] = wanted
        self._chosen(self._picture.selection.current)

    def choose_none(self) -> None:
        """Choose nothing; the current unit stays."""
        self._picture.selection.mask[:] = False
        self._chosen(self._picture.selection.current)

    def _chosen(self, index: int) -> None:
        """Show and tell the new choice, whose current unit is at *index*."""
        moved = index != self._told_current
        self._told_current = index
        self._picture.recode()
        self.viewport().update()
        if index >= 0:
            self.reveal(index)
        if moved:
            self._announce(index)
            self.current_changed.emit(self.current)
        self.selection_changed.emit(self.selected)

    def _announce(self, index: int) -> None:
        """Tell a screen reader about the current unit."""
        text = self._describe(index) if index >= 0 else ""
        self.setAccessibleDescription(text)
        if text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # Keys ----------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, choose, open, find, zoom."""
        key = Qt.Key(event.key())
        held = event.modifiers()
        if held & CTRL and self._zoom_key(key):
            return
        if self.stock is None or not self.stock.size:
            super().keyPressEvent(event)
            return
        if key == _Keys.Key_A and held & CTRL:
            self.choose_all()
        elif self._target(key, held) >= 0:
            self._go(self._target(key, held), held)
        elif not self._act(key, held, event.text()):
            super().keyPressEvent(event)

    def _zoom_key(self, key: Qt.Key) -> bool:
        if key in (_Keys.Key_Plus, _Keys.Key_Equal):
            self.zoom_by(NOTCH)
        elif key in (_Keys.Key_Minus, _Keys.Key_Underscore):
            self.zoom_by(1 / NOTCH)
        elif key == _Keys.Key_0:
            self.zoom_to(CELL_WIDTH)
        elif key == _Keys.Key_9:
            self.fit()
        else:
            return False
        return True

    def _target(self, key: Qt.Key, held: Qt.KeyboardModifier) -> int:
        """Give the unit a moving key leads to, or -1 where the key moves nothing."""
        now = self._picture.selection.current
        if key not in _MOVES and key not in _JUMPS:
            return -1
        if now < 0 or self._picture.layout.rows[now] < 0:
            return first_shown(self._picture.layout)
        if key in _MOVES:
            return step(self._picture.layout, now, *_MOVES[key])
        if key in {_Keys.Key_Home, _Keys.Key_End}:
            last = key == _Keys.Key_End
            if held & CTRL:
                return first_shown(self._picture.layout, last=last)
            return first_on_floor(self._picture.layout, now, last=last)
        page = max(1, self.viewport().height() // self._picture.geometry.cell_height - 1)
        return step(self._picture.layout, now, page if key == _Keys.Key_PageDown else -page, 0)

    def _go(self, index: int, held: Qt.KeyboardModifier) -> None:
        if held & SHIFT:
            self._picture.selection.span(self._picture.layout, index)
        elif held & CTRL:
            self._picture.selection.current = index
        else:
            self._picture.selection.only(index)
        self._chosen(index)

    def _act(self, key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> bool:
        """Carry out a key that does something to the current unit, or finds another."""
        now = self._picture.selection.current
        if key in (_Keys.Key_Return, _Keys.Key_Enter) and now >= 0:
            self.activated.emit(self.current)
        elif key == _Keys.Key_Space and now >= 0:
            self._picture.selection.toggle(now)
            self._chosen(now)
        elif key == _Keys.Key_Escape and self._picture.selection.mask.any():
            self.choose_none()
        elif text and text.isprintable() and not text.isspace() and not held & CTRL:
            self._find(text)
        else:
            return False
        return True

    def _find(self, text: str) -> None:
        """Go to the next unit whose number or code begins with what was typed just now."""
        fresh = not self._typing.isValid() or self._typing.hasExpired(_TYPE_AHEAD_MS)
        self._typed = text if fresh else self._typed + text
        self._typing.start()
        now = self._picture.selection.current
        after = now if fresh else now - 1
        found = self.stock.matching_number(self._typed, after) if self.stock is not None else -1
        if found >= 0 and self._picture.layout.rows[found] >= 0:
            self._picture.selection.only(found)
            self._chosen(found)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the current unit's frame."""
        super().focusInEvent(event)
        self._touch(self._picture.selection.current)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the current unit's frame."""
        super().focusOutEvent(event)
        self._touch(self._picture.selection.current)
