"""The form of what a payment mode asks for: its lines in order, one's fields, and a trial beside them."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.admin.modelines import (
    BANDS,
    LineDraft,
    LineWords,
    Unreadable,
    draft_of,
    term_of,
)
from salesdesk.desks.admin.modetrial import ModeTrial
from salesdesk.desks.admin.peopleforms import FormDialog
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.countbox import CountBox
from salesdesk.desks.widgets.fields import DateField, MoneyField
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import PlainLabel, column, row
from salesdesk.desks.widgets.ordered import Ordered
from salesdesk.desks.wording import is_chinese, refusal, say
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.inventory.sheets import ProjectCard
from salesdesk.office.ledger.receivable_rules import (
    FOR_OTHERS,
    IN_MODES,
    LOANS,
    Basis,
    DueEvent,
    ModeLine,
    MoneyKind,
)
from salesdesk.office.sales.mode_commands import AddPaymentMode, ModeType, SetModeTerms, line_of
from salesdesk.office.sales.mode_rules import (
    MOST_DAYS,
    MOST_INSTALMENTS,
    MOST_LINES,
    MOST_MONTHS,
    ModeTerms,
)

_WIDTH, _LEFT, _LIST_HEIGHT = 1030, 620, 112
_OF_PRICE = (Basis.SHARE.value, Basis.AMOUNT.value, Basis.REST.value)
_OTHERS = (Basis.SHARE.value, Basis.AMOUNT.value, Basis.PER_M2.value, BANDS)
_FIELDS = {"percent": "figure", "amount": "figure", "lines": "figure", "bands": "figure"}
"""Facts of a refusal that are said of one field here."""


class ModeForm(FormDialog):
    """Writes what a mode asks for from now on; agreements made before keep their schedules."""

    def __init__(
        self, link: Link, terms: ModeTerms, project: ProjectCard | None, parent: QWidget
    ) -> None:
        name = terms.mode if is_chinese() else terms.english
        title = self.tr("What {mode} asks for").format(mode=name)
        detail = self.tr("It counts for agreements from now on; those made keep their schedules.")
        super().__init__(link, title, self.tr("Write it"), parent, detail)
        self.setMinimumWidth(_WIDTH)
        self._mode, self._project = terms.mode, project
        self.words = LineWords(self)
        self.trial = ModeTrial()
        self.order = Ordered(
            [draft_of(line) for line in terms.lines], self.words.line, LineDraft, MOST_LINES,
            self.tr("Add a line"),
        )  # fmt: skip
        self.order.list.setFixedHeight(_LIST_HEIGHT)
        self.order.list.setAccessibleName(self.tr("Lines"))
        self.first = self.order.list
        self.fields = Form(4)
        self._fill_line()
        self.whole = Form(4)
        self._fill_whole(terms)
        left = QWidget()
        left.setMinimumWidth(_LEFT)
        about = PlainLabel(self.tr("The mode as a whole"), "heading")
        left.setLayout(column(self.order, self.fields, about, self.whole, None, spacing=10))
        both = QWidget()
        sides = row(left, self.trial, spacing=16)
        sides.setStretch(0, 1)
        both.setLayout(sides)
        self.tell(both)
        self.order.chosen.connect(lambda _at: self._shown())
        self.order.add.clicked.connect(lambda _on: self.money.setFocus())
        self.order.show_all(0)

    def _fill_line(self) -> None:
        add = self.fields.add
        self.money = add("money", self.tr("What for"), QComboBox())
        for kind in IN_MODES:
            self.money.addItem(say("due money", kind), kind)
        self.basis = add("basis", self.tr("Reckoned as"), QComboBox())
        self.figure = add("figure", self.tr("Figure"), QLineEdit())
        self.step = add("loan step", self.tr("In steps of"), MoneyField())
        self.since = add("event", self.tr("Counted from"), QComboBox())
        for event in DueEvent:
            self.since.addItem(say("due events", event), event)
        self.days = add("days", self.tr("Days after it"), CountBox(0, MOST_DAYS))
        self.on = add("day", self.tr("On the day"), DateField())
        self.stage = add("stage", self.tr("Building stage"), QLineEdit())
        self.parts = add("instalments", self.tr("Equal parts"), CountBox(1, MOST_INSTALMENTS))
        self.months = add("every months", self.tr("Months between"), CountBox(1, MOST_MONTHS))
        for box in (self.money, self.basis, self.since):
            box.currentIndexChanged.connect(lambda _at: self._changed())
        for text in (self.figure, self.step, self.on, self.stage):
            text.textChanged.connect(lambda _text: self._changed())
        for count in (self.days, self.parts, self.months):
            count.valueChanged.connect(lambda _count: self._changed())

    def _fill_whole(self, terms: ModeTerms) -> None:
        add = self.whole.add
        self.scope = add("project", self.tr("For"), QComboBox())
        self.scope.addItem(self.tr("every project"), None)
        if self._project is not None:
            self.scope.addItem(self._project.name, self._project.id)
            if not terms.whole_office:
                self.scope.setCurrentIndex(1)
        self.begins = add("begins on", self.tr("From"), DateField())
        self.ends = add("ends on", self.tr("To"), DateField())
        self.banks = add("bank", self.tr("Banks, with commas"), QLineEdit())
        self.note = add("note", self.tr("Note"), QLineEdit(), wide=True)
        self.begins.set_day(terms.begins_on)
        self.ends.set_day(terms.ends_on)
        self.banks.setText("，".join(terms.banks) if is_chinese() else ", ".join(terms.banks))
        self.note.setText(terms.note)

    @override
    def send(self) -> None:
        """Write it; a line that does not read is shown first, with what is wrong beside its field."""
        self.form.right()
        self.fields.right()
        self.whole.right()
        if self._wrong_line():
            return
        for name, field in (("begins on", self.begins), ("ends on", self.ends)):
            if field.wrong():
                self.whole.wrong(name, self.tr("This is no day; write it as 2026-03-01."))
                return
        scope = self.scope.currentData()
        command = SetModeTerms(
            mode=self._mode,
            lines=tuple(term_of(draft) for draft in self.order.items),
            project=None if scope is None else ProjectId(int(scope)),
            begins_on=self.begins.day(),
            ends_on=self.ends.day(),
            banks=_names(self.banks.text()),
            note=self.whole.text("note"),
        )
        self.sending.send(command, self.well, self._refused)

    def _refused(self, error: UserError) -> None:
        self.form.refuse(error)
        name = str(error.facts.get("field", ""))
        if name in {"begins on", "ends on", "bank", "note"}:
            self.whole.wrong(name, refusal(error)[0])

    def _wrong_line(self) -> bool:
        """Show the first line that is wrong, and say why beside its field."""
        for at, draft in enumerate(self.order.items):
            try:
                line_of(term_of(draft))
            except Unreadable as error:
                name, words = error.field, self._how(draft, error.field)
            except UserError as error:
                name = str(error.facts.get("field", ""))
                name, words = _FIELDS.get(name, name), refusal(error)[0]
                if name == "figure":
                    words = self._how(draft, name)
            else:
                continue
            self.order.choose(at)
            self.fields.wrong(name, words)
            return True
        return False

    def _how(self, draft: LineDraft, field: str) -> str:
        """Say how a figure is written."""
        if field != "figure" or draft.basis in {Basis.AMOUNT, Basis.PER_M2}:
            return self.tr("Enter an amount in yuan above 0.")
        if draft.basis == BANDS:
            return self.tr("Write 90: 1; 144: 1.5; 3, m² rising, the last one without.")
        return self.tr("Enter per cent above 0 up to 100, for example 30 or 2.5.")

    def _shown(self) -> None:
        """Put the chosen line into the fields."""
        draft = self.order.one()
        fields = (
            self.money, self.basis, self.figure, self.step, self.since, self.days, self.on,
            self.stage, self.parts, self.months,
        )  # fmt: skip
        with ExitStack() as blocked:
            for field in fields:
                blocked.enter_context(QSignalBlocker(field))
            self.money.setCurrentIndex(self.money.findData(draft.money))
            self._offer_bases(draft)
            self.figure.setText(draft.figure)
            self.step.setText(draft.step)
            self.since.setCurrentIndex(self.since.findData(draft.event))
            self.days.setValue(draft.days)
            self.on.set_day(draft.on)
            self.stage.setText(draft.stage)
            self.parts.setValue(draft.instalments)
            self.months.setValue(draft.every_months)
        self.fields.right()
        self._shape(draft)
        self._try()

    def _changed(self) -> None:
        """Take the fields into the chosen line."""
        draft = LineDraft(
            money=MoneyKind(self.money.currentData()),
            basis=str(self.basis.currentData()),
            figure=self.figure.text(),
            event=DueEvent(self.since.currentData()),
            days=self.days.value(),
            on=self.on.day(),
            stage=self.stage.text(),
            instalments=self.parts.value(),
            every_months=self.months.value(),
            step=self.step.text(),
        )
        with QSignalBlocker(self.basis):
            self._offer_bases(draft)
        draft = replace(draft, basis=str(self.basis.currentData()))
        self.order.put(draft)
        self._shape(draft)
        self._try()

    def _offer_bases(self, draft: LineDraft) -> None:
        """Offer the ways to reckon that a kind of money has; the one chosen stays where it may."""
        names = {
            Basis.SHARE.value: self.tr("% of the price"),
            Basis.AMOUNT.value: self.tr("an amount"),
            Basis.REST.value: self.tr("the rest"),
            Basis.PER_M2.value: self.tr("yuan per m²"),
            BANDS: self.tr("% by area"),
        }
        self.basis.clear()
        for basis in _OTHERS if draft.money in FOR_OTHERS else _OF_PRICE:
            self.basis.addItem(names[basis], basis)
        self.basis.setCurrentIndex(max(0, self.basis.findData(draft.basis)))

    def _shape(self, draft: LineDraft) -> None:
        self.figure.setEnabled(draft.basis != Basis.REST)
        hints = {Basis.SHARE.value: "30", BANDS: "90: 1; 144: 1.5; 3", Basis.REST.value: ""}
        self.figure.setPlaceholderText(hints.get(draft.basis, self.tr("yuan")))
        self.step.setEnabled(draft.money in LOANS)
        self.on.setEnabled(draft.event is DueEvent.DATE)
        self.stage.setEnabled(draft.event is DueEvent.PROGRESS)
        self.months.setEnabled(draft.instalments > 1)

    def _try(self) -> None:
        """Try out the lines as they stand."""
        lines: list[ModeLine] = []
        for at, draft in enumerate(self.order.items, 1):
            try:
                lines.append(line_of(term_of(draft)))
            except (Unreadable, UserError):
                self.trial.nothing(self.tr("Line {number} is not finished.").format(number=at))
                return
        self.trial.show_lines(self._mode, lines)


class AddModeForm(FormDialog):
    """A new payment mode; what it asks for is written afterwards."""

    def __init__(self, link: Link, parent: QWidget) -> None:
        detail = self.tr("It asks for what its kind asks for until you write it.")
        super().__init__(link, self.tr("Add a payment mode"), self.tr("Add"), parent, detail)
        self.name = self.form.add("name", self.tr("Name"), QLineEdit(), needed=True)
        self.first = self.name
        self.english = self.form.add(
            "english", self.tr("Name in English"), QLineEdit(), needed=True
        )
        self.kind = self.form.add("kind", self.tr("Kind"), QComboBox())
        for kind in ModeType:
            self.kind.addItem(say("modes", kind), kind)

    @override
    def send(self) -> None:
        """Add it."""
        self.form.right()
        command = AddPaymentMode(
            name=self.form.text("name"),
            english=self.form.text("english"),
            kind=ModeType(self.kind.currentData()),
        )
        self.sending.send(command, self.well, self.form.refuse)


def _names(typed: str) -> tuple[str, ...]:
    """Read names with commas of either language between them."""
    parts: Sequence[str] = typed.replace("，", ",").replace("、", ",").split(",")
    return tuple(part.strip() for part in parts if part.strip())
