"""Where a file is brought in: dropped, or chosen; with templates for those who have none."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.theme import set_tone

ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt"})
"""Endings that the file dialog offers; what a file really is, the reader decides."""

_WORDS = 620
"""Width of the explanation, in pixels."""


class FileDrop(QFrame):
    """The one place of the program that takes files.

    Signals:
        chosen: the `Path` of a file.
        template_wanted: the language of a template to save, "zh_CN" or "en".
    """

    chosen = Signal(object)
    template_wanted = Signal(object)

    def __init__(self, title: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAcceptDrops(True)
        picture = QLabel(self)
        set_icon(picture, "file-spreadsheet", "accent_text", 52)
        heading = PlainLabel(title, "title")
        formats = self.tr("Excel (.xlsx, .xls), OpenDocument (.ods) or text (.csv), up to 20 MB")
        words = PlainLabel(detail, "dim").wrapping()
        words.setFixedWidth(_WORDS)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        choose_words = self.tr("Choose a file…")
        self.choose = button(choose_words, self.ask, "folder-open", "primary", shortcut="Ctrl+O")
        template = self.tr("No file yet? Save an empty template:")
        self.chinese = button("中文模板", lambda: self.template_wanted.emit("zh_CN"), "download")
        self.english = button(
            "English template", lambda: self.template_wanted.emit("en"), "download"
        )
        lines = QVBoxLayout(self)
        lines.setSpacing(10)
        lines.addStretch(2)
        for label in (picture, heading):
            lines.addWidget(label, 0, Qt.AlignmentFlag.AlignCenter)
        lines.addLayout(row(None, words, None))
        lines.addWidget(PlainLabel(formats, "hint"), 0, Qt.AlignmentFlag.AlignCenter)
        lines.addSpacing(6)
        lines.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignCenter)
        lines.addSpacing(18)
        hint = PlainLabel(template, "dim")
        lines.addLayout(row(None, hint, self.chinese, self.english, None))
        lines.addStretch(3)
        self.setFocusProxy(self.choose)

    def ask(self) -> None:
        """Ask for a file in a dialog."""
        endings = " ".join(f"*{ending}" for ending in sorted(ENDINGS))
        sheets = self.tr("Spreadsheets ({endings})").format(endings=endings)
        anything = self.tr("All files (*)")
        path, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Choose a file"), str(Path.home()), f"{sheets};;{anything}"
        )
        if path:
            self.chosen.emit(Path(path))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()
            self._show_over(over=True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_over(over=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(over=False)
        urls = event.mimeData().urls()
        if urls and urls[0].isLocalFile():
            event.acceptProposedAction()
            self.chosen.emit(Path(urls[0].toLocalFile()))

    def _show_over(self, *, over: bool) -> None:
        set_tone(self, "tone", "accent" if over else "")
        set_tone(self, "role", "banner" if over else "card")
