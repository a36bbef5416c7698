"""A search box with its results beneath; the one in the top bar finds everything."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.widgets.icons import icon, set_icon
from salesdesk.desks.widgets.labels import PlainLabel

_DELAY_MS = 120
_MOST_SHOWN = 12
_ROW = 36


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: what is shown, and whatever the asker needs to go there."""

    title: str
    detail: str
    icon_name: str
    target: object


class SearchBox(QLineEdit):
    """Asks while typing, shows hits in a list, Down and Return choose.

    *ask* gets the text and a callable that takes the hits, now or later; late answers to an older
    text are dropped.

    Signals:
        taken: the target of the chosen `Hit`.
    """

    taken = Signal(object)

    def __init__(
        self,
        placeholder: str,
        ask: Callable[[str, Callable[[Sequence[Hit]], None]], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.setMaxLength(80)
        glass = self.addAction(icon("search", "dim", 16), QLineEdit.ActionPosition.LeadingPosition)
        set_icon(glass, "search", "dim", 16)
        self._ask = ask
        self._turn = 0
        self._popup = _Hits(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._search)
        self.textEdited.connect(self._typed)
        self._popup.list.itemClicked.connect(self._take)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show *hits* under the box."""
        if not self.text().strip():
            return
        self._popup.fill(hits[:_MOST_SHOWN])
        self._popup.under(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._popup.hide()
            self.clear()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self._popup.isVisible():
            self._popup.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._popup.isVisible() and self._popup.list.currentItem() is not None:
                self._take(self._popup.list.currentItem())
            else:
                self._search()
        else:
            super().keyPressEvent(event)

    def _typed(self, text: str) -> None:
        self._turn += 1
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._popup.hide()

    def _search(self) -> None:
        text, turn = self.text().strip(), self._turn

        def answer(hits: Sequence[Hit]) -> None:
            if turn == self._turn:
                self.show_hits(hits)

        if text:
            self._ask(text, answer)

    def _take(self, item: QListWidgetItem) -> None:
        target = item.data(Qt.ItemDataRole.UserRole)
        self._popup.hide()
        self.clear()
        if target is not None:
            self.taken.emit(target)


class _Hits(QFrame):
    """The list under the box; it never takes the focus, so typing goes on."""

    def __init__(self, box: QLineEdit) -> None:
        super().__init__(box, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setProperty("role", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box = box
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setIconSize(QSize(16, 16))
        self.list.setUniformItemSizes(True)
        self._none = PlainLabel(self.tr("Nothing found"), "dim")
        self._none.setContentsMargins(12, 8, 12, 8)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(5, 5, 5, 5)
        lines.addWidget(self.list)
        lines.addWidget(self._none)
        box.installEventFilter(self)

    def fill(self, hits: Sequence[Hit]) -> None:
        """Show *hits*, the first one current."""
        self.list.clear()
        for hit in hits:
            text = f"{hit.title}    {hit.detail}" if hit.detail else hit.title
            item = QListWidgetItem(icon(hit.icon_name, "dim", 16), text)
            item.setData(Qt.ItemDataRole.UserRole, hit.target)
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
        self.list.setVisible(bool(hits))
        self._none.setVisible(not hits)
        self.list.setFixedHeight(_ROW * len(hits) + 6)
        if hits:
            self.list.setCurrentRow(0)

    def under(self, box: QLineEdit) -> None:
        """Appear under *box*, as wide as it is."""
        self.setFixedWidth(max(box.width(), 360))
        self.adjustSize()
        self.move(box.mapToGlobal(box.rect().bottomLeft()))
        self.show()

    def move_by(self, rows: int) -> None:
        """Go *rows* down, round the end."""
        count = self.list.count()
        if count:
            self.list.setCurrentRow((self.list.currentRow() + rows) % count)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._box and event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide}:
            self.hide()
        return False
