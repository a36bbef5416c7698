"""The subscription agreement (认购书) as a legal paper on A4, fields by domain 3.5.

Every word of it is ours (`agreement_zh`, `agreement_en`); the two languages have the same clauses.
"""

from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from salesdesk.documents.agreement_setting import AGREEMENT_WORDS, LEFT_EDGE, WIDE
from salesdesk.documents.agreement_story import Story
from salesdesk.documents.fonts import printable, ready
from salesdesk.documents.inks import HAIR, SOFT
from salesdesk.documents.page import CREATOR, RIGHT, Page, page_words
from salesdesk.documents.words import is_chinese, word
from salesdesk.office.sales.sheets import AgreementSheet

_TOP, _BOTTOM = 64.0, 62.0


def agreement_pdf(sheet: AgreementSheet, language: str) -> bytes:
    """Give the agreement of *sheet* as a PDF of A4 pages in *language* ("zh_CN" or "en").

    The same arguments always give the same bytes.
    """
    ready()
    out = BytesIO()
    paper = BaseDocTemplate(
        out,
        pagesize=A4,
        title=f"{AGREEMENT_WORDS[language]['title']} {printable(sheet.number)}",
        author=printable(sheet.company),
        creator=CREATOR,
        producer=CREATOR,
        lang="zh-CN" if is_chinese(language) else "en",
    )
    frame = Frame(LEFT_EDGE, _BOTTOM, WIDE, A4[1] - _TOP - _BOTTOM, 0, 0, 0, 0)
    paper.addPageTemplates([PageTemplate(frames=[frame])])
    paper.build(Story(sheet, language).told(), canvasmaker=partial(_open_page, sheet, language))
    return out.getvalue()


def _open_page(sheet: AgreementSheet, language: str, *args: Any, **settings: Any) -> Page:
    page = Page(*args, **settings)
    page.each_page = partial(_dress_page, sheet, language)
    return page


def _dress_page(sheet: AgreementSheet, language: str, page: Page, number: int, pages: int) -> None:
    """Draw the head (from page 2 on), the foot and the practice mark of one page."""
    right = A4[0] - LEFT_EDGE
    words = AGREEMENT_WORDS[language]
    foot = words["foot"].format(project=sheet.project, number=sheet.number)
    if number > 1:
        page.write_box((LEFT_EDGE, A4[1] - 46, WIDE * 0.7, 12), sheet.company, 8, ink=SOFT)
        page.write(right, A4[1] - 43, sheet.number, 8, ink=SOFT, stand=RIGHT)
        page.rule(LEFT_EDGE, A4[1] - 50, right, A4[1] - 50, HAIR, 0.5)
    page.rule(LEFT_EDGE, 48, right, 48, HAIR, 0.5)
    page.write_box((LEFT_EDGE, 32, WIDE * 0.7, 12), foot, 8, ink=SOFT)
    page.write(right, 35, page_words(language, number, pages), 8, ink=SOFT, stand=RIGHT)
    if sheet.practice:
        mark = word(language, "practice")
        page.watermark(A4[0] / 2, A4[1] * 0.52, mark, 110 if is_chinese(language) else 84)
