"""The approvals desk on a real office: asked for on the board, signed by three at one machine."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from salesdesk.desks.approvals.desk import ALL, INBOX, MINE, RESERVED, ApprovalsDesk
from salesdesk.desks.approvals.sign import SignDialog
from salesdesk.desks.approvals.words import fact
from salesdesk.desks.board.reserveform import ReserveDialog
from salesdesk.desks.board.steps import open_steps
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.dialogs import Question
from salesdesk.desks.widgets.preview import PreviewDialog
from salesdesk.desks.wording import say, today
from salesdesk.kernel.keys import CustomerId, UnitId
from salesdesk.office.approvals.queries import request_sheet, requests
from salesdesk.office.approvals.rules import RequestState
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.entrance import open_office
from salesdesk.office.inventory.queries import unit_card
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.sales.reserving import RequestReservation
from tests.desks.sales_day import SalesDay
from tests.furnished import PASSWORD, copied, make, seat


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("approvals") / "template.office"
    make(path)
    return path


@pytest.fixture
def day(made, tmp_path, qtbot):
    office = open_office(copied(made, tmp_path))
    opened = SalesDay(office, qtbot)
    for login in ("consultant", "head", "deputy", "general", "manager", "reception", "admin"):
        opened.seats[login] = seat(office, login)
    yield opened
    opened.close()


@pytest.fixture
def asked(day):
    """A request of the consultant for the sixth unit, for a customer of his."""
    who = day.seat("reception").do(
        RegisterVisit(manner=Manner.VISIT, name="王小明", phone="13812345678", project=1)
    )
    answer = day.seat("consultant").do(
        RequestReservation(
            unit=UnitId(6), customer=CustomerId(who["customer"]),
            until=today() + timedelta(days=5), reason="等配偶来看",
        )
    )  # fmt: skip
    return answer["request"]


def gone(dialog):
    """Whether a form closed, and went away."""
    return lambda: not isValid(dialog) or not dialog.isVisible()


def state(day, request):
    return day.seat("manager").ask(requests, request=request)[0].state


def sign(day, dialog, login, password=PASSWORD, decision=Qt.Key.Key_Return):
    dialog.login.setText(login)
    dialog.password.setFocus()
    QTest.keyClicks(dialog.password, password)
    QTest.keyClick(dialog.password, decision)
    day.settle()


def test_three_people_sign_at_one_machine_and_the_consultant_stays_signed_in(day, asked):
    desk = day.open(ApprovalsDesk, "consultant")
    assert desk.tabs.currentIndex() == MINE
    assert desk.panel.card.id == asked
    assert not desk.panel.sign.isVisible() and desk.panel.here.isVisible()
    for login in ("head", "deputy", "general"):
        desk.panel.here.click()
        dialog = desk.doings.asking
        assert isinstance(dialog, SignDialog)
        assert dialog.login.text() == "" and not dialog.yes.isEnabled()
        sign(day, dialog, login)
        day.until(gone(dialog))
    assert state(day, asked) is RequestState.APPROVED
    assert [s.person for s in desk.panel.card.signatures] == [
        "head one",
        "deputy one",
        "general one",
    ]
    assert desk.link.seat.person.login == "consultant"
    desk.tabs.setCurrentIndex(RESERVED)
    assert [line.unit for line in desk.reserved.model.lines()] == ["1-1-0302"]
    assert desk.give_up.isEnabled()
    desk.give_up.click()
    question = desk.doings.asking
    assert isinstance(question, Question)
    question.why.setPlainText("不要了")
    question.yes.click()
    day.settle()
    assert day.seat("manager").ask(unit_card, 6).state is UnitState.HELD_BACK
    assert desk.reserved.model.rowCount() == 0


def test_signing_asks_for_the_password_again_and_keeps_what_was_typed(day, asked):
    desk = day.open(ApprovalsDesk, "head")
    assert desk.tabs.currentIndex() == INBOX
    assert desk.panel.sign.isVisible()
    desk.table.view.setFocus()
    QTest.keyClick(desk.table.view, Qt.Key.Key_Return)
    dialog = desk.doings.asking
    assert dialog.login.text() == "head"
    dialog.comment.setPlainText("同意")
    sign(day, dialog, "head", "wrong-password")
    assert dialog.isVisible() and dialog.banner.words()
    assert (dialog.comment.toPlainText(), dialog.password.text()) == ("同意", "")
    sign(day, dialog, "deputy")  # not his turn: refused with who is next
    assert "head one" in dialog.banner.words()
    sign(day, dialog, "head")
    day.until(gone(dialog))
    assert desk.table.model.rowCount() == 0
    assert day.seat("manager").ask(requests, request=asked)[0].signatures[0].comment == "同意"


def test_it_is_rejected_with_words_and_asked_for_again(day, asked):
    desk = day.open(ApprovalsDesk, "consultant")
    desk.panel.here.click()
    dialog = desk.doings.asking
    dialog.login.setText("head")
    dialog.password.setText(PASSWORD)
    assert dialog.yes.isEnabled() and not dialog.reject_it.isEnabled()
    dialog.comment.setPlainText("暂不留房")
    dialog.reject_it.click()
    day.settle()
    assert state(day, asked) is RequestState.REJECTED
    desk.panel.restart.click()
    desk.doings.asking.yes.click()
    day.settle()
    assert state(day, asked + 1) is RequestState.PENDING
    desk.table.choose(asked + 1)
    desk.panel.withdraw.click()
    desk.doings.asking.why.setPlainText("不要了")
    desk.doings.asking.yes.click()
    day.settle()
    assert state(day, asked + 1) is RequestState.WITHDRAWN


def test_the_form_is_printed_with_its_signatures(day, asked):
    desk = day.open(ApprovalsDesk, "manager")
    desk.tabs.setCurrentIndex(ALL)
    desk.panel.print.click()
    found = lambda: [  # noqa: E731
        w for w in QApplication.topLevelWidgets() if isinstance(w, PreviewDialog) and w.isVisible()
    ]
    day.until(lambda: bool(found()))
    found()[0].close()
    day.settle()


def test_empty_lists_teach(day):
    desk = day.open(ApprovalsDesk, "manager")
    words = set()
    for tab in (INBOX, MINE, ALL):
        desk.tabs.setCurrentIndex(tab)
        words.add(desk._empty.findChildren(type(desk.count))[0].text())
    assert len(words) == 3
    desk.tabs.setCurrentIndex(RESERVED)
    assert desk.reserved.model.rowCount() == 0 and not desk.give_up.isEnabled()
    assert len(desk.views()) == 5 and desk.keys()
    panel = desk.panel
    assert panel.widget().minimumSizeHint().width() <= panel.viewport().width()  # nothing is cut


def test_the_board_asks_for_a_reservation(day, asked):
    consultant = day.seat("consultant")
    names = {s.step for s in open_steps([UnitState.AVAILABLE], consultant.rights, several=False)}
    assert "reserve" in names
    names = {s.step for s in open_steps([UnitState.RESERVED], consultant.rights, several=False)}
    assert names == {"hold", "give up reservation"}
    link = Link(consultant)
    day.links.append(link)
    dialog = ReserveDialog(link, consultant.ask(unit_card, 1))
    dialog.show()
    assert not dialog.yes.isEnabled()
    QTest.keyClicks(dialog.who.search, "wang")
    dialog.who.search.setText("王小明")
    QTest.keyClick(dialog.who.search, Qt.Key.Key_Return)
    day.settle()
    assert dialog.who.list.count() == 1
    dialog.why.setPlainText("人才引进")
    dialog.until.setText("+99")
    assert dialog.yes.isEnabled()
    dialog.send()
    day.settle()
    assert dialog.isVisible() and dialog.who.form.banner.words()
    dialog.until.setText("+3")
    dialog.send()
    day.until(gone(dialog))
    assert day.seat("head").ask(requests)[0].subject == "1-1-0101"


def test_every_fact_has_its_word(day, asked):
    sheet = day.seat("manager").ask(request_sheet, asked)
    for line in (*sheet.card.what, *sheet.card.changes):
        name, value = fact(line)
        assert name != line.name and (value or line.name == "layout")
    assert say("request states", "pending") == "Being signed"
