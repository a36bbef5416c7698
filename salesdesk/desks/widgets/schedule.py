"""A deal's payment schedule as a small list: what is due, when, of it paid, and what is open."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.wording import day, is_chinese, say, today
from salesdesk.kernel.money import format_yuan
from salesdesk.office.sales.due_queries import DueCard
from salesdesk.office.sales.reminder_rules import SOON_DAYS


class ScheduleList(QWidget):
    """Shows due lines; overdue ones red, soon due ones orange, paid and ended ones dim.

    With *paying* more columns: what is paid of a line, what of the amount being typed goes to it,
    and what of it stays open afterwards. A *trial* is of no deal: nothing of it is paid or open.
    """

    def __init__(
        self, *, paying: bool = False, trial: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._paying = paying
        self._trial = trial
        self._shares: dict[int, tuple[PlainLabel, PlainLabel, int]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)

    def show_lines(self, lines: Sequence[DueCard]) -> None:
        """Show these lines instead."""
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._shares = {}
        if not lines:
            return
        heads = [self.tr("What for"), self.tr("Due"), self.tr("Amount"), self.tr("Open")]
        if self._trial:
            heads.pop()
        if self._paying:
            heads.insert(3, self.tr("Paid"))
            heads += [self.tr("Now"), self.tr("Open then")]
        for at, words in enumerate(heads):
            self._put(0, at, PlainLabel(words, "dim"))
        for place, line in enumerate(lines, 1):
            self._show_line(place, line)

    def show_shares(self, shares: Mapping[int, int]) -> None:
        """Show what of an amount goes to which line: its id -> fen."""
        for key, (now, then, open_fen) in self._shares.items():
            part = shares.get(key, 0)
            now.setText(f"+{figure(part)}" if part else "")
            then.setText(figure(open_fen - part) if part else "")

    def texts(self) -> list[str]:
        """Give what is written, cell by cell."""
        items = (self._grid.itemAt(at) for at in range(self._grid.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget.text() for widget in widgets if isinstance(widget, PlainLabel)]

    def _show_line(self, place: int, line: DueCard) -> None:
        tone = tone_of(line, today())
        look = "dim" if tone == "dim" else ""
        kind = PlainLabel(say("due money", line.money), look)
        kind.setWordWrap(not is_chinese())  # few characters, which Qt would break one by one
        when = PlainLabel(self._when(line), look or "due").wrapping()
        when.setProperty("tone", tone)
        figures = [line.amount_fen] if self._trial else [line.amount_fen, line.open_fen]
        if self._paying:
            figures.insert(1, line.paid_fen)
        self._put(place, 0, kind)
        self._put(place, 1, when)
        for at, fen in enumerate(figures, 2):
            self._put(place, at, PlainLabel(figure(fen) if fen else "–", look))
        if self._paying and line.open_fen:
            now, then = PlainLabel("", "due"), PlainLabel("", "dim")
            now.setProperty("tone", "good")
            self._put(place, 5, now)
            self._put(place, 6, then)
            self._shares[line.id] = (now, then, line.open_fen)

    def _put(self, line: int, at: int, label: PlainLabel) -> None:
        if at > 1:
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, line, at)
        label.show()  # at once, so that the height is known

    def _when(self, line: DueCard) -> str:
        if line.ended:
            words = self.tr("paid before change {number}")
            return words.format(number=line.why) if line.why else self.tr("paid before a change")
        if line.due_on is None:
            return self._waiting(line)
        said = [day(line.due_on)]
        if line.overdue_days:
            said.append(self.tr("%n day(s) overdue", "", line.overdue_days))
        if line.waived_fen:
            said.append(self.tr("{amount} waived").format(amount=figure(line.waived_fen)))
        if line.late_fen:
            said.append(self.tr("late fee {amount}").format(amount=figure(line.late_fen)))
        return " · ".join(said)

    def _waiting(self, line: DueCard) -> str:
        """Name the event that a line without a day waits for."""
        event = " ".join(part for part in (say("due events", line.event), line.stage) if part)
        if not line.days:
            return event
        return self.tr("{event} + %n day(s)", "", line.days).format(event=event)


def tone_of(line: DueCard, on: date) -> str:
    """Give how a line is marked on a day: "danger", "warn", "dim" or ""."""
    if line.ended or not line.open_fen:
        return "dim"
    if line.overdue_days:
        return "danger"
    if line.due_on is not None and (line.due_on - on).days <= SOON_DAYS:
        return "warn"
    return ""


def figure(fen: int) -> str:
    """Write an amount as short as it can be: whole yuan without their zeros."""
    return format_yuan(fen).removesuffix(".00")
