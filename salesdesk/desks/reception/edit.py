"""Correcting a customer's particulars; fields that are masked here are changed only when typed anew."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from salesdesk.desks.link import Link
from salesdesk.desks.reception.chips import Chips
from salesdesk.desks.reception.choices import as_grade, detail_text, grade_options
from salesdesk.desks.widgets.dialogs import Question, later
from salesdesk.desks.widgets.differences import Difference, Differences
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.wording import refusal, say
from salesdesk.kernel.errors import ChangedMeanwhile, UserError
from salesdesk.kernel.keys import CustomerId
from salesdesk.office.customers.choices import DETAIL_CHOICES
from salesdesk.office.customers.commands import EditCustomer, RevealCustomer
from salesdesk.office.customers.queries import customer
from salesdesk.office.customers.rules import IdKind
from salesdesk.office.customers.sheets import CustomerCard

_WIDTH = 620
_LEAST_FIELDS, _AROUND = 240, 140
_FIELD_OF = {
    "NotAPhone": "phones",
    "PhoneInUse": "phones",
    "NotAnIdCard": "id_number",
}


class EditDialog(QDialog):
    """The customer's particulars as they stand.

    Signals:
        saved: the customer's name, after saving.
    """

    saved = Signal(object)

    def __init__(
        self,
        link: Link,
        card: CustomerCard,
        rights: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._card = card
        self._whole = not any("*" in phone for phone in card.phones)
        self.question: Question | None = None
        self.setWindowTitle(self.tr("Edit a customer"))
        self.setMinimumWidth(_WIDTH)
        self.form = Form(2)
        self._add_fields(may_reveal="RevealCustomer" in rights)
        self.differences = Differences()
        self.differences.mine.connect(self.save)
        self.differences.theirs.connect(self._take_theirs)
        self._lay()
        self._show(card)
        self.name.setFocus()
        self.name.selectAll()

    def save(self) -> None:
        """Send what was changed; fields left as they were are not sent."""
        if not self.yes.isEnabled():
            return
        self.form.right()
        if not self.name.text().strip():
            self.form.wrong("name", self.tr("Fill in the name."))
            return
        self.sending.send(self._command(), self._done, self._refused)

    def reveal(self) -> None:
        """Ask for the reason, then show the whole phones, so that they can be changed."""
        question = Question(
            self,
            self.tr("Show the whole numbers of {name}?").format(name=self._card.name),
            self.tr("The journal keeps who looked, when and why."),
            self.tr("Show"),
            reason=2,
        )
        self.question = question
        later(question, self._reveal)

    def _reveal(self, reason: str) -> None:
        command = RevealCustomer(customer=CustomerId(self._card.id), reason=reason)
        self._link.do(self, command, self._revealed, refused=self._refused)

    def _revealed(self, answer: dict[str, object]) -> None:
        phones = answer["phones"]
        if isinstance(phones, list):
            self._whole = True
            self.phones.setReadOnly(False)
            self.phones.setText(", ".join(str(phone) for phone in phones))
            self.show_phones.hide()
            self.phones.setFocus()

    def _command(self) -> EditCustomer:
        number = self.id_number.text().strip()
        sex, grade = self.sex.code(), self.grade.code()
        phones = tuple(
            part.strip()
            for part in self.phones.text().replace("，", ",").replace("、", ",").split(",")
            if part.strip()
        )
        return EditCustomer(
            customer=CustomerId(self._card.id),
            version=self._card.version,
            name=self.name.text().strip(),
            phones=phones if self._whole else None,
            sex=sex if sex != self._card.sex else None,
            id_kind=IdKind(self.id_kind.currentData()) if number else None,
            id_number=number or None,
            address=self.address.text().strip(),
            grade=as_grade(grade),
            note=self.note.toPlainText().strip(),
        )

    def _done(self, _customer: int) -> None:
        self.saved.emit(self.name.text().strip())
        self.accept()

    def _refused(self, error: UserError) -> None:
        if isinstance(error, ChangedMeanwhile):
            self._link.ask(self, self._theirs_came, customer, self._card.id)
            return
        self.form.refuse(error)
        field = _FIELD_OF.get(error.kind, str(error.facts.get("field", "")))
        if field:
            self.form.wrong(field, refusal(error)[0])

    def _theirs_came(self, card: CustomerCard) -> None:
        was, self._card = self._facts_of(self._card), card
        self.sending.renew()
        mine, theirs = self._mine(), self._facts_of(card)
        self.differences.show_pairs(
            Difference(name, was[field], mine[field], theirs[field])
            for field, name in self._names().items()
        )
        self.differences.keep.setFocus()

    def _take_theirs(self) -> None:
        self.differences.hide()
        self._show(self._card)

    def _names(self) -> dict[str, str]:
        return {
            "name": self.tr("Name"),
            "phones": self.tr("Phones"),
            "sex": self.tr("Sex"),
            "grade": self.tr("Grade"),
            "address": self.tr("Address"),
            "note": self.tr("Note"),
        }

    def _mine(self) -> Mapping[str, str]:
        return {
            "name": self.name.text().strip(),
            "phones": self.phones.text().strip(),
            "sex": self.sex.code(),
            "grade": self.grade.code(),
            "address": self.address.text().strip(),
            "note": self.note.toPlainText().strip(),
        }

    def _facts_of(self, card: CustomerCard) -> Mapping[str, str]:
        revealed = self._whole and any("*" in phone for phone in card.phones)
        return {
            "name": card.name,
            "phones": self.phones.text().strip() if revealed else ", ".join(card.phones),
            "sex": card.sex,
            "grade": card.grade,
            "address": card.address,
            "note": card.note,
        }

    def _show(self, card: CustomerCard) -> None:
        self.name.setText(card.name)
        if not (self._whole and any("*" in phone for phone in card.phones)):
            self.phones.setText(", ".join(card.phones))
        self.phones.setReadOnly(not self._whole)
        self.sex.choose(card.sex)
        self.grade.choose(card.grade)
        self.id_kind.setCurrentIndex(max(0, self.id_kind.findData(card.id_kind)))
        self.id_number.setPlaceholderText(card.id_number or self.tr("Not given yet"))
        self.address.setText(card.address)
        self.note.setPlainText(card.note)

    def _add_fields(self, *, may_reveal: bool) -> None:
        add = self.form.add
        self.name = add("name", self.tr("Name"), QLineEdit(), needed=True)
        self.phones = add("phones", self.tr("Phones, separated by commas"), QLineEdit())
        sexes = [(code, detail_text("sex", code)) for code, _english in DETAIL_CHOICES["sex"]]
        self.sex = add("sex", self.tr("Sex"), Chips(sexes))
        self.grade = add("grade", self.tr("Grade"), Chips(grade_options(), must=True))
        self.id_kind = add("id_kind", self.tr("Identity paper"), QComboBox())
        for kind in IdKind:
            self.id_kind.addItem(say("id kinds", kind.value), kind.value)
        self.id_number = add("id_number", self.tr("ID number"), QLineEdit())
        self.id_number.setMaxLength(40)
        self.address = add("address", self.tr("Address"), QLineEdit(), wide=True)
        self.note = add("note", self.tr("Note"), QPlainTextEdit(), wide=True)
        self.note.setFixedHeight(80)
        self.note.setTabChangesFocus(True)
        self.show_phones = button(
            self.tr("Show the whole phones to change them…"), self.reveal, "eye", "link"
        )
        self.show_phones.setVisible(may_reveal and not self._whole)

    def _lay(self) -> None:
        self.yes = button(self.tr("Save"), self.save, "check", "primary", shortcut="Ctrl+Return")
        mark = Pill()
        self.sending = Sending(self._link, self, self.form.banner, mark)
        self.sending.lock(self.yes, self.differences.keep)
        no = button(self.tr("Cancel"), self.reject)
        hint = PlainLabel(self.tr("An empty ID number leaves the stored one as it is."), "hint")
        card = Card()
        card.body.addWidget(self.form)
        card.body.addLayout(row(self.show_phones, None, hint))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 18, 22, 16)
        lines.setSpacing(12)
        lines.addWidget(PlainLabel(self._card.name, "heading"))
        lines.addWidget(self.differences)
        # What somebody else saved stands above the fields: on a low screen they give way, not Save.
        fields = QScrollArea()
        fields.setWidgetResizable(True)
        fields.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        fields.setWidget(card)
        fields.setMinimumHeight(min(card.sizeHint().height(), _LEAST_FIELDS))
        lines.addWidget(fields, 1)
        lines.addLayout(row(mark, None, no, self.yes))
        self.resize(_WIDTH, card.sizeHint().height() + _AROUND)
