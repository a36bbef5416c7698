"""Lifecycles as tables, values as JSON, days as the office has them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.kernel.calendar import day_bounds, day_of, is_day_off
from salesdesk.kernel.errors import NotAllowedNow
from salesdesk.kernel.keys import Secret, UnitId
from salesdesk.kernel.lifecycle import Lifecycle
from salesdesk.kernel.plain import canonical, from_plain, to_plain
from salesdesk.office.inventory.rules import (
    CLAIM_STAGES,
    PUBLIC_FACE,
    SOLD,
    UNIT,
    PublicFace,
    UnitState,
)


class Light(StrEnum):
    RED = "red"
    GREEN = "green"


def test_a_table_that_contradicts_itself_is_no_table():
    with pytest.raises(ValueError, match="two rows"):
        Lifecycle(
            "l", Light.RED, [("go", {Light.RED}, Light.GREEN), ("go", {Light.RED}, Light.RED)]
        )
    with pytest.raises(ValueError, match="nothing leads to"):
        Lifecycle("l", Light.RED, [("stop", {Light.GREEN}, Light.RED)])


def test_the_units_table_has_no_dead_end_and_nothing_comes_back_on_sale_by_itself():
    for state in {step.target for step in UNIT.steps} - {UnitState.DELIVERED}:
        assert UNIT.open_to(state)
    for state in (UnitState.SUBSCRIBED, UnitState.SIGNED, UnitState.FILED):
        assert UNIT.after(state, "cancel") is UnitState.REVIEW
    assert UNIT.open_to(UnitState.DELIVERED) == {"settle area", "take payment"}
    for step in UNIT.open_to(UnitState.DELIVERED):
        assert UNIT.after(UnitState.DELIVERED, step) is UnitState.DELIVERED
    assert UNIT.after(UnitState.REVIEW, "accept back") is UnitState.HELD_BACK
    back = {step.name for step in UNIT.steps if step.target is UnitState.AVAILABLE}
    assert back == {"release", "let go"}
    with pytest.raises(NotAllowedNow) as refusal:
        UNIT.after(UnitState.REVIEW, "release", which="1-1-0101")
    assert refusal.value.facts["allowed"] == "accept back"


def test_the_public_face_never_says_sold_of_what_is_not():
    assert set(PUBLIC_FACE) == set(UnitState)
    assert {s for s, face in PUBLIC_FACE.items() if face is PublicFace.SOLD} == SOLD
    offered = {s for s, face in PUBLIC_FACE.items() if face is PublicFace.AVAILABLE}
    assert offered == {UnitState.AVAILABLE}
    assert set(UnitState) - {UnitState.DRAFT, UnitState.AVAILABLE} == CLAIM_STAGES


class Answer(TypedDict):
    at: datetime
    until: datetime | None
    day: date


@dataclass(frozen=True)
class Line:
    name: str
    light: Light
    area: Decimal
    at: datetime
    day: date | None
    parts: tuple["Line", ...] = ()
    yes: bool = True


LINES = st.recursive(
    st.builds(
        Line, st.text(), st.sampled_from(Light), st.decimals(allow_nan=False, allow_infinity=False),
        st.datetimes(timezones=st.just(UTC)), st.none() | st.dates(), yes=st.booleans(),
    ),
    lambda inner: st.builds(
        Line, st.text(), st.sampled_from(Light), st.just(Decimal(1)),
        st.datetimes(timezones=st.just(UTC)), st.none(), st.lists(inner, max_size=2).map(tuple),
    ),
    max_leaves=4,
)  # fmt: skip


@given(line=LINES)
def test_what_is_written_plain_is_read_back(line):
    assert from_plain(Line, to_plain(line)) == line


@pytest.mark.parametrize(
    ("kind", "plain"), [(int, 1.5), (int, "1"), (int, True), (UnitId, 1.0), (str, None), (str, 5)]
)
def test_a_number_or_text_that_is_none_is_never_read_as_one(kind, plain):
    with pytest.raises(TypeError):
        from_plain(kind, plain)


@pytest.mark.parametrize("plain", [15, "老带新", None, [1, 2]])
def test_what_may_be_anything_is_read_as_it_is(plain):
    assert from_plain(object, plain) == plain


def test_a_typed_dictionary_keeps_its_moments():
    answer = Answer(at=datetime(2026, 1, 1, tzinfo=UTC), until=None, day=date(2026, 1, 2))
    assert from_plain(Answer, to_plain(answer)) == answer


def test_a_secret_is_never_plain_unless_asked():
    assert to_plain({"a": [Secret("s")]}) == {"a": ["***"]}
    assert to_plain(Secret("s"), reveal=True) == "s"
    assert canonical(Secret("s")) == '"***"'
    assert "s3cret" not in repr(Secret("s3cret"))


def test_a_value_without_a_plain_form_is_a_defect():
    with pytest.raises(TypeError, match="float"):
        to_plain({"price": 1.5})


@given(moment=st.datetimes(datetime(1992, 1, 1), datetime(2050, 1, 1)))
def test_a_moment_lies_in_its_day(moment):
    moment = moment.replace(tzinfo=UTC)
    for zone in ("Asia/Shanghai", "Europe/Warsaw", "UTC"):
        first, following = day_bounds(day_of(moment, zone), zone)
        assert first <= moment < following
        assert timedelta(hours=23) <= following - first <= timedelta(hours=25)


def test_days_off_know_the_holidays_and_the_make_up_days():
    assert is_day_off(date(2026, 10, 1))
    assert is_day_off(date(2026, 11, 28))
    assert not is_day_off(date(2026, 11, 24))
