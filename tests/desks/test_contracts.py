"""The contracts desk on a real office: from the hold to the agreement, and back."""

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QDialog

from salesdesk.desks.contracts.buyers import read_share, write_share
from salesdesk.desks.contracts.cancel import CancelDialog
from salesdesk.desks.contracts.desk import ContractsDesk
from salesdesk.desks.contracts.forms import ExtendDialog, IdentifyDialog
from salesdesk.desks.contracts.identity import id_remark
from salesdesk.desks.contracts.pricing import ApproveDialog
from salesdesk.desks.contracts.steps import STAGES, STEPS, next_step, open_steps
from salesdesk.desks.contracts.subscribe import SubscribeDialog
from salesdesk.desks.contracts.tabs import LIVE, PAST, REVIEW
from salesdesk.desks.reception.history import CustomerHistory
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.dialogs import Question
from salesdesk.desks.widgets.preview import PreviewDialog
from salesdesk.desks.wording import now
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import CustomerId, Fen, PersonId
from salesdesk.office.approvals.queries import requests
from salesdesk.office.customers.commands import HandOver
from salesdesk.office.inventory.queries import unit_card
from salesdesk.office.inventory.rules import UNIT, UnitState
from salesdesk.office.ledger.queries import refunds
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.discount_commands import OfferDiscount
from salesdesk.office.sales.discount_rules import DiscountKind
from salesdesk.office.sales.queries import agreement_paper, deals
from salesdesk.office.sales.signing import SignContract
from salesdesk.office.sales.undoing import CancelSubscription
from salesdesk.office.staff.commands import ChangeSetting
from salesdesk.office.staff.rules import DEFAULT_RIGHTS
from tests.desks.conftest import whole_headings
from tests.desks.sales_day import (
    ENTER,
    ID_CARD,
    MODE,
    make_office,
    open_day,
    press,
)

PRICE_FEN = 100_000_000


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("contracts"))


@pytest.fixture
def day(made, tmp_path, qtbot):
    opened = open_day(made, tmp_path, qtbot)
    yield opened
    opened.close()


@pytest.fixture
def ready(day):
    """A unit on hold, its deposit paid and its price approved."""
    day.hold(1, 1)
    day.pay(1)
    day.approve(1)
    return day


def previews():
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, PreviewDialog) and widget.isVisible()
    ]


def close_preview(day):
    day.until(lambda: bool(previews()))
    paper = previews()[-1]
    title = paper.windowTitle()
    paper.close()
    day.settle()
    return title


# --- the list and the panel ------------------------------------------------------------------------


def test_a_consultant_sees_his_own_deals_a_manager_all(day):
    other = PersonId(day.seat("other").person.id)
    day.seat("manager").do(HandOver(customer=CustomerId(2), consultant=other))
    day.hold(1, 1)
    day.hold(2, 2, "other")
    own = day.open(ContractsDesk, "consultant")
    assert [line.unit for line in own.table.model.lines()] == ["1-1-0101"]
    every = day.open(ContractsDesk, "manager")
    assert {line.unit for line in every.table.model.lines()} == {"1-1-0101", "1-1-0201"}


def test_the_list_follows_the_office(day):
    desk = day.open(ContractsDesk, "manager")
    assert desk.table.model.rowCount() == 0
    day.hold(1, 1)
    day.until(lambda: desk.table.model.rowCount() == 1)
    day.pay(1)
    day.until(lambda: desk.panel.card is not None and desk.panel.card.paid_fen > 0)
    assert "approve price" in desk.panel.buttons
    assert "price to check" in desk.table.model.columns[6].text(desk.panel.card)


@pytest.mark.parametrize("words", ["zgf", "曾国", "12345678", "0101"])
def test_a_deal_is_found(day, words):
    day.hold(1, 1)
    day.hold(2, 2)
    desk = day.open(ContractsDesk, "manager")
    press(words)
    day.settle()
    day.settle()
    assert [line.unit for line in desk.table.model.lines()] == ["1-1-0101"]


def test_buttons_are_what_the_lifecycle_and_the_rights_allow(ready):
    card = ready.deal(1)
    for role, paid, approved in product(
        ("consultant", "cashier", "manager", "admin"), (0, 100), (False, True)
    ):
        rights = frozenset(name for name, roles in DEFAULT_RIGHTS.items() if role in roles)
        for state in UnitState:
            shown = type(card)(
                **{
                    name: getattr(card, name)
                    for name in card.__dataclass_fields__
                    if name not in {"state", "paid_fen", "price_approved"}
                },
                state=state.value,
                paid_fen=paid,
                price_approved=approved,
            )
            steps = {step.name for step in open_steps(shown, rights)}
            assert steps <= {step.name for step in STEPS if step.right in rights}
            others = {
                "identify",
                "print agreement",
                "buying plan",
                "ask for a price",
                "ask to cancel",
            }
            assert steps - others <= UNIT.open_to(state)
            assert "ask to cancel" not in steps or "cancel" in UNIT.open_to(state)
            assert "ask for a price" not in steps or "approve price" in UNIT.open_to(state)
            assert not (paid and "let go" in steps)
            following = next_step(shown)
            lawful = {"", "identify"} | UNIT.open_to(state)
            assert following in lawful


def test_let_go_asks_why(day):
    day.hold(1, 1)
    desk = day.open(ContractsDesk, "consultant")
    desk.panel.buttons["let go"].click()
    question = day.dialog(Question)
    question.why.setPlainText("客户改看 8 楼")
    question.yes.click()
    day.until(lambda: desk.table.model.rowCount() == 0)
    assert day.deal(1) is None


def test_extending_a_hold(day):
    day.hold(1, 1)
    before = day.deal(1).until
    desk = day.open(ContractsDesk, "consultant")
    desk.panel.buttons["extend"].click()
    day.settle()
    dialog = day.dialog(ExtendDialog)
    dialog.minutes.setCurrentIndex(dialog.minutes.findData(60))
    press(ENTER)
    day.until(lambda: day.deal(1).until > before)


# --- price and subscription ---------------------------------------------------------------------------


def test_a_price_above_the_list_is_refused_below_is_allowed(day):
    day.hold(1, 1)
    day.pay(1)
    desk = day.open(ContractsDesk, "manager")
    desk.table.view.setFocus()
    press(ENTER)
    day.settle()
    dialog = day.dialog(ApproveDialog)
    assert dialog.price.fen() == PRICE_FEN
    dialog.price.setText("1,000,000.01")
    dialog.note.setText("试")
    press(ENTER)
    day.settle()
    assert "R-08" in dialog.banner.words()
    assert (dialog.price.text(), dialog.note.text()) == ("1,000,000.01", "试")
    dialog.price.setText("98万")
    dialog.send()
    day.until(lambda: day.deal(1).price_approved)
    assert day.deal(1).price_fen == 98_000_000
    day.settle()
    assert "2.00 %" in " ".join(desk.panel.facts.texts())


def test_discounts_are_ticked_in_their_order_and_make_the_price(day):
    kinds = DiscountKind
    day.seat("manager").do(OfferDiscount(name="98折", kind=kinds.PERCENTAGE, percent=Decimal(98)))
    day.seat("manager").do(OfferDiscount(name="减1万", kind=kinds.WAIVER, amount=Fen(1_000_000)))
    day.seat("manager").do(
        OfferDiscount(name="特价", kind=kinds.FIXED_TOTAL, amount=Fen(1_000_000), exclusive=True)
    )
    day.hold(1, 1)
    day.pay(1)
    desk = day.open(ContractsDesk, "manager")
    desk.table.view.setFocus()
    press(ENTER)
    day.settle()
    dialog = day.dialog(ApproveDialog)
    items = {
        dialog.discounts.box.topLevelItem(n).text(0): dialog.discounts.box.topLevelItem(n)
        for n in range(3)
    }
    items["减1万"].setCheckState(0, Qt.CheckState.Checked)
    items["98折"].setCheckState(0, Qt.CheckState.Checked)
    day.settle()
    expected = round((PRICE_FEN - 1_000_000) * 0.98)
    assert dialog.price.fen() == expected and dialog.price.isReadOnly()
    assert dialog.discounts.steps.text().splitlines()[0].startswith("减1万")
    items["特价"].setCheckState(0, Qt.CheckState.Checked)
    day.settle()
    assert "特价" in dialog.banner.words()
    items["特价"].setCheckState(0, Qt.CheckState.Unchecked)
    day.settle()
    dialog.yes.click()
    day.until(lambda: day.deal(1).price_approved)
    assert day.deal(1).price_fen == expected


def test_the_subscription_by_keyboard_alone(ready):
    desk = ready.open(ContractsDesk, "consultant")
    press("0101", ENTER, ENTER)
    dialog = ready.dialog(SubscribeDialog)
    ready.settle()
    buyer = dialog.buyers.forms[0]
    assert (buyer.name.text(), buyer.phone.number()) == ("曾国藩", "13812345678")
    assert buyer.share.text() == "100"
    press(Qt.Key.Key_Down)
    assert dialog.mode.currentData() == MODE
    press(Qt.Key.Key_Tab, "10")
    while not buyer.number.hasFocus():
        press(Qt.Key.Key_Tab)
    press(ID_CARD)
    assert "1949-12-31" in buyer.form._wrongs["id_number"].text()
    press(ENTER)
    title = close_preview(ready)
    assert title == "Agreement RG0000001"
    sheet = ready.seat("consultant").ask(agreement_paper, "RG0000001")
    assert sheet.buyers[0].id_number == ID_CARD
    assert sheet.sign_within_days == 10
    assert ready.deal(1).state == "subscribed"
    assert desk.panel.card.agreement == "RG0000001"
    assert "曾国藩" in " ".join(desk.panel.buyers.texts())


def test_return_twice_makes_one_agreement(ready):
    desk = ready.open(ContractsDesk, "consultant")
    desk._take("subscribe")
    dialog = ready.dialog(SubscribeDialog)
    ready.settle()
    dialog.mode.setCurrentIndex(0)
    dialog.send()
    dialog.send()
    press(ENTER)
    ready.settle()
    assert close_preview(ready) == "Agreement RG0000001"


def test_a_wrong_id_number_is_marked_and_nothing_is_lost(ready):
    desk = ready.open(ContractsDesk, "consultant")
    desk._take("subscribe")
    dialog = ready.dialog(SubscribeDialog)
    ready.settle()
    buyer = dialog.buyers.forms[0]
    dialog.mode.setCurrentIndex(2)
    dialog.note.setText("赠送车位")
    buyer.number.setText("110105194912310021")
    assert "check digit" in buyer.form._wrongs["id_number"].text()
    dialog.send()
    ready.settle()
    assert not ready.deal(1).agreement
    assert dialog.isVisible()
    assert (dialog.note.text(), buyer.number.text()) == ("赠送车位", "110105194912310021")


def test_a_refusal_of_the_office_keeps_the_form(ready):
    """The cashier voids the receipt while the form is being filled in."""
    desk = ready.open(ContractsDesk, "consultant")
    desk._take("subscribe")
    dialog = ready.dialog(SubscribeDialog)
    ready.settle()
    dialog.mode.setCurrentIndex(1)
    dialog.note.setText("备注保留")
    dialog.card = ready.deal(1)
    ready.seat("manager").do(CancelSubscription(unit=1, fault=Fault.NONE, reason="客户反悔"))
    dialog.send()
    ready.settle()
    assert dialog.banner.words()
    assert dialog.isVisible()
    assert dialog.note.text() == "备注保留"


def test_two_buyers_share_and_the_shares_must_be_whole(ready):
    desk = ready.open(ContractsDesk, "consultant")
    desk._take("subscribe")
    dialog = ready.dialog(SubscribeDialog)
    ready.settle()
    dialog.mode.setCurrentIndex(0)
    dialog.buyers.add()
    press("李秀英")
    first, second = dialog.buyers.forms
    assert (first.share.text(), second.share.text()) == ("50", "50")
    first.share.setText("70.005")
    first.share.textEdited.emit("70.005")
    dialog.send()
    assert "two decimals" in first.form._wrongs["share"].text()
    assert first.share.text() == "70.005"
    first.share.setText("70")
    first.share.textEdited.emit("70")
    dialog.send()
    assert "100 %" in dialog.banner.words()
    second.share.setText("30")
    dialog.send()
    close_preview(ready)
    sheet = ready.seat("manager").ask(agreement_paper, "RG0000001")
    assert [(b.name, b.share_bp) for b in sheet.buyers] == [("曾国藩", 7000), ("李秀英", 3000)]


def test_the_form_may_be_prepared_while_the_customer_pays(day):
    day.hold(1, 1)
    desk = day.open(ContractsDesk, "consultant")
    desk.panel.buttons["subscribe"].click()
    dialog = day.dialog(SubscribeDialog)
    day.settle()
    assert not dialog.yes.isEnabled()
    before = day.deal(1).until
    dialog._extend.click()
    day.until(lambda: day.deal(1).until > before)
    dialog.note.setText("先写着")
    day.pay(1)
    day.approve(1)
    day.until(dialog.yes.isEnabled)
    assert dialog.note.text() == "先写着"
    dialog.reject()


def test_a_missing_id_number_is_given_later(ready):
    ready.subscribe(1)
    desk = ready.open(ContractsDesk, "consultant")
    assert desk.panel.card.id_missing
    desk.panel.buttons["identify"].click()
    ready.settle()
    dialog = ready.dialog(IdentifyDialog)
    dialog.number.setText("11010519491231002")
    dialog.send()
    assert dialog.form._wrongs["id_number"].text()
    dialog.number.setText(ID_CARD)
    dialog.send()
    ready.until(lambda: not ready.deal(1).id_missing)
    ready.until(lambda: "identify" not in desk.panel.buttons)


def test_nothing_of_the_panel_is_cut_at_its_side(ready, language):
    """Words that need more than half the width have a row of their own."""
    ready.subscribe(1)
    desk = ready.open(ContractsDesk, "consultant")
    desk.resize(1170, 560)
    ready.settle()
    panel = desk.panel
    assert panel.widget().width() <= panel.viewport().width()
    for made in panel.buttons.values():
        assert made.width() >= made.sizeHint().width(), made.text()
    room = panel.viewport()
    for mark in (panel.heading, panel._flag, panel._state):
        right = mark.mapTo(room, mark.rect().topRight()).x()
        assert 0 < right < room.width(), mark.text()


def test_where_no_deal_is_chosen_nothing_scrolls(ready):
    ready.subscribe(1)
    desk = ready.open(ContractsDesk, "consultant")
    desk.resize(1170, 560)
    ready.settle()
    assert desk.panel.verticalScrollBar().maximum() > 0
    desk.show_page("default")
    ready.settle()
    assert desk.panel.card is None
    assert desk.panel.verticalScrollBar().maximum() == 0


# --- cancelling and taking back ------------------------------------------------------------------------


@pytest.mark.parametrize("fault", list(Fault))
@pytest.mark.parametrize("above", [False, True])
def test_the_money_shown_before_cancelling_is_what_becomes_of_it(ready, fault, above):
    if above:
        ready.approve(1, 10_000_000)  # the deposit is now above 20 % of the price
    desk = ready.open(ContractsDesk, "manager")
    desk.panel.buttons["cancel"].click()
    dialog = ready.dialog(CancelDialog)
    assert not dialog.yes.isEnabled()
    dialog.faults[fault].setChecked(True)
    assert not dialog.yes.isEnabled()
    dialog.reason.setPlainText("客户资金不足")
    shown = dialog.fate()
    answers = []
    dialog.carried.connect(answers.append)
    dialog.yes.click()
    if fault is not Fault.NONE:  # nobody alone keeps or doubles it, and nothing can be signed yet
        ready.until(lambda: "without fault" in dialog.banner.words())
        assert dialog.ask_for_it.isHidden() and not answers
        return
    ready.until(lambda: bool(answers))
    (answer,) = answers
    assert answer["kept_fen"] == shown.kept_fen
    assert answer["returned_fen"] == shown.returned_fen
    assert answer["doubled_fen"] == shown.doubled_fen
    assert answer["owed_fen"] == shown.to_pay_fen
    ready.settle()
    assert desk.table.model.rowCount() == 0
    desk.tabs.setCurrentIndex(REVIEW)
    ready.settle()
    assert desk.table.model.line(0).state == "in review"


@pytest.mark.usefixtures("language")
def test_a_lot_with_a_long_number_is_shown_whole(ready):
    desk = ready.open(ContractsDesk, "manager")
    ready.until(lambda: desk.panel.card is not None)
    panel = desk.panel
    panel.show_card(replace(panel.card, unit="地下车库-0-B1.006", until=now(), id_missing=True))
    panel.setFixedWidth(360)
    ready.settle()
    assert panel.widget().minimumSizeHint().width() <= panel.viewport().width()
    assert len(panel.buttons) > 3
    for offered in panel.buttons.values():
        assert offered.width() >= offered.sizeHint().width(), offered.text()


def test_the_customers_history_tells_where_the_money_of_an_ended_deal_is(ready):
    """Not that nothing was paid: that is how it looks once all of it went back."""
    history = CustomerHistory()
    ready.qtbot.addWidget(history)
    history.show_deals(ready.seat("manager").ask(deals))
    assert "paid ¥50,000.00" in " ".join(history.texts())
    ready.seat("manager").do(CancelSubscription(unit=1, fault=Fault.NONE, reason="贷款未批"))
    history.show_deals(ready.seat("manager").ask(deals, live_only=False))
    said = " ".join(history.texts())
    assert "¥50,000.00 back to the buyer" in said
    assert "paid" not in said and "kept" not in said


def test_taking_back_flags_an_open_refund(ready):
    ready.seat("manager").do(CancelSubscription(unit=1, fault=Fault.NONE, reason="贷款未批"))
    desk = ready.open(ContractsDesk, "manager")
    desk.tabs.setCurrentIndex(REVIEW)
    ready.settle()
    desk.panel.buttons["accept back"].click()
    ready.settle()
    question = ready.dialog(Question)
    texts = " ".join(label.text() for label in question.findChildren(type(desk.count)))
    assert "¥50,000.00 has not been paid" in texts
    question.why.setPlainText("房屋完好")
    question.yes.click()
    ready.until(lambda: ready.seat("manager").ask(unit_card, 1).state is UnitState.HELD_BACK)
    assert ready.seat("manager").ask(refunds, unpaid=True)
    ready.settle()
    desk.tabs.setCurrentIndex(PAST)
    ready.settle()
    assert desk.table.model.line(0).back_fen == 5_000_000


def test_jumps_open_the_form_asked_for(ready):
    desk = ready.open(ContractsDesk, "manager")
    desk.receive(Jump("contracts", Topic.UNIT, 1, "cancel"))
    ready.settle()
    ready.dialog(CancelDialog).reject()
    desk.receive(Jump("contracts", Topic.UNIT, 1, "subscribe"))
    ready.settle()
    ready.dialog(SubscribeDialog).reject()
    ready.seat("manager").do(CancelSubscription(unit=1, fault=Fault.NONE, reason="贷款未批"))
    desk.receive(Jump("contracts", Topic.UNIT, 1))
    ready.settle()
    assert desk.shown_tab() == REVIEW
    assert desk.panel.card.unit_id == 1
    desk.receive(Jump("contracts", Topic.CUSTOMER, 2))
    ready.settle()
    assert desk.shown_tab() == LIVE


def test_the_deposit_is_taken_at_the_cashiers_desk(day):
    day.hold(1, 1)
    desk = day.open(ContractsDesk, "cashier")
    jumps = []
    desk.jump.connect(jumps.append)
    desk.panel.buttons["take deposit"].click()
    assert jumps == [Jump("cashier", Topic.UNIT, 1, "deposit")]
    assert set(desk.panel.buttons) == {"take deposit"}


# --- small things -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "share"),
    [("100", 10_000), ("33.34", 3_334), ("50 %", 5_000), ("0", None), ("101", None), ("x", None),
     ("33.333", None), ("", None), ("nan", None), ("1e400", None)],
)  # fmt: skip
def test_shares(text, share):
    assert read_share(text) == share
    if share is not None:
        assert read_share(write_share(share)) == share


@pytest.mark.parametrize(
    ("number", "finished", "wrong"),
    [(ID_CARD, False, False), (ID_CARD.lower(), False, False), ("1101", False, False),
     ("1101", True, True), ("110105194912310021", False, True), ("130503670401001", False, False),
     ("", True, False), ("1" * 19, False, True)],
)  # fmt: skip
def test_an_id_number_is_judged_when_it_is_long_enough(number, finished, wrong):
    assert id_remark("resident", number, finished=finished)[1] is wrong
    assert id_remark("passport", number, finished=finished) == ("", False)


def test_every_form_in_both_languages_and_colours(ready, language, colours):
    ready.hold(2, 2)
    desk = ready.open(ContractsDesk, "manager")
    assert not desk.grab().isNull()
    for name in ("subscribe", "cancel", "approve price"):
        desk.table.choose(ready.deal(1).id)
        desk._take(name)
        ready.settle()
        dialog = ready.dialog(QDialog)
        assert not dialog.grab().isNull()
        dialog.reject()
    desk.tabs.setCurrentIndex(PAST)
    ready.settle()
    assert (desk.tabs.tabText(PAST) == "Past") is (language == "en")


def test_no_heading_of_the_list_or_the_way_is_cut_at_1366_pixels(day):
    """In English, the longer language; the way of a deal stands in the panel beside the list."""
    day.hold(1, 1)
    desk = day.open(ContractsDesk, "manager")
    assert whole_headings(desk.table) == 8
    bar = desk.panel.bar
    wide = bar.width() / len(STAGES) - 2
    for strong in (False, True):
        metrics = QFontMetricsF(bar.name_font(wide, strong=strong))
        assert bar._names
        for name in bar._names.values():
            assert metrics.horizontalAdvance(name) <= wide + 1, (name, wide)


def test_a_contract_is_asked_to_be_cancelled_where_the_office_wants_signatures(ready):
    """The refusal has the way on, one click away; what was typed is what is asked for."""
    ready.seat("admin").do(ChangeSetting(name="cancel_by_request", value="true"))
    ready.identify()
    ready.subscribe(1)
    ready.seat("consultant").do(SignContract(unit=1, number="HT-1"))
    desk = ready.open(ContractsDesk, "manager")
    assert {"cancel", "ask to cancel"} <= set(desk.panel.buttons)
    desk.panel.buttons["cancel"].click()
    ready.settle()
    dialog = ready.dialog(CancelDialog)
    dialog.faults[Fault.NONE].setChecked(True)
    dialog.reason.setPlainText("贷款未批")
    assert dialog.ask_for_it.isHidden()
    dialog.yes.click()
    ready.until(lambda: not dialog.ask_for_it.isHidden())
    assert "HT-1" not in dialog.banner.words() and not ready.seat("manager").ask(requests)
    dialog.ask_for_it.click()
    ready.until(lambda: len(ready.seat("manager").ask(requests)) == 1)
    card = ready.seat("manager").ask(requests)[0]
    assert (card.kind.value, card.reason) == ("cancellation", "贷款未批")
    assert ready.deal(1).state == "signed"
