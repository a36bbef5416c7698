"""Permits: one number once, complete, corrected with the old value kept, withdrawn by a clear rule."""

from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.errors import BadEntry, MissingEntry, NotFound, NotPermitted
from salesdesk.kernel.keys import PermitId, ProjectId
from salesdesk.office.inventory.commands import (
    CreateProject,
    ImportUnits,
    ReleaseUnits,
    WithdrawUnits,
)
from salesdesk.office.inventory.law import NoPermit
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.permit_queries import permits
from salesdesk.office.inventory.permit_rules import number_key
from salesdesk.office.inventory.permitting import (
    CorrectPermit,
    PermitCoversNothing,
    PermitExists,
    PermitInUse,
    PermitOnSale,
    PermitSigned,
    PermitUnchanged,
    PermitWithdrawn,
    RecordPermit,
    WithdrawPermit,
)
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.till import TakeDeposit
from tests.furnished import permit, put_law, rows

ONE = ProjectId(1)
FIRST = PermitId(1)


@pytest.fixture
def tower(desks):
    """A second building, without a permit."""
    desks.admin.do(ImportUnits(rows=rows("2栋", floors=1, per_floor=2), project=ONE, file="2"))
    return desks.unit("2-1-0101"), desks.unit("2-1-0102")


def line(desks, key=FIRST):
    return next(one for one in desks.manager.ask(permits, ONE) if one.id == key)


def put(desks, key=FIRST, **wish):
    return desks.manager.do(CorrectPermit(permit=key, **{"reason": "写错"} | wish))


def back(desks, key=FIRST, **wish):
    return desks.manager.do(WithdrawPermit(permit=key, reason="写错", **wish))


@pytest.mark.parametrize("number", ["T-001", " t-001", "Ｔ－００１", "T - 001"])
def test_a_number_is_recorded_once_in_the_office_however_it_is_written(desks, number):
    other = ProjectId(desks.admin.do(CreateProject(name="二期")))
    desks.admin.do(ImportUnits(rows=rows("8栋", floors=1), project=other, file="8"))
    with pytest.raises(PermitExists) as refusal:
        desks.manager.do(permit(number, project=other))
    assert refusal.value.facts["project"] == "云栖花园"


def test_brackets_of_a_number_mean_the_same():
    kinds = ("预许字（2026）第 018 号", "预许字(2026)第018号", "预许字〔2026〕第018号", "预许字［２０２６］第018号")  # fmt: skip
    assert len({number_key(number) for number in kinds}) == 1
    assert number_key("预许字（2026）第 018 号") != number_key("预许字（2025）第 018 号")


def test_a_permit_has_its_authority_and_its_day(desks, tower):
    tomorrow = desks.clock.now.date() + timedelta(days=1)
    for wish, refusal in (
        ({"authority": " "}, MissingEntry),
        ({"issued_on": tomorrow}, BadEntry),
        ({"buildings": ("99栋",)}, NotFound),
    ):
        with pytest.raises(refusal):
            desks.manager.do(permit("T-2", project=ONE, **wish))
    with pytest.raises(TypeError):
        RecordPermit(number="T-2")


def test_a_permit_of_a_project_without_buildings_is_refused(desks):
    empty = ProjectId(desks.admin.do(CreateProject(name="二期")))
    with pytest.raises(PermitCoversNothing):
        desks.manager.do(permit("T-2", project=empty))


def test_buildings_are_added_later_and_a_release_reads_the_permit_as_it_stood(desks, tower):
    with pytest.raises(NoPermit):
        desks.manager.do(ReleaseUnits(units=tower))
    put(desks, buildings=("1栋", "2栋"))
    desks.manager.do(ReleaseUnits(units=tower))
    stands = line(desks)
    assert stands.buildings == ("1栋", "2栋")
    (was,) = stands.past
    assert (was.buildings, was.reason, was.by, was.withdrawn) == (
        ("1栋",), "写错", "manager one", False,
    )  # fmt: skip


def test_a_correction_keeps_the_old_value_and_needs_a_reason(desks):
    put(desks, number="T-01A", issued_on=date(2026, 11, 1), account="工行 1")
    stands = line(desks)
    assert (stands.number, stands.issued_on, stands.account) == (
        "T-01A", date(2026, 11, 1), "工行 1",
    )  # fmt: skip
    assert (stands.past[0].number, stands.past[0].issued_on) == ("T-001", date(2026, 11, 24))
    for wish, refusal in (
        ({"number": "T-01A"}, PermitUnchanged),
        ({"number": "T-9", "reason": " "}, MissingEntry),
        ({"authority": " "}, MissingEntry),
        ({"issued_on": date(2026, 11, 25)}, BadEntry),
        ({"buildings": ("99栋",)}, NotFound),
    ):
        with pytest.raises(refusal):
            put(desks, **wish)
    with pytest.raises(NotFound):
        put(desks, PermitId(99), number="x")
    with pytest.raises(NotPermitted):
        desks.consultant.do(CorrectPermit(permit=FIRST, number="x", reason="x"))
    assert len(line(desks).past) == 1
    desks.manager.do(permit("T-001", project=ONE))  # nobody has it any more
    with pytest.raises(PermitExists):
        put(desks, number="T-001")


def test_what_signed_deals_rest_on_stays(desks):
    unit = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=100_000))
    desks.manager.do(ApprovePrice(unit=unit))
    put(desks, number="T-01A")  # nothing is signed yet
    desks.consultant.do(Subscribe(unit=unit, mode="一次性付款"))
    with pytest.raises(PermitSigned) as refusal:
        put(desks, number="T-01B")
    assert refusal.value.facts["units"] == "1-1-0101"
    put(desks, account="工行 1")  # no paper was signed on it
    right = PermitId(desks.manager.do(permit("T-01B", project=ONE)))
    put(desks, number="T-01C")  # the deal rests on the right one too
    back(desks)
    assert line(desks).withdrawn and line(desks, right).buildings == ("1栋",)
    with pytest.raises(PermitInUse):
        back(desks, right, take_off=True)


def test_a_withdrawn_permit_covers_nothing_and_its_units_go_off_sale_by_word(desks):
    with pytest.raises(PermitOnSale) as refusal:
        back(desks)
    assert refusal.value.facts["units"].startswith("1-1-0101, 1-1-0102")
    gone = back(desks, take_off=True)
    assert len(gone) == 6
    assert {card.state.value for card in desks.units().values()} == {"draft"}
    with pytest.raises(NoPermit):
        desks.manager.do(ReleaseUnits(units=(desks.unit("1-1-0101"),)))
    stands = line(desks)
    assert (stands.withdrawn, stands.buildings) == (True, ())
    assert (stands.past[0].buildings, stands.past[0].withdrawn) == (("1栋",), True)
    for again in (
        lambda: back(desks),
        lambda: put(desks, number="x"),
        lambda: desks.manager.do(permit("T-001", project=ONE)),
    ):
        with pytest.raises(PermitWithdrawn):
            again()
    put(desks, buildings=("1栋",))
    assert not line(desks).withdrawn
    desks.manager.do(ReleaseUnits(units=(desks.unit("1-1-0101"),)))


def test_a_building_is_taken_from_a_permit_by_the_same_rule(desks, tower):
    put(desks, buildings=("1栋", "2栋"))
    desks.manager.do(ReleaseUnits(units=tower))
    with pytest.raises(PermitOnSale):
        put(desks, buildings=("1栋",))
    desks.manager.do(WithdrawUnits(units=tower))
    put(desks, buildings=("1栋",))
    desks.consultant.do(HoldUnit(unit=desks.unit("1-1-0101"), customer=desks.customer()))
    with pytest.raises(PermitInUse):
        back(desks, take_off=True)


def test_where_the_law_only_warns_a_permit_is_withdrawn_under_its_units(desks):
    put_law(desks, Law.PERMIT, LawLevel.WARN)
    assert back(desks) == []
    assert desks.state("1-1-0101") == "available"


KEPT = (
    "INSERT INTO permit_change (permit_id, number, authority, issued_on, account, buildings,"
    " withdrawn, reason, at, actor_id) VALUES (1, 'T-001', '房管局', '2026-11-24', '', '1', 1,"
    " 'x', 1795500000000000, 1)"
)
PERMIT = "INSERT INTO permit (project_id, number, authority, issued_on, account, recorded_at)"


@pytest.mark.parametrize(
    ("statements", "why"),
    [
        (["UPDATE permit SET number = 'x'"], "old value kept"),
        ([KEPT, "UPDATE permit SET number = ' '"], "its number, its authority"),
        ([KEPT, "UPDATE permit SET issued_on = NULL"], "its number, its authority"),
        ([KEPT, "UPDATE permit SET issued_on = '2026-11-30'"], "its number, its authority"),
        ([KEPT.replace("'T-001'", "'T-002'"), "UPDATE permit SET number = 'x'"], "old value kept"),
        (["DELETE FROM permit_building"], "(old value kept|rests on its permit)"),
        ([KEPT, "DELETE FROM permit_building"], "rests on its permit"),
        (["DELETE FROM permit"], "not deleted"),
        (["UPDATE permit_building SET permit_id = 2"], "or it does not"),
        ([f"{PERMIT} VALUES (1, 't - 001', 'x', '2026-01-01', '', 1795500000000000)"], "once"),
        ([f"{PERMIT} VALUES (1, 'Ｔ', '', '2026-01-01', '', 1795500000000000)"], "authority"),
        ([f"{PERMIT} VALUES (1, 'x', 'x', NULL, '', 1795500000000000)"], "its day"),
        ([f"{PERMIT} VALUES (1, 'x', 'x', '2099-01-01', '', 1795500000000000)"], "its day"),
        (["INSERT INTO permit_building VALUES (1, 99)"], "of its project"),
    ],
)
def test_no_program_does_otherwise(desks, statements, why):
    with desks.office.database.engine.connect() as connection:
        for before in statements[:-1]:
            connection.exec_driver_sql(before)
        with pytest.raises(IntegrityError, match=f"guard: .*{why}"):
            connection.exec_driver_sql(statements[-1])
        connection.rollback()
