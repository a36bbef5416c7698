"""Small windows of the shell: the keys, one's own password, about."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from salesdesk.desks.shell.mark import Mark
from salesdesk.desks.shell.newoffice import SHORTEST_PASSWORD
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Pill, PlainLabel, Rule, button, column, row
from salesdesk.desks.widgets.places import FONTS, ICONS, RESOURCES
from salesdesk.desks.widgets.secret import SecretField
from salesdesk.kernel.errors import UserError


class KeysDialog(QDialog):
    """Every key that works now, in groups."""

    def __init__(
        self,
        everywhere: Sequence[tuple[str, str]],
        here: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(560, 620)
        inside = QWidget()
        inside.setObjectName("scrolled")
        grid = QGridLayout(inside)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(18)
        line = 0
        for title, keys in self._groups(everywhere, here):
            if not keys:
                continue
            grid.addWidget(PlainLabel(title, "heading"), line, 0, 1, 2)
            for key, words in keys:
                line += 1
                grid.addWidget(Pill(key), line, 0)
                grid.addWidget(PlainLabel(words).wrapping(), line, 1)
            line += 1
            grid.addWidget(Rule(), line, 0, 1, 2)
            line += 1
        grid.setRowStretch(line, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        close = button(self.tr("Close"), self.accept, role="primary")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 18, 20, 16)
        lines.addWidget(PlainLabel(self.tr("Keys"), "title"))
        lines.addWidget(scroll, 1)
        lines.addLayout(row(None, close))

    def _groups(
        self, everywhere: Sequence[tuple[str, str]], here: Sequence[tuple[str, str]]
    ) -> tuple[tuple[str, Sequence[tuple[str, str]]], ...]:
        lists = (
            ("Return", self.tr("Open the chosen line")),
            ("Ctrl+C", self.tr("Copy the chosen lines")),
            ("Ctrl+Return", self.tr("Save the form")),
            ("Esc", self.tr("Leave a window without saving")),
        )
        return (
            (self.tr("On this desk"), here),
            (self.tr("Everywhere"), everywhere),
            (self.tr("Lists and forms"), lists),
        )


class PasswordDialog(QDialog):
    """Changes the signed-in person's own password; *must* says that it is a first one.

    Signals:
        wanted: (old, new).
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, must: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change password"))
        self.setMinimumWidth(420)
        self.form = Form()
        self.old = self.form.add("old", self.tr("Password now"), SecretField(), needed=True)
        self.new = self.form.add("new", self.tr("New password"), SecretField(), needed=True)
        self.again = self.form.add("again", self.tr("New password again"), SecretField())
        self.again.returnPressed.connect(self.send)
        self.go = button(self.tr("Change password"), self.send, "key-round", "primary")
        cancel = button(self.tr("Later") if must else self.tr("Cancel"), self.reject)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 20, 22, 18)
        lines.setSpacing(12)
        lines.addWidget(PlainLabel(self.tr("Change password"), "title"))
        if must:
            why = self.tr("This password was given to you by somebody else. Choose your own.")
            lines.addWidget(PlainLabel(why, "dim").wrapping())
        lines.addWidget(self.form)
        lines.addLayout(row(None, cancel, self.go))
        self.old.setFocus()

    def send(self) -> None:
        """Check what can be checked here and ask for the change."""
        self.form.right()
        if len(self.new.text()) < SHORTEST_PASSWORD:
            short = self.tr("At least {count} characters, please.")
            self.form.wrong("new", short.format(count=SHORTEST_PASSWORD))
        elif self.new.text() != self.again.text():
            self.form.wrong("again", self.tr("The two passwords differ."))
        else:
            self.go.setEnabled(False)
            self.wanted.emit((self.old.text(), self.new.text()))

    def refuse(self, error: UserError) -> None:
        """Say why the password stays as it is."""
        self.go.setEnabled(True)
        self.form.refuse(error)
        self.old.setFocus()


class AboutDialog(QDialog):
    """What this program is and whose work it stands on."""

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About salesdesk"))
        self.resize(620, 560)
        head = row(
            Mark(44, self),
            column(
                PlainLabel("salesdesk", "title"),
                PlainLabel(self.tr("Version {number}").format(number=version), "dim"),
                spacing=0,
            ),
            None,
            spacing=14,
        )
        text = QPlainTextEdit(licences(), self)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Licences"))
        what = self.tr("The program a new-home sales office runs on. MIT licence.")
        close = button(self.tr("Close"), self.accept, role="primary")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 20, 22, 18)
        lines.setSpacing(12)
        lines.addLayout(head)
        lines.addWidget(PlainLabel(what).wrapping())
        lines.addWidget(PlainLabel(self.tr("Licences of what it is made of"), "heading"))
        lines.addWidget(text, 1)
        lines.addLayout(row(None, close))
        close.setFocus()


def licences() -> str:
    """Give the notices that are shipped with the program, one after the other."""
    files = (RESOURCES / "notices" / "NOTICES.md", FONTS / "LICENSE_FONT", ICONS / "LICENSE")
    return "\n\n".join(path.read_text(encoding="utf-8") for path in files if path.exists())


def ask_password(
    parent: QWidget, change: Callable[[str, str, PasswordDialog], object], *, must: bool
) -> PasswordDialog:
    """Open the password window; *change* gets old, new and the window to answer to."""
    dialog = PasswordDialog(parent, must=must)
    dialog.wanted.connect(lambda both: change(both[0], both[1], dialog))
    dialog.finished.connect(lambda _code: dialog.deleteLater())
    dialog.open()
    return dialog
