"""The cashier's reminders: red and orange, letters for what is chosen, promises; the deal says it too."""

from datetime import timedelta

import pytest

from salesdesk.desks.cashier.desk import CashierDesk
from salesdesk.desks.wording import today
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.sales.mode_commands import SetModeTerms, TermLine
from salesdesk.office.sales.reminder_queries import demand_letters, payment_promises
from tests.desks.sales_day import MODE, make_office, open_day


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("reminders"))


@pytest.fixture
def day(made, tmp_path, qtbot):
    opened = open_day(made, tmp_path, qtbot)
    late = TermLine(
        money=MoneyKind.INSTALMENT, rest=True, event=DueEvent.DATE, on=today() - timedelta(days=3)
    )
    opened.seat("manager").do(SetModeTerms(mode=MODE, lines=(late,)))
    opened.hold(1)
    opened.pay(1)
    opened.approve(1)
    opened.subscribe(1)
    yield opened
    opened.close()


def test_letters_and_promises_of_what_is_overdue(day):
    desk = day.open(CashierDesk, "cashier")
    page = desk.reminders
    desk.show_page("reminders")
    day.until(lambda: page.table.model.rowCount() == 1)
    assert not page.write.isEnabled()
    page.table.view.selectRow(0)
    assert page.write.isEnabled()
    assert not page.again.isEnabled()
    (line,) = page.table.model.lines()
    assert line.mark.overdue_days == 3
    page.ask_letters()
    with day.qtbot.waitSignal(desk.printer.opened) as opened:
        page.asking.yes.click()
    opened.args[0].reject()
    (letter,) = day.seat("manager").ask(demand_letters)
    assert (letter.number, letter.stage) == ("CK0000001", "first")
    day.until(lambda: page.table.model.line(0).mark.letter == letter.number)
    assert not page.write.isEnabled()
    assert page.again.isEnabled()
    page.ask_promise()
    form = page.asking
    form.send()
    assert form.form.banner is not None
    assert day.seat("manager").ask(payment_promises) == ()
    form.on.set_day(today() + timedelta(days=3))
    form.yes.click()
    day.until(lambda: page.table.model.line(0).mark.promised_on is not None)
    page.which.setCurrentIndex(page.which.findData("letter"))
    assert page.table.model.rowCount() == 0
