"""Carries out the steps of a deal: opens the form that asks, sends, says what came."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from salesdesk.desks.contracts.areaforms import MeasureDialog, SettleAreaDialog
from salesdesk.desks.contracts.cancel import CancelDialog
from salesdesk.desks.contracts.change import ChangeDialog
from salesdesk.desks.contracts.defaultforms import ForfeitDialog, NoticeDialog
from salesdesk.desks.contracts.dialog import DealDialog
from salesdesk.desks.contracts.forms import ExtendDialog, IdentifyDialog
from salesdesk.desks.contracts.pricing import ApproveDialog
from salesdesk.desks.contracts.signforms import (
    DeliverDialog,
    FileDialog,
    OnlineDialog,
    SignDialog,
)
from salesdesk.desks.contracts.subscribe import SubscribeDialog
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.dialogs import Question, later
from salesdesk.desks.widgets.paper import open_paper
from salesdesk.desks.widgets.plandialog import PlanDialog
from salesdesk.desks.widgets.preview import PreviewDialog
from salesdesk.desks.wording import language, moment, money
from salesdesk.documents.agreement import agreement_pdf
from salesdesk.documents.change import change_pdf
from salesdesk.documents.notice import notice_pdf
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import UnitId
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.ledger.queries import refunds
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.ledger.sheets import RefundLine
from salesdesk.office.sales.change_queries import change_paper
from salesdesk.office.sales.change_sheets import ChangeSheet
from salesdesk.office.sales.commands import LetGo
from salesdesk.office.sales.default_queries import default_paper
from salesdesk.office.sales.default_sheets import Noticed, NoticeSheet
from salesdesk.office.sales.defaulting import LiftDefault
from salesdesk.office.sales.queries import agreement_paper, buyers
from salesdesk.office.sales.sheets import AgreementSheet, BuyerLine, DealCard
from salesdesk.office.sales.signing_sheets import Delivered, FiledContract, SignedContract
from salesdesk.office.sales.undoing import AcceptBack


class DealDoings(QObject):
    """The desk's errands to the office.

    Signals:
        jump: a `Jump` to the desk that carries out a step.
        told: what was done, in words.
        refused: a `UserError` that belongs to no form.
        previewed: the `PreviewDialog` of an agreement now open.
    """

    jump = Signal(object)
    told = Signal(object)
    refused = Signal(object)
    previewed = Signal(object)

    def __init__(self, link: Link, window: QWidget) -> None:
        super().__init__(window)
        self._link = link
        self._window = window
        self.asking: QDialog | None = None

    def take(self, name: str, card: DealCard) -> None:
        """Begin the step *name* of `contracts.steps` on *card*."""
        begin: dict[str, Callable[[DealCard], object]] = {
            "take deposit": self._go_to_cashier,
            "approve price": self._approve,
            "ask for a price": partial(self._approve, asks=True),
            "subscribe": self._subscribe,
            "identify": self._identify,
            "print agreement": self.print_agreement,
            "buying plan": self._plan,
            "extend": self._extend,
            "let go": self._let_go,
            "change": self._change,
            "change mode": partial(self._change, kind=RequestKind.PAYMENT_MODE),
            "end without fault": partial(self._cancel, fault=Fault.NONE),
            "ask to end without fault": partial(self._cancel, asks=True, fault=Fault.NONE),
            "cancel": self._cancel,
            "ask to cancel": partial(self._cancel, asks=True),
            "notice default": self._notice,
            "lift default": self._lift,
            "forfeit": self._forfeit,
            "print notice": self._show_notice,
            "measure": self._measure,
            "settle area": self._settle_area,
            "sign contract": self._sign,
            "record online signing": self._online,
            "file contract": self._file,
            "deliver": self._deliver,
            "accept back": self._accept_back,
        }
        begin[name](card)

    def print_agreement(self, card: DealCard) -> None:
        """Preview the agreement as it was signed."""
        self._print(card.agreement)

    def _print(self, number: str) -> None:
        self._link.ask(self, self._draw, agreement_paper, number)

    def _draw(self, sheet: AgreementSheet) -> None:
        title = self.tr("Agreement {number}").format(number=sheet.number)
        draw = partial(agreement_pdf, sheet, language())
        open_paper(self._link, self._window, draw, title, self._previewed)

    def _previewed(self, preview: PreviewDialog) -> None:
        self.previewed.emit(preview)

    def _go_to_cashier(self, card: DealCard) -> None:
        self.jump.emit(Jump("cashier", Topic.UNIT, card.unit_id, "deposit"))

    def _approve(self, card: DealCard, *, asks: bool = False) -> None:
        def said(answer: dict[str, Any] | int) -> str:
            if isinstance(answer, int):
                return self._filed(answer, card)
            words = self.tr("The price of {unit} is approved: {price}.")
            return words.format(unit=card.unit, price=money(answer["total_fen"]))

        self._open(ApproveDialog(self._link, card, self._window, asks=asks), said)

    def _plan(self, card: DealCard) -> None:
        dialog = PlanDialog(
            self._link, self._window, unit=(card.unit_id, card.unit),
            customer=(card.customer_id, card.customer),
        )  # fmt: skip
        self.asking = dialog
        dialog.open()

    def _extend(self, card: DealCard) -> None:
        def said(answer: dict[str, Any]) -> str:
            words = self.tr("{unit} is held until {moment}.")
            return words.format(unit=card.unit, moment=moment(answer["until"]))

        self._open(ExtendDialog(self._link, card, self._window), said)

    def _subscribe(self, card: DealCard) -> None:
        def said(answer: dict[str, Any]) -> str:
            self._print(answer["agreement"])
            words = self.tr("Agreement {number} is made; sign the contract by {day}.")
            return words.format(number=answer["agreement"], day=answer["sign_by"])

        self._open(SubscribeDialog(self._link, card, self._window), said)

    def _change(self, card: DealCard, *, kind: RequestKind | None = None) -> None:
        dialog = ChangeDialog(self._link, card, self._window)
        if kind is not None:
            dialog.kind.setCurrentIndex(dialog.kind.findData(kind.value))
        self._open(dialog, lambda answer: self._filed(answer, card))

    def _filed(self, request: int, card: DealCard) -> str:
        words = self.tr("Request {number} for {unit} is filed: it waits for its signatures.")
        return words.format(number=request, unit=card.unit)

    def print_change(self, number: str) -> None:
        """Preview the paper of a change."""
        self._link.ask(self, self._draw_change, change_paper, number)

    def _draw_change(self, sheet: ChangeSheet) -> None:
        title = self.tr("Change {number}").format(number=sheet.number)
        draw = partial(change_pdf, sheet, language())
        open_paper(self._link, self._window, draw, title, self._previewed)

    def _notice(self, card: DealCard) -> None:
        def said(answer: Noticed) -> str:
            self.print_notice(answer["notice"])
            words = self.tr("Notice {number} is served: the buyer has until {day}.")
            return words.format(number=answer["notice"], day=answer["last_day"])

        self._open(NoticeDialog(self._link, card, self._window), said)

    def _show_notice(self, card: DealCard) -> None:
        if card.notice is not None:
            self.print_notice(card.notice.number)

    def print_notice(self, number: str) -> None:
        """Preview the paper of a notice of default."""
        self._link.ask(self, self._draw_notice, default_paper, number)

    def _draw_notice(self, sheet: NoticeSheet) -> None:
        title = self.tr("Notice {number}").format(number=sheet.number)
        draw = partial(notice_pdf, sheet, language())
        open_paper(self._link, self._window, draw, title, self._previewed)

    def _lift(self, card: DealCard) -> None:
        title = self.tr("Lift the notice for {unit}?").format(unit=card.unit)
        detail = self.tr("The deal goes on as agreed; the notice stays among the papers.")
        question = Question(self._window, title, detail, self.tr("Lift it"), reason=2)
        words = self.tr("The notice for {unit} is lifted.").format(unit=card.unit)
        unit = UnitId(card.unit_id)
        self._ask(question, lambda reason: LiftDefault(unit=unit, reason=reason), words)

    def _measure(self, card: DealCard) -> None:
        def said(_answer: object) -> str:
            return self.tr("The measured area of {unit} is noted.").format(unit=card.unit)

        self._open(MeasureDialog(self._link, card, self._window), said)

    def _settle_area(self, card: DealCard) -> None:
        def said(answer: int) -> str:
            words = self.tr("Request {number} for {unit} is filed: it waits for its signatures.")
            return words.format(number=answer, unit=card.unit)

        self._open(SettleAreaDialog(self._link, card, self._window), said)

    def _forfeit(self, card: DealCard) -> None:
        def said(answer: int) -> str:
            words = self.tr("Request {number} for {unit} is filed: it waits for its signatures.")
            return words.format(number=answer, unit=card.unit)

        self._open(ForfeitDialog(self._link, card, self._window), said)

    def _cancel(self, card: DealCard, *, asks: bool = False, fault: Fault | None = None) -> None:
        def said(answer: dict[str, Any] | int) -> str:
            if isinstance(answer, int):
                return self._filed(answer, card)
            words = self.tr("The deal on {unit} is cancelled: {kept} kept, {owed} to pay back.")
            return words.format(
                unit=card.unit, kept=money(answer["kept_fen"]), owed=money(answer["owed_fen"])
            )

        dialog = CancelDialog(self._link, card, self._window, asks=asks)
        if fault is not None:
            dialog.faults[fault].setChecked(True)
            dialog.reason.setPlainText(self.tr("The bank does not lend."))
        self._open(dialog, said)

    def _sign(self, card: DealCard) -> None:
        def said(answer: SignedContract) -> str:
            words = self.tr("Contract {number} is signed; file it by {day}.")
            return words.format(number=answer["contract"], day=answer["file_by"])

        self._open(SignDialog(self._link, card, self._window), said)

    def _online(self, card: DealCard) -> None:
        def said(number: str) -> str:
            words = self.tr("The online signing {number} of {unit} is noted.")
            return words.format(number=number, unit=card.unit)

        self._open(OnlineDialog(self._link, card, self._window), said)

    def _file(self, card: DealCard) -> None:
        def said(answer: FiledContract) -> str:
            words = self.tr("The contract of {unit} is filed as {number}.")
            return words.format(unit=card.unit, number=answer["filing"])

        self._open(FileDialog(self._link, card, self._window), said)

    def _deliver(self, card: DealCard) -> None:
        def said(answer: Delivered) -> str:
            words = self.tr("{unit} is handed over to {who}.")
            return words.format(unit=card.unit, who=answer["taken_by"])

        self._open(DeliverDialog(self._link, card, self._window), said)

    def _identify(self, card: DealCard) -> None:
        def opened(lines: tuple[BuyerLine, ...]) -> None:
            def said(name: str) -> str:
                return self.tr("The ID number of {name} is noted.").format(name=name)

            self._open(IdentifyDialog(self._link, card, lines, self._window), said)

        self._link.ask(self, opened, buyers, card.id)

    def _let_go(self, card: DealCard) -> None:
        title = self.tr("Let {unit} go?").format(unit=card.unit)
        detail = self.tr("{customer} loses the hold; everybody can hold the unit at once.")
        detail = detail.format(customer=card.customer)
        question = Question(self._window, title, detail, self.tr("Let it go"), reason=2)
        words = self.tr("{unit} is available again.").format(unit=card.unit)
        self._ask(question, lambda reason: LetGo(unit=UnitId(card.unit_id), reason=reason), words)

    def _accept_back(self, card: DealCard) -> None:
        if self._link.may("refunds"):
            self._link.ask(self, lambda lines: self._ask_back(card, lines), refunds, unpaid=True)
        else:
            self._ask_back(card, ())

    def _ask_back(self, card: DealCard, owed: tuple[RefundLine, ...]) -> None:
        open_line = next((line for line in owed if line.unit == card.unit), None)
        title = self.tr("Take {unit} back?").format(unit=card.unit)
        detail = self.tr("It is held back until you release it for sale again.")
        if open_line is not None:
            flag = self.tr("The refund of {amount} has not been paid yet.")
            detail = f"{flag.format(amount=money(open_line.owed_fen))} {detail}"
        action = self.tr("Take it back")
        danger = open_line is not None
        question = Question(
            self._window, title, detail, action, danger=danger, reason=2,
            label=self.tr("What the review found"),
        )  # fmt: skip
        words = self.tr("{unit} is back and held back.").format(unit=card.unit)
        self._ask(question, lambda note: AcceptBack(unit=UnitId(card.unit_id), note=note), words)

    def _ask(self, question: Question, make: Callable[[str], Any], words: str) -> None:
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

    def _open(self, dialog: DealDialog, said: Callable[[Any], str]) -> None:
        self.asking = dialog
        dialog.carried.connect(lambda answer: self.told.emit(said(answer)))
        dialog.open()
