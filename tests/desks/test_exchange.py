"""A unit exchanged at the contracts desk: chosen by its code, its cost seen first, both deals linked."""

import pypdfium2
import pytest

from salesdesk.desks.contracts.change import ChangeDialog
from salesdesk.desks.contracts.desk import ContractsDesk
from salesdesk.documents.agreement import agreement_pdf
from salesdesk.documents.change import change_pdf
from salesdesk.kernel.keys import RequestId, UnitId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.approvals.queries import requests
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.sales.change_queries import change_paper
from salesdesk.office.sales.exchanging import RequestExchange
from salesdesk.office.sales.queries import agreement_paper
from tests.desks.sales_day import ENTER, make_office, open_day, press


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("exchanges"))


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
    """The form that asks for a change, turned to the exchange."""
    desk = day.open(ContractsDesk, "consultant")
    desk.panel.buttons["change"].click()
    day.settle()
    dialog = day.dialog(ChangeDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData(RequestKind.EXCHANGE.value))
    day.settle()
    return dialog


def exchanged(day):
    """The exchange of 1-1-0101 for 1-1-0201, asked for and signed."""
    head = day.seat("head")
    wish = RequestExchange(unit=UnitId(1), to=UnitId(2), reason="楼层不合适")
    request = RequestId(day.seat("consultant").do(wish))
    for seat in (day.seat("manager"), head):
        seat.do(SignRequest(request=request))


def test_a_unit_is_chosen_by_typing_its_code_and_its_cost_is_seen_first(day, form):
    part = form.exchange
    assert part.list.count() == 7 and not form.yes.isEnabled()
    part.search.setFocus()
    press("0301")
    day.settle()
    assert part.price.fen() == 100_000_000 and part.figures.isVisible()
    form.why.setPlainText("楼层不合适")
    assert form.yes.isEnabled()
    form.yes.click()
    day.until(lambda: len(day.seat("manager").ask(requests)) == 1)
    card = day.seat("manager").ask(requests)[0]
    assert card.kind is RequestKind.EXCHANGE
    assert {f.name: f.value for f in card.changes}["then: unit"] == "1-1-0301"


def test_what_fits_nothing_is_said_and_nothing_can_be_sent(day, form):
    form.exchange.search.setText("9999")
    form.why.setPlainText("x y")
    assert form.exchange.none.text() and not form.yes.isEnabled()


def test_a_unit_taken_meanwhile_is_refused_and_what_was_typed_stays(day, form):
    form.exchange.search.setText("0301")
    day.settle()
    form.why.setPlainText("楼层不合适")
    day.hold(3, 2)
    form.yes.click()
    day.until(lambda: form.banner.words() != "")
    assert form.isVisible() and form.exchange.search.text() == "0301"
    assert day.seat("manager").ask(requests) == ()


def test_each_deal_leads_to_the_other(day):
    exchanged(day)
    desk = day.open(ContractsDesk, "manager")
    assert desk.panel.card.unit == "1-1-0201"
    day.until(desk.panel.versions.isVisible)
    desk.panel.versions.other_wanted.emit(1)
    day.until(lambda: desk.panel.card is not None and desk.panel.card.id == 1)
    day.settle()
    assert desk.panel.card.exchanged_for == "1-1-0201"
    desk.panel.versions.other_wanted.emit(2)
    day.until(lambda: desk.panel.card is not None and desk.panel.card.id == 2)


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh_CN", ("换房变更单", "转入款项")), ("en", ("Unit Exchange", "Goes along"))],
)
def test_the_papers_name_both_units_and_both_agreements(day, language, words):
    exchanged(day)
    seat = day.seat("consultant")
    change = text(change_pdf(seat.ask(change_paper, "BG0000001"), language))
    for part in (*words, "1-1-0101", "1-1-0201", "RG0000001", "RG0000002", "50,000.00"):
        assert part in change
    agreement = text(agreement_pdf(seat.ask(agreement_paper, "RG0000002"), language))
    for part in ("RG0000001", "SJ0000001"):
        assert part in agreement


def text(pdf):
    with pypdfium2.PdfDocument(pdf) as paper:
        return "".join(page.get_textpage().get_text_range() for page in paper)


def test_the_keyboard_is_enough(day, form):
    form.exchange.search.setFocus()
    press("0401")
    day.settle()
    form.why.setFocus()
    press("xx")
    form.yes.setFocus()
    press(ENTER)
    day.until(lambda: len(day.seat("manager").ask(requests)) == 1)
