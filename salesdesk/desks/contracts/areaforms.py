"""The forms of measured areas: what was measured, and asking for its settlement."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.contracts.dialog import DealDialog, ReasonedDialog
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.fields import DateField
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.wording import day, money, today
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import UnitId
from salesdesk.office.sales.area_sheets import AreaFacts
from salesdesk.office.sales.measuring import AreaFarOff, RecordMeasuredArea, RequestAreaSettlement
from salesdesk.office.sales.sheets import DealCard

_SHORTEST = 2
_LONGEST = 200


class MeasureDialog(DealDialog):
    """Notes what a home measures by the surveyor's report; the newest counts."""

    def __init__(self, link: Link, card: DealCard, parent: QWidget | None = None) -> None:
        super().__init__(link, card, parent)
        title = self.tr("Measured area of {unit}").format(unit=card.unit)
        self.head(title, self.tr("Note the area"))
        before = card.area
        self.facts.show_facts(
            (self.tr("Customer"), card.customer),
            (self.tr("Contract"), card.contract.contract),
            (self.tr("Measured so far"), f"{before.measured_area:.2f} m²" if before else ""),
        )
        self.area = self.form.add("area", self.tr("Gross area, m²"), QLineEdit(), needed=True)
        self.area.setMaxLength(12)
        self.on = self.form.add("on", self.tr("Measured on"), DateField(), needed=True)
        self.on.set_day(today())
        self.source = self.form.add("source", self.tr("Report"), QLineEdit(), needed=True)
        self.source.setMaxLength(_LONGEST)
        self.source.setPlaceholderText(self.tr("Surveyor and number of the report"))
        self.sure = QCheckBox(self.tr("The report says so"), self)
        self.sure.setVisible(False)
        self.tell(self.sure)
        self.area.setFocus()

    @override
    def send(self) -> None:
        self.form.right()
        try:
            area = Decimal(self.area.text().strip().replace(",", ""))
        except InvalidOperation:
            self.form.wrong("area", self.tr("This is no area; write 118.62, for example."))
            return
        if not self.source.text().strip():
            self.form.wrong("source", self.tr("Enter what stands on the paper."))
            return
        if self.on.day() is None:
            self.form.wrong("on", self.tr("This is no day."))
            return
        command = RecordMeasuredArea(
            unit=UnitId(self.card.unit_id),
            area=area,
            source=self.source.text().strip(),
            on=self.on.day(),
            confirmed=self.sure.isChecked(),
        )
        self.sending.send(command, self.well, self._refused)

    def _refused(self, error: UserError) -> None:
        if isinstance(error, AreaFarOff):
            self.sure.setVisible(True)
        self.form.refuse(error)


class SettleAreaDialog(ReasonedDialog):
    """Asks for a measured area to be settled by the 3 % rule; nothing changes before the signatures."""

    def __init__(self, link: Link, card: DealCard, parent: QWidget | None = None) -> None:
        super().__init__(link, card, parent)
        title = self.tr("Settle the area of {unit}").format(unit=card.unit)
        self.head(title, self.tr("Ask for it"), "signature")
        area = card.area
        if area is not None:
            self.facts.show_facts(
                (self.tr("Customer"), card.customer),
                (self.tr("Contract"), card.contract.contract),
                (self.tr("Agreed area"), f"{area.contract_area:.2f} m²"),
                (self.tr("Measured area"), f"{area.measured_area:.2f} m²"),
                (self.tr("Measured on"), f"{day(area.measured_on)} · {area.source}"),
                (self.tr("Error"), f"{area.ratio:+} %"),
                (self.tr("To settle"), owed_words(area)),
            )
        self.ask_why(self.tr("Reason"))
        rule = self.tr(
            "Up to 3 % either way the real area is paid for at the contract's price. What is larger"
            " beyond it the seller bears; what is smaller beyond it is returned double."
        )
        self.body.addWidget(PlainLabel(rule, "dim").wrapping())
        if area is not None and area.may_rescind:
            rescind = self.tr(
                "The error is beyond 3 %: the buyer may rescind the contract instead."
            )
            self.body.addWidget(PlainLabel(rescind, "wrong").wrapping())

    @override
    def request(self, reason: str) -> RequestAreaSettlement:
        return RequestAreaSettlement(unit=UnitId(self.card.unit_id), reason=reason)


def owed_words(area: AreaFacts) -> str:
    """Say who owes what after the measuring, or by which change it is settled."""
    if area.settled:
        words = QCoreApplication.translate("contracts", "area settled, {number}")
        return words.format(number=area.settled)
    if area.owed_fen > 0:
        words = QCoreApplication.translate("contracts", "buyer pays {amount}")
    elif area.owed_fen < 0:
        words = QCoreApplication.translate("contracts", "seller returns {amount}")
    else:
        words = QCoreApplication.translate("contracts", "area: nothing to pay")
    return words.format(amount=money(abs(area.owed_fen)).removesuffix(".00"))


def area_facts(card: DealCard) -> tuple[tuple[str, str], ...]:
    """Give label and value of what was measured; empty where nothing was."""
    area = card.area
    if area is None:
        return ()
    rescind = QCoreApplication.translate("contracts", "beyond 3 %, may be rescinded")
    both = f"{area.contract_area:.2f} → {area.measured_area:.2f} m²  ({area.ratio:+} %)"
    return (
        (QCoreApplication.translate("contracts", "Measured area"), both),
        (QCoreApplication.translate("contracts", "Settlement"), owed_words(area)),
        (
            QCoreApplication.translate("contracts", "Buyer's right"),
            rescind if area.may_rescind else "",
        ),
    )
