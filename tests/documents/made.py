"""Made-up sheets: one of each paper, and ways to read a paper back."""

import contextlib
import dataclasses as dc
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pypdf
import pypdfium2

from salesdesk.office.customers.sheets import RegisterSheet, VisitLine
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.sheets import BoardCell, BoardPage, BoardSheet
from salesdesk.office.ledger.close_sheets import (
    ClosedTender,
    DayCloseSheet,
    KindSum,
    NumberSpan,
    PieceLine,
    VoidLine,
)
from salesdesk.office.ledger.month_sheets import MonthCashier, MonthCloseSheet, MonthTender
from salesdesk.office.ledger.sheets import (
    DayCashSheet,
    PayoutNote,
    ReceiptItem,
    ReceiptMarks,
    ReceiptSheet,
    SignerNote,
    TenderLine,
)
from salesdesk.office.sales.discount_rules import DiscountKind, PriceStep
from salesdesk.office.sales.plan_rules import PlanTerms, PlanWish, fees, pay
from salesdesk.office.sales.plan_sheets import BuyingPlan
from salesdesk.office.sales.reminder_sheets import DemandLine, DemandSheet
from salesdesk.office.sales.sheets import AgreementSheet, BuyerLine

LANGUAGES = ("zh_CN", "en")
RARE = "𬭚𬍛䶮㐀𠮷"
HOSTILE = '<b>&amp;<img src="/etc/passwd"/>{x}%s\x00\x07\ud800\u202e</para>=1+1'
COMPANY = "杭州锦绣房地产开发有限公司"

RECEIPT = ReceiptSheet(
    number="SK-2026-000123",
    kind="deposit",
    company=COMPANY,
    project="锦绣江南花园",
    at="2026-11-24 10:31",
    payer=f"欧阳{RARE}",
    payer_id_tail="7712",
    unit="3-1-1802",
    amount_fen=5_000_050,
    tenders=(
        TenderLine(kind="cash", amount_fen=1_000_050),
        TenderLine(kind="card", amount_fen=3_000_000, reference="POS 0024118"),
        TenderLine(kind="wechat", amount_fen=1_000_000, reference="4200002611240031"),
    ),
    collector="林晓芸",
    agreement="RG-2026-0047",
    note="已出示身份证原件",
    check_code="1a2b3c4d",
)
LATE = dc.replace(
    RECEIPT,
    number="SK-2026-000131",
    kind="price",
    amount_fen=55_275_000,
    tenders=(TenderLine(kind="transfer", amount_fen=55_275_000, reference="20261211-0093"),),
    items=(
        ReceiptItem(money="down payment", amount_fen=55_000_000),
        ReceiptItem(money="late fee", amount_fen=275_000),
    ),
    note="逾期10天",
)
"""A payment ten days late, with its fee."""
SLIP = dc.replace(
    RECEIPT,
    number="TK-2026-000009",
    kind="refund",
    payer_id_tail="",
    amount_fen=10_000_000,
    tenders=(TenderLine(kind="transfer", amount_fen=10_000_000, reference="招行 6225 8888 0001"),),
    items=(
        ReceiptItem(money="returned", amount_fen=5_000_000),
        ReceiptItem(money="doubled", amount_fen=5_000_000),
    ),
    note="一房二卖",
    kept_fen=0,
    payout=PayoutNote(
        request=12,
        signers=(
            SignerNote(role="manager", person="赵敏", stands_in_for="", at="2026-11-25 09:10"),
            SignerNote(role="deputy", person="孙毅", stands_in_for="钱坤", at="2026-11-25 11:42"),
        ),
        account="招行 6225 8888 0001",
        proxy="代王小明，公证委托 88 号，本人在外地",
        returned=("SJ0000040", "SJ0000041"),
        lost=(("SJ0000042", "登报声明 12 号"),),
    ),
)
"""A refund slip with all that may stand on one; the deposit is returned double."""
CONTRA = dc.replace(
    RECEIPT,
    number="HC-2026-000003",
    kind="contra",
    amount_fen=-RECEIPT.amount_fen,
    tenders=tuple(dc.replace(one, amount_fen=-one.amount_fen) for one in RECEIPT.tenders),
    items=(ReceiptItem(money="deposit", amount_fen=-RECEIPT.amount_fen),),
    answers=RECEIPT.number,
    answers_at=RECEIPT.at,
    note="房号写错，次日发现",
)
VOIDED = ReceiptMarks(reprint=2, voided_at="2026-11-24 16:20", void_reason="金额录入有误，重开")

BUYERS = (
    BuyerLine(
        name=f"欧阳{RARE}",
        id_kind="resident",
        id_number="330106199003077712",
        phone="138 0571 1234",
        address="杭州市上城区清泰街 20 号",
        share_bp=5_000,
    ),
    BuyerLine(
        name="Anne Müller",
        id_kind="passport",
        id_number="",
        phone="+49 30 901820",
        address="Berlin",
        share_bp=5_000,
    ),
)
AGREEMENT = AgreementSheet(
    number="RG-2026-0047",
    at="2026-11-24 10:42",
    company=COMPANY,
    company_address="杭州市西湖区文三路 188 号",
    company_phone="0571-8888 6666",
    project="锦绣江南花园",
    project_address="杭州市余杭区古墩路 1899 号",
    permit_number="杭售许字（2026）第 000318 号",
    permit_authority="杭州市住房保障和房产管理局",
    building="3栋",
    core="1单元",
    floor=18,
    unit_number="1802",
    unit_code="3-1-1802",
    use="住宅",
    layout="三室两厅",
    orientation="南",
    gross_area=Decimal("118.52"),
    inside_area=Decimal("94.30"),
    unit_price_fen=3_300_000,
    list_total_fen=391_116_000,
    price_fen=386_540_000,
    mode="商业按揭",
    mode_english="Commercial mortgage",
    deposit_fen=5_000_000,
    deposit_receipts=("SK-2026-000123", "SK-2026-000124"),
    sign_within_days=7,
    sign_by="2026-12-01",
    buyers=BUYERS,
    consultant="陈一鸣",
    approved_by="周建国",
    note="甲方同意于交付时为该房屋加装凉霸一台，不另收费。",
)


_PLAN_TERMS = PlanTerms(
    first_bp=1500, fund_first_bp=2000, rate_bp=310, fund_rate_bp=260, longest_years=30,
    loan_step_fen=10_000_00, fund_most_fen=0, deed_tax_bp=100, deed_tax_large_bp=150,
    maintenance_fen=65_00, registration_fen=80_00, valid_days=3,
)  # fmt: skip
PLAN = BuyingPlan(
    project="锦绣江南花园", project_address="锦绣路 1 号", company=COMPANY,
    company_phone="0571-88001234", unit_id=1, unit="3-1-1802", building="3栋", core="1单元",
    floor=18, layout="三室两厅", orientation="南", use="住宅", gross_area=Decimal("118.62"),
    inside_area=Decimal("94.30"), customer=f"欧阳{RARE}", consultant="陈思远",
    list_total_fen=2_851_625_00, list_unit_price_fen=24_040_00,
    steps=(
        PriceStep("开盘98折", DiscountKind.PERCENTAGE, 9800, 2_851_625_00, 2_794_593_00),
        PriceStep("老带新", DiscountKind.WAIVER, 20_000_00, 2_794_593_00, 2_774_593_00),
    ),
    total_fen=2_774_593_00, unit_price_fen=23_390_60, mode="组合贷", mode_english="Combined loan",
    mode_kind="combined_loan",
    payment=pay(
        2_774_593_00, "combined_loan", PlanWish(fund_fen=500_000_00, years=25), _PLAN_TERMS
    ),
    fees=fees(2_774_593_00, Decimal("118.62"), _PLAN_TERMS), compared=True, warned=False,
    made_on=date(2026, 11, 24), valid_until=date(2026, 11, 27), printed_at="2026-11-24 10:31",
    practice=False,
)  # fmt: skip


_FIRST = DemandSheet(
    number="CK0000001",
    at="2026-12-10 10:05",
    stage="first",
    company="云栖置业有限公司",
    company_address="云栖路 1 号",
    company_phone="0571-1234567",
    project="云栖花园",
    unit_code="1-1-0101",
    agreement="RG0000001",
    buyers=("王𬭚", "李芳"),
    addresses=("文一西路 99 号", ""),
    price_fen=200_000_000,
    paid_fen=5_000_000,
    lines=(
        DemandLine(
            money="down payment",
            due_on="2026-12-01",
            amount_fen=60_000_000,
            open_fen=55_000_000,
            days_over=9,
        ),
    ),
    overdue_fen=55_000_000,
    since="2026-12-01",
    pay_by="2026-12-17",
    pay_days=7,
    earlier=(),
    promised_on="",
    made_by="赵会计",
)
DEMANDS = (
    _FIRST,
    replace(
        _FIRST,
        number="CK0000002",
        stage="final",
        unit_code="1-1-0102",
        lines=_FIRST.lines * 3,
        overdue_fen=165_000_000,
        earlier=("CK0000003", "CK0000004"),
        promised_on="2026-12-05",
        practice=True,
    ),
)


def visit(number, **changes):
    """Make one entry of the register."""
    entry = {
        "id": number,
        "number": number,
        "at": datetime(2026, 11, 24, 2, number % 60, tzinfo=UTC),
        "day": date(2026, 11, 24),
        "late": number % 5 == 0,
        "manner": "visit",
        "first": number % 2 == 1,
        "customer_id": number,
        "customer": "王芳",
        "phone": f"138****{number:04d}",
        "media": ("路过", "网络"),
        "grade": "A",
        "consultant": "陈一鸣",
        "receptionist": "赵敏",
        "project": "锦绣江南花园",
        "next_on": date(2026, 11, 26),
        "remarks": "对南向三房感兴趣，周末带家人复看。",
        "details": (("purpose", "改善"), ("area_wanted", "110-125㎡")),
    }
    return VisitLine(**(entry | changes))


REGISTER = RegisterSheet(
    project="锦绣江南花园",
    company=COMPANY,
    first_on=date(2026, 11, 23),
    last_on=date(2026, 11, 24),
    printed_at="2026-11-24T10:00:00+00:00",
    printed_by="周建国",
    lines=tuple(visit(number) for number in range(1, 31)),
)


def board_page(building, cores, per_core, floors):
    """Make one building; every unit's number is its own."""
    states = list(UnitState)
    columns = cores * per_core
    return BoardPage(
        building=building,
        cores=tuple((f"{core + 1}单元", core * per_core, per_core) for core in range(cores)),
        columns=columns,
        floors=tuple(range(floors, 0, -1)),
        cells=tuple(
            BoardCell(
                floor=floor,
                column=column,
                number=f"{floor:03d}{column:03d}",
                layout="三室两厅",
                area="118.52",
                unit_price="33,000",
                total="3,911,160",
                state=states[(floor * 5 + column) % len(states)],
            )
            for floor in range(1, floors + 1)
            for column in range(columns)
        ),
    )


BOARD = BoardSheet(
    project="锦绣江南花园",
    company=COMPANY,
    printed_at="2026-11-24 18:00",
    printed_by="周建国",
    pages=(board_page("3栋", 2, 3, 6), board_page("5", 1, 2, 3)),
    strip=tuple(
        (state, 3, "355.56", "11,733,480.00") for state in UnitState if state != "delivered"
    ),
)
DAY = DayCashSheet(
    project="锦绣江南花园",
    company=COMPANY,
    day=date(2026, 11, 24),
    cashier="林晓芸",
    expected=(
        TenderLine(kind="cash", amount_fen=1_000_000),
        TenderLine(kind="card", amount_fen=33_000_000),
    ),
    refunds=(TenderLine(kind="cash", amount_fen=300_050),),
    first_number="SK-2026-000120",
    last_number="SK-2026-000131",
    receipts=12,
    voids=("SK-2026-000122", "SK-2026-000127"),
    counted_cash_fen=690_000,
)

CLOSE = DayCloseSheet(
    company=COMPANY,
    project="锦绣江南花园",
    day=date(2026, 11, 24),
    next_on=date(2026, 11, 25),
    cashier="林晓芸",
    closed_by="林晓芸",
    at="2026-11-24 18:32",
    tenders=(
        ClosedTender(kind="cash", taken_fen=6_000_000, back_fen=300_050, counted_fen=5_699_450),
        ClosedTender(kind="card", taken_fen=33_000_000, back_fen=0, counted_fen=33_000_000),
        ClosedTender(kind="transfer", taken_fen=0, back_fen=2_000_000, counted_fen=-2_000_000),
        ClosedTender(kind="wechat", taken_fen=500_000, back_fen=0, counted_fen=500_000),
        ClosedTender(kind="alipay", taken_fen=0, back_fen=0, counted_fen=0),
    ),
    pieces=(
        PieceLine(piece_fen=10_000, pieces=118),
        PieceLine(piece_fen=5_000, pieces=3),
        PieceLine(piece_fen=1_000, pieces=4),
        PieceLine(piece_fen=50, pieces=9),
    ),
    opening_fen=500_000,
    after_fen=0,
    banked_fen=5_000_000,
    expected_fen=1_199_950,
    counted_fen=1_199_450,
    handed_fen=700_000,
    handed_to="赵敏",
    left_fen=499_450,
    note="找零少收五元，已与客户电话核对。",
    kinds=(
        KindSum(kind="deposit", papers=9, amount_fen=30_500_000),
        KindSum(kind="price", papers=1, amount_fen=9_000_000),
        KindSum(kind="refund", papers=2, amount_fen=2_300_050),
    ),
    numbers=(
        NumberSpan(first="SJ0000120", last="SJ0000131", papers=12),
        NumberSpan(first="TK0000004", last="TK0000005", papers=2),
    ),
    voids=(
        VoidLine(number="SJ0000122", amount_fen=5_000_000, reason="付款人写错，收回三联"),
        VoidLine(number="SJ0000127", amount_fen=1_000_000, reason="重复开票"),
    ),
    contras=(VoidLine(number="HC0000003", amount_fen=-2_000_000, reason="客户换银行卡付款"),),
    total_fen=1_234_567_890,
    seal=482,
    seal_hash="9f2c4e8a1b7d3065c4a8e2f1907b6d5c3e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b",
    receipt_hash="1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809",
    moved=(KindSum(kind="credited", papers=2, amount_fen=10_000_000),),
)

MONTH = MonthCloseSheet(
    company=COMPANY,
    month="2026-11",
    at="2026-12-01 09:12",
    closed_by="管理员",
    days=41,
    tenders=(
        MonthTender(kind="cash", taken_fen=96_000_000, back_fen=1_300_050, difference_fen=-500),
        MonthTender(kind="card", taken_fen=733_000_000, back_fen=0, difference_fen=0),
        MonthTender(kind="transfer", taken_fen=50_000_000, back_fen=32_000_000, difference_fen=0),
    ),
    cashiers=(
        MonthCashier(
            name="林晓芸", days=24, taken_fen=600_000_000, back_fen=30_000_000, difference_fen=-500
        ),
        MonthCashier(
            name="赵敏", days=17, taken_fen=279_000_000, back_fen=3_300_050, difference_fen=0
        ),
    ),
    kinds=CLOSE.kinds,
    moved=(
        KindSum(kind="carried in", papers=1, amount_fen=5_000_000),
        KindSum(kind="carried out", papers=1, amount_fen=5_000_000),
        KindSum(kind="credited", papers=7, amount_fen=35_000_000),
        KindSum(kind="kept", papers=1, amount_fen=5_000_000),
    ),
    voids=3,
    total_fen=1_234_567_890,
    seal=482,
    seal_hash=CLOSE.seal_hash,
)


def pages_of(pdf):
    """Give each page's text, as pypdf reads it."""
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages]


def pictures(pdf):
    """Give each page as its pixels, at 144 dots an inch."""
    with pypdfium2.PdfDocument(pdf) as paper:
        return [page.render(scale=2).to_numpy().tobytes() for page in paper]


def letters_of(pdf):
    """Give every letter with its box (left, bottom, right, top) and its page's size, as PDFium reads them."""
    with contextlib.closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            size, letters = page.get_size(), page.get_textpage()
            for at in range(letters.count_chars()):
                letter = chr(pypdfium2.raw.FPDFText_GetUnicode(letters, at))
                if letter.strip():
                    yield letter, letters.get_charbox(at, loose=True), size


def text_of(pdf):
    """Give all text without spaces and line ends, letter by letter."""
    units = "".join(letter for letter, _box, _size in letters_of(pdf))  # of UTF-16, as in the file
    return units.encode("utf-16", "surrogatepass").decode("utf-16")


def bare(text):
    """Give *text* without spaces, to find in `text_of`."""
    return "".join(text.split())


def outside(pdf):
    """Give the letters that stand (partly) outside their page."""
    return [
        (letter, round(left), round(height - top))
        for letter, (left, bottom, right, top), (width, height) in letters_of(pdf)
        if left < 0 or right > width or bottom < 0 or top > height
    ]
