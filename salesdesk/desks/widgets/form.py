"""Forms: label, field, and what is wrong with it right beneath; Tab goes down the paper."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.fields import WheelGuard
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.widgets.theme import set_tone
from salesdesk.kernel.errors import UserError

W = TypeVar("W", bound=QWidget)


class Form(QWidget):
    """Fields under one another, in *columns* side by side; each is known by its name.

    The names are those of the command's fields: a refusal with a fact ``field`` marks that field
    and puts the cursor there, and the banner on top says what to do.
    """

    def __init__(self, columns: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._at = 0
        self._fields: dict[str, QWidget] = {}
        self._labels: dict[str, PlainLabel] = {}
        self._wrongs: dict[str, PlainLabel] = {}
        self._last: QWidget | None = None
        self._guard = WheelGuard(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self.banner = Banner(self)
        self._grid.addWidget(self.banner, 0, 0, 1, columns)
        self._grid.setRowMinimumHeight(0, 2)

    def add(
        self, name: str, label: str, field: W, *, wide: bool = False, needed: bool = False
    ) -> W:
        """Add *field* under *label* (with a star where it must be filled in); give the field."""
        if wide and self._at % self._columns:
            self._at += self._columns - self._at % self._columns
        row, column = 1 + 3 * (self._at // self._columns), self._at % self._columns
        across = self._columns if wide else 1
        mark = PlainLabel(f"{label} *" if needed else label, "dim")
        mark.setBuddy(field)
        wrong = PlainLabel("", "wrong").wrapping()
        wrong.setContentsMargins(2, 0, 0, 4)
        wrong.hide()
        self._grid.addWidget(mark, row, column, 1, across)
        self._grid.addWidget(field, row + 1, column, 1, across)
        self._grid.addWidget(wrong, row + 2, column, 1, across, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowMinimumHeight(row + 2, 6)
        field.setAccessibleName(label)
        if isinstance(field, QComboBox | QAbstractSpinBox):
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            field.installEventFilter(self._guard)
        if not isinstance(field, QCheckBox):
            field.setObjectName(name)
        if self._last is not None:
            QWidget.setTabOrder(self._last, field)
        self._last = field
        self._fields[name], self._labels[name], self._wrongs[name] = field, mark, wrong
        self._at += across
        return field

    def field(self, name: str) -> QWidget:
        """Give the field called *name*."""
        return self._fields[name]

    def show_field(self, name: str, *, shown: bool) -> None:
        """Show or hide a field with its label."""
        self._fields[name].setVisible(shown)
        self._labels[name].setVisible(shown)
        self._wrongs[name].setVisible(shown and bool(self._wrongs[name].text()))

    def text(self, name: str) -> str:
        """Give what is typed or chosen in the field *name*, without spaces around it."""
        field = self._fields[name]
        if isinstance(field, QLineEdit):
            return field.text().strip()
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText().strip()
        if isinstance(field, QComboBox):
            chosen = field.currentData()
            return str(chosen) if chosen is not None else field.currentText().strip()
        message = f"{name} holds no text"
        raise TypeError(message)

    def wrong(self, name: str, words: str) -> None:
        """Say what is wrong with the field *name*, under it, and put the cursor there."""
        if name not in self._fields:
            return
        set_tone(self._wrongs[name], "role", "wrong")
        self._wrongs[name].setText(words)
        self._wrongs[name].show()
        set_tone(self._fields[name], "wrong", value=True)
        self._fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def remark(self, name: str, words: str, *, bad: bool = False) -> None:
        """Say something under the field *name* while it is being typed; the cursor stays."""
        label = self._wrongs[name]
        set_tone(label, "role", "wrong" if bad else "hint")
        label.setText(words)
        label.setVisible(bool(words))
        set_tone(self._fields[name], "wrong", value=bad)

    def refuse(self, error: UserError) -> None:
        """Show a refusal over the form; pass it as a link's *refused*."""
        self.banner.refuse(error)
        name = str(error.facts.get("field", ""))
        if name in self._fields:
            set_tone(self._fields[name], "wrong", value=True)
            self._fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def right(self) -> None:
        """Take every complaint away, before the form is sent again."""
        self.banner.clear()
        for name, field in self._fields.items():
            self._wrongs[name].clear()
            self._wrongs[name].hide()
            set_tone(field, "wrong", value=False)

    def dirty(self) -> bool:
        """Tell whether any text field holds something."""
        return any(
            field.text().strip() if isinstance(field, QLineEdit) else field.toPlainText().strip()
            for field in self._fields.values()
            if isinstance(field, QLineEdit | QPlainTextEdit) and not field.isReadOnly()
        )

    def clear(self) -> None:
        """Empty every field and start again at the first."""
        self.right()
        for field in self._fields.values():
            if isinstance(field, QLineEdit | QPlainTextEdit):
                field.clear()
            elif isinstance(field, QComboBox):
                field.setCurrentIndex(0 if field.count() else -1)
            elif isinstance(field, QCheckBox):
                field.setChecked(False)
        first = next(iter(self._fields.values()), None)
        if first is not None and QApplication.activeWindow() is not None:
            first.setFocus()
