"""The receipt: three copies, marks, many tenders, the code."""

import dataclasses as dc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdesk.documents.receipt import code_payload, receipt_pdf, receipts_pdf
from salesdesk.documents.words import WORDS
from salesdesk.office.ledger.sheets import ReceiptMarks, TenderLine
from tests.documents.made import (
    LANGUAGES,
    RECEIPT,
    VOIDED,
    bare,
    outside,
    pages_of,
    pictures,
    text_of,
)

PLAIN = ReceiptMarks()


def test_three_copies_on_one_page_each_with_number_words_and_figures():
    pdf = receipt_pdf(RECEIPT, PLAIN, "zh_CN")
    text = text_of(pdf)
    assert len(pages_of(pdf)) == 1
    for once in (
        RECEIPT.number,
        "人民币伍万元伍角整",
        "¥50,000.50",
        "现金10,000.50",
        "凭证号POS0024118",
        "微信支付",
        "欧阳",
        "校验码1A2B3C4D",
        "2026年11月24日10:31",
    ):
        assert text.count(once) == 3
    for copy in ("第一联客户联", "第二联财务联", "第三联存根联"):
        assert text.count(copy) == 1
    assert "作废" not in text
    assert "补打" not in text
    assert "练习" not in text


def test_marks_change_stamps_and_keep_the_text():
    marked = text_of(receipt_pdf(RECEIPT, VOIDED, "zh_CN"))
    assert marked.count("补打2") == 3
    assert marked.count("作废时间2026年11月24日16:20") == 3
    assert marked.count("原因金额录入有误，重开") == 3
    assert marked.count("¥50,000.50") == 3
    practice = dc.replace(RECEIPT, practice=True)
    assert text_of(receipt_pdf(practice, PLAIN, "zh_CN")).count("练习") == 3
    assert text_of(receipt_pdf(practice, VOIDED, "en")).count("PRACTICE") == 3
    assert text_of(receipt_pdf(practice, VOIDED, "en")).count("VOIDED".title()) >= 3


def test_a_receipt_in_a_pile_is_to_the_pixel_what_it_is_alone():
    """Pixels, not text: a fast path once drew wrong glyphs whose text was right."""
    pile = [
        (dc.replace(RECEIPT, number=f"SJ{n:07}", payer=payer), marks)
        for n, (payer, marks) in enumerate(
            (("欧阳修", PLAIN), ("𠮷田", VOIDED), ("Łukasz", ReceiptMarks(reprint=1))), 1
        )
    ]
    together = pictures(receipts_pdf(pile, "zh_CN"))
    assert len(together) == len(pile)
    for page, (sheet, marks) in zip(together, pile, strict=True):
        (alone,) = pictures(receipt_pdf(sheet, marks, "zh_CN"))
        assert page == alone
    assert len(set(together)) == len(pile)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refund_slip_says_so(language):
    text = text_of(receipt_pdf(dc.replace(RECEIPT, kind="refund"), PLAIN, language))
    words = WORDS[language]
    assert text.count(bare(words["receipt.title.refund"])) >= 3
    assert bare(words["receipt.title"]) not in text
    assert text.count(bare(words["receipt.payer.refund"])) >= 3
    assert bare(words["receipt.payer"]) not in text


@pytest.mark.parametrize("count", [0, 1, 5, 12, 13, 40])
def test_every_tender_is_shown_or_counted(count):
    tenders = tuple(
        TenderLine(kind="card", amount_fen=100_00 + place, reference=f"R{place:03d}")
        for place in range(count)
    )
    text = text_of(receipt_pdf(dc.replace(RECEIPT, tenders=tenders), PLAIN, "zh_CN"))
    shown = sum(f"凭证号R{place:03d}" in text for place in range(count))
    if count <= 12:
        assert shown == count
    else:
        assert shown == 11
        rest = sum(tender.amount_fen for tender in tenders[11:])
        assert f"其余{count - 11}笔合计{rest / 100:,.2f}" in text


def test_a_kind_nobody_knows_stands_for_itself():
    sheet = dc.replace(
        RECEIPT, kind="transfer fee", tenders=(TenderLine(kind="gold", amount_fen=1),)
    )
    text = text_of(receipt_pdf(sheet, PLAIN, "en"))
    assert "transferfee" in text
    assert "gold" in text


def test_the_code_is_ascii_and_holds_number_amount_and_check_code():
    assert code_payload(RECEIPT) == "SD1;NO=SK-2026-000123;AMT=50000.50;CHK=1A2B3C4D"
    assert code_payload(dc.replace(RECEIPT, number="收-1")).isascii()


any_text = st.text(max_size=120)


@settings(max_examples=10)
@given(any_text, any_text, any_text, any_text, st.integers(0, 10**14), st.sampled_from(LANGUAGES))
def test_any_text_and_amount_is_drawn_inside_the_page(payer, unit, note, company, fen, language):
    sheet = dc.replace(RECEIPT, payer=payer, unit=unit, note=note, company=company, amount_fen=fen)
    pdf = receipt_pdf(sheet, VOIDED, language)
    assert outside(pdf) == []
    assert text_of(pdf).count(f"¥{fen / 100:,.2f}") == 3
