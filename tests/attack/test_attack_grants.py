"""Prices below the floor or beyond a role's limit forged in raw SQL: only their signatures bring them."""

import pytest

from tests.attack.rawsql import ME, MINUTE, NOW, Forger, last, rows, told
from tests.attack.test_attack_approvals import good, signature
from tests.attack.test_attack_forgeries import OTHER, PAST, bad

LIST, FLOOR, GRANTED = 200_000_000, 190_000_000, 180_000_000
WEEK = 7 * 24 * 60 * MINUTE


def deal(attacked):
    return Forger(attacked).facts(attacked.paid)[0]


def approval(attacked, total, command="ApprovePrice", **wrong):
    """An approved price of the unit that is paid for and held."""
    written = {
        "deal_id": deal(attacked), "total_fen": total, "at": NOW, "actor_id": ME, "note": "''",
    } | wrong  # fmt: skip
    return [rows("price_approval", **written), *told(command)]


def granted(attacked, *, signed=True, total=GRANTED, **wrong):
    """The general manager's signature, the last, and the price that it approves."""
    sign = signature(attacked.grant, position=3, role="'general'")[:1] if signed else []
    return [*sign, *approval(attacked, total, "SignRequest", **wrong)]


def wish(attacked, *, total=GRANTED, request=None, grant=None, command="RequestDiscount"):
    """A request for a special price of that unit."""
    asked = {
        "kind": "'discount'", "flow_id": "(SELECT max(id) FROM flow WHERE kind = 'discount')",
        "command": "'GrantPrice'", "form": "'{}'", "subject": "'x'", "what": "'[]'",
        "changes": "'[]'", "amount_fen": LIST - total, "below_fen": max(0, FLOOR - total), "days": 0,
        "reason": "'x'", "asker_id": ME, "filed_at": NOW, "expires_at": f"{NOW} + {WEEK}",
        "restarts_id": "NULL",
    } | (request or {})  # fmt: skip
    about = {
        "request_id": last("request"), "deal_id": deal(attacked), "total_fen": total,
        "asker_id": ME, "filed_at": NOW,
    } | (grant or {})  # fmt: skip
    return [rows("request", **asked), rows("price_grant", **about), *told(command)]


def test_the_good_forms_are_carried_out(attacked):
    good(attacked, "manager", approval(attacked, FLOOR))
    good(attacked, "general", granted(attacked))
    good(attacked, "consultant", wish(attacked))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"signed": False}, "general manager signs"),
        ({"total": GRANTED - 1}, "general manager signs"),
        ({"total": FLOOR}, "or the signatures"),
        ({"deal_id": "(SELECT min(id) FROM deal)"}, "or the signatures"),
        ({"actor_id": OTHER}, "actor|signs|signatures"),
        ({"at": PAST}, "guard"),
    ],
)
def test_a_forged_special_price_is_refused(attacked, wrong, why):
    bad(attacked, "general", granted(attacked, **wrong), why)


def test_the_manager_alone_stops_at_the_floor(attacked):
    for total in (FLOOR - 1, GRANTED, 1):
        bad(attacked, "manager", approval(attacked, total), "general manager signs")


def test_the_manager_alone_stops_at_the_limit_of_his_role(attacked):
    limit = "INSERT INTO discount_limit (role, most_bp, at, actor_id) SELECT 'manager', {}, office_now(), min(id) FROM person"
    attacked.owner(limit.format(300))
    try:
        good(attacked, "manager", approval(attacked, LIST * 97 // 100))
        bad(attacked, "manager", approval(attacked, LIST * 97 // 100 - 1), "than his role may")
        good(attacked, "general", granted(attacked))
    finally:
        attacked.owner(limit.format(10_000))


def test_what_was_signed_is_not_approved_over(attacked):
    over = approval(attacked, LIST)[:1]
    bad(attacked, "general", [*granted(attacked), *over], "approved over alone")


def test_whoever_signs_last_stops_at_the_limit_of_his_role(attacked):
    limit = "INSERT INTO discount_limit (role, most_bp, at, actor_id) SELECT 'general', {}, office_now(), min(id) FROM person"
    attacked.owner(limit.format(999))
    try:
        bad(attacked, "general", granted(attacked), "than his role may")
        attacked.owner(limit.format(1_000))
        good(attacked, "general", granted(attacked))
    finally:
        attacked.owner(limit.format(10_000))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"request": {"amount_fen": 1}}, "is its request"),
        ({"request": {"below_fen": 0}}, "is its request"),
        ({"request": {"below_fen": -1}}, "facts"),
        ({"request": {"command": "'ChangePrice'"}}, "without the right"),
        ({"request": {"kind": "'price'", "command": "'ChangePrice'"}}, "newest flow"),
        ({"grant": {"total_fen": GRANTED - 1}}, "is its request"),
        ({"grant": {"asker_id": OTHER}}, "actor|is its request"),
        ({"grant": {"filed_at": PAST}}, "guard"),
        ({"command": "RequestPrice"}, "does not do this"),
        ({"command": "SignRequest"}, "does not hold this right"),
    ],
)
def test_a_forged_request_is_refused(attacked, wrong, why):
    bad(attacked, "consultant", wish(attacked, **wrong), why)


def test_what_was_agreed_is_no_longer_granted(attacked):
    agreed = f"(SELECT id FROM deal WHERE unit_id = {attacked.sold})"
    bad(attacked, "consultant", wish(attacked, grant={"deal_id": agreed}), "what is held|request")


@pytest.mark.parametrize("login", ["reception", "cashier", "admin", "head"])
def test_nobody_else_asks(attacked, login):
    bad(attacked, login, wish(attacked), "permission denied|without the right")
