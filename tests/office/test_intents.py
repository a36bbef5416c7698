"""A command has one effect, however often it is sent, whatever was in the way."""

from dataclasses import replace
from typing import get_args
from uuid import uuid4

import pytest
from sqlalchemy import event

from salesdesk.app.forms import slots_of
from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.errors import BadEntry, NotPermitted, UserError
from salesdesk.kernel.keys import CustomerId, ReceiptId, UnitId
from salesdesk.office.customers.commands import EditCustomer
from salesdesk.office.figures.audit import audit, counts
from salesdesk.office.inventory.claims import UnitTaken
from salesdesk.office.inventory.commands import ReleaseUnits, WithdrawUnits
from salesdesk.office.ledger.commands import PrintReceipt
from salesdesk.office.ledger.queries import receipts
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.questions import QUERIES
from salesdesk.office.sales.commands import ExtendHold, HoldUnit, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import AcceptBack, CancelSubscription
from salesdesk.office.staff.commands import AddPerson
from salesdesk.office.staff.rules import Role
from salesdesk.store.journal import IntentReused
from tests.office.everything import commands


def rows(desks):
    return desks.manager.ask(counts)


@pytest.fixture
def held(desks):
    unit = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    return unit


def test_every_step_sent_twice_has_one_effect_and_the_same_answer(desks):
    unit, customer = desks.unit("1-1-0101"), desks.customer()
    for seat, command in (
        (desks.consultant, HoldUnit(unit=unit, customer=customer)),
        (desks.consultant, ExtendHold(unit=unit, minutes=60)),
        (desks.cashier, TakeDeposit(unit=unit, amount=5_000_000)),
        (desks.cashier, PrintReceipt(receipt=ReceiptId(1))),
        (desks.manager, ApprovePrice(unit=unit, total=198_000_000)),
        (desks.consultant, Subscribe(unit=unit, mode="公积金")),
        (desks.manager, CancelSubscription(unit=unit, fault=Fault.NONE, reason="x")),
        (desks.manager, AcceptBack(unit=unit)),
        (desks.manager, ReleaseUnits(units=(unit,))),
        (desks.manager, WithdrawUnits(units=(unit,))),
        (desks.reception, EditCustomer(customer=customer, note="y")),
    ):
        intent = uuid4().hex
        desks.clock.forward(minutes=1)
        answer, after = seat.do(command, intent), rows(desks)
        desks.clock.forward(days=1)
        for _again in range(2):
            assert seat.do(command, intent) == answer
            assert rows(desks) == after
        desks.clock.forward(days=-1)


def test_the_same_id_with_other_contents_is_refused(desks, held):
    intent = uuid4().hex
    desks.cashier.do(TakeDeposit(unit=held, amount=100), intent)
    for seat, command in (
        (desks.cashier, TakeDeposit(unit=held, amount=101)),
        (desks.cashier, TakeDeposit(unit=UnitId(2), amount=100)),
        (desks.cashier, PrintReceipt(receipt=ReceiptId(1))),
        (desks.manager, TakeDeposit(unit=held, amount=100)),
    ):
        before = rows(desks)
        with pytest.raises(IntentReused) as refusal:
            seat.do(command, intent)
        assert all(refusal.value.sentences())
        assert rows(desks) == before


def test_without_an_id_the_same_form_twice_is_two(desks, held):
    for _time in range(2):
        desks.cashier.do(TakeDeposit(unit=held, amount=100))
    assert len(desks.cashier.ask(receipts)) == 2


def test_a_refused_intent_is_free_to_be_sent_again(desks, held):
    """The form stays open; what was wrong is mended elsewhere, and the same form goes through."""
    intent, other = uuid4().hex, desks.customer("李四", "13900000001")
    command = HoldUnit(unit=held, customer=other)
    with pytest.raises(UnitTaken):
        desks.consultant.do(command, intent)
    desks.clock.forward(hours=1)  # the first hold lapses
    answer = desks.consultant.do(command, intent)
    assert desks.consultant.do(command, intent) == answer


def test_an_intent_whose_answer_was_lost_is_known_after_a_crash(desks, held):
    """The commit stood, the answer did not arrive: sent again it tells what was done."""
    intent, command = uuid4().hex, TakeDeposit(unit=held, amount=100)
    desks.cashier.do(command, intent)  # the answer is lost with the desk
    desks.cashier.office.database.close()
    assert desks.cashier.do(command, intent)["receipt"] == "SJ0000001"
    assert len(desks.cashier.ask(receipts)) == 1


@pytest.mark.parametrize("at", range(1, 9))
def test_a_failure_at_any_statement_leaves_nothing_behind(desks, held, at):
    """Whichever write fails, the transaction is as if it had never begun; the intent is free."""
    engine, writes = desks.cashier.office.database.engine, []

    class Broken(Exception):
        pass

    def fail(_connection, _cursor, statement, *_rest):
        if statement.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            writes.append(statement)
            if len(writes) == at:
                raise Broken

    intent, command = uuid4().hex, TakeDeposit(unit=held, amount=100)
    before = rows(desks)
    event.listen(engine, "before_cursor_execute", fail)
    with pytest.raises(Broken):
        desks.cashier.do(command, intent)
    event.remove(engine, "before_cursor_execute", fail)
    assert rows(desks) == before
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]
    assert desks.cashier.do(command, intent)["receipt"] == "SJ0000001"


def test_an_answer_with_a_secret_is_given_once(desks):
    intent, command = uuid4().hex, AddPerson(login="neu", name="x", role=Role.CASHIER)
    first = desks.admin.do(command, intent)
    again = desks.admin.do(command, intent)
    assert again.person == first.person
    assert again.one_time_password == "***"


def test_a_right_lost_meanwhile_does_not_hide_what_was_done(desks, held):
    from salesdesk.office.staff.commands import GrantRight, RevokeRight

    intent, command = uuid4().hex, TakeDeposit(unit=held, amount=100)
    answer = desks.cashier.do(command, intent)
    desks.admin.do(GrantRight(role=Role.MANAGER, name="TakeDeposit"))
    desks.admin.do(RevokeRight(role=Role.CASHIER, name="TakeDeposit"))
    assert desks.cashier.do(command, intent) == answer
    with pytest.raises(NotPermitted):
        desks.cashier.do(command)


def test_a_number_that_leads_nowhere_is_a_refusal_and_no_defect(desks):
    nowhere = 10**9
    for seat, command in (
        (desks.consultant, HoldUnit(unit=UnitId(nowhere), customer=CustomerId(1))),
        (desks.consultant, HoldUnit(unit=UnitId(1), customer=CustomerId(nowhere))),
        (desks.consultant, ExtendHold(unit=UnitId(nowhere))),
        (desks.cashier, TakeDeposit(unit=UnitId(nowhere), amount=1)),
        (desks.cashier, PrintReceipt(receipt=ReceiptId(nowhere))),
        (desks.manager, ReleaseUnits(units=(UnitId(nowhere),))),
        (desks.reception, EditCustomer(customer=CustomerId(nowhere))),
    ):
        with pytest.raises(UserError):
            seat.do(command)


BEYOND = 99_999_999_999_999_999_999


@pytest.mark.parametrize(
    "beyond",
    [BEYOND, -BEYOND, 2**63, 10**5000],
    ids=["20 digits", "less", "one more", "5001 digits"],
)
def test_a_number_beyond_64_bits_is_refused_alike_on_both_stores(desks, beyond):
    """In each command and each query, wherever a whole number stands; nothing is written."""
    before, asked = rows(desks), 0
    for login, command in commands(day_of(desks.clock.now)):
        for slot in slots_of(type(command)):
            if _whole(slot.kind):
                with pytest.raises(BadEntry) as refusal:
                    getattr(desks, login).do(replace(command, **{slot.name: beyond}))
                assert refusal.value.facts["field"] == slot.name
                asked += 1
    with pytest.raises(BadEntry):
        desks.manager.do(ReleaseUnits(units=(UnitId(1), UnitId(beyond))))
    for query in QUERIES.values():
        slots = slots_of(query)
        for wrong in slots:
            if _whole(wrong.kind):
                needed = {s.name: 1 for s in slots if s.required} | {wrong.name: beyond}
                with pytest.raises(BadEntry) as refusal:
                    desks.manager.ask(query, **needed)
                assert refusal.value.facts["field"] == wrong.name
                asked += 1
    assert asked > 60
    assert rows(desks) == before


def _whole(kind):
    kinds = get_args(kind) or (kind,)
    return any(k is int or getattr(k, "__supertype__", None) is int for k in kinds)
