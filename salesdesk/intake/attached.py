"""Files that are attached: looked at from outside, then read by a child that can be stopped."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from salesdesk.intake.guard import started, told
from salesdesk.intake.refusals import NeedsTooMuch, ReadingStopped, TookTooLong
from salesdesk.office.sales.attachment_rules import (
    BY_NAME,
    MEGABYTE,
    Media,
    NoPaperThere,
    NotAPaper,
    PaperBreaks,
    PaperTooLarge,
    check_size,
    dots_of,
    media_of,
    megabytes,
)

PACKED_WORD = "read-paper"
"""First argument with which a packed program starts itself as the child."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFile:
    """A file that may be attached: its bytes untouched, what they are, pages or dots."""

    name: str
    content: bytes
    media: Media
    pages: int
    width: int
    height: int


def read_paper(
    path: Path, most_mb: int, cancelled: Callable[[], bool] = lambda: False
) -> PaperFile:
    """Give the PDF, PNG or JPEG at *path*, of at most *most_mb* megabytes, proved by the guarded child.

    Raises one of the `AttachmentRefused` family, or `ReadingStopped` once *cancelled* says yes.
    """
    content = _content(path, most_mb)
    check_size(content, most_mb, path.name)
    media = media_of(content, path.name)
    dots_of(content, media, path.name)
    answer, _drawn = _asked(content, media, 0, path.name, cancelled)
    return PaperFile(name=path.name, content=content, media=media, **answer)


def drawn_anew(content: bytes, longest: int, name: str = "") -> bytes:
    """Give a picture as a PNG that the child drew, at most *longest* dots wide and high.

    For bytes of the office too: a raw statement may have written them. Raises as `read_paper`;
    `NotAPaper` for a PDF, which is never drawn.
    """
    media = media_of(content, name)
    if media is Media.PDF:
        raise NotAPaper(file=name)
    dots_of(content, media, name)
    return _asked(content, media, longest, name)[1]


def _content(path: Path, most_mb: int) -> bytes:
    try:
        if not path.is_file():
            raise NoPaperThere(file=path.name)
        size = path.stat().st_size
        if size > most_mb * MEGABYTE:
            raise PaperTooLarge(file=path.name, found=megabytes(size), limit=f"{most_mb} MB")
        with path.open("rb") as file:
            return file.read(most_mb * MEGABYTE + 1)
    except (OSError, ValueError):
        raise NoPaperThere(file=path.name) from None


def _asked(
    content: bytes,
    media: Media,
    longest: int,
    name: str,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[dict[str, Any], bytes]:
    command = started(PACKED_WORD, "salesdesk.intake.paperchild", media.value, str(longest))
    try:
        head, _, drawn = told(command, content, name, cancelled=cancelled).partition(b"\n")
    except (NeedsTooMuch, TookTooLong) as refusal:
        raise PaperBreaks(file=name) from refusal
    answer: dict[str, Any] = json.loads(head)
    if "refused" in answer:
        raise BY_NAME.get(answer["refused"], NotAPaper)(**{**answer["facts"], "file": name})
    return answer, drawn


__all__ = ["PaperFile", "ReadingStopped", "drawn_anew", "read_paper"]
