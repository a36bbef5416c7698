"""Long work under way: how far it is, and a way out."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.link import Cancelled, Errands, Refused, Running, Step
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.kernel.errors import UserError

R = TypeVar("R")
_SHOW_AFTER_MS = 300


class Progress(QDialog):
    """Runs a job through the link, shows its steps, and cancels it on Escape.

    It appears only when the job takes longer than a third of a second.
    """

    def __init__(self, parent: QWidget, title: str, detail: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(420)
        self._running: Running | None = None
        self._detail = PlainLabel(detail, "dim").wrapping()
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._count = PlainLabel("", "hint")
        self._cancel = button(self.tr("Cancel"), self.reject)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 20, 22, 18)
        lines.setSpacing(12)
        lines.addWidget(PlainLabel(title, "heading"))
        lines.addWidget(self._detail)
        lines.addWidget(self._bar)
        lines.addLayout(row(self._count, None, self._cancel))
        self._detail.setVisible(bool(detail))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.open)

    def run(
        self,
        link: Errands,
        job: Callable[[Step, Cancelled], R],
        then: Callable[[R], object],
        refused: Refused | None = None,
    ) -> None:
        """Start *job* on the link's second thread; the dialog goes away by itself."""

        def done(answer: R) -> None:
            self._finish()
            then(answer)

        def declined(error: UserError) -> None:
            self._finish()
            (refused or link.refused.emit)(error)

        self._timer.start(_SHOW_AFTER_MS)
        self._running = link.run(
            self, job, done, self.step, refused=declined, stopped=self._finish
        )

    def step(self, done: int, of: int) -> None:
        """Show that *done* of *of* is done; *of* 0: nobody knows."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._count.setText(f"{done:,} / {of:,}" if of else "")

    @override
    def reject(self) -> None:
        if self._running is None:
            super().reject()
            return
        self._running.cancel()
        self._cancel.setEnabled(False)
        self._count.setText(self.tr("Stopping…"))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def _finish(self, _error: object = None) -> None:
        self._running = None
        self._timer.stop()
        self.hide()
        self.deleteLater()
