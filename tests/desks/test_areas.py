"""Measured areas at the contracts desk: noted, asked to be settled, warned of, and on paper."""

import pypdfium2
import pytest

from salesdesk.desks.contracts.areaforms import MeasureDialog, SettleAreaDialog
from salesdesk.desks.contracts.desk import ContractsDesk
from salesdesk.desks.contracts.signforms import DeliverDialog
from salesdesk.desks.contracts.tabs import AREAS
from salesdesk.documents.request import request_pdf
from salesdesk.office.approvals.queries import request_sheet, requests
from salesdesk.office.sales.commands import IdentifyBuyer
from salesdesk.office.sales.signing import FileContract, SignContract
from tests.desks.sales_day import ID_CARD, make_office, open_day


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("areas"))


@pytest.fixture
def day(made, tmp_path, qtbot):
    """A day with one filed contract of 100 m² at 1,000,000 yuan."""
    opened = open_day(made, tmp_path, qtbot)
    opened.hold(1, 1)
    opened.pay(1)
    opened.approve(1)
    opened.subscribe(1)
    manager = opened.seat("manager")
    manager.do(IdentifyBuyer(unit=1, id_number=ID_CARD))
    manager.do(SignContract(unit=1, number="HT-1"))
    manager.do(FileContract(unit=1, number="BA-1"))
    yield opened
    opened.close()


def test_an_area_is_noted_and_its_settlement_asked_for(day):
    desk = day.open(ContractsDesk, "manager")
    assert "settle area" not in desk.panel.buttons
    desk.panel.buttons["measure"].click()
    day.settle()
    form = day.dialog(MeasureDialog)
    form.source.setText("测绘院 2026-08")
    for wrong in ("", "about 100", "0"):
        form.area.setText(wrong)
        form.yes.click()
        day.settle()
        assert form.isVisible() and day.deal(1).area is None
    assert not form.sure.isVisible()
    form.area.setText("196")
    form.yes.click()
    day.until(form.sure.isVisible)
    assert "96.0 %" in form.banner.words() and day.deal(1).area is None
    form.area.setText("96")
    form.yes.click()
    day.until(lambda: day.deal(1).area is not None)
    day.until(lambda: "settle area" in desk.panel.buttons)
    assert desk.tabs.tabText(AREAS).endswith("  1")
    desk.panel.buttons["deliver"].click()
    day.settle()
    keys = day.dialog(DeliverDialog)
    assert keys.banner.words() != ""
    keys.reject()
    desk.panel.buttons["settle area"].click()
    day.settle()
    wish = day.dialog(SettleAreaDialog)
    assert not wish.yes.isEnabled()
    wish.why.setPlainText("实测完成")
    wish.yes.click()
    day.until(lambda: [c.kind.value for c in day.seat("manager").ask(requests)] == ["area"])
    card = day.seat("manager").ask(requests)[0]
    assert card.amount_fen == 5_000_000  # 3 % and twice 1 % of a million yuan
    for language, words in (("zh_CN", "误差超3%"), ("en", "Beyond 3 %")):
        pdf = request_pdf(day.seat("manager").ask(request_sheet, card.id), language)
        with pypdfium2.PdfDocument(pdf) as paper:
            text = "".join(page.get_textpage().get_text_range() for page in paper)
        for part in (words, "-4.00 %", "50,000.00", "96.00"):
            assert part in text
