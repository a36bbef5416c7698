"""Changes to a deal at the contracts desk: asked for in one form, seen as versions, printed."""

from datetime import timedelta

import pypdfium2
import pytest
from PySide6.QtWidgets import QPushButton

from salesdesk.desks.contracts.change import ChangeDialog
from salesdesk.desks.contracts.desk import ContractsDesk
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.preview import PreviewDialog
from salesdesk.documents.change import change_pdf
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import RequestId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.approvals.queries import requests
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.sales.change_queries import change_paper
from salesdesk.office.sales.changing import RequestExtension
from tests.desks.sales_day import ID_CARD, make_office, open_day


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("changes"))


@pytest.fixture
def day(made, tmp_path, qtbot):
    """A day with one subscribed deal."""
    opened = open_day(made, tmp_path, qtbot)
    opened.hold(1, 1)
    opened.pay(1)
    opened.approve(1)
    opened.subscribe(1)
    yield opened
    opened.close()


@pytest.fixture
def form(day):
    """The form that asks for a change, at the consultant's desk."""
    desk = day.open(ContractsDesk, "consultant")
    desk.panel.buttons["change"].click()
    day.settle()
    return day.dialog(ChangeDialog)


def asked(day):
    return day.seat("manager").ask(requests)


def test_a_later_day_is_asked_for_signed_and_seen_in_the_versions(day, form, qtbot):
    desk = form.parent()
    assert form.parts[RequestKind.EXTENSION].isVisible() and not form.yes.isEnabled()
    later = day.deal(1).sign_by + timedelta(days=3)
    form.to.setText(later.isoformat())
    form.why.setPlainText("按揭银行放款延后")
    form.yes.click()
    day.until(lambda: len(asked(day)) == 1)
    assert not desk.panel.versions.isVisible()
    day.until(desk.panel.waits.isVisible)
    with qtbot.waitSignal(desk.jump) as went:
        desk.panel.waits.findChild(QPushButton).click()
    assert went.args[0] == Jump("approvals", Topic.REQUEST, asked(day)[0].id)
    day.seat("manager").do(SignRequest(request=RequestId(asked(day)[0].id)))
    day.until(lambda: desk.panel.card.sign_by == later)
    assert not desk.panel.waits.isVisible()
    day.until(desk.panel.versions.isVisible)
    desk.panel.versions.wanted.emit("BG0000001")
    day.until(lambda: day.dialog(PreviewDialog).isVisible())
    day.dialog(PreviewDialog).close()


def test_a_refusal_keeps_what_was_typed(day, form):
    form.to.setText((day.deal(1).sign_by - timedelta(days=1)).isoformat())
    form.why.setPlainText("x y")
    form.yes.click()
    day.until(lambda: form.banner.words() != "")
    assert form.isVisible() and form.why.toPlainText() == "x y"
    assert form.yes.isEnabled() and not asked(day)


def test_the_kind_decides_what_is_asked(form):
    for at, kind in enumerate(
        (
            RequestKind.EXTENSION,
            RequestKind.PAYMENT_MODE,
            RequestKind.NAMES,
            RequestKind.CANCELLATION,
            RequestKind.PRICE,
            RequestKind.EXCHANGE,
        )
    ):
        form.kind.setCurrentIndex(at)
        assert [k for k, part in form.parts.items() if part.isVisible()] == [kind]
        assert form.told.text()


def test_the_mode_there_is_is_not_offered_again(day, form):
    form.kind.setCurrentIndex(1)
    modes = {form.mode.itemData(at) for at in range(form.mode.count())}
    assert modes and day.deal(1).mode not in modes
    form.mode.setCurrentIndex(0)
    form.why.setPlainText("改一次性")
    form.yes.click()
    day.until(lambda: [card.kind.value for card in asked(day)] == ["payment mode"])


def test_names_begin_with_who_buys_and_want_every_id(day, form):
    form.kind.setCurrentIndex(2)
    day.until(lambda: form.buyers.forms[0].name.text() == day.deal(1).customer)
    form.buyers.forms[0].name.setText("李芳")
    form.why.setPlainText("转给配偶")
    form.yes.click()
    day.until(lambda: form.banner.words() != "")
    form.buyers.forms[0].number.setText(ID_CARD)
    form.yes.click()
    day.until(lambda: [card.kind.value for card in asked(day)] == ["names"])


@pytest.mark.parametrize(("language", "words"), [("zh_CN", "变更前"), ("en", "Before")])
def test_the_paper_says_what_was_and_what_is(day, form, language, words):
    form.reject()
    later = day.deal(1).sign_by + timedelta(days=3)
    request = day.seat("consultant").do(RequestExtension(unit=1, to=later, reason="放款延后"))
    day.seat("manager").do(SignRequest(request=RequestId(request)))
    pdf = change_pdf(day.seat("consultant").ask(change_paper, "BG0000001"), language)
    with pypdfium2.PdfDocument(pdf) as paper:
        text = "".join(page.get_textpage().get_text_range() for page in paper)
    for part in (words, "BG0000001", "1-1-0101", "放款延后", "赵敏", str(later.year)):
        assert part in text


def test_a_cancellation_says_what_becomes_of_the_deposit_before_it_is_asked_for(day, form):
    form.kind.setCurrentIndex(3)
    form.why.setPlainText("客户反悔")
    assert not form.yes.isEnabled()
    form.fault.setCurrentIndex(form.fault.findData("buyer"))
    assert "50,000.00" in form.told.text() and form.yes.isEnabled()
    form.yes.click()
    day.until(lambda: not form.banner.isHidden())  # nobody served him a notice
    assert asked(day) == ()
    form.fault.setCurrentIndex(form.fault.findData("seller"))
    form.yes.click()
    day.until(lambda: [card.kind.value for card in asked(day)] == ["cancellation"])


def test_another_price_is_asked_for_with_its_mode(day, form):
    form.kind.setCurrentIndex(4)
    day.until(lambda: form.new_mode.count() > 1)
    assert form.new_mode.currentData() == ""
    form.price.clear()
    form.why.setPlainText("客户异议")
    assert not form.yes.isEnabled()
    form.price.set_fen(day.deal(1).price_fen - 100_000)
    form.yes.click()
    day.until(lambda: [card.kind.value for card in asked(day)] == ["price"])
    told = {fact.name: fact.value for fact in asked(day)[0].changes}
    assert told == {"then: deal price": str(day.deal(1).price_fen - 100_000)}


def test_a_price_above_the_list_is_refused_in_the_form_and_stays_typed(day, form):
    form.kind.setCurrentIndex(4)
    above = day.deal(1).list_total_fen + 100
    form.price.set_fen(above)
    form.why.setPlainText("客户异议")
    form.yes.click()
    day.until(lambda: form.banner.words() != "")
    assert form.price.fen() == above and not asked(day)
