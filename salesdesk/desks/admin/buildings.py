"""The page that makes buildings without a file: by floors and a pattern, or like another one."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from salesdesk.desks.admin.comparison import PatternTable
from salesdesk.desks.admin.page import Page
from salesdesk.desks.admin.projectchoice import ProjectChoice
from salesdesk.desks.admin.unitgrid import UnitGrid
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.countbox import CountBox
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.widgets.meant import send_meant
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.widgets.theme import set_tone
from salesdesk.desks.wording import money, refusal
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import ProjectId
from salesdesk.kernel.money import Rounding, total_from_unit_price
from salesdesk.office.inventory.generating import CopyBuilding, GenerateUnits
from salesdesk.office.inventory.patterns import floors, generate
from salesdesk.office.inventory.queries import buildings, projects
from salesdesk.office.inventory.sheets import ImportReport, PriceRow, ProjectCard

_LOWEST, _HIGHEST = -9, 150
_COUNT_MS = 200
_START = (
    ("01", "三室两厅", "南", "118.60", "94.20", "32000", "60", "住宅"),
    ("02", "两室两厅", "南", "89.30", "70.80", "31500", "60", "住宅"),
)


class BuildingsPage(Page):
    """The pattern form with a live count, and the copying of a building."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PROJECT})

    def __init__(self, link: Link) -> None:
        super().__init__(
            link,
            self.tr("Buildings by pattern"),
            self.tr("A whole building from floors and the units of one floor, without a file."),
        )
        self.project = ProjectChoice(new=True)
        self.building = QLineEdit()
        self.building.setPlaceholderText("3栋")
        self.cores = QLineEdit("1单元, 2单元")
        self.first = CountBox(_LOWEST, _HIGHEST)
        self.last = CountBox(_LOWEST, _HIGHEST)
        for box, value in ((self.first, 1), (self.last, 18)):
            box.setValue(value)
        self.skipped = QLineEdit()
        self.skipped.setPlaceholderText("4, 13, 14")
        self.flat = QLineEdit()
        self.flat.setPlaceholderText("18")
        self.grid = UnitGrid()
        for unit in _START:
            self.grid.add_unit(*unit)
        self.preview = PatternTable()
        self.preview.title = self.tr("Units of the pattern")
        self.count = PlainLabel("", "heading").wrapping()
        self.why = PlainLabel("", "wrong").wrapping()
        self.mark, self.copy_mark = Pill(), Pill()
        self.go = button("", self.send, "check", "primary", shortcut="Ctrl+Return")
        self.sending = Sending(link, self, self.banner, self.mark)
        self.sending.lock(self.go)
        self.source = QComboBox()
        self.target = QLineEdit()
        self.target.setPlaceholderText("4栋")
        self.copy = button(self.tr("Copy the building"), self.send_copy, "copy")
        self.copying = Sending(link, self.copy, self.banner, self.copy_mark)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_COUNT_MS)
        self._timer.timeout.connect(self.recount)
        self._touched = False
        self._wrong = ""
        self._lay()
        self._connect()

    @override
    def refresh(self) -> None:
        self.link.ask(self, self._projects_came, projects)
        self.recount()

    @override
    def unsaved(self) -> bool:
        return self._touched and bool(self.building.text().strip())

    @override
    def table(self) -> PatternTable:
        return self.preview

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Insert", self.tr("Add a unit to the floor")),
            ("Ctrl+Delete", self.tr("Take the unit away")),
            ("Ctrl+Return", self.tr("Make the building")),
        )

    def command(self) -> GenerateUnits:
        """Give the command the form describes; raises `UserError` where a floor is no number."""
        units, _faults = self.grid.units()
        return GenerateUnits(
            building=self.building.text().strip(),
            first_floor=self.first.value(),
            last_floor=self.last.value(),
            pattern=units,
            cores=_parts(self.cores.text()) or ("",),
            skipped=_numbers(self.skipped),
            flat=_numbers(self.flat),
            project_name=self.project.name(),
        )

    def recount(self) -> None:
        """Show what the pattern makes, or why it makes nothing."""
        _units, faults = self.grid.units()
        rows: tuple[PriceRow, ...] = ()
        why = ""
        command = self.command()
        if faults:
            why = self.tr("Fill in the marked cells: area and price are figures above zero.")
        elif not command.building:
            rows = self._rows(command, "1栋")
            unnamed = self.tr("Name the building.")
            why = unnamed if rows and self._touched else ""
        else:
            rows = self._rows(command, command.building)
        if not self._wrong:
            self._wrong = why
        self._show(rows)

    def send(self) -> None:
        """Make the building."""
        send_meant(
            self, self.sending, self.command(), self._made, self.banner.refuse, "meant"
        )  # fmt: skip

    def send_copy(self) -> None:
        """Copy the chosen building."""
        card = self.project.card()
        if card is None:
            return
        command = CopyBuilding(
            building=self.source.currentText(),
            copy=self.target.text().strip(),
            project=ProjectId(card.id),
        )
        self.copying.send(command, self._copied)

    def _rows(self, command: GenerateUnits, building: str) -> tuple[PriceRow, ...]:
        self._wrong = ""
        try:
            return generate(
                building,
                floors=floors(command.first_floor, command.last_floor, command.skipped),
                pattern=command.pattern,
                cores=command.cores,
                flat=command.flat,
            )
        except UserError as error:
            problem, remedy = refusal(error)
            self._wrong = f"{problem} {remedy}"
            return ()

    def _show(self, rows: tuple[PriceRow, ...]) -> None:
        card = self.project.card()
        rounding = Rounding(card.rounding) if card is not None else Rounding.YUAN
        total = sum(
            total_from_unit_price(line.unit_price_fen or 0, line.gross_area, rounding)
            for line in rows
        )
        text = self.tr("{units} units on {floors} floors, {total}")
        levels = len({line.floor for line in rows})
        units = f"{len(rows):,}"
        self.count.setText(text.format(units=units, floors=levels, total=money(total)))
        self.preview.rounding = rounding
        self.preview.set_lines(rows)
        self.why.setText(self._wrong)
        self.go.setText(self.tr("Make %n unit(s)", "", len(rows)))
        named = bool(self.project.name() and self.building.text().strip())
        ready = bool(rows) and not self._wrong and named
        self.go.setEnabled(ready and not self.sending.under_way())
        self._wrong = ""

    def _lay(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(3)
        named: tuple[tuple[str, QWidget, int, int, int], ...] = (
            (self.tr("Name of the building *"), self.building, 0, 0, 1),
            (self.tr("Cores, by commas"), self.cores, 0, 1, 3),
            (self.tr("First floor"), self.first, 2, 0, 1),
            (self.tr("Last floor"), self.last, 2, 1, 1),
            (self.tr("Left out"), self.skipped, 2, 2, 1),
            (self.tr("No step on"), self.flat, 2, 3, 1),
        )
        for text, field, line, at, wide in named:
            label = PlainLabel(text, "dim")
            label.setBuddy(field)
            field.setAccessibleName(text)
            fields.addWidget(label, line, at, 1, wide)
            fields.addWidget(field, line + 1, at, 1, wide)
        add = button(self.tr("Add a unit"), self.grid.add_unit, "plus", "quiet", tip="Insert")
        less = button(
            self.tr("Take it away"), self.grid.remove_unit, "minus", "quiet", tip="Ctrl+Delete"
        )
        pattern = Card(margin=14)
        pattern.body.addWidget(self.project)
        pattern.body.addLayout(fields)
        heading = PlainLabel(self.tr("Units of a floor"), "heading")
        pattern.body.addLayout(row(heading, None, add, less))
        pattern.body.addWidget(self.grid, 1)
        pattern.body.addWidget(self.why)
        pattern.body.addLayout(row(self.count, None, self.mark, self.go))
        copied = Card(margin=14)
        like = PlainLabel(self.tr("Like"), "dim")
        called = PlainLabel(self.tr("called"), "dim")
        title = PlainLabel(self.tr("Copy a building"), "heading")
        copied.body.addLayout(
            row(title, None, like, self.source, called, self.target, self.copy_mark, self.copy)
        )
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(pattern, 1)
        lines.addWidget(copied)
        whole = (
            QComboBox.SizeAdjustPolicy.AdjustToContents
        )  # 四季名苑1栋 and 2栋 differ at the end
        self.source.setSizeAdjustPolicy(whole)
        self.source.setMinimumWidth(100)
        self.source.setMaximumWidth(220)
        self.target.setMinimumWidth(70)
        self.target.setMaximumWidth(120)
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.setChildrenCollapsible(False)
        middle.addWidget(left)
        middle.addWidget(self.preview)
        middle.setSizes([630, 322])
        self.body.addWidget(middle, 1)

    def _connect(self) -> None:
        for field in (self.building, self.cores, self.skipped, self.flat):
            field.textEdited.connect(self._edited)
        for box in (self.first, self.last):
            box.valueChanged.connect(self._edited)
        self.grid.edited.connect(self._edited)
        self.project.changed.connect(self._other_project)
        self.target.textChanged.connect(lambda _text: self._copy_gate())

    def _edited(self, *_value: object) -> None:
        self._touched = True
        self._timer.start()

    def _other_project(self) -> None:
        self._timer.start()
        card = self.project.card()
        if card is None:
            self._buildings_came(())
        else:
            self.link.ask(self, self._buildings_came, buildings, card.id)

    def _projects_came(self, cards: Sequence[ProjectCard]) -> None:
        self.project.offer(cards)

    def _buildings_came(self, named: Sequence[tuple[int, str]]) -> None:
        kept = self.source.currentText()
        self.source.clear()
        self.source.addItems([name for _key, name in named])
        self.source.setCurrentIndex(max(0, self.source.findText(kept)))
        self._copy_gate()

    def _copy_gate(self) -> None:
        self.copy.setEnabled(bool(self.source.count() and self.target.text().strip()))

    def _made(self, report: ImportReport) -> None:
        name = self.building.text().strip()
        self.building.clear()
        self._touched = False
        self._done(name, report)
        self.building.setFocus()

    def _copied(self, report: ImportReport) -> None:
        name = self.target.text().strip()
        self.target.clear()
        self._done(name, report)

    def _done(self, name: str, report: ImportReport) -> None:
        text = self.tr("{building} is made: {units} units, {total}")
        words = text.format(building=name, units=report.added, total=money(report.total_fen))
        self.banner.say(words, self.tr("Its units are not released yet."), "good")
        self.told.emit(words)
        self.refresh()


def _parts(text: str) -> tuple[str, ...]:
    for mark in "，、;；":
        text = text.replace(mark, ",")
    return tuple(part for one in text.split(",") if (part := one.strip()))


def _numbers(field: QLineEdit) -> tuple[int, ...]:
    """Give the floors typed; what is no floor marks the field and is left out."""
    found: list[int] = []
    wrong = False
    for part in _parts(field.text().replace(" ", ",")):
        bare = part.removeprefix("-")
        if bare.isdecimal():
            found.append(int(part))
        else:
            wrong = True
    set_tone(field, "wrong", wrong)
    return tuple(found)
