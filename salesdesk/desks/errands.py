"""Work that leaves the window thread, and the answers that come back in.

One thread carries commands and queries in the order they were sent; a second one carries long
work. Every answer returns through one queued signal. What a caller handed over (its widget, its
callbacks, its job) stays in a register of the window thread and worker threads only know its
number: so the last reference to a widget can never be dropped, and the widget destroyed, on a
foreign thread.
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from threading import Event
from time import monotonic
from typing import Any, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from salesdesk.kernel.change import Change
from salesdesk.kernel.errors import UserError

R = TypeVar("R")

Step: TypeAlias = Callable[[int, int], None]
"""What long work calls to tell how far it is: (done, of)."""
Cancelled: TypeAlias = Callable[[], bool]
"""What long work asks whether the person gave up."""
Refused: TypeAlias = Callable[[UserError], object]

_log = logging.getLogger(__name__)
_PROGRESS_SECONDS = 0.05


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
class Sent:
    """What the window thread keeps of one piece of work."""

    owner: QObject
    job: Callable[[], Any]
    then: Callable[[Any], object]
    refused: Refused | None = None
    progress: Step | None = None
    stopped: Callable[[], object] | None = None
    running: Running | None = None
    asks: bool = False
    intent: str = ""
    unknown: int = 0
    """How often its outcome stayed unknown."""


@dataclass(slots=True)
class Arrival:
    """What a worker thread sends back: an answer, an error, progress or changes."""

    number: int = 0
    answer: Any = None
    error: BaseException | None = None
    progress: tuple[int, int] | None = None
    changes: frozenset[Change] | None = None
    standing: bool | None = None


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
        self._sent: dict[int, Sent] = {}
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
        self._send(self._jobs, Sent(owner, job, then, refused=refused))

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

        sent = Sent(
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

    def _send(self, pool: ThreadPoolExecutor, sent: Sent, number: int = 0) -> None:
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
        arrival = Arrival(number)
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
                self._arrived.emit(Arrival(number, progress=(done, of)))

        return step

    def _open(self, arrival: Arrival) -> None:
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

    def _deliver(self, sent: Sent, arrival: Arrival) -> None:
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
