"""Who is posted to some projects forges nothing of another in raw SQL, nor another posting."""

import pytest

from tests.attack.rawsql import ME, NOW, Forger, rows, told
from tests.attack.test_attack_forgeries import bad, good


def elsewhere(login, *, project=None):
    """The administrator posts somebody to a project that is not the one of the attacks."""
    who = f"(SELECT id FROM person WHERE login = '{login}')"
    other = project or "(SELECT max(id) FROM project)"
    return [
        rows("posting", person_id=who, project_id=other, at=NOW, actor_id=ME),
        *told("PostPerson"),
    ]


def test_the_administrator_posts_and_nobody_else(attacked):
    good(attacked, "admin", elsewhere("cashier"))
    for login in ("manager", "consultant", "cashier", "general"):
        bad(attacked, login, elsewhere("cashier"), "permission denied")


@pytest.mark.parametrize(("login", "what"), [("consultant", "hold"), ("cashier", "receipt")])
def test_what_is_good_is_refused_in_another_project(attacked, login, what):
    """The same form that passes is refused once its writer is posted elsewhere."""
    forger = Forger(attacked)
    form = forger.hold(attacked.free) if what == "hold" else forger.receipt(attacked.paid)
    good(attacked, login, form)
    made = (
        "INSERT INTO salesdesk.project (name, company, address, phone, rounding, law_level, created_at)"
        f" VALUES ('{login}', '', '', '', 'yuan', 'block', 1) RETURNING id"
    )
    ((other,),) = attacked.owner(made)
    ((posting,),) = attacked.owner(
        "INSERT INTO salesdesk.posting (person_id, project_id, at, actor_id)"
        f" SELECT p.id, {other}, 1, a.id FROM salesdesk.person p, salesdesk.person a"
        f" WHERE p.login = '{login}' AND a.login = 'admin' RETURNING id"
    )
    try:
        bad(attacked, login, form, "is not his")
    finally:
        attacked.owner(
            f"UPDATE salesdesk.posting SET ended_at = 2, ended_by = 1 WHERE id = {posting}"
            " RETURNING id"
        )
    good(attacked, login, form)
