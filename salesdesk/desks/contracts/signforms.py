"""The forms after the agreement: contract, online signing, filing, handing over."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.contracts.dialog import DealDialog
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.fields import DateField
from salesdesk.desks.wording import day, money, today
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import UnitId
from salesdesk.office.sales.sheets import DealCard
from salesdesk.office.sales.signing import (
    DeliverUnit,
    FileContract,
    MoneyOverdue,
    RecordOnlineSigning,
    SignContract,
)

_LONGEST = 60
_LONGEST_NOTE = 500
_LONGEST_REASON = 200


class _PaperDialog(DealDialog):
    """A form of one number or name and one day."""

    def _text(self, name: str, label: str, *, needed: bool = True) -> QLineEdit:
        field = self.form.add(name, label, QLineEdit(), needed=needed)
        field.setMaxLength(_LONGEST)
        return field

    def _day(self, name: str, label: str, day_now: date | None) -> DateField:
        field = self.form.add(name, label, DateField(), needed=day_now is not None)
        field.set_day(day_now)
        return field

    def _well_typed(self, texts: dict[str, QLineEdit], days: dict[str, DateField]) -> bool:
        """Mark what is missing or no day; tell whether all is well."""
        self.form.right()
        good = True
        for name, field in texts.items():
            if not field.text().strip():
                self.form.wrong(name, self.tr("Enter what stands on the paper."))
                good = False
        for name, picked in days.items():
            if picked.wrong():
                self.form.wrong(name, self.tr("This is no day."))
                good = False
        return good


class SignDialog(_PaperDialog):
    """Notes that the contract was signed."""

    def __init__(self, link: Link, card: DealCard, parent: QWidget | None = None) -> None:
        super().__init__(link, card, parent)
        title = self.tr("Sign the contract of {unit}").format(unit=card.unit)
        self.head(title, self.tr("Contract is signed"), "signature")
        self.facts.show_facts(
            (self.tr("Customer"), card.customer),
            (self.tr("Agreement"), card.agreement),
            (self.tr("Contract price"), money(card.price_fen)),
            (self.tr("Sign until"), day(card.sign_by)),
        )
        self.number = self._text("contract number", self.tr("Contract number"))
        self.signed_on = self._day("signed on", self.tr("Signed on"), today())
        self.online = self._text("online number", self.tr("Online signing number"), needed=False)
        self.online.setPlaceholderText(self.tr("Can be noted later"))
        self.deliver_by = self._day("deliver by", self.tr("Hand over by"), None)
        self.number.setFocus()

    @override
    def send(self) -> None:
        days = {"signed on": self.signed_on, "deliver by": self.deliver_by}
        if not self._well_typed({"contract number": self.number}, days):
            return
        command = SignContract(
            unit=UnitId(self.card.unit_id),
            number=self.number.text().strip(),
            signed_on=self.signed_on.day(),
            online_number=self.online.text().strip(),
            deliver_by=self.deliver_by.day(),
        )
        self.sending.send(command, self.well, self.form.refuse)


class OnlineDialog(_PaperDialog):
    """Notes the number of the authority's system."""

    def __init__(self, link: Link, card: DealCard, parent: QWidget | None = None) -> None:
        super().__init__(link, card, parent)
        title = self.tr("Online signing of {unit}").format(unit=card.unit)
        self.head(title, self.tr("Note the number"))
        self.facts.show_facts(
            (self.tr("Customer"), card.customer), (self.tr("Contract"), card.contract.contract)
        )
        self.number = self._text("online number", self.tr("Online signing number"))
        self.number.setFocus()

    @override
    def send(self) -> None:
        if not self._well_typed({"online number": self.number}, {}):
            return
        command = RecordOnlineSigning(
            unit=UnitId(self.card.unit_id), number=self.number.text().strip()
        )
        self.sending.send(command, self.well, self.form.refuse)


class FileDialog(_PaperDialog):
    """Notes that the contract was filed."""

    def __init__(self, link: Link, card: DealCard, parent: QWidget | None = None) -> None:
        super().__init__(link, card, parent)
        title = self.tr("File the contract of {unit}").format(unit=card.unit)
        self.head(title, self.tr("Contract is filed"), "file-up")
        self.facts.show_facts(
            (self.tr("Customer"), card.customer),
            (self.tr("Contract"), card.contract.contract),
            (self.tr("Signed on"), day(card.contract.signed_on)),
            (self.tr("Online signing"), card.contract.online),
            (self.tr("File by"), day(card.due_on)),
        )
        self.number = self._text("filing number", self.tr("Filing number"))
        self.filed_on = self._day("filed on", self.tr("Filed on"), today())
        self.number.setFocus()

    @override
    def send(self) -> None:
        if not self._well_typed({"filing number": self.number}, {"filed on": self.filed_on}):
            return
        command = FileContract(
            unit=UnitId(self.card.unit_id),
            number=self.number.text().strip(),
            filed_on=self.filed_on.day(),
        )
        self.sending.send(command, self.well, self.form.refuse)


class DeliverDialog(_PaperDialog):
    """Notes that the unit was handed over."""

    def __init__(self, link: Link, card: DealCard, parent: QWidget | None = None) -> None:
        super().__init__(link, card, parent)
        title = self.tr("Hand {unit} over").format(unit=card.unit)
        self.head(title, self.tr("Unit is handed over"), "key-round")
        self.facts.show_facts(
            (self.tr("Customer"), card.customer),
            (self.tr("Contract"), card.contract.contract),
            (self.tr("Filing"), card.contract.filing),
            (self.tr("Hand over by"), day(card.due_on)),
        )
        unsettled = card.area is not None and not card.area.settled and card.area.owed_fen
        if unsettled:
            warning = self.tr("The measured area is not settled yet.")
            self.banner.say(
                warning, self.tr("Ask for its settlement first, where you can."), "warn"
            )
        self.taken_by = self._text("taken by", self.tr("Taken by"))
        self.taken_by.setText(card.customer)
        self.delivered_on = self._day("delivered on", self.tr("Handed over on"), today())
        self.note = self.form.add("note", self.tr("Note"), QLineEdit())
        self.note.setMaxLength(_LONGEST_NOTE)
        self.reason = self.form.add(
            "overdue reason", self.tr("Why all the same, with money overdue"), QLineEdit()
        )
        self.reason.setMaxLength(_LONGEST_REASON)
        self.form.show_field("overdue reason", shown=False)
        self.taken_by.setFocus()
        self.taken_by.selectAll()

    @override
    def send(self) -> None:
        days = {"delivered on": self.delivered_on}
        if not self._well_typed({"taken by": self.taken_by}, days):
            return
        command = DeliverUnit(
            unit=UnitId(self.card.unit_id),
            taken_by=self.taken_by.text().strip(),
            delivered_on=self.delivered_on.day(),
            note=self.note.text().strip(),
            overdue_reason=self.reason.text().strip(),
        )
        self.sending.send(command, self.well, self._refused)

    def _refused(self, error: UserError) -> None:
        if isinstance(error, MoneyOverdue):
            self.form.show_field("overdue reason", shown=True)
            self.reason.setFocus()
        self.form.refuse(error)
