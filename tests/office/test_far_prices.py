"""Prices far from their neighbours' are asked about, and a list never drops what somebody has."""

from dataclasses import replace

import pytest

from salesdesk.kernel.keys import Fen, PriceVersionId, ProjectId, UnitId
from salesdesk.office.inventory.commands import ImportRefused, ImportUnits, preview_import
from salesdesk.office.inventory.price_commands import DraftPrices, EffectPrices
from salesdesk.office.inventory.price_far import PriceFarFromList, PriceFarOff, PricesFarOff
from salesdesk.office.inventory.price_requesting import RequestPrices
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.inventory.queries import board
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.granting import RequestDiscount
from salesdesk.office.sales.price_check import ApprovePrice
from tests.furnished import lot_rows, rows

CODE = "1-1-0101"


@pytest.fixture
def held(desks):
    unit = desks.unit(CODE)
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    return unit


def listed(desks, code=CODE):
    return next(card.total_fen for card in desks.manager.ask(board) if card.code == code)


def test_a_discount_far_below_the_list_price_is_asked_about(desks, held):
    low = Fen(listed(desks) // 2 - 100)
    for command in (ApprovePrice, RequestDiscount):
        seat, more = (
            (desks.manager, {})
            if command is ApprovePrice
            else (desks.consultant, {"reason": "清盘"})
        )
        with pytest.raises(PriceFarFromList):
            seat.do(command(unit=held, total=low, **more))
    assert desks.consultant.do(
        RequestDiscount(unit=held, total=low, reason="清盘", confirmed=True)
    )
    assert desks.manager.do(ApprovePrice(unit=held, total=low, confirmed=True))["total_fen"] == low
    assert desks.manager.do(ApprovePrice(unit=held, total=Fen(low + 200)))  # just half of it


def test_a_version_with_a_price_far_off_is_asked_about(desks):
    card = next(card for card in desks.manager.ask(board) if card.code == CODE)
    odd = UnitPrice(unit=UnitId(card.id), total=Fen(card.total_fen * 3))
    report = desks.manager.do(DraftPrices(name="错价", reason="试", prices=(odd,)))
    version = PriceVersionId(report.version)
    for wish in (EffectPrices(version=version), RequestPrices(version=version, reason="调价")):
        with pytest.raises(PricesFarOff) as refusal:
            desks.manager.do(wish)
        assert (refusal.value.facts["count"], refusal.value.facts["unit"]) == (1, CODE)
    assert listed(desks) == card.total_fen
    assert desks.manager.do(EffectPrices(version=version, meant=True)).changed == 1


def test_a_unit_that_was_always_far_from_its_neighbours_is_compared_with_them(desks):
    """What a cheap version left cheap is still far off when somebody takes it at its list price."""
    card = next(card for card in desks.manager.ask(board) if card.code == CODE)
    odd = UnitPrice(unit=UnitId(card.id), total=Fen(card.total_fen // 4))
    report = desks.manager.do(DraftPrices(name="低价", reason="试", prices=(odd,)))
    desks.manager.do(EffectPrices(version=PriceVersionId(report.version), meant=True))
    desks.consultant.do(HoldUnit(unit=UnitId(card.id), customer=desks.customer()))
    with pytest.raises(PriceFarOff) as refusal:
        desks.manager.do(ApprovePrice(unit=UnitId(card.id)))
    assert refusal.value.facts["percent"] == "25.0"


def test_the_dry_run_warns_of_each_line_far_off(desks):
    given = rows(price=2_100_000)
    odd = replace(given[0], unit_price_fen=210_000, line=7)
    report = desks.manager.ask(preview_import, (odd, *given[1:]), (), "云栖花园")
    named = desks.manager.ask(board)
    assert report.problems == () and len(report.warnings) == 1, (report.warnings, len(named))
    (warning,) = report.warnings
    assert warning.line == 7 and dict(warning.facts)["code"] == CODE


def test_a_list_that_drops_what_is_held_is_refused_unless_it_is_partial(desks, held):
    del held
    short = tuple(row for row in rows(price=2_100_000) if row.number != "101")
    take = {"rows": short, "project": ProjectId(1), "file": "t.xlsx"}
    before = desks.manager.ask(board)
    with pytest.raises(ImportRefused, match=CODE):
        desks.admin.do(ImportUnits(**take))
    assert desks.manager.ask(board) == before
    assert len(desks.manager.ask(preview_import, short, (), "云栖花园").problems) == 1
    assert desks.manager.ask(preview_import, short, (), "云栖花园", partial=True).problems == ()
    assert desks.admin.do(ImportUnits(**take, partial=True)).changed == len(short)
    assert listed(desks) == next(c.total_fen for c in before if c.code == CODE)


def test_a_new_building_and_lots_alone_are_no_dropped_units(desks, held):
    del held
    more = rows(building="2栋")
    assert desks.admin.do(ImportUnits(rows=more, project=ProjectId(1))).added == len(more)
    lots = tuple(replace(row, building="1栋") for row in lot_rows())
    assert desks.admin.do(ImportUnits(rows=lots, project=ProjectId(1))).added == len(lots)
    free = tuple(row for row in rows(price=2_100_000) if row.number != "301")
    assert desks.admin.do(ImportUnits(rows=free, project=ProjectId(1))).missing == 1
