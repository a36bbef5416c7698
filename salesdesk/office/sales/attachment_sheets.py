"""Frozen answers about what is attached."""

from dataclasses import dataclass
from datetime import datetime

from salesdesk.office.sales.attachment_rules import AttachmentKind, Media


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentLine:
    """One attachment without its bytes: ``size`` in bytes, ``width`` and ``height`` in dots.

    ``of`` is what it belongs to (request, agreement, change, contract, unit, layout), ``number``
    which of them. ``counts``: the newest there that was not struck out.
    """

    id: int
    kind: AttachmentKind
    of: str
    number: str
    name: str
    media: Media
    size: int
    pages: int
    width: int
    height: int
    sha256: str
    note: str
    at: datetime
    by: str
    counts: bool
    struck: str = ""
    struck_by: str = ""
    struck_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile:
    """An attachment with its bytes, as they were in the file."""

    line: AttachmentLine
    content: bytes
