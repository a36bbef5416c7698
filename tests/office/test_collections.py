"""Collections by day, tender, kind and consultant, and deposits held: one set of sums, the ledger's."""

from datetime import date, timedelta

import pytest

from salesdesk.kernel.errors import NotPermitted
from salesdesk.kernel.keys import ReceiptId
from salesdesk.office.ledger.rules import Account, TenderKind
from salesdesk.office.ledger.sheets import TenderLine
from salesdesk.office.ledger.tallies import balance_fen
from salesdesk.office.sales.collections import CollectionsBy, collections, deposits_held
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.contra import ApproveContra, ContraReceipt
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
        "deposit": (3_700_000, 0, 2), "contra": (0, 700_000, 1),
    }  # fmt: skip
    assert shown(taken, CollectionsBy.CONSULTANT) == {name: (3_700_000, 700_000, 3)}
    assert shown(taken, CollectionsBy.TENDER, DAY, DAY)["transfer"] == (700_000, 0, 1)
    assert shown(taken, CollectionsBy.DAY, NEXT) == {"2026-11-25": (0, 700_000, 1)}
    lines = taken.cashier.ask(collections, CollectionsBy.TENDER)
    with taken.office.database.reading() as session:
        for kind in TenderKind:
            net = sum(line.net_fen for line in lines if line.key == kind.value)
            assert net == -balance_fen(session, Account(kind.value))


def test_a_deposit_is_held_until_it_goes(taken):
    (line,) = taken.cashier.ask(deposits_held)
    assert (line.amount_fen, line.since, line.unit_id) == (3_000_000, DAY, taken.unit("1-1-0101"))
    with pytest.raises(NotPermitted):
        taken.reception.ask(deposits_held)
    with pytest.raises(NotPermitted):
        taken.reception.ask(collections)
