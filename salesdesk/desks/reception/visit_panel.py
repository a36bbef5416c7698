"""Everything one entry of the register says, beside the list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from salesdesk.desks.reception.choices import detail_text
from salesdesk.desks.reception.facts import FactGrid
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, Rule, button, row
from salesdesk.desks.wording import clock, day, medium, say, say_all
from salesdesk.office.customers.sheets import VisitLine

_WIDTH = 318


class VisitPanel(QWidget):
    """One entry: its head, its further fields, its remarks, and what can be done.

    Signals:
        correcting: the `VisitLine` to correct.
        opened: the id of the customer to open.
    """

    correcting = Signal(object)
    opened = Signal(object)

    def __init__(self, *, may_correct: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self._line: VisitLine | None = None
        self._number = PlainLabel("", "dim")
        self._late = Pill("", "warn")
        self._manner = Pill("", "accent")
        self._grade = Pill()
        self._name = PlainLabel("", "heading").wrapping()
        self._facts, self._more = FactGrid(), FactGrid()
        self._rule = Rule()
        self._remarks = PlainLabel("").wrapping().selectable()
        self.correct = button(self.tr("Correct…"), self._correct, "pencil")
        self.correct.setVisible(may_correct)
        opening = button(self.tr("Open the customer"), self._open, "user")
        card = Card()
        card.body.addLayout(row(self._manner, self._grade, self._late, None, self._number))
        for part in (self._name, self._facts, self._rule, self._more, self._remarks):
            card.body.addWidget(part)
        card.body.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(card)
        shown = QWidget()
        lines = QVBoxLayout(shown)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(scroll, 1)
        lines.addLayout(row(opening, self.correct, None))
        nothing = EmptyState(
            self.tr("No entry chosen"), self.tr("Choose a line to read all of it."), "list"
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(nothing)
        self._stack.addWidget(shown)

    def show_line(self, line: VisitLine | None) -> None:
        """Show *line*, or that none is chosen."""
        self._line = line
        self._stack.setCurrentIndex(0 if line is None else 1)
        if line is None:
            return
        self._number.setText(self.tr("No. {number}").format(number=line.number))
        self._late.show_text(self.tr("Late entry") if line.late else "", "warn")
        self._manner.show_text(say("manners", line.manner), "accent")
        self._grade.show_text(line.grade)
        self._name.setText(line.customer)
        when = day(line.day) if line.late else f"{day(line.day)} {clock(line.at)}"
        first = self.tr("First visit") if line.first else self.tr("Has been here before")
        self._facts.show_facts(
            (
                (self.tr("When"), when),
                (self.tr("Visit"), first),
                (self.tr("Phone"), line.phone),
                (self.tr("Media"), say_all("media", [medium(name) for name in line.media])),
                (self.tr("Consultant"), line.consultant),
                (self.tr("Received by"), line.receptionist),
                (self.tr("Next contact"), day(line.next_on)),
            )
        )
        self._more.show_facts(
            (say("details", name), detail_text(name, value)) for name, value in line.details
        )
        self._rule.setVisible(bool(line.details or line.remarks))
        self._remarks.setText(line.remarks)

    def _correct(self) -> None:
        if self._line is not None:
            self.correcting.emit(self._line)

    def _open(self) -> None:
        if self._line is not None:
            self.opened.emit(self._line.customer_id)
