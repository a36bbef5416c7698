"""What was paid ahead pays what is due later: a paired movement and its lines, on both stores."""

from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.errors import BadEntry, NotPermitted
from salesdesk.kernel.keys import Fen, ReceiptId
from salesdesk.office.figures.audit import audit
from salesdesk.office.ledger.queries import receipts
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.sales.applying import ApplyPrepaid, NothingAhead, paid_ahead
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.due_queries import payment_schedule
from salesdesk.office.sales.mode_commands import SetModeTerms, TermLine
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.queries import deals
from salesdesk.office.sales.receiving import TakePayment
from salesdesk.office.sales.sharing import MoreThanOwed, NothingDue
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.voiding import AppliedAlready, VoidReceipt

LINES = (
    TermLine(money=MoneyKind.DOWN_PAYMENT, percent=Decimal(30), event=DueEvent.SUBSCRIPTION),
    TermLine(money=MoneyKind.BALANCE, rest=True, event=DueEvent.DELIVERY),
    TermLine(money=MoneyKind.MAINTENANCE_FUND, per_m2=Fen(9_000), event=DueEvent.SUBSCRIPTION),
)
AHEAD = Fen(80_000_000)


@pytest.fixture
def unit(desks):
    """Agreed, with money paid ahead for no line."""
    key = desks.unit("1-1-0101")
    desks.manager.do(SetModeTerms(mode="分期付款", lines=LINES))
    desks.consultant.do(HoldUnit(unit=key, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=key, amount=5_000_000))
    desks.manager.do(ApprovePrice(unit=key))
    desks.consultant.do(Subscribe(unit=key, mode="分期付款"))
    desks.cashier.do(TakePayment(unit=key, amount=AHEAD, lines=(), ahead=True))
    return key


def stands(desks):
    (deal,) = desks.cashier.ask(deals)
    lines = desks.cashier.ask(payment_schedule, deal.id)
    return {line.money: line.open_fen for line in lines}, desks.cashier.ask(paid_ahead, deal.id)


def whole(desks):
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]


def test_it_pays_the_earliest_first_and_takes_no_cash(desks, unit):
    before, lies = stands(desks)
    assert lies == AHEAD and before["maintenance fund"] == 900_000
    answer = desks.cashier.do(ApplyPrepaid(unit=unit, amount=Fen(before["down payment"] + 100)))
    assert answer["ahead_fen"] == AHEAD - before["down payment"] - 100
    after, lies = stands(desks)
    assert after["down payment"] == 0 and lies == answer["ahead_fen"]
    assert after["maintenance fund"] == 900_000 - 100
    desks.cashier.do(ApplyPrepaid(unit=unit))
    last, lies = stands(desks)
    assert (last["maintenance fund"], lies) == (0, 0)
    assert sum(before.values()) - sum(last.values()) == AHEAD
    assert len(desks.cashier.ask(receipts)) == 2  # no paper of its own
    whole(desks)


def test_more_than_lies_or_is_open_and_nothing_are_refused(desks, unit):
    for wrong, refusal in ((0, BadEntry), (-1, BadEntry), (AHEAD + 1, NothingAhead)):
        with pytest.raises(refusal):
            desks.cashier.do(ApplyPrepaid(unit=unit, amount=Fen(wrong)))
    with pytest.raises(NotPermitted):
        desks.consultant.do(ApplyPrepaid(unit=unit))
    left = sum(stands(desks)[0].values())
    desks.cashier.do(TakePayment(unit=unit, amount=Fen(left - 100)))
    with pytest.raises(MoreThanOwed):
        desks.cashier.do(ApplyPrepaid(unit=unit, amount=Fen(101)))
    assert desks.cashier.do(ApplyPrepaid(unit=unit))["amount_fen"] == 100
    with pytest.raises(NothingDue):
        desks.cashier.do(ApplyPrepaid(unit=unit))
    whole(desks)


def test_its_receipt_is_not_made_void_once_it_pays_something(desks, unit):
    desks.cashier.do(ApplyPrepaid(unit=unit, amount=Fen(1)))
    with pytest.raises(AppliedAlready):
        desks.cashier.do(VoidReceipt(receipt=ReceiptId(2), reason="写错"))
    assert stands(desks)[1] == AHEAD - 1
    whole(desks)


FORGED = (
    "UPDATE prepaid_use SET amount_fen = 2",
    "DELETE FROM prepaid_use",
    (
        "INSERT INTO prepaid_use (id, deal_id, due_line_id, amount_fen, at, actor_id)"
        " SELECT 99, deal_id, due_line_id, 1, at, actor_id FROM prepaid_use"
    ),
    (
        "INSERT INTO movement (id, at, day, actor_id, deal_id, debit, credit, amount_fen, kind)"
        " SELECT 999, at, day, actor_id, deal_id, 'prepaid', 'cash', 1, 'applied' FROM movement"
        " WHERE kind = 'applied'"
    ),
)


def test_the_database_keeps_what_was_applied(desks, unit):
    desks.cashier.do(ApplyPrepaid(unit=unit, amount=Fen(1)))
    for forgery in FORGED:
        with pytest.raises(IntegrityError), desks.office.database.writing() as session:
            session.execute(text(forgery))
    whole(desks)
