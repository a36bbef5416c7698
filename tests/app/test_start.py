"""What is not needed yet is not imported yet: the window's first paint, a verb of the command line."""

import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing

import pytest
import sqlcipher3.dbapi2 as sqlite

from salesdesk.app import papers
from salesdesk.app.commandline import PAPERS
from salesdesk.app.practice import PASSWORD
from salesdesk.store import backup

PAINTED = """
import os, sys
from salesdesk.app import rooms, window

def loaded(_room):
    print(*sorted({name.partition(".")[0] for name in sys.modules}))
    sys.stdout.flush()
    os._exit(0)

rooms.load = loaded  # what is heavy comes once the window is painted
window.run(["--office", sys.argv[1]])
"""
COMMAND_LINE = """
import sys
import salesdesk.app.commandline
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def imported(code, folder, *words):
    """Give the packages that a fresh Python has imported when *code* prints them."""
    traces = {f"XDG_{name}_HOME": str(folder) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **traces},
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("office", ["there.office", "nowhere.office"])
def test_the_window_is_painted_before_anything_heavy_is_imported(tmp_path, office):
    (tmp_path / "there.office").write_bytes(b"SQLite format 3\0")
    found = imported(PAINTED, tmp_path, str(tmp_path / office))
    assert {"PySide6", "salesdesk"} <= found
    heavy = {
        "numpy", "sqlalchemy", "sqlcipher3", "alembic", "reportlab", "openpyxl", "pypdfium2",
        "python_calamine", "pypinyin", "phonenumbers", "argon2", "holidays", "PIL",
    }  # fmt: skip
    assert not heavy & found


def test_the_command_line_leaves_paper_and_spreadsheets_until_asked(tmp_path):
    found = imported(COMMAND_LINE, tmp_path)
    assert {"sqlalchemy", "salesdesk"} <= found
    assert not {"PySide6", "reportlab", "openpyxl", "alembic", "mako", "PIL"} & found


def test_the_command_line_names_every_paper_that_can_be_drawn():
    assert sorted(PAPERS) == sorted((*papers._DRAWERS, *papers._ASKED))


@pytest.mark.parametrize(
    ("password", "office", "kind"),
    [("wrong", "test.office", "WrongSignIn"), (PASSWORD, "nowhere.office", "NoOffice")],
)
def test_a_wall_that_may_not_start_says_why_and_ends(practised, tmp_path, password, office, kind):
    shutil.copy(practised, tmp_path / "test.office")
    words = ["--wall", "--office", str(tmp_path / office), "--as", "reception"]
    done = walled(tmp_path, words, password)
    assert done.returncode == 1
    assert json.loads(done.stdout)["refused"]["kind"] == kind


def test_a_wall_without_an_office_is_a_matter_of_usage(tmp_path):
    done = walled(tmp_path, ["--wall", "--as", "reception"], PASSWORD)
    assert done.returncode == 2
    assert "--office" in done.stderr


def walled(folder, words, password):
    traces = {f"XDG_{name}_HOME": str(folder) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    return subprocess.run(
        [sys.executable, "-m", "salesdesk", *words],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={
            **os.environ, "QT_QPA_PLATFORM": "offscreen", "SALESDESK_PASSWORD": password, **traces,
        },
    )  # fmt: skip


TOLD_TO_END = """
import os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from salesdesk.app import window
from salesdesk.desks.shell.frame import Frame
from salesdesk.desks.shell.window import Shell
from salesdesk.desks.shell.workplace import Workplace
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner

place, number, typed = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "typed"
app = QApplication(sys.argv[:1])
state = []

def look():
    frame = next(w for w in app.topLevelWidgets() if isinstance(w, Frame))
    shell = frame.findChild(Shell)
    if shell is None or shell.pending:
        return
    if not state:
        state.append("signing in")
        shell.page._practise("reception")
    elif isinstance(shell.page, Workplace):
        timer.stop()
        if typed:
            shell.page.unsaved = lambda: ["something"]
        visit = RegisterVisit(project=1, manner=Manner.VISIT, name="\u7532\u4e59",
                              phone="13700001111", media=("\u8def\u8fc7",))
        shell.sitting.link.do(shell, visit, print, print)
        os.kill(os.getpid(), number)
        os.kill(os.getpid(), number)

timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
code = window.run(["--office", place])
print("ended in order", flush=True)
sys.exit(code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no signal ends a program there")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("typed", ["typed", "nothing typed"])
def test_a_window_told_to_end_finishes_what_was_sent_and_backs_up(
    practised, tmp_path, number, typed
):
    """As when somebody closes it, but for the question: nobody may be there to answer."""
    place = tmp_path / "test.office"
    shutil.copy(practised, place)
    traces = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-c", TOLD_TO_END, place, str(int(number)), typed],
        capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **traces},
    )  # fmt: skip
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["ended in order"]), done.stderr
    copy, _taken = backup.newest(place)
    assert "甲乙" in {name for (name,) in rows(copy, "SELECT name FROM customer")}
    last = rows(copy, "SELECT max(id) FROM journal")
    assert rows(copy, "SELECT max(last_id) FROM seal") == last


def rows(place, question):
    with closing(sqlite.connect(f"{place.resolve().as_uri()}?mode=ro", uri=True)) as raw:
        return raw.execute(question).fetchall()
