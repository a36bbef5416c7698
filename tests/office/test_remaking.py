"""Units merged and split before they have a price, on a file and on a server."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from salesdesk.kernel.errors import BadEntry, MissingEntry, NotAllowedNow, NotPermitted
from salesdesk.kernel.keys import ProjectId, UnitId
from salesdesk.office.figures.queries import timeline
from salesdesk.office.figures.search import find
from salesdesk.office.figures.strip import project_strip
from salesdesk.office.inventory.claims import UnitRetired
from salesdesk.office.inventory.commands import (
    BlockUnits,
    HoldBack,
    ImportUnits,
    UnblockUnits,
    preview_import,
)
from salesdesk.office.inventory.past import board_at, board_day
from salesdesk.office.inventory.price_commands import DraftPrices, WithdrawPriceDraft
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.inventory.queries import (
    board,
    board_columns,
    projects,
    unit_card,
    unit_history,
)
from salesdesk.office.inventory.remaking import (
    AreasDiffer,
    LotStays,
    MergeUnits,
    NotNeighbours,
    NumberTaken,
    OfferedBefore,
    PricedAlready,
    SplitUnit,
    UnitPart,
)
from tests.furnished import lot_rows, rows

P = ProjectId(1)
WEST, MIDDLE, EAST = "9-1-0101", "9-1-0102", "9-1-0103"


@pytest.fixture
def bare(desks):
    """A building whose three homes a floor have areas, and no price yet."""
    plain = tuple(
        replace(row, unit_price_fen=None, inside_area=Decimal("80.00"))
        for row in rows("9栋", floors=2, per_floor=3)
    )
    desks.admin.do(ImportUnits(rows=plain, project=P, file="9"))
    desks.clock.forward(minutes=1)
    return desks


def merge(desks, *codes, number="01A", **facts):
    units = tuple(desks.unit(code) for code in codes)
    return desks.manager.do(MergeUnits(units=units, number=number, **facts))


def part(number, gross, inside=None):
    inside = None if inside is None else Decimal(inside)
    return UnitPart(number=number, gross_area=Decimal(gross), inside_area=inside)


def halves(first="01", second="02"):
    return (part(first, 100, 80), part(second, 100, 80))


def codes(desks):
    return {card.code for card in desks.manager.ask(board, P)}


def test_neighbours_become_one_with_their_areas_and_vanish_everywhere(bare):
    before = len(codes(bare))
    old = [bare.unit(WEST), bare.unit(MIDDLE)]
    made = merge(bare, WEST, MIDDLE, layout="四室两厅", reason="客户要大户型")
    card = bare.manager.ask(unit_card, made)
    assert (card.code, card.gross_area, card.inside_area) == (
        "9-1-0101A", Decimal("200.00"), Decimal("160.00"),
    )  # fmt: skip
    assert (card.layout, card.state.value, card.total_fen) == ("四室两厅", "draft", None)
    assert codes(bare) & {WEST, MIDDLE, card.code} == {card.code}
    columns = bare.manager.ask(board_columns, P)
    assert set(columns.codes) == codes(bare) and len(columns.ids) == before - 1
    assert bare.manager.ask(projects)[0].units == before - 1
    assert bare.manager.ask(timeline, P).units == before - 1
    assert sum(one.units for one in bare.manager.ask(project_strip, P).states) == before - 1
    assert not [line for line in bare.manager.ask(find, WEST) if line.title == WEST]
    (line,) = bare.manager.ask(unit_history, old[0])
    assert (line.what, line.detail, line.reason) == ("merge from", "9-1-0101A", "客户要大户型")
    (line,) = bare.manager.ask(unit_history, made)
    assert (line.what, line.detail) == ("merge into", f"{WEST}, {MIDDLE}")
    with pytest.raises(UnitRetired):
        bare.manager.do(HoldBack(units=(old[0],), reason="x"))
    with pytest.raises(UnitRetired):
        bare.manager.do(MergeUnits(units=(old[0], bare.unit(EAST)), number="03A"))


def test_one_is_split_and_both_steps_are_undone_by_the_other(bare):
    before, west = codes(bare), bare.unit(WEST)
    made = bare.manager.do(
        SplitUnit(unit=west, parts=(part("01A", "60.5", "50"), part("01B", "39.5", "30")))
    )
    assert codes(bare) == before - {WEST} | {"9-1-0101A", "9-1-0101B"}
    with pytest.raises(NumberTaken):  # it comes back as itself only
        bare.manager.do(MergeUnits(units=(made[0], made[1]), number="02"))
    assert merge(bare, "9-1-0101A", "9-1-0101B", number="01") == west
    assert codes(bare) == before
    one = merge(bare, WEST, MIDDLE, number="01C")
    with pytest.raises(NumberTaken):  # under their numbers, with their own areas
        bare.manager.do(
            SplitUnit(unit=UnitId(one), parts=(part("01", 90, 80), part("02", 110, 80)))
        )
    assert bare.manager.do(SplitUnit(unit=UnitId(one), parts=halves())) == [
        west, bare.unit(MIDDLE),
    ]  # fmt: skip
    assert codes(bare) == before
    assert [line.what for line in bare.manager.ask(unit_history, west)] == [
        "split into", "merge from", "merge into", "split from",
    ]  # fmt: skip
    bare.manager.do(HoldBack(units=(west,), reason="样板间"))
    assert bare.state(WEST) == "held back"


def test_what_comes_back_stands_where_it_stood(desks):
    """On the only floor of a core nothing else keeps the places of those that are no more."""
    low = tuple(replace(row, unit_price_fen=None) for row in rows("9栋", floors=1, per_floor=3))
    desks.admin.do(ImportUnits(rows=low, project=P, file="9"))
    desks.clock.forward(minutes=1)

    def places():
        columns = desks.manager.ask(board_columns, P)
        return dict(zip(columns.codes, columns.columns, strict=True))

    before = places()
    made = merge(desks, WEST, MIDDLE)
    desks.manager.do(SplitUnit(unit=UnitId(made), parts=(part("01", 100), part("02", 100))))
    assert places() == before
    assert merge(desks, WEST, MIDDLE) == made  # neighbours, as they were


def test_what_is_held_back_stays_held_back(bare):
    bare.manager.do(HoldBack(units=(bare.unit(WEST),), reason="领导留"))
    made = merge(bare, WEST, MIDDLE)
    assert bare.manager.ask(unit_card, made).state.value == "held back"
    back = bare.manager.do(SplitUnit(unit=UnitId(made), parts=halves()))
    assert {bare.manager.ask(unit_card, unit).state.value for unit in back} == {"held back"}


def test_what_does_not_lie_side_by_side_or_is_a_lot_is_refused(bare):
    for pair in ((WEST, EAST), (WEST, "9-1-0201")):
        with pytest.raises(NotNeighbours) as refusal:
            merge(bare, *pair)
        assert all(refusal.value.sentences())
    bare.admin.do(ImportUnits(rows=lot_rows(2), project=P, file="lots"))
    with pytest.raises(LotStays):
        merge(bare, "车库-0-B1.001", "车库-0-B1.002")
    with pytest.raises(LotStays):
        bare.manager.do(
            SplitUnit(unit=bare.unit("车库-0-B1.001"), parts=(part("1", 6), part("2", "6.5")))
        )
    assert merge(bare, WEST, MIDDLE, EAST)  # three in a row


def test_what_has_a_price_or_a_draft_of_one_or_was_more_is_refused(bare):
    with pytest.raises(NotAllowedNow):  # on offer
        merge(bare, "1-1-0201", "1-1-0202")
    bare.admin.do(ImportUnits(rows=rows("8栋", floors=1), project=P, file="8"))
    with pytest.raises(PricedAlready) as refusal:
        merge(bare, "8-1-0101", "8-1-0102")
    assert all(refusal.value.sentences())
    west = bare.unit(WEST)
    draft = bare.manager.do(
        DraftPrices(
            project=P, name="草稿", reason="x", prices=(UnitPrice(unit=west, total=200_000_000),)
        )
    )
    with pytest.raises(PricedAlready):
        bare.manager.do(SplitUnit(unit=west, parts=(part("01A", 50, 40), part("01B", 50, 40))))
    bare.manager.do(WithdrawPriceDraft(version=draft.version, reason="x"))
    bare.manager.do(BlockUnits(units=(west,), reason="查封"))
    bare.manager.do(UnblockUnits(units=(west,), reason="解封"))
    with pytest.raises(OfferedBefore):
        merge(bare, WEST, MIDDLE)


@pytest.mark.parametrize(
    ("parts", "refusal"),
    [
        ((part("01A", 60, 50), part("01B", 39, 30)), AreasDiffer),
        ((part("01A", 60, 50), part("01B", 40, 31)), AreasDiffer),
        ((part("01A", 60, 80), part("01B", 40)), BadEntry),
        ((part("01A", 60), part("01B", 40)), AreasDiffer),
        ((part("01A", 100, 80),), BadEntry),
        ((part("01A", 110, 90), part("01B", -10, -10)), BadEntry),
        ((part("01A", "60.005", 50), part("01B", "39.995", 30)), BadEntry),
        ((part("", 60, 50), part("01B", 40, 30)), MissingEntry),
        ((part("01A", 60, 50), part("01a", 40, 30)), NumberTaken),
        ((part("01A", 60, 50), part("02", 40, 30)), NumberTaken),
    ],
)
def test_parts_that_cannot_be_are_refused_one_by_one(bare, parts, refusal):
    before = codes(bare)
    with pytest.raises(refusal) as found:
        bare.manager.do(SplitUnit(unit=bare.unit(WEST), parts=parts))
    assert all(found.value.sentences()) and codes(bare) == before


def test_only_whoever_holds_the_right_does_it(bare):
    for seat in (bare.consultant, bare.cashier, bare.general):
        with pytest.raises(NotPermitted):
            seat.do(MergeUnits(units=(bare.unit(WEST), bare.unit(MIDDLE)), number="01A"))


def test_an_import_that_names_what_is_no_more_lists_it(bare):
    merge(bare, WEST, MIDDLE)
    again = rows("9栋", floors=1, per_floor=3)
    report = bare.admin.ask(preview_import, again, (), bare.manager.ask(projects)[0].name)
    assert [dict(problem.facts)["code"] for problem in report.problems] == [WEST, MIDDLE]
    assert report.changed == 1 and WEST not in report.missing_codes
    assert all(problem.remedy for problem in report.problems)


def test_the_board_of_the_past_shows_what_was_there(bare):
    before, whole = bare.clock.now, codes(bare)
    bare.clock.forward(minutes=5)
    made = merge(bare, WEST, MIDDLE)
    between = bare.clock.now
    bare.clock.forward(minutes=5)
    bare.manager.do(SplitUnit(unit=UnitId(made), parts=(part("01", 100, 80), part("02", 100, 80))))
    at = lambda moment: {card.code for card in bare.manager.ask(board_at, moment, P)}  # noqa: E731
    assert at(before) == whole
    assert at(between) == whole - {WEST, MIDDLE} | {"9-1-0101A"}
    bare.clock.forward(minutes=1)
    assert at(bare.clock.now) == whole == codes(bare)
    early = before - timedelta(minutes=2)
    assert not {code for code in at(early) if code.startswith("9-")}
    assert between in bare.manager.ask(board_day, P, bare.clock.now.date()).arrivals


@pytest.mark.parametrize(
    "statement",
    [
        (
            "INSERT INTO claim (unit_id, stage, opened_at, opened_by, reason, opening, end_reason)"
            " VALUES ({unit}, 'held back', {now}, 5, 'x', {no}, '')"
        ),
        (
            "INSERT INTO price_change (unit_id, at, actor_id, unit_price_fen, total_fen, reason)"
            " VALUES ({unit}, {now}, 5, 1, 1, 'x')"
        ),
        (
            "INSERT INTO floor_price (unit_id, at, actor_id, unit_price_fen, total_fen, reason)"
            " VALUES ({unit}, {now}, 5, 1, 1, 'x')"
        ),
        "INSERT INTO release_line (batch_id, unit_id, end_reason) VALUES (1, {unit}, '')",
        "UPDATE unit SET unit_price_fen = 1, total_fen = 1 WHERE id = {unit}",
        (
            "INSERT INTO unit_remake_line (remake_id, unit_id, side, at)"
            " SELECT 1, {other}, 'from', at FROM unit_remake WHERE id = 1"
        ),
        "UPDATE unit_remake_line SET side = 'into'",
        "DELETE FROM unit_remake",
    ],
)
def test_the_database_gives_what_is_no_more_to_nobody(bare, statement):
    unit, other = bare.unit(WEST), bare.unit("1-1-0201")
    merge(bare, WEST, MIDDLE)
    engine = bare.office.database.engine
    now = int(bare.clock.now.timestamp() * 1_000_000)
    no = "0"
    with pytest.raises(DBAPIError) as refused, engine.begin() as connection:
        connection.execute(text(statement.format(unit=unit, other=other, now=now, no=no)))
    said = str(refused.value)
    assert "guard:" in said or "permission denied" in said
