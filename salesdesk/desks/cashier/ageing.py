"""Receivables by age: a line a deal, consultant, building or project, and the deals behind a line."""

from PySide6.QtWidgets import QComboBox, QVBoxLayout
from typing_extensions import override

from salesdesk.desks.cashier.listed import ListTools
from salesdesk.desks.cashier.page import Page
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import money
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import BuildingId, PersonId, ProjectId
from salesdesk.office.sales.ageing import AgeingBy, AgeingLine, ageing

_MOST = 20_000
_Within = tuple[ProjectId | None, BuildingId | None, PersonId | None]
_NAMES = (0, 1, 2, 3, 4, 12, 13)
"""The columns that a grouping or an office leaves empty: names, how many deals, what was taken over."""
_ALL: _Within = (None, None, None)


class AgeingPage(Page):
    """What is open by days overdue; Return goes from a line to its deals, from a deal to its unit."""

    topics = frozenset({Topic.EVERYTHING, Topic.RECEIPT, Topic.DEAL})

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self._within = _ALL
        self.by = QComboBox()
        for by, words in (
            (AgeingBy.DEAL, self.tr("By deal")),
            (AgeingBy.CONSULTANT, self.tr("By consultant")),
            (AgeingBy.BUILDING, self.tr("By building")),
            (AgeingBy.PROJECT, self.tr("By project")),
        ):
            self.by.addItem(words, by)
        self.by.setAccessibleName(self.tr("A line for each"))
        self.whole = button(self.tr("All deals again"), self._widen, "list")
        self.whole.hide()
        empty = EmptyState(
            self.tr("Nothing is open"),
            self.tr(
                "What payment modes make due of agreed units and is not paid yet is listed here by "
                "its age. What is open of before the office's start has no day: it stands apart."
            ),
            "receipt-text",
        )
        self.table = CardTable("receivables by age", self._columns(), lambda a: a.id, empty)
        self.table.title = self.tr("Receivables by age")
        self.sum = PlainLabel("", "dim")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 10, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(row(self.by, self.whole, None, ListTools(self.table)))
        lines.addWidget(self.table, 1)
        lines.addWidget(self.sum)
        self.by.currentIndexChanged.connect(lambda _at: self._widen())
        self.table.opened.connect(self._open)

    @override
    def refresh(self) -> None:
        self.link.ask(
            self, self._show, ageing, AgeingBy(self.by.currentData()), *self._within, _MOST
        )

    @override
    def arrive(self) -> None:
        self.table.view.setFocus()

    @override
    def shown_table(self) -> CardTable[AgeingLine]:
        return self.table

    def _columns(self) -> list[Column[AgeingLine]]:
        return [
            Column(self.tr("Project"), lambda a: a.project, width=74),
            Column(self.tr("Building"), lambda a: a.building, width=78),
            Column(self.tr("Unit"), lambda a: a.unit, width=78),
            Column(self.tr("Customer"), lambda a: a.customer, width=88),
            Column(self.tr("Consultant"), lambda a: a.consultant, width=99),
            Column(self.tr("Open"), lambda a: a.open_fen, Kind.MONEY, 108),
            Column(self.tr("Not yet due"), lambda a: a.not_due_fen or None, Kind.MONEY, 108),
            Column(self.tr("1–30 days"), lambda a: a.to_30_fen or None, Kind.MONEY, 98),
            Column(self.tr("31–60 days"), lambda a: a.to_60_fen or None, Kind.MONEY, 98),
            Column(self.tr("61–90 days"), lambda a: a.to_90_fen or None, Kind.MONEY, 98),
            Column(self.tr("Over 90"), lambda a: a.over_90_fen or None, Kind.MONEY, 97, _late),
            Column(self.tr("Since"), lambda a: a.oldest_on, Kind.DAY, 96),
            Column(self.tr("Deals"), self._deals, Kind.COUNT, 62),
            Column(self.tr("Of before the start"), lambda a: a.opening_fen or None, Kind.MONEY, 140),
        ]  # fmt: skip

    def _deals(self, line: AgeingLine) -> int | None:
        return None if self.by.currentData() == AgeingBy.DEAL else line.deals

    def _open(self, line: AgeingLine) -> None:
        """Go from a line to the deals behind it, from a deal to its unit."""
        match self.by.currentData():
            case AgeingBy.PROJECT:
                within: _Within = (ProjectId(line.id), None, None)
            case AgeingBy.BUILDING:
                within = (None, BuildingId(line.id), None)
            case AgeingBy.CONSULTANT:
                within = (None, None, PersonId(line.id))
            case _:
                if line.unit_id is not None:
                    self.jump.emit(Jump("board", Topic.UNIT, line.unit_id))
                return
        self.by.blockSignals(True)
        self.by.setCurrentIndex(0)
        self.by.blockSignals(False)
        self._narrow(within)

    def _widen(self) -> None:
        self._narrow(_ALL)

    def _narrow(self, within: _Within) -> None:
        self._within = within
        self.whole.setVisible(within != _ALL)
        self.refresh()

    def _show(self, lines: tuple[AgeingLine, ...]) -> None:
        self.table.set_lines(lines)
        self.table.hide_empty(_NAMES)
        words = self.tr("%n deal(s): {open} open, {late} of it overdue, {old} for more than 90 days.",
            "", sum(line.deals for line in lines))  # fmt: skip
        self.sum.setText(
            words.format(
                open=money(sum(line.open_fen for line in lines)),
                late=money(sum(line.overdue_fen for line in lines)),
                old=money(sum(line.over_90_fen for line in lines)),
            )
        )


def _late(line: AgeingLine) -> str:
    return "danger" if line.over_90_fen else ""
