"""The buyers of an agreement: who, with which paper, and which share."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton, QVBoxLayout, QWidget

from salesdesk.desks.contracts.agents import AgentForm
from salesdesk.desks.contracts.identity import id_remark
from salesdesk.desks.widgets.fields import PhoneField
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.wording import refusal, say
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.identity import NotAPhone, parse_phone
from salesdesk.kernel.money import split
from salesdesk.office.customers.rules import IdKind
from salesdesk.office.sales.buyers import BuyerEntry
from salesdesk.office.sales.rules import WHOLE_SHARE_BP

_MOST = 10
_LENGTHS = {"name": 60, "id_number": 40, "address": 200}
_PERCENT_BP = 100


def read_share(text: str) -> int | None:
    """Give a share typed in percent as hundredths of a percent; None where it is none."""
    plain = text.strip().removesuffix("%").removesuffix("％").strip()
    try:
        share = Decimal(plain) * _PERCENT_BP
    except InvalidOperation:
        return None
    whole = share.is_finite() and share == share.to_integral_value()
    return int(share) if whole and 0 < share <= WHOLE_SHARE_BP else None


def write_share(share_bp: int) -> str:
    """Write hundredths of a percent as percent: 33.34."""
    return f"{Decimal(share_bp) / _PERCENT_BP:.2f}".rstrip("0").rstrip(".")


class BuyerForm(Card):
    """One buyer.

    Signals:
        changed: something was typed.
        shared: the share was typed by hand.
        removed: the cross was pressed.
    """

    changed = Signal()
    shared = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=12)
        self.body.setSpacing(4)
        self._title = PlainLabel("", "heading")
        self._cross = QToolButton()
        self._cross.setToolTip(self.tr("Take this buyer away"))
        self._cross.setAccessibleName(self.tr("Take this buyer away"))
        set_icon(self._cross, "x", "dim", 15)
        self.form = Form(3)
        self.name = self.form.add("name", self.tr("Name"), QLineEdit(), needed=True)
        self.kind = self.form.add("id_kind", self.tr("Paper"), QComboBox())
        for kind in IdKind:
            self.kind.addItem(say("id kinds", kind), kind.value)
        self.number = self.form.add("id_number", self.tr("ID number"), QLineEdit())
        self.phone = self.form.add("phone", self.tr("Phone"), PhoneField())
        self.address = self.form.add("address", self.tr("Address"), QLineEdit())
        self.share = self.form.add("share", self.tr("Share in %"), QLineEdit(), needed=True)
        for name, length in _LENGTHS.items():
            field = self.form.field(name)
            if isinstance(field, QLineEdit):
                field.setMaxLength(length)
        self.number.setPlaceholderText(self.tr("May be given later"))
        self.body.addLayout(row(self._title, None, self._cross))
        self.agent = AgentForm()
        self.body.addWidget(self.form)
        self.body.addWidget(self.agent)
        self.agent.changed.connect(self.changed)
        self._cross.clicked.connect(lambda _checked=False: self.removed.emit())
        self.number.textChanged.connect(lambda _text: self._check_number())
        self.kind.currentIndexChanged.connect(lambda _at: self._check_number())
        self.phone.editingFinished.connect(self._check_phone)
        self.share.textEdited.connect(lambda _text: self.shared.emit())
        for field in (self.name, self.number, self.phone, self.address, self.share):
            field.textChanged.connect(lambda _text: self.changed.emit())

    def head(self, position: int, *, alone: bool) -> None:
        """Count the buyer; one who is alone cannot be taken away."""
        words = self.tr("Buyer {position}").format(position=position)
        self._title.setText(words)
        self._cross.setVisible(not alone)

    def fill(self, entry: BuyerEntry) -> None:
        """Show what is known."""
        self.name.setText(entry.name)
        self.kind.setCurrentIndex(max(0, self.kind.findData(entry.id_kind.value)))
        self.number.setText(entry.id_number)
        self.phone.set_number(entry.phone)
        self.address.setText(entry.address)

    def share_bp(self) -> int | None:
        """Give the share in hundredths of a percent; None where there is none."""
        return read_share(self.share.text())

    def entry(self) -> BuyerEntry:
        """Give the buyer as typed."""
        return BuyerEntry(
            name=self.name.text().strip(),
            id_kind=IdKind(str(self.kind.currentData())),
            id_number=self.number.text().strip(),
            phone=self.phone.number(),
            address=self.address.text().strip(),
            share_bp=self.share_bp() or 0,
            agent=self.agent.entry(),
        )

    def right(self) -> bool:
        """Check everything and mark what is wrong; tell whether nothing is."""
        agreed = self.agent.right()
        self.form.right()
        words, wrong = id_remark(str(self.kind.currentData()), self.number.text(), finished=True)
        if self.share_bp() is None:
            words = self.tr("A share is more than 0, at most 100, with two decimals at most.")
            self.form.wrong("share", words)
        if not self._phone_right():
            self._check_phone()
            self.phone.setFocus()
        if wrong:
            self.form.wrong("id_number", words)
        if not self.name.text().strip():
            self.form.wrong("name", self.tr("The name is missing."))
        named = bool(self.name.text().strip())
        shared = self.share_bp() is not None
        return agreed and named and not wrong and self._phone_right() and shared

    def _check_number(self) -> None:
        words, bad = id_remark(str(self.kind.currentData()), self.number.text())
        self.form.remark("id_number", words, bad=bad)
        self.agent.suit(str(self.kind.currentData()), self.number.text())
        self.changed.emit()

    def _check_phone(self) -> None:
        words = ""
        if self.phone.number():
            try:
                parse_phone(self.phone.number())
            except NotAPhone as error:
                words = refusal(error)[0]
        self.form.remark("phone", words, bad=bool(words))

    def _phone_right(self) -> bool:
        if not self.phone.text().strip():
            return True
        try:
            parse_phone(self.phone.number())
        except NotAPhone:
            return False
        return True


class BuyerForms(QWidget):
    """All buyers, their shares adding up to 100 %.

    Signals:
        changed: something was typed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, whole: bool = False) -> None:
        """*whole*: every buyer is identified at once; no number may be given later."""
        super().__init__(parent)
        self._whole = whole
        self.forms: list[BuyerForm] = []
        self._by_hand = False
        self.sum = Pill()
        self.missing = Pill()
        self.more = button(self.tr("Another buyer"), self.add, "user-plus", "link")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        foot = row(self.more, None, self.missing, self.sum)
        self._lines.addLayout(foot)
        self._lines.addStretch(1)
        self._new()

    def add(self) -> None:
        """Add a buyer and go there."""
        if len(self.forms) < _MOST:
            self._new().name.setFocus()

    def fill(self, entries: Sequence[BuyerEntry]) -> None:
        """Show these buyers instead."""
        while len(self.forms) > 1:
            self._drop(self.forms[-1])
        for at, entry in enumerate(entries):
            (self.forms[0] if at == 0 else self._new()).fill(entry)
        self._by_hand = False
        self._share()

    def entries(self) -> tuple[BuyerEntry, ...]:
        """Give the buyers as typed."""
        return tuple(form.entry() for form in self.forms)

    def shares_bp(self) -> int:
        """Give the sum of the shares in hundredths of a percent."""
        return sum(form.share_bp() or 0 for form in self.forms)

    def right(self) -> bool:
        """Check every buyer, the first wrong one last so that the cursor ends there."""
        judged = [form.right() for form in reversed(self.forms)]
        return all(judged)

    def refuse(self, error: UserError) -> bool:
        """Mark the field that a refusal means; tell whether there was one."""
        what = type(error).__name__
        name = {"NotAnIdCard": "id_number", "NotAPhone": "phone"}.get(what, "")
        if not name:
            return False
        value = str(error.facts.get("value", ""))
        form = next((f for f in self.forms if value and value == f.phone.number()), self.forms[0])
        form.form.wrong(name, refusal(error)[0])
        return True

    def chain(self) -> None:
        """Lead Tab from buyer to buyer and then to the button that adds one."""
        fields = [
            field
            for form in self.forms
            for field in (
                form.name,
                form.kind,
                form.number,
                form.phone,
                form.address,
                form.share,
                *form.agent.fields(),
            )
        ]
        for before, after in pairwise([*fields, self.more]):
            self.setTabOrder(before, after)

    def _new(self) -> BuyerForm:
        form = BuyerForm(self)
        if self._whole:
            form.number.setPlaceholderText("")
        self.forms.append(form)
        self._lines.insertWidget(len(self.forms) - 1, form)
        form.show()  # at once, so that Tab finds it
        self.chain()
        form.changed.connect(self._changed)
        form.shared.connect(self._shared_by_hand)
        form.removed.connect(partial(self._drop, form))
        self._share()
        return form

    def _drop(self, form: BuyerForm) -> None:
        self.forms.remove(form)
        form.hide()
        form.deleteLater()
        self._share()

    def _shared_by_hand(self) -> None:
        self._by_hand = True

    def _share(self) -> None:
        """Share equally until somebody types a share; the last one takes what is left over."""
        for position, form in enumerate(self.forms, start=1):
            form.head(position, alone=len(self.forms) == 1)
        if not self._by_hand or len(self.forms) == 1:
            self._by_hand = False
            parts = split(WHOLE_SHARE_BP, [1] * len(self.forms))
            for form, part in zip(self.forms, parts, strict=True):
                form.share.setText(write_share(part))
        self._changed()

    def _changed(self) -> None:
        whole = self.shares_bp()
        words = self.tr("Shares: {sum} %").format(sum=write_share(whole))
        self.sum.show_text(words, "good" if whole == WHOLE_SHARE_BP else "danger")
        lacking = any(not form.number.text().strip() for form in self.forms)
        flagged = self.tr("ID number missing: the agreement is flagged until it is given")
        if self._whole:
            flagged = self.tr("ID number missing")
        self.missing.show_text(flagged if lacking else "", "warn")
        self.changed.emit()
