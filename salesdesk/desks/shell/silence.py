"""What stands over every desk while the office is silent."""

from PySide6.QtWidgets import QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.wording import local


class SilentBanner(Banner):
    """Says since when nothing is current, until the office answers again."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        link.reachable.connect(self.stand)
        self.stand()

    def stand(self, _reachable: object = None) -> None:
        """Show how the office stands now."""
        since = self._link.silent_since
        if since is None:
            self.clear()
            return
        problem = self.tr("The office server does not answer: not current since {time}.")
        remedy = self.tr(
            "You can look and type. No money and no unit is taken until it is back; the desk "
            "connects again by itself."
        )
        self.say(problem.format(time=f"{local(since):%H:%M:%S}"), remedy, "warn")
