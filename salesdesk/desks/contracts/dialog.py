"""The frame of every form about a deal."""

from PySide6.QtWidgets import QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.figures import FactList
from salesdesk.office.sales.sheets import DealCard


class DealDialog(Asking):
    """A form about one deal, with its facts under the title."""

    def __init__(
        self,
        link: Link,
        card: DealCard,
        parent: QWidget | None,
        *,
        danger: bool = False,
        columns: int = 1,
        fills: bool = False,
    ) -> None:
        super().__init__(link, parent, danger=danger, columns=columns, fills=fills)
        self.card = card
        self.facts = FactList()
        self.tell(self.facts)
        self.no.setText(self.tr("Close"))  # "Cancel" is what becomes of a deal
