"""Flows edited in the window, and stand-ins named at the approvals desk, on a real office."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from salesdesk.desks.admin.flowform import FlowForm
from salesdesk.desks.admin.flowwords import FlowWords
from salesdesk.desks.admin.window import AdminDesk
from salesdesk.desks.approvals.desk import AWAY, ApprovalsDesk
from salesdesk.desks.wording import today
from salesdesk.office.approvals.queries import flows, stand_ins
from salesdesk.office.approvals.rules import Act, Fact, FlowStep, Mode, RequestKind
from salesdesk.office.entrance import open_office
from salesdesk.office.staff.rules import Role
from tests.desks.sales_day import SalesDay
from tests.furnished import copied, make, seat


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("flows") / "template.office"
    make(path)
    return path


@pytest.fixture
def day(made, tmp_path, qtbot):
    office = open_office(copied(made, tmp_path))
    opened = SalesDay(office, qtbot)
    for login in ("head", "deputy", "general", "manager", "admin", "consultant"):
        opened.seats[login] = seat(office, login)
    yield opened
    opened.close()


@pytest.fixture
def form(day):
    """The form of the flow by which a signing is put off."""
    desk = day.open(AdminDesk, "admin")
    desk.show_page("flows")
    day.settle()
    page = desk.page("flows")
    page.list.choose((RequestKind.EXTENSION, 1))
    opened = page.edit_flow()
    assert isinstance(opened, FlowForm)
    return opened


def flow(day, kind=RequestKind.EXTENSION):
    return next(card for card in day.seat("admin").ask(flows) if card.kind is kind)


def test_the_list_shows_every_step_and_says_the_chosen_flow(day):
    desk = day.open(AdminDesk, "admin")
    desk.show_page("flows")
    day.settle()
    page = desk.page("flows")
    rows = page.list.sheet().texts()
    assert len(rows) == sum(len(card.steps) for card in day.seat("admin").ask(flows))
    page.list.choose((RequestKind.PRICE, 3))
    assert page.preview.text() == (
        "Review by Site manager or Head of department; approval by Head of department or Deputy "
        "general manager; approval by General manager from ¥50,000.00 on or below the floor price. "
        "To be signed within 7 days."
    )
    page.list.choose((RequestKind.RESERVATION, 1))
    assert "head one" in page.lacking.text()  # he alone signs its first step, and he may ask


def test_a_flow_is_edited_with_keys_and_written_whole(day, form):
    assert not form.yes.isEnabled()
    form.steps.setFocus()
    form.steps.setCurrentRow(0)
    form.order.add.click()
    assert form.steps.currentRow() == 1 and not form.roles.roles()
    form.yes.click()  # a step that names nobody is shown, nothing is sent
    assert form.fields._wrongs["roles"].isVisible() and not form.sending.under_way()
    form.roles._boxes["deputy"].click()
    form.roles._boxes["general"].click()
    form.fact.setCurrentIndex(form.fact.findData(Fact.AMOUNT))
    form.amount.setText("5万")
    assert "General manager from ¥50,000.00 on" in form.preview.text()
    form.order.move_one(1)
    form.steps.setCurrentRow(1)
    QTest.keyClick(form.steps, Qt.Key.Key_Delete)
    form.days.setValue(3)
    form.yes.click()
    day.settle()
    card = flow(day)
    assert (card.valid_days, card.by) == (3, "admin one")
    assert card.steps == (
        FlowStep(act=Act.REVIEW, roles=(Role.MANAGER, Role.HEAD)),
        FlowStep(
            act=Act.APPROVE, roles=(Role.DEPUTY, Role.GENERAL), fact=Fact.AMOUNT,
            at_least=5_000_000,
        ),
    )  # fmt: skip


def test_a_flow_that_cannot_be_signed_is_refused_and_all_typed_stays(day, form):
    before = flow(day).version
    form.steps.setCurrentRow(0)
    form.roles._boxes["head"].click()
    form.yes.click()
    day.settle()
    assert "manager one" in form.banner.words() and form.isVisible()
    assert form.roles.roles() == (Role.MANAGER,) and flow(day).version == before
    form.others.setChecked(True)
    form.yes.click()
    day.settle()
    assert flow(day).steps[0].roles == (Role.MANAGER,)


def test_words_for_how_many_and_each(qtbot):
    words = FlowWords()
    both = (Role.HEAD, Role.DEPUTY)
    each = FlowStep(act=Act.REVIEW, roles=both, needed=2, mode=Mode.ALL)
    assert words.step(each) == (
        "review by Head of department and Deputy general manager (each of them)"
    )
    two = FlowStep(act=Act.APPROVE, roles=both, needed=2, fact=Fact.DAYS, at_least=1)
    assert words.step(two) == (
        "approval by Head of department or Deputy general manager (2 people) from 1 day on"
    )


def test_somebody_says_who_signs_while_he_is_away_and_ends_it_early(day):
    desk = day.open(ApprovalsDesk, "head")
    desk.tabs.setCurrentIndex(AWAY)
    day.settle()
    pane = desk.stand_ins
    assert pane.away.isVisible() and pane.other.isHidden() and not pane.end.isEnabled()
    form = pane.name_own()
    assert all("head one" not in form.stand_in.itemText(n) for n in range(form.stand_in.count()))
    form.ends.setText("yesterday")
    form.send()
    assert form.isVisible() and not form.sending.under_way()
    form.ends.set_day(today() - timedelta(days=1))
    form.yes.click()
    day.settle()
    assert form.banner.words()
    form.ends.set_day(today() + timedelta(days=4))
    form.stand_in.setCurrentIndex(form.stand_in.findData(day.seat("manager").person.id))
    form.reason.setText("出差")
    form.yes.click()
    day.settle()
    (line,) = desk.stand_ins.table.model.lines()
    assert (line.absent, line.stand_in, line.in_force) == ("head one", "manager one", True)
    assert desk.banner.words() and pane.end.isEnabled()
    pane.end.click()
    pane.asking.why.setPlainText("提前回来")
    pane.asking.yes.click()
    day.settle()
    assert pane.table.model.rowCount() == 0
    assert not any(one.stand_in and one.in_force for one in day.seat("head").ask(stand_ins))


def test_the_administrator_names_for_others_and_a_consultant_only_looks(day):
    desk = day.open(ApprovalsDesk, "admin")
    desk.show_page("stand-ins")
    day.settle()
    pane = desk.stand_ins
    assert pane.away.isHidden() and pane.other.isVisible()
    form = pane.name_other()
    form.absent.setCurrentIndex(form.absent.findData(day.seat("deputy").person.id))
    form.stand_in.setCurrentIndex(form.stand_in.findData(day.seat("deputy").person.id))
    form.yes.click()
    day.settle()
    assert form.banner.words()  # nobody stands in for himself
    form.stand_in.setCurrentIndex(form.stand_in.findData(day.seat("general").person.id))
    form.yes.click()
    day.settle()
    assert [line.absent for line in pane.table.model.lines()] == ["deputy one"]
    other = day.open(ApprovalsDesk, "consultant")
    other.tabs.setCurrentIndex(AWAY)
    day.settle()
    assert other.stand_ins.table.model.rowCount() == 1
    for shown in (other.stand_ins.away, other.stand_ins.other, other.stand_ins.end):
        assert shown.isHidden()
