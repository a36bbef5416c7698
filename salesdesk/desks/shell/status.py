"""The status bar: who, where, as of when, how old the backup is, and what was just done."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStatusBar

from salesdesk.desks.link import Link
from salesdesk.desks.shell.face import OfficeFace
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.widgets.theme import set_tone
from salesdesk.desks.wording import ago, local, now, refusal, say
from salesdesk.kernel.errors import UserError

_MESSAGE_MS: Final = 8000
_AGE_MS: Final = 30_000
_DRILL_DAYS: Final = 7
"""A restore for trial a week is the house's rule."""

_BUSY_AFTER_MS: Final = 350


class Status(QObject):
    """Fills a status bar for a signed-in person."""

    def __init__(self, bar: QStatusBar, link: Link, face: OfficeFace) -> None:
        super().__init__(bar)
        self._bar = bar
        self._link = link
        self._backup_at: datetime | None = None
        self._failing: UserError | None = None
        self._busy = PlainLabel(self.tr("Working…"), "dim")
        self._busy.hide()
        self._as_of = PlainLabel("", "dim")
        self._backup = PlainLabel("", "dim")
        self._drill = PlainLabel("", "dim")
        self._drilled: tuple[datetime | None] | None = None
        self._clock = PlainLabel(self.tr("Clock wrong"), "wrong")
        self._shared = face.shared
        person = link.seat.person
        who = PlainLabel(f"{person.name} · {say('roles', person.role)}", "dim")
        where = PlainLabel(face.name, "dim")
        where.setToolTip(face.place)
        self._parts = (self._busy, self._clock, where, who, self._drill, self._backup, self._as_of)
        for part in self._parts:
            bar.addPermanentWidget(part)
        for part in (self._busy, self._clock, self._drill):
            part.hide()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_BUSY_AFTER_MS)
        self._late.timeout.connect(self._busy.show)
        self._ages = QTimer(self)
        self._ages.setInterval(_AGE_MS)
        self._ages.timeout.connect(self._show_age)
        self._ages.start()
        link.answered.connect(self._answered)
        link.reachable.connect(self._stand)
        link.busy.connect(self._count)
        self._answered()
        self._show_age()
        self._stand()

    def say(self, text: str) -> None:
        """Show *text* for a few seconds."""
        self._bar.showMessage(text, _MESSAGE_MS)

    def set_backup(self, at: datetime | None) -> None:
        """Show how old the latest verified backup is."""
        self._backup_at, self._failing = at, None
        self._show_age()

    def set_drill(self, at: datetime | None) -> None:
        """Show, to those who answer for the office, when a backup was last restored for trial."""
        self._drilled = (at,)
        self._show_age()

    def set_failing(self, error: UserError) -> None:
        """Show that the backup that was due could not be made, and why."""
        self._failing = error
        self._show_age()

    def clear(self) -> None:
        """Take everything out of the bar."""
        self._ages.stop()
        self._late.stop()
        self._link.answered.disconnect(self._answered)
        self._link.reachable.disconnect(self._stand)
        self._link.busy.disconnect(self._count)
        self._bar.clearMessage()
        for part in self._parts:
            self._bar.removeWidget(part)
            part.deleteLater()
        self.deleteLater()

    def set_clock(self, error: UserError | None) -> None:
        """Show that this machine's clock and the office's differ, and by how much."""
        self._clock.setVisible(error is not None)
        self._clock.setToolTip("" if error is None else " ".join(refusal(error)))

    def _stand(self, _reachable: object = None) -> None:
        """Say since when what is shown is not current any more."""
        silent = self._link.silent_since
        set_tone(self._as_of, "role", "dim" if silent is None else "wrong")
        if silent is None:
            self._answered()
            return
        words = self.tr("Not current since {time}")
        self._as_of.setText(words.format(time=f"{local(silent):%H:%M:%S}"))

    def _answered(self, _at: object = None) -> None:
        if self._link.silent_since is not None:
            return
        as_of = self.tr("As of {time}")
        self._as_of.setText(as_of.format(time=f"{local(now()):%H:%M:%S}"))

    def _count(self, pending: int) -> None:
        if pending and not self._late.isActive() and self._busy.isHidden():
            self._late.start()
        elif not pending:
            self._late.stop()
            self._busy.hide()

    def _show_drill(self) -> None:
        if self._drilled is None:
            return
        (at,) = self._drilled
        late = at is None or now() - at > timedelta(days=_DRILL_DAYS)
        set_tone(self._drill, "role", "wrong" if late else "dim")
        if at is None:
            words = self.tr("Last verified restore: never")
        elif (days := (now() - at).days) < 1:
            words = self.tr("Last verified restore: today")
        else:
            words = self.tr("Last verified restore: %n day(s) ago", "", days)
        self._drill.setText(words)
        self._drill.show()

    def _show_age(self) -> None:
        self._show_drill()
        failing = self._failing
        set_tone(self._backup, "role", "dim" if failing is None else "wrong")
        self._backup.setToolTip("" if failing is None else " ".join(refusal(failing)))
        if failing is not None:
            self._backup.setText(self.tr("Backup failing"))
        elif self._backup_at is None and self._shared:
            self._backup.setText("")  # the server's owner takes them
        elif self._backup_at is None:
            self._backup.setText(self.tr("No backup yet"))
        else:
            words = self.tr("Backup {age}")
            self._backup.setText(words.format(age=ago(self._backup_at, now())))
