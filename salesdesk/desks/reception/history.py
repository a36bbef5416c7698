"""What happened with a customer: visits, follow-ups and deals, the newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesdesk.desks.reception.choices import contact_word
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import PlainLabel, button, clear, row
from salesdesk.desks.wording import day, local, medium, moment, money, now, say, say_all
from salesdesk.office.customers.checks import CheckLine
from salesdesk.office.customers.sheets import FollowUpLine, VisitLine
from salesdesk.office.sales.line_queries import CALLED, LineCard
from salesdesk.office.sales.sheets import DealCard

_LONGEST = 60
_ICON = 15


@dataclass(frozen=True, slots=True)
class _Event:
    at: datetime
    when: str
    icon: str
    tone: str
    title: str
    detail: str
    unit: int = 0


class CustomerHistory(QWidget):
    """A timeline of one customer.

    Signals:
        unit_wanted: the id of the unit to show on the board.
    """

    unit_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._visits: tuple[VisitLine, ...] = ()
        self._follow_ups: tuple[FollowUpLine, ...] = ()
        self._deals: tuple[DealCard, ...] = ()
        self._checks: tuple[CheckLine, ...] = ()
        self._places: tuple[LineCard, ...] = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(10)
        self._texts: list[str] = []

    def clear(self) -> None:
        """Show nothing."""
        self._visits, self._follow_ups, self._deals = (), (), ()
        self._checks, self._places = (), ()
        self._show()

    def show_visits(self, lines: tuple[VisitLine, ...]) -> None:
        """Show the register's entries."""
        self._visits = lines
        self._show()

    def show_follow_ups(self, lines: tuple[FollowUpLine, ...]) -> None:
        """Show the follow-ups."""
        self._follow_ups = lines
        self._show()

    def show_deals(self, cards: tuple[DealCard, ...]) -> None:
        """Show the deals."""
        self._deals = cards
        self._show()

    def show_checks(self, lines: tuple[CheckLine, ...]) -> None:
        """Show what managers found and advised when they looked at the entries."""
        self._checks = lines
        self._show()

    def show_places(self, cards: tuple[LineCard, ...]) -> None:
        """Show for which units the customer stands in line."""
        self._places = cards
        self._show()

    def texts(self) -> list[str]:
        """Give what is shown, newest first."""
        return self._texts

    def _show(self) -> None:
        clear(self._lines)
        events = sorted(self._events(), key=lambda event: event.at, reverse=True)[:_LONGEST]
        self._texts = [f"{e.when} {e.title} {e.detail}".strip() for e in events]
        for event in events:
            self._lines.addWidget(self._drawn(event))
        if not events:
            self._lines.addWidget(PlainLabel(self.tr("Nothing has happened yet."), "dim"))

    def _drawn(self, event: _Event) -> QWidget:
        made = QWidget()
        mark = PlainLabel()
        set_icon(mark, event.icon, event.tone, _ICON)
        mark.setFixedWidth(_ICON + 4)
        title = PlainLabel(event.title).wrapping()
        when = PlainLabel(event.when, "hint")
        lines = QVBoxLayout(made)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(1)
        head = row(mark, title, when, spacing=6)
        head.setStretch(1, 1)
        lines.addLayout(head)
        if event.detail:
            words = PlainLabel(event.detail, "dim").wrapping().selectable()
            words.setContentsMargins(_ICON + 10, 0, 0, 0)
            lines.addWidget(words)
        if event.unit:
            key = event.unit
            go = button(
                self.tr("Show on the board"), lambda: self.unit_wanted.emit(key), role="link"
            )
            go.setContentsMargins(0, 0, 0, 0)
            shifted = row(go, None)
            shifted.setContentsMargins(_ICON + 8, 0, 0, 0)
            lines.addLayout(shifted)
        return made

    def _events(self) -> Iterable[_Event]:
        for visit in self._visits:
            yield self._of_visit(visit)
        for follow_up in self._follow_ups:
            yield self._of_follow_up(follow_up)
        for check in self._checks:
            yield self._of_check(check)
        for deal in self._deals:
            yield self._of_deal(deal)
        for place in self._places:
            yield self._of_place(place)

    def _of_check(self, line: CheckLine) -> _Event:
        words = self.tr("{verdict} · {entry} · {person}")
        title = words.format(
            verdict=say("verdicts", line.verdict),
            entry=say("entries", line.kind),
            person=line.checked_by,
        )
        tone = {"good": "good", "wanting": "warn"}.get(line.verdict, "accent_text")
        return _Event(line.at, moment(line.at), "message-square-text", tone, title, line.comment)

    def _of_visit(self, line: VisitLine) -> _Event:
        title = say("manners", line.manner)
        if line.late:
            late = self.tr("late entry")
            title = f"{title} · {late}"
        media = say_all("media", [medium(name) for name in line.media])
        detail = "\n".join(filter(None, (media, line.remarks)))
        icon = "phone" if line.manner == "call" else "door-open"
        when = day(line.day) if line.late else moment(line.at)
        return _Event(line.at, when, icon, "accent_text", title, detail)

    def _of_follow_up(self, line: FollowUpLine) -> _Event:
        if line.done_at is not None:
            title = self.tr("Follow-up: {manner}").format(manner=contact_word(line.manner))
            detail = "\n".join(filter(None, (line.result, self._advice(line))))
            return _Event(line.done_at, moment(line.done_at), "check", "good", title, detail)
        # What is still to come stands above everything that was.
        ahead = now() + timedelta(days=max(0, (line.due_on - local(now()).date()).days) + 1)
        title = self.tr("Follow-up due {day}").format(day=day(line.due_on))
        tone = "danger" if line.overdue_days else "warn"
        return _Event(ahead, line.consultant, "bell", tone, title, self._advice(line))

    def _of_deal(self, card: DealCard) -> _Event:
        state = card.state if card.live else ""
        words = say("states", state) if state else self.tr("ended")
        if card.exchanged_for:
            words = self.tr("exchanged for {unit}").format(unit=card.exchanged_for)
        title = f"{card.unit} · {words}"
        detail = " · ".join(
            filter(None, (card.agreement, money(card.price_fen), *self._money_of(card)))
        )
        return _Event(
            card.opened_at,
            moment(card.opened_at),
            "handshake",
            "good" if card.live else "dim",
            title,
            detail,
            card.unit_id,
        )

    def _money_of(self, card: DealCard) -> Iterator[str]:
        """Say what was paid; once a deal is over, what is kept of it and what goes back."""
        if card.live:
            yield self.tr("paid {amount}").format(amount=money(card.paid_fen))
            return
        if card.kept_fen:
            yield self.tr("{amount} kept").format(amount=money(card.kept_fen))
        if card.back_fen:
            yield self.tr("{amount} back to the buyer").format(amount=money(card.back_fen))

    def _of_place(self, card: LineCard) -> _Event:
        if card.turn_ends is not None and card.state == CALLED:
            title = self.tr("{unit} is free for him until {time}")
            title = title.format(unit=card.unit, time=moment(card.turn_ends))
        else:
            title = self.tr("In line for {unit}: place {place}")
            title = title.format(unit=card.unit, place=card.position)
        detail = self.tr("until {day}").format(day=day(card.until))
        tone = "warn" if card.state == CALLED else "accent_text"
        return _Event(
            card.joined_at, moment(card.joined_at), "users", tone, title, detail, card.unit_id
        )

    def _advice(self, line: FollowUpLine) -> str:
        if not line.advice:
            return ""
        words = self.tr("Advice from {name}: {advice}")
        return words.format(name=line.advised_by, advice=line.advice)
