"""What the desk shows while a project has no plan: the template by its dates, and one button."""

from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.campaign.inks import inks
from salesdesk.desks.campaign.words import short
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.fields import DateField
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import Card, PlainLabel, button, row
from salesdesk.desks.wording import language
from salesdesk.office.campaign.sheets import shown
from salesdesk.office.campaign.template import PHASES

_HIGH = 64


class Start(QWidget):
    """Asks for the first day of a campaign.

    Signals:
        wanted: the day on which the plan should begin.
    """

    wanted = Signal(object)

    def __init__(self, *, may: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = DateField()
        self.day.setFixedWidth(160)
        self.day.setAccessibleName(self.tr("First day of the campaign"))
        self.banner = Banner()
        self._strip = _Strip()
        picture = QLabel()
        set_icon(picture, "calendar-range", "accent_text", 40)
        card = Card(margin=28)
        card.setMaximumWidth(860)
        card.body.setSpacing(14)
        card.body.addWidget(picture)
        card.body.addWidget(PlainLabel(self.tr("Plan the campaign from the template"), "title"))
        count = sum(len(phase.jobs) for phase in PHASES)
        detail = self.tr(
            "Five phases with %n job(s), media and milestones. Everything can be moved, renamed "
            "and added to afterwards.",
            None,
            count,
        )
        card.body.addWidget(PlainLabel(detail, "dim").wrapping())
        card.body.addWidget(self._strip)
        self.go = button(self.tr("Plan the campaign"), self._send, "calendar-range", "primary")
        caption = PlainLabel(self.tr("First day"))
        caption.setBuddy(self.day)
        if may:
            card.body.addLayout(row(caption, self.day, self.go, None))
        else:
            text = self.tr("Your site manager plans the campaign; it appears here then.")
            card.body.addWidget(PlainLabel(text, "dim").wrapping())
        card.body.addWidget(self.banner)
        lines = QVBoxLayout(self)
        lines.addStretch(2)
        lines.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch(3)
        self.day.changed.connect(self._strip.show_start)
        self.day.returnPressed.connect(self._send)

    def propose(self, today: date) -> None:
        """Propose the Monday after *today*, unless a day was typed."""
        if self.day.day() is None:
            self.day.set_day(today + timedelta(days=7 - today.weekday()))

    def _send(self) -> None:
        day = self.day.day()
        if day is None:
            remedy = self.tr("Enter it as year-month-day.")
            self.banner.say(self.tr("The first day is missing."), remedy)
            self.day.setFocus()
            return
        self.banner.clear()
        self.wanted.emit(day)


class _Strip(QWidget):
    """Paints the five phases of the template by their lengths."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first: date | None = None
        self.setMinimumSize(560, _HIGH)

    def show_start(self, day: date | None) -> None:
        """Paint the phases from *day* on."""
        self._first = day or self._first
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(800, _HIGH)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, ink = QPainter(self), inks()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = sum(phase.days for phase in PHASES)
        left, day = 0.0, self._first
        font = self.font()
        for hue, phase in enumerate(PHASES):
            wide = self.width() * phase.days / whole
            colour = ink.phase(hue)
            box = QRectF(left, 2, wide - 4, 32)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(box, 7, 7)
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(ink.on(colour))
            title = shown(phase.title, phase.english, language())
            title = painter.fontMetrics().elidedText(
                title, Qt.TextElideMode.ElideRight, int(wide) - 16
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, title)
            if day is not None:
                font.setBold(False)
                painter.setFont(font)
                painter.setPen(ink.soft)
                last = day + timedelta(days=phase.days - 1)
                text = f"{short(day)} – {short(last)}"
                painter.drawText(
                    QRectF(left, 38, wide - 4, 22), Qt.AlignmentFlag.AlignCenter, text
                )
                day = last + timedelta(days=1)
            left += wide
