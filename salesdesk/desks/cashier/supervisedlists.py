"""The three lists of the supervised account: the bank's lines, money outside, what is matched."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesdesk.desks.cashier.listed import ListTools
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.labels import row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import say
from salesdesk.office.sales.supervised_sheets import BankLine, Grade, MatchedLine, MoneyLine


class ListPane(QWidget):
    """A list with the buttons that act on it, and those by which it leaves."""

    def __init__(self, table: CardTable[Any], *buttons: QWidget) -> None:
        super().__init__()
        self.table = table
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(row(*buttons, None, ListTools(table)))
        lines.addWidget(table, 1)


class BankTable(CardTable[BankLine]):
    """The bank's lines without a match, each with the money that it most likely is."""

    def __init__(self) -> None:
        empty = EmptyState(
            self.tr("Every line of the bank is matched"),
            self.tr("Take in the bank's file of the account; its new lines stand here."),
            "circle-check",
        )
        super().__init__("bank lines", self._made(), lambda b: b.id, empty)
        self.title = self.tr("Lines of the bank without a match")

    def _made(self) -> list[Column[BankLine]]:
        exact, probable = self.tr("exact"), self.tr("probable")
        return [
            Column(self.tr("Day"), lambda b: b.day, Kind.DAY, 96),
            Column(self.tr("Reference"), lambda b: b.reference, width=196),
            Column(self.tr("Amount"), lambda b: b.amount_fen, Kind.MONEY, 120, _went_out),
            Column(self.tr("Payer"), lambda b: b.payer, width=110),
            Column(self.tr("Purpose"), lambda b: b.note, width=110),
            Column(
                self.tr("Sure"),
                lambda b: "" if b.grade is None else exact if b.grade is Grade.EXACT else probable,
                width=80,
                tone=lambda b: "good" if b.grade is Grade.EXACT else "warn",
            ),
            Column(self.tr("Receipt"), lambda b: b.receipt, width=100),
            Column(self.tr("Unit"), lambda b: b.unit, width=120),
            Column(self.tr("Customer"), lambda b: b.customer, width=90),
            Column(self.tr("Collected"), lambda b: b.collected_on, Kind.DAY, 96),
        ]


class MoneyTable(CardTable[MoneyLine]):
    """What was collected and is not yet in the account, the oldest first."""

    def __init__(self, name: str = "money outside the account") -> None:
        empty = EmptyState(
            self.tr("All that was collected is in the account"),
            self.tr("Money of receipts that stand is listed here until a line of the bank is it."),
            "circle-check",
        )
        super().__init__(name, self._made(), lambda m: m.id, empty)
        self.title = self.tr("Collected, not yet in the supervised account")

    def _made(self) -> list[Column[MoneyLine]]:
        return [
            Column(self.tr("Collected"), lambda m: m.day, Kind.DAY, 96),
            Column(self.tr("Days"), lambda m: m.days, Kind.COUNT, 56, _waits),
            Column(self.tr("Receipt"), lambda m: m.receipt, width=100),
            Column(self.tr("Unit"), lambda m: m.unit, width=130),
            Column(self.tr("Payer"), lambda m: m.payer, width=100),
            Column(self.tr("Customer"), lambda m: m.customer, width=100),
            Column(self.tr("Way of paying"), lambda m: say("tenders", m.tender), width=110),
            Column(self.tr("Reference"), lambda m: m.reference, width=120),
            Column(self.tr("Amount"), lambda m: m.amount_fen, Kind.MONEY, 126),
            Column(self.tr("Cashier"), lambda m: m.cashier, width=90),
        ]


class MatchedTable(CardTable[MatchedLine]):
    """What is in the account, with the bank's line and who said so."""

    def __init__(self) -> None:
        empty = EmptyState(
            self.tr("Nothing is matched yet"),
            self.tr("Match the bank's lines with what was collected; each match is listed here."),
            "receipt-text",
        )
        super().__init__("matched lines", self._made(), lambda m: m.id, empty)
        self.title = self.tr("In the supervised account")

    def _made(self) -> list[Column[MatchedLine]]:
        return [
            Column(self.tr("Day"), lambda m: m.day, Kind.DAY, 96),
            Column(self.tr("Reference"), lambda m: m.reference, width=196),
            Column(self.tr("Payer"), lambda m: m.payer, width=110),
            Column(self.tr("Amount"), lambda m: m.amount_fen, Kind.MONEY, 120),
            Column(self.tr("Receipt"), lambda m: m.receipt, width=100),
            Column(self.tr("Unit"), lambda m: m.unit, width=120),
            Column(self.tr("Customer"), lambda m: m.customer, width=90),
            Column(self.tr("Collected"), lambda m: m.collected_on, Kind.DAY, 96),
            Column(self.tr("Matched"), lambda m: m.at, Kind.MOMENT, 128),
            Column(self.tr("By"), lambda m: m.actor, width=90),
        ]


def _went_out(line: BankLine) -> str:
    return "dim" if line.amount_fen < 0 else ""


def _waits(line: MoneyLine) -> str:
    return "danger" if line.days > _SOON else ""


_SOON = 3
"""Days in which money is usually in the account."""
