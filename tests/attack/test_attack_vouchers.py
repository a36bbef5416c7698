"""Runs of vouchers and codes of accounts forged in raw SQL, each with one thing wrong."""

import pytest

from tests.attack.rawsql import ME, NOW, last, rows, told
from tests.attack.test_attack_forgeries import OTHER, PAST, bad, good


def run(attacked, *, held=1, move=1, **row):
    """The first movement goes into a run of its day."""
    day = attacked.owner(f"SELECT day FROM movement WHERE id = {move}")[0][0]
    made = {
        "no": 1, "first_on": f"'{day}'", "last_on": f"'{day}'", "vouchers": 1, "movements": 1,
        "amount_fen": 5_000_000, "sheet": "'{}'", "at": NOW, "actor_id": ME,
    } | row  # fmt: skip
    holds = rows("voucher_movement", movement_id=move, run_id=last("voucher_run"))
    return [rows("voucher_run", **made), *[holds] * held, *told("ExportVouchers")]


def code(**row):
    made = {"account": "'cash'", "code": "'1001'", "name": "'x'", "at": NOW, "actor_id": ME} | row
    return [rows("account_code", **made), *told("SetAccountCode")]


def test_the_good_forms_are_carried_out(attacked):
    good(attacked, "admin", run(attacked))
    good(attacked, "admin", code())


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"no": 2}, "follow one another"),
        ({"held": 2}, "unique|UNIQUE|written for"),
        ({"first_on": "'2020-01-01'", "last_on": "'2020-01-01'"}, "of its days"),
        ({"movements": 0}, "amount"),
        ({"actor_id": OTHER}, "actor|without the right"),
        ({"at": PAST}, "time"),
    ],
)
def test_a_forged_run_is_refused(attacked, wrong, why):
    bad(attacked, "admin", run(attacked, **wrong), why)


def test_only_the_accountant_writes_vouchers(attacked):
    for login in ("cashier", "manager"):
        bad(attacked, login, run(attacked), "permission denied")
        bad(attacked, login, code(), "permission denied")
    bad(attacked, "admin", code(code="''"), "named")
    bad(attacked, "admin", code(actor_id=OTHER), "actor|without the right")
