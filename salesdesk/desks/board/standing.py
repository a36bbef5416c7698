"""As of when the board is true, and that it can only be read while the office is silent."""

from PySide6.QtCore import QObject

from salesdesk.desks import wording
from salesdesk.desks.board.offers import Offers
from salesdesk.desks.board.toolbar import BoardBar
from salesdesk.desks.link import Link


class Standing(QObject):
    """Tells the toolbar and the panel how the office stands."""

    def __init__(self, link: Link, bar: BoardBar, offers: Offers) -> None:
        super().__init__(bar)
        self._link = link
        self._bar = bar
        self._offers = offers
        link.answered.connect(self._show)
        link.reachable.connect(self._turn)

    def _turn(self, _reachable: object) -> None:
        self._show()
        self._offers.offer()

    def _show(self, _moment: object = None) -> None:
        silent = self._link.silent_since
        words = self.tr("as of {time}") if silent is None else self.tr("not current since {time}")
        moment = wording.local(silent or wording.now())  # Qt hands a datetime over as its own kind
        self._bar.show_as_of(words.format(time=f"{moment:%H:%M:%S}"))
