"""Text tables: which encoding, which separator, which cells. Runs inside the guarded child."""

import codecs
import csv
import io
from collections import Counter

_SEPARATORS = ",;\t|"
_SAMPLE_LINES = 20
_POLISH = (b"Nazwa dewelopera", b"Cena m", b"Cena za m2", b"Rodzaj nieruchomo")


def decode(content: bytes) -> str:
    """Give the text of *content*: by its mark, else UTF-8, UTF-16, GB18030, Windows-1250.

    Half characters of UTF-16 pass as lone surrogates, so that the rows can name them.
    """
    if content.startswith(codecs.BOM_UTF8):
        return content[3:].decode("utf-8", "replace")
    if content.startswith(codecs.BOM_UTF16_LE):
        return content[2:].decode("utf-16-le", "surrogatepass")
    if content.startswith(codecs.BOM_UTF16_BE):
        return content[2:].decode("utf-16-be", "surrogatepass")
    noughts = content[:4096].count(0)
    if noughts * 5 > len(content[:4096]):
        even = content[:4096:2].count(0)
        return content.decode("utf-16-be" if even * 2 > noughts else "utf-16-le", "surrogatepass")
    narrow = ("cp1250", "gb18030") if any(p in content for p in _POLISH) else ("gb18030", "cp1250")
    for encoding in ("utf-8", *narrow):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "replace")


def separator(text: str) -> str:
    """Give the sign that parts the cells: the one that stands equally often in most lines."""
    lines = [line for line in text[:65536].splitlines() if line.strip()][:_SAMPLE_LINES]

    def evenness(sign: str) -> int:
        try:
            widths = Counter(len(row) - 1 for row in csv.reader(lines, delimiter=sign))
        except csv.Error:
            return 0
        return max((width * times for width, times in widths.items()), default=0)

    return max(_SEPARATORS, key=evenness)


def table(text: str, rows: int) -> list[list[str]]:
    """Give at most *rows* + 1 rows of cells of *text*.

    Raises `csv.Error` for a cell that never ends.
    """
    found: list[list[str]] = []
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator(text)):
        found.append(row)
        if len(found) > rows:
            break
    return found
