"""A closed day (日结单) on A4: every tender counted, the drawer, numbers, voids, seals; the hand-over slip."""

from collections.abc import Sequence

from reportlab.lib.pagesizes import A4

from salesdesk.documents.grid import Column, Grid, Row
from salesdesk.documents.inks import HAIR, INK, NAVY, SEAL, SOFT
from salesdesk.documents.page import CENTRE, RIGHT, Page, closed, new_page, page_words
from salesdesk.documents.words import (
    code_word,
    day_words,
    is_chinese,
    moment_words,
    weekday_words,
    word,
)
from salesdesk.documents.wrapping import wrap
from salesdesk.kernel.money import format_yuan
from salesdesk.kernel.numerals import amount_in_words
from salesdesk.office.ledger.close_sheets import DayCloseSheet

_EDGE = 56.0
_WIDE = A4[0] - 2 * _EDGE
_BOTTOM = 64.0
_LABEL = 116.0
_SIZE, _LEADING = 9.0, 14.0


def day_close_pdf(sheet: DayCloseSheet, language: str) -> bytes:
    """Give the close of *sheet* as a PDF in *language*, with the slip where cash was handed over."""
    title = f"{word(language, 'close.title')} {sheet.cashier} {sheet.day.isoformat()}"
    page, out = new_page(A4, title, sheet.company, language)
    page.each_page = lambda each, number, pages: _dress(each, sheet, language, number, pages)
    _Close(page, sheet, language).draw()
    if sheet.handed_fen:
        _hand_over(page, sheet, language)
    return closed(page, out)


class _Close:
    """The close on its page or pages, from the top down."""

    def __init__(self, page: Page, sheet: DayCloseSheet, language: str) -> None:
        self.page, self.sheet, self.language = page, sheet, language
        self.y = 0.0

    def draw(self) -> None:
        sheet = self.sheet
        self.y = _head(self.page, sheet, self.language, self.word("title"))
        grid = Grid(self.page, (_EDGE, _WIDE, _BOTTOM), self._columns(), self._turn, _SIZE)
        self.y = grid.draw(self.y, self._tenders()) - 10
        self._both()
        self._line(self.word("note"), sheet.note or self.word("none"))
        self._papers()
        for label, lines in (("void", sheet.voids), ("contra", sheet.contras)):
            for line in lines:
                text = f"{line.number}  ¥{format_yuan(line.amount_fen)}  {line.reason}"
                self._line(self.word(label), text)
        if sheet.moved:
            self._line(self.word("moved"), self._moved())
        next_on = day_words(sheet.next_on, self.language)
        self._line(self.word("locked"), self.word("locked.words", day=next_on))
        self._line(self.word("total"), f"¥{format_yuan(sheet.total_fen)}")
        self._line(self.word("seal", no=sheet.seal), _grouped(sheet.seal_hash))
        self._line(self.word("receipt_seal"), _grouped(sheet.receipt_hash))
        self._room(64)
        _signatures(self.page, self.y - 14, self.language, ("cashier", "checker", "manager"))
        self.page.showPage()

    def word(self, key: str, **facts: object) -> str:
        return word(self.language, f"close.{key}", **facts)

    def _turn(self) -> float:
        self.page.showPage()
        return A4[1] - _EDGE - 20

    def _room(self, needed: float) -> None:
        if self.y < _BOTTOM + needed:
            self.y = self._turn()

    def _columns(self) -> list[Column]:
        heads = ("received", "refunded", "should", "counted", "difference")
        return [
            Column(word(self.language, "cash.tender"), 1.1),
            *(Column(self.word(head), 1, RIGHT) for head in heads),
        ]

    def _tenders(self) -> list[Row]:
        rows, sums = [], [0] * 5
        for line in self.sheet.tenders:
            figures = (
                line.taken_fen,
                line.back_fen,
                line.taken_fen - line.back_fen,
                line.counted_fen,
                line.difference_fen,
            )
            sums = [whole + part for whole, part in zip(sums, figures, strict=True)]
            name = code_word(self.language, "tender", line.kind)
            rows.append(Row((name, *map(format_yuan, figures)), bold=line.difference_fen != 0))
        all_of_them = word(self.language, "cash.total")
        return [*rows, Row((all_of_them, *map(format_yuan, sums)), bold=True)]

    def _both(self) -> None:
        """The drawer's sum on the left, its notes and coins on the right."""
        self._room(150)
        top, half = self.y, _WIDE / 2
        sheet = self.sheet
        cash = next((line for line in sheet.tenders if line.kind == "cash"), None)
        net = cash.taken_fen - cash.back_fen if cash else 0
        sums = [
            ("opening", sheet.opening_fen),
            ("day", net),
            *([("after", sheet.after_fen)] if sheet.after_fen else []),
            ("banked", -sheet.banked_fen),
            ("drawer", sheet.expected_fen),
            ("counted", sheet.counted_fen),
            ("difference", sheet.difference_fen),
            ("handed", sheet.handed_fen),
            ("left", sheet.left_fen),
        ]
        y = self._title(self.word("cash"), _EDGE, top)
        for key, fen in sums:
            text = self.word(key)
            if key == "handed" and sheet.handed_to:
                text = self.word("handed.to", name=sheet.handed_to)
            strong = key in {"drawer", "counted", "difference"}
            alarm = key == "difference" and fen != 0
            y = self._sum(
                _EDGE, y, half - 24, (text, format_yuan(fen)), strong=strong, alarm=alarm
            )
        right = _EDGE + half + 10
        other = self._title(self.word("pieces"), right, top)
        for piece in sheet.pieces:
            text = f"¥{format_yuan(piece.piece_fen)} × {piece.pieces}"
            whole = format_yuan(piece.piece_fen * piece.pieces)
            other = self._sum(right, other, half - 10, (text, whole))
        counted = (self.word("counted"), format_yuan(sheet.counted_fen))
        other = self._sum(right, other, half - 10, counted, strong=True)
        self.y = min(y, other) - 10

    def _title(self, text: str, x: float, y: float) -> float:
        self.page.write(x, y - 10, text, 9.5, bold=True, ink=NAVY)
        return y - 26

    def _sum(
        self,
        x: float,
        y: float,
        wide: float,
        texts: tuple[str, str],
        *,
        strong: bool = False,
        alarm: bool = False,
    ) -> float:
        ink = SEAL if alarm else INK
        self.page.write(x, y, texts[0], _SIZE, ink=ink if strong else SOFT, bold=strong)
        self.page.write(x + wide, y, texts[1], _SIZE, ink=ink, bold=strong, stand=RIGHT)
        self.page.rule(x, y - 4, x + wide, y - 4, HAIR, 0.3)
        return y - _LEADING

    def _papers(self) -> None:
        for span in self.sheet.numbers:
            numbers = span.first
            if span.first != span.last:
                numbers = word(self.language, "cash.span", first=span.first, last=span.last)
            count = word(self.language, "cash.sheets", count=span.papers)
            self._line(self.word("numbers"), f"{numbers}  ({count})")
        joint = "；" if is_chinese(self.language) else "; "
        kinds = joint.join(
            self.word(
                "kind",
                kind=code_word(self.language, "close.paper", kind.kind),
                count=kind.papers,
                amount=format_yuan(kind.amount_fen),
            )
            for kind in self.sheet.kinds
        )
        self._line(self.word("kinds"), kinds or self.word("none"))
        if not self.sheet.voids:
            self._line(self.word("void"), self.word("none"))

    def _moved(self) -> str:
        """What went from account to account without cash: deposit to price, old unit to new."""
        joint = "；" if is_chinese(self.language) else "; "
        return joint.join(
            word(
                self.language,
                "moved.kind",
                kind=code_word(self.language, "moved", kind.kind),
                count=kind.papers,
                amount=format_yuan(kind.amount_fen),
            )
            for kind in self.sheet.moved
        )

    def _line(self, label: str, text: str) -> None:
        lines = wrap(text, _WIDE - _LABEL, _SIZE)
        self._room(len(lines) * _LEADING)
        for at, head in enumerate(wrap(label, _LABEL - 8, _SIZE)):
            self.page.write(_EDGE, self.y - at * _LEADING, head, _SIZE, ink=SOFT)
        for at, line in enumerate(lines):
            self.page.write(_EDGE + _LABEL, self.y - at * _LEADING, line, _SIZE)
        high = max(len(lines), len(wrap(label, _LABEL - 8, _SIZE)))
        self.y -= high * _LEADING
        self.page.rule(_EDGE, self.y + 9, A4[0] - _EDGE, self.y + 9, HAIR, 0.4)
        self.y -= 3


def _head(page: Page, sheet: DayCloseSheet, language: str, title: str) -> float:
    top = A4[1] - _EDGE
    page.write(_EDGE, top, sheet.company, 9.5, ink=SOFT)
    spread = 6 if is_chinese(language) else 0
    page.write(A4[0] / 2, top - 30, title, 19, bold=True, ink=NAVY, stand=CENTRE, spread=spread)
    page.rule(_EDGE, top - 44, A4[0] - _EDGE, top - 44, NAVY, 1)
    day = f"{day_words(sheet.day, language)}  {weekday_words(sheet.day, language)}"
    page.write_box((_EDGE, top - 66, _WIDE * 0.5, 16), sheet.project, 10, bold=True)
    cashier = f"{word(language, 'cash.cashier')}  {sheet.cashier}"
    page.write(A4[0] - _EDGE, top - 62, cashier, 10, stand=RIGHT)
    page.write(_EDGE, top - 78, day, 9, ink=SOFT)
    at = word(language, "close.at", at=moment_words(sheet.at, language), name=sheet.closed_by)
    page.write(A4[0] - _EDGE, top - 78, at, 9, ink=SOFT, stand=RIGHT)
    return top - 88


def _hand_over(page: Page, sheet: DayCloseSheet, language: str) -> None:
    """The slip that goes with the cash to the next cashier: one page, signed by both."""
    y = _head(page, sheet, language, word(language, "close.slip")) - 24
    amount = f"¥{format_yuan(sheet.handed_fen)}"
    for label, text in (
        ("close.slip.from", sheet.cashier),
        ("close.slip.to", sheet.handed_to),
        ("close.slip.amount", amount),
        ("close.slip.words", amount_in_words(sheet.handed_fen, language)),
        ("close.slip.left", f"¥{format_yuan(sheet.left_fen)}"),
    ):
        page.write(_EDGE, y, word(language, label), 10.5, ink=SOFT)
        for line in wrap(text, _WIDE - _LABEL, 10.5):
            page.write(_EDGE + _LABEL, y, line, 10.5, bold=label == "close.slip.amount")
            y -= 18
        page.rule(_EDGE, y + 10, A4[0] - _EDGE, y + 10, HAIR, 0.4)
        y -= 6
    for line in wrap(word(language, "close.slip.words.below"), _WIDE, 9.5):
        page.write(_EDGE, y, line, 9.5, ink=SOFT)
        y -= 15
    _signatures(page, y - 24, language, ("cashier", "receiver"))
    page.showPage()


def _grouped(value: str) -> str:
    """Write a hash in groups of eight: it is compared by eye."""
    return " ".join(value[at : at + 8] for at in range(0, len(value), 8))


def _signatures(page: Page, y: float, language: str, keys: Sequence[str]) -> None:
    each = _WIDE / len(keys)
    for place, key in enumerate(keys):
        x = _EDGE + each * place
        page.write(x, y, word(language, f"cash.sign.{key}"), 9, ink=SOFT)
        page.rule(x, y - 28, x + each - 18, y - 28, HAIR, 0.6)


def _dress(page: Page, sheet: DayCloseSheet, language: str, number: int, pages: int) -> None:
    page.write(A4[0] - _EDGE, 36, page_words(language, number, pages), 8, ink=SOFT, stand=RIGHT)
    if sheet.practice:
        page.watermark(A4[0] / 2, A4[1] / 2, word(language, "practice"), 96)
