"""The buying plan (置业计划) on one page of A4: the home, its price step by step, how it is paid, fees."""

from collections.abc import Iterable
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader

from salesdesk.documents.faces import BOLD
from salesdesk.documents.fonts import printable, width
from salesdesk.documents.grid import Column, Grid, Row
from salesdesk.documents.inks import HAIR, INK, NAVY, RULE, SEAL, SOFT, TINT
from salesdesk.documents.page import CENTRE, RIGHT, Page, closed, new_page, page_words
from salesdesk.documents.words import (
    area_words,
    building_words,
    code_word,
    core_words,
    day_words,
    is_chinese,
    share_words,
    word,
)
from salesdesk.documents.wrapping import wrap
from salesdesk.kernel.loans import Method
from salesdesk.kernel.money import format_yuan
from salesdesk.office.sales.discount_rules import DiscountKind, PriceStep
from salesdesk.office.sales.plan_rules import Fee, FeeKind, PlanLoan
from salesdesk.office.sales.plan_sheets import BuyingPlan

_EDGE = 44.0
_WIDE = A4[0] - 2 * _EDGE
_BOTTOM = 60.0
_LABEL = 66.0
_ROW = 14.5
_MONTHS = 12
_SIZE = 9.0
_WHOLE_BP = 10_000


def buying_plan_pdf(plan: BuyingPlan, language: str, picture: bytes = b"") -> bytes:
    """Give *plan* as a PDF in *language*; the same plan, the same bytes.

    *picture*: the home's floor plan as a PNG of our own drawing, on a page of its own.
    """
    title = f"{word(language, 'plan.title')} {plan.unit}"
    page, out = new_page(A4, title, plan.company, language)
    page.each_page = lambda each, number, pages: _dress(each, plan, language, number, pages)
    y = _head(page, plan, language)
    y = _facts(page, y, plan, language)
    y = _total(page, y + 2, plan, language)
    y = _grid(page, y, _price_columns(language), _price_rows(plan, language))
    y = _heading(page, y - 16, word(language, "plan.payment", mode=_mode(plan, language)))
    y = _grid(page, y, _split_columns(language), _payment_rows(plan, language))
    if plan.payment.loans:
        y = _grid(page, y - 8, _loan_columns(language), _loan_rows(plan, language))
    if plan.fees:
        y = _heading(page, y - 16, word(language, "plan.fees"))
        y = _grid(page, y, _split_columns(language), _fee_rows(plan, language))
    _close(page, y - 15, plan, language)
    page.showPage()
    if picture:
        _floor_plan(page, picture, plan, language)
        page.showPage()
    return closed(page, out)


def _turn(page: Page) -> float:
    page.showPage()
    return A4[1] - _EDGE - 20


def _head(page: Page, plan: BuyingPlan, language: str) -> float:
    top = A4[1] - _EDGE
    page.write(_EDGE, top, plan.company, 9.5, ink=SOFT)
    where = "  ".join(part for part in (plan.project_address, plan.company_phone) if part)
    page.write_box(
        (_EDGE + _WIDE * 0.45, top - 4, _WIDE * 0.55, 14), where, 9, ink=SOFT, stand=RIGHT
    )
    spread = 6 if is_chinese(language) else 0
    title = word(language, "plan.title")
    page.write(A4[0] / 2, top - 32, title, 20, bold=True, ink=NAVY, stand=CENTRE, spread=spread)
    page.rule(_EDGE, top - 44, A4[0] - _EDGE, top - 44, NAVY, 1)
    page.write(_EDGE, top - 61, f"{plan.project}  {plan.unit}", 12, bold=True)
    made = word(language, "plan.made", day=day_words(plan.made_on, language))
    page.write(A4[0] - _EDGE, top - 61, made, 9, ink=SOFT, stand=RIGHT)
    return top - 82


def _facts(page: Page, y: float, plan: BuyingPlan, language: str) -> float:
    """Write the home's facts and who they are for in two columns."""
    place = " ".join(
        part
        for part in (building_words(plan.building, language), core_words(plan.core, language))
        if part
    )
    inside = "" if plan.inside_area is None else _area(plan.inside_area, language)
    facts = [
        ("customer", plan.customer),
        ("consultant", plan.consultant),
        ("building", place),
        ("floor", str(plan.floor)),
        ("layout", plan.layout),
        ("orientation", plan.orientation),
        ("area", _area(plan.gross_area, language)),
        ("inside", inside),
        ("use", plan.use),
    ]
    shown = [(word(language, f"plan.{key}"), text) for key, text in facts if text]
    half = _WIDE / 2
    for at, (label, text) in enumerate(shown):
        x = _EDGE + half * (at % 2)
        line = y - _ROW * (at // 2)
        page.write(x, line, label, _SIZE, ink=SOFT)
        page.write_box((x + _LABEL, line - 4, half - _LABEL - 10, 14), text, _SIZE)
    return y - _ROW * ((len(shown) + 1) // 2)


def _total(page: Page, y: float, plan: BuyingPlan, language: str) -> float:
    """Write what the home costs, large; beside it, struck through, what it is compared with."""
    page.block(_EDGE, y - 30, _WIDE, 30, TINT)
    page.write(_EDGE + 8, y - 18, word(language, "plan.total"), 10, bold=True, ink=NAVY)
    x = _EDGE + 8 + width(word(language, "plan.total"), 10, BOLD) + 14
    x += page.write(x, y - 20, f"¥{format_yuan(plan.total_fen)}", 16, bold=True, ink=SEAL) + 12
    if plan.compared:
        label = word(language, "plan.original")
        x += page.write(x, y - 18, label, 9, ink=SOFT) + 4
        old = printable(f"¥{format_yuan(plan.list_total_fen)}")
        page.rule(x - 1, y - 15, x + width(old, 9) + 1, y - 15, SOFT, 0.8)
        page.write(x, y - 18, old, 9, ink=SOFT)
    each = word(language, "plan.each", price=format_yuan(plan.unit_price_fen))
    page.write(A4[0] - _EDGE - 8, y - 18, each, 10, stand=RIGHT)
    return y - 36


def _price_columns(language: str) -> list[Column]:
    return [
        Column(word(language, "plan.step"), 2.6),
        Column(word(language, "plan.off"), 1, RIGHT),
        Column(word(language, "plan.left"), 1.1, RIGHT),
    ]


def _price_rows(plan: BuyingPlan, language: str) -> list[Row]:
    listed = word(language, "plan.list", price=format_yuan(plan.list_unit_price_fen))
    rows = [Row((listed, "", format_yuan(plan.list_total_fen)))]
    for at, step in enumerate(plan.steps, start=1):
        off = f"-{format_yuan(step.before_fen - step.after_fen)}"
        rows.append(Row((f"{at}. {_step(step, language)}", off, format_yuan(step.after_fen))))
    last = plan.steps[-1].after_fen if plan.steps else plan.list_total_fen
    if last > plan.total_fen:  # approved without a discount's name
        off = f"-{format_yuan(last - plan.total_fen)}"
        rows.append(Row((word(language, "plan.approved"), off, format_yuan(plan.total_fen))))
    whole = plan.list_total_fen - plan.total_fen
    off = f"-{format_yuan(whole)}" if whole else ""
    sums = (word(language, "plan.total"), off, format_yuan(plan.total_fen))
    return [*rows, Row(sums, bold=True)]


def _step(step: PriceStep, language: str) -> str:
    if step.kind is DiscountKind.PERCENTAGE:
        figure = share_words(step.value)
    else:
        figure = f"¥{format_yuan(step.value)}"
    how = word(language, f"plan.discount.{step.kind.value}", figure=figure)
    return f"{step.name} ({how})" if not is_chinese(language) else f"{step.name}（{how}）"


def _split_columns(language: str) -> list[Column]:
    return [
        Column(word(language, "plan.what"), 1.5),
        Column(word(language, "plan.from"), 2.2),
        Column(word(language, "plan.amount"), 1.1, RIGHT),
    ]


def _payment_rows(plan: BuyingPlan, language: str) -> list[Row]:
    paid = plan.payment

    def share(fen: int) -> str:
        return word(
            language, "plan.share", share=share_words(_nearest(fen * _WHOLE_BP, plan.total_fen))
        )

    rows = [
        Row((word(language, "plan.first"), share(paid.first_fen), format_yuan(paid.first_fen)))
    ]
    for loan in paid.loans:
        name = code_word(language, "plan.loan", loan.kind.value)
        rows.append(Row((name, share(loan.loan_fen), format_yuan(loan.loan_fen))))
    if paid.rest_fen:
        rest = word(language, "plan.rest")
        rows.append(Row((rest, share(paid.rest_fen), format_yuan(paid.rest_fen))))
    return rows


def _loan_columns(language: str) -> list[Column]:
    return [
        Column(word(language, "plan.loan"), 2.75),
        Column(word(language, "plan.method"), 1.6),
        Column(word(language, "plan.month"), 1.35, RIGHT),
        Column(word(language, "plan.falls"), 1.15, RIGHT),
        Column(word(language, "plan.interest"), 1.2, RIGHT),
        Column(word(language, "plan.repaid"), 1.2, RIGHT),
    ]


def _loan_rows(plan: BuyingPlan, language: str) -> list[Row]:
    loans = plan.payment.loans
    rows = []
    for loan in loans:
        name = _loan(loan, language)
        for method in Method:
            how = code_word(language, "plan", method.value)
            rows.append(Row((name, how, *_yuan(loan.figures(method)))))
            name = ""
    if len(loans) > 1:
        both = word(language, "plan.both")
        for method in Method:
            how = code_word(language, "plan", method.value)
            rows.append(Row((both, how, *_yuan(plan.payment.figures(method))), bold=True))
            both = ""
    return rows


def _loan(loan: PlanLoan, language: str) -> str:
    return word(
        language, "plan.loan.terms",
        kind=code_word(language, "plan.loan", loan.kind.value),
        years=loan.months // _MONTHS,
        rate=share_words(loan.rate_bp),
    )  # fmt: skip


def _yuan(amounts: Iterable[int]) -> list[str]:
    return [format_yuan(fen) if fen else "–" for fen in amounts]


def _fee_rows(plan: BuyingPlan, language: str) -> list[Row]:
    rows = [
        Row((
            code_word(language, "plan.fee", fee.kind.value), _basis(fee, plan, language),
            format_yuan(fee.amount_fen),
        ))
        for fee in plan.fees
    ]  # fmt: skip
    together = word(language, "plan.fees.total"), "", format_yuan(plan.fees_fen)
    due = word(language, "plan.due"), "", format_yuan(plan.due_first_fen)
    return [*rows, Row(together), Row(due, bold=True)]


def _basis(fee: Fee, plan: BuyingPlan, language: str) -> str:
    if fee.kind is FeeKind.DEED_TAX:
        return word(language, "plan.fee.of_price", share=share_words(fee.rate))
    if fee.kind is FeeKind.MAINTENANCE_FUND:
        return word(
            language, "plan.fee.of_area", price=format_yuan(fee.rate),
            area=area_words(plan.gross_area),
        )  # fmt: skip
    return word(language, "plan.fee.each")


def _heading(page: Page, y: float, text: str) -> float:
    if y < _BOTTOM + 60:
        y = _turn(page)
    page.write(_EDGE, y, text, 10.5, bold=True, ink=NAVY)
    return y - 7


def _grid(page: Page, y: float, columns: list[Column], rows: list[Row]) -> float:
    return Grid(page, (_EDGE, _WIDE, _BOTTOM), columns, lambda: _turn(page), 8.0).draw(y, rows)


def _close(page: Page, y: float, plan: BuyingPlan, language: str) -> None:
    """Say until when the figures hold, and that the plan is no offer; leave room to sign."""
    until = word(language, "plan.until", day=day_words(plan.valid_until, language))
    if y < _BOTTOM + 62:
        y = _turn(page)
    page.write(_EDGE, y, until, 9.5, bold=True, ink=INK)
    y -= 15
    for line in wrap(word(language, "plan.no_offer"), _WIDE, 8.4):
        page.write(_EDGE, y, line, 8.4, ink=SOFT)
        y -= 11.5
    y = min(y - 14, 96.0)
    for place, key in enumerate(("sign.consultant", "sign.customer")):
        x = _EDGE + _WIDE / 2 * place
        long = page.write(x, y, word(language, f"plan.{key}"), 9, ink=SOFT)
        page.rule(x + long + 8, y - 3, x + _WIDE / 2 - 20, y - 3, RULE, 0.6)


def _floor_plan(page: Page, picture: bytes, plan: BuyingPlan, language: str) -> None:
    """Draw the floor plan as large as the page allows."""
    top = A4[1] - _EDGE
    title = word(language, "plan.floor_plan")
    page.write(_EDGE, top - 14, f"{plan.unit}  {plan.layout}", 12, bold=True)
    page.write(A4[0] - _EDGE, top - 14, title, 12, bold=True, ink=NAVY, stand=RIGHT)
    page.rule(_EDGE, top - 24, A4[0] - _EDGE, top - 24, NAVY, 1)
    room = top - 40 - _BOTTOM
    page.drawImage(
        ImageReader(BytesIO(picture)), _EDGE, _BOTTOM, _WIDE, room,
        preserveAspectRatio=True, anchor="n",
    )  # fmt: skip


def _dress(page: Page, plan: BuyingPlan, language: str, number: int, pages: int) -> None:
    page.rule(_EDGE, 48, A4[0] - _EDGE, 48, HAIR, 0.4)
    page.write(_EDGE, 36, word(language, "printed", at=plan.printed_at), 8, ink=SOFT)
    page.write(A4[0] - _EDGE, 36, page_words(language, number, pages), 8, ink=SOFT, stand=RIGHT)
    if plan.practice:
        page.watermark(A4[0] / 2, A4[1] / 2, word(language, "practice"), 96)


def _mode(plan: BuyingPlan, language: str) -> str:
    return plan.mode if is_chinese(language) or not plan.mode_english else plan.mode_english


def _area(area: object, language: str) -> str:
    return word(language, "area", area=area)


def _nearest(part: int, whole: int) -> int:
    return (2 * part + whole) // (2 * whole)
