"""The campaign timeline (推广计划) on one landscape page: list, picture over days, curve below."""

from typing import NamedTuple

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A3, A4, landscape

from salesdesk.documents import timeline_curve
from salesdesk.documents.faces import BOLD
from salesdesk.documents.fonts import printable, width
from salesdesk.documents.inks import HAIR, INK, PAPER, RULE, SEAL, SOFT, TINT
from salesdesk.documents.page import CENTRE, LEFT, RIGHT, Page, closed, new_page
from salesdesk.documents.timeline_scale import Scale
from salesdesk.documents.timeline_words import (
    month_words,
    printed_words,
    say,
    short_month,
    span_words,
)
from salesdesk.office.campaign.axis import mondays, months
from salesdesk.office.campaign.rules import JobKind, Standing
from salesdesk.office.campaign.sheets import JobLine, PhaseLine, TimelineSheet, shown

SIZES: dict[str, tuple[float, float]] = {"A3": landscape(A3), "A4": landscape(A4)}
PHASE_INKS: tuple[Color, ...] = tuple(
    HexColor(code) for code in ("#1D4E8F", "#0B7A70", "#A85F00", "#AB2F67", "#5B3FB5")
)
"""Dark enough to photocopy, each a different grey."""
HOLIDAY: Color = HexColor("#F9E1DF")
WEEKEND: Color = HexColor("#EEF0F3")

_EDGE = 26.0
_HEAD, _MONTHS, _DAYS, _FOOT = 40.0, 13.0, 10.0, 24.0
_LEAST_WEEK = 13.0
_BAR, _ACTUAL = 0.66, 0.2
_MOST_ROW = 17.0
_PAD = 3.0


class _Row(NamedTuple):
    """One line of the paper: a phase (job is None) or one of its jobs."""

    phase: PhaseLine
    job: JobLine | None
    ink: Color


class _Lay(NamedTuple):
    """Where everything stands on this page, in points from the bottom left."""

    scale: Scale
    left: float
    right: float
    top: float
    row: float
    text: float
    floor: float
    language: str


def timeline_pdf(sheet: TimelineSheet, language: str, paper: str = "A3") -> bytes:
    """Give the timeline of *sheet* as one page in *language* on *paper* ("A3" or "A4", landscape).

    The same arguments always give the same bytes. However long the plan is, it stays one page:
    rows grow smaller, texts with them.
    """
    size = SIZES[paper]
    title = f"{sheet.project} {say(language, 'title')}"
    page, out = new_page(size, title, sheet.company, language)
    rows = _rows(sheet)
    lay = _laid(sheet, rows, size, language)
    _head(page, sheet, lay, size)
    _ground(page, sheet, lay, rows)
    _axis(page, sheet, lay)
    for place, row in enumerate(rows):
        _line(page, sheet, lay, row, lay.top - (place + 1) * lay.row)
    box = (lay.scale.left, _EDGE + _FOOT, lay.scale.wide, _curve_high(size))
    timeline_curve.draw(page, sheet, lay.scale, box, language)
    _side(page, sheet, lay, size)
    _today(page, sheet, lay)
    _legend(page, sheet, lay, size)
    if sheet.practice:
        page.watermark(size[0] / 2, size[1] / 2, say(language, "practice"), size[1] / 6)
    page.showPage()
    return closed(page, out)


def _rows(sheet: TimelineSheet) -> list[_Row]:
    rows: list[_Row] = []
    for place, phase in enumerate(sheet.phases):
        ink = PHASE_INKS[place % len(PHASE_INKS)]
        rows.append(_Row(phase, None, ink))
        rows += [_Row(phase, job, ink) for job in phase.jobs]
    return rows


def _curve_high(size: tuple[float, float]) -> float:
    return size[1] * 0.15


def _laid(
    sheet: TimelineSheet, rows: list[_Row], size: tuple[float, float], language: str
) -> _Lay:
    left, right = _EDGE, size[0] - _EDGE
    side = (right - left) * 0.29
    top = size[1] - _EDGE - _HEAD - _MONTHS - _DAYS
    floor = _EDGE + _FOOT + _curve_high(size) + 6
    row = min(_MOST_ROW, (top - floor) / max(1, len(rows)))
    scale = Scale(sheet.first_on, sheet.last_on, left + side, right - left - side)
    return _Lay(
        scale, left, right, top, row, min(8.5, row * 0.68), top - row * len(rows), language
    )


def _head(page: Page, sheet: TimelineSheet, lay: _Lay, size: tuple[float, float]) -> None:
    y = size[1] - _EDGE - 16
    title = say(lay.language, "title")
    wide = page.write(lay.left, y, printable(sheet.project), 16, bold=True)
    page.write(lay.left + wide + 10, y, title, 12, ink=SOFT)
    done = sum(phase.done for phase in sheet.phases)
    late = sum(phase.late for phase in sheet.phases)
    text = say(lay.language, "done", done=done, total=len(sheet.jobs))
    text += " · " + say(lay.language, "late jobs", late=late)
    page.write(lay.right, y, text, 10, bold=True, stand=RIGHT)
    page.write(lay.left, y - 14, sheet.company, 8, ink=SOFT)
    span = f"{sheet.first_on:%Y-%m-%d} – {sheet.last_on:%Y-%m-%d}"
    page.write(lay.right, y - 14, span, 8, ink=SOFT, stand=RIGHT)


def _ground(page: Page, sheet: TimelineSheet, lay: _Lay, rows: list[_Row]) -> None:
    """Lay the days off, the phases' bands and the rows' hairlines under everything."""
    high = lay.top - lay.floor
    for off in sheet.days_off:
        if sheet.first_on <= off.day <= sheet.last_on:
            tint = HOLIDAY if off.name else WEEKEND
            page.block(lay.scale.x(off.day), lay.floor, lay.scale.day, high, tint)
    for place, row in enumerate(rows):
        y = lay.top - (place + 1) * lay.row
        if row.job is None:
            page.block(lay.left, y, lay.scale.left - lay.left, lay.row, TINT)
            x = lay.scale.x(row.phase.plan_from)
            wide = lay.scale.right(row.phase.plan_to) - x
            band = lay.row * (1 + len(row.phase.jobs))
            page.block(x, y + lay.row - band, wide, band, _wash(row.ink, 0.07))
        page.rule(lay.left, y, lay.right, y, HAIR, 0.3)
    page.rule(lay.scale.left, lay.floor, lay.scale.left, lay.top + _MONTHS + _DAYS, RULE, 0.5)


def _axis(page: Page, sheet: TimelineSheet, lay: _Lay) -> None:
    top = lay.top + _MONTHS + _DAYS
    for month in months(sheet.first_on, sheet.last_on):
        x, right = lay.scale.x(month.first_on), lay.scale.right(month.last_on)
        page.rule(x, lay.floor, x, top, RULE, 0.3)
        text = month_words(month, lay.language)
        if width(text, 8.5, BOLD) > right - x - 4:
            text = short_month(month, lay.language)
        if width(text, 8.5, BOLD) <= right - x - 3:
            page.write(x + 3, lay.top + _DAYS + 4, text, 8.5, bold=True)
    if lay.scale.day * 7 >= _LEAST_WEEK:
        for day in mondays(sheet.first_on, sheet.last_on):
            x = lay.scale.x(day)
            page.rule(x, lay.top, x, lay.top + 3, RULE, 0.3)
            page.write(x + 1.5, lay.top + 2.5, str(day.day), 6, ink=SOFT)
    page.rule(lay.left, lay.top, lay.right, lay.top, RULE, 0.7)
    columns = ("line", "planned", "owner")
    for (x, stand), key in zip(_columns(lay), columns, strict=True):
        page.write(x, lay.top + 3, say(lay.language, key), 7.5, bold=True, ink=SOFT, stand=stand)


def _columns(lay: _Lay) -> tuple[tuple[float, float], ...]:
    side = lay.scale.left - lay.left
    return (
        (lay.left + _PAD, LEFT),
        (lay.left + side * 0.74, CENTRE),
        (lay.scale.left - _PAD, RIGHT),
    )


def _line(page: Page, sheet: TimelineSheet, lay: _Lay, row: _Row, y: float) -> None:
    """Draw one row: its words on the left, its bar or diamond on the right."""
    line = row.job or row.phase
    (title_x, _), (plan_x, _), (owner_x, _) = _columns(lay)
    side = lay.scale.left - lay.left
    indent = 0.0 if row.job is None else lay.text * 1.3
    bold, late = row.job is None, row.job is not None and row.job.standing is Standing.LATE
    ink = SEAL if late else row.ink if row.job is None else INK
    title = shown(line.title, line.english, lay.language)
    if row.job is not None and row.job.standing is Standing.DONE:
        page.write(title_x, y + lay.row * 0.3, "✓", lay.text, ink=row.ink, bold=True)
    box = (title_x + indent, y, side * 0.58 - indent, lay.row)
    page.write_box(box, title, lay.text, bold=bold, ink=ink)
    base = y + lay.row / 2 - lay.text * 0.36
    plan = span_words(line.plan_from, line.plan_to)
    page.write(plan_x, base, plan, lay.text, ink=SEAL if late else SOFT, stand=CENTRE)
    owner = f"{row.phase.done}/{len(row.phase.jobs)}" if row.job is None else row.job.owner
    box = (owner_x - side * 0.13, y, side * 0.13, lay.row)
    page.write_box(box, owner, lay.text, ink=SOFT, stand=RIGHT)
    if row.job is None:
        _phase_bar(page, lay, row, y)
    elif row.job.kind is JobKind.MILESTONE:
        _diamond(page, lay, row.job, row.ink, y)
    else:
        _job_bar(page, sheet, lay, row.job, row.ink, y)


def _phase_bar(page: Page, lay: _Lay, row: _Row, y: float) -> None:
    x = lay.scale.x(row.phase.plan_from)
    wide = lay.scale.right(row.phase.plan_to) - x
    high = lay.row * 0.72
    page.setFillColor(row.ink)
    page.roundRect(x, y + (lay.row - high) / 2, wide, high, min(3, high / 3), stroke=0, fill=1)
    title = shown(row.phase.title, row.phase.english, lay.language)
    box = (x + 4, y, max(1.0, wide - 8), lay.row)
    page.write_box(box, title, lay.text, bold=True, ink=PAPER)


def _job_bar(
    page: Page, sheet: TimelineSheet, lay: _Lay, job: JobLine, ink: Color, y: float
) -> None:
    x, right = lay.scale.x(job.plan_from), lay.scale.right(job.plan_to)
    high = lay.row * _BAR
    base = y + (lay.row - high) / 2
    late = job.standing is Standing.LATE
    page.setFillColor(_wash(ink, 0.2))
    page.setStrokeColor(SEAL if late else ink)
    page.setLineWidth(0.9 if late else 0.5)
    page.roundRect(x, base, right - x, high, min(2, high / 3), stroke=1, fill=1)
    if job.kind is JobKind.MEDIUM:
        _hatch(page, (x, base, right - x, high), _wash(ink, 0.55))
    end = right
    if job.started_on is not None:
        start = lay.scale.x(job.started_on)
        end = lay.scale.right(job.done_on or max(sheet.today, job.started_on))
        strip = lay.row * _ACTUAL
        inside = max(start, min(end, right))
        page.block(start, base, max(0.5, inside - start), strip, ink)
        if end > inside:
            page.block(inside, base, end - inside, strip, SEAL)
    if late:
        days = say(lay.language, "late", days=(sheet.today - job.plan_to).days)
        text, size = days, lay.text * 0.86
        page.write(max(right, end) + 3, base + high * 0.22, text, size, bold=True, ink=SEAL)


def _diamond(page: Page, lay: _Lay, job: JobLine, ink: Color, y: float) -> None:
    x = lay.scale.middle(job.plan_from)
    reach = min(lay.row * 0.42, 6.0)
    middle = y + lay.row / 2
    late, done = job.standing is Standing.LATE, job.standing is Standing.DONE
    path = page.beginPath()
    path.moveTo(x, middle + reach)
    for dx, dy in ((reach, 0), (0, -reach), (-reach, 0)):
        path.lineTo(x + dx, middle + dy)
    path.close()
    page.setStrokeColor(SEAL if late else ink)
    page.setFillColor(ink if done else PAPER)
    page.setLineWidth(1)
    page.drawPath(path, stroke=1, fill=1)
    text = f"{shown(job.title, job.english, lay.language)} {job.plan_from:%m-%d}"
    wide = width(printable(text), lay.text, BOLD)
    left = x - reach - 3 - wide if x + reach + 3 + wide > lay.right else x + reach + 3
    page.write(
        left, middle - lay.text * 0.36, text, lay.text, bold=True, ink=SEAL if late else INK
    )


def _hatch(page: Page, box: tuple[float, float, float, float], ink: Color) -> None:
    x, y, wide, high = box
    page.saveState()
    clip = page.beginPath()
    clip.rect(x, y, wide, high)
    page.clipPath(clip, stroke=0)
    step = max(2.5, high * 0.5)
    at = x - high
    while at < x + wide:
        page.rule(at, y, at + high, y + high, ink, 0.4)
        at += step
    page.restoreState()


def _today(page: Page, sheet: TimelineSheet, lay: _Lay) -> None:
    if not sheet.first_on <= sheet.today <= sheet.last_on:
        return
    x = lay.scale.middle(sheet.today)
    page.rule(x, _EDGE + _FOOT, x, lay.top, SEAL, 1)
    text = say(lay.language, "today", day=f"{sheet.today:%m-%d}")
    wide = width(text, 7, BOLD) + 6
    page.setFillColor(SEAL)
    page.roundRect(x - wide / 2, lay.top, wide, 10, 2, stroke=0, fill=1)
    page.write(x, lay.top + 2.8, text, 7, bold=True, ink=PAPER, stand=CENTRE)


def _side(page: Page, sheet: TimelineSheet, lay: _Lay, size: tuple[float, float]) -> None:
    """Write what the curve adds up to beside it."""
    top = _EDGE + _FOOT + _curve_high(size)
    page.write(lay.left + _PAD, top - 12, say(lay.language, "curve"), 9, bold=True)
    units = sum(point.units for point in sheet.curve)
    if units:
        page.write(lay.left + _PAD, top - 38, str(units), 22, bold=True, ink=PHASE_INKS[0])
        text = say(lay.language, "sold", units=units, all=sheet.units)
    else:
        text = say(lay.language, "no curve")
    page.write(lay.left + _PAD, top - 52, text, 8, ink=SOFT)


def _legend(page: Page, sheet: TimelineSheet, lay: _Lay, size: tuple[float, float]) -> None:
    y, x = _EDGE + 4, lay.left
    for key in ("job", "medium", "milestone", "actual", "late", "off", "holiday"):
        _legend_mark(page, key, x, y)
        x += 18
        x += page.write(x, y, say(lay.language, f"legend {key}"), 7, ink=SOFT) + 12
    text = printed_words(sheet.printed_at, sheet.printed_by, lay.language)
    page.write(size[0] - _EDGE, y, text, 7, ink=SOFT, stand=RIGHT)


def _legend_mark(page: Page, key: str, x: float, y: float) -> None:
    ink = PHASE_INKS[0]
    if key in ("off", "holiday"):
        page.block(x, y - 1, 14, 8, WEEKEND if key == "off" else HOLIDAY)
        return
    if key == "actual":
        page.block(x, y + 1, 14, 2.5, ink)
        return
    page.setStrokeColor(SEAL if key == "late" else ink)
    page.setFillColor(_wash(ink, 0.2))
    page.setLineWidth(0.8)
    if key == "milestone":
        path = page.beginPath()
        path.moveTo(x + 7, y + 7)
        for dx, dy in ((11, 3), (7, -1), (3, 3)):
            path.lineTo(x + dx, y + dy)
        path.close()
        page.drawPath(path, stroke=1, fill=1)
        return
    page.roundRect(x, y - 1, 14, 8, 2, stroke=1, fill=1)
    if key == "medium":
        _hatch(page, (x, y - 1, 14, 8), _wash(ink, 0.55))


def _wash(ink: Color, share: float) -> Color:
    """Give *ink* as a tint of *share* on white paper."""
    return Color(*(1 - (1 - part) * share for part in (ink.red, ink.green, ink.blue)))
