"""The campaign desk: the plan of a project as list and picture, over its curve of subscriptions."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from salesdesk.desks.campaign.changes import Changes
from salesdesk.desks.campaign.form import LineForm
from salesdesk.desks.campaign.panes import Panes
from salesdesk.desks.campaign.paper import plan_table
from salesdesk.desks.campaign.rows import LineKey, Place
from salesdesk.desks.campaign.start import Start
from salesdesk.desks.campaign.toolbar import CampaignBar
from salesdesk.desks.campaign.words import title_of
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.desk import Desk, Jump
from salesdesk.desks.widgets.dialogs import ask_reason
from salesdesk.desks.widgets.gathering import gathered
from salesdesk.desks.widgets.outlets import OUTLETS, file_name, not_written, write_csv
from salesdesk.desks.widgets.paper import open_paper
from salesdesk.desks.wording import language
from salesdesk.documents.timeline import timeline_pdf
from salesdesk.kernel.change import Change, Topic
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.campaign.commands import PlanCampaign
from salesdesk.office.campaign.rules import FARTHEST_DAYS, JobKind
from salesdesk.office.campaign.sheets import JobLine, TimelineSheet
from salesdesk.office.figures.queries import timeline
from salesdesk.office.inventory.queries import projects
from salesdesk.office.inventory.sheets import ProjectCard

_CURVE = frozenset({Topic.UNIT, Topic.DEAL, Topic.EVERYTHING})
_PLAN = frozenset({Topic.CAMPAIGN, Topic.EVERYTHING})


class CampaignDesk(Desk):
    """Shows one project's campaign, and carries out what is dragged, typed and marked."""

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self._rights = link.seat.rights
        self._project: int | None = None
        self._sheet: TimelineSheet | None = None
        self.changes = Changes(link, self)
        self._place: Place | None = None
        self._timer = gathered(self, self.refresh)
        self.toolbar = CampaignBar(self._rights)
        self.panes = Panes()
        self.form = LineForm(self._rights)
        self.form.hide()
        self.banner = Banner()
        self.start = Start(may="PlanCampaign" in self._rights)
        self._nothing = EmptyState(
            self.tr("There is no project yet"),
            self.tr("Import a price list or create a project first."),
            "building-2",
        )
        self._lay()
        self._connect()
        self._bind_keys()

    @override
    def refresh(self) -> None:
        self.link.ask(self, self._projects_came, projects)

    @override
    def receive(self, jump: Jump) -> None:
        if jump.topic is Topic.CAMPAIGN:
            self._choose_project(jump.key)

    @override
    def print_view(self) -> None:
        self.show_paper("A3")

    @override
    def export_view(self) -> None:
        if self._sheet is None:
            return
        suffix = "csv" if OUTLETS.workbook is None else "xlsx"
        title = self.tr("Campaign {project}").format(project=self._sheet.project)
        start = str(Path.home() / file_name(title, suffix))
        head = self.tr("Export the list")
        path, _kind = QFileDialog.getSaveFileName(self, head, start, f"*.{suffix}")
        if path:
            self.write_table(Path(path))

    def write_table(self, path: Path) -> None:
        """Write the list to *path*, .xlsx or .csv."""
        if self._sheet is None:
            return
        title = self.tr("Campaign {project}").format(project=self._sheet.project)
        table = plan_table(self._sheet, title)
        try:
            if path.suffix.lower() == ".xlsx" and OUTLETS.workbook is not None:
                OUTLETS.workbook(table, path)
            else:
                write_csv(table, path)
        except OSError as error:
            self.banner.say(*not_written(error))
        else:
            self.told.emit(self.tr("Saved: {path}").format(path=str(path)))

    def show_paper(self, size: str) -> None:
        """Preview the picture on one page of *size*."""
        if self._sheet is None or not self._sheet.phases:
            return
        title = self.tr("Campaign {project}").format(project=self._sheet.project)
        open_paper(self.link, self, partial(timeline_pdf, self._sheet, language(), size), title)

    @override
    def unsaved(self) -> bool:
        return self.form.typed()

    @override
    def place(self) -> object:
        axis = self.panes.axis
        return Place(self._project or 0, axis.day_width, axis.offset, self.panes.current())

    @override
    def go(self, place: object) -> None:
        if isinstance(place, Place):
            self._project = place.project or None
            self._place = place

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Left / Right", self.tr("Move the chosen line by a day")),
            ("Ctrl+Left / Right", self.tr("Move it by a week")),
            ("Shift+Left / Right", self.tr("Move only its end")),
            ("Space", self.tr("Mark it as done, or not done")),
            ("Return", self.tr("Open its form")),
            ("Ctrl+Z, Ctrl+Y", self.tr("Undo, redo")),
            ("Ctrl+N", self.tr("Add a job")),
            ("T", self.tr("Go to today")),
            ("Ctrl+Wheel", self.tr("Zoom")),
        )

    def _lay(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(10)
        body.addWidget(self.panes, 1)
        body.addWidget(self.form)
        self._pages = QStackedWidget()
        planned = QWidget()
        planned.setLayout(body)
        body.setContentsMargins(0, 0, 0, 0)
        for page in (planned, self.start, self._nothing):
            self._pages.addWidget(page)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 10, 14, 12)
        lines.setSpacing(8)
        lines.addWidget(self.toolbar)
        lines.addWidget(self.banner)
        lines.addWidget(self._pages, 1)
        self._planned = planned

    def _connect(self) -> None:
        self.link.changed.connect(self._heard)
        self.changes.carried.connect(self._carried)
        self.changes.refused.connect(self._refuse)
        self.changes.stale.connect(self._stale)
        panes, form, bar = self.panes, self.form, self.toolbar
        panes.picture.movable = {"MoveJob", "MovePhase"} <= self._rights
        panes.model.markable = "MarkJob" in self._rights
        panes.picture.moved.connect(self.changes.move)
        panes.picture.toggled.connect(self.changes.toggle)
        panes.model.toggled.connect(self.changes.toggle)
        panes.activated.connect(self._open)
        panes.chosen.connect(self._follow)
        panes.zoomed.connect(bar.show_zoom)
        form.wanted.connect(lambda wanted: self._send_form(*wanted))
        form.marking.connect(lambda job: self.changes.toggle(LineKey(phase=False, id=job.id)))
        form.removal.connect(self._remove)
        form.closed.connect(self._close_form)
        self.start.wanted.connect(self._plan)
        bar.project.connect(self._choose_project)
        bar.zoom.connect(self._zoom)
        bar.today.connect(self._show_today)
        bar.undo.connect(self.changes.undo)
        bar.redo.connect(self.changes.redo)
        bar.shift.connect(self._ask_shift)
        bar.add.connect(self._add)
        bar.paper.connect(self.show_paper)
        bar.export.connect(self.export_view)

    def _bind_keys(self) -> None:
        for keys, run in (
            (QKeySequence.StandardKey.Undo, self.changes.undo),
            (QKeySequence.StandardKey.Redo, self.changes.redo),
            ("Ctrl+Y", self.changes.redo),
            ("Ctrl+N", lambda: self._add(JobKind.JOB)),
            ("T", self._show_today),
            ("Esc", self._escape),
            ("Delete", self._remove_current),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)
            shortcut.activatedAmbiguously.connect(run)

    def _projects_came(self, cards: tuple[ProjectCard, ...]) -> None:
        known = [card.id for card in cards]
        if not known:
            self.toolbar.show_projects([], 0)
            self.toolbar.set_planned(planned=False)
            self._pages.setCurrentWidget(self._nothing)
            return
        if self._project not in known:
            self._project = known[0]
        self.toolbar.show_projects([(card.id, card.name) for card in cards], self._project)
        self.link.ask(self, self._show, timeline, ProjectId(self._project))

    def _show(self, sheet: TimelineSheet) -> None:
        if sheet.project_id != self._project:
            return
        self._sheet = sheet
        self.changes.take(sheet)
        self.toolbar.set_planned(planned=bool(sheet.phases))
        self.toolbar.show_late(sum(phase.late for phase in sheet.phases))
        self._show_steps()
        if not sheet.phases:
            self.start.propose(sheet.today)
            self._pages.setCurrentWidget(self.start)
            return
        self._pages.setCurrentWidget(self._planned)
        self.panes.show_sheet(sheet)
        self.form.renew(sheet)
        self._return_to_place()

    def _return_to_place(self) -> None:
        place, self._place = self._place, None
        if place is None:
            return
        self.panes.axis.zoom_to(place.day_width)
        self.panes.axis.scroll_to(place.offset)
        if place.line is not None:
            self.panes.choose(place.line)

    def _heard(self, changes: frozenset[Change]) -> None:
        mine = any(
            change.topic in _CURVE
            or change.topic is Topic.PROJECT
            or (change.topic in _PLAN and change.key in (0, self._project))
            for change in changes
        )
        if mine and not self._timer.isActive():
            self._timer.start()

    def _carried(self) -> None:
        self.banner.clear()
        self.refresh()

    def _stale(self) -> None:
        self._show_steps()
        remedy = self.tr("Look at the plan as it is now and change it there.")
        self.banner.say(self.tr("Somebody changed this line since."), remedy, "warn")

    def _refuse(self, error: UserError) -> None:
        self.panes.picture.let_go()
        self.banner.refuse(error)
        self.refresh()

    def _open(self, key: LineKey) -> None:
        if self._sheet is None or (self.form.typed() and not self._drop_typed()):
            return
        line = self._sheet.phase(key.id) if key.phase else self._sheet.job(key.id)
        if line is not None:
            self.form.show_line(line, self._sheet)

    def _follow(self, key: LineKey) -> None:
        """Let an open form, where nothing is typed, go along with the selection."""
        if self.form.isVisible() and not self.form.typed():
            self._open(key)

    def _add(self, kind: JobKind) -> None:
        sheet = self._sheet
        if sheet is None or not sheet.phases or "AddJob" not in self._rights:
            return
        if self.form.typed() and not self._drop_typed():
            return
        key = self.panes.current()
        job = sheet.job(key.id) if key is not None and not key.phase else None
        phase = sheet.phase(job.phase_id if job else key.id) if key is not None else None
        running = [p for p in sheet.phases if p.plan_from <= sheet.today <= p.plan_to]
        self.form.show_new(phase or (running or list(sheet.phases))[0], kind, sheet)

    def _send_form(self, order: Any, intent: str) -> None:
        key = None
        if hasattr(order, "job"):
            key = LineKey(phase=False, id=order.job)
        elif not hasattr(order, "kind"):
            key = LineKey(phase=True, id=order.phase)

        def then(_answer: object) -> None:
            self.form.saved()
            self.told.emit(self.tr("Saved: {title}").format(title=order.title))
            if key is None:
                self._close_form()

        self.changes.do(order, key, then, self.form.refuse, intent)

    def _remove_current(self) -> None:
        key = self.panes.current()
        if self._sheet is None or key is None or key.phase or "RemoveJob" not in self._rights:
            return
        job = self._sheet.job(key.id)
        if job is not None:
            self._remove(job)

    def _remove(self, job: JobLine) -> None:
        title = self.tr("Take “{title}” out of the plan?").format(title=title_of(job))
        detail = self.tr("It is kept in the journal with your reason, and can be put back.")
        reason = ask_reason(self, title, detail, self.tr("Take out"))
        if reason is not None:
            self._close_form()
            self.changes.remove(job, reason)

    def _plan(self, first: date) -> None:
        if self._project is not None:
            order = PlanCampaign(project=ProjectId(self._project), start_on=first)
            self.link.do(self, order, lambda _lines: self.refresh(), self.start.banner.refuse)

    def _ask_shift(self) -> None:
        days, sure = QInputDialog.getInt(
            self,
            self.tr("Move the whole plan"),
            self.tr("Days to move everything that is not done (negative: earlier)"),
            7,
            -FARTHEST_DAYS,
            FARTHEST_DAYS,
        )
        if sure and days:
            self.changes.shift(days)

    def _show_steps(self) -> None:
        steps = self.changes.steps
        self.toolbar.show_steps(undo=bool(steps.done), redo=bool(steps.undone))

    def _escape(self) -> None:
        """Let go of what is being moved, else close the form."""
        if self.panes.picture.busy:
            self.panes.picture.let_go()
        else:
            self._close_form()

    def _close_form(self) -> None:
        self.form.hide()
        self.panes.picture.setFocus()

    def _drop_typed(self) -> bool:
        self.form.banner.say(self.tr("Save or close this form first."), "", "warn")
        return False

    def _zoom(self, day_width: float) -> None:
        if day_width:
            self.panes.axis.zoom_to(day_width)
        else:
            self.panes.axis.fit()

    def _show_today(self) -> None:
        if self._sheet is not None:
            self.panes.axis.centre(self._sheet.today)

    def _choose_project(self, project: int) -> None:
        if project != self._project:
            self._project = project
            self.form.hide()
        self.refresh()
