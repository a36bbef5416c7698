"""The register on paper, drawn on the long-work thread and shown before it is printed."""

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from salesdesk.desks import wording
from salesdesk.desks.link import Cancelled, Link, Step
from salesdesk.desks.widgets.preview import PreviewDialog
from salesdesk.desks.widgets.progress import Progress
from salesdesk.documents.register import register_pdf
from salesdesk.office.customers.queries import register_sheet
from salesdesk.office.inventory.sheets import ProjectCard


class RegisterPapers(QObject):
    """Prints the register of one project's days."""

    def __init__(self, link: Link, window: QWidget) -> None:
        super().__init__(window)
        self._link = link
        self._window = window
        self.preview: PreviewDialog | None = None

    def print_register(self, project: ProjectCard, first_on: date, last_on: date) -> None:
        """Draw the register and show it before it is printed."""
        seat, language = self._link.seat, wording.language()

        def job(_step: Step, _cancelled: Cancelled) -> bytes:
            sheet = seat.ask(
                register_sheet, project.id, project.name, project.company, first_on, last_on
            )
            return register_pdf(sheet, language)

        title = self.tr("Register {project} {first} to {last}")
        if first_on == last_on:
            title = self.tr("Register {project} {first}")
        words = title.format(project=project.name, first=first_on, last=last_on)

        def show(pdf: bytes) -> None:
            preview = PreviewDialog(pdf, words, self._window)
            preview.finished.connect(lambda _code: preview.deleteLater())
            self.preview = preview
            preview.open()

        Progress(self._window, self.tr("Drawing the register")).run(self._link, job, show)
