"""The fields of one register entry, in the paper form's order."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from salesdesk.desks.reception.chips import Chips
from salesdesk.desks.reception.choices import (
    detail_text,
    grade_options,
    manner_options,
    media_options,
)
from salesdesk.desks.reception.sections import VisitDetails
from salesdesk.desks.widgets.fields import DateField, PhoneField
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, row
from salesdesk.desks.widgets.theme import set_tone
from salesdesk.office.customers.choices import DETAIL_CHOICES
from salesdesk.office.customers.rules import Manner
from salesdesk.office.inventory.sheets import ProjectCard
from salesdesk.office.staff.sheets import PersonCard

_OWNER = -1
"""Stands in the list of consultants for the one a known customer has already."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Who receives a new customer when nobody is named, and in which words."""

    person: PersonCard | None
    words: str


class EntryForm(QWidget):
    """Phone, name, manner, media; the further fields; grade, consultant, next contact, remarks.

    Signals:
        edited: something was typed or chosen.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.project = QComboBox()
        self.phone = PhoneField()
        self.phone.setProperty("role", "big")
        self.phone.setPlaceholderText(self.tr("Mobile or line"))
        self.name = QLineEdit()
        self.name.setProperty("role", "big")
        self.name.setMaxLength(60)
        self.manner = Chips(manner_options(), must=True)
        self.sex = Chips(_sexes())
        self.media = Chips(several=True)
        self.details = VisitDetails(without=frozenset({"sex"}))
        self.grade = Chips(grade_options())
        self.consultant = QComboBox()
        self.next_on = DateField()
        self.late = QCheckBox(self.tr("Late entry: the visit was on an earlier day"))
        self.visited_on = DateField()
        self.remarks = QPlainTextEdit()
        self._lay()
        self._connect()
        self.clear()

    def clear(self) -> None:
        """Empty everything; manner is a visit again."""
        self.right()
        for line in (self.phone, self.name, self.next_on, self.visited_on):
            line.clear()
        self.phone.setReadOnly(False)
        self.set_known("")
        self.manner.choose(Manner.VISIT.value)
        for chips in (self.sex, self.media, self.grade):
            chips.choose()
        self.details.show_values({})
        self.consultant.setCurrentIndex(0)
        self.remarks.clear()
        self.late.setChecked(False)

    def dirty(self) -> bool:
        """Tell whether anything was filled in."""
        texts = (self.phone.text(), self.next_on.text(), self.remarks.toPlainText())
        name = "" if self.name.isReadOnly() else self.name.text()
        return bool(
            any(text.strip() for text in (*texts, name))
            or any(chips.codes() for chips in (self.sex, self.media, self.grade))
            or self.details.values()
            or self.late.isChecked()
        )

    def set_known(self, name: str) -> None:
        """Show the *name* of a known customer, who is not asked for it again; empty: ask."""
        known = bool(name)
        if known or self.name.isReadOnly():
            self.name.setText(name)
        self.name.setReadOnly(known)
        policy = Qt.FocusPolicy.NoFocus if known else Qt.FocusPolicy.StrongFocus
        self.name.setFocusPolicy(policy)

    def set_media(self, media: Sequence[tuple[str, str]]) -> None:
        """Offer the office's media."""
        self.media.set_options(media_options(media))

    def set_projects(self, cards: Sequence[ProjectCard]) -> None:
        """Offer the projects; with one only nothing is asked."""
        chosen = self.project.currentData()
        self.project.clear()
        for card in cards:
            self.project.addItem(card.name, card.id)
        self.project.setCurrentIndex(max(0, self.project.findData(chosen)))
        self.head.show_field("project", shown=len(cards) > 1)

    def set_consultants(self, turn: Turn, people: Sequence[PersonCard]) -> None:
        """Offer whose turn it is, then every consultant."""
        chosen = self.consultant.currentData()
        self.consultant.clear()
        self.consultant.addItem(turn.words, None)
        for person in people:
            self.consultant.addItem(person.name, person.id)
        self.consultant.setCurrentIndex(max(0, self.consultant.findData(chosen)))

    def set_owner(self, name: str) -> None:
        """Show that a known customer stays with his consultant *name*; empty: choose."""
        last = self.consultant.count() - 1
        if last >= 0 and self.consultant.itemData(last) == _OWNER:
            self.consultant.setCurrentIndex(0)
            self.consultant.removeItem(last)
        self.consultant.setEnabled(not name)
        if name:
            self.consultant.addItem(name, _OWNER)
            self.consultant.setCurrentIndex(self.consultant.count() - 1)

    def all_details(self) -> dict[str, str]:
        """Give the further fields as they are stored."""
        sex = self.sex.code()
        return ({"sex": sex} if sex else {}) | self.details.values()

    def wrong(self, name: str, words: str) -> bool:
        """Mark the field *name* and go there; tell whether there is such a field."""
        if name == "visited_on":
            self.late.setChecked(True)
            self._late_wrong.setText(words)
            self.visited_on.setFocus()
            return True
        for form in (self.head, self.tail):
            if name in form.names:
                form.wrong(name, words)
                return True
        return False

    def content(self, name: str) -> None:
        """Take the complaint about one field away."""
        for form in (self.head, self.tail):
            if name in form.names:
                form.content(name)

    def right(self) -> None:
        """Take every complaint away."""
        self._late_wrong.clear()
        self.head.right()
        self.tail.right()

    def _lay(self) -> None:
        self.head, self.tail = _Part(2), _Part(3)
        self.late_mark = Pill(self.tr("Late entry"), "warn")
        self.late_mark.hide()
        self.head.put("project", self.tr("Project"), self.project, wide=True)
        self.head.put("phone", self.tr("Phone"), self.phone, needed=True)
        self.head.put("name", self.tr("Name"), self.name, needed=True)
        self.head.put("manner", self.tr("Manner"), self.manner)
        self.head.put("sex", self.tr("Sex"), self.sex)
        self.head.put("media", self.tr("Media: how did you hear of us?"), self.media, wide=True)
        self.head.show_field("project", shown=False)
        self.tail.put("grade", self.tr("Grade"), self.grade)
        self.tail.put("consultant", self.tr("Consultant"), self.consultant)
        self.tail.put("next_on", self.tr("Next contact"), self.next_on)
        self.tail.put("remarks", self.tr("Remarks"), self.remarks, wide=True)
        self.visited_on.setFixedWidth(150)
        self.visited_on.setAccessibleName(self.tr("Day of the visit"))
        self.visited_on.hide()
        self._late_wrong = PlainLabel("", "wrong")
        self.remarks.setFixedHeight(48)
        self.remarks.setTabChangesFocus(True)
        self.next_on.setPlaceholderText(self.tr("Within two days; or +1, 12-24, a day"))
        tips = (self.tr("Ready to buy"), self.tr("Interested"), self.tr("Looking around"))
        rest = self.tr("No intention for now")
        self.grade.set_tips(dict(zip("ABCD", (*tips, rest), strict=True)))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        for parts in (
            (self.head,),
            (self.details,),
            (self.tail, row(self.late, self.visited_on, self.late_mark, self._late_wrong, None)),
        ):
            card = Card(margin=8 if parts[0] is self.details else 12)
            for part in parts:
                if isinstance(part, QWidget):
                    card.body.addWidget(part)
                else:
                    card.body.addLayout(part)
            lines.addWidget(card)
        lines.addStretch(1)
        order = [
            self.project, self.phone, self.name, self.manner, self.sex, self.media,
            *self.details.tab_order(), self.grade, self.consultant, self.next_on,
            self.remarks, self.late, self.visited_on,
        ]  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        for line in (self.phone, self.name, self.next_on, self.visited_on):
            line.textChanged.connect(self._edited)
        for chips in (self.manner, self.sex, self.media, self.grade):
            chips.changed.connect(self._edited)
        self.remarks.textChanged.connect(self._edited)
        self.details.edited.connect(self._edited)
        self.late.toggled.connect(self._lateness)

    def _lateness(self, late: bool) -> None:
        self.visited_on.setVisible(late)
        self.late_mark.setVisible(late)
        if late:
            self.visited_on.setFocus()
        else:
            self.visited_on.clear()
            self._late_wrong.clear()
        self._edited()

    def _edited(self, *_what: object) -> None:
        self.edited.emit()


class _Part(Form):
    """One card of the form."""

    def __init__(self, columns: int) -> None:
        super().__init__(columns)
        self.names: set[str] = set()

    def put(
        self, name: str, label: str, field: QWidget, *, wide: bool = False, needed: bool = False
    ) -> None:
        """Add a field; a complaint about it goes away as soon as it is changed."""
        self.add(name, label, field, wide=wide, needed=needed)
        self.names.add(name)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(lambda _text: self.content(name))

    def content(self, name: str) -> None:
        """Take the complaint about one field away."""
        self._wrongs[name].clear()
        self._wrongs[name].hide()
        set_tone(self._fields[name], "wrong", value=False)


def _sexes() -> list[tuple[str, str]]:
    return [(code, detail_text("sex", code)) for code, _english in DETAIL_CHOICES["sex"]]
