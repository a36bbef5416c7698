"""Late fees, waivers and shares of money forged in raw SQL: each attack is the good form with one thing wrong."""

import pytest

from tests.attack.rawsql import ME, NOW, Forger, last, rows, told
from tests.attack.test_attack_forgeries import OTHER, PAST, bad, good

TODAY = f"office_day({NOW})"
SHORT = 195_000_000
"""What is overdue for one day (fen): the price less the deposit."""
FEE = SHORT * 5 // 10_000


def _deal(place):
    return f"(SELECT max(id) FROM deal WHERE unit_id = {place.late})"


def _line(place, what="id"):
    return (
        f"(SELECT {what} FROM due_line WHERE deal_id = {_deal(place)} AND ended_at IS NULL"
        " AND money <> 'late fee')"
    )


def fix(place, *, fee=None, line=None, due=True, command="FixLateFee"):
    """The fee of the day that an amount is overdue, and the line that asks for it."""
    reckoned = {
        "of_line_id": _line(place), "since_on": _line(place, "due_on"), "until_on": TODAY,
        "weighed": SHORT, "tenths": 50, "grace_days": 0, "cap_percent": 0, "amount_fen": FEE,
        "at": NOW, "actor_id": ME,
    } | (fee or {})  # fmt: skip
    asked = {
        "deal_id": _deal(place), "money": "'late fee'", "amount_fen": FEE, "open_fen": FEE,
        "event": "'date'", "stage": "''", "days": 0, "after_months": 0, "due_on": TODAY,
        "made_at": NOW, "made_by": ME, "end_reason": "''", "late_fee_id": last("late_fee"),
    } | (line or {})  # fmt: skip
    lines = [rows("due_line", **asked)] if due else []
    return [rows("late_fee", **reckoned), *lines, *told(command)]


def sign(place, *, waiver=None, signature=None, signed=True, step="SignRequest"):
    """The last signature under a waiver, the row against the fee, and less of it open."""
    said = {
        "request_id": place.waiver, "position": 1, "place": 1, "person_id": ME, "absent_id": "NULL",
        "role": "'manager'", "decision": "'approve'", "comment": "''", "at": NOW,
    } | (signature or {})  # fmt: skip
    given = {
        "request_id": place.waiver, "due_line_id": place.fee, "amount_fen": 200, "at": NOW,
        "actor_id": ME,
    } | (waiver or {})  # fmt: skip
    less = f"UPDATE due_line SET open_fen = open_fen - 200 WHERE id = {place.fee}"
    signatures = [rows("signature", **said)] if signed else []
    return [*signatures, rows("late_fee_waiver", **given), less, *told(step)]


def take(place, *, share=None, move=None):
    """100 fen of the fee, taken as money of its own."""
    way = {"kind": "'late fee'", "debit": "'cash'", "credit": "'late fees'"} | (move or {})
    taken = Forger(place).receipt(
        place.feed, kind="price", amount=100, move=way, command="TakePayment"
    )
    part = {"receipt_id": last("receipt"), "due_line_id": place.fee, "amount_fen": 100}
    return [*taken, rows("allocation", **(part | (share or {})))]


def apply(place, *, move=None, **wrong):
    """100 fen of what lies ahead for the fee."""
    deal = f"(SELECT max(id) FROM deal WHERE unit_id = {place.feed})"
    moved = Forger(place).movement(deal, "'prepaid'", "'late fees'", 100, "applied", wrong=move)
    used = {
        "deal_id": deal, "due_line_id": place.fee, "amount_fen": 100, "at": NOW, "day": TODAY,
        "actor_id": ME,
    } | wrong  # fmt: skip
    return [moved, rows("prepaid_use", **used), *told("ApplyPrepaid")]


def reach(_place, *, command="RecordProgress", **wrong):
    """A stage of a building."""
    reached = {
        "building_id": 1, "stage": "'封顶'", "reached_on": TODAY, "note": "''", "at": NOW,
        "actor_id": ME,
    } | wrong  # fmt: skip
    return [rows("building_stage", **reached), *told(command)]


def test_the_good_forms_are_carried_out(either):
    for login in ("cashier", "manager"):
        good(either, login, fix(either))
    good(either, "manager", sign(either))
    good(either, "cashier", take(either))
    good(either, "cashier", apply(either))
    good(either, "manager", reach(either))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"fee": {"amount_fen": FEE + 1}, "line": {"amount_fen": FEE + 1, "open_fen": FEE + 1}}, "reckoned"),
        ({"fee": {"weighed": SHORT * 2, "amount_fen": FEE * 2}}, "reckoned"),
        ({"fee": {"tenths": 100, "amount_fen": FEE * 2}}, "house''s terms|house's terms"),
        ({"fee": {"cap_percent": 1}}, "house's terms"),
        ({"fee": {"grace_days": 1}}, "terms|late"),
        ({"fee": {"since_on": "'2026-01-01'"}}, "no day is in two|what it is reckoned"),
        ({"fee": {"of_line_id": "(SELECT max(id) FROM due_line)"}}, "is late|no day|what it is reckoned"),
        ({"line": {"amount_fen": FEE - 1, "open_fen": FEE - 1}}, "as it was reckoned"),
        ({"line": {"open_fen": 0}}, "as it was reckoned"),
        ({"line": {"money": "'instalment'"}}, "as it was reckoned"),
        ({"line": {"late_fee_id": "NULL"}}, "as it was reckoned"),
        ({"line": {"due_on": "'2099-01-01'"}}, "as it was reckoned"),
        ({"line": {"deal_id": "(SELECT max(deal_id) FROM due_line)"}}, "as it was reckoned"),
    ],
)  # fmt: skip
def test_a_fee_is_fixed_as_it_is_reckoned(either, wrong, why):
    bad(either, "cashier", fix(either, **wrong), why)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"fee": {"actor_id": OTHER}}, "actor|without the right"),
        ({"fee": {"at": PAST}}, "time|guard"),
        ({"due": False}, "that is fixed is due"),
        ({"command": "WriteDemands"}, "does not do this"),
    ],
)
def test_a_server_knows_who_fixes_and_that_it_is_due(attacked, wrong, why):
    bad(attacked, "cashier", fix(attacked, **wrong), why)


@pytest.mark.parametrize("login", ["consultant", "reception", "admin"])
def test_nobody_else_fixes_a_fee(attacked, login):
    bad(attacked, login, fix(attacked), "permission denied|without the right")


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"signed": False}, "by its signatures"),
        ({"signature": {"decision": "'reject'"}}, "by its signatures"),
        ({"waiver": {"amount_fen": 201}}, "by its signatures"),
        ({"waiver": {"due_line_id": 1}}, "by its signatures|than is open"),
        ({"waiver": {"request_id": 99_999}}, "by its signatures|FOREIGN KEY|fk_late_fee"),
    ],
)
def test_a_fee_is_waived_as_it_was_signed(either, wrong, why):
    bad(either, "manager", sign(either, **wrong), why)


def test_a_cashier_signs_no_waiver_whatever_his_rights(either):
    either.owner("INSERT INTO role_right (role, name) VALUES ('cashier', 'SignRequest')")
    try:
        told_so = sign(either, signature={"role": "'cashier'"})
        bad(either, "manager", told_so, "waives none of it|by its roles")
        cashier = "(SELECT id FROM person WHERE login = 'cashier')"
        stood_in = sign(either, signature={"absent_id": cashier})
        bad(either, "manager", stood_in, "waives none of it")
    finally:
        either.owner("DELETE FROM role_right WHERE role = 'cashier' AND name = 'SignRequest'")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE late_fee SET amount_fen = 1",
        "DELETE FROM late_fee",
        "UPDATE late_fee_waiver SET amount_fen = 1",
        "DELETE FROM waiver_request",
        "DELETE FROM prepaid_use",
        "UPDATE building_stage SET reached_on = '2020-01-01'",
        "DELETE FROM building_stage",
    ],
)
def test_what_was_written_stays(attacked, statement):
    bad(attacked, "manager", [statement], "permission denied|append-only")


def test_what_is_open_of_a_fee_is_neither_forgotten_nor_ended(either):
    for change in ("open_fen = 0", f"ended_at = {NOW}, ended_by = {ME}, kept_fen = 0"):
        statement = f"UPDATE due_line SET {change} WHERE id = {either.fee}"
        bad(
            either, "cashier", [statement], "neither paid nor waived|ends with its deal|permission"
        )


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"move": {"kind": "'payment'", "credit": "'price received'"}}, "account of its kind"),
        ({"move": {"kind": "'payment'", "credit": "'prepaid'"}}, "account of its kind"),
        ({"move": {"kind": "'payment'"}}, "ways of the trade"),
        ({"move": {"credit": "'price received'"}}, "ways of the trade"),
        ({"share": {"due_line_id": "NULL"}}, "account of its kind"),
        (
            {"share": {"due_line_id": "(SELECT max(id) FROM due_line)"}},
            "due of its deal|account of its",
        ),
        ({"share": {"amount_fen": 101}}, "than was paid|account of its kind"),
    ],
)
def test_a_share_lies_in_the_account_and_the_deal_of_its_line(either, wrong, why):
    bad(either, "cashier", take(either, **wrong), why)


def test_a_fees_money_pays_no_line_of_the_price(either):
    deal = f"(SELECT max(id) FROM deal WHERE unit_id = {either.feed})"
    price = (
        f"(SELECT id FROM due_line WHERE deal_id = {deal} AND money <> 'late fee'"
        " AND ended_at IS NULL)"
    )
    bad(either, "cashier", take(either, share={"due_line_id": price}), "account of its kind")
    bad(either, "cashier", apply(either, due_line_id=price), "moves before it pays")


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"amount_fen": 101}, "moves before it pays"),
        ({"amount_fen": 0}, "amount"),
        ({"due_line_id": "(SELECT max(id) FROM due_line)"}, "due of its deal|before it pays"),
        ({"deal_id": "(SELECT max(id) FROM deal)"}, "due of its deal|before it pays"),
        ({"move": {"credit": "'price received'"}}, "moves before it pays"),
        ({"move": {"credit": "'forfeited'"}}, "ways of the trade"),
        ({"move": {"amount_fen": 1_001}}, "lies there"),
    ],
)
def test_what_lies_ahead_pays_what_it_moved_for(either, wrong, why):
    bad(either, "cashier", apply(either, **wrong), why)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [({"actor_id": OTHER}, ""), ({"at": PAST}, ""), ({"day": "'2020-01-01'"}, "")],
)
def test_a_server_knows_who_applies_and_when(attacked, wrong, why):
    bad(attacked, "cashier", apply(attacked, **wrong), why)


@pytest.mark.parametrize("login", ["consultant", "manager", "admin"])
def test_nobody_else_applies_what_lies_ahead(attacked, login):
    bad(attacked, login, apply(attacked), "permission denied|without the right")


def test_a_stage_is_reached_once_and_has_a_name(either):
    twice = [*reach(either)[:1], *reach(either)]
    bad(either, "manager", twice, "append-only|uq_building_stage|UNIQUE")
    bad(either, "manager", reach(either, stage="''"), "stage")
    bad(either, "manager", reach(either, building_id=99_999), "FOREIGN KEY|fk_building_stage")


@pytest.mark.parametrize("wrong", [{"actor_id": OTHER}, {"at": PAST}, {"command": "SetModeTerms"}])
def test_a_server_knows_who_saw_the_stage_reached(attacked, wrong):
    bad(
        attacked,
        "manager",
        reach(attacked, **wrong),
        "actor|time|without the right|does not do this",
    )


@pytest.mark.parametrize("login", ["consultant", "cashier", "reception"])
def test_nobody_else_records_a_stage(attacked, login):
    bad(attacked, login, reach(attacked), "permission denied|without the right")
