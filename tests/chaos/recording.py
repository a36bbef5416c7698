"""The tape of a power-loss trial: every change that SQLite asks the system for, in order, and every promise made.

A tape holds `Event`s. The office's own program runs unchanged while it is recorded.
"""

import ctypes
import json
import os
import struct
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import sqlcipher3._sqlite3

from tests.chaos.interposing import CannotListen, Door, calls, interpose, real

LIBRARY = Path(sqlcipher3._sqlite3.__file__)


class What(Enum):
    """What happened."""

    KNOWN = b"K"
    """A file that was there already is opened for the first time; `body` is its name."""
    MADE = b"N"
    WRITTEN = b"W"
    CUT = b"T"
    """The file now ends at `at`."""
    FLUSHED = b"S"
    DATA_FLUSHED = b"F"
    """fdatasync: what is needed to read the file's data again, and no more."""
    FOLDER_FLUSHED = b"D"
    GONE = b"U"
    MOVED = b"R"
    """`body` is JSON of the old and the new name."""
    SAID = b"A"
    """The office's own word: begun, acknowledged, refused; `body` is JSON."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened; `file` counts the files by their making, not by their name."""

    what: What
    file: int = 0
    at: int = 0
    body: bytes = b""

    @property
    def word(self) -> dict[str, Any]:
        """What the office said, of an event `SAID`."""
        said: dict[str, Any] = json.loads(self.body)
        return said


_HEAD = struct.Struct("<cIQQ")
_UNSEEN = ("-shm", ".lock")
"""The shared index is rebuilt after every crash, and the lock file is empty."""

_UNHEARD = frozenset({"pwritev", "fallocate", "fallocate64", "posix_fallocate", "syncfs"})
"""Ways to change or flush a file that no door below stands for; SQLite here uses none of them."""


def played(tape: Path) -> Iterator[Event]:
    """Give the events on *tape*."""
    with tape.open("rb") as file:
        while head := file.read(_HEAD.size):
            what, number, at, length = _HEAD.unpack(head)
            yield Event(What(what), number, at, file.read(length))


class Recorder:
    """Writes down what SQLite does to the files of one folder."""

    def __init__(self, folder: Path, tape: Path) -> None:
        self._folder = os.fsencode(folder.resolve())
        self._tape = tape.open("wb")
        self._names: dict[bytes, int] = {}
        self._open: dict[int, int] = {}
        self._folders: set[int] = set()
        self._made = 0
        self.heard: Counter[str] = Counter()
        self._real: dict[str, Any] = {}
        self._alive: list[object] = []

    def start(self) -> None:
        """Listen from now on, for the rest of this process.

        `CannotListen` where SQLite has ways to a file that would not be heard.
        """
        used = calls(LIBRARY)
        if unheard := used & _UNHEARD:
            message = f"SQLite calls {', '.join(sorted(unheard))}"
            raise CannotListen(message)
        whole, text, data = ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p
        size, offset = ctypes.c_ssize_t, ctypes.c_int64
        doors = {
            "open64": Door(whole, (text, whole, whole), self._opened),
            "close": Door(whole, (whole,), self._closed),
            "write": Door(size, (whole, data, ctypes.c_size_t), self._wrote),
            "pwrite64": Door(size, (whole, data, ctypes.c_size_t, offset), self._wrote_at),
            "ftruncate64": Door(whole, (whole, offset), self._cut),
            "fsync": Door(whole, (whole,), self._flushed),
            "fdatasync": Door(whole, (whole,), self._flushed_data),
            "unlink": Door(whole, (text,), self._removed),
            "rename": Door(whole, (text, text), self._moved),
        }
        self._real = {name: real(name, door.gives, door.takes) for name, door in doors.items()}
        # A build without large-file names means the same functions by their short ones.
        doors |= {name.removesuffix("64"): door for name, door in doors.items()}
        self._alive = interpose(LIBRARY, doors)

    def say(self, **word: Any) -> None:
        """Put the office's own word on the tape."""
        self._put(What.SAID, body=json.dumps(word, ensure_ascii=False).encode())

    def close(self) -> None:
        """Finish the tape."""
        self._tape.close()

    def _put(self, what: What, file: int = 0, at: int = 0, body: bytes = b"") -> None:
        self._tape.write(_HEAD.pack(what.value, file, at, len(body)))
        self._tape.write(body)

    def _ours(self, path: bytes) -> bytes:
        """Give the name of a file whose contents count, or nothing."""
        folder, name = os.path.split(os.path.realpath(path))
        unseen = os.fsdecode(name).endswith(_UNSEEN)
        return b"" if folder != self._folder or unseen else name

    # --- the doors: each does what it was asked, then writes it down ---------------------------

    def _opened(self, path: bytes, flags: int, mode: int) -> int:
        self.heard["open"] += 1
        name = self._ours(path)
        there = bool(name) and os.path.lexists(path)
        handle: int = self._real["open64"](path, flags, mode)
        if handle >= 0 and name:
            if name not in self._names:
                self._made += 1
                self._names[name] = self._made
                self._put(What.KNOWN if there else What.MADE, self._made, body=name)
            self._open[handle] = self._names[name]
            if there and flags & os.O_TRUNC:
                self._put(What.CUT, self._names[name])
        elif handle >= 0 and os.path.realpath(path) == self._folder:
            self._folders.add(handle)
        return handle

    def _closed(self, handle: int) -> int:
        self._open.pop(handle, None)
        self._folders.discard(handle)
        return int(self._real["close"](handle))

    def _wrote(self, handle: int, data: int, length: int) -> int:
        at = os.lseek(handle, 0, os.SEEK_CUR) if handle in self._open else 0
        done: int = self._real["write"](handle, data, length)
        return self._written(handle, data, done, at)

    def _wrote_at(self, handle: int, data: int, length: int, at: int) -> int:
        done: int = self._real["pwrite64"](handle, data, length, at)
        return self._written(handle, data, done, at)

    def _written(self, handle: int, data: int, done: int, at: int) -> int:
        if done > 0 and handle in self._open:
            self.heard["write"] += 1
            self._put(What.WRITTEN, self._open[handle], at, ctypes.string_at(data, done))
        return done

    def _cut(self, handle: int, size: int) -> int:
        done: int = self._real["ftruncate64"](handle, size)
        if done == 0 and handle in self._open:
            self.heard["truncate"] += 1
            self._put(What.CUT, self._open[handle], size)
        return done

    def _flushed(self, handle: int) -> int:
        return self._flush("fsync", What.FLUSHED, handle)

    def _flushed_data(self, handle: int) -> int:
        return self._flush("fdatasync", What.DATA_FLUSHED, handle)

    def _flush(self, name: str, what: What, handle: int) -> int:
        done: int = self._real[name](handle)
        if done == 0 and handle in self._open:
            self.heard[name] += 1
            self._put(what, self._open[handle])
        elif done == 0 and handle in self._folders:
            self.heard["fsync of the folder"] += 1
            self._put(What.FOLDER_FLUSHED)
        return done

    def _removed(self, path: bytes) -> int:
        name = self._ours(path)
        done: int = self._real["unlink"](path)
        if done == 0 and name:
            self.heard["unlink"] += 1
            self._put(What.GONE, body=name)
            self._names.pop(name, None)
        return done

    def _moved(self, old: bytes, new: bytes) -> int:
        names: Mapping[str, bytes] = {"old": self._ours(old), "new": self._ours(new)}
        done: int = self._real["rename"](old, new)
        if done == 0 and all(names.values()):
            self.heard["rename"] += 1
            body = json.dumps([os.fsdecode(name) for name in names.values()]).encode()
            self._put(What.MOVED, body=body)
            self._names[names["new"]] = self._names.pop(names["old"])
        return done
