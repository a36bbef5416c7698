"""The launch day (开盘) at the cashiers' windows: deposits by the hundred, by programs that die over them.

Run as ``python -m tests.journeys.launch``: it has imported everything and forks a program for each line
of JSON (`Shift`), whose process id it prints; an empty line prints which of them ended, and how. On the
counter, a folder, lies what outlives a program: the papers that came out, as far as they matter here
(what they look like is tested elsewhere).
"""

import json
import os
import random
import signal
import sys
import traceback
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import event

from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import CustomerId, Fen, PersonId, ProjectId, ReceiptId, UnitId
from salesdesk.office.customers.commands import ChangeRole
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.inventory.commands import ImportUnits, ReleaseUnits
from salesdesk.office.inventory.queries import board
from salesdesk.office.joining import open_server
from salesdesk.office.kept import Fate, KeptSeat, box_of
from salesdesk.office.ledger.commands import PrintReceipt
from salesdesk.office.ledger.queries import receipt_paper, receipts
from salesdesk.office.ledger.sheets import TenderLine
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.voiding import VoidReceipt
from salesdesk.office.staff.rules import Role
from salesdesk.store.address import is_address, parse
from salesdesk.store.outbox import Outbox
from tests.furnished import Clock, permit, rows, seat, seated

CASHIERS = ("cashier", "deputy", "head")
"""On such a day whoever has hands takes money."""
HOMES = 306
"""A multiple of three: each cashier has a queue of 102."""

DEATHS = ("before the commit", "after the commit", "before the paper")
MISTAKES, HASTY = 17, 13
"""Every 17th receipt is written by mistake and made void at once; every 13th Enter is hit twice."""


def furnish(desks):
    """A tower on offer, three cashiers, and for each home a customer who holds it."""
    tower = rows("开盘楼", floors=HOMES // 6, per_floor=6)
    desks.admin.do(ImportUnits(rows=tower, project=ProjectId(1), file="tower"))
    desks.manager.do(permit("T-002", project=ProjectId(1), buildings=("开盘楼",)))
    desks.manager.do(ReleaseUnits(building="开盘楼", project=ProjectId(1)))
    for desk in (desks.deputy, desks.head):
        desks.admin.do(ChangeRole(person=PersonId(desk.person.id), role=Role.CASHIER))
    for n, (home, _code) in enumerate(homes_of(desks)):
        visit = RegisterVisit(
            manner=Manner.VISIT, name=f"开盘{n}", phone=f"138{n:08d}", project=ProjectId(1)
        )
        customer = CustomerId(desks.reception.do(visit)["customer"])
        desks.consultant.do(HoldUnit(unit=UnitId(home), customer=customer))


def homes_of(desks):
    """The tower's homes: number and code."""
    cards = desks.manager.ask(board)
    return sorted((card.id, card.code) for card in cards if card.building == "开盘楼")


def pays(chance):
    """What a customer lays on the counter: one tender, or two."""
    fen = chance.choice((1_000_000, 2_000_000, 5_000_000, 5_000_080))
    kinds = chance.choice(
        (("cash",), ("card",), ("transfer",), ("cash", "card"), ("wechat", "cash"))
    )
    shares = (fen,) if len(kinds) == 1 else (fen // 4, fen - fen // 4)
    return tuple(zip(kinds, shares, strict=True))


@dataclass
class Shift:
    """A cashier's program: at which office, of whom, with which queue, and where it dies.

    ``queue``: each home's number and code, and what is paid on it. ``deaths``: at which customer, by his place in the queue.
    """

    place: str
    login: str
    counter: str
    now: str
    queue: list
    deaths: dict


class Program:
    """What a cashier does with a shift; begun again after each death until the queue is served."""

    def __init__(self, shift):
        self.shift, self.counter = shift, Path(shift.counter)
        clock = Clock(datetime.fromisoformat(shift.now))
        if is_address(shift.place):
            self.office = open_server(parse(shift.place), clock)
            seated_one = self.office.sign_in(shift.login, "")
            database = seated_one.office.database
            self.seat = KeptSeat(seated_one, Outbox(box_of(database, shift.login)))
        else:
            self.office = seated(Path(shift.place), clock).office
            self.seat = seat(self.office, shift.login)
        self.engine = self.seat.office.database.engine

    def work(self):
        self._begin_again()
        served = {line.unit for line in self._mine()}
        for n, (home, code, paid) in enumerate(self.shift.queue):
            if code not in served:
                self._serve(n, UnitId(home), paid)
        self.office.close()

    def _mine(self):
        """The cashier's receipts that stand, the oldest first."""
        me = self.seat.person.name
        lines = self.seat.ask(receipts, limit=1_000)
        return [x for x in reversed(lines) if x.collector == me and not x.voided]

    def _begin_again(self):
        """What an earlier program left: orders of which nothing is known, receipts not on paper."""
        if isinstance(self.seat, KeptSeat):
            for left in self.seat.settle():
                assert left.fate is not Fate.OPEN, left
        for line in self._mine():
            if not self._paper(line.number).exists():
                self._print(ReceiptId(line.id))

    def _serve(self, n, home, paid):
        lines = tuple(
            TenderLine(
                kind=kind, amount_fen=Fen(fen), reference="" if kind == "cash" else f"R{home}"
            )
            for kind, fen in paid
        )
        deposit, intent = (
            TakeDeposit(unit=home, tenders=lines),
            f"{self.shift.login}-{n}-{os.getpid()}",
        )
        death = self.shift.deaths.get(str(n))
        if death == DEATHS[0]:
            event.listen(self.engine, "commit", self._die)
        if n % MISTAKES == MISTAKES - 1:
            wrong = self.seat.do(TakeDeposit(unit=home, tenders=lines, note="写错"))
            self.seat.do(VoidReceipt(receipt=wrong["receipt_id"], reason="写错"))
        answer = self.seat.do(deposit, intent)
        if death == DEATHS[1]:
            self._die()
        if n % HASTY == 0:
            assert self.seat.do(deposit, intent) == answer
        self._print(ReceiptId(answer["receipt_id"]), self._die if death == DEATHS[2] else None)

    def _paper(self, number):
        return self.counter / f"{number}.paper"

    def _print(self, receipt, before_the_paper=None):
        self.seat.do(PrintReceipt(receipt=receipt))
        sheet, marks = self.seat.ask(receipt_paper, receipt)
        if before_the_paper:
            before_the_paper()
        draft = self.counter / f"{sheet.number}.draft"
        words = {"unit": sheet.unit, "fen": sheet.amount_fen, "reprint": marks.reprint}
        draft.write_text(json.dumps(words), "utf-8")
        draft.rename(self._paper(sheet.number))

    @staticmethod
    def _die(*_connection):
        os.kill(os.getpid(), signal.SIGKILL)


def shifts(place, counter, homes, now):
    """Share the homes out to three queues, with what is paid and who dies where: all by one seed."""
    chance = random.Random(20261126)
    for at, login in enumerate(CASHIERS):
        queue = [(*home, pays(chance)) for home in homes[at :: len(CASHIERS)]]
        deaths = chance.sample(range(len(queue)), len(DEATHS))
        yield Shift(
            place=place, login=login, counter=str(counter), now=now.astimezone(UTC).isoformat(),
            queue=queue, deaths={str(n): death for n, death in zip(deaths, DEATHS, strict=True)},
        )  # fmt: skip


def _carry_out(shift):
    try:
        Program(shift).work()
    except BaseException as error:  # noqa: BLE001 - whatever it was, it is written down
        Path(shift.counter, f"{shift.login}.failed").write_text(traceback.format_exc(), "utf-8")
        os._exit(2 if isinstance(error, UserError) else 1)
    os._exit(0)


def main():
    for line in sys.stdin:
        if not line.strip():
            print(*os.wait(), flush=True)
            continue
        child = os.fork()
        if child == 0:
            _carry_out(Shift(**json.loads(line)))
        print(child, flush=True)


def in_words(shift):
    return json.dumps(asdict(shift))


if __name__ == "__main__":
    main()
