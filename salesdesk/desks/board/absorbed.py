"""Absorption by batch (去化率) as a list: to be read, exported and printed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from salesdesk.desks import wording
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.office.figures.absorption import (
    DAYS,
    AbsorptionLine,
    AbsorptionMark,
    absorption,
    rate,
)

_NOW = len(DAYS)
"""Where the mark of now stands among a line's marks."""


class AbsorptionDialog(QDialog):
    """Lists the release batches of one project with what was sold of each, and when."""

    def __init__(self, link: Link, project: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Absorption by batch {project}").format(project=name).strip()
        self.setWindowTitle(title)
        self.table: CardTable[AbsorptionLine] = CardTable(
            "absorption", self._columns(), lambda line: line.batch
        )
        self.table.title = f"{title} {wording.day(wording.today())}"
        hint = self.tr(
            "Each batch is measured by itself: the units, areas and list prices of its release, "
            "whatever joined or left later. Day 1 is the day of the release. Subscribed units count "
            "as sold; cancelled ones no more."
        )
        export = button(self.tr("Export"), self.table.export, "file-spreadsheet")
        paper = button(self.tr("Print"), self.table.print_view, "printer")
        close = button(self.tr("Close"), self.accept, role="primary")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 14, 16, 14)
        lines.setSpacing(10)
        lines.addWidget(PlainLabel(title, "title"))
        lines.addWidget(PlainLabel(hint, "dim").wrapping())
        lines.addWidget(self.table, 1)
        lines.addLayout(row(export, paper, None, close))
        self.resize(1080, 480)
        link.ask(self, self.table.set_lines, absorption, project)

    def _columns(self) -> list[Column[AbsorptionLine]]:
        columns: list[Column[AbsorptionLine]] = [
            Column(self.tr("Batch"), _name, width=120),
            Column(self.tr("Released"), lambda line: line.at, Kind.MOMENT, width=130),
            Column(self.tr("Units"), lambda line: line.units, Kind.COUNT, width=60),
            Column(self.tr("Area m²"), lambda line: line.area, Kind.AREA, width=90),
            Column(self.tr("List value"), lambda line: line.list_fen, Kind.MONEY, width=130),
        ]
        for place, days in enumerate(DAYS):
            sold = self.tr("Sold by day {days}").format(days=days)
            share = self.tr("Day {days} %").format(days=days)
            columns.append(_of(place, sold, lambda _line, mark: mark.units, Kind.COUNT))
            columns.append(_of(place, share, _by_units, Kind.TEXT))
        columns += [
            _of(_NOW, self.tr("Sold now"), lambda _line, mark: mark.units, Kind.COUNT),
            _of(_NOW, self.tr("Sold area m²"), lambda _line, mark: mark.area, Kind.AREA),
            _of(_NOW, self.tr("Sold at deal price"), lambda _line, mark: mark.deal_fen, Kind.MONEY),
            _of(_NOW, self.tr("Now % of units"), _by_units, Kind.TEXT),
            _of(_NOW, self.tr("Now % of area"), lambda line, mark: _percent(mark, rate(mark.area, line.area)), Kind.TEXT),
            _of(_NOW, self.tr("Now % of list value"), lambda line, mark: _percent(mark, rate(mark.list_fen, line.list_fen)), Kind.TEXT),
        ]  # fmt: skip
        return columns


def _name(line: AbsorptionLine) -> str:
    return line.name or f"{wording.day(wording.local(line.at).date())} · {line.batch}"


def _of(
    place: int,
    title: str,
    value: Callable[[AbsorptionLine, AbsorptionMark], object],
    kind: Kind,
) -> Column[AbsorptionLine]:
    """Give a column about one of a line's marks."""

    def read(at: int, line: AbsorptionLine) -> object:
        return value(line, line.marks[at])

    return Column(title, partial(read, place), kind)


def _by_units(line: AbsorptionLine, mark: AbsorptionMark) -> str:
    return _percent(mark, rate(mark.units, line.units))


def _percent(mark: AbsorptionMark, share: object) -> str:
    """Write a share; nothing where its day is still to come."""
    return "" if mark.units is None or share is None else f"{share} %"
