"""Permits altered, moved and taken away in raw SQL: the old value stays, and what is on sale keeps its own."""

import pytest

from tests.attack.rawsql import ME, NOW, rows, told
from tests.attack.test_attack_approvals import good
from tests.attack.test_attack_forgeries import FUTURE, OTHER, PAST, bad

COVERED = "(SELECT min(building_id) FROM permit_building WHERE permit_id = 1)"


def kept(**wrong):
    """What permit 1 said until now."""
    of = "(SELECT {} FROM permit WHERE id = 1)"
    was = {
        "permit_id": 1, "number": of.format("number"), "authority": of.format("authority"),
        "issued_on": of.format("issued_on"), "account": of.format("account"),
        "buildings": "'1'", "withdrawn": 0, "reason": "'x'", "at": NOW, "actor_id": ME,
    } | wrong  # fmt: skip
    return rows("permit_change", **was)


NUMBER = "UPDATE permit SET number = 'T-01A' WHERE id = 1"
AWAY = f"DELETE FROM permit_building WHERE permit_id = 1 AND building_id = {COVERED}"


def test_a_correction_with_its_old_value_is_carried_out(attacked):
    good(attacked, "manager", [kept(), NUMBER, *told("CorrectPermit")])


@pytest.mark.parametrize(
    ("statements", "why"),
    [
        ([NUMBER], "old value kept"),
        ([kept(number="'x'"), NUMBER], "old value kept"),
        ([kept(authority="'x'"), NUMBER], "old value kept"),
        ([kept(actor_id=OTHER), NUMBER], "actor"),
        ([kept(at=PAST), NUMBER], "guard"),
        ([kept(at=FUTURE), NUMBER], "guard"),
        ([kept(), "UPDATE permit SET number = 't - 001' WHERE id = 2"], "old value kept|once"),
        ([kept(), "UPDATE permit SET issued_on = '2999-01-01' WHERE id = 1"], "its day"),
        ([kept(), "UPDATE permit SET project_id = 2 WHERE id = 1"], "permission denied"),
        ([kept(withdrawn=1), AWAY], "rests on its permit"),
        ([AWAY], "old value kept|rests on its permit"),
        (["DELETE FROM permit WHERE id = 1"], "permission denied"),
    ],
)
def test_a_permit_altered_otherwise_is_refused(attacked, statements, why):
    bad(attacked, "manager", [*statements, *told("CorrectPermit")], why)


def test_nobody_else_corrects_a_permit(attacked):
    for login in ("consultant", "cashier", "head", "general", "reception"):
        assert attacked.attempt(login, [kept(), NUMBER, *told("CorrectPermit")]) is not None, login


def test_what_a_permit_said_is_never_altered(attacked):
    for statement in ("UPDATE permit_change SET reason = 'y'", "DELETE FROM permit_change"):
        assert attacked.attempt("manager", [statement]) is not None
