"""Receipt and agreement against plain platypus setting the same texts on the same pages."""

import dataclasses as dc
import itertools
import time
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table

from salesdesk.documents.agreement import agreement_pdf
from salesdesk.documents.agreement_story import Story
from salesdesk.documents.fonts import ready
from salesdesk.documents.prose import Prose
from salesdesk.documents.receipt import code_payload, receipt_pdf, receipts_pdf
from salesdesk.documents.words import code_word, word
from salesdesk.kernel.money import format_yuan
from salesdesk.kernel.numerals import amount_in_words
from salesdesk.office.ledger.sheets import ReceiptMarks
from tests.bench.harness import Case, Pair
from tests.documents.made import AGREEMENT, RECEIPT

LANGUAGE = "zh_CN"
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("FONTNAME", (0, 0), (-1, -1), "SC")]
BODY = ParagraphStyle("body", fontName="SC", fontSize=9, leading=13, wordWrap="CJK")
TITLE = ParagraphStyle("title", BODY, fontName="SCB", fontSize=18, leading=26, alignment=1)
PILE = 1_000
"""Receipts of a launch day; of the baseline, whose cost a paper is constant, a twentieth is made."""

ROUNDS = 4
"""Papers a round: one is too short to time."""


def built(story):
    """Set *story* on A4 with ReportLab's own template."""
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4, topMargin=20, bottomMargin=20, invariant=1).build(story)
    return out.getvalue()


def plain_receipt(sheet):
    """Set the receipt's texts three times, as anybody would with platypus."""

    def say(key, **facts):
        return Paragraph(escape(word(LANGUAGE, f"receipt.{key}", **facts)), BODY)

    def tell(text):
        return Paragraph(escape(text), BODY)

    widget = QrCodeWidget(code_payload(sheet), barLevel="M")
    left, _, right, _ = widget.getBounds()
    scale = 50 / (right - left)
    code = Drawing(50, 50, transform=[scale, 0, 0, scale, 0, 0])
    code.add(widget)
    tenders = [
        tell(f"{code_word(LANGUAGE, 'tender', t.kind)} {format_yuan(t.amount_fen)} {t.reference}")
        for t in sheet.tenders
    ]
    words = amount_in_words(sheet.amount_fen, LANGUAGE)
    story = []
    for copy in (1, 2, 3):
        purpose = tell(code_word(LANGUAGE, "kind", sheet.kind))
        rows = [
            [say("payer"), tell(sheet.payer), say("unit"), tell(sheet.unit)],
            [say("for"), purpose, say("agreement"), tell(sheet.agreement)],
            [say("amount"), tell(words), "", tell(f"¥{format_yuan(sheet.amount_fen)}")],
            [say("tenders"), tenders, "", code],
            [say("note"), tell(sheet.note), "", ""],
        ]
        story += [
            tell(sheet.company),
            Paragraph(word(LANGUAGE, "receipt.title"), TITLE),
            say("project", project=sheet.project),
            say("at", at=sheet.at),
            tell(sheet.number),
            Table(rows, colWidths=[70, 200, 70, 150], style=GRID),
            *(say("seal"), say("collector"), say("checker"), say("signature")),
            say("small_print"),
            tell(word(LANGUAGE, f"copy.{copy}")),
        ]
    return built(story)


def plain_agreement(parts):
    """Set the agreement's texts with ReportLab's own paragraphs and tables."""
    return built([plain(part) for part in parts])


def plain(part):
    """Give ReportLab's own flowable for one of ours."""
    if isinstance(part, Prose):
        text = "".join(
            f"<b>{escape(piece.text)}</b>" if piece.bold else escape(piece.text)
            for piece in part.pieces
        )
        style = ParagraphStyle(
            "plain",
            fontName="SC",
            fontSize=part.style.size,
            leading=part.style.leading,
            wordWrap="CJK",
            alignment=4 if part.style.justified else 0,
        )
        return Paragraph(f"{part.number} {text}", style)
    if isinstance(part, Table):
        rows = [[plain(cell) for cell in row] for row in part._cellvalues]
        return Table(rows, colWidths=part._colWidths, style=GRID)
    if isinstance(part, KeepTogether):
        return KeepTogether([plain(each) for each in part._content])
    if isinstance(part, list):
        return [plain(each) for each in part]
    return part if isinstance(part, Spacer | str) else Spacer(1, 6)


def timed(draw, made):
    """Draw some papers, each with texts of its own, and give milliseconds a paper."""
    papers = [made() for _ in range(ROUNDS)]
    start = time.perf_counter()
    for paper in papers:
        draw(paper)
    return (time.perf_counter() - start) * 1000 / ROUNDS


@contextmanager
def receipts():
    """Receipts of ever new numbers and payers."""
    ready()
    counter = itertools.count(1)

    def made():
        number = next(counter)
        return dc.replace(RECEIPT, number=f"SK-2026-{number:06d}", payer=f"欧阳{number}")

    yield Pair(
        partial(timed, lambda sheet: receipt_pdf(sheet, ReceiptMarks(), LANGUAGE), made),
        partial(timed, plain_receipt, made),
    )


@contextmanager
def pile():
    """A thousand receipts in one file; the baseline makes one paper after the other in its process."""
    ready()

    def sheets(count):
        return [
            dc.replace(RECEIPT, number=f"SJ{n:07}", payer=f"欧阳{n}") for n in range(1, count + 1)
        ]

    def ours():
        papers = [(sheet, ReceiptMarks()) for sheet in sheets(PILE)]
        start = time.perf_counter()
        receipts_pdf(papers, LANGUAGE)
        return (time.perf_counter() - start) * 1000 / PILE

    def theirs():
        made = sheets(PILE // 20)
        start = time.perf_counter()
        for sheet in made:
            plain_receipt(sheet)
        return (time.perf_counter() - start) * 1000 / len(made)

    yield Pair(ours, theirs)


@contextmanager
def agreements():
    """Agreements of ever new numbers and notes."""
    ready()
    counter = itertools.count(1)

    def made():
        number = next(counter)
        return dc.replace(AGREEMENT, number=f"RG-{number:06d}", note=f"补充约定第 {number} 项。")

    yield Pair(
        partial(timed, lambda sheet: agreement_pdf(sheet, LANGUAGE), made),
        partial(timed, plain_agreement, lambda: Story(made(), LANGUAGE).told()),
    )


CASES = (
    Case(
        name="paper: pile of 1,000 receipts, ms each",
        ours="one file",
        baseline="plain platypus",
        goal=1 / 4,
        rounds=3,
        prepare=pile,
    ),
    Case(
        name="paper: receipt",
        ours="three copies, stamped",
        baseline="plain platypus",
        goal=1.5,
        prepare=receipts,
    ),
    Case(
        name="paper: subscription agreement",
        ours="own setting",
        baseline="plain platypus",
        goal=1.5,
        prepare=agreements,
    ),
)
