"""The wizard's page that joins an office server: where it is, or a desk's file that says so."""

from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import PlainLabel, Rule, button, row

_USUAL_PORT, _HIGHEST_PORT = "5432", 65_535
_LINES = ("host", "port", "database", "certificate")


class JoinPage(QWidget):
    """Asks for host, port and database, or for the file that the administrator gave.

    Login and password are asked for by the sign-in afterwards, and kept nowhere.

    Signals:
        wanted: the address, or the desk's file, as one text.
        anew: the address of a database in which an office shall be made.
        back: the person changed his mind.
    """

    wanted = Signal(object)
    anew = Signal(object)
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(2)
        self._fields = {
            "host": self._line("host", self.tr("Machine"), needed=True, wide=True),
            "port": self._line("port", self.tr("Port"), needed=True),
            "database": self._line("database", self.tr("Database"), needed=True),
            "certificate": self._line("certificate", self.tr("Certificate file"), wide=True),
        }
        self._fields["port"].setText(_USUAL_PORT)
        self._fields["port"].setValidator(QIntValidator(1, _HIGHEST_PORT, self))
        self._fields["host"].setPlaceholderText(
            self.tr("for example 192.168.1.10; of two, the second takes over: 10.0.0.1, 10.0.0.2")
        )
        self._fields["certificate"].setPlaceholderText(
            self.tr("only where the server's certificate is the office's own")
        )
        for field in self._fields.values():
            field.returnPressed.connect(self.send)
        self.go = button(self.tr("Join"), self.send, "arrow-right", "primary")
        self.file = button(self.tr("Choose a desk's file…"), self._choose, "folder-open")
        self.make = button(self.tr("Make a new office there…"), self._make, "plus", "link")
        go_back = button(self.tr("Back"), self.back.emit, "arrow-left", "quiet")
        title = PlainLabel(self.tr("Join an office server"), "title")
        hint = self.tr(
            "The administrator tells you where the office is, or gives you a file that says so "
            "(it ends in .server.json). Your login and password come next."
        )
        safe = self.tr(
            "Between machines the line is always encrypted and the server must show its "
            "certificate; your password is kept in no file."
        )
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addStretch(1)
        lines.addWidget(title)
        lines.addWidget(PlainLabel(hint, "dim").wrapping())
        lines.addLayout(row(self.file, None))
        lines.addWidget(Rule())
        lines.addWidget(self.form)
        lines.addWidget(PlainLabel(safe, "hint").wrapping())
        lines.addStretch(2)
        lines.addLayout(row(go_back, None, self.make, self.go))

    def start(self) -> None:
        """Put the cursor into the first field that is empty."""
        empty = (self._fields[name] for name in _LINES[:3] if not self._fields[name].text())
        next(empty, self._fields["host"]).setFocus()

    def typed(self) -> tuple[str, ...]:
        """Give what stands in the form, to be put into another one."""
        return tuple(self._fields[name].text() for name in _LINES)

    def put(self, typed: tuple[str, ...]) -> None:
        """Fill the form with what stood in another one."""
        for name, text in zip(_LINES, typed, strict=False):
            self._fields[name].setText(text)

    def send(self) -> None:
        """Check the form and ask for the office, or say what is missing."""
        if self._complete():
            self.wanted.emit(self.address())

    def _make(self) -> None:
        if self._complete():
            self.anew.emit(self.address())

    def _complete(self) -> bool:
        self.form.right()
        missing = [name for name in _LINES[:3] if not self.form.text(name)]
        for name in reversed(missing):
            self.form.wrong(name, self.tr("Please fill this in."))
        return not missing

    def address(self) -> str:
        """Give the address as it is written; the office judges it."""
        host, port, database, certificate = (self.form.text(name) for name in _LINES)
        if "://" in host:  # the whole of it was pasted
            return host
        several = [one.strip() for one in host.replace("，", ",").split(",") if one.strip()]
        asked = [f"sslrootcert={quote(certificate)}"] if certificate else []
        if len(several) > 1:
            asked = [f"host={quote(_at(one, port), safe=':[]')}" for one in several] + asked
            where = ""
        else:
            where = _at(several[0] if several else "", port)
        query = f"?{'&'.join(asked)}" if asked else ""
        return f"postgresql+psycopg://{where}/{quote(database, safe='')}{query}"

    def _line(
        self, name: str, label: str, *, needed: bool = False, wide: bool = False
    ) -> QLineEdit:
        return self.form.add(name, label, QLineEdit(), needed=needed, wide=wide)

    def _choose(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a desk's file"),
            str(Path.home()),
            self.tr("Office server (*.server.json)"),
        )
        if path:
            self.wanted.emit(path)


def _at(host: str, port: str) -> str:
    """Give host and port as they stand in an address: one typed with the host goes before."""
    if host.startswith("["):
        return host if "]:" in host else f"{host}:{port}"
    if host.count(":") == 1:
        return host
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
