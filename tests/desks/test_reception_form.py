"""The register's form on a real office: the phone first, by keyboard alone, never twice."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog

from salesdesk.desks.link import Link
from salesdesk.desks.reception.caller import Caller
from salesdesk.desks.reception.window import ReceptionDesk
from salesdesk.office.customers.queries import customers, follow_ups_due, visit_register
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import VISIT_DETAILS, Grade, Manner
from tests.desks.conftest import settle
from tests.desks.reception_made import Staff


@pytest.fixture
def staff(tmp_path):
    made = Staff(tmp_path)
    yield made
    made.close()


@pytest.fixture
def desk_of(staff, qtbot):
    """Open the desk of whoever is named, filled and shown."""
    links = []

    def make(login):
        link = Link(staff.seat(login))
        links.append(link)
        desk = ReceptionDesk(link)
        qtbot.addWidget(desk)
        desk.resize(1180, 700)
        with qtbot.waitExposed(desk):
            desk.show()
        desk.activateWindow()
        settle(qtbot, link)
        return desk

    yield make
    for link in links:
        link.close()


@pytest.fixture
def form(desk_of, qtbot):
    page = desk_of("reception").pages["form"]
    qtbot.waitUntil(page.entry.phone.hasFocus)
    return page


def known(staff, phone="13812345678", name="王芳", by="consultant", **more):
    return staff.seat(by).do(
        RegisterVisit(manner=Manner.VISIT, name=name, phone=phone, project=1, **more)
    )


def type_phone(qtbot, form, number):
    form.entry.phone.setFocus()
    qtbot.keyClicks(form.entry.phone, number)
    qtbot.waitUntil(form.lookup.settled, timeout=8000)
    settle(qtbot, form.link)


def entries(staff, login="manager"):
    return staff.seat(login).ask(visit_register)


def today(staff):
    return staff.seat("manager").ask(lambda reading: reading.today)


# --- the phone first ------------------------------------------------------------------------------


def test_a_new_number_asks_for_the_name(form, qtbot):
    type_phone(qtbot, form, "13900001111")
    assert form.caller.state is Caller.NEW
    assert not form.entry.name.isReadOnly()
    assert form.entry.consultant.isEnabled()


def test_a_known_number_says_whose_and_asks_no_name(staff, form, qtbot):
    known(staff, grade=Grade.A)
    type_phone(qtbot, form, "138 1234 5678")
    assert form.caller.state is Caller.KNOWN
    words = form.caller.words()
    assert "王芳" in words and "李娜" in words and "Grade A" in words
    assert "138****5678" in words and "13812345678" not in words
    assert form.entry.name.text() == "王芳" and form.entry.name.isReadOnly()
    assert not form.entry.consultant.isEnabled()
    assert form.entry.consultant.currentText() == "李娜"


def test_a_known_caller_is_registered_without_a_name(staff, form, qtbot):
    known(staff)
    type_phone(qtbot, form, "13812345678")
    form.entry.remarks.setPlainText("再次到访")
    form.save()
    qtbot.waitUntil(lambda: len(entries(staff)) == 2, timeout=8000)
    newest = entries(staff)[0]
    assert (newest.customer, newest.first, newest.remarks) == ("王芳", False, "再次到访")
    assert newest.consultant == "李娜"


def test_saving_before_the_answer_came_waits_for_it(staff, form, qtbot):
    known(staff)
    qtbot.keyClicks(form.entry.phone, "13812345678")
    form.save()
    qtbot.waitUntil(lambda: len(entries(staff)) == 2, timeout=8000)
    settle(qtbot, form.link)
    assert not form.banner.words()


def test_half_a_number_is_left_in_peace_until_the_field_is_left(form, qtbot):
    qtbot.keyClicks(form.entry.phone, "1390000")
    qtbot.wait(250)
    settle(qtbot, form.link)
    assert form.caller.state is Caller.TYPING
    qtbot.keyClick(form.entry.phone, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: form.caller.state is Caller.NO_PHONE, timeout=8000)
    assert form.entry.phone.text() == "1390000"


def test_return_on_a_wrong_number_stays_there_and_marks_it(form, qtbot):
    phone = form.entry.phone
    qtbot.keyClicks(phone, "1390000")
    qtbot.keyClick(phone, Qt.Key.Key_Return)
    settle(qtbot, form.link)
    assert phone.hasFocus() and phone.property("wrong")
    assert form.caller.state is Caller.NO_PHONE
    qtbot.keyClicks(phone, "1111")
    assert not phone.property("wrong")
    qtbot.keyClick(phone, Qt.Key.Key_Return)
    assert form.entry.name.hasFocus()


def test_the_number_corrected_makes_the_known_one_new_again(staff, form, qtbot):
    known(staff)
    type_phone(qtbot, form, "13812345678")
    qtbot.keyClick(form.entry.phone, Qt.Key.Key_Backspace)
    qtbot.keyClicks(form.entry.phone, "9")
    type_phone(qtbot, form, "")
    assert form.caller.state is Caller.NEW
    assert form.entry.name.text() == "" and not form.entry.name.isReadOnly()
    assert form.entry.consultant.currentData() is None


def test_the_same_name_with_another_phone_is_pointed_out(staff, form, qtbot):
    known(staff)
    type_phone(qtbot, form, "13900001111")
    form.entry.name.setText("王芳")
    form.entry.name.editingFinished.emit()
    settle(qtbot, form.link)
    assert "138****5678" in form.caller.words()


def test_whose_turn_it_is_is_shown_and_taken(staff, form, qtbot):
    assert form.entry.consultant.currentText() == "In turn: 李娜"
    type_phone(qtbot, form, "13900001111")
    form.entry.name.setText("刘洋")
    form.save()
    qtbot.waitUntil(lambda: not form.saved.isHidden(), timeout=8000)
    settle(qtbot, form.link)
    assert entries(staff)[0].consultant == "李娜"
    qtbot.waitUntil(lambda: "陈伟" in form.entry.consultant.currentText(), timeout=8000)


# --- by keyboard alone ------------------------------------------------------------------------------


def focused():
    return QApplication.focusWidget()


def press(qtbot, key, times=1):
    for _ in range(times):
        qtbot.keyClick(focused(), key)


def say_chinese(text):
    """Type what an input method gives: QTest knows only ASCII."""
    for letter in text:
        QApplication.sendEvent(
            focused(),
            QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter),
        )


def test_a_walk_through_the_form_by_keyboard_alone(staff, form, qtbot):
    entry = form.entry
    qtbot.keyClicks(focused(), "13900001111")
    qtbot.waitUntil(lambda: form.caller.state is Caller.NEW, timeout=8000)
    press(qtbot, Qt.Key.Key_Return)
    assert focused() is entry.name
    say_chinese("萧𬭚")
    press(qtbot, Qt.Key.Key_Return)
    assert focused() is entry.manner
    press(qtbot, Qt.Key.Key_Right)  # a phone call
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() is entry.sex
    qtbot.keyClicks(focused(), "f")
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() is entry.media
    press(qtbot, Qt.Key.Key_Space)
    qtbot.keyClicks(focused(), "i")
    press(qtbot, Qt.Key.Key_Tab)
    person, need = entry.details.sections[:2]
    assert focused() is person.head
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() in {person.fields["age_band"], person.fields["age_band"].lineEdit()}
    qtbot.keyClicks(focused(), "31 to 35")
    press(qtbot, Qt.Key.Key_Tab)
    while focused() is not need.head:
        press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Tab, 3)
    assert focused() is entry.grade
    qtbot.keyClicks(focused(), "b")
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() is entry.consultant
    press(qtbot, Qt.Key.Key_Down, 2)
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() is entry.next_on
    qtbot.keyClicks(focused(), "+1")
    press(qtbot, Qt.Key.Key_Return)
    assert focused() is entry.remarks
    say_chinese("想看样板房")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not form.saved.isHidden(), timeout=8000)
    settle(qtbot, form.link)
    (line,) = entries(staff)
    tomorrow = today(staff) + timedelta(days=1)
    assert (line.customer, line.manner, line.media) == ("萧𬭚", "call", ("路过", "网络"))
    assert (line.grade, line.next_on, line.consultant) == ("B", tomorrow, "陈伟")
    assert line.remarks == "想看样板房" and not line.late
    assert dict(line.details) == {"sex": "女", "age_band": "31-35岁"}
    assert f"Follow-up due {tomorrow} (tomorrow)" in form.saved.words()
    assert focused() is entry.phone and not entry.dirty()


def test_ctrl_return_twice_registers_once(staff, form, qtbot):
    type_phone(qtbot, form, "13900001111")
    form.entry.name.setText("刘洋")
    for _ in range(3):
        qtbot.keyClick(form.entry.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not form.saved.isHidden(), timeout=8000)
    qtbot.keyClick(form.entry.phone, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, form.link)
    assert len(entries(staff)) == 1
    assert not form.banner.words()


def test_the_same_form_sent_again_has_no_second_effect(staff, form, qtbot):
    """What the desk does after an answer that got lost: the same intent again."""
    type_phone(qtbot, form, "13900001111")
    form.entry.name.setText("刘洋")
    command, intent = form._command(), form._intent
    staff.seat("reception").do(command, intent)
    form.save()
    qtbot.waitUntil(lambda: not form.saved.isHidden(), timeout=8000)
    assert len(entries(staff)) == 1
    assert "No. 1" in form.saved.words()
    assert form._intent != intent


def test_an_uncertain_answer_keeps_the_intent(form, qtbot):
    type_phone(qtbot, form, "13900001111")
    form.entry.name.setText("刘洋")
    intent = form._intent
    form._sending = True
    form.link.failed.emit(RuntimeError("gone"))
    assert form._intent == intent and form.save_button.isEnabled()
    assert "cannot be registered twice" in form.banner.words()


# --- refusals, and throwing away --------------------------------------------------------------------


def test_a_refusal_keeps_what_was_typed(staff, form, qtbot):
    type_phone(qtbot, form, "13900001111")
    form.entry.name.setText("刘洋")
    form.entry.remarks.setPlainText("看三房" * 700)
    form.save()
    qtbot.waitUntil(lambda: bool(form.banner.words()), timeout=8000)
    assert form.entry.phone.number() == "13900001111"
    assert form.entry.name.text() == "刘洋"
    assert form.entry.remarks.toPlainText() == "看三房" * 700
    assert form.entry.remarks.property("wrong") is True
    assert form.save_button.isEnabled() and entries(staff) == ()
    form.entry.remarks.setPlainText("看三房")
    form.save()
    qtbot.waitUntil(lambda: len(entries(staff)) == 1, timeout=8000)


def test_a_missing_name_is_marked_and_nothing_is_sent(staff, form, qtbot):
    type_phone(qtbot, form, "13900001111")
    form.save()
    assert form.entry.name.hasFocus() and form.entry.name.property("wrong") is True
    settle(qtbot, form.link)
    assert entries(staff) == ()


def test_no_phone_at_all_is_marked(staff, form, qtbot):
    form.entry.name.setText("刘洋")
    form.save()
    settle(qtbot, form.link)
    assert form.entry.phone.property("wrong") is True


def test_a_wrong_number_is_refused_where_it_stands(form, qtbot):
    qtbot.keyClicks(form.entry.phone, "12345")
    form.save()
    qtbot.waitUntil(lambda: bool(form.banner.words()), timeout=8000)
    assert form.entry.phone.property("wrong") is True
    assert form.entry.phone.text() == "12345"


@pytest.mark.parametrize(("sure", "left"), [(False, "13900001111"), (True, "")])
def test_escape_asks_before_it_clears(form, qtbot, monkeypatch, sure, left):
    answer = QDialog.DialogCode.Accepted if sure else QDialog.DialogCode.Rejected
    monkeypatch.setattr(QDialog, "exec", lambda _self: answer)
    type_phone(qtbot, form, "13900001111")
    qtbot.keyClick(form.entry.phone, Qt.Key.Key_Escape)
    assert form.entry.phone.number() == left


def test_escape_on_an_empty_form_asks_nothing(form, qtbot, monkeypatch):
    monkeypatch.setattr(QDialog, "exec", lambda _self: pytest.fail("asked"))
    qtbot.keyClick(form.entry.phone, Qt.Key.Key_Escape)


# --- late entries -----------------------------------------------------------------------------------


def test_a_late_entry_is_registered_as_one(staff, form, qtbot):
    day = today(staff) - timedelta(days=1)
    type_phone(qtbot, form, "13900001111")
    form.entry.name.setText("刘洋")
    form.entry.late.setChecked(True)
    assert form.entry.late_mark.isVisible() and form.entry.visited_on.hasFocus()
    qtbot.keyClicks(form.entry.visited_on, day.isoformat())
    form.save()
    qtbot.waitUntil(lambda: not form.saved.isHidden(), timeout=8000)
    (line,) = staff.seat("manager").ask(visit_register, first_on=day, last_on=day)
    assert line.late and line.day == day
    assert not form.entry.late.isChecked()


def test_a_late_entry_needs_its_day(staff, form, qtbot):
    type_phone(qtbot, form, "13900001111")
    form.entry.name.setText("刘洋")
    form.entry.late.setChecked(True)
    form.save()
    assert form.entry.visited_on.hasFocus()
    settle(qtbot, form.link)
    assert entries(staff) == ()


def test_a_day_to_come_is_refused_at_its_field(staff, form, qtbot):
    type_phone(qtbot, form, "13900001111")
    form.entry.name.setText("刘洋")
    form.entry.late.setChecked(True)
    form.entry.visited_on.setText("+2")
    form.save()
    qtbot.waitUntil(lambda: bool(form.banner.words()), timeout=8000)
    assert form.entry.visited_on.hasFocus() and form.entry.name.text() == "刘洋"


# --- around the form --------------------------------------------------------------------------------


def test_every_further_field_is_on_the_form_once(form):
    names = [name for part in form.entry.details.sections for name in part.fields]
    assert sorted([*names, "sex"]) == sorted(VISIT_DETAILS)


def test_what_a_choice_stores_does_not_depend_on_the_language(desk_of, language, qtbot):
    page = desk_of("reception").pages["form"]
    box = page.entry.details.sections[1].fields["purpose"]
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(1)
    assert box.currentText() == ("自住" if language == "zh_CN" else "Own use")
    assert box.value() == "自住"
    box.setEditText("给父母")
    assert box.value() == "给父母"


def test_sections_open_and_count(form, qtbot):
    part = form.entry.details.sections[0]
    assert part.isHidden()
    form.show_all()
    assert not part.isHidden()
    part.fields["home_district"].setText("南山")
    assert part.head.text().endswith("1/8")
    form.show_all()
    assert part.isHidden()


def test_a_known_customer_can_be_registered_from_his_card(staff, desk_of, qtbot):
    made = known(staff)
    desk = desk_of("reception")
    (card,) = desk.link.seat.ask(customers)
    desk.register_for(card)
    form = desk.pages["form"]
    assert desk.page() is form and form.entry.phone.text() == "138****5678"
    form.entry.grade.choose("C")
    form.save()
    qtbot.waitUntil(lambda: len(entries(staff)) == 2, timeout=8000)
    assert entries(staff)[0].customer_id == made["customer"]
    assert len(staff.seat("manager").ask(customers)) == 1


def test_a_consultant_receives_for_himself(staff, desk_of, qtbot):
    form = desk_of("consultant2").pages["form"]
    assert form.entry.consultant.currentText() == "Me (陈伟)"
    type_phone(qtbot, form, "13900001111")
    form.entry.name.setText("刘洋")
    form.save()
    qtbot.waitUntil(lambda: not form.saved.isHidden(), timeout=8000)
    (due,) = staff.seat("consultant2").ask(follow_ups_due)
    assert due.customer == "刘洋" and due.due_on == today(staff) + timedelta(days=2)


def test_leaving_the_desk_with_something_typed_is_noticed(desk_of, qtbot):
    desk = desk_of("reception")
    assert not desk.unsaved()
    qtbot.keyClicks(desk.pages["form"].entry.phone, "139")
    assert desk.unsaved()
