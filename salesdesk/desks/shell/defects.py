"""Our defects: written down on this machine without anybody's data, and told in plain words."""

import platform
import traceback
from pathlib import Path
from typing import Final

from platformdirs import user_log_path
from PySide6.QtCore import QDateTime, Qt, qVersion
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from salesdesk.desks.widgets.fields import copy_text
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import PlainLabel, button, column, row

LARGEST_LOG: Final = 1_000_000
_MOST_FRAMES: Final = 40


def log_file() -> Path:
    """Give the place of the defects' log on this machine."""
    return user_log_path("salesdesk", appauthor=False) / "defects.log"


def report(error: BaseException) -> str:
    """Describe *error* by kinds, files, lines and functions; no message, no value, no name.

    Messages of exceptions quote what they stumbled over, which here is people's data.
    """
    lines = [
        f"salesdesk, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
    ]
    shown: BaseException | None = error
    seen: set[int] = set()
    while shown is not None and id(shown) not in seen:
        seen.add(id(shown))
        lines.append(f"{type(shown).__module__}.{type(shown).__qualname__}")
        if isinstance(shown, OSError) and shown.errno is not None:
            lines.append(f"  errno {shown.errno}")
        frames = traceback.extract_tb(shown.__traceback__)[-_MOST_FRAMES:]
        lines += [f"  {_short(one.filename)}:{one.lineno} {one.name}" for one in frames]
        shown = shown.__cause__ or shown.__context__
        if shown is not None:
            lines.append("because of")
    return "\n".join(lines)


def write_down(text: str, path: Path) -> bool:
    """Add *text* to the log at *path*, dropping its older half when it grows too large."""
    stamp = QDateTime.currentDateTimeUtc().toString(Qt.DateFormat.ISODate)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST_LOG:
            kept = path.read_bytes()[-LARGEST_LOG // 2 :]
            path.write_bytes(kept)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{stamp} {text}\n\n")
    except OSError:
        return False
    return True


class DefectBox(QDialog):
    """Says that the program made a mistake, that the work goes on, and offers the details."""

    def __init__(self, text: str, place: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("A defect in the program"))
        self.setMinimumWidth(520)
        self._text = text
        picture = PlainLabel()
        set_icon(picture, "circle-x", "danger", 30)
        head = PlainLabel(self.tr("The program made a mistake, not you."), "heading").wrapping()
        what = self.tr(
            "The last step may not have been carried out: look whether it is there before you "
            "repeat it. Everything that was saved is safe. The details below hold no personal "
            "data; please pass them on to whoever looks after this program."
        )
        words = column(head, PlainLabel(what, "dim").wrapping())
        top = row(picture, words, spacing=14)
        top.setStretch(1, 1)
        details = QPlainTextEdit(text, self)
        details.setReadOnly(True)
        details.setMinimumHeight(150)
        details.setAccessibleName(self.tr("Details"))
        where = PlainLabel(self.tr("Kept in {file}").format(file=str(place)), "hint").wrapping()
        self.copy_button = button(self.tr("Copy details"), self._copy, "copy")
        close = button(self.tr("Close"), self.accept, role="primary")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 20, 22, 18)
        lines.setSpacing(12)
        lines.addLayout(top)
        lines.addWidget(details)
        lines.addWidget(where)
        lines.addLayout(row(self.copy_button, None, close))
        close.setFocus()

    def _copy(self) -> None:
        copy_text(self._text)
        self.copy_button.setText(self.tr("Copied"))


def _short(filename: str) -> str:
    """Leave out the folders above our own, which may carry a person's name."""
    parts = Path(filename).parts
    for root in ("salesdesk", "site-packages"):
        if root in parts:
            at = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[at:])
    return parts[-1] if parts else filename
