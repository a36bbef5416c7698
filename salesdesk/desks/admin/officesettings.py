"""The page of the office's settings: a closed list, each with its bounds and its unit."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from salesdesk.desks.admin.page import Page
from salesdesk.desks.admin.words import SETTING_GROUPS, SETTING_WORDS
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.countbox import CountBox
from salesdesk.desks.widgets.differences import Difference, Differences
from salesdesk.desks.widgets.formdialog import FormDialog
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, column, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.widgets.theme import set_tone
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import UserError
from salesdesk.office.staff.commands import ChangeSetting
from salesdesk.office.staff.queries import settings
from salesdesk.office.staff.rules import SETTINGS

_ZONES = (
    "Asia/Shanghai", "Asia/Urumqi", "Asia/Hong_Kong", "Asia/Macau", "Asia/Taipei",
    "Asia/Singapore", "Asia/Kuala_Lumpur", "Asia/Tokyo", "Europe/Warsaw", "Europe/London", "UTC",
)  # fmt: skip
_FIELD = 250
_SHORT_TEXT = 12
_LONG_TEXT = 200


class SettingField(QWidget):
    """One setting: its editor, by its rule.

    Signals:
        edited: something was typed or chosen.
    """

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = self.words = name
        rule = SETTINGS[name]
        self._kept: str | None = None
        self.theirs: str | None = None
        """The office's value of now, where another one is being typed."""
        self.editor: QSpinBox | QComboBox | QLineEdit | QCheckBox
        line = row(spacing=6)
        if rule.kind is int:
            number = CountBox(rule.least, rule.most, self)
            number.setSuffix(f" {self._unit()}".rstrip())
            number.setFixedWidth(150)
            number.valueChanged.connect(lambda _value: self.edited.emit())
            self.editor = number
            line.addWidget(number)
            bounds = self.tr("{least} to {most}")
            words = bounds.format(least=f"{rule.least:,}", most=f"{rule.most:,}")
            line.addWidget(PlainLabel(words, "hint"))
        elif rule.kind is bool:
            tick = QCheckBox(self.tr("Yes"), self)
            tick.toggled.connect(lambda _on: self.edited.emit())
            self.editor = tick
            line.addWidget(tick)
        elif name == "zone":
            zones = QComboBox(self)
            zones.setEditable(True)
            zones.addItems(_ZONES)
            zones.setFixedWidth(_FIELD)
            zones.currentTextChanged.connect(lambda _text: self.edited.emit())
            self.editor = zones
            line.addWidget(zones)
        else:
            text = QLineEdit(self)
            text.setMaxLength(_SHORT_TEXT if name.endswith("_prefix") else _LONG_TEXT)
            text.setFixedWidth(120 if name.endswith("_prefix") else _FIELD)
            text.textChanged.connect(lambda _text: self.edited.emit())
            self.editor = text
            line.addWidget(text)
            if name == "backup_folder":
                line.addWidget(button("", self._folder, "folder-open", tip=self.tr("Choose")))
        line.addStretch(1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.setFocusProxy(self.editor)

    def _unit(self) -> str:
        """Give the unit that the setting's name ends with; what only counts has none."""
        units = {
            "minutes": self.tr("minutes"),
            "seconds": self.tr("seconds"),
            "days": self.tr("days"),
            "years": self.tr("years"),
            "yuan": self.tr("yuan"),
            "percent": "%",
            "bp": self.tr("/ 100 %"),
        }
        return units.get(self.name.rpartition("_")[2], "")

    def value(self) -> str:
        """Give what is typed."""
        if isinstance(self.editor, QSpinBox):
            return str(self.editor.value())
        if isinstance(self.editor, QComboBox):
            return self.editor.currentText().strip()
        if isinstance(self.editor, QCheckBox):
            return "yes" if self.editor.isChecked() else "no"
        return self.editor.text().strip()

    def show_value(self, value: object) -> None:
        """Show the office's value, unless another one is being typed."""
        text = _as_text(value)
        if self.dirty():
            self.theirs = text
            return
        self.theirs = None
        if isinstance(self.editor, QSpinBox):
            self.editor.setValue(int(text))
        elif isinstance(self.editor, QComboBox):
            self.editor.setCurrentText(text)
        elif isinstance(self.editor, QCheckBox):
            self.editor.setChecked(text == "yes")
        else:
            self.editor.setText(text)
        self._kept = self.value()

    def dirty(self) -> bool:
        """Tell whether something else than the office's value is typed."""
        return self._kept is not None and self.value() != self._kept

    def kept(self) -> None:
        """Take what is typed as the office's value."""
        self._kept, self.theirs = self.value(), None

    def overtaken(self) -> bool:
        """Tell whether somebody else has saved another value than stood here."""
        return self.dirty() and self.theirs not in (None, self._kept, self.value())

    def was(self) -> str:
        """Give the office's value as it was when typing began."""
        return self._kept or ""

    def take_theirs(self) -> None:
        """Drop what is typed and show the office's value."""
        theirs, self._kept = self.theirs, None
        if theirs is not None:
            self.show_value(theirs)

    def keep_mine(self) -> None:
        """Go on with what is typed, knowing the office's value of now."""
        self._kept = self.theirs

    def _folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), self.value())
        if path and isinstance(self.editor, QLineEdit):
            self.editor.setText(path)


def _as_text(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


class SettingsPage(Page):
    """Shows every setting; what was changed is saved one command after another."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.SETTING})

    def __init__(self, link: Link) -> None:
        super().__init__(
            link,
            self.tr("Office settings"),
            self.tr("They hold for every desk of the office.")
            if link.may("ChangeSetting")
            else self.tr(
                "They hold for every desk of the office. The administrator changes them."
            ),
        )
        self.fields: dict[str, SettingField] = {}
        self._may = link.may("ChangeSetting")
        self.save = button(
            self.tr("Save the changes"), self.send, "save", "primary", shortcut="Ctrl+S"
        )
        mark = Pill()
        self.sending = Sending(link, self, self.banner, mark)
        self.sending.lock(self.save)
        self.sending.allow(self.save, allowed=False)
        self.save.setVisible(self._may)
        self.receipt_form = button(
            self.tr("Receipt form…"), lambda: FormDialog(link, self).open(), "receipt-text"
        )
        self.receipt_form.setVisible(link.may("stationery"))
        self.head_row.addWidget(self.receipt_form)
        self.head_row.addWidget(mark)
        self.head_row.addWidget(self.save)
        inside = QWidget()
        inside.setObjectName("scrolled")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(12)
        for group, names in SETTING_GROUPS:
            lines.addWidget(
                self._group(QCoreApplication.translate("setting groups", group), names)
            )
        lines.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        self.differences = Differences()
        self.differences.mine.connect(self._keep_mine)
        self.differences.theirs.connect(self._take_theirs)
        self.body.addWidget(self.differences)
        self.body.addWidget(area, 1)

    @override
    def refresh(self) -> None:
        self.link.ask(self, self._came, settings)

    @override
    def unsaved(self) -> bool:
        return any(field.dirty() for field in self.fields.values())

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Ctrl+S", self.tr("Save the changes")),)

    def send(self) -> None:
        """Save the first setting that was changed, then the next; a refusal stops there."""
        changed = next((field for field in self.fields.values() if field.dirty()), None)
        if changed is None:
            self._edited()
            self.told.emit(self.tr("The settings are saved"))
            return
        if any(field.overtaken() for field in self.fields.values()):
            self._compare()
            self.differences.keep.setFocus()
            return

        def saved(_value: object) -> None:
            changed.kept()
            set_tone(changed.editor, "wrong", value=False)
            self.send()

        def refused(error: UserError) -> None:
            self.banner.refuse(error)
            set_tone(changed.editor, "wrong", value=True)
            changed.editor.setFocus()
            self._edited()

        command = ChangeSetting(name=changed.name, value=changed.value())
        self.sending.send(command, saved, refused)

    def _came(self, values: dict[str, object]) -> None:
        for name, field in self.fields.items():
            if name in values:
                field.show_value(values[name])
        self._edited()
        self._compare()

    def _compare(self) -> None:
        """Show what somebody else saved where another value is typed here."""
        found = [
            Difference(field.words, field.was(), field.value(), field.theirs or "")
            for field in self.fields.values()
            if field.overtaken()
        ]
        if found:
            self.differences.show_pairs(found)
        else:
            self.differences.hide()

    def _take_theirs(self) -> None:
        for field in self.fields.values():
            if field.overtaken():
                field.take_theirs()
        self.differences.hide()
        self._edited()

    def _keep_mine(self) -> None:
        for field in self.fields.values():
            if field.overtaken():
                field.keep_mine()
        self.differences.hide()
        self.send()

    def _edited(self) -> None:
        self.sending.allow(self.save, allowed=self.unsaved())

    def _group(self, title: str, names: tuple[str, ...]) -> Card:
        card = Card(margin=14)
        card.body.addWidget(PlainLabel(title, "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 360)
        grid.setColumnStretch(1, 1)
        for at, name in enumerate(names):
            word, meaning = (
                QCoreApplication.translate("settings", text) for text in SETTING_WORDS[name]
            )
            field = SettingField(name)
            field.words = word
            field.setEnabled(self._may)
            field.editor.setAccessibleName(word)
            field.edited.connect(self._edited)
            label = PlainLabel(word)
            label.setBuddy(field.editor)
            hint = PlainLabel(meaning, "hint").wrapping()
            grid.addLayout(column(label, hint, spacing=1), at, 0)
            grid.addWidget(field, at, 1)
            self.fields[name] = field
        card.body.addLayout(grid)
        return card
