"""One person's sitting: from sign-in to sign-out, with its link, lock, status and backups."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QWidget
from shiboken6 import isValid

from salesdesk.desks.link import Link, Seat
from salesdesk.desks.shell.backstage import Backstage, LeftOrder
from salesdesk.desks.shell.face import OfficeFace
from salesdesk.desks.shell.left import Deciding, LeftDialog
from salesdesk.desks.shell.lock import IdleWatch, Lock
from salesdesk.desks.shell.papers import PasswordDialog, ask_password
from salesdesk.desks.shell.status import Status
from salesdesk.desks.widgets.progress import Progress
from salesdesk.kernel.errors import UserError

_CLOCK_LOOK_MS = 3_600_000
_BACKUP_LOOK_MS, _FIRST_LOOK_MS = 60_000, 10_000
"""How often the backup's age is asked for; the first one is made soon after the seat is taken."""


class Sitting(QObject):
    """Holds everything that ends when the person leaves.

    Signals:
        left: the person wants to sign out from behind the lock.
        refused: a `UserError` of something the shell itself asked for.
        failed: a defect.
    """

    left = Signal()
    refused = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        backstage: Backstage,
        seat: Seat,
        face: OfficeFace,
        rights: frozenset[str] | None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._backstage = backstage
        self.seat = seat
        self.face = face
        self.link = Link(seat, self, rights)
        self.link.failed.connect(self.failed.emit)
        self.status = Status(window.statusBar(), self.link, face)
        self._curtain = Lock(self._unlock, self)
        self._curtain.left.connect(self.left.emit)
        self._idle: IdleWatch | None = None
        self._wall: QWidget | None = None
        self._told_failing = False
        self._look = QTimer(self)
        self._look.setInterval(_BACKUP_LOOK_MS)
        self._look.timeout.connect(self.ask_backup)
        self._look.start()
        self.ask_backup()
        self._left: LeftDialog | None = None
        self.link.reachable.connect(self._ask_left)
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_LOOK_MS)
        self._clock.timeout.connect(self.check_clock)
        self._clock.start()
        self.check_clock()
        if backstage.wall_at_once:
            QTimer.singleShot(0, self, self.show_wall)

    def watch_idleness(self, own_minutes: int) -> None:
        """Lock when nobody is there; a desk's *own_minutes* may only shorten the office's."""

        def begin(minutes: int) -> None:
            self._idle = IdleWatch(min(own_minutes, minutes) if own_minutes else minutes, self)
            self._idle.idle.connect(self.lock)
            self._idle.start()

        self.link.call(self, partial(self._backstage.lock_minutes, self.seat), begin)

    @property
    def locked(self) -> bool:
        """Whether the curtains are drawn."""
        return self._curtain.locked

    def lock(self) -> None:
        """Hide everything until the password is typed."""
        self._window.menuBar().setEnabled(False)
        self._curtain.draw(self._window, self.seat.person.name)

    def show_wall(self) -> None:
        """Hang the wall of the waiting hall on the second screen, or bring it forward."""
        if self._wall is not None and isValid(self._wall):
            self._wall.raise_()
            self._wall.activateWindow()
        elif self._backstage.wall is not None:
            self._wall = self._backstage.wall(self.link, self._window)

    def change_password(self, *, must: bool = False) -> None:
        """Let the person change his own password."""
        ask_password(self._window, self._change, must=must)

    def back_up(self) -> None:
        """Make a verified backup now, with progress."""
        job = self._backstage.back_up
        if job is None:
            return
        progress = Progress(self._window, self.tr("Backing up"))

        def done(_answer: object) -> None:
            self.ask_backup()
            self.status.say(self.tr("The backup is made and checked."))

        progress.run(self.link, partial(job, self.seat), done, self.refused.emit)

    def tell(self, text: str) -> None:
        """Say what a desk has just done; it may have been a backup, so its age is asked again."""
        self.status.say(text)
        self.ask_backup()

    def ask_backup(self) -> None:
        """Ask how old the latest backup is, and when one was last restored for trial."""
        look = partial(self._backstage.backup_at, self.seat)
        self.link.call(self.status, look, self._backed_up, self._not_backed_up)
        drilled = self._backstage.drilled_at
        if drilled is not None and self.link.may("audit"):  # to whoever answers for the office
            ask = partial(drilled, self.seat)
            self.link.call(self.status, ask, self.status.set_drill, lambda _error: None)

    def _backed_up(self, at: datetime | None) -> None:
        self._told_failing = False
        self.status.set_backup(at)
        self._look.setInterval(_FIRST_LOOK_MS if at is None else _BACKUP_LOOK_MS)

    def _not_backed_up(self, error: UserError) -> None:
        self.status.set_failing(error)
        if not self._told_failing:  # once over the desk; the status bar goes on saying it
            self._told_failing = True
            self.refused.emit(error)

    def show_left(self, left: Sequence[LeftOrder]) -> None:
        """Show what became of orders that were left undecided; the person decides the rest first."""
        send, drop = self._backstage.send_left, self._backstage.drop_left
        open_still = self._left is not None and isValid(self._left)
        if not left or send is None or drop is None or open_still:
            return
        deciding = Deciding(partial(send, self.seat), partial(drop, self.seat))
        self._left = LeftDialog(self.link, tuple(left), deciding, self._window)
        self._left.finished.connect(self._left.deleteLater)
        self._left.open()

    def _ask_left(self, reachable: object) -> None:
        if reachable:
            look = partial(self._backstage.left_orders, self.seat)
            self.link.call(self, look, self.show_left)

    def check_clock(self) -> None:
        """Compare this machine's clock with the office's: at the sign-in and each hour."""
        check = self._backstage.check_clock
        if check is not None and self.face.shared:
            look = partial(check, self.seat)
            self.link.call(
                self.status, look, lambda _answer: self.status.set_clock(None), self._clock_off
            )

    def _clock_off(self, error: UserError) -> None:
        if error.kind == "ClockOff":
            self.status.set_clock(error)
            self.refused.emit(error)

    def renew_status(self) -> None:
        """Make the status bar again, in the language of now."""
        self.status.clear()
        self.status = Status(self._window.statusBar(), self.link, self.face)
        self.ask_backup()
        self.check_clock()

    def end(self) -> None:
        """Finish the commands that were sent, then let go of the office."""
        self._look.stop()
        self._clock.stop()
        if self._idle is not None:
            self._idle.stop()
        self._open()
        if self._wall is not None and isValid(self._wall):
            self._wall.close()
        self.status.clear()
        self.link.close()
        self._backstage.sign_out(self.seat)
        self.deleteLater()

    def _open(self) -> None:
        self._curtain.open()
        self._window.menuBar().setEnabled(True)

    def _unlock(
        self,
        password: str,
        then: Callable[[], None],
        refused: Callable[[UserError], None],
    ) -> None:
        def opened(_answer: object) -> None:
            then()
            self._window.menuBar().setEnabled(True)
            if self._idle is not None:
                self._idle.start()

        check = partial(self._backstage.check_password, self.seat, password)
        self.link.call(self, check, opened, refused)

    def _change(self, old: str, new: str, dialog: PasswordDialog) -> None:
        def changed(_answer: object) -> None:
            dialog.accept()
            self.status.say(self.tr("Your password is changed."))

        change = partial(self._backstage.change_password, self.seat, old, new)
        self.link.call(dialog, change, changed, dialog.refuse)
