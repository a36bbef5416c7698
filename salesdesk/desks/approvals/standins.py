"""Who signs for whom: the running and the coming stand-ins, named anew and ended early."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.dialogs import Question, later
from salesdesk.desks.widgets.fields import DateField
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import day, say, today
from salesdesk.kernel.keys import PersonId
from salesdesk.office.approvals.flow_commands import SetStandIn
from salesdesk.office.approvals.queries import signers, stand_ins
from salesdesk.office.approvals.sheets import SignerLine, StandInLine

_SHORTEST = 2


class StandInTable(CardTable[StandInLine]):
    """The stand-ins of today and of days to come."""

    def __init__(self) -> None:
        running, coming = self.tr("signs now"), self.tr("coming")
        super().__init__(
            "stand-ins",
            [
                Column(self.tr("Away"), lambda s: s.absent, width=140),
                Column(self.tr("Signs for him"), lambda s: s.stand_in, width=140),
                Column(self.tr("From"), lambda s: s.from_on, Kind.DAY, 104),
                Column(self.tr("To"), lambda s: s.to_on, Kind.DAY, 104),
                Column(
                    self.tr("State"),
                    lambda s: running if s.in_force else coming,
                    width=100,
                    tone=lambda s: "good" if s.in_force else "",
                ),
                Column(self.tr("Reason"), lambda s: s.reason, width=220),
                Column(self.tr("Named by"), lambda s: s.named_by, width=120),
            ],
            key=lambda s: s.id,
            empty=EmptyState(
                self.tr("Nobody stands in for anybody"),
                self.tr("Say here before you are away, so that requests do not wait for you."),
                "user-check",
            ),
        )
        self.title = self.tr("Stand-ins")


class AwayForm(Asking):
    """Who is away from when to when, and who signs for him."""

    def __init__(
        self, link: Link, people: Sequence[SignerLine], parent: QWidget, *, other: bool
    ) -> None:
        super().__init__(link, parent, columns=2)
        title = self.tr("Somebody is away") if other else self.tr("I am away")
        self.head(title, self.tr("Name the stand-in"), "user-check")
        self.tell(
            PlainLabel(
                self.tr(
                    "Whoever stands in signs with his own password; the paper names both. He does "
                    "not sign what he asked for himself."
                ),
                "dim",
            ).wrapping()
        )
        me = link.seat.person.id
        self.absent = QComboBox()
        self.stand_in = QComboBox()
        for line in people:
            words = f"{line.name} · {say('roles', line.role)}"
            if other and line.id != me:
                self.absent.addItem(words, line.id)
            if line.id != me:
                self.stand_in.addItem(words, line.id)
        if other:
            self.form.add("absent", self.tr("Who is away"), self.absent, wide=True)
        self.begins = self.form.add("from - to", self.tr("From"), DateField(), needed=True)
        self.ends = self.form.add("to", self.tr("To, that day too"), DateField(), needed=True)
        self.form.add("stand-in", self.tr("Signs for him"), self.stand_in, wide=True, needed=True)
        self.reason = self.form.add("reason", self.tr("Reason"), QLineEdit(), wide=True)
        self._other = other
        self.begins.set_day(today())
        self.ends.set_day(today() + timedelta(days=1))
        self.ends.setFocus()

    @override
    def send(self) -> None:
        """Name the stand-in."""
        self.form.right()
        first, last = self.begins.day(), self.ends.day()
        for name, one in (("from - to", first), ("to", last)):
            if one is None:
                self.form.wrong(name, self.tr("This is no day; write it as 2026-03-01."))
                return
        chosen, absent = self.stand_in.currentData(), self.absent.currentData()
        if chosen is None:
            self.form.wrong("stand-in", self.tr("Nobody else's role may sign: see People."))
            return
        if first is None or last is None:
            return
        command = SetStandIn(
            from_on=first,
            to_on=last,
            stand_in=PersonId(int(chosen)),
            absent=PersonId(int(absent)) if self._other and absent is not None else None,
            reason=self.form.text("reason"),
        )
        self.sending.send(command, self.well, self.form.refuse)


class StandInPane(QWidget):
    """The list with its buttons.

    Signals:
        told: what was done, in words.
        refused: a `UserError` that belongs to no form.
    """

    told = Signal(object)
    refused = Signal(object)

    def __init__(self, link: Link) -> None:
        super().__init__()
        self._link = link
        self._people: tuple[SignerLine, ...] = ()
        self.asking: QDialog | None = None
        self.table = StandInTable()
        self.away = button(self.tr("I am away…"), self.name_own, "user-check", "primary")
        self.other = button(self.tr("Somebody is away…"), self.name_other, "user-plus")
        self.end = button(self.tr("End it…"), self.end_early, "x")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.table, 1)
        lines.addLayout(row(self.end, None, self.other, self.away))
        self.table.chosen.connect(lambda _line: self._shape())
        self.table.opened.connect(lambda _line: self.end_early())
        self._shape()

    def refresh(self) -> None:
        """Ask who may sign, and who stands in."""
        self._link.ask(self, self._people_came, signers)
        self._link.ask(self, self._came, stand_ins)

    def name_own(self) -> AwayForm:
        """Open the form for one's own absence."""
        return self._open(other=False)

    def name_other(self) -> AwayForm:
        """Open the form for somebody else's absence."""
        return self._open(other=True)

    def end_early(self) -> None:
        """Ask whether the chosen one ends now; from then on nobody signs for whoever was away."""
        line = self.table.current()
        if line is None or not self.end.isEnabled():
            return
        first = max(today(), line.from_on)
        title = self.tr("End {stand_in} standing in for {absent}?").format(
            stand_in=line.stand_in, absent=line.absent
        )
        detail = self.tr("Nobody signs for {absent} from {day} on. What was signed stays signed.")
        question = Question(
            self,
            title,
            detail.format(absent=line.absent, day=day(first)),
            self.tr("End it"),
            danger=True,
            reason=_SHORTEST,
        )
        said = self.tr("Nobody stands in for {absent} any more.").format(absent=line.absent)
        self.asking = question
        absent, last = PersonId(line.absent_id), line.to_on

        def send(why: str) -> None:
            command = SetStandIn(from_on=first, to_on=last, absent=absent, reason=why)
            self._link.do(self, command, lambda _id: self.told.emit(said), self.refused.emit)

        later(question, send)

    def _open(self, *, other: bool) -> AwayForm:
        form = AwayForm(self._link, self._people, self, other=other)
        form.carried.connect(lambda _id: self.told.emit(self.tr("The stand-in is named.")))
        self.asking = form
        form.open()
        return form

    def _people_came(self, people: tuple[SignerLine, ...]) -> None:
        self._people = people
        self._shape()

    def _came(self, lines: tuple[StandInLine, ...]) -> None:
        self.table.set_lines([one for one in lines if one.stand_in and not one.over])
        if self.table.current() is None and self.table.model.rowCount():
            self.table.choose(self.table.model.key_at(0))
        self._shape()

    def _shape(self) -> None:
        me, line = self._link.seat.person.id, self.table.current()
        names, edits = self._link.may("SetStandIn"), self._link.may("EditFlow")
        signs = any(one.id == me for one in self._people)
        self.away.setVisible(names and signs)
        self.other.setVisible(names and edits)
        own = line is not None and line.absent_id == me
        self.end.setVisible(names)
        self.end.setEnabled(line is not None and names and (own or edits))
