"""A project's law pack: each law blocks, warns or is silent on its own, and the database knows it."""

from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import BadEntry, MissingEntry, NotPermitted, UserError
from salesdesk.kernel.keys import Fen, ProjectId, RequestId
from salesdesk.office.approvals.commands import FactsChanged, OwnRequest, SignRequest
from salesdesk.office.figures.need_rules import NeedKind
from salesdesk.office.figures.needs import needs
from salesdesk.office.founding import found
from salesdesk.office.inventory.commands import (
    BlockUnits,
    CreateProject,
    ImportUnits,
    ReleaseUnits,
)
from salesdesk.office.inventory.law import (
    ContractBeforePermit,
    NoMoneyBeforePermit,
    NoPermit,
    NotAllPublished,
)
from salesdesk.office.inventory.law_commands import AdoptLawPack, LawByRequest, SetLaw
from salesdesk.office.inventory.law_queries import law_pack
from salesdesk.office.inventory.law_requesting import (
    LawAsked,
    NothingRelaxed,
    RelaxLaws,
    RequestLaws,
)
from salesdesk.office.inventory.law_rules import PACKS, Law
from salesdesk.office.inventory.price_limits import RefilePrices, SetFiledPrices
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.inventory.queries import projects
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.sales import commands as sales_commands
from salesdesk.office.sales import till
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.staff.queries import journal
from tests.furnished import FOUNDER, PASSWORD, Clock, permit, put_law, rows

ONE = ProjectId(1)


@pytest.fixture
def bare(desks):
    """A unit on hold in a building without a permit, where the permit's law only warns."""
    desks.admin.do(ImportUnits(rows=rows("9栋", floors=1, per_floor=2), project=ONE, file="tower"))
    put_law(desks, Law.PERMIT, LawLevel.WARN)
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
    put_law(desks, Law.MONEY, LawLevel.BLOCK)
    with pytest.raises(NoMoneyBeforePermit):
        desks.cashier.do(TakeDeposit(unit=bare, amount=50_000))
    put_law(desks, Law.MONEY, LawLevel.WARN)
    desks.cashier.do(TakeDeposit(unit=bare, amount=50_000))
    desks.manager.do(ApprovePrice(unit=bare))
    put_law(desks, Law.CONTRACT, LawLevel.BLOCK)
    with pytest.raises(ContractBeforePermit):
        desks.consultant.do(Subscribe(unit=bare, mode="一次性付款"))
    desks.manager.do(permit(number="T-9", project=ONE, buildings=("9栋",)))
    desks.consultant.do(Subscribe(unit=bare, mode="一次性付款"))


def test_the_database_takes_no_money_and_no_contract_either(desks, bare, monkeypatch):
    put_law(desks, Law.MONEY, LawLevel.BLOCK)
    monkeypatch.setattr(till, "check_permit", lambda *_: [])
    monkeypatch.setattr(sales_commands, "check_permit", lambda *_: [])
    with pytest.raises((IntegrityError, UserError)) as refusal:
        desks.cashier.do(TakeDeposit(unit=bare, amount=50_000))
    assert "no permit, no money" in str(refusal.value) + str(refusal.value.__cause__)
    put_law(desks, Law.MONEY, LawLevel.OFF)
    desks.cashier.do(TakeDeposit(unit=bare, amount=50_000))
    desks.manager.do(ApprovePrice(unit=bare))
    put_law(desks, Law.CONTRACT, LawLevel.BLOCK)
    with pytest.raises((IntegrityError, UserError)) as refusal:
        desks.consultant.do(Subscribe(unit=bare, mode="一次性付款"))
    assert "no permit, no contract" in str(refusal.value) + str(refusal.value.__cause__)
    assert desks.state("9-1-0101") == "on hold"


def test_all_units_of_a_permit_are_published_within_ten_days(desks):
    desks.admin.do(ImportUnits(rows=rows("9栋", floors=2, per_floor=2), project=ONE, file="tower"))
    today = desks.clock.now.date()
    desks.manager.do(permit(number="T-9", project=ONE, buildings=("9栋",), issued_on=today))
    first, second, third, fourth = (desks.unit(f"9-1-0{n}") for n in ("101", "102", "201", "202"))
    answer = desks.manager.do(ReleaseUnits(units=(first,)))
    assert answer["not_all_published"] == []
    desks.clock.now += timedelta(days=11)
    answer = desks.manager.do(ReleaseUnits(units=(second,)))
    assert answer["not_all_published"] == ["T-9"]
    assert card(desks, Law.PUBLISH_ALL).against == ("T-9",)
    put_law(desks, Law.PUBLISH_ALL, LawLevel.BLOCK)
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
    put_law(desks, Law.FILED_PRICE, LawLevel.WARN)
    unit = desks.unit("1-1-0101")
    desks.manager.do(SetFiledPrices(reference="备案", project=ONE))
    assert card(desks, Law.FILED_PRICE).count == 0
    lower = UnitPrice(unit=unit, unit_price=Fen(1_900_000))
    desks.general.do(RefilePrices(reference="备案", project=ONE, prices=(lower,)))
    assert card(desks, Law.FILED_PRICE).against == ("1-1-0101",)


def test_a_pack_sets_every_law_and_leaves_its_reason(desks):
    assert desks.manager.do(AdoptLawPack(project=ONE, pack="cn-lottery", reason="市局通知")) == 2
    assert (card(desks, Law.RESERVATION).level, card(desks, Law.PUBLISH_ALL).level) == (
        "block", "block",
    )  # fmt: skip
    assert card(desks, Law.RESERVATION).reason == "市局通知"
    assert card(desks, Law.RESERVATION).by == desks.manager.person.name
    assert desks.manager.do(AdoptLawPack(project=ONE, pack="cn-lottery", reason="市局通知")) == 0
    asked = desks.manager.do(RequestLaws(project=ONE, pack="abroad", reason="境外项目"))
    for signer in (desks.head, desks.general):
        signer.do(SignRequest(request=RequestId(asked)))
    assert desks.manager.ask(projects)[0].law_level == "off"
    assert {line.command for line in desks.admin.ask(journal)} >= {"AdoptLawPack"}


def test_the_permit_s_law_has_one_place(desks):
    put_law(desks, Law.PERMIT, LawLevel.OFF)
    assert desks.manager.ask(projects)[0].law_level == "off"
    put_law(desks, Law.PERMIT, LawLevel.WARN)
    assert (card(desks, Law.PERMIT).level, card(desks, Law.PERMIT).by) == ("warn", "manager one")


def test_no_program_softens_the_permit_s_law_without_a_reason(desks):
    line = "INSERT INTO law_line (project_id, law, level, ships, cites, reason, at, actor_id)"
    for statement in (
        "UPDATE project SET law_level = 'off' WHERE id = 1",
        f"{line} VALUES (1, 'R-01', 'block', 'block', '', ' ', 1, {desks.manager.person.id})",
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


def test_nobody_relaxes_a_law_alone(desks):
    wish = {"project": ONE, "law": Law.PERMIT, "level": LawLevel.OFF, "reason": "现房"}
    for seat in (desks.manager, desks.admin):
        with pytest.raises(LawByRequest) as refusal:
            seat.do(SetLaw(**wish))
    assert refusal.value.facts == {"laws": "R-01"}
    with pytest.raises(LawByRequest) as refusal:
        desks.manager.do(AdoptLawPack(project=ONE, pack="abroad", reason="x"))
    assert refusal.value.facts == {"laws": "R-01, R-02, R-03, R-06, R-07, R-08"}
    with pytest.raises(NotPermitted):
        desks.manager.do(RelaxLaws(project=ONE, law=Law.PERMIT, level=LawLevel.OFF))
    asked = RequestId(desks.manager.do(RequestLaws(**wish)))
    with pytest.raises(LawAsked):
        desks.head.do(RequestLaws(**wish | {"level": LawLevel.WARN}))
    with pytest.raises(OwnRequest):
        desks.manager.do(SignRequest(request=asked))
    desks.deputy.do(SignRequest(request=asked))
    assert card(desks, Law.PERMIT).level == "block"
    desks.general.do(SignRequest(request=asked))
    stands = card(desks, Law.PERMIT)
    assert (stands.level, stands.ships, stands.below) == ("off", "block", True)
    assert (stands.by, stands.reason) == ("manager one", "现房")
    assert stands.signed_by == ("deputy one", "general one")
    desks.manager.do(SetLaw(**wish | {"level": LawLevel.BLOCK}))
    assert not card(desks, Law.PERMIT).below
    assert desks.manager.ask(projects)[0].law_level == "block"


def test_what_relaxes_nothing_needs_no_signatures(desks):
    for wish in (
        {"law": Law.PUBLISH_ALL, "level": LawLevel.BLOCK},
        {"law": Law.PUBLISH_ALL, "level": LawLevel.WARN},
        {"pack": "cn-lottery"},
    ):
        with pytest.raises(NothingRelaxed):
            desks.manager.do(RequestLaws(project=ONE, reason="x", **wish))
    for wish in ({"law": Law.PUBLISH_ALL}, {}):
        with pytest.raises(MissingEntry):
            desks.manager.do(RequestLaws(project=ONE, reason="x", **wish))
    with pytest.raises(BadEntry):
        desks.manager.do(RequestLaws(project=ONE, reason="x", pack="atlantis"))
    line = SetLaw(project=ONE, law=Law.MONEY, level=LawLevel.BLOCK, cites="新文", reason="x")
    desks.manager.do(line)
    assert card(desks, Law.MONEY).cites == "新文"


def test_a_law_that_moved_in_between_is_not_relaxed_as_it_was_asked(desks):
    wish = {"project": ONE, "law": Law.PUBLISH_ALL, "level": LawLevel.OFF, "reason": "x"}
    asked = RequestId(desks.manager.do(RequestLaws(**wish)))
    desks.head.do(SignRequest(request=asked))
    put_law(desks, Law.PUBLISH_ALL, LawLevel.BLOCK)
    with pytest.raises(FactsChanged):
        desks.general.do(SignRequest(request=asked))
    assert card(desks, Law.PUBLISH_ALL).level == "block"


def test_a_pack_is_relaxed_by_request_and_is_then_what_the_laws_are_measured_by(desks):
    asked = RequestId(desks.manager.do(RequestLaws(project=ONE, pack="abroad", reason="境外")))
    for signer in (desks.head, desks.general):
        signer.do(SignRequest(request=asked))
    assert {one.level for one in desks.manager.ask(law_pack)} == {"off"}
    assert not any(one.below for one in desks.manager.ask(law_pack))
    assert of(desks.manager) == []
    assert desks.manager.do(AdoptLawPack(project=ONE, pack="cn", reason="回国")) == len(Law) - 1


def of(seat):
    return [line for line in seat.ask(needs) if line.kind is NeedKind.LAW]


def test_a_relaxed_law_stands_on_the_desks_until_it_is_as_its_pack_again(desks, bare):
    for seat in (desks.manager, desks.head, desks.deputy):
        lines = {line.subject: line for line in of(seat)}
        assert list(lines) == ["R-01", "R-02", "R-03"]
    line = lines["R-01"]
    assert (line.level, line.count, line.person, line.detail) == ("warn", 1, "manager one", "x")
    assert line.signers == ("head one", "general one")
    assert (line.topic, line.key) == (Topic.PROJECT, ONE)
    put_law(desks, Law.PERMIT, LawLevel.BLOCK)
    assert of(desks.manager) == []


def test_the_first_pack_of_an_office_is_part_of_its_founding(tmp_path):
    office, _key = found(tmp_path / "new.office", FOUNDER, Clock())
    with closing(office):
        admin = office.sign_in("admin", PASSWORD)
        second = ProjectId(admin.do(CreateProject(name="二期")))
        with pytest.raises(LawByRequest):
            admin.do(AdoptLawPack(project=second, pack="abroad", reason="x"))
        with pytest.raises(LawByRequest):
            admin.do(SetLaw(project=ONE, law=Law.PERMIT, level=LawLevel.OFF, reason="x"))
        assert (
            admin.do(AdoptLawPack(project=ONE, pack="abroad", reason="境外项目")) == len(Law) - 1
        )
        admin.do(AdoptLawPack(project=ONE, pack="cn", reason="x"))
        with pytest.raises(LawByRequest):
            admin.do(AdoptLawPack(project=ONE, pack="abroad", reason="x"))


LINE = (
    "INSERT INTO law_line (project_id, law, level, ships, cites, reason, at, actor_id, request_id)"
)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ("'R-01', 'off', 'block', '', 'x', 1, {manager}, NULL", "relaxes a law alone"),
        ("'R-02', 'warn', 'block', '', 'x', 1, {manager}, NULL", "relaxes a law alone"),
        ("'R-06', 'block', 'warn', '', 'x', 1, {manager}, NULL", "relaxes a law alone"),
        ("'R-07', 'off', 'warn', '', 'x', 1, {manager}, NULL", "relaxes a law alone"),
        ("'R-07', 'block', 'warn', '', 'x', 1, {consultant}, NULL", "without the right"),
        ("'R-01', 'off', 'block', '', 'x', 1, {manager}, 1", "as it was signed"),
        ("'R-26', 'block', 'off', '', 'x', 1, {manager}, 1", "as it was signed"),
    ],
)
def test_no_program_relaxes_a_law_without_its_signatures(desks, values, why):
    asked = RequestLaws(project=ONE, law=Law.PERMIT, level=LawLevel.OFF, reason="x")
    request = RequestId(desks.manager.do(asked))
    desks.head.do(SignRequest(request=request))
    people = {"manager": desks.manager.person.id, "consultant": desks.consultant.person.id}
    statement = f"{LINE} VALUES (1, {values.format(**people)})"
    with desks.office.database.engine.connect() as connection:
        with pytest.raises(IntegrityError, match=f"guard: .*{why}"):
            connection.exec_driver_sql(statement)
        connection.rollback()
