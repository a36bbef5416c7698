"""Receipts exchanged for an invoice and papers checked, in the cashier's list."""

import pytest

from salesdesk.desks.cashier.checking import CheckDialog
from salesdesk.desks.cashier.desk import CashierDesk
from salesdesk.desks.cashier.exchanging import ExchangeReceiptsDialog
from salesdesk.desks.cashier.invoices import InvoicesDialog
from salesdesk.office.ledger.queries import receipt_paper
from tests.desks.sales_day import make_office, open_day


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("cashier"))


@pytest.fixture
def day(made, tmp_path, qtbot):
    opened = open_day(made, tmp_path, qtbot)
    yield opened
    opened.close()


def test_receipts_go_for_an_invoice_and_are_checked(day):
    day.hold(1, 1)
    first = day.pay(1)["receipt_id"]
    day.pay(1)
    desk = day.open(CashierDesk, "cashier")
    page = desk.receipts
    desk.tabs.setCurrentWidget(page)
    day.settle()
    page.table.choose(first)
    page.more.exchange.trigger()
    form = day.dialog(ExchangeReceiptsDialog)
    day.until(lambda: len(form.ticks) == 2)
    form.invoice.setText("FP-1")
    form.amount.set_fen(1)
    assert not form.yes.isEnabled(), "the originals are not said to be back"
    form.back.setChecked(True)
    form.yes.click()
    day.until(lambda: "make" in form.banner.words())
    form.amount.set_fen(sum(line.amount_fen for line in form.chosen()))
    form.yes.click()
    day.until(lambda: {line.invoice for line in page.table.model.lines()} == {"FP-1"})
    page.table.choose(first)
    assert not page.more.exchange.isEnabled() and not page.void.isEnabled()
    assert "FP-1" in page.banner.words()

    given = InvoicesDialog(page.link, page)
    day.until(lambda: given.table.model.rowCount() == 1)
    given.close()

    sheet, _marks = day.seat("cashier").ask(receipt_paper, first)
    check = CheckDialog(page.link, page)
    check.number.setText(sheet.number)
    check.code.setText("00000000")
    check.send()
    day.until(lambda: "no paper of ours" in check.found.text())
    check.code.setText(sheet.check_code)
    check.send()
    day.until(lambda: "exchanged for invoice FP-1" in check.found.text())
    assert sheet.payer in check.more.text()
    check.close()
