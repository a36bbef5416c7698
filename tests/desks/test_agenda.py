"""The manager's desk on a real office: what waits for him, one click to it, and the checks chance picked."""

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from salesdesk.desks.agenda.cards import SHOWN
from salesdesk.desks.agenda.desk import CHECKS, LIST, MADE, NOW, AgendaDesk
from salesdesk.desks.agenda.words import ICONS, NeedWords, goal
from salesdesk.desks.link import Link
from salesdesk.desks.reception.customer_panel import CustomerPanel
from salesdesk.desks.vocabulary import WORDS
from salesdesk.desks.wording import today
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import CustomerId, ProjectId, UnitId, VisitId
from salesdesk.office.customers.check_rules import EntryKind, Verdict
from salesdesk.office.customers.checking import CheckEntry, CommentEntry
from salesdesk.office.customers.checks import spot_checks
from salesdesk.office.customers.queries import customer
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.entrance import open_office
from salesdesk.office.figures.need_rules import SEEN_WITH, NeedKind, NeedLine
from salesdesk.office.inventory.commands import CreateProject, HoldBack, ReleaseUnits
from salesdesk.office.inventory.price_limits import SetFloorPrices
from salesdesk.office.inventory.release_check import Point
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.staff.commands import ChangeSetting
from salesdesk.store.database import system_clock
from tests.desks.sales_day import SalesDay
from tests.furnished import copied, make, seat

LOGINS = ("reception", "consultant", "cashier", "manager", "head", "admin")


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("manager") / "template.office"
    make(path)
    return path


@pytest.fixture
def day(made, tmp_path, qtbot):
    office = open_office(copied(made, tmp_path))
    opened = SalesDay(office, qtbot)
    opened.seats |= {login: seat(office, login) for login in LOGINS}
    far = SetFloorPrices(reason="底价", project=ProjectId(1), percent=Decimal(-50))
    opened.seats["manager"].do(far)
    yield opened
    opened.close()


def visit(day, name="王小明", phone="13812345678", late=0, login="reception"):
    made = RegisterVisit(
        manner=Manner.VISIT, name=name, phone=phone, project=ProjectId(1), remarks="看三房",
        visited_on=today() - timedelta(days=late) if late else None, late=bool(late),
    )  # fmt: skip
    return day.seat(login).do(made)


@pytest.fixture
def deposit(day):
    """A customer's deposit that waits for the price check."""
    who = CustomerId(visit(day)["customer"])
    day.seat("consultant").do(HoldUnit(unit=UnitId(1), customer=who))
    day.seat("cashier").do(TakeDeposit(unit=UnitId(1), amount=1_000_000))


def shown(day, login="manager"):
    return day.open(AgendaDesk, login)


def wait(qtbot, ready):
    qtbot.waitUntil(lambda: bool(ready()), timeout=8000)


def jumps(desk):
    heard = []
    desk.jump.connect(heard.append)
    return heard


def texts(desk):
    return [row.accessibleName() for row in desk.cards.rows]


def test_an_office_where_nothing_waits_says_so(day, qtbot, language):
    desk = shown(day)
    wait(qtbot, lambda: desk.strip.states)
    assert desk._now.currentWidget() is desk._calm
    assert desk.tabs.tabText(NOW) == ("Now" if language == "en" else "当前待办")
    assert desk.strip.states["available"].value() == "6"
    assert desk.strip.drill.value() == ("never" if language == "en" else "从未")
    assert desk.projects.isHidden()


def test_a_click_and_return_go_where_the_thing_is_done(day, qtbot, deposit):
    desk = shown(day)
    wait(qtbot, lambda: desk.cards.rows)
    (row,) = desk.cards.rows
    assert texts(desk)[0].startswith("1-1-0101 王小明 · consultant one since ")
    heard = jumps(desk)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert [(jump.desk, jump.topic, jump.key, jump.act) for jump in heard] == [
        ("contracts", Topic.UNIT, 1, "approve price")
    ] * 2


def test_up_and_down_move_along_the_lines_and_the_cursor_stays_when_they_are_asked_again(
    day, qtbot, deposit
):
    day.seat("admin").do(ChangeSetting(name="review_days", value="1"))
    visit(day, "迟登", "13987654321", late=1)
    visit(day, "再迟", "13987654322", late=2)
    desk = shown(day)
    wait(qtbot, lambda: len(desk.cards.rows) == 3)
    desk.cards.focus_first()
    QTest.keyClick(desk.cards.rows[0], Qt.Key.Key_Down)
    chosen = desk.cards.rows[1]
    assert chosen.hasFocus()
    QTest.keyClick(chosen, Qt.Key.Key_Up)
    assert desk.cards.rows[0].hasFocus()
    QTest.keyClick(desk.cards.rows[0], Qt.Key.Key_Up)
    last = desk.cards.rows[-1]
    assert last.hasFocus()
    before = last.line
    day.seat("manager").do(HoldBack(units=(UnitId(2),), reason="x"))
    wait(qtbot, lambda: desk.strip.states.get("held back"))
    assert [row.line for row in desk.cards.rows if row.hasFocus()] == [before]


def test_a_change_anywhere_is_shown_by_itself(day, qtbot):
    desk = shown(day)
    wait(qtbot, lambda: desk.strip.states)
    visit(day, "迟登", "13987654321", late=1)
    wait(qtbot, lambda: desk.cards.rows)
    assert desk.cards.rows[0].line.kind is NeedKind.LATE_ENTRY
    assert desk.tabs.tabText(CHECKS).endswith("1")


def test_many_of_a_kind_are_listed_behind_all(day, qtbot):
    for n in range(SHOWN + 2):
        visit(day, f"客{n}", f"1398765432{n}", late=1)
    desk = shown(day)
    wait(qtbot, lambda: desk.cards.rows)
    assert len(desk.cards.rows) == SHOWN
    desk.cards.all_wanted.emit(NeedKind.LATE_ENTRY)
    assert desk.tabs.currentIndex() == LIST
    assert desk.table.model.rowCount() == SHOWN + 2
    assert desk.kinds.currentData() == "late entry"
    desk.kinds.setCurrentIndex(0)
    desk.kinds.activated.emit(0)
    assert desk.kinds.currentData() is None
    desk.kinds.setCurrentIndex(1)
    desk.kinds.activated.emit(1)
    assert desk.table.model.rowCount() == SHOWN + 2


def test_the_list_opens_a_line_with_return(day, qtbot, deposit):
    desk = shown(day)
    wait(qtbot, desk.table.model.rowCount)
    desk.show_page("list")
    heard = jumps(desk)
    desk.table.choose(("price check", 1))
    QTest.keyClick(desk.table.view, Qt.Key.Key_Return)
    assert heard[0].desk == "contracts"


def test_a_late_entry_is_read_and_commented_here(day, qtbot):
    visit(day, "迟登", "13987654321", late=1)
    desk = shown(day)
    wait(qtbot, lambda: desk.cards.rows)
    qtbot.mouseClick(desk.cards.rows[0], Qt.MouseButton.LeftButton)
    page = desk.checks
    assert desk.tabs.currentIndex() == CHECKS
    wait(qtbot, page.leave.isVisible)
    assert not page.good.isVisible()
    page.leave.click()
    assert page.form.banner.isHidden()
    assert day.seat("manager").ask(spot_checks) == ()
    page.comment.setPlainText("当天登记")
    assert desk.unsaved()
    page.leave.click()
    wait(qtbot, lambda: day.seat("manager").ask(spot_checks))
    wait(qtbot, lambda: not desk.cards.rows)
    assert not desk.unsaved()
    wait(qtbot, lambda: desk.made.model.rowCount() == 1)


@pytest.fixture
def yesterday(made, tmp_path, qtbot):
    """An office where two visits were registered the day before: one by reception, one by the manager."""
    moved = [0]

    office = open_office(copied(made, tmp_path), lambda: system_clock() + timedelta(days=moved[0]))
    opened = SalesDay(office, qtbot)
    opened.seats |= {login: seat(office, login) for login in LOGINS}
    visit(opened)
    visit(opened, "李芳", "13987654321", login="manager")
    moved[0] = 1
    yield opened
    opened.close()


def test_a_drawn_entry_is_checked(yesterday, qtbot):
    desk = shown(yesterday)
    wait(qtbot, lambda: desk.checks.table.model.rowCount() == 2)
    desk.show_page("checks")
    page = desk.checks
    page.choose(Topic.VISIT, 2)
    assert page.leave.isVisible() and not page.good.isVisible()  # his own
    page.choose(Topic.VISIT, 1)
    assert page.good.isVisible() and not page.leave.isVisible()
    page.wanting.click()
    assert yesterday.seat("manager").ask(spot_checks) == ()  # a word is needed
    page.comment.setPlainText("未问首付能力")
    page.wanting.click()
    wait(qtbot, lambda: yesterday.seat("manager").ask(spot_checks))
    line = yesterday.seat("manager").ask(spot_checks)[0]
    assert (line.verdict, line.comment) == ("wanting", "未问首付能力")
    wait(qtbot, lambda: page.table.model.line(1).verdict == "wanting")


def test_what_was_checked_meanwhile_is_refused_and_what_was_typed_stays(yesterday, qtbot):
    desk = shown(yesterday)
    wait(qtbot, lambda: desk.checks.table.model.rowCount() == 2)
    page = desk.checks
    desk.show_page("checks")
    page.choose(Topic.VISIT, 1)
    page.comment.setPlainText("好")
    yesterday.seat("head").do(CheckEntry(visit=VisitId(1), verdict=Verdict.GOOD))
    page.good.click()
    wait(qtbot, lambda: not page.form.banner.isHidden())
    assert "head one" in page.form.banner.words()
    assert page.comment.toPlainText() == "好"


def test_the_consultant_reads_the_advice_on_the_customers_card(day, qtbot, language):
    who = visit(day)
    day.seat("head").do(CommentEntry(visit=VisitId(1), comment="先讲价值，再报价"))
    link = Link(day.seat("consultant"))
    day.links.append(link)
    panel = CustomerPanel(link, link.rights)
    qtbot.addWidget(panel)
    panel.show_card(day.seat("consultant").ask(customer, customer=who["customer"]))
    wait(qtbot, lambda: any("先讲价值，再报价" in text for text in panel.history.texts()))
    told = next(text for text in panel.history.texts() if "先讲价值，再报价" in text)
    assert "head one" in told
    assert ("Comment · Register entry" if language == "en" else "来电来访登记抽查：意见") in told


def test_two_projects_are_chosen_between(day, qtbot):
    day.seat("admin").do(CreateProject(name="二期"))
    desk = shown(day)
    wait(qtbot, lambda: desk.projects.count() == 2)
    assert desk.projects.isVisible()
    desk.projects.setCurrentIndex(1)
    desk.projects.activated.emit(1)
    wait(qtbot, lambda: not desk.strip.states)
    assert desk.projects.currentText() == "二期"


def test_the_head_sees_his_part_only(day, qtbot, deposit):
    desk = shown(day, "head")
    wait(qtbot, lambda: desk.strip.states)
    assert desk.cards.rows == []
    assert desk.views() == ("now", "list", "checks", "made")
    desk.show_page("made")
    assert desk.tabs.currentIndex() == MADE


def test_every_kind_has_its_word_icon_right_and_goal():
    assert set(WORDS["needs"]) == {kind.value for kind in NeedKind}
    assert set(ICONS) == set(SEEN_WITH) == set(NeedKind)
    assert set(WORDS["verdicts"]) == {"", *(verdict.value for verdict in Verdict)}
    assert set(WORDS["entries"]) == {kind.value for kind in EntryKind}
    assert set(WORDS["release points"]) == {point.value for point in Point}
    here = {NeedKind.LATE_ENTRY, NeedKind.SPOT_CHECK}
    for kind in NeedKind:
        line = NeedLine(kind=kind, topic=Topic.UNIT, key=1, subject="x")
        assert (goal(line) is None) is (kind in here)


@pytest.mark.parametrize(
    ("facts", "words", "tone"),
    [
        (
            {"kind": NeedKind.SIGN_BY, "day": today() - timedelta(days=3), "days": 3},
            "3 days over",
            "danger",
        ),
        ({"kind": NeedKind.RESERVATION, "day": today()}, "today", "warn"),
        ({"kind": NeedKind.LATE_ENTRY, "day": today(), "days": 1}, "1 day late", "warn"),
    ],
)
def test_when_it_is_due_is_said_in_words(qapp, facts, words, tone):
    line = NeedLine(topic=Topic.UNIT, key=1, subject="x", **facts)
    assert NeedWords().when(line) == (words, tone)


def test_released_units_leave_the_desk(day, qtbot):
    day.seat("admin").do(ChangeSetting(name="review_days", value="1"))
    day.seat("manager").do(HoldBack(units=(UnitId(2),), reason="x"))
    day.seat("manager").do(ReleaseUnits(units=(UnitId(2),)))
    desk = shown(day)
    wait(qtbot, lambda: desk.strip.states)
    assert desk.cards.rows == []
