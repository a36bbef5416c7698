"""Exchanges forged in raw SQL: nothing of one is written but whole, as it was signed, by who signed last."""

import pytest

from tests.attack.rawsql import ME, MINUTE, NOW, Forger, last, rows, told
from tests.attack.test_attack_approvals import good, signature
from tests.attack.test_attack_forgeries import OTHER, PAST, bad

PAID = 5_000_000


def exchange(attacked, *, without=(), command="SignRequest", **wrong):
    """The last signature and all that it writes, in its order; ``wrong`` by the step, ``without`` steps."""
    forger = Forger(attacked)
    old, customer, consultant, project, total = forger.facts(attacked.sold)
    details = f"(SELECT details FROM change_request WHERE request_id = {attacked.swap})"
    unit, new = attacked.free, last("deal")
    made = {
        "change": {
            "no": 1, "number": "'BG0000001'", "request_id": attacked.swap, "deal_id": old,
            "kind": "'exchange'", "sign_by": "NULL", "mode_id": "NULL", "details": details,
            "at": NOW, "actor_id": ME, "sheet": "'{}'",
        },
        "deal": {
            "project_id": project, "unit_id": unit, "customer_id": customer,
            "consultant_id": consultant, "opened_at": NOW,
            "list_unit_price_fen": f"(SELECT unit_price_fen FROM unit WHERE id = {unit})",
            "list_total_fen": f"(SELECT total_fen FROM unit WHERE id = {unit})",
        },
        "exchange": {
            "deal_id": old, "new_deal_id": new, "unit_id": unit,
            "mode_id": f"(SELECT mode_id FROM agreement WHERE deal_id = {old})",
            "price_fen": total, "carried_fen": PAID, "at": NOW, "actor_id": ME,
        },
        "hold": {
            "unit_id": unit, "stage": "'on hold'", "deal_id": new, "customer_id": customer,
            "consultant_id": consultant, "opened_at": NOW, "opened_by": ME,
            "until": f"{NOW} + 30 * {MINUTE}", "reason": "''", "opening": 0, "end_reason": "''",
        },
        "out": {"amount_fen": PAID}, "into": {"amount_fen": PAID},
        "approval": {"deal_id": new, "total_fen": total, "at": NOW, "actor_id": ME, "note": "''"},
        "agreement": {
            "no": last("agreement", "no") + " + 1", "number": "'RG9'", "deal_id": new,
            "mode_id": f"(SELECT mode_id FROM agreement WHERE deal_id = {old})",
            "price_fen": total, "deposit_fen": PAID, "at": NOW, "actor_id": ME,
            "sign_by": "'2099-01-01'", "sheet": "'{}'",
        },
        "claim": {
            "unit_id": unit, "stage": "'subscribed'", "deal_id": new, "customer_id": customer,
            "consultant_id": consultant, "opened_at": NOW, "opened_by": ME, "reason": "''",
            "opening": 0, "end_reason": "''",
        },
        "review": {
            "unit_id": attacked.sold, "stage": "'in review'", "deal_id": old,
            "customer_id": customer, "consultant_id": consultant, "opened_at": NOW,
            "opened_by": ME, "reason": "'x'", "opening": 0, "end_reason": "''",
        },
    }  # fmt: skip
    for step, columns in wrong.items():
        made[step] |= columns
    held, over = "'deposits held'", "'carried over'"
    ends = f"SET ended_at = {NOW}, ended_by = {ME}, end_reason = 'x' WHERE ended_at IS NULL AND"
    done = {
        "signature": signature(attacked.swap, position=2)[:1],
        "change": [
            rows("counter", series="'change'", first_no=1, next_no=2),
            rows("deal_change", **made["change"]),
        ],
        "deal": [rows("deal", **made["deal"])],
        "exchange": [rows("unit_exchange", **made["exchange"])],
        "hold": [rows("claim", **made["hold"])],
        "out": [forger.movement(old, held, over, PAID, "carried out", wrong=made["out"])],
        "into": [forger.movement(new, over, held, PAID, "carried in", wrong=made["into"])],
        "approval": [rows("price_approval", **made["approval"])],
        "agreement": [
            "UPDATE counter SET next_no = next_no + 1 WHERE series = 'agreement'",
            rows("agreement", **made["agreement"]),
        ],
        "claim": [f"UPDATE claim {ends} unit_id = {unit}", rows("claim", **made["claim"])],
        "release": [f"UPDATE release_line {ends} unit_id = {attacked.sold}"],
        "review": [
            f"UPDATE claim {ends} unit_id = {attacked.sold}", rows("claim", **made["review"]),
        ],
    }  # fmt: skip
    kept = [
        statement for step, parts in done.items() if step not in without for statement in parts
    ]
    return [*kept, *told(command)]


def test_the_good_form_is_carried_out(attacked):
    good(attacked, "head", exchange(attacked))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"exchange": {"price_fen": 1}}, "by its signatures"),
        ({"exchange": {"unit_id": 1}}, "by its signatures"),
        ({"exchange": {"mode_id": 1}}, "by its signatures"),
        ({"exchange": {"carried_fen": PAID - 1}}, "all the money"),
        ({"exchange": {"actor_id": OTHER}}, "actor|by its signatures"),
        ({"exchange": {"at": PAST}}, "guard"),
        ({"change": {"details": "'{}'"}}, "what was signed"),
        ({"deal": {"list_total_fen": 300_000_000}}, "at the list price"),
        ({"deal": {"opened_at": PAST}}, "goes on as his next"),
        ({"deal": {"customer_id": "(SELECT max(id) FROM customer)"}}, "goes on as his next"),
        ({"out": {"amount_fen": PAID - 1}}, "guard"),
        ({"out": {"amount_fen": PAID + 1}}, "than lies there|by its exchange"),
        ({"out": {"credit": "'cash'"}}, "ways of the trade"),
        ({"into": {"amount_fen": PAID + 1}}, "arrives in the other"),
        ({"into": {"amount_fen": PAID - 1}}, "guard"),
        ({"into": {"credit": "'price received'"}}, "rests on its deposit"),
        ({"approval": {"total_fen": 100_000_000}}, "or the signatures"),
        ({"agreement": {"mode_id": 1}}, "as it was signed"),
        ({"agreement": {"deposit_fen": 1}}, "rests on its deposit"),
        ({"claim": {"stage": "'signed'"}}, "without the right"),
        ({"review": {"stage": "'held back'"}}, "guard"),
    ],
)
def test_a_forged_exchange_is_refused(attacked, wrong, why):
    bad(attacked, "head", exchange(attacked, **wrong), why)


@pytest.mark.parametrize(
    ("without", "why"),
    [
        (("signature",), "what was signed"),
        (("change",), "by its signatures"),
        (("exchange",), "guard"),
        (("out", "into"), "guard"),
        (("into",), "guard"),
        (("out",), "arrives in the other"),
        (("claim",), "sale goes on"),
        (("agreement",), "without its agreement"),
        (("review",), "an exchange is whole"),
        (("review", "release"), "an exchange is whole"),
        (("hold", "claim", "agreement", "approval", "out", "into", "release", "review"), "is whole"),
        (("deal", "exchange", "hold", "claim", "agreement", "approval", "out", "into", "release",
          "review"), "is whole"),
    ],
)  # fmt: skip
def test_half_an_exchange_is_refused(attacked, without, why):
    bad(attacked, "head", exchange(attacked, without=without), why)


def test_a_signer_writes_nothing_of_an_exchange_by_itself(attacked):
    """Who may sign may write what a signed exchange writes, and only then."""
    forger = Forger(attacked)
    for statements, why in (
        (forger.hold(attacked.free, command="SignRequest"), "by an exchange only"),
        (forger.end(attacked.held, command="SignRequest"), "by an exchange only"),
        (
            [
                forger.movement(
                    forger.facts(attacked.sold)[0], "'deposits held'", "'carried over'", 1,
                    "carried out",
                ),
                *told("SignRequest"),
            ],
            "by its exchange",
        ),
    ):  # fmt: skip
        bad(attacked, "head", statements, why)


@pytest.mark.parametrize("login", ["consultant", "cashier", "reception", "admin", "manager"])
def test_nobody_else_exchanges(attacked, login):
    bad(attacked, login, exchange(attacked, without=("signature",)), "permission denied|guard")
