"""Papers by kind and number, for the command line: asked of the office, drawn by `documents`."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from salesdesk.app.door import OK, seated
from salesdesk.app.forms import UsageError, fill, pairs
from salesdesk.app.speaking import say
from salesdesk.desks.widgets.planpaper import plan_paper
from salesdesk.documents.agreement import agreement_pdf
from salesdesk.documents.board import board_pdf
from salesdesk.documents.book_slip import book_slip_pdf
from salesdesk.documents.change import change_pdf
from salesdesk.documents.day_cash import day_cash_pdf
from salesdesk.documents.day_close import day_close_pdf
from salesdesk.documents.demand import demand_pdf
from salesdesk.documents.instalments import instalments_pdf
from salesdesk.documents.loan_list import loan_list_pdf
from salesdesk.documents.month_close import month_close_pdf
from salesdesk.documents.notice import notice_pdf
from salesdesk.documents.receipt import receipt_pdf
from salesdesk.documents.register import register_pdf
from salesdesk.documents.request import request_pdf
from salesdesk.documents.stationery import check_fits, one_pile, printed_pdf, trial_page_pdf
from salesdesk.documents.timeline import timeline_pdf
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, MissingEntry, UserError
from salesdesk.kernel.keys import ProjectId, ReceiptId
from salesdesk.office.approvals.queries import request_sheet
from salesdesk.office.customers.queries import register_sheet
from salesdesk.office.figures.naming import project_key, receipt_key, request_key
from salesdesk.office.figures.queries import timeline
from salesdesk.office.frontdoor import Seat
from salesdesk.office.inventory.printed import board_sheet
from salesdesk.office.inventory.queries import first_project, projects
from salesdesk.office.ledger.book_queries import book_slip
from salesdesk.office.ledger.close_queries import day_close_of, day_close_paper
from salesdesk.office.ledger.commands import PrintReceipt, PrintUnprinted
from salesdesk.office.ledger.contra_writing import PrintContra, contra_paper
from salesdesk.office.ledger.months import month_paper
from salesdesk.office.ledger.queries import day_cash, receipt_paper, unprinted_papers
from salesdesk.office.ledger.stationery import stationery
from salesdesk.office.ledger.stationery_rules import Stationery
from salesdesk.office.mortgage.printed import loan_instalments, loan_list
from salesdesk.office.sales.change_queries import change_paper
from salesdesk.office.sales.default_queries import default_draft, default_paper
from salesdesk.office.sales.plan_queries import buying_plan
from salesdesk.office.sales.queries import agreement_paper
from salesdesk.office.sales.reminder_queries import demand_papers
from salesdesk.store.work import Reading


class CannotWrite(UserError):
    """The paper cannot be put where it was asked for."""

    problem = QT_TRANSLATE_NOOP("errors", "{place} cannot be written: {reason}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Name a file in a folder that exists and is yours.")


class AllOnPaper(UserError):
    """There is no receipt to print for the first time."""

    problem = QT_TRANSLATE_NOOP("errors", "All of your receipts of that day are on paper.")
    remedy = QT_TRANSLATE_NOOP("errors", "Print one of them again by its number, if it must be.")


def write(arguments: argparse.Namespace) -> int:
    """Draw the paper that was asked for into its file."""
    seat = seated(arguments)
    _check_place(arguments.out)  # before a printing is counted that nobody gets to see
    pdf = draw(seat, arguments.kind, arguments.number, arguments.language, arguments.words)
    try:
        arguments.out.write_bytes(pdf)
    except OSError as error:
        raise CannotWrite(place=arguments.out, reason=error.strerror) from None
    say({"ok": True, "result": {"file": str(arguments.out), "bytes": len(pdf)}})
    return OK


def _check_place(place: Path) -> None:
    """Raise `CannotWrite` where no file can be put, leaving what stands there as it is."""
    try:
        if place.exists():
            with place.open("ab"):
                return
        place.touch()
        place.unlink()
    except OSError as error:
        raise CannotWrite(place=place, reason=error.strerror) from None


def draw(seat: Seat, kind: str, number: str, language: str, words: Sequence[str] = ()) -> bytes:
    """Give the paper *kind* as PDF bytes; printing a receipt is counted (补打 n).

    What is drawn by a query of its own takes *words*, ``key=value`` each, as that query does.
    """
    if kind in _ASKED:
        if "=" in number:  # no paper's number has one: it was left out
            number, words = "", (number, *words)
        return _ASKED[kind](seat, number, language, pairs(words))
    if words:
        message = f"the paper {kind} takes no more than its number"
        raise UsageError(message)
    return _DRAWERS[kind](seat, number, language)


def _receipt(seat: Seat, number: str, language: str, given: Mapping[str, str]) -> bytes:
    receipt = seat.ask(receipt_key, _needed(number))
    form = _form(seat, given)
    sheet, marks = seat.ask(receipt_paper, receipt)
    check_fits([(sheet, marks)], form, language)
    reprint = seat.do(PrintReceipt(receipt=ReceiptId(receipt)))
    return printed_pdf([(sheet, replace(marks, reprint=reprint))], form, language)


def _unprinted(seat: Seat, number: str, language: str, given: Mapping[str, str]) -> bytes:
    """Draw one pile: looked at before it is counted, so that what a form does not hold costs nothing."""
    day = _day(number) if number else None
    form = _form(seat, given)
    pile = one_pile(seat.ask(unprinted_papers, day), form)
    check_fits(list(pile.values()), form, language)
    counted = seat.do(PrintUnprinted(day=day, only=tuple(map(ReceiptId, pile)))) if pile else []
    if not counted:
        raise AllOnPaper
    return printed_pdf([pile[receipt] for receipt in counted], form, language)


def _form_test(seat: Seat, _number: str, language: str, given: Mapping[str, str]) -> bytes:
    return trial_page_pdf(_form(seat, given), language)


def _form(seat: Seat, given: Mapping[str, str]) -> Stationery:
    """Give the office's form as the words say: ``plain=yes``, or this printer's ``across=``, ``down=``."""
    form: Stationery = seat.ask(stationery, **seat.ask(fill, stationery, given))
    return form


def _contra(seat: Seat, number: str, language: str) -> bytes:
    reprint = seat.do(PrintContra(contra=_needed(number)))
    sheet, marks = seat.ask(contra_paper, number)
    return receipt_pdf(sheet, replace(marks, reprint=reprint), language)


def _book(seat: Seat, number: str, language: str) -> bytes:
    return book_slip_pdf(seat.ask(book_slip, _needed(number)), language)


def _agreement(seat: Seat, number: str, language: str) -> bytes:
    return agreement_pdf(seat.ask(agreement_paper, _needed(number)), language)


def _change(seat: Seat, number: str, language: str) -> bytes:
    return change_pdf(seat.ask(change_paper, _needed(number)), language)


def _notice(seat: Seat, number: str, language: str) -> bytes:
    return notice_pdf(seat.ask(default_paper, _needed(number)), language)


def _demand(seat: Seat, numbers: str, language: str) -> bytes:
    """Draw one letter, or several in one file where commas stand between their numbers."""
    wanted = [number for number in _needed(numbers).split(",") if number.strip()]
    _needed("".join(wanted))
    return demand_pdf(seat.ask(demand_papers, wanted), language)


def _notice_draft(seat: Seat, unit: str, language: str, given: Mapping[str, str]) -> bytes:
    """As `NoticeDefault` would print it now, marked as a draft: nothing is kept."""
    filled = seat.ask(fill, default_draft, {"unit": _needed(unit), **given})
    return notice_pdf(seat.ask(default_draft, **filled), language)


def _board(seat: Seat, number: str, language: str, given: Mapping[str, str]) -> bytes:
    project = str(seat.ask(_project, number))
    filled = seat.ask(fill, board_sheet, {"project": project, **given})
    return board_pdf(seat.ask(board_sheet, **filled), language)


def _register(seat: Seat, number: str, language: str) -> bytes:
    day = _day(number) if number else seat.ask(_today)
    card = seat.ask(projects)[0]
    sheet = seat.ask(register_sheet, card.id, card.name, card.company, day, day)
    return register_pdf(sheet, language)


def _day_cash(seat: Seat, number: str, language: str) -> bytes:
    day = _day(number) if number else None
    return day_cash_pdf(seat.ask(day_cash, day), language)


def _day_close(seat: Seat, number: str, language: str) -> bytes:
    day = _day(number) if number else seat.ask(_today)
    return day_close_pdf(seat.ask(day_close_paper, seat.ask(day_close_of, day)), language)


def _month_close(seat: Seat, number: str, language: str) -> bytes:
    return month_close_pdf(seat.ask(month_paper, _needed(number)), language)


def _loans(seat: Seat, number: str, language: str) -> bytes:
    return loan_list_pdf(seat.ask(loan_list, ProjectId(seat.ask(_project, number))), language)


def _instalments(seat: Seat, unit: str, language: str) -> bytes:
    filled = seat.ask(fill, loan_instalments, {"unit": _needed(unit)})
    return instalments_pdf(seat.ask(loan_instalments, **filled), language)


def _timeline(seat: Seat, number: str, language: str) -> bytes:
    return timeline_pdf(seat.ask(timeline, ProjectId(seat.ask(_project, number))), language)


def _request(seat: Seat, number: str, language: str) -> bytes:
    return request_pdf(seat.ask(request_sheet, seat.ask(request_key, _needed(number))), language)


def _buying_plan(seat: Seat, unit: str, language: str, given: Mapping[str, str]) -> bytes:
    filled = seat.ask(fill, buying_plan, {"unit": _needed(unit), **given})
    return plan_paper(seat, seat.ask(buying_plan, **filled), language)


def _project(reading: Reading, name: str) -> int:
    return project_key(reading, name) if name else first_project(reading.session)


def _today(reading: Reading) -> date:
    return reading.today


def _day(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise BadEntry(field="day", value=word, expected="a day like 2026-11-24") from None


def _needed(number: str) -> str:
    if not number:
        raise MissingEntry(field="number")
    return number


_DRAWERS: Mapping[str, Callable[[Any, str, str], bytes]] = {
    "contra": _contra,
    "book": _book,
    "agreement": _agreement,
    "change": _change,
    "notice": _notice,
    "demand": _demand,
    "register": _register,
    "day_cash": _day_cash,
    "day_close": _day_close,
    "month_close": _month_close,
    "loans": _loans,
    "instalments": _instalments,
    "timeline": _timeline,
    "request": _request,
}
_ASKED: Mapping[str, Callable[[Any, str, str, Mapping[str, str]], bytes]] = {
    "receipt": _receipt,
    "unprinted": _unprinted,
    "form_test": _form_test,
    "board": _board,
    "buying_plan": _buying_plan,
    "notice_draft": _notice_draft,
}
