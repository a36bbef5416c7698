"""Closed days forged in raw SQL: only what the books say is closed, and nothing is dated into it."""

import pytest

from tests.attack.rawsql import ME, NOW, Forger, last, rows, told
from tests.attack.test_attack_forgeries import OTHER, PAST, bad, good

CASH = (
    "(SELECT coalesce(sum(CASE WHEN r.kind = 'refund' THEN -t.amount_fen ELSE t.amount_fen END), 0)"
    " FROM receipt r JOIN tender t ON t.receipt_id = r.id LEFT JOIN receipt_void v ON v.receipt_id = r.id"
    f" WHERE r.cashier_id = {ME} AND r.day = office_day({NOW}) AND v.receipt_id IS NULL AND t.kind = 'cash')"
)
TODAY, AHEAD = f"office_day({NOW})", f"(office_day({NOW})::date + 1)::text"


def close(*, tender=None, pieces=None, command="CloseDay", **wrong):
    """Today closed by the cashier, all of it counted in coins of 10 fen."""
    written = {
        "day": TODAY, "cashier_id": ME, "at": NOW, "actor_id": ME, "opening_fen": 0, "after_fen": 0,
        "banked_fen": 0, "counted_fen": CASH, "handed_fen": 0, "handed_to": "NULL", "note": "''",
        "sheet": "'{}'",
    } | wrong  # fmt: skip
    there = {
        "close_id": last("day_close"), "kind": "'cash'", "taken_fen": CASH, "back_fen": 0,
        "counted_fen": CASH,
    } | (tender or {})  # fmt: skip
    piece = {"close_id": last("day_close"), "piece_fen": 10, "pieces": f"{CASH} / 10"}
    return [
        rows("day_close", **written),
        rows("day_close_tender", **there),
        rows("day_close_piece", **(piece | (pieces or {}))),
        *told(command),
    ]


def test_the_good_form_is_carried_out(attacked):
    good(attacked, "cashier", close())


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"day": AHEAD}, "an earlier day|counted whole"),
        ({"day": "'2020-01-01'"}, "what the books say|counted whole"),
        ({"cashier_id": OTHER}, "by its cashier"),
        ({"actor_id": OTHER}, "actor|by its cashier"),
        ({"at": PAST}, "guard"),
        ({"opening_fen": 1_000}, "what was left there"),
        ({"after_fen": 1_000}, "what the books say"),
        ({"counted_fen": 10}, "what was counted"),
        ({"banked_fen": 5}, "what was counted"),
        ({"tender": {"taken_fen": 5}}, "what the books say"),
        ({"tender": {"counted_fen": 5}}, "what was counted|explained"),
        ({"tender": {"kind": "'card'", "taken_fen": 0, "counted_fen": 0}}, "counted whole"),
        ({"pieces": {"pieces": 1}}, "counted whole"),
        ({"handed_fen": 10, "handed_to": OTHER}, "another cashier"),
        ({"command": "CountCash"}, "does not do this"),
    ],
)
def test_a_forged_close_is_refused(attacked, wrong, why):
    bad(attacked, "cashier", close(**wrong), why)


@pytest.mark.parametrize("login", ["consultant", "reception", "admin", "head"])
def test_nobody_else_closes(attacked, login):
    bad(attacked, login, close(), "permission denied|guard")


def test_nothing_is_dated_into_a_closed_day_and_late_money_is_of_the_next(attacked):
    forger, shut = Forger(attacked), close()
    renamed = [s.replace("'x'", "'y'") if "intent" in s or "journal" in s else s for s in shut]
    bad(attacked, "cashier", [*renamed, *forger.receipt(attacked.paid)], "stays closed")
    bad(attacked, "cashier", [*renamed, *forger.void(attacked.paid)], "stays closed")
    late = {"row": {"day": AHEAD}, "move": {"day": AHEAD}}
    good(attacked, "cashier", [*renamed, *forger.receipt(attacked.paid, **late)])
    bad(attacked, "cashier", forger.receipt(attacked.paid, **late), "the day is the server's")


def test_a_close_is_never_changed_nor_taken_back(attacked):
    for statement in (
        "UPDATE day_close SET note = 'x'",
        "DELETE FROM day_close",
        "UPDATE day_close_tender SET counted_fen = 0",
        "DELETE FROM day_close_piece",
    ):
        bad(attacked, "cashier", [*close(), statement], "permission denied|append-only")
