"""The sales-control board (销控表) on paper: A3 or A4 landscape, one building a page.

Floors are rows, top floor first; columns stand under their core. A unit's state shows by colour,
by its word or letter, and where two colours are near by hatching. Cells scale to the page; a
building too wide or too high for one goes on over the next.
"""

from collections import Counter
from decimal import Decimal
from typing import NamedTuple

from reportlab.lib.pagesizes import A3, A4, landscape

from salesdesk.documents.faces import BOLD
from salesdesk.documents.fonts import printable, width
from salesdesk.documents.inks import (
    CROSSED,
    HAIR,
    HATCHED,
    INK,
    NAVY,
    PAPER,
    RULE,
    SOFT,
    STATE_HATCH,
    STATE_INKS,
    TINT,
)
from salesdesk.documents.page import CENTRE, RIGHT, Page, closed, new_page, page_words
from salesdesk.documents.words import (
    board_words,
    core_words,
    moment_words,
    page_heading,
    row_words,
    word,
)
from salesdesk.office.inventory.rules import STATES, UnitState
from salesdesk.office.inventory.sheets import BoardCell, BoardPage, BoardSheet

SIZES: dict[str, tuple[float, float]] = {"A3": landscape(A3), "A4": landscape(A4)}

_EDGE = 30.0
_HEAD, _FOOT, _CORE_HEAD = 84.0, 66.0, 18.0
_FLOOR = 40.0
_GAP = 6.0
_LEAST_WIDE, _LEAST_HIGH = 45.0, 14.5
_MOST_WIDE, _MOST_HIGH = 104.0, 46.0
_ROOMY = 29.0


class _Part(NamedTuple):
    """What stands on one page: spans of columns under their cores, and floors."""

    page: BoardPage
    spans: tuple[tuple[str, int, int], ...]
    floors: tuple[int, ...]
    number: int
    parts: int


def board_pdf(sheet: BoardSheet, language: str, paper: str = "A3") -> bytes:
    """Give the board of *sheet* as a PDF in *language* on *paper* ("A3" or "A4", landscape).

    The same arguments always give the same bytes. A board without buildings is one page that
    holds the totals only.
    """
    size = SIZES[paper]
    title = board_words(sheet.project, sheet.as_of, language)
    page, out = new_page(size, title, sheet.company, language)
    parts = [part for building in sheet.pages for part in _parts(building, size)]
    kinds = [part.page.kind for part in parts] or [""]
    page.each_page = lambda each, number, pages: _foot(
        each,
        _totals(sheet, kinds[number - 1]),
        language,
        size,
        page_words(language, number, pages),
    )
    for part in parts:
        _draw_part(page, sheet, part, language, size)
        page.showPage()
    if not parts:
        _title(page, sheet, language, size, "")
        page.showPage()
    return closed(page, out)


# --- laying out ---------------------------------------------------------------------------------


def _parts(building: BoardPage, size: tuple[float, float]) -> list[_Part]:
    room = size[0] - 2 * _EDGE - _FLOOR
    high = size[1] - 2 * _EDGE - _HEAD - _FOOT - _CORE_HEAD
    most_rows = int(high // _LEAST_HIGH)
    floors = sorted(building.floors, reverse=True)
    bands = -(-len(floors) // most_rows) or 1
    rows = -(-len(floors) // bands)
    spans = _spans(building, room)
    places = [
        (span, tuple(floors[start : start + rows]))
        for start in range(0, max(len(floors), 1), max(rows, 1))
        for span in spans
    ]
    return [
        _Part(building, span, band, number, len(places))
        for number, (span, band) in enumerate(places, 1)
    ]


def _spans(building: BoardPage, room: float) -> list[tuple[tuple[str, int, int], ...]]:
    """Deal the cores out over as many pages as the least width of a cell asks for, evenly."""
    most = int((room - _GAP) // (_LEAST_WIDE + 1))
    cores = list(building.cores) or [("", 0, building.columns)]
    pages = -(-sum(columns for _, _, columns in cores) // most) or 1
    share = -(-sum(columns for _, _, columns in cores) // pages)
    found: list[list[tuple[str, int, int]]] = [[]]
    taken = 0
    for name, first, columns in cores:
        rest = columns
        while rest:
            free = most - taken
            if taken and (taken >= share or (rest > free and rest <= most)):
                found.append([])
                taken = 0
                continue
            piece = min(rest, free)
            found[-1].append((name, first + columns - rest, piece))
            taken += piece
            rest -= piece
            if rest:
                found.append([])
                taken = 0
    return [tuple(spans) for spans in found if spans]


# --- drawing ------------------------------------------------------------------------------------


def _draw_part(
    page: Page, sheet: BoardSheet, part: _Part, language: str, size: tuple[float, float]
) -> None:
    heading = page_heading(part.page, language)
    if part.parts > 1:
        heading += word(language, "board.part", part=part.number, parts=part.parts)
    _title(page, sheet, language, size, heading)
    _legend(page, part.page, language, size)
    columns = sum(count for _, _, count in part.spans)
    gaps = _GAP * (len(part.spans) - 1)
    room = size[0] - 2 * _EDGE - _FLOOR
    high = size[1] - 2 * _EDGE - _HEAD - _FOOT - _CORE_HEAD
    wide = min((room - gaps) / max(columns, 1), _MOST_WIDE)
    tall = min(high / max(len(part.floors), 1), _MOST_HIGH)
    left = _EDGE + (room - wide * columns - gaps) / 2 + _FLOOR
    top = size[1] - _EDGE - _HEAD
    rows = {floor: top - _CORE_HEAD - tall * (row + 1) for row, floor in enumerate(part.floors)}
    for floor, y in rows.items():
        text = row_words(part.page, floor, language)
        page.write(left - 8, y + tall / 2 - 2.8, text, min(8, tall * 0.6), ink=SOFT, stand=RIGHT)
    places: dict[int, float] = {}
    x = left
    for name, first, count in part.spans:
        page.block(x + 1, top - _CORE_HEAD + 3, wide * count - 2, _CORE_HEAD - 4, TINT)
        box = (x + 2, top - _CORE_HEAD + 3, wide * count - 4, _CORE_HEAD - 4)
        page.write_box(box, core_words(name, language), 9, bold=True, ink=NAVY, stand=CENTRE)
        for column in range(count):
            places[first + column] = x + wide * column
        x += wide * count + _GAP
    shown = [cell for cell in part.page.cells if cell.floor in rows and cell.column in places]
    family = _state_family(shown, wide, min(9.0, tall - 5), language)
    for cell in shown:
        box = (places[cell.column], rows[cell.floor], wide, tall)
        _draw_cell(page, box, cell, language, family)
    if sheet.practice:
        page.watermark(size[0] / 2, size[1] / 2, word(language, "practice"), size[1] * 0.2)


def _draw_cell(
    page: Page,
    box: tuple[float, float, float, float],
    cell: BoardCell,
    language: str,
    family: str,
) -> None:
    x, y, wide, tall = box
    fill, ink, border = STATE_INKS[cell.state]
    x, y, wide, tall = x + 1, y + 1, wide - 2, tall - 2
    page.setFillColor(fill)
    page.setStrokeColor(border)
    page.setLineWidth(0.6)
    page.roundRect(x, y, wide, tall, 2, stroke=1, fill=1)
    _pattern(page, (x, y, wide, tall), cell.state)
    area = _area(cell.area, language)
    size, step = (6.6, 8.6) if tall > _ROOMY else (5.8, 7.2)
    fits = max(int((tall - 10.4) // step), 0)
    details = [
        " ".join(part for part in (cell.layout, area) if part),
        cell.total,
        f"{cell.unit_price} {word(language, 'board.unit_price')}" if cell.unit_price else "",
    ]
    if fits == 1:
        details = [" ".join(part for part in (area, cell.total) if part)]
    shown = [text for text in details if text][:fits]
    head = min(9.0, tall - 3)
    block = head + step * len(shown)
    baseline = y + tall / 2 + block / 2 - head * 0.86
    state = word(language, f"{family}.{cell.state.value}")
    _draw_head(page, (x, baseline, wide, head), cell, state)
    for text in shown:
        baseline -= step
        fitting = min(size, size * (wide - 5) / max(width(printable(text), size), 1))
        page.write(x + 3, baseline, text, fitting, ink=ink)


def _state_family(cells: list[BoardCell], wide: float, head: float, language: str) -> str:
    """Say whether states are written as words on this page or, if one does not fit, as letters."""
    for cell in cells:
        state = word(language, f"state.{cell.state.value}")
        number = width(printable(cell.number), head, BOLD)
        if number + width(state, _small(head)) + 11 > wide:
            return "letter"
    return "state"


def _small(head: float) -> float:
    return min(6.6, head - 1.5)


def _draw_head(
    page: Page, box: tuple[float, float, float, float], cell: BoardCell, state: str
) -> None:
    """Write the unit's number, and its state as *state*."""
    x, baseline, wide, head = box
    ink = STATE_INKS[cell.state][1]
    small = _small(head)
    room = wide - 8 - width(state, small)
    number = width(printable(cell.number), head, BOLD)
    page.write(
        x + 3, baseline, cell.number, min(head, head * room / max(number, 1)), bold=True, ink=ink
    )
    page.write(x + wide - 3, baseline, state, small, ink=ink, stand=RIGHT)


def _pattern(page: Page, box: tuple[float, float, float, float], state: UnitState) -> None:
    """Hatch or strike a box whose colour alone could be taken for another."""
    x, y, wide, tall = box
    ink = STATE_HATCH[state]
    if state in CROSSED:
        page.rule(x + 1, y + 1, x + wide - 1, y + tall - 1, ink, 0.8)
    if state not in HATCHED:
        return
    offset = 5.0
    while offset < wide + tall:
        start, end = max(0.0, offset - tall), min(offset, wide)
        page.rule(x + start, y + offset - start, x + end, y + offset - end, ink, 0.5)
        offset += 5.0


def _title(
    page: Page, sheet: BoardSheet, language: str, size: tuple[float, float], heading: str
) -> None:
    top, right = size[1] - _EDGE, size[0] - _EDGE
    page.write(_EDGE, top - 12, sheet.company, 9, ink=SOFT)
    title = board_words(sheet.project, sheet.as_of, language)
    box = (_EDGE, top - 40, (size[0] - 2 * _EDGE) * 0.6, 24)
    page.write_box(box, title, 18, bold=True, ink=NAVY)
    if heading:
        box = (size[0] * 0.62, top - 40, right - size[0] * 0.62, 24)
        page.write_box(box, heading, 18, bold=True, ink=INK, stand=RIGHT)
    printed = word(language, "printed", at=moment_words(sheet.printed_at, language))
    printed += "    " + word(language, "printed.by", name=sheet.printed_by)
    page.write(right, top - 12, printed, 8.5, ink=SOFT, stand=RIGHT)
    page.rule(_EDGE, top - 46, right, top - 46, NAVY, 1)


def _swatch(page: Page, x: float, y: float, state: UnitState, language: str) -> None:
    fill, ink, border = STATE_INKS[state]
    page.setFillColor(fill)
    page.setStrokeColor(border)
    page.setLineWidth(0.6)
    page.roundRect(x, y, 13, 13, 2, stroke=1, fill=1)
    _pattern(page, (x, y, 13, 13), state)
    letter = word(language, f"letter.{state.value}")
    page.write(x + 6.5, y + 3.7, letter, 7.6, bold=True, ink=ink, stand=CENTRE)


def _legend(page: Page, building: BoardPage, language: str, size: tuple[float, float]) -> None:
    """Draw every state's colour, letter and word, with how many units this building has in it."""
    counts = Counter(cell.state for cell in building.cells)
    y = size[1] - _EDGE - 70
    each = (size[0] - 2 * _EDGE) / len(STATES)
    names = [word(language, f"state.{state.value}") for state in STATES]
    texts = [f"{name} {counts[state] or ''}" for name, state in zip(names, STATES, strict=True)]
    common = _common_size(texts, each - 20, 8.5)
    for place, (state, text) in enumerate(zip(STATES, texts, strict=True)):
        x = _EDGE + each * place
        _swatch(page, x, y, state, language)
        ink = INK if counts[state] else SOFT
        page.write(x + 17, y + 3.6, text, common, bold=bool(counts[state]), ink=ink)


class _Total(NamedTuple):
    """A box of the foot: units, area and value of a state, or of all where it has none."""

    state: UnitState | None
    units: int
    area: str
    value: str
    lots: bool
    name: str
    """The key of what stands above it."""


def _foot(
    page: Page, boxes: list[_Total], language: str, size: tuple[float, float], numbered: str
) -> None:
    """Draw the strip: units, area and value of the whole project by state, and in all."""
    right = size[0] - _EDGE
    page.write(right, _EDGE - 8, numbered, 8, ink=SOFT, stand=RIGHT)
    top = _EDGE + _FOOT - 10
    each = (size[0] - 2 * _EDGE) / len(boxes)
    high = 44.0
    names = [word(language, box.name) for box in boxes]
    common = _common_size(names, each - 24, 8.5)
    small = _common_size([f"¥{box.value}" for box in boxes], each - 12, 7.8)
    for place, (state, units, area, value, lots, _name) in enumerate(boxes):
        x = _EDGE + each * place
        wide = each - 4 if place < len(boxes) - 1 else each
        fill, border = (PAPER, RULE) if state is None else (PAPER, STATE_INKS[state][2])
        page.setFillColor(fill)
        page.setStrokeColor(border)
        page.setLineWidth(0.7)
        page.roundRect(x, top - high, wide, high, 3, stroke=1, fill=1)
        if state is None:
            page.block(x + 0.6, top - 13.6, wide - 1.2, 13, HAIR)
            page.write(x + 5, top - 10.4, names[place], common, bold=True)
        else:
            _swatch(page, x + 0.5, top - 13.5, state, language)
            page.write(x + 17, top - 10.4, names[place], common, bold=True)
        key = f"board.strip{'_one' if units == 1 else ''}{'.lots' if lots else ''}"
        count = word(language, key, units=f"{units:,}")
        for row, text in enumerate((count, _area(area, language), f"¥{value}")):
            y = top - 21.5 - row * 9.8
            page.write(x + wide - 4, y, text, small, bold=not row, stand=RIGHT)


def _totals(sheet: BoardSheet, kind: str) -> list[_Total]:
    """Give the boxes below a page of *kind*: its sort by state and in all, then the other sort in all."""
    sorts = [(sheet.strip, False, "board.total.homes"), (sheet.lots, True, "board.total.lots")]
    if kind:
        sorts.reverse()
    (strip, lots, name), (others, other, name_of_others) = sorts
    boxes = [_Total(*line, lots, f"state.{line[0].value}") for line in strip]
    boxes.append(_Total(None, *_added(strip), lots, name if others else "board.total"))
    if others:
        boxes.append(_Total(None, *_added(others), other, name_of_others))
    return boxes


def _added(strip: tuple[tuple[UnitState, int, str, str], ...]) -> tuple[int, str, str]:
    """Add a strip up; its texts are exact decimals with thousands marked."""
    units = sum(count for _, count, _, _ in strip)
    areas = _sum_of([area for _, _, area, _ in strip])
    return units, areas, _sum_of([value for _, _, _, value in strip])


def _area(area: str, language: str) -> str:
    return word(language, "area", area=area) if area else ""


def _common_size(texts: list[str], room: float, size: float) -> float:
    """Give the size at which the longest of *texts* still fits *room*, so that all look alike."""
    longest = max(width(printable(text), size, BOLD) for text in texts)
    return min(size, size * room / longest)


def _sum_of(texts: list[str]) -> str:
    total = sum((Decimal(text.replace(",", "") or 0) for text in texts), Decimal(0))
    return f"{total:,.2f}"
