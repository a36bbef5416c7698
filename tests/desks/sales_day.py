"""A small real office for the cashier's and the contracts desk: made once, copied for each test."""

import shutil
from dataclasses import dataclass, field
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from salesdesk.desks.link import Link
from salesdesk.desks.widgets import gathering
from salesdesk.kernel.keys import Secret
from salesdesk.office.customers.commands import EditCustomer
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.entrance import open_office
from salesdesk.office.founding import Founder, found
from salesdesk.office.inventory.commands import ImportUnits, ReleaseUnits
from salesdesk.office.inventory.queries import board
from salesdesk.office.inventory.sheets import PriceRow
from salesdesk.office.ledger.queries import receipts
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.queries import deal_on
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.staff.commands import AddPerson, ChangeOwnPassword
from salesdesk.office.staff.rules import Role
from tests.desks.conftest import PATIENCE_MS
from tests.furnished import permit

PASSWORD = Secret("practice")
MODE = "一次性付款"
ID_CARD = "11010519491231002X"
CALLERS = (("曾国藩", "13812345678"), ("欧阳𬭚", "13912345679"), ("王小明", "13712345670"))


_MADE = []


def make_office(folder):
    """Make the office, once for all tests of a process; gives its file."""
    if _MADE:
        return _MADE[0]
    path = folder / "day.office"
    founder = Founder(
        login="admin", name="管理员", password=PASSWORD, project="云栖花园",
        company="云栖置业有限公司", practice=True,
    )  # fmt: skip
    office, _key = found(path, founder)
    admin = office.sign_in("admin", PASSWORD)
    seats = {}
    for login, name, role in (
        ("consultant", "陈思远", Role.CONSULTANT),
        ("other", "何静", Role.CONSULTANT),
        ("cashier", "林静", Role.CASHIER),
        ("manager", "赵敏", Role.MANAGER),
        ("head", "孙磊", Role.HEAD),
        ("deputy", "吴军", Role.DEPUTY),
        ("general", "郑国栋", Role.GENERAL),
    ):
        first = admin.do(AddPerson(login=login, name=name, role=role)).one_time_password
        seats[login] = office.sign_in(login, first)
        seats[login].do(ChangeOwnPassword(old=first, new=PASSWORD))
    rows = tuple(
        PriceRow(
            building="1栋", core="1单元", floor=floor, number=f"{floor}01",
            gross_area=Decimal(100), unit_price_fen=1_000_000,
        )
        for floor in range(1, 9)
    )  # fmt: skip
    admin.do(ImportUnits(rows=rows, project=1, file="list"))
    seats["manager"].do(permit(number="预售2026001"))
    seats["manager"].do(ReleaseUnits())
    for name, phone in CALLERS:
        made = seats["consultant"].do(
            RegisterVisit(manner=Manner.VISIT, name=name, phone=phone, media=("网络",), project=1)
        )
    assert made["customer"]
    office.close()
    _MADE.append(path)
    return path


@dataclass
class SalesDay:
    """An open copy of the office, its seats and its links."""

    office: object
    qtbot: object
    seats: dict = field(default_factory=dict)
    links: list = field(default_factory=list)

    def seat(self, login):
        if login not in self.seats:
            self.seats[login] = self.office.sign_in(login, PASSWORD)
        return self.seats[login]

    def open(self, desk, login):
        """Give a desk of this kind, shown and filled, for the person *login*."""
        link = Link(self.seat(login))
        self.links.append(link)
        made = desk(link)
        self.qtbot.addWidget(made)
        made.resize(1170, 690)
        made.show()
        self.qtbot.waitExposed(made)
        made.activateWindow()
        made.refresh()
        self.settle()
        return made

    def settle(self):
        """Wait until every answer has come and every coalescing timer has run."""
        for _ in range(2):
            QTest.qWait(gathering.GATHER_MS + 50)
            for link in self.links:
                self.qtbot.waitUntil(lambda link=link: link.pending == 0, timeout=PATIENCE_MS)

    def until(self, what):
        """Wait until *what* holds."""
        self.qtbot.waitUntil(what, timeout=PATIENCE_MS)

    def units(self):
        return self.seat("manager").ask(board)

    def hold(self, unit, customer=1, who="consultant"):
        self.seat(who).do(HoldUnit(unit=unit, customer=customer))

    def pay(self, unit, amount=5_000_000):
        return self.seat("cashier").do(TakeDeposit(unit=unit, amount=amount))

    def approve(self, unit, total=None):
        self.seat("manager").do(ApprovePrice(unit=unit, total=total, confirmed=total is not None))

    def subscribe(self, unit):
        return self.seat("consultant").do(Subscribe(unit=unit, mode=MODE))

    def identify(self, customer=1, number=ID_CARD):
        self.seat("consultant").do(EditCustomer(customer=customer, id_number=number))

    def receipts(self):
        return self.seat("manager").ask(receipts)

    def deal(self, unit):
        return self.seat("manager").ask(deal_on, unit)

    def dialog(self, kind):
        """Give the dialog of this kind now open."""
        found_now = [
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, kind) and widget.isVisible()
        ]
        assert found_now, f"no {kind.__name__} is open"
        return found_now[-1]

    def close(self):
        for link in self.links:
            link.close()
        self.office.close()


def open_day(path, folder, qtbot):
    """Open a copy of the office at *path*."""
    for file in path.parent.glob(path.name + "*"):
        shutil.copy(file, folder / file.name)
    return SalesDay(open_office(folder / path.name), qtbot)


def press(*keys):
    """Press keys where the cursor is: characters are typed, `Qt.Key` values pressed."""
    for key in keys:
        where = QApplication.focusWidget()
        assert where is not None, "no cursor"
        if isinstance(key, str):
            for mark in key:
                if mark.isascii():
                    QTest.keyClicks(where, mark)
                else:
                    where.insert(mark)
                    where.textEdited.emit(where.text())
        elif isinstance(key, tuple):
            QTest.keyClick(where, key[1], key[0])
        else:
            QTest.keyClick(where, key)


ENTER = Qt.Key.Key_Return
ALT = Qt.KeyboardModifier.AltModifier
