"""The page of prices: versions, what each changes, and the trial calculation behind a new one."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from salesdesk.desks.admin.filedrop import ENDINGS
from salesdesk.desks.admin.page import Page
from salesdesk.desks.admin.pricedialogs import DraftDialog, FiledDialog, FloorDialog
from salesdesk.desks.admin.pricepane import TrialPane
from salesdesk.desks.admin.pricequestions import EffectQuestion, RequestQuestion, WithdrawQuestion
from salesdesk.desks.admin.pricetables import ComparisonTable, PriceLineTable, VersionTable
from salesdesk.desks.admin.projectchoice import ProjectChoice
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.dialogs import Question, later
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.meant import send_meant
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import moment, say_all
from salesdesk.intake.reading import read_price_list
from salesdesk.intake.rows import PriceListReading
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import PriceVersionId, ProjectId
from salesdesk.office.inventory.price_commands import EffectPrices, WithdrawPriceDraft
from salesdesk.office.inventory.price_effects import PricesMoved
from salesdesk.office.inventory.price_loading import PriceTable
from salesdesk.office.inventory.price_queries import (
    price_comparison,
    price_units,
    price_version,
    price_versions,
)
from salesdesk.office.inventory.price_requesting import RequestPrices
from salesdesk.office.inventory.price_sheets import (
    PriceReport,
    PriceVersionLine,
    PriceVersionSheet,
)
from salesdesk.office.inventory.pricing_compare import By, ComparisonLine
from salesdesk.office.inventory.queries import projects
from salesdesk.office.inventory.sheets import ProjectCard

_MANY = 12
_UNITS = "units"


class PricesPage(Page):
    """Shows a project's price versions; drafts, compares, puts into effect."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PRICE, Topic.PROJECT, Topic.UNIT})

    def __init__(self, link: Link) -> None:
        super().__init__(
            link,
            self.tr("Prices"),
            self.tr(
                "A version is drafted, compared, then put into effect. Units that somebody holds "
                "or has bought keep their price."
            ),
        )
        self._sheet: PriceVersionSheet | None = None
        self._wanted = 0
        self.project = ProjectChoice(new=False)
        self.head_row.addWidget(self.project)
        self.sending = Sending(link, self, self.banner)
        self.versions = VersionTable()
        self.lines = PriceLineTable()
        self.group = QComboBox(self)
        self.group.setAccessibleName(self.tr("Compare by"))
        for words, what in (
            (self.tr("Each unit"), _UNITS), (self.tr("By building"), By.BUILDING.value),
            (self.tr("By layout"), By.LAYOUT.value), (self.tr("By floor"), By.FLOOR.value),
        ):  # fmt: skip
            self.group.addItem(words, what)
        self.compared = ComparisonTable(
            "admin-price-compared", self.tr("Group"), lambda key: key or self.tr("(none)")
        )
        self.tables = QStackedWidget(self)
        self.tables.addWidget(self.lines)
        self.tables.addWidget(self.compared)
        self.says = PlainLabel("", "dim").selectable()
        self.pane = TrialPane(link, self.banner)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._overview())
        self.pages.addWidget(self.pane)
        self.body.addWidget(self.pages, 1)
        self.versions.title = self.tr("Price versions")
        self.lines.title = self.tr("Price version")
        self.compared.title = self.tr("Comparison of prices")
        for table in self.pane.lists.values():
            table.title = self.tr("Trial of prices")
        self.project.changed.connect(self._ask)
        self.versions.chosen.connect(self._chosen)
        self.versions.opened.connect(lambda _line: self.edit.click())
        self.group.currentIndexChanged.connect(self._compare)
        self.pane.back.connect(self.show_versions)
        self.pane.wanted.connect(lambda made, each: self._draft(scheme=made, prices=each))
        self._allow()

    def _overview(self) -> QWidget:
        page = QWidget(self)
        self.new = button(
            self.tr("New by a scheme"), lambda: self.begin(from_chosen=False), "plus", "primary",
            shortcut="Ctrl+N",
        )  # fmt: skip
        self.percent = button(self.tr("By a percentage…"), self.by_percent, "percent")
        self.file = button(
            self.tr("From a file…"), self.ask_file, "file-spreadsheet", shortcut="Ctrl+O"
        )
        self.filed = button(self.tr("Record as filed…"), self.file_prices, "flag", "quiet")
        self.floors = button(self.tr("Floor prices…"), self.floor, "lock", "quiet")
        self.edit = button(
            self.tr("New from this one"), lambda: self.begin(from_chosen=True), "copy"
        )
        self.drop = button(self.tr("Withdraw…"), self.withdraw, "trash-2")
        self.go = button(
            self.tr("Put into effect…"), self.effect, "check", "primary", shortcut="Ctrl+Return"
        )
        self.sign = button(self.tr("Ask for signatures…"), self.ask_for, "signature")
        self.sending.lock(self.go, self.drop, self.sign)
        lower = QWidget(page)
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addLayout(row(self.group, None, self.edit, self.drop, self.sign, self.go))
        below.addWidget(self.says)
        below.addWidget(self.tables, 1)
        both = QSplitter(Qt.Orientation.Vertical, page)
        both.setChildrenCollapsible(False)
        both.addWidget(self.versions)
        both.addWidget(lower)
        both.setSizes([190, 330])
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addLayout(row(self.new, self.percent, self.file, None, self.filed, self.floors))
        lines.addWidget(both, 1)
        return page

    @override
    def refresh(self) -> None:
        self.link.ask(self, self._projects_came, projects)
        self._ask()

    @override
    def table(self) -> CardTable[Any] | None:
        if self.pages.currentWidget() is self.pane:
            return self.pane.table()
        if self._sheet is None:
            return self.versions
        return self.lines if self.tables.currentWidget() is self.lines else self.compared

    @override
    def unsaved(self) -> bool:
        return self.pane.dirty()

    @override
    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Ctrl+N", self.tr("New version, or a new line of the scheme")),
            ("Ctrl+O", self.tr("Draft from a file")),
            ("Ctrl+R", self.tr("Solve for the target")),
            ("Ctrl+Return", self.tr("Put into effect, or save as a version")),
        )

    def project_id(self) -> ProjectId | None:
        """Give the project shown; None in an office without one."""
        card = self.project.card()
        return None if card is None else ProjectId(card.id)

    def show_versions(self) -> None:
        """Go back to the list of versions."""
        self.pages.setCurrentIndex(0)
        self.banner.clear()
        self.versions.setFocus()

    def begin(self, *, from_chosen: bool) -> None:
        """Open the trial calculation, empty or with the chosen version's scheme."""
        sheet = self._sheet if from_chosen else None
        if sheet is not None and sheet.scheme is None:
            self._draft(based_on=PriceVersionId(sheet.version.id))
            return
        self.banner.clear()
        self.pages.setCurrentWidget(self.pane)
        self.pane.begin(None if sheet is None else sheet.scheme)

    def by_percent(self) -> None:
        """Draft a version that raises or lowers every price."""
        self._draft()

    def ask_file(self) -> None:
        """Ask for a price file and draft a version from it."""
        endings = " ".join(f"*{ending}" for ending in sorted(ENDINGS))
        words = self.tr("Price lists ({endings})").format(endings=endings)
        path, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Draft from a price file"), str(Path.home()), words
        )
        if path:
            self.open_file(Path(path))

    def open_file(self, path: Path) -> None:
        """Read a price file beside the window, then ask how the version is called."""

        def came(reading: PriceListReading) -> None:
            if reading.problems or not (reading.rows or reading.grid):
                problem = self.tr("{file} has %n problem(s).", "", len(reading.problems))
                remedy = self.tr("Open it under Import: there each row is shown with what to do.")
                self.banner.say(problem.format(file=path.name), remedy)
                return
            self._draft(rows=reading.rows, grid=reading.grid)

        self.link.run(
            self, lambda _step, _cancelled: read_price_list(path), came, refused=self.banner.refuse
        )

    def effect(self) -> None:
        """Ask, then put the chosen version into effect."""
        sheet = self._sheet
        if sheet is None:
            return
        question = EffectQuestion(self, sheet)
        key = PriceVersionId(sheet.version.id)
        later(question, lambda _why: self._send(key, confirmed=question.moved))

    def withdraw(self) -> None:
        """Ask why, then give the chosen draft up."""
        if (sheet := self._sheet) is not None:
            key = PriceVersionId(sheet.version.id)
            question = WithdrawQuestion(self, sheet.version.name)
            self._after(question, lambda why: WithdrawPriceDraft(version=key, reason=why))

    def ask_for(self) -> None:
        """Ask why, then ask for the signatures under the chosen version."""
        if (sheet := self._sheet) is not None:
            key = PriceVersionId(sheet.version.id)
            question = RequestQuestion(self, sheet)
            self._after(question, lambda why: RequestPrices(version=key, reason=why))

    def _after(self, question: Question, make: Callable[[str], Any]) -> None:
        def send(why: str) -> None:
            done, no = lambda _key: self.refresh(), self.banner.refuse
            send_meant(self, self.sending, make(why), done, no, "meant")

        later(question, send)

    def file_prices(self) -> None:
        """Record the chosen version's prices, or the present ones, as filed."""
        project = self.project_id()
        if project is not None:
            line = self._sheet.version if self._sheet else None
            version, name = (PriceVersionId(line.id), line.name) if line else (None, "")
            self._open(FiledDialog(self.link, self, project, version, name))

    def floor(self, project: ProjectId | None = None) -> None:
        """Set the floor prices of *project*, or of the one that is shown, by a percentage."""
        project = project or self.project_id()
        if project is not None:
            self._open(FloorDialog(self.link, self, project))

    def _send(self, version: PriceVersionId, *, confirmed: bool) -> None:
        def refused(error: UserError) -> None:
            self.banner.refuse(error)
            if isinstance(error, PricesMoved):
                self.refresh()

        command = EffectPrices(version=version, confirmed=confirmed)
        send_meant(self, self.sending, command, self._effected, refused, "meant")

    def _effected(self, report: PriceReport) -> None:
        words = self.tr("%n price(s) changed", "", report.changed)
        self.told.emit(words)
        if report.above_filed or report.beyond_band:
            named = say_all("", (*report.above_filed, *report.beyond_band)[:_MANY])
            problem = self.tr("In effect, against R-06, which only warns here: {units}")
            self.banner.say(problem.format(units=named), "", "warn")
        self.refresh()

    def _draft(self, **more: Any) -> None:
        project = self.project_id()
        if project is not None:
            dialog = DraftDialog(self.link, self, project, **more)
            dialog.carried.connect(self._drafted)
            dialog.open()

    def _drafted(self, report: PriceReport) -> None:
        self._wanted = report.version
        self.pane.editor.clear()
        self.show_versions()
        if report.missing:
            problem = self.tr(
                "%n unit(s) (is/are) not in the version and (keeps its/keep their) price.",
                "",
                len(report.missing),
            )
            named = say_all("", report.missing[:_MANY])
            self.banner.say(problem, named, "warn")
        self.refresh()

    def _open(self, dialog: FiledDialog | FloorDialog) -> None:
        dialog.carried.connect(
            lambda count: self.told.emit(self.tr("%n price(s) recorded", "", int(count)))
        )
        dialog.open()

    def _projects_came(self, cards: Sequence[ProjectCard]) -> None:
        before = self.project_id()
        self.project.offer(cards)
        if self.project_id() != before:
            self._ask()

    def _ask(self) -> None:
        project = self.project_id()
        if project is not None:
            self.link.ask(self, partial(self._versions_came, project), price_versions, project)
            self.link.ask(self, partial(self._units_came, project), price_units, project)

    def _units_came(self, project: ProjectId, units: PriceTable) -> None:
        if project == self.project_id():
            self.pane.set_units(units)

    def _versions_came(self, project: ProjectId, lines: Sequence[PriceVersionLine]) -> None:
        if project != self.project_id():
            return
        self.versions.set_lines(lines)
        if self._wanted and self.versions.choose(self._wanted):
            self._wanted = 0
        elif self.versions.current() is None and lines:
            self.versions.choose(lines[0].id)
        self._chosen(self.versions.current())

    def _chosen(self, line: PriceVersionLine | None) -> None:
        if line is None:
            self._sheet = None
            self.lines.set_lines(())
            self.compared.set_lines(())
            self.says.clear()
            self._allow()
            return
        self.link.ask(self, self._sheet_came, price_version, PriceVersionId(line.id))

    def _sheet_came(self, sheet: PriceVersionSheet) -> None:
        line = self.versions.current()
        if line is None or line.id != sheet.version.id:
            return
        self._sheet = sheet
        self.lines.title = sheet.version.name
        self.lines.set_lines(sheet.lines)
        version = sheet.version
        if version.ended_at is not None:
            ended = self.tr("{when}, by {who}: {changed} changed, {frozen} kept")
            self.says.setText(
                ended.format(
                    when=moment(version.ended_at), who=version.ended_by, changed=version.changed,
                    frozen=version.frozen,
                )
            )  # fmt: skip
        else:
            changed = sum(1 for one in sheet.lines if one.total_fen != one.now_fen)
            self.says.setText(self.tr("%n unit(s) would change", "", changed))
        self._allow()
        self._compare()

    def _compare(self) -> None:
        by = str(self.group.currentData())
        self.tables.setCurrentWidget(self.lines if by == _UNITS else self.compared)
        if by == _UNITS or self._sheet is None:
            return

        def came(lines: Sequence[ComparisonLine]) -> None:
            if by == self.group.currentData():
                self.compared.set_lines(lines)

        self.link.ask(self, came, price_comparison, PriceVersionId(self._sheet.version.id), By(by))

    def _allow(self) -> None:
        open_now = self._sheet is not None and self._sheet.version.ended_at is None
        drafts, may = self.link.may("DraftPrices"), self.link.may
        for draft in (self.new, self.percent, self.file):
            draft.setEnabled(drafts)
        self.filed.setEnabled(may("SetFiledPrices") or may("RefilePrices"))
        self.floors.setEnabled(may("SetFloorPrices") or may("LowerFloorPrices"))
        self.edit.setEnabled(drafts and self._sheet is not None)
        self.go.setEnabled(open_now and self.link.may("EffectPrices"))
        self.sign.setEnabled(open_now and self.link.may("RequestPrices"))
        self.drop.setEnabled(open_now and self.link.may("WithdrawPriceDraft"))
