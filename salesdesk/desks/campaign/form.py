"""The form beside the picture: one job or one phase, with everything the plan knows of it."""

from datetime import date
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from salesdesk.desks.campaign.meanwhile import facts_of, field_names
from salesdesk.desks.campaign.words import kind_word, standing_word, title_of
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.differences import Difference, Differences
from salesdesk.desks.widgets.fields import DateField
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import Pill, PlainLabel, button, row
from salesdesk.desks.wording import day
from salesdesk.kernel.errors import ChangedMeanwhile, UserError
from salesdesk.kernel.keys import JobId, PersonId, PhaseId
from salesdesk.office.campaign.commands import AddJob, EditJob, EditPhase
from salesdesk.office.campaign.rules import LONGEST_TITLE, JobKind, Standing
from salesdesk.office.campaign.sheets import JobLine, PhaseLine, TimelineSheet

WIDTH = 276
_TONES = {
    Standing.PLANNED: "",
    Standing.RUNNING: "accent",
    Standing.LATE: "danger",
    Standing.DONE: "good",
}


class LineForm(QFrame):
    """Edits one line of the plan.

    Signals:
        wanted: (command, intent) that the person asked to be carried out.
        removal: the `JobLine` that should be taken out of the plan.
        marking: the `JobLine` whose done mark should be set or taken away.
        closed: the form is not wanted any more.
    """

    wanted = Signal(object)
    removal = Signal(object)
    marking = Signal(object)
    closed = Signal()

    def __init__(self, rights: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rights = rights
        self._line: PhaseLine | JobLine | None = None
        self._sheet: TimelineSheet | None = None
        self._version = 0
        self._overtaken = False
        self._intent = ""
        self._shown: tuple[object, ...] = ()
        self.setProperty("role", "card")
        self.setFixedWidth(WIDTH)
        self._build_fields()
        self._build_frame()

    def show_line(self, line: PhaseLine | JobLine, sheet: TimelineSheet) -> None:
        """Show *line* for editing."""
        self._line, self._sheet, self._version = line, sheet, line.version
        self._fill(line, sheet)
        self._heading.setText(title_of(line))
        self._dress(line)
        self._open()

    def show_new(self, phase: PhaseLine, kind: JobKind, sheet: TimelineSheet) -> None:
        """Show an empty form for a new line of *phase*."""
        self._line, self._sheet, self._version = None, sheet, 0
        for field in (self.title, self.english):
            field.clear()
        self.note.clear()
        self._fill_phases(sheet, phase.id)
        self._fill_owners(sheet, None, "")
        self._set_kind(kind)
        first = max(phase.plan_from, min(sheet.today, phase.plan_to))
        last = first if kind is JobKind.MILESTONE else min(phase.plan_to, _week_after(first))
        self.plan_from.set_day(first)
        self.plan_to.set_day(last)
        self.started.set_day(None)
        self.done.set_day(None)
        self._heading.setText(self.tr("New line of the plan"))
        self._dress(None)
        self._open()
        self.title.setFocus()

    def renew(self, sheet: TimelineSheet) -> None:
        """Take over a newer plan, unless something typed would be lost."""
        if self._line is None:
            return
        found = (
            sheet.phase(self._line.id)
            if isinstance(self._line, PhaseLine)
            else sheet.job(self._line.id)
        )
        if found is None:
            if not self.typed():
                self.closed.emit()
        elif self.typed():
            self._sheet = sheet
            if self._overtaken:  # the refusal was read; it came before this newer plan did
                self._compare(found)
        else:
            self.show_line(found, sheet)

    def typed(self) -> bool:
        """Tell whether the fields are other than they were shown."""
        return self.isVisible() and self._values() != self._shown

    def saved(self) -> None:
        """Note that what was typed has been carried out."""
        self._shown = self._values()
        self._intent = uuid4().hex
        self._overtaken = False
        self.banner.clear()
        self.differences.hide()

    def refuse(self, error: UserError) -> None:
        """Show a refusal; after `ChangedMeanwhile` the next saving goes on the new state."""
        self.banner.refuse(error)
        self._overtaken = isinstance(error, ChangedMeanwhile)
        if self._overtaken and self._sheet is not None and self._line:
            phase = isinstance(self._line, PhaseLine)
            found = (self._sheet.phase if phase else self._sheet.job)(self._line.id)
            if found is not None:
                self._compare(found)

    def send(self) -> None:
        """Ask for what the fields say."""
        order = self._order()
        if order is not None:
            self.wanted.emit((order, self._intent))

    def _compare(self, theirs: PhaseLine | JobLine) -> None:
        """Show mine, theirs and what it was; the next saving goes on their state."""
        was, self._version = self._line, theirs.version
        if was is None or was.version == theirs.version:
            return
        self.banner.clear()
        mine, now, before = self._told(), facts_of(theirs), facts_of(was)
        self.differences.show_pairs(
            Difference(words, before[name], mine[name], now[name])
            for name, words in field_names().items()
            if name in now
        )

    def _take_theirs(self) -> None:
        line, sheet = self._line, self._sheet
        if line is None or sheet is None:
            return
        found = (sheet.phase if isinstance(line, PhaseLine) else sheet.job)(line.id)
        if found is not None:
            self.show_line(found, sheet)

    def _told(self) -> dict[str, str]:
        """Give what the fields say, in words."""
        owner = self.owner.currentText() if self.owner.currentData() is not None else ""
        return {
            "kind": self.kind.currentText(),
            "title": self.title.text().strip(),
            "english": self.english.text().strip(),
            "plan_from": day(self.plan_from.day()),
            "plan_to": day(self.plan_to.day()),
            "owner": owner,
            "started": day(self.started.day()),
            "done": day(self.done.day()),
            "aims": self.aims.toPlainText().strip(),
            "aims_english": self.aims_english.toPlainText().strip(),
            "note": self.note.toPlainText().strip(),
        }

    def _build_fields(self) -> None:
        self._heading = PlainLabel("", "heading").wrapping()
        self._state = Pill()
        self._outside = Pill()
        self.kind = QComboBox()
        for kind in JobKind:
            self.kind.addItem(kind_word(kind), kind)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.phase = QComboBox()
        self.title, self.english = QLineEdit(), QLineEdit()
        for field in (self.title, self.english):
            field.setMaxLength(LONGEST_TITLE)
            field.returnPressed.connect(self.send)
        self.plan_from, self.plan_to = DateField(), DateField()
        self.started, self.done = DateField(), DateField()
        self.owner = QComboBox()
        self.aims, self.aims_english, self.note = (QPlainTextEdit() for _ in range(3))
        for area in (self.aims, self.aims_english, self.note):
            area.setTabChangesFocus(True)
            area.setFixedHeight(76)
        self.banner = Banner()
        self.differences = Differences(stacked=True)
        self.differences.mine.connect(self.send)
        self.differences.theirs.connect(self._take_theirs)

    def _build_frame(self) -> None:
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setVerticalSpacing(4)
        for label, field in (
            (self.tr("Kind"), self.kind),
            (self.tr("Phase"), self.phase),
            (self.tr("Title"), self.title),
            (self.tr("Title in English"), self.english),
            (self.tr("Planned first day"), self.plan_from),
            (self.tr("Planned last day"), self.plan_to),
            (self.tr("Owner"), self.owner),
            (self.tr("Actually begun"), self.started),
            (self.tr("Actually done"), self.done),
            (self.tr("Aims"), self.aims),
            (self.tr("Aims in English"), self.aims_english),
            (self.tr("Remarks"), self.note),
        ):
            caption = PlainLabel(label, "hint")
            caption.setBuddy(field)
            field.setAccessibleName(label)
            self._form.addRow(caption, field)
        close = QToolButton()
        close.setToolTip(self.tr("Close (Esc)"))
        close.setAccessibleName(self.tr("Close the form"))
        set_icon(close, "x", "dim", 16)
        close.clicked.connect(self.closed)
        head = row(self._heading, close)
        head.setAlignment(close, Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        inner.setObjectName("scrolled")
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, 6, 0)
        lines.addLayout(row(self._state, self._outside, None))
        lines.addWidget(self.differences)
        lines.addLayout(self._form)
        lines.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self._save = button(self.tr("Save"), self.send, "check", "primary")
        self._mark = button("", self._ask_marking, role="")
        self._remove = button(self.tr("Take out…"), self._ask_removal, "trash-2", "quiet")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 12, 8, 12)
        whole.addLayout(head)
        whole.addWidget(area, 1)
        whole.addWidget(self.banner)
        whole.addLayout(row(self._save, self._mark, None))
        whole.addLayout(row(self._remove, None))

    def _fill(self, line: PhaseLine | JobLine, sheet: TimelineSheet) -> None:
        self.title.setText(line.title)
        self.english.setText(line.english)
        self.plan_from.set_day(line.plan_from)
        self.plan_to.set_day(line.plan_to)
        if isinstance(line, PhaseLine):
            self.aims.setPlainText(line.aims)
            self.aims_english.setPlainText(line.aims_english)
            return
        self._set_kind(line.kind)
        self._fill_owners(sheet, line.owner_id, line.owner)
        self.started.set_day(line.started_on)
        self.done.set_day(line.done_on)
        self.note.setPlainText(line.note)

    def _fill_phases(self, sheet: TimelineSheet, chosen: int) -> None:
        self.phase.clear()
        for phase in sheet.phases:
            self.phase.addItem(title_of(phase), phase.id)
        self.phase.setCurrentIndex(self.phase.findData(chosen))

    def _fill_owners(self, sheet: TimelineSheet, owner_id: int | None, owner: str) -> None:
        self.owner.clear()
        self.owner.addItem(self.tr("nobody yet"), None)
        for each in sheet.owners:
            self.owner.addItem(each.name, each.id)
        if owner_id is not None and self.owner.findData(owner_id) < 0:  # somebody who left
            self.owner.addItem(owner, owner_id)
        self.owner.setCurrentIndex(0 if owner_id is None else self.owner.findData(owner_id))

    def _dress(self, line: PhaseLine | JobLine | None) -> None:
        phase, new = isinstance(line, PhaseLine), line is None
        for field in (self.aims, self.aims_english):
            self._form.setRowVisible(field, phase)
        for widget in (self.kind, self.owner, self.note):
            self._form.setRowVisible(widget, not phase)
        for actual in (self.started, self.done):
            self._form.setRowVisible(actual, isinstance(line, JobLine))
        self._form.setRowVisible(self.phase, new)
        job = line if isinstance(line, JobLine) else None
        state = standing_word(job.standing) if job else ""
        self._state.show_text(state, _TONES[job.standing] if job else "")
        outside = self.tr("outside its phase") if job and job.outside else ""
        self._outside.show_text(outside, "warn")
        done = job is not None and job.standing is Standing.DONE
        undo = self.tr("Not done")
        self._mark.setText(undo if done else self.tr("Done today"))
        self._mark.setVisible(job is not None and "MarkJob" in self._rights)
        self._remove.setVisible(job is not None and "RemoveJob" in self._rights)
        need = "AddJob" if new else "EditPhase" if phase else "EditJob"
        self._save.setEnabled(need in self._rights)
        self._kind_changed()

    def _open(self) -> None:
        self.banner.clear()
        self.differences.hide()
        self._intent = uuid4().hex
        self._overtaken = False
        self.show()
        self._shown = self._values()

    def _set_kind(self, kind: JobKind) -> None:
        self.kind.setCurrentIndex(self.kind.findData(kind))

    def _kind_changed(self) -> None:
        one_day = self.kind.currentData() is JobKind.MILESTONE
        one_day = one_day and not isinstance(self._line, PhaseLine)
        self._form.setRowVisible(self.plan_to, not one_day)

    def _values(self) -> tuple[object, ...]:
        texts = (self.title, self.english, self.plan_from, self.plan_to, self.started, self.done)
        areas = (self.aims, self.aims_english, self.note)
        return (
            *(field.text() for field in texts),
            *(area.toPlainText() for area in areas),
            self.kind.currentData(), self.owner.currentData(), self.phase.currentData(),
        )  # fmt: skip

    def _days(self) -> tuple[date, date] | None:
        """Give the planned days, or say which field holds none."""
        for field in (self.plan_from, self.plan_to, self.started, self.done):
            if field.isVisible() and field.wrong():
                field.setFocus()
                remedy = self.tr("Enter it as year-month-day.")
                self.banner.say(self.tr("This is not a day."), remedy)
                return None
        first = self.plan_from.day()
        last = self.plan_to.day() if self._form.isRowVisible(self.plan_to) else first
        if first is None or last is None:
            self.banner.say(self.tr("A planned day is missing."))
            return None
        return first, last

    def _order(self) -> Any:
        days = self._days()
        if days is None:
            return None
        first, last = days
        if isinstance(self._line, PhaseLine):
            return EditPhase(
                phase=PhaseId(self._line.id), title=self.title.text(),
                english=self.english.text(), aims=self.aims.toPlainText(),
                aims_english=self.aims_english.toPlainText(), plan_from=first, plan_to=last,
                version=self._version,
            )  # fmt: skip
        owner = self.owner.currentData()
        told = {
            "kind": self.kind.currentData(), "title": self.title.text(),
            "english": self.english.text(), "note": self.note.toPlainText(),
            "plan_from": first, "plan_to": last,
            "owner": None if owner is None else PersonId(owner),
        }  # fmt: skip
        if self._line is None:
            return AddJob(phase=PhaseId(self.phase.currentData()), **told)
        return EditJob(
            job=JobId(self._line.id), started_on=self.started.day(), done_on=self.done.day(),
            version=self._version, **told,
        )  # fmt: skip

    def _ask_marking(self) -> None:
        if isinstance(self._line, JobLine):
            self.marking.emit(self._line)

    def _ask_removal(self) -> None:
        if isinstance(self._line, JobLine):
            self.removal.emit(self._line)


def _week_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 6)
