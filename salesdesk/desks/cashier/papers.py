"""Receipts and slips on their way to paper: counted first, then drawn, then previewed."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.paper import open_paper
from salesdesk.desks.widgets.preview import PreviewDialog
from salesdesk.desks.wording import day, language
from salesdesk.documents.day_cash import day_cash_pdf
from salesdesk.documents.day_close import day_close_pdf
from salesdesk.documents.demand import demand_pdf
from salesdesk.documents.month_close import month_close_pdf
from salesdesk.documents.receipt import receipt_pdf, receipts_pdf
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import ReceiptId
from salesdesk.office.ledger.close_sheets import DayCloseSheet
from salesdesk.office.ledger.commands import PrintReceipt, PrintUnprinted
from salesdesk.office.ledger.contra_writing import PrintContra, contra_paper
from salesdesk.office.ledger.month_sheets import MonthCloseSheet
from salesdesk.office.ledger.queries import receipt_paper
from salesdesk.office.ledger.sheets import DayCashSheet, ReceiptMarks, ReceiptSheet
from salesdesk.office.sales.reminder_sheets import DemandSheet


class ReceiptPrinter(QObject):
    """Brings numbered papers into a preview.

    The printing is written down before the paper is drawn: the first is the original, each later
    one bears 补打 n. After it went to a printer the preview closes, so that one printing counted
    is one paper.

    Signals:
        opened: the `PreviewDialog` now open.
        closed: the preview was closed.
    """

    opened = Signal(object)
    closed = Signal()

    def __init__(self, link: Link, window: QWidget) -> None:
        super().__init__(window)
        self._link = link
        self._window = window
        self._busy = False

    def may(self) -> bool:
        """Tell whether the person may print receipts."""
        return self._link.may("PrintReceipt", "receipt_paper")

    def print_receipt(self, receipt: int) -> None:
        """Count one printing of *receipt* and preview it; a second press meanwhile does nothing."""
        if self._busy or not self.may():
            return
        self._busy = True
        command = PrintReceipt(receipt=ReceiptId(receipt))
        self._link.do(
            self, command, lambda _count: self._fetch(receipt), self._refused, uuid4().hex
        )

    def print_unprinted(self, none: Callable[[], object]) -> None:
        """Print all of one's own receipts of today that are on no paper; call *none* where all are."""
        if self._busy or not self._link.may("PrintUnprinted", "receipt_paper"):
            return
        self._busy = True
        self._link.do(
            self, PrintUnprinted(), partial(self._fetch_pile, none), self._refused, uuid4().hex
        )

    def print_contra(self, number: str) -> None:
        """Count one printing of the contra *number* and preview it, as a receipt."""
        if self._busy or not self._link.may("PrintContra", "contra_paper"):
            return
        self._busy = True
        self._link.do(
            self, PrintContra(contra=number), lambda _count: self._fetch_contra(number),
            self._refused, uuid4().hex,
        )  # fmt: skip

    def print_day(self, sheet: DayCashSheet) -> None:
        """Preview a cashier's day."""
        title = self.tr("Cash of {day}, {name}").format(day=day(sheet.day), name=sheet.cashier)
        draw = partial(day_cash_pdf, sheet, language())
        open_paper(self._link, self._window, draw, title, self.opened.emit)

    def print_close(self, sheet: DayCloseSheet) -> None:
        """Preview a closed day, with its hand-over slip."""
        title = self.tr("Close of {day}, {name}").format(day=day(sheet.day), name=sheet.cashier)
        draw = partial(day_close_pdf, sheet, language())
        open_paper(self._link, self._window, draw, title, self.opened.emit)

    def print_month(self, sheet: MonthCloseSheet) -> None:
        """Preview a closed month."""
        title = self.tr("Close of {month}").format(month=sheet.month)
        draw = partial(month_close_pdf, sheet, language())
        open_paper(self._link, self._window, draw, title, self.opened.emit)

    def print_demands(self, sheets: Sequence[DemandSheet]) -> None:
        """Preview demand letters, all in one file."""
        title = self.tr("%n demand letter(s)", "", len(sheets))
        draw = partial(demand_pdf, sheets, language())
        open_paper(self._link, self._window, draw, title, self.opened.emit)

    def _fetch(self, receipt: int) -> None:
        self._busy = False
        self._link.ask(self, self._draw, receipt_paper, receipt)

    def _fetch_pile(self, none: Callable[[], object], waiting: list[int]) -> None:
        self._busy = False
        if not waiting:
            none()
            return
        pile: dict[int, tuple[ReceiptSheet, ReceiptMarks]] = {}

        def came(receipt: int, paper: tuple[ReceiptSheet, ReceiptMarks]) -> None:
            pile[receipt] = paper
            if len(pile) == len(waiting):
                self._draw_pile([pile[one] for one in waiting])

        for receipt in waiting:
            self._link.ask(self, partial(came, receipt), receipt_paper, receipt)

    def _draw_pile(self, pile: list[tuple[ReceiptSheet, ReceiptMarks]]) -> None:
        if len(pile) == 1:
            self._draw(pile[0])
            return
        title = self.tr("%n receipt(s)", "", len(pile))
        open_paper(
            self._link, self._window, partial(receipts_pdf, pile, language()), title, self._shown
        )

    def _fetch_contra(self, number: str) -> None:
        self._busy = False
        self._link.ask(self, self._draw, contra_paper, number)

    def _draw(self, paper: tuple[ReceiptSheet, ReceiptMarks]) -> None:
        sheet, marks = paper
        title = self.tr("Receipt {number}")
        if marks.reprint:
            title = self.tr("Receipt {number}, printed again ({count})")
        title = title.format(number=sheet.number, count=marks.reprint)
        draw = partial(receipt_pdf, sheet, marks, language())
        open_paper(self._link, self._window, draw, title, self._shown)

    def _shown(self, preview: PreviewDialog) -> None:
        preview.printed.connect(preview.accept)
        preview.finished.connect(lambda _code: self.closed.emit())
        self.opened.emit(preview)

    def _refused(self, error: UserError) -> None:
        self._busy = False
        self._link.refused.emit(error)
