"""The page of projects: what papers print about them, how hard the law pack stands, permits."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.admin.lawpack import LawDialog
from salesdesk.desks.admin.page import Page
from salesdesk.desks.admin.projectforms import CreateForm, PermitForm, WithdrawForm
from salesdesk.desks.admin.words import LAW_LEVELS, word
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.differences import Difference, Differences
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import day, local, say, say_all
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import ProjectId
from salesdesk.kernel.money import Rounding
from salesdesk.office.inventory.commands import EditProject
from salesdesk.office.inventory.permit_queries import permits
from salesdesk.office.inventory.queries import buildings, projects
from salesdesk.office.inventory.sheets import PermitLine, ProjectCard

_LEVEL_TONES = {"block": "good", "warn": "warn", "off": "danger"}


class ProjectTable(CardTable[ProjectCard]):
    """The office's projects."""

    def __init__(self) -> None:
        super().__init__(
            "admin-projects",
            [
                Column(self.tr("Project"), lambda p: p.name, width=130),
                Column(self.tr("Units"), lambda p: p.units, Kind.COUNT, 64),
                Column(
                    self.tr("Without a permit"),
                    lambda p: say("law levels", p.law_level),
                    width=130,
                    tone=lambda p: _LEVEL_TONES.get(p.law_level, ""),
                ),
            ],
            key=lambda p: p.id,
            empty=EmptyState(
                self.tr("There is no project yet"),
                self.tr("Create one here, or import a price list: that makes it."),
                "building-2",
            ),
        )


class PermitTable(CardTable[PermitLine]):
    """A project's pre-sale permits."""

    def __init__(self) -> None:
        super().__init__(
            "admin-permits",
            [
                Column(self.tr("Permit number"), lambda p: p.number, width=236),
                Column(self.tr("Authority"), lambda p: p.authority, width=150),
                Column(self.tr("Issued on"), lambda p: p.issued_on, Kind.DAY, 100),
                Column(
                    self.tr("Buildings"),
                    self._covers,
                    width=110,
                    tone=lambda p: "" if p.buildings else "warn",
                ),
                Column(self.tr("Corrected"), _last_word, width=170),
            ],
            key=lambda p: p.id,
            empty=EmptyState(
                self.tr("No pre-sale permit is recorded"),
                self.tr("Without one no unit of the project can be released or sold."),
                "file-text",
            ),
        )

    def _covers(self, line: PermitLine) -> str:
        if line.withdrawn:
            return self.tr("withdrawn")
        return say_all("", line.buildings) or self.tr("none")


def _last_word(line: PermitLine) -> str:
    """Give the day and the reason of a permit's last correction."""
    if not line.past:
        return ""
    last = line.past[-1]
    return f"{day(local(last.until).date())} {last.by}: {last.reason}"


class ProjectForm(Form):
    """What can be changed of a project."""

    def __init__(self) -> None:
        super().__init__(columns=3)
        self.company = self.add("company", self.tr("Company"), QLineEdit())
        self.address = self.add("address", self.tr("Address"), QLineEdit())
        self.phone = self.add("phone", self.tr("Phone"), QLineEdit())
        self.rounding = QComboBox()
        for one in Rounding:
            self.rounding.addItem(say("rounding", one.value), one.value)
        self.add("rounding", self.tr("Totals from prices per m²"), self.rounding)
        self.meaning = PlainLabel("", "hint").wrapping()
        self._kept: tuple[str, ...] = self.values()

    def values(self) -> tuple[str, ...]:
        """Give what is typed and chosen."""
        names = ("company", "phone", "address", "rounding")
        return tuple(self.text(name) for name in names)

    def typed(self) -> bool:
        """Tell whether something else than the office's state is typed."""
        return self.values() != self._kept

    def show_card(self, card: ProjectCard) -> None:
        """Show a project."""
        self.right()
        self.company.setText(card.company)
        self.phone.setText(card.phone)
        self.address.setText(card.address)
        self.rounding.setCurrentIndex(self.rounding.findData(card.rounding))
        level = say("law levels", card.law_level)
        meaning = word("law level meanings", LAW_LEVELS, card.law_level)
        words = self.tr("Steps without a pre-sale permit: {level}. {meaning} Set under Law pack.")
        self.meaning.setText(words.format(level=level, meaning=meaning))
        self._kept = self.values()

    def was(self) -> tuple[str, ...]:
        """Give what stood here when typing began."""
        return self._kept

    def overtaken(self, card: ProjectCard) -> bool:
        """Tell whether somebody else has saved another state than stood here."""
        theirs = _values_of(card)
        return self.typed() and theirs not in (self._kept, self.values())

    def differences(self, card: ProjectCard) -> list[Difference]:
        """Give each field in words: what it was, what is typed, what *card* has."""
        names = (
            self.tr("Company"), self.tr("Phone"), self.tr("Address"),
            self.tr("Totals from prices per m²"),
        )  # fmt: skip
        rows = zip(names, self._kept, self.values(), _values_of(card), strict=True)
        codes = {one.value for one in Rounding}

        def words(value: str, name: str) -> str:
            return say("rounding", value) if name == names[3] and value in codes else value

        return [Difference(name, *(words(one, name) for one in values)) for name, *values in rows]

    def keep_mine(self, card: ProjectCard) -> None:
        """Go on with what is typed, knowing the state of *card*."""
        self._kept = _values_of(card)


class ProjectsPage(Page):
    """Lists projects; beside them the chosen one's form and permits."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PROJECT})

    def __init__(self, link: Link) -> None:
        super().__init__(
            link,
            self.tr("Projects"),
            self.tr("What papers print about a project, and its pre-sale permits."),
        )
        self._card: ProjectCard | None = None
        self._buildings: tuple[str, ...] = ()
        self.list = ProjectTable()
        self.list.title = self.tr("Projects")
        self.list.chosen.connect(self._chosen)
        self.permits = PermitTable()
        self.permits.title = self.tr("Pre-sale permits")
        self.new = button(
            self.tr("Create a project…"), self.create_project, "plus", "primary", shortcut="Ctrl+N"
        )
        self.new.setVisible(link.may("CreateProject"))
        self.head_row.addWidget(self.new, 0, Qt.AlignmentFlag.AlignTop)
        self.form = ProjectForm()
        self.differences = Differences()
        self.differences.mine.connect(self._keep_mine)
        self.differences.theirs.connect(self._take_theirs)
        self.mark = Pill()
        self.save = button(self.tr("Save the changes"), self.send, "save", shortcut="Ctrl+S")
        self.save.setVisible(link.may("EditProject"))
        self.form.setEnabled(link.may("EditProject"))
        self.sending = Sending(link, self, self.form.banner, self.mark)
        self.sending.lock(self.save)
        self.record = button(self.tr("Record…"), self.record_permit, "plus")
        self.record.setVisible(link.may("RecordPermit"))
        self.correct = button(self.tr("Correct…"), self.correct_permit, "pencil")
        self.correct.setVisible(link.may("CorrectPermit"))
        self.end = button(self.tr("Withdraw…"), self.withdraw_permit, "undo-2")
        self.end.setVisible(link.may("WithdrawPermit"))
        self.permits.chosen.connect(lambda _line: self._offer())
        self.permits.opened.connect(lambda _line: self.correct_permit())
        self.laws = button(self.tr("Law pack…"), self.show_laws, "scale")
        self.laws.setVisible(link.may("law_pack"))
        self._lay()

    @override
    def refresh(self) -> None:
        self.link.ask(self, self._came, projects)

    @override
    def unsaved(self) -> bool:
        return self._card is not None and self.form.typed()

    @override
    def table(self) -> CardTable[Any]:
        return self.permits if self.permits.view.hasFocus() else self.list

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+N", self.tr("Create a project")),
            ("Ctrl+S", self.tr("Save the changes")),
        )

    def choose(self, project: int) -> None:
        """Show the project with this number."""
        self.list.choose(project)

    def create_project(self) -> CreateForm:
        """Open the form for a new project."""
        form = CreateForm(self.link, self)
        form.carried.connect(self._created)
        form.open()
        return form

    def record_permit(self) -> PermitForm | None:
        """Open the form for a permit of the chosen project."""
        if self._card is None:
            return None
        form = PermitForm(self.link, self._card, self._buildings, self)
        form.carried.connect(lambda _id: self._ask_permits())
        form.open()
        return form

    def correct_permit(self) -> PermitForm | None:
        """Open the form that puts the chosen permit right."""
        line = self.permits.current()
        if self._card is None or line is None or not self.link.may("CorrectPermit"):
            return None
        form = PermitForm(self.link, self._card, self._buildings, self, line)
        form.carried.connect(lambda _id: self._ask_permits())
        form.open()
        return form

    def withdraw_permit(self) -> WithdrawForm | None:
        """Open the form that withdraws the chosen permit."""
        line = self.permits.current()
        if line is None or line.withdrawn:
            return None
        form = WithdrawForm(self.link, line, self)
        form.carried.connect(self._withdrawn)
        form.open()
        return form

    def _withdrawn(self, units: Sequence[str]) -> None:
        if units:
            self.told.emit(self.tr("Off sale: {units}").format(units=say_all("", units)))
        self._ask_permits()

    def _offer(self) -> None:
        line = self.permits.current()
        self.correct.setEnabled(line is not None)
        self.end.setEnabled(line is not None and not line.withdrawn)

    def show_laws(self) -> LawDialog | None:
        """Open the chosen project's law pack."""
        if self._card is None:
            return None
        dialog = LawDialog(self.link, self._card, self)
        dialog.open()
        return dialog

    def send(self) -> None:
        """Save the chosen project's form."""
        card = self._card
        if card is None or self._compare():
            return
        self.form.right()
        command = EditProject(
            project=ProjectId(card.id),
            company=self.form.text("company"),
            address=self.form.text("address"),
            phone=self.form.text("phone"),
            rounding=Rounding(self.form.text("rounding")),
        )
        self.sending.send(command, self._saved, self.form.refuse)

    def _lay(self) -> None:
        self.title_line = PlainLabel("", "heading").selectable()
        facts = Card(margin=14)
        facts.body.addLayout(row(self.title_line, None, self.mark, self.save))
        facts.body.addWidget(self.differences)
        facts.body.addWidget(self.form)
        facts.body.addWidget(self.form.meaning)
        law = Card(margin=14)
        heading = PlainLabel(self.tr("Pre-sale permits"), "heading")
        law.body.addLayout(row(heading, None, self.laws, self.end, self.correct, self.record))
        law.body.addWidget(self.permits, 1)
        self._right = QWidget()
        lines = QVBoxLayout(self._right)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(facts)
        lines.addWidget(law, 1)
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.setChildrenCollapsible(False)
        middle.addWidget(self.list)
        middle.addWidget(self._right)
        middle.setStretchFactor(1, 1)
        middle.setSizes([340, 610])
        self.body.addWidget(middle, 1)

    def _came(self, cards: Sequence[ProjectCard]) -> None:
        self.list.set_lines(cards)
        if self.list.current() is None and cards:
            self.list.choose(cards[0].id)
        self._right.setEnabled(bool(cards))

    def _chosen(self, card: ProjectCard | None) -> None:
        same = card is not None and self._card is not None and card.id == self._card.id
        self._card = card
        if card is None:
            return
        self.title_line.setText(card.name)
        if not (same and self.form.typed()):
            self.form.show_card(card)
        self._compare()
        self._ask_permits()

    def _compare(self) -> bool:
        """Show what somebody else saved meanwhile, if he did; tell whether."""
        card = self._card
        if card is None or not self.form.overtaken(card):
            self.differences.hide()
            return False
        self.differences.show_pairs(self.form.differences(card))
        return True

    def _take_theirs(self) -> None:
        if self._card is not None:
            self.form.show_card(self._card)
        self.differences.hide()

    def _keep_mine(self) -> None:
        if self._card is not None:
            self.form.keep_mine(self._card)
            self.differences.hide()
            self.send()

    def _ask_permits(self) -> None:
        card = self._card
        if card is not None:
            self.link.ask(self, self._permits_came, permits, card.id)
            self.link.ask(self, self._buildings_came, buildings, card.id)

    def _permits_came(self, lines: Sequence[PermitLine]) -> None:
        self.permits.set_lines(lines)
        self._offer()

    def _buildings_came(self, named: Sequence[tuple[int, str]]) -> None:
        self._buildings = tuple(name for _key, name in named)

    def _created(self, project: object) -> None:
        def came(cards: Sequence[ProjectCard]) -> None:
            self._came(cards)
            if isinstance(project, int):
                self.choose(project)

        self.link.ask(self, came, projects)

    def _saved(self, _project: object) -> None:
        card = self._card
        if card is not None:
            self.told.emit(self.tr("{project} is saved").format(project=card.name))
        self._card = None
        self.refresh()


def _values_of(card: ProjectCard) -> tuple[str, ...]:
    return card.company, card.phone, card.address, str(card.rounding)
