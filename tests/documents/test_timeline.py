"""The timeline's paper: one page, the same bytes, everything on it can be read back."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pdfplumber
import pytest
from pypdf import PdfReader

from salesdesk.documents.timeline import SIZES, timeline_pdf
from salesdesk.office.campaign import rules
from salesdesk.office.campaign.rules import JobKind
from salesdesk.office.campaign.sheets import (
    CurvePoint,
    DayOff,
    JobLine,
    PhaseLine,
    TimelineSheet,
)
from salesdesk.office.campaign.template import PHASES

TODAY = date(2026, 11, 24)
FIRST = date(2026, 8, 17)


def a_job(number, phase_id, first, pattern, *, started=None, done=None, owner="李婷"):
    start = first + timedelta(days=pattern.first)
    end = start + timedelta(days=pattern.days - 1)
    return JobLine(
        id=number,
        phase_id=phase_id,
        kind=pattern.kind,
        title=pattern.title,
        english=pattern.english,
        plan_from=start,
        plan_to=end,
        started_on=started,
        done_on=done,
        owner_id=2,
        owner=owner,
        note="",
        standing=rules.standing(TODAY, start, end, started, done),
        outside=False,
        version=1,
    )


@pytest.fixture(scope="module")
def sheet():
    phases, first, number = [], FIRST, 0
    for place, pattern in enumerate(PHASES, 1):
        jobs = []
        for line in pattern.jobs:
            number += 1
            start = first + timedelta(days=line.first)
            done = start + timedelta(days=line.days)
            known = start if done <= TODAY and number % 5 else None
            jobs.append(
                a_job(number, place, first, line, started=known, done=done if known else None)
            )
        last = first + timedelta(days=pattern.days - 1)
        phases.append(
            PhaseLine(
                id=place,
                key=pattern.key,
                title=pattern.title,
                english=pattern.english,
                aims=pattern.aims,
                aims_english=pattern.aims_english,
                plan_from=first,
                plan_to=last,
                started_on=None,
                done_on=None,
                jobs=tuple(jobs),
                version=1,
            )
        )
        first = last + timedelta(days=1)
    return TimelineSheet(
        project_id=1,
        project="云栖花园",
        company="示范置业",
        today=TODAY,
        first_on=FIRST,
        last_on=first - timedelta(days=1),
        phases=tuple(phases),
        days_off=(DayOff(date(2026, 10, 1), "国庆节", "National Day"),),
        make_up_days=(),
        owners=(),
        curve=(CurvePoint(date(2026, 11, 1), 12, 10**10), CurvePoint(TODAY, 5, 10**9)),
        units=292,
        printed_at="2026-11-24 10:31",
        printed_by="周敏",
    )


def words_of(pdf):
    with pdfplumber.open(BytesIO(pdf)) as opened:
        assert len(opened.pages) == 1
        return opened.pages[0], opened.pages[0].extract_words()


def text_of(pdf):
    return "".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split())


@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_everything_stands_on_one_landscape_page(sheet, paper, language):
    pdf = timeline_pdf(sheet, language, paper)
    page, words = words_of(pdf)
    assert (page.width, page.height) == pytest.approx(SIZES[paper])
    text = text_of(pdf)
    for phase in sheet.phases:
        for line in (phase, *phase.jobs):
            title = line.title if language == "zh_CN" else line.english
            assert "".join(title.split()) in text, title
    assert "292" in text and "17" in text and "11-24" in text
    assert all(word["x0"] >= 0 and word["x1"] <= page.width for word in words)
    assert all(word["top"] >= 0 and word["bottom"] <= page.height for word in words)


def test_the_rows_come_in_the_order_of_the_plan(sheet):
    _page, words = words_of(timeline_pdf(sheet, "zh_CN", "A3"))
    left = [word["text"] for word in words if word["x0"] < 120]
    places = [left.index(phase.title) for phase in sheet.phases]
    assert places == sorted(places)


def test_bars_lie_where_their_days_are(sheet):
    page, _words = words_of(timeline_pdf(sheet, "en", "A3"))
    phases = {phase.title: phase for phase in sheet.phases}
    bars = [
        curve
        for curve in page.curves
        if curve["fill"] and curve["non_stroking_color"] == pytest.approx((0.1137, 0.3059, 0.5608), abs=0.01)
    ]  # fmt: skip
    first = max(bars, key=lambda bar: bar["width"])
    days = (sheet.last_on - sheet.first_on).days + 1
    picture = (page.width - 52) * 0.71
    expected = picture * ((phases["准备期"].plan_to - FIRST).days + 1) / days
    assert first["width"] == pytest.approx(expected, abs=1.5)


def test_the_same_sheet_gives_the_same_bytes(sheet):
    assert timeline_pdf(sheet, "zh_CN", "A3") == timeline_pdf(sheet, "zh_CN", "A3")
    assert timeline_pdf(sheet, "zh_CN", "A3") != timeline_pdf(sheet, "en", "A3")


def test_a_practice_office_s_paper_says_so(sheet):
    assert "PRACTICE" not in text_of(timeline_pdf(sheet, "en", "A4"))
    assert "PRACTICE" in text_of(timeline_pdf(replace(sheet, practice=True), "en", "A4"))


def test_strange_plans_are_drawn_too(sheet):
    """No phase, no curve, one day, today far away, markup and rare characters in a title."""
    empty = replace(sheet, phases=(), curve=(), days_off=())
    assert "尚无认购" in text_of(timeline_pdf(empty, "zh_CN", "A4"))
    odd = replace(
        sheet.phases[0].jobs[0], title="<b>䶮</b>&𬭚 \ud83d", owner="欧阳𬍛", kind=JobKind.MEDIUM
    )
    phase = replace(sheet.phases[0], jobs=(odd,), plan_to=FIRST)
    small = replace(
        sheet, phases=(phase,), first_on=FIRST, last_on=FIRST, today=date(2030, 1, 1), curve=()
    )
    text = text_of(timeline_pdf(small, "zh_CN", "A3"))
    assert "<b>䶮</b>&𬭚" in text and "欧阳𬍛" in text


def test_a_very_long_plan_stays_one_page(sheet):
    phase = replace(sheet.phases[0], jobs=sheet.phases[0].jobs * 30)
    long = replace(sheet, phases=(phase,))
    _page, words = words_of(timeline_pdf(long, "en", "A4"))
    assert words
