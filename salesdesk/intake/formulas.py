"""Cells that the reader library leaves blank although something stands there: formulas and errors.

A formula is never calculated here. Where the file holds no result for it, or an error as its
result, the cell's text becomes ``=...`` or ``#N/A``, and the rows complain about it by place.
Runs inside the guarded child.
"""

import html
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_LINK = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_FACT = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PLACES = re.compile(
    rb"<(?:\w+:)?row\b([^>]*)>|<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL
)
_FORMULA = re.compile(rb"<(?:\w+:)?f\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?f>)", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?v>)", re.DOTALL)
_REFERENCE = re.compile(rb"([A-Z]{1,3})([0-9]{1,7})")
_LONGEST = 80
_ODS_FORMULA = re.compile(rb"<table:table-cell\b[^>]*table:formula=[^>]*>")


def xlsx_marks(content: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """Give, by sheet name and (row, column) from 0, the texts of uncalculated or failed cells."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = set(parts.namelist())
        links = _links(parts.read("xl/_rels/workbook.xml.rels")) if _RELS in names else {}
        marks: dict[str, dict[tuple[int, int], str]] = {}
        for match in _SHEET.finditer(parts.read("xl/workbook.xml")):
            facts = _facts(match.group(1))
            part = links.get(next((v for k, v in facts.items() if k.endswith(":id")), ""), "")
            if part in names:
                marks[html.unescape(facts.get("name", ""))] = dict(_marks(parts.read(part)))
    return marks


def ods_uncalculated(content: bytes) -> bool:
    """Say whether an .ods holds a formula without its result."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        cells = _ODS_FORMULA.finditer(parts.read("content.xml"))
        return any(b"office:value" not in m.group() and b"calcext" not in m.group() for m in cells)


_RELS = "xl/_rels/workbook.xml.rels"


def _facts(tag: bytes) -> dict[str, str]:
    return {
        name.decode(): (double or single).decode("utf-8", "replace")
        for name, double, single in _FACT.findall(tag)
    }


def _links(part: bytes) -> dict[str, str]:
    found = {}
    for match in _LINK.finditer(part):
        facts = _facts(match.group(1))
        target = posixpath.normpath(posixpath.join("/xl", facts.get("Target", "")))
        found[facts.get("Id", "")] = target.lstrip("/")
    return found


def _marks(sheet: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    if b"<f" not in sheet and b":f" not in sheet and b't="e"' not in sheet:
        return
    row = column = -1
    for match in _PLACES.finditer(sheet):
        line, cell, body = match.groups()
        if line is not None:
            number = _facts(line).get("r", "")
            row, column = (int(number) - 1 if number.isdecimal() else row + 1), -1
            continue
        reference = _REFERENCE.search(cell)
        column = _column(reference.group(1)) if reference else column + 1
        row = int(reference.group(2)) - 1 if reference else row
        text = _text(cell, body or b"")
        if text:
            yield (row, column), text


def _text(cell: bytes, body: bytes) -> str:
    formula, value = _FORMULA.search(body), _VALUE.search(body)
    result = value.group(1) if value else None
    if b't="e"' in cell:
        return (result or b"#N/A").decode("utf-8", "replace")[:_LONGEST]
    if formula is None or result or (value and b't="str"' in cell):
        return ""
    return "=" + html.unescape((formula.group(1) or b"").decode("utf-8", "replace"))[:_LONGEST]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
