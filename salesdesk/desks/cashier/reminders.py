"""Reminders: who owes what or soon will, demand letters in a batch, and what buyers promise."""

from typing import Final

from PySide6.QtWidgets import QComboBox, QVBoxLayout
from typing_extensions import override

from salesdesk.desks.cashier.listed import ListTools
from salesdesk.desks.cashier.page import Page
from salesdesk.desks.cashier.papers import ReceiptPrinter
from salesdesk.desks.cashier.promise import PromiseDialog
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.dialogs import Question, later
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import day, money, say
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import UnitId
from salesdesk.office.sales.reminder_queries import demand_papers, reminders
from salesdesk.office.sales.reminder_sheets import Demanded, Promised, ReminderLine
from salesdesk.office.sales.reminding import WriteDemands

_LATE: Final = "late"
_LETTER: Final = "letter"
_BROKEN: Final = "broken"


class RemindersPage(Page):
    """What is overdue red, what is due within two weeks orange; letters for all lines chosen."""

    topics = frozenset({Topic.EVERYTHING, Topic.RECEIPT, Topic.DEAL})

    def __init__(self, link: Link, printer: ReceiptPrinter) -> None:
        super().__init__(link)
        self._printer = printer
        self.asking: Question | PromiseDialog | None = None
        self.banner = Banner()
        self.which = QComboBox()
        for words, code in (
            (self.tr("Overdue and due within two weeks"), ""),
            (self.tr("Overdue"), _LATE),
            (self.tr("A letter may be written now"), _LETTER),
            (self.tr("The promised day is past"), _BROKEN),
        ):
            self.which.addItem(words, code)
        self.which.setAccessibleName(self.tr("Which of them"))
        empty = EmptyState(
            self.tr("Nothing is overdue, and nothing due within two weeks"),
            self.tr(
                "What payment modes make due of agreed units is listed here two weeks before its day, "
                "until it is paid."
            ),
            "receipt-text",
        )
        self.table = CardTable("reminders", self._columns(), lambda r: r.deal, empty)
        self.table.title = self.tr("Reminders")
        self.write = button(self.tr("Write letters…"), self.ask_letters, "file-text")
        self.again = button(self.tr("Print the letters…"), self.print_letters, "printer")
        self.promise = button(self.tr("Note a promise…"), self.ask_promise, "calendar")
        self.write.setVisible(link.may("WriteDemands"))
        self.again.setVisible(link.may("demand_papers"))
        self.promise.setVisible(link.may("RecordPromise"))
        self.sending = Sending(link, self, self.banner)
        self.sending.lock(self.write)
        self.sum = PlainLabel("", "dim")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 10, 0, 0)
        lines.setSpacing(8)
        tools = ListTools(self.table)
        lines.addLayout(row(self.which, None, self.write, self.again, self.promise, tools))
        lines.addWidget(self.banner)
        lines.addWidget(self.table, 1)
        lines.addWidget(self.sum)
        self.which.currentIndexChanged.connect(lambda _at: self._keep())
        self.table.view.selectionModel().selectionChanged.connect(lambda *_both: self._enable())
        self.table.opened.connect(self._open)
        self._enable()

    @override
    def refresh(self) -> None:
        self.link.ask(self, self._show, reminders)

    @override
    def arrive(self) -> None:
        self.table.view.setFocus()

    @override
    def shown_table(self) -> CardTable[ReminderLine]:
        return self.table

    def ask_letters(self) -> None:
        """Ask once more, then write a letter for each chosen line that may have one."""
        ripe = self._ripe()
        if not ripe:
            return
        title = self.tr("Write %n demand letter(s)?", "", len(ripe))
        detail = self.tr(
            "Each gets the next number and stage and is kept; together they ask for {sum}. They are shown "
            "for printing afterwards."
        ).format(sum=money(sum(line.mark.overdue_fen for line in ripe)))
        self.asking = Question(self, title, detail, self.tr("Write them"))
        command = WriteDemands(units=tuple(UnitId(line.unit_id) for line in ripe))
        later(self.asking, lambda _reason: self.sending.send(command, self._written))

    def print_letters(self) -> None:
        """Bring the newest letters of the chosen lines to paper once more."""
        numbers = [line.mark.letter for line in self.table.selected() if line.mark.letter]
        if numbers:
            self.link.ask(self, self._printer.print_demands, demand_papers, numbers)

    def ask_promise(self) -> None:
        """Note what the buyer of the current line promises."""
        line = self.table.current()
        if line is None:
            return
        self.asking = PromiseDialog(self.link, line, self)
        self.asking.carried.connect(self._promised)
        self.asking.open()

    def _columns(self) -> list[Column[ReminderLine]]:
        return [
            Column(self.tr("Unit"), lambda r: r.unit, width=110),
            Column(self.tr("Customer"), lambda r: r.customer, width=90),
            Column(self.tr("Consultant"), lambda r: r.consultant, width=100),
            Column(self.tr("Overdue"), lambda r: r.mark.overdue_fen or None, Kind.MONEY, 118, tone_of),
            Column(self.tr("Since"), lambda r: r.mark.since, Kind.DAY, 96),
            Column(self.tr("Days"), lambda r: r.mark.overdue_days or None, Kind.COUNT, 52, tone_of),
            Column(self.tr("Soon due"), lambda r: r.mark.soon_fen or None, Kind.MONEY, 118, _soon),
            Column(self.tr("On"), lambda r: r.mark.soon_on, Kind.DAY, 96),
            Column(self.tr("Last letter"), self._letter, width=160),
            Column(self.tr("Pay by"), lambda r: r.mark.pay_by, Kind.DAY, 96),
            Column(self.tr("Promised for"), lambda r: r.mark.promised_on, Kind.DAY, 104, _broken),
        ]  # fmt: skip

    def _letter(self, line: ReminderLine) -> str:
        mark = line.mark
        if mark.letter:
            words = self.tr("{number}, {stage}")
            return words.format(number=mark.letter, stage=say("demand stages", mark.stage))
        return ""

    def _ripe(self) -> list[ReminderLine]:
        """Give the chosen lines for which a letter may be written now."""
        return [line for line in self.table.selected() if line.mark.next_stage]

    def _show(self, lines: tuple[ReminderLine, ...]) -> None:
        self.table.set_lines(lines)
        late = sum(line.mark.overdue_fen for line in lines)
        soon = sum(line.mark.soon_fen for line in lines)
        words = self.tr("%n deal(s): {late} overdue, {soon} due within two weeks.", "", len(lines))
        self.sum.setText(words.format(late=money(late), soon=money(soon)))
        self._enable()

    def _keep(self) -> None:
        code = self.which.currentData()
        kept = {
            _LATE: lambda line: bool(line.mark.overdue_fen),
            _LETTER: lambda line: bool(line.mark.next_stage),
            _BROKEN: lambda line: line.mark.broken,
        }
        self.table.set_keep(kept.get(code))
        self._enable()

    def _enable(self) -> None:
        ripe, chosen = self._ripe(), self.table.selected()
        tip = self.tr(
            "A letter waits until something is overdue, and the day of the last one is past"
        )
        self.sending.allow(self.write, allowed=bool(ripe), tip="" if ripe else tip)
        self.again.setEnabled(any(line.mark.letter for line in chosen))
        self.promise.setEnabled(self.table.current() is not None)

    def _written(self, answers: list[Demanded]) -> None:
        said = self.tr("%n letter(s) written.", "", len(answers))
        self.banner.say(said, "", "good")
        self.told.emit(said)
        self.refresh()
        numbers = [answer["letter"] for answer in answers]
        self.link.ask(self, self._printer.print_demands, demand_papers, numbers)

    def _promised(self, answer: Promised) -> None:
        words = self.tr("Unit {unit}: promised for {day}.")
        said = words.format(unit=answer["unit"], day=day(answer["on"]))
        self.banner.say(said, "", "good")
        self.told.emit(said)
        self.refresh()

    def _open(self, line: ReminderLine) -> None:
        self.jump.emit(Jump("board", Topic.UNIT, line.unit_id))


def tone_of(line: ReminderLine) -> str:
    """Give the tone of what is overdue."""
    return "danger" if line.mark.overdue_fen else ""


def _soon(line: ReminderLine) -> str:
    return "warn" if line.mark.soon_fen else ""


def _broken(line: ReminderLine) -> str:
    return "danger" if line.mark.broken else ""
