"""Demand letters and promises forged in raw SQL: each attack is the good form with one thing wrong."""

import pytest

from tests.attack.rawsql import ME, NOW, rows, told
from tests.attack.test_attack_forgeries import OTHER, PAST, bad, good

TODAY = f"office_day({NOW})"


def _line(place, what="id"):
    deal = f"(SELECT max(id) FROM deal WHERE unit_id = {place.late})"
    return f"(SELECT {what} FROM due_line WHERE deal_id = {deal} AND ended_at IS NULL)"


def letter(place, *, counted=True, command="WriteDemands", **wrong):
    """The first letter about the amount that is overdue, with its counter."""
    written = {
        "no": 1, "number": "'CK0000001'", "deal_id": _line(place, "deal_id"),
        "due_line_id": _line(place), "stage": "'first'", "overdue_fen": _line(place, "open_fen"),
        "since": _line(place, "due_on"), "written_on": TODAY, "pay_by": place.day(8),
        "at": NOW, "actor_id": ME, "sheet": "'{}'",
    } | wrong  # fmt: skip
    count = [rows("counter", series="'demand'", first_no=1, next_no=2)] if counted else []
    return [*count, rows("demand_letter", **written), *told(command)]


def promise(place, *, command="RecordPromise", **wrong):
    """A promise to pay a part of it in three days."""
    made = {
        "deal_id": _line(place, "deal_id"), "promised_on": place.day(3), "amount_fen": 100,
        "note": "''", "made_on": TODAY, "at": NOW, "actor_id": ME,
    } | wrong  # fmt: skip
    return [rows("payment_promise", **made), *told(command)]


def test_the_good_forms_are_carried_out(either):
    good(either, "cashier", letter(either))
    good(either, "cashier", promise(either))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"no": 7}, "follow one another"),
        ({"stage": "'second'"}, "stages of a demand"),
        ({"stage": "'final'"}, "stages of a demand"),
        ({"overdue_fen": 1}, "asks for what is overdue"),
        ({"due_line_id": "(SELECT max(id) FROM due_line)"}, "overdue longest"),
    ],
)
def test_a_letter_is_about_what_is_overdue_in_its_stage(either, wrong, why):
    bad(either, "cashier", letter(either, **wrong), why)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"promised_on": "'2020-01-01'"}, "days"),
        ({"promised_on": "'2099-01-01'"}, "a day soon"),
        ({"amount_fen": 10**13}, "than is open"),
    ],
)
def test_a_promise_is_for_a_day_soon(either, wrong, why):
    bad(either, "cashier", promise(either, **wrong), why)


@pytest.mark.parametrize(
    ("form", "wrong", "why"),
    [
        (letter, {"counted": False}, "follow one another|moves with its papers"),
        (letter, {"actor_id": OTHER}, ""),
        (letter, {"at": PAST}, ""),
        (letter, {"written_on": "'2099-01-01'", "pay_by": "'2099-01-09'"}, ""),
        (letter, {"command": "RecordPromise"}, ""),
        (promise, {"actor_id": OTHER}, ""),
        (promise, {"made_on": "'2099-01-01'", "promised_on": "'2099-01-02'"}, ""),
    ],
)
def test_a_server_knows_who_writes_and_on_what_day(attacked, form, wrong, why):
    bad(attacked, "cashier", form(attacked, **wrong), why)


def test_nobody_else_demands(attacked):
    for who in ("consultant", "reception", "admin"):
        bad(attacked, who, letter(attacked), "")
