"""Days at a recorded office: a program of its own that does real commands, told what to do by a seed.

Run as ``python -m tests.chaos.officeday OFFICE TAPE SEED COMMANDS MANNER``. A word is put on the tape
before each command ("begun") and only once `Seat.do` has returned ("done", with what the office then
holds): what stands there as done has been promised to a customer, perhaps printed.
"""

import hashlib
import json
import os
import random
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import text

from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import CustomerId, ProjectId, ReceiptId, RefundId, UnitId
from salesdesk.kernel.plain import canonical, from_plain, to_plain
from salesdesk.office.catalogue import COMMANDS
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.entrance import open_office
from salesdesk.office.frontdoor import Office
from salesdesk.office.inventory.commands import ReleaseUnits
from salesdesk.office.inventory.queries import board
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.ledger.commands import CountCash, PrintReceipt
from salesdesk.office.ledger.queries import receipts, refunds
from salesdesk.office.ledger.rules import Fault, TenderKind
from salesdesk.office.sales.commands import ExtendHold, HoldUnit, LetGo, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import AcceptBack, CancelSubscription, PayRefund
from salesdesk.office.sales.voiding import VoidReceipt
from tests.chaos.recording import Recorder
from tests.furnished import START, Clock, seat

SESSION = 40
"""About so many commands lie between the opening and the closing of the office's file."""


class StoreManner(StrEnum):
    """How the office's file is kept: as the program does it, or with a seeded bug."""

    OURS = "ours"
    WAL_NORMAL = "WAL+NORMAL"
    DELETE_FULL = "DELETE+FULL"
    DELETE_OFF = "DELETE+OFF"


_JOURNAL, _FLUSH = "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL"
_MISLED: Mapping[StoreManner, Mapping[str, str]] = {
    StoreManner.OURS: {},
    StoreManner.WAL_NORMAL: {_FLUSH: "PRAGMA synchronous=NORMAL"},
    StoreManner.DELETE_FULL: {_JOURNAL: "PRAGMA journal_mode=DELETE"},
    StoreManner.DELETE_OFF: {
        _JOURNAL: "PRAGMA journal_mode=DELETE",
        _FLUSH: "PRAGMA synchronous=OFF",
    },
}


def mislead(manner: StoreManner) -> None:
    """Seed the bug: from now on SQLite in this process hears another word than the program says."""
    misled = _MISLED[manner]
    connect = sqlcipher3.dbapi2.connect

    class Cursor(sqlcipher3.dbapi2.Cursor):
        def execute(self, sql: str, *values: object) -> object:
            return super().execute(misled.get(sql, sql), *values)

    class Connection(sqlcipher3.dbapi2.Connection):
        def cursor(self, factory: type = Cursor) -> object:
            return super().cursor(factory)

    if misled:
        sqlcipher3.dbapi2.connect = lambda *place, **how: connect(
            *place, **how, factory=Connection
        )


@dataclass(frozen=True, slots=True)
class Holdings:
    """What an office holds: its journal's intents, its receipts as printed, its seals, and all of its books."""

    journal: tuple[str, ...]
    receipts: tuple[str, ...]
    """Number, amount (fen) and chain value, as canonical JSON."""
    seals: tuple[str, ...]
    books: str
    """A hash over every row of every table."""

    def holds(self, other: "Holdings") -> bool:
        """Tell whether everything of *other* is here, in its order, and nothing in between."""
        return all(
            ours[: len(theirs)] == theirs
            for ours, theirs in (
                (self.journal, other.journal),
                (self.receipts, other.receipts),
                (self.seals, other.seals),
            )
        )


def holdings(office: Office) -> Holdings:
    """Give what *office* holds now."""
    with office.database.reading() as session:
        connection = session.connection()

        def rows(query: str) -> tuple[Sequence[Any], ...]:
            return tuple(tuple(row) for row in connection.exec_driver_sql(query))

        tables = [
            name
            for (name,) in rows(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            )
        ]
        books = hashlib.blake2b(digest_size=16)
        for table in tables:
            books.update(repr((table, rows(f'SELECT * FROM "{table}"'))).encode())
        return Holdings(
            journal=tuple(str(i) for (i,) in rows("SELECT intent FROM journal ORDER BY id")),
            receipts=tuple(
                canonical(list(row))
                for row in rows("SELECT number, amount_fen, hash FROM receipt ORDER BY id")
            ),
            seals=tuple(str(h) for (h,) in rows("SELECT hash FROM seal ORDER BY id")),
            books=books.hexdigest(),
        )


@dataclass(frozen=True, slots=True)
class Begun:
    """A command on its way into the office; the house's own steps have no person and no intent."""

    at: str
    command: str
    login: str = ""
    form: Mapping[str, Any] | None = None
    intent: str = ""

    @property
    def step(self) -> Any:
        """The command itself."""
        return from_plain(COMMANDS[self.command], self.form)


class OfficeDay:
    """The office at work: customers come, hold, pay, change their minds."""

    def __init__(self, place: Path, recorder: Recorder, seed: int) -> None:
        self._place, self._recorder = place, recorder
        self._chance = random.Random(seed)
        self._clock = Clock(START)
        self._office = open_office(place, self._clock)
        self._second = open_office(place, self._clock)
        """Another desk: some commands come from it, and it lets go of the file later or earlier."""
        self._known: list[CustomerId] = []

    def begin(self) -> None:
        """Put on the tape how SQLite keeps the file, and what the office holds."""
        with self._office.database.reading() as session:
            ask = {
                name: session.execute(text(f"PRAGMA {name}")).scalar_one()
                for name in ("journal_mode", "synchronous")
            }
        self._recorder.say(word="opened", **ask, holds=asdict(holdings(self._office)))

    def work(self, commands: int) -> None:
        """Carry out so many commands, refused ones included."""
        for number in range(1, commands + 1):
            self._clock.forward(seconds=self._chance.choice((2, 5, 20, 90, 600)))
            self._one_step(number)
            if self._chance.random() < 1 / SESSION:
                self._change_over()

    def close(self) -> None:
        """Close the door: what is open in the journal is sealed, then the file is let go."""
        self._carry_out(Begun(self._now, "Seal"), self._office.seal)
        self._second.close()
        self._office.close()

    @property
    def _now(self) -> str:
        return self._clock.now.isoformat()

    def _change_over(self) -> None:
        """Let both desks go home and come again, as at noon; the file is alone in between."""
        self._carry_out(Begun(self._now, "Seal"), self._office.seal)
        first, second = self._chance.sample((self._office, self._second), 2)
        first.close()
        second.close()
        self._office = open_office(self._place, self._clock)
        self._second = open_office(self._place, self._clock)

    def _one_step(self, number: int) -> None:
        if self._chance.random() < 0.05:
            sweep = self._office.sweep
            self._carry_out(Begun(self._now, "EndLapsedHolds"), sweep)
            return
        login, command = self._wish()
        office = self._chance.choice((self._office, self._office, self._second))
        intent = f"step-{number}"
        begun = Begun(self._now, type(command).__name__, login, to_plain(command), intent)
        answer = self._carry_out(begun, lambda: seat(office, login).do(command, intent))
        if isinstance(command, RegisterVisit) and answer is not None:
            self._known.append(CustomerId(answer["customer"]))

    def _carry_out(self, begun: Begun, do: Callable[[], Any]) -> Any:
        self._recorder.say(word="begun", **asdict(begun))
        try:
            answer = do()
        except UserError as refusal:
            self._recorder.say(word="refused", kind=refusal.kind)
            return None
        self._recorder.say(
            word="done", answer=to_plain(answer), holds=asdict(holdings(self._office))
        )
        return answer

    # --- what somebody wants next ----------------------------------------------------------------

    def _wish(self) -> tuple[str, Any]:
        """Give who wants what: mostly what is possible, now and then what is not."""
        chance = self._chance
        if not self._known or chance.random() < 0.12:
            return "reception", self._visit()
        if chance.random() < 0.12:
            return self._paper()
        cards = seat(self._office, "manager").ask(board)
        held = [card for card in cards if card.state is UnitState.ON_HOLD]
        card = chance.choice(held if held and chance.random() < 0.6 else cards)
        unit = UnitId(card.id)
        match card.state:
            case UnitState.AVAILABLE:
                return "consultant", HoldUnit(unit=unit, customer=chance.choice(self._known))
            case UnitState.ON_HOLD:
                return self._on_hold(unit)
            case UnitState.SUBSCRIBED:
                return "manager", self._cancellation(unit)
            case UnitState.REVIEW:
                return self._in_review(unit)
            case _:
                return "manager", ReleaseUnits(units=(unit,))

    def _visit(self) -> RegisterVisit:
        number = self._chance.randrange(10_000)
        return RegisterVisit(
            manner=Manner.VISIT, name=f"王{number}", phone=f"1381234{number:04}",
            project=ProjectId(1), remarks="看房" * self._chance.randrange(1, 60),
        )  # fmt: skip

    def _paper(self) -> tuple[str, Any]:
        lines = seat(self._office, "cashier").ask(receipts)
        if not lines:
            return "cashier", CountCash(counted=0)
        receipt = ReceiptId(self._chance.choice(lines[:4]).id)
        return "cashier", self._chance.choice(
            (
                PrintReceipt(receipt=receipt),
                VoidReceipt(receipt=receipt, reason="写错"),
                CountCash(counted=self._chance.randrange(10) * 100),
            )
        )

    def _on_hold(self, unit: UnitId) -> tuple[str, Any]:
        amount = self._chance.randrange(1, 300) * 10_000
        deposit = TakeDeposit(
            unit=unit, amount=amount, tender=self._chance.choice(list(TenderKind))
        )
        return self._chance.choice(
            (
                *(("cashier", deposit) for _more in range(6)),
                ("consultant", LetGo(unit=unit)),
                ("consultant", ExtendHold(unit=unit)),
                ("manager", ApprovePrice(unit=unit)),
                ("consultant", Subscribe(unit=unit, mode="一次性付款")),
                ("manager", self._cancellation(unit)),
            )
        )

    def _cancellation(self, unit: UnitId) -> CancelSubscription:
        return CancelSubscription(unit=unit, fault=Fault.NONE, reason="改变主意")

    def _in_review(self, unit: UnitId) -> tuple[str, Any]:
        owed = seat(self._office, "cashier").ask(refunds, unpaid=True)
        if owed:
            key = RefundId(self._chance.choice(owed).id)
            return "cashier", PayRefund(refund=key, tender=TenderKind.CASH)
        return "manager", AcceptBack(unit=unit)


def main(place: str, tape: str, seed: str, commands: str, manner: str) -> None:
    """Be the program that the power is cut from."""
    # An error inside a call from C has nowhere to go: the recording would go on with a hole in it.
    sys.unraisablehook = lambda problem: (sys.__unraisablehook__(problem), os._exit(3))
    mislead(StoreManner(manner))
    recorder = Recorder(Path(place).parent, Path(tape))
    recorder.start()
    day = OfficeDay(Path(place), recorder, int(seed))
    day.begin()
    day.work(int(commands))
    day.close()
    recorder.close()
    print(json.dumps(recorder.heard))


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except BaseException:  # noqa: BLE001 - whatever it was, SQLite must not call a Python that is going away
        traceback.print_exc()
        os._exit(1)
