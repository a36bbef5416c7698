"""The curve of subscriptions under the timeline: all units so far, and each day's as a bar."""

from reportlab.lib.colors import Color, HexColor

from salesdesk.documents.inks import HAIR, RULE, SOFT
from salesdesk.documents.page import RIGHT, Page
from salesdesk.documents.timeline_scale import Scale
from salesdesk.documents.timeline_words import say
from salesdesk.office.campaign.axis import cumulative, round_steps
from salesdesk.office.campaign.sheets import TimelineSheet

LINE: Color = HexColor("#1D4E8F")
AREA: Color = HexColor("#DDE7F4")
BARS: Color = HexColor("#8FAED6")
_DAYS_SHARE = 0.3


def draw(
    page: Page,
    sheet: TimelineSheet,
    scale: Scale,
    box: tuple[float, float, float, float],
    language: str,
) -> None:
    """Draw the curve of *sheet* into *box* (x, y, width, height), days by *scale*."""
    x, y, wide, high = box
    line = cumulative(sheet.curve)
    steps = round_steps(line[-1][1] if line else 1)
    room = high - 8
    if line:
        _curve(page, sheet, scale, line, (y, room, steps[-1]))
    for step in steps:
        level = y + room * step / steps[-1]
        page.rule(x, level, x + wide, level, HAIR if step else RULE, 0.4)
        page.write(x - 3, level - 2.2, str(step), 6, ink=SOFT, stand=RIGHT)
    if not line:
        page.write(x + wide / 2, y + room / 2, say(language, "no curve"), 8, ink=SOFT, stand=0.5)


def _curve(
    page: Page,
    sheet: TimelineSheet,
    scale: Scale,
    line: tuple[tuple[object, int], ...],
    levels: tuple[float, float, int],
) -> None:
    floor, room, top = levels
    points: list[tuple[float, float]] = [(scale.x(sheet.curve[0].day), floor)]
    for point, (_, units) in zip(sorted(sheet.curve), line, strict=True):
        points.append((scale.x(point.day), points[-1][1]))
        points.append((scale.right(point.day), floor + room * units / top))
    end = max(points[-1][0], scale.right(min(sheet.today, sheet.last_on)))
    points.append((end, points[-1][1]))
    area = page.beginPath()
    area.moveTo(*points[0])
    for at in points[1:]:
        area.lineTo(*at)
    area.lineTo(end, floor)
    area.close()
    page.setFillColor(AREA)
    page.drawPath(area, stroke=0, fill=1)
    most = max(point.units for point in sheet.curve)
    for point in sheet.curve:
        tall = room * _DAYS_SHARE * point.units / most
        page.block(scale.x(point.day), floor, max(0.6, scale.day * 0.8), tall, BARS)
    path = page.beginPath()
    path.moveTo(*points[0])
    for at in points[1:]:
        path.lineTo(*at)
    page.setStrokeColor(LINE)
    page.setLineWidth(1.5)
    page.setLineJoin(1)
    page.drawPath(path, stroke=1, fill=0)
