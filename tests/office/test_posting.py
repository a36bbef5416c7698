"""People who are posted to some projects see and touch nothing of the others; on both stores."""

from collections import Counter
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy.exc import DBAPIError

from salesdesk.kernel.errors import NotFound, NotPermitted
from salesdesk.kernel.keys import ProjectId, ReceiptId, RequestId, UnitId
from salesdesk.office import catalogue
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.approvals.queries import requests
from salesdesk.office.customers.queries import customer, visit_register
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.figures.fence import scope
from salesdesk.office.figures.search import find
from salesdesk.office.inventory.commands import (
    CreateProject,
    EditProject,
    HoldBack,
    ImportUnits,
    ReleaseUnits,
)
from salesdesk.office.inventory.past import board_at
from salesdesk.office.inventory.price_commands import DraftPrices
from salesdesk.office.inventory.queries import (
    board,
    board_columns,
    board_patch,
    projects,
    unit_card,
    unit_history,
)
from salesdesk.office.ledger.commands import PrintReceipt
from salesdesk.office.ledger.queries import receipts
from salesdesk.office.sales.commands import HoldUnit, LetGo, Subscribe
from salesdesk.office.sales.posting import PostPerson, postings
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.queries import deal_on, deals
from salesdesk.office.sales.reservations import reservations
from salesdesk.office.sales.reserving import RequestReservation
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.voiding import VoidReceipt
from salesdesk.office.staff.posted import NotYourProject
from salesdesk.office.staff.queries import journal
from salesdesk.store.database import Record
from tests.furnished import permit, rows

ONE, TWO = ProjectId(1), ProjectId(2)


@pytest.fixture
def both(desks):
    """Two projects, with a deal, a receipt and a request in each; everybody works in both yet."""
    desks.admin.do(CreateProject(name="二期"))
    desks.admin.do(ImportUnits(rows=rows(), project=TWO, file="2"))
    desks.manager.do(permit(number="T-002", project=TWO))
    desks.manager.do(ReleaseUnits(project=TWO))
    desks.two = [UnitId(card.id) for card in desks.manager.ask(board, 2)]
    desks.one = [UnitId(card.id) for card in desks.manager.ask(board, 1)]
    buyer = desks.customer()
    for here in (desks.one, desks.two):
        desks.consultant.do(HoldUnit(unit=here[0], customer=buyer))
        desks.cashier.do(TakeDeposit(unit=here[0], amount=5_000_000))
        desks.manager.do(ApprovePrice(unit=here[0]))
        desks.consultant.do(Subscribe(unit=here[0], mode="公积金"))
        until = desks.clock.now.date() + timedelta(days=3)
        wish = {"customer": buyer, "until": until, "reason": "x"}
        desks.consultant.do(RequestReservation(unit=here[1], **wish))
    desks.buyer = buyer
    return desks


def post(desks, who, *where):
    desks.admin.do(PostPerson(person=getattr(desks, who).person.id, projects=where))


def test_without_a_posting_one_works_in_all_and_it_can_be_taken_back(both):
    assert len(both.consultant.ask(projects)) == 2
    post(both, "consultant", TWO)
    assert [card.id for card in both.consultant.ask(projects)] == [TWO]
    assert both.admin.ask(postings) == {both.consultant.person.id: (TWO,)}
    post(both, "consultant", ONE, TWO)
    assert len(both.consultant.ask(projects)) == 2
    post(both, "consultant")
    assert len(both.consultant.ask(projects)) == 2
    assert both.admin.ask(postings) == {}
    line = both.admin.ask(journal)[0]
    assert (line.command, '"projects":[["云栖花园","二期"],[]]' in line.changed) == (
        "PostPerson",
        True,
    )


def test_who_may_post_and_where(both):
    with pytest.raises(NotPermitted):
        both.manager.do(PostPerson(person=both.consultant.person.id, projects=(ONE,)))
    with pytest.raises(NotFound):
        both.admin.do(PostPerson(person=both.consultant.person.id, projects=(ProjectId(9),)))
    with pytest.raises(NotFound):
        both.admin.do(PostPerson(person=99, projects=(ONE,)))
    assert both.admin.ask(postings) == {}


def test_his_lists_hold_his_projects_alone(both):
    everything = both.manager.ask(deals), both.manager.ask(receipts), both.manager.ask(requests)
    assert [len(found) for found in everything] == [2, 2, 2]
    for who in ("manager", "cashier", "head", "consultant"):
        post(both, who, TWO)
    assert [card.unit_id for card in both.manager.ask(deals)] == [both.two[0]]
    assert [line.number for line in both.cashier.ask(receipts)] == ["SJ0000002"]
    assert [card.subject for card in both.head.ask(requests)] == [
        both.manager.ask(unit_card, both.two[1]).code
    ]
    assert len(both.consultant.ask(requests)) == 1
    assert {card.project for card in both.manager.ask(board)} == {TWO}
    assert both.manager.ask(deal_on, both.one[0]) is None
    assert both.manager.ask(unit_history, both.one[0]) == ()
    assert both.manager.ask(board_patch, tuple(both.one)) == ()
    assert both.manager.ask(reservations) == ()


def test_search_finds_the_customer_and_his_projects_units_alone(both):
    post(both, "consultant", TWO)
    found = both.consultant.ask(find, "王小明")
    assert [line for line in found if line.kind == "customer"]
    units = [line for line in both.consultant.ask(find, "1-1-0101") if line.kind == "unit"]
    assert {line.key for line in units} <= set(both.two)
    assert len(units) == 1


def test_the_journal_tells_him_nothing_of_other_projects(both):
    """By unit, deal, price, request or the project's name, old entries paged in as well."""
    both.admin.do(EditProject(project=ONE, company="一期公司"))
    for project, name in ((ONE, "一期"), (TWO, "二期")):
        wish = {"project": project, "percent": Decimal(1), "reason": "x"}
        both.manager.do(DraftPrices(name=f"{name}调价", **wish))
    both.reception.do(
        RegisterVisit(manner=Manner.CALL, name="张三", phone="13312345678", project=ONE)
    )
    whole = both.manager.ask(journal)
    post(both, "manager", TWO)
    seen = both.manager.ask(journal)
    known = {line.id for line in seen}
    hidden = [line for line in whole if line.id not in known]
    done = Counter(line.command for line in seen)
    assert done["HoldUnit"] == done["TakeDeposit"] == done["Subscribe"] == done["ImportUnits"] == 1
    assert done["RequestReservation"] == done["ReleaseUnits"] == done["RecordPermit"] == 1
    assert Counter(line.command for line in hidden) == {
        "HoldUnit": 1, "TakeDeposit": 1, "ApprovePrice": 1, "Subscribe": 1, "ImportUnits": 1,
        "RequestReservation": 1, "ReleaseUnits": 1, "RecordPermit": 1, "EditProject": 1,
        "DraftPrices": 1, "RegisterVisit": 2, "FoundOffice": 1,
    }  # fmt: skip
    told = " ".join(line.form + line.changed for line in seen)
    assert "一期" not in told and not any(f'"unit":{unit}' in told for unit in both.one)
    paged = both.manager.ask(journal, 2)
    while paged[-1].id > seen[-1].id:
        paged += both.manager.ask(journal, 2, paged[-1].id)
    assert paged == seen


def test_a_customer_is_the_offices_and_tells_of_no_other_project(both):
    """Who he is, whose he is; no visit, unit, deal or price of a project that is not the asker's."""
    assert both.manager.ask(customer, both.buyer).visits == 1
    for who in ("consultant", "manager"):
        post(both, who, TWO)
        seat = getattr(both, who)
        card = seat.ask(customer, both.buyer)
        assert (card.name, card.visits, card.units) == (
            "王小明",
            0,
            (),
        )  # he came to the other one
        assert seat.ask(visit_register, None, customer=both.buyer) == ()
        assert [deal.unit_id for deal in seat.ask(deals)] == [both.two[0]]


@pytest.mark.parametrize(
    "ask",
    [
        lambda both: both.manager.ask(unit_card, both.one[0]),
        lambda both: both.manager.ask(board_columns, 1),
        lambda both: both.manager.ask(board_at, both.clock.now, 1),
    ],
    ids=("card", "board", "past"),
)
def test_what_is_asked_by_its_number_is_not_there_for_him(both, ask):
    post(both, "manager", TWO)
    with pytest.raises((NotFound, NotYourProject)):
        ask(both)


def commands(both):
    day = both.clock.now.date()
    return {
        "HoldUnit": ("consultant", HoldUnit(unit=both.one[2], customer=both.buyer)),
        "LetGo": ("consultant", LetGo(unit=both.one[0])),
        "TakeDeposit": ("cashier", TakeDeposit(unit=both.one[0], amount=100)),
        "VoidReceipt": ("cashier", VoidReceipt(receipt=ReceiptId(1), reason="写错")),
        "PrintReceipt": ("cashier", PrintReceipt(receipt=ReceiptId(1))),
        "ApprovePrice": ("manager", ApprovePrice(unit=both.one[0])),
        "HoldBack": ("manager", HoldBack(units=(both.one[3],), reason="样板间")),
        "RecordPermit": ("manager", permit(number="T-9", project=ONE)),
        "EditProject": ("manager", EditProject(project=ONE, phone="1")),
        "DraftPrices": (
            "manager", DraftPrices(name="一", reason="x", project=ONE, percent=Decimal(1)),
        ),
        "RequestReservation": (
            "consultant",
            RequestReservation(unit=both.one[2], customer=both.buyer, until=day, reason="x"),
        ),
        "SignRequest": ("head", SignRequest(request=RequestId(1))),
        "ImportUnits": ("manager", ImportUnits(rows=rows("9栋"), project=ONE, file="9")),
    }  # fmt: skip


NAMES = (
    "HoldUnit", "LetGo", "TakeDeposit", "VoidReceipt", "PrintReceipt", "ApprovePrice", "HoldBack",
    "RecordPermit", "EditProject", "DraftPrices", "RequestReservation", "SignRequest", "ImportUnits",
)  # fmt: skip


def test_no_command_reaches_into_another_project(both):
    wanted = commands(both)
    assert tuple(wanted) == NAMES
    for who in ("manager", "cashier", "head", "consultant"):
        post(both, who, TWO)
    before = both.admin.ask(journal)
    for name, (who, command) in wanted.items():
        with pytest.raises(NotYourProject):
            getattr(both, who).do(command)
        assert both.admin.ask(journal) == before, name


def test_in_his_own_project_everything_goes_on(both):
    for who in ("manager", "cashier", "head", "consultant"):
        post(both, who, TWO)
    unit = both.two[2]
    both.consultant.do(HoldUnit(unit=unit, customer=both.buyer))
    both.cashier.do(TakeDeposit(unit=unit, amount=5_000_000))
    both.manager.do(ApprovePrice(unit=unit))
    agreement = both.consultant.do(Subscribe(unit=unit, mode="公积金"))
    assert agreement["agreement"] == "RG0000003"  # numbers are the office's
    both.head.do(SignRequest(request=RequestId(2)))
    both.manager.do(DraftPrices(name="一", reason="x", project=TWO, percent=Decimal(1)))


@pytest.mark.parametrize("desks", ["file"], indirect=True)
def test_no_raw_row_of_another_project_is_written_in_his_name(both):
    post(both, "consultant", TWO)
    me = both.consultant.person.id
    row = (
        "INSERT INTO claim (unit_id, stage, opened_at, opened_by, reason, opening, end_reason)"
        f" VALUES ({both.one[3]}, 'held back', 1, {me}, 'x', 0, '')"
    )
    with (
        pytest.raises(DBAPIError, match="not his"),
        both.office.database.engine.begin() as raw,
    ):
        raw.exec_driver_sql(row)


def test_every_table_is_a_projects_or_known_to_be_the_offices():
    """A new table is within somebody's projects, or it stands here on purpose."""
    projects_ = frozenset({1})
    office = {
        table.name for table in Record.metadata.sorted_tables if scope(table, projects_) is None
    }
    assert catalogue.COMMANDS
    assert office == {
        "person", "posting", "role_right", "setting", "journal", "intent", "seal", "change",
        "customer", "phone", "payment_mode", "counter", "flow", "flow_step", "stand_in",
        "discount_limit", "revision", "cash_count", "medium", "receipt_book", "book_issue",
        "book_return", "day_close", "day_close_tender", "day_close_piece", "month_close",
        "account_code", "voucher_run",
        "loan_check_list",
    }  # fmt: skip
