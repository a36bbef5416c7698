"""Attachments forged in raw SQL: nobody attaches in another's name, other bytes, or strikes out without the right."""

import hashlib

import pytest

from tests.attached_made import paper
from tests.attack.rawsql import ME, NOW, last, rows, told
from tests.attack.test_attack_approvals import good
from tests.attack.test_attack_forgeries import OTHER, PAST, bad

BYTES = paper()
SUM = hashlib.sha256(BYTES).hexdigest()


def scan(attacked, *, content=BYTES, command="AttachScan", parts=("row", "bytes"), **wrong):
    """The good form: a scan of the form of a request."""
    written = {
        "kind": "'scan'", "request_id": attacked.change, "layout": "''", "name": "'a.pdf'",
        "media": "'application/pdf'", "size": len(BYTES), "pages": 1, "width": 0, "height": 0,
        "sha256": f"'{SUM}'", "note": "''", "at": NOW, "actor_id": ME,
    } | wrong  # fmt: skip
    made = {
        "row": rows("attachment", **written),
        "bytes": rows(
            "attachment_content",
            attachment_id=last("attachment"),
            content=f"decode('{content.hex()}', 'hex')",
        ),
    }
    return [*(made[part] for part in parts), *told(command)]


def test_the_good_form_is_carried_out(attacked):
    good(attacked, "consultant", scan(attacked))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"actor_id": OTHER}, "actor"),
        ({"at": PAST}, "guard"),
        ({"content": BYTES[:-1] + b"x"}, "is its bytes"),
        ({"content": BYTES[:-1]}, "measured with"),
        ({"parts": ("row",)}, "is its bytes"),
        ({"sha256": "'" + "0" * 64 + "'"}, "is its bytes"),
        ({"size": 1}, "measured with"),
        ({"media": "'text/html'"}, "media|dots"),
        ({"request_id": "NULL"}, "place"),
        ({"unit_id": 1}, "place"),
        ({"kind": "'floor plan'"}, "kind"),
        ({"command": "Subscribe"}, "does not do this"),
        ({"command": "StrikeAttachment"}, "does not hold this right|does not do this"),
        ({"id": 99999}, "permission denied"),
    ],
)
def test_a_forged_attachment_is_refused(attacked, wrong, why):
    bad(attacked, "consultant", scan(attacked, **wrong), why)


def test_an_attachment_is_struck_out_by_whoever_may(attacked):
    struck = rows(
        "attachment_struck", attachment_id=last("attachment"), reason="'x'", at=NOW, actor_id=ME
    )
    made = scan(attacked)[:2]
    both = [*made, struck, *told("AttachScan")]
    bad(attacked, "manager", both, "does not do this")
    bad(attacked, "consultant", both, "permission denied")
    bad(attacked, "cashier", scan(attacked), "permission denied")
