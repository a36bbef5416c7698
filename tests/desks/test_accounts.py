"""The cashier's lists for the accountant: receivables by age."""

import pytest

from salesdesk.desks.cashier.desk import CashierDesk
from salesdesk.office.sales.ageing import AgeingBy
from tests.desks.sales_day import make_office, open_day


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("accounts"))


@pytest.fixture
def day(made, tmp_path, qtbot):
    opened = open_day(made, tmp_path, qtbot)
    yield opened
    opened.close()


def test_receivables_go_from_a_building_to_its_deals_and_to_the_unit(day):
    day.hold(1)
    day.pay(1)
    day.approve(1)
    day.subscribe(1)
    desk = day.open(CashierDesk, "cashier")
    page = desk.ageing
    desk.show_page("ageing")
    day.until(lambda: page.table.model.rowCount() == 1)
    (line,) = page.table.model.lines()
    total = line.open_fen
    page.by.setCurrentIndex(page.by.findData(AgeingBy.BUILDING))
    day.until(lambda: page.table.model.line(0).unit == "")
    assert page.table.model.line(0).open_fen == total
    page.table.opened.emit(page.table.model.line(0))
    day.until(lambda: page.table.model.line(0).unit != "")
    assert page.by.currentData() == AgeingBy.DEAL
    assert not page.whole.isHidden()
    with day.qtbot.waitSignal(page.jump) as jumped:
        page.table.opened.emit(page.table.model.line(0))
    assert jumped.args[0].desk == "board"
    page.whole.click()
    day.until(page.whole.isHidden)
