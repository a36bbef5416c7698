"""A real office starts in the middle: units already sold and the money paid so far come in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from salesdesk.desks.admin.filedrop import FileDrop
from salesdesk.desks.admin.mapping import MappingPanel
from salesdesk.desks.admin.projectchoice import ProjectChoice
from salesdesk.desks.admin.sheetpreview import SheetPreview
from salesdesk.desks.admin.tabtools import TabTools
from salesdesk.desks.link import Cancelled, Link, Step
from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.widgets.problems import ProblemTable
from salesdesk.desks.widgets.progress import Progress
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import language, money, say
from salesdesk.intake.grid import Workbook
from salesdesk.intake.guard import open_workbook
from salesdesk.intake.opening import OpeningReading, opening
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.inventory.sheets import ImportProblem, ProjectCard
from salesdesk.office.inventory.template_columns import OPENING
from salesdesk.office.sales.opening import OpeningRow
from salesdesk.office.sales.opening_entry import ImportOpening, preview_opening

_LARGEST_NUMBER = 999_999_999


class SoldTable(CardTable[OpeningRow]):
    """Units already sold, as the file gives them."""

    def __init__(self) -> None:
        super().__init__(
            "admin-opening",
            [
                Column(self.tr("Row"), lambda r: r.line, Kind.COUNT, 50),
                Column(self.tr("Unit"), lambda r: r.code, width=92),
                Column(self.tr("Customer"), lambda r: r.customer, width=84),
                Column(self.tr("State"), lambda r: say("states", r.state), width=88),
                Column(self.tr("Date"), lambda r: r.on, Kind.DAY, 96),
                Column(self.tr("Price"), lambda r: r.price_fen, Kind.MONEY, 116),
                Column(self.tr("Paid so far"), lambda r: r.paid_fen, Kind.MONEY, 108),
                Column(self.tr("Consultant"), lambda r: r.consultant, width=100),
                Column(self.tr("Old receipts"), lambda r: r.receipts, width=120),
            ],
            key=lambda r: (r.sheet, r.line),
            empty=EmptyState(self.tr("No unit could be read"), "", "table"),
        )


class SoldListPane(QWidget):
    """Opening claims and opening balances from a file, all or nothing.

    Signals:
        told: a short text for the status bar.
        template_wanted: the language of an empty list to save.
    """

    told = Signal(object)
    template_wanted = Signal(object)

    def __init__(self, link: Link, banner: Banner) -> None:
        super().__init__()
        self.link = link
        self.banner = banner
        self.workbook: Workbook | None = None
        self.reading: OpeningReading | None = None
        self._misfits: tuple[ImportProblem, ...] = ()
        self._words = {field.field: field.heading(language()) for field in OPENING}
        self.drop = FileDrop(
            self.tr("Bring in units already sold"),
            self.tr(
                "For an office that starts in the middle: the units must be imported already. Each "
                "row names a unit, its customer, its state (subscribed, signed, filed, delivered), "
                "the price and what was paid so far. It comes in as an opening balance, marked as "
                "such and dated."
            ),
        )
        self.file = PlainLabel("", "heading").selectable()
        self.sums = PlainLabel("", "dim")
        self.project = ProjectChoice(new=False)
        self.first = QLineEdit()
        self.first.setValidator(QIntValidator(1, _LARGEST_NUMBER, self.first))
        self.first.setPlaceholderText("1")
        self.first.setMaximumWidth(120)
        self.first.setAccessibleName(self.tr("First receipt number"))
        self.sold = SoldTable()
        self.preview = SheetPreview()
        self.mapping = MappingPanel(OPENING)
        self.problems = ProblemTable("admin-opening-problems")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.sold, self.tr("Units"))
        self.tabs.addTab(self.preview, self.tr("First rows"))
        self.tabs.addTab(self.problems, "")
        self.tools = TabTools(self.tabs)
        self.why = PlainLabel("", "wrong")
        self.mark = Pill()
        self.go = button("", self.send, "check", "primary", shortcut="Ctrl+Return")
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.drop)
        self._work = self._lay()
        self.pages.addWidget(self._work)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 8, 0, 0)
        lines.addWidget(self.pages)
        self.sending = Sending(link, self, banner, self.mark)
        self.sending.lock(self.go)
        self.drop.chosen.connect(self.open_file)
        self.drop.template_wanted.connect(self.template_wanted)
        self.mapping.changed.connect(self._read_again)
        self.project.changed.connect(self._compare)

    def offer_projects(self, cards: Sequence[ProjectCard]) -> None:
        """Offer the office's projects."""
        self.project.offer(cards)

    def open_file(self, path: Path) -> None:
        """Read the file at *path* in the guarded child."""
        self.banner.clear()

        def job(_step: Step, cancelled: Cancelled) -> tuple[Workbook, OpeningReading]:
            workbook = open_workbook(path, cancelled=cancelled)
            return workbook, opening(workbook)

        def read(answer: tuple[Workbook, OpeningReading]) -> None:
            self.workbook, reading = answer
            self.sending.renew()
            self.file.setText(path.name)
            self._show(reading)
            if reading.sheets:
                self.mapping.show_sheet(reading.sheets[0])
            self.pages.setCurrentWidget(self._work)

        title = self.tr("Reading {file}").format(file=path.name)
        Progress(self, title).run(self.link, job, read, self.banner.refuse)

    def send(self) -> None:
        """Take the units in, all or nothing."""
        reading, card = self.reading, self.project.card()
        if reading is None or card is None:
            return
        number = self.first.text().strip()
        command = ImportOpening(
            rows=reading.rows,
            project=ProjectId(card.id),
            first_receipt=int(number) if number else None,
        )
        self.sending.send(command, self._imported)

    def start_again(self) -> None:
        """Wait for another file."""
        self.workbook = self.reading = None
        self.banner.clear()
        self.pages.setCurrentWidget(self.drop)

    def unsaved(self) -> bool:
        """Tell whether a file is open that was not taken in yet."""
        return self.pages.currentWidget() is self._work

    def _show(self, reading: OpeningReading) -> None:
        self.reading = reading
        seen = reading.sheets[0] if reading.sheets else None
        self.preview.show_sheet(seen, self._words)
        self.sold.set_lines(reading.rows)
        paid = sum(line.paid_fen for line in reading.rows)
        sums = self.tr("{count} units, {paid} paid so far")
        self.sums.setText(sums.format(count=len(reading.rows), paid=money(paid)))
        self.go.setText(self.tr("Take in %n unit(s)", "", len(reading.rows)))
        self._show_problems()
        self._compare()

    def _compare(self) -> None:
        """Ask the office which rows it would refuse; the button waits for the answer."""
        reading, card = self.reading, self.project.card()
        self._misfits = ()
        self._gate()
        if reading is None or card is None or not reading.rows:
            return
        rows, project, seat = reading.rows, card.id, self.link.seat

        def compared(found: tuple[ImportProblem, ...]) -> None:
            if self.reading is reading and self.project.card() == card:
                self._misfits = found
                self._show_problems()
                self._gate()
                if self.isVisible() and not found:
                    self.go.setFocus()

        self.go.setEnabled(False)
        self.link.call(
            self, lambda: seat.ask(preview_opening, rows, project), compared, self.banner.refuse
        )

    def _problems(self) -> tuple[ImportProblem, ...]:
        return (*self.reading.problems, *self._misfits) if self.reading is not None else ()

    def _show_problems(self) -> None:
        problems = self._problems()
        self.problems.set_lines(problems)
        self.tabs.setTabText(2, self.tr("Problems ({count})").format(count=len(problems)))
        self.tabs.setCurrentIndex(2 if problems else 0)

    def _read_again(self) -> None:
        workbook = self.workbook
        if workbook is None:
            return
        mapping = self.mapping.mapping()
        self.link.run(
            self,
            lambda _step, _cancelled: opening(workbook, mapping),
            self._show,
            refused=self.banner.refuse,
        )

    def _imported(self, answer: dict[str, object]) -> None:
        paid = answer.get("paid_fen")
        text = self.tr("Taken in: {count} units already sold, {paid} paid so far.").format(
            count=answer.get("units"), paid=money(paid if isinstance(paid, int) else 0)
        )
        blocked = QSignalBlocker(self.first)
        self.first.clear()
        blocked.unblock()
        self.start_again()
        self.banner.say(text, tone="good")
        self.told.emit(text)

    def _lay(self) -> QWidget:
        side = Card(margin=12)
        side.body.addWidget(PlainLabel(self.tr("Columns"), "heading"))
        side.body.addWidget(self.mapping, 1)
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.setChildrenCollapsible(False)
        middle.addWidget(self.tabs)
        middle.addWidget(side)
        middle.setStretchFactor(0, 1)
        middle.setSizes([700, 318])
        other = button(self.tr("Another file"), self.start_again, "arrow-left", "quiet")
        first = PlainLabel(self.tr("Our receipts go on with number"), "dim")
        first.setBuddy(self.first)
        hint = PlainLabel(self.tr("empty: from 1, or as they run already"), "hint")
        work = QWidget()
        lines = QVBoxLayout(work)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.addLayout(row(self.file, self.sums, None, self.project, spacing=10))
        lines.addLayout(row(first, self.first, hint, None))
        lines.addWidget(middle, 1)
        lines.addLayout(row(other, None, self.why, self.mark, self.go, spacing=12))
        return work

    def _gate(self) -> None:
        reading = self.reading
        why = ""
        if reading is None or not reading.rows:
            why = self.tr("No unit could be read.")
        elif self._problems():
            why = self.tr("Mend the problems in the file, then choose it again.")
        elif self.project.card() is None:
            why = self.tr("Import the project's price list first.")
        self.why.setText(why)
        self.go.setEnabled(not why)
