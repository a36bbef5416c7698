"""Made-up sheets of the papers about loans."""

from datetime import date

from salesdesk.office.mortgage.sheets import (
    InstalmentSheet,
    LentPart,
    LoanLine,
    LoanListSheet,
    LoanOffer,
)
from tests.documents.made import COMPANY, RARE


def _loan(no, **facts):
    told = {
        "case": no, "deal": no, "unit_id": no, "unit": f"3-1-{no}801", "customer": f"欧阳{RARE}",
        "consultant": "陈思远", "mode": "商业按揭", "agreement": f"RG000000{no}", "product": "mortgage",
        "buyer": "employed", "bank": "建设银行", "branch": "城西支行", "officer": "孙经理",
        "bank_fen": 126_000_000, "fund_fen": 0, "asked_fen": 126_000_000, "approved_fen": None,
        "approved_parts": None, "paid_fen": 0, "short_fen": 0, "due_fen": 126_000_000, "due_on": None,
        "overdue_days": 0, "years": 30, "method": "equal_instalment", "rate_bp": 310,
        "fund_rate_bp": None, "price_fen": 180_000_000, "state": "collecting",
        "since": date(2026, 11, 4), "days": 20, "stuck": True, "stuck_by": "lacking", "why": "",
        "lacking": ("收入证明", "银行流水（6个月）"), "signed_on": date(2026, 11, 2), "filed_on": None,
        "opened_on": date(2026, 11, 4), "face_signed_on": None, "sent_on": None, "approved_on": None,
        "registered_on": None, "paid_on": None, "live": True, "steps": (),
    }  # fmt: skip
    return LoanLine(**(told | facts))


LOANS = LoanListSheet(
    company=COMPANY,
    project="锦绣江南花园",
    printed_at="2026-11-24 18:00",
    printed_by="赵敏",
    lines=(
        _loan(1),
        _loan(
            2, state="refused", stuck_by="decide", why="征信有连续逾期记录，银行不予受理", lacking=(),
            days=6, sent_on=date(2026, 11, 9), due_on=date(2026, 12, 2),
        ),
        _loan(
            3, state="awaiting pay-out", stuck=False, stuck_by="", lacking=(), days=3, bank="",
            product="provident_fund", approved_fen=98_000_000, sent_on=date(2026, 11, 6),
        ),
    ),
    waiting=(
        LoanOffer(
            unit_id=9, unit="3-2-0902", customer="Anne Müller", consultant="何静", mode="组合贷",
            agreed_on=date(2026, 11, 20), product="combined_loan", bank_fen=70_000_000,
            fund_fen=50_000_000, banks=(), rate_bp=310, fund_rate_bp=260, years=30, refused=False,
        ),
    ),
)  # fmt: skip
INSTALMENTS = InstalmentSheet(
    company=COMPANY,
    project="锦绣江南花园",
    unit="3-1-1802",
    customer=f"欧阳{RARE}",
    method="equal_instalment",
    printed_at="2026-11-24 18:00",
    parts=(
        LentPart(part="bank", lender="建设银行", loan_fen=70_000_000, rate_bp=310, years=2),
        LentPart(part="fund", lender="", loan_fen=50_000_000, rate_bp=260, years=1),
    ),
    practice=True,
)
