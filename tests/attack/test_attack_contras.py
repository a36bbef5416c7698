"""Contra receipts forged in raw SQL: each attack is the good form with one thing wrong."""

import hashlib
import json

import pytest

from tests.attack.rawsql import ME, NOW, Forger, rows, told
from tests.attack.test_attack_forgeries import FUTURE, MINUTE, OTHER, PAST, bad, good


@pytest.fixture(scope="module")
def forger(attacked):
    return Forger(attacked)


def contra(
    attacked, forger, *, paper=None, row=None, move=None, amount=None, series="contra",
    parts=("counter", "contra", "movement", "claim"),
):  # fmt: skip
    """The approved contra of the deposit on the unit paid, which gets its time again."""
    deal, customer, consultant, *_rest = forger.facts(attacked.paid)
    receipt, number, fen = attacked.owner(
        f"SELECT id, number, amount_fen FROM receipt WHERE deal_id = {deal} ORDER BY id"
    )[0]
    sheet = {
        "number": "HC0000001", "kind": "contra", "payer": "王小明", "amount_fen": -fen,
        "check_code": "", "answers": number,
    } | (paper or {})  # fmt: skip
    body = json.dumps(sheet, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    link = hashlib.sha256(f"v1{'0' * 64}{len(body)}:{body}".encode()).hexdigest()
    drawn = body.replace('"check_code":""', f'"check_code":"{link[:8].upper()}"')
    written = {
        "no": 1, "number": "'HC0000001'", "receipt_id": receipt, "at": NOW, "day": f"office_day({NOW})",
        "cashier_id": ME, "amount_fen": -fen, "sheet": f"'{drawn}'", "previous": f"'{'0' * 64}'",
        "hash": f"'{link}'",
    } | (row or {})  # fmt: skip
    back = forger.movement(
        deal, "'deposits held'", "'cash'", amount or fen, "contra", receipt, move
    )
    again = rows(
        "claim", unit_id=attacked.paid, stage="'on hold'", deal_id=deal, customer_id=customer,
        consultant_id=consultant, opened_at=NOW, opened_by=ME, until=f"{NOW} + 30 * {MINUTE}",
        reason="''", opening=0, end_reason="''",
    )  # fmt: skip
    done = {
        "counter": [rows("counter", series=f"'{series}'", first_no=1, next_no=2)],
        "contra": [rows("contra", **written)],
        "movement": [back],
        "claim": [forger.end(attacked.paid)[0], again],
    }
    return [*(each for part in parts for each in done[part]), *told("ContraReceipt")]


def test_the_good_form_is_carried_out(attacked, forger):
    good(attacked, "cashier", contra(attacked, forger))


FORGED = [
    ({"parts": ("counter", "contra")}, "tenders and its movements"),
    ({"parts": ("movement",)}, "ways of the trade"),
    ({"parts": ("contra", "movement", "claim")}, "follow one another|counter moves"),
    ({"row": {"amount_fen": -1}}, "answers all"),
    ({"row": {"amount_fen": 5_000_000}}, "answers all|amount"),
    ({"paper": {"amount_fen": -1}}, "what its paper says"),
    ({"paper": {"answers": "SJ0000009"}}, "what its paper says"),
    ({"paper": {"payer": "李芳"}}, "what its paper says"),
    ({"paper": {"kind": "deposit"}}, "what its paper says"),
    ({"row": {"no": 2, "number": "'HC0000002'"}}, "follow one another"),
    ({"row": {"number": "'XX0000001'"}, "paper": {"number": "XX0000001"}}, "what its paper says"),
    ({"row": {"previous": f"'{'1' * 64}'"}}, "chained"),
    ({"row": {"hash": "'x'"}}, "what its paper says"),
    ({"row": {"receipt_id": 1}}, "void"),
    ({"row": {"receipt_id": 3}}, "rests on the receipt"),
    ({"row": {"cashier_id": OTHER}}, "actor|without the right"),
    ({"row": {"at": PAST}}, "time|approved"),
    ({"row": {"at": FUTURE}}, "time"),
    ({"row": {"day": "'2020-01-01'"}}, "day"),
    ({"amount": 1}, "ways of the trade"),
    ({"move": {"credit": "'card'"}}, "ways of the trade"),
    ({"move": {"kind": "'void'"}}, "guard"),
    ({"series": "book"}, "one of ours"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "why"), FORGED)
def test_a_forged_contra_is_refused(attacked, forger, wrong, why):
    bad(attacked, "cashier", contra(attacked, forger, **wrong), why)


@pytest.mark.parametrize("login", ["reception", "consultant", "manager", "admin"])
def test_only_the_cashier_writes_one(attacked, forger, login):
    bad(attacked, login, contra(attacked, forger), "permission denied")


def approval(**row):
    """Another approval of what is approved; each attack is refused before that."""
    written = {"receipt_id": 2, "at": NOW, "actor_id": ME, "reason": "'x'"} | row
    return [rows("contra_approval", **written), *told("ApproveContra")]


APPROVALS = [
    ({"receipt_id": 1}, "rests on the receipt"),
    ({"receipt_id": 3}, "rests on the receipt"),
    ({"reason": "''"}, "reason"),
    ({"actor_id": OTHER}, "actor|without the right"),
    ({"at": PAST}, "time"),
]


@pytest.mark.parametrize(("row", "why"), APPROVALS)
def test_a_forged_approval_is_refused(attacked, row, why):
    bad(attacked, "manager", approval(**row), why)


def test_a_cashier_approves_nothing(attacked):
    bad(attacked, "cashier", approval(), "permission denied")
