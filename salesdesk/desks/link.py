"""The wire from a desk to the office: commands, questions, and word of what changed.

On the threads of `errands`; the feed has its own. A command whose outcome is unknown (the line
broke while the server wrote it down) is sent again under the same intent until it is known; while
the office is silent no command is taken.
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar
from uuid import uuid4

from PySide6.QtCore import QDateTime, QObject, QTimer, Signal
from typing_extensions import override

from salesdesk.desks.errands import (
    Arrival,
    Cancelled,
    Errands,
    Refused,
    Running,
    Sent,
    Step,
    WorkStopped,
)
from salesdesk.kernel.change import EVERYTHING, Change, Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.staff.sheets import PersonCard

__all__ = [
    "Cancelled", "Command", "Errands", "Link", "NotCurrent", "Refused", "Running", "Seat", "Step",
    "Watching", "WorkStopped",
]  # fmt: skip

P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

_log = logging.getLogger(__name__)
_AGAIN_MS, _LATEST_MS = 1_000, 15_000
"""An intent whose outcome is unknown is sent again after so long, doubled up to the latter."""
_WATCH_AGAIN_MS = 1_000
_ROLES = frozenset({Topic.PERSON, Topic.SETTING, Topic.EVERYTHING})
_UNKNOWN = frozenset({"OutcomeUnknown"})
_PASSING = frozenset({"ServerUnreachable", "OnlyStandby", "OfficeBusy", "SignInRefused"})
"""Refusals by name: their module is one that the window does not import at its start."""


class NotCurrent(UserError):
    """What the desk shows is not current: the office has been silent for a while."""

    problem = QT_TRANSLATE_NOOP("errors", "The office has not answered since {since}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Nothing was sent: no money and no unit is taken now. The desk connects again by itself;"
        " what you typed stays.",
    )


class Command(Protocol[R_co]):
    """A request put in writing, as a desk sees it."""

    def __call__(self, work: Any, /) -> R_co:
        """Carry it out inside *work*, below the window."""
        ...


class Watching(Protocol):
    """A running watch on the change feed."""

    def stop(self) -> object:
        """End it; nothing is delivered afterwards."""
        ...


class Seat(Protocol):
    """The signed-in person's door into the office (`office.frontdoor`), safe from any thread."""

    @property
    def person(self) -> PersonCard:
        """Who sits here."""
        ...

    @property
    def rights(self) -> frozenset[str]:
        """Names of the commands and queries this person's role may use."""
        ...

    def do(self, command: Any, intent: str | None = None) -> Any:
        """Carry out a command; raises `UserError`."""
        ...

    def do_as(self, login: str, password: str, command: Any, intent: str | None = None) -> Any:
        """Carry out a command in another person's name, with his own password; as `do`."""
        ...

    def ask(self, query: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Answer a question from one consistent reading."""
        ...

    def watch(
        self,
        deliver: Callable[[frozenset[Change]], None],
        standing: Callable[[bool], None],
    ) -> Watching:
        """Call *deliver* on a thread of its own whenever something changed.

        *standing* hears there when the office falls silent (False) and when it is back (True).
        """
        ...


class Link(Errands):
    """Runs the signed-in person's commands and questions off the window thread.

    Signals besides those of `Errands`, all emitted in the window thread:
        changed: what any desk changed (frozenset of `Change`).
        confirming: an intent id whose outcome is unknown; it is sent again until it is known.
        known: an intent id that was being confirmed and is decided now.
        reachable: whether the office answers; while it does not, what is shown is not current and
            no command is taken.
        answered: the moment (QDateTime, local) of the latest answer from the office.
    """

    changed = Signal(object)
    confirming = Signal(object)
    known = Signal(object)
    reachable = Signal(object)
    answered = Signal(object)

    def __init__(
        self, seat: Seat, parent: QObject | None = None, rights: frozenset[str] | None = None
    ) -> None:
        super().__init__(parent)
        self._seat = seat
        self._rights = seat.rights if rights is None else rights
        self._watching: Watching | None = None
        self.silent_since: datetime | None = None
        """Since when the office does not answer; None while it does."""
        self.unknown: set[str] = set()
        """The intents whose outcome is unknown."""
        # Before every question, on their thread: connecting may take seconds.
        self._jobs.submit(self._watch)

    def _watch(self) -> None:
        if self._closed or self._watching is not None:
            return
        try:
            self._watching = self._seat.watch(self._hear, self._stand)
        except UserError as refusal:
            _log.info("the feed waits: %s", refusal)
            self._stand(False)
        except Exception as error:  # noqa: BLE001 - a desk without a feed must say so
            self._arrived.emit(Arrival(error=error))

    @property
    def seat(self) -> Seat:
        """The signed-in person's door; called from the window thread it makes the window wait."""
        return self._seat

    @property
    def rights(self) -> frozenset[str]:
        """Names of the commands and queries the signed-in role holds, as last heard."""
        return self._rights

    def may(self, *names: str) -> bool:
        """Tell whether the signed-in role holds every right in *names*."""
        return self._rights.issuperset(names)

    def do(
        self,
        owner: QObject,
        command: Command[R],
        then: Callable[[R], object],
        refused: Refused | None = None,
        intent: str | None = None,
    ) -> None:
        """Carry out *command*; call *then* with its result while *owner* lives.

        A refusal goes to *refused* while *owner* lives, else to the signal of that name.
        *intent* is minted when the form opens and the same when the form is sent again. While
        the office is silent nothing is sent: the refusal is `NotCurrent`.
        """
        seat, key = self._seat, intent or uuid4().hex
        job = partial(self._refuse_silent, self.silent_since) if self.silent_since else None
        sent = Sent(
            owner, job or (lambda: seat.do(command, key)), then, refused=refused, intent=key
        )
        self._send(self._jobs, sent)

    def keep_draft(self, command: Any) -> bool:
        """Keep what was typed while the office is silent, on this disk; tell whether it is kept.

        Raises `UserError` where the disk does not take it. A file office keeps nothing.
        """
        keep = getattr(self._seat, "keep_draft", None)
        if keep is None:
            return False
        keep(command)
        return True

    def ask(
        self,
        owner: QObject,
        then: Callable[[R], object],
        query: Callable[Concatenate[Any, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Ask the office; call *then* with the answer while *owner* lives."""
        seat = self._seat
        job = partial(seat.ask, query, *args, **kwargs)
        self._send(self._jobs, Sent(owner, job, then, asks=True))

    @override
    def close(self) -> None:
        super().close()
        if self._watching is not None:
            self._watching.stop()

    def _hear(self, changes: frozenset[Change]) -> None:
        self._arrived.emit(Arrival(changes=changes))

    def _stand(self, standing: bool) -> None:
        self._arrived.emit(Arrival(standing=standing))

    @staticmethod
    def _refuse_silent(since: datetime) -> Any:
        raise NotCurrent(since=since)

    def _set_standing(self, *, standing: bool) -> None:
        if not standing and self._watching is None:
            QTimer.singleShot(_WATCH_AGAIN_MS, self, self._watch_again)
        if standing == (self.silent_since is None):
            return
        moment = datetime.fromtimestamp(QDateTime.currentMSecsSinceEpoch() / 1000, UTC)
        self.silent_since = None if standing else moment
        self.reachable.emit(standing)

    def _watch_again(self) -> None:
        def watching(_answer: object) -> None:
            if self._watching is not None:
                self._hear(frozenset({EVERYTHING}))
                self._set_standing(standing=True)

        self.call(self, self._watch, watching)

    @override
    def _open(self, arrival: Arrival) -> None:
        if arrival.standing is not None:
            self._set_standing(standing=arrival.standing)
            return
        if arrival.number == 0 and arrival.error is not None:
            self.failed.emit(arrival.error)
            return
        if arrival.changes is not None:
            if not _ROLES.isdisjoint(change.topic for change in arrival.changes):
                self.call(self, lambda: self._seat.rights, self._set_rights)
            self.changed.emit(arrival.changes)
            return
        super()._open(arrival)

    def _set_rights(self, rights: frozenset[str]) -> None:
        self._rights = rights

    @override
    def _deliver(self, sent: Sent, arrival: Arrival) -> None:
        if sent.intent and self._stays_unknown(sent, arrival.error):
            return
        if sent.asks and self.silent_since is not None and _kind(arrival.error) in _PASSING:
            return  # said once, over every desk; all is asked again when the office is back
        if arrival.error is None:
            self.answered.emit(QDateTime.currentDateTime())
        super()._deliver(sent, arrival)
        if sent.unknown:
            self.unknown.discard(sent.intent)
            self.known.emit(sent.intent)

    def _stays_unknown(self, sent: Sent, error: BaseException | None) -> bool:
        """Send an order again whose outcome is unknown: one that may be done never "fails"."""
        kind = _kind(error)
        if not (kind in _UNKNOWN or (sent.unknown and kind in _PASSING)):
            return False
        pause = min(_AGAIN_MS * 2**sent.unknown, _LATEST_MS)
        sent.unknown += 1
        number = next(self._numbers)
        self._sent[number] = sent
        self.busy.emit(len(self._sent))
        QTimer.singleShot(pause, self, partial(self._send, self._jobs, sent, number))
        if sent.intent not in self.unknown:
            self.unknown.add(sent.intent)
        self.confirming.emit(sent.intent)
        return True


def _kind(error: BaseException | None) -> str:
    return error.kind if isinstance(error, UserError) else ""
