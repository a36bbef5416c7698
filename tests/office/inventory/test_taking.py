"""A price list taken in by the thousand: places, prices, histories, and what stays as it was."""

from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import select

from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.keys import ProjectId, UnitId
from salesdesk.office.inventory.commands import HoldBack, ImportUnits, ReleaseUnits, WithdrawUnits
from salesdesk.office.inventory.queries import board, unit_history
from salesdesk.office.inventory.sheets import PriceRow
from salesdesk.office.inventory.tables import PriceChange, ReleaseLine, Unit
from salesdesk.office.inventory.taking import suffix
from salesdesk.office.sales.commands import HoldUnit
from tests.furnished import permit, rows

MANY = 1_203  # more than two questions' worth


def take(desks, *given, project=1):
    return desks.admin.do(ImportUnits(rows=tuple(given), project=ProjectId(project), file="t"))


def row(floor, number, **facts):
    given = {
        "building": "9栋", "core": "1单元", "floor": floor, "number": number,
        "gross_area": Decimal("88.88"), "unit_price_fen": 1_000_000,
    }  # fmt: skip
    return PriceRow(**{**given, **facts})


def places(desks, building):
    with desks.office.database.reading() as session:
        found = session.execute(select(Unit.code, Unit.place).order_by(Unit.code))
        return {code: place for code, place in found if code.startswith(f"{building}-")}


@pytest.mark.parametrize(
    ("floor", "number", "tail"),
    [(3, "301", "01"), (3, "0301", "01"), (3, "01", "01"), (12, "1204", "04"), (-1, "101", "01"),
     (3, "A", "A"), (3, "3", "3")],
)  # fmt: skip
def test_the_end_of_a_number_says_where_on_its_floor(floor, number, tail):
    assert suffix(floor, number) == tail


def test_units_stand_in_the_order_of_their_numbers(desks):
    take(desks, row(1, "103"), row(1, "101"), row(2, "210"), row(2, "202"))
    assert places(desks, 9) == {"9-1-0101": 0, "9-1-0202": 1, "9-1-0103": 2, "9-1-0210": 3}


def test_a_unit_that_comes_later_moves_the_others_aside(desks):
    take(desks, row(1, "101"), row(1, "103"))
    before = places(desks, 1)
    report = take(desks, row(1, "101"), row(1, "102"), row(1, "103"))
    assert (report.added, report.unchanged) == (1, 2)
    assert places(desks, 9) == {"9-1-0101": 0, "9-1-0102": 1, "9-1-0103": 2}
    assert places(desks, 1) == before


def test_only_the_columns_that_differ_are_written(desks):
    take(desks, row(1, "101", layout="三室"), row(1, "102", orientation="南"), row(1, "103"))
    report = take(
        desks,
        row(1, "101", layout="两室", orientation="北"),
        row(1, "102", unit_price_fen=1_100_000),
        row(1, "103", note="样板房", gross_area=Decimal("88.9")),
    )
    assert (report.changed, report.added, report.unchanged) == (3, 0, 0)
    told = {(change.code, change.what): (change.old, change.new) for change in report.changes}
    assert told["9-1-0101", "layout"] == ("三室", "两室")
    assert told["9-1-0103", "gross_area"] == ("88.88", "88.90")
    cards = desks.units()
    assert (cards["9-1-0101"].layout, cards["9-1-0101"].orientation) == ("两室", "北")
    assert cards["9-1-0102"].orientation == "南"
    assert cards["9-1-0102"].total_fen == 97_768_000
    assert cards["9-1-0103"].note == "样板房"


def test_each_price_stands_in_the_units_history_once(desks):
    take(desks, row(1, "101"))
    take(desks, row(1, "101", layout="三室"))
    take(desks, row(1, "101", unit_price_fen=1_200_000))
    lines = desks.manager.ask(unit_history, desks.unit("9-1-0101"))
    assert [line.reason for line in lines if line.what == "price"] == ["import t"] * 2


def test_a_held_unit_keeps_its_price_and_takes_the_rest(desks):
    unit = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    dearer = tuple(replace(one, unit_price_fen=3_000_000, layout="三室") for one in rows())
    report = take(desks, *dearer)
    cards = desks.units()
    assert report.kept == 1
    assert (cards["1-1-0101"].unit_price_fen, cards["1-1-0101"].layout) == (2_000_000, "三室")
    assert cards["1-1-0102"].unit_price_fen == 3_000_000
    assert report.total_fen == sum(card.total_fen for card in cards.values())


def test_hundreds_of_units_are_released_and_withdrawn_together(desks):
    big = [row(at // 10 + 1, f"{at // 10 + 1}{at % 10 + 1:02}") for at in range(MANY)]
    take(desks, *big)
    desks.manager.do(permit(number="T-9", project=ProjectId(1), buildings=("9栋",)))
    answer = desks.manager.do(ReleaseUnits(project=ProjectId(1), building="9栋"))
    assert answer["released"] == MANY
    units = tuple(UnitId(card.id) for card in desks.manager.ask(board) if card.building == "9栋")
    assert desks.manager.do(WithdrawUnits(units=(*units, units[0]), reason="x")) >= MANY
    with desks.office.database.reading() as session:
        live = session.scalars(select(ReleaseLine.unit_id).where(ReleaseLine.ended_at.is_(None)))
        assert not set(live) & set(units)
        prices = session.scalars(select(PriceChange.unit_id)).all()
        assert len(set(prices) & set(units)) == MANY


def test_one_unknown_unit_refuses_all(desks):
    known = desks.unit("1-1-0101")
    with pytest.raises(NotFound):
        desks.manager.do(HoldBack(units=(known, UnitId(9_999)), reason="x"))
    assert desks.state("1-1-0101") == "available"
