"""A paper on its way to the screen: drawn on the thread for long work, shown in a preview."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.preview import PreviewDialog


def open_paper(
    link: Link,
    owner: QWidget,
    draw: Callable[[], bytes],
    title: str,
    opened: Callable[[PreviewDialog], object] | None = None,
) -> None:
    """Draw a PDF off the window thread and preview it over *owner*; *opened* gets the preview."""

    def show(pdf: bytes) -> None:
        preview = PreviewDialog(pdf, title, owner)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.open()
        if opened is not None:
            opened(preview)

    link.run(owner, lambda _step, _cancelled: draw(), show)
