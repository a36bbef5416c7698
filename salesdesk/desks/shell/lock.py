"""The idle lock: nothing to see, nothing to press, the password to go on.

Every window of the program gets a curtain; the one that has the person's attention asks for the
password. What lies beneath keeps what was typed and cannot be reached by key or mouse.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import Card, PlainLabel, button, row
from salesdesk.desks.widgets.secret import SecretField
from salesdesk.kernel.errors import UserError

_MOST_POPUPS: Final = 8
_ROOM: Final = 280
"""A dialog lower than this has no room for the picture of a lock."""

_DIRECT: Final = Qt.FindChildOption.FindDirectChildrenOnly

_ACTIVITY: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """Tells when nobody has touched any window for a while.

    It listens at the windows, not at every widget, so that it costs next to nothing.

    Signals:
        idle: the time is up.
    """

    idle = Signal()

    def __init__(self, minutes: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(max(1, int(minutes * 60_000)))
        self._timer.timeout.connect(self.idle.emit)
        self._seen: set[int] = set()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._listen)
            # An input method takes the keys before any window sees them: only the cursor moves.
            app.inputMethod().cursorRectangleChanged.connect(self._typed)
            for window in app.topLevelWindows():
                self._listen(window)

    def start(self) -> None:
        """Begin to count from now."""
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVITY and self._timer.isActive():
            self._timer.start()
        return False

    def _typed(self) -> None:
        if self._timer.isActive():
            self._timer.start()

    def _listen(self, window: QWindow | None) -> None:
        if window is not None and not window.property("public"):  # a visitor is no sign of life
            window.removeEventFilter(self)
            window.installEventFilter(self)


class Curtain(QWidget):
    """Covers one window; with *ask* it takes the password.

    Signals:
        tried: a password.
        left: the person would rather sign out.
    """

    tried = Signal(object)
    left = Signal()

    def __init__(self, window: QWidget, who: str, *, ask: bool) -> None:
        super().__init__(window)
        self._window = window
        self.setAutoFillBackground(True)
        self.banner = Banner(self)
        self.password = SecretField(self)
        self.password.setAccessibleName(self.tr("Password"))
        self.password.returnPressed.connect(self._try)
        self.go = button(self.tr("Unlock"), self._try, "lock-open", "primary")
        leave = button(self.tr("Sign out"), self.left.emit, role="quiet")
        card = Card(self, margin=26)
        card.setFixedWidth(380)
        icon = PlainLabel()
        set_icon(icon, "lock", "accent_text", 30)
        icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = PlainLabel(self.tr("Locked"), "title")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name = PlainLabel(who, "dim")
        name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (icon, title, name, self.banner, self.password):
            card.body.addWidget(widget)
        card.body.addLayout(row(leave, None, self.go))
        hint = PlainLabel(self.tr("What you typed is kept."), "hint")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card.body.addWidget(hint)
        card.setVisible(ask)
        lines = QVBoxLayout(self)
        lines.addStretch(1)
        lines.addLayout(row(None, card, None))  # aligned, it would be too low for a refusal
        lines.addStretch(1)
        self._frozen = [
            child
            for child in window.findChildren(QWidget, options=_DIRECT)
            if child is not self and not child.isWindow() and child.isEnabled()
        ]
        self._focus: QWidget | None = window.focusWidget()
        for child in self._frozen:
            child.setEnabled(False)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self._asks = ask
        icon.setVisible(window.height() >= _ROOM)

    def begin(self) -> None:
        """Put the cursor into the password, where this curtain asks for it."""
        if self._asks:
            self.password.setFocus()

    def refuse(self, error: UserError) -> None:
        """Say why the window stays locked."""
        self.go.setEnabled(True)
        self.password.setEnabled(True)
        self.banner.refuse(error)
        self.password.clear()
        self.password.setFocus()

    def open(self) -> None:
        """Go away and give everything back, the cursor too."""
        self._window.removeEventFilter(self)
        for child in self._frozen:
            if isValid(child):
                child.setEnabled(True)
        self.hide()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()
        self.setParent(None)
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    def _try(self) -> None:
        if self.password.text():
            self.go.setEnabled(False)
            self.password.setEnabled(False)
            self.tried.emit(self.password.text())


class Lock(QObject):
    """Draws the curtains over every window and opens them again.

    Signals:
        left: the person would rather sign out.
    """

    left = Signal()

    def __init__(
        self,
        check: Callable[[str, Callable[[], None], Callable[[UserError], None]], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._check = check
        self._curtains: list[Curtain] = []

    @property
    def locked(self) -> bool:
        """Whether the curtains are drawn."""
        return bool(self._curtains)

    def draw(self, main: QWidget, who: str) -> None:
        """Cover every visible window; the modal one, else *main*, asks."""
        if self.locked:
            return
        for _popup in range(_MOST_POPUPS):
            popup = QApplication.activePopupWidget()
            if popup is None:
                break
            popup.close()
        asking = QApplication.activeModalWidget() or main
        # Never-shown windows have nothing to hide; main may be minimised and is always covered.
        # The wall of the waiting hall hides nothing and stays up while its desk is locked.
        covered = [
            window
            for window in QApplication.topLevelWidgets()
            if window is main or (window.isVisible() and not window.property("public"))
        ]
        awake = [window for window in covered if window.isEnabled()]
        for window in covered:
            # A dialog of a page beneath another curtain was put to sleep along with that page.
            if window in awake:
                window.setEnabled(True)
            curtain = Curtain(window, who, ask=window is asking)
            curtain.tried.connect(self._try)
            curtain.left.connect(self.left.emit)
            self._curtains.append(curtain)
        for window in awake:
            window.setEnabled(True)
        for curtain in self._curtains:
            curtain.begin()

    def open(self) -> None:
        """Draw the curtains back."""
        curtains, self._curtains = self._curtains, []
        for curtain in curtains:
            if isValid(curtain):
                curtain.open()

    def _try(self, password: str) -> None:
        self._check(password, self.open, self._refuse)

    def _refuse(self, error: UserError) -> None:
        for curtain in self._curtains:
            if isValid(curtain):
                curtain.refuse(error)
