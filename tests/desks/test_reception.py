"""The register's list, follow-ups and customers on a real office."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from salesdesk.desks.link import Link
from salesdesk.desks.reception import reveal
from salesdesk.desks.reception.window import ReceptionDesk
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.differences import Difference
from salesdesk.desks.wording import refusal
from salesdesk.kernel.change import Topic
from salesdesk.office.customers.commands import EditCustomer, NeedsSuccessor
from salesdesk.office.customers.queries import customer, customers, follow_ups_due, visit_register
from salesdesk.office.customers.register import (
    AdviseFollowUp,
    CorrectVisit,
    RecordFollowUp,
    RegisterVisit,
)
from salesdesk.office.customers.rules import Grade, Manner
from salesdesk.office.staff.queries import journal
from tests.desks.conftest import settle, whole_headings
from tests.desks.reception_made import Staff


@pytest.fixture
def staff(tmp_path):
    made = Staff(tmp_path)
    yield made
    made.close()


@pytest.fixture
def desk_of(staff, qtbot):
    links = []

    def make(login, page=""):
        link = Link(staff.seat(login))
        links.append(link)
        desk = ReceptionDesk(link)
        qtbot.addWidget(desk)
        desk.resize(1180, 700)
        with qtbot.waitExposed(desk):
            desk.show()
        desk.activateWindow()
        if page:
            desk.show_page(page)
        settle(qtbot, link)
        return desk

    yield make
    for link in links:
        link.close()


def visit(staff, phone="13812345678", name="王芳", by="consultant", **more):
    return staff.seat(by).do(
        RegisterVisit(manner=Manner.VISIT, name=name, phone=phone, project=1, **more)
    )


def today(staff):
    return staff.seat("manager").ask(lambda reading: reading.today)


def shown(table):
    return [[c.text(line) for c in table.model.columns] for line in table.model.lines()]


# --- who sees what --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("login", "pages"),
    [
        ("reception", ["form", "register", "follow-ups", "customers"]),
        ("consultant", ["form", "register", "follow-ups", "customers"]),
        ("manager", ["form", "register", "follow-ups", "customers"]),
        ("admin", ["customers"]),
    ],
)
def test_pages_by_role(desk_of, login, pages):
    assert list(desk_of(login).pages) == pages


@pytest.mark.parametrize(
    ("login", "phone"),
    [
        ("reception", "138****5678"),
        ("consultant", "13812345678"),
        ("consultant2", "138****5678"),
        ("manager", "13812345678"),
    ],
)
def test_phones_are_masked_by_role(staff, desk_of, qtbot, login, phone):
    visit(staff)
    desk = desk_of(login, "register")
    assert phone in shown(desk.pages["register"].table)[0]
    desk.customers.mine.setChecked(False)
    desk.show_page("customers")
    settle(qtbot, desk.link)
    assert phone in shown(desk.customers.table)[0]
    assert dict(desk.customers.panel._facts.texts())["Phone"] == phone


def test_empty_pages_teach(desk_of, qtbot, language):
    desk = desk_of("manager", "register")
    for name in ("register", "follow-ups", "customers"):
        desk.show_page(name)
        settle(qtbot, desk.link)
        table = desk.pages[name].table
        assert table._stack.currentWidget() is table._empty


def test_every_page_opens_in_every_look(staff, desk_of, qtbot, language, colours):
    visit(staff, remarks="看三房", grade=Grade.A, details={"purpose": "自住"})
    desk = desk_of("manager")
    for name in desk.pages:
        desk.show_page(name)
        settle(qtbot, desk.link)
        assert not desk.grab().isNull()
    assert len(desk.keys()) == 8


# --- the register -----------------------------------------------------------------------------------


def test_the_register_shows_today_and_marks_late_ones(staff, desk_of, qtbot):
    yesterday = today(staff) - timedelta(days=1)
    visit(staff)
    visit(staff, "13812345679", "李强", late=True, visited_on=yesterday)
    page = desk_of("reception", "register").pages["register"]
    assert [line.customer for line in page.table.model.lines()] == ["王芳"]
    page.spans.set_span(yesterday, today(staff))
    settle(qtbot, page.link)
    late = [cells for cells in shown(page.table) if "李强" in cells]
    assert "late" in late[0] and "late entries 1" in page.summary.text()
    page.table.choose(page.table.model.key_at(1))
    assert "Late entry" in {p.text() for p in page.panel.findChildren(type(page.panel._late))}


def test_the_filter_and_the_way_out(staff, desk_of, qtbot, tmp_path):
    visit(staff, media=("网络",))
    visit(staff, "13812345679", "李强", remarks="=1+1")
    page = desk_of("reception", "register").pages["register"]
    page.filter.setText("internet")
    assert [line.customer for line in page.table.model.lines()] == ["王芳"]
    page.filter.clear()
    page.table.write(tmp_path / "register.csv")
    settle(qtbot, page.link)
    text = (tmp_path / "register.csv").read_text("utf-8-sig")
    assert "王芳" in text and "138****5678" in text and "'=1+1" in text


def test_the_register_is_printed(staff, desk_of, qtbot):
    visit(staff)
    page = desk_of("reception", "register").pages["register"]
    page.print_view()
    qtbot.waitUntil(lambda: page.papers.preview is not None, timeout=8000)
    assert page.papers.preview._pages.count == 1
    page.papers.preview.reject()


def test_an_entry_is_corrected(staff, desk_of, qtbot):
    visit(staff, details={"purpose": "自住"})
    page = desk_of("reception", "register").pages["register"]
    page.correct(page.table.model.line(0))
    dialog = page.dialog
    dialog.manner.choose("call")
    dialog.media.choose("网络", "报纸")
    dialog.details.sections[0].fields["family"].set_value("单身")
    dialog.save()
    settle(qtbot, page.link)
    (line,) = staff.seat("manager").ask(visit_register)
    assert (line.manner, set(line.media), line.version) == ("call", {"网络", "报纸"}, 2)
    assert dict(line.details) == {"family": "单身", "purpose": "自住"}
    assert page.dialog is None


def test_mine_and_theirs_stand_side_by_side(staff, desk_of, qtbot):
    made = visit(staff, remarks="甲")
    page = desk_of("reception", "register").pages["register"]
    page.correct(page.table.model.line(0))
    dialog = page.dialog
    dialog.remarks.setPlainText("乙")
    staff.seat("manager").do(CorrectVisit(visit=made["visit"], version=1, remarks="丙"))
    dialog.save()
    settle(qtbot, page.link)
    assert dialog.differences.pairs() == (("Remarks", "甲", "乙", "丙"),)
    assert dialog.remarks.toPlainText() == "乙"
    dialog.differences.keep.click()
    settle(qtbot, page.link)
    (line,) = staff.seat("manager").ask(visit_register)
    assert (line.remarks, line.version) == ("乙", 3)


def test_theirs_can_be_taken(staff, desk_of, qtbot):
    made = visit(staff, remarks="甲")
    page = desk_of("reception", "register").pages["register"]
    page.correct(page.table.model.line(0))
    page.dialog.remarks.setPlainText("乙")
    staff.seat("manager").do(CorrectVisit(visit=made["visit"], version=1, remarks="丙"))
    page.dialog.save()
    settle(qtbot, page.link)
    page.dialog.differences.take.click()
    assert page.dialog.remarks.toPlainText() == "丙"
    page.dialog.reject()


def test_what_another_desk_registers_appears(staff, desk_of, qtbot):
    page = desk_of("reception", "register").pages["register"]
    assert page.table.model.rowCount() == 0
    visit(staff)
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 1, timeout=8000)


# --- follow-ups -------------------------------------------------------------------------------------


def test_a_consultant_sees_his_own_and_the_manager_all(staff, desk_of):
    visit(staff)
    visit(staff, "13812345679", "李强", by="consultant2")
    page = desk_of("consultant", "follow-ups").pages["follow-ups"]
    assert [line.customer for line in page._lines] == ["王芳"]
    page = desk_of("manager", "follow-ups").pages["follow-ups"]
    assert {line.customer for line in page._lines} == {"王芳", "李强"}


def test_a_follow_up_is_recorded_by_keys(staff, desk_of, qtbot):
    visit(staff, next_on=today(staff), grade=Grade.C)
    page = desk_of("consultant", "follow-ups").pages["follow-ups"]
    panel = page.panel
    assert page.kinds.code() == "today" and page.table.current() is not None
    page.table.view.setFocus()
    qtbot.keyClick(page.table.view, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert panel.result.toPlainText() == "Will come to visit."
    panel.grade.choose("A")
    panel.next_on.setText("+3")
    qtbot.keyClick(panel.result, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    mine = staff.seat("consultant")
    qtbot.waitUntil(lambda: len(mine.ask(follow_ups_due, done=True)) == 1, timeout=8000)
    (done,) = mine.ask(follow_ups_due, done=True)
    (following,) = mine.ask(follow_ups_due)
    assert done.result == "Will come to visit." and done.grade == "A"
    assert following.due_on == today(staff) + timedelta(days=3)
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 0, timeout=8000)
    assert not page.unsaved()


def test_not_reached_is_tried_again_tomorrow(staff, desk_of):
    visit(staff)
    panel = desk_of("consultant", "follow-ups").pages["follow-ups"].panel
    panel.take_phrase(4)
    assert panel.next_on.day() == today(staff) + timedelta(days=1)


def test_a_result_is_needed(staff, desk_of, qtbot):
    visit(staff)
    panel = desk_of("consultant", "follow-ups").pages["follow-ups"].panel
    panel.save()
    assert panel.result.property("wrong") is True
    assert len(staff.seat("consultant").ask(follow_ups_due)) == 1


def test_what_is_typed_waits_while_another_one_is_looked_at(staff, desk_of, qtbot):
    visit(staff)
    visit(staff, "13812345679", "李强")
    page = desk_of("consultant", "follow-ups").pages["follow-ups"]
    page.table.view.selectRow(0)
    page.panel.result.setPlainText("下周来")
    page.table.view.selectRow(1)
    assert page.panel.result.toPlainText() == "" and page.unsaved()
    page.table.view.selectRow(0)
    assert page.panel.result.toPlainText() == "下周来"


def test_the_managers_advice_reaches_the_consultant(staff, desk_of, qtbot):
    visit(staff)
    page = desk_of("manager", "follow-ups").pages["follow-ups"]
    advice = page.panel.advice
    advice.text.setPlainText("周六带看")
    advice.save()
    settle(qtbot, page.link)
    page = desk_of("consultant", "follow-ups").pages["follow-ups"]
    assert "周六带看" in page.panel.advice.strip.words()
    assert not page.panel.advice._card.isVisible()
    assert "周六带看" in shown(page.table)[0]


def test_reception_reads_follow_ups_but_records_none(staff, desk_of):
    visit(staff)
    panel = desk_of("reception", "follow-ups").pages["follow-ups"].panel
    assert panel._line.customer == "王芳" and not panel._record.isVisible()


def test_done_ones_are_listed(staff, desk_of, qtbot):
    visit(staff)
    mine = staff.seat("consultant")
    (due,) = mine.ask(follow_ups_due)
    mine.do(RecordFollowUp(follow_up=due.id, result="已约"))
    staff.seat("manager")
    page = desk_of("consultant", "follow-ups").pages["follow-ups"]
    page.kinds.choose("done")
    page._kind_chosen(None)
    settle(qtbot, page.link)
    assert [line.result for line in page.table.model.lines()] == ["已约"]


# --- customers --------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["王芳", "wangfang", "wf", "5678"])
def test_customers_are_found(staff, desk_of, qtbot, text):
    visit(staff)
    visit(staff, "13812340000", "李强")
    page = desk_of("manager", "customers").customers
    qtbot.keyClicks(page.search, text) if text.isascii() else page.search.setText(text)
    page._ask_lines()
    settle(qtbot, page.link)
    assert [card.name for card in page.table.model.lines()] == ["王芳"]


def test_the_history_tells_all(staff, desk_of, qtbot):
    made = visit(staff, remarks="看三房")
    (due,) = staff.seat("manager").ask(follow_ups_due)
    staff.seat("manager").do(AdviseFollowUp(follow_up=due.id, advice="先报南向"))
    desk = desk_of("manager")
    desk.show_found("customer", made["customer"])
    settle(qtbot, desk.link)
    texts = "\n".join(desk.customers.panel.history.texts())
    assert desk.page() is desk.customers
    assert "看三房" in texts and "先报南向" in texts and "Follow-up due" in texts


def test_a_customer_is_edited_and_the_id_card_checked(staff, desk_of, qtbot):
    made = visit(staff)
    desk = desk_of("consultant", "customers")
    panel = desk.customers.panel
    panel.edit()
    dialog = panel.dialog
    dialog.name.setText("王小芳")
    dialog.id_number.setText("110101199003070012")
    dialog.save()
    settle(qtbot, desk.link)
    assert dialog.isVisible() and dialog.id_number.property("wrong") is True
    assert dialog.form._wrongs["id_number"].text()
    assert dialog.name.text() == "王小芳"
    dialog.id_number.setText("11010519491231002X")
    dialog.save()
    settle(qtbot, desk.link)
    card = staff.seat("consultant").ask(customer, made["customer"])
    assert card.name == "王小芳" and card.id_number.endswith("002X") and "*" in card.id_number


def test_a_phone_of_somebody_else_is_refused_at_the_field(staff, desk_of, qtbot):
    visit(staff)
    visit(staff, "13812340000", "李强")
    panel = desk_of("manager", "customers").customers.panel
    panel.edit()
    dialog = panel.dialog
    taken = "13812345678" if "李强" in dialog.name.text() else "13812340000"
    dialog.phones.setText(taken)
    dialog.save()
    settle(qtbot, panel._link)
    assert dialog.phones.property("wrong") is True
    dialog.reject()


def test_masked_phones_are_left_alone_by_an_edit(staff, desk_of, qtbot):
    made = visit(staff)
    desk = desk_of("reception", "customers")
    panel = desk.customers.panel
    panel.edit()
    dialog = panel.dialog
    assert dialog.phones.isReadOnly() and dialog.phones.text() == "138****5678"
    dialog.address.setText("南山区")
    dialog.save()
    settle(qtbot, desk.link)
    card = staff.seat("manager").ask(customer, made["customer"])
    assert card.phones == ("13812345678",) and card.address == "南山区"


def test_an_edit_over_somebody_elses_shows_both(staff, desk_of, qtbot):
    made = visit(staff)
    desk = desk_of("manager", "customers")
    panel = desk.customers.panel
    panel.edit()
    dialog = panel.dialog
    dialog.note.setPlainText("甲")
    staff.seat("consultant").do(EditCustomer(customer=made["customer"], version=1, note="乙"))
    dialog.save()
    settle(qtbot, desk.link)
    assert dialog.differences.pairs() == (("Note", "", "甲", "乙"),)
    dialog.differences.show_pairs(
        Difference(name, "was", "mine", "theirs") for name in dialog._names().values()
    )
    QApplication.processEvents()
    assert dialog.height() < 700, "Save is on a screen of 768 lines"
    dialog.differences.keep.click()
    settle(qtbot, desk.link)
    assert staff.seat("manager").ask(customer, made["customer"]).note == "甲"


def test_numbers_are_shown_for_a_while_and_journalled(staff, desk_of, qtbot):
    visit(staff)
    desk = desk_of("reception", "customers")
    panel = desk.customers.panel
    assert panel.reveal_button.isVisible()
    panel.reveal()
    panel.dialog.why.setPlainText("核对身份")
    panel.dialog.yes.click()
    settle(qtbot, desk.link)
    assert panel.revealed.numbers()[0] == "13812345678"
    newest = staff.seat("manager").ask(journal, limit=1)[0]
    assert newest.command == "RevealCustomer" and "13812345678" not in newest.form
    panel.revealed._left = 1
    panel.revealed._tick()
    assert panel.revealed.numbers() == [] and panel.revealed.isHidden()


def test_copying_masks_and_the_clipboard_forgets(desk_of, qtbot):
    box = desk_of("manager", "customers").customers.panel.revealed
    box.show_numbers(["13812345678"])
    box._copy("13812345678")
    assert box.numbers() == []
    assert QGuiApplication.clipboard().text() == "13812345678"
    assert box._forget.interval() == reveal.SHOWN_SECONDS * 1000
    box.clear_clipboard()
    assert QGuiApplication.clipboard().text() == ""


def test_another_customer_hides_what_was_revealed(staff, desk_of, qtbot):
    visit(staff)
    visit(staff, "13812340000", "李强")
    page = desk_of("manager", "customers").customers
    page.table.view.selectRow(0)
    page.panel.revealed.show_numbers(["1"])
    page.table.view.selectRow(1)
    assert page.panel.revealed.numbers() == []


@pytest.mark.parametrize("keep_other", [False, True])
def test_two_records_become_one(staff, desk_of, qtbot, keep_other):
    first = visit(staff)["customer"]
    other = visit(staff, "13812340000", "王芳芳")["customer"]
    desk = desk_of("manager")
    desk.open_customer(first)
    settle(qtbot, desk.link)
    desk.customers.panel.merge()
    dialog = desk.customers.panel.dialog
    assert not dialog.yes.isEnabled()
    dialog.picker.search.setText("0000")
    dialog.picker.look_up()
    settle(qtbot, desk.link)
    assert dialog.picker.card().id == other
    dialog.keep_other.setChecked(keep_other)
    dialog.yes.click()
    settle(qtbot, desk.link)
    kept = other if keep_other else first
    (card,) = staff.seat("manager").ask(customers)
    assert card.id == kept and set(card.phones) == {"13812345678", "13812340000"}
    qtbot.waitUntil(lambda: desk.customers.shown() == kept, timeout=8000)


def test_a_customer_is_handed_over(staff, desk_of, qtbot):
    made = visit(staff)
    desk = desk_of("manager", "customers")
    desk.customers.panel.hand_over()
    dialog = desk.customers.panel.dialog
    settle(qtbot, desk.link)
    assert [dialog.list.item(n).text() for n in range(dialog.list.count())] == ["陈伟"]
    dialog.yes.click()
    settle(qtbot, desk.link)
    assert staff.seat("manager").ask(customer, made["customer"]).consultant == "陈伟"
    assert len(staff.seat("consultant2").ask(follow_ups_due)) == 1


@pytest.mark.parametrize(
    ("login", "buttons"),
    [
        ("reception", {"visit", "edit", "reveal"}),
        ("consultant", {"visit", "edit"}),
        ("manager", {"visit", "edit", "hand", "merge"}),
        ("admin", set()),
    ],
)
def test_buttons_only_for_rights(staff, desk_of, login, buttons):
    visit(staff)
    panel = desk_of(login, "customers").customers.panel
    names = ("visit", "edit", "reveal", "hand", "merge")
    there = {name for name in names if getattr(panel, f"{name}_button").isVisible()}
    assert there == buttons


def test_a_consultant_begins_with_his_own(staff, desk_of, qtbot):
    visit(staff)
    visit(staff, "13812340000", "李强", by="consultant2")
    page = desk_of("consultant", "customers").customers
    assert [card.name for card in page.table.model.lines()] == ["王芳"]
    page.mine.setChecked(False)
    settle(qtbot, page.link)
    assert page.table.model.rowCount() == 2


# --- coming from elsewhere --------------------------------------------------------------------------


def test_jumps_from_other_desks(staff, desk_of, qtbot):
    made = visit(staff)
    desk = desk_of("manager")
    desk.receive(Jump("reception", Topic.CUSTOMER, made["customer"]))
    settle(qtbot, desk.link)
    assert desk.customers.shown() == made["customer"]
    desk.receive(Jump("reception", Topic.CUSTOMER, made["customer"], "visit"))
    settle(qtbot, desk.link)
    assert desk.page() is desk.pages["form"]
    assert desk.pages["form"].entry.name.text() == "王芳"
    desk.receive(Jump("reception", Topic.FOLLOW_UP, made["follow_up"]))
    assert desk.page() is desk.pages["follow-ups"]
    desk.receive(Jump("reception", Topic.VISIT, made["visit"]))
    assert desk.page() is desk.pages["register"]


def test_a_desk_made_anew_goes_back_to_its_place(staff, desk_of, qtbot):
    made = visit(staff)
    desk = desk_of("manager")
    desk.open_customer(made["customer"])
    settle(qtbot, desk.link)
    place = desk.place()
    again = desk_of("manager")
    again.go(place)
    settle(qtbot, again.link)
    assert again.page() is again.customers and again.customers.shown() == made["customer"]


def test_the_board_is_one_step_away(staff, desk_of, qtbot):
    desk = desk_of("manager", "customers")
    with qtbot.waitSignal(desk.jump) as told:
        desk.customers.panel.history.unit_wanted.emit(7)
    assert told.args[0] == Jump("board", Topic.UNIT, 7)


def test_a_refusal_of_the_trade_has_words(language):
    problem, remedy = refusal(NeedsSuccessor(name="李娜", count=3))
    assert "李娜" in problem and remedy


def test_no_heading_of_the_register_is_cut_at_1366_pixels(staff, desk_of, qtbot):
    """In English, the longer language: what is not whole begins behind the edge."""
    visit(staff)
    desk = desk_of("manager", "register")
    desk.resize(1170, 660)
    settle(qtbot, desk.link)
    assert whole_headings(desk.pages["register"].table) >= 10
