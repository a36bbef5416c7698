"""Price versions on both stores: drafted, put into effect, frozen where somebody has the unit."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.errors import BadEntry, MissingEntry, NotFound, NotPermitted, UserError
from salesdesk.kernel.keys import PriceVersionId, ProjectId, UnitId
from salesdesk.office.inventory.commands import HoldBack, ImportUnits
from salesdesk.office.inventory.law_queries import law_pack
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.price_commands import (
    DraftPrices,
    EffectPrices,
    NotYetEffective,
    TimeOver,
    TooFarAhead,
    TwoAtOneMoment,
    VersionEnded,
    VersionNamed,
    WithdrawPriceDraft,
)
from salesdesk.office.inventory.price_drafting import (
    PriceNotAboveZero,
    UnitNamedTwice,
    UnitsUnknown,
)
from salesdesk.office.inventory.price_effects import PricesMoved
from salesdesk.office.inventory.price_filing import FilingFarOff, FilingStands
from salesdesk.office.inventory.price_floors import FloorAboveList, FloorLowered, ListBelowFloor
from salesdesk.office.inventory.price_law import AboveFiled, BeyondBand
from salesdesk.office.inventory.price_limits import (
    LowerFloorPrices,
    RefilePrices,
    SetFiledPrices,
    SetFloorPrices,
)
from salesdesk.office.inventory.price_queries import (
    floor_prices,
    price_comparison,
    price_units,
    price_version,
    price_versions,
    unit_price_steps,
)
from salesdesk.office.inventory.price_requesting import RequestPrices
from salesdesk.office.inventory.price_sheets import UnitPrice, VersionState
from salesdesk.office.inventory.pricing import UnitsUnpriced, prices
from salesdesk.office.inventory.pricing_compare import By
from salesdesk.office.inventory.pricing_rules import Difference, DifferenceKind, PriceScheme
from salesdesk.office.inventory.queries import unit_history
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.inventory.sheets import GridPrice
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.staff.commands import ChangeSetting
from tests.furnished import put_law, rows

P, D = ProjectId(1), Decimal
SCHEME = PriceScheme(
    base=D(21_000),
    differences=(
        Difference(kind=DifferenceKind.FLOOR, amount=D(100), per_floor=True),
        Difference(kind=DifferenceKind.VIEW, amount=D("55.5"), title="湖景", numbers=("02",)),
    ),
)


def draft(desks, name="一次调价", **more):
    """Draft a version as the manager; give its report."""
    given = more or {"scheme": SCHEME}
    return desks.manager.do(DraftPrices(name=name, reason="市场", project=P, **given))


def effect(desks, version, **more):
    desks.clock.forward(seconds=1)
    return desks.manager.do(EffectPrices(version=PriceVersionId(version), **more))


def totals(desks):
    return {code: card.total_fen for code, card in desks.units().items()}


def sold_and_held(desks):
    """Sell 1-1-0101, hold 1-1-0102; give their codes."""
    sold, held = desks.unit("1-1-0101"), desks.unit("1-1-0102")
    desks.consultant.do(HoldUnit(unit=sold, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=sold, amount=100))
    desks.manager.do(ApprovePrice(unit=sold))
    desks.consultant.do(Subscribe(unit=sold, mode="公积金"))
    desks.consultant.do(HoldUnit(unit=held, customer=desks.customer("李芳", "13912345678")))
    return {"1-1-0101", "1-1-0102"}


def test_a_scheme_becomes_a_version_and_the_version_the_list_price(desks):
    before = totals(desks)
    report = draft(desks)
    assert totals(desks) == before  # a draft changes nothing
    assert (report.units, report.changed, report.before_fen) == (6, 6, 6 * 200_000_000)
    done = effect(desks, report.version)
    after = totals(desks)
    assert after == {
        "1-1-0101": 210_000_000, "1-1-0102": 210_555_000, "1-1-0201": 211_000_000,
        "1-1-0202": 211_555_000, "1-1-0301": 212_000_000, "1-1-0302": 212_555_000,
    } == {line.code: line.total_fen for line in desks.manager.ask(price_version, report.version).lines}  # fmt: skip
    assert (done.changed, done.after_fen, done.frozen) == (6, sum(after.values()), ())
    (line,) = desks.manager.ask(price_versions, P)
    assert (line.state, line.source, line.changed) == (VersionState.EFFECTIVE, "scheme", 6)
    newest = desks.manager.ask(unit_history, desks.unit("1-1-0302"))[0]
    assert (newest.what, newest.reason, newest.actor) == ("price", "一次调价", "manager one")


def test_why_a_unit_costs_what_it_costs(desks):
    effect(desks, draft(desks).version)
    why = desks.consultant.ask(unit_price_steps, desks.unit("1-1-0302"))
    assert [(s.kind, s.title, s.after) for s in why.steps] == [
        ("base", "", 210_000_000), ("floor", "", 212_000_000), ("view", "湖景", 212_555_000),
    ]  # fmt: skip
    assert (why.exact, why.version, why.unit_price_fen) == (True, "一次调价", 2_125_550)
    desks.admin.do(ImportUnits(rows=rows(price=2_000_000), project=P))
    why = desks.consultant.ask(unit_price_steps, desks.unit("1-1-0302"))
    assert (why.version, why.steps) == ("", ())


def test_held_and_sold_units_keep_their_price_and_are_listed(desks):
    frozen = sold_and_held(desks)
    report = draft(desks)
    assert set(report.frozen) == frozen
    desks.manager.do(HoldBack(units=(desks.unit("1-1-0201"),), reason="x"))  # nobody's: priced
    done = effect(desks, report.version)
    assert (done.changed, set(done.frozen)) == (4, frozen)
    assert {c for c, total in totals(desks).items() if total == 200_000_000} == frozen
    assert done.after_fen == sum(totals(desks).values())
    sheet = desks.manager.ask(price_version, report.version)
    assert {line.code for line in sheet.lines if line.frozen} == frozen


def test_a_hold_that_lapsed_freezes_nothing(desks):
    desks.consultant.do(HoldUnit(unit=desks.unit("1-1-0101"), customer=desks.customer()))
    report = draft(desks)
    assert report.frozen == ("1-1-0101",)
    desks.clock.forward(hours=4)
    assert effect(desks, report.version).frozen == ()


def test_a_percentage_and_single_prices_over_it(desks):
    one = UnitPrice(unit=desks.unit("1-1-0101"), total=199_999_999)
    report = draft(desks, percent=D("2.5"), prices=(one,))
    effect(desks, report.version)
    found = totals(desks)
    assert found.pop("1-1-0101") == 199_999_999
    assert set(found.values()) == {205_000_000}
    only = UnitPrice(unit=desks.unit("1-1-0302"), unit_price=2_222_222)
    report = draft(desks, "单套", prices=(only,))
    assert (report.units, report.missing) == (1, ())
    effect(desks, report.version)
    assert totals(desks)["1-1-0302"] == 222_222_200


def test_a_version_from_another_one(desks):
    first = draft(desks)
    second = draft(desks, "再调", percent=D(1), based_on=first.version)
    lines = {line.code: line for line in desks.manager.ask(price_version, second.version).lines}
    assert lines["1-1-0101"].total_fen == 212_100_000
    assert desks.manager.ask(price_versions, P)[0].based_on == "一次调价"
    compared = desks.manager.ask(price_comparison, second.version, By.ALL, first.version)
    assert compared[0].before_fen == first.after_fen and compared[0].after_fen == second.after_fen
    desks.admin.do(ImportUnits(rows=rows(), project_name="新城"))
    with pytest.raises(NotFound):
        desks.manager.do(
            DraftPrices(
                name="x", reason="x", project=ProjectId(2), percent=D(1), based_on=first.version
            )
        )


@pytest.mark.parametrize("by", list(By))
def test_a_comparison_adds_up_whatever_its_lines_are(desks, by):
    sold_and_held(desks)
    report = draft(desks)
    lines = desks.manager.ask(price_comparison, report.version, by)
    assert sum(line.before_fen for line in lines) == 6 * 200_000_000
    done = effect(desks, report.version)
    assert sum(line.after_fen for line in lines) == done.after_fen
    assert len(lines) == {By.FLOOR: 3, By.UNIT: 6}.get(by, 1)


# --- time ----------------------------------------------------------------------------------------------


def test_a_version_waits_for_its_time_is_due_and_then_put_into_effect(desks):
    at = desks.clock.now + timedelta(hours=2)
    report = draft(desks, scheme=SCHEME, effective_at=at)
    assert desks.manager.ask(price_versions, P)[0].state is VersionState.PLANNED
    with pytest.raises(NotYetEffective) as refusal:
        effect(desks, report.version)
    assert refusal.value.facts["at"] == "2026-11-24 12:00"
    desks.clock.forward(hours=3)
    assert desks.manager.ask(price_versions, P)[0].state is VersionState.DUE
    effect(desks, report.version)
    assert desks.manager.ask(price_versions, P)[0].state is VersionState.EFFECTIVE


def test_a_time_without_a_zone_is_the_offices_own(desks):
    draft(desks, scheme=SCHEME, effective_at=datetime(2026, 12, 1, 9, 0))
    line = desks.manager.ask(price_versions, P)[0]
    assert line.effective_at == datetime(2026, 12, 1, 1, 0, tzinfo=UTC)


def test_a_time_that_is_over_is_no_version_s_time(desks):
    for at in (desks.clock.now, desks.clock.now - timedelta(days=1)):
        with pytest.raises(TimeOver):
            draft(desks, scheme=SCHEME, effective_at=at)
    assert desks.manager.ask(price_versions, P) == ()


def test_two_versions_are_not_effective_at_one_moment(desks):
    at = desks.clock.now + timedelta(hours=2)
    first = draft(desks, scheme=SCHEME, effective_at=at)
    with pytest.raises(TwoAtOneMoment):
        draft(desks, "二", percent=D(1), effective_at=at)
    desks.manager.do(WithdrawPriceDraft(version=first.version, reason="重做"))
    draft(desks, "二", percent=D(1), effective_at=at)
    third, fourth = draft(desks, "三", percent=D(1)), draft(desks, "四", percent=D(2))
    effect(desks, third.version)
    with pytest.raises(UserError):  # the clock stands still
        desks.manager.do(EffectPrices(version=fourth.version, confirmed=True))


def test_a_version_ends_once(desks):
    first, second = draft(desks), draft(desks, "二")
    effect(desks, first.version)
    desks.manager.do(WithdrawPriceDraft(version=second.version, reason="重做"))
    for version in (first.version, second.version):
        for command in (
            EffectPrices(version=version),
            WithdrawPriceDraft(version=version, reason="x"),
        ):
            desks.clock.forward(seconds=1)
            with pytest.raises(VersionEnded):
                desks.manager.do(command)
    with pytest.raises(NotFound):
        effect(desks, 99)


def test_a_project_has_one_version_of_a_name(desks):
    first = draft(desks)
    for state in ("draft", "withdrawn"):
        with pytest.raises(VersionNamed) as refused:
            draft(desks, " 一次调价 ")
        assert refused.value.facts["price_state"] == state
        if state == "draft":
            desks.manager.do(WithdrawPriceDraft(version=first.version, reason="重做"))


def test_prices_that_moved_since_the_draft_are_shown_and_must_be_confirmed(desks):
    report = draft(desks, percent=D(5))
    desks.admin.do(ImportUnits(rows=rows(price=2_050_000)[:2], project=P))
    sheet = desks.manager.ask(price_version, report.version)
    assert {line.code for line in sheet.lines if line.moved} == {"1-1-0101", "1-1-0102"}
    with pytest.raises(PricesMoved) as refusal:
        effect(desks, report.version)
    assert refusal.value.facts["count"] == 2
    assert effect(desks, report.version, confirmed=True).changed == 6
    assert set(totals(desks).values()) == {210_000_000}


# --- bad input -----------------------------------------------------------------------------------------


def test_a_price_file_may_drop_units_and_a_sold_one_keeps_its_price(desks):
    frozen = sold_and_held(desks)
    report = draft(desks, rows=rows(price=2_100_000)[1:])  # 1-1-0101, sold, is not in it
    assert report.missing == ("1-1-0101",)
    assert report.frozen == ("1-1-0102",)
    effect(desks, report.version)
    assert {c for c, total in totals(desks).items() if total == 200_000_000} == frozen


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"unit_price_fen": 0}, PriceNotAboveZero),
        ({"unit_price_fen": -1}, PriceNotAboveZero),
        ({"total_fen": 0}, PriceNotAboveZero),
        ({"unit_price_fen": None}, PriceNotAboveZero),
        ({"floor": 9, "number": "901"}, UnitsUnknown),
        ({"floor": 1, "number": "101"}, UnitNamedTwice),
    ],
)
def test_one_wrong_row_and_nothing_is_drafted(desks, wrong, refusal):
    given = (*rows()[:5], replace(rows()[5], **wrong))
    with pytest.raises(refusal):
        draft(desks, rows=given)
    assert desks.manager.ask(price_versions, P) == ()


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"scheme": PriceScheme(base=D(0))}, UnitsUnpriced),
        ({"scheme": PriceScheme(base=D(-1))}, UnitsUnpriced),
        ({"scheme": PriceScheme(base=D("NaN"))}, BadEntry),
        ({"percent": D(-95)}, BadEntry),
        ({"percent": D("Infinity")}, BadEntry),
        ({"percent": D(1), "scheme": SCHEME}, MissingEntry),
        ({"buildings": ("1栋",)}, MissingEntry),
        ({"percent": D(1), "buildings": ("9栋",)}, NotFound),
        ({"prices": (UnitPrice(unit=UnitId(99), total=1),)}, NotFound),
        ({"prices": (UnitPrice(unit=UnitId(1)),)}, PriceNotAboveZero),
        ({"prices": (UnitPrice(unit=UnitId(1), total=-5),)}, PriceNotAboveZero),
        ({"percent": D(1), "based_on": PriceVersionId(9)}, NotFound),
    ],
)
def test_what_gives_no_prices_is_refused(desks, given, refusal):
    with pytest.raises(refusal) as found:
        draft(desks, **given)
    assert all(found.value.sentences())
    for lacking in ({"name": ""}, {"reason": " "}):
        with pytest.raises(MissingEntry):
            desks.manager.do(
                DraftPrices(**{"name": "x", "reason": "x", "scheme": SCHEME, **lacking})
            )
    assert desks.manager.ask(price_versions, P) == ()


def test_prices_are_the_managers(desks):
    report = draft(desks)
    for seat in (desks.reception, desks.consultant, desks.cashier):
        for command in (
            DraftPrices(name="x", reason="x", percent=D(1)),
            EffectPrices(version=report.version),
            WithdrawPriceDraft(version=report.version, reason="x"),
            SetFiledPrices(reference="x"),
            SetFloorPrices(reason="x", percent=D(1)),
        ):
            with pytest.raises(NotPermitted):
                seat.do(command)
        for query in (floor_prices, price_versions, price_units):
            with pytest.raises(NotPermitted):
                seat.ask(query)


# --- R-06 ----------------------------------------------------------------------------------------------


def test_nothing_goes_above_the_filed_price_or_beyond_the_band_below_it(desks):
    assert desks.manager.do(SetFiledPrices(reference="备案 1 号", project=P)) == 6
    dearer, cheaper = draft(desks, percent=D("0.1")), draft(desks, "二", percent=D("-15.5"))
    assert len(dearer.above_filed) == len(cheaper.beyond_band) == 6
    with pytest.raises(AboveFiled) as refusal:
        effect(desks, dearer.version)
    assert refusal.value.facts["filed"] == "2,000,000.00"
    with pytest.raises(BeyondBand):
        effect(desks, cheaper.version)
    for given in ({"rows": rows(price=2_000_100)}, {"rows": rows(price=1_600_000)}):
        with pytest.raises((AboveFiled, BeyondBand)):
            desks.admin.do(ImportUnits(project=P, **given))
    desks.admin.do(ChangeSetting(name="filed_band_percent", value="20"))
    assert effect(desks, cheaper.version).changed == 6
    dear = SetFiledPrices(reference="备案 2 号", version=dearer.version)
    with pytest.raises(FilingStands) as stands:
        desks.manager.do(dear)
    assert (stands.value.facts["count"], stands.value.facts["before"]) == (6, "2,000,000.00")
    desks.deputy.do(RefilePrices(reference="备案 2 号", version=dearer.version))
    assert effect(desks, dearer.version, confirmed=True).changed == 6
    assert {line.filed_fen for line in desks.manager.ask(price_version, dearer.version).lines} == {
        200_200_000
    }


def test_a_filing_far_from_the_list_price_is_asked_about(desks):
    unit = desks.unit("1-1-0101")
    wish = SetFiledPrices(reference="x", prices=(UnitPrice(unit=unit, total=740_000_000),))
    with pytest.raises(FilingFarOff) as asked:
        desks.manager.do(wish)
    assert (asked.value.facts["unit"], asked.value.facts["median"]) == ("1-1-0101", "2,000,000.00")
    desks.manager.do(replace(wish, confirmed=True))
    desks.manager.do(replace(wish, confirmed=True, reference="once more the same"))


def test_a_filing_below_what_is_asked_is_refused(desks):
    with pytest.raises(AboveFiled):
        desks.manager.do(
            SetFiledPrices(
                reference="x",
                prices=(UnitPrice(unit=desks.unit("1-1-0101"), total=1_000_000),),
                confirmed=True,
            )
        )


def test_a_version_is_not_meant_for_a_far_year(desks):
    far = desks.clock.now.replace(year=2999)
    with pytest.raises(TooFarAhead) as refusal:
        draft(desks, percent=D(1), effective_at=far)
    assert refusal.value.facts["field"] == "effective_at"
    draft(desks, percent=D(1), effective_at=desks.clock.now.replace(year=2028))


@pytest.mark.parametrize("level", ["warn", "off"])
def test_a_softer_law_pack_warns_or_is_silent(desks, level):
    desks.manager.do(SetFiledPrices(reference="备案 1 号", project=P))
    put_law(desks, Law.FILED_PRICE, LawLevel(level))
    done = effect(desks, draft(desks, percent=D(1)).version)
    assert len(done.above_filed) == (6 if level == "warn" else 0)
    card = next(c for c in desks.manager.ask(law_pack, P) if c.law == Law.FILED_PRICE)
    assert (card.count, card.against[0]) == (6, "1-1-0101")
    assert set(totals(desks).values()) == {202_000_000}


def test_floor_prices_by_rule_and_by_unit(desks):
    desks.manager.do(SetFloorPrices(reason="底价表", project=P, percent=D(-8)))
    desks.manager.do(
        SetFloorPrices(
            reason="样板", prices=(UnitPrice(unit=desks.unit("1-1-0101"), total=190_000_000),)
        )
    )
    found = {line.code: line.floor_fen for line in desks.manager.ask(floor_prices)}
    assert found.pop("1-1-0101") == 190_000_000
    assert set(found.values()) == {184_000_000}


def test_a_floor_is_not_above_the_list_price_and_only_the_general_manager_lowers_it(desks):
    with pytest.raises(FloorAboveList) as said:
        desks.manager.do(SetFloorPrices(reason="九三折", project=P, percent=D(93)))
    assert "-7" in said.value.remedy and said.value.facts["count"] == 6
    desks.manager.do(SetFloorPrices(reason="底价表", project=P, percent=D(-8)))
    desks.manager.do(SetFloorPrices(reason="上调", project=P, percent=D(-7)))
    with pytest.raises(FloorLowered):
        desks.manager.do(SetFloorPrices(reason="下调", project=P, percent=D("-7.5")))
    lower = LowerFloorPrices(reason="下调", project=P, percent=D("-7.5"))
    with pytest.raises(NotPermitted):
        desks.manager.do(lower)
    desks.general.do(lower)
    assert {line.floor_fen for line in desks.general.ask(floor_prices)} == {185_000_000}


def test_no_list_price_is_put_below_the_floor_price(desks):
    desks.manager.do(SetFloorPrices(reason="底价表", project=P, percent=D(-8)))
    report = draft(desks, percent=D(-9))
    assert len(report.below_floor) == 6
    for command in (
        EffectPrices(version=report.version),
        RequestPrices(version=report.version, reason="x"),
        ImportUnits(rows=rows(price=1_820_000), project=P, file="x.xlsx"),
    ):
        with pytest.raises(ListBelowFloor) as said:
            desks.manager.do(command)
        assert said.value.facts["count"] == 6
    assert set(totals(desks).values()) == {200_000_000}
    desks.general.do(LowerFloorPrices(reason="董事会", project=P, percent=D(-9)))
    effect(desks, report.version)
    assert set(totals(desks).values()) == {182_000_000}


def test_a_grid_is_a_price_file_too_and_a_trial_reads_the_same_columns(desks):
    cell = GridPrice(building="1栋", core="1单元", floor=1, number="101", total_fen=210_000_000)
    report = draft(desks, grid=(cell,))
    assert (report.units, report.changed, len(report.missing)) == (1, 1, 5)
    table = desks.manager.ask(price_units, P)
    assert table.units.codes[0] == "1-1-0101" and table.units.numbers[0] == "01"
    assert prices(table.units, SCHEME).total() == draft(desks, "二").after_fen


# --- the database itself -------------------------------------------------------------------------------


@pytest.fixture
def lived(desks):
    """An office with a version in effect, one withdrawn, one drafted, and filed prices."""
    sold_and_held(desks)
    desks.manager.do(SetFiledPrices(reference="备案 1 号", project=P))
    first, second = draft(desks, percent=D(-1)), draft(desks, "二", percent=D(-2))
    effect(desks, first.version)
    desks.manager.do(WithdrawPriceDraft(version=second.version, reason="x"))
    draft(desks, "三", scheme=SCHEME, effective_at=datetime(2028, 1, 3, tzinfo=UTC))
    return desks


LINE = "(version_id, unit_id, unit_price_fen, total_fen) VALUES"
FORBIDDEN = (
    "UPDATE unit SET total_fen = 1, unit_price_fen = 1 WHERE code = '1-1-0101'",
    "UPDATE unit SET total_fen = 200000100 WHERE code = '1-1-0302'",
    "UPDATE price_version SET name = 'x'",
    "DELETE FROM price_version",
    "UPDATE price_line SET total_fen = 1",
    "DELETE FROM price_line",
    "UPDATE price_effect SET changed = 0",
    "DELETE FROM price_withdrawal",
    "UPDATE filed_price SET total_fen = 1",
    "DELETE FROM floor_price WHERE 1 = 1",
    f"INSERT INTO price_line {LINE} (1, 1, 1, 1)",
    f"INSERT INTO price_line {LINE} (2, 1, 1, 1)",
    f"INSERT INTO price_line {LINE} (3, 999, 1, 1)",
    "INSERT INTO price_effect (version_id, at, actor_id, changed, frozen) VALUES (1, 1, 5, 0, 0)",
    "INSERT INTO price_effect (version_id, at, actor_id, changed, frozen) VALUES (2, 1, 5, 0, 0)",
    "INSERT INTO price_effect (version_id, at, actor_id, changed, frozen) VALUES (3, 1, 5, 0, 0)",
    "INSERT INTO price_withdrawal (version_id, at, actor_id, reason) VALUES (1, 1, 5, '')",
    (
        "INSERT INTO price_version (project_id, name, reason, source, scheme, effective_at, drafted_at,"
        " drafted_by) VALUES (1, 'x', '', 'scheme', '', 1830470400000000, 1, 5)"
    ),
    (
        "INSERT INTO price_version (project_id, name, reason, source, scheme, effective_at, drafted_at,"
        " drafted_by) VALUES (1, 'y', '', 'scheme', '', 1, 1, 5)"
    ),
    (
        "INSERT INTO price_version (project_id, name, reason, source, scheme, drafted_at, drafted_by)"
        " SELECT project_id, name, reason, source, scheme, drafted_at, drafted_by FROM price_version"
    ),
)


def test_no_program_writes_what_a_version_may_not(lived):
    lived.manager.do(SetFloorPrices(reason="x", project=P, percent=D(-8)))
    floor = "INSERT INTO floor_price (unit_id, at, actor_id, unit_price_fen, total_fen, reason)"
    who = f"1, {lived.manager.person.id}, 1"
    below = (
        f"{floor} VALUES (6, {who}, 198000001, 'x')",
        f"{floor} VALUES (6, {who}, 182159999, 'x')",
        "UPDATE unit SET total_fen = 182159999 WHERE id = 6",
    )
    for statement in (*FORBIDDEN, *below):
        with lived.office.database.engine.connect() as connection:
            with pytest.raises(
                IntegrityError, match=r"guard: |FOREIGN KEY|foreign key|UNIQUE|unique"
            ):
                connection.exec_driver_sql(statement)
            connection.rollback()


def test_one_unit_twice_among_single_prices_is_refused_and_not_the_last_one_taken(desks):
    unit = desks.unit("1-1-0101")
    twice = (UnitPrice(unit=unit, total=200_000_000), UnitPrice(unit=unit, total=999_000_000))
    for command in (
        DraftPrices(name="x", reason="x", prices=twice),
        SetFiledPrices(reference="x", prices=twice),
        SetFloorPrices(reason="x", prices=twice),
    ):
        with pytest.raises(UnitNamedTwice):
            desks.manager.do(command)


def test_versions_of_two_projects_are_not_compared(desks):
    desks.admin.do(ImportUnits(rows=rows("二期"), project_name="二期"))
    mine, other = (
        desks.manager.do(
            DraftPrices(name="x", reason="x", percent=Decimal(1), project=ProjectId(n))
        )
        for n in (1, 2)
    )
    with pytest.raises(NotFound):
        desks.manager.ask(price_comparison, mine.version, By.ALL, other.version)
