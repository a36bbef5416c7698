"""What the shell expects of a desk, and the word by which one desk sends to another."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from salesdesk.desks.link import Link
from salesdesk.kernel.change import Topic


@dataclass(frozen=True, slots=True)
class Jump:
    """Go to a desk and show a record there; *act* names the form to open, empty: only show.

    Desks: "agenda", "board", "reception", "cashier", "contracts", "approvals", "mortgage",
    "campaign", "admin". Acts in use:
    "deposit" and "refund" (cashier), "subscribe" and "cancel" (contracts), "visit" (reception),
    "import", "permit" and "laws" (admin).
    """

    desk: str
    topic: Topic
    key: int
    act: str = ""


class Desk(QWidget):
    """One desk of the rail; see `salesdesk.desks` for the way it is built.

    Signals:
        jump: a `Jump` to another desk.
        told: a short text for the status bar, for example what was just saved.
    """

    jump = Signal(object)
    told = Signal(object)

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = link

    def refresh(self) -> None:
        """Ask the office again for everything shown; the first call fills the desk."""

    def receive(self, jump: Jump) -> None:
        """Show the record *jump* names and open the form it asks for."""

    def print_view(self) -> None:
        """Print what is shown, by preview (Ctrl+P)."""

    def export_view(self) -> None:
        """Export what is shown to a workbook (Ctrl+E)."""

    def unsaved(self) -> bool:
        """Tell whether something typed would be lost if the desk went away now."""
        return False

    def place(self) -> object:
        """Give where the person is on this desk, for `go` of the desk made anew."""
        return None

    def go(self, place: object) -> None:
        """Return to a place that an earlier desk of this kind gave."""

    def keys(self) -> Sequence[tuple[str, str]]:
        """Give the desk's own keys for the overview: ("Ctrl+Return", what it does)."""
        return ()

    def views(self) -> Sequence[str]:
        """Give the names of the desk's pages, in order; empty for a desk of one page."""
        return ()

    def show_page(self, name: str) -> None:
        """Show the page *name* of `views`."""
