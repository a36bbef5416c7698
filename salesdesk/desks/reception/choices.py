"""The register form's further fields: what each offers, and what is stored of what is chosen."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from salesdesk.desks.wording import is_chinese, medium, say
from salesdesk.office.customers.choices import DETAIL_CHOICES, detail_code, detail_word
from salesdesk.office.customers.rules import Grade, Manner

_LONGEST = 200


class ChoiceBox(QComboBox):
    """A field that offers the usual answers and takes any other; stores as the office does."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.addItem("")
        for code, _english in DETAIL_CHOICES.get(name, ()):
            self.addItem(detail_word(name, code, chinese=is_chinese()))
        line = QLineEdit()
        line.setMaxLength(_LONGEST)
        line.setAccessibleName(say("details", name))
        self.setLineEdit(line)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.setCurrentIndex(0)

    def value(self) -> str:
        """Give what is stored: the Chinese name of a choice, or what was typed."""
        return detail_code(self._name, self.currentText())

    def set_value(self, stored: str) -> None:
        """Show a stored value."""
        self.setCurrentText(detail_word(self._name, stored, chinese=is_chinese()))


def detail_text(field: str, stored: str) -> str:
    """Give a stored detail in the window's language."""
    return detail_word(field, stored, chinese=is_chinese())


def manner_options() -> list[tuple[str, str]]:
    """Give the manners of coming with their words."""
    return [(manner.value, say("manners", manner.value)) for manner in Manner]


def contact_word(code: str) -> str:
    """Give the word for how a customer was contacted; the office calls, unlike at reception."""
    if code == "call":
        return QCoreApplication.translate("contacts", "Phone call")
    return say("manners", code)


def grade_options() -> list[tuple[str, str]]:
    """Give the grades; a letter is its own word."""
    return [(grade.value, grade.value) for grade in Grade]


def media_options(media: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give the office's media (Chinese, English) with their words."""
    return [
        (chinese, chinese if is_chinese() else english or medium(chinese))
        for chinese, english in media
    ]


def as_grade(code: str) -> Grade | None:
    """Give the grade of *code*, None where empty."""
    return Grade(code) if code else None
