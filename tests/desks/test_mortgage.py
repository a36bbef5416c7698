"""Loans on their desk: opened, turned by a form each, papers recorded, and what a refusal leads to."""

import pytest

from salesdesk.desks.contracts.cancel import CancelDialog
from salesdesk.desks.contracts.change import ChangeDialog
from salesdesk.desks.contracts.desk import ContractsDesk
from salesdesk.desks.mortgage.checklists import CheckListDialog
from salesdesk.desks.mortgage.desk import MortgageDesk
from salesdesk.desks.mortgage.forms import LoanDocumentDialog, OpenLoanDialog
from salesdesk.desks.mortgage.turns import FORMS, TurnDialog
from salesdesk.desks.widgets.desk import Jump
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.mortgage import commands as loan
from salesdesk.office.mortgage.documents import RecordLoanDocument, loan_check_lists
from salesdesk.office.mortgage.queries import loan_case, loan_cases
from salesdesk.office.mortgage.rules import LOAN
from salesdesk.office.sales.commands import IdentifyBuyer, Subscribe
from tests.desks.sales_day import ID_CARD, make_office, open_day


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("loans"))


@pytest.fixture
def day(made, tmp_path, qtbot):
    """A day on which unit 1 is agreed, to be paid by a bank's loan."""
    opened = open_day(made, tmp_path, qtbot)
    opened.hold(1, 1)
    opened.pay(1)
    opened.approve(1)
    opened.seat("consultant").do(Subscribe(unit=UnitId(1), mode="商业按揭"))
    opened.seat("consultant").do(IdentifyBuyer(unit=UnitId(1), id_number=ID_CARD))
    yield opened
    opened.close()


def opened(day):
    wish = loan.OpenLoanCase(unit=UnitId(1), bank="建设银行", amount=Fen(50_000_000))
    day.seat("consultant").do(wish)


def sent(day):
    opened(day)
    consultant = day.seat("consultant")
    for line in consultant.ask(loan_case, 1).documents:
        consultant.do(RecordLoanDocument(unit=UnitId(1), item=line.item))
    consultant.do(loan.CompleteLoanDocuments(unit=UnitId(1)))
    consultant.do(loan.CheckLoan(unit=UnitId(1)))
    day.seat("cashier").do(loan.SendLoan(unit=UnitId(1)))


def case(day):
    return day.seat("manager").ask(loan_cases)[0]


def turned(day, desk, step, **entries):
    """Press the button of a turn, fill its form in and send it."""
    desk.panel.buttons[step].click()
    day.settle()
    form = day.dialog(TurnDialog)
    for name, value in entries.items():
        field = getattr(form, name)
        getattr(field, "setPlainText", getattr(field, "setText", None))(value)
    form.yes.click()
    day.settle()
    return form


def test_a_case_is_opened_for_a_deal_that_a_loan_pays(day):
    desk = day.open(MortgageDesk, "consultant")
    assert desk.table.model.rowCount() == 0 and desk.open.isEnabled()
    desk.open.click()
    day.settle()
    form = day.dialog(OpenLoanDialog)
    assert form.amount.fen() and not form.fund.isVisible()
    form.yes.click()
    day.settle()
    assert form.isVisible() and form.banner.isVisible()  # no bank yet; what was typed stays
    form.bank.setEditText("建设银行")
    form.yes.click()
    day.settle()
    assert case(day).bank == "建设银行"
    assert desk.table.model.rowCount() == 1 and not desk.open.isEnabled()
    assert "complete documents" in desk.panel.buttons


def test_documents_are_recorded_one_by_one(day):
    opened(day)
    desk = day.open(MortgageDesk, "consultant")
    first = desk.panel.card.documents[0]
    desk.panel.document_wanted.emit(first)
    day.settle()
    form = day.dialog(LoanDocumentDialog)
    form.until.set_day(None)
    form.yes.click()
    day.settle()
    now = {line.item: line.state for line in day.seat("manager").ask(loan_case, 1).documents}
    assert now[first.item] == "got" and set(now.values()) == {"got", "lacking"}
    form = turned(day, desk, "complete documents")
    assert form.banner.isVisible() and case(day).state == "collecting"


def test_the_cashier_turns_it_to_the_receipt(day):
    sent(day)
    desk = day.open(MortgageDesk, "cashier")
    assert {"approve", "refuse", "ask supplement"} <= set(desk.panel.buttons)
    turned(day, desk, "approve")
    turned(day, desk, "face-sign")
    turned(day, desk, "pre-register", reference="预告 7")
    turned(day, desk, "pay out", reference="CCB-1")
    line = case(day)
    assert (line.state, line.paid_fen) == ("paid out", 50_000_000)
    assert "SJ0000002" in " ".join(desk.panel.texts())


def test_a_refusal_leads_to_the_forms_of_the_deal(day):
    sent(day)
    desk = day.open(MortgageDesk, "manager")
    heard = []
    desk.jump.connect(heard.append)
    turned(day, desk, "refuse", words="征信不良")
    assert set(desk.panel.buttons) == {"mode", "bank", "end"}
    desk.panel.buttons["mode"].click()
    desk.panel.buttons["end"].click()
    assert [jump.act for jump in heard] == ["change mode", "end without fault"]
    desk.panel.buttons["bank"].click()
    day.settle()
    form = day.dialog(OpenLoanDialog)
    assert form.unit.count() == 1
    form.reject()
    contracts = day.open(ContractsDesk, "manager")
    contracts.receive(heard[0])
    day.settle()
    change = day.dialog(ChangeDialog)
    assert change.chosen() is RequestKind.PAYMENT_MODE
    change.reject()
    contracts.receive(heard[1])
    day.settle()
    end = day.dialog(CancelDialog)
    assert end.fault() is Fault.NONE and end.yes.isEnabled()
    end.reject()


def test_a_bank_gets_a_check_list_of_its_own(day):
    opened(day)
    assert not day.open(MortgageDesk, "cashier").panel.lists.isVisible()
    desk = day.open(MortgageDesk, "manager")
    desk.panel.lists.click()
    day.settle()
    form = day.dialog(CheckListDialog)
    assert (
        form.bank.currentText() == "建设银行" and len(form.items.toPlainText().splitlines()) == 10
    )
    form.items.setPlainText("")
    form.yes.click()
    day.settle()
    assert form.isVisible() and form.banner.isVisible()
    form.items.setPlainText("身份证\n收入证明")
    form.yes.click()
    day.settle()
    lists = {
        (line.bank, line.product): line.items for line in day.seat("manager").ask(loan_check_lists)
    }
    assert lists["建设银行", "mortgage"] == ("身份证", "收入证明")


def test_somebody_elses_loans_are_not_shown_and_a_jump_finds_one(day):
    opened(day)
    assert day.open(MortgageDesk, "other").table.model.rowCount() == 0
    desk = day.open(MortgageDesk, "manager")
    desk.receive(Jump("mortgage", Topic.UNIT, 1))
    day.settle()
    assert desk.table.current().unit_id == 1


def test_every_turn_of_the_table_has_its_form():
    assert set(FORMS) == {step.name for step in LOAN.steps} - {"pay out part"}
