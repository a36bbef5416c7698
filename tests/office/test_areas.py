"""Measured areas and their settlement by the 3 % rule: the sum, the way it is signed, what stands in the books."""

import json
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.errors import BadEntry, MissingEntry, NotAllowedNow, NotPermitted
from salesdesk.kernel.keys import ProjectId, RequestId
from salesdesk.kernel.money import Rounding
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.approvals.queries import requests
from salesdesk.office.figures.audit import audit
from salesdesk.office.inventory.before_tables import DATED, UnitBefore
from salesdesk.office.inventory.commands import EditProject
from salesdesk.office.inventory.tables import Unit
from salesdesk.office.sales import area_tables
from salesdesk.office.sales.area_queries import area_settlements
from salesdesk.office.sales.area_rules import area_settlement
from salesdesk.office.sales.change_frame import ChangeAsked
from salesdesk.office.sales.change_queries import change_paper, deal_versions
from salesdesk.office.sales.change_tables import DealChange
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.measuring import (
    AreaFarOff,
    AreaNotSettled,
    AreaSettled,
    MeasuredAgain,
    NotMeasured,
    RecordMeasuredArea,
    RequestAreaSettlement,
    SumMoved,
)
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.queries import deal_on
from salesdesk.office.sales.signing import DeliverUnit, FileContract, SignContract
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.staff.commands import ChangeSetting

CODE = "1-1-0101"
PRICE = 200_000_000
"""Two million for 100 m²: 20,000 yuan each."""

YUAN = 100


@pytest.mark.parametrize(
    ("measured", "owed", "beyond", "rescind"),
    [
        ("100", 0, 0, False),
        ("101.5", 3_000_000, 0, False),
        ("103", 6_000_000, 0, False),
        ("103.01", 6_000_000, 0, True),
        ("110", 6_000_000, 0, True),
        ("98.5", -3_000_000, 0, False),
        ("97", -6_000_000, 0, False),
        ("96", -10_000_000, 4_000_000, True),
        ("90", -34_000_000, 28_000_000, True),
    ],
)
def test_the_three_percent_rule_by_hand(measured, owed, beyond, rescind):
    found = area_settlement(Decimal(100), Decimal(measured), PRICE, Rounding.YUAN)
    assert (found.owed_fen, found.beyond_fen, found.may_rescind) == (owed, beyond, rescind)


def test_the_sum_is_rounded_once_as_the_project_rounds():
    areas = Decimal("88.88"), Decimal("89.99")
    exact = Fraction(177_777_700) * (Fraction(areas[1]) / Fraction(areas[0]) - 1)
    owed = {how: area_settlement(*areas, 177_777_700, how).owed_fen for how in Rounding}
    assert owed[Rounding.FEN] == int(exact + Fraction(1, 2))
    assert owed[Rounding.YUAN_DOWN] == int(exact / YUAN) * YUAN
    assert owed[Rounding.YUAN] == int(exact / YUAN + Fraction(1, 2)) * YUAN


AREAS = st.integers(min_value=100_000, max_value=5_000_000).map(lambda cm2: Decimal(cm2) / 10_000)
TOTALS = st.integers(min_value=1, max_value=10**11)
ROUNDINGS = st.sampled_from(list(Rounding))


@given(AREAS, AREAS, TOTALS, ROUNDINGS)
def test_the_rule_holds_for_every_area_and_price(agreed, real, total, rounding):
    found = area_settlement(agreed, real, total, rounding)
    error = (Fraction(real) - Fraction(agreed)) / Fraction(agreed)
    unit = 1 if rounding is Rounding.FEN else YUAN
    assert found.owed_fen % unit == 0
    assert found.within_fen + found.beyond_fen == abs(found.owed_fen)
    assert found.within_fen <= total * Fraction(3, 100) + unit
    assert (found.owed_fen > 0) <= (error > 0) and (found.owed_fen < 0) <= (error < 0)
    assert found.may_rescind == (abs(error) > Fraction(3, 100))
    if error > 0:
        assert found.beyond_fen == 0
    if abs(error) <= Fraction(3, 100):
        assert abs(abs(found.owed_fen) - total * abs(error)) < unit
    elif error < 0:
        exact = total * (Fraction(3, 100) + 2 * (-error - Fraction(3, 100)))
        assert abs(-found.owed_fen - exact) < unit


@given(AREAS, AREAS, AREAS, TOTALS, ROUNDINGS)
def test_more_area_never_costs_the_buyer_less(agreed, one, other, total, rounding):
    small, large = sorted((one, other))
    owed = [area_settlement(agreed, area, total, rounding).owed_fen for area in (small, large)]
    assert owed == sorted(owed)


# --- in the office ---------------------------------------------------------------------------------


@pytest.fixture
def subscribed(desks):
    return agreed(desks)


def agreed(desks, total=None):
    unit = desks.unit(CODE)
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=5_000_000))
    desks.manager.do(ApprovePrice(unit=unit, total=total))
    desks.consultant.do(Subscribe(unit=unit, mode="公积金"))
    desks.consultant.do(IdentifyBuyer(unit=unit, id_number="11010519491231002X"))
    return unit


@pytest.fixture
def signed(desks, subscribed):
    desks.consultant.do(SignContract(unit=subscribed, number="HT-1"))
    return subscribed


def measure(desks, unit, area="101.50", **more):
    wish = {"area": Decimal(area), "source": "测绘院 2026-08", **more}
    return desks.manager.do(RecordMeasuredArea(unit=unit, **wish))


def test_a_measuring_sent_again_gives_the_same_answer(desks):
    wish = RecordMeasuredArea(unit=desks.unit(CODE), area=Decimal("101.50"), source="x")
    answer = desks.manager.do(wish, "2b1f")
    assert answer["area"] == Decimal("101.50")
    assert desks.manager.do(wish, "2b1f") == answer


def ask(desks, unit):
    return RequestId(desks.consultant.do(RequestAreaSettlement(unit=unit, reason="实测完成")))


def sign(desks, request):
    for seat in (desks.manager, desks.deputy):
        answer = seat.do(SignRequest(request=request))
    return answer


def area(desks, unit):
    return desks.manager.ask(deal_on, unit).area


def test_a_larger_home_is_settled_by_signatures_and_what_is_owed_stands_in_the_change(
    desks, signed
):
    measure(desks, signed)
    stands = area(desks, signed)
    assert (stands.owed_fen, stands.settled, stands.may_rescind) == (3_000_000, "", False)
    request = ask(desks, signed)
    (asked,) = desks.head.ask(requests, request=request)
    assert asked.amount_fen == 3_000_000
    assert sign(desks, request)["state"] == "approved"
    stands = area(desks, signed)
    assert (stands.owed_fen, stands.settled, stands.settled_fen) == (0, "BG0000001", 3_000_000)
    with desks.office.database.reading() as session:
        details = json.loads(session.scalar(select(DealChange.details)))
    assert details["owed_fen"] == 3_000_000
    sheet = desks.consultant.ask(change_paper, "BG0000001")
    facts = {f.name: f.after for f in sheet.facts}
    assert (sheet.kind, facts["gross area"], facts["buyer pays"]) == ("area", "101.50", "3000000")
    card = desks.manager.ask(deal_on, signed)
    assert (card.price_fen, card.contract.contract_fen) == (PRICE, PRICE)
    assert desks.manager.ask(deal_versions, card.id)[1].kind == "area"
    assert all(finding.holds for finding in desks.manager.ask(audit))
    with pytest.raises(AreaSettled):
        ask(desks, signed)


def test_a_smaller_home_beyond_three_percent_is_returned_double_and_may_be_rescinded(
    desks, signed
):
    measure(desks, signed, "96")
    request = ask(desks, signed)
    (asked,) = desks.head.ask(requests, request=request)
    told = {fact.name: fact.value for fact in (*asked.what, *asked.changes)}
    assert told["may rescind"] == "-4.00 %"
    assert told["then: seller returns"] == "10000000"
    assert told["then: beyond 3 %, twice"] == "4000000"
    sign(desks, request)
    assert area(desks, signed).settled_fen == -10_000_000


def test_a_second_measuring_settles_the_difference_only(desks, signed):
    measure(desks, signed)
    sign(desks, ask(desks, signed))
    measure(desks, signed, "101.00", source="复测")
    assert area(desks, signed).owed_fen == -1_000_000
    sign(desks, ask(desks, signed))
    stands = area(desks, signed)
    assert (stands.settled, stands.settled_fen) == ("BG0000002", 2_000_000)


def test_what_was_measured_again_meanwhile_is_not_signed(desks, signed):
    measure(desks, signed)
    request = ask(desks, signed)
    with pytest.raises(ChangeAsked):
        ask(desks, signed)
    measure(desks, signed, "102")
    with pytest.raises(MeasuredAgain):
        desks.manager.do(SignRequest(request=request))
    assert area(desks, signed).settled == ""


def test_nothing_is_settled_before_its_contract_or_its_measuring(desks, subscribed):
    measure(desks, subscribed)
    with pytest.raises(NotAllowedNow):
        ask(desks, subscribed)
    desks.consultant.do(SignContract(unit=subscribed, number="HT-1"))
    assert ask(desks, subscribed)
    other = desks.unit("1-1-0102")
    desks.consultant.do(HoldUnit(unit=other, customer=desks.customer("赵四", "13900000004")))
    with pytest.raises(NotAllowedNow):
        ask(desks, other)


def test_a_signed_home_that_was_not_measured_is_not_settled(desks, signed):
    with pytest.raises(NotMeasured):
        ask(desks, signed)
    assert desks.manager.ask(area_settlements) == ()


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"area": "0"}, BadEntry),
        ({"area": "-1"}, BadEntry),
        ({"area": "NaN"}, BadEntry),
        ({"area": "100001"}, BadEntry),
        ({"area": "101.00001"}, BadEntry),
        ({"area": "171.50"}, AreaFarOff),
        ({"area": "89.99"}, AreaFarOff),
        ({"source": " "}, MissingEntry),
        ({"on": 1}, BadEntry),
    ],
)
def test_a_wrong_measuring_is_refused(desks, signed, wrong, refusal):
    if "on" in wrong:
        wrong = {"on": day_of(desks.clock.now) + timedelta(days=1)}
    with pytest.raises(refusal):
        measure(desks, signed, **wrong)
    assert area(desks, signed) is None
    if refusal is AreaFarOff:
        assert measure(desks, signed, confirmed=True, **wrong)["area"] == Decimal(wrong["area"])


def test_the_unsettled_stand_first_in_the_list_and_only_who_may_measures(desks, signed):
    with pytest.raises(NotPermitted):
        desks.consultant.do(RecordMeasuredArea(unit=signed, area=Decimal(101), source="x"))
    measure(desks, signed)
    (line,) = desks.manager.ask(area_settlements, unsettled=True)
    assert (line.unit, line.area.owed_fen) == (CODE, 3_000_000)
    sign(desks, ask(desks, signed))
    assert desks.manager.ask(area_settlements, unsettled=True) == ()
    assert desks.manager.ask(area_settlements)[0].area.settled == "BG0000001"


def test_where_the_office_wants_it_nothing_is_handed_over_unsettled(desks, signed):
    desks.manager.do(FileContract(unit=signed, number="BA-1"))
    desks.admin.do(ChangeSetting(name="deliver_settled_only", value="true"))
    keys = DeliverUnit(unit=signed, taken_by="王小明", overdue_reason="x")
    with pytest.raises(AreaNotSettled):
        desks.manager.do(keys)
    measure(desks, signed)
    with pytest.raises(AreaNotSettled):
        desks.manager.do(keys)
    sign(desks, ask(desks, signed))
    desks.manager.do(keys)
    assert desks.state(CODE) == "delivered"


def test_without_that_setting_an_unsettled_home_is_handed_over_and_settled_later(desks, signed):
    desks.manager.do(FileContract(unit=signed, number="BA-1"))
    measure(desks, signed)
    desks.manager.do(DeliverUnit(unit=signed, taken_by="王小明", overdue_reason="x"))
    sign(desks, ask(desks, signed))
    assert area(desks, signed).settled == "BG0000001"


@pytest.mark.parametrize("desks", ["file"], indirect=True)
def test_a_sum_that_the_project_rounds_otherwise_since_is_not_signed(desks):
    signed = agreed(desks, total=199_999_100)
    desks.consultant.do(SignContract(unit=signed, number="HT-1"))
    measure(desks, signed)
    request = ask(desks, signed)
    desks.manager.do(SignRequest(request=request))
    desks.admin.do(EditProject(project=ProjectId(1), rounding=Rounding.FEN))
    with pytest.raises(SumMoved):
        desks.deputy.do(SignRequest(request=request))
    desks.admin.do(EditProject(project=ProjectId(1), rounding=Rounding.YUAN))
    assert desks.deputy.do(SignRequest(request=request))["state"] == "approved"


FACTS = (
    "SELECT t.id, t.found, t.agreed, t.price, t.rounding, CAST(7 AS BIGINT) AS earlier FROM ({}) t"
)


def by_the_database(reading, cases):
    """What the guard's own arithmetic owes for each case, 7 fen being settled before."""
    given = " UNION ALL ".join(
        f"SELECT {n} AS id, CAST({found} AS BIGINT) AS found, CAST({agreed} AS BIGINT) AS agreed,"
        f" CAST({price} AS BIGINT) AS price, '{rounding}' AS rounding"
        for n, (agreed, found, price, rounding) in enumerate(cases)
    )
    asked = area_tables._SUM.replace(area_tables._FACTS, FACTS.format(given))
    return [owed for _n, owed in sorted(map(tuple, reading.session.execute(text(asked))))]


def test_the_databases_sum_is_the_rules_on_both_stores(desks_to_read):
    """Around every edge of the rule and of the rounding, and far out."""
    areas = [1, 99, 888_800, 1_000_000, 1_234_567, 99_999_999]
    moved = [
        (0, 1),
        (1, 1),
        (3, 100),
        (-3, 100),
        (31, 1000),
        (-31, 1000),
        (-9, 10),
        (5, 1),
        (7, 999),
    ]
    prices = [1, 777, 199_999_999, 177_777_700, 1_000_000_000_001]
    cases = [
        (agreed, found + off, price, rounding.value)
        for agreed in areas
        for up, down in moved
        for off in (-1, 0, 1)
        if (found := agreed + agreed * up // down) + off > 0
        for price in prices
        for rounding in Rounding
    ]
    found = [
        owed
        for some in range(0, len(cases), 400)
        for owed in desks_to_read.manager.ask(by_the_database, cases[some : some + 400])
    ]
    for (agreed, real, price, rounding), owed in zip(cases, found, strict=True):
        areas = (Decimal(cm2) / 10_000 for cm2 in (agreed, real))
        assert owed == area_settlement(*areas, price, Rounding(rounding)).owed_fen - 7


def test_a_settlement_that_was_forged_is_refused_by_the_database(desks, signed):
    measure(desks, signed)
    request = ask(desks, signed)
    measure(desks, signed, "110")
    statement = (
        "INSERT INTO deal_change (no, number, request_id, deal_id, kind, details, at, actor_id,"
        " sheet) SELECT 1, 'BG0000001', request_id, deal_id, 'area', details, filed_at, asker_id,"
        f" '{{}}' FROM change_request WHERE request_id = {request}"
    )
    with (
        pytest.raises(IntegrityError, match=r"newest measured area|follow one another"),
        desks.office.database.writing() as session,
    ):
        session.execute(text(statement))


def test_a_measuring_is_compared_with_what_was_agreed_not_with_the_list_of_today(desks, signed):
    """Another program wrote the unit's area: the question and the settlement keep to the agreement."""
    with desks.office.database.writing() as session:
        unit = session.get(Unit, signed)
        past = {name: getattr(unit, name) for name in DATED}
        session.add(UnitBefore(unit_id=signed, at=desks.clock.now, actor_id=1, **past))
        session.flush()
        unit.gross_area = Decimal(150)
    with pytest.raises(AreaFarOff) as refusal:
        measure(desks, signed, area="150")
    assert refusal.value.facts["agreed"] == Decimal(100)
    assert measure(desks, signed, area="101")["contract_area"] == Decimal(100)
    assert area(desks, signed).owed_fen == 2_000_000
