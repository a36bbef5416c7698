"""Notices of default forged in raw SQL, and deposits taken without one: the server refuses both."""

import pytest

from tests.attack.rawsql import ME, NOW, last, rows, told
from tests.attack.test_attack_approvals import good
from tests.attack.test_attack_changes import change
from tests.attack.test_attack_forgeries import OTHER, PAST, bad

DAY = 86_400_000_000


def notice(attacked, *, counted=True, command="NoticeDefault", **wrong):
    """A notice to the buyer of the subscribed unit, with its counter."""
    deal = f"(SELECT max(id) FROM deal WHERE unit_id = {attacked.sold})"
    written = {
        "no": 1, "number": "'CG0000001'", "deal_id": deal, "overdue": "'signing'",
        "since": "'2026-01-01'", "grace_days": 7, "last_day": "'2099-01-01'",
        "ends_at": f"{NOW} + 7 * {DAY}", "why": "'x'", "served_by": "'by hand'", "at": NOW,
        "actor_id": ME, "sheet": "'{}'",
    } | wrong  # fmt: skip
    count = [rows("counter", series="'notice'", first_no=1, next_no=2)] if counted else []
    return [*count, rows("default_notice", **written), *told(command)]


def forfeit(attacked, *, noticed=True, **wrong):
    """A request to forfeit that rests on a notice just served."""
    asked = {
        "kind": "'forfeit'", "flow_id": "(SELECT max(id) FROM flow WHERE kind = 'forfeit')",
        "command": "'ForfeitDeal'", "form": "'{}'", "subject": "'x'", "what": "'[]'",
        "changes": "'[]'", "amount_fen": 1, "below_fen": 0, "days": 0, "reason": "'x'", "asker_id": ME,
        "filed_at": NOW, "expires_at": f"{NOW} + 7 * {DAY}", "restarts_id": "NULL",
    }  # fmt: skip
    about = {
        "request_id": last("request"), "deal_id": f"(SELECT max(id) FROM deal WHERE unit_id = {attacked.sold})",
        "sign_by": "NULL", "mode_id": "NULL",
        "details": "'{\"notice\":' || coalesce((SELECT max(id) FROM default_notice), 1) || '}'",
        "asker_id": ME, "filed_at": NOW,
    } | wrong  # fmt: skip
    first = notice(attacked)[:2] if noticed else []
    asking = [rows("request", **asked), rows("change_request", **about)]
    return [
        *first,
        *asking,
        *told("NoticeDefault"),
        *told("RequestForfeit", intent="y", claimed="y"),
    ]


def test_the_good_form_is_carried_out(attacked):
    good(attacked, "manager", notice(attacked))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"no": 7}, "follow one another"),
        ({"counted": False}, "follow one another|moves with its papers"),
        ({"grace_days": 1}, "gives its grace"),
        ({"ends_at": NOW}, "gives its grace"),
        ({"since": "'2099-01-01'"}, "what is overdue"),
        ({"deal_id": last("deal")}, "live agreement"),
        ({"actor_id": OTHER}, "actor|without the right"),
        ({"at": PAST}, "guard"),
        ({"command": "Subscribe"}, "does not hold this right|does not do this"),
    ],
)
def test_a_forged_notice_is_refused(attacked, wrong, why):
    bad(attacked, "manager", notice(attacked, **wrong), why)


@pytest.mark.parametrize("login", ["consultant", "cashier", "reception", "head", "admin"])
def test_nobody_else_serves_one(attacked, login):
    bad(attacked, login, notice(attacked), "permission denied|guard")


def test_a_notice_is_lifted_only_where_it_stands_and_by_who_may(attacked):
    lift = {"notice_id": last("default_notice"), "reason": "'x'", "at": NOW, "actor_id": ME}
    served = notice(attacked)
    lifted = [rows("default_lift", **lift), *told("LiftDefault", intent="y", claimed="y")]
    good(attacked, "manager", [*served, *lifted])
    forged = rows("default_lift", **{**lift, "actor_id": OTHER})
    bad(attacked, "manager", [*served, forged, *told("LiftDefault")], "actor|without the right")
    bad(attacked, "head", lifted, "permission denied|guard")


def test_no_deposit_is_asked_for_before_the_grace_is_over(attacked):
    bad(attacked, "manager", forfeit(attacked), "grace is over")
    bad(attacked, "manager", forfeit(attacked, noticed=False), "grace is over")


def test_a_signed_change_of_another_kind_is_no_forfeit(attacked):
    bad(attacked, "head", change(attacked, kind="'forfeit'"), "grace is over|what was signed")
