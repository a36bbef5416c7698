"""Late fees in the practice office: one taken with the payment that was late, one fixed whose waiver is asked for."""

from salesdesk.kernel.keys import DueLineId, Fen, UnitId
from salesdesk.office.frontdoor import Seat
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.sales.due_queries import DueCard, payment_schedule
from salesdesk.office.sales.late_fee_commands import FixLateFee
from salesdesk.office.sales.queries import deals
from salesdesk.office.sales.receiving import TakePayment
from salesdesk.office.sales.reminder_queries import reminders
from salesdesk.office.sales.waiving import RequestLateFeeWaiver
from salesdesk.office.staff.commands import ChangeSetting

_TENTHS = "5"
"""0.5 of ten thousand a day, as many contracts say."""


def charge(admin: Seat, cashier: Seat) -> None:
    """Set the rate; of the two who owe longest and were not asked in writing one pays, one asks to be let off."""
    admin.do(ChangeSetting(name="late_fee_tenths", value=_TENTHS))
    known = {card.id: card for card in cashier.ask(deals) if not card.id_missing}
    late = [
        (UnitId(line.unit_id), line.deal)
        for line in cashier.ask(reminders)
        if line.deal in known and not line.mark.letter
    ]
    owing = [(unit, lines) for unit, deal in late if (lines := _late(cashier, deal))][:2]
    if not owing:
        return
    unit, lines = owing[0]
    owed = sum(line.open_fen + line.late_fen for line in lines)
    cashier.do(
        TakePayment(
            unit=unit, amount=Fen(owed), tender=TenderKind.TRANSFER, reference="电汇 0930",
            fees=True, note="逾期付款，滞纳金一并收取",
        )
    )  # fmt: skip
    for other, _lines in owing[1:]:
        fixed = cashier.do(FixLateFee(unit=other))["fixed"]
        assert isinstance(fixed, list)  # noqa: S101 - as it answers
        cashier.do(
            RequestLateFeeWaiver(
                line=DueLineId(fixed[0]["line"]), reason="银行系统故障，到账晚于约定"
            )
        )


def _late(cashier: Seat, deal: int) -> list[DueCard]:
    """Give what is overdue of a deal, where a fee runs on some of it."""
    lines = [line for line in cashier.ask(payment_schedule, deal) if line.overdue_days]
    return lines if any(line.late_fen for line in lines) else []
