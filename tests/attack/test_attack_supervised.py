"""Lines of the bank and their matches forged in raw SQL, each with one thing wrong."""

import pytest

from tests.attack.rawsql import ME, NOW, Forger, last, rows, told
from tests.attack.test_attack_forgeries import FUTURE, OTHER, PAST, bad, good


@pytest.fixture(scope="module")
def forger(attacked):
    return Forger(attacked)


def account(**row):
    made = {
        "project_id": 1, "bank": "'x'", "number": "'6333'", "at": NOW, "actor_id": ME,
    } | row  # fmt: skip
    return [rows("supervised_account", **made), *told("RegisterAccount")]


def statement(*, added=1, lines=1, file=None, line=None):
    """A file with one line comes in."""
    made = {
        "account_id": 1, "file": "''", "headings": "'{}'", "added": added, "known": 0, "at": NOW,
        "actor_id": ME,
    } | (file or {})  # fmt: skip
    written = {
        "account_id": 1, "import_id": last("statement_import"), "day": "'2026-11-24'",
        "amount_fen": 7, "payer": "''", "note": "''",
    } | (line or {})  # fmt: skip
    told_lines = [
        rows("statement_line", **({"reference": f"'N-{number}'"} | written))
        for number in range(lines)
    ]
    return [rows("statement_import", **made), *told_lines, *told("ImportStatement")]


def match(attacked, forger, *, line=1, tender=None, again=1, **row):
    """The deposit of the unit that was signed is the first line of the bank."""
    deal = forger.facts(attacked.signed)[0]
    key = attacked.owner(
        f"SELECT t.id FROM tender t JOIN receipt r ON r.id = t.receipt_id WHERE r.deal_id = {deal}"
    )[0][0]
    made = {"line_id": line, "tender_id": tender or key, "at": NOW, "actor_id": ME} | row
    return [*[rows("statement_match", **made)] * again, *told("MatchStatement")]


def test_the_good_forms_are_carried_out(attacked, forger):
    good(attacked, "manager", account())
    good(attacked, "cashier", statement())
    good(attacked, "cashier", match(attacked, forger))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"number": "'6222'"}, "unique|UNIQUE"),
        ({"number": "''"}, "named"),
        ({"actor_id": OTHER}, "actor|without the right"),
        ({"at": PAST}, "time"),
    ],
)
def test_a_forged_account_is_refused(attacked, row, why):
    bad(attacked, "manager", account(**row), why)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"lines": 2}, "comes with its file"),
        ({"added": 0}, "comes with its file"),
        ({"line": {"import_id": 1}}, "comes with its file"),
        ({"line": {"reference": "'R-1'"}}, "unique|UNIQUE"),
        ({"line": {"amount_fen": 0}}, "told"),
        ({"file": {"actor_id": OTHER}}, "actor|without the right"),
        ({"file": {"at": FUTURE}}, "time"),
    ],
)
def test_a_forged_statement_is_refused(attacked, wrong, why):
    bad(attacked, "cashier", statement(**wrong), why)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"line": 2}, "than the bank got"),
        ({"again": 2}, "once|than the bank got"),
        ({"tender": 1}, "that stands"),  # its receipt is void
        ({"actor_id": OTHER}, "actor|without the right"),
        ({"at": PAST}, "time"),
    ],
)
def test_a_forged_match_is_refused(attacked, forger, wrong, why):
    bad(attacked, "cashier", match(attacked, forger, **wrong), why)


@pytest.mark.parametrize("login", ["reception", "consultant", "manager"])
def test_only_who_holds_the_books_takes_in_or_matches(attacked, forger, login):
    bad(attacked, login, statement(), "permission denied")
    bad(attacked, login, match(attacked, forger), "permission denied")


def test_nobody_changes_what_the_bank_told(attacked):
    change = "UPDATE statement_line SET amount_fen = 1"
    bad(attacked, "cashier", [change, *told("ImportStatement")], "permission denied")
    undone = rows("statement_unmatch", match_id=1, reason="'x'", at=NOW, actor_id=ME)
    bad(attacked, "cashier", [undone, *told("UnmatchStatement")], "permission denied|right")
