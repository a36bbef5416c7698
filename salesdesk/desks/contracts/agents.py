"""Who signs for a buyer: himself, a guardian, a legal representative, a proxy."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from salesdesk.desks.contracts.identity import id_remark
from salesdesk.desks.widgets.fields import PhoneField
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.wording import refusal, say, today
from salesdesk.kernel.identity import (
    NotAnIdCard,
    NotAPhone,
    born_on,
    parse_phone,
    parse_resident_id,
)
from salesdesk.office.customers.rules import IdKind
from salesdesk.office.sales.agents import AgentEntry, AgentRole, minor

_LENGTHS = {"agent_name": 60, "agent_id": 40, "agent_document": 100}


class AgentForm(QWidget):
    """One line until somebody else signs; then who, with which paper.

    A minor's number and a business licence choose the role by themselves, until a hand chose one.

    Signals:
        changed: something was typed or chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_hand = False
        self.top, self.form = Form(3), Form(3)
        self.role = self.top.add("agent_role", self.tr("Signs"), QComboBox())
        self.role.addItem(self.tr("The buyer himself"), "")
        for role in AgentRole:
            self.role.addItem(say("agent roles", role), role.value)
        self.name = self.form.add("agent_name", self.tr("Name"), QLineEdit(), needed=True)
        self.kind = self.form.add("agent_kind", self.tr("Paper"), QComboBox())
        for kind in IdKind:
            if kind is not IdKind.COMPANY:
                self.kind.addItem(say("id kinds", kind), kind.value)
        self.number = self.form.add("agent_id", self.tr("ID number"), QLineEdit(), needed=True)
        self.phone = self.form.add("agent_phone", self.tr("Phone"), PhoneField())
        self.document = self.form.add("agent_document", self.tr("Shown by"), QLineEdit())
        self.document.setPlaceholderText(self.tr("Power of attorney…"))
        for name, length in _LENGTHS.items():
            field = self.form.field(name)
            if isinstance(field, QLineEdit):
                field.setMaxLength(length)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(self.top)
        lines.addWidget(self.form)
        self.role.activated.connect(lambda _at: self._chosen())
        self.role.currentIndexChanged.connect(lambda _at: self._show())
        self.number.textChanged.connect(lambda _text: self._remark())
        self.kind.currentIndexChanged.connect(lambda _at: self._remark())
        for field in (self.name, self.number, self.phone, self.document):
            field.textChanged.connect(lambda _text: self.changed.emit())
        self._show()

    def fields(self) -> tuple[QWidget, ...]:
        """Give the fields in the order of Tab."""
        return self.role, self.name, self.kind, self.number, self.phone, self.document

    def suit(self, kind: str, number: str) -> None:
        """Choose who must sign for a buyer of this paper, unless a hand chose before."""
        if not self._by_hand:
            self.role.setCurrentIndex(max(0, self.role.findData(_needed(kind, number))))

    def entry(self) -> AgentEntry | None:
        """Give who signs for the buyer, as typed; None where he does it himself."""
        role = str(self.role.currentData())
        if not role:
            return None
        return AgentEntry(
            acts_as=AgentRole(role),
            name=self.name.text().strip(),
            id_kind=IdKind(str(self.kind.currentData())),
            id_number=self.number.text().strip(),
            phone=self.phone.number(),
            document=self.document.text().strip(),
        )

    def right(self) -> bool:
        """Check everything and mark what is wrong; tell whether nothing is."""
        entry = self.entry()
        self.form.right()
        if entry is None:
            return True
        words, wrong = id_remark(entry.id_kind.value, entry.id_number, finished=True)
        faults: dict[str, str] = {}
        if entry.acts_as is AgentRole.PROXY and not entry.document:
            faults["agent_document"] = self.tr(
                "Name the power of attorney: its day or its number."
            )
        if self.phone.text().strip() and (why := _phone_wrong(entry.phone)):
            faults["agent_phone"] = why
        if wrong or not entry.id_number:
            faults["agent_id"] = words or self.tr("Enter the number on the paper.")
        if not entry.name:
            faults["agent_name"] = self.tr("The name is missing.")
        for name, why in faults.items():
            self.form.wrong(name, why)
        return not faults

    def _chosen(self) -> None:
        self._by_hand = True

    def _show(self) -> None:
        self.form.setVisible(bool(self.role.currentData()))
        self.changed.emit()

    def _remark(self) -> None:
        words, bad = id_remark(str(self.kind.currentData()), self.number.text())
        self.form.remark("agent_id", words, bad=bad)


def _needed(kind: str, number: str) -> str:
    if kind == IdKind.COMPANY:
        return AgentRole.REPRESENTATIVE.value
    if kind != IdKind.RESIDENT:
        return ""
    try:
        born: date = born_on(parse_resident_id(number))
    except NotAnIdCard:
        return ""
    return AgentRole.GUARDIAN.value if minor(born, today()) else ""


def _phone_wrong(number: str) -> str:
    try:
        parse_phone(number)
    except NotAPhone as error:
        return refusal(error)[0]
    return ""
