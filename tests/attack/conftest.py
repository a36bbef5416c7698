"""An office on a server with something of everything in it, attacked by its own people in raw SQL."""

import contextlib
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import psycopg
import pytest
import sqlcipher3.dbapi2 as sqlite

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.keys import (
    CustomerId,
    DueLineId,
    Fen,
    PersonId,
    ProjectId,
    ReceiptId,
    RefundId,
    RequestId,
)
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.founding import found_on_server
from salesdesk.office.inventory.commands import HoldBack, ImportUnits, ReleaseUnits
from salesdesk.office.inventory.law_requesting import RequestLaws
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.price_commands import DraftPrices
from salesdesk.office.inventory.price_limits import SetFloorPrices
from salesdesk.office.inventory.price_requesting import RequestPrices
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.inventory.remaking import MergeUnits
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.joining import open_server
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.ledger.rules import Fault, TenderKind
from salesdesk.office.mortgage.commands import (
    ApproveLoan,
    CheckLoan,
    CompleteLoanDocuments,
    FaceSignLoan,
    OpenLoanCase,
    PreRegisterLoan,
    SendLoan,
)
from salesdesk.office.mortgage.documents import RecordLoanDocument, SetLoanDocuments
from salesdesk.office.mortgage.rules import BuyerKind, LoanProduct
from salesdesk.office.sales.changing import RequestExtension
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.contra import ApproveContra
from salesdesk.office.sales.exchanging import RequestExchange
from salesdesk.office.sales.granting import RequestDiscount
from salesdesk.office.sales.late_fee_commands import FixLateFee
from salesdesk.office.sales.line import StandInLine
from salesdesk.office.sales.measuring import RecordMeasuredArea, RequestAreaSettlement
from salesdesk.office.sales.mode_commands import SetModeTerms, TermLine
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.receiving import TakePayment
from salesdesk.office.sales.refunding import RequestRefund
from salesdesk.office.sales.reserving import RequestReservation
from salesdesk.office.sales.signing import SignContract
from salesdesk.office.sales.supervised_sheets import StatementEntry, StatementHeading
from salesdesk.office.sales.supervising import ImportStatement, RegisterAccount
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import CancelSubscription
from salesdesk.office.sales.voiding import VoidReceipt
from salesdesk.office.sales.waiving import RequestLateFeeWaiver
from salesdesk.office.staff.commands import AddPerson, ChangeSetting
from salesdesk.office.staff.rules import Role
from salesdesk.store.address import parse
from salesdesk.store.columns import to_microseconds
from tests.furnished import FOUNDER, Clock, _open_for_sale, make, permit, rows, seated, seated_on

DATABASE = "attacked"


class Attacked:
    """The office: who is in it, and each person's own line to the server."""

    refusals = (psycopg.errors.IntegrityError, psycopg.errors.InsufficientPrivilege)
    knows_who = True  # and what time it is, and what the journal tells of

    def __init__(self, server):
        self.server, self.database = server, DATABASE
        self._lines = {}
        self.tried = self.refused = 0

    def owner(self, *statements):
        path = "SET search_path = salesdesk"
        return self.server.sql(path, *statements, database=DATABASE)

    def line(self, login):
        """The line of *login*: what he may do there is decided by the server alone."""
        if login not in self._lines:
            self._lines[login] = psycopg.connect(
                host="127.0.0.1", port=self.server.port, dbname=DATABASE, user=login,
                options="-c search_path=salesdesk",
            )  # fmt: skip
        return self._lines[login]

    def day(self, days):
        later = f"(now() AT TIME ZONE 'UTC' + interval '{days} days')::date"
        return f"'{self.owner(f'SELECT {later}')[0][0]}'"

    def attempt(self, login, statements):
        """Do *statements* in one transaction up to its commit, then undo it; give the refusal, if any."""
        line = self.line(login)
        self.tried += 1
        found = None
        try:
            for statement in statements:
                found = line.execute(statement)
            rows = found.fetchall() if found is not None and found.description else []
            line.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what a commit would look at
        except psycopg.Error as error:
            self.refused += 1
            return error
        else:
            self.rows = rows
            return None
        finally:
            line.rollback()

    def close(self):
        for line in self._lines.values():
            with contextlib.suppress(psycopg.Error):
                line.close()
        self.server.drop(DATABASE)


class AttackedFile:
    """The same for an office file: whoever writes there may say who he is and what time it is."""

    refusals = (sqlite.IntegrityError,)
    knows_who = False

    def __init__(self, place, now):
        self._file, self.now = sqlite.connect(str(place), isolation_level=None), now
        self._file.create_function("office_now", 0, lambda: to_microseconds(now))
        self._file.create_function("office_day", 1, lambda _at: day_of(now).isoformat())
        self._file.execute("PRAGMA foreign_keys = ON")

    def owner(self, *statements):
        for statement in statements:
            found = self._file.execute(statement)
        return found.fetchall()

    def attempt(self, login, statements):
        self._file.execute("BEGIN")
        try:
            for statement in statements:
                self._file.execute(statement.replace("session_user", f"'{login}'"))
        except sqlite.Error as error:
            return error
        else:
            return None
        finally:
            self._file.execute("ROLLBACK")

    def day(self, days):
        return f"'{(self.now + timedelta(days=days)).date()}'"

    def close(self):
        self._file.close()


def _further(desks, made, customer):
    """What the later tables need: a deal after its contract, a line, a review, units without a price."""
    desks.admin.do(ImportUnits(rows=rows("2栋"), project=ProjectId(1), file="2"))
    plain = [replace(row, unit_price_fen=None) for row in rows("9栋", floors=2, per_floor=3)]
    desks.admin.do(ImportUnits(rows=tuple(plain), project=ProjectId(1), file="9"))
    desks.manager.do(permit(number="T-002", buildings=("2栋",)))
    made.signed, made.waited, made.kept, made.open = (
        desks.unit(f"2-1-0{floor}0{door}") for floor, door in ((1, 1), (1, 2), (2, 1), (2, 2))
    )  # fmt: skip
    made.unreleased = desks.unit("2-1-0302")
    _late(desks, made, customer)
    made.plain = [desks.unit(f"9-1-0{floor}0{door}") for floor in (1, 2) for door in (1, 2, 3)]
    desks.manager.do(ReleaseUnits(units=(made.signed, made.waited, made.open)))
    for unit in (made.signed, made.waited):
        desks.consultant.do(HoldUnit(unit=unit, customer=customer))
    desks.cashier.do(TakeDeposit(unit=made.signed, amount=5_000_000))
    desks.manager.do(ApprovePrice(unit=made.signed))
    desks.consultant.do(Subscribe(unit=made.signed, mode="公积金"))
    desks.consultant.do(IdentifyBuyer(unit=made.signed, id_number="11010519491231002X"))
    desks.consultant.do(SignContract(unit=made.signed, number="HT-9"))
    measured = RecordMeasuredArea(unit=made.signed, area=Decimal("101.50"), source="测绘院")
    desks.manager.do(measured)
    made.settling = desks.consultant.do(RequestAreaSettlement(unit=made.signed, reason="x"))
    desks.manager.do(SignRequest(request=made.settling))
    _lent(desks, made.signed)
    until = desks.manager.ask(lambda reading: reading.today) + timedelta(days=5)
    his = PersonId(desks.consultant.person.id)
    made.waiting, made.third, *made.crowd = (
        CustomerId(desks.manager.do(RegisterVisit(
            manner=Manner.VISIT, name=f"排队{n}", phone=f"1361234567{n}", project=ProjectId(1), consultant=his,
        ))["customer"])
        for n in range(7)
    )  # fmt: skip
    desks.manager.do(StandInLine(unit=made.waited, customer=made.waiting, until=until))
    desks.manager.do(HoldBack(units=(made.kept,), reason="样板间"))
    desks.manager.do(MergeUnits(units=tuple(made.plain[3:5]), number="02A"))
    made.merged = desks.unit("9-1-0202A")
    desks.manager.do(RegisterAccount(bank="工商银行", number="6222", project=ProjectId(1)))
    today = desks.manager.ask(lambda reading: reading.today)
    told = tuple(
        StatementEntry(reference=f"R-{fen}", on=today, amount=Fen(fen)) for fen in (5_000_000, 1)
    )
    heads = (StatementHeading(field="reference", heading="流水号"),)
    desks.cashier.do(ImportStatement(account="6222", lines=told, headings=heads))


def _lent(desks, unit):
    """A loan of the fund's that waits to be paid out."""
    kind = {"product": LoanProduct.PROVIDENT_FUND, "buyer": BuyerKind.EMPLOYED}
    desks.manager.do(SetLoanDocuments(items=("身份证",), **kind))
    wish = OpenLoanCase(unit=unit, product=kind["product"], fund_amount=2_000_000)
    for command in (
        wish, RecordLoanDocument(unit=unit, item="身份证"), CompleteLoanDocuments(unit=unit),
        CheckLoan(unit=unit), SendLoan(unit=unit), ApproveLoan(unit=unit, fund_amount=1_000_000),
        FaceSignLoan(unit=unit), PreRegisterLoan(unit=unit, number="x"),
    ):  # fmt: skip
        desks.manager.do(command)


def _late(desks, made, customer):
    """A deal of which an amount is overdue; and one whose late fee is fixed, with money ahead beside it."""
    desks.admin.do(ImportUnits(rows=rows("3栋", floors=1), project=ProjectId(1), file="3"))
    desks.manager.do(permit(number="T-003", buildings=("3栋",)))
    made.late, made.feed = desks.unit("2-1-0301"), desks.unit("3-1-0101")
    desks.manager.do(ReleaseUnits(units=(made.late, made.feed)))
    yesterday = desks.manager.ask(lambda reading: reading.today) - timedelta(days=1)
    line = TermLine(money=MoneyKind.INSTALMENT, rest=True, event=DueEvent.DATE, on=yesterday)
    desks.manager.do(SetModeTerms(mode="分期付款", lines=(line,)))
    for unit in (made.late, made.feed):
        desks.consultant.do(HoldUnit(unit=unit, customer=customer))
        desks.cashier.do(TakeDeposit(unit=unit, amount=5_000_000))
        desks.manager.do(ApprovePrice(unit=unit))
        desks.consultant.do(Subscribe(unit=unit, mode="分期付款"))
    desks.admin.do(ChangeSetting(name="late_fee_tenths", value="50"))
    fixed = desks.cashier.do(FixLateFee(unit=made.feed))
    made.fee = DueLineId(fixed["fixed"][0]["line"])
    desks.cashier.do(TakePayment(unit=made.feed, amount=Fen(1_000), lines=(), ahead=True))
    ask = RequestLateFeeWaiver(line=made.fee, reason="银行放款慢", amount=Fen(200))
    made.waiver = RequestId(desks.cashier.do(ask))


@pytest.fixture(scope="session")
def attacked_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("attacked") / "attacked.office"
    make(path)
    desks = seated(path, Clock())
    made = AttackedFile(path, desks.clock.now + timedelta(minutes=1))
    desks.admin.do(AddPerson(login="another", name="另一位", role=Role.CONSULTANT))
    made.customer = desks.customer()
    made.sold = desks.unit("1-1-0201")
    _further(desks, made, made.customer)
    desks.office.close()
    yield made
    made.close()


@pytest.fixture(params=["file", "server"])
def either(request):
    """The attacked office, once as a file and once on a server."""
    return request.getfixturevalue("attacked_file" if request.param == "file" else "attacked")


@pytest.fixture(scope="session")
def attacked(server):
    address = parse(server.database(DATABASE))
    found_on_server(address, FOUNDER).close()
    _open_for_sale(open_server(address))
    desks = seated_on(server, DATABASE, None)
    made = Attacked(server)
    desks.admin.do(AddPerson(login="another", name="另一位", role=Role.CONSULTANT))
    made.owner("UPDATE person SET must_change = 0")
    desks.admin.do(AddPerson(login="newcomer", name="新来的", role=Role.CONSULTANT))
    customer, second = desks.customer(), desks.customer("李芳", "13912345678")
    held, paid, sold, gone, voided = (
        desks.unit(f"1-1-0{floor}0{door}") for floor, door in ((1, 1), (1, 2), (2, 1), (2, 2), (3, 1))
    )  # fmt: skip
    for unit in (held, paid, sold, gone, voided):
        desks.consultant.do(HoldUnit(unit=unit, customer=customer))
    for unit in (voided, paid, sold, gone):
        desks.cashier.do(TakeDeposit(unit=unit, amount=5_000_000))
    desks.cashier.do(VoidReceipt(receipt=1, reason="写错"))
    desks.manager.do(ApproveContra(receipt=2, reason="重复付款"))  # of the unit paid
    for unit in (sold, gone):
        desks.manager.do(ApprovePrice(unit=unit))
        desks.consultant.do(Subscribe(unit=unit, mode="公积金"))
    over = desks.manager.do(CancelSubscription(unit=gone, fault=Fault.NONE, reason="贷款未批"))
    # In cash, to the customer: as the good form of a slip says.
    back = RequestRefund(
        refund=RefundId(over["refund"]),
        reason="退订",
        tender=TenderKind.CASH,
        returned=(ReceiptId(4),),
    )
    made.refunding = RequestId(desks.cashier.do(back))
    for signer in (desks.manager, desks.deputy):
        signer.do(SignRequest(request=made.refunding))
    desks.office.seal()
    made.customer, made.second = customer, second
    made.held, made.paid, made.sold, made.gone, made.voided = held, paid, sold, gone, voided
    made.free = desks.unit("1-1-0302")
    until = desks.manager.ask(lambda reading: reading.today) + timedelta(days=5)
    wish = {"unit": made.free, "until": until, "reason": "关系户"}
    asked = desks.consultant.do(RequestReservation(customer=customer, **wish))
    half = desks.manager.do(RequestReservation(customer=second, **wish))
    for seat in (desks.head, desks.deputy):
        seat.do(SignRequest(request=half["request"]))
    made.asked, made.half = asked["request"], half["request"]
    made.later = until + timedelta(days=20)
    made.change = desks.consultant.do(RequestExtension(unit=sold, to=made.later, reason="x"))
    desks.manager.do(SignRequest(request=made.change))
    made.swap = desks.consultant.do(RequestExchange(unit=sold, to=made.free, reason="x"))
    desks.manager.do(SignRequest(request=made.swap))
    floor = UnitPrice(unit=paid, total=190_000_000)
    desks.manager.do(SetFloorPrices(reason="底价", prices=(floor,)))
    asked = RequestDiscount(unit=paid, total=180_000_000, reason="关系户")
    made.grant = desks.consultant.do(asked)
    for seat in (desks.manager, desks.deputy):
        seat.do(SignRequest(request=made.grant))
    made.version = desks.manager.do(
        DraftPrices(name="一", reason="x", prices=(UnitPrice(unit=made.free, total=201_000_000),))
    ).version
    made.pricing = desks.manager.do(RequestPrices(version=made.version, reason="x"))
    for seat in (desks.head, desks.deputy):
        seat.do(SignRequest(request=made.pricing))
    softer = RequestLaws(project=ProjectId(1), law=Law.PERMIT, level=LawLevel.OFF, reason="x")
    made.law = desks.manager.do(softer)
    desks.head.do(SignRequest(request=made.law))
    _further(desks, made, customer)
    desks.office.close()
    yield made
    print(f"\nattacks by raw SQL: {made.tried} tried, {made.refused} refused")
    made.close()
