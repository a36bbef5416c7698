"""Windows under test: the real look and texts, offscreen, in whichever language a test asks for."""

import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication

from salesdesk.desks.link import Link
from salesdesk.desks.widgets import gathering, theme
from salesdesk.desks.widgets.language import speak
from salesdesk.desks.widgets.memory import MEMORY
from salesdesk.kernel.errors import UserError
from salesdesk.office.staff.sheets import PersonCard

gathering.GATHER_MS = gathering.TYPED_MS = (
    10  # what is waited for is short here; that it is gathered stays true
)

PATIENCE_MS = 8000
HEADING_PADDING = 11


@pytest.fixture(scope="session")
def qapp_args():
    return ["salesdesk"]


@pytest.fixture(autouse=True)
def _dressed(qapp):
    """Every window test starts in English, light, with an empty memory."""
    if qapp.property("dressed") != "light":
        theme.apply(qapp, theme.Theme.LIGHT)
        qapp.setProperty("dressed", "light")
    speak(qapp, "en")
    MEMORY.widths.clear()
    MEMORY.changed = None
    yield
    tidy()


@pytest.fixture(params=["en", "zh_CN"])
def language(request, qapp):
    """Run the test once in each language."""
    speak(qapp, request.param)
    yield request.param
    speak(qapp, "en")


@pytest.fixture(params=["light", "dark"])
def colours(request, qapp):
    """Run the test once in light and once in dark."""
    theme.apply(qapp, theme.Theme(request.param))
    qapp.setProperty("dressed", request.param)
    return request.param


def type_text(widget, text):
    """Type *text* into *widget*; QTest aborts the process at the first Chinese character."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


def tidy():
    """Let deleted widgets go, as a running event loop would."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


class Refused(UserError):
    problem = "Unit {unit} is taken."
    remedy = "Choose another one."


class Watch:
    def __init__(self):
        self.stopped = False

    def stop(self):
        self.stopped = True


class BareSeat:
    """The smallest office a link can sit at: it notes what it was asked, in order."""

    def __init__(self, rights=(), role="manager"):
        self.person = PersonCard(id=1, login="test", name="测试", role=role)
        self.rights = frozenset(rights)
        self.heard = []
        self.deliver = self.standing = None
        self.watching = Watch()

    def do(self, command, intent=None):
        self.heard.append((command, intent))
        return command(self)

    def ask(self, query, *args, **kwargs):
        self.heard.append((query, args))
        return query(self, *args, **kwargs)

    def watch(self, deliver, standing):
        self.deliver, self.standing = deliver, standing
        return self.watching


@pytest.fixture
def seat():
    return BareSeat()


@pytest.fixture
def link(qapp, seat):
    """A link on the bare seat, closed at the end."""
    made = Link(seat)
    wait_until(lambda: seat.deliver is not None)
    yield made
    made.close()


def wait_until(ready):
    """Wait until the link's own thread has begun to watch."""
    until = time.monotonic() + PATIENCE_MS / 1000
    while not ready() and time.monotonic() < until:
        time.sleep(0.001)


def settle(qtbot, link):
    """Wait until every answer has arrived."""
    qtbot.waitUntil(lambda: link.pending == 0, timeout=PATIENCE_MS)


def slowly(answer, seconds=0.05):
    def query(_reading):
        time.sleep(seconds)
        return answer

    return query


def whole_headings(table):
    """Give how many headings of a list stand whole; one that is cut, by its place or the edge, fails."""
    header, edge = table.view.horizontalHeader(), table.view.viewport().width()
    font = header.font()
    font.setBold(True)
    whole = 0
    for at, column in enumerate(table.model.columns):
        left, wide = header.sectionViewportPosition(at), header.sectionSize(at)
        needed = QFontMetrics(font).horizontalAdvance(column.title)
        if left + HEADING_PADDING >= edge - 1:
            break
        assert needed + 2 * HEADING_PADDING <= wide + 1, (column.title, needed, wide)
        assert left + wide - HEADING_PADDING <= edge, (column.title, left + wide, edge)
        whole += 1
    return whole
