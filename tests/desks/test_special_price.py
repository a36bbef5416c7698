"""A price that nobody approves alone: refused with one way on, asked for with all that was typed."""

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel

from salesdesk.desks.approvals.words import fact
from salesdesk.desks.contracts.desk import ContractsDesk
from salesdesk.desks.contracts.pricing import ApproveDialog
from salesdesk.documents.request import request_pdf
from salesdesk.office.approvals.queries import request_sheet, requests
from salesdesk.office.inventory.price_limits import SetFloorPrices
from salesdesk.office.sales.discount_commands import LimitDiscount
from salesdesk.office.staff.rules import Role
from tests.desks.sales_day import make_office, open_day


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("special"))


@pytest.fixture
def day(made, tmp_path, qtbot):
    """A day with one unit held and paid for, of 1,000,000 yuan and a floor of 950,000."""
    opened = open_day(made, tmp_path, qtbot)
    opened.hold(1, 1)
    opened.pay(1)
    opened.seat("manager").do(SetFloorPrices(reason="底价", percent=Decimal(-5)))
    yield opened
    opened.close()


def form(day, login, step):
    desk = day.open(ContractsDesk, login)
    desk.panel.buttons[step].click()
    day.settle()
    return day.dialog(ApproveDialog)


def asked(day, login="manager"):
    return day.seat(login).ask(requests)


def test_below_the_floor_the_refusal_has_the_way_on_and_keeps_what_was_typed(day):
    dialog = form(day, "manager", "approve price")
    assert "950,000.00" in " ".join(dialog.facts.texts())
    assert dialog.ask_for_it.isHidden()
    dialog.price.setText("94万")
    dialog.note.setText("关系客户")
    dialog.yes.click()
    day.until(lambda: not dialog.ask_for_it.isHidden())
    assert dialog.banner.words() and not asked(day)
    dialog.ask_for_it.click()
    day.until(lambda: len(asked(day)) == 1)
    card = asked(day)[0]
    assert (card.kind.value, card.reason, card.amount_fen) == ("discount", "关系客户", 6_000_000)
    assert not day.deal(1).price_approved


def test_without_a_reason_the_form_asks_for_one_first(day):
    day.seat("admin").do(LimitDiscount(role=Role.MANAGER, percent=Decimal(1)))
    dialog = form(day, "manager", "approve price")
    dialog.price.setText("98万")
    dialog.yes.click()
    day.until(lambda: not dialog.ask_for_it.isHidden())
    dialog.ask_for_it.click()
    assert dialog.isVisible() and not asked(day)
    assert dialog.price.fen() == 98_000_000
    dialog.note.setText("老客户")
    dialog.yes.click()
    day.until(lambda: len(asked(day)) == 1)
    assert not day.deal(1).price_approved


def test_the_consultant_asks_at_once_and_sees_no_floor(day):
    dialog = form(day, "consultant", "ask for a price")
    assert "Reason *" in [label.text() for label in dialog.findChildren(QLabel)]
    assert "950,000.00" not in " ".join(dialog.facts.texts())
    dialog.price.setText("94万")
    dialog.note.setText("关系客户")
    dialog.yes.click()
    day.until(lambda: len(asked(day)) == 1)
    told = dict(map(fact, asked(day, "consultant")[0].changes))
    assert "60,000.00" in " ".join(told.values()) and "6.00 %" in told.values()
    assert not any("950,000.00" in value for value in told.values())
    seen = dict(map(fact, asked(day, "manager")[0].changes))
    assert any("950,000.00" in value for value in seen.values())
    for language in ("zh_CN", "en"):
        sheet = day.seat("manager").ask(request_sheet, asked(day)[0].id)
        assert request_pdf(sheet, language).startswith(b"%PDF")
