"""Who acts for a buyer: guardians, legal representatives, proxies; nobody who cannot, on both stores."""

from datetime import date
from io import BytesIO

import pypdf
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.documents.agreement import agreement_pdf
from salesdesk.kernel.errors import MissingEntry
from salesdesk.kernel.keys import RequestId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.customers.commands import EditCustomer
from salesdesk.office.customers.rules import IdKind
from salesdesk.office.figures.audit import audit
from salesdesk.office.sales.agents import (
    AgentEntry,
    AgentNotFit,
    AgentRole,
    CompanyAlone,
    MinorAlone,
    check_agents,
)
from salesdesk.office.sales.buyers import BuyerEntry, buyer_line
from salesdesk.office.sales.changing import RequestNames
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.queries import agreement_paper, buyers
from salesdesk.office.sales.till import TakeDeposit

MOTHER = "11010519491231002X"


def card(day):
    """A resident number of somebody born on *day* (yyyymmdd), with its right last place."""
    body = f"110105{day}100"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, weights, strict=True)) % 11]


def guardian(**other):
    return AgentEntry(
        **{"acts_as": AgentRole.GUARDIAN, "name": "李芳", "id_number": MOTHER, **other}
    )


@pytest.fixture
def unit(desks):
    return deposited(desks, "1-1-0101", "王小宝")


def deposited(desks, code, customer):
    found = desks.unit(code)
    desks.consultant.do(HoldUnit(unit=found, customer=desks.customer(customer)))
    desks.cashier.do(TakeDeposit(unit=found, amount=1_000_000))
    desks.manager.do(ApprovePrice(unit=found))
    return found


def subscribe(desks, unit, *people):
    return desks.consultant.do(Subscribe(unit=unit, mode="公积金", buyers=people))


def child(agent=None, name="王小宝"):
    return BuyerEntry(name=name, id_number=card("20170307"), agent=agent)


def test_a_minor_buys_through_his_guardian_and_the_paper_says_so(desks, unit):
    with pytest.raises(MinorAlone) as refused:
        subscribe(desks, unit, child())
    assert refused.value.facts["born"] == date(2017, 3, 7)
    with pytest.raises(MinorAlone):
        subscribe(desks, unit, child(guardian(acts_as=AgentRole.PROXY, document="授权书")))
    number = subscribe(desks, unit, child(guardian(phone="13900000009")))["agreement"]
    (line,) = desks.manager.ask(buyers, 1)
    assert (line.agent.name, line.agent.id_number[-4:]) == ("李芳", MOTHER[-4:])
    assert line.agent.id_number.startswith("***")
    sheet = desks.manager.ask(agreement_paper, number)
    for language, words in (("zh_CN", "监护人李芳"), ("en", "guardian")):
        pages = pypdf.PdfReader(BytesIO(agreement_pdf(sheet, language))).pages
        told = "".join(page.extract_text() for page in pages).replace("\n", "")
        assert words in told and MOTHER in told
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]


def test_a_company_is_acted_for_and_a_proxy_shows_his_paper(desks, unit):
    who = EditCustomer(customer=desks.customer("王小宝"), name="云栖置业")
    desks.consultant.do(who)
    company = {"name": "云栖置业", "id_kind": IdKind.COMPANY, "id_number": "91330106MA2KJ8X12B"}
    with pytest.raises(CompanyAlone):
        subscribe(desks, unit, BuyerEntry(**company))
    with pytest.raises(AgentNotFit):
        subscribe(desks, unit, BuyerEntry(**company, agent=guardian()))
    with pytest.raises(MissingEntry):
        subscribe(desks, unit, BuyerEntry(**company, agent=guardian(acts_as=AgentRole.PROXY)))
    head = guardian(acts_as=AgentRole.REPRESENTATIVE)
    assert subscribe(desks, unit, BuyerEntry(**company, agent=head))["agreement"]


@pytest.mark.parametrize(
    ("born", "minor"), [("20081124", False), ("20081125", True), ("20080229", False)]
)
def test_one_is_of_age_on_ones_eighteenth_birthday(born, minor):
    line = buyer_line(BuyerEntry(name="甲", id_number=card(born)))
    if not minor:
        check_agents((line,), date(2026, 11, 24))
        return
    with pytest.raises(MinorAlone):
        check_agents((line,), date(2026, 11, 24))


@pytest.mark.parametrize(
    "agent",
    [
        guardian(id_number=card("20101010")),  # a child himself
        guardian(acts_as=AgentRole.REPRESENTATIVE),  # of a person
        guardian(id_number=card("19700101")),  # the buyer himself
        guardian(id_kind=IdKind.COMPANY, id_number="91330106MA2KJ8X12B"),
    ],
)
def test_nobody_acts_who_cannot(agent):
    line = buyer_line(BuyerEntry(name="甲", id_number=card("19700101"), agent=agent))
    with pytest.raises(AgentNotFit):
        check_agents((line,), date(2026, 11, 24))


def test_who_is_identified_later_as_a_minor_needs_the_guardian_then(desks, unit):
    subscribe(desks, unit, BuyerEntry(name="王小宝"))
    with pytest.raises(MinorAlone):
        desks.consultant.do(IdentifyBuyer(unit=unit, id_number=card("20170307")))
    assert desks.manager.ask(buyers, 1)[0].id_number == ""
    desks.consultant.do(IdentifyBuyer(unit=unit, id_number=card("20170307"), agent=guardian()))
    assert desks.manager.ask(buyers, 1)[0].agent.name == "李芳"


def test_a_change_of_names_asks_the_same(desks):
    unit = deposited(desks, "1-1-0102", "王小明")
    subscribe(desks, unit, BuyerEntry(name="王小明", id_number=card("19800101")))
    wish = {"unit": unit, "reason": "x"}
    with pytest.raises(MinorAlone):
        desks.consultant.do(RequestNames(buyers=(child(),), **wish))
    asked = desks.consultant.do(RequestNames(buyers=(child(guardian()),), **wish))
    for signer in (desks.manager, desks.deputy):
        signer.do(SignRequest(request=RequestId(asked)))
    (line,) = desks.manager.ask(buyers, 1)
    assert (line.name, line.agent.role) == ("王小宝", "guardian")


def test_the_database_keeps_who_acts(desks, unit):
    subscribe(desks, unit, child(guardian()))
    wrong = (
        "UPDATE buyer_agent SET name = 'x'",
        "DELETE FROM buyer_agent",
    )
    for statement in wrong:
        with (
            pytest.raises(IntegrityError, match="guard"),
            desks.office.database.writing() as session,
        ):
            session.execute(text(statement))
