"""Places in line forged in raw SQL, on both stores: behind somebody, in order, for one's own customers."""

import pytest

from tests.attack.rawsql import ME, NOW, last, rows, told
from tests.attack.test_attack_approvals import DAY, good
from tests.attack.test_attack_forgeries import FUTURE, OTHER, PAST, bad

CONSULTANT = "(SELECT id FROM person WHERE login = 'consultant')"


def place(attacked, *, command="StandInLine", **wrong):
    stands = {
        "unit_id": attacked.waited, "customer_id": attacked.third, "joined_at": NOW, "joined_by": ME,
        "until": f"{NOW} + 3 * {DAY}", "end_reason": "''",
    } | wrong  # fmt: skip
    return [rows("line_place", **stands), *told(command)]


def left(attacked, *, command="LeaveLine", which=None, **wrong):
    ends = {"ended_at": NOW, "ended_by": ME, "end_reason": "'x'"} | wrong
    where = which or f"unit_id = {attacked.waited} AND ended_at IS NULL"
    return [
        f"UPDATE line_place SET {', '.join(f'{k} = {v}' for k, v in ends.items())} WHERE {where}",
        *told(command),
    ]


def test_the_good_forms_are_carried_out(either):
    good(either, "manager", place(either))
    good(either, "consultant", place(either))
    good(either, "manager", left(either))
    good(
        either,
        "consultant",
        [*place(either), *left(either, which=f"id = {last('line_place')}")[:1]],
    )


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"joined_by": OTHER}, "actor|his own customers"),
        ({"until": NOW}, "has its time"),
        ({"until": PAST}, "has its time"),
        ({"until": f"{NOW} + 4000 * {DAY}"}, "has its time"),
        ({"ended_at": NOW, "ended_by": ME}, "behind somebody else|actor"),
        ({"customer_id": 0}, "FOREIGN KEY|fk_|his own"),
    ],
)
def test_a_forged_place_is_refused(either, wrong, why):
    bad(either, "consultant", place(either, **wrong), why)


def test_one_stands_behind_somebody_else_and_once(either):
    for unit in (either.open, either.kept, either.signed):
        bad(either, "manager", place(either, unit_id=unit), "behind somebody else")
    bad(either, "manager", place(either, customer_id=either.customer), "behind somebody else")
    bad(
        either,
        "manager",
        place(either, customer_id=either.waiting),
        "one place in line|UNIQUE|unique",
    )
    bad(either, "manager", [place(either)[0], *place(either)], "one place in line|unique")
    bad(either, "another", place(either), "his own customers")


def test_nobody_else_lets_customers_stand_in_line(either):
    for login in ("cashier", "reception", "head", "general", "admin"):
        bad(either, login, place(either), "permission denied|without the right")
        bad(
            either,
            login,
            left(either),
            "permission denied|given up for its customer|does not hold",
        )
        bad(either, login, left(either, command="HoldUnit"), "permission denied|given up for|hold")


def test_a_line_has_its_length(either):
    first = place(either)
    more = "INSERT INTO line_place (unit_id, customer_id, joined_at, joined_by, until, end_reason) SELECT unit_id, {}, joined_at, joined_by, until, '' FROM line_place WHERE id = (SELECT max(id) FROM line_place)"
    good(either, "manager", first)
    bad(
        either,
        "manager",
        [first[0], *(more.format(key) for key in either.crowd), first[-1]],
        "the line is full",
    )


def test_a_place_is_given_up_by_whoever_speaks_for_the_customer(either):
    bad(either, "another", left(either), "given up for its customer")
    bad(either, "another", left(either, command="HoldUnit"), "given up for its customer")
    if either.knows_who:
        bad(either, "another", left(either, ended_by=CONSULTANT), "actor")


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"ended_at": "NULL"}, "only be left|guard"),
        ({"ended_at": "joined_at - 1"}, "after it began|time"),
        ({"until": f"{NOW} + {9 * DAY}"}, "only be left|permission denied"),
        ({"customer_id": 1, "unit_id": 1}, "only be left|permission denied"),
        ({"id": "id - 1000"}, "only be left|permission denied"),
    ],
)
def test_a_place_only_ends(either, wrong, why):
    bad(either, "manager", left(either, **wrong), why)


def test_what_was_left_stays_left_and_nothing_is_deleted_or_replaced(either):
    again = left(either, which=f"unit_id = {either.waited}")[0]
    bad(either, "manager", [left(either)[0], again, *told("LeaveLine")], "stays left|unique")
    bad(either, "manager", ["DELETE FROM line_place"], "are kept|permission denied")


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"joined_at": PAST}, "guard"),
        ({"joined_at": FUTURE}, "guard"),
        ({"command": "LetGo"}, "does not do this|hold"),
    ],
)
def test_a_place_at_another_time_or_untold_is_refused(attacked, wrong, why):
    bad(attacked, "consultant", place(attacked, **wrong), why)


def test_an_end_at_another_time_or_in_anothers_name_is_refused(attacked):
    for wrong in ({"ended_at": PAST}, {"ended_at": FUTURE}, {"ended_by": OTHER}):
        bad(attacked, "manager", left(attacked, **wrong), "guard")
