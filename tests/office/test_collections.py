"""Collections by day, tender, kind and consultant, and deposits held: one set of sums, the ledger's."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from salesdesk.kernel.errors import NotPermitted
from salesdesk.kernel.keys import Fen, ReceiptId, UnitId
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.ledger.rules import Account, TenderKind
from salesdesk.office.ledger.sheets import TenderLine
from salesdesk.office.ledger.tallies import balance_fen
from salesdesk.office.sales.collections import CollectionsBy, collections, deposits_held
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.contra import ApproveContra, ContraReceipt
from salesdesk.office.sales.due_queries import payment_schedule
from salesdesk.office.sales.mode_commands import SetModeTerms, TermLine
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.receiving import TakePayment
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.voiding import VoidReceipt

DAY = date(2026, 11, 24)
NEXT = DAY + timedelta(days=1)


@pytest.fixture
def taken(desks):
    """Three deposits: one in two tenders, one void, one answered by a contra the day after."""
    for number, tenders in (
        ("1-1-0101", (("cash", 1_000_000), ("card", 2_000_000))),
        ("1-1-0102", (("cash", 500_000),)),
        ("1-1-0201", (("transfer", 700_000),)),
    ):
        unit = desks.unit(number)
        desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
        lines = tuple(TenderLine(kind=kind, amount_fen=fen) for kind, fen in tenders)
        desks.cashier.do(TakeDeposit(unit=unit, tenders=lines))
    desks.cashier.do(VoidReceipt(receipt=ReceiptId(2), reason="写错"))
    desks.clock.forward(days=1)
    desks.manager.do(ApproveContra(receipt=ReceiptId(3), reason="x"))
    desks.cashier.do(ContraReceipt(receipt=ReceiptId(3)))
    return desks


def shown(desks, by, *days):
    lines = desks.cashier.ask(collections, by, *days)
    return {line.key: (line.taken_fen, line.back_fen, line.papers) for line in lines}


def test_each_way_of_looking_has_the_ledgers_sums(taken):
    name = taken.consultant.person.name
    assert shown(taken, CollectionsBy.DAY) == {
        "2026-11-24": (3_700_000, 0, 2), "2026-11-25": (0, 700_000, 1),
    }  # fmt: skip
    assert shown(taken, CollectionsBy.TENDER) == {
        "cash": (1_000_000, 0, 1), "card": (2_000_000, 0, 1), "transfer": (700_000, 700_000, 2),
    }  # fmt: skip
    assert shown(taken, CollectionsBy.KIND) == {
        "deposit": (3_700_000, 700_000, 3),
    }  # fmt: skip
    assert shown(taken, CollectionsBy.CONSULTANT) == {name: (3_700_000, 700_000, 3)}
    assert shown(taken, CollectionsBy.TENDER, DAY, DAY)["transfer"] == (700_000, 0, 1)
    assert shown(taken, CollectionsBy.DAY, NEXT) == {"2026-11-25": (0, 700_000, 1)}
    lines = taken.cashier.ask(collections, CollectionsBy.TENDER)
    with taken.office.database.reading() as session:
        for kind in TenderKind:
            net = sum(line.net_fen for line in lines if line.key == kind.value)
            assert net == -balance_fen(session, Account(kind.value))


def test_money_is_of_the_kind_that_it_was_taken_for(desks):
    """One receipt for two lines and something ahead is of three kinds; its contra gives back the same three."""
    terms = (
        TermLine(money=MoneyKind.DOWN_PAYMENT, percent=Decimal(30), event=DueEvent.SUBSCRIPTION),
        TermLine(money=MoneyKind.BALANCE, rest=True, event=DueEvent.DELIVERY),
    )
    desks.manager.do(SetModeTerms(mode="分期付款", lines=terms))
    unit = UnitId(desks.unit("1-1-0101"))
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=2_000_000))
    desks.manager.do(ApprovePrice(unit=unit))
    desks.consultant.do(Subscribe(unit=unit, mode="分期付款"))
    desks.consultant.do(IdentifyBuyer(unit=unit, id_number="11010519491231002X"))
    down, balance = desks.cashier.ask(payment_schedule, 1)
    rest = down.open_fen + balance.open_fen
    paid = desks.cashier.do(TakePayment(unit=unit, amount=Fen(rest + 700), ahead=True))
    found = shown(desks, CollectionsBy.KIND)
    assert found == {
        "deposit": (2_000_000, 0, 1), "down payment": (down.open_fen, 0, 1),
        "balance": (balance.open_fen, 0, 1), "prepaid": (700, 0, 1),
    }  # fmt: skip
    assert sum(one[0] for one in found.values()) == sum(
        one[0] for one in shown(desks, CollectionsBy.TENDER).values()
    )
    desks.clock.forward(days=1)
    desks.manager.do(ApproveContra(receipt=ReceiptId(paid["receipt_id"]), reason="x"))
    desks.cashier.do(ContraReceipt(receipt=ReceiptId(paid["receipt_id"])))
    day = desks.clock.now.date()
    assert shown(desks, CollectionsBy.KIND, day, day) == {
        kind: (0, taken, 1) for kind, (taken, _back, _papers) in found.items() if kind != "deposit"
    }


def test_a_deposit_is_held_until_it_goes(taken):
    (line,) = taken.cashier.ask(deposits_held)
    assert (line.amount_fen, line.since, line.unit_id) == (3_000_000, DAY, taken.unit("1-1-0101"))
    with pytest.raises(NotPermitted):
        taken.reception.ask(deposits_held)
    with pytest.raises(NotPermitted):
        taken.reception.ask(collections)
