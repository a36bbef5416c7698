"""A price list comes in: file, columns, comparison, all or nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from salesdesk.desks.admin.comparison import Comparison, rows_by_code
from salesdesk.desks.admin.filedrop import FileDrop
from salesdesk.desks.admin.pricecheck import PriceCheck
from salesdesk.desks.link import Cancelled, Link, Seat, Step
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.labels import Card, PlainLabel, button, row
from salesdesk.desks.widgets.meant import send_meant
from salesdesk.desks.widgets.progress import Progress
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.wording import money
from salesdesk.intake.grid import Workbook
from salesdesk.intake.guard import open_workbook
from salesdesk.intake.reading import price_list
from salesdesk.intake.rows import PriceListReading
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.money import Rounding
from salesdesk.office.inventory.commands import ImportUnits, preview_import
from salesdesk.office.inventory.queries import buildings, projects
from salesdesk.office.inventory.sheets import ImportReport, PriceRow, ProjectCard


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file that was read; the projects that have a building of it, and the empty ones."""

    workbook: Workbook
    reading: PriceListReading
    at_home: tuple[str, ...]
    empty: tuple[str, ...]


def _projects(seat: Seat, named: set[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the projects that have one of the buildings *named*, and those without any unit."""
    cards: tuple[ProjectCard, ...] = seat.ask(projects)
    at_home = (
        card.name
        for card in cards
        if not named.isdisjoint(name for _id, name in seat.ask(buildings, card.id))
    )
    return tuple(at_home), tuple(card.name for card in cards if not card.units)


class PriceListPane(QWidget):
    """The four steps of a price list's import.

    Signals:
        jump: a `Jump` to the board after an import.
        told: a short text for the status bar.
        template_wanted: the language of an empty list to save.
    """

    jump = Signal(object)
    told = Signal(object)
    template_wanted = Signal(object)

    def __init__(self, link: Link, banner: Banner) -> None:
        super().__init__()
        self.link = link
        self.banner = banner
        self.workbook: Workbook | None = None
        self.reading: PriceListReading | None = None
        self._cards: Sequence[ProjectCard] = ()
        self._name = ""
        self._suggested = ""
        self._turn = 0
        self.drop = FileDrop(
            self.tr("Bring in a price list"),
            self.tr(
                "Drop the file here. Our own template, the official one-home-one-price list, floor "
                "grids and other lists are recognised by their headings; what is not known you "
                "assign by hand. Importing a list again updates prices: you see every difference "
                "first, and units that are held or sold keep theirs."
            ),
        )
        self.check = PriceCheck()
        self.comparison = Comparison()
        self.done = _Done()
        self.pages = QStackedWidget(self)
        for page in (self.drop, self.check, self.comparison, self.done):
            self.pages.addWidget(page)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 8, 0, 0)
        lines.addWidget(self.pages)
        self.sending = Sending(link, self, banner, self.comparison.mark)
        self.sending.lock(self.comparison.go)
        self.drop.chosen.connect(self.open_file)
        self.drop.template_wanted.connect(self.template_wanted)
        self.check.reread.connect(self._read_again)
        self.check.onward.connect(self.compare)
        self.check.back.connect(self.start_again)
        self.comparison.back.connect(lambda: self._show(self.check))
        self.comparison.wanted.connect(self.send)
        self.comparison.turned.connect(self.compare)
        self.done.again.connect(self.start_again)
        self.done.board.connect(self._to_board)

    def offer_projects(self, cards: Sequence[ProjectCard]) -> None:
        """Offer the office's projects."""
        self._cards = cards
        self.check.project.offer(cards)

    def open_file(self, path: Path) -> None:
        """Read the file at *path* in the guarded child, with progress and a way out."""
        self.banner.clear()

        seat = self.link.seat

        def job(_step: Step, cancelled: Cancelled) -> _Opened:
            workbook = open_workbook(path, cancelled=cancelled)
            reading = price_list(workbook)
            named = {row.building for row in reading.rows} | {c.building for c in reading.grid}
            return _Opened(workbook, reading, *_projects(seat, named))

        def read(opened: _Opened) -> None:
            self.workbook = opened.workbook
            self.sending.renew()
            self._name = path.name
            self.comparison.partial.setChecked(False)
            self.check.show_file(path.name, tuple(s.name for s in self.workbook.sheets))
            self._suggest_project(path, opened)
            self._show(self.check)
            self._read(opened.reading)

        title = self.tr("Reading {file}").format(file=path.name)
        detail = self.tr("The file is read by a process of its own that cannot harm the office.")
        Progress(self, title, detail).run(self.link, job, read, self.banner.refuse)

    def compare(self) -> None:
        """Ask the office what the import would do."""
        reading = self.reading
        if reading is None:
            return
        project = self.check.project.name()
        seat, partial = self.link.seat, self.comparison.partial.isChecked()

        def job(_step: Step, _cancelled: Cancelled) -> tuple[ImportReport, dict[str, PriceRow]]:
            report: ImportReport = seat.ask(
                preview_import, reading.rows, reading.grid, project, partial=partial
            )
            return report, rows_by_code(reading.rows)

        def compared(answer: tuple[ImportReport, dict[str, PriceRow]]) -> None:
            report, rows = answer
            card = self.check.project.card()
            rounding = Rounding(card.rounding) if card is not None else Rounding.YUAN
            self.comparison.show_report(report, rows, project, rounding)
            self._show(self.comparison)

        title = self.tr("Comparing with the office")
        Progress(self, title).run(self.link, job, compared, self.banner.refuse)

    def send(self) -> None:
        """Import all or nothing."""
        reading = self.reading
        if reading is None:
            return
        command = ImportUnits(
            rows=reading.rows,
            grid=reading.grid,
            project_name=self.check.project.name(),
            file=self._name,
            partial=self.comparison.partial.isChecked(),
        )
        send_meant(
            self, self.sending, command, self._imported, self.banner.refuse, "meant"
        )  # fmt: skip

    def start_again(self) -> None:
        """Wait for another file."""
        self.workbook = self.reading = None
        self.banner.clear()
        self._show(self.drop)

    def unsaved(self) -> bool:
        """Tell whether a file is open that was not imported yet."""
        return self.pages.currentWidget() in {self.check, self.comparison}

    def _show(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        focus: dict[QWidget, Callable[[], None]] = {
            self.drop: self.drop.choose.setFocus,
            self.check: self.check.next.setFocus,
            self.comparison: self.comparison.go.setFocus,
            self.done: self.done.to_board.setFocus,
        }
        focus[page]()

    def _read(self, reading: PriceListReading) -> None:
        self.reading = reading
        self.check.show_reading(reading)

    def _read_again(self) -> None:
        workbook = self.workbook
        if workbook is None:
            return
        mapping, sheet, heading = self.check.choice()
        self._turn += 1
        turn = self._turn

        def read(reading: PriceListReading) -> None:
            if turn == self._turn and self.workbook is workbook:
                self._read(reading)

        self.link.run(
            self,
            lambda _step, _cancelled: price_list(workbook, mapping, sheet, heading),
            read,
            refused=self.banner.refuse,
        )

    def _suggest_project(self, path: Path, opened: _Opened) -> None:
        """Choose the project the file names, whose buildings it has, that is empty; or a new one.

        A new name that somebody typed stays; one that only an earlier file suggested does not.
        Prices alone (a floor grid) and what could not be read yet never make a project.
        """
        choice = self.check.project
        if choice.name() not in {"", self._suggested} and choice.card() is None:
            return
        named = [card.name for card in self._cards if card.name in path.stem]
        there = [card.name for card in self._cards]
        at_home = sorted(opened.at_home, key=lambda name: name != choice.name())
        rest = [] if opened.reading.rows else there
        self._suggested = next(iter([*named, *at_home, *opened.empty, *rest]), path.stem)
        choice.set_name(self._suggested)

    def _imported(self, report: ImportReport) -> None:
        project = self.check.project.name()
        self.done.show_report(report, project, self._name)
        self._show(self.done)
        self.told.emit(self.tr("Imported: {file}").format(file=self._name))

    def _to_board(self) -> None:
        card = self.check.project.card()
        self.jump.emit(Jump("board", Topic.PROJECT, card.id if card is not None else 0))

    def refused(self, error: UserError) -> None:
        """Show a refusal; everything chosen stays."""
        self.banner.refuse(error)


class _Done(QWidget):
    """The last step: what was taken in, and what comes next.

    Signals:
        again: take another file.
        board: show the units.
    """

    again = Signal()
    board = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = PlainLabel("", "title").wrapping()
        self.figures = PlainLabel("", "heading").wrapping()
        self.hint = PlainLabel(
            self.tr(
                "New units are not released yet. Record the pre-sale permit of their buildings under "
                "Projects, then the site manager releases them on the board."
            ),
            "dim",
        ).wrapping()
        self.to_board = button(
            self.tr("Show on the board"), self.board.emit, "layout-grid", "primary"
        )
        other = button(self.tr("Import another file"), self.again.emit, "file-spreadsheet")
        card = Card(margin=28)
        for label in (self.heading, self.figures, self.hint):
            card.body.addWidget(label)
        card.body.addSpacing(8)
        card.body.addLayout(row(self.to_board, other, None))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(card)
        lines.addStretch(1)

    def show_report(self, report: ImportReport, project: str, file: str) -> None:
        """Show what was done."""
        heading = self.tr("{file} is in {project}")
        self.heading.setText(heading.format(file=file, project=project))
        figures = self.tr(
            "{added} added, {changed} changed, {kept} kept their price, {unchanged} unchanged; "
            "together {total}"
        )
        self.figures.setText(
            figures.format(
                added=f"{report.added:,}",
                changed=f"{report.changed:,}",
                kept=f"{report.kept:,}",
                unchanged=f"{report.unchanged:,}",
                total=money(report.total_fen),
            )
        )
        self.hint.setVisible(report.added > 0)
