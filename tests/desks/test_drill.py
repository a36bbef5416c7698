"""The restore drill: one button, and for how long nobody pressed it."""

from datetime import timedelta

import pytest

from salesdesk.desks.admin import drilled
from salesdesk.desks.wording import now
from salesdesk.office.staff.queries import journal
from tests.desks.admin_made import Sat, make_office


@pytest.fixture(scope="session")
def founded(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("drill"))


@pytest.fixture
def sat(qtbot, founded, tmp_path):
    made = Sat(qtbot, founded, tmp_path, "admin")
    yield made
    made.close()


def test_a_restore_is_drilled_and_its_age_is_shown(sat):
    page = sat.page("proof")
    assert page.drilled.value() == "never"
    assert not page.drill.isEnabled()  # there is nothing to restore yet
    page.now.click()
    sat.settle()
    page.drill.click()
    sat.settle()
    assert page.drilled.value() == "today"
    sat.qtbot.waitUntil(lambda: sat.desk.drilled.value() == "today", timeout=5000)
    assert "every law holds" in page.verdict.text()
    line = sat.seat.ask(journal)[0]
    assert line.command == "ChangeSetting"
    assert page.copies.model.line(0).path.name in line.form
    page.copies.model.line(0).path.write_bytes(b"nothing")
    page.drill.click()
    sat.settle()
    assert page.banner.words()
    assert sat.seat.ask(journal)[0] == line  # what failed is not written down as done


@pytest.mark.parametrize(("days", "words"), [(1, "1 day ago"), (40, "40 days ago")])
def test_how_long_ago_is_said_to_a_manager_too(sat, qtbot, monkeypatch, days, words):
    page = sat.page("proof")
    page.now.click()
    sat.settle()
    page.drill.click()
    sat.settle()
    later = now() + timedelta(days=days, minutes=1)
    monkeypatch.setattr(drilled, "now", lambda: later)
    other = Sat(qtbot, sat.path, sat.folder, "manager")
    shown = other.page("proof")
    assert shown.drilled.value() == words
    assert other.desk.drilled.value() == words  # beside every page of the desk
    assert other.desk.drilled.isVisible()
    assert not shown.drill.isEnabled()  # it is the administrator's to write down
    other.close()
