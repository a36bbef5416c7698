"""The subscription agreement: every field of the form, both languages clause by clause."""

import dataclasses as dc
import re
from decimal import Decimal
from string import Formatter

import pytest

from salesdesk.documents.agreement import agreement_pdf
from salesdesk.documents.agreement_setting import AGREEMENT_WORDS, chinese_number
from salesdesk.documents.agreement_story import Story
from salesdesk.office.inventory.lot_sheets import LotLine
from tests.documents.made import AGREEMENT, BUYERS, LANGUAGES, bare, outside, pages_of, text_of


def facts_in(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_clauses_facts_and_marks():
    chinese, english = AGREEMENT_WORDS["zh_CN"], AGREEMENT_WORDS["en"]
    assert list(chinese) == list(english)
    for key, text in chinese.items():
        assert facts_in(text) == facts_in(english[key]), key
        for each in (text, english[key]):
            assert each.count("<b>") == each.count("</b>")
            assert set(re.findall(r"</?\w+", each)) <= {"<b", "</b"}
    assert not re.search("[\u4e00-\u9fff]", "".join(english.values()))
    assert not re.search("[A-Za-z]{3,}", re.sub(r"\{\w+\}", "", "".join(chinese.values())))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_on_the_paper(language):
    text = text_of(agreement_pdf(AGREEMENT, language))
    fields = (
        *("number", "company", "company_address", "company_phone", "project", "project_address"),
        *("permit_number", "permit_authority", "unit_number", "unit_code", "use", "layout"),
        *("orientation", "consultant", "approved_by", "note"),
    )
    for field in fields:
        assert bare(getattr(AGREEMENT, field)) in text, field
    for amount in ("3,865,400.00", "3,911,160.00", "45,760.00", "33,000.00", "50,000.00"):
        assert amount in text
    for area in ("118.52", "94.30", "24.22", "32,613.90"):
        assert area in text
    for receipt in AGREEMENT.deposit_receipts:
        assert receipt in text
    for buyer in BUYERS:
        assert text.count(bare(buyer.name)) == 2
        assert bare(buyer.id_number) in text
        assert bare(buyer.address) in text
    assert text.count("50%") == 2


def test_words_of_amounts_and_days():
    chinese = text_of(agreement_pdf(AGREEMENT, "zh_CN"))
    assert "人民币叁佰捌拾陆万伍仟肆佰元整" in chinese
    assert "人民币伍万元整" in chinese
    assert "2026年12月1日" in chinese
    assert "商业按揭" in chinese
    english = text_of(agreement_pdf(AGREEMENT, "en"))
    assert "RMBFiftythousandyuanonly" in english
    assert "1December2026" in english
    assert "Commercialmortgage" in english


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_numbered_and_two_to_four(language):
    pages = pages_of(agreement_pdf(AGREEMENT, language))
    assert 2 <= len(pages) <= 4
    for number, page in enumerate(pages, 1):
        foot = (
            f"第{number}页共{len(pages)}页"
            if language == "zh_CN"
            else f"Page{number}of{len(pages)}"
        )
        assert foot in bare(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_missing_is_said_or_left_open(language):
    words = AGREEMENT_WORDS[language]
    sheet = dc.replace(
        AGREEMENT,
        permit_number="",
        inside_area=None,
        deposit_receipts=(),
        note=" ",
        buyers=BUYERS[1:],
        price_fen=AGREEMENT.list_total_fen,
    )
    text = text_of(agreement_pdf(sheet, language))
    assert "________" in text
    assert bare(words["deposit.open"])[:12] in text
    assert bare(words["id.missing"]) in text
    assert bare(words["extra.heading"]) not in text
    assert bare(words["price.less"]) not in text
    assert bare(words["buyers.joint"])[:20] not in text
    dearer = dc.replace(AGREEMENT, price_fen=AGREEMENT.list_total_fen + 100, permit_authority="")
    assert bare(words["price.more"]) in text_of(agreement_pdf(dearer, language))


def test_a_buyer_without_an_id_leaves_no_empty_line():
    def cell(buyer):
        return Story(AGREEMENT, "en")._buyer(1, buyer)[2]

    assert len(cell(BUYERS[0])) == len(cell(BUYERS[1])) == 2
    assert len(cell(dc.replace(BUYERS[1], id_kind=""))) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_very_long_note_and_thirty_buyers_lose_nothing(language):
    note = "".join(f"第{number}项附加约定，words go on here；" for number in range(900))
    buyers = tuple(dc.replace(BUYERS[0], name=f"买受人{number:02d}") for number in range(30))
    pdf = agreement_pdf(dc.replace(AGREEMENT, note=note, buyers=buyers), language)
    text = text_of(pdf)
    assert all(text.count(buyer.name) == 2 for buyer in buyers)
    assert text.count("项") == text_of(agreement_pdf(AGREEMENT, language)).count("项") + 900
    lost = [number for number in range(900) if f"第{number}项附加约定" not in text]
    assert len(lost) < len(pages_of(pdf))  # broken over pages, nothing worse
    assert outside(pdf) == []


def test_article_numbers():
    numbers = [chinese_number(number) for number in (1, 9, 10, 11, 12, 20, 21, 99)]
    assert numbers == ["一", "九", "十", "十一", "十二", "二十", "二十一", "九十九"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_lots_have_their_lines_and_the_whole_is_in_figures_and_words(language):
    lots = tuple(
        LotLine(
            unit=number,
            code=f"车库-0-B1.00{number}",
            kind=kind,
            use="",
            gross_area=Decimal("12.50"),
            total_fen=15_000_000,
        )
        for number, kind in ((1, "parking"), (2, "storage"))
    )
    plain = text_of(agreement_pdf(AGREEMENT, language))
    text = text_of(agreement_pdf(dc.replace(AGREEMENT, lots=lots), language))
    for said in ("车库-0-B1.001", "车库-0-B1.002", "150,000.00", "4,165,400.00", "12.50"):
        assert said in text, said
    whole = {
        "zh_CN": "肆佰壹拾陆万伍仟肆佰元整",
        "en": "Fourmilliononehundredandsixty-fivethousand",
    }
    assert text.count(whole[language]) == 2
    assert whole[language] not in plain
