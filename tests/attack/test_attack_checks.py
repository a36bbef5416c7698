"""Spot checks of the register, and days of review of what is kept back, forged in raw SQL on both stores."""

import pytest

from tests.attack.rawsql import ME, NOW, rows, told
from tests.attack.test_attack_approvals import DAY, good
from tests.attack.test_attack_forgeries import OTHER, PAST, bad


def check(*, command="CheckEntry", **wrong):
    made = {
        "visit_id": "(SELECT min(id) FROM visit)", "follow_up_id": "NULL", "verdict": "'good'",
        "comment": "''", "at": NOW, "actor_id": ME,
    } | wrong  # fmt: skip
    return [rows("spot_check", **made), *told(command)]


def remark(**wrong):
    return check(command="CommentEntry", **{"verdict": "''", "comment": "'x'"} | wrong)


def test_the_good_forms_are_carried_out(either):
    for login in ("manager", "head", "deputy"):
        good(either, login, check())
        good(either, login, [*check(verdict="'wanting'", comment="'x'")])
        good(either, login, remark())


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"actor_id": OTHER}, "actor|without the right"),
        ({"verdict": "'splendid'"}, "verdict|comment"),
        ({"verdict": "'wanting'"}, "comment"),
        ({"visit_id": "NULL"}, "entry|guard"),
        ({"visit_id": "0"}, "FOREIGN KEY|fk_|week before"),
        ({"follow_up_id": "(SELECT min(id) FROM follow_up)"}, "entry|guard"),
        ({"visit_id": "NULL", "follow_up_id": "0"}, "FOREIGN KEY|fk_|week before"),
    ],
)
def test_a_forged_check_is_refused(either, wrong, why):
    bad(either, "head", check(**wrong), why)


def test_an_entry_is_checked_once_and_not_by_whoever_wrote_it(either):
    bad(either, "head", [check()[0], *check()], "checked once|unique")
    mine = "(SELECT min(id) FROM visit WHERE receptionist_id = (SELECT id FROM person WHERE login = 'manager'))"
    bad(either, "manager", check(visit_id=mine), "wrote himself")
    good(either, "manager", remark(visit_id=mine))


def test_a_check_is_of_the_week_before(either):
    """Not of tomorrow's entries, nor of those that nobody remembers."""
    old = "(SELECT max(id) FROM visit)"
    for late in (f"{NOW} - 400 * {DAY}", f"{NOW} + 9 * {DAY}"):
        bad(either, "head", check(visit_id=old, at=late), "week before|time")


def test_a_follow_up_that_was_not_made_yet_is_not_checked(either):
    open_one = "(SELECT min(id) FROM follow_up WHERE done_at IS NULL)"
    bad(
        either,
        "head",
        check(visit_id="NULL", follow_up_id=open_one),
        "only what was recorded|week before",
    )
    bad(either, "head", remark(visit_id="NULL", follow_up_id=open_one), "only what was recorded")


@pytest.mark.parametrize("login", ["consultant", "cashier", "reception", "general", "admin"])
def test_nobody_else_checks(either, login):
    bad(either, login, check(), "permission denied|without the right|wrote himself")
    bad(either, login, remark(), "permission denied|without the right")


def review(attacked, *, command="ReviewHoldBack", **wrong):
    live = f"(SELECT id FROM claim WHERE unit_id = {attacked.kept} AND ended_at IS NULL)"
    made = {
        "claim_id": live, "review_on": attacked.day(30), "note": "'x'", "at": NOW, "actor_id": ME,
    } | wrong  # fmt: skip
    return [rows("claim_review", **made), *told(command)]


def test_the_good_review_is_carried_out(either):
    for days in (1, 30, 366):
        good(either, "manager", review(either, review_on=either.day(days)))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"actor_id": OTHER}, "actor|without the right"),
        ({"note": "''"}, "has its reason"),
        ({"review_on": "'2001-01-01'"}, "within a year"),
        ({"review_on": "'2999-01-01'"}, "within a year"),
        ({"review_on": "'9999-99-99'"}, "within a year"),
        ({"review_on": "''"}, "within a year|invalid"),
        ({"claim_id": 0}, "kept back"),
    ],
)
def test_a_forged_review_is_refused(either, wrong, why):
    bad(either, "manager", review(either, **wrong), why)


def test_only_what_is_kept_back_is_dated_again(either):
    for unit in (either.signed, either.waited):
        claim = f"(SELECT id FROM claim WHERE unit_id = {unit} AND ended_at IS NULL)"
        bad(either, "manager", review(either, claim_id=claim), "only what is kept back")
    for days in (-1, 400):
        bad(either, "manager", review(either, review_on=either.day(days)), "within a year")


@pytest.mark.parametrize(
    "login", ["consultant", "cashier", "reception", "head", "general", "admin"]
)
def test_nobody_else_dates_a_hold_back(either, login):
    bad(either, login, review(either), "permission denied|without the right")


def test_none_is_ever_changed(either):
    for table, made in (("spot_check", check()), ("claim_review", review(either))):
        for statement in (f"UPDATE {table} SET at = at", f"DELETE FROM {table}"):
            bad(either, "manager", [made[0], statement], "append-only|permission denied")


def test_another_hour_and_what_the_journal_does_not_tell_are_refused(attacked):
    bad(attacked, "manager", review(attacked, at=PAST), "time")
    bad(attacked, "head", check(at=PAST), "guard")
    bad(
        attacked,
        "manager",
        review(attacked, command="HoldUnit"),
        "does not do this|hold this right",
    )
    bad(attacked, "head", check(command="SignRequest"), "does not do this")
