"""How long ago a backup was restored for trial: after four weeks nobody knows any more."""

from datetime import datetime

from salesdesk.desks.widgets.figures import Figure
from salesdesk.desks.wording import now

_DAY = 24 * 3600
_GOOD_DAYS = 7
"""A drill a week is the house's rule."""

_DAYS_AT_MOST = 28


class LastDrill(Figure):
    """Shows when a backup of this office last stood the drill."""

    def __init__(self, role: str = "figure") -> None:
        super().__init__(self.tr("Last verified restore"), role)

    def show_drill(self, drilled: datetime | None) -> None:
        """Show how many days ago it was; None: never."""
        if drilled is None:
            self.show_value(self.tr("never"), "danger")
            return
        days = int((now() - drilled).total_seconds() // _DAY)
        tone = "good" if days <= _GOOD_DAYS else "warn" if days <= _DAYS_AT_MOST else "danger"
        words = self.tr("today") if days < 1 else self.tr("%n day(s) ago", "", days)
        self.show_value(words, tone)
