"""The ways out of the board: paper and a coloured workbook, drawn on the long-work thread."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from salesdesk.desks import wording
from salesdesk.desks.link import Cancelled, Link, Step
from salesdesk.desks.widgets.outlets import file_name
from salesdesk.desks.widgets.preview import PreviewDialog
from salesdesk.desks.widgets.progress import Progress
from salesdesk.documents.board import board_pdf
from salesdesk.documents.workbook import board_xlsx
from salesdesk.office.inventory.printed import board_sheet


class BoardPapers(QObject):
    """Prints and exports the board of one project, as the office knows it, now or at *moment*."""

    def __init__(
        self, link: Link, window: QWidget, moment: Callable[[], datetime | None] = lambda: None
    ) -> None:
        super().__init__(window)
        self._moment = moment
        self._link = link
        self._window = window
        self.preview: PreviewDialog | None = None

    def print_board(self, project: int, title: str, paper: str = "A3") -> None:
        """Draw the board on *paper* ("A3" or "A4") and show it before it is printed."""
        seat, language, moment = self._link.seat, wording.language(), self._moment()

        def job(_step: Step, _cancelled: Cancelled) -> bytes:
            return board_pdf(seat.ask(board_sheet, project, moment), language, paper)

        def show(pdf: bytes) -> None:
            preview = PreviewDialog(pdf, title, self._window)
            preview.finished.connect(lambda _code: preview.deleteLater())
            self.preview = preview
            preview.open()

        words = self.tr("Drawing the board")
        Progress(self._window, words).run(self._link, job, show)

    def export_board(self, project: int, title: str) -> None:
        """Ask for a file and write the coloured workbook there."""
        start = str(Path.home() / file_name(title, "xlsx"))
        caption = self.tr("Export the board")
        kinds = self.tr("Excel workbook (*.xlsx)")
        name, _kind = QFileDialog.getSaveFileName(self._window, caption, start, kinds)
        if name:
            self.write_board(project, Path(name))

    def write_board(self, project: int, path: Path) -> None:
        """Write the coloured workbook to *path*."""
        seat, language, moment = self._link.seat, wording.language(), self._moment()

        def job(_step: Step, _cancelled: Cancelled) -> Path:
            path.write_bytes(board_xlsx(seat.ask(board_sheet, project, moment), language))
            return path

        def done(written: Path) -> None:
            told = getattr(self._window, "told", None)
            if told is not None:
                words = self.tr("Saved: {file}")
                told.emit(words.format(file=written.name))

        words = self.tr("Writing the workbook")
        Progress(self._window, words).run(self._link, job, done)
