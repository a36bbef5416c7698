"""The third step of an import: what it would add, change and leave out, before anything is written."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QTabWidget, QVBoxLayout, QWidget

from salesdesk.desks.admin.tabtools import TabTools
from salesdesk.desks.admin.words import CHANGED, word
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.figures import Figure
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.widgets.problems import ProblemTable
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import money
from salesdesk.kernel.money import Rounding, total_from_unit_price
from salesdesk.office.inventory.codes import unit_code
from salesdesk.office.inventory.sheets import ImportChange, ImportReport, PriceRow

_PROBLEMS, _WARNINGS = 3, 4


class AddedTable(CardTable[PriceRow]):
    """Units that the office does not have yet; totals by the project's rounding."""

    def __init__(self) -> None:
        self.rounding = Rounding.YUAN
        super().__init__(
            "admin-import-added",
            [
                Column(self.tr("Unit"), _code, width=120),
                Column(self.tr("Layout"), lambda r: r.layout, width=110),
                Column(self.tr("Gross area"), lambda r: r.gross_area, Kind.AREA, 100),
                Column(self.tr("Unit price"), lambda r: r.unit_price_fen, Kind.MONEY, 130),
                Column(
                    self.tr("Total price"), lambda r: _total(r, self.rounding), Kind.MONEY, 150
                ),
                Column(self.tr("Sheet"), lambda r: r.sheet, width=110),
                Column(self.tr("Row"), lambda r: r.line, Kind.COUNT, 64),
            ],
            key=_code,
            empty=EmptyState(self.tr("Nothing is added"), "", "circle-check"),
        )


class PatternTable(CardTable[PriceRow]):
    """Units that a pattern makes; totals by the project's rounding."""

    def __init__(self) -> None:
        self.rounding = Rounding.YUAN
        super().__init__(
            "admin-pattern",
            [
                Column(self.tr("Unit"), _code, width=88),
                Column(self.tr("Unit price"), lambda r: r.unit_price_fen, Kind.MONEY, 98),
                Column(
                    self.tr("Total price"), lambda r: _total(r, self.rounding), Kind.MONEY, 118
                ),
            ],
            key=_code,
            empty=EmptyState(self.tr("The pattern makes no unit yet"), "", "layers"),
        )


class ChangedTable(CardTable[ImportChange]):
    """What would be different: old, new, by how much."""

    def __init__(self) -> None:
        keeps = self.tr("keeps its price")
        super().__init__(
            "admin-import-changed",
            [
                Column(self.tr("Unit"), lambda c: c.code, width=120),
                Column(self.tr("What"), lambda c: word("changed", CHANGED, c.what), width=110),
                Column(self.tr("Old"), lambda c: c.old, Kind.COUNT, 140),
                Column(self.tr("New"), lambda c: c.new, Kind.COUNT, 140),
                Column(self.tr("Difference"), lambda c: c.difference_fen, Kind.MONEY, 130, _tone),
                Column(
                    self.tr("Held or sold"),
                    lambda c: keeps if c.frozen else "",
                    width=140,
                    tone=lambda _c: "warn",
                ),
            ],
            key=lambda c: (c.code, c.what),
            empty=EmptyState(self.tr("Nothing changes"), "", "circle-check"),
        )


class MissingTable(CardTable[str]):
    """Units of the office, in buildings of the file, that the file does not name."""

    def __init__(self) -> None:
        super().__init__(
            "admin-import-missing",
            [Column(self.tr("Unit"), lambda code: code, width=160)],
            key=lambda code: code,
            empty=EmptyState(self.tr("No unit is missing"), "", "circle-check"),
        )


class Comparison(QWidget):
    """The figures and lists of an `ImportReport`.

    Signals:
        wanted: import it now.
        turned: the list is said to hold some units only, or all of them.
        back: back to the columns.
    """

    wanted = Signal()
    turned = Signal()
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PlainLabel("", "heading")
        self.mark = Pill()
        self.figures = {
            "added": Figure(self.tr("Added"), "figure"),
            "changed": Figure(self.tr("Changed"), "figure"),
            "kept": Figure(self.tr("Keep their price"), "figure"),
            "unchanged": Figure(self.tr("Unchanged"), "figure"),
            "missing": Figure(self.tr("Missing in the file"), "figure"),
            "total": Figure(self.tr("Value of the units in the file"), "figure"),
        }
        card = Card(margin=12)
        strip = row(spacing=34)
        for figure in self.figures.values():
            strip.addWidget(figure)
        strip.addStretch(1)
        card.body.addLayout(strip)
        self.changed = ChangedTable()
        self.added = AddedTable()
        self.missing = MissingTable()
        self.problems = ProblemTable("admin-comparison-problems")
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.warnings = ProblemTable("admin-comparison-warnings", notes=True)
        for table in (self.changed, self.added, self.missing, self.problems, self.warnings):
            self.tabs.addTab(table, "")
        self.partial = QCheckBox(self.tr("The list holds some units only: leave all others alone"))
        self.partial.hide()
        self.partial.clicked.connect(lambda _on: self.turned.emit())
        self.tools = TabTools(self.tabs)
        back = button(self.tr("Back to the columns"), self.back.emit, "arrow-left", "quiet")
        self.go = button("", self.wanted.emit, "check", "primary", shortcut="Ctrl+Return")
        kept = self.tr("All or nothing: either every line is taken in, or none.")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.addLayout(row(self.heading, None, self.partial))
        lines.addWidget(card)
        lines.addWidget(self.tabs, 1)
        lines.addLayout(row(back, None, self.mark, PlainLabel(kept, "hint"), self.go, spacing=12))

    def show_report(
        self, report: ImportReport, rows: Mapping[str, PriceRow], project: str, rounding: Rounding
    ) -> None:
        """Show what an import into *project* would do; *rows* are those of the file by code."""
        title = self.tr("Compared with {project}: nothing is written yet")
        self.heading.setText(title.format(project=project))
        prices = len({change.code for change in report.changes})
        changing = report.changed
        self.figures["added"].show_value(f"{report.added:,}", "good" if report.added else "")
        self.figures["changed"].show_value(f"{changing:,}", "warn" if changing else "")
        self.figures["kept"].show_value(f"{report.kept:,}")
        self.figures["unchanged"].show_value(f"{report.unchanged:,}")
        missing = report.missing
        self.figures["missing"].show_value(f"{missing:,}", "warn" if missing else "")
        self.figures["total"].show_value(money(report.total_fen))
        self.added.rounding = rounding
        self.changed.set_lines(report.changes)
        self.added.set_lines([rows[code] for code in report.added_codes if code in rows])
        self.missing.set_lines(report.missing_codes)
        self.problems.set_lines(report.problems)
        changed = self.tr("Differences ({count})").format(count=len(report.changes))
        added = self.tr("Added ({count})").format(count=report.added)
        lost = self.tr("Missing ({count})").format(count=report.missing)
        wrong = self.tr("Problems ({count})").format(count=len(report.problems))
        odd = self.tr("To look at ({count})").format(count=len(report.warnings))
        self.warnings.set_lines(report.warnings)
        for at, text in enumerate((changed, added, lost, wrong, odd)):
            self.tabs.setTabText(at, text)
        self.tabs.setTabVisible(_PROBLEMS, bool(report.problems))
        self.tabs.setTabVisible(_WARNINGS, bool(report.warnings))
        self.partial.setVisible(bool(report.missing))
        first = (
            _WARNINGS
            if report.warnings
            else 0
            if prices
            else 1
            if report.added
            else 2
            if report.missing
            else 0
        )
        self.tabs.setCurrentIndex(_PROBLEMS if report.problems else first)
        touched = report.added + report.changed
        self.go.setText(self.tr("Import %n unit(s)", "", touched))
        self.go.setEnabled(not report.problems and touched > 0)


def rows_by_code(rows: tuple[PriceRow, ...]) -> dict[str, PriceRow]:
    """Give the rows of a file by the code their unit has or will have."""
    return {_code(line): line for line in rows}


def _code(line: PriceRow) -> str:
    return unit_code(line.building, line.core, line.floor, line.number)


def _total(line: PriceRow, rounding: Rounding) -> int | None:
    if line.total_fen is not None or line.unit_price_fen is None:
        return line.total_fen
    return total_from_unit_price(line.unit_price_fen, line.gross_area, rounding)


def _tone(change: ImportChange) -> str:
    difference = change.difference_fen or 0
    return "good" if difference > 0 else "danger" if difference < 0 else ""
