"""Requests of refunds forged in raw SQL, and slips that do not follow them."""

import pytest

from tests.attack.rawsql import ME, NOW, Forger, last, rows, told
from tests.attack.test_attack_approvals import DAY
from tests.attack.test_attack_forgeries import OTHER, PAST, bad, good, pay

REFUND = "(SELECT max(id) FROM refund)"
FLOW = "(SELECT max(id) FROM flow WHERE kind = 'refund')"


@pytest.fixture(scope="module")
def forger(attacked):
    return Forger(attacked)


def ask(attacked, *, request=None, about=None, original=None, command="RequestRefund"):
    """A second request for the refund that was signed for: the account was wrong."""
    asked = {
        "kind": "'refund'", "flow_id": FLOW, "command": "'ReleaseRefund'", "form": "'{}'", "subject": "'x'",
        "what": "'[]'", "changes": "'[]'", "amount_fen": 5_000_000, "below_fen": 0, "days": 0,
        "reason": "'x'", "asker_id": ME, "filed_at": NOW, "expires_at": f"{NOW} + 7 * {DAY}",
        "restarts_id": "NULL",
    } | (request or {})  # fmt: skip
    said = {
        "request_id": last("request"), "refund_id": REFUND, "payee": "'王小明'", "tender": "'transfer'",
        "account": "'x'", "proxy": "''", "asker_id": ME, "filed_at": NOW,
    } | (about or {})  # fmt: skip
    back = {"request_id": last("request"), "receipt_id": 4, "lost": "''"} | (original or {})
    return [
        rows("request", **asked), rows("refund_request", **said), rows("refund_original", **back),
        *told(command),
    ]  # fmt: skip


@pytest.mark.parametrize("login", ["cashier", "manager"])
def test_the_good_form_is_carried_out(attacked, login):
    good(attacked, login, ask(attacked))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"request": {"amount_fen": 1}}, "its request"),
        ({"request": {"command": "'CancelDeal'"}}, "without the right"),
        (
            {"request": {"kind": "'cancellation'", "command": "'CancelDeal'"}},
            "without the right|newest",
        ),
        ({"about": {"request_id": 1}}, "its request"),
        ({"about": {"asker_id": OTHER}}, "its request|actor"),
        ({"about": {"filed_at": PAST}}, "its request|time"),
        ({"about": {"payee": "'张三'"}}, "or to a proxy"),
        ({"about": {"payee": "''"}}, "payee|proxy"),
        ({"about": {"tender": "'gold'"}}, "tender"),
        ({"about": {"account": "''"}}, "account"),
        ({"original": {"receipt_id": 3}}, "receipts of its deal"),
        ({"original": {"receipt_id": 1}}, "receipts of its deal"),
        ({"command": "WithdrawRequest"}, "does not do this"),
    ],
)
def test_a_forged_request_is_refused(attacked, wrong, why):
    bad(attacked, "cashier", ask(attacked, **wrong), why)


@pytest.mark.parametrize("login", ["consultant", "reception", "head", "general", "admin"])
def test_nobody_else_asks(attacked, login):
    bad(attacked, login, ask(attacked), "permission denied|without the right")


def test_what_was_asked_stays_and_gets_no_further_original(attacked):
    late = rows("refund_original", request_id=attacked.refunding, receipt_id=4, lost="'x'")
    bad(attacked, "cashier", [late, *told("RequestRefund")], "named once")
    for statement in ("UPDATE refund_request SET payee = 'x'", "DELETE FROM refund_original"):
        bad(attacked, "cashier", [statement], "permission denied|append-only")


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"row": {"payer": "'张三'"}, "paper": {"payer": "张三"}}, "as it was signed"),
        ({"tender": {"kind": "'card'"}, "move": {"credit": "'card'"}}, "way that was signed"),
    ],
)
def test_a_slip_that_does_not_follow_its_request_is_refused(attacked, forger, wrong, why):
    good(attacked, "cashier", pay(attacked, forger))
    bad(attacked, "cashier", pay(attacked, forger, **wrong), why)


def test_where_signatures_are_wanted_nothing_is_paid_without(attacked, forger):
    attacked.owner(
        "INSERT INTO setting (name, value, changed_at, changed_by)"
        " SELECT 'refunds_by_request', 'true', office_now(), min(id) FROM person"
    )
    try:
        good(attacked, "cashier", pay(attacked, forger))
        # One that was signed but lacks an original, and none at all.
        paid = pay(attacked, forger)
        owner = [
            "ALTER TABLE refund_original DISABLE TRIGGER USER",
            "UPDATE refund_original SET receipt_id = 3",
        ]
        attacked.owner(*owner)
        bad(attacked, "cashier", paid, "originals back")
        attacked.owner(
            "UPDATE refund_original SET receipt_id = 4",
            "ALTER TABLE refund_original ENABLE TRIGGER USER",
            "ALTER TABLE signature DISABLE TRIGGER USER",
            f"UPDATE signature SET decision = 'reject' WHERE request_id = {attacked.refunding}",
        )
        bad(attacked, "cashier", paid, "by its signatures")
    finally:
        attacked.owner(
            f"UPDATE signature SET decision = 'approve' WHERE request_id = {attacked.refunding}",
            "ALTER TABLE signature ENABLE TRIGGER USER",
            "DELETE FROM setting WHERE name = 'refunds_by_request'",
        )


def test_a_signer_who_is_a_cashier_by_now_does_not_pay(attacked, forger):
    manager = "(SELECT id FROM person WHERE login = 'manager')"
    cashier = "(SELECT id FROM person WHERE login = 'cashier')"
    attacked.owner(
        "ALTER TABLE signature DISABLE TRIGGER USER",
        f"UPDATE signature SET person_id = {cashier} WHERE request_id = {attacked.refunding}"
        f" AND person_id = {manager}",
    )
    try:
        bad(attacked, "cashier", pay(attacked, forger), "does not pay it")
    finally:
        attacked.owner(
            f"UPDATE signature SET person_id = {manager} WHERE request_id = {attacked.refunding}"
            f" AND person_id = {cashier}",
            "ALTER TABLE signature ENABLE TRIGGER USER",
        )
