"""Invoices for receipts and forms of receipt books forged in raw SQL, each with one thing wrong."""

import pytest

from tests.attack.rawsql import ME, NOW, Forger, last, rows, told
from tests.attack.test_attack_forgeries import FUTURE, OTHER, PAST, bad, good


@pytest.fixture(scope="module")
def forger(attacked):
    return Forger(attacked)


def exchange(attacked, forger, *, row=None, receipt=None, lines=1):
    """The deposit on the unit paid goes for an invoice."""
    deal = forger.facts(attacked.paid)[0]
    key, fen = attacked.owner(
        f"SELECT id, amount_fen FROM receipt WHERE deal_id = {deal} ORDER BY id"
    )[0]
    made = {
        "deal_id": deal, "invoice": "'FP-1'", "invoice_on": "'2026-11-24'", "amount_fen": fen,
        "note": "''", "at": NOW, "actor_id": ME,
    } | (row or {})  # fmt: skip
    line = rows(
        "receipt_exchange_line", receipt_id=receipt or key, exchange_id=last("receipt_exchange")
    )
    return [rows("receipt_exchange", **made), *[line] * lines, *told("ExchangeReceipts")]


EXCHANGES = [
    ({"lines": 0}, "sum of its receipts"),
    ({"row": {"amount_fen": 1}}, "sum of its receipts"),
    ({"row": {"amount_fen": 10**10}}, "sum of its receipts"),
    ({"receipt": 1}, "stands"),
    ({"receipt": 3}, "of its deal"),
    ({"row": {"actor_id": OTHER}}, "actor|without the right"),
    ({"row": {"at": PAST}}, "time"),
    ({"row": {"at": FUTURE}}, "time"),
    ({"row": {"invoice": "''"}}, "invoice"),
]


def test_the_good_exchange_is_carried_out(attacked, forger):
    good(attacked, "cashier", exchange(attacked, forger))


@pytest.mark.parametrize(("wrong", "why"), EXCHANGES)
def test_a_forged_exchange_is_refused(attacked, forger, wrong, why):
    bad(attacked, "cashier", exchange(attacked, forger, **wrong), why)


def book(**row):
    made = {
        "name": "'甲'", "prefix": "''", "width": 3, "first_no": 1, "last_no": 9, "at": NOW, "actor_id": ME,
    } | row  # fmt: skip
    return [rows("receipt_book", **made), *told("RegisterBook")]


BOOKS = [
    ({"first_no": 0}, "forms"),
    ({"last_no": 0}, "forms"),
    ({"width": 0}, "width"),
    ({"actor_id": OTHER}, "actor|without the right"),
    ({"at": PAST}, "time"),
]


def test_the_good_book_is_registered(attacked):
    good(attacked, "manager", book())


@pytest.mark.parametrize(("row", "why"), BOOKS)
def test_a_forged_book_is_refused(attacked, row, why):
    bad(attacked, "manager", book(**row), why)


@pytest.mark.parametrize("login", ["reception", "consultant", "manager", "admin"])
def test_only_who_takes_money_uses_a_form_or_exchanges(attacked, forger, login):
    form = rows(
        "book_form",
        book_id=1,
        issue_id=1,
        no=1,
        receipt_id="NULL",
        spoiled="'x'",
        at=NOW,
        actor_id=ME,
    )
    bad(attacked, login, [form, *told("SpoilForm")], "permission denied")
    bad(attacked, login, exchange(attacked, forger), "permission denied")


def test_nobody_uses_a_form_of_no_book_of_his(attacked):
    form = rows(
        "book_form",
        book_id=1,
        issue_id=1,
        no=1,
        receipt_id="NULL",
        spoiled="'x'",
        at=NOW,
        actor_id=ME,
    )
    bad(attacked, "cashier", [form, *told("SpoilForm")], "own book|in their order")


def test_a_receipt_names_no_form_that_it_does_not_stand_on(attacked, forger):
    bad(
        attacked, "cashier", forger.receipt(attacked.paid, paper={"form": "007"}), "form of a book"
    )


def test_a_banks_reference_is_not_written_on_a_second_receipt(attacked):
    forger = Forger(attacked)
    by = {"tender": {"kind": "'card'", "reference": "'X-1'"}, "move": {"debit": "'card'"}}
    first = "(SELECT min(id) FROM tender WHERE receipt_id = 2)"
    good(attacked, "cashier", forger.receipt(attacked.paid, **by))
    wrong = f"UPDATE tender SET kind = 'card', reference = 'X-1' WHERE id = {first}"
    right = f"UPDATE tender SET kind = 'cash', reference = '' WHERE id = {first}"
    off, on = (f"ALTER TABLE tender {word} TRIGGER USER" for word in ("DISABLE", "ENABLE"))
    attacked.owner(off, wrong, on)
    try:
        bad(attacked, "cashier", forger.receipt(attacked.paid, **by), "on one receipt")
    finally:
        attacked.owner(off, right, on)
