"""The form that attaches a file: which paper it is of, the file as its guarded reader saw it, a note."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.scanlist import dropped, measure_words
from salesdesk.intake.attached import PaperFile, read_paper
from salesdesk.kernel.errors import UserError
from salesdesk.office.staff.rules import SETTINGS

_LARGEST_MB = SETTINGS["attachment_most_mb"].most
"""What any office may allow; how much this one does, the office says."""
_LONGEST_NOTE = 500


class Place(NamedTuple):
    """Where a file may belong: what it is called, and the entries of the command that say so."""

    words: str
    entries: dict[str, Any]


class AttachDialog(Asking):
    """Attaches one file to one of *places*; a bad one is refused here, and another can be chosen.

    *make* gives the command from content, name, pages, note and the entries of the place.
    """

    def __init__(
        self,
        link: Link,
        parent: QWidget | None,
        places: Sequence[Place],
        make: Callable[..., Any],
        *,
        title: str = "",
        label: str = "",
    ) -> None:
        super().__init__(link, parent)
        self._make = make
        self._places = tuple(places)
        self.paper: PaperFile | None = None
        self.head(title or self.tr("Attach a scan"), self.tr("Attach"), "file-up")
        self.setAcceptDrops(True)
        self.place = self.form.add("paper", label or self.tr("Paper"), QComboBox(), needed=True)
        for place in self._places:
            self.place.addItem(place.words)
        self.file = self.form.add("file", self.tr("File"), QLineEdit(), needed=True)
        self.file.setReadOnly(True)
        self.file.setPlaceholderText(self.tr("Drop a PDF, PNG or JPEG here, or choose one"))
        self.note = self.form.add("note", self.tr("Note"), QLineEdit())
        self.note.setMaxLength(_LONGEST_NOTE)
        self.choose = button(
            self.tr("Choose a file…"), self.ask_file, "folder-open", shortcut="Ctrl+O"
        )
        self.choose.setAutoDefault(False)
        hint = self.tr(
            "The file is kept as it is, and is never changed; a wrong one is struck out."
        )
        self.body.addLayout(row(self.choose, None))
        self.body.addWidget(PlainLabel(hint, "dim").wrapping())
        self.sending.allow(self.yes, allowed=False)
        self.choose.setFocus()

    def ask_file(self) -> None:
        """Ask for a file in a dialog."""
        kinds = self.tr("Papers and pictures ({endings})").format(
            endings="*.pdf *.png *.jpg *.jpeg"
        )
        anything = self.tr("All files (*)")
        path, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Choose a file"), str(Path.home()), f"{kinds};;{anything}"
        )
        if path:
            self.take(Path(path))

    def take(self, path: Path) -> None:
        """Have the file at *path* read by its guarded reader."""
        self.paper = None
        self.sending.allow(self.yes, allowed=False)
        self.form.right()
        self.file.setText(path.name)
        self.form.remark("file", self.tr("Reading…"))
        job = partial(_read, path)
        self.link.run(self, job, self._came, refused=self._refused)

    @override
    def send(self) -> None:
        if self.paper is None:
            self.form.wrong("file", self.tr("Choose the file first."))
            return
        paper, place = self.paper, self._places[self.place.currentIndex()]
        command = self._make(
            content=paper.content,
            name=paper.name,
            pages=paper.pages,
            note=self.note.text().strip(),
            **place.entries,
        )
        self.sending.send(command, self.well)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.take(path)

    def _came(self, paper: PaperFile) -> None:
        self.paper = paper
        self.form.remark("file", measure_words(paper, len(paper.content)))
        self.sending.allow(self.yes, allowed=True)
        self.yes.setFocus()

    def _refused(self, error: UserError) -> None:
        self.form.remark("file", "")
        self.form.refuse(error)
        self.choose.setFocus()


def _read(path: Path, _step: object, cancelled: Callable[[], bool]) -> PaperFile:
    return read_paper(path, _LARGEST_MB, cancelled)
