"""Measured areas forged in raw SQL."""

import pytest

from tests.attack.rawsql import ME, NOW, rows, told
from tests.attack.test_attack_approvals import good
from tests.attack.test_attack_forgeries import OTHER, PAST, bad


def measured(attacked, *, command="RecordMeasuredArea", **wrong):
    written = {
        "unit_id": attacked.sold, "area": 1_015_000, "measured_on": "'2026-11-01'",
        "source": "'x'", "at": NOW, "actor_id": ME,
    } | wrong  # fmt: skip
    return [rows("measured_area", **written), *told(command)]


def test_the_good_form_is_carried_out(attacked):
    good(attacked, "manager", measured(attacked))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"area": 0}, "ck_measured_area_area"),
        ({"source": "''"}, "ck_measured_area_source"),
        ({"actor_id": OTHER}, "actor|without the right"),
        ({"at": PAST}, "guard"),
        ({"command": "Subscribe"}, "does not hold this right|does not do this"),
    ],
)
def test_a_forged_measuring_is_refused(attacked, wrong, why):
    bad(attacked, "manager", measured(attacked, **wrong), why)


@pytest.mark.parametrize("login", ["consultant", "cashier", "reception", "head", "admin"])
def test_nobody_else_measures(attacked, login):
    bad(attacked, login, measured(attacked), "permission denied|guard")
