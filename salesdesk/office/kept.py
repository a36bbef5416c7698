"""A seat at an office server whose orders survive this machine: written down, sent, decided.

What an earlier program left undecided is asked about first. The office knows each intent that was
carried out; one that it does not know is sent again while it is fresh, and later only if the person
says so: money that nobody remembers must not be taken silently.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from typing_extensions import override

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.plain import canonical, from_plain, to_plain
from salesdesk.office.catalogue import COMMANDS
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.frontdoor import Command, Seat
from salesdesk.office.inventory.queries import unit_card
from salesdesk.office.staff.queries import setting
from salesdesk.store import journal
from salesdesk.store.database import Database
from salesdesk.store.faults import OfficeBusy, OutcomeUnknown, ServerUnreachable, SignInRefused
from salesdesk.store.outbox import Order, Outbox
from salesdesk.store.work import Reading

R = TypeVar("R")

FRESH = timedelta(minutes=5)
"""So long an order that never arrived is sent again unasked: the person still stands before it."""
_PASSING = (ServerUnreachable, OfficeBusy, SignInRefused)


class Fate(StrEnum):
    """What became of an order that was left undecided."""

    WRITTEN = "written"
    REFUSED = "refused"
    OPEN = "open"
    """It was not carried out, and is only sent again if the person says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """An order left by an earlier program or written while the office was silent.

    ``answer``: what the command gave back, plain, where it was written; ``unit``: the unit's code.
    """

    order: Order
    fate: Fate
    answer: Any = None
    refusal: UserError | None = None
    unit: str = ""


def box_of(database: Database, login: str) -> Path:
    """Give the folder of the boxes of *login* at this office on this machine."""
    name = "".join(c if c.isalnum() else "_" for c in login)
    return database.home.with_name(f"{database.home.stem}-orders") / name


class KeptSeat(Seat):
    """A seat that writes each order down before it is sent, until its outcome is known.

    Not kept: commands with a password in them, and those that only summarise themselves for the
    journal (a whole price list), which the person starts again from the file.
    """

    def __init__(self, seat: Seat, outbox: Outbox) -> None:
        super().__init__(seat.office, seat.person)
        self._outbox = outbox
        self._unknown: set[str] = set()

    @override
    def do(self, command: Command[R], intent: str | None = None) -> R:
        key = intent or uuid4().hex
        if not _may_be_kept(command):
            return super().do(command, key)
        if key not in self._unknown:
            self._outbox.keep(self._order(command, key))
        return self._sent(command, key)

    def keep_draft(self, command: RegisterVisit) -> None:
        """Keep a visit typed while the office is silent; it is offered to be sent later."""
        self._outbox.keep(replace(self._order(command, uuid4().hex), draft=True))

    def settle(self) -> tuple[Left, ...]:
        """Have what is left decided, as far as nobody need be asked."""
        fresh_from = self.office.database.clock() - FRESH
        return tuple(self._settled(order, fresh_from) for order in self._outbox.waiting()
                     if order.intent not in self._unknown)  # fmt: skip

    def send(self, left: Left) -> Left:
        """Send an order that the person wants after all; a visit of an earlier day as a late entry."""
        order = left.order
        command = _command(order)
        if order.draft and isinstance(command, RegisterVisit) and command.visited_on is None:
            with self.office.database.reading() as session:
                zone = str(setting(session, "zone"))
                today = day_of(self.office.database.now(session), zone)
            day = day_of(order.made_at, zone)
            if day < today:
                command = replace(command, visited_on=day, late=True)
        return self._again(left, command)

    def drop(self, left: Left) -> None:
        """Forget an order: the person does not want it any more."""
        self._outbox.known(left.order.intent)

    def close(self) -> None:
        """Let go of the box."""
        self._outbox.close()

    def _order(self, command: object, key: str) -> Order:
        return Order(
            intent=key,
            command=type(command).__name__,
            form=to_plain(command),
            login=self.person.login,
            made_at=self.office.database.clock(),
        )

    def _sent(self, command: Command[R], key: str) -> R:
        try:
            answer = super().do(command, key)
        except OutcomeUnknown:
            self._unknown.add(key)
            raise
        except _PASSING as refusal:
            if key in self._unknown:  # an earlier try may have been written
                raise OutcomeUnknown(place=self.office.database.place) from refusal
            self._outbox.known(key)
            raise
        except UserError:
            self._decided(key)
            raise
        self._decided(key)
        return answer

    def _decided(self, key: str) -> None:
        self._unknown.discard(key)
        self._outbox.known(key)

    def _settled(self, order: Order, fresh_from: Any) -> Left:
        command = _command(order)
        left = Left(order=order, fate=Fate.OPEN, unit=self._unit(order))
        if command is None:  # of another version of the program: nothing here can send it
            self._outbox.known(order.intent)
            return replace(left, fate=Fate.REFUSED)
        if order.draft:
            return left
        name = type(command).__name__
        form = journal.form_hash(name, self.person.id, canonical(to_plain(command)))
        with self.office.database.reading() as session:
            stored = journal.answered(session, order.intent, form)
        if stored is None and order.made_at < fresh_from:
            return left
        return self._again(left, command)

    def _again(self, left: Left, command: Any) -> Left:
        self._unknown.add(left.order.intent)  # only an answer takes it out of the box
        try:
            answer = self._sent(command, left.order.intent)
        except OutcomeUnknown:
            raise
        except UserError as refusal:
            return replace(left, fate=Fate.REFUSED, refusal=refusal)
        return replace(left, fate=Fate.WRITTEN, answer=to_plain(answer))

    def _unit(self, order: Order) -> str:
        unit = order.form.get("unit")
        if not isinstance(unit, int):
            return ""
        try:
            with self.office.database.reading() as session:
                now = self.office.database.now(session)
                zone = str(setting(session, "zone"))
                reading = Reading(session, self.person.id, self.person.role, now, zone)
                return unit_card(reading, unit).code
        except UserError:
            return ""


def _may_be_kept(command: object) -> bool:
    if getattr(command, "form", None) is not None or type(command).__name__ not in COMMANDS:
        return False
    return bool(to_plain(command) == to_plain(command, reveal=True))


def _command(order: Order) -> Any:
    """Give the command that *order* is about; None where this program knows no such command."""
    try:
        return from_plain(COMMANDS[order.command], dict(order.form))
    except (KeyError, TypeError, ValueError):
        return None
