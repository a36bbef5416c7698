"""The practice office's loans: papers lacking, at the bank, more asked for, refused, waiting for the money."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.frontdoor import Seat
from salesdesk.office.mortgage import commands as loan
from salesdesk.office.mortgage.documents import RecordLoanDocument
from salesdesk.office.mortgage.queries import loan_case, loan_offers
from salesdesk.office.mortgage.rules import LoanProduct
from salesdesk.office.mortgage.sheets import LoanOffer

_BANKS = ("建设银行", "工商银行", "招商银行", "农业银行", "中国银行", "建设银行")
_YEARS = (30, 25, 20, 30, 15, 25)
_LACKING = frozenset({"收入证明", "银行流水（6个月）"})


def lend(manager: Seat, cashier: Seat, today: date, forward: Callable[[float], object]) -> None:
    """Open the cases of the oldest agreements that a loan pays, and leave each somewhere else."""
    ways: tuple[Callable[[UnitId], list[tuple[Seat, Any]]], ...] = (
        lambda _unit: [],
        lambda unit: [
            (cashier, loan.AskLoanSupplement(unit=unit, reason="银行要求补充近三个月流水", items=("补充流水",))),
        ],
        lambda unit: [(cashier, loan.RefuseLoan(unit=unit, reason="征信有逾期记录"))],
        lambda unit: [
            (cashier, loan.ApproveLoan(unit=unit, reference="批复 2026-118")),
            (cashier, loan.FaceSignLoan(unit=unit)),
            (cashier, loan.PreRegisterLoan(unit=unit, number="预告 2026-0455")),
        ],
        lambda _unit: [],
    )  # fmt: skip
    for no, (offer, way) in enumerate(zip(manager.ask(loan_offers), ways, strict=False)):
        forward(1)
        unit = UnitId(offer.unit_id)
        opened_on = max(offer.agreed_on, today - timedelta(days=(18, 16, 24, 30, 20)[no]))
        _open(manager, offer, no, opened_on)
        for line in _documents(manager, unit):
            if no or line not in _LACKING:
                manager.do(RecordLoanDocument(unit=unit, item=line))
        if no == 0:
            continue
        first = (
            loan.CompleteLoanDocuments(unit=unit, on=opened_on),
            loan.CheckLoan(unit=unit, on=opened_on),
            loan.SendLoan(unit=unit, on=opened_on),
        )
        for command in first:
            manager.do(command)
        for seat, turn in way(unit):
            seat.do(turn)


def _open(manager: Seat, offer: LoanOffer, no: int, opened_on: date) -> None:
    product = LoanProduct(offer.product)
    if not (offer.bank_fen and offer.fund_fen):
        product = LoanProduct.MORTGAGE if offer.bank_fen else LoanProduct.PROVIDENT_FUND
    manager.do(
        loan.OpenLoanCase(
            unit=UnitId(offer.unit_id), product=product, years=_YEARS[no], opened_on=opened_on,
            bank=_BANKS[no] if offer.bank_fen else "", branch="云栖支行", officer="孙经理",
            amount=Fen(offer.bank_fen) if offer.bank_fen else None,
            fund_amount=Fen(offer.fund_fen) if offer.fund_fen else None,
            rate_bp=offer.rate_bp if offer.bank_fen else None,
            fund_rate_bp=offer.fund_rate_bp if offer.fund_fen else None,
        )
    )  # fmt: skip


def _documents(manager: Seat, unit: UnitId) -> tuple[str, ...]:
    card = manager.ask(loan_case, unit)
    return () if card is None else tuple(line.item for line in card.documents)
