"""Receipts exchanged for an invoice, and papers checked by number and code; both stores."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.errors import BadEntry, MissingEntry, NotFound
from salesdesk.kernel.keys import Fen, ReceiptId
from salesdesk.office.figures.audit import audit
from salesdesk.office.ledger.queries import receipt_paper, receipts
from salesdesk.office.ledger.receipt_check import verify_receipt
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.contra import ApproveContra, ContraReceipt
from salesdesk.office.sales.receipt_exchange_queries import (
    exchangeable_receipts,
    receipt_exchanges,
)
from salesdesk.office.sales.receipt_exchanging import (
    ExchangeReceipts,
    InvoiceDiffers,
    InvoiceKnown,
    OriginalsAway,
    OtherDeals,
)
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.voiding import HasItsInvoice, VoidReceipt
from tests.furnished import guards_off

ONE, TWO, OTHER = ReceiptId(1), ReceiptId(2), ReceiptId(3)
GOOD = {
    "receipts": (ONE, TWO),
    "invoice": "fp-2026-001",
    "amount": Fen(3_000_000),
    "originals_back": True,
}


@pytest.fixture
def taken(desks):
    """Two deposits on one unit and one on another."""
    customer = desks.customer()
    for code, amounts in (("1-1-0101", (1_000_000, 2_000_000)), ("1-1-0102", (500_000,))):
        unit = desks.unit(code)
        desks.consultant.do(HoldUnit(unit=unit, customer=customer))
        for amount in amounts:
            desks.cashier.do(TakeDeposit(unit=unit, amount=Fen(amount)))
    return desks


def codes(desks, receipt):
    sheet, _marks = desks.cashier.ask(receipt_paper, receipt)
    return sheet.number, sheet.check_code


def test_receipts_of_a_deal_go_for_one_invoice_and_stay(taken):
    assert [line.id for line in taken.cashier.ask(exchangeable_receipts, ONE)] == [1, 2]
    told = taken.cashier.do(ExchangeReceipts(**GOOD, note="一次开票"))
    assert told == {
        "invoice": "FP-2026-001",
        "amount_fen": 3_000_000,
        "receipts": ["SJ0000001", "SJ0000002"],
    }
    assert taken.cashier.ask(exchangeable_receipts, ONE) == ()
    (line,) = taken.cashier.ask(receipt_exchanges)
    assert (line.invoice, line.amount_fen, line.receipts) == (
        "FP-2026-001",
        3_000_000,
        ("SJ0000001", "SJ0000002"),
    )
    assert line.invoice_on == taken.clock.now.date() and line.note == "一次开票"
    marked = {line.number: line.invoice for line in taken.cashier.ask(receipts)}
    assert marked == {"SJ0000001": "FP-2026-001", "SJ0000002": "FP-2026-001", "SJ0000003": ""}
    assert taken.cashier.ask(receipt_paper, ONE)[1].invoice == "FP-2026-001"
    with pytest.raises(HasItsInvoice):
        taken.cashier.do(VoidReceipt(receipt=ONE, reason="x"))
    with pytest.raises(HasItsInvoice):
        taken.manager.do(ApproveContra(receipt=TWO, reason="x"))
    with pytest.raises(HasItsInvoice):
        taken.cashier.do(
            ExchangeReceipts(
                **GOOD | {"invoice": "FP-2", "amount": Fen(1_000_000), "receipts": (ONE,)}
            )
        )
    assert not [finding for finding in taken.manager.ask(audit) if finding.broken]


REFUSED = {
    "no originals": ({"originals_back": False}, OriginalsAway),
    "another sum": ({"amount": Fen(2_999_999)}, InvoiceDiffers),
    "no number": ({"invoice": " "}, MissingEntry),
    "of tomorrow": ({"invoice_on": "tomorrow"}, BadEntry),
    "none": ({"receipts": ()}, BadEntry),
    "twice": ({"receipts": (ONE, ONE)}, BadEntry),
    "of two deals": ({"receipts": (ONE, OTHER), "amount": Fen(1_500_000)}, OtherDeals),
    "unknown": ({"receipts": (ReceiptId(9),)}, NotFound),
}


@pytest.mark.parametrize("wrong", REFUSED)
def test_what_does_not_fit_is_refused(taken, wrong):
    change, refusal = REFUSED[wrong]
    if change.get("invoice_on"):
        change = {"invoice_on": taken.clock.now.date() + timedelta(days=2)}
    with pytest.raises(refusal):
        taken.cashier.do(ExchangeReceipts(**GOOD | change))
    assert taken.cashier.ask(receipt_exchanges) == ()


def test_an_invoice_is_used_once(taken):
    taken.cashier.do(ExchangeReceipts(**GOOD))
    with pytest.raises(InvoiceKnown):
        taken.cashier.do(ExchangeReceipts(
            receipts=(OTHER,), invoice="FP-2026-001 ", amount=Fen(500_000), originals_back=True
        ))  # fmt: skip


def test_verify_finds_an_invoice_over_another_sum(taken):
    taken.cashier.do(ExchangeReceipts(**GOOD))
    guards_off(taken.office, "receipt_exchange")
    with taken.office.database.engine.begin() as connection:
        connection.execute(text("UPDATE receipt_exchange SET amount_fen = amount_fen + 1"))
    broken = [finding.law for finding in taken.manager.ask(audit) if finding.broken]
    assert broken == ["an invoice is the sum of its receipts"]


FORGED = (
    "INSERT INTO receipt_exchange_line (receipt_id, exchange_id) VALUES (3, 1)",
    "INSERT INTO receipt_void (receipt_id, at, actor_id, reason) VALUES (1, 1, 4, 'x')",
    "INSERT INTO contra_approval (receipt_id, at, actor_id, reason) VALUES (1, 1, 5, 'x')",
    "UPDATE receipt_exchange SET invoice = 'x'",
    "DELETE FROM receipt_exchange_line",
)


@pytest.mark.parametrize("statement", FORGED)
def test_no_program_undoes_an_exchange(taken, statement):
    taken.cashier.do(ExchangeReceipts(**GOOD))
    with (
        taken.office.database.engine.connect() as connection,
        pytest.raises(IntegrityError if connection.dialect.name == "sqlite" else Exception),
    ):
        connection.execute(text(statement))


# --- papers checked by number and code


def test_a_paper_is_known_by_its_number_and_code(taken):
    number, code = codes(taken, 1)
    found = taken.reception.ask(verify_receipt, number.lower(), code.lower())
    assert (found.genuine, found.state, found.amount_fen, found.payer) == (
        True,
        "stands",
        1_000_000,
        "王小明",
    )
    scanned = taken.reception.ask(verify_receipt, f"SD1;NO={number};AMT=10000.00;CHK={code}")
    assert scanned == found


@pytest.mark.parametrize("code", ["", "00000000"])
def test_without_its_code_nothing_is_told_of_it(taken, code):
    found = taken.reception.ask(verify_receipt, "SJ0000001", code)
    assert (found.genuine, found.state, found.payer, found.amount_fen) == (
        False,
        "unknown",
        "",
        None,
    )
    assert not taken.reception.ask(verify_receipt, "SJ0000099", "00000000").genuine


def test_what_became_of_a_paper_is_said(taken):
    taken.cashier.do(VoidReceipt(receipt=OTHER, reason="写错"))
    taken.manager.do(ApproveContra(receipt=ONE, reason="重复"))
    taken.cashier.do(ContraReceipt(receipt=ONE))
    taken.cashier.do(
        ExchangeReceipts(
            receipts=(TWO,), invoice="FP-1", amount=Fen(2_000_000), originals_back=True
        )
    )
    said = {n: taken.cashier.ask(verify_receipt, *codes(taken, n)) for n in (1, 2, 3)}
    assert [(said[n].state, said[n].by, said[n].reason) for n in (1, 2, 3)] == [
        ("answered", "HC0000001", "重复"), ("exchanged", "FP-1", ""), ("void", "", "写错"),
    ]  # fmt: skip
    assert all(one.genuine for one in said.values())


def test_a_paper_that_was_changed_in_the_books_is_not_genuine(taken):
    number, code = codes(taken, 1)
    guards_off(taken.office, "receipt")
    with taken.office.database.engine.begin() as connection:
        connection.execute(text("UPDATE receipt SET amount_fen = 9 WHERE id = 1"))
    found = taken.cashier.ask(verify_receipt, number, code)
    assert (found.genuine, found.unchanged) == (False, False)
