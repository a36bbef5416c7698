"""A closed day (日结单) on A4: every tender counted, the drawer, numbers, voids, seals; the hand-over slip."""

from reportlab.lib.pagesizes import A4

from salesdesk.documents.form import Form, dress
from salesdesk.documents.grid import Column, Row
from salesdesk.documents.inks import HAIR, INK, NAVY, SEAL, SOFT
from salesdesk.documents.kinds import kinds_told
from salesdesk.documents.page import RIGHT, Page, closed, new_page
from salesdesk.documents.words import (
    code_word,
    day_words,
    moment_words,
    weekday_words,
    word,
)
from salesdesk.kernel.money import format_yuan
from salesdesk.kernel.numerals import amount_in_words
from salesdesk.office.ledger.close_sheets import DayCloseSheet

_LABEL = 116.0
_SIZE, _LEADING = 9.0, 14.0


def day_close_pdf(sheet: DayCloseSheet, language: str) -> bytes:
    """Give the close of *sheet* as a PDF in *language*, with the slip where cash was handed over."""
    title = f"{word(language, 'close.title')} {sheet.cashier} {sheet.day.isoformat()}"
    page, out = new_page(A4, title, sheet.company, language)
    page.each_page = lambda each, number, pages: dress(
        each, language, number, pages, practice=sheet.practice
    )
    _Close(page, sheet, language).draw()
    if sheet.handed_fen:
        _hand_over(page, sheet, language)
    return closed(page, out)


class _Close:
    """The close on its page or pages, from the top down."""

    def __init__(self, page: Page, sheet: DayCloseSheet, language: str) -> None:
        self.page, self.sheet, self.language = page, sheet, language
        self.form = Form(page, language, _LABEL)

    def draw(self) -> None:
        sheet, form, language = self.sheet, self.form, self.language
        _head(form, sheet, language, self.word("title"))
        form.table(self._columns(), self._tenders())
        form.gap(10)
        self._both()
        form.line(self.word("note"), sheet.note or self.word("none"))
        self._papers()
        for label, lines in (("void", sheet.voids), ("contra", sheet.contras)):
            for line in lines:
                text = f"{line.number}  ¥{format_yuan(line.amount_fen)}  {line.reason}"
                form.line(self.word(label), text)
        if sheet.moved:
            form.line(self.word("moved"), kinds_told(sheet.moved, "moved", language))
        next_on = day_words(sheet.next_on, language)
        form.line(self.word("locked"), self.word("locked.words", day=next_on))
        form.line(self.word("total"), f"¥{format_yuan(sheet.total_fen)}")
        form.line(self.word("seal", no=sheet.seal), _grouped(sheet.seal_hash))
        form.line(self.word("receipt_seal"), _grouped(sheet.receipt_hash))
        _sign(form, language, "cashier", "checker", "manager")
        self.page.showPage()

    def word(self, key: str, **facts: object) -> str:
        return word(self.language, f"close.{key}", **facts)

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
        lines = max(len(sums), len(sheet.pieces) + 1)
        left, top, wide = self.form.block(_LEADING * lines + 30)
        half = wide / 2
        y = self._title(self.word("cash"), left, top)
        for key, fen in sums:
            text = self.word(key)
            if key == "handed" and sheet.handed_to:
                text = self.word("handed.to", name=sheet.handed_to)
            strong = key in {"drawer", "counted", "difference"}
            alarm = key == "difference" and fen != 0
            y = self._sum(left, y, half - 24, (text, format_yuan(fen)), strong=strong, alarm=alarm)
        right = left + half + 10
        other = self._title(self.word("pieces"), right, top)
        for piece in sheet.pieces:
            text = f"¥{format_yuan(piece.piece_fen)} × {piece.pieces}"
            whole = format_yuan(piece.piece_fen * piece.pieces)
            other = self._sum(right, other, half - 10, (text, whole))
        counted = (self.word("counted"), format_yuan(sheet.counted_fen))
        self._sum(right, other, half - 10, counted, strong=True)

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
            self.form.line(self.word("numbers"), f"{numbers}  ({count})")
        kinds = kinds_told(self.sheet.kinds, "close.paper", self.language)
        self.form.line(self.word("kinds"), kinds)
        if not self.sheet.voids:
            self.form.line(self.word("void"), self.word("none"))


def _head(form: Form, sheet: DayCloseSheet, language: str, title: str) -> None:
    day = f"{day_words(sheet.day, language)}  {weekday_words(sheet.day, language)}"
    cashier = f"{word(language, 'cash.cashier')}  {sheet.cashier}"
    at = word(language, "close.at", at=moment_words(sheet.at, language), name=sheet.closed_by)
    form.head(sheet.company, title, (sheet.project, cashier), (day, at))


def _hand_over(page: Page, sheet: DayCloseSheet, language: str) -> None:
    """The slip that goes with the cash to the next cashier: one page, signed by both."""
    form = Form(page, language, _LABEL)
    _head(form, sheet, language, word(language, "close.slip"))
    form.gap(16)
    for label, text in (
        ("close.slip.from", sheet.cashier),
        ("close.slip.to", sheet.handed_to),
        ("close.slip.amount", f"¥{format_yuan(sheet.handed_fen)}"),
        ("close.slip.words", amount_in_words(sheet.handed_fen, language)),
        ("close.slip.left", f"¥{format_yuan(sheet.left_fen)}"),
    ):
        form.line(word(language, label), text)
    form.gap(6)
    form.line(word(language, "close.slip.receipt"), word(language, "close.slip.words.below"))
    form.gap(20)
    _sign(form, language, "cashier", "receiver")
    page.showPage()


def _grouped(value: str) -> str:
    """Write a hash in groups of eight: it is compared by eye."""
    return " ".join(value[at : at + 8] for at in range(0, len(value), 8))


def _sign(form: Form, language: str, *keys: str) -> None:
    form.sign([word(language, f"cash.sign.{key}") for key in keys])
