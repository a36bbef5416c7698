"""What the hall may see: coarser than the truth, never false (R-04), and nobody's name."""

import json
from dataclasses import fields, is_dataclass
from typing import get_args, get_type_hints

import pytest
from sqlalchemy import event

from salesdesk.app.speaking import spoken
from salesdesk.kernel.errors import BadEntry, NotFound
from salesdesk.kernel.keys import ProjectId
from salesdesk.office import questions
from salesdesk.office.inventory.commands import BlockUnits, HoldBack, WithdrawUnits
from salesdesk.office.inventory.public import public_board
from salesdesk.office.inventory.rules import (
    CLAIM_STAGES,
    PRICED_FACES,
    PUBLIC_FACE,
    SOLD,
    PublicFace,
    UnitState,
)
from salesdesk.office.inventory.sheets import PublicBoard, PublicUnit
from salesdesk.office.inventory.tables import Claim
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import CancelSubscription
from salesdesk.office.staff.commands import ChangeSetting
from salesdesk.office.staff.rules import DEFAULT_RIGHTS, Role
from tests.furnished import guards_off

FIRST = "1-1-0101"
SAID = {
    "draft": "not released", "available": "available", "held back": "not released",
    "blocked": "not for sale", "on hold": "in talks", "reserved": "reserved",
    "selected": "reserved", "subscribed": "subscribed", "signed": "sold", "filed": "sold",
    "delivered": "sold", "in review": "not released",
}  # fmt: skip
"""The column "shown to the public" of the house plan, section 3."""
PUBLIC = {
    PublicBoard: {
        "project", "project_id", "projects", "as_of", "practice", "prices", "page_seconds",
        "units",
    },
    PublicUnit: {
        "code", "building", "core", "floor", "column", "number", "layout", "gross_area", "face", "kind",
        "unit_price_fen", "total_fen",
    },
}  # fmt: skip


def faces(place):
    return {unit.code: unit.face for unit in place.ask(public_board).units}


def claim(desks, unit, stage):
    """Put the unit into a stage, also one for which no command exists yet."""
    guards_off(desks.everybody().office, "claim")
    with desks.office.database.writing() as session:
        session.add(Claim(unit_id=unit, stage=stage.value, opened_at=desks.clock.now, opened_by=1))


def lies(table):
    """Give the states whose face says sold without a sale, or hides a sale as something free."""
    return {
        state
        for state in UnitState
        if (table[state] is PublicFace.SOLD) != (state in SOLD)
        or (table[state] is PublicFace.AVAILABLE and state is not UnitState.AVAILABLE)
    }


# --- the table --------------------------------------------------------------------------------------


def test_every_state_has_the_face_of_the_house_plan():
    assert {state.value: PUBLIC_FACE[state].value for state in UnitState} == SAID


def test_no_unsold_unit_is_shown_as_sold_and_no_taken_one_as_free():
    assert lies(PUBLIC_FACE) == set()
    for lie in ("held back", "on hold", "in review", "blocked"):  # the check can fail
        assert lies({**PUBLIC_FACE, UnitState(lie): PublicFace.SOLD}) == {UnitState(lie)}


@pytest.mark.parametrize("stage", sorted(CLAIM_STAGES))
def test_a_live_claim_of_every_stage_shows_its_face(desks, stage):
    claim(desks, desks.unit(FIRST), stage)
    assert desks.state(FIRST) == stage.value
    assert faces(desks.reception)[FIRST].value == SAID[stage.value]


def test_the_faces_follow_a_day_of_work(desks):
    unit, other = desks.unit(FIRST), desks.unit("1-1-0102")
    buyer = desks.customer()
    assert set(faces(desks.cashier).values()) == {PublicFace.AVAILABLE}
    desks.consultant.do(HoldUnit(unit=unit, customer=buyer))
    assert faces(desks.cashier)[FIRST] is PublicFace.IN_TALKS
    desks.cashier.do(TakeDeposit(unit=unit, amount=100))
    desks.manager.do(ApprovePrice(unit=unit))
    desks.consultant.do(Subscribe(unit=unit, mode="公积金"))
    assert faces(desks.cashier)[FIRST] is PublicFace.SUBSCRIBED
    desks.manager.do(CancelSubscription(unit=unit, fault=Fault.NONE, reason="贷款未批"))
    assert faces(desks.cashier)[FIRST] is PublicFace.NOT_RELEASED
    desks.manager.do(HoldBack(units=(other,), reason="留给样板间"))
    assert faces(desks.cashier)["1-1-0102"] is PublicFace.NOT_RELEASED
    desks.manager.do(BlockUnits(units=(other,), reason="抵押"))
    assert faces(desks.cashier)["1-1-0102"] is PublicFace.NOT_FOR_SALE
    desks.manager.do(WithdrawUnits(units=(desks.unit("1-1-0201"),)))
    assert faces(desks.cashier)["1-1-0201"] is PublicFace.NOT_RELEASED


def test_a_hold_past_its_time_is_free_although_nobody_swept(desks):
    desks.consultant.do(HoldUnit(unit=desks.unit(FIRST), customer=desks.customer()))
    desks.clock.forward(minutes=31)
    assert faces(desks.cashier)[FIRST] is PublicFace.AVAILABLE


# --- no names ---------------------------------------------------------------------------------------


def test_the_answer_has_no_place_for_anything_personal():
    seen = set()

    def walk(kind):
        for part in get_args(kind):
            walk(part)
        if is_dataclass(kind) and kind not in seen:
            seen.add(kind)
            assert {field.name for field in fields(kind)} == PUBLIC[kind]
            for hint in get_type_hints(kind).values():
                walk(hint)

    walk(get_type_hints(public_board)["return"])
    assert seen == set(PUBLIC)


def test_no_name_reason_or_time_of_a_deal_comes_through(desks):
    buyer = desks.customer("王小明", "13812345678")
    desks.consultant.do(HoldUnit(unit=desks.unit(FIRST), customer=buyer))
    desks.manager.do(HoldBack(units=(desks.unit("1-1-0102"),), reason="领导的朋友"))
    until = next(u for u in desks.units().values() if u.code == FIRST).until
    said = json.dumps(spoken(desks.reception.ask(public_board)), ensure_ascii=False)
    for secret in ("王小明", "138", "consultant one", "领导", until.isoformat(), "on hold"):
        assert secret not in said
    assert "in talks" in said


def test_customers_and_deals_are_not_even_read(desks):
    asked = []
    event.listen(
        desks.reception.office.database.engine,
        "before_cursor_execute",
        lambda _c, _k, statement, *_rest: asked.append(statement.lower()),
    )
    desks.reception.ask(public_board)
    asked = [each for each in asked if not each.startswith("select person.role")]  # may he ask?
    assert any("claim" in statement for statement in asked)
    for word in ("customer", "deal", "reason", "consultant", "journal"):
        assert not [statement for statement in asked if word in statement]


# --- prices, rights, settings -----------------------------------------------------------------------


def test_list_prices_stand_only_beside_what_is_on_offer(desks):
    for code, stage in zip(sorted(desks.units()), sorted(CLAIM_STAGES), strict=False):
        claim(desks, desks.unit(code), stage)
    units = desks.reception.ask(public_board).units
    assert {unit.face for unit in units} >= {PublicFace.SOLD, PublicFace.IN_TALKS}
    for unit in units:
        assert (unit.total_fen is not None) == (unit.face in PRICED_FACES)
    assert not PRICED_FACES & {PublicFace.SOLD, PublicFace.NOT_RELEASED}


def test_the_office_may_show_no_prices(desks):
    assert desks.reception.ask(public_board).units[0].total_fen == 200_000_000
    desks.admin.do(ChangeSetting(name="wall_prices", value="no"))
    board = desks.reception.ask(public_board)
    assert not board.prices
    assert {unit.total_fen for unit in board.units} == {None}
    assert {unit.unit_price_fen for unit in board.units} == {None}
    desks.admin.do(ChangeSetting(name="wall_prices", value="是"))
    assert desks.reception.ask(public_board).prices


@pytest.mark.parametrize(
    ("name", "value"), [("wall_prices", "maybe"), ("wall_prices", ""), ("wall_page_seconds", "4")]
)
def test_a_setting_of_the_wall_that_makes_no_sense_is_refused(desks, name, value):
    with pytest.raises(BadEntry):
        desks.admin.do(ChangeSetting(name=name, value=value))
    board = desks.admin.ask(public_board)
    assert (board.prices, board.page_seconds) == (True, 12)


def test_every_role_may_look_and_the_catalogue_knows_it(desks):
    assert questions.QUERIES["public_board"] is public_board
    assert DEFAULT_RIGHTS["public_board"] == frozenset(Role)
    for role in Role:
        assert len(getattr(desks, role.value).ask(public_board).units) == 6


def test_the_units_stand_in_the_order_of_the_house(desks):
    board = desks.reception.ask(public_board, ProjectId(1))
    assert (board.project, board.projects) == ("云栖花园", ((1, "云栖花园"),))
    assert [unit.number for unit in board.units] == ["101", "102", "201", "202", "301", "302"]
    assert board.as_of == desks.clock.now
    with pytest.raises(NotFound):
        desks.reception.ask(public_board, 99)
