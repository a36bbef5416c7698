"""From the agreement to the key: contract, online signing, filing, handing over; on both stores."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.errors import BadEntry, MissingEntry, NotAllowedNow, NotPermitted
from salesdesk.kernel.keys import CustomerId, Secret
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.customers.commands import EditCustomer
from salesdesk.office.figures.absorption import absorption
from salesdesk.office.figures.audit import audit
from salesdesk.office.figures.need_rules import NeedKind
from salesdesk.office.figures.needs import needs
from salesdesk.office.figures.search import find
from salesdesk.office.inventory.past import board_at
from salesdesk.office.inventory.public import public_board
from salesdesk.office.inventory.queries import unit_history
from salesdesk.office.inventory.rules import PublicFace, UnitState
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.changing import RequestExtension
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, LetGo, Subscribe
from salesdesk.office.sales.deals import NotYourDeal
from salesdesk.office.sales.opening import OpeningRow
from salesdesk.office.sales.opening_entry import ImportOpening
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.queries import deal_on
from salesdesk.office.sales.receiving import TakePayment
from salesdesk.office.sales.signing import (
    BuyerNotIdentified,
    DeliverUnit,
    FileContract,
    MoneyOverdue,
    NumberInUse,
    OnlineAlready,
    RecordOnlineSigning,
    SignContract,
    SignedTooLate,
)
from salesdesk.office.sales.signing_queries import (
    deliveries_pending,
    ending_holds,
    filings_due,
    signings_overdue,
)
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import AcceptBack, CancelSubscription, PayRefund, StillFiled
from salesdesk.office.staff.commands import AddPerson, ChangeOwnPassword, ChangeSetting
from salesdesk.office.staff.rules import Role
from tests.furnished import not_begun

CODE, OTHER = "1-1-0101", "1-1-0102"
CARD = "11010519491231002X"
PRICE = 198_000_000
DEPOSIT = 5_000_000


def stranger(desks):
    """A second consultant, whose deals these are not."""
    added = desks.admin.do(AddPerson(login="chen", name="陈", role=Role.CONSULTANT))
    seat = desks.office.sign_in("chen", added.one_time_password)
    seat.do(ChangeOwnPassword(old=added.one_time_password, new=Secret("lange-genug-2026")))
    return seat


def today(desks):
    return day_of(desks.clock.now)


def subscribe(desks, code=CODE, phone="13812345678"):
    unit, customer = desks.unit(code), desks.customer(phone=phone)
    desks.reception.do(EditCustomer(customer=customer, id_number=CARD))
    desks.consultant.do(HoldUnit(unit=unit, customer=customer))
    desks.cashier.do(TakeDeposit(unit=unit, amount=DEPOSIT))
    desks.manager.do(ApprovePrice(unit=unit, total=PRICE))
    desks.consultant.do(Subscribe(unit=unit, mode="商业按揭"))
    return unit


@pytest.fixture
def subscribed(desks):
    return subscribe(desks)


@pytest.fixture
def signed(desks, subscribed):
    desks.consultant.do(SignContract(unit=subscribed, number="HT-2026-001"))
    return subscribed


@pytest.fixture
def filed(desks, signed):
    desks.clock.forward(days=3)
    desks.manager.do(FileContract(unit=signed, number="BA-77"))
    return signed


def card(desks, unit):
    return desks.manager.ask(deal_on, unit)


def face(desks, code):
    return {unit.code: unit.face for unit in desks.manager.ask(public_board).units}[code]


def test_a_subscription_becomes_contract_filing_and_key_and_is_shown_so(desks, subscribed):
    unit, signed_on = subscribed, today(desks)
    assert face(desks, CODE) is PublicFace.SUBSCRIBED
    before = desks.clock.now
    desks.clock.forward(minutes=1)
    answer = desks.consultant.do(
        SignContract(unit=unit, number=" HT-1 ", deliver_by=signed_on + timedelta(days=400))
    )
    assert answer == {
        "contract": "HT-1", "unit": CODE, "price_fen": PRICE, "signed_on": signed_on,
        "file_by": signed_on + timedelta(days=30),
    }  # fmt: skip
    assert (desks.state(CODE), face(desks, CODE)) == ("signed", PublicFace.SOLD)
    now = card(desks, unit)
    assert (now.due_on, now.days_left) == (signed_on + timedelta(days=30), 30)
    desks.consultant.do(RecordOnlineSigning(unit=unit, number="WQ-9"))
    desks.clock.forward(days=31)
    assert card(desks, unit).days_left == -1
    late = desks.manager.do(FileContract(unit=unit, number="BA-1"))
    assert late == {"filing": "BA-1", "unit": CODE, "filed_on": today(desks), "late": True}
    assert (desks.state(CODE), face(desks, CODE)) == ("filed", PublicFace.SOLD)
    assert card(desks, unit).due_on == signed_on + timedelta(days=400)
    desks.clock.forward(days=1)
    desks.manager.do(DeliverUnit(unit=unit, taken_by="王小明", overdue_reason="x"))
    assert (desks.state(CODE), face(desks, CODE)) == ("delivered", PublicFace.SOLD)
    said = card(desks, unit).contract
    assert (said.contract, said.contract_fen, said.online, said.filing, said.taken_by) == (
        "HT-1", PRICE, "WQ-9", "BA-1", "王小明",
    )  # fmt: skip
    steps = [line.what for line in desks.manager.ask(unit_history, unit)]
    assert [step for step in steps if step in set(UnitState)][:3] == [
        "delivered",
        "filed",
        "signed",
    ]
    then = {unit.code: unit.state for unit in desks.manager.ask(board_at, before)}
    assert then[CODE] is UnitState.SUBSCRIBED
    assert all(finding.holds for finding in desks.manager.ask(audit))


def test_a_signed_unit_counts_as_sold_and_is_found(desks, signed):
    last = desks.manager.ask(absorption)[0].marks[-1]
    assert (last.units, last.deal_fen) == (1, PRICE)
    assert [hit.code for hit in desks.manager.ask(find, "HT-2026-001")] == [CODE]
    assert desks.manager.ask(find, "HT-2026-00") == ()


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"number": "  "}, MissingEntry),
        ({"number": "x" * 61}, Exception),
        ({"signed_on": date(2026, 11, 23)}, BadEntry),  # before its agreement
        ({"signed_on": date(2026, 11, 25)}, BadEntry),  # tomorrow
        ({"deliver_by": date(2026, 11, 23)}, BadEntry),
        ({"deliver_by": date(2099, 1, 1)}, BadEntry),
    ],
)
def test_a_wrong_contract_is_refused_and_nothing_is_changed(desks, subscribed, wrong, refusal):
    with pytest.raises(refusal):
        desks.consultant.do(SignContract(unit=subscribed, **{"number": "HT-1", **wrong}))
    assert desks.state(CODE) == "subscribed"
    assert card(desks, subscribed).contract.contract == ""
    desks.consultant.do(SignContract(unit=subscribed, number="HT-1"))


def test_an_online_number_that_is_taken_takes_the_contract_back_with_it(desks, signed):
    desks.consultant.do(RecordOnlineSigning(unit=signed, number="WQ-1"))
    other = subscribe(desks, OTHER, "13900000001")
    with pytest.raises(NumberInUse) as refusal:
        desks.consultant.do(SignContract(unit=other, number="HT-2", online_number="WQ-1"))
    assert refusal.value.facts == {"number": "WQ-1", "unit": CODE}
    assert desks.state(OTHER) == "subscribed"
    with pytest.raises(NumberInUse):
        desks.consultant.do(SignContract(unit=other, number="HT-2026-001"))
    with pytest.raises(OnlineAlready):
        desks.consultant.do(RecordOnlineSigning(unit=signed, number="WQ-2"))


def test_no_contract_for_a_buyer_whose_paper_nobody_saw(desks):
    unit, customer = desks.unit(CODE), desks.customer()
    desks.consultant.do(HoldUnit(unit=unit, customer=customer))
    desks.cashier.do(TakeDeposit(unit=unit, amount=DEPOSIT))
    desks.manager.do(ApprovePrice(unit=unit))
    desks.consultant.do(Subscribe(unit=unit, mode="商业按揭"))
    with pytest.raises(BuyerNotIdentified):
        desks.consultant.do(SignContract(unit=unit, number="HT-1"))
    with pytest.raises(NotYourDeal):
        stranger(desks).do(IdentifyBuyer(unit=unit, id_number=CARD))
    desks.consultant.do(IdentifyBuyer(unit=unit, id_number=CARD))
    desks.consultant.do(SignContract(unit=unit, number="HT-1"))
    assert desks.state(CODE) == "signed"


@pytest.mark.parametrize(
    ("stage", "step"),
    [
        ("on hold", SignContract(unit=0, number="HT-9")),
        ("on hold", RecordOnlineSigning(unit=0, number="WQ-9")),
        ("subscribed", RecordOnlineSigning(unit=0, number="WQ-9")),
        ("subscribed", FileContract(unit=0, number="BA-9")),
        ("subscribed", DeliverUnit(unit=0, taken_by="x")),
        ("signed", SignContract(unit=0, number="HT-9")),
        ("signed", DeliverUnit(unit=0, taken_by="x")),
        ("signed", LetGo(unit=0)),
        ("signed", ApprovePrice(unit=0)),
        ("filed", FileContract(unit=0, number="BA-9")),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_no_step_is_jumped_over_or_taken_twice(desks, request, stage, step):
    if stage == "on hold":
        unit = desks.unit(CODE)
        desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    else:
        unit = request.getfixturevalue(stage)
    with pytest.raises(NotAllowedNow):
        desks.manager.do(type(step)(**{**plain(step), "unit": unit}))
    assert desks.state(CODE) == stage


def plain(step):
    return {name: getattr(step, name) for name in step.__slots__}


def test_filing_and_handing_over_are_the_managers_and_a_deal_its_consultants(desks, signed):
    with pytest.raises(NotPermitted):
        desks.consultant.do(FileContract(unit=signed, number="BA-1"))
    with pytest.raises(NotPermitted):
        desks.cashier.do(SignContract(unit=signed, number="HT-2"))
    other = stranger(desks)
    with pytest.raises(NotYourDeal):
        other.do(RecordOnlineSigning(unit=signed, number="WQ-1"))
    assert other.ask(filings_due) == ()


def test_days_of_filing_and_of_the_key_follow_one_another(desks, signed):
    yesterday = today(desks) - timedelta(days=1)
    desks.clock.forward(days=2)
    for wrong in (yesterday, today(desks) + timedelta(days=1)):
        with pytest.raises(BadEntry):
            desks.manager.do(FileContract(unit=signed, number="BA-1", filed_on=wrong))
    desks.manager.do(FileContract(unit=signed, number="BA-1"))
    with pytest.raises(BadEntry):
        desks.manager.do(DeliverUnit(unit=signed, taken_by="王", delivered_on=yesterday))
    with pytest.raises(MissingEntry):
        desks.manager.do(DeliverUnit(unit=signed, taken_by=" "))
    assert desks.state(CODE) == "filed"


def test_a_signed_deal_comes_back_with_its_money(desks, signed):
    gone = desks.manager.do(CancelSubscription(unit=signed, fault=Fault.NONE, reason="贷款未批"))
    assert gone["owed_fen"] == DEPOSIT
    assert (desks.state(CODE), face(desks, CODE)) == ("in review", PublicFace.NOT_RELEASED)
    desks.cashier.do(PayRefund(refund=gone["refund"]))
    desks.manager.do(AcceptBack(unit=signed))
    assert desks.state(CODE) == "held back"
    assert all(finding.holds for finding in desks.manager.ask(audit))


def test_a_filed_deal_comes_back_once_its_filing_is_struck_off(desks, filed):
    def back(day=None):
        return CancelSubscription(
            unit=filed, fault=Fault.NONE, reason="断供", filing_cancelled_on=day
        )

    with pytest.raises(StillFiled) as refusal:
        desks.manager.do(back())
    assert refusal.value.facts["filing"] == "BA-77"
    for wrong in (today(desks) - timedelta(days=1), today(desks) + timedelta(days=1)):
        with pytest.raises(BadEntry):
            desks.manager.do(back(wrong))
    assert desks.state(CODE) == "filed"
    desks.manager.do(back(today(desks)))
    assert desks.state(CODE) == "in review"


def test_a_delivered_unit_never_comes_back(desks, filed):
    desks.manager.do(DeliverUnit(unit=filed, taken_by="王", overdue_reason="x"))
    with pytest.raises(NotAllowedNow):
        desks.manager.do(CancelSubscription(unit=filed, fault=Fault.NONE, reason="晚了"))


def test_what_an_office_was_opened_with_goes_on_from_where_it_stood(desks):
    row = {"on": today(desks), "price_fen": 200_000_000, "paid_fen": 60_000_000}
    rows = (
        OpeningRow(code=CODE, customer="甲", state=UnitState.SUBSCRIBED, **row),
        OpeningRow(code=OTHER, customer="乙", state=UnitState.SIGNED, **row),
    )
    not_begun(desks)
    desks.admin.do(ImportOpening(rows=rows, project=desks.project))
    first, second = desks.unit(CODE), desks.unit(OTHER)
    answer = desks.manager.do(SignContract(unit=first, number="HT-1"))
    assert answer["price_fen"] == 200_000_000
    desks.manager.do(FileContract(unit=second, number="BA-2"))
    desks.manager.do(DeliverUnit(unit=second, taken_by="乙"))
    assert (desks.state(CODE), desks.state(OTHER)) == ("signed", "delivered")
    assert all(finding.holds for finding in desks.manager.ask(audit))


def test_money_paid_before_comes_out_of_where_it_lies(desks):
    row = {"on": today(desks), "price_fen": 200_000_000, "paid_fen": 60_000_000}
    not_begun(desks)
    rows = (OpeningRow(code=CODE, customer="甲", state=UnitState.SIGNED, **row),)
    desks.admin.do(ImportOpening(rows=rows, project=desks.project))
    gone = desks.manager.do(
        CancelSubscription(unit=desks.unit(CODE), fault=Fault.BUYER, reason="断供")
    )
    # Nobody said that any of it was a deposit: nothing is forfeited.
    assert (gone["kept_fen"], gone["owed_fen"]) == (0, 60_000_000)
    desks.cashier.do(PayRefund(refund=gone["refund"]))
    assert all(finding.holds for finding in desks.manager.ask(audit))


def test_the_overdue_lists_say_what_is_due_and_how_far_off(desks, subscribed):
    assert desks.manager.ask(signings_overdue) == ()
    desks.clock.forward(days=8)
    late = desks.manager.ask(signings_overdue)
    assert [(line.unit, line.days_left) for line in late] == [(CODE, -1)]
    with pytest.raises(SignedTooLate):
        desks.manager.do(SignContract(unit=subscribed, number="HT-1"))
    later = RequestExtension(
        unit=subscribed, to=today(desks) + timedelta(days=1), reason="款项未到"
    )
    desks.manager.do(SignRequest(request=desks.consultant.do(later)))
    assert desks.manager.ask(signings_overdue) == ()
    desks.manager.do(SignContract(unit=subscribed, number="HT-1"))
    assert desks.manager.ask(signings_overdue) == ()
    other = subscribe(desks, OTHER, "13900000001")
    desks.admin.do(ChangeSetting(name="file_within_days", value="10"))
    desks.clock.forward(days=1)
    desks.manager.do(SignContract(unit=other, number="HT-2"))
    due = desks.manager.ask(filings_due)
    assert [(line.unit, line.days_left) for line in due] == [(OTHER, 10), (CODE, 29)]
    assert desks.manager.ask(filings_due, overdue=True) == ()
    desks.clock.forward(days=11)
    assert [line.unit for line in desks.manager.ask(filings_due, overdue=True)] == [OTHER]
    desks.manager.do(FileContract(unit=other, number="BA-2"))
    pending = desks.manager.ask(deliveries_pending)
    assert [(line.unit, line.days_left) for line in pending] == [(OTHER, None)]
    assert desks.manager.ask(deliveries_pending, project=1) == pending


def test_a_consultant_hears_of_his_holds_before_they_end(desks):
    unit = desks.unit(CODE)
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer(), minutes=45))
    assert desks.consultant.ask(ending_holds) == ()
    desks.clock.forward(minutes=20)
    found = desks.consultant.ask(ending_holds)
    assert [(line.unit, line.minutes) for line in found] == [(CODE, 25)]
    assert desks.manager.ask(ending_holds) == ()  # not his
    assert desks.consultant.ask(ending_holds, minutes=10) == ()
    with pytest.raises(BadEntry):
        desks.consultant.ask(ending_holds, minutes=-1)
    desks.cashier.do(TakeDeposit(unit=unit, amount=DEPOSIT))  # money on it: it ends no more
    assert desks.consultant.ask(ending_holds) == ()
    other = desks.unit(OTHER)
    desks.consultant.do(HoldUnit(unit=other, customer=CustomerId(1), minutes=10))
    desks.admin.do(ChangeSetting(name="hold_warning_minutes", value="0"))
    assert desks.consultant.ask(ending_holds) == ()


FORGED = {
    "INSERT INTO contract VALUES (1, 'HT-8', 198000000, '2026-11-24', '2026-12-24', NULL, 1, 2)": (
        "what is subscribed is signed|append-only"
    ),
    "UPDATE contract SET price_fen = 1": "contract is append-only",
    "DELETE FROM contract": "contract is append-only",
    "INSERT INTO contract_filing VALUES (1, '', '2026-11-24', 1, 2)": "number",
    "INSERT INTO contract_filing VALUES (1, 'BA-8', '2026-11-23', 1, 2)": "signed before it is filed",
    "INSERT INTO delivery VALUES (1, '2026-11-24', 'x', '', 0, '', 1, 2)": "what is filed is handed over",
    "INSERT INTO filing_cancelled VALUES (1, '2026-11-24', 1, 2)": "struck off after it was made|strikes a filing off",
    "UPDATE claim SET ended_at = opened_at + 1, ended_by = (SELECT id FROM person WHERE login ="
    " 'manager'), end_reason = 'x' WHERE stage = 'signed'": "goes on by its paper",
}


@pytest.mark.parametrize("statement", FORGED)
def test_the_database_refuses_what_no_command_does(desks, signed, statement):
    with (
        pytest.raises(IntegrityError, match=FORGED[statement]),
        desks.office.database.writing() as session,
    ):
        session.execute(text(statement))
    assert desks.state(CODE) == "signed"


JUMPED = {
    "INSERT INTO contract SELECT deal_id, 'HT-8', 200000000, '2026-11-24', '2026-12-24', NULL,"
    " opened_at, {} FROM claim WHERE stage = 'subscribed'": "a contract has the approved price",
    "UPDATE claim SET ended_at = opened_at, ended_by = {}, end_reason = 'x'"
    " WHERE stage = 'subscribed'": "goes on by its paper",
    "INSERT INTO claim (unit_id, stage, deal_id, customer_id, consultant_id, opened_at, opened_by,"
    " reason, opening) SELECT (SELECT id FROM unit WHERE code = '1-1-0102'), 'signed', deal_id,"
    " customer_id, consultant_id, opened_at, {}, '', opening FROM claim"
    " WHERE stage = 'subscribed'": "deal''s|deal's|without its contract",
}


@pytest.mark.parametrize("statement", JUMPED)
def test_another_price_and_a_stage_without_its_paper_are_refused(desks, subscribed, statement):
    manager = "(SELECT id FROM person WHERE login = 'manager')"
    with (
        pytest.raises(IntegrityError, match=JUMPED[statement]),
        desks.office.database.writing() as session,
    ):
        session.execute(text(statement.format(manager)))
    assert desks.state(CODE) == "subscribed"


@pytest.fixture
def owing(desks, filed):
    """A filed home of which something fell due long ago."""
    desks.clock.forward(days=60)
    return filed


def owes(desks):
    return [line for line in desks.manager.ask(needs) if line.kind is NeedKind.DELIVERED_OWING]


def test_keys_are_not_given_while_money_is_overdue_but_with_a_reason(desks, owing):
    with pytest.raises(MoneyOverdue) as refusal:
        desks.manager.do(DeliverUnit(unit=owing, taken_by="王小明"))
    assert desks.state(CODE) == "filed" and not owes(desks)
    with pytest.raises(NotPermitted):
        desks.consultant.do(DeliverUnit(unit=owing, taken_by="王小明", overdue_reason="熟客"))
    desks.manager.do(DeliverUnit(unit=owing, taken_by="王小明", overdue_reason="按揭待放款"))
    (line,) = owes(desks)
    assert (line.subject, line.detail) == (CODE, "按揭待放款")
    assert f"{line.amount_fen / 100:,.2f}" == refusal.value.facts["amount"]
    desks.cashier.do(TakePayment(unit=owing, amount=line.amount_fen))
    assert not owes(desks)


@pytest.mark.parametrize(("overdue", "reason"), [(0, ""), (1, ""), (1, "x"), (10**12, " ")])
def test_the_database_is_told_what_is_overdue_and_why(desks, owing, overdue, reason):
    forged = (
        "INSERT INTO delivery (deal_id, delivered_on, taken_by, note, overdue_fen, overdue_reason, at, actor_id)"
        f" SELECT deal_id, '{today(desks)}', 'x', '', {overdue}, '{reason}', at, actor_id FROM contract_filing"
    )
    with pytest.raises(IntegrityError, match="what is overdue is told"):  # noqa: SIM117
        with desks.office.database.writing() as session:
            session.execute(text(forged))
