"""Register, board and the cashier's day: nothing lost when they run over pages."""

import dataclasses as dc
import io
from collections import Counter
from datetime import date

import pytest
from openpyxl import load_workbook
from reportlab.pdfgen.canvas import Canvas

from salesdesk.documents.board import board_pdf
from salesdesk.documents.day_cash import day_cash_pdf
from salesdesk.documents.listing import ListSheet, list_pdf
from salesdesk.documents.register import register_pdf
from salesdesk.documents.words import WORDS
from salesdesk.documents.workbook import board_xlsx
from tests.documents import made
from tests.documents.made import LANGUAGES, bare, board_page, outside, pages_of, text_of, visit


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_register_repeats_its_head_and_loses_no_entry(language):
    lines = tuple(visit(number) for number in range(1, 201))
    pdf = register_pdf(dc.replace(made.REGISTER, lines=lines), language)
    pages = [bare(page) for page in pages_of(pdf)]
    assert len(pages) > 5
    assert all(bare(WORDS[language]["register.customer"]) in page for page in pages)
    text = "".join(pages)
    assert all(f"138****{number:04d}" in text for number in range(1, 201))
    assert text.count(bare(WORDS[language]["register.late"])) == 40


def test_the_register_shows_local_times_and_english_media():
    text = text_of(register_pdf(made.REGISTER, "en"))
    assert "2026-11-2410:01" in text
    assert "24November2026,18:00" in text
    assert "Passingby,Internet" in text
    assert "Areawanted:110-125㎡" in text
    one_day = dc.replace(made.REGISTER, first_on=date(2026, 11, 24), lines=made.REGISTER.lines[:2])
    assert "2026-11-2410:01" not in text_of(register_pdf(one_day, "en"))
    assert "09:01" in text_of(register_pdf(one_day, "en", "Asia/Bangkok"))


def test_what_stands_outside_its_page_is_seen():
    file = io.BytesIO()
    page = Canvas(file, pagesize=(100, 100))
    for at in ((50, 50), (-3, 50), (97, 50), (50, -6), (50, 95)):
        page.drawString(*at, "W")
    page.save()
    assert [letter for letter, _left, _top in outside(file.getvalue())] == ["W"] * 4


def test_an_entry_longer_than_a_page_goes_on_over_the_next():
    remarks = "".join(f"要点{number:04d}，" for number in range(1500))
    lines = (visit(1), visit(2, remarks=remarks), visit(3))
    pdf = register_pdf(dc.replace(made.REGISTER, lines=lines), "zh_CN")
    text = text_of(pdf)
    assert text.count("点") - text_of(register_pdf(made.REGISTER, "zh_CN")).count("点") == 1500
    lost = [number for number in range(1500) if f"{number:04d}，" not in text]
    assert len(lost) < len(pages_of(pdf))  # broken over pages, nothing worse
    assert "138****0003" in text
    assert outside(pdf) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_register_says_so(language):
    text = text_of(register_pdf(dc.replace(made.REGISTER, lines=()), language))
    assert bare(WORDS[language]["register.empty"]) in text


@pytest.mark.parametrize("paper", ["A3", "A4"])
@pytest.mark.parametrize(
    ("cores", "per_core", "floors"), [(1, 2, 3), (8, 6, 33), (1, 61, 4), (3, 4, 120), (25, 1, 2)]
)
def test_every_unit_of_a_building_is_printed_once(paper, cores, per_core, floors):
    page = board_page("9", cores, per_core, floors)
    pdf = board_pdf(dc.replace(made.BOARD, pages=(page,)), "zh_CN", paper)
    text = " ".join(pages_of(pdf)).split()
    numbers = {cell.number for cell in page.cells}
    found = Counter(word for word in text if word in numbers)
    assert set(found) == numbers
    assert set(found.values()) == {1}
    assert outside(pdf) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_board_has_legend_strip_and_who_printed_it(language):
    words = WORDS[language]
    text = text_of(board_pdf(made.BOARD, language))
    for state in made.UnitState:
        assert bare(words[f"state.{state.value}"]) in text
    assert "129,068,280.00" in text
    assert "3,911.16" in text
    assert "周建国" in text
    assert "18:00" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_board_of_the_past_says_on_every_page_of_when_it_is(language):
    then = dc.replace(made.BOARD, as_of="2026-11-20 09:30:07")
    for page in pages_of(board_pdf(then, language)):
        assert "09:30:07" in page
    for sheet in load_workbook(io.BytesIO(board_xlsx(then, language))).worksheets:
        assert "09:30:07" in sheet["A1"].value
    assert "09:30:07" not in text_of(board_pdf(made.BOARD, language))


def test_a_board_without_buildings_is_one_page():
    empty = dc.replace(made.BOARD, pages=(), strip=())
    assert len(pages_of(board_pdf(empty, "en"))) == 1


@pytest.mark.parametrize(
    ("counted", "word"),
    [
        (699_950, "cash.even"),
        (700_000, "cash.over"),
        (0, "cash.short"),
        (None, "cash.not_counted"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cashiers_day_says_what_is_over_or_short(language, counted, word):
    text = text_of(day_cash_pdf(dc.replace(made.DAY, counted_cash_fen=counted), language))
    assert bare(WORDS[language][word]) in text
    assert "336,999.50" in text
    assert "¥6,999.50" in text


def test_the_cashiers_day_with_many_voids_and_none():
    voids = tuple(f"V{number:05d}" for number in range(700))
    pdf = day_cash_pdf(dc.replace(made.DAY, voids=voids), "zh_CN")
    text = text_of(pdf)
    assert all(void in text for void in voids)
    assert outside(pdf) == []
    empty = dc.replace(made.DAY, expected=(), refunds=(), first_number="", receipts=0, voids=())
    assert "零元整" in text_of(day_cash_pdf(empty, "zh_CN"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_list_is_printed_whole(language, golden):
    rows = tuple(
        (f"A{number:03d}", "张三" * (number % 9), f"{number:,}.00") for number in range(90)
    )
    sheet = ListSheet(
        title="收款清单",
        company=made.COMPANY,
        headings=("编号", "姓名", "金额"),
        rows=(*rows, ("短行",)),
        printed_at="2026-11-24 18:00",
        printed_by="林晓芸",
        note="2026-11-24",
        right=frozenset({2}),
        practice=True,
    )
    pdf = list_pdf(sheet, language)
    text = text_of(pdf)
    assert all(row[0] in text for row in sheet.rows)
    assert outside(pdf) == []
    golden(f"list_{language}", pdf)
