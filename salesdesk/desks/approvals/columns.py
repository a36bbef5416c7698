"""The columns of the lists of requests and of reservations."""

from PySide6.QtCore import QObject

from salesdesk.desks.approvals.words import TONES, state_words
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.wording import is_chinese, listed, say
from salesdesk.office.approvals.rules import RequestState
from salesdesk.office.approvals.sheets import RequestCard
from salesdesk.office.sales.reservations import ReservationLine

_SOON_DAYS = 1


class RequestColumns(QObject):
    """What the lists show."""

    def requests(self) -> list[Column[RequestCard]]:
        """Give the columns of a list of requests."""
        wide = (100, 66, 72, 84, 72) if is_chinese() else (176, 82, 112, 92, 86)
        return [
            Column(self.tr("No."), lambda card: card.id, Kind.COUNT, 46),
            Column(self.tr("What"), lambda card: say("requests", card.kind), width=wide[0]),
            Column(self.tr("About"), lambda card: card.subject, width=80),
            Column(self.tr("For"), _customer, width=70),
            Column(self.tr("Value"), lambda card: card.amount_fen or None, Kind.MONEY, 116),
            Column(self.tr("Asked by"), lambda card: card.asker, width=wide[1]),
            Column(self.tr("State"), state_words, width=wide[2], tone=_state_tone),
            Column(self.tr("Next"), lambda card: listed(card.next), width=wide[3]),
            Column(self.tr("Days left"), _days_left, Kind.COUNT, wide[4], _days_tone),
            Column(self.tr("Filed"), lambda card: card.filed_at, Kind.MOMENT, 126),
        ]

    def reservations(self) -> list[Column[ReservationLine]]:
        """Give the columns of the list of reservations."""
        return [
            Column(self.tr("Unit"), lambda line: line.unit, width=88),
            Column(self.tr("Customer"), lambda line: line.customer, width=84),
            Column(self.tr("Until"), lambda line: line.until, Kind.DAY, 96),
            Column(self.tr("Days left"), _left, Kind.COUNT, 72, _left_tone),
            Column(self.tr("List price"), lambda line: line.total_fen, Kind.MONEY, 112),
            Column(self.tr("Consultant"), lambda line: line.consultant, width=84),
            Column(self.tr("Asked by"), lambda line: line.asked_by, width=84),
            Column(self.tr("Reserved"), lambda line: line.reserved_at, Kind.MOMENT, 126),
            Column(self.tr("State"), lambda line: say("reservation states", line.state), width=84),
            Column(self.tr("Reason"), lambda line: line.reason, width=150),
        ]


def _customer(card: RequestCard) -> str:
    return next((line.value for line in card.what if line.name == "customer"), "")


def _days_left(card: RequestCard) -> int | None:
    return card.days_left if card.state is RequestState.PENDING else None


def _days_tone(card: RequestCard) -> str:
    return "danger" if card.days_left <= _SOON_DAYS else ""


def _state_tone(card: RequestCard) -> str:
    return TONES.get(card.state, "dim")


def _left(line: ReservationLine) -> int | None:
    return line.days_left if line.state == "reserved" else None


def _left_tone(line: ReservationLine) -> str:
    return "danger" if line.days_left <= _SOON_DAYS else ""
