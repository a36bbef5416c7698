"""Large cash is marked, and who pays is identified before money is taken, on both stores."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.errors import NotPermitted
from salesdesk.kernel.keys import CustomerId, Fen, ReceiptId
from salesdesk.office.customers.commands import EditCustomer
from salesdesk.office.figures.need_rules import NeedKind
from salesdesk.office.figures.needs import needs
from salesdesk.office.ledger.large_cash import large_cash
from salesdesk.office.ledger.queries import day_cash, receipts
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.ledger.sheets import TenderLine
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.identifying import NotIdentified
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.receiving import TakePayment
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.voiding import VoidReceipt
from salesdesk.office.staff.commands import ChangeSetting

CARD = "11010519491231002X"


@pytest.fixture
def unit(desks):
    key = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=key, customer=desks.customer()))
    return key


def pay(desks, unit, cash, card=0):
    kinds = ((TenderKind.CASH, cash), (TenderKind.CARD, card))
    tenders = tuple(TenderLine(kind=kind, amount_fen=fen) for kind, fen in kinds if fen)
    return desks.cashier.do(TakeDeposit(unit=unit, tenders=tenders))


def marked(desks):
    return {
        line.number: line.large_cash_fen
        for line in desks.cashier.ask(receipts)
        if line.large_cash_fen
    }


def test_cash_of_a_day_is_added_up_and_marked_where_it_is_seen(desks, unit):
    pay(desks, unit, 3_000_000, card=9_000_000)
    assert marked(desks) == {} and desks.cashier.ask(large_cash) == ()
    pay(desks, unit, 2_000_000)
    pay(desks, unit, 0, card=100)
    assert marked(desks) == {"SJ0000001": 5_000_000, "SJ0000002": 5_000_000}
    (line,) = desks.manager.ask(large_cash)
    assert (line.receipts, line.identified) == (("SJ0000001", "SJ0000002"), False)
    assert desks.cashier.ask(day_cash).large_cash == ((line.customer, 5_000_000),)
    (need,) = [n for n in desks.manager.ask(needs) if n.kind is NeedKind.LARGE_CASH]
    assert (need.amount_fen, need.key) == (5_000_000, line.receipt_id)
    with pytest.raises(NotPermitted):
        desks.consultant.ask(large_cash)
    desks.clock.forward(days=1)
    assert desks.cashier.ask(large_cash) == () and len(marked(desks)) == 2
    assert [n.kind for n in desks.manager.ask(needs)].count(NeedKind.LARGE_CASH) == 1
    desks.clock.forward(days=1)
    assert NeedKind.LARGE_CASH not in [n.kind for n in desks.manager.ask(needs)]


def test_what_is_void_is_not_counted_and_the_sum_is_a_setting(desks, unit):
    pay(desks, unit, 3_000_000)
    pay(desks, unit, 2_000_000)
    desks.cashier.do(VoidReceipt(receipt=ReceiptId(2), reason="写错"))
    assert marked(desks) == {}
    desks.admin.do(ChangeSetting(name="large_cash_yuan", value="30000"))
    assert marked(desks) == {"SJ0000001": 3_000_000}
    desks.admin.do(ChangeSetting(name="large_cash_yuan", value="0"))
    assert marked(desks) == {}


def test_who_pays_is_identified_first_from_a_sum_on(desks, unit):
    desks.admin.do(ChangeSetting(name="identify_from_yuan", value="30000"))
    with pytest.raises(NotIdentified):
        pay(desks, unit, 3_000_000)
    pay(desks, unit, 2_000_000)
    with pytest.raises(NotIdentified) as refusal:  # parts do not stay below
        pay(desks, unit, 0, card=1_000_000)
    assert refusal.value.facts["least"] == "30,000.00"
    assert len(desks.cashier.ask(receipts)) == 1
    forged = (
        "INSERT INTO receipt (id, series, no, number, kind, at, day, project_id, deal_id, unit_id,"
        " customer_id, payer, amount_fen, cashier_id, sheet, previous, hash) SELECT 99, series, 2,"
        " 'SJ0000002', kind, at, day, project_id, deal_id, unit_id, customer_id, payer, 1000000,"
        " cashier_id, sheet, hash, 'x' FROM receipt"
    )
    with (
        pytest.raises(IntegrityError, match="identified first"),
        desks.office.database.writing() as session,
    ):
        session.execute(text(forged))
    desks.consultant.do(EditCustomer(customer=CustomerId(1), id_number=CARD))
    pay(desks, unit, 1_000_000)


def test_of_an_agreement_every_buyer_is_asked(desks, unit):
    pay(desks, unit, 2_000_000)
    desks.manager.do(ApprovePrice(unit=unit))
    desks.consultant.do(Subscribe(unit=unit, mode="一次性付款"))
    desks.admin.do(ChangeSetting(name="identify_from_yuan", value="30000"))
    with pytest.raises(NotIdentified):
        desks.cashier.do(TakePayment(unit=unit, amount=Fen(1_000_000)))
    desks.consultant.do(IdentifyBuyer(unit=unit, id_number=CARD))
    desks.cashier.do(TakePayment(unit=unit, amount=Fen(1_000_000)))
