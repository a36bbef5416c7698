"""Changes to deals forged in raw SQL: only the last signature of a request writes one, as it was signed."""

from contextlib import contextmanager
from datetime import date, timedelta

import pytest

from tests.attack.rawsql import ME, MINUTE, NOW, Forger, last, rows, told
from tests.attack.test_attack_approvals import good, signature
from tests.attack.test_attack_forgeries import OTHER, PAST, bad


def change(attacked, *, signed=True, counted=True, command="SignRequest", **wrong):
    """The second signature of the request for a later day, and the change that it writes."""
    deal = f"(SELECT deal_id FROM change_request WHERE request_id = {attacked.change})"
    written = {
        "no": 1, "number": "'BG0000001'", "request_id": attacked.change, "deal_id": deal,
        "kind": "'extension'", "sign_by": f"'{attacked.later}'", "mode_id": "NULL",
        "details": f"(SELECT details FROM change_request WHERE request_id = {attacked.change})",
        "at": NOW, "actor_id": ME, "sheet": "'{}'",
    } | wrong  # fmt: skip
    sign = signature(attacked.change, position=2)[:1] if signed else []
    count = [rows("counter", series="'change'", first_no=1, next_no=2)] if counted else []
    return [*sign, *count, rows("deal_change", **written), *told(command)]


def test_the_good_form_is_carried_out(attacked):
    good(attacked, "head", change(attacked))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"signed": False}, "what was signed"),
        ({"sign_by": "'2030-01-01'"}, "what was signed"),
        ({"mode_id": "1"}, "what was signed"),
        ({"kind": "'names'"}, "what was signed"),
        ({"details": "'{\"buyers\":[1]}'"}, "what was signed"),
        ({"deal_id": last("deal")}, "live agreement|what was signed"),
        ({"request_id": "(SELECT min(id) FROM request)"}, "what was signed"),
        ({"no": 7}, "follow one another"),
        ({"counted": False}, "follow one another|moves with its papers"),
        ({"actor_id": OTHER}, "actor"),
        ({"at": PAST}, "guard"),
        ({"command": "Subscribe"}, "does not hold this right|does not do this"),
    ],
)
def test_a_forged_change_is_refused(attacked, wrong, why):
    bad(attacked, "head", change(attacked, **wrong), why)


@pytest.mark.parametrize("login", ["consultant", "cashier", "reception", "admin"])
def test_nobody_else_writes_one(attacked, login):
    bad(attacked, login, change(attacked, signed=False), "permission denied|guard")


def test_a_signer_cancels_nothing_without_the_signatures(attacked):
    """Who may sign may write what a signed cancellation writes, and only then."""
    forged = Forger(attacked).cancel(attacked.sold, command="SignRequest")
    bad(attacked, "head", forged, "or the signatures")


def contracted(attacked):
    """A signed and filed contract of the sold unit, by the manager, in the attack's own transaction."""
    deal, customer, consultant, *_rest, total = Forger(attacked).facts(attacked.sold)
    ends = f"UPDATE claim SET ended_at = {NOW}, ended_by = {ME}, end_reason = 'x' WHERE unit_id = {attacked.sold} AND ended_at IS NULL"
    made = []
    for stage, table, row in (
        (
            "signed",
            "contract",
            {"price_fen": total, "signed_on": "'2026-11-24'", "file_by": "'2099-01-01'"},
        ),
        ("filed", "contract_filing", {"filed_on": "'2026-11-24'"}),
    ):
        paper = {"deal_id": deal, "number": "'X1'", **row, "at": NOW, "actor_id": ME}
        claim = {
            "unit_id": attacked.sold, "stage": f"'{stage}'", "deal_id": deal, "customer_id": customer,
            "consultant_id": consultant, "opened_at": NOW, "opened_by": ME, "reason": "''",
            "opening": 0, "end_reason": "''",
        }  # fmt: skip
        made += [rows(table, **paper), ends, rows("claim", **claim)]
    return made


def struck_off(attacked, command):
    deal = Forger(attacked).facts(attacked.sold)[0]
    day = {"deal_id": deal, "cancelled_on": "'2026-11-25'", "at": NOW, "actor_id": ME}
    return [rows("filing_cancelled", **day), *told(command)]


def test_a_filing_is_struck_off_by_its_signatures_where_the_office_wants_them(attacked):
    told_of = [
        s.replace("'x'", f"'{name}'")
        for name in ("SignContract", "FileContract")
        for s in told(name)
    ]
    alone = [*contracted(attacked), *told_of, *struck_off(attacked, "CancelSubscription")]
    good(attacked, "manager", alone)
    with wanting(attacked):
        bad(attacked, "manager", alone, "by its signatures")
        agreed = Forger(attacked).cancel(attacked.sold)
        bad(attacked, "manager", agreed, "by its signatures")
    bad(attacked, "head", struck_off(attacked, "SignRequest"), "after it was made|signatures")


@contextmanager
def wanting(attacked):
    """The office wants signatures under its cancellations."""
    attacked.owner(
        "INSERT INTO setting (name, value, changed_at, changed_by)"
        " SELECT 'cancel_by_request', 'true', office_now(), min(id) FROM person"
    )
    try:
        yield
    finally:
        attacked.owner("DELETE FROM setting WHERE name = 'cancel_by_request'")


def wish(attacked, kind, *, less=100_000, days=0, amount=0, **about):
    """A request for a change to the sold unit, with what the flow's thresholds look at."""
    deal, *_rest, total = Forger(attacked).facts(attacked.sold)
    command, right = {
        "extension": ("ExtendSignBy", "RequestExtension"),
        "price": ("ChangePrice", "RequestPrice"),
    }[kind]
    asked = {
        "kind": f"'{kind}'", "flow_id": f"(SELECT max(id) FROM flow WHERE kind = '{kind}')",
        "command": f"'{command}'", "form": "'{}'", "subject": "'x'", "what": "'[]'",
        "changes": "'[]'", "amount_fen": amount, "below_fen": 0, "days": days,
        "reason": "'x'", "asker_id": ME, "filed_at": NOW,
        "expires_at": f"{NOW} + {7 * 24 * 60 * MINUTE}", "restarts_id": "NULL",
    }  # fmt: skip
    details = "{}" if kind == "extension" else f'{{"total_fen":{total - less}}}'
    row = {
        "request_id": last("request"), "deal_id": deal, "sign_by": "NULL", "mode_id": "NULL",
        "details": f"'{details}'", "asker_id": ME, "filed_at": NOW,
    } | about  # fmt: skip
    return [rows("request", **asked), rows("change_request", **row), *told(right)]


def test_a_request_counts_all_since_the_agreement(attacked):
    deal = Forger(attacked).facts(attacked.sold)[0]
    ((first,),) = attacked.owner(f"SELECT sign_by FROM agreement WHERE deal_id = {deal}")
    later = {"sign_by": f"'{date.fromisoformat(first) + timedelta(days=14)}'"}
    good(attacked, "consultant", wish(attacked, "extension", days=14, **later))
    for days in (0, 7, 13):
        bad(attacked, "consultant", wish(attacked, "extension", days=days, **later), "day first")
    bad(attacked, "consultant", wish(attacked, "extension", days=14), "day first")
    good(attacked, "consultant", wish(attacked, "price", amount=100_000))
    for amount in (0, 99_999):
        bad(attacked, "consultant", wish(attacked, "price", amount=amount), "price first")
    bad(attacked, "consultant", wish(attacked, "price", details="'{}'"), "price first")
