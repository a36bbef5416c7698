"""What we stand on: the libraries behave as the house plan found them to."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from sqlcipher3 import dbapi2

# PySide6 6.12.0 on Python 3.11 loses a reference to True with every emit() without arguments, and one
# to None with every void call: the interpreter aborts after some hundred of them, so short tests pass.
SIGNALS = """
import sys
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    plain = Signal()
    full = Signal(object)
bell = Bell()
bell.full.connect(lambda fen: None)
before = sys.getrefcount(True), sys.getrefcount(None)
for n in range(5000):
    bell.plain.emit()
    bell.full.emit(38_654_000_000 + n)
after = sys.getrefcount(True), sys.getrefcount(None)
sys.exit(0 if all(b - a < 1000 for b, a in zip(before, after)) else 9)
"""
CALLS = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(["probe", "-platform", "offscreen"])
label = QLabel()
before = sys.getrefcount(None)
for n in range(20000):
    label.setText(str(n))
sys.exit(0 if before - sys.getrefcount(None) < 1000 else 9)
"""
MONEY = """
import sys
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    fen = Signal(object)
heard = []
bell = Bell()
bell.fen.connect(heard.append)
bell.fen.emit(38_654_000_000)
sys.exit(0 if heard == [38_654_000_000] else 9)
"""


@pytest.mark.parametrize("probe", [SIGNALS, CALLS, MONEY], ids=["signals", "calls", "money"])
def test_qt_does_not_wear_out_the_interpreter(probe):
    assert subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0


def test_the_embedded_store_has_no_wal_reset_bug_and_can_encrypt():
    store = dbapi2.connect(":memory:")
    version = store.execute("select sqlite_version()").fetchone()[0]
    cipher = store.execute("pragma cipher_version").fetchone()
    store.close()
    assert tuple(map(int, version.split("."))) >= (3, 51, 3)
    assert cipher


def test_qt_brings_its_own_words_in_chinese():
    words = QTranslator()
    assert words.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert words.translate("QPlatformTheme", "Cancel") == "取消"
