"""How the pieces of an agreement are set: headings, clauses, values, tables of facts."""

from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable, Spacer, Table

from salesdesk.documents.agreement_en import ENGLISH
from salesdesk.documents.agreement_zh import CHINESE
from salesdesk.documents.fonts import printable
from salesdesk.documents.prose import Prose, Style, pieces_of
from salesdesk.documents.styles import FACTS, Styles, styles
from salesdesk.documents.words import is_chinese
from salesdesk.documents.wrapping import Piece
from salesdesk.office.sales.sheets import AgreementSheet

AGREEMENT_WORDS: dict[str, dict[str, str]] = {"zh_CN": CHINESE, "en": ENGLISH}

LEFT_EDGE = 62.0
WIDE = A4[0] - 2 * LEFT_EDGE
_TENS = 10


class Setting:
    """A paper's articles as they grow; `Story` tells them."""

    def __init__(self, sheet: AgreementSheet, language: str) -> None:
        self.sheet = sheet
        self.language = language
        self.words = AGREEMENT_WORDS[language]
        self.styles: Styles = styles(language)
        self.articles = 0
        self.flow: list[Flowable] = []

    def _say(self, key: str, style: Style, **facts: str) -> Prose:
        """Set our own words for *key*, with *facts* in their places."""
        return Prose(pieces_of(self.words[key], facts, bold=style.bold), style)

    def _cell(self, text: str, *, bold: bool = False) -> Prose:
        """Set a value."""
        style = self.styles.value_bold if bold else self.styles.value
        return Prose((Piece(printable(text), bold),) if text else (), style)

    def _label(self, key: str) -> Prose:
        return self._say(key, self.styles.label)

    def _article(self, name: str, *clauses: str, **facts: str) -> None:
        self._heading(name)
        self._clauses(*clauses, **facts)

    def _heading(self, name: str) -> None:
        self.articles += 1
        self.clauses = 0
        number = str(self.articles)
        if is_chinese(self.language):
            number = chinese_number(self.articles)
        heading = self.words[f"{name}.heading"]
        self.flow.append(self._say("article", self.styles.heading, number=number, heading=heading))

    def _clauses(self, *keys: str, **facts: str) -> None:
        style = self.styles.clause
        for key in keys:
            self.clauses += 1
            pieces = pieces_of(self.words[key], facts)
            self.flow.append(Prose(pieces, style, f"{self.articles}.{self.clauses}"))

    def _facts(self, rows: list[list[Any]], widths: list[float], spans: list[Any]) -> None:
        table = Table(rows, colWidths=[WIDE * part for part in widths])
        table.setStyle(FACTS)
        table.setStyle(spans)
        self.flow += [table, Spacer(1, 5)]


def chinese_number(number: int) -> str:
    """Write an article's number, 1 to 99, as Chinese papers do: 一, 十二."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, _TENS)
    if not tens:
        return digits[ones]
    return (digits[tens] if tens > 1 else "") + "十" + (digits[ones] if ones else "")
