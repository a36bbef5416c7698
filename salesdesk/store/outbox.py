"""Orders written down on this machine before they are sent to a server, until their outcome is known.

A desk may die (a power cut, kill -9) between sending an order and hearing of it. What is written here
survives that: the next program of the same person finds it and has it decided. Each running program
has a box of its own, one file of JSON lines with a lock beside it; a box whose lock is free belongs
to nobody any more and is taken over. What is on the disk is flushed before `keep` returns.
"""

import errno
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any
from uuid import uuid4

from salesdesk.store.fairlock import try_lock
from salesdesk.store.faults import DiskFull, ReadOnlyPlace

_ENDING, _LOCK = ".orders", ".lock"
_OWN_EYES, _OWN_FOLDER = 0o600, 0o700


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A command as it is sent: its intent, its name, its plain form; never a secret.

    ``draft``: it was written while the office was silent and has never been sent.
    """

    intent: str
    command: str
    form: Mapping[str, Any]
    login: str
    made_at: datetime
    draft: bool = False


class Outbox:
    """The box of one running program in *folder*, which belongs to one office and person.

    Safe to use from several threads. ``left``: the orders that earlier programs left undecided,
    oldest first; they are in this box now.
    """

    def __init__(self, folder: Path) -> None:
        """Take a box, and take over what nobody holds; `ReadOnlyPlace` or `DiskFull`."""
        self._folder = folder
        self._guard = Lock()
        self._orders: dict[str, Order] = {}
        try:
            folder.mkdir(mode=_OWN_FOLDER, parents=True, exist_ok=True)
            self._path = folder / f"{uuid4().hex}{_ENDING}"
            self._held = _opened_lock(self._path)
            try_lock(self._held)
        except OSError as error:
            raise _refusal(error, folder) from error
        self._file: int | None = None
        try:
            self.left = self._taken_over()
        except BaseException:
            self.close()
            raise

    def keep(self, order: Order) -> None:
        """Write *order* down; it is on the disk when this returns."""
        with self._guard:
            try:
                self._append(order)
            except OSError as error:
                raise _refusal(error, self._folder) from error
            self._orders[order.intent] = order

    def known(self, intent: str) -> None:
        """Forget an order whose outcome is known."""
        with self._guard:
            if self._orders.pop(intent, None) is None:
                return
            # Not flushed: an order that comes back after a power cut is asked about, no more.
            with suppress(OSError):
                self._rewrite()

    def waiting(self) -> tuple[Order, ...]:
        """Give what is undecided, oldest first."""
        with self._guard:
            return tuple(sorted(self._orders.values(), key=lambda order: order.made_at))

    def close(self) -> None:
        """Let go of the box; what is undecided stays for the next program."""
        with self._guard:
            if self._file is not None:
                os.close(self._file)
                self._file = None
            if not self._orders:
                _take_away(self._path)
            os.close(self._held)

    def _append(self, order: Order) -> None:
        begins = self._file is None
        if begins:
            self._file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _OWN_EYES)
        handle = self._file
        assert handle is not None  # noqa: S101 - opened above
        line = json.dumps(
            asdict(order) | {"made_at": order.made_at.isoformat()}, ensure_ascii=False
        )
        _write_whole(handle, (line + "\n").encode("utf-8", "surrogatepass"))
        os.fsync(handle)
        if begins:
            _flush_folder(self._folder)

    def _rewrite(self) -> None:
        """Write what is left, or nothing: an order that is known must not wait for the end."""
        if not self._orders and self._file is not None:
            os.ftruncate(self._file, 0)
            return
        draft = self._path.with_suffix(".draft")
        old, self._file, path = self._file, None, self._path
        try:
            self._path = draft
            for order in self._orders.values():
                self._append(order)
            draft.replace(path)
            _flush_folder(self._folder)
        except OSError:
            if self._file is not None:
                os.close(self._file)
            self._file, old = old, None
            raise
        finally:
            self._path = path
            if old is not None:
                os.close(old)

    def _taken_over(self) -> tuple[Order, ...]:
        for path in sorted(self._folder.glob(f"*{_ENDING}")):
            if path == self._path:
                continue
            lock = _opened_lock(path)
            try:
                if not try_lock(lock):
                    continue
                for order in read(path):
                    if order.intent not in self._orders:
                        self.keep(order)
                _take_away(path)
            finally:
                os.close(lock)
        return self.waiting()


def read(path: Path) -> tuple[Order, ...]:
    """Give the orders in the box at *path*; a line cut off by a dying program was never sent."""
    orders = []
    for line in path.read_bytes().splitlines():
        try:
            told = json.loads(line.decode("utf-8", "surrogatepass"))
            told["made_at"] = datetime.fromisoformat(told["made_at"])
            orders.append(Order(**told))
        except (ValueError, TypeError, KeyError):
            continue
    return tuple(orders)


def _opened_lock(path: Path) -> int:
    return os.open(path.with_name(path.name + _LOCK), os.O_RDWR | os.O_CREAT, _OWN_EYES)


def _take_away(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
        path.with_name(path.name + _LOCK).unlink(missing_ok=True)


def _write_whole(handle: int, text: bytes) -> None:
    while text:
        text = text[os.write(handle, text) :]


def _flush_folder(folder: Path) -> None:
    """Flush the folder's own list of files, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refusal(error: OSError, folder: Path) -> Exception:
    full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    return DiskFull() if full else ReadOnlyPlace(place=folder)
