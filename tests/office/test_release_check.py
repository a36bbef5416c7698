"""The check list of a release says beforehand what the release would say, unit by unit."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.errors import NotFound, NotPermitted, UserError
from salesdesk.kernel.keys import ProjectId, UnitId
from salesdesk.office.inventory.commands import (
    BatchNameTaken,
    HoldBack,
    ImportUnits,
    ReleaseUnits,
    WithdrawUnits,
)
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.price_commands import DraftPrices
from salesdesk.office.inventory.price_law import AboveFiled
from salesdesk.office.inventory.price_limits import SetFiledPrices
from salesdesk.office.inventory.release_check import (
    Finding,
    HeldBackStay,
    NothingToRelease,
    Point,
    ReleaseWithoutPrice,
    release_check,
)
from salesdesk.office.inventory.rules import LawLevel
from tests.furnished import permit as permit_of
from tests.furnished import put_law, rows

P = ProjectId(1)


def second(desks, *, price=2_000_000, permit=True):
    """A second building of two units, not on offer."""
    made = rows("2栋", floors=1, price=price)
    desks.admin.do(ImportUnits(rows=made, project=P, file="t"))
    if permit:
        desks.manager.do(permit_of(number="T-002", project=P, buildings=("2栋",)))
    return tuple(UnitId(card.id) for code, card in desks.units().items() if code.startswith("2"))


def points(desks, **wanted):
    return {point.point: point for point in desks.manager.ask(release_check, **wanted).points}


def test_everything_stands(desks):
    units = second(desks)
    check = desks.manager.ask(release_check, units=units)
    assert (check.units, check.released, check.total_fen) == (2, 2, 400_000_000)
    assert not check.stopped
    found = {point.point: point.finding for point in check.points}
    assert found == dict.fromkeys(Point, Finding.GOOD) | {Point.NOT_FILED: Finding.WARN}
    desks.manager.do(ReleaseUnits(units=units))


def test_units_that_cannot_take_the_step_are_named(desks):
    units = (*second(desks), desks.unit("1-1-0101"))
    line = points(desks, units=units)[Point.STATE]
    assert (line.finding, line.units) == (Finding.STOP, ("1-1-0101",))
    assert "1-1-0101" not in points(desks, project=P)[Point.STATE].units


def test_a_release_with_units_without_a_price_is_refused_whole_and_names_them(desks):
    priced = second(desks)
    bare = tuple(replace(row, unit_price_fen=None) for row in rows("2栋", floors=2)[2:])
    desks.admin.do(ImportUnits(rows=bare, project=P, file="t"))
    without = [card for card in desks.units().values() if card.total_fen is None]
    units = (*priced, *(UnitId(card.id) for card in without))
    line = points(desks, units=units)[Point.PRICE]
    assert (line.finding, line.units) == (Finding.STOP, ("2-1-0201", "2-1-0202"))
    with pytest.raises(ReleaseWithoutPrice) as refusal:
        desks.manager.do(ReleaseUnits(units=units))
    assert refusal.value.facts["units"] == "2-1-0201, 2-1-0202"
    assert desks.state("2-1-0101") == "draft"
    assert desks.manager.ask(release_check, building="2栋").released == 2


@pytest.mark.parametrize(
    ("level", "finding"),
    [(LawLevel.BLOCK, Finding.STOP), (LawLevel.WARN, Finding.WARN), (LawLevel.OFF, Finding.OFF)],
)
def test_a_building_without_a_permit_is_named_as_hard_as_the_pack_stands(desks, level, finding):
    units = second(desks, permit=False)
    put_law(desks, Law.PERMIT, level)
    line = points(desks, units=units)[Point.PERMIT]
    assert line.finding is finding
    if finding is not Finding.OFF:
        assert (line.names, line.units) == (("2栋",), ("2-1-0101", "2-1-0102"))


def test_a_price_above_the_filed_one_stops_the_check_and_the_release(desks):
    units = second(desks)
    desks.manager.do(SetFiledPrices(reference="备案", project=P))
    put_law(desks, Law.FILED_PRICE, LawLevel.OFF)
    second(desks, price=2_100_000, permit=False)
    assert points(desks, units=units)[Point.FILED].finding is Finding.OFF
    put_law(desks, Law.FILED_PRICE, LawLevel.BLOCK)
    line = points(desks, units=units)[Point.FILED]
    assert (line.finding, line.units) == (Finding.STOP, ("2-1-0101", "2-1-0102"))
    with pytest.raises(AboveFiled):
        desks.manager.do(ReleaseUnits(units=units))
    put_law(desks, Law.FILED_PRICE, LawLevel.WARN)
    assert points(desks, units=units)[Point.FILED].finding is Finding.WARN
    desks.manager.do(ReleaseUnits(units=units))


def test_a_drafted_version_of_these_units_is_named(desks):
    units = second(desks)
    desks.manager.do(DraftPrices(name="一次调价", reason="x", percent=Decimal(-1), project=P))
    line = points(desks, units=units)[Point.VERSION]
    assert (line.finding, line.names) == (Finding.WARN, ("一次调价",))
    assert line.units == ("2-1-0101", "2-1-0102")


def test_two_batches_of_a_project_have_not_one_name(desks):
    first, second_ = second(desks)
    desks.manager.do(ReleaseUnits(units=(first,), name="首批"))
    with pytest.raises(BatchNameTaken):
        desks.manager.do(ReleaseUnits(units=(second_,), name=" 首批 "))
    for name in ("", "二批"):
        desks.manager.do(ReleaseUnits(units=(second_,), name=name))
        desks.manager.do(WithdrawUnits(units=(second_,)))
    statement = (
        "INSERT INTO release_batch (project_id, name, at, actor_id) VALUES (1, '首批', 1,"
        f" {desks.manager.person.id})"
    )
    with desks.office.database.engine.connect() as connection:
        with pytest.raises(IntegrityError, match="guard: a batch has its own name"):
            connection.exec_driver_sql(statement)
        connection.rollback()


def test_units_that_would_stay_unpublished_are_named(desks):
    units = second(desks, permit=False)
    issued = day_of(desks.clock.now) - timedelta(days=11)
    desks.manager.do(permit_of(number="T-003", project=P, buildings=("2栋",), issued_on=issued))
    line = points(desks, units=units[:1])[Point.PUBLISHED]
    assert (line.finding, line.units, line.names) == (Finding.WARN, ("2-1-0102",), ("T-003",))
    assert points(desks, units=units)[Point.PUBLISHED].finding is Finding.GOOD
    put_law(desks, Law.PUBLISH_ALL, LawLevel.BLOCK)
    assert desks.manager.ask(release_check, units=units[:1]).stopped
    with pytest.raises(UserError, match="R-07"):
        desks.manager.do(ReleaseUnits(units=units[:1]))


def test_nothing_to_release_has_no_points(desks):
    assert desks.manager.ask(release_check).points == ()
    assert desks.manager.ask(release_check).units == 0


def test_a_building_that_is_not_there_or_has_nothing_to_release_is_said_so(desks):
    with pytest.raises(NotFound, match="building '99栋'"):
        desks.manager.do(ReleaseUnits(project=P, building="99栋"))
    with pytest.raises(NothingToRelease):  # all of it is on offer
        desks.manager.do(ReleaseUnits(project=P, building="1栋"))


def test_units_without_a_price_stop_a_building_s_release_until_they_are_left_out_by_word(desks):
    second(desks)
    bare = tuple(replace(one, unit_price_fen=None) for one in rows("2栋", floors=2)[2:])
    desks.admin.do(ImportUnits(rows=bare, project=P, file="bare"))
    codes, wish = ("2-1-0201", "2-1-0202"), {"project": P, "building": "2栋"}
    check = desks.manager.ask(release_check, **wish)
    (line,) = (point for point in check.points if point.point is Point.PRICE)
    assert (line.finding, line.units, check.stopped) == (Finding.STOP, codes, True)
    with pytest.raises(ReleaseWithoutPrice) as refusal:
        desks.manager.do(ReleaseUnits(**wish))
    assert refusal.value.facts == {"count": 2, "units": ", ".join(codes)}
    assert desks.state("2-1-0101") == "draft"
    check = desks.manager.ask(release_check, leave_unpriced=True, **wish)
    assert (check.released, check.stopped) == (2, False)
    assert codes in [point.units for point in check.points if point.finding is Finding.WARN]
    answer = desks.manager.do(ReleaseUnits(leave_unpriced=True, **wish))
    assert (answer["released"], answer["left_unpriced"]) == (2, list(codes))
    with pytest.raises(NothingToRelease):
        desks.manager.do(ReleaseUnits(leave_unpriced=True, **wish))
    with pytest.raises(ReleaseWithoutPrice):
        desks.manager.do(ReleaseUnits(**wish))


def test_held_back_units_stay_so_until_they_are_named(desks):
    back, gone = desks.unit("1-1-0101"), desks.unit("1-1-0102")
    desks.manager.do(HoldBack(units=(back,), reason="x"))
    with pytest.raises(HeldBackStay) as refusal:
        desks.manager.do(ReleaseUnits(project=P, building="1栋"))
    assert refusal.value.facts["count"] == 1
    (line,) = desks.manager.ask(release_check).points
    assert (line.point, line.finding, line.units) == (Point.HELD_BACK, Finding.WARN, ("1-1-0101",))
    desks.manager.do(WithdrawUnits(units=(gone,)))
    check = desks.manager.ask(release_check)
    assert (check.released, check.stopped) == (1, False)
    answer = desks.manager.do(ReleaseUnits(project=P))
    assert (answer["released"], answer["stay_held_back"]) == (1, 1)
    assert (desks.state("1-1-0101"), desks.state("1-1-0102")) == ("held back", "available")
    assert points(desks, units=(back,))[Point.HELD_BACK].units == ("1-1-0101",)
    answer = desks.manager.do(ReleaseUnits(units=(back,)))
    assert (answer["released"], answer["stay_held_back"]) == (1, 0)
    assert desks.state("1-1-0101") == "available"
    with pytest.raises(NotPermitted):
        desks.consultant.ask(release_check)


def test_a_release_goes_by_layout_and_floor(desks):
    """The same filters as in the window, for scripts: both hold, and one of which there is none is refused."""
    made = tuple(
        replace(row, layout="三室" if row.number.endswith("1") else "两室")
        for row in rows(building="5栋", floors=3)
    )
    desks.admin.do(ImportUnits(rows=made, project=ProjectId(1)))
    desks.manager.do(permit_of(number="T-5", buildings=("5栋",)))
    for wrong in ({"layouts": ("九室",)}, {"floors": (99,)}):
        with pytest.raises(NotFound):
            desks.manager.do(ReleaseUnits(building="5栋", **wrong))
    answer = desks.manager.do(ReleaseUnits(building="5栋", layouts=("三室",), floors=(2, 3)))
    assert answer["released"] == 2
    states = {code: card.state.value for code, card in desks.units().items() if code[0] == "5"}
    assert {code for code, state in states.items() if state == "available"} == {
        "5-1-0201",
        "5-1-0301",
    }
