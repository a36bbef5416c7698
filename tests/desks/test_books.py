"""Receipt books at the desk: the manager keeps them, the cashier writes a form off."""

import pytest

from salesdesk.desks.cashier.books import (
    BooksDialog,
    IssueBookDialog,
    RegisterBookDialog,
    ReturnBookDialog,
)
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.dialogs import Question
from salesdesk.office.ledger.book_queries import receipt_books
from tests.desks.sales_day import make_office, open_day


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("cashier"))


@pytest.fixture
def day(made, tmp_path, qtbot):
    opened = open_day(made, tmp_path, qtbot)
    yield opened
    opened.close()


def shown(day, login):
    link = Link(day.seat(login))
    day.links.append(link)
    dialog = BooksDialog(link)
    day.qtbot.addWidget(dialog)
    dialog.show()
    day.settle()
    return dialog


def test_a_book_is_registered_issued_used_and_taken_back(day):
    keeper = shown(day, "manager")
    keeper.register.click()
    form = day.dialog(RegisterBookDialog)
    for field, typed in ((form.book, "甲"), (form.first, "0001"), (form.last, "0050")):
        field.setText(typed)
    form.yes.click()
    day.until(lambda: keeper.table.model.rowCount() == 1)
    keeper.table.choose(1)
    assert not keeper.back.isEnabled()
    keeper.issue.click()
    form = day.dialog(IssueBookDialog)
    day.until(lambda: form.person.count() == 1)
    form.yes.click()
    day.until(lambda: keeper.table.model.line(0).holder == "林静")

    writer = shown(day, "cashier")
    assert writer.register.isHidden() and writer.issue.isHidden()
    writer.spoil.click()
    question = day.dialog(Question)
    question.why.setPlainText("卡纸")
    question.yes.click()
    day.until(lambda: "0001" in writer.banner.words())

    keeper.refresh()
    day.until(lambda: keeper.table.model.line(0).spoiled == 1)
    keeper.table.choose(1)
    keeper.back.click()
    form = day.dialog(ReturnBookDialog)
    form.unused.setValue(50)
    form.yes.click()
    day.until(lambda: "49" in form.banner.words())
    form.unused.setValue(49)
    form.yes.click()
    day.until(lambda: keeper.table.model.line(0).returned_at is not None)
    (line,) = day.seat("manager").ask(receipt_books)
    assert (line.unused, line.holder_id, line.next) == (49, None, "0002")
