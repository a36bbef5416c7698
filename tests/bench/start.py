"""The whole program from nothing to the first painted window, against an empty QMainWindow."""

import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from tests.bench.harness import Case, Pair, took
from tests.bench.pricelist import made_office

HOUSE = Path(__file__).resolve().parents[2]

EMPTY = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))

app = QApplication(sys.argv[:1])
window = Window()
window.resize(1366, 820)
window.show()
app.exec()
"""

OURS = """
import os, sys
from salesdesk.app import rooms, window

rooms.load = lambda _room: os._exit(0)  # what is heavy comes once the window is painted
window.run(sys.argv[1:])
"""


def surroundings(folder):
    """Give an environment without a screen and without traces of other offices."""
    given = {f"XDG_{name}_HOME": folder for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "SALESDESK_PASSWORD": "practice",
        **given,
    }


def ran(folder, *words):
    """Give the milliseconds of one whole Python process; it must succeed."""

    def work():
        subprocess.run(
            [sys.executable, *words], cwd=HOUSE, env=surroundings(folder), check=True,
            stdout=subprocess.DEVNULL, timeout=60,
        )  # fmt: skip

    return took(work)


@contextmanager
def painted():
    with tempfile.TemporaryDirectory(prefix="salesdesk-bench-") as folder:
        office = str(made_office(Path(folder, "bench.office")))
        yield Pair(
            lambda: ran(folder, "-c", OURS, "--office", office),
            lambda: ran(folder, "-c", EMPTY),
        )


ASK_BY_HAND = """
import sqlite3, sys, json
from argon2 import PasswordHasher
from sqlalchemy import create_engine, select, text
from sqlalchemy.orm import Session

engine = create_engine(f"sqlite:///{sys.argv[1]}")
with Session(engine) as session:
    row = session.execute(text("SELECT password_hash FROM person WHERE login = 'admin'")).one()
    PasswordHasher().verify(row.password_hash, "practice")
    rows = session.execute(text("SELECT * FROM project")).mappings()
    print(json.dumps([dict(row) for row in rows]))
"""


@contextmanager
def asked():
    with tempfile.TemporaryDirectory(prefix="salesdesk-bench-") as folder:
        office = str(made_office(Path(folder, "bench.office")))
        words = ("-m", "salesdesk", "ask", "projects", "--office", office, "--as", "admin")
        yield Pair(
            lambda: ran(folder, *words),
            lambda: ran(folder, "-c", ASK_BY_HAND, office),
        )


CASES = (
    Case(
        name="start: the window painted", goal=2.0, rounds=9,
        ours="sign-in page", baseline="empty QMainWindow", prepare=painted,
    ),
    Case(
        name="start: one question on the command line", goal=2.0, rounds=5,
        ours="ask projects", baseline="a script with SQLAlchemy", prepare=asked,
    ),
)  # fmt: skip
