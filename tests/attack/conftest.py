"""An office on a server with something of everything in it, attacked by its own people in raw SQL."""

import contextlib
from datetime import timedelta

import psycopg
import pytest

from salesdesk.kernel.keys import ProjectId, Secret
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.founding import found_on_server
from salesdesk.office.inventory.price_commands import DraftPrices
from salesdesk.office.inventory.price_limits import SetFloorPrices
from salesdesk.office.inventory.price_requesting import RequestPrices
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.joining import open_server
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.changing import RequestExtension
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.exchanging import RequestExchange
from salesdesk.office.sales.granting import RequestDiscount
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.reserving import RequestReservation
from salesdesk.office.sales.till import TakeDeposit, VoidReceipt
from salesdesk.office.sales.undoing import CancelSubscription
from salesdesk.office.staff.commands import AddPerson
from salesdesk.office.staff.rules import Role
from salesdesk.store.address import parse
from tests.furnished import FOUNDER, _open_for_sale, seated_on

DATABASE = "attacked"


class Attacked:
    """The office: who is in it, and each person's own line to the server."""

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

    def id(self, login):
        return self.owner(f"SELECT id FROM person WHERE login = '{login}'")[0][0]

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
    for unit in (sold, gone):
        desks.manager.do(ApprovePrice(unit=unit))
        desks.consultant.do(Subscribe(unit=unit, mode="公积金"))
    desks.manager.do(CancelSubscription(unit=gone, fault=Fault.NONE, reason="贷款未批"))
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
    desks.office.close()
    yield made
    print(f"\nattacks by raw SQL: {made.tried} tried, {made.refused} refused")
    made.close()


_ = (ProjectId, Secret)
