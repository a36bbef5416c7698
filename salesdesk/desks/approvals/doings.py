"""Carries out the steps of a request: opens the form that asks, sends, says what came."""

from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from salesdesk.desks.approvals.sign import SignDialog
from salesdesk.desks.approvals.words import title
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.dialogs import Question, later
from salesdesk.desks.widgets.paper import open_paper
from salesdesk.desks.wording import language, listed
from salesdesk.documents.request import request_pdf
from salesdesk.kernel.keys import RequestId, UnitId
from salesdesk.office.approvals.commands import RestartRequest, WithdrawRequest
from salesdesk.office.approvals.queries import request_sheet
from salesdesk.office.approvals.rules import RequestState
from salesdesk.office.approvals.sheets import RequestCard, RequestSheet
from salesdesk.office.sales.reservations import ReservationLine
from salesdesk.office.sales.reserving import GiveUpReservation


class RequestDoings(QObject):
    """The desk's errands to the office.

    Signals:
        told: what was done, in words.
        refused: a `UserError` that belongs to no form.
    """

    told = Signal(object)
    refused = Signal(object)

    def __init__(self, link: Link, window: QWidget) -> None:
        super().__init__(window)
        self._link = link
        self._window = window
        self.asking: QDialog | None = None

    def take(self, name: str, card: RequestCard) -> None:
        """Begin the step *name*: sign, withdraw, restart or print."""
        begin = {
            "sign": self._sign,
            "withdraw": self._withdraw,
            "restart": self._restart,
            "print": self._print,
        }
        begin[name](card)

    def give_up(self, line: ReservationLine) -> None:
        """Ask why a reservation is given up, and do it."""
        question = Question(
            self._window,
            self.tr("Give up the reservation of {unit}?").format(unit=line.unit),
            self.tr("The unit is held back until the site manager releases it."),
            self.tr("Give it up"),
            danger=True,
            reason=2,
        )
        words = self.tr("{unit} is held back.").format(unit=line.unit)
        unit = UnitId(line.unit_id)
        self._ask(question, lambda why: GiveUpReservation(unit=unit, reason=why), words)

    def _sign(self, card: RequestCard) -> None:
        dialog = SignDialog(self._link, card, self._window)
        dialog.signed.connect(lambda answer: self.told.emit(self._said(card, answer)))
        self.asking = dialog
        dialog.open()

    def _said(self, card: RequestCard, answer: dict[str, Any]) -> str:
        match RequestState(answer["state"]):
            case RequestState.APPROVED:
                words = self.tr("{what} is approved and carried out.")
            case RequestState.REJECTED:
                words = self.tr("{what} is rejected.")
            case _:
                words = self.tr("{what} is signed; next: {people}.")
        return words.format(what=title(card), people=listed(answer["next"]) or "–")

    def _withdraw(self, card: RequestCard) -> None:
        question = Question(
            self._window,
            self.tr("Withdraw {what}?").format(what=title(card)),
            self.tr("Nobody can sign it any more; you can ask for it again."),
            self.tr("Withdraw"),
            danger=True,
            reason=2,
        )
        words = self.tr("{what} is withdrawn.").format(what=title(card))
        number = RequestId(card.id)
        self._ask(question, lambda why: WithdrawRequest(request=number, reason=why), words)

    def _restart(self, card: RequestCard) -> None:
        question = Question(
            self._window,
            self.tr("Ask for {what} again?").format(what=title(card)),
            self.tr("A new request with the facts as they are now; everybody signs anew."),
            self.tr("Ask again"),
            reason=2,
        )
        question.why.setPlainText(card.reason)
        words = self.tr("{what} is asked for again.").format(what=title(card))
        number = RequestId(card.id)
        self._ask(question, lambda why: RestartRequest(request=number, reason=why), words)

    def _print(self, card: RequestCard) -> None:
        self._link.ask(self, self._draw, request_sheet, card.id)

    def _draw(self, sheet: RequestSheet) -> None:
        draw = partial(request_pdf, sheet, language())
        open_paper(self._link, self._window, draw, title(sheet.card))

    def _ask(self, question: Question, make: Any, words: str) -> None:
        intent = uuid4().hex
        self.asking = question

        def send(text: str) -> None:
            self._link.do(
                self,
                make(text),
                lambda _answer: self.told.emit(words),
                self.refused.emit,
                intent,
            )

        later(question, send)
