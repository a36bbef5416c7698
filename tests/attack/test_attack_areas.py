"""Measured areas and their settlements forged in raw SQL, on both stores: the sum is the rule's."""

import pytest

from tests.attack.rawsql import ME, NOW, last, rows, told
from tests.attack.test_attack_approvals import DAY, good, signature
from tests.attack.test_attack_forgeries import OTHER, PAST, bad

OWED = 3_000_000
"""1.5 m² more than the 100 that were agreed, at two million yuan."""


def measured(attacked, *, command="RecordMeasuredArea", **wrong):
    written = {
        "unit_id": attacked.signed, "area": 1_015_000, "measured_on": "'2026-11-01'",
        "source": "'x'", "at": NOW, "actor_id": ME,
    } | wrong  # fmt: skip
    return [rows("measured_area", **written), *told(command)]


def newest(attacked):
    return f"(SELECT max(id) FROM measured_area WHERE unit_id = {attacked.signed})"


def details(attacked, owed=OWED, area=None):
    return f"'{{\"area\":' || {area or newest(attacked)} || ',\"owed_fen\":{owed}}}'"


def deal(attacked):
    return f"(SELECT max(id) FROM deal WHERE unit_id = {attacked.signed})"


def asked(attacked, *, amount=OWED, **wrong):
    """A request to settle the newest measuring."""
    request = {
        "kind": "'area'", "flow_id": "(SELECT max(id) FROM flow WHERE kind = 'area')",
        "command": "'SettleArea'", "form": "'{}'", "subject": "'x'", "what": "'[]'",
        "changes": "'[]'", "amount_fen": amount, "below_fen": 0, "days": 0, "reason": "'x'",
        "asker_id": ME, "filed_at": NOW, "expires_at": f"{NOW} + 7 * {DAY}",
    }  # fmt: skip
    about = {
        "request_id": last("request"), "deal_id": deal(attacked), "details": details(attacked),
        "asker_id": ME, "filed_at": NOW,
    } | wrong  # fmt: skip
    done = [rows("request", **request), rows("change_request", **about)]
    return [*done, *told("RequestAreaSettlement", intent="r", claimed="r")]


def settled(attacked, *, before=(), **wrong):
    """The second signature under the settlement that was asked for, and the change it writes."""
    change = {
        "no": 1, "number": "'BG0000001'", "request_id": attacked.settling, "deal_id": deal(attacked),
        "kind": "'area'", "details": details(attacked), "at": NOW, "actor_id": ME, "sheet": "'{}'",
    } | wrong  # fmt: skip
    signed = signature(attacked.settling, position=2, role="'deputy'")[:1]
    count = rows("counter", series="'change'", first_no=1, next_no=2)
    return [*before, *signed, count, rows("deal_change", **change), *told("SignRequest")]


def test_the_good_forms_are_carried_out(either):
    good(either, "manager", measured(either))
    good(either, "consultant", asked(either))
    good(either, "deputy", settled(either))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"area": 0}, "area"),
        ({"source": "''"}, "source"),
        ({"actor_id": OTHER}, "actor|without the right"),
        ({"unit_id": 0}, "FOREIGN KEY|fk_|guard"),
    ],
)
def test_a_forged_measuring_is_refused(either, wrong, why):
    bad(either, "manager", measured(either, **wrong), why)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [({"at": PAST}, "guard"), ({"command": "Subscribe"}, "hold this right|does not do this")],
)
def test_a_measuring_at_another_time_or_untold_is_refused(attacked, wrong, why):
    bad(attacked, "manager", measured(attacked, **wrong), why)


@pytest.mark.parametrize("login", ["consultant", "cashier", "reception", "head", "admin"])
def test_nobody_else_measures(either, login):
    bad(either, login, measured(either), "permission denied|guard")


RULE = "settled, once, by its rule"


@pytest.mark.parametrize("owed", [0, OWED - 1, OWED + 100, -OWED, 2 * OWED, 10**15])
def test_no_other_sum_is_asked_for_or_settled(either, owed):
    forged = asked(either, amount=abs(owed), details=details(either, owed))
    bad(either, "consultant", forged, RULE)
    # were such a request signed nevertheless, the change would be refused for itself
    bad(either, "deputy", settled(either, details=details(either, owed)), RULE)


def test_the_thresholds_look_at_what_is_owed(either):
    for amount in (0, OWED - 1, OWED + 1):
        bad(either, "consultant", asked(either, amount=amount), RULE)


@pytest.mark.parametrize(
    "said",
    [
        "'{}'",
        "'x'",
        "''",
        "'{\"owed_fen\":3000000}'",
        '\'{"area":1,"owed_fen":03000000}\'',
        '\'{"area":999,"owed_fen":3000000}\'',
        "GOOD || ' '",
        "replace(GOOD, '}', ',\"more\":1}')",
    ],
)
def test_details_that_say_it_otherwise_are_refused(either, said):
    forged = said.replace("GOOD", details(either))
    bad(either, "consultant", asked(either, details=forged), RULE)
    bad(either, "deputy", settled(either, details=forged), RULE)


@pytest.mark.parametrize(
    ("area", "owed"),
    [
        (1_000_000, 0),
        (1_030_000, 6_000_000),
        (1_030_001, 6_000_000),
        (1_500_000, 6_000_000),
        (970_000, -6_000_000),
        (960_000, -10_000_000),
        (969_999, -6_000_400),
    ],
)
def test_each_measuring_has_its_own_sum(either, area, owed):
    """Measured and asked for by the manager in one go: the rule's sum passes, a yuan more does not."""
    again = measured(either, area=area)
    so = asked(either, amount=abs(owed), details=details(either, owed))
    good(either, "manager", [*again, *so])
    off = asked(either, amount=abs(owed + 100), details=details(either, owed + 100))
    bad(either, "manager", [*again, *off], RULE)


def test_an_older_measuring_is_not_settled(either):
    older = details(either).replace(newest(either), f"({newest(either)} - 1)")
    bad(either, "manager", [*measured(either), *asked(either, details=older)], RULE)


def test_one_measuring_is_settled_once(either):
    written = settled(either)
    again = rows(
        "deal_change", no=2, number="'BG0000002'", request_id=either.settling,
        deal_id=deal(either), kind="'area'", details=details(either), at=NOW, actor_id=ME,
        sheet="'{}'",
    )  # fmt: skip
    bad(either, "deputy", [*written, again], f"{RULE}|append-only|unique")
    nothing = asked(either, amount=0, details=details(either, 0))
    bad(either, "deputy", [*written[:3], nothing[1]], f"{RULE}|request''s|request's|permission")


@pytest.mark.parametrize(
    ("table", "column"), [("change_request", "details"), ("measured_area", "area")]
)
def test_what_was_measured_and_asked_for_never_changes(either, table, column):
    for statement in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):
        bad(either, "manager", [statement], "append-only|permission denied")
