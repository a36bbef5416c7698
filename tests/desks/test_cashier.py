"""The cashier's desk on a real office: money is taken once, and every paper is counted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel

from salesdesk.desks.cashier.desk import CashierDesk
from salesdesk.desks.cashier.refundask import RefundAskDialog
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.dialogs import Question
from salesdesk.desks.widgets.preview import PreviewDialog
from salesdesk.kernel.change import Topic
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.approvals.flow_commands import EditFlow
from salesdesk.office.approvals.rules import SHIPPED, RequestKind
from salesdesk.office.ledger.close_queries import day_closes
from salesdesk.office.ledger.queries import day_cash, receipt_paper, refunds
from salesdesk.office.ledger.rules import Fault, TenderKind
from salesdesk.office.sales.commands import LetGo
from salesdesk.office.sales.contra import ApproveContra
from salesdesk.office.sales.ending import RequestCancellation
from salesdesk.office.sales.undoing import CancelSubscription
from salesdesk.office.sales.voiding import VoidReceipt
from salesdesk.office.staff.commands import ChangeSetting
from tests.desks.sales_day import ALT, ENTER, make_office, open_day, press

PRICE_FEN = 100_000_000
CAP_FEN = PRICE_FEN // 5


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("cashier"))


@pytest.fixture
def day(made, tmp_path, qtbot):
    opened = open_day(made, tmp_path, qtbot)
    yield opened
    opened.close()


@pytest.fixture
def desk(day):
    """The cashier's desk; the first customer holds unit 1, the second unit 2."""
    day.hold(1, 1)
    day.hold(2, 2)
    return day.open(CashierDesk, "cashier")


def preview(day):
    day.until(lambda: any(_previews()))
    return _previews()[-1]


def _previews():
    from PySide6.QtWidgets import QApplication

    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, PreviewDialog) and widget.isVisible()
    ]


def take(day, desk, text="50000"):
    page = desk.deposit
    page.open_unit(1)
    press(text, ENTER)
    day.until(lambda: page.form.deal() is None)
    preview(day).close()
    day.settle()
    desk.activateWindow()


# --- taking a deposit ------------------------------------------------------------------------------


def test_a_deposit_by_keyboard_alone(day, desk):
    press("0201", ENTER)
    assert desk.deposit.form.deal().unit == "1-1-0201"
    press("50000", ENTER)
    paper = preview(day)
    (line,) = day.receipts()
    assert (line.amount_fen, line.unit, line.payer) == (5_000_000, "1-1-0201", "欧阳𬭚")
    assert line.prints == 1
    assert "SJ0000001" in paper.windowTitle()
    paper.close()
    day.settle()
    assert desk.window().focusWidget() is desk.deposit.search, "ready for the next customer"
    assert desk.deposit.form.deal() is None


def test_the_form_follows_the_arrow_keys_until_something_is_typed(day, desk):
    """The line that is marked is the one that pays; what was typed is for the one it was typed for."""
    page = desk.deposit
    page.open_unit(1)
    page.table.view.setFocus()
    press(Qt.Key.Key_Down)
    assert page.table.current().unit == page.form.deal().unit == "1-1-0201"
    assert page.table.view.hasFocus()
    page.form.note.setText("x")
    press(Qt.Key.Key_Up)
    assert page.table.current().unit == page.form.deal().unit == "1-1-0201"
    assert "1-1-0201" in page.form.banner.words()


def test_return_in_the_empty_search_opens_whose_turn_it_is(day, desk):
    """Not the customer who has just paid, on whom the list would stand otherwise."""
    press("0101", ENTER)
    press("50000", ENTER)
    preview(day).close()
    day.settle()
    desk.activateWindow()
    day.until(desk.deposit.search.hasFocus)
    assert desk.deposit.table.current() is None
    press(ENTER)
    assert desk.deposit.form.deal().unit == "1-1-0201"


def test_five_keystrokes_after_the_unit_is_found(day, desk):
    press("0101", ENTER)
    press((ALT, Qt.Key.Key_3), ENTER)
    day.until(lambda: len(day.receipts()) == 1)
    assert day.receipts()[0].amount_fen == 5_000_000
    preview(day).close()


@pytest.mark.parametrize("words", ["12345679", "oy", "欧阳", "0201"])
def test_the_unit_is_found_by_phone_pinyin_name_and_code(day, desk, words):
    press(words, ENTER)
    day.settle()
    assert desk.deposit.form.deal().unit == "1-1-0201"


def test_return_twice_takes_the_money_once(day, desk):
    desk.deposit.open_unit(1)
    press("50000", ENTER, ENTER, ENTER)
    assert not desk.deposit.form.take.isEnabled()
    day.settle()
    preview(day).close()
    assert len(day.receipts()) == 1


def test_an_unknown_outcome_is_sent_again_with_the_same_intent(day, desk, monkeypatch):
    """The answer is lost after the commit: the second press finds the receipt that exists."""
    form, seat = desk.deposit.form, day.seat("cashier")
    desk.deposit.open_unit(1)
    intent, real, lost = form.sending.intent, type(seat).do, []

    def do(self, command, intent=None):
        answer = real(self, command, intent)
        if not lost:
            lost.append(intent)
            raise ConnectionError
        return answer

    monkeypatch.setattr(type(seat), "do", do)
    press("50000", ENTER)
    day.until(lambda: bool(lost))
    day.settle()
    assert "once" in form.banner.words()
    assert form.tenders.rows[0].amount.fen() == 5_000_000
    press(ENTER)
    day.until(lambda: form.deal() is None)
    assert lost == [intent]
    assert len(day.receipts()) == 1
    preview(day).close()


test_an_unknown_outcome_is_sent_again_with_the_same_intent = pytest.mark.speaks(
    test_an_unknown_outcome_is_sent_again_with_the_same_intent
)


def test_above_twenty_percent_is_refused_and_what_was_typed_stays(day, desk):
    form = desk.deposit.form
    desk.deposit.open_unit(1)
    press("200000.01")
    assert "R-09" in form._above.text()
    form.note.setText("张三代付")
    press(ENTER)
    day.settle()
    assert "R-09" in form.banner.words()
    assert form.tenders.rows[0].amount.text() == "200000.01"
    assert form.note.text() == "张三代付"
    assert day.receipts() == ()
    form.tenders.rows[0].amount.setText("200000")
    form.send()
    day.until(lambda: form.deal() is None)
    assert day.receipts()[0].amount_fen == CAP_FEN
    preview(day).close()


def test_several_ways_of_paying_on_one_receipt(day, desk):
    form = desk.deposit.form
    desk.deposit.open_unit(1)
    press("30000", "+", "2万", Qt.Key.Key_Down, Qt.Key.Key_Tab, "6222 0481")
    assert form.tenders.total_fen() == 5_000_000
    assert form.take.text() == "Take ¥50,000.00"
    press(ENTER)
    paper = preview(day)
    (line,) = day.receipts()
    assert [(t.kind, t.amount_fen, t.reference) for t in line.tenders] == [
        (TenderKind.CASH, 3_000_000, ""),
        (TenderKind.TRANSFER, 2_000_000, "6222 0481"),
    ]
    paper.close()


def test_change_and_too_little_cash(day, desk):
    form = desk.deposit.form
    desk.deposit.open_unit(1)
    press("49800")
    form.given.setText("50000")
    assert form.change.value() == "¥200.00"
    form.given.setText("49000")
    form.send()
    assert "short" in form.banner.words()
    day.settle()
    assert day.receipts() == ()


@pytest.mark.parametrize("text", ["", "0", "abc", "-5", "1.234"])
def test_what_is_no_amount_is_not_sent(day, desk, text):
    form = desk.deposit.form
    desk.deposit.open_unit(1)
    press(text, ENTER)
    day.settle()
    assert form.banner.words()
    assert day.receipts() == ()


def test_all_the_room(day, desk):
    day.pay(1, 5_000_000)
    form = desk.deposit.form
    desk.deposit.open_unit(1)
    day.until(lambda: (deal := form.deal()) is not None and deal.paid_fen == 5_000_000)
    press((ALT, Qt.Key.Key_5))
    assert form.tenders.total_fen() == CAP_FEN - 5_000_000


def test_a_form_being_filled_in_is_not_torn(day, desk):
    form = desk.deposit.form
    desk.deposit.open_unit(1)
    press("1234")
    day.approve(1, PRICE_FEN // 2)
    day.until(lambda: form.room.value() == "¥100,000.00")
    assert form.tenders.rows[0].amount.text() == "1234"
    day.hold(3, 3)
    day.until(lambda: desk.deposit.table.model.rowCount() == 3)
    desk.deposit.open_unit(3)
    assert form.deal().unit_id == 1
    assert "not finished" in form.banner.words()
    day.seat("consultant").do(LetGo(unit=1))
    day.until(lambda: "not on hold" in form.banner.words())
    assert form.tenders.rows[0].amount.text() == "1234"
    press(Qt.Key.Key_Escape)
    assert form.deal() is None
    assert not desk.unsaved()


def test_a_hold_appears_at_once(day, desk):
    day.hold(4, 3)
    day.until(lambda: desk.deposit.table.model.rowCount() == 3)
    day.pay(4)
    day.until(lambda: "2 of them" in desk.deposit.count.text())


# --- receipts ----------------------------------------------------------------------------------------


def test_printed_again_bears_the_mark(day, desk):
    take(day, desk)
    desk.tabs.setCurrentWidget(desk.receipts)
    day.settle()
    line = desk.receipts.table.model.line(0)
    desk.receipts.table.choose(line.id)
    desk.receipts.print_current()
    day.dialog(Question).yes.click()
    paper = preview(day)
    assert "(1)" in paper.windowTitle()
    _sheet, marks = day.seat("cashier").ask(receipt_paper, line.id)
    assert marks.reprint == 1
    paper.close()


def test_what_is_on_no_paper_yet_is_printed_as_one_pile(day, desk):
    day.pay(1)
    day.pay(2)
    desk.tabs.setCurrentWidget(desk.receipts)
    day.settle()
    desk.receipts.more.pile.trigger()
    paper = preview(day)
    assert "2" in paper.windowTitle()
    day.settle()
    assert [line.prints for line in day.receipts()] == [1, 1]
    paper.close()
    desk.receipts.more.pile.trigger()
    day.until(lambda: "on paper" in desk.receipts.banner.words())
    assert [line.prints for line in day.receipts()] == [1, 1]


def test_void_needs_a_reason_and_gives_the_hold_its_clock_back(day, desk):
    take(day, desk)
    assert day.deal(1).until is None
    desk.tabs.setCurrentWidget(desk.receipts)
    day.settle()
    desk.receipts.table.choose(desk.receipts.table.model.line(0).id)
    desk.receipts.void.click()
    question = day.dialog(Question)
    assert not question.yes.isEnabled()
    question.why.setPlainText("金额打错")
    assert not question.yes.isEnabled()  # it was printed: a copy may be out
    question.sure.setChecked(True)
    question.yes.click()
    day.until(lambda: day.receipts()[0].voided)
    day.settle()
    assert desk.receipts.table.model.line(0).void_reason == "金额打错"
    assert not desk.receipts.void.isEnabled()
    assert day.deal(1).paid_fen == 0
    assert day.deal(1).until is not None


def test_a_refused_void_says_why(day, desk):
    take(day, desk)
    desk.tabs.setCurrentWidget(desk.receipts)
    day.settle()
    line = desk.receipts.table.model.line(0)
    desk.receipts.table.choose(line.id)
    desk.receipts.ask_void()
    question = day.dialog(Question)
    question.why.setPlainText("二次作废")
    question.sure.setChecked(True)
    day.seat("cashier").do(VoidReceipt(receipt=line.id, reason="first", copies_back=True))
    question.yes.click()
    day.settle()
    assert "void already" in desk.receipts.banner.words()


def test_a_contra_is_approved_by_the_manager_and_written_in_the_list(day, desk):
    take(day, desk)
    desk.tabs.setCurrentWidget(desk.receipts)
    day.settle()
    receipt = desk.receipts.table.model.line(0).id
    desk.receipts.table.choose(receipt)
    assert not desk.receipts.contra.button.isEnabled()
    day.seat("manager").do(ApproveContra(receipt=receipt, reason="客户联遗失"))
    desk.receipts.refresh()
    day.until(desk.receipts.contra.button.isEnabled)
    desk.receipts.contra.button.click()
    question = day.dialog(Question)
    question.yes.click()
    day.until(lambda: desk.receipts.table.model.rowCount() == 2)
    contra, answered = (desk.receipts.table.model.line(row) for row in range(2))
    assert (contra.number, contra.answers) == ("HC0000001", answered.number)
    assert answered.contra == "HC0000001" and not desk.receipts.void.isEnabled()
    desk.receipts.table.choose(contra.id)
    desk.receipts.print_current()
    assert "HC0000001" in preview(day).windowTitle()
    assert day.deal(1).paid_fen == 0


def test_jumps_lead_to_the_form_and_to_the_receipt(day, desk):
    desk.receive(Jump("cashier", Topic.UNIT, 2, "deposit"))
    day.settle()
    assert desk.deposit.form.deal().unit_id == 2
    number = day.pay(1)["receipt_id"]
    desk.receive(Jump("cashier", Topic.RECEIPT, number))
    day.settle()
    assert desk.current() is desk.receipts
    assert desk.receipts.table.current().id == number
    desk.receive(Jump("cashier", Topic.UNIT, 5, "deposit"))
    day.settle()
    assert "not on hold" in desk.deposit.done.words()


def test_a_receipt_of_other_days_is_found(day, desk):
    number = day.pay(1)["receipt_id"]
    desk.tabs.setCurrentWidget(desk.receipts)
    day.settle()
    desk.receipts.first.set_day(None)
    desk.receipts.table.set_lines([])
    desk.receipts.seek(number)
    day.settle()
    assert desk.receipts.table.current().id == number
    assert desk.receipts.span.currentData() == "span"


# --- refunds and the day --------------------------------------------------------------------------


def test_a_refund_is_paid_once_with_its_slip(day, desk):
    day.pay(1)
    day.approve(1)
    day.subscribe(1)
    wish = RequestCancellation(unit=1, fault=Fault.SELLER, reason="一房二卖")
    request = day.seat("consultant").do(wish)
    for login in ("manager", "deputy"):
        day.seat(login).do(SignRequest(request=request))
    desk.tabs.setCurrentWidget(desk.refunds)
    day.settle()
    page = desk.refunds
    assert page.owed.value() == "¥100,000.00"
    (line,) = day.seat("cashier").ask(refunds)
    assert (line.owed_fen, line.doubled_fen) == (10_000_000, 5_000_000)
    assert any("¥50,000.00" in text and "double" in text for text in page._facts.texts())
    page.reference.setText("6222-99")
    page.reference.setFocus()
    press(ENTER)
    day.until(lambda: page.asking is not None and page.asking.no.hasFocus())
    press(ENTER)
    day.settle()
    assert not day.seat("cashier").ask(refunds)[0].slip, "the second Return is the harmless answer"
    desk.activateWindow()
    page.reference.setFocus()
    day.until(page.reference.hasFocus)
    press(ENTER)
    question = day.dialog(Question)
    day.until(question.no.hasFocus)
    said = " ".join(label.text() for label in question.findChildren(QLabel))
    for words in ("¥100,000.00", line.customer, line.unit, "6222-99", page.tender.currentText()):
        assert words in said
    press(Qt.Key.Key_Tab, ENTER)
    paper = preview(day)
    assert "TK0000001" in paper.windowTitle()
    paper.close()
    (line,) = day.seat("cashier").ask(refunds)
    assert (line.slip, line.paid_fen) == ("TK0000001", 10_000_000)
    day.settle()
    assert page.table.model.rowCount() == 0, "only what is owed is listed"


def test_a_refund_is_asked_for_by_keyboard_and_paid_once_it_is_signed(day, desk):
    day.pay(1)
    day.seat("admin").do(ChangeSetting(name="refunds_by_request", value="true"))
    one = SHIPPED[RequestKind.REFUND].steps[:1]  # nobody else works here
    day.seat("admin").do(EditFlow(kind=RequestKind.REFUND, steps=one, others_ask=True))
    day.seat("manager").do(CancelSubscription(unit=1, fault=Fault.NONE, reason="贷款未批"))
    desk.tabs.setCurrentWidget(desk.refunds)
    day.settle()
    page = desk.refunds
    assert not page.button.isVisible() and page.asks.isVisible()
    page.asks.click()
    form = day.dialog(RefundAskDialog)
    day.settle()
    (box,) = form.originals.values()
    day.until(box.hasFocus)
    assert not form.yes.isEnabled(), "nothing is said of the original yet"
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    day.until(lambda: form.declaration.isVisible() and form.yes.isEnabled())
    form.payee.setEditText("张三")
    form.account.setText("招行 01")
    form.send()
    day.until(lambda: form.proxy.isVisible() and form.proxy.hasFocus())
    form.payee.setCurrentIndex(0)
    form.send()
    day.until(form.declaration.hasFocus)
    press("12", ENTER)
    day.until(lambda: day.seat("cashier").ask(refunds)[0].request > 0)
    day.settle()
    (line,) = day.seat("cashier").ask(refunds)
    assert (line.request_state, line.payee, line.account) == ("pending", line.customer, "招行 01")
    day.until(lambda: not page.asks.isVisible() and not page.button.isVisible())
    day.seat("manager").do(SignRequest(request=line.request))
    day.settle()
    day.until(page.button.isVisible)
    assert not page.tender.isEnabled(), "the way is signed"
    assert any(f"{line.request}" in text for text in page._facts.texts())


def test_counting_the_drawer(day, desk):
    take(day, desk, "12345.60")
    desk.tabs.setCurrentWidget(desk.day)
    day.settle()
    page = desk.day
    assert page.expected.value() == "¥12,345.60"
    press("123", ENTER, "1")
    assert page.counted.value() == "¥12,350.00"
    assert page.difference.value() == "+¥4.40"
    page.note.setText("找零四元四角待退")
    page.count()
    day.settle()
    sheet = day.seat("cashier").ask(day_cash)
    assert sheet.counted_cash_fen == 1_235_000
    assert not page.dirty()
    page.print_day()
    paper = preview(day)
    assert "林静" in paper.windowTitle()
    paper.close()


def test_the_day_is_closed_with_what_was_counted_and_its_paper_comes(day, desk):
    take(day, desk, "12345.60")
    desk.tabs.setCurrentWidget(desk.day)
    day.settle()
    page = desk.day
    press("123", ENTER, "1")  # 12,350.00 yuan: 4.40 too much
    page.close_day()
    day.settle()
    form = page.closing
    assert (form.counted.value(), form.difference.value()) == ("¥12,350.00", "+¥4.40")
    form.send()
    day.settle()
    assert form.banner.isVisible(), "a difference asks for its reason"
    form.note.setText("找零四元四角待退")
    form.banked.setText("乱写")
    form.send()
    assert not form.sending.under_way(), "what is no amount is not sent"
    form.banked.setText("10000")
    assert form.expected.value() == "¥2,345.60"
    form.banked.clear()
    form.send()
    preview(day).close()
    (line,) = day.seat("manager").ask(day_closes)
    assert (line.difference_fen, line.note) == (440, "找零四元四角待退")
    desk.tabs.setCurrentWidget(desk.closes)
    day.settle()
    assert desk.closes.table.model.line(0).id == line.id
    desk.closes.table.choose(line.id)
    desk.closes.print_current()
    preview(day).close()
    desk.tabs.setCurrentWidget(page)
    page.close_day()
    day.settle()
    assert page.banner.isVisible() and page.closing is form, "the next day has not come"


def test_an_empty_count_is_not_written_down(day, desk):
    desk.tabs.setCurrentWidget(desk.day)
    day.settle()
    desk.day.count()
    day.settle()
    assert day.seat("cashier").ask(day_cash).counted_cash_fen is None


def test_a_manager_looks_and_takes_nothing(day):
    day.hold(1, 1)
    number = day.pay(1)["receipt"]
    desk = day.open(CashierDesk, "manager")
    assert desk.deposit is None
    assert not desk.receipts.void.isVisible()
    assert desk.receipts.table.model.line(0).number == number
    desk.tabs.setCurrentWidget(desk.day)
    day.settle()
    assert desk.day.who.currentText() == "林静"
    assert not desk.day.count_button.isVisible()


# --- looks ------------------------------------------------------------------------------------------


def test_every_page_in_both_languages_and_colours(day, language, colours):
    day.hold(1, 1)
    day.pay(1)
    desk = day.open(CashierDesk, "cashier")
    for at in range(desk.tabs.count()):
        desk.tabs.setCurrentIndex(at)
        day.settle()
        assert not desk.grab().isNull()
    english = desk.tabs.tabText(0) == "Take a deposit"
    assert english is (language == "en")
    assert not [w for w in desk.findChildren(QDialog) if w.isVisible()]
