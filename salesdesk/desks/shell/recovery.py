"""The recovery key, shown once: printed, copied, and confirmed before anything else happens."""

from PySide6.QtCore import QMarginsF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from salesdesk.desks.shell.backstage import OfficeMade
from salesdesk.desks.widgets.fields import copy_text
from salesdesk.desks.widgets.labels import Card, PlainLabel, button, row

_MARGIN_MM = 25.0
_PASSWORDS_PX = 220
"""As many as ten lines stand there at once; an office of thirty is scrolled."""


class RecoveryPage(QWidget):
    """Shows a new office's recovery key and first passwords.

    Signals:
        finished: the place of the office, once the person says the key is written down.
    """

    finished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: OfficeMade | None = None
        self.key = PlainLabel("", "figure").wrapping().selectable()
        self.key.setAccessibleName(self.tr("Recovery key"))
        self.key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        mono = QFont("monospace")
        mono.setStyleHint(QFont.StyleHint.Monospace)
        self.key.setFont(mono)
        why = self.tr(
            "If the last administrator loses his password, only this key lets somebody in. It is "
            "shown once, now, and stored nowhere in clear. Keep it on paper, away from this machine."
        )
        self._passwords = PlainLabel("").wrapping().selectable()
        self._card = Card(self)
        self._card.body.addWidget(PlainLabel(self.tr("First passwords"), "heading"))
        self._room = _within(self._passwords)
        self._card.body.addWidget(self._room)
        key_card = Card(self)
        key_card.body.addWidget(self.key)
        self.written = QCheckBox(self.tr("I have written the key down."))
        self.go = button(self.tr("Go to the sign-in"), self._go, "arrow-right", "primary")
        self.go.setEnabled(False)
        self.written.toggled.connect(self.go.setEnabled)
        self.copy_button = button(self.tr("Copy"), self._copy, "copy")
        print_button = button(self.tr("Print…"), self._print, "printer")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addStretch(1)
        lines.addWidget(PlainLabel(self.tr("The office is ready. Keep this key."), "title"))
        lines.addWidget(PlainLabel(why, "dim").wrapping())
        lines.addWidget(key_card)
        lines.addLayout(row(self.copy_button, print_button, None))
        lines.addWidget(self._card)
        lines.addWidget(self.written)
        lines.addLayout(row(None, self.go))
        lines.addStretch(2)

    @property
    def made(self) -> OfficeMade | None:
        """The office whose key is shown now, until the person says that it is written down."""
        return self._made

    def show_made(self, made: OfficeMade) -> None:
        """Show what is shown once."""
        self._made = made
        self.key.setText(made.recovery_key)
        self._passwords.setText(
            "\n".join(f"{name}  ·  {login}  ·  {word}" for name, login, word in made.passwords)
        )
        self._room.setFixedHeight(min(self._passwords.sizeHint().height(), _PASSWORDS_PX))
        self._card.setVisible(bool(made.passwords))
        self.written.setChecked(False)
        self.written.setFocus()

    def texts(self) -> list[str]:
        """Give the lines that are copied and printed."""
        if self._made is None:
            return []
        lines = [self.tr("Recovery key"), self._made.recovery_key, self._made.place]
        if self._made.passwords:
            lines += ["", self.tr("First passwords"), *self._passwords.text().splitlines()]
        return lines

    def paint(self, printer: QPrinter) -> None:
        """Put the lines on one sheet."""
        printer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                QPageLayout.Orientation.Portrait,
                QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
            )
        )
        painter = QPainter(printer)
        room = QRectF(0, 0, printer.width(), printer.height())
        painter.drawText(room, Qt.TextFlag.TextWordWrap, "\n\n".join(self.texts()))
        painter.end()

    def _copy(self) -> None:
        copy_text("\n".join(self.texts()))
        self.copy_button.setText(self.tr("Copied"))

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            self.paint(printer)

    def _go(self) -> None:
        if self._made is not None:
            place, self._made = self._made.place, None
            self.key.clear()
            self._passwords.clear()
            self.finished.emit(place)


def _within(words: QWidget) -> QScrollArea:
    words.setObjectName("scrolled")
    room = QScrollArea()
    room.setWidget(words)
    room.setWidgetResizable(True)
    return room
