"""A look at a file's container before anything of it is unpacked (reliability 5, point 3)."""

import io
import zipfile
from enum import StrEnum

from salesdesk.intake.limits import ENTRIES, FILE_BYTES, RATIO, RATIO_FROM, UNPACKED_BYTES
from salesdesk.intake.refusals import (
    DrawsOnOtherFiles,
    EmptyFile,
    Encrypted,
    HasMacros,
    NotASpreadsheet,
    Suspicious,
    TooLarge,
)

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXT_ENDINGS = frozenset({".csv", ".tsv", ".txt"})
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table", b"%pdf", b"{\\rtf")
_CONTROLS = tuple(sign for sign in range(1, 32) if sign not in (9, 10, 12, 13))
_OTHER_FILES = ("xl/externallinks/", "xl/connections.xml", "xl/querytables/")
_MACROS = ("vbaproject.bin", "vbadata.xml")
_MACRO_FOLDERS = ("xl/macrosheets/", "basic/", "scripts/")


class Container(StrEnum):
    """What a file is by its first bytes, whatever its name says."""

    XLSX = "xlsx"
    ODS = "ods"
    XLS = "xls"
    TEXT = "text"


def look(content: bytes, file: str, ending: str) -> Container:
    """Give what the file is, or raise the `FileRefused` that says why it is not even opened."""
    if len(content) > FILE_BYTES:
        raise TooLarge(file=file, found=megabytes(len(content)), limit=megabytes(FILE_BYTES))
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise EmptyFile(file=file)
    if content.startswith(_ZIP):
        return _zip(content, file)
    if content.startswith(_OLE):
        return _ole(content, file)
    if ending.casefold() not in _TEXT_ENDINGS or _binary(content):
        raise NotASpreadsheet(file=file)
    return Container.TEXT


def megabytes(count: int) -> str:
    """Write *count* bytes for people, in MB."""
    return f"{count / 1024 / 1024:,.0f} MB"


def _binary(content: bytes) -> bool:
    """Tell pages, pictures and programs from text; a few stray signs are left to the rows."""
    if content.startswith(_UTF16_MARKS):
        return False
    head = content[:4096]
    if head.lstrip(b"\xef\xbb\xbf \r\n\t")[:64].lower().startswith(_MARKUP):
        return True
    noughts = head.count(0)
    controls = sum(head.count(sign) for sign in _CONTROLS)
    if noughts * 5 > len(head):  # UTF-16 without its mark: every other byte
        return controls * 20 > len(head)
    return (noughts + controls) * 20 > len(head)


def _zip(content: bytes, file: str) -> Container:
    try:
        entries = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        raise NotASpreadsheet(file=file) from None
    names = [entry.filename.replace("\\", "/").casefold() for entry in entries]
    if len(entries) > ENTRIES or len(set(names)) != len(names):
        raise Suspicious(file=file)
    if any(name.startswith("/") or ".." in name.split("/") or ":" in name for name in names):
        raise Suspicious(file=file)
    _sizes(entries, file)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Encrypted(file=file)
    if any(name.endswith(_MACROS) or name.startswith(_MACRO_FOLDERS) for name in names):
        raise HasMacros(file=file)
    if any(name.startswith(_OTHER_FILES) for name in names):
        raise DrawsOnOtherFiles(file=file)
    if {"[content_types].xml", "xl/workbook.xml"} <= set(names):
        return Container.XLSX
    if {"mimetype", "content.xml"} <= set(names):
        return Container.ODS
    raise NotASpreadsheet(file=file)


def _sizes(entries: list[zipfile.ZipInfo], file: str) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > UNPACKED_BYTES:
        raise TooLarge(file=file, found=megabytes(unpacked), limit=megabytes(UNPACKED_BYTES))
    for entry in entries:
        if entry.file_size > RATIO_FROM and entry.file_size > RATIO * max(1, entry.compress_size):
            raise Suspicious(file=file)


def _ole(content: bytes, file: str) -> Container:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage"):
        raise Encrypted(file=file)
    if holds("_VBA_PROJECT"):
        raise HasMacros(file=file)
    if not (holds("Workbook") or holds("Book")):
        raise NotASpreadsheet(file=file)
    return Container.XLS
