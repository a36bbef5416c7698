"""The list of all that changed on a day: filtered, exported, printed; a line leads to its moment."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from salesdesk.desks import wording
from salesdesk.desks.board.amounts import exact_yuan
from salesdesk.desks.board.daytrack import time_words
from salesdesk.desks.board.facts import reason_words
from salesdesk.desks.board.replay import what_changed
from salesdesk.desks.widgets.columns import Column
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.office.inventory.rules import STATES
from salesdesk.office.inventory.sheets import BoardChange

CLOCK = "clock"


class DayList(QWidget):
    """Shows a day's `BoardChange` lines; what is still to come at the moment shown is grey.

    Signals:
        chosen: the `BoardChange` that somebody went to.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moment: datetime | None = None
        self._moving = False
        self._order: list[BoardChange] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Filter: unit, state, person"))
        self.search.setAccessibleName(self.tr("Filter the changes"))
        self.search.setClearButtonEnabled(True)
        self.table: CardTable[BoardChange] = CardTable(
            "day changes", self._columns(), lambda change: (change.at, change.unit)
        )
        export = button("", self.table.export, "file-spreadsheet", "quiet",
                        tip=self.tr("Export the list"))  # fmt: skip
        paper = button(
            "", self.table.print_view, "printer", "quiet", tip=self.tr("Print the list")
        )
        for made, name in (
            (export, self.tr("Export the list")),
            (paper, self.tr("Print the list")),
        ):
            made.setAccessibleName(name)
        sign = PlainLabel(self.tr("What changed that day"), "heading")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 8, 8, 6)
        lines.setSpacing(6)
        lines.addLayout(row(sign, None, paper, export))
        lines.addWidget(self.search)
        lines.addWidget(self.table, 1)
        self.search.textChanged.connect(self._filter)
        self.table.chosen.connect(self._go)
        self.table.opened.connect(self._go)
        self.setMinimumWidth(370)
        self.hide()

    def show_day(self, project: str, day: date, changes: Sequence[BoardChange]) -> None:
        """Show the changes of *day*; *project* and day head the list on paper and in its file."""
        words = self.tr("Changes on the board {project} {day}")
        self.table.title = words.format(project=project, day=wording.day(day)).strip()
        self._moving = True
        self.table.set_lines(changes)
        self.table.forget()
        self._arrange()
        self._moving = False

    def show_moment(self, moment: datetime) -> None:
        """Follow to the latest change until *moment*."""
        self._moment = moment
        until = bisect_right(self._order, moment, key=lambda change: change.at)
        self._moving = True
        current = self.table.current()
        if not until:
            self.table.forget()
        elif current is None or current.at != self._order[until - 1].at:
            latest = self._order[until - 1]
            self.table.choose((latest.at, latest.unit))
        self._moving = False
        self.table.view.viewport().update()

    def _filter(self, text: str) -> None:
        self._moving = True
        self.table.set_filter(text)
        self._arrange()
        self._moving = False

    def _arrange(self) -> None:
        """Keep what is listed in the order of time, whatever the list is sorted by."""
        self._order = sorted(self.table.model.lines(), key=lambda change: change.at)

    def _go(self, change: BoardChange | None) -> None:
        if change is not None and not self._moving:
            self.chosen.emit(change)

    def _columns(self) -> list[Column[BoardChange]]:
        def tone(change: BoardChange) -> str:
            later = self._moment is not None and change.at > self._moment
            return "disabled" if later else ""

        return [
            Column(self.tr("Time"), lambda change: time_words(change.at), width=88, tone=tone),
            Column(self.tr("Unit"), lambda change: change.code, width=80, tone=tone),
            Column(self.tr("What"), self._what, width=165, tone=tone),
            Column(self.tr("Who"), self._who, width=80, tone=tone),
            Column(self.tr("Reason"), lambda change: reason_words(change.reason), width=130, tone=tone),
        ]  # fmt: skip

    def _what(self, change: BoardChange) -> str:
        state, prices, times = what_changed(change)
        parts = []
        if state:
            before, after = STATES[change.before.state], STATES[change.after.state]
            parts.append(f"{wording.say('states', before)} → {wording.say('states', after)}")
        if prices:
            parts.append(self.tr("price {total}").format(total=exact_yuan(change.after.total_fen)))
        if times and change.after.until:
            until = wording.clock(datetime.fromtimestamp(change.after.until, wording.now().tzinfo))
            parts.append(self.tr("held until {time}").format(time=until))
        elif times:
            parts.append(self.tr("held without an end"))
        return " · ".join(parts)

    def _who(self, change: BoardChange) -> str:
        return self.tr("by itself") if change.actor == CLOCK else change.actor
