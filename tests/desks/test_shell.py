"""The shell: settings, first run, sign-in, rail, search, languages, colours, lock, defects."""

import gc
import json
import os
import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox, QVBoxLayout

from salesdesk.desks.shell import settings as desk_settings
from salesdesk.desks.shell.backstage import Backstage, NewOffice, OfficeMade, entry
from salesdesk.desks.shell.defects import DefectBox, log_file, report, write_down
from salesdesk.desks.shell.face import OfficeFace
from salesdesk.desks.shell.frame import Frame
from salesdesk.desks.shell.garbage import GarbageTurn
from salesdesk.desks.shell.papers import AboutDialog, KeysDialog, PasswordDialog
from salesdesk.desks.shell.restore import suggested
from salesdesk.desks.shell.settings import DeskSettings
from salesdesk.desks.shell.signin import SignIn
from salesdesk.desks.shell.soon import SoonLine
from salesdesk.desks.shell.window import Shell
from salesdesk.desks.shell.wizard import Wizard
from salesdesk.desks.shell.workplace import Workplace
from salesdesk.desks.widgets import theme
from salesdesk.desks.widgets.desk import Desk, Jump
from salesdesk.desks.widgets.dialogs import Question
from salesdesk.desks.widgets.memory import MEMORY
from salesdesk.desks.widgets.outlets import OUTLETS
from salesdesk.desks.wording import now
from salesdesk.kernel.change import Change, Topic
from salesdesk.office.customers.sheets import FoundLine
from tests.desks.conftest import PATIENCE_MS, BareSeat, Refused, tidy

NAMES = ("board", "reception", "contracts", "cashier", "campaign", "admin")
RIGHTS = ("board", "RegisterVisit", "Subscribe", "TakeDeposit", "timeline", "AddPerson")
FACE = OfficeFace(place="/offices/river.office", name="滨江花园", practice=True)


class Page(Desk):
    """A desk with one field, standing in for the six real ones."""

    def __init__(self, link):
        super().__init__(link)
        self.typed = QLineEdit(self)
        self.received, self.refreshed, self.done = [], 0, []
        QVBoxLayout(self).addWidget(self.typed)

    def refresh(self):
        self.refreshed += 1

    def receive(self, jump):
        self.received.append(jump)

    def print_view(self):
        self.done.append("print")

    def export_view(self):
        self.done.append("export")

    def unsaved(self):
        return bool(self.typed.text())

    def place(self):
        return "third row"

    def go(self, place):
        self.done.append(place)

    def keys(self):
        return [("H", "Hold the unit")]


class Office:
    """What `app` would do, in memory: it notes what it was asked."""

    def __init__(self, rights=RIGHTS, role="manager"):
        self.seat = BareSeat(rights, role)
        self.log = []
        self.minutes = 5.0
        self.made = []

    def backstage(self, **other):
        def face(place):
            if "lost" in place:
                raise Refused(unit=place)
            return OfficeFace(
                place=place, name="滨江花园", practice=True, logins=(("cashier", "cashier"),)
            )

        def sign_in(place, login, password):
            self.log.append(("sign in", place, login, password))
            if password != "practice":
                raise Refused(unit=login)
            return self.seat

        def check(_seat, password):
            if password != "practice":
                raise Refused(unit="x")

        def change(_seat, old, _new):
            if old != "practice":
                raise Refused(unit="x")
            self.log.append("changed")

        def recover(place, login, key):
            if key != "KEY-1":
                raise Refused(unit=key)
            return f"once for {login} of {place}"

        def create(wanted):
            self.made.append(wanted)
            return OfficeMade(
                place=str(wanted.path),
                recovery_key="KEY-1",
                passwords=(("王芳", "wang", "one-time"),),
            )

        found = [
            FoundLine(kind="customer", key=5, title="张三", detail="138"),
            FoundLine(kind="unit", key=6, title="1-1-0301", detail=""),
            FoundLine(kind="receipt", key=7, title="SJ-1", detail=""),
            FoundLine(kind="planet", key=8, title="?", detail=""),
        ]
        calls = {
            "warm": lambda: self.log.append("warm"),
            "face": face,
            "sign_in": sign_in,
            "sign_out": lambda _seat: self.log.append("signed out"),
            "desks": lambda: [entry(name, Page) for name in NAMES],
            "find": lambda _seat, _text: found,
            "check_password": check,
            "change_password": change,
            "backup_at": lambda _seat: now() - timedelta(minutes=3),
            "back_up": lambda _seat, step, _c: step(1, 1),
            "lock_minutes": lambda _seat: self.minutes,
            "create": create,
            "recover": recover,
            "practice": lambda path, _s, _c: str(path),
            "restore": lambda _b, target, _s, _c: OfficeMade(place=str(target), recovery_key=""),
            "default_place": lambda name: Path("/offices") / f"{name}.office",
            "version": "0.1.0",
        }
        return Backstage(**(calls | other))


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def start(qtbot, qapp):
    """Give a function that puts up frame and shell; everything is closed at the end."""
    frames = []

    def make(office, settings=None, **other):
        settings = settings or DeskSettings()
        frame = Frame(settings)
        shell = Shell(frame, office.backstage(**other), settings)
        frames.append(frame)
        frame.show()
        frame.activateWindow()
        qtbot.waitUntil(frame.isActiveWindow, timeout=PATIENCE_MS)
        wait(qtbot, shell)
        return shell

    yield make
    for frame in frames:
        frame.may_close = frame.may_close and _leaving(frame)
        frame.close()
        frame.deleteLater()
    tidy()


def _leaving(frame):
    shell = frame.findChild(Shell)

    def leave():
        page = shell.page
        if isinstance(page, Workplace):
            for desk in page.desks.values():
                desk.typed.clear()
        if isinstance(page, Wizard):
            page.show_welcome()
        return shell._may_close()

    return leave


def wait(qtbot, shell):
    qtbot.waitUntil(lambda: shell.pending == 0, timeout=PATIENCE_MS)


def seated(qtbot, start, office, **other):
    shell = start(office, **other)
    shell.enter(office.seat, FACE)
    wait(qtbot, shell)
    shell.frame.activateWindow()
    qtbot.waitUntil(shell.frame.isActiveWindow, timeout=PATIENCE_MS)
    return shell


def answering(action):
    """Click the question that is about to open."""

    def press():
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, Question):
                (widget.yes if action else widget.no).click()

    QTimer.singleShot(80, press)


# -- settings ---------------------------------------------------------------------------------------


def test_settings_come_back_as_they_were(tmp_path):
    path = tmp_path / "deep" / "desk.json"
    settings = DeskSettings(
        language="zh_CN", theme="dark", widths={"receipts": [1, 2]}, window=[0, 0, 9, 9]
    )
    settings.opened("/a.office")
    settings.opened("/b.office")
    assert desk_settings.save(settings, path)
    assert desk_settings.load(path) == settings
    assert settings.recent == ["/b.office", "/a.office"]
    assert [one.name for one in path.parent.iterdir()] == ["desk.json"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"null",
        b"{",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"language": "klingon", "theme": 7, "office": ["x"], "widths": {"a": ["b"]}}',
        b'{"window": [1, 2, 3], "lock_minutes": true, "recent": "x", "login": "a\\u0000b"}',
        b'{"widths": {"a": [99999999999999999999]}, "window": [1e5, 0, 0, 0], "lock_minutes": -1}',
        b'{"office": "' + b"x" * 5000 + b'", "desk": 1.5, "rail_narrow": "yes"}',
        b'{"language": "en' + b" " * 300_000 + b'"}',
    ],
)
def test_hostile_settings_fall_back_to_the_defaults(tmp_path, content):
    path = tmp_path / "desk.json"
    path.write_bytes(content)
    assert desk_settings.load(path) == DeskSettings()


@given(
    st.dictionaries(
        st.sampled_from(list(desk_settings._CHECKS)),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        ),
    )
)
def test_whatever_is_believed_can_be_used_and_written(found):
    settings = desk_settings.believed(found)
    again = desk_settings.believed(
        json.loads(
            json.dumps(
                settings.__class__.__name__
                and {name: getattr(settings, name) for name in desk_settings._CHECKS}
            )
        )
    )
    assert again == settings
    theme.Theme(settings.theme)


def test_a_disk_that_refuses_loses_only_the_settings(tmp_path):
    (tmp_path / "file").write_text("x")
    assert not desk_settings.save(DeskSettings(), tmp_path / "file" / "desk.json")


def test_the_folder_is_the_one_platformdirs_names():
    folder = platformdirs.user_config_path("salesdesk", appauthor=False)
    assert desk_settings.settings_file() == folder / "desk.json"


# -- before anybody has signed in ---------------------------------------------------------------------


def test_the_sign_in_is_painted_without_anything_heavy(tmp_path):
    """Design 5: the window is up before the heavy imports."""
    code = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from salesdesk.desks.shell.frame import Frame
from salesdesk.desks.shell.garbage import GarbageTurn
from salesdesk.desks.shell.settings import DeskSettings
from salesdesk.desks.widgets import language, theme
language.speak(app, "zh_CN"); theme.apply(app, theme.Theme.LIGHT)
frame = Frame(DeskSettings(office="/x/y.office")); frame.show(); app.processEvents()
import salesdesk.desks.shell.window
heavy = {"numpy", "sqlalchemy", "reportlab", "pypdfium2", "openpyxl", "pypinyin", "phonenumbers"}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_a_first_start_offers_every_kind_of_office(qtbot, start, office, language):
    shell = start(office)
    assert isinstance(shell.page, Wizard)
    assert office.log == ["warm"]
    shell.page._show_join()
    join = shell.page.join
    assert join.go.text() == ("加入" if language == "zh_CN" else "Join")
    join.go.click()  # nothing typed: the form says so, nobody is asked
    assert join.form.field("host").property("wrong")
    join.form.field("host").setText("127.0.0.1")
    shell.other_language()  # what was typed is there in the other language too
    assert shell.page.join.form.text("host") == "127.0.0.1"


def test_the_wizard_makes_an_office_and_shows_its_key_once(qtbot, start, office):
    shell = start(office)
    wizard = shell.page
    wizard._show_new()
    page = wizard.new_office
    qtbot.keyClicks(page.project, "River Garden")
    assert page.place.text() == "/offices/River Garden.office"
    page.send()
    assert office.made == []
    assert page.form.field("name").hasFocus() or page.form.field("name").property("wrong")
    page.form.field("name").setText("李明远")
    page.form.field("login").setText("root")
    page.password.setText("a long password")
    page.again.setText("another password")
    page.send()
    assert office.made == []
    page.again.setText("a long password")
    page.add_person()
    name, login, role = page._people[0]
    assert page.focusWidget() is name
    name.setText("王芳")
    login.setText("wang")
    role.setCurrentIndex(2)
    page.send()
    wait(qtbot, shell)
    (wanted,) = office.made
    assert isinstance(wanted, NewOffice)
    assert wanted.project == "River Garden"
    assert [one.role for one in wanted.people] == ["cashier"]
    key = wizard.recovery
    assert key.isVisible()
    assert key.key.text() == "KEY-1"
    assert not key.go.isEnabled()
    assert wizard.unsaved()
    key.copy_button.click()
    assert "KEY-1" in QGuiApplication.clipboard().text()
    assert "one-time" in QGuiApplication.clipboard().text()
    assert key.written.hasFocus()
    qtbot.keyClick(key.written, Qt.Key.Key_Space)
    qtbot.keyClick(key.written, Qt.Key.Key_Tab)
    assert key.go.hasFocus()
    qtbot.keyClick(key.go, Qt.Key.Key_Return)
    wait(qtbot, shell)
    assert isinstance(shell.page, SignIn)
    assert shell.page.face.place == "/offices/River Garden.office"
    assert shell.page.login.text() == "root", "the new administrator, not whoever was here last"


@pytest.mark.parametrize(
    "people",
    [(("王芳", ""),), (("", "wang"),), (("王芳", "wang"), ("李娜", "Wang")), (("王芳", "ADMIN"),)],
)
def test_half_a_person_and_a_login_twice_are_said_at_their_field(qtbot, start, office, people):
    """A row that was silently left out would be missed on the first morning."""
    shell = start(office)
    page = shell.page.new_office
    shell.page._show_new()
    assert not page.dirty()
    for name in ("project", "name"):
        page.form.field(name).setText("滨江")
    for field in (page.password, page.again):
        field.setText("a long password")
    for name, login in people:
        page.add_person()
        page._people[-1][0].setText(name)
        page._people[-1][1].setText(login)
    page.send()
    assert office.made == []
    assert page._people_wrong.isVisible()
    bad = page.focusWidget()
    assert bad is page._people[-1][1 if people[-1][0] else 0]
    bad.setText("fang")
    page.add_person()  # an empty row is nobody
    page.send()
    wait(qtbot, shell)
    assert len(office.made[0].people) == len(people)


def test_the_first_page_is_filled_by_keyboard_alone(qtbot, start, office):
    shell = start(office)
    wizard = shell.page
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=PATIENCE_MS)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    page = wizard.new_office
    assert page.isVisible()
    walked = []
    page.again.setFocus()
    for _person in range(2):
        while QApplication.focusWidget() is not page._more:
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClick(page._more, Qt.Key.Key_Space)
        for field in page._people[-1]:
            walked.append(QApplication.focusWidget() is field)
            qtbot.keyClick(field, Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget() is page._more)
    assert walked == [True] * 8


def test_nothing_typed_and_no_key_is_lost_when_the_first_page_changes_language(
    qtbot, start, office, tmp_path
):
    """Nobody knows beforehand in which language a program will first speak to him."""
    shell = start(office)
    shell.page._show_new()
    page = shell.page.new_office
    page.project.setText("滨江花园")
    page.form.field("name").setText("李明远")
    page.password.setText("a long password")
    page.again.setText("a long password")
    page.place.setText(str(tmp_path / "mine.office"))
    page.place.textEdited.emit(page.place.text())
    page.add_person()
    page._people[0][0].setText("王芳")
    page._people[0][1].setText("wang")
    page._people[0][2].setCurrentIndex(2)
    before = page.typed()
    shell.other_language()
    assert shell.page.new_office is not page
    assert shell.page.new_office.isVisible()
    assert shell.page.new_office.typed() == before
    assert shell.page.new_office.make.text() == "建立售楼处"
    shell.other_theme()
    assert shell.page.new_office.typed() == before
    shell.page.new_office.send()
    assert not any(switch.isEnabled() for switch in shell.page._switches)
    wait(qtbot, shell)
    assert shell.page.recovery.key.text() == "KEY-1"
    shell.other_language()
    assert shell.page.recovery.isVisible()
    assert shell.page.recovery.key.text() == "KEY-1"
    shell.page.recovery.written.click()
    shell.page.recovery.go.click()
    wait(qtbot, shell)
    assert shell.page.login.text() == "admin"


@pytest.mark.parametrize("there", [False, True])
def test_a_backup_goes_back_where_its_office_was(tmp_path, there):
    copy = tmp_path / "river-backups" / "river-20261125-224015-894123.backup"
    if there:
        (tmp_path / "river.office").write_text("broken")
    goal = "river-restored.office" if there else "river.office"
    assert suggested(copy) == tmp_path / goal
    elsewhere = tmp_path / "usb" / copy.name
    assert suggested(elsewhere) == tmp_path / "usb" / "river.office"


def test_the_key_is_printed(qtbot, start, office, tmp_path):
    shell = start(office)
    shell.page.recovery.show_made(OfficeMade(place="/x", recovery_key="KEY-9"))
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "key.pdf"))
    shell.page.recovery.paint(printer)
    assert (tmp_path / "key.pdf").stat().st_size > 1000


def test_the_practice_office_is_furnished_and_offers_its_people(qtbot, start, office):
    shell = start(office)
    shell.practise()
    wait(qtbot, shell)
    assert isinstance(shell.page, SignIn)
    assert shell.page.face.practice
    shell.page._practise("cashier")
    wait(qtbot, shell)
    assert isinstance(shell.page, Workplace)
    assert ("sign in", "/offices/practice.office", "cashier", "practice") in office.log


def test_a_backup_is_restored_into_a_new_file(qtbot, start, office, tmp_path):
    copy = tmp_path / "river.backup"
    copy.write_text("x")
    shell = start(office, backups=lambda: [copy])
    shell.page._show_restore()
    assert shell.page.restore.list.count() == 1
    assert shell.page.restore.focusWidget() is shell.page.restore.list
    shell.page.restore.wanted.emit((copy, tmp_path / "new.office"))
    wait(qtbot, shell)
    assert shell.page.face.place == str(tmp_path / "new.office")


def test_an_office_that_cannot_be_opened_leads_to_the_wizard(qtbot, start, office):
    shell = start(office, DeskSettings(office="/offices/lost.office"))
    assert isinstance(shell.page, Wizard)
    assert "/offices/lost.office" in shell.page.banner.words()


def test_signing_in_by_keyboard(qtbot, start, office):
    shell = start(office, DeskSettings(office="/offices/river.office"))
    page = shell.page
    assert page._name.text() == "滨江花园"
    page.login.setFocus()
    qtbot.keyClicks(page.login, "manager")
    qtbot.keyClick(page.login, Qt.Key.Key_Return)
    assert page.password.hasFocus()
    qtbot.keyClicks(page.password, "wrong")
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    wait(qtbot, shell)
    assert "manager" in page.banner.words()
    assert page.login.text() == "manager"
    assert page.password.text() == ""
    assert page.go.isEnabled()
    qtbot.keyClicks(page.password, "practice")
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    wait(qtbot, shell)
    assert isinstance(shell.page, Workplace)
    assert shell.settings.recent == ["/offices/river.office"]


def _uncut(label):
    return label.height() >= label.heightForWidth(label.width())


def test_a_long_refusal_is_read_to_its_end_at_the_sign_in_and_behind_the_lock(
    qtbot, start, office
):
    """A card put in the middle by its alignment gets the height of a card that is wider."""
    remedy = "Type both again; check Caps Lock. The administrator can give a new password. " * 2
    shell = start(office, DeskSettings(office="/offices/river.office"))
    shell.page.banner.say("Login or password is wrong.", remedy)
    QApplication.processEvents()
    assert _uncut(shell.page.banner._remedy)
    shell.page._practise("cashier")
    wait(qtbot, shell)
    shell.sitting.lock()
    banner = shell.sitting._curtain._curtains[0].banner
    banner.say("The password is wrong.", remedy)
    QApplication.processEvents()
    assert _uncut(banner._remedy)


def test_after_signing_out_the_cursor_stands_in_the_password(qtbot, start, office):
    """The login is filled in already: a password typed beside it would be read over the shoulder."""
    shell = seated(qtbot, start, office)
    shell.page.current().typed.setFocus()
    shell.sign_out()
    assert isinstance(shell.page, SignIn)
    assert shell.page.login.text()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=PATIENCE_MS)
    assert shell.page.password.hasFocus()
    shell.other_language()
    assert shell.page.password.hasFocus()


def test_a_sign_in_sent_before_the_shell_was_there_is_not_lost(qtbot, qapp, office):
    frame = Frame(DeskSettings(office="/offices/river.office"))
    frame.show()
    frame.page.login.setText("manager")
    frame.page.password.setText("practice")
    frame.page.go.click()
    shell = Shell(frame, office.backstage(), DeskSettings())
    wait(qtbot, shell)
    assert isinstance(shell.page, Workplace)
    # What was seen of the office, not the file's name: lists printed now carry PRACTICE.
    assert frame.windowTitle() == "滨江花园 - salesdesk"
    assert shell.page.practice.isVisible()
    assert (OUTLETS.company, OUTLETS.practice) == ("滨江花园", True)
    frame.close()
    frame.deleteLater()
    tidy()


def test_the_printed_key_gives_a_one_time_password(qtbot, start, office):
    shell = start(office, DeskSettings(office="/offices/river.office"))
    shell.page.login.setText("admin")
    shell.page.forgotten.emit()
    box = QApplication.activeModalWidget()
    box.send()
    assert box.form._wrongs["key"].text()
    box.key.setText("KEY-7")
    box.send()
    wait(qtbot, shell)
    assert "KEY-7" in box.form.banner.words()
    box.key.setText("KEY-1")
    box.send()
    wait(qtbot, shell)
    assert box.password.text() == "once for admin of /offices/river.office"
    box.reject()


# -- at work ------------------------------------------------------------------------------------------


def test_the_rail_shows_only_the_desks_of_the_role(qtbot, start):
    shell = seated(qtbot, start, Office(rights=("board", "TakeDeposit"), role="cashier"))
    assert shell.page.rail.names() == ("board", "cashier")


def test_desks_are_made_when_first_visited_and_kept(qtbot, start, office):
    shell = seated(qtbot, start, office)
    assert list(shell.page.desks) == ["board"]
    qtbot.keyClick(shell.frame, "4", Qt.KeyboardModifier.ControlModifier)
    assert shell.page.current_name() == "cashier"
    first = shell.page.current()
    qtbot.keyClick(shell.frame, "1", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shell.frame, "4", Qt.KeyboardModifier.ControlModifier)
    assert shell.page.current() is first
    assert first.refreshed == 1


def test_the_shells_keys_reach_the_desk(qtbot, start, office):
    shell = seated(qtbot, start, office)
    desk = shell.page.current()
    qtbot.keyClick(shell.frame, Qt.Key.Key_F5)
    qtbot.keyClick(shell.frame, "p", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shell.frame, "e", Qt.KeyboardModifier.ControlModifier)
    assert desk.refreshed == 2
    assert desk.done == ["print", "export"]
    qtbot.keyClick(shell.frame, "k", Qt.KeyboardModifier.ControlModifier)
    assert shell.page.search.hasFocus()
    qtbot.keyClick(shell.frame, Qt.Key.Key_F1)
    box = QApplication.activeModalWidget()
    assert isinstance(box, KeysDialog)
    box.accept()


def test_the_rail_is_walked_by_keys_and_made_narrow(qtbot, start, office):
    shell = seated(qtbot, start, office)
    buttons = list(shell.page.rail._buttons.values())
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_Down)
    assert buttons[1].hasFocus()
    qtbot.keyClick(buttons[1], Qt.Key.Key_Space)
    assert shell.page.current_name() == "reception"
    wide = shell.page.rail.width()
    qtbot.keyClick(shell.frame, "b", Qt.KeyboardModifier.ControlModifier)
    assert shell.page.rail.width() < wide
    assert shell.settings.rail_narrow


def test_the_search_box_finds_and_jumps_to_the_right_desk(qtbot, start, office):
    shell = seated(qtbot, start, office)
    box = shell.page.search
    box.setFocus()
    qtbot.keyClicks(box, "z")
    qtbot.waitUntil(box._popup.isVisible, timeout=PATIENCE_MS)
    assert box._popup.list.count() == 3
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert shell.page.current_name() == "cashier"
    assert shell.page.current().received == [Jump("cashier", Topic.RECEIPT, 7)]


def test_a_jump_to_a_desk_of_others_says_so(qtbot, start):
    shell = seated(qtbot, start, Office(rights=("board",)))
    shell.page.current().jump.emit(Jump("cashier", Topic.UNIT, 1, "deposit"))
    assert shell.page.current_name() == "board"
    assert "another desk" in shell.page.banner.words()


def test_the_bell_tells_once_what_runs_out_and_goes_there(qtbot, start, office):
    lines = [
        SoonLine(unit_id=6, unit="1-1-0301", customer="张三", until=now() + timedelta(minutes=9)),
        SoonLine(
            unit_id=7, unit="1-1-0302", customer="李 & 四", until=now() + timedelta(minutes=5),
            turn=True,
        ),
    ]  # fmt: skip
    found = []
    shell = seated(qtbot, start, office, soon=lambda _seat: list(found))
    bell, told = shell.page.soon, []
    assert bell.isHidden()
    bell.news.connect(told.append)
    found[:] = lines
    bell.look()
    wait(qtbot, shell)
    bell.look()
    wait(qtbot, shell)
    assert bell.isVisible() and bell.text().startswith("2")
    assert len(told) == 1 and "1-1-0302 is free for 李 & 四" in told[0]
    assert "1-1-0301" not in told[0] and told[0].endswith("1 more under the bell")  # room for one
    first, second = bell.menu().actions()
    assert "1-1-0302 is free for 李 && 四" in first.text()  # what ends first stands first
    assert "(8 min)" in second.text() or "(9 min)" in second.text()
    second.trigger()
    assert shell.page.current().received == [Jump("board", Topic.UNIT, 6)]
    found.clear()
    shell.sitting.link.changed.emit(frozenset({Change(Topic.UNIT, 6)}))
    qtbot.waitUntil(bell.isHidden, timeout=PATIENCE_MS)
    assert len(told) == 1


def test_a_refusal_nobody_took_is_shown_over_the_desks(qtbot, start, office):
    shell = seated(qtbot, start, office)
    shell.sitting.link.refused.emit(Refused(unit="1-1-0301"))
    assert "1-1-0301" in shell.page.banner.words()


def test_the_language_changes_while_running(qtbot, start, office):
    shell = seated(qtbot, start, office)
    shell.page.show_desk("cashier")
    old = shell.page
    shell.set_language("zh_CN")
    wait(qtbot, shell)
    assert shell.page is not old
    assert shell.page.current_name() == "cashier"
    assert shell.page.current().done == ["third row"]
    assert "销控总览" in shell.page.rail._buttons["board"].text()
    titles = [action.text() for action in shell.frame.menuBar().actions()]
    assert titles[0] == "售楼处(&O)"
    assert shell.settings.language == "zh_CN"
    shell.other_language()
    wait(qtbot, shell)
    assert shell.page.rail._buttons["board"].text() == "Sales control"


def test_what_is_typed_is_asked_about_before_the_desks_are_made_again(qtbot, start, office):
    shell = seated(qtbot, start, office)
    desk = shell.page.current()
    desk.typed.setText("half a form")
    answering(action=False)
    shell.set_language("zh_CN")
    assert shell.page.current() is desk
    assert desk.typed.text() == "half a form"
    answering(action=True)
    shell.set_language("zh_CN")
    wait(qtbot, shell)
    assert shell.page.current() is not desk


def test_colours_change_while_running_and_nothing_typed_is_touched(qtbot, start, office):
    shell = seated(qtbot, start, office)
    desk = shell.page.current()
    desk.typed.setText("half a form")
    shell.set_theme(theme.Theme.DARK)
    assert theme.is_dark()
    assert shell.page.current() is desk
    assert desk.typed.text() == "half a form"
    assert shell.settings.theme == "dark"
    shell.other_theme()
    assert not theme.is_dark()


def test_the_status_bar_tells_who_where_and_the_backup(qtbot, start, office, language):
    shell = seated(qtbot, start, office)
    texts = " ".join(part.text() for part in shell.sitting.status._parts)
    assert "滨江花园" in texts
    assert "测试" in texts
    assert ("3 分钟前" if language == "zh_CN" else "3 min ago") in texts
    shell.sitting.back_up()
    wait(qtbot, shell)
    assert shell.frame.statusBar().currentMessage()


@pytest.mark.parametrize(
    ("days", "english", "chinese", "role"),
    [
        (None, "never", "从未演练", "wrong"),
        (0, "today", "今天", "dim"),
        (3, "3 days ago", "3 天前", "dim"),
        (9, "9 days ago", "9 天前", "wrong"),
    ],
)
def test_whoever_answers_for_the_office_sees_at_every_desk_when_it_was_restored_last(
    qtbot, start, language, days, english, chinese, role
):
    at = None if days is None else now() - timedelta(days=days, hours=1 if days else 0)
    shell = seated(qtbot, start, Office((*RIGHTS, "audit")), drilled_at=lambda _seat: at)
    shown = shell.sitting.status._drill
    assert shown.isVisible()
    assert (chinese if language == "zh_CN" else english) in shown.text()
    assert shown.property("role") == role


def test_nobody_else_is_asked_about_the_restore(qtbot, start, office):
    shell = seated(qtbot, start, office, drilled_at=lambda _seat: now())
    assert not shell.sitting.status._drill.isVisible()


def test_a_backup_made_at_a_desk_shows_in_the_status_bar_at_once(qtbot, start, office, language):
    ages = [timedelta(hours=5), timedelta(minutes=3)]
    shell = seated(
        qtbot,
        start,
        office,
        backup_at=lambda _seat: now() - (ages.pop(0) if ages[1:] else ages[0]),
    )
    shell.page.current().told.emit("Backed up and checked.")
    wait(qtbot, shell)
    assert (
        "3 分钟前" if language == "zh_CN" else "3 min ago"
    ) in shell.sitting.status._backup.text()


def test_a_backup_that_fails_is_said_once_and_stays_in_the_status_bar(
    qtbot, start, office, language
):
    answers = [Refused(unit="disk"), Refused(unit="disk"), now() - timedelta(minutes=3)]

    def backup_at(_seat):
        answer = answers.pop(0) if answers[1:] else answers[0]
        if isinstance(answer, Refused):
            raise answer
        return answer

    shell = seated(qtbot, start, office, backup_at=backup_at)
    label = shell.sitting.status._backup
    assert "disk" in shell.page.banner.words()
    assert ("备份失败" if language == "zh_CN" else "failing") in label.text()
    shell.page.banner.clear()
    shell.sitting.ask_backup()
    wait(qtbot, shell)
    assert not shell.page.banner.words()
    assert ("备份失败" if language == "zh_CN" else "failing") in label.text()
    assert "disk" in label.toolTip()
    shell.sitting.ask_backup()
    wait(qtbot, shell)
    assert ("3 分钟前" if language == "zh_CN" else "3 min ago") in label.text()
    assert not label.toolTip()


def test_the_first_backup_is_shown_soon_after_it_is_made(qtbot, start, office):
    answers = [None, now()]
    shell = seated(qtbot, start, office, backup_at=lambda _seat: answers[0])
    assert "No backup yet" in shell.sitting.status._backup.text()
    assert shell.sitting._look.interval() <= 10_000
    answers.pop(0)
    shell.sitting.ask_backup()
    wait(qtbot, shell)
    assert "No backup" not in shell.sitting.status._backup.text()
    assert shell.sitting._look.interval() == 60_000


# -- lock, password, defects -----------------------------------------------------------------------------


def test_the_lock_hides_everything_and_keeps_what_was_typed(qtbot, start, office):
    shell = seated(qtbot, start, office)
    desk = shell.page.current()
    desk.typed.setText("half a form")
    desk.typed.setFocus()
    qtbot.keyClick(shell.frame, "l", Qt.KeyboardModifier.ControlModifier)
    assert shell.sitting.locked
    (curtain,) = shell.sitting._curtain._curtains
    assert curtain.geometry() == shell.frame.rect()
    assert not desk.typed.isEnabled()
    qtbot.keyClick(shell.frame, "4", Qt.KeyboardModifier.ControlModifier)
    assert shell.page.current_name() == "board"
    curtain.password.setText("wrong")
    curtain.go.click()
    wait(qtbot, shell)
    assert shell.sitting.locked
    assert curtain.banner.words()
    curtain.password.setText("practice")
    curtain.go.click()
    wait(qtbot, shell)
    assert not shell.sitting.locked
    assert desk.typed.isEnabled()
    assert desk.typed.text() == "half a form"
    assert shell.frame.menuBar().isEnabled()


def test_a_window_in_front_is_covered_too(qtbot, start, office):
    shell = seated(qtbot, start, office)
    shell.show_about()
    about = QApplication.activeModalWidget()
    shell.sitting.lock()
    curtains = shell.sitting._curtain._curtains
    assert {curtain.window() for curtain in curtains} == {shell.frame, about}
    asking = next(curtain for curtain in curtains if curtain.window() is about)
    asking.password.setText("practice")
    asking.go.click()
    wait(qtbot, shell)
    assert about.isVisible()
    assert isinstance(about, AboutDialog)
    about.accept()


def test_idleness_locks_and_a_key_puts_it_off(qtbot, start, office):
    office.minutes = 0.01
    shell = seated(qtbot, start, office)
    for _ in range(8):
        qtbot.wait(100)
        qtbot.keyClick(shell.frame.windowHandle(), Qt.Key.Key_Shift)
    assert not shell.sitting.locked
    qtbot.waitUntil(lambda: shell.sitting.locked, timeout=PATIENCE_MS)


def test_writing_with_an_input_method_puts_the_lock_off(qtbot, start, office):
    """The input method takes the keys: whoever writes Chinese presses none that a window sees."""
    office.minutes = 0.01
    shell = seated(qtbot, start, office)
    field = shell.page.current().typed
    field.setFocus()
    for written in "客户想要高楼层朝南的房子":
        qtbot.wait(100)
        event = QInputMethodEvent()
        event.setCommitString(written)
        QApplication.sendEvent(field, event)
    assert not shell.sitting.locked
    assert field.text() == "客户想要高楼层朝南的房子"
    qtbot.waitUntil(lambda: shell.sitting.locked, timeout=PATIENCE_MS)


def test_the_lock_over_a_page_s_dialog_can_be_opened(qtbot, start, office):
    """A dialog of a page sleeps with its page: its own curtain, the only one that asks, must not."""
    shell = seated(qtbot, start, office)
    dialog = QDialog(shell.page.current())
    typed = QLineEdit(dialog)
    QVBoxLayout(dialog).addWidget(typed)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE_MS)
    shell.sitting.lock()
    asking = next(c for c in shell.sitting._curtain._curtains if c.password.isVisible())
    assert asking.window() is dialog
    qtbot.waitUntil(asking.password.hasFocus, timeout=PATIENCE_MS)
    assert not typed.isEnabled()
    qtbot.keyClicks(asking.password, "practice")
    qtbot.keyClick(asking.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shell.sitting.locked, timeout=PATIENCE_MS)
    assert typed.isEnabled()
    assert shell.page.current().typed.isEnabled()
    dialog.close()


def test_signing_out_from_behind_the_lock(qtbot, start, office):
    shell = seated(qtbot, start, office)
    shell.sitting.lock()
    shell.sitting._curtain._curtains[0].left.emit()
    assert isinstance(shell.page, SignIn)
    assert office.log[-1] == "signed out"
    assert office.seat.watching.stopped


def test_a_first_password_is_asked_to_be_changed(qtbot, start, office):
    shell = seated(qtbot, start, office)
    shell.sitting.change_password(must=True)
    box = QApplication.activeModalWidget()
    assert isinstance(box, PasswordDialog)
    box.old.setText("wrong")
    box.new.setText("short")
    box.send()
    assert box.form._wrongs["new"].text()
    for text in ("a new password", "other password"):
        box.new.setText("a new password")
        box.again.setText(text)
    box.send()
    assert box.form._wrongs["again"].text()
    box.again.setText("a new password")
    box.send()
    wait(qtbot, shell)
    assert box.form.banner.words()
    box.old.setText("practice")
    box.send()
    wait(qtbot, shell)
    assert "changed" in office.log
    assert QApplication.activeModalWidget() is None


@pytest.mark.speaks
def test_a_defect_is_told_and_written_down_without_data(qtbot, start, office):
    shell = seated(qtbot, start, office)

    def broken(_work):
        int("张三 13812345678 11010519491231002X")

    shell.sitting.link.do(shell.page, broken, lambda _: None)
    wait(qtbot, shell)
    box = QApplication.activeModalWidget()
    assert isinstance(box, DefectBox)
    box.copy_button.click()
    for text in (QGuiApplication.clipboard().text(), log_file().read_text(encoding="utf-8")):
        assert "ValueError" in text
        assert "broken" in text
        assert "张三" not in text
        assert "138" not in text
    box.accept()


def test_a_report_names_causes_but_no_folders_and_no_values(tmp_path):
    try:
        try:
            Path("/people/zhangsan/secret").read_bytes()
        except OSError as error:
            raise Refused(unit="zhangsan") from error
    except Refused as error:
        text = report(error)
    assert "Refused" in text
    assert "FileNotFoundError" in text
    assert "errno 2" in text
    assert "zhangsan" not in text
    assert write_down(text, tmp_path / "log")
    (tmp_path / "file").write_text("x")
    assert not write_down(text, tmp_path / "file" / "log")


def test_closing_signs_out_and_keeps_the_settings(qtbot, start, office):
    saved = []
    settings = DeskSettings()
    shell = start(office, settings, saved=lambda: saved.append(1))
    shell.enter(office.seat, FACE)
    wait(qtbot, shell)
    shell.page.show_desk("cashier")
    MEMORY.keep("receipts", [10, 20])
    with qtbot.waitSignal(shell.frame.closed):
        shell.frame.close()
    assert office.log[-1] == "signed out"
    assert saved
    assert settings.widths == {"receipts": [10, 20]}
    assert settings.desk == "cashier"
    assert len(settings.window) == 4
    assert gc.isenabled()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("office")]


def test_closing_asks_before_something_typed_is_lost(qtbot, start, office):
    shell = seated(qtbot, start, office)
    shell.page.current().typed.setText("half a form")
    answering(action=False)
    shell.frame.close()
    assert shell.frame.isVisible()


def test_every_view_of_the_shell_in_both_languages_and_colours(
    qtbot, start, office, language, colours
):
    shell = seated(qtbot, start, office)
    for _name in NAMES:
        shell.page.show_desk(_name)
        assert not shell.frame.grab().isNull()
    for show in (shell.show_keys, shell.show_about, shell.sitting.change_password):
        show()
        box = QApplication.activeModalWidget()
        assert not box.grab().isNull()
        box.reject()
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]


def test_cycles_are_collected_on_the_window_thread_only(qtbot, qapp):
    turn = GarbageTurn()
    try:
        assert not gc.isenabled()
        died = []

        class Ring:
            def __init__(self):
                self.me = self

            def __del__(self):
                died.append(threading.get_ident())

        worker = threading.Thread(target=lambda: [Ring() for _ in range(2000)])
        worker.start()
        worker.join()
        assert died == []
        turn.collect()
        assert set(died) == {threading.get_ident()}
    finally:
        turn.stop()
    assert gc.isenabled()
