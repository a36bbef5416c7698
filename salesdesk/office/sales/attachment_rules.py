"""What may be attached: which files, how large, and what their first bytes say they are.

A file's name is believed in nothing. Nothing here unpacks or draws: pictures and PDFs are opened in
a guarded child process alone (`intake.attached`).
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError

MOST_DOTS = 50_000_000
"""Dots of the largest picture: an A3 page scanned at 400 dpi has 31 million (`intake.limits`)."""
MOST_PAGES = 10_000
MEGABYTE = 1024 * 1024


class AttachmentKind(StrEnum):
    """What an attachment is: the signed paper scanned back (扫描件), or a floor plan (户型图)."""

    SCAN = "scan"
    FLOOR_PLAN = "floor plan"


class Media(StrEnum):
    """The kinds of file that are taken, by their registered names."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"


ENDINGS: Mapping[Media, str] = {Media.PDF: ".pdf", Media.PNG: ".png", Media.JPEG: ".jpg"}
"""The ending under which a copy is opened: that of what the bytes are, never of the file's name."""


class AttachmentRefused(UserError):
    """A file that is not attached; nothing of it was kept."""

    problem = QT_TRANSLATE_NOOP("errors", "{file} cannot be attached.")
    remedy = QT_TRANSLATE_NOOP("errors", "Scan the paper again and attach the new file.")


class NotAPaper(AttachmentRefused):
    """Something else than a PDF, PNG or JPEG, whatever its name says, or a damaged one."""

    problem = QT_TRANSLATE_NOOP("errors", "{file} is no PDF, PNG or JPEG, or it is damaged.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Scan the paper again and save it as PDF, PNG or JPEG, then attach that file."
    )


class PaperTooLarge(AttachmentRefused):
    """More bytes than the office takes (setting ``attachment_most_mb``)."""

    problem = QT_TRANSLATE_NOOP("errors", "{file} is too large: {found}, at most {limit}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Scan it with 200 dpi or in grey, or ask the administrator for a higher limit."
    )


class TooManyDots(AttachmentRefused):
    """A picture that is small on the disk and huge in memory."""

    problem = QT_TRANSLATE_NOOP("errors", "The picture {file} is {found} dots large.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Save it with fewer dots, at most {limit} million, and attach that."
    )


class PaperLocked(AttachmentRefused):
    """A PDF behind a password: in ten years nobody would know it."""

    problem = QT_TRANSLATE_NOOP("errors", "{file} is protected by a password.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Open it, save it without a password, and attach that; or scan the paper."
    )


class PaperActs(AttachmentRefused):
    """A PDF that does something when it is opened, or carries other files."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{file} holds programs or other files, which no scanned paper does."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Do not open it. Scan the signed paper itself and attach that."
    )


class PaperBreaks(AttachmentRefused):
    """A file that its reader could not get through: too long, too much memory, or broken."""

    problem = QT_TRANSLATE_NOOP("errors", "{file} broke its reader; reading was stopped.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Scan the paper again with 200 dpi and attach the new file."
    )


class NoPaperThere(AttachmentRefused):
    """Nothing, or no plain file, at that place."""

    problem = QT_TRANSLATE_NOOP("errors", "There is no file {file} that can be opened.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Check the folder and the name, and that you may read the file."
    )


BY_NAME: Mapping[str, type[AttachmentRefused]] = {
    kind.__name__: kind for kind in (NotAPaper, TooManyDots, PaperLocked, PaperActs)
}
"""What the guarded child may answer, by name."""

_PNG, _JPEG, _PDF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"%PDF-"
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""JPEG's markers that are followed by a height and a width."""
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""JPEG's markers without a length."""


def media_of(content: bytes, file: str) -> Media:
    """Give what *content* begins like, or raise `NotAPaper`."""
    for start, media in ((_PDF, Media.PDF), (_PNG, Media.PNG), (_JPEG, Media.JPEG)):
        if content.startswith(start):
            return media
    raise NotAPaper(file=file)


def dots_of(content: bytes, media: Media, file: str) -> tuple[int, int]:
    """Give a picture's width and height as its head tells them, 0 and 0 for a PDF.

    Raises `NotAPaper` where the head is broken, `TooManyDots` above `MOST_DOTS`.
    """
    if media is Media.PDF:
        return 0, 0
    size = _png_size(content) if media is Media.PNG else _jpeg_size(content)
    if size is None or not all(size):
        raise NotAPaper(file=file)
    width, height = size
    if width * height > MOST_DOTS:
        raise TooManyDots(file=file, found=f"{width} × {height}", limit=MOST_DOTS // 10**6)
    return width, height


def check_size(content: bytes, most_mb: int, file: str) -> None:
    """Raise `PaperTooLarge` above *most_mb* megabytes, `NotAPaper` for an empty file."""
    if not content:
        raise NotAPaper(file=file)
    if len(content) > most_mb * MEGABYTE:
        raise PaperTooLarge(file=file, found=megabytes(len(content)), limit=f"{most_mb} MB")


def megabytes(size: int) -> str:
    """Give *size* bytes in words, a tenth of a megabyte exact."""
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE // 10 else f"{max(size // 1024, 1)} KB"


def _png_size(content: bytes) -> tuple[int, int] | None:
    if content[12:16] != b"IHDR" or len(content) < 24:  # noqa: PLR2004 - where IHDR's sizes end
        return None
    return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    for marker, at in _markers(content):
        if marker in _FRAMES and at + 7 <= len(content):
            height, width = content[at + 3 : at + 5], content[at + 5 : at + 7]
            return int.from_bytes(width), int.from_bytes(height)
    return None


def _markers(content: bytes) -> Iterator[tuple[int, int]]:
    """Give each marker before the picture's data, and where its length stands."""
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:  # noqa: PLR2004 - what a marker begins with
        marker = content[at + 1]
        if marker == 0xFF:  # noqa: PLR2004 - filling
            at += 1
        elif marker in _BARE:
            at += 2
        else:
            yield marker, at + 2
            at += 2 + max(int.from_bytes(content[at + 2 : at + 4]), 2)
