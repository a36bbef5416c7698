"""What stands where a board would, while a project has no unit."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from salesdesk.desks.widgets.banner import EmptyState


def empty_board(*, may: bool, begin: Callable[[], object]) -> EmptyState:
    """Give it for those who *may* import a price list (a button calls *begin*), and for the others."""
    title = QCoreApplication.translate("BoardDesk", "There are no units yet")
    if not may:
        detail = QCoreApplication.translate(
            "BoardDesk", "The administrator or the site manager imports the price list."
        )
        return EmptyState(title, detail, "layout-grid")
    detail = QCoreApplication.translate(
        "BoardDesk",
        "A board shows every unit of a project. Import a price list: the program makes the "
        "project, its buildings and its units from it.",
    )
    action = QCoreApplication.translate("BoardDesk", "Import a price list…")
    return EmptyState(title, detail, "layout-grid", action=action, clicked=begin)
