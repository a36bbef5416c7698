"""What this window did to the plan: sends commands, and can take them back."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from salesdesk.desks.campaign.rows import LineKey, Move
from salesdesk.desks.campaign.steps import Step, Steps, shift_step, step_between
from salesdesk.desks.link import Link, Refused
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import JobId, PhaseId, ProjectId
from salesdesk.office.campaign.commands import (
    MarkJob,
    MoveJob,
    MovePhase,
    RemoveJob,
    ShiftCampaign,
)
from salesdesk.office.campaign.rules import Standing
from salesdesk.office.campaign.sheets import JobLine, TimelineSheet


class Changes(QObject):
    """Carries out changes of one plan and remembers them for undo.

    Signals:
        carried: something was carried out; the plan is another now.
        refused: a `UserError` of a change that came from no form.
        stale: what should be undone was changed by somebody else since.
    """

    carried = Signal()
    refused = Signal(object)
    stale = Signal()

    def __init__(self, link: Link, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._markable = link.may("MarkJob")
        self._sheet: TimelineSheet | None = None
        self._awaiting: list[tuple[TimelineSheet, LineKey]] = []
        self._going = False  # a command of ours is under way, or its new plan not yet here
        self.steps = Steps()

    def take(self, sheet: TimelineSheet) -> None:
        """Take over the plan as it is now; changes just made become steps."""
        if self._sheet is not None and self._sheet.project_id != sheet.project_id:
            self.steps.clear()
            self._awaiting.clear()
        for before, key in self._awaiting:
            step = step_between(before, sheet, key, self.tr("Undone"))
            if step is not None:
                self.steps.push(step)
        self._awaiting.clear()
        self._going = False
        self._sheet = sheet

    def do(
        self,
        order: Any,
        key: LineKey | None,
        then: Callable[[Any], object] | None = None,
        refused: Refused | None = None,
        intent: str | None = None,
    ) -> None:
        """Carry out *order* on the line *key*; without one the answer names the new line."""
        before = self._sheet

        def done(answer: Any) -> None:
            line = key or LineKey(phase=False, id=answer.id)
            if before is not None:
                self._awaiting.append((before, line))
            if then is not None:
                then(answer)
            self.carried.emit()

        self._send(order, done, refused, intent)

    def move(self, move: Move) -> None:
        """Give a line the planned days asked for."""
        if self._sheet is None:
            return
        first, last = date.fromordinal(move.plan_from), date.fromordinal(move.plan_to)
        phase, job = self._sheet.phase(move.key.id), self._sheet.job(move.key.id)
        if move.key.phase and phase is not None:
            order: Any = MovePhase(
                phase=PhaseId(phase.id), plan_from=first, plan_to=last, version=phase.version
            )
        elif not move.key.phase and job is not None:
            order = MoveJob(job=JobId(job.id), plan_from=first, plan_to=last, version=job.version)
        else:
            return
        self.do(order, move.key)

    def toggle(self, key: LineKey) -> None:
        """Mark a job as done today, or as not done."""
        job = None if self._sheet is None or key.phase else self._sheet.job(key.id)
        if job is not None and self._markable:
            done = job.standing is not Standing.DONE
            self.do(MarkJob(job=JobId(job.id), done=done, version=job.version), key)

    def remove(self, job: JobLine, reason: str) -> None:
        """Take a job out of the plan."""
        order = RemoveJob(job=JobId(job.id), reason=reason, version=job.version)
        self.do(order, LineKey(phase=False, id=job.id))

    def shift(self, days: int) -> None:
        """Move the whole plan by *days*."""
        if self._sheet is None:
            return
        project = ProjectId(self._sheet.project_id)

        def done(_lines: object) -> None:
            self.steps.push(shift_step(project, days))
            self.carried.emit()

        self._send(ShiftCampaign(project=project, days=days), done)

    def undo(self) -> None:
        """Take back the newest change of this window."""
        if self.steps.done:
            self._retrace(self.steps.done[-1], back=True)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        if self.steps.undone:
            self._retrace(self.steps.undone[-1], back=False)

    def _retrace(self, step: Step, *, back: bool) -> None:
        if self._sheet is None or self._going:
            return  # the plan on the screen is about to be another
        order = (step.back if back else step.forth)(self._sheet)
        if order is None:
            self.steps.clear()
            self.stale.emit()
            return

        def done(_answer: object) -> None:
            if back:
                self.steps.went_back()
            else:
                self.steps.went_forth()
            self.carried.emit()

        self._send(order, done)

    def _send(
        self,
        order: Any,
        done: Callable[[Any], object],
        refused: Refused | None = None,
        intent: str | None = None,
    ) -> None:
        def declined(error: UserError) -> None:
            self._going = False
            (refused or self.refused.emit)(error)

        self._going = True
        self._link.do(self, order, done, declined, intent)
