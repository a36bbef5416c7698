"""Every paper: the same as when last looked at, the same bytes twice, nothing lost or cut off."""

import dataclasses as dc
import subprocess
import sys
from io import BytesIO

import pypdf
import pypdfium2
import pytest

from salesdesk.documents.agreement import agreement_pdf
from salesdesk.documents.board import board_pdf
from salesdesk.documents.buying_plan import buying_plan_pdf
from salesdesk.documents.day_cash import day_cash_pdf
from salesdesk.documents.day_close import day_close_pdf
from salesdesk.documents.demand import demand_pdf
from salesdesk.documents.instalments import instalments_pdf
from salesdesk.documents.loan_list import loan_list_pdf
from salesdesk.documents.month_close import month_close_pdf
from salesdesk.documents.receipt import receipt_pdf
from salesdesk.documents.register import register_pdf
from salesdesk.documents.stationery import form_pdf, trial_page_pdf
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.ledger.sheets import ReceiptMarks
from salesdesk.office.ledger.stationery_rules import Stationery, resized
from tests.documents import loans_made, made
from tests.documents.made import HOSTILE, LANGUAGES, RARE, bare, outside, pages_of, text_of

PLAIN = ReceiptMarks()
FORM = Stationery(on=True)
PAPERS = {
    "contra": lambda language: receipt_pdf(made.CONTRA, PLAIN, language),
    "receipt_form": lambda language: form_pdf(
        [(made.RECEIPT, PLAIN), (dc.replace(made.RECEIPT, practice=True), made.VOIDED)],
        FORM,
        language,
    ),
    "receipt_form_copies": lambda language: form_pdf(
        [(made.RECEIPT, PLAIN)],
        dc.replace(resized(FORM, 1900, 930), copies=3, across=15, down=-20),
        language,
    ),
    "form_test": lambda language: trial_page_pdf(FORM, language),
    "receipt": lambda language: receipt_pdf(made.RECEIPT, PLAIN, language),
    "receipt_void": lambda language: receipt_pdf(
        dc.replace(made.RECEIPT, practice=True), made.VOIDED, language
    ),
    "refund": lambda language: receipt_pdf(
        dc.replace(made.RECEIPT, kind="refund", tenders=made.RECEIPT.tenders * 5), PLAIN, language
    ),
    "receipt_late_fee": lambda language: receipt_pdf(made.LATE, PLAIN, language),
    "refund_asked": lambda language: receipt_pdf(made.SLIP, PLAIN, language),
    "agreement": lambda language: agreement_pdf(made.AGREEMENT, language),
    "register": lambda language: register_pdf(made.REGISTER, language),
    "board_a3": lambda language: board_pdf(made.BOARD, language, "A3"),
    "board_a4": lambda language: board_pdf(dc.replace(made.BOARD, practice=True), language, "A4"),
    "day_cash": lambda language: day_cash_pdf(made.DAY, language),
    "day_close": lambda language: day_close_pdf(made.CLOSE, language),
    "month_close": lambda language: month_close_pdf(made.MONTH, language),
    "loans": lambda language: loan_list_pdf(loans_made.LOANS, language),
    "instalments": lambda language: instalments_pdf(loans_made.INSTALMENTS, language),
    "demand": lambda language: demand_pdf(made.DEMANDS, language),
    "buying_plan": lambda language: buying_plan_pdf(made.PLAN, language),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_paper_is_as_it_was_last_looked_at(name, language, golden):
    golden(f"{name}_{language}", PAPERS[name](language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_nothing_stands_outside_the_page_and_all_faces_are_embedded(name, language):
    pdf = PAPERS[name](language)
    assert outside(pdf) == []
    fonts = [
        font.get_object()
        for page in pypdf.PdfReader(BytesIO(pdf)).pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["receipt", "refund", "agreement"])
def test_a_name_with_a_rare_character_is_read_back_in_one_piece(name, language):
    """𠮷 is set in another face than its neighbours, and still stands in one line to be searched."""
    text = "".join(pages_of(PAPERS[name](language)))
    assert text.count(made.RECEIPT.payer) == (2 if name == "agreement" else 3)


@pytest.mark.parametrize("name", PAPERS)
def test_the_same_sheet_gives_the_same_bytes(name):
    assert PAPERS[name]("zh_CN") == PAPERS[name]("zh_CN")
    assert PAPERS[name]("zh_CN") != PAPERS[name]("en")


def test_another_process_on_another_day_gives_the_same_bytes():
    probe = (
        "import hashlib, sys; sys.path.insert(0, '.')\n"
        "from tests.documents.test_papers import PAPERS\n"
        "for name in ('board_a4', 'receipt', 'agreement'):\n"
        "    print(hashlib.sha256(PAPERS[name]('zh_CN')).hexdigest())\n"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", probe],
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(told) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["receipt", "agreement"])
def test_rare_characters_print_copy_and_search_right(name, language):
    pdf = PAPERS[name](language)
    assert RARE in text_of(pdf)
    assert RARE in "".join(pages_of(pdf)).replace("\n", "")
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [document[index].get_textpage() for index in range(len(document))]
        assert any(RARE in page.get_text_range() for page in pages)
    finally:
        document.close()


def test_rare_characters_are_drawn_as_themselves():
    """A character that no face has is drawn as an empty box: these must each look different."""

    def drawn(name):
        pdf = receipt_pdf(dc.replace(made.RECEIPT, payer=name, payer_id_tail=""), PLAIN, "zh_CN")
        document = pypdfium2.PdfDocument(pdf)
        try:
            return document[0].render(scale=2).to_pil().tobytes()
        finally:
            document.close()

    pictures = {drawn(letter) for letter in (*RARE, "\ue000")}
    assert len(pictures) == len(RARE) + 1


def hostile(sheet):
    """Put the hostile text into every text of a sheet, codes and numbers left alone."""
    kept = {"state", "kind", "at", "sign_by", "printed_at", "check_code"}
    changes = {
        field.name: HOSTILE
        for field in dc.fields(sheet)
        if isinstance(getattr(sheet, field.name), str) and field.name not in kept
    }
    return dc.replace(sheet, **changes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_stands_as_it_was_typed(language):
    shown = bare('<b>&amp;<img src="/etc/passwd"/>{x}%s</para>=1+1')
    buyers = tuple(hostile(buyer) for buyer in made.BUYERS)
    agreement = dc.replace(hostile(made.AGREEMENT), buyers=buyers, deposit_receipts=(HOSTILE,))
    visits = tuple(hostile(line) for line in made.REGISTER.lines[:3])
    cells = tuple(hostile(cell) for cell in made.BOARD.pages[0].cells)
    page = dc.replace(made.BOARD.pages[0], cells=cells, building=HOSTILE)
    for pdf in (
        receipt_pdf(hostile(made.RECEIPT), PLAIN, language),
        agreement_pdf(agreement, language),
        register_pdf(dc.replace(hostile(made.REGISTER), lines=visits), language),
        board_pdf(dc.replace(hostile(made.BOARD), pages=(page,)), language),
        day_cash_pdf(dc.replace(hostile(made.DAY), voids=(HOSTILE,)), language),
        day_close_pdf(hostile(made.CLOSE), language),
    ):
        assert shown in text_of(pdf).replace("\u0000", "")
        assert outside(pdf) == []


def test_below_a_page_of_lots_stand_the_lots_by_state_and_the_homes_in_one_sum():
    lots = ((UnitState.AVAILABLE, 20, "265.00", "3,760,000.00"),)
    garage = dc.replace(made.BOARD.pages[0], building="地下车库", kind="parking", labels=())
    both = dc.replace(made.BOARD, pages=(made.BOARD.pages[1], garage), lots=lots)
    homes, garage = (bare(text) for text in made.pages_of(board_pdf(both, "en")))
    assert homes.count("3units") == garage.count("33units") + 11  # eleven states, and in all
    assert homes.count("20lots") == 1 and garage.count("20lots") == 2
    assert "53" not in homes + garage


@pytest.mark.parametrize(
    ("language", "one", "all_"), [("en", "1 unit", "Whole project"), ("zh_CN", "1 套", "全案合计")]
)
def test_the_strip_of_a_board_counts_one_unit_as_one_and_names_whose_sum_it_is(
    language, one, all_
):
    lone = dc.replace(made.BOARD, strip=((UnitState.AVAILABLE, 1, "100.00", "1,000.00"),))
    text = text_of(board_pdf(lone, language))
    assert bare(one) in text and "1units" not in text
    assert bare(all_) in text
