"""One follow-up beside the list: the advice left on it, what was said before, the form to record it."""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.reception.advice import AdviceBox
from salesdesk.desks.reception.chips import Chips
from salesdesk.desks.reception.choices import as_grade, contact_word, grade_options
from salesdesk.desks.reception.facts import FactGrid
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.fields import DateField
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.wording import day, local, moment, today
from salesdesk.kernel.keys import FollowUpId
from salesdesk.office.customers.queries import follow_ups_due
from salesdesk.office.customers.register import RecordFollowUp
from salesdesk.office.customers.sheets import FollowUpLine

_WIDTH = 380
_MANNERS = ("call", "message", "visit", "meeting", "other")
_EARLIER = 4


@dataclass(frozen=True, slots=True)
class _Draft:
    """What is typed for a follow-up that is not shown now, with its intent."""

    intent: str
    manner: str
    result: str
    grade: str
    next_on: str


class FollowUpPanel(QWidget):
    """Records the chosen follow-up; the manager leaves his advice here.

    Signals:
        told: a short text after something was saved.
        opened: the id of the customer to open.
    """

    told = Signal(object)
    opened = Signal(object)

    def __init__(self, link: Link, rights: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self._link = link
        self._may_record = "RecordFollowUp" in rights
        self._line: FollowUpLine | None = None
        self._drafts: dict[int, _Draft] = {}
        self._name = PlainLabel("", "heading").wrapping()
        self._grade, self._due = Pill(), Pill()
        self._facts = FactGrid()
        self._earlier = FactGrid()
        self._earlier_title = PlainLabel(self.tr("Said before"), "dim")
        self.advice = AdviceBox(link, may_advise="AdviseFollowUp" in rights)
        self.form = Form()
        self._add_fields()
        self.yes = button(self.tr("Record"), self.save, "check", "primary", shortcut="Ctrl+Return")
        self._mark = Pill()
        self.sending = Sending(link, self, self.form.banner, self._mark)
        self.sending.lock(self.yes)
        self._lay()
        self._connect()
        self.show_line(None)

    def dirty(self) -> bool:
        """Tell whether a result is typed that is not saved."""
        typed = bool(self.result.toPlainText().strip())
        return typed or bool(self._drafts) or self.advice.dirty()

    def begin(self) -> None:
        """Put the cursor where the result is typed."""
        if self._record.isVisible():
            self.result.setFocus()

    def show_line(self, line: FollowUpLine | None) -> None:
        """Show *line*; what is typed for another one is kept until that one is shown again."""
        same = line is not None and self._line is not None and line.id == self._line.id
        if not same:
            self._keep_draft()
        self._line = line
        self._stack.setCurrentIndex(0 if line is None else 1)
        if line is None:
            return
        if not same:
            self._begin_anew()
            self._return_draft()
            self._earlier_title.hide()
            self._earlier.show_facts(())
        self._show_facts(line)
        self.advice.show_line(line)
        self._record.setVisible(self._may_record and line.done_at is None)
        customer = line.customer_id
        self._link.ask(self, self._earlier_came, follow_ups_due, everyone=True, customer=customer)

    def save(self) -> None:
        """Record what was said, and when to phone next."""
        line = self._line
        if line is None or line.done_at is not None or not self.yes.isEnabled():
            return
        self.form.right()
        if not self.result.toPlainText().strip():
            self.form.wrong("result", self.tr("Write down what was said."))
            return
        if self.next_on.wrong() or (self.next_on.day() or today()) < today():
            self.form.wrong("next_on", self.tr("The next contact is a day to come."))
            return
        command = RecordFollowUp(
            follow_up=FollowUpId(line.id),
            manner=self.manner.code(),
            result=self.result.toPlainText().strip(),
            grade=as_grade(self.grade.code()),
            next_on=self.next_on.day(),
        )
        self.sending.send(command, lambda _id: self._done(line), self.form.refuse)

    def take_phrase(self, at: int) -> None:
        """Write the usual result number *at* (0..); not reached: try again tomorrow."""
        text = self.result.toPlainText().strip()
        words = self._phrases[at]
        self.result.setPlainText(f"{text}\n{words}" if text else words)
        self.result.moveCursor(self.result.textCursor().MoveOperation.End)
        if at == len(self._phrases) - 1 and self.next_on.day() is None:
            self.next_on.set_day(today() + timedelta(days=1))

    def _done(self, line: FollowUpLine) -> None:
        if self._line is not None and self._line.id == line.id:
            self._begin_anew()
        else:  # another one is shown by now, with what is typed for it
            self._drafts.pop(line.id, None)
        self.told.emit(self.tr("Follow-up recorded: {name}").format(name=line.customer))

    def _begin_anew(self) -> None:
        self.sending.renew()
        self.form.right()
        self.manner.choose("call")
        self.result.clear()
        self.next_on.clear()
        self.grade.choose(self._line.grade if self._line else "")

    def _keep_draft(self) -> None:
        if self._line is not None and self.result.toPlainText().strip():
            self._drafts[self._line.id] = _Draft(
                self.sending.intent,
                self.manner.code(),
                self.result.toPlainText(),
                self.grade.code(),
                self.next_on.text(),
            )

    def _return_draft(self) -> None:
        draft = self._drafts.pop(self._line.id, None) if self._line else None
        if draft is not None:
            self.sending.intent = draft.intent
            self.manner.choose(draft.manner)
            self.result.setPlainText(draft.result)
            self.grade.choose(draft.grade)
            self.next_on.setText(draft.next_on)

    def _show_facts(self, line: FollowUpLine) -> None:
        self._name.setText(line.customer)
        self._grade.show_text(line.grade)
        if line.done_at is not None:
            self._due.show_text(self.tr("Done"), "good")
        elif line.overdue_days:
            words = self.tr("%n day(/s) overdue", "", line.overdue_days)
            self._due.show_text(words, "danger")
        elif line.due_on == today():
            self._due.show_text(self.tr("Due today"), "warn")
        else:
            self._due.show_text(self.tr("Coming"), "accent")
        done = "" if line.done_at is None else moment(line.done_at)
        self._facts.show_facts(
            (
                (self.tr("Phone"), line.phone),
                (self.tr("Consultant"), line.consultant),
                (self.tr("Due"), day(line.due_on)),
                (self.tr("Done"), done),
                (self.tr("Manner"), contact_word(line.manner) if done else ""),
                (self.tr("Result"), line.result),
            )
        )

    def _earlier_came(self, lines: tuple[FollowUpLine, ...]) -> None:
        mine = self._line
        if mine is None or any(line.customer_id != mine.customer_id for line in lines):
            return
        before = [line for line in lines if line.done_at is not None and line.id != mine.id]
        self._earlier.show_facts(
            (day(local(line.done_at).date()) if line.done_at else "", line.result)
            for line in before[:_EARLIER]
        )
        self._earlier_title.setVisible(bool(before))

    def _add_fields(self) -> None:
        self._phrases = (
            self.tr("Will come to visit."),
            self.tr("Is thinking it over."),
            self.tr("Waits for the family."),
            self.tr("Has bought elsewhere."),
            self.tr("Was not reached."),
        )
        manners = [(code, contact_word(code)) for code in _MANNERS]
        self.manner = self.form.add("manner", self.tr("Manner"), Chips(manners, must=True))
        self.result = self.form.add(
            "result", self.tr("What was said"), QPlainTextEdit(), needed=True
        )
        self.result.setFixedHeight(84)
        self.result.setTabChangesFocus(True)
        usual = [(str(at), f"{at + 1} {words}") for at, words in enumerate(self._phrases)]
        self.usual = self.form.add("usual", self.tr("Usual results (Alt+1 to 5)"), Chips(usual))
        self.grade = self.form.add("grade", self.tr("Grade"), Chips(grade_options()))
        self.next_on = self.form.add("next_on", self.tr("Next contact"), DateField())
        later = [
            ("1", self.tr("Tomorrow")),
            ("3", self.tr("In 3 days")),
            ("7", self.tr("In a week")),
        ]
        self.later = self.form.add("later", "", Chips(later))

    def _lay(self) -> None:
        opening = button(self.tr("Open the customer"), self._open, "user", "link")
        self._record = Card(margin=14)
        self._record.body.addWidget(PlainLabel(self.tr("Record this follow-up"), "heading"))
        self._record.body.addWidget(self.form)
        self._record.body.addLayout(row(self._mark, None, self.yes))
        top = Card(margin=14)
        top.body.addLayout(row(self._due, self._grade, None, opening))
        for part in (self._name, self._facts, self._earlier_title, self._earlier):
            top.body.addWidget(part)
        inside = QWidget()
        inside.setObjectName("scrolled")
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 8, 0)
        within.setSpacing(10)
        for card in (top, self.advice, self._record):
            within.addWidget(card)
        within.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        nothing = EmptyState(
            self.tr("No follow-up chosen"), self.tr("Choose a line to record it."), "phone"
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(nothing)
        self._stack.addWidget(scroll)

    def _connect(self) -> None:
        self.usual.changed.connect(self._usual_chosen)
        self.later.changed.connect(self._later_chosen)
        self.advice.told.connect(self.told)
        for at in range(len(self._phrases)):
            keys = QShortcut(QKeySequence(f"Alt+{at + 1}"), self)
            keys.setContext(Qt.ShortcutContext.WindowShortcut)  # from the list beside it too
            keys.activated.connect(lambda place=at: self.take_phrase(place))

    def _usual_chosen(self, _codes: object) -> None:
        if self.usual.code():
            self.take_phrase(int(self.usual.code()))
            self.usual.choose()

    def _later_chosen(self, _codes: object) -> None:
        if self.later.code():
            self.next_on.set_day(today() + timedelta(days=int(self.later.code())))
            self.later.choose()

    def _open(self) -> None:
        if self._line is not None:
            self.opened.emit(self._line.customer_id)
