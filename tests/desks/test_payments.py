"""Taking what is due at the cashier's desk, and the schedule in the contracts desk's panel."""

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from salesdesk.desks.cashier.desk import CashierDesk
from salesdesk.desks.contracts.desk import ContractsDesk
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.preview import PreviewDialog
from salesdesk.desks.widgets.schedule import tone_of
from salesdesk.desks.wording import today
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import Fen, RequestId, UnitId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.ledger.rules import ReceiptKind, TenderKind
from salesdesk.office.sales.changing import RequestMode
from salesdesk.office.sales.commands import Subscribe
from salesdesk.office.sales.due_queries import payment_schedule
from salesdesk.office.sales.mode_commands import SetModeTerms, TermLine
from salesdesk.office.sales.receiving import TakePayment
from tests.desks.sales_day import ALT, ENTER, make_office, open_day, press

CTRL = Qt.KeyboardModifier.ControlModifier
INSTALMENTS = "分期付款"
PRICE_FEN = 100_000_000
DEPOSIT_FEN = 5_000_000
FUND_FEN = 900_000
"""100 m² at 90 yuan."""


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("payments"))


@pytest.fixture
def day(made, tmp_path, qtbot):
    """Unit 1 is agreed on: 20 % overdue, the fund due today, 30 % in ten days, the rest at delivery."""
    opened = open_day(made, tmp_path, qtbot)
    opened.seat("manager").do(
        SetModeTerms(
            mode=INSTALMENTS,
            lines=(
                TermLine(
                    money=MoneyKind.DOWN_PAYMENT, percent=Decimal(20), event=DueEvent.DATE,
                    on=today() - timedelta(days=3),
                ),
                TermLine(
                    money=MoneyKind.INSTALMENT, percent=Decimal(30),
                    event=DueEvent.SUBSCRIPTION, days=10,
                ),
                TermLine(money=MoneyKind.BALANCE, rest=True, event=DueEvent.DELIVERY, days=7),
                TermLine(
                    money=MoneyKind.MAINTENANCE_FUND, per_m2=Fen(9_000),
                    event=DueEvent.SUBSCRIPTION,
                ),
            ),
        )
    )  # fmt: skip
    agree(opened, 1)
    yield opened
    opened.close()


def agree(day, unit):
    day.hold(unit, unit)
    day.pay(unit, DEPOSIT_FEN)
    day.approve(unit)
    day.seat("consultant").do(Subscribe(unit=UnitId(unit), mode=INSTALMENTS))


@pytest.fixture
def desk(day):
    made = day.open(CashierDesk, "cashier")
    made.tabs.setCurrentWidget(made.payment)
    day.settle()
    return made


def find(day, desk, words="0101"):
    press(words, ENTER)
    day.until(lambda: bool(desk.payment.form.schedule.texts()))


def previews():
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, PreviewDialog) and widget.isVisible()
    ]


def taken(day, count=1):
    day.until(lambda: len(payments(day)) == count and bool(previews()))
    previews()[-1].close()
    day.settle()


def payments(day):
    return [line for line in day.receipts() if line.kind == ReceiptKind.PRICE]


def opened(day):
    lines = day.seat("cashier").ask(payment_schedule, day.deal(1).id)
    return {line.money: line.open_fen for line in lines}


def test_a_payment_by_keyboard_alone_goes_to_what_is_due_first(day, desk):
    find(day, desk)
    form = desk.payment.form
    assert form.overdue.value() == "¥150,000.00"
    assert form.soon.value() == "¥309,000.00"
    assert form.open.value() == "¥959,000.00"
    press("155000")
    cells = form.schedule.texts()
    assert "+150,000" in cells
    assert "+5,000" in cells
    assert "¥804,000.00" in form._after.text()
    press(ENTER)
    taken(day)
    (line,) = payments(day)
    assert (line.amount_fen, line.prints, line.payer) == (15_500_000, 1, "曾国藩")
    left = opened(day)
    assert left["down payment"] == 0
    assert left["maintenance fund"] == FUND_FEN - 500_000
    assert form.deal() is None
    assert form.due.isHidden()


def test_what_is_shown_to_go_where_is_what_the_office_does(day, desk):
    find(day, desk)
    form = desk.payment.form
    press("16万")
    before = opened(day)
    shown = {}
    for line in form._lines:
        part = form.schedule._shares[line.id][0].text()
        shown[line.money] = int(part.replace(",", "").strip("+") or 0) * 100
    press((CTRL, ENTER))
    taken(day)
    after = opened(day)
    assert {kind: before[kind] - after[kind] for kind in before} == shown


@pytest.mark.parametrize("words", ["12345678", "zgf", "曾国", "0101", "RG0000001"])
def test_the_deal_is_found_by_phone_pinyin_name_unit_and_agreement(day, desk, words):
    find(day, desk, words)
    assert desk.payment.form.deal().unit == "1-1-0101"


@pytest.mark.parametrize(
    ("key", "amount"),
    [
        (Qt.Key.Key_1, 15_000_000),
        (Qt.Key.Key_2, 15_000_000 + FUND_FEN + 30_000_000),
        (Qt.Key.Key_3, PRICE_FEN - DEPOSIT_FEN + FUND_FEN),
    ],
)
def test_the_quick_amounts(day, desk, key, amount):
    find(day, desk)
    press((ALT, key))
    assert desk.payment.form.tenders.total_fen() == amount


@pytest.mark.parametrize("key", [ENTER, (CTRL, ENTER)])
def test_return_twice_takes_the_money_once(day, desk, key):
    find(day, desk)
    press("50000", key, key, key)
    assert not desk.payment.form.take.isEnabled()
    taken(day)
    assert len(payments(day)) == 1


def test_several_tenders_on_one_receipt(day, desk):
    find(day, desk)
    press("30000", "+", "2万", Qt.Key.Key_Down, Qt.Key.Key_Tab, "6222 0481", ENTER)
    taken(day)
    (line,) = payments(day)
    assert [(t.kind, t.amount_fen, t.reference) for t in line.tenders] == [
        (TenderKind.CASH, 3_000_000, ""),
        (TenderKind.TRANSFER, 2_000_000, "6222 0481"),
    ]


def test_more_than_is_open_is_refused_until_it_is_said_to_be_paid_ahead(day, desk):
    form = desk.payment.form
    find(day, desk)
    assert form.ahead.isHidden()
    press("959000.01")
    assert not form.ahead.isHidden()
    assert "¥0.01" in form.ahead.text()
    form.note.setText("张三代付")
    press(ENTER)
    day.until(lambda: "959,000.00" in form.banner.words())
    assert form.tenders.rows[0].amount.text() == "959000.01"
    assert form.note.text() == "张三代付"
    assert payments(day) == []
    form.ahead.setChecked(True)
    form.send()
    taken(day)
    assert payments(day)[0].amount_fen == 95_900_001
    assert not any(opened(day).values())


def test_a_tick_that_is_not_shown_any_more_keeps_nothing_ahead(day, desk):
    find(day, desk)
    form = desk.payment.form
    press("1000000")
    form.ahead.setChecked(True)
    form.tenders.rows[0].amount.setText("1000")
    assert form.ahead.isHidden()
    assert not form.command(form.deal()).ahead


@pytest.mark.parametrize("text", ["", "0", "abc", "-5", "1.234"])
def test_what_is_no_amount_is_not_sent(day, desk, text):
    find(day, desk)
    press(text, ENTER)
    day.settle()
    assert desk.payment.form.banner.words()
    assert payments(day) == []


def test_a_paid_deal_teaches_that_nothing_is_due(day, desk):
    day.seat("cashier").do(
        TakePayment(unit=UnitId(1), amount=Fen(PRICE_FEN - DEPOSIT_FEN + FUND_FEN))
    )
    day.settle()
    find(day, desk)
    form = desk.payment.form
    assert not form.nothing.isHidden()
    assert "everything is paid" in form.nothing.text()
    assert form.open.value() == "¥0.00"


def test_a_form_being_filled_in_follows_what_others_take_and_is_not_torn(day, desk):
    form = desk.payment.form
    find(day, desk)
    press("1234")
    day.seat("cashier").do(TakePayment(unit=UnitId(1), amount=Fen(15_000_000)))
    day.until(lambda: form.overdue.value() == "¥0.00")
    assert form.tenders.rows[0].amount.text() == "1234"
    assert desk.unsaved()
    press(Qt.Key.Key_Escape)
    assert not desk.unsaved()
    assert form.due.isHidden()


def test_a_unit_on_hold_takes_no_payment_and_is_told_so(day, desk):
    day.hold(2, 2)
    desk.receive(Jump("cashier", Topic.UNIT, 2, "payment"))
    day.settle()
    assert "no agreement" in desk.payment.done.words()
    desk.receive(Jump("cashier", Topic.UNIT, 1, "payment"))
    day.settle()
    assert desk.current() is desk.payment
    assert desk.payment.form.deal().unit_id == 1


def test_overdue_is_red_and_the_next_two_weeks_are_orange(day):
    lines = day.seat("cashier").ask(payment_schedule, day.deal(1).id)
    tones = {line.money: tone_of(line, today()) for line in lines}
    assert tones == {
        "down payment": "danger",
        "instalment": "warn",
        "balance": "",
        "maintenance fund": "warn",
    }
    instalment = next(line for line in lines if line.money == "instalment")
    assert tone_of(instalment, instalment.due_on - timedelta(days=14)) == "warn"
    assert tone_of(instalment, instalment.due_on - timedelta(days=15)) == ""


def test_words_of_a_schedule(day, language):
    made = day.open(ContractsDesk, "consultant")
    made.table.choose(day.deal(1).id)
    day.until(lambda: bool(made.panel.schedule.texts()))
    cells = made.panel.schedule.texts()
    said = {
        "en": {"First payment", "Maintenance fund", "Handing over + 7 days"},
        "zh_CN": {"首期款", "代收维修基金", "交付后 7 天"},
    }[language]
    assert said <= set(cells)
    late = {"en": "3 days overdue", "zh_CN": "逾期 3 天"}[language]
    assert any(late in cell for cell in cells)


def test_the_panel_keeps_what_was_paid_before_a_change(day):
    made = day.open(ContractsDesk, "consultant")
    made.table.choose(day.deal(1).id)
    day.until(lambda: bool(made.panel.schedule.texts()))
    request = day.seat("consultant").do(
        RequestMode(unit=UnitId(1), mode="一次性付款", reason="客户改付全款")
    )
    for seat in (day.seat("manager"), day.seat("head")):
        seat.do(SignRequest(request=RequestId(request)))
    lines = day.seat("consultant").ask(payment_schedule, day.deal(1).id)
    (kept,) = [line for line in lines if line.ended]
    assert kept.why
    day.until(lambda: any(kept.why in cell for cell in made.panel.schedule.texts()))


def test_money_beyond_the_deposit_is_not_measured_by_the_cap_of_a_deposit(day):
    day.seat("cashier").do(TakePayment(unit=UnitId(1), amount=Fen(40_000_000)))
    made = day.open(ContractsDesk, "consultant")
    made.table.choose(day.deal(1).id)
    day.settle()
    facts = made.panel.facts.texts()
    assert "¥441,000.00" in facts[facts.index("Paid of the price") + 1]
    assert not any("at most" in fact for fact in facts)


def test_a_deal_without_agreement_shows_no_schedule(day):
    day.hold(2, 2)
    made = day.open(ContractsDesk, "consultant")
    made.table.choose(day.deal(2).id)
    day.settle()
    assert made.panel.schedule.isHidden()


def test_money_is_shared_out_by_hand_with_keys_and_the_rest_is_shown(day, desk):
    find(day, desk)
    form = desk.payment.form
    press("200000", (CTRL, Qt.Key.Key_H))
    by_kind = {line.money: line.id for line in form._lines}
    down, fund = by_kind["down payment"], by_kind["maintenance fund"]
    assert form.schedule.isHidden()
    assert form.hand.shares() == {
        down: 15_000_000,
        fund: 900_000,
        by_kind["instalment"]: 4_100_000,
    }
    assert "All is shared out" in form.rest.text()
    press(Qt.Key.Key_Space)  # the first line gets nothing
    assert down not in form.hand.shares()
    assert "¥150,000.00 is for no line yet" in form.rest.text()
    form.send()
    day.until(lambda: "150,000.00 of 200,000.00 yuan is for no line" in form.banner.words())
    assert payments(day) == []
    balance = by_kind["balance"]
    form.hand.ticks[balance].click()  # what is for no line yet goes there
    assert form.hand.shares()[balance] == 15_000_000
    form.hand.amounts[fund].setText("9001")
    form.send()
    assert form.hand.amounts[fund].hasFocus()
    assert "marked red" in form.banner.words()
    form.hand.amounts[fund].setText("8000")
    before = opened(day)
    press((ALT, Qt.Key.Key_4), ENTER)
    taken(day)
    after = opened(day)
    assert {kind: before[kind] - after[kind] for kind in before} == {
        "down payment": 0, "maintenance fund": 800_000, "instalment": 4_100_000,
        "balance": 15_000_000,
    }  # fmt: skip
    desk.payment.open_first()
    assert not form.by_hand.isChecked()  # the next one goes to what is due first again


def test_shared_out_is_never_more_than_taken_and_what_others_pay_tears_nothing(day, desk):
    find(day, desk)
    form = desk.payment.form
    press("1000", (CTRL, Qt.Key.Key_H))
    (first, *_), fund = form._lines, form._lines[1]
    form.hand.amounts[fund.id].setText("500")
    form.send()
    assert "¥500.00 more is shared out" in form.banner.words()
    assert payments(day) == []
    day.seat("cashier").do(TakePayment(unit=UnitId(1), amount=Fen(first.open_fen)))
    day.until(lambda: form.overdue.value() == "¥0.00")
    assert form.hand.shares() == {fund.id: 50_000}
    form.hand.amounts[fund.id].clear()
    assert "¥1,000.00" in form.ahead.text()
    form.ahead.setChecked(True)
    form.send()
    day.until(lambda: len(payments(day)) == 2)
    taken(day, 2)
    assert opened(day)["maintenance fund"] == FUND_FEN  # all of it was kept as paid ahead


def test_what_was_paid_ahead_is_shown_and_applied_to_what_is_open(day, desk):
    day.seat("cashier").do(TakePayment(unit=UnitId(1), amount=Fen(200), lines=(), ahead=True))
    day.settle()
    find(day, desk)
    form = desk.payment.form
    day.until(form.apply.isVisible)
    assert form.lies.text() == "Paid ahead: ¥2.00"
    form.apply.click()
    day.until(lambda: form.overdue.value() == "¥149,998.00")
    day.until(form.apply.isHidden)
    assert "¥2.00" in form.banner.words()
    assert len(payments(day)) == 1  # no receipt of its own
