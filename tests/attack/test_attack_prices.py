"""Price versions forged in raw SQL: whoever signs writes the prices that were signed, and nothing else."""

import pytest

from tests.attack.rawsql import ME, NOW, last, rows, told
from tests.attack.test_attack_approvals import good, signature
from tests.attack.test_attack_forgeries import OTHER, PAST, bad

UNIT = "(SELECT min(unit_id) FROM price_line)"


def prices(attacked, *, signed=True, effect=None, unit=UNIT, total=None, history=True):
    """The general manager's signature, the last, and one of the prices that it puts into effect."""
    line = f"FROM price_line l WHERE l.unit_id = {unit} AND l.version_id = {attacked.version}"
    each, whole = f"(SELECT l.unit_price_fen {line})", total or f"(SELECT l.total_fen {line})"
    put = {
        "version_id": attacked.version, "at": NOW, "actor_id": ME, "changed": 1, "frozen": 0,
    } | (effect or {})  # fmt: skip
    past = {
        "unit_id": unit, "at": NOW, "actor_id": ME, "unit_price_fen": each, "total_fen": whole,
        "reason": "'x'",
    }  # fmt: skip
    sign = signature(attacked.pricing, position=3, role="'general'")[:1] if signed else []
    return [
        *sign,
        rows("price_effect", **put),
        *([rows("price_change", **past)] if history else []),
        f"UPDATE unit SET unit_price_fen = {each}, total_fen = {whole} WHERE id = {unit}",
        *told("SignRequest"),
    ]


def test_the_good_form_is_carried_out(attacked):
    good(attacked, "general", prices(attacked))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"signed": False}, "or the signatures"),
        ({"total": "1"}, "those that were signed"),
        ({"total": "1", "history": False}, "what its history says"),
        ({"effect": {"version_id": "0"}}, "or the signatures|foreign key"),
        ({"effect": {"actor_id": OTHER}}, "actor|signatures"),
        ({"effect": {"at": PAST}}, "guard"),
    ],
)
def test_forged_prices_are_refused(attacked, wrong, why):
    bad(attacked, "general", prices(attacked, **wrong), why)


@pytest.mark.parametrize("login", ["head", "deputy", "general"])
def test_a_signer_changes_no_price_without_a_version(attacked, login):
    change = f"UPDATE unit SET total_fen = total_fen - 1 WHERE id = {UNIT}"
    bad(attacked, login, [change, *told("SignRequest")], "what its history says")
    past = {
        "unit_id": UNIT, "at": NOW, "actor_id": ME, "unit_price_fen": 1, "total_fen": 1,
        "reason": "'x'",
    }  # fmt: skip
    bad(attacked, login, [rows("price_change", **past), *told("SignRequest")], "were signed")


def test_where_signatures_are_wanted_the_manager_does_nothing_alone(attacked):
    put = {"version_id": attacked.version, "at": NOW, "actor_id": ME, "changed": 0, "frozen": 0}
    alone = [rows("price_effect", **put), *told("EffectPrices")]
    good(attacked, "manager", alone)
    attacked.owner(
        "INSERT INTO setting (name, value, changed_at, changed_by)"
        " SELECT 'prices_by_request', 'true', office_now(), min(id) FROM person"
    )
    try:
        bad(attacked, "manager", alone, "by their signatures")
        past = {"at": NOW, "actor_id": ME, "unit_price_fen": 1, "total_fen": 1, "reason": "'x'"}
        written = rows("price_change", unit_id=UNIT, **past)
        put = f"UPDATE unit SET unit_price_fen = 1, total_fen = 1 WHERE id = {UNIT}"
        bad(attacked, "manager", [written, put, *told("ImportUnits")], "by its signatures")
        bad(attacked, "manager", [put, *told("ImportUnits")], "what its history says")
        free = f"UPDATE unit SET unit_price_fen = NULL, total_fen = NULL WHERE id = {UNIT}"
        bad(attacked, "manager", [free, *told("ImportUnits")], "what its history says")
        good(attacked, "general", prices(attacked))
    finally:
        attacked.owner("DELETE FROM setting WHERE name = 'prices_by_request'")


def test_a_version_that_was_asked_for_is_not_touched(attacked):
    late = {
        "version_id": attacked.version,
        "unit_id": last("unit"),
        "unit_price_fen": 1,
        "total_fen": 1,
    }
    bad(
        attacked,
        "manager",
        [rows("price_line", **late), *told("DraftPrices")],
        "stays as it was|key",
    )
    asked = {
        "request_id": attacked.asked,
        "version_id": attacked.version,
        "asker_id": ME,
        "filed_at": NOW,
    }
    bad(
        attacked,
        "manager",
        [rows("price_request", **asked), *told("RequestPrices")],
        "its request",
    )
