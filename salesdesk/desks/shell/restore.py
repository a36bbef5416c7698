"""The wizard's page that brings a backup back."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.wording import moment

_FILES = "*.backup"
_ENDING = ".office"
_FOLDER = "-backups"
_STAMP = re.compile(r"-\d{8}-\d{6}-\d{6}$")
_MB = 1_000_000


class RestorePage(QWidget):
    """Chooses a backup and the place where the office shall live again.

    Signals:
        wanted: (backup, new file); the new file never exists yet, so nothing is overwritten.
        back: the person changed his mind.
    """

    wanted = Signal(object)
    back = Signal()

    def __init__(
        self, backups: Callable[[], Sequence[Path]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._backups = backups
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Backups on this machine"))
        self.list.itemDoubleClicked.connect(lambda _item: self._restore())
        self.list.currentItemChanged.connect(self._moved)
        self.go = button(self.tr("Restore…"), self._restore, "database-backup", "primary")
        self.other = button(self.tr("Another file…"), self._browse, "folder-open")
        go_back = button(self.tr("Back"), self.back.emit, "arrow-left", "quiet")
        hint = self.tr(
            "The backup is checked first and put into a new file; nothing that exists is touched."
        )
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 20, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(PlainLabel(self.tr("Restore a backup"), "title"))
        lines.addWidget(PlainLabel(hint, "dim").wrapping())
        nothing = EmptyState(
            self.tr("No backup found on this machine"),
            self.tr("Backups lie beside the office, in a folder that ends in -backups."),
            "database-backup",
        )
        self._pages = QStackedWidget(self)
        self._pages.addWidget(nothing)
        self._pages.addWidget(self.list)
        lines.addWidget(self._pages, 1)
        lines.addLayout(row(go_back, self.other, None, self.go))

    def start(self) -> None:
        """List the backups this machine knows, latest first; the cursor goes to them."""
        self.list.clear()
        for path in self._backups():
            self._add(path)
        self._moved()
        if self.list.count():
            self.list.setCurrentRow(0)
        (self.list if self.list.count() else self.other).setFocus()

    def _add(self, path: Path) -> None:
        if path.is_file():
            about = path.stat()
            taken = moment(datetime.fromtimestamp(about.st_mtime).astimezone())
            words = f"{taken}    {about.st_size / _MB:,.1f} MB    {path.name}    {path.parent}"
        else:
            words = str(path)
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, str(path))
        self.list.addItem(item)
        self.list.setCurrentItem(item)

    def _moved(self, *_items: object) -> None:
        self.go.setEnabled(self.list.currentItem() is not None)
        self._pages.setCurrentIndex(1 if self.list.count() else 0)

    def _browse(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self,
            self.tr("Which backup?"),
            str(Path.home()),
            self.tr("Backups ({files})").format(files=_FILES),
        )
        if path:
            self._add(Path(path))

    def _restore(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        copy = Path(item.data(Qt.ItemDataRole.UserRole))
        target, _kind = QFileDialog.getSaveFileName(
            self,
            self.tr("Where should the restored office be kept?"),
            str(suggested(copy)),
            self.tr("Office (*.office)"),
            options=QFileDialog.Option.DontConfirmOverwrite,  # an existing file is refused anyway
        )
        if target:
            chosen = Path(target) if Path(target).suffix else Path(target + _ENDING)
            self.wanted.emit((copy, chosen))


def suggested(copy: Path) -> Path:
    """Give the place of the office that *copy* was taken of; beside it where something is there."""
    folder = copy.parent
    at_home = folder.name.endswith(_FOLDER)
    name = folder.name.removesuffix(_FOLDER) if at_home else _STAMP.sub("", copy.stem)
    home = folder.parent if at_home else folder
    lost = home / (name + _ENDING)
    return home / f"{name}-restored{_ENDING}" if lost.exists() else lost
