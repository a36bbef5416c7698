"""The page of building stages: reached, waited for, and the form that records one."""

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.admin.page import Page
from salesdesk.desks.admin.peopleforms import FormDialog
from salesdesk.desks.admin.projectchoice import ProjectChoice
from salesdesk.desks.link import Link
from salesdesk.desks.widgets import gathering
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.fields import DateField
from salesdesk.desks.widgets.labels import PlainLabel, button
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import money, say, today
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import BuildingId
from salesdesk.office.inventory.queries import buildings, projects
from salesdesk.office.sales.progress import (
    LONGEST_STAGE,
    ComesDue,
    RecordProgress,
    StageLine,
    building_progress,
    progress_trial,
)

_WIDTH, _HEIGHT = 720, 220


class StageTable(CardTable[StageLine]):
    """The stages of a project's buildings."""

    def __init__(self) -> None:
        waiting = self.tr("not yet")
        super().__init__(
            "admin-progress",
            [
                Column(self.tr("Building"), lambda s: s.building, width=110),
                Column(self.tr("Stage"), lambda s: s.stage, width=150),
                Column(
                    self.tr("Reached on"),
                    lambda s: s.reached_on.isoformat() if s.reached_on else waiting,
                    width=110,
                    tone=lambda s: "" if s.reached_on else "warn",
                ),
                Column(self.tr("Amounts due by it"), lambda s: s.lines, Kind.COUNT, 140),
                Column(self.tr("Sum"), lambda s: s.amount_fen, Kind.MONEY, 130),
                Column(self.tr("Recorded by"), lambda s: s.by, width=100),
                Column(self.tr("At"), lambda s: s.at, Kind.MOMENT, 126),
                Column(self.tr("Note"), lambda s: s.note, width=150),
            ],
            key=lambda s: (s.building_id, s.stage),
            empty=EmptyState(
                self.tr("Nothing is due by building progress"),
                self.tr(
                    "A payment mode whose lines count from a building stage brings it here as "
                    "soon as somebody agrees to it."
                ),
                "layers",
            ),
        )


class DueTable(CardTable[ComesDue]):
    """What a stage makes due."""

    def __init__(self) -> None:
        super().__init__(
            "admin-comes-due",
            [
                Column(self.tr("Unit"), lambda d: d.unit, width=140),
                Column(self.tr("What for"), lambda d: say("due money", d.money), width=160),
                Column(self.tr("Amount"), lambda d: d.amount_fen, Kind.MONEY, 130),
                Column(self.tr("Due"), lambda d: d.due_on, Kind.DAY, 100),
            ],
            key=lambda d: d.line,
            empty=EmptyState(
                self.tr("Nothing waits for this stage"),
                self.tr("Agreements to come are due by it from their own day on."),
                "layers",
            ),
        )


class StageForm(FormDialog):
    """A stage that a building reached; what it makes due is shown before."""

    def __init__(
        self,
        link: Link,
        known: Sequence[tuple[int, str]],
        lines: Sequence[StageLine],
        wanted: StageLine | None,
        parent: QWidget,
    ) -> None:
        detail = self.tr(
            "It is recorded once and not taken back: what waits for it is dated by it."
        )
        super().__init__(
            link, self.tr("A building stage is reached"), self.tr("Record it"), parent, detail
        )
        self.setMinimumWidth(_WIDTH)
        self.building = self.form.add("building", self.tr("Building"), QComboBox(), needed=True)
        self.first = self.building
        for key, name in known:
            self.building.addItem(name, key)
        self.stage = self.form.add("stage", self.tr("Stage"), QComboBox(), needed=True)
        self.stage.setEditable(True)
        typed = self.stage.lineEdit()
        if typed is not None:
            typed.setMaxLength(LONGEST_STAGE)
        self.reached = self.form.add("reached on", self.tr("Reached on"), DateField(today()))
        self.reached.set_day(today())
        self.note = self.form.add("note", self.tr("Note"), QLineEdit())
        self.sum = PlainLabel("", "heading")
        self.due = DueTable()
        self.due.setFixedHeight(_HEIGHT)
        self.body.addWidget(self.sum)
        self.body.addWidget(self.due)
        self._lines = lines
        self._turn = 0
        self._pause = gathering.typed(self, self.ask)
        self.building.currentIndexChanged.connect(lambda _at: self._offer())
        self.stage.editTextChanged.connect(lambda _text: self._pause.start())
        self.reached.changed.connect(lambda _day: self._pause.start())
        if wanted is not None:
            self.building.setCurrentIndex(max(0, self.building.findData(wanted.building_id)))
        self._offer()
        if wanted is not None and wanted.reached_on is None:
            self.stage.setEditText(wanted.stage)

    @override
    def send(self) -> None:
        """Record it."""
        self.form.right()
        if self.reached.wrong():
            self.form.wrong("reached on", self.tr("This is no day; write it as 2026-03-01."))
            return
        command = RecordProgress(
            building=BuildingId(int(self.building.currentData() or 0)),
            stage=self.stage.currentText(),
            reached_on=self.reached.day(),
            note=self.form.text("note"),
        )
        self.sending.send(command, self.well, self.form.refuse)

    def ask(self) -> None:
        """Ask what the stage would make due."""
        self._pause.stop()
        self._turn += 1
        key, stage = self.building.currentData(), self.stage.currentText().strip()
        if key is None or not stage or self.reached.wrong():
            self._came(self._turn, ())
            return
        seat, day, turn = self.link.seat, self.reached.day(), self._turn

        def job() -> tuple[ComesDue, ...]:
            found: tuple[ComesDue, ...] = seat.ask(progress_trial, int(key), stage, day)
            return found

        self.link.call(self, job, partial(self._came, turn), partial(self._refused, turn))

    def _offer(self) -> None:
        """Offer the stages that the chosen building has not reached."""
        key, typed = self.building.currentData(), self.stage.currentText()
        self.stage.clear()
        self.stage.addItems(
            [
                line.stage
                for line in self._lines
                if line.building_id == key and line.reached_on is None
            ]
        )
        if typed:
            self.stage.setEditText(typed)
        self._pause.start()

    def _came(self, turn: int, lines: Sequence[ComesDue]) -> None:
        if turn != self._turn:
            return
        self.due.set_lines(lines)
        words = self.tr("%n amount(s) (comes/come) due, {sum}", "", len(lines))
        total = sum(line.amount_fen for line in lines)
        self.sum.setText(words.format(sum=money(total)) if lines else "")

    def _refused(self, turn: int, error: UserError) -> None:
        if turn == self._turn:
            self.form.refuse(error)


class ProgressPage(Page):
    """Lists the stages of a project's buildings and records those reached."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PROJECT, Topic.DEAL})

    def __init__(self, link: Link) -> None:
        super().__init__(
            link,
            self.tr("Building progress"),
            self.tr("Which stages the buildings reached, and what is due by them."),
        )
        self._buildings: Sequence[tuple[int, str]] = ()
        self.project = ProjectChoice(new=False)
        self.project.changed.connect(self._ask)
        self.list = StageTable()
        self.list.title = self.tr("Building progress")
        self.record = button(
            self.tr("Record a stage…"), self.record_stage, "plus", "primary", shortcut="Ctrl+N"
        )
        for widget in (self.project, self.record):
            self.head_row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.list, 1)
        self.list.opened.connect(lambda _line: self.record_stage())

    @override
    def refresh(self) -> None:
        self.link.ask(self, self.project.offer, projects)

    @override
    def table(self) -> CardTable[Any]:
        return self.list

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Ctrl+N", self.tr("Record a building stage")),)

    def record_stage(self) -> StageForm | None:
        """Open the form that records a stage."""
        if not self._buildings:
            return None
        lines = self.list.model.all_lines()
        form = StageForm(self.link, self._buildings, lines, self.list.current(), self)
        form.carried.connect(self._recorded)
        form.open()
        return form

    def _recorded(self, answer: Any) -> None:
        words = self.tr("{building} reached {stage}: {sum} came due.")
        said = words.format(
            building=answer["building"],
            stage=answer["stage"],
            sum=money(int(answer["amount_fen"])),
        )
        self.banner.say(said, "", "good")
        self.told.emit(said)
        self._ask()

    def _ask(self) -> None:
        card = self.project.card()
        if card is not None:
            self.link.ask(self, self._buildings_came, buildings, card.id)
            self.link.ask(self, self.list.set_lines, building_progress, card.id)

    def _buildings_came(self, known: Sequence[tuple[int, str]]) -> None:
        self._buildings = known
        self.record.setEnabled(bool(known))
