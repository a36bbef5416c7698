"""The guarded reading of a file: looked at from outside, then read by a child that can be stopped."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import date
from pathlib import Path
from typing import Any

from salesdesk.intake.grid import Cell, SheetGrid, Workbook
from salesdesk.intake.limits import CPU_SECONDS, FILE_BYTES, WALL_SECONDS
from salesdesk.intake.prescan import Container, look, megabytes
from salesdesk.intake.refusals import (
    BY_NAME,
    NeedsTooMuch,
    NoSuchFile,
    NotASpreadsheet,
    ReaderMissing,
    ReadingStopped,
    TookTooLong,
    TooLarge,
)

PACKED_WORD = "read-spreadsheet"
"""First argument with which a packed program starts itself as the child."""

_STOPPED_BY_CLOCK = 24
"""SIGXCPU on Linux and macOS: the child used up its processor seconds."""
_LOOK_SECONDS = 0.1
"""How often somebody who gave up is noticed."""
_HOUSE = Path(__file__).resolve().parents[2]


def open_workbook(
    path: Path,
    *,
    seconds: float = WALL_SECONDS,
    cancelled: Callable[[], bool] = lambda: False,
) -> Workbook:
    """Give all cells of the file at *path* (.xlsx, .xls, .ods, .csv), read in a guarded child.

    Raises one of the `FileRefused` family; *seconds* is the wall clock the child may use. Once
    *cancelled* says yes the child is ended and `ReadingStopped` raised.
    """
    content = _content(path)
    kind = look(content, path.name, path.suffix)
    answer = _ask(kind, content, path.name, seconds, cancelled)
    if "refused" in answer:
        facts = {"file": path.name, **answer["facts"]}
        facts["sheet"] = facts.get("sheet") or path.stem  # a text table has no sheet of its own
        raise BY_NAME.get(answer["refused"], NotASpreadsheet)(**facts)
    sheets = tuple(
        SheetGrid(
            name=sheet["name"] or path.stem,
            rows=tuple(map(tuple, sheet["rows"])),
            merged=_ranges(sheet["merged"]),
        )
        for sheet in answer["sheets"]
    )
    return Workbook(file=path.name, sheets=sheets)


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise NoSuchFile(file=path.name)
        size = path.stat().st_size
        if size > FILE_BYTES:
            raise TooLarge(file=path.name, found=megabytes(size), limit=megabytes(FILE_BYTES))
        with path.open("rb") as file:
            return file.read(FILE_BYTES + 1)
    except (OSError, ValueError):
        raise NoSuchFile(file=path.name) from None


def _command(kind: Container) -> list[str]:
    return started(PACKED_WORD, "salesdesk.intake.child", kind.value)


def started(packed: str, module: str, *words: str) -> list[str]:
    """Give the command that starts a child: *module* with *words*, or a packed program's own word."""
    if getattr(sys, "frozen", False):
        return [sys.executable, packed, *words]
    return [sys.executable, "-X", "utf8", "-m", module, *words]


def _ask(
    kind: Container,
    content: bytes,
    file: str,
    seconds: float,
    cancelled: Callable[[], bool],
) -> dict[str, Any]:
    written = told(_command(kind), content, file, seconds, cancelled)
    answer: dict[str, Any] = json.loads(written, object_hook=_untagged)
    return answer


def told(
    command: list[str],
    content: bytes,
    file: str,
    seconds: float = WALL_SECONDS,
    cancelled: Callable[[], bool] = lambda: False,
) -> bytes:
    """Give what the child of *command* says of *content*, or raise one of the `FileRefused` family."""
    try:
        with _child(command) as child:
            try:
                written = _answer(child, content, seconds, cancelled)
            finally:
                child.kill()
    except subprocess.TimeoutExpired:
        raise TookTooLong(file=file, seconds=round(seconds)) from None
    except OSError:
        raise ReaderMissing(file=file) from None
    if written is None:
        raise ReadingStopped(file=file)
    if child.returncode == -_STOPPED_BY_CLOCK:
        raise TookTooLong(file=file, seconds=CPU_SECONDS)
    if child.returncode != 0:
        raise NeedsTooMuch(file=file)
    return written


def _child(command: list[str]) -> subprocess.Popen[bytes]:
    kept = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "TMPDIR", "TEMP")
    surroundings = {name: os.environ[name] for name in kept if name in os.environ}
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=None if getattr(sys, "frozen", False) else _HOUSE,
        env=surroundings,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _answer(
    child: subprocess.Popen[bytes],
    content: bytes,
    seconds: float,
    cancelled: Callable[[], bool],
) -> bytes | None:
    """Give what the child wrote, None where it was given up; `TimeoutExpired` after *seconds*."""
    # One call to the end, on a thread: `communicate` called again after a timeout never writes
    # what was left of its input (Python 3.11), and the child would wait for it for ever.
    with ThreadPoolExecutor(1, "spreadsheet") as reader:
        talk = reader.submit(child.communicate, content, seconds)
        while not cancelled():
            if wait((talk,), _LOOK_SECONDS).done:
                return talk.result()[0]
        child.kill()
    return None


def _untagged(plain: dict[str, Any]) -> dict[str, Any] | Cell:
    return date.fromisoformat(plain["day"]) if plain.keys() == {"day"} else plain


def _ranges(plain: Any) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...] | None:
    if plain is None:
        return None
    return tuple(((a, b), (c, d)) for (a, b), (c, d) in plain)
