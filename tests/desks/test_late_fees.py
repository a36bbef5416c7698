"""Late fees beside a payment at the cashier's desk: taken along, fixed, asked to be waived."""

from PySide6.QtCore import Qt

from salesdesk.desks.cashier.waiverask import WaiverDialog
from salesdesk.kernel.keys import RequestId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.approvals.queries import requests
from salesdesk.office.staff.commands import ChangeSetting
from tests.desks import test_payments
from tests.desks.sales_day import ALT, ENTER, press
from tests.desks.test_payments import CTRL, FUND_FEN, find, opened, taken

made, day, desk = test_payments.made, test_payments.day, test_payments.desk

FEE_FEN = 15_000_000 * 3 * 5 // 10_000
"""Three days of the overdue 150,000 yuan, at 5 of ten thousand a day."""


def test_a_tick_takes_the_late_fee_along_after_what_is_due(day, desk):
    day.seat("admin").do(ChangeSetting(name="late_fee_tenths", value="50"))
    find(day, desk)
    form = desk.payment.form
    assert form.fees.isVisible()
    assert "225.00" in form.overdue._caption.text()
    press("155225")
    assert "+5,225" in form.schedule.texts(), "unticked it is the last to be paid"
    form.fees.take.setChecked(True)
    assert "+225" not in form.schedule.texts(), "what is due today comes before"
    press((ALT, Qt.Key.Key_1))
    assert form.tenders.total_fen() == 15_000_000
    form.tenders.rows[-1].amount.set_fen(15_000_000 + FUND_FEN + FEE_FEN)
    assert "+225" in form.schedule.texts()
    assert "800,000.00" in form._after.text(), "the fee was not among what is open"
    press((CTRL, ENTER))
    taken(day)
    left = opened(day)
    assert (left["late fee"], left["down payment"], left["instalment"]) == (0, 0, 30_000_000)


def test_a_fee_is_fixed_and_its_waiver_asked_for_beside_the_payment(day, desk):
    day.seat("admin").do(ChangeSetting(name="late_fee_tenths", value="50"))
    find(day, desk)
    form = desk.payment.form
    assert form.fees.waive.isHidden()
    form.fees.fix.click()
    day.until(form.fees.waive.isVisible)
    assert form.fees.fix.isHidden(), "nothing runs until tomorrow"
    assert opened(day)["late fee"] == FEE_FEN
    form.fees.waive.click()
    dialog = day.dialog(WaiverDialog)
    day.until(lambda: bool(dialog.told.text()))
    assert "150,000" in dialog.told.text()
    dialog.send()
    assert dialog.isVisible(), "a reason is asked for"
    dialog.amount.set_fen(FEE_FEN + 1)
    dialog.reason.setText("银行延迟")
    dialog.send()
    day.until(dialog.form.banner.isVisible)
    assert dialog.reason.text() == "银行延迟", "what was typed is kept"
    dialog.amount.set_fen(FEE_FEN)
    dialog.send()
    day.until(lambda: bool(day.seat("manager").ask(requests)))
    (request,) = day.seat("manager").ask(requests)
    day.seat("manager").do(SignRequest(request=RequestId(request.id)))
    assert opened(day)["late fee"] == 0
