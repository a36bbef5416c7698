"""Correcting an entry of the register; what it was before is kept by the office."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.reception.chips import Chips
from salesdesk.desks.reception.choices import (
    as_grade,
    detail_text,
    grade_options,
    manner_options,
    media_options,
)
from salesdesk.desks.reception.sections import VisitDetails
from salesdesk.desks.widgets.differences import Difference, Differences
from salesdesk.desks.widgets.fields import DateField
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.wording import day, medium, say, say_all
from salesdesk.kernel.errors import ChangedMeanwhile, UserError
from salesdesk.kernel.keys import VisitId
from salesdesk.office.customers.queries import visit_register
from salesdesk.office.customers.register import CorrectVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.customers.sheets import VisitLine

_SIZE = (760, 640)


class CorrectDialog(QDialog):
    """The entry as it stands, to be put right.

    Signals:
        saved: the `VisitLine` as it was before.
    """

    saved = Signal(object)

    def __init__(
        self,
        link: Link,
        line: VisitLine,
        media: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._line = line
        self.setWindowTitle(self.tr("Correct an entry"))
        self.resize(*_SIZE)
        self.form = Form(2)
        self.manner = self.form.add(
            "manner", self.tr("Manner"), Chips(manner_options(), must=True)
        )
        self.grade = self.form.add("grade", self.tr("Grade"), Chips(grade_options(), must=True))
        offered = [*media, *((name, name) for name in line.media if name not in dict(media))]
        chips = Chips(media_options(offered), several=True)
        self.media = self.form.add("media", self.tr("Media"), chips, wide=True)
        self.next_on = self.form.add("next_on", self.tr("Next contact"), DateField())
        self.remarks = self.form.add("remarks", self.tr("Remarks"), QPlainTextEdit(), wide=True)
        self.remarks.setFixedHeight(76)
        self.remarks.setTabChangesFocus(True)
        self.details = VisitDetails()
        self.differences = Differences()
        self.differences.mine.connect(self.save)
        self.differences.theirs.connect(self._take_theirs)
        self._lay()
        self._show(line)
        self.manner.setFocus()

    def save(self) -> None:
        """Send the correction; a refusal is shown over the form, which stays open."""
        if not self.yes.isEnabled():
            return
        self.form.right()
        if self.next_on.wrong():
            self.form.wrong("next_on", self.tr("This is no day."))
            return
        command = CorrectVisit(
            visit=VisitId(self._line.id),
            version=self._line.version,
            manner=Manner(self.manner.code()),
            media=self.media.codes(),
            grade=as_grade(self.grade.code()),
            next_on=self.next_on.day(),
            remarks=self.remarks.toPlainText().strip(),
            details=self.details.values(),
        )
        self.sending.send(command, self._done, self._refused)

    def _done(self, _version: int) -> None:
        self.saved.emit(self._line)
        self.accept()

    def _refused(self, error: UserError) -> None:
        if isinstance(error, ChangedMeanwhile):
            self._link.ask(
                self, self._theirs_came, visit_register, customer=self._line.customer_id
            )
        else:
            self.form.refuse(error)

    def _theirs_came(self, lines: tuple[VisitLine, ...]) -> None:
        theirs = next((line for line in lines if line.id == self._line.id), None)
        if theirs is None:
            self.reject()
            return
        was, self._line = _facts_of(self._line), theirs
        self.sending.renew()
        mine, now = self._mine(), _facts_of(theirs)
        self.differences.show_pairs(
            Difference(
                self._name(field), was.get(field, ""), mine.get(field, ""), now.get(field, "")
            )
            for field in dict.fromkeys([*mine, *now])
        )
        self.differences.keep.setFocus()

    def _take_theirs(self) -> None:
        self.differences.hide()
        self._show(self._line)

    def _mine(self) -> dict[str, str]:
        return {
            "manner": self.manner.code() and say("manners", self.manner.code()),
            "grade": self.grade.code(),
            "media": say_all("media", self.media.words()),
            "next_on": day(self.next_on.day()),
            "remarks": self.remarks.toPlainText().strip(),
        } | {name: detail_text(name, value) for name, value in self.details.values().items()}

    def _name(self, field: str) -> str:
        names = {
            "manner": self.tr("Manner"),
            "grade": self.tr("Grade"),
            "media": self.tr("Media"),
            "next_on": self.tr("Next contact"),
            "remarks": self.tr("Remarks"),
        }
        return names.get(field) or say("details", field)

    def _show(self, line: VisitLine) -> None:
        self.manner.choose(line.manner)
        self.grade.choose(line.grade)
        self.media.choose(*line.media)
        self.next_on.set_day(line.next_on)
        self.remarks.setPlainText(line.remarks)
        self.details.show_values(dict(line.details), opened=True)

    def _lay(self) -> None:
        line = self._line
        title = self.tr("No. {number}: {name}").format(number=line.number, name=line.customer)
        late = Pill(self.tr("Late entry"), "warn")
        late.setVisible(line.late)
        when = PlainLabel(day(line.day), "dim")
        inside = QWidget()
        inside.setObjectName("scrolled")
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 10, 0)
        within.setSpacing(10)
        for part in (self.form, self.details):
            card = Card(margin=14)
            card.body.addWidget(part)
            within.addWidget(card)
        within.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self.yes = button(self.tr("Save"), self.save, "check", "primary", shortcut="Ctrl+Return")
        mark = Pill()
        self.sending = Sending(self._link, self, self.form.banner, mark)
        self.sending.lock(self.yes, self.differences.keep)
        no = button(self.tr("Cancel"), self.reject)
        kept = PlainLabel(self.tr("What stood here before is kept in the journal."), "hint")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 18, 22, 16)
        lines.setSpacing(10)
        lines.addLayout(row(PlainLabel(title, "heading"), late, None, when))
        lines.addWidget(self.differences)
        lines.addWidget(scroll, 1)
        lines.addLayout(row(kept, mark, None, no, self.yes))


def _facts_of(line: VisitLine) -> dict[str, str]:
    return {
        "manner": say("manners", line.manner),
        "grade": line.grade,
        "media": say_all("media", [medium(name) for name in line.media]),
        "next_on": day(line.next_on),
        "remarks": line.remarks,
    } | {name: detail_text(name, value) for name, value in line.details}
