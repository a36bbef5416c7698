"""A paper before it is printed: its pages, zoom, print, save. Slow to import; ask for it late."""

from pathlib import Path
from threading import Lock
from typing import Final

import pypdfium2
from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeySequence,
    QPageLayout,
    QPageSize,
    QPainter,
    QPixmap,
    QShortcut,
    QShowEvent,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.outlets import file_name, not_written

_PDFIUM: Final = Lock()
"""PDFium is not safe on several threads: one at a time in this process."""
_ZOOMS: Final = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_SCREEN_DPI: Final = 96
_PRINT_DPI: Final = 300
_GAP: Final = 18
_FRAME: Final = 48
"""What a window system puts around a window, in pixels."""


class Pages:
    """The pages of one PDF as pictures; closed with the window that shows them."""

    def __init__(self, pdf: bytes) -> None:
        with _PDFIUM:
            self._document = pypdfium2.PdfDocument(pdf)
            self.count = len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        """Give width and height of *page* (0..) in points."""
        with _PDFIUM:
            width, height = self._document[page].get_size()
            return float(width), float(height)

    def image(self, page: int, dpi: float) -> QImage:
        """Draw *page* at *dpi*."""
        with _PDFIUM:
            drawn = self._document[page].render(scale=dpi / 72)
            shape = (drawn.width, drawn.height, drawn.stride)
            picture = QImage(bytes(drawn.buffer), *shape, QImage.Format.Format_BGR888)
            return picture.copy()

    def close(self) -> None:
        """Let go of the document."""
        with _PDFIUM:
            self._document.close()


class PreviewDialog(QDialog):
    """Shows *pdf* page under page; prints it and saves it.

    *exact*: a page is printed in its own size and never turned or stretched to the printer's paper.

    Signals:
        printed: after the pages went to a printer (a receipt counts its printings).
    """

    printed = Signal()

    def __init__(
        self, pdf: bytes, title: str, parent: QWidget | None = None, *, exact: bool = False
    ) -> None:
        super().__init__(parent)
        self._exact = exact
        self.setWindowTitle(title)
        self._pdf = pdf
        self._title = title
        self._pages = Pages(pdf)
        self._zoom = 1.0
        self._shown = False
        self.banner = Banner(self)
        self._zoom_text = PlainLabel("", "dim")
        self._zoom_text.setMinimumWidth(48)
        self._zoom_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        count = PlainLabel(self.tr("%n page(/s)", "", self._pages.count), "dim")
        out = button(
            "", self.zoom_out, "zoom-out", "quiet", tip=self.tr("Smaller"), shortcut="Ctrl+-"
        )
        nearer = button(
            "", self.zoom_in, "zoom-in", "quiet", tip=self.tr("Larger"), shortcut="Ctrl++"
        )
        fit = button(
            self.tr("Whole width"), self.fit_width, "maximize", "quiet", shortcut="Ctrl+0"
        )
        save = button(self.tr("Save as PDF…"), self.save, "file-down", shortcut="Ctrl+S")
        self.print_button = button(
            self.tr("Print…"), self.print_pages, "printer", "primary", shortcut="Ctrl+P"
        )
        bar = row(out, self._zoom_text, nearer, fit, count, None, save, self.print_button)
        self._labels = [QLabel() for _page in range(self._pages.count)]
        inside = QWidget()
        inside.setObjectName("scrolled")
        papers = QVBoxLayout(inside)
        papers.setSpacing(_GAP)
        papers.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        for label in self._labels:
            papers.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 12, 14, 14)
        lines.setSpacing(10)
        lines.addLayout(bar)
        lines.addWidget(self.banner)
        lines.addWidget(self._scroll, 1)
        QShortcut(QKeySequence("Ctrl+="), self, self.zoom_in)
        room = self.screen().availableGeometry().size() - QSize(0, _FRAME)
        self.resize(QSize(920, 860).boundedTo(room))
        self.print_button.setFocus()
        self._draw()
        self.finished.connect(lambda _code: self._pages.close())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the whole width of a page that is wider than the window."""
        super().showEvent(event)
        if not self._shown:
            self._shown = True
            if self._labels[0].sizeHint().width() > self._scroll.viewport().width() - _GAP:
                self.fit_width()

    def zoom_in(self) -> None:
        """Show the pages larger."""
        self._set_zoom(next((zoom for zoom in _ZOOMS if zoom > self._zoom + 0.01), _ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Show the pages smaller."""
        smaller = [zoom for zoom in _ZOOMS if zoom < self._zoom - 0.01]
        self._set_zoom(smaller[-1] if smaller else _ZOOMS[0])

    def fit_width(self) -> None:
        """Show the pages as wide as the window."""
        room = self._scroll.viewport().width() - 2 * _GAP
        widest = max(self._pages.size(page)[0] for page in range(self._pages.count))
        self._set_zoom(max(0.2, room / (widest / 72 * _SCREEN_DPI)))

    def save(self) -> None:
        """Ask for a file and save the PDF there, byte for byte."""
        start = str(Path.home() / file_name(self._title, "pdf"))
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), start, self.tr("PDF document (*.pdf)")
        )
        if path:
            self.write(Path(path))

    def write(self, path: Path) -> None:
        """Save the PDF at *path*; a refusal of the disk is shown in the window."""
        try:
            path.write_bytes(self._pdf)
        except OSError as error:
            self.banner.say(*not_written(error))
        else:
            self.banner.say(self.tr("Saved: {path}").format(path=str(path)), "", "good")

    def print_pages(self) -> None:
        """Ask for a printer and print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._set_paper(printer)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.paint(printer)
            self.printed.emit()

    def paint(self, printer: QPrinter) -> None:
        """Draw every page on *printer* at 300 dpi."""
        self._set_paper(printer)
        painter = QPainter(printer)
        for page in range(self._pages.count):
            if page:
                printer.newPage()
            whole = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
            if self._exact:
                wide, high = (side * printer.resolution() / 72 for side in self._pages.size(page))
                whole = QRectF(0, 0, wide, high)
            painter.drawImage(whole, self._pages.image(page, _PRINT_DPI))
        painter.end()

    def _set_paper(self, printer: QPrinter) -> None:
        width, height = self._pages.size(0)
        if self._exact:  # the paper lies in the printer as it is, wider than high
            own = QPageSize(
                QSizeF(width, height),
                QPageSize.Unit.Point,
                "",
                QPageSize.SizeMatchPolicy.ExactMatch,
            )
            upright = QPageLayout.Orientation.Portrait
            printer.setFullPage(True)
            printer.setPageLayout(QPageLayout(own, upright, QMarginsF(0, 0, 0, 0)))
            printer.setDocName(self._title)
            return
        wide = width > height
        short, long = sorted((width, height))
        size = QPageSize(
            QSize(round(short), round(long)), "", QPageSize.SizeMatchPolicy.FuzzyMatch
        )
        way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        printer.setFullPage(True)
        printer.setPageLayout(QPageLayout(size, way, QMarginsF(0, 0, 0, 0)))
        printer.setDocName(self._title)

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self._draw()

    def _draw(self) -> None:
        sharp = self.devicePixelRatioF()
        for page, label in enumerate(self._labels):
            image = self._pages.image(page, _SCREEN_DPI * self._zoom * sharp)
            image.setDevicePixelRatio(sharp)
            label.setPixmap(QPixmap.fromImage(image))
        self._zoom_text.setText(f"{round(self._zoom * 100)} %")
