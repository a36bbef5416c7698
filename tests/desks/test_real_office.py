"""The window on a real, furnished office: every role, every desk, both languages, real passwords."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from salesdesk.app import practice, stage
from salesdesk.app.behind import take_over
from salesdesk.desks.shell.backstage import NewOffice, NewPerson
from salesdesk.desks.shell.defects import DefectBox
from salesdesk.desks.shell.frame import Frame
from salesdesk.desks.shell.lock import Curtain
from salesdesk.desks.shell.settings import DeskSettings
from salesdesk.desks.shell.signin import SignIn
from salesdesk.desks.shell.workplace import Workplace
from salesdesk.desks.wall.window import WallWindow
from salesdesk.desks.widgets.desk import Desk
from salesdesk.kernel.errors import UserError
from tests.desks.conftest import tidy
from tests.furnished import once

PATIENCE_MS = 60_000
ROLES = {
    "reception": ("board", "reception", "campaign"),
    "consultant": ("board", "reception", "contracts", "approvals", "mortgage", "campaign"),
    "cashier": ("board", "contracts", "approvals", "mortgage", "cashier"),
    "manager": (
        "agenda",
        "board",
        "reception",
        "contracts",
        "approvals",
        "mortgage",
        "cashier",
        "campaign",
        "admin",
    ),
    "head": ("agenda", "board", "reception", "approvals", "campaign"),
    "general": ("board", "approvals", "campaign", "admin"),
    "admin": ("board", "approvals", "cashier", "campaign", "admin"),
}


@pytest.fixture(scope="module")
def furnished(tmp_path_factory):
    """A practice office, furnished once."""
    path = tmp_path_factory.mktemp("offices") / "practice.office"
    once("practice.office", practice.furnish, path)
    return path


@pytest.fixture
def sit(qtbot, qapp, furnished, tmp_path):
    """Give a function that signs a person in at a copy of the office."""
    frames = []

    def down(login):
        place = tmp_path / "practice.office"
        if not place.exists():
            shutil.copy(furnished, place)
        frame = Frame(DeskSettings(office=str(place)))
        frames.append(frame)
        shell = take_over(frame, DeskSettings(office=str(place)))
        frame.show()
        settle(qtbot, shell)
        assert isinstance(shell.page, SignIn)
        assert shell.page.face.practice
        shell.page._practise(login)
        settle(qtbot, shell)
        assert isinstance(shell.page, Workplace), shell.page.banner.words()
        frame.activateWindow()
        qtbot.waitUntil(frame.isActiveWindow, timeout=PATIENCE_MS)
        return shell

    yield down
    for frame in frames:
        frame.close()
        frame.deleteLater()
    tidy()


def settle(qtbot, shell):
    qtbot.waitUntil(lambda: shell.pending == 0, timeout=PATIENCE_MS)


def calm(shell):
    """Tell that nothing was refused and nothing broke."""
    assert shell.page.banner.words() == ""
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, DefectBox)]


@pytest.mark.parametrize("login", ROLES)
def test_every_desk_of_every_role_opens_in_both_languages(qtbot, sit, login):
    shell = sit(login)
    assert tuple(shell.page.entries) == ROLES[login]
    for language in ("zh_CN", "en"):
        shell.set_language(language)
        settle(qtbot, shell)
        for name in ROLES[login]:
            desk = shell.page.show_desk(name)
            settle(qtbot, shell)
            assert isinstance(desk, Desk)
            assert not shell.frame.grab().isNull()
            desk.refresh()
            settle(qtbot, shell)
            calm(shell)


def test_the_lock_opens_by_the_real_password_only(qtbot, sit):
    shell = sit("manager")
    shell.sitting.lock()
    (curtain,) = shell.sitting._curtain._curtains
    curtain.password.setText("guess")
    curtain.go.click()
    settle(qtbot, shell)
    assert shell.sitting.locked
    curtain.password.setText("practice")
    curtain.go.click()
    settle(qtbot, shell)
    assert not shell.sitting.locked


def test_the_search_box_leads_to_a_unit_of_the_board(qtbot, sit):
    shell = sit("manager")
    box = shell.page.search
    box.setFocus()
    qtbot.keyClicks(box, "1-1-0301")
    qtbot.waitUntil(box._popup.isVisible, timeout=PATIENCE_MS)
    assert box._popup.list.count() >= 1
    qtbot.keyClick(box, Qt.Key.Key_Return)
    settle(qtbot, shell)
    assert shell.page.current_name() == "board"
    calm(shell)


def test_a_backup_is_made_and_its_age_shown(qtbot, sit, tmp_path):
    shell = sit("manager")
    shell.sitting.back_up()
    settle(qtbot, shell)
    settle(qtbot, shell)
    assert list(tmp_path.rglob("*.backup"))
    assert "just now" in shell.sitting.status._backup.text()
    calm(shell)


def test_signing_out_lets_go_of_the_file_and_the_next_person_sits_down(qtbot, sit):
    shell = sit("cashier")
    shell.sign_out()
    settle(qtbot, shell)
    assert isinstance(shell.page, SignIn)
    shell.page._practise("admin")
    settle(qtbot, shell)
    assert shell.sitting.seat.person.role == "admin"
    calm(shell)


@pytest.mark.parametrize("second", ["lina", "Lina", "li na", "a\ud800"])
def test_an_office_whose_people_are_refused_is_not_there_at_all(tmp_path, second):
    """Half an office would stand in the next attempt's way, its recovery key never shown."""

    def wanted(*logins):
        people = tuple(NewPerson(name=one, login=one, role="consultant") for one in logins)
        return NewOffice(
            path=tmp_path / "new" / "river.office", project="滨江花园", company="",
            name="李明远", login="root", password="a long password", people=people,
        )  # fmt: skip

    with pytest.raises(UserError):
        stage.create(wanted("lina", second))
    assert list((tmp_path / "new").iterdir()) == []
    made = stage.create(wanted("lina", "chen"))
    assert [login for _name, login, _word in made.passwords] == ["lina", "chen"]


def test_the_menu_hangs_the_wall_which_stays_up_while_the_desk_is_locked(qtbot, sit):
    shell = sit("manager")
    shell.menus.actions["wall"].trigger()
    walls = [w for w in QApplication.topLevelWidgets() if isinstance(w, WallWindow)]
    assert len(walls) == 1
    wall = walls[0]
    qtbot.waitUntil(lambda: wall.is_current, timeout=PATIENCE_MS)
    assert len(wall.board.units) == 194
    shell.menus.actions["wall"].trigger()  # brings it forward, makes no second one
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, WallWindow)] == walls
    shell.sitting.lock()
    assert shell.sitting.locked
    assert wall.isVisible()
    assert not wall.findChildren(Curtain)
    shell.sitting._open()
    shell.set_language("zh_CN")
    settle(qtbot, shell)
    assert wall.isVisible()
    wall.grab()
    shell.sign_out()
    tidy()
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, WallWindow)]
