"""The form that notes on which day a buyer says that he will pay."""

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.fields import DateField, MoneyField
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.wording import money
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.sales.reminder_sheets import ReminderLine
from salesdesk.office.sales.reminding import RecordPromise


class PromiseDialog(Asking):
    """Asks for the day and the amount; what is overdue or soon due is offered."""

    def __init__(self, link: Link, line: ReminderLine, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self._line = line
        self.head(self.tr("Promise to pay for {unit}").format(unit=line.unit), self.tr("Note it"))
        owed = line.mark.overdue_fen + line.mark.soon_fen
        words = self.tr("{name}: {late} overdue, {soon} due within two weeks").format(
            name=line.customer, late=money(line.mark.overdue_fen), soon=money(line.mark.soon_fen)
        )
        self.tell(PlainLabel(words, "dim").wrapping())
        self.on = self.form.add("day", self.tr("Will pay on"), DateField(), needed=True)
        self.amount = self.form.add("amount", self.tr("Amount"), MoneyField(), needed=True)
        self.amount.set_fen(owed)
        self.note = self.form.add("note", self.tr("Note"), QLineEdit())
        self.note.setMaxLength(200)
        self.on.setFocus()

    @override
    def send(self) -> None:
        self.form.right()
        on, fen = self.on.day(), self.amount.fen()
        if on is None:
            self.form.wrong("day", self.tr("Enter the day, for example +3 or 12-01."))
            return
        if fen is None:
            self.form.wrong("amount", self.tr("Enter the amount promised."))
            return
        command = RecordPromise(
            unit=UnitId(self._line.unit_id), on=on, amount=Fen(fen), note=self.note.text().strip()
        )
        self.sending.send(command, self.well, self.form.refuse)
