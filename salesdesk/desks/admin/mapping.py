"""Which column of a file holds which field: as recognised, changed by hand where need be."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from salesdesk.desks.admin.sheetpreview import letters
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.widgets.theme import set_tone
from salesdesk.desks.wording import language
from salesdesk.intake.rows import Recognised
from salesdesk.office.inventory.template_columns import TemplateColumn

_NOWHERE = -1
_BESIDE, _WIDEST = 34, 560
"""Pixels beside the headings in the open list, and the widest it gets."""


class MappingPanel(QWidget):
    """One choice a field among the columns of the sheet.

    Signals:
        changed: somebody chose another column; `mapping` gives all of them.
    """

    changed = Signal()

    def __init__(self, fields: Sequence[TemplateColumn], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[str, int] = {}
        self.choices: dict[str, QComboBox] = {}
        self._needed = {field.field for field in fields if field.required}
        form = QFormLayout()
        form.setVerticalSpacing(6)
        form.setHorizontalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in fields:
            name = field.heading(language())
            choice = QComboBox(self)
            choice.setMinimumContentsLength(8)
            choice.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.setAccessibleName(name)
            choice.activated.connect(self._chosen)
            label = PlainLabel(f"{name} *" if field.required else name, "dim")
            label.setBuddy(choice)
            form.addRow(label, choice)
            self.choices[field.field] = choice
        inside = QWidget()
        inside.setObjectName("scrolled")
        inside.setLayout(form)
        form.setContentsMargins(0, 0, 10, 0)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(area)

    def show_sheet(self, seen: Recognised) -> None:
        """Offer the columns of *seen*, those recognised chosen."""
        self._kept = dict(seen.mapping)
        nowhere = self.tr("(not in the file)")
        width = max([len(seen.headings), *(len(cells) for cells in seen.preview)])
        names = [
            f"{letters(at)} · {seen.headings[at] if at < len(seen.headings) else ''}".strip(" ·")
            for at in range(width)
        ]
        for field, choice in self.choices.items():
            choice.clear()
            choice.addItem(nowhere, _NOWHERE)
            for at, name in enumerate(names):
                choice.addItem(name.replace("\n", " "), at)
            choice.setCurrentIndex(1 + seen.mapping.get(field, _NOWHERE))
            wide = choice.view().sizeHintForColumn(0) + _BESIDE
            choice.view().setMinimumWidth(min(wide, _WIDEST))  # real headings are sentences
        self._mark()

    def mapping(self) -> dict[str, int]:
        """Give field to column (from 0), fields without a column left out."""
        chosen = {field: choice.currentData() for field, choice in self.choices.items()}
        kept = {name: at for name, at in self._kept.items() if name not in chosen}
        return kept | {name: int(at) for name, at in chosen.items() if at != _NOWHERE}

    def _chosen(self) -> None:
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        for field, choice in self.choices.items():
            choice.setToolTip(choice.currentText())
            lacking = field in self._needed and choice.currentData() == _NOWHERE
            set_tone(choice, "wrong", value=lacking)
