"""A form's command sent once, however often Return is pressed, and what is shown meanwhile."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from salesdesk.desks.link import Command, Link
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.labels import Pill
from salesdesk.kernel.errors import UserError

R = TypeVar("R")
_PASSING = frozenset({"NotCurrent", "ServerUnreachable", "OnlyStandby"})
"""Refusals that are over when the office answers again."""

CONFIRMING_MS = 1500
"""A command that is not answered by then is shown as being confirmed, never as failed."""


class Sending(QObject):
    """Sends one form's command under one intent id, minted when the form opens.

    While a command is under way *locked* widgets are disabled and further presses do nothing. An
    outcome that stays unknown keeps the intent: pressing again cannot have a second effect. On a
    shared office the link goes on sending it by itself; until it is known the form stays locked,
    and what follows it (a receipt's printing) waits. While the office is silent the *locked*
    widgets are disabled and say why.

    Signals:
        busy: whether a command is under way.
    """

    busy = Signal(object)

    def __init__(
        self, link: Link, form: QWidget, banner: Banner, mark: Pill | None = None
    ) -> None:
        super().__init__(form)
        self._link = link
        self._form = form
        self._banner = banner
        self._mark = mark or Pill(parent=form)
        self._locked: list[QWidget] = []
        self._barred: set[QWidget] = set()
        self._under_way = False
        self._passing = False
        self.intent = uuid4().hex
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CONFIRMING_MS)
        self._timer.timeout.connect(self._confirming)
        self._mark.hide()
        self._before: dict[QWidget, tuple[bool, str]] = {}
        link.confirming.connect(self._heard)
        link.reachable.connect(self._stand)
        link.failed.connect(self._lost)

    def lock(self, *widgets: QWidget) -> None:
        """Have these widgets disabled while a command is under way."""
        self._locked.extend(widgets)
        if self._link.silent_since is not None:
            self._stand(reachable=False)

    def allow(self, widget: QWidget, *, allowed: bool, tip: str | None = None) -> None:
        """Say whether the form itself has what *widget* needs, and in *tip* what is missing.

        It is enabled while that is so, no command is under way and the office answers.
        """
        (self._barred.discard if allowed else self._barred.add)(widget)
        if widget in self._before:
            self._before[widget] = (allowed, self._before[widget][1] if tip is None else tip)
            return
        widget.setEnabled(allowed and not self._under_way)
        if tip is not None:
            widget.setToolTip(tip)

    def renew(self) -> None:
        """Mint a new intent: the form was opened for something else."""
        self.intent = uuid4().hex

    def under_way(self) -> bool:
        """Tell whether a command was sent and not answered yet."""
        return self._under_way

    def send(
        self,
        command: Command[R],
        then: Callable[[R], object],
        refused: Callable[[UserError], object] | None = None,
    ) -> bool:
        """Send *command* unless one is under way; tell whether it was sent.

        After a success the next command gets a new intent. A refusal had no effect and is shown
        in the banner, unless *refused* takes it; what was typed stays.
        """
        if self._under_way:
            return False
        self._set(under_way=True)
        self._passing = False
        self._banner.clear()
        self._mark.show_text(self.tr("Sending…"), "accent")
        self._timer.start()

        def done(answer: R) -> None:
            self._set(under_way=False)
            self._banner.clear()
            self.renew()
            then(answer)

        def declined(error: UserError) -> None:
            self._set(under_way=False)
            self._passing = error.kind in _PASSING
            (refused or self._banner.refuse)(error)

        self._link.do(self._form, command, done, declined, self.intent)
        return True

    def _set(self, *, under_way: bool) -> None:
        self._under_way = under_way
        for widget in self._locked:
            barred = widget in self._before or widget in self._barred
            widget.setEnabled(not under_way and not barred)
        if not under_way:
            self._timer.stop()
            self._mark_silence()
        self.busy.emit(under_way)

    def _heard(self, intent: Any) -> None:
        if intent != self.intent or not self._under_way:
            return
        self._timer.stop()
        self._mark.show_text(self.tr("Confirming: do not take the money again"), "warn")
        problem = self.tr("The line broke; whether this was carried out is being found out.")
        remedy = self.tr(
            "Do not take the money again and do not begin anew: the same order is sent until the "
            "office answers, and it counts once. Nothing is printed before."
        )
        self._banner.say(problem, remedy, "warn")

    def _confirming(self) -> None:
        self._mark.show_text(self.tr("Confirming…"), "warn")

    def _stand(self, reachable: object) -> None:
        """Disable the form's buttons while the office is silent, with the reason."""
        if reachable:
            before, self._before = self._before, {}
            for widget, (enabled, tip) in before.items():
                if isValid(widget):
                    widget.setEnabled(enabled and not self._under_way)
                    widget.setToolTip(tip)
            if self._passing:  # it was said of an office that did not answer
                self._passing = False
                self._banner.clear()
            self._mark_silence()
            return
        why = self.tr("The office does not answer: no money and no unit is taken now.")
        for widget in self._locked:
            if widget not in self._before:
                enabled = widget.isEnabled() or (self._under_way and widget not in self._barred)
                self._before[widget] = (enabled, widget.toolTip())
            widget.setEnabled(False)
            widget.setToolTip(why)
        self._mark_silence()

    def _mark_silence(self) -> None:
        """Say beside the buttons why they cannot be pressed; a command under way says more."""
        if self._under_way:
            return
        if self._link.silent_since is not None and self._locked:
            self._mark.show_text(self.tr("The office does not answer"), "warn")
        else:
            self._mark.hide()

    def _lost(self, _error: object) -> None:
        """Open the form again after a defect; the same intent cannot take effect twice."""
        if not self._under_way:
            return
        self._set(under_way=False)
        problem = self.tr("It is not known whether this was carried out.")
        remedy = self.tr("Press the button again: it can only take effect once.")
        self._banner.say(problem, remedy, "warn")
