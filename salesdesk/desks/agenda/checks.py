"""The page of spot checks: the entries chance picked, late ones, and what one says about each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from salesdesk.desks.agenda.columns import AgendaColumns
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.figures import FactList
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import moment, say
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import FollowUpId, VisitId
from salesdesk.office.customers.check_rules import EntryKind, Verdict
from salesdesk.office.customers.checking import CheckEntry, CommentEntry
from salesdesk.office.customers.checks import SampleLine

_PANEL = 380


class ChecksPage(QWidget):
    """The list of entries at the left, the chosen one with its form at the right.

    Signals:
        told: a short text after something was written.
        jump: a `Jump` to another desk.
    """

    told = Signal(object)
    jump = Signal(object)

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: SampleLine | None = None
        self._wish: tuple[str, int] | None = None
        nothing = EmptyState(
            self.tr("Nothing to check today"),
            self.tr(
                "Each day chance picks a few entries of the register and follow-ups of the days"
                " before. Late entries stand here too, until somebody has commented on them."
            ),
            "clipboard-list",
        )
        self.table = CardTable(
            "spot sample", AgendaColumns(self).sample(), lambda s: (s.kind.value, s.key), nothing
        )
        self.table.title = self.tr("Spot checks")
        self._title = PlainLabel("", "title").wrapping()
        self._state = Pill()
        self._facts = FactList()
        self.form = Form()
        self.comment = self.form.add(
            "comment", self.tr("Comment and advice to the consultant"), QPlainTextEdit()
        )
        self.comment.setFixedHeight(110)
        self.comment.setTabChangesFocus(True)
        self.good = button(
            self.tr("In order"), lambda: self._check(Verdict.GOOD), "circle-check", "primary"
        )
        self.wanting = button(
            self.tr("To be improved"), lambda: self._check(Verdict.WANTING), "triangle-alert"
        )
        self.leave = button(self.tr("Leave a comment"), self._comment, "message-square-text")
        self.person = button(self.tr("Show the customer"), self._show, "user", "link")
        mark = Pill()
        self.sending = Sending(link, self, self.form.banner, mark)
        self.sending.lock(self.good, self.wanting, self.leave, self.comment)
        self._own = PlainLabel(
            self.tr("You wrote this entry yourself: somebody else checks it."), "dim"
        ).wrapping()
        self._stack = QStackedWidget()
        self._stack.setMinimumWidth(_PANEL)
        self._lay(mark)
        self.table.chosen.connect(self.show_line)
        self.table.opened.connect(lambda _line: self.comment.setFocus())
        self.show_line(None)

    def show_lines(self, lines: tuple[SampleLine, ...]) -> None:
        """Show today's entries."""
        self.table.set_lines(lines)
        if self._wish is not None and self.table.choose(self._wish):
            self._wish = None
        if self.table.current() is None and lines:
            self.table.choose(self.table.model.key_at(0))
        self.show_line(self.table.current())

    def choose(self, topic: Topic, key: int) -> None:
        """Show one entry: now, or when it has come."""
        kind = EntryKind.VISIT if topic is Topic.VISIT else EntryKind.FOLLOW_UP
        self._wish = kind.value, key
        if self.table.choose(self._wish):
            self._wish = None

    def dirty(self) -> bool:
        """Tell whether a comment is typed that is not left yet."""
        return self._line is not None and bool(self.comment.toPlainText().strip())

    def show_line(self, line: SampleLine | None) -> None:
        """Show this entry, or how one is chosen; what was typed for another one is gone."""
        before = self._line
        same = before is not None and line is not None and _key(before) == _key(line)
        self._line = line
        self._stack.setCurrentIndex(0 if line is None else 1)
        if not same:
            self.comment.clear()
            self.form.right()
            self.sending.renew()
        if line is None:
            return
        self._title.setText(line.customer)
        tone = {"good": "good", "wanting": "warn"}.get(line.verdict, "")
        late = self.tr("late entry") if line.late else ""
        self._state.show_text(say("verdicts", line.verdict) if line.verdict else late, tone)
        self._facts.show_facts(
            (self.tr("What"), self._what(line)),
            (self.tr("Manner"), say("manners", line.manner)),
            (self.tr("Written"), moment(line.written_at)),
            (self.tr("By"), line.written_by),
            (self.tr("Consultant"), line.consultant),
            (self.tr("Words"), line.words),
            (self.tr("Checked by"), line.checked_by),
            (self.tr("Comment"), line.comment),
        )
        checks = line.drawn and not line.verdict and not line.own
        self.good.setVisible(checks)
        self.wanting.setVisible(checks)
        self.leave.setVisible(not checks)
        self._own.setVisible(line.own and line.drawn and not line.verdict)

    def _what(self, line: SampleLine) -> str:
        words = say("entries", line.kind)
        return f"{words} {line.number}" if line.number else words

    def _check(self, verdict: Verdict) -> None:
        if self._line is None or not self.good.isEnabled():
            return
        said = self.comment.toPlainText().strip()
        self.form.right()
        if verdict is Verdict.WANTING and not said:
            self.form.wrong("comment", self.tr("Say what is to be improved."))
            return
        visit, follow_up = _ids(self._line)
        command = CheckEntry(visit=visit, follow_up=follow_up, verdict=verdict, comment=said)
        self.sending.send(command, self._done, self.form.refuse)

    def _comment(self) -> None:
        if self._line is None or not self.leave.isEnabled():
            return
        said = self.comment.toPlainText().strip()
        self.form.right()
        if not said:
            self.form.wrong("comment", self.tr("Write the comment first."))
            return
        visit, follow_up = _ids(self._line)
        command = CommentEntry(visit=visit, follow_up=follow_up, comment=said)
        self.sending.send(command, self._done, self.form.refuse)

    def _done(self, _answer: object) -> None:
        self.comment.clear()
        self.sending.renew()
        self.told.emit(self.tr("Noted; the consultant sees it on the customer's card."))

    def _show(self) -> None:
        if self._line is not None:
            self.jump.emit(Jump("reception", Topic.CUSTOMER, self._line.customer_id))

    def _lay(self, mark: Pill) -> None:
        card = Card()
        head = row(self._title, self._state)
        head.setStretch(0, 1)
        card.body.addLayout(head)
        card.body.addWidget(self._facts)
        card.body.addLayout(row(self.person, None))
        card.body.addWidget(self._own)
        card.body.addWidget(self.form)
        card.body.addLayout(row(mark, None, self.leave, self.wanting, self.good))
        card.body.addStretch(1)
        self._stack.addWidget(
            EmptyState(
                self.tr("No entry chosen"),
                self.tr("Choose a line to read it, and say what you found."),
                "clipboard-list",
            )
        )
        self._stack.addWidget(card)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self.table)
        parts.addWidget(self._stack)
        parts.setStretchFactor(0, 6)
        parts.setStretchFactor(1, 4)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts)


def _key(line: SampleLine) -> tuple[EntryKind, int]:
    return line.kind, line.key


def _ids(line: SampleLine) -> tuple[VisitId | None, FollowUpId | None]:
    if line.kind is EntryKind.VISIT:
        return VisitId(line.key), None
    return None, FollowUpId(line.key)
