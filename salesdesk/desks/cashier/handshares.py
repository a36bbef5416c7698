"""What is open of a deal, and how much of the money is for which line: ticked or typed by hand."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from salesdesk.desks.widgets.fields import MoneyField
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.widgets.schedule import figure, tone_of
from salesdesk.desks.widgets.theme import set_tone
from salesdesk.desks.wording import day, say, today
from salesdesk.office.sales.due_queries import DueCard

_FIELD = 118


class HandShares(QWidget):
    """Lines with a tick and an amount each; a tick gives a line what it asks for.

    ``rest_fen`` is what of the money is for no line yet; more than that a tick gives only where
    there is none.

    Signals:
        changed: an amount is another.
        entered: Return was pressed in an amount.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rest_fen = 0
        self._lines: dict[int, DueCard] = {}
        self.ticks: dict[int, QCheckBox] = {}
        self.amounts: dict[int, MoneyField] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)

    def show_lines(self, lines: Sequence[DueCard], shares: Mapping[int, int]) -> None:
        """Show what is open of *lines*, with *shares* in its amounts: line -> fen."""
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._lines = {line.id: line for line in lines if line.open_fen}
        self.ticks, self.amounts = {}, {}
        heads = (self.tr("What for"), self.tr("Due"), self.tr("Open"), self.tr("Now"))
        for at, words in enumerate(heads):
            self._put(0, at, PlainLabel(words, "dim"))
        for place, line in enumerate(self._lines.values(), 1):
            self._show_line(place, line, shares.get(line.id))

    def shares(self) -> dict[int, int]:
        """Give what is typed for which line (fen)."""
        typed = {key: field.fen() or 0 for key, field in self.amounts.items()}
        return {key: fen for key, fen in typed.items() if fen}

    def wrong(self) -> MoneyField | None:
        """Mark and give the first amount that cannot be read or is more than its line asks for."""
        found = None
        for key, field in self.amounts.items():
            fen = field.fen()
            bad = bool(field.text().strip()) and (
                fen is None or not 0 <= fen <= self._lines[key].open_fen
            )
            set_tone(field, "wrong", value=bad)
            found = found or (field if bad else None)
        return found

    def _show_line(self, place: int, line: DueCard, fen: int | None) -> None:
        words = say("due money", line.money)
        tick = QCheckBox(words)
        tick.setChecked(bool(fen))
        tick.clicked.connect(lambda on, key=line.id: self._ticked(key, on=on))
        when = PlainLabel(day(line.due_on) or say("due events", line.event), "due")
        when.setProperty("tone", tone_of(line, today()))
        amount = MoneyField()
        amount.setFixedWidth(_FIELD)
        amount.setAccessibleName(words)
        amount.set_fen(fen)
        amount.changed.connect(partial(self._typed, line.id))
        amount.returnPressed.connect(self.entered)
        self.ticks[line.id], self.amounts[line.id] = tick, amount
        self._put(place, 0, tick)
        self._put(place, 1, when)
        self._put(place, 2, PlainLabel(figure(line.open_fen)))
        self._put(place, 3, amount)

    def _put(self, line: int, at: int, widget: QWidget) -> None:
        if at > 1 and isinstance(widget, PlainLabel):
            widget.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(widget, line, at)
        widget.show()  # at once, so that the height is known

    def _ticked(self, key: int, *, on: bool) -> None:
        asked = self._lines[key].open_fen
        give = min(asked, self.rest_fen) if self.rest_fen > 0 else asked
        self.amounts[key].set_fen(give if on else None)

    def _typed(self, key: int, fen: int | None) -> None:
        self.ticks[key].setChecked(bool(fen))
        self.changed.emit()
