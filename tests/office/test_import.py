"""A price list meets the office: whole or not at all, and what is held or sold keeps its price."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from salesdesk.kernel.errors import BadEntry, NotFound, NotPermitted, UserError
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.figures.audit import counts
from salesdesk.office.figures.search import find
from salesdesk.office.inventory.commands import (
    CreateProject,
    EditProject,
    HoldBack,
    ImportRefused,
    ImportUnits,
    NothingToImport,
    ProjectExists,
    ReleaseUnits,
    preview_import,
)
from salesdesk.office.inventory.law import NoPermit
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.permit_queries import permits
from salesdesk.office.inventory.permitting import PermitExists
from salesdesk.office.inventory.printed import board_sheet
from salesdesk.office.inventory.queries import board, board_columns, projects, unit_history
from salesdesk.office.inventory.release_check import ReleaseWithoutPrice
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.inventory.sheets import GridPrice
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.till import TakeDeposit
from tests.furnished import permit, put_law, rows

DEARER = rows(price=2_100_000)


def take(desks, given, **more):
    return desks.admin.do(ImportUnits(rows=given, project=ProjectId(1), file="list.xlsx", **more))


def test_what_is_held_back_from_nobody_changes_and_what_is_held_or_sold_does_not(desks):
    held, sold, kept = (desks.unit(f"1-1-010{n}") for n in (1, 2)), desks.unit("1-1-0201"), None
    first, second = held
    for unit, phone in ((first, "13900000001"), (second, "13900000002")):
        desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer("客", phone)))
    desks.cashier.do(TakeDeposit(unit=second, amount=100))
    desks.manager.do(ApprovePrice(unit=second))
    desks.consultant.do(Subscribe(unit=second, mode="公积金"))
    desks.manager.do(HoldBack(units=(sold,), reason="x"))
    report = take(desks, DEARER)
    assert kept is None
    assert (report.changed, report.kept, report.unchanged, report.added) == (4, 2, 2, 0)
    frozen = {change.code for change in report.changes if change.frozen}
    assert frozen == {"1-1-0101", "1-1-0102"}
    totals = {code: card.total_fen for code, card in desks.units().items()}
    assert {c for c, total in totals.items() if total == 200_000_000} == frozen
    assert report.total_fen == sum(totals.values())
    again = take(desks, DEARER)  # the two are still frozen, everything else as the file says
    assert (again.changed, again.kept, again.unchanged) == (0, 2, 6)


def test_a_list_makes_no_other_unit_of_what_somebody_holds(desks):
    unit = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    before = desks.units()["1-1-0101"]
    other = [
        replace(row, gross_area=Decimal("50.00"), layout="车位", use="车位", orientation="北")
        for row in rows()[:1]
    ]
    report = take(desks, tuple(other))
    assert report.kept == 1
    assert {change.what for change in report.changes if change.frozen} >= {"gross_area", "use"}
    after = desks.units()["1-1-0101"]
    assert (after.gross_area, after.use) == (before.gross_area, before.use)
    assert (after.layout, after.orientation) == ("车位", "北")  # nothing was said of them before
    assert not take(desks, (replace(other[0], layout="三室"),)).changed


def test_a_hold_that_lapsed_freezes_nothing(desks):
    unit = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.clock.forward(hours=1)  # nobody has swept yet
    assert desks.state("1-1-0101") == "available"
    report = take(desks, DEARER)
    assert (report.changed, report.kept) == (6, 0)


def test_a_preview_is_what_the_import_then_does_and_changes_nothing(desks):
    given = (*DEARER[:4], *rows("2栋", floors=1))
    before = desks.manager.ask(counts)
    told = desks.admin.ask(preview_import, given, (), "云栖花园")
    assert desks.manager.ask(counts) == before
    done = take(desks, given)
    for name in (
        "rows",
        "units",
        "added",
        "changed",
        "unchanged",
        "missing",
        "total_fen",
        "changes",
    ):
        assert getattr(told, name) == getattr(done, name), name
    assert (done.added, done.changed, done.missing_codes) == (2, 4, ("1-1-0301", "1-1-0302"))
    assert told.added_codes == ("2-1-0101", "2-1-0102")
    assert desks.units()["1-1-0301"].total_fen == 200_000_000  # missing is not removed


def test_a_price_has_a_history(desks):
    take(desks, DEARER)
    lines = [
        x for x in desks.manager.ask(unit_history, desks.unit("1-1-0101")) if x.what == "price"
    ]
    assert [line.detail.split(" ")[0] for line in lines] == ["2,100,000.00", "2,000,000.00"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"floor": 1, "number": "101"},  # the same unit again
        {"gross_area": Decimal(0)},
        {"gross_area": Decimal(-1)},
        {"unit_price_fen": 0},
        {"unit_price_fen": -5, "total_fen": -5},
        {"number": ""},
        {"building": "王\ud842"},
    ],
)
def test_one_wrong_row_and_nothing_is_imported(desks, wrong):
    given = (*DEARER[:5], replace(DEARER[5], **wrong))
    before = desks.manager.ask(board)
    with pytest.raises(UserError) as refusal:
        take(desks, given)
    assert all(refusal.value.sentences())
    assert desks.manager.ask(board) == before


def test_a_unit_twice_is_named_by_its_row(desks):
    twice = replace(DEARER[0], line=17, sheet="S")
    told = desks.admin.ask(preview_import, (DEARER[0], twice), (), "云栖花园")
    assert [(p.sheet, p.line, dict(p.facts)) for p in told.problems] == [
        ("S", 17, {"code": "1-1-0101"})
    ]
    with pytest.raises(ImportRefused) as refusal:
        take(desks, (DEARER[0], twice))
    assert "1-1-0101" in refusal.value.sentences()[0]


def test_a_grid_prices_what_the_office_knows_and_nothing_else(desks):
    cell = GridPrice(building="1栋", core="1单元", floor=1, number="101", total_fen=210_000_000)
    report = take(desks, (), grid=(cell,))
    assert (report.changed, report.changes[0].difference_fen) == (1, 10_000_000)
    assert desks.units()["1-1-0101"].unit_price_fen == 2_100_000
    with pytest.raises(ImportRefused):
        take(desks, (), grid=(replace(cell, floor=44, number="4401"),))


def test_cores_stand_in_the_order_of_their_numbers_not_of_their_signs(desks):
    names = ("三单元", "二单元", "十单元", "四单元", "一单元")  # by sign 一 三 二 四 十
    given = tuple(replace(row, core=name) for name in names for row in rows(floors=1, per_floor=1))
    desks.admin.do(ImportUnits(rows=given, project_name="四季名苑", file="list.xlsx"))
    project = next(card.id for card in desks.admin.ask(projects) if card.name == "四季名苑")
    order = ("一单元", "二单元", "三单元", "四单元", "十单元")
    assert tuple(card.core for card in desks.admin.ask(board, project)) == order
    assert desks.admin.ask(board_columns, project).core_names == order
    (page,) = desks.admin.ask(board_sheet, project).pages
    assert tuple(head[0] for head in page.cores) == order


def test_an_empty_file_is_refused(desks):
    with pytest.raises(NothingToImport):
        take(desks, ())


def test_a_project_is_made_by_its_first_import_and_by_nobody_else(desks):
    given = rows(floors=1)
    for seat in (desks.reception, desks.consultant, desks.cashier):
        with pytest.raises(NotPermitted):
            seat.do(ImportUnits(rows=given, project_name="新城"))
    desks.admin.do(ImportUnits(rows=given, project_name=" 新城 "))
    assert [p.name for p in desks.admin.ask(projects)] == ["云栖花园", "新城"]
    assert len(desks.admin.ask(board, 2)) == 2
    with pytest.raises(ProjectExists):
        desks.admin.do(CreateProject(name="新城"))
    with pytest.raises(NotFound):
        desks.admin.do(ImportUnits(rows=given, project=ProjectId(9)))
    with pytest.raises(NotFound):
        desks.admin.do(EditProject(project=ProjectId(9), company="x"))


def test_a_unit_without_a_price_is_not_offered(desks):
    bare = tuple(replace(row, unit_price_fen=None) for row in rows("1栋", floors=4)[6:])
    take(desks, bare)
    unit = desks.unit("1-1-0401")
    with pytest.raises(ReleaseWithoutPrice):
        desks.manager.do(ReleaseUnits(units=(unit,)))
    put_law(desks, Law.PERMIT, LawLevel.OFF)
    with pytest.raises(ReleaseWithoutPrice):
        desks.manager.do(ReleaseUnits(units=(unit,)))


# --- permits ------------------------------------------------------------------------------------------


def test_a_permit_covers_the_buildings_it_names(desks):
    for building in ("2栋", "3栋"):
        take(desks, rows(building, floors=1, per_floor=1))
    desks.manager.do(permit(number="T-2", project=ProjectId(1), buildings=("2栋",)))
    desks.manager.do(ReleaseUnits(units=(desks.unit("2-1-0101"),)))
    with pytest.raises(NoPermit):
        desks.manager.do(ReleaseUnits(units=(desks.unit("3-1-0101"),)))
    assert [line.buildings for line in desks.manager.ask(permits, 1)] == [("1栋",), ("2栋",)]


def test_a_permit_is_recorded_once_and_not_of_tomorrow(desks):
    tomorrow = desks.clock.now.date() + timedelta(days=1)
    for command, refusal in (
        (permit(number="T-001", project=ProjectId(1)), PermitExists),
        (permit(number="T-2", project=ProjectId(1), issued_on=tomorrow), BadEntry),
        (permit(number="T-2", project=ProjectId(1), buildings=("99栋",)), NotFound),
    ):
        with pytest.raises(refusal):
            desks.manager.do(command)


@pytest.mark.parametrize(("level", "sold"), [("block", False), ("warn", True), ("off", True)])
def test_the_law_pack_blocks_warns_or_is_silent(desks, level, sold):
    take(desks, rows("2栋", floors=1, per_floor=1))
    put_law(desks, Law.PERMIT, LawLevel(level))
    unit = desks.unit("2-1-0101")
    if not sold:
        with pytest.raises(NoPermit):
            desks.manager.do(ReleaseUnits(units=(unit,)))
        return
    answer = desks.manager.do(ReleaseUnits(units=(unit, unit)))
    assert answer["released"] == 1
    assert answer["without_permit"] == (["2栋"] if level == "warn" else [])
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))


# --- the search box ------------------------------------------------------------------------------------


def test_one_box_finds_customers_units_and_receipts(desks):
    unit = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=100))
    for text, kind, key in (
        ("wang", "customer", 1), ("5678", "customer", 1), ("1-1-0101", "unit", unit),
        ("SJ0000001", "receipt", 1), ("sj0000001", "receipt", 1),
    ):  # fmt: skip
        assert (kind, key) in {(line.kind, line.key) for line in desks.cashier.ask(find, text)}, (
            text
        )
    assert desks.cashier.ask(find, "1-1-0") and not desks.cashier.ask(find, "1%1")


def test_the_box_shows_receipts_to_whom_a_receipt_may_be_shown(desks):
    unit = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=100))
    assert desks.reception.ask(find, "SJ0000001") == ()
