"""Phones and ID numbers by role, in every answer there is: asked of the catalogue, not of a list."""

import inspect
import json
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal

import pytest

from salesdesk.kernel.keys import CustomerId, ProjectId, ReceiptId, RefundId, RequestId, UnitId
from salesdesk.office import questions
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.customers.commands import EditCustomer, RevealCustomer
from salesdesk.office.customers.queries import customer, register_sheet, visit_register
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import IdKind, Manner
from salesdesk.office.inventory.price_commands import DraftPrices
from salesdesk.office.inventory.pricing_rules import PriceScheme
from salesdesk.office.ledger.booking import RegisterBook
from salesdesk.office.ledger.queries import receipt_paper
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.ledger.vouchers import ExportVouchers
from salesdesk.office.sales.attaching import AttachFloorPlan, AttachScan
from salesdesk.office.sales.buyers import BuyerEntry
from salesdesk.office.sales.changing import RequestNames
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.queries import agreement_paper
from salesdesk.office.sales.refunding import RequestRefund
from salesdesk.office.sales.reserving import RequestReservation
from salesdesk.office.sales.supervised_sheets import StatementEntry
from salesdesk.office.sales.supervising import ImportStatement, MatchStatement, RegisterAccount
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import CancelSubscription
from salesdesk.office.staff.queries import journal
from salesdesk.office.staff.rules import DEFAULT_RIGHTS, SEES_PHONES, Role
from tests.attached_made import paper, picture
from tests.furnished import START, seat

PHONE, HIS_WIFES = "13812345678", "13987654321"
CARD, PASSPORT = "11010519491231002X", "E87654321"
GIVEN = {
    "account": "6222", "run": 1, "scheme": PriceScheme(base=Decimal(20_000)), "target": 1_260_000_000,
    "project": 1, "unit": 1, "customer": 1, "deal": 1, "phone": PHONE, "text": PHONE[-4:], "moment": START,
    "request": 1, "version": 1, "home": 1, "attachment": 1, "plan": 2, "to": 2, "mode": "公积金", "price": 100_000_000, "receipt": 1, "refund": 1, "number": "SJ0000001", "book": "甲", "building": 1, "stage": "封顶",
}  # fmt: skip
HIS = {"request": 3}
"""The cashier sees requests of refunds alone."""


@pytest.fixture
def full(desks):
    """An office where one customer has come as far as a subscription, beside his wife."""
    return filled(desks)


@pytest.fixture(scope="module")
def full_to_read(desks_to_read):
    """The same, for all who only ask."""
    return filled(desks_to_read)


def filled(desks):
    desks.reception.do(
        RegisterVisit(manner=Manner.VISIT, name="王小明", phone=PHONE, project=ProjectId(1))
    )
    desks.reception.do(EditCustomer(customer=CustomerId(1), id_number=CARD))
    desks.consultant.do(HoldUnit(unit=UnitId(1), customer=CustomerId(1)))
    desks.cashier.do(TakeDeposit(unit=UnitId(1), amount=100))
    desks.manager.do(ApprovePrice(unit=UnitId(1)))
    pair = (
        BuyerEntry(name="王小明", phone=PHONE, id_number=CARD, share_bp=5000),
        BuyerEntry(
            name="李芳", phone=HIS_WIFES, id_kind=IdKind.PASSPORT, id_number=PASSPORT,
            share_bp=5000,
        ),
    )  # fmt: skip
    desks.consultant.do(Subscribe(unit=UnitId(1), mode="公积金", buyers=pair))
    renamed = (replace(pair[1], share_bp=4000), replace(pair[0], share_bp=6000))
    wish = RequestNames(unit=UnitId(1), buyers=renamed, reason="x")
    asked_for = RequestId(desks.consultant.do(wish))
    for signer in (desks.manager, desks.deputy):
        signer.do(SignRequest(request=asked_for))
    desks.consultant.do(AttachScan(content=paper(), name="a.pdf", agreement="RG0000001"))
    desks.manager.do(AttachFloorPlan(content=picture(), name="a.png", unit=UnitId(1)))
    desks.manager.do(RegisterBook(book="甲", first="1", last="9"))
    desks.manager.do(RegisterAccount(bank="x", number="6222", project=ProjectId(1)))
    told = (
        StatementEntry(reference="R1", on=desks.clock.now.date(), amount=100, payer="王小明"),
        StatementEntry(reference="R2", on=desks.clock.now.date(), amount=200),
    )
    desks.cashier.do(ImportStatement(account="6222", lines=told, headings=()))
    desks.cashier.do(MatchStatement(line=1, moneys=(1,)))
    desks.manager.do(DraftPrices(name="1", reason="x", percent=Decimal(-1)))
    desks.consultant.do(
        RequestReservation(
            unit=UnitId(2), customer=CustomerId(1), until=desks.clock.now.date(), reason="x"
        )
    )
    desks.consultant.do(HoldUnit(unit=UnitId(3), customer=CustomerId(1)))
    desks.cashier.do(TakeDeposit(unit=UnitId(3), amount=100))
    desks.manager.do(CancelSubscription(unit=UnitId(3), fault=Fault.NONE, reason="x"))
    back = {"returned": (ReceiptId(2),), "bank_account": "x"}
    refund = RequestRefund(refund=RefundId(1), reason="x", **back)
    assert desks.cashier.do(refund) == HIS["request"]
    desks.clock.forward(days=1)
    desks.admin.do(ExportVouchers())
    return desks


def texts_of(value):
    """Every text within an answer, however deep."""
    if is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts_of(key)
            yield from texts_of(item)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from texts_of(item)
    elif isinstance(value, str):
        yield value


def asked(place, query):
    parameters = list(inspect.signature(query).parameters.values())[1:]
    given = GIVEN | HIS if place.person.role == Role.CASHIER else GIVEN
    needed = {p.name: given[p.name] for p in parameters if p.default is p.empty}
    return list(texts_of(place.ask(query, **needed)))


ASKED = [
    (role, name)
    for name in questions.QUERIES
    for role in Role
    if role in DEFAULT_RIGHTS.get(name, frozenset(Role))
]


@pytest.mark.parametrize(("role", "name"), ASKED)
def test_no_answer_shows_more_than_the_role_may_see(full_to_read, role, name):
    place = getattr(full_to_read, role.value)
    said = asked(place, questions.QUERIES[name])
    typed = PHONE if name == "known_caller" else None  # what he typed himself he may see again
    sees = role in SEES_PHONES or role is Role.CONSULTANT
    for text in said:
        assert CARD not in text
        assert PASSPORT not in text
        if not sees and text != typed:
            assert PHONE not in text
            assert HIS_WIFES not in text


def test_the_check_can_fail(full_to_read):
    """Somewhere the numbers are: else the test above would see nothing."""
    may = [name for role, name in ASKED if role is Role.MANAGER]
    said = [text for name in may for text in asked(full_to_read.manager, questions.QUERIES[name])]
    everything = "\n".join(said)
    assert PHONE in everything
    assert HIS_WIFES in everything
    assert CARD[-4:] in everything


@pytest.mark.parametrize("role", [Role.RECEPTION, Role.CASHIER, Role.ADMIN])
def test_a_phone_is_masked_in_the_middle(full_to_read, role):
    assert getattr(full_to_read, role.value).ask(customer, 1).phones == ("138****5678",)


def test_a_consultant_sees_his_own_customers_phones_and_nobody_elses(full):
    from salesdesk.office.staff.commands import AddPerson

    full.admin.do(AddPerson(login="second", name="乙", role=Role.CONSULTANT))
    other = seat(full.office, "second")
    assert full.consultant.ask(customer, 1).phones == (PHONE,)
    assert other.ask(customer, 1).phones == ("138****5678",)
    day = START.date()
    assert [x.phone for x in other.ask(visit_register, None, day, day)] == ["138****5678"]


def test_the_printed_register_is_masked_like_the_screen(full):
    day = START.date()
    for role, phone in ((Role.RECEPTION, "138****5678"), (Role.MANAGER, PHONE)):
        sheet = getattr(full, role.value).ask(register_sheet, 1, "p", "c", day, day)
        assert [line.phone for line in sheet.lines] == [phone]


def test_a_receipt_shows_four_places_of_a_card_and_the_agreement_all(full):
    sheet, _marks = full.cashier.ask(receipt_paper, 1)
    assert sheet.payer_id_tail == CARD[-4:]
    assert CARD not in "".join(texts_of(sheet))
    paper = full.consultant.ask(agreement_paper, "RG0000001")
    assert [buyer.id_number for buyer in paper.buyers] == [CARD, PASSPORT]  # a contract's parties


def test_what_is_revealed_is_journalled_with_its_reason(full):
    shown = full.reception.do(RevealCustomer(customer=CustomerId(1), reason="办理贷款"))
    assert (shown["phones"], shown["id_number"]) == ([PHONE], CARD)
    line = full.admin.ask(journal)[0]
    assert (line.command, json.loads(line.form)["reason"]) == ("RevealCustomer", "办理贷款")
    with pytest.raises(Exception) as refusal:  # noqa: PT011 - any refusal
        full.reception.do(RevealCustomer(customer=CustomerId(1), reason=" "))
    assert hasattr(refusal.value, "sentences")


def test_the_journals_table_holds_no_whole_number(full):
    """Not only its lines: forms, changes and answers, as they lie in the file for ever."""
    full.reception.do(RevealCustomer(customer=CustomerId(1), reason="办理贷款"))
    with full.office.database.reading() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT form || changed || answer FROM journal"
        ).scalars()  # fmt: skip
        written = "\n".join(rows)
    for number in (PHONE, HIS_WIFES, CARD, PASSPORT):
        assert number not in written
