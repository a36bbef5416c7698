"""The one window itself: up with the sign-in at once, before anything heavy is imported.

`app` shows it, and once it is painted imports `shell.window`, whose `Shell` takes it over.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from typing_extensions import override

from salesdesk.desks.shell.face import OfficeFace
from salesdesk.desks.shell.mark import Dusk
from salesdesk.desks.shell.settings import DeskSettings
from salesdesk.desks.shell.signin import SignIn

_SMALLEST = (1024, 640)
_USUAL = (1366, 820)


class Frame(QMainWindow):
    """Shows one page at a time.

    Signals:
        painted: the window stands on the screen for the first time; heavy work may begin.
        closed: the window went away; `app` ends the program.
    """

    painted = Signal()
    closed = Signal()

    def __init__(self, settings: DeskSettings) -> None:
        super().__init__()
        self._stack = QStackedWidget(self)
        self.setCentralWidget(self._stack)
        self.page: QWidget | None = None
        self.may_close: Callable[[], bool] | None = None
        self.asks = True
        self._stands = False
        self.setWindowTitle("salesdesk")
        self.setMinimumSize(*_SMALLEST)
        self._place(settings.window)
        if settings.office:
            # The file's name, or the database's, stands in until the office has been looked at.
            face = OfficeFace(
                place=settings.office, name=Path(settings.office.partition("?")[0]).stem
            )
            self.show_page(SignIn(face, settings.login))
        else:
            self.show_page(Dusk(""))

    def show_page(self, page: QWidget) -> None:
        """Show *page* instead of the one before, which goes away."""
        old, self.page = self.page, page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if old is not None:
            self._stack.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        if isinstance(page, SignIn):
            page.start()  # the page that went took the cursor along

    def leave(self) -> None:
        """Close in order and ask nobody: the program was told to end from outside."""
        self.asks = False
        self.close()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._stands:
            self._stands = True
            QTimer.singleShot(0, self, self.painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close is not None and not self.may_close():
            event.ignore()
            return
        event.accept()
        self.closed.emit()

    def _place(self, kept: list[int]) -> None:
        """Open where the window was, unless that screen is gone."""
        screen = self.screen().availableGeometry()
        if kept and screen.intersects(QRect(*kept)):
            self.setGeometry(QRect(*kept))
            return
        self.resize(min(_USUAL[0], screen.width()), min(_USUAL[1], screen.height()))
