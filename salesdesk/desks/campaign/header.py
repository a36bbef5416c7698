"""The head of the picture: phases as a ribbon, months, then days or weeks as the zoom allows."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from salesdesk.desks.campaign.axis import Axis
from salesdesk.desks.campaign.inks import Inks
from salesdesk.desks.campaign.words import title_of, written
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP
from salesdesk.office.campaign.axis import each_day, mondays, months
from salesdesk.office.campaign.sheets import TimelineSheet

RIBBON, MONTHS, DAYS = 20, 19, 19
HEIGHT = RIBBON + MONTHS + DAYS
DAY_NUMBERS, WEEK_NUMBERS, SHADES = 17.0, 4.2, 1.6
"""Pixels per day from which day numbers, Monday numbers and shaded days are drawn."""

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MONTH_WIDE = 74
_SHORT_MONTH_WIDE = 26
_LONG = QT_TRANSLATE_NOOP("Campaign", "MMM yyyy")
_SHORT = QT_TRANSLATE_NOOP("Campaign", "MMM")
_TODAY = QT_TRANSLATE_NOOP("Campaign", "Today")


class Shade(NamedTuple):
    """Consecutive days off; ``name`` of the holiday that lends them its colour, or empty."""

    first_on: date
    last_on: date
    name: str


def shades(sheet: TimelineSheet, *, english: bool) -> tuple[Shade, ...]:
    """Give the days off of *sheet*, neighbours of one kind joined."""
    joined: list[Shade] = []
    for off in sheet.days_off:
        name = off.english if english else off.name
        last = joined[-1] if joined else None
        if (
            last is not None
            and off.day - last.last_on == timedelta(days=1)
            and bool(last.name) == bool(name)
        ):
            joined[-1] = last._replace(last_on=off.day)
        else:
            joined.append(Shade(off.day, off.day, name))
    return tuple(joined)


def paint_header(painter: QPainter, axis: Axis, sheet: TimelineSheet, inks: Inks) -> None:
    """Paint the head over the top `HEIGHT` pixels of the view."""
    width = axis.view_width
    painter.fillRect(QRectF(0, 0, width, HEIGHT), inks.panel)
    _ribbon(painter, axis, sheet, inks)
    _months(painter, axis, inks)
    if axis.day_width >= DAY_NUMBERS:
        _days(painter, axis, sheet, inks)
    elif axis.day_width >= WEEK_NUMBERS:
        _weeks(painter, axis, inks)
    painter.setPen(QPen(inks.rule, 1))
    painter.drawLine(0, HEIGHT - 1, width, HEIGHT - 1)
    _today(painter, axis, sheet.today, inks)


def _ribbon(painter: QPainter, axis: Axis, sheet: TimelineSheet, inks: Inks) -> None:
    painter.setFont(_sized(0.92, bold=True))
    for hue, phase in enumerate(sheet.phases):
        left, right = axis.x(phase.plan_from), axis.right(phase.plan_to)
        if right < 0 or left > axis.view_width:
            continue
        colour = inks.phase(hue)
        painter.fillRect(QRectF(left, 0, right - left - 1, RIBBON - 2), colour)
        seen = QRectF(
            max(0, left) + 6, 0, min(axis.view_width, right) - max(0, left) - 10, RIBBON - 2
        )
        text = painter.fontMetrics().elidedText(
            title_of(phase), Qt.TextElideMode.ElideRight, max(0, int(seen.width()))
        )
        painter.setPen(inks.on(colour))
        painter.drawText(seen, _LEFT, text)


def _months(painter: QPainter, axis: Axis, inks: Inks) -> None:
    painter.setFont(_sized(1.0))
    for month in months(*_seen(axis)):
        left, right = axis.x(month.first_on), axis.right(month.last_on)
        painter.setPen(QPen(inks.rule, 1))
        painter.drawLine(int(left), RIBBON, int(left), HEIGHT)
        wide = right - max(0, left)
        if wide < _SHORT_MONTH_WIDE:
            continue
        pattern = _translated(_LONG if wide >= _MONTH_WIDE else _SHORT)
        painter.setPen(inks.text)
        box = QRectF(max(0, left) + 6, RIBBON, wide - 8, MONTHS)
        painter.drawText(box, _LEFT, written(month.first_on, pattern))


def _days(painter: QPainter, axis: Axis, sheet: TimelineSheet, inks: Inks) -> None:
    painter.setFont(_sized(0.86))
    named = {off.day: bool(off.name) for off in sheet.days_off}
    make_up = set(sheet.make_up_days)
    for day in each_day(*_seen(axis)):
        box = QRectF(axis.x(day), RIBBON + MONTHS, axis.day_width, DAYS)
        if day in make_up:  # a weekend day people work: marked by a ring, not by colour alone
            painter.setPen(QPen(inks.soft, 1))
            painter.drawEllipse(box.center(), 8, 8)
        painter.setPen(inks.holiday_text if named.get(day) else inks.soft)
        painter.drawText(box, _CENTRE, str(day.day))


def _weeks(painter: QPainter, axis: Axis, inks: Inks) -> None:
    painter.setFont(_sized(0.86))
    for day in mondays(*_seen(axis)):
        left = axis.x(day)
        painter.setPen(QPen(inks.rule, 1))
        painter.drawLine(int(left), RIBBON + MONTHS, int(left), HEIGHT)
        painter.setPen(inks.soft)
        painter.drawText(QRectF(left + 3, RIBBON + MONTHS, 30, DAYS), _LEFT, str(day.day))


def _today(painter: QPainter, axis: Axis, today: date, inks: Inks) -> None:
    middle = axis.x(today) + axis.day_width / 2
    text = f"{_translated(_TODAY)} {today.strftime('%m-%d')}"
    painter.setFont(_sized(0.9, bold=True))
    wide = painter.fontMetrics().horizontalAdvance(text) + 14
    if not -wide < middle < axis.view_width + wide:
        return
    left = min(max(2.0, middle - wide / 2), axis.view_width - wide - 2)
    box = QRectF(left, HEIGHT - DAYS + 1, wide, DAYS - 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.today)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(inks.on_today)
    painter.drawText(box, _CENTRE, text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _seen(axis: Axis) -> tuple[date, date]:
    return axis.visible()


def _sized(share: float, *, bold: bool = False) -> QFont:
    """Give the application's own font at *share* of its size."""
    sized = QFont(QCoreApplication.instance().font())  # type: ignore[union-attr]
    sized.setPointSizeF(sized.pointSizeF() * share)
    sized.setBold(bold)
    return sized


def _translated(text: str) -> str:
    return QCoreApplication.translate("Campaign", text)


def seen_shades(axis: Axis, found: tuple[Shade, ...]) -> Iterator[tuple[Shade, float, float]]:
    """Give the shades that can be seen, with their left edge and width."""
    for shade in found:
        left, right = axis.x(shade.first_on), axis.right(shade.last_on)
        if right >= 0 and left <= axis.view_width:
            yield shade, left, right - left
