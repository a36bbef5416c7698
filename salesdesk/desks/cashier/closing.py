"""Closing the day (日结): the drawer by notes and coins, the slips, what goes to the bank and whom."""

from collections.abc import Mapping
from datetime import date
from typing import TypedDict

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.cashier.counter import CashCounter
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.fields import MoneyField
from salesdesk.desks.widgets.figures import FactList, Figure
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.wording import long_day, money, say
from salesdesk.kernel.keys import Fen, PersonId
from salesdesk.office.ledger.close_sheets import OpenDay
from salesdesk.office.ledger.closing import CloseDay, CloseDayFor, PieceCount
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.ledger.sheets import TenderLine

_LONGEST_NOTE = 200
_WIDTH = 760
_SLIPS = tuple(kind for kind in TenderKind if kind is not TenderKind.CASH)


class _Counted(TypedDict):
    pieces: tuple[PieceCount, ...]
    slips: tuple[TenderLine, ...]
    banked: Fen
    hand_to: PersonId | None
    hand_over: Fen
    note: str
    day: date


class CloseDayDialog(Asking):
    """Counts a cashier's oldest open day and closes it; nobody reopens it.

    *own*: the day is the asker's; else the manager's, who says why he closes it.
    """

    def __init__(
        self,
        link: Link,
        opened: OpenDay,
        *,
        own: bool = True,
        pieces: Mapping[int, int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(link, parent, danger=True, columns=2)
        self.opened, self._own = opened, own
        self.setMinimumWidth(_WIDTH)
        title = self.tr("Close {day}, {name}")
        self.head(
            title.format(day=long_day(opened.day), name=opened.name), self.tr("Close the day")
        )
        self._taken = {line.kind: line.amount_fen for line in opened.taken}
        self._back = {line.kind: line.amount_fen for line in opened.back}
        facts = FactList()
        facts.show_facts(
            (self.tr("Papers"), str(opened.papers)),
            (self.tr("There before"), money(opened.opening_fen) if opened.opening_fen else ""),
            (self.tr("Cash of the day, net"), money(self._net(TenderKind.CASH))),
            (self.tr("Taken since, of a later day"), self._after()),
        )
        self.counter = CashCounter()
        self.expected = Figure(self.tr("Should be in the drawer"), "figure")
        self.counted = Figure(self.tr("Counted"), "figure")
        self.difference = Figure(self.tr("Difference"), "figure")
        figures = row(self.expected, self.counted, self.difference, spacing=16)
        for place in range(3):
            figures.setStretch(place, 1)
        sums = QWidget()
        sums.setLayout(figures)
        drawer = QWidget()
        drawer.setLayout(row(self.counter, facts, spacing=20))
        self.tell(drawer, sums)
        self.slips: dict[TenderKind, MoneyField] = {}
        for kind in _SLIPS:
            words = self.tr("Slips: {tender}, should be {amount}")
            label = words.format(tender=say("tenders", kind), amount=money(self._net(kind)))
            self.slips[kind] = self.form.add(f"slips {kind.value}", label, MoneyField())
        self.banked = self.form.add("banked", self.tr("Taken to the bank already"), MoneyField())
        self.note = self.form.add(
            "note",
            self.tr("Why it differs") if own else self.tr("Why you close it"),
            QLineEdit(),
            needed=not own,
        )
        self.note.setMaxLength(_LONGEST_NOTE)
        self.hand_to = self.form.add("hand_to", self.tr("Hand cash over to"), QComboBox())
        self.hand_to.addItem(self.tr("nobody: it stays in the drawer"), None)
        for person, called in opened.others:
            self.hand_to.addItem(called, person)
        self.hand_over = self.form.add("hand_over", self.tr("How much"), MoneyField())
        self.agree = button(
            self.tr("Slips are as they should be"), self.fill_slips, "circle-check"
        )
        self.agree.setAutoDefault(False)
        words = self.tr(
            "From then on nothing is dated into this day: money that comes later counts for {day}. "
            "Nobody reopens a closed day."
        )
        later = PlainLabel(words.format(day=long_day(opened.next_on)), "hint").wrapping()
        foot = row(later, self.agree, spacing=12)
        foot.setStretch(0, 1)
        self.body.addLayout(foot)
        self.counter.changed.connect(lambda _fen: self._compare())
        self.banked.changed.connect(lambda _fen: self._compare())
        self.hand_to.currentIndexChanged.connect(lambda _at: self._receiver())
        for piece, count in (pieces or {}).items():
            self.counter.pieces[piece].setText(str(count))
        self._receiver()
        self._compare()
        self.counter.arrive()

    def fill_slips(self) -> None:
        """Enter for every other way of paying what the books say: its slips were added up."""
        for kind, field in self.slips.items():
            field.set_fen(self._net(kind) or None)

    @override
    def send(self) -> None:
        self.form.right()
        for field in (*self.slips.values(), self.banked, self.hand_over):
            if field.text().strip() and field.fen() is None:
                self.form.wrong(field.objectName(), self.tr("This is no amount."))
                return
        self.sending.send(self._command(), self.well, self.form.refuse)

    def _command(self) -> CloseDay | CloseDayFor:
        receiver = self.hand_to.currentData()
        counted: _Counted = {
            "pieces": tuple(
                PieceCount(piece=Fen(piece), pieces=count)
                for piece, count in self.counter.counts().items()
            ),
            "slips": tuple(
                TenderLine(kind=kind.value, amount_fen=fen)
                for kind, field in self.slips.items()
                if (fen := field.fen())
            ),
            "banked": Fen(self.banked.fen() or 0),
            "hand_to": None if receiver is None else PersonId(receiver),
            "hand_over": Fen((self.hand_over.fen() or 0) if receiver is not None else 0),
            "note": self.note.text().strip(),
            "day": self.opened.day,
        }
        if self._own:
            return CloseDay(**counted)
        return CloseDayFor(cashier=PersonId(self.opened.cashier), **counted)

    def _net(self, kind: TenderKind) -> int:
        return self._taken.get(kind, 0) - self._back.get(kind, 0)

    def _after(self) -> str:
        return money(self.opened.after_fen) if self.opened.after_fen else ""

    def _receiver(self) -> None:
        self.hand_over.setEnabled(self.hand_to.currentData() is not None)

    def _compare(self) -> None:
        opened = self.opened
        whole = opened.opening_fen + self._net(TenderKind.CASH) + opened.after_fen
        expected = whole - (self.banked.fen() or 0)
        counted = self.counter.fen() or 0
        self.expected.show_value(money(expected))
        self.counted.show_value(money(counted))
        off = counted - expected
        plus = "+" if off > 0 else ""
        self.difference.show_value(f"{plus}{money(off)}", "danger" if off else "good")
