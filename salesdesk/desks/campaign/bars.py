"""Bars, diamonds and bands: how each row of the picture is painted."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from salesdesk.desks.campaign.axis import Axis
from salesdesk.desks.campaign.inks import Inks, mixed
from salesdesk.desks.campaign.rows import Row
from salesdesk.desks.campaign.words import short, title_of
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP
from salesdesk.office.campaign.rules import JobKind, Standing
from salesdesk.office.campaign.sheets import JobLine

ROW = 28
"""Pixels of one row, on both sides of the splitter."""
BAR, PHASE_BAR, ACTUAL, DIAMOND = 18.0, 20.0, 4.0, 8.0
LEAST = 5.0
"""Pixels of the shortest bar, so that a day can still be seen and grasped when zoomed out."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_DAYS_LATE = QT_TRANSLATE_NOOP("Campaign", "{days} d late")


class Planned(NamedTuple):
    """The planned days a row is painted with: its own, or those it is being dragged to."""

    plan_from: date
    plan_to: date


def bar_box(axis: Axis, planned: Planned, top: float, height: float) -> QRectF:
    """Give the box of a bar in a row that begins at *top*."""
    left = axis.x(planned.plan_from)
    wide = max(LEAST, axis.right(planned.plan_to) - left - 1)
    return QRectF(left, top + (ROW - height) / 2, wide, height)


def diamond_centre(axis: Axis, day: date, top: float) -> QPointF:
    """Give the middle of a milestone's diamond."""
    return QPointF(axis.x(day) + axis.day_width / 2, top + ROW / 2)


def paint_phase(
    painter: QPainter, axis: Axis, row: Row, planned: Planned, top: float, inks: Inks
) -> None:
    """Paint a phase's bar: its colour, how much of it is done, its title and count."""
    colour = inks.phase(row.hue)
    box = bar_box(axis, planned, top, PHASE_BAR)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mixed(inks.ground, colour, 0.42))
    painter.drawRoundedRect(box, 5, 5)
    total = len(row.phase.jobs)
    if total and row.phase.done:
        painter.save()
        path = QPainterPath()
        path.addRoundedRect(box, 5, 5)
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.fillRect(
            QRectF(box.left(), box.top(), box.width() * row.phase.done / total, box.height()),
            mixed(inks.ground, colour, 0.75),
        )
        painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.2))
    painter.drawRoundedRect(box, 5, 5)
    text = f"{title_of(row.phase)}   {row.phase.done}/{total}"
    _label(painter, box, text, inks.text, inks, bold=True, width=axis.view_width)


def paint_job(
    painter: QPainter, axis: Axis, row: Row, planned: Planned, top: float, today: date, inks: Inks
) -> None:
    """Paint a job's plan, what really happened of it, and its mark."""
    job = row.job
    if job is None:
        return
    colour = inks.phase(row.hue)
    if job.kind is JobKind.MILESTONE:
        _milestone(painter, axis, job, planned, top, colour, today, inks)
        return
    late = job.standing is Standing.LATE
    box = bar_box(axis, planned, top, BAR)
    edge = inks.late if late else mixed(inks.ground, colour, 0.8)
    painter.setPen(QPen(edge, 1.6 if late else 1.0))
    painter.setBrush(mixed(inks.ground, colour, 0.16))
    painter.drawRoundedRect(box, 4, 4)
    if job.kind is JobKind.MEDIUM:
        painter.setPen(Qt.PenStyle.NoPen)
        hatch = QBrush(mixed(inks.ground, colour, 0.34), Qt.BrushStyle.BDiagPattern)
        painter.setBrush(hatch)
        painter.drawRoundedRect(box, 4, 4)
    _actual(painter, axis, job, box, today, colour, inks)
    right = max(box.right(), _actual_right(axis, job, today))
    text = _worded(job, planned, today, late=late)
    tick = job.standing is Standing.DONE
    if tick:
        text = "✓ " + text
    ink = inks.late if late else inks.text
    room = QRectF(box.left(), box.top(), box.width(), box.height() - ACTUAL / 2)
    _label(painter, room, text, ink, inks, after=right, width=axis.view_width)


def paint_band(
    painter: QPainter, axis: Axis, row: Row, planned: Planned, top: float, rows: int, inks: Inks
) -> None:
    """Paint a phase's planned days as a band behind its *rows* rows."""
    colour = inks.phase(row.hue)
    left, right = axis.x(planned.plan_from), axis.right(planned.plan_to)
    wash = QColor(colour)
    wash.setAlpha(26 if inks.dark else 17)
    painter.fillRect(QRectF(left, top, right - left, rows * ROW), wash)
    pen = QPen(mixed(inks.ground, colour, 0.45), 1, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    for x in (left, right):
        painter.drawLine(QPointF(x, top), QPointF(x, top + rows * ROW))


def _milestone(
    painter: QPainter, axis: Axis, job: JobLine, planned: Planned, top: float, colour: QColor,
    today: date, inks: Inks,
) -> None:  # fmt: skip
    late, done = job.standing is Standing.LATE, job.standing is Standing.DONE
    centre = diamond_centre(axis, planned.plan_from, top)
    edge = inks.late if late else colour
    painter.setPen(QPen(edge, 2))
    painter.setBrush(colour if done else mixed(inks.ground, edge, 0.18))
    painter.drawPolygon(_diamond(centre))
    text = f"{_worded(job, planned, today, late=late)}  {short(planned.plan_from)}"
    if done:
        painter.setPen(QPen(inks.on(colour), 1.8))
        x, y = centre.x(), centre.y()
        painter.drawPolyline(
            QPolygonF([QPointF(x - 3.5, y), QPointF(x - 1, y + 2.8), QPointF(x + 3.8, y - 3)])
        )
        text = "✓ " + text
    box = QRectF(centre.x() - DIAMOND, top, 2 * DIAMOND, ROW)
    ink = inks.late if late else inks.text
    _label(painter, box, text, ink, inks, bold=True, width=axis.view_width)


def _diamond(centre: QPointF) -> QPolygonF:
    x, y = centre.x(), centre.y()
    return QPolygonF(
        [
            QPointF(x, y - DIAMOND),
            QPointF(x + DIAMOND, y),
            QPointF(x, y + DIAMOND),
            QPointF(x - DIAMOND, y),
        ]
    )


def _actual(
    painter: QPainter, axis: Axis, job: JobLine, box: QRectF, today: date, colour: QColor,
    inks: Inks,
) -> None:  # fmt: skip
    """Paint what really happened as a strip under the plan; beyond the planned end it is red."""
    if job.started_on is None:
        return
    left, right = axis.x(job.started_on), _actual_right(axis, job, today)
    y = box.bottom() - ACTUAL
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    inside = min(right, max(left, axis.right(job.plan_to) - 1))
    painter.drawRoundedRect(QRectF(left, y, max(2.0, inside - left), ACTUAL), 2, 2)
    if right > inside:
        painter.setBrush(inks.late)
        painter.drawRoundedRect(QRectF(inside, y, right - inside, ACTUAL), 2, 2)


def _actual_right(axis: Axis, job: JobLine, today: date) -> float:
    if job.started_on is None:
        return -1e9
    return axis.right(job.done_on or max(today, job.started_on)) - 1


def _worded(job: JobLine, planned: Planned, today: date, *, late: bool) -> str:
    title = title_of(job)
    if not late or planned.plan_to >= today:
        return title
    days = (today - planned.plan_to).days
    overdue = QCoreApplication.translate("Campaign", _DAYS_LATE).format(days=days)
    return f"{title} · {overdue}"


def _label(
    painter: QPainter, box: QRectF, text: str, ink: QColor, inks: Inks, *, width: int,
    bold: bool = False, after: float = -1e9,
) -> None:  # fmt: skip
    """Write *text* into *box* if it fits there, else beside it; it stays in view either way."""
    font = painter.font()
    font.setBold(bold)
    painter.setFont(font)
    wide = QFontMetricsF(font).horizontalAdvance(text)
    seen = max(box.left(), 0.0)
    painter.setPen(ink)
    if wide + 12 <= min(box.right(), width) - seen:
        painter.drawText(QRectF(seen + 6, box.top(), wide + 4, box.height()), _LEFT, text)
    else:
        painter.setPen(ink if ink == inks.late else mixed(ink, inks.ground, 0.12))
        left = max(box.right(), after) + 6
        if left < 0:  # half a title would only puzzle; the list has the whole one
            text = ""
        painter.drawText(QRectF(left, box.top(), wide + 4, box.height()), _LEFT, text)
    font.setBold(False)
    painter.setFont(font)
