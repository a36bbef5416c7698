"""Where a table goes when it leaves the window; what writes it is put in by `app`.

Workbooks and paper are drawn by rooms that are slow to import, so the widgets only know two
callables. Text files are written here.
"""

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from salesdesk.desks.widgets.columns import TableSheet

_RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "\0", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_NOT_IN_NAMES: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_RESERVED: Final = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)


@dataclass(slots=True)
class Outlets:
    """The two ways out that `app` fills in (None: not available yet), and whose papers they are.

    ``company`` and ``person`` are printed on lists; ``practice`` marks them as not real.
    """

    workbook: Callable[[TableSheet, Path], None] | None = None
    paper: Callable[[TableSheet, str], bytes] | None = None
    company: str = ""
    person: str = ""
    practice: bool = False


OUTLETS: Final = Outlets()
"""``workbook(sheet, path)`` writes .xlsx, ``paper(sheet, language)`` gives a PDF."""


def write_csv(sheet: TableSheet, path: Path) -> None:
    """Write *sheet* as UTF-8 with a byte-order mark; no cell can start a formula (ASVS 1.2.10)."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(map(_harmless, sheet.heads))
        out.writerows([_harmless(text) for text in row] for row in sheet.texts())


def not_written(error: OSError) -> tuple[str, str]:
    """Give problem and remedy of a file that the disk did not take."""
    problem = QCoreApplication.translate("Outlets", "The file could not be written: {why}.")
    remedy = QCoreApplication.translate(
        "Outlets", "Choose another folder, or close the file where it is open."
    )
    return problem.format(why=error.strerror or str(error)), remedy


def file_name(title: str, suffix: str) -> str:
    """Give a file name from *title* that every system takes."""
    stem = _NOT_IN_NAMES.sub(" ", title).strip(" .")[:80] or "salesdesk"
    return f"{'_' if _RESERVED.match(stem) else ''}{stem}.{suffix}"


def _harmless(text: str) -> str:
    plain = "".join(mark for mark in text if mark >= " " or mark in "\t\n")
    signed_number = re.fullmatch(r"-[\d,]+(\.\d+)?", plain) is not None
    return f"'{plain}" if plain.startswith(_RISKY) and not signed_number else plain
