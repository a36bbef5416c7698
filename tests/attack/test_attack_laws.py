"""Laws relaxed in raw SQL: nobody does it alone, and whoever signs last writes what was signed."""

import pytest

from tests.attack.rawsql import ME, NOW, rows, told
from tests.attack.test_attack_approvals import good, signature
from tests.attack.test_attack_forgeries import FUTURE, OTHER, PAST, bad

SET = "UPDATE project SET law_level = 'off' WHERE id = 1"


def relax(attacked, *, line=None, signed=True, command="SignRequest"):
    """The general manager's signature, the last, and the law that it lets stand softer."""
    put = {
        "project_id": 1, "law": "'R-01'", "level": "'off'", "ships": "'block'",
        "cites": f"(SELECT cites FROM law_request WHERE request_id = {attacked.law})",
        "reason": "'x'", "at": NOW, "actor_id": ME, "request_id": attacked.law,
    } | (line or {})  # fmt: skip
    sign = signature(attacked.law, position=2, role="'general'")[:1] if signed else []
    return [*sign, rows("law_line", **put), SET, *told(command)]


def test_the_good_form_is_carried_out(attacked):
    good(attacked, "general", relax(attacked))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"signed": False}, "as it was signed"),
        ({"line": {"request_id": "NULL"}}, "without the right"),
        ({"line": {"level": "'warn'"}}, "as it was signed"),
        ({"line": {"law": "'R-06'"}}, "as it was signed"),
        ({"line": {"ships": "'off'"}}, "as it was signed"),
        ({"line": {"cites": "'other'"}}, "as it was signed"),
        ({"line": {"request_id": 1}}, "as it was signed"),
        ({"line": {"actor_id": OTHER}}, "actor|as it was signed"),
        ({"line": {"at": PAST}}, "guard"),
        ({"line": {"at": FUTURE}}, "guard"),
    ],
)
def test_a_forged_relaxation_is_refused(attacked, wrong, why):
    bad(attacked, "general", relax(attacked, **wrong), why)


@pytest.mark.parametrize("login", ["manager", "admin"])
def test_whoever_may_set_a_law_relaxes_none_alone(attacked, login):
    alone = {"request_id": "NULL"}
    bad(
        attacked,
        login,
        relax(attacked, line=alone, signed=False, command="SetLaw"),
        "relaxes a law alone",
    )
    other = relax(attacked, signed=False, command="SetLaw")
    bad(attacked, login, other, "as it was signed")
    bad(attacked, login, [SET, *told("SetLaw")], "with its reason")
    lower = {"law": "'R-07'", "level": "'warn'", "ships": "'off'", "cites": "''"} | alone
    put = relax(attacked, line=lower, signed=False, command="SetLaw")
    bad(attacked, login, [put[0], put[-2], put[-1]], "relaxes a law alone")


def test_harder_a_law_is_set_by_whoever_may_at_once(attacked):
    harder = {
        "law": "'R-07'", "level": "'block'", "ships": "'warn'", "cites": "''", "request_id": "NULL",
    }  # fmt: skip
    put = relax(attacked, line=harder, signed=False, command="SetLaw")
    good(attacked, "manager", [put[0], *put[-2:]])
    for login in ("head", "general", "consultant"):
        assert attacked.attempt(login, [put[0], *put[-2:]]) is not None, login


def test_what_was_asked_of_laws_is_its_request_s(attacked):
    late = {
        "request_id": attacked.law, "law": "'R-06'", "project_id": 1, "level": "'off'",
        "ships": "'block'", "cites": "''", "asker_id": ME, "filed_at": NOW,
    }  # fmt: skip
    bad(attacked, "manager", [rows("law_request", **late), *told("RequestLaws")], "its request")
    for statement in ("UPDATE law_request SET level = 'warn'", "DELETE FROM law_request"):
        assert attacked.attempt("manager", [statement]) is not None


def test_no_project_begins_relaxed(attacked):
    made = {
        "name": "'x'", "company": "''", "address": "''", "phone": "''", "rounding": "'yuan'",
        "law_level": "'off'", "created_at": NOW,
    }  # fmt: skip
    bad(attacked, "manager", [rows("project", **made), *told("CreateProject")], "under the law")
