"""What is attached to one thing: each file with its size and checksum, and where another is dropped."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.widgets.labels import PlainLabel, button, clear, row
from salesdesk.desks.wording import moment
from salesdesk.office.sales.attachment_rules import Media, megabytes
from salesdesk.office.sales.attachment_sheets import AttachmentLine

_GROUP = 16
"""Places of a checksum between two blanks, so that a narrow panel can break it."""


class ScanList(QWidget):
    """Shows the scans of a request or a deal; a file dropped on it is one more.

    Signals:
        attach_wanted: the `Path` of a file that was dropped, or None where one shall be chosen.
        open_wanted: the `AttachmentLine` that shall be shown.
        strike_wanted: the `AttachmentLine` that shall be struck out.
    """

    attach_wanted = Signal(object)
    open_wanted = Signal(object)
    strike_wanted = Signal(object)

    def __init__(self, rights: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_attach = "AttachScan" in rights
        self._may_open = "scan_file" in rights
        self._may_strike = "StrikeAttachment" in rights
        self.setAcceptDrops(self._may_attach)
        self.attach = button(
            self.tr("Attach scan…"), lambda: self.attach_wanted.emit(None), "file-up"
        )
        self.attach.setVisible(self._may_attach)
        self.attach.setAutoDefault(False)
        self.empty = PlainLabel("", "dim").wrapping()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addLayout(row(PlainLabel(self.tr("Scans"), "heading"), None, self.attach))
        lines.addWidget(self.empty)
        lines.addLayout(self._lines)

    def show_lines(self, found: Sequence[AttachmentLine]) -> None:
        """Show these attachments instead, or how the first one comes here."""
        clear(self._lines)
        for line in found:
            self._lines.addWidget(self._line(line))
        nothing = self.tr("No scan yet.")
        if self._may_attach:
            nothing = self.tr(
                "No scan yet. Print the paper, have it signed, scan it, and drop the file here."
            )
        self.empty.setText(nothing)
        self.empty.setVisible(not found)

    def texts(self) -> list[str]:
        """Give all that is shown, for tests and screen readers."""
        return [label.text() for label in self.findChildren(PlainLabel) if label.isVisibleTo(self)]

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.attach_wanted.emit(path)

    def _line(self, line: AttachmentLine) -> QWidget:
        whole = QWidget()
        lines = QVBoxLayout(whole)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(1)
        lines.addLayout(self._head(line))
        facts = (self._place(line), measure_words(line, line.size), line.by, moment(line.at))
        lines.addWidget(PlainLabel(" · ".join(facts), "dim").wrapping().selectable())
        if line.note:
            lines.addWidget(PlainLabel(line.note).wrapping().selectable())
        if line.struck:
            words = self.tr("Struck out by {person}, {moment}: {reason}")
            said = words.format(
                person=line.struck_by, moment=moment(line.struck_at), reason=line.struck
            )
            lines.addWidget(PlainLabel(said, "wrong").wrapping().selectable())
        elif not line.counts:
            lines.addWidget(PlainLabel(self.tr("A newer one takes its place."), "dim").wrapping())
        sums = (line.sha256[at : at + _GROUP] for at in range(0, len(line.sha256), _GROUP))
        checksum = self.tr("Checksum: {sum}").format(sum=" ".join(sums))
        lines.addWidget(PlainLabel(checksum, "hint").wrapping().selectable())
        return whole

    def _head(self, line: AttachmentLine) -> "QVBoxLayout":
        name: QWidget = PlainLabel(line.name).selectable()
        if self._may_open:
            tip = self.tr("Open {file}").format(file=line.name)
            name = button(line.name, partial(self.open_wanted.emit, line), role="link", tip=tip)
        parts: list[QWidget | None] = [name, None]
        if self._may_strike and not line.struck:
            tip = self.tr("Strike it out…")
            strike = button("", partial(self.strike_wanted.emit, line), "ban", "quiet", tip=tip)
            strike.setAccessibleName(tip)
            parts.append(strike)
        held = QVBoxLayout()
        held.addLayout(row(*parts))
        return held

    def _place(self, line: AttachmentLine) -> str:
        words = {
            "request": self.tr("Request {number}"),
            "agreement": self.tr("Agreement {number}"),
            "change": self.tr("Change {number}"),
            "contract": self.tr("Contract {number}"),
        }
        return words.get(line.of, "{number}").format(number=line.number)


class Measured(Protocol):
    """What is known of a file: an attachment's line, or a file that may become one."""

    @property
    def media(self) -> Media:
        """What its bytes are."""
        ...

    @property
    def pages(self) -> int:
        """Pages of a PDF."""
        ...

    @property
    def width(self) -> int:
        """Dots of a picture, 0 of a PDF."""
        ...

    @property
    def height(self) -> int:
        """Dots of a picture, 0 of a PDF."""
        ...


def measure_words(file: Measured, size: int) -> str:
    """Give what a file is and how large: kind, pages or dots, and its *size* in bytes."""
    dots = f"{file.width} × {file.height}" if file.width else ""
    pages = ""
    if count := file.pages:
        pages = QCoreApplication.translate("ScanList", "%n page(/s)", "", count)
    kind = file.media.value.rpartition("/")[2].upper()
    return " · ".join(part for part in (kind, pages, dots, megabytes(size)) if part)


def dropped(brought: QMimeData) -> Path | None:
    """Give the one file of this machine that was dropped, None where it is something else."""
    urls = brought.urls() if brought.hasUrls() else []
    return Path(urls[0].toLocalFile()) if urls and urls[0].isLocalFile() else None
