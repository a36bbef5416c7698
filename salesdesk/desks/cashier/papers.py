"""Receipts and slips on their way to paper: counted first, then drawn, then previewed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from salesdesk.desks.link import Command, Link
from salesdesk.desks.widgets.formprinter import this_printer
from salesdesk.desks.widgets.paper import open_paper
from salesdesk.desks.widgets.preview import PreviewDialog
from salesdesk.desks.wording import day, language
from salesdesk.documents.day_cash import day_cash_pdf
from salesdesk.documents.day_close import day_close_pdf
from salesdesk.documents.demand import demand_pdf
from salesdesk.documents.month_close import month_close_pdf
from salesdesk.documents.stationery import Paper, check_fits, on_form, one_pile, printed_pdf
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import ReceiptId
from salesdesk.office.ledger.close_sheets import DayCloseSheet
from salesdesk.office.ledger.commands import PrintReceipt, PrintUnprinted
from salesdesk.office.ledger.contra_writing import PrintContra, contra_paper
from salesdesk.office.ledger.month_sheets import MonthCloseSheet
from salesdesk.office.ledger.queries import receipt_paper, unprinted_papers
from salesdesk.office.ledger.sheets import DayCashSheet
from salesdesk.office.ledger.stationery import stationery
from salesdesk.office.ledger.stationery_rules import Stationery
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
        return self._link.may("PrintReceipt", "receipt_paper", "stationery")

    def print_receipt(self, receipt: int) -> None:
        """Count one printing of *receipt* and preview it; a second press meanwhile does nothing.

        Before it is counted it is looked whether the office's form holds it, where it goes on one.
        """
        if self._busy or not self.may():
            return
        self._busy = True

        def fetched(form: Stationery, paper: Paper) -> None:
            def counted(reprint: int) -> None:
                self._busy = False
                self._draw_all([(paper[0], replace(paper[1], reprint=reprint))], form)

            command = PrintReceipt(receipt=ReceiptId(receipt))
            self._count(form, [paper], command, counted)

        self._with_form(lambda form: self._ask(partial(fetched, form), receipt_paper, receipt))

    def print_unprinted(self, none: Callable[[], object]) -> None:
        """Print all of one's own receipts of today that are on no paper; call *none* where all are."""
        if self._busy or not self._link.may("PrintUnprinted", "unprinted_papers", "stationery"):
            return
        self._busy = True

        def fetched(form: Stationery, papers: Mapping[int, Paper]) -> None:
            pile = one_pile(papers, form)

            def counted(waiting: list[int]) -> None:
                self._busy = False
                if waiting:
                    self._draw_all([pile[one] for one in waiting], form)
                else:
                    none()

            if pile:
                command = PrintUnprinted(only=tuple(map(ReceiptId, pile)))
                self._count(form, list(pile.values()), command, counted)
            else:
                counted([])

        self._with_form(lambda form: self._ask(partial(fetched, form), unprinted_papers))

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

    def _with_form(self, then: Callable[[Stationery], object]) -> None:
        self._ask(then, stationery, **this_printer().words())

    def _ask(
        self, then: Callable[[Any], object], query: Callable[..., Any], *args: Any, **words: Any
    ) -> None:
        seat = self._link.seat
        self._link.call(self, partial(seat.ask, query, *args, **words), then, self._refused)

    def _count(
        self,
        form: Stationery,
        papers: list[Paper],
        command: Command[Any],
        then: Callable[[Any], object],
    ) -> None:
        """Count printings unless the form does not hold one of *papers*: then nothing is counted."""

        def count(_held: object) -> None:
            self._link.do(self, command, then, self._refused, uuid4().hex)

        self._link.call(self, partial(check_fits, papers, form, language()), count, self._refused)

    def _draw_all(self, pile: list[Paper], form: Stationery) -> None:
        sheet, marks = pile[0]
        if len(pile) > 1:
            title = self.tr("%n receipt(s)", "", len(pile))
        elif marks.reprint:
            title = self.tr("Receipt {number}, printed again ({count})")
        else:
            title = self.tr("Receipt {number}")
        title = title.format(number=sheet.number, count=marks.reprint)
        draw = partial(printed_pdf, pile, form, language())
        exact = on_form(sheet, form)
        open_paper(self._link, self._window, draw, title, self._shown, exact=exact)

    def _fetch_contra(self, number: str) -> None:
        self._busy = False
        self._link.ask(self, self._draw, contra_paper, number)

    def _draw(self, paper: Paper) -> None:
        self._draw_all([paper], Stationery())

    def _shown(self, preview: PreviewDialog) -> None:
        preview.printed.connect(preview.accept)
        preview.finished.connect(lambda _code: self.closed.emit())
        self.opened.emit(preview)

    def _refused(self, error: UserError) -> None:
        self._busy = False
        self._link.refused.emit(error)
