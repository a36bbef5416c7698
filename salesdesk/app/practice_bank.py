"""The practice office's supervised account: the bank's file of the days before, mostly matched."""

from datetime import timedelta

from salesdesk.kernel.keys import Fen, ProjectId
from salesdesk.office.frontdoor import Seat
from salesdesk.office.sales.supervised_queries import not_in_account, statement_lines
from salesdesk.office.sales.supervised_sheets import Grade, StatementEntry, StatementHeading
from salesdesk.office.sales.supervising import ImportStatement, MatchStatement, RegisterAccount

_NUMBER = "3700021909200166688"
_HEADINGS = {
    "reference": "交易流水号", "on": "交易日期", "credit": "贷方发生额", "debit": "借方发生额",
    "payer": "对方户名", "note": "摘要",
}  # fmt: skip
_OUTSIDE, _TO_MATCH = 6, 4
"""How much of the money the bank has not got yet, and how many of its lines nobody looked at."""


def fill_account(manager: Seat, cashier: Seat) -> None:
    """Register the account, take in what the bank has of the money, and match all but the newest."""
    manager.do(RegisterAccount(bank="中国工商银行高新支行", number=_NUMBER, project=ProjectId(1)))
    moneys = [money for money in cashier.ask(not_in_account, _NUMBER) if money.days]
    told = [
        StatementEntry(
            reference=f"ICBC{money.day:%Y%m%d}{money.id:06}",
            on=money.day + timedelta(days=min(1, money.days)),
            amount=Fen(money.amount_fen),
            payer=money.payer if money.id % 5 else "",
            note="购房款",
        )
        for money in moneys[:-_OUTSIDE]
    ]
    if not told:
        return
    last = told[-1].on
    told.append(
        StatementEntry(
            reference=f"ICBC{last:%Y%m%d}900001", on=last, amount=Fen(8_800_000), payer="不明来款"
        )
    )
    told.append(
        StatementEntry(
            reference=f"ICBC{last:%Y%m%d}900002",
            on=last,
            amount=Fen(-35_000_000),
            payer="第二建筑公司",
            note="工程进度款",
        )
    )
    heads = tuple(StatementHeading(field=f, heading=h) for f, h in _HEADINGS.items())
    cashier.do(
        ImportStatement(account=_NUMBER, lines=tuple(told), headings=heads, file="工行流水.xlsx")
    )
    exact = [line for line in cashier.ask(statement_lines, _NUMBER) if line.grade is Grade.EXACT]
    for line in exact[:-_TO_MATCH]:
        if line.tender_id is not None:
            cashier.do(MatchStatement(line=line.id, moneys=(line.tender_id,)))
