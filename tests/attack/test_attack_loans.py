"""Loan cases forged in raw SQL, on a server and on a file: each is the good form with one thing wrong."""

import pytest

from tests.attack.rawsql import ME, NOW, Forger, last, rows, told
from tests.attack.test_attack_forgeries import OTHER, PAST, bad, good

CASE = last("loan_case")
TODAY = f"office_day({NOW})"


def turn(step, source, state, command, /, **wrong):
    """The next turn of the case that waits for its pay-out."""
    newest = f"(SELECT max(t.turn_no) + 1 FROM loan_turn t WHERE t.case_id = {CASE})"
    written = {
        "case_id": CASE, "turn_no": newest, "step": f"'{step}'", "source": f"'{source}'",
        "state": f"'{state}'", "happened_on": TODAY, "reason": "'x'", "reference": "''", "part": "''",
        "at": NOW, "actor_id": ME,
    } | wrong  # fmt: skip
    return [rows("loan_turn", **written), *told(command)]


def withdrawn(**wrong):
    return turn("withdraw loan", "awaiting pay-out", "withdrawn", "WithdrawLoan", **wrong)


def paid(attacked, *, amount=1_000_000, receipt=None, line=True, **wrong):
    """The pay-out with its receipt for the fund's line of the deal."""
    forger = Forger(attacked)
    deal = forger.facts(attacked.signed)[0]
    where = "l.money = 'fund loan'" if line else "l.money = 'down payment'"
    sheet = {"tenders": [{"kind": "transfer", "amount_fen": amount, "reference": ""}]}
    taken = forger.receipt(
        attacked.signed, kind="price", amount=amount, paper=sheet, tender={"kind": "'transfer'"},
        move={"kind": "'payment'", "debit": "'transfer'", "credit": "'price received'"},
        command="PayOutLoan",
    )  # fmt: skip
    key = f"(SELECT l.id FROM due_line l WHERE l.deal_id = {deal} AND l.ended_at IS NULL AND {where})"
    spent = {"receipt_id": last("receipt"), "due_line_id": key, "amount_fen": amount}
    done = turn(
        "pay out", "awaiting pay-out", "paid out", "PayOutLoan",
        **{"part": "'fund'", "paid_fen": amount, "receipt_id": receipt or last("receipt")} | wrong,
    )[:1]  # fmt: skip
    return [*taken, rows("allocation", **spent), *done]


def test_the_good_forms_are_carried_out(either):
    good(either, "consultant", withdrawn())
    good(either, "cashier", paid(either))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"turn_no": 99}, "as its table says"),
        ({"source": "'at the bank'"}, "as its table says"),
        ({"state": "'paid out'"}, "as its table says"),
        ({"state": "'refused'"}, "as its table says"),
        ({"step": "'made up'"}, "without the right|as its table says"),
        ({"reason": "''"}, "reason"),
        ({"happened_on": "'2020-01-01'"}, "follow one another"),
        ({"bank_fen": 1, "fund_fen": 1}, "approved"),
        ({"case_id": 999}, "as its table says|FOREIGN KEY|rests"),
    ],
)
def test_a_forged_turn_is_refused(either, wrong, why):
    bad(either, "consultant", withdrawn(**wrong), why)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"amount": 1_000_001}, "than was approved"),
        ({"receipt": "(SELECT min(id) FROM receipt)"}, "is a receipt for"),
        ({"line": False}, "is a receipt for"),
        ({"paid_fen": 999_999}, "is a receipt for"),
        ({"part": "'bank'"}, "than was approved"),
        ({"receipt_id": "NULL", "paid_fen": "NULL", "part": "''"}, "paid"),
    ],
)
def test_a_forged_pay_out_is_refused(either, wrong, why):
    bad(either, "cashier", paid(either, **wrong), why)


def test_a_loan_is_paid_out_once_and_taken_back_only_without_its_money(either):
    again = [*paid(either)[:-1], *turn("pay out", "paid out", "paid out", "PayOutLoan")[:1]]
    bad(either, "cashier", [*paid(either), again[-1]], "as its table says|paid")
    back = turn("take back", "paid out", "awaiting pay-out", "TakeBackPayOut")[:1]
    bad(either, "cashier", [*paid(either), *back], "void or answered")


def test_what_is_written_of_a_loan_stays(either):
    for table in ("loan_case", "loan_turn", "loan_document", "loan_check_list"):
        for statement in (f"UPDATE {table} SET actor_id = actor_id", f"DELETE FROM {table}"):
            bad(either, "manager", [statement], "append-only|permission denied")


def opened(attacked, **wrong):
    deal = f"(SELECT max(id) FROM deal WHERE unit_id = {attacked.sold})"
    written = {
        "deal_id": deal, "product": "'provident_fund'", "buyer": "'employed'", "bank": "''",
        "branch": "''", "officer": "''", "bank_fen": 0, "fund_fen": 1_000_000, "years": 30,
        "method": "'equal_instalment'", "opened_on": TODAY, "note": "''", "at": NOW, "actor_id": ME,
    } | wrong  # fmt: skip
    return [rows("loan_case", **written), *told("OpenLoanCase")]


def document(**wrong):
    written = {
        "case_id": CASE, "item": "'x'", "state": "'got'", "note": "''", "at": NOW, "actor_id": ME,
    } | wrong  # fmt: skip
    return [rows("loan_document", **written), *told("RecordLoanDocument")]


def test_the_other_good_forms_are_carried_out(attacked):
    good(attacked, "consultant", opened(attacked))
    good(attacked, "consultant", document())


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"deal_id": "(SELECT deal_id FROM loan_case)"}, "one loan case"),
        ({"deal_id": "(SELECT min(deal_id) FROM cancellation)"}, "live agreement"),
        ({"fund_fen": 999_000_000}, "due for"),
        ({"fund_fen": 0}, "parts"),
        ({"bank_fen": 1}, "parts"),
        ({"product": "'gold'"}, "product|parts|bank"),
        ({"years": 99}, "years"),
        ({"actor_id": OTHER}, "actor|without the right"),
        ({"at": PAST}, "time"),
    ],
)
def test_a_forged_case_is_refused(attacked, wrong, why):
    bad(attacked, "consultant", opened(attacked, **wrong), why)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"attachment_id": "(SELECT max(id) FROM attachment)"}, "one of its deal"),
        ({"state": "'lost'"}, "state"),
        ({"state": "'not needed'"}, "why"),
        ({"state": "'lacking'", "valid_until": TODAY}, "got"),
        ({"actor_id": OTHER}, "actor|without the right"),
    ],
)
def test_a_forged_document_is_refused(attacked, wrong, why):
    if "attachment_id" in wrong and not attacked.owner("SELECT id FROM attachment"):
        wrong = {"attachment_id": 1}
        why = "one of its deal|foreign key"
    bad(attacked, "consultant", document(**wrong), why)


@pytest.mark.parametrize("login", ["reception", "head", "admin"])
def test_nobody_else_has_to_do_with_loans(attacked, login):
    bad(attacked, login, opened(attacked), "permission denied|guard")
    bad(attacked, login, withdrawn(), "permission denied|guard")
