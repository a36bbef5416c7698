"""The form of a request: long names of facts and of roles stand whole, and nothing over anything."""

from datetime import UTC, datetime
from io import BytesIO

import pdfplumber
import pytest

from salesdesk.documents.request import request_pdf
from salesdesk.office.approvals.rules import Act, Mode, RequestKind, RequestState
from salesdesk.office.approvals.sheets import FactLine, RequestCard, RequestSheet, StepLine

_AT = datetime(2026, 11, 26, 8, tzinfo=UTC)
_LABELS = range(56, 160)
"""Where the names of the facts stand, in points from the left."""


def sheet(*changes):
    steps = tuple(
        StepLine(
            position=at,
            act=Act.APPROVE,
            needed=1,
            mode=Mode.ANY,
            done=0,
            roles=("head", "deputy", "manager"),
            people=(),
        )
        for at in (1, 2, 3)
    )
    card = RequestCard(
        id=8, kind=RequestKind.PRICES, command="", subject="加推", what=(), changes=changes,
        amount_fen=0, days=0, reason="年底加推", asker_id=1, asker="赵敏",
        state=RequestState.PENDING, filed_at=_AT, expires_at=_AT, days_left=7, steps=steps,
        signatures=(), at_step=1, next=(), may_sign=False, may_withdraw=False, may_restart=False,
    )  # fmt: skip
    return RequestSheet(card=card, company="云栖", zone="UTC", printed_at=_AT, practice=False)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_long_names_stand_beside_their_values_and_roles_in_their_box(language):
    kept = FactLine(name="prices kept, somebody's", value="32", form="text")
    below = FactLine(name="below the floor price", value="38788500", form="fen")
    pdf = request_pdf(sheet(kept, below), language)
    with pdfplumber.open(BytesIO(pdf)) as document:
        chars = document.pages[0].chars
        boxes = [box for box in document.pages[0].rects if 60 < box["height"] < 90]
    rows = {round(c["top"]) for c in chars if c["text"] == "¥"}
    assert rows
    facts = [c for c in chars if round(c["x0"]) in _LABELS and c["top"] < max(rows) + 20]
    names = [c for c in facts if round(c["size"], 1) == 9.5 and c["top"] > 150]
    assert names and max(c["x1"] for c in names) <= _LABELS.stop
    assert len(boxes) == 3
    for box in boxes:
        inside = [
            c for c in chars
            if box["top"] < c["top"] < box["bottom"] and box["x0"] < c["x0"] < box["x1"]
        ]  # fmt: skip
        assert inside and all(round(c["size"], 1) == 8 and c["x1"] < box["x1"] for c in inside)
