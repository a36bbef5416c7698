"""The form of a flow: its steps in order, the chosen one's fields, and the whole in plain words."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from salesdesk.desks.admin.flowwords import AMOUNTS, COUNTS_DAYS, LOWERS, FlowWords
from salesdesk.desks.admin.peopleforms import FormDialog
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.countbox import CountBox
from salesdesk.desks.widgets.fields import MoneyField
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.widgets.ordered import Ordered
from salesdesk.desks.wording import say
from salesdesk.kernel.errors import UserError
from salesdesk.office.approvals.flow_commands import EditFlow
from salesdesk.office.approvals.rules import (
    MOST_DAYS,
    MOST_NEEDED,
    MOST_STEPS,
    Act,
    Fact,
    FlowStep,
    Mode,
)
from salesdesk.office.approvals.sheets import FlowCard
from salesdesk.office.staff.rules import Role

_WIDTH, _LIST_HEIGHT, _IN_A_ROW, _MOST_AT_LEAST_DAYS = 700, 104, 4, 9_999


class RoleTicks(QWidget):
    """Roles to tick.

    Signals:
        changed: the person ticked another.
    """

    changed = Signal(object)

    def __init__(self, roles: Sequence[str]) -> None:
        super().__init__()
        self._boxes = {role: QCheckBox(say("roles", role)) for role in roles}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for at, box in enumerate(self._boxes.values()):
            grid.addWidget(box, at // _IN_A_ROW, at % _IN_A_ROW)
            box.toggled.connect(lambda _on: self.changed.emit(None))
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))

    def roles(self) -> tuple[Role, ...]:
        """Give the roles ticked."""
        return tuple(Role(role) for role, box in self._boxes.items() if box.isChecked())

    def tick(self, roles: Sequence[Role]) -> None:
        """Tick *roles* and no other."""
        for role, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(role in roles)


def _nobody_yet() -> FlowStep:
    """Give what a step begins as: an approval by nobody yet."""
    return FlowStep(act=Act.APPROVE, roles=())


class FlowForm(FormDialog):
    """A new version of a kind's flow; the steps are changed here, the office judges the whole."""

    def __init__(self, link: Link, card: FlowCard, roles: Sequence[str], parent: QWidget) -> None:
        title = self.tr("Flow of: {kind}").format(kind=say("requests", card.kind))
        detail = self.tr(
            "Requests already filed keep the flow they were filed under; the next one goes this way."
        )
        super().__init__(link, title, self.tr("Write the flow"), parent, detail)
        self.setMinimumWidth(_WIDTH)
        self._kind = card.kind
        self._first = (card.steps, card.valid_days)
        self.words = FlowWords(self)
        self.order = Ordered(
            card.steps, self.words.step, _nobody_yet, MOST_STEPS, self.tr("Add a step")
        )
        self.steps = self.order.list
        self.steps.setFixedHeight(_LIST_HEIGHT)
        self.steps.setAccessibleName(self.tr("Steps"))
        self.first = self.steps
        self.tell(self.order)
        self.fields = Form(2)
        self._fill_fields(roles)
        self.tell(self.fields)
        self.others = QCheckBox(
            self.tr("Where only one person can sign a step, somebody else asks for him")
        )
        self.others.setChecked(bool(card.alone))
        self.body.addWidget(self.others)
        self.preview = PlainLabel("").wrapping().selectable()
        self.preview.setAccessibleName(self.tr("In plain words"))
        self.body.addWidget(self.preview)
        self.order.add.clicked.connect(lambda _on: self.roles.setFocus())
        self.order.chosen.connect(lambda _at: self._shown())
        self.days.valueChanged.connect(lambda _days: self._say())
        self.order.show_all(0)

    def _fill_fields(self, roles: Sequence[str]) -> None:
        self.roles = self.fields.add("roles", self.tr("Signed by"), RoleTicks(roles), wide=True)
        self.mode = self.fields.add("mode", self.tr("Who of these roles"), QComboBox())
        self.mode.addItem(self.tr("any of them"), Mode.ANY)
        self.mode.addItem(self.tr("each of them"), Mode.ALL)
        self.needed = self.fields.add("needed", self.tr("How many sign"), CountBox(1, MOST_NEEDED))
        self.act = self.fields.add("act", self.tr("Act"), QComboBox())
        for act in Act:
            self.act.addItem(say("acts", act), act)
        self.days = self.fields.add(
            "days", self.tr("Days to sign, all steps"), CountBox(1, MOST_DAYS)
        )
        self.days.setValue(self._first[1])
        self.fact = self.fields.add("fact", self.tr("Asked"), QComboBox())
        self.fact.addItem(self.tr("always"), Fact.ALWAYS)
        self.fact.addItem(self.tr("from an amount on"), Fact.AMOUNT)
        if self._kind in LOWERS:
            self.fact.addItem(
                self.tr("from an amount on, or below the floor price"), Fact.AMOUNT_OR_FLOOR
            )
        if self._kind in COUNTS_DAYS or any(s.fact is Fact.DAYS for s in self.order.items):
            self.fact.addItem(self.tr("from a number of days on"), Fact.DAYS)
        least = QStackedWidget()
        self.amount, self.span = MoneyField(), CountBox(0, _MOST_AT_LEAST_DAYS)
        least.addWidget(self.amount)
        least.addWidget(self.span)
        self.least = self.fields.add("at least", self.tr("From which figure on"), least)
        self.act.currentIndexChanged.connect(lambda _at: self._changed())
        self.mode.currentIndexChanged.connect(lambda _at: self._changed())
        self.fact.currentIndexChanged.connect(lambda _at: self._changed())
        self.roles.changed.connect(lambda _none: self._changed())
        self.needed.valueChanged.connect(lambda _count: self._changed())
        self.amount.textChanged.connect(lambda _text: self._changed())
        self.span.valueChanged.connect(lambda _count: self._changed())

    @override
    def send(self) -> None:
        """Write the flow; a step that names nobody is shown first."""
        self.form.right()
        self.fields.right()
        for at, step in enumerate(self.order.items):
            if not step.roles:
                self.steps.setCurrentRow(at)
                self.fields.wrong("roles", self.tr("Tick who signs this step."))
                return
        if self.fact.currentData() in AMOUNTS and self.amount.fen() is None:
            self.fields.wrong("at least", self.tr("Enter an amount in yuan."))
            self.amount.setFocus()
            return
        command = EditFlow(
            kind=self._kind,
            steps=tuple(self.order.items),
            valid_days=self.days.value(),
            others_ask=self.others.isChecked(),
        )
        self.sending.send(command, self.well, self._refused)

    def _refused(self, error: UserError) -> None:
        self.form.refuse(error)
        if error.facts.get("field") == "others_ask":
            self.others.setFocus()
        number = error.facts.get("number")
        if isinstance(number, int) and 1 <= number <= len(self.order.items):
            self.steps.setCurrentRow(number - 1)

    def _shown(self) -> None:
        """Put the chosen step into the fields."""
        step = self.order.one()
        fields = (self.act, self.mode, self.fact, self.needed, self.amount, self.span)
        with ExitStack() as blocked:
            for field in fields:
                blocked.enter_context(QSignalBlocker(field))
            self.act.setCurrentIndex(self.act.findData(step.act))
            self.mode.setCurrentIndex(self.mode.findData(step.mode))
            self.fact.setCurrentIndex(self.fact.findData(step.fact))
            self.needed.setValue(step.needed)
            self.amount.set_fen(step.at_least if step.fact in AMOUNTS else None)
            self.span.setValue(step.at_least if step.fact is Fact.DAYS else 0)
            self.roles.tick(step.roles)
        self.fields.right()
        self._shape(step)
        self._say()

    def _changed(self) -> None:
        """Take the fields into the chosen step."""
        fact, mode = Fact(self.fact.currentData()), Mode(self.mode.currentData())
        roles = self.roles.roles()
        amount = self.amount.fen() or 0
        least = dict.fromkeys(AMOUNTS, amount) | {Fact.DAYS: self.span.value()}
        step = replace(
            self.order.one(),
            act=Act(self.act.currentData()),
            roles=roles,
            mode=mode,
            needed=max(1, len(roles)) if mode is Mode.ALL else self.needed.value(),
            fact=fact,
            at_least=least.get(fact, 0),
        )
        self.order.put(step)
        self._shape(step)
        self._say()

    def _shape(self, step: FlowStep) -> None:
        self.needed.setEnabled(step.mode is Mode.ANY)
        self.least.setCurrentIndex(1 if step.fact is Fact.DAYS else 0)
        self.least.setEnabled(step.fact is not Fact.ALWAYS)
        self.fields.remark("fact", self.words.measured(self._kind, step.fact))

    def _say(self) -> None:
        self.preview.setText(self.words.flow(self.order.items, self.days.value()))
        now = (tuple(self.order.items), self.days.value())
        self.sending.allow(self.yes, allowed=now != self._first)
