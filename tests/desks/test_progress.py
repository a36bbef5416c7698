"""Building stages at the administration desk: what waits, what comes due, recorded once."""

from decimal import Decimal

import pytest

from salesdesk.desks.admin.window import AdminDesk
from salesdesk.desks.wording import today
from salesdesk.kernel.keys import UnitId
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.sales.commands import Subscribe
from salesdesk.office.sales.due_queries import payment_schedule
from salesdesk.office.sales.mode_commands import SetModeTerms, TermLine
from tests.desks.sales_day import make_office, open_day


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("progress"))


def test_a_stage_is_recorded_and_the_page_shows_what_came_due(made, tmp_path, qtbot):
    day = open_day(made, tmp_path, qtbot)
    desk = day.open(AdminDesk, "manager")
    desk.show_page("progress")
    day.settle()
    page = desk.page("progress")
    assert page.list.model.rowCount() == 0
    half = TermLine(money=MoneyKind.DOWN_PAYMENT, percent=Decimal(50))
    rest = TermLine(
        money=MoneyKind.BALANCE, rest=True, event=DueEvent.PROGRESS, stage="封顶", days=3
    )
    day.seat("manager").do(SetModeTerms(mode="分期付款", lines=(half, rest)))
    day.hold(1, 1)
    day.pay(1, 5_000_000)
    day.approve(1)
    day.seat("consultant").do(Subscribe(unit=UnitId(1), mode="分期付款"))
    day.until(lambda: page.list.model.rowCount() == 1)  # the page has heard of it
    page.list.choose(page.list.model.key_at(0))
    form = page.record_stage()
    assert form.stage.currentText() == "封顶"
    day.until(lambda: form.due.model.rowCount() == 1)
    assert form.sum.text() == "1 amount comes due, ¥500,000.00"
    form.stage.setEditText("nothing")
    day.until(lambda: form.due.model.rowCount() == 0)
    form.stage.setEditText("封顶")
    form.reached.setText("2999-01-01")
    form.yes.click()
    day.settle()
    assert form.isVisible() and form.reached.hasFocus() and form.banner.words()
    form.reached.set_day(today())
    form.yes.click()
    day.settle()
    assert "¥500,000.00 came due" in page.banner.words()
    assert page.list.model.line(0).reached_on == today()
    line = day.seat("cashier").ask(payment_schedule, day.deal(1).id)[-1]
    assert (line.due_on - today()).days == 3
    day.close()
