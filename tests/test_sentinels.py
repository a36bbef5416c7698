"""The watchers of the suite can fail: each seeded fault is caught by its own watcher."""

import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]

THREAD = """
import threading, time
def test_leaks():
    threading.Thread(target=time.sleep, args=(5,)).start()
"""
WARNING = """
import logging
def test_warns():
    logging.getLogger("salesdesk.store").warning("the disk is nearly full")
"""
MEANT = """
import logging, pytest
@pytest.mark.speaks
def test_warns_on_purpose():
    logging.getLogger("salesdesk.store").warning("the disk is nearly full")
"""
QT = """
from PySide6.QtCore import qWarning
def test_qt_warns(qtbot):
    qWarning("QTimer: timers cannot be stopped from another thread")
"""
SLOT = """
from PySide6.QtCore import QTimer
def test_a_slot_fails(qtbot):
    def slot(): raise ValueError("lost in a slot")
    QTimer.singleShot(0, slot)
    qtbot.wait(20)
"""
UNCLOSED = """
def test_leaves_a_file_open():
    open(__file__)
"""


@pytest.mark.parametrize(
    ("seed", "caught"),
    [
        (THREAD, "threads left running"),
        (WARNING, "the disk is nearly full"),
        (QT, "cannot be stopped"),
        (SLOT, "lost in a slot"),
        (UNCLOSED, "unclosed file"),
        (MEANT, None),
    ],
    ids=["thread", "log", "qt", "slot", "file", "meant"],
)
def test_a_seeded_fault_is_caught(seed, caught, tmp_path):
    (tmp_path / "test_seed.py").write_text(seed)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-c", TOP / "pyproject.toml"),
            *("-p", "tests.conftest", "-p", "no:cacheprovider", tmp_path / "test_seed.py"),
        ],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == (1 if caught else 0), done.stdout
    assert (caught or "") in done.stdout
