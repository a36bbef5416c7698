"""Requests, signatures and reservations forged in raw SQL, under each person's own login."""

import pytest

from tests.attack.rawsql import ME, MINUTE, NOW, last, rows, told
from tests.attack.test_attack_forgeries import FUTURE, OTHER, PAST, bad

DAY = 24 * 60 * MINUTE
HEAD = "(SELECT id FROM person WHERE login = 'head')"
DEPUTY = "(SELECT id FROM person WHERE login = 'deputy')"
MANAGER = "(SELECT id FROM person WHERE login = 'manager')"


def wish(attacked, *, request=None, reservation=None, command="RequestReservation", parts=2):
    """A request for a reservation of the unit that is free."""
    total = f"(SELECT total_fen FROM unit WHERE id = {attacked.free})"
    asked = {
        "kind": "'reservation'", "flow_id": "(SELECT max(id) FROM flow WHERE kind = 'reservation')", "command": "'ReserveUnit'",
        "form": "'{}'", "subject": "'x'", "what": "'[]'", "changes": "'[]'", "amount_fen": total,
        "below_fen": 0, "days": 3, "reason": "'x'", "asker_id": ME, "filed_at": NOW,
        "expires_at": f"{NOW} + 7 * {DAY}", "restarts_id": "NULL",
    } | (request or {})  # fmt: skip
    about = {
        "request_id": last("request"), "unit_id": attacked.free,
        "customer_id": attacked.customer, "consultant_id": ME, "until": f"{NOW} + 3 * {DAY}",
        "total_fen": total, "asker_id": ME, "filed_at": NOW,
    } | (reservation or {})  # fmt: skip
    done = [rows("request", **asked), rows("reservation", **about)]
    return [*done[:parts], *told(command)]


def signature(request, *, command="SignRequest", **wrong):
    """A signature of the first step by the head of department."""
    signed = {
        "request_id": request, "position": 1, "place": 1, "person_id": ME, "absent_id": "NULL",
        "role": "'head'", "decision": "'approve'", "comment": "''", "at": NOW,
    } | wrong  # fmt: skip
    return [rows("signature", **signed), *told(command)]


def reserve(attacked, *, claim=None, signed=True, release=True):
    """The last signature, and the claim that it opens."""
    facts = f"FROM reservation v WHERE v.request_id = {attacked.half}"
    kept = {
        "unit_id": attacked.free, "stage": "'reserved'", "deal_id": "NULL",
        "customer_id": f"(SELECT customer_id {facts})",
        "consultant_id": f"(SELECT consultant_id {facts})", "opened_at": NOW, "opened_by": ME,
        "until": f"(SELECT until {facts})", "reason": "''", "opening": 0, "end_reason": "''",
    } | (claim or {})  # fmt: skip
    sign = signature(attacked.half, position=3, role="'general'")[:1] if signed else []
    ends = (
        f"UPDATE release_line SET ended_at = {NOW}, ended_by = {ME}, end_reason = 'x'"
        f" WHERE unit_id = {attacked.free} AND ended_at IS NULL"
    )
    return [*sign, rows("claim", **kept), *([ends] if release else []), *told("SignRequest")]


def good(attacked, login, statements):
    refusal = attacked.attempt(login, statements)
    assert refusal is None, refusal


def test_the_good_forms_are_carried_out(attacked):
    good(attacked, "consultant", wish(attacked))
    good(attacked, "head", signature(attacked.asked))
    good(attacked, "general", reserve(attacked))


WISHES = [
    ({"request": {"asker_id": OTHER}}, "actor|without the right"),
    ({"request": {"filed_at": PAST}}, "guard"),
    ({"request": {"filed_at": FUTURE}}, "guard"),
    ({"request": {"kind": "'gift'"}}, "without the right"),
    ({"request": {"command": "'ReleaseUnits'"}}, "without the right"),
    ({"request": {"flow_id": "0"}}, "newest flow"),
    ({"request": {"expires_at": f"{NOW} + 70 * {DAY}"}}, "has its time"),
    ({"request": {"expires_at": f"{NOW} + {DAY}"}}, "has its time"),
    ({"request": {"amount_fen": 1}}, "is its request"),
    ({"request": {"days": 0}}, "is its request"),
    ({"request": {"amount_fen": -1}}, "facts"),
    ({"request": {"id": 9999}}, "permission denied"),
    ({"request": {"restarts_id": "1"}}, "asked for again"),
    ({"reservation": {"total_fen": 1}}, "is its request"),
    ({"reservation": {"until": f"{NOW} + 9 * {DAY}"}}, "is its request"),
    ({"reservation": {"until": PAST}}, "is its request"),
    ({"reservation": {"asker_id": OTHER}}, "actor|is its request"),
    ({"reservation": {"filed_at": PAST}}, "guard"),
    ({"reservation": {"unit_id": "1"}}, None),
    ({"command": "HoldUnit"}, "does not do this"),
    ({"command": "SignRequest"}, "does not hold this right"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "why"), WISHES)
def test_a_forged_request_is_refused(attacked, wrong, why):
    if why is None:  # every unit has one price here: another unit is another wish, and as good
        good(attacked, "consultant", wish(attacked, **wrong))
        return
    bad(attacked, "consultant", wish(attacked, **wrong), why)


def test_a_request_too_long_or_by_nobody_who_may_is_refused(attacked):
    long = {"request": {"days": 90}, "reservation": {"until": f"{NOW} + 60 * {DAY}"}}
    bad(attacked, "consultant", wish(attacked, **long), "a reservation has its time")
    for login in ("reception", "cashier", "deputy", "general", "admin"):
        bad(attacked, login, wish(attacked), "permission denied|without the right")


def test_a_request_gets_no_other_unit_afterwards(attacked):
    late = wish(attacked, reservation={"request_id": attacked.asked})
    bad(attacked, "consultant", late[1:], "is its request|append-only|unique")
    for table in (
        "request",
        "reservation",
        "signature",
        "flow",
        "flow_step",
        "stand_in",
        "withdrawal",
    ):
        for statement in (f"UPDATE {table} SET at = 0", f"DELETE FROM {table}"):
            for login in ("consultant", "head", "admin"):
                assert attacked.attempt(login, [statement]) is not None, statement


SIGNATURES = [
    ({"person_id": OTHER}, "actor|without the right"),
    ({"person_id": DEPUTY, "role": "'deputy'"}, "actor|roles"),
    ({"at": PAST}, "time"),
    ({"at": FUTURE}, "guard"),
    ({"role": "'general'"}, "by its roles"),
    ({"position": 2, "role": "'deputy'"}, "in their order"),
    ({"position": 2}, "in their order"),
    ({"position": 9}, "in their order"),
    ({"place": 2}, "follow one another"),
    ({"place": 0}, "follow one another"),
    ({"absent_id": DEPUTY}, "roles|stand-in"),
    ({"absent_id": DEPUTY, "role": "'deputy'"}, "roles|stand-in"),
    ({"decision": "'perhaps'"}, "decision"),
    ({"id": 99}, "permission denied"),
    ({"command": "WithdrawRequest"}, "does not do this"),
    ({"command": "EditFlow"}, "does not hold this right"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "why"), SIGNATURES)
def test_a_forged_signature_is_refused(attacked, wrong, why):
    bad(attacked, "head", signature(attacked.asked, **wrong), why)


def test_nobody_signs_twice_or_what_he_asked_for_or_without_the_right(attacked):
    bad(attacked, "head", signature(attacked.half, position=3, role="'general'"), "twice")
    bad(attacked, "manager", signature(attacked.half, position=3, role="'general'"), "asked for")
    stands = {"position": 3, "role": "'general'", "absent_id": MANAGER}
    bad(attacked, "general", signature(attacked.half, **stands), "asked for")
    for login in ("reception", "consultant", "cashier", "admin"):
        bad(attacked, login, signature(attacked.asked), "permission denied")
    twice = signature(attacked.asked)
    bad(attacked, "head", [twice[0], *twice], "twice|unique")


def test_a_signature_after_its_time_is_refused(attacked):
    attacked.owner(f"UPDATE office SET shift = {8 * DAY}")
    try:
        bad(attacked, "head", signature(attacked.asked), "is over")
    finally:
        attacked.owner("UPDATE office SET shift = 0")


CLAIMS = [
    ({"signed": False}, "without its signatures"),
    ({"claim": {"customer_id": 1}}, "without its signatures"),
    ({"claim": {"consultant_id": HEAD}}, "without its signatures"),
    ({"claim": {"until": f"{NOW} + 30 * {DAY}"}}, "without its signatures"),
    ({"claim": {"until": "NULL"}}, "without its signatures"),
    ({"claim": {"opened_by": HEAD}}, "actor|signatures"),
    ({"claim": {"opened_by": "0"}}, "clock holds back|signatures"),
    ({"claim": {"opened_at": PAST}}, "guard"),
    ({"claim": {"deal_id": "1"}}, "signatures|deal"),
    ({"claim": {"opening": 1}}, "opening import|its project begins"),
    ({"claim": {"stage": "'on hold'"}}, "its deal"),
    ({"claim": {"stage": "'held back'"}}, "without the right"),
    ({"claim": {"stage": "'subscribed'"}}, "its deal|among the buyers"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "why"), CLAIMS)
def test_a_forged_reservation_is_refused(attacked, wrong, why):
    if wrong.get("claim", {}).get("customer_id") == 1:
        wrong = {"claim": {"customer_id": attacked.customer}}
    bad(attacked, "general", reserve(attacked, **wrong), why)


def _unguarded(statement):
    """Give what the database's owner alone can do: a change that no guard looks at."""
    return (
        "SET session_replication_role = replica",
        statement,
        "SET session_replication_role = DEFAULT",
    )


def test_a_price_that_moved_and_a_city_that_forbids_it_are_held_by_the_server(attacked):
    price = attacked.owner(f"SELECT total_fen FROM unit WHERE id = {attacked.free}")[0][0]
    cost = "UPDATE unit SET total_fen = {} WHERE id = {}"
    attacked.owner(*_unguarded(cost.format(price + 1, attacked.free)))
    try:
        bad(attacked, "general", reserve(attacked), "without its signatures")
    finally:
        attacked.owner(*_unguarded(cost.format(price, attacked.free)))
    attacked.owner(
        "INSERT INTO law_line (project_id, law, level, ships, cites, reason, at, actor_id)"
        " SELECT 1, 'R-26', 'block', 'off', '', 'x', office_now(), min(id) FROM person"
    )
    try:
        bad(attacked, "general", reserve(attacked), "law allows no reservation")
    finally:
        attacked.owner(*_unguarded("DELETE FROM law_line WHERE law = 'R-26'"))


def test_everybody_may_add_claims_in_the_clocks_name_and_nothing_else(attacked):
    """The sweep's grant is everybody's; each row asks for a right or for a reservation that is over."""
    held_back = {
        "unit_id": attacked.free, "stage": "'held back'", "opened_at": NOW, "opened_by": 0,
        "reason": "''", "opening": 0, "end_reason": "''",
    }  # fmt: skip
    for login in ("reception", "cashier", "head", "admin"):
        bad(attacked, login, [rows("claim", **held_back), *told("SignRequest")], "clock|right")
        own = held_back | {"opened_by": ME}
        bad(attacked, login, [rows("claim", **own), *told("EndLapsedHolds", actor="0")], "right")
    off = (
        f"UPDATE release_line SET ended_at = {NOW}, ended_by = {ME}, end_reason = 'x'"
        f" WHERE unit_id = {attacked.free}"
    )
    bad(attacked, "general", [off, *told("SignRequest")], "without the right")


def test_flows_and_absences_are_named_by_whoever_may(attacked):
    flow = {"kind": "'reservation'", "valid_days": 7, "at": NOW, "actor_id": ME}
    step = {
        "flow_id": last("flow"), "position": 1, "act": "'approve'", "roles": "'consultant'",
        "needed": 1, "mode": "'any'", "fact": "''", "at_least": 0, "at": NOW,
    }  # fmt: skip
    made = [rows("flow", **flow), rows("flow_step", **step), *told("EditFlow")]
    good(attacked, "admin", made)
    for login in ("manager", "general", "consultant"):
        bad(attacked, login, made, "permission denied")
    more = step | {"position": 9, "at": "(SELECT max(at) FROM flow)"}
    bad(attacked, "admin", [rows("flow_step", **more), *told("EditFlow")], "guard")
    away = {
        "absent_id": ME, "stand_in_id": MANAGER, "from_on": "'2026-01-01'", "to_on": "'2026-01-02'",
        "begins_at": NOW, "ends_at": f"{NOW} + {DAY}", "reason": "''", "at": NOW, "actor_id": ME,
    }  # fmt: skip
    good(attacked, "head", [rows("stand_in", **away), *told("SetStandIn")])
    for login, wrong in (
        ("manager", {"absent_id": HEAD, "stand_in_id": ME}),
        ("admin", {"absent_id": HEAD, "stand_in_id": ME}),
        ("head", {"stand_in_id": ME}),
        ("head", {"actor_id": DEPUTY}),
        ("head", {"at": PAST}),
        ("head", {"ends_at": PAST}),
    ):
        bad(
            attacked,
            login,
            [rows("stand_in", **(away | wrong)), *told("SetStandIn")],
            "guard|order",
        )
    back = {"request_id": attacked.asked, "at": NOW, "actor_id": ME, "reason": "''"}
    good(attacked, "consultant", [rows("withdrawal", **back), *told("WithdrawRequest")])
    bad(
        attacked,
        "manager",
        [rows("withdrawal", **back), *told("WithdrawRequest")],
        "only the asker",
    )
