"""My day: what was taken and paid back by tender, what the drawer should hold, and the count."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea, QSplitter, QVBoxLayout
from typing_extensions import override

from salesdesk.desks.cashier.closing import CloseDayDialog
from salesdesk.desks.cashier.counter import CashCounter
from salesdesk.desks.cashier.page import Page
from salesdesk.desks.cashier.papers import ReceiptPrinter
from salesdesk.desks.cashier.sums import by_tender, drawer_fen
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.fields import DateField
from salesdesk.desks.widgets.figures import FactList, Figure
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import listed, long_day, money, say, today
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import Fen
from salesdesk.office.ledger.close_queries import day_close_paper, open_day
from salesdesk.office.ledger.close_sheets import OpenDay
from salesdesk.office.ledger.commands import CountCash
from salesdesk.office.ledger.queries import day_cash
from salesdesk.office.ledger.sheets import DayCashSheet
from salesdesk.office.staff.queries import people
from salesdesk.office.staff.rules import Role
from salesdesk.office.staff.sheets import PersonCard

_LONGEST_NOTE = 200
_TABLE_HEIGHT, _TABLE_WIDTH = 250, 720


@dataclass(frozen=True, slots=True)
class TenderDay:
    """One way of paying on one day (fen); an empty ``kind`` is the sum."""

    kind: str
    taken_fen: int
    back_fen: int


class DayPage(Page):
    """A cashier's day; managers may look at anybody's."""

    topics = frozenset({Topic.EVERYTHING, Topic.RECEIPT, Topic.REFUND})

    def __init__(self, link: Link, printer: ReceiptPrinter) -> None:
        super().__init__(link)
        self._printer = printer
        self._sheet: DayCashSheet | None = None
        self._counts = link.may("CountCash")
        self._closes = "CloseDay" if self._counts else "CloseDayFor"
        self.banner = Banner()
        self.day = DateField()
        self.day.setAccessibleName(self.tr("Day"))
        self.day.setMaximumWidth(150)
        self.day.set_day(today())
        self.who = QComboBox()
        self.who.setAccessibleName(self.tr("Cashier"))
        self.who.setVisible(not self._counts)
        self.print_button = button(self.tr("Print the day…"), self.print_day, "printer")
        self._title = PlainLabel("", "heading")
        self._card = Card()
        self.table = CardTable("cashier day", self._columns(), lambda line: line.kind)
        self.table.title = self.tr("Cashier's day")
        self._facts = FactList()
        self.counter = CashCounter()
        self.expected = Figure(self.tr("Should be in the drawer"), "figure")
        self.counted = Figure(self.tr("Counted"), "figure")
        self.difference = Figure(self.tr("Difference"), "figure")
        self.note = QLineEdit()
        self.note.setMaxLength(_LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("Why, where it differs"))
        self.note.setAccessibleName(self.tr("Note"))
        self._mark, self._last = Pill(), PlainLabel("", "dim").wrapping()
        self.count_button = button(
            self.tr("Write the count down"), self.count, "circle-check", "primary"
        )
        self.closing: CloseDayDialog | None = None
        self.close_button = button(self.tr("Close the day…"), self.close_day, "lock")
        self.close_button.setVisible(link.may("open_day") and link.may(self._closes))
        self.sending = Sending(link, self, self.banner, self._mark)
        self.sending.lock(self.count_button)
        self._lay()
        self.day.changed.connect(lambda _day: self.refresh())
        self.who.currentIndexChanged.connect(lambda _at: self.refresh())
        self.counter.changed.connect(lambda _fen: self._compare())
        self.note.returnPressed.connect(self.count)
        if not self._counts:
            self.link.ask(self, self._people_came, people, gone=True)

    @override
    def refresh(self) -> None:
        day = self.day.day()
        if day is None:
            return
        cashier = self.who.currentData() if not self._counts else None
        if not self._counts and cashier is None:
            return
        self.link.ask(self, self._show, day_cash, day, cashier)

    @override
    def arrive(self) -> None:
        if self._counts:
            self.counter.arrive()
        else:
            self.who.setFocus()

    @override
    def dirty(self) -> bool:
        return self.counter.fen() is not None

    @override
    def shown_table(self) -> CardTable[TenderDay]:
        return self.table

    def print_day(self) -> None:
        """Preview the paper of the day shown."""
        if self._sheet is not None:
            self._printer.print_day(self._sheet)

    def count(self) -> None:
        """Write the count down; without any field filled in the cursor goes there."""
        counted = self.counter.fen()
        if counted is None:
            problem = self.tr("Nothing has been counted yet.")
            remedy = self.tr("Enter how many there are of each; 0 for an empty drawer.")
            self.banner.say(problem, remedy)
            self.counter.arrive()
            return
        command = CountCash(counted=Fen(counted), note=self.note.text().strip())
        self.sending.send(command, self._counted)

    def close_day(self) -> None:
        """Open the form that counts and closes the oldest day that is open."""
        cashier = None if self._counts else self.who.currentData()
        if self._counts or cashier is not None:
            self.link.ask(self, self._opened, open_day, cashier)

    def _opened(self, opened: OpenDay) -> None:
        self.banner.clear()
        if not opened.closable:
            problem = self.tr("The day is closed; what came since counts for {day}.")
            remedy = self.tr("That day can be closed once it has come.")
            self.banner.say(problem.format(day=long_day(opened.day)), remedy)
            return
        self.closing = CloseDayDialog(
            self.link,
            opened,
            own=self._counts,
            pieces=self.counter.counts(),
            parent=self,
        )
        self.closing.carried.connect(self._closed)
        self.closing.open()

    def _closed(self, answer: dict[str, object]) -> None:
        words = self.tr("{day} is closed, difference {difference}.")
        said = words.format(
            day=long_day(date.fromisoformat(str(answer["day"]))),
            difference=money(int(str(answer["difference_fen"]))),
        )
        self.banner.say(said, "", "warn" if answer["difference_fen"] else "good")
        self.told.emit(said)
        self.counter.clear()
        self.note.clear()
        self.refresh()
        self.link.ask(self, self._printer.print_close, day_close_paper, int(str(answer["close"])))

    def _columns(self) -> list[Column[TenderDay]]:
        return [
            Column(self.tr("Way of paying"), self._kind, width=130, tone=_sum_tone),
            Column(self.tr("Taken"), lambda line: line.taken_fen, Kind.MONEY, 126),
            Column(self.tr("Paid back"), lambda line: line.back_fen, Kind.MONEY, 116),
            Column(
                self.tr("Together"), lambda line: line.taken_fen - line.back_fen, Kind.MONEY, 120
            ),
        ]

    def _lay(self) -> None:
        left = self._card
        left.body.addWidget(self._title)
        self.table.setFixedHeight(_TABLE_HEIGHT)
        self.table.setMaximumWidth(_TABLE_WIDTH)
        left.body.addWidget(self.table)
        left.body.addWidget(self._facts)
        left.body.addStretch(1)
        right = Card()
        right.body.addLayout(
            row(PlainLabel(self.tr("Count the cash"), "heading"), None, self._mark)
        )
        right.body.addWidget(self.counter)
        sums = row(self.expected, self.counted, self.difference, spacing=16)
        for place in range(3):
            sums.setStretch(place, 1)
        right.body.addSpacing(8)
        right.body.addLayout(sums)
        right.body.addWidget(self.note)
        right.body.addWidget(self._last)
        right.body.addLayout(row(None, self.count_button))
        right.body.addStretch(1)
        right.setVisible(self._counts)
        self.count_button.setProperty("big", True)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(left)
        both.addWidget(right)
        both.setSizes([560, 560])
        both.setChildrenCollapsible(False)
        both.setHandleWidth(12)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        both.setObjectName("scrolled")
        scroll.setWidget(both)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 10, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(row(self.day, self.who, None, self.close_button, self.print_button))
        lines.addWidget(self.banner)
        lines.addWidget(scroll, 1)

    def _people_came(self, cards: tuple[PersonCard, ...]) -> None:
        for card in cards:
            if card.role == Role.CASHIER:
                self.who.addItem(card.name, card.id)
        self.refresh()

    def _show(self, sheet: DayCashSheet) -> None:
        self._sheet = sheet
        self._title.setText(f"{sheet.cashier}  ·  {long_day(sheet.day)}")
        lines = [TenderDay(*line) for line in by_tender(sheet)]
        taken = sum(line.taken_fen for line in lines)
        back = sum(line.back_fen for line in lines)
        self.table.set_lines([*lines, TenderDay("", taken, back)])
        span = sheet.first_number
        if sheet.last_number != sheet.first_number:
            span = f"{sheet.first_number} – {sheet.last_number}"
        drawer = drawer_fen(sheet)
        counted = sheet.counted_cash_fen
        self._facts.show_facts(
            (self.tr("Receipts"), str(sheet.receipts)),
            (self.tr("Numbers"), span),
            (self.tr("Void"), listed(sheet.voids)),
            (
                self.tr("Large cash"),
                listed(f"{name} {money(fen)}" for name, fen in sheet.large_cash),
            ),
            (self.tr("There before"), money(sheet.opening_fen) if sheet.opening_fen else ""),
            (self.tr("Cash in the drawer"), money(drawer)),
            (self.tr("Counted"), "" if counted is None else money(counted)),
            (self.tr("Difference"), "" if counted is None else money(counted - drawer)),
        )
        own_today = self._counts and sheet.day == today()
        self.sending.allow(self.count_button, allowed=own_today)
        self._last.setText("")
        if counted is not None:
            words = self.tr("Last count of this day: {amount}, difference {difference}.")
            self._last.setText(
                words.format(amount=money(counted), difference=money(counted - drawer))
            )
        self._compare()

    def _compare(self) -> None:
        expected = drawer_fen(self._sheet) if self._sheet is not None else 0
        self.expected.show_value(money(expected))
        counted = self.counter.fen()
        if counted is None:
            self.counted.show_value("–")
            self.difference.show_value("–")
            return
        self.counted.show_value(money(counted))
        off = counted - expected
        plus = "+" if off > 0 else ""
        self.difference.show_value(f"{plus}{money(off)}", "danger" if off else "good")

    def _counted(self, answer: dict[str, int]) -> None:
        words = self.tr("Counted {counted}; should be {expected}; difference {difference}.")
        said = words.format(
            counted=money(answer["counted_fen"]),
            expected=money(answer["expected_fen"]),
            difference=money(answer["difference_fen"]),
        )
        self.banner.say(said, "", "warn" if answer["difference_fen"] else "good")
        self.told.emit(said)
        self.counter.clear()
        self.note.clear()
        self.refresh()

    def _kind(self, line: TenderDay) -> str:
        return say("tenders", line.kind) if line.kind else self.tr("All")


def _sum_tone(line: TenderDay) -> str:
    return "" if line.kind else "accent_text"
