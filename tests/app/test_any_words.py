"""Whatever stands on a command line, the answer is a result, a refusal or a word on usage."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdesk.app.forms import slots_of
from salesdesk.office.catalogue import COMMANDS
from salesdesk.office.questions import QUERIES

PHONE = "13700001111"
WHO = st.sampled_from(("reception", "consultant", "cashier", "manager", "admin"))
NIGHTLY = os.environ.get("SALESDESK_NIGHTLY") == "1"
VALUES = st.one_of(
    st.sampled_from((
        "", " ", "0", "1", "-1", "1.5", "9" * 18, "9" * 5000, "1e9", "NaN", "null", "true", "[]",
        "{}", "[[[[", "[1]", "[{}]", '{"weather": 1}', '{"a": {"b": []}}', "1-1-0101", "云栖花园",
        "2026-11-24", "2026-13-45", "0001-01-01", "9999-12-31", "cash", "visit", "A", "manager",
        "\ud800", "\0", "%", "'; DROP TABLE claim; --", "=1+1", "../../etc/passwd", "王" * 3000,
        "13700001111", "SJ0000001", "yes", "商业按揭", "none", "fen", "1,2,3", ",,,", "１２",
    )),
    st.text(max_size=12),
)  # fmt: skip


GOOD = {
    "unit": "1-1-0101", "units": "1-1-0101,1-1-0102", "customer": "1", "other": "2", "phone": PHONE,
    "consultant": "consultant", "successor": "consultant", "person": "cashier", "amount": "100",
    "counted": "0", "mode": "公积金", "reason": "x", "name": "甲乙", "manner": "visit",
    "receipt": "SJ0000001", "refund": "TK0000001", "deal": "1", "follow_up": "1", "result": "约周末",
    "advice": "先讲价值", "login": "new.one", "role": "cashier", "fault": "none", "visit": "1",
    "project": "云栖花园", "number": "T-9", "text": "wang", "value": "20", "minutes": "10",
    "request": "1", "to": "2026-12-03", "buyers": "[]", "from_on": "2026-11-24", "to_on": "2026-11-25", "until": "2026-11-30",
    "level": "warn", "kind": "reservation",
    "id_number": "11010519491231002X", "building": "1栋", "phase": "1", "job": "1", "days": "1",
    "start_on": "2026-11-24", "first_on": "2026-11-01", "last_on": "2026-11-30", "on": "2026-11-24",
}  # fmt: skip


def lines_of(kinds):
    """A line that would do, with one or two of its words spoilt."""

    def words(name):
        slots = slots_of(kinds[name])
        good = {s.name: GOOD.get(s.name, "1") for s in slots if s.required or s.name in GOOD}
        bad = st.dictionaries(st.sampled_from([s.name for s in slots]), VALUES, max_size=2)
        spoilt = bad.map(lambda wrong: good | wrong) if slots else st.just({})
        return st.tuples(st.just(name), spoilt)

    return st.sampled_from(sorted(kinds)).flatmap(words)


@settings(max_examples=1500 if NIGHTLY else 120, suppress_health_check=list(HealthCheck))
@given(line_given=lines_of(COMMANDS), who=st.sampled_from(("manager", "cashier", "admin")))
def test_any_command(line, line_given, who):
    name, given_words = line_given
    code, said = line.signed(who, "do", name, *(f"{k}={v}" for k, v in given_words.items()))
    assert code in {0, 1, 2}
    if code == 1:
        assert set(said["refused"]) == {"kind", "problem", "remedy"}
        assert said["refused"]["kind"] != "Overtaken", said
    assert (code == 2) == (said is None)


@settings(max_examples=500 if NIGHTLY else 60, suppress_health_check=list(HealthCheck))
@given(line_given=lines_of(QUERIES), who=WHO)
def test_any_query(line, line_given, who):
    name, given_words = line_given
    code, said = line.signed(who, "ask", name, *(f"{k}={v}" for k, v in given_words.items()))
    assert code in {0, 1, 2}
    if code == 1:
        assert set(said["refused"]) == {"kind", "problem", "remedy"}


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(words=st.lists(st.sampled_from(("do", "ask", "--", "-", "--id", "=", "a=b", "--office", "x",
                                       "import", "paper", "--as", "HoldUnit", "board", "")),
                      max_size=6))  # fmt: skip
def test_any_words_at_all(line, words):
    code, _said = line(*words)
    assert code in {0, 1, 2}


@pytest.mark.parametrize(
    "kind", ["receipt", "agreement", "board", "register", "day_cash", "timeline"]
)
@pytest.mark.parametrize("number", ["", "x", "\ud800", "9" * 30, "2026-13-01", "../x", "-"])
def test_any_number_of_a_paper(line, tmp_path, kind, number):
    out = tmp_path / "paper.pdf"
    code, said = line.signed("manager", "paper", kind, "--out", out, "--", number)
    assert code in {0, 1, 2}
    assert out.exists() == (code == 0)
    if code == 1:
        assert said["refused"]["problem"]
