"""Receipts on a pre-printed form: each value in its frame, moved to the millimetre, never cut."""

import dataclasses as dc
from io import BytesIO

import pdfplumber
import pytest

from salesdesk.documents.stationery import (
    DoesNotFit,
    check_fits,
    form_pdf,
    one_pile,
    printed_pdf,
    trial_page_pdf,
)
from salesdesk.kernel.errors import BadEntry
from salesdesk.office.ledger.sheets import ReceiptMarks, TenderLine
from salesdesk.office.ledger.stationery_rules import (
    FormField,
    OffTheForm,
    Stationery,
    placed,
    resized,
)
from tests.documents.made import (
    CONTRA,
    LANGUAGES,
    RECEIPT,
    SLIP,
    VOIDED,
    bare,
    pages_of,
    pictures,
    text_of,
)

PLAIN = ReceiptMarks()
FORM = Stationery(on=True)
TENTH = 72 / 254
DISGUISED = dc.replace(RECEIPT, payer="欧阳修")


def words_of(pdf, page=0):
    """Every word with its place in tenths of a millimetre from the upper left corner."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        shown = document.pages[page]
        return [
            (word["text"], *(word[side] / TENTH for side in ("x0", "top", "x1", "bottom")))
            for word in shown.extract_words(keep_blank_chars=True)
        ], (shown.width / TENTH, shown.height / TENTH)


def found(pdf, text, page=0):
    (place,) = [word[1:] for word in words_of(pdf, page)[0] if word[0].strip() == text]
    return place


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_values_are_printed_on_paper_of_the_forms_size(language):
    pdf = form_pdf([(DISGUISED, PLAIN)], FORM, language)
    _words, size = words_of(pdf)
    assert size == pytest.approx((2410, 930), abs=0.5)
    text = text_of(pdf)
    assert text.count(bare(RECEIPT.number)) == 1 and "¥50,000.50" in text and "1A2B3C4D" in text
    label = bare("收款方式" if language == "zh_CN" else "CASH RECEIPT")
    assert label not in text, "what stands on the form already is not printed again"
    words = "人民币伍万元伍角整" if language == "zh_CN" else "FiftythousandyuanandfiftyfenOnly"
    assert bare(words).lower() in text.lower() or language == "en"


def test_every_value_stands_in_its_frame():
    places = {place.field: place for place in FORM.places}
    pdf = form_pdf([(DISGUISED, PLAIN)], FORM, "zh_CN")
    for field, text in (
        (FormField.NUMBER, RECEIPT.number),
        (FormField.YEAR, "2026"),
        (FormField.DAY, "24"),
        (FormField.UNIT, RECEIPT.unit),
        (FormField.FIGURES, "¥50,000.50"),
        (FormField.WORDS, "人民币伍万元伍角整"),
        (FormField.COLLECTOR, RECEIPT.collector),
        (FormField.COPY, "一式三联"),
    ):
        left, top, right, bottom = found(pdf, text)
        place = places[field]
        assert place.x - 5 <= left and right <= place.x + place.wide + 5, field
        assert place.y - 15 <= top and bottom <= place.y + place.high + 15, field
        if place.right:
            assert right == pytest.approx(place.x + place.wide, abs=6)


@pytest.mark.parametrize(("across", "down"), [(0, 0), (15, -20), (-200, 200 - 185), (140, 10)])
def test_an_offset_moves_every_value_by_so_many_millimetres(across, down):
    here = found(form_pdf([(DISGUISED, PLAIN)], FORM, "zh_CN"), RECEIPT.unit)
    moved = dc.replace(FORM, across=across, down=down)
    if across == -200:
        with pytest.raises(OffTheForm):
            form_pdf([(DISGUISED, PLAIN)], moved, "zh_CN")
        return
    there = found(form_pdf([(DISGUISED, PLAIN)], moved, "zh_CN"), RECEIPT.unit)
    assert there[0] - here[0] == pytest.approx(across, abs=0.5)
    assert there[1] - here[1] == pytest.approx(down, abs=0.5)


def test_an_offset_beyond_its_bounds_is_refused_with_them():
    with pytest.raises(BadEntry) as refusal:
        form_pdf([(DISGUISED, PLAIN)], dc.replace(FORM, across=201), "zh_CN")
    assert refusal.value.facts["expected"] == "-20 - 20 mm"


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_copies_code_and_words_stay_on_the_paper(language):
    pdf = form_pdf([(RECEIPT, VOIDED)], dc.replace(FORM, copies=3), language)
    assert len(pages_of(pdf)) == 3
    copies = ("第一联客户联", "第二联财务联", "第三联存根联")
    if language == "en":
        copies = ("Copy1·Customer", "Copy2·Finance", "Copy3·Stub")
    for page, copy in zip(pages_of(pdf), copies, strict=True):
        text = bare(page)
        assert copy in text and "1A2B3C4D" in text
        assert ("补打2" if language == "zh_CN" else "REPRINT2") in text
        assert "金额录入有误" in text
        assert ("伍万元伍角" if language == "zh_CN" else "ifty") in text


def test_a_long_text_shrinks_and_is_then_refused_whole():
    wide = dc.replace(RECEIPT, payer="欧阳" * 14)
    check_fits([(wide, PLAIN)], FORM, "zh_CN")
    assert bare(wide.payer) in text_of(form_pdf([(wide, PLAIN)], FORM, "zh_CN"))
    many = tuple(TenderLine(kind="card", amount_fen=100, reference=f"R{n:012}") for n in range(40))
    for sheet, field in (
        (dc.replace(RECEIPT, payer="欧阳" * 100), "form: payer"),
        (dc.replace(RECEIPT, tenders=many), "form: tenders"),
        (dc.replace(RECEIPT, number="N" * 120), "form: number"),
    ):
        for draw in (check_fits, form_pdf):
            with pytest.raises(DoesNotFit) as refusal:
                draw([(RECEIPT, PLAIN), (sheet, PLAIN)], FORM, "zh_CN")
            assert refusal.value.facts["field"] == field
            assert refusal.value.facts["number"] == sheet.number


def test_slips_and_contras_go_on_no_form_and_apart_from_those_that_do():
    pile = {1: (RECEIPT, PLAIN), 2: (SLIP, PLAIN), 3: (CONTRA, PLAIN)}
    assert list(one_pile(pile, FORM)) == [1]
    del pile[1]
    assert list(one_pile(pile, FORM)) == [2, 3]
    assert one_pile(pile, Stationery()) == pile
    check_fits(list(pile.values()), FORM, "zh_CN")
    pdf = printed_pdf(list(pile.values()), FORM, "zh_CN")
    assert words_of(pdf)[1] == pytest.approx((2100, 2970), abs=2)


def test_a_receipt_in_a_pile_is_to_the_pixel_what_it_is_alone():
    pile = [
        (dc.replace(RECEIPT, number=f"SJ{n:07}", payer=payer), marks)
        for n, (payer, marks) in enumerate((("欧阳修", PLAIN), ("𠮷田", VOIDED)), 1)
    ]
    together = pictures(form_pdf(pile, FORM, "zh_CN"))
    for page, paper in zip(together, pile, strict=True):
        assert [page] == pictures(form_pdf([paper], FORM, "zh_CN"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(2410, 930), (1900, 930), (2100, 1480)])
def test_the_places_move_along_to_the_usual_papers_and_nothing_is_too_narrow(size, language):
    form = resized(FORM, *size)
    pdf = form_pdf([(DISGUISED, ReceiptMarks(reprint=1))], form, language)
    assert words_of(pdf)[1] == pytest.approx(size, abs=0.5)
    assert len(pages_of(trial_page_pdf(form, language))) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_test_page_shows_a_frame_a_name_and_a_sample_for_every_value(language):
    form = placed(FORM, (), (FormField.NOTE,))
    pdf = trial_page_pdf(form, language)
    with pdfplumber.open(BytesIO(pdf)) as document:
        frames = document.pages[0].rects
        frames = [r for r in frames if r["stroke"] and r["width"] > 20]
        rules = document.pages[0].lines
    assert len(frames) >= len(form.places)
    for place in form.places:
        assert any(
            abs(rect["x0"] / TENTH - place.x) < 1 and abs(rect["top"] / TENTH - place.y) < 1
            for rect in frames
        ), place.field
    assert len(rules) > 241 + 93
    text = text_of(pdf)
    assert "SJ0000000" in text and "230" in text and "90" in text
    assert bare("备注" if language == "zh_CN" else "Note") not in text.replace("Notes", "")
