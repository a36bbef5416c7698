"""A paper on its way to the screen: drawn on the thread for long work, shown in a preview."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.columns import TableSheet
from salesdesk.desks.widgets.outlets import OUTLETS
from salesdesk.desks.widgets.preview import PreviewDialog
from salesdesk.desks.wording import language


def open_paper(
    link: Link,
    owner: QWidget,
    draw: Callable[[], bytes],
    title: str,
    opened: Callable[[PreviewDialog], object] | None = None,
    *,
    exact: bool = False,
) -> None:
    """Draw a PDF off the window thread and preview it over *owner*; *opened* gets the preview.

    *exact*: it is printed to the millimetre, as what goes on a printed form must be.
    """

    def show(pdf: bytes) -> None:
        preview = PreviewDialog(pdf, title, owner, exact=exact)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.open()
        if opened is not None:
            opened(preview)

    link.run(owner, lambda _step, _cancelled: draw(), show)


def open_list(link: Link, owner: QWidget, sheet: TableSheet) -> None:
    """Preview a list on paper over *owner*, in the language of the window."""
    draw, spoken = OUTLETS.paper, language()
    if draw is not None:
        open_paper(link, owner, lambda: draw(sheet, spoken), sheet.title)
