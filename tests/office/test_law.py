"""A project's law pack: each law blocks, warns or is silent on its own, and the database knows it."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.errors import BadEntry, MissingEntry, NotPermitted, UserError
from salesdesk.kernel.keys import Fen, ProjectId
from salesdesk.office.inventory.commands import (
    BlockUnits,
    ImportUnits,
    RecordPermit,
    ReleaseUnits,
)
from salesdesk.office.inventory.law import (
    ContractBeforePermit,
    NoMoneyBeforePermit,
    NoPermit,
    NotAllPublished,
)
from salesdesk.office.inventory.law_commands import AdoptLawPack, SetLaw
from salesdesk.office.inventory.law_queries import law_pack
from salesdesk.office.inventory.law_rules import PACKS, Law
from salesdesk.office.inventory.price_limits import SetFiledPrices
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.inventory.queries import projects
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.sales import commands as sales_commands
from salesdesk.office.sales import till
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.staff.queries import journal
from tests.furnished import rows

ONE = ProjectId(1)


def set_law(desks, law, level):
    desks.manager.do(SetLaw(project=ONE, law=law, level=level, reason="试"))


@pytest.fixture
def bare(desks):
    """A unit on hold in a building without a permit, where the permit's law only warns."""
    desks.admin.do(ImportUnits(rows=rows("9栋", floors=1, per_floor=2), project=ONE, file="tower"))
    set_law(desks, Law.PERMIT, LawLevel.WARN)
    unit = desks.unit("9-1-0101")
    desks.manager.do(ReleaseUnits(units=(unit,)))
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    return unit


def card(desks, law):
    return next(one for one in desks.manager.ask(law_pack) if one.law == law.value)


def test_a_new_project_stands_under_the_national_pack(desks):
    levels = {one.law: one.level for one in desks.manager.ask(law_pack, 1)}
    assert levels == {
        "R-01": "block", "R-02": "block", "R-03": "block", "R-06": "block", "R-07": "warn",
        "R-08": "block", "R-26": "off",
    }  # fmt: skip
    assert all(one.cites for one in desks.manager.ask(law_pack) if one.level != "off")
    assert [one.since for one in desks.manager.ask(law_pack)] == [None] * len(Law)


def test_money_and_contract_stand_as_hard_as_the_permit_until_set_on_their_own(desks, bare):
    assert {card(desks, law).level for law in (Law.MONEY, Law.CONTRACT)} == {"warn"}
    set_law(desks, Law.MONEY, LawLevel.BLOCK)
    with pytest.raises(NoMoneyBeforePermit):
        desks.cashier.do(TakeDeposit(unit=bare, amount=50_000))
    set_law(desks, Law.MONEY, LawLevel.WARN)
    desks.cashier.do(TakeDeposit(unit=bare, amount=50_000))
    desks.manager.do(ApprovePrice(unit=bare))
    set_law(desks, Law.CONTRACT, LawLevel.BLOCK)
    with pytest.raises(ContractBeforePermit):
        desks.consultant.do(Subscribe(unit=bare, mode="一次性付款"))
    desks.manager.do(RecordPermit(number="T-9", project=ONE, buildings=("9栋",)))
    desks.consultant.do(Subscribe(unit=bare, mode="一次性付款"))


def test_the_database_takes_no_money_and_no_contract_either(desks, bare, monkeypatch):
    set_law(desks, Law.MONEY, LawLevel.BLOCK)
    monkeypatch.setattr(till, "check_permit", lambda *_: [])
    monkeypatch.setattr(sales_commands, "check_permit", lambda *_: [])
    with pytest.raises((IntegrityError, UserError)) as refusal:
        desks.cashier.do(TakeDeposit(unit=bare, amount=50_000))
    assert "no permit, no money" in str(refusal.value) + str(refusal.value.__cause__)
    set_law(desks, Law.MONEY, LawLevel.OFF)
    desks.cashier.do(TakeDeposit(unit=bare, amount=50_000))
    desks.manager.do(ApprovePrice(unit=bare))
    set_law(desks, Law.CONTRACT, LawLevel.BLOCK)
    with pytest.raises((IntegrityError, UserError)) as refusal:
        desks.consultant.do(Subscribe(unit=bare, mode="一次性付款"))
    assert "no permit, no contract" in str(refusal.value) + str(refusal.value.__cause__)
    assert desks.state("9-1-0101") == "on hold"


def test_all_units_of_a_permit_are_published_within_ten_days(desks):
    desks.admin.do(ImportUnits(rows=rows("9栋", floors=2, per_floor=2), project=ONE, file="tower"))
    today = desks.clock.now.date()
    desks.manager.do(RecordPermit(number="T-9", project=ONE, buildings=("9栋",), issued_on=today))
    first, second, third, fourth = (desks.unit(f"9-1-0{n}") for n in ("101", "102", "201", "202"))
    answer = desks.manager.do(ReleaseUnits(units=(first,)))
    assert answer["not_all_published"] == []
    desks.clock.now += timedelta(days=11)
    answer = desks.manager.do(ReleaseUnits(units=(second,)))
    assert answer["not_all_published"] == ["T-9"]
    assert card(desks, Law.PUBLISH_ALL).against == ("T-9",)
    set_law(desks, Law.PUBLISH_ALL, LawLevel.BLOCK)
    with pytest.raises(NotAllPublished):
        desks.manager.do(ReleaseUnits(units=(third,)))
    assert desks.state("9-1-0201") == "draft"
    desks.manager.do(BlockUnits(units=(fourth,), reason="样板房"))
    desks.manager.do(ReleaseUnits(units=(third,)))
    assert card(desks, Law.PUBLISH_ALL).count == 0


def test_the_manager_sees_what_the_pack_would_stop(desks, bare):
    assert card(desks, Law.PERMIT).against == ("9-1-0101",)
    assert card(desks, Law.MONEY).against == ("9-1-0101",)
    assert card(desks, Law.CONTRACT).against == ()
    assert card(desks, Law.RESERVATION).count == 0


def test_a_list_price_above_the_filed_one_stands_against_the_law(desks):
    set_law(desks, Law.FILED_PRICE, LawLevel.WARN)
    unit = desks.unit("1-1-0101")
    desks.manager.do(SetFiledPrices(reference="备案", project=ONE))
    assert card(desks, Law.FILED_PRICE).count == 0
    lower = UnitPrice(unit=unit, unit_price=Fen(1_900_000))
    desks.manager.do(SetFiledPrices(reference="备案", project=ONE, prices=(lower,)))
    assert card(desks, Law.FILED_PRICE).against == ("1-1-0101",)


def test_a_pack_sets_every_law_and_leaves_its_reason(desks):
    assert desks.manager.do(AdoptLawPack(project=ONE, pack="cn-lottery", reason="市局通知")) == 2
    assert (card(desks, Law.RESERVATION).level, card(desks, Law.PUBLISH_ALL).level) == (
        "block", "block",
    )  # fmt: skip
    assert card(desks, Law.RESERVATION).reason == "市局通知"
    assert card(desks, Law.RESERVATION).by == desks.manager.person.name
    assert desks.manager.do(AdoptLawPack(project=ONE, pack="cn-lottery", reason="市局通知")) == 0
    assert desks.manager.do(AdoptLawPack(project=ONE, pack="abroad", reason="境外项目")) == len(
        Law
    )
    assert desks.manager.ask(projects)[0].law_level == "off"
    assert {line.command for line in desks.admin.ask(journal)} >= {"AdoptLawPack"}


def test_the_permit_s_law_has_one_place(desks):
    set_law(desks, Law.PERMIT, LawLevel.OFF)
    assert desks.manager.ask(projects)[0].law_level == "off"
    set_law(desks, Law.PERMIT, LawLevel.WARN)
    assert (card(desks, Law.PERMIT).level, card(desks, Law.PERMIT).by) == ("warn", "manager one")


def test_no_program_softens_the_permit_s_law_without_a_reason(desks):
    line = "INSERT INTO law_line (project_id, law, level, cites, reason, at, actor_id)"
    for statement in (
        "UPDATE project SET law_level = 'off' WHERE id = 1",
        f"{line} VALUES (1, 'R-01', 'off', '', ' ', 1, {desks.manager.person.id})",
    ):
        with desks.office.database.engine.connect() as connection:
            with pytest.raises(IntegrityError, match=r"guard: .* with its reason"):
                connection.exec_driver_sql(statement)
            connection.rollback()


def test_bad_words_change_nothing(desks):
    for command, refusal in (
        (AdoptLawPack(project=ONE, pack="atlantis", reason="x"), BadEntry),
        (AdoptLawPack(project=ONE, pack="abroad", reason=" "), MissingEntry),
        (SetLaw(project=ONE, law=Law.MONEY, level=LawLevel.OFF, reason="  "), MissingEntry),
        (SetLaw(project=ProjectId(9), law=Law.MONEY, level=LawLevel.OFF, reason="x"), UserError),
    ):
        with pytest.raises(refusal):
            desks.manager.do(command)
    with pytest.raises(NotPermitted):
        desks.consultant.do(SetLaw(project=ONE, law=Law.MONEY, level=LawLevel.OFF, reason="x"))
    assert [one.since for one in desks.manager.ask(law_pack)] == [None] * len(Law)


def test_a_released_unit_without_a_permit_is_refused_where_the_law_blocks(desks):
    desks.admin.do(ImportUnits(rows=rows("9栋", floors=1, per_floor=1), project=ONE, file="tower"))
    with pytest.raises(NoPermit):
        desks.manager.do(ReleaseUnits(units=(desks.unit("9-1-0101"),)))


def test_every_pack_names_every_law():
    assert all(set(pack) == set(Law) for pack in PACKS.values())
