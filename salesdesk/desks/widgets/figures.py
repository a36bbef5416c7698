"""Figures and facts in a panel: a caption with its value."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.widgets.theme import set_tone


class Figure(QWidget):
    """One figure under its caption; *tone* "good", "warn", "danger" or "" colours it."""

    def __init__(self, caption: str, role: str = "heading", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = PlainLabel(caption, "hint", self)
        self._value = PlainLabel("", role, self).selectable()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(1)
        lines.addWidget(self._caption)
        lines.addWidget(self._value)
        self._value.setAccessibleName(caption)

    def show_value(self, text: str, tone: str = "") -> None:
        """Show *text*."""
        self._value.setText(text)
        set_tone(self._value, "tone", tone)

    def set_caption(self, text: str) -> None:
        """Call the figure something else."""
        self._caption.setText(text)
        self._value.setAccessibleName(text)

    def value(self) -> str:
        """Give what is shown."""
        return self._value.text()


class FactList(QWidget):
    """Names at the left, values at the right or, *below*, under them; empty values are left out."""

    def __init__(self, parent: QWidget | None = None, *, below: bool = False) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(5)
        if below:
            self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def show_facts(self, *facts: tuple[str, str]) -> None:
        """Show other (name, value) pairs."""
        while self._form.rowCount():
            self._form.removeRow(0)
        for name, value in facts:
            if value:
                label = PlainLabel(value).wrapping().selectable()
                self._form.addRow(PlainLabel(name, "dim"), label)

    def texts(self) -> list[str]:
        """Give the names and values shown, for tests and screen readers."""
        return [label.text() for label in self.findChildren(PlainLabel)]
