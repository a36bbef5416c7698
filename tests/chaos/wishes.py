"""What a desk in a chaos run looks at, and what it wants next: mostly what is possible, now and then not."""

import time
from dataclasses import dataclass

from sqlalchemy import bindparam, text

from salesdesk.kernel.keys import CustomerId, ProjectId, ReceiptId, RefundId, UnitId
from salesdesk.office.customers.commands import EditCustomer
from salesdesk.office.customers.register import RecordFollowUp, RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.inventory.commands import ReleaseUnits
from salesdesk.office.inventory.queries import board
from salesdesk.office.ledger.rules import Fault, TenderKind
from salesdesk.office.sales.commands import ExtendHold, HoldUnit, LetGo, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import AcceptBack, CancelSubscription, PayRefund
from salesdesk.office.sales.voiding import VoidReceipt
from salesdesk.office.staff.rules import Role
from tests.chaos.stage import CUSTOMERS, UNITS, phone


@dataclass(frozen=True, slots=True)
class Rush:
    """So many units are the ones everybody wants, for so long (seconds); then others are."""

    units: int = 20
    seconds: float = 15

    def now(self):
        """Give the units wanted now: the same at every desk."""
        start = int(time.monotonic() // self.seconds) * self.units % (UNITS - self.units)
        return range(start + 1, start + 1 + self.units)


BLINDLY = 0.6
"""Share of a consultant's wishes for which he does not look first: the unit is wanted, others want it too."""

NOWHERE = 999_999
"""A project that does not exist: such a form must be refused."""

_SEEN = text(
    "SELECT u.id AS unit, coalesce(c.id, 0) AS claim, c.ended_at IS NOT NULL AS ended, c.stage,"
    " c.consultant_id AS consultant, c.until IS NULL AS paid,"
    " EXISTS (SELECT 1 FROM price_approval p WHERE p.deal_id = c.deal_id) AS approved,"
    " (SELECT f.id FROM refund f WHERE f.deal_id = c.deal_id AND f.owed_fen > 0"
    "  AND NOT EXISTS (SELECT 1 FROM receipt s WHERE s.refund_id = f.id)) AS refund,"
    " (SELECT max(r.id) FROM receipt r WHERE r.deal_id = c.deal_id) AS receipt"
    " FROM unit u LEFT JOIN claim c ON c.id = (SELECT max(l.id) FROM claim l WHERE l.unit_id = u.id)"
    " WHERE u.id IN :units"
).bindparams(bindparam("units", expanding=True))
_VERSIONS = text("SELECT id, version FROM customer WHERE id IN :customers").bindparams(
    bindparam("customers", expanding=True)
)


@dataclass(frozen=True, slots=True)
class Glance:
    """One look at the board: what each unit's newest claim is, all at one moment."""

    units: list
    versions: dict
    """Customer -> version."""


def glance(reading, units, customers):
    """Look at some units and customers at one moment."""
    seen = reading.session.execute(_SEEN, {"units": units}).all()
    versions = reading.session.execute(_VERSIONS, {"customers": customers})
    return Glance(list(seen), {row.id: row.version for row in versions})


def board_glance(reading, units):
    """Look at the board itself, and at the newest claims behind it: give where they differ."""
    cards = {card.id: card.state.value for card in board(reading, only=tuple(units))}
    seen = reading.session.execute(_SEEN, {"units": units}).all()
    wrong = [
        (row.unit, cards[row.unit], row.stage)
        for row in seen
        if row.claim and not row.ended and cards[row.unit] not in (row.stage, "available")
    ]
    wrong += [
        (row.unit, cards[row.unit], "free")
        for row in seen
        if (not row.claim or row.ended) and cards[row.unit] not in ("available", "draft")
    ]
    return seen, wrong


class Wishes:
    """What one desk wants."""

    def __init__(self, chance, role, person, rush):
        self._chance, self._role, self._me, self._rush = chance, role, person, rush
        self._asks = {
            Role.CONSULTANT: self._consultant, Role.CASHIER: self._cashier,
            Role.MANAGER: self._manager, Role.RECEPTION: lambda _at, _mark: None,
        }  # fmt: skip

    def units(self):
        """Give some units to look at, mostly of those everybody wants."""
        wanted = self._rush.now()
        some = self._chance.sample(wanted, min(9, len(wanted)))
        return [*some, *self._chance.sample(range(1, UNITS + 1), 5)]

    def customers(self):
        return [self._customer() for _one in range(3)]

    def next(self, seen, mark):
        """Give the next command; *mark* goes into its form where there is room."""
        chance = self._chance
        if self._role is Role.CONSULTANT and chance.random() < BLINDLY:
            unit = UnitId(chance.choice(self._rush.now()))
            return HoldUnit(unit=unit, customer=CustomerId(self._customer()))
        if self._role is not Role.RECEPTION and chance.random() < 0.93:
            for at in chance.sample(seen.units, len(seen.units)):
                if (command := self._asks[self._role](at, mark)) is not None:
                    return command
        return self._desk_work(seen, mark)

    def _customer(self):
        return self._chance.randrange(1, CUSTOMERS + 1)

    def _desk_work(self, seen, mark):
        chance = self._chance
        if self._role is Role.CASHIER:
            unit = chance.choice(seen.units).unit
            return TakeDeposit(unit=UnitId(unit), amount=100, reference=mark)
        which = chance.random()
        if which < 0.3:
            customer = chance.choice(list(seen.versions))
            version = seen.versions[customer] - (chance.random() < 0.05)
            return EditCustomer(customer=CustomerId(customer), version=version, note=mark)
        if which < 0.5 and self._role in (Role.CONSULTANT, Role.MANAGER):
            return RecordFollowUp(customer=CustomerId(self._customer()), result=mark)
        fresh = chance.random() < 0.05
        number = chance.randrange(5_000, 10_000) if fresh else chance.randrange(CUSTOMERS)
        project = NOWHERE if chance.random() < 0.04 else 1
        return RegisterVisit(
            manner=chance.choice(list(Manner)), name="李明", phone=phone(number),
            project=ProjectId(project), remarks=mark,
        )  # fmt: skip

    def _consultant(self, at, mark):
        chance, unit = self._chance, UnitId(at.unit)
        if not at.claim or at.ended:
            # ended by the clock or let go, or taken back and released again
            minutes = 1 if chance.random() < 0.1 else None
            return HoldUnit(unit=unit, customer=CustomerId(self._customer()), minutes=minutes)
        if at.stage != "on hold":
            return None
        if at.consultant != self._me:
            if chance.random() > 0.06:
                return None
            return chance.choice((
                LetGo(unit=unit), HoldUnit(unit=unit, customer=CustomerId(self._customer())),
            ))  # fmt: skip
        if at.paid and at.approved:
            return Subscribe(unit=unit, mode="一次性付款", note=mark)
        if not at.paid and chance.random() < 0.5:
            gone = chance.random() < 0.75
            return LetGo(unit=unit, reason=mark) if gone else ExtendHold(unit=unit)
        return None

    def _cashier(self, at, mark):
        chance, unit = self._chance, UnitId(at.unit)
        if at.claim and not at.ended and at.stage == "on hold":
            if at.paid and at.receipt is not None and chance.random() < 0.12:
                return VoidReceipt(receipt=ReceiptId(at.receipt), reason=mark)
            if not at.paid or chance.random() < 0.1:
                amount = chance.randrange(1, 200) * 10_000
                tender = chance.choice(list(TenderKind))
                return TakeDeposit(unit=unit, amount=amount, tender=tender, reference=mark)
        if at.refund is not None:
            return PayRefund(refund=RefundId(at.refund), reference=mark)
        return None

    def _manager(self, at, mark):
        chance, unit = self._chance, UnitId(at.unit)
        if not at.claim or at.ended:
            return None
        match at.stage:
            case "on hold" if at.paid and not at.approved:
                return ApprovePrice(unit=unit, note=mark)
            case "on hold" if chance.random() > 0.03:
                return None
            case "on hold" | "subscribed":
                return CancelSubscription(unit=unit, fault=Fault.NONE, reason=mark)
            case "review" if at.refund is None:
                return AcceptBack(unit=unit, note=mark)
            case "held back":
                return ReleaseUnits(units=(unit,), name=mark)
        return None
