"""The wire from a desk to the office: work goes out of the window thread, answers come back in.

One thread carries commands and queries in the order they were sent; a second one carries long
work; the feed has its own. Every answer returns through one queued signal. What a caller handed
over (its widget, its callbacks, its job) stays in a register of the window thread and worker
threads only know its number: so the last reference to a widget can never be dropped, and the
widget destroyed, on a foreign thread.
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import count
from threading import Event
from time import monotonic
from typing import Any, Concatenate, ParamSpec, Protocol, TypeAlias, TypeVar

from PySide6.QtCore import QDateTime, QObject, Qt, Signal
from shiboken6 import isValid
from typing_extensions import override

from salesdesk.kernel.change import Change, Topic
from salesdesk.kernel.errors import UserError
from salesdesk.office.staff.sheets import PersonCard

P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

Step: TypeAlias = Callable[[int, int], None]
"""What long work calls to tell how far it is: (done, of)."""
Cancelled: TypeAlias = Callable[[], bool]
"""What long work asks whether the person gave up."""
Refused: TypeAlias = Callable[[UserError], object]

_log = logging.getLogger(__name__)
_PROGRESS_SECONDS = 0.05
_ROLES = frozenset({Topic.PERSON, Topic.SETTING, Topic.EVERYTHING})


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

    def ask(self, query: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Answer a question from one consistent reading."""
        ...

    def watch(self, deliver: Callable[[frozenset[Change]], None]) -> Watching:
        """Call *deliver* on a thread of its own whenever something changed."""
        ...


class WorkStopped(Exception):
    """Raised by long work that noticed it was cancelled: nobody is told."""


class Running:
    """A long job under way."""

    def __init__(self) -> None:
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the job to stop; it stops at its next step."""
        self._stop.set()

    def cancelled(self) -> bool:
        """Tell whether somebody asked it to stop."""
        return self._stop.is_set()


@dataclass(slots=True)
class _Sent:
    """What the window thread keeps of one piece of work."""

    owner: QObject
    job: Callable[[], Any]
    then: Callable[[Any], object]
    refused: Refused | None = None
    progress: Step | None = None
    stopped: Callable[[], object] | None = None
    running: Running | None = None
    asks: bool = False


@dataclass(slots=True)
class _Arrival:
    """What a worker thread sends back: an answer, an error, progress or changes."""

    number: int = 0
    answer: Any = None
    error: BaseException | None = None
    progress: tuple[int, int] | None = None
    changes: frozenset[Change] | None = None


class Errands(QObject):
    """Carries work out on threads of its own and brings the answers back to the window thread.

    Used as it is before anybody has signed in; `Link` adds the office.

    Signals, all emitted in the window thread:
        refused: a `UserError` that no caller took, or whose form is closed.
        failed: any other exception; a defect.
        busy: how many pieces of work are under way.
    """

    refused = Signal(object)
    failed = Signal(object)
    busy = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count(1)
        self._sent: dict[int, _Sent] = {}
        self._closed = False
        self._jobs = ThreadPoolExecutor(max_workers=1, thread_name_prefix="office")
        self._long = ThreadPoolExecutor(max_workers=1, thread_name_prefix="long-work")
        self._arrived.connect(self._open, Qt.ConnectionType.QueuedConnection)

    @property
    def pending(self) -> int:
        """How many pieces of work have not been answered yet."""
        return len(self._sent)

    def call(
        self,
        owner: QObject,
        job: Callable[[], R],
        then: Callable[[R], object],
        refused: Refused | None = None,
    ) -> None:
        """Carry out *job* in its turn among commands and questions; it must touch no widget."""
        self._send(self._jobs, _Sent(owner, job, then, refused=refused))

    def run(
        self,
        owner: QObject,
        job: Callable[[Step, Cancelled], R],
        then: Callable[[R], object],
        progress: Step | None = None,
        *,
        refused: Refused | None = None,
        stopped: Callable[[], object] | None = None,
    ) -> Running:
        """Run long work on its own thread; give the handle that cancels it.

        *job* gets ``step(done, of)`` and ``cancelled()``; *progress* hears the steps in the
        window thread, at most 20 a second and always the last. Work that noticed the cancelling
        raises `WorkStopped` and ends in *stopped*, as does a defect; work that was done all the
        same ends in *then*, for what is committed is committed.
        """
        running = Running()
        number = next(self._numbers)

        def work() -> R:
            return job(self._pacer(number), running.cancelled)

        sent = _Sent(
            owner, work, then, refused, progress=progress, stopped=stopped, running=running
        )
        self._send(self._long, sent, number)
        return running

    def close(self) -> None:
        """Finish the commands that were sent, stop long work, then end every thread.

        Questions still waiting are dropped; nothing is delivered afterwards.
        """
        if self._closed:
            return
        self._closed = True
        for sent in self._sent.values():
            if sent.running is not None:
                sent.running.cancel()
        self._jobs.shutdown(wait=True)
        self._long.shutdown(wait=True)
        self._arrived.disconnect(self._open)
        self._sent.clear()

    def _send(self, pool: ThreadPoolExecutor, sent: _Sent, number: int = 0) -> None:
        if self._closed:
            return
        number = number or next(self._numbers)
        self._sent[number] = sent
        self.busy.emit(len(self._sent))
        pool.submit(self._work, number)

    def _work(self, number: int) -> None:
        """Carry out one piece of work on a worker thread, touching the register only by number."""
        sent = self._sent[number]
        if self._closed and sent.asks:
            return
        job = sent.job
        del sent
        arrival = _Arrival(number)
        try:
            arrival.answer = job()
        except BaseException as error:  # noqa: BLE001 - whatever it was must reach the window
            # Without this frame the error leads no way back to the arrival that carries it.
            trace = error.__traceback__
            arrival.error = error.with_traceback(trace.tb_next if trace else None)
            del trace
        del job
        self._arrived.emit(arrival)

    def _pacer(self, number: int) -> Step:
        last = 0.0

        def step(done: int, of: int) -> None:
            nonlocal last
            now = monotonic()
            if done >= of or now - last >= _PROGRESS_SECONDS:
                last = now
                self._arrived.emit(_Arrival(number, progress=(done, of)))

        return step

    def _open(self, arrival: _Arrival) -> None:
        """Take one delivery, in the window thread."""
        if arrival.progress is not None:
            sent = self._sent.get(arrival.number)
            if sent is not None and sent.progress is not None and isValid(sent.owner):
                sent.progress(*arrival.progress)
            return
        sent = self._sent.pop(arrival.number, None)
        if sent is None:
            return
        self.busy.emit(len(self._sent))
        self._deliver(sent, arrival)

    def _deliver(self, sent: _Sent, arrival: _Arrival) -> None:
        alive = isValid(sent.owner)
        error = arrival.error
        given_up = sent.running is not None and sent.running.cancelled()
        if isinstance(error, WorkStopped) or (given_up and isinstance(error, UserError)):
            if sent.stopped is not None and alive:
                sent.stopped()
        elif isinstance(error, UserError):
            if sent.refused is not None and alive:
                sent.refused(error)
            else:
                self.refused.emit(error)
        elif error is not None:
            _log.error("office work failed", exc_info=error)
            self.failed.emit(error)
            if sent.stopped is not None and alive:
                sent.stopped()
        elif alive:
            sent.then(arrival.answer)


class Link(Errands):
    """Runs the signed-in person's commands and questions off the window thread.

    Signals besides those of `Errands`, all emitted in the window thread:
        changed: what any desk changed (frozenset of `Change`).
        confirming: an intent id whose outcome is unknown and is being asked for (reserved for
            the shared office: nothing emits it yet).
        answered: the moment (QDateTime, local) of the latest answer from the office.
    """

    changed = Signal(object)
    confirming = Signal(object)
    answered = Signal(object)

    def __init__(
        self, seat: Seat, parent: QObject | None = None, rights: frozenset[str] | None = None
    ) -> None:
        super().__init__(parent)
        self._seat = seat
        self._rights = seat.rights if rights is None else rights
        self._watching = seat.watch(self._hear)

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
        *intent* is minted when the form opens and the same when the form is sent again.
        """
        seat = self._seat
        self.call(owner, lambda: seat.do(command, intent), then, refused)

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
        self._send(self._jobs, _Sent(owner, job, then, asks=True))

    @override
    def close(self) -> None:
        self._watching.stop()
        super().close()

    def _hear(self, changes: frozenset[Change]) -> None:
        self._arrived.emit(_Arrival(changes=changes))

    @override
    def _open(self, arrival: _Arrival) -> None:
        if arrival.changes is not None:
            if not _ROLES.isdisjoint(change.topic for change in arrival.changes):
                self.call(self, lambda: self._seat.rights, self._set_rights)
            self.changed.emit(arrival.changes)
            return
        super()._open(arrival)

    def _set_rights(self, rights: frozenset[str]) -> None:
        self._rights = rights

    @override
    def _deliver(self, sent: _Sent, arrival: _Arrival) -> None:
        if arrival.error is None:
            self.answered.emit(QDateTime.currentDateTime())
        super()._deliver(sent, arrival)
