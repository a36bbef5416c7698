"""The further fields of the register in sections that open, so that the form is not crowded."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from salesdesk.desks.reception.choices import ChoiceBox
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import PlainLabel, Rule, row
from salesdesk.desks.wording import say
from salesdesk.office.customers.choices import DETAIL_CHOICES

PERSON = (
    "sex", "age_band", "household", "home_district", "work_district", "occupation", "vehicle",
    "family", "group_size",
)  # fmt: skip
NEED = (
    "purpose", "property_kind", "layout_wanted", "area_wanted", "floor_wanted",
    "unit_price_wanted", "total_price_wanted", "payment_wanted", "first_home", "when_wanted",
)  # fmt: skip
OPINION = ("likes", "objection", "competitor", "price_expected")
CONTACT = (
    "weather", "units_introduced", "price_quoted", "minutes_stayed", "ring_time", "asked",
    "invited",
)  # fmt: skip


class Section(QWidget):
    """Some of the fields; its ``head`` opens and closes them and says how many are filled in.

    The heads stand side by side above all sections: closed, they take one line together.

    Signals:
        edited: something was typed or chosen.
    """

    edited = Signal()

    def __init__(self, title: str, names: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, ChoiceBox | QLineEdit] = {}
        self.head = QToolButton(self)
        self._words = title
        self._title = PlainLabel(title, "heading")
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head.setCursor(Qt.CursorShape.PointingHandCursor)
        self._form = Form(3)
        for name in names:
            made = self._field(name)
            self.fields[name] = self._form.add(name, say("details", name), made)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(Rule(self))
        lines.addWidget(self._title)
        lines.addWidget(self._form)
        self.head.toggled.connect(self._open)
        self._open(opened=False)
        self._tally()

    def open(self, *, opened: bool) -> None:
        """Show or hide the fields."""
        self.head.setChecked(opened)

    def values(self) -> dict[str, str]:
        """Give what is filled in, as it is stored."""
        read = {name: _value(field) for name, field in self.fields.items()}
        return {name: value for name, value in read.items() if value}

    def show_values(self, values: Mapping[str, str]) -> None:
        """Fill in *values*, empty what is not among them."""
        for name, field in self.fields.items():
            value = values.get(name, "")
            if isinstance(field, ChoiceBox):
                field.set_value(value)
            else:
                field.setText(value)
        self._tally()

    def _field(self, name: str) -> ChoiceBox | QLineEdit:
        if name in DETAIL_CHOICES:
            box = ChoiceBox(name)
            box.editTextChanged.connect(self._typed)
            return box
        line = QLineEdit()
        line.setMaxLength(200)
        line.textChanged.connect(self._typed)
        return line

    def _open(self, opened: bool) -> None:
        set_icon(self.head, "chevron-down" if opened else "chevron-right", "dim", 15)
        self.setVisible(opened)

    def _typed(self, _text: str) -> None:
        self._tally()
        self.edited.emit()

    def _tally(self) -> None:
        filled = len(self.values())
        words = self._words
        self.head.setText(f"{words}  {filled}/{len(self.fields)}" if filled else words)


class VisitDetails(QWidget):
    """All sections, in the paper's order; *without* names fields that stand elsewhere.

    Signals:
        edited: something was typed or chosen.
    """

    edited = Signal()

    def __init__(
        self, without: frozenset[str] = frozenset(), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        titles = (
            (self.tr("About the person"), PERSON),
            (self.tr("What is wanted"), NEED),
            (self.tr("Opinion and objections"), OPINION),
            (self.tr("This visit or call"), CONTACT),
        )
        self.sections = [
            Section(title, [name for name in names if name not in without], self)
            for title, names in titles
        ]
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        heads = row(*(section.head for section in self.sections), None, spacing=4)
        lines.addLayout(heads)
        for section in self.sections:
            lines.addWidget(section)
            section.edited.connect(self.edited)

    def values(self) -> dict[str, str]:
        """Give everything filled in, as it is stored."""
        return {name: value for part in self.sections for name, value in part.values().items()}

    def show_values(self, values: Mapping[str, str], *, opened: bool = False) -> None:
        """Fill in *values*; with *opened* sections that hold something are opened."""
        for part in self.sections:
            part.show_values(values)
            part.open(opened=opened and bool(part.values()))

    def open_all(self, *, opened: bool) -> None:
        """Open or close every section."""
        for part in self.sections:
            part.open(opened=opened)

    def any_open(self) -> bool:
        """Tell whether some section is open."""
        return any(part.head.isChecked() for part in self.sections)

    def tab_order(self) -> list[QWidget]:
        """Give what Tab goes through, in order."""
        order: list[QWidget] = []
        for part in self.sections:
            order += [part.head, *part.fields.values()]
        return order


def _value(field: ChoiceBox | QLineEdit) -> str:
    return field.value() if isinstance(field, ChoiceBox) else field.text().strip()
