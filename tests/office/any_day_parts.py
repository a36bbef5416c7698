"""What the model of any day is made of: deals, receipts, requests, versions, as the papers say them."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from salesdesk.office.ledger.rules import Fault
from tests.office.any_day_model import FUND, LOT, MODE, SIGNERS, VALID

FIRST, SECOND, LAST = {"manager", "head"}, {"head", "deputy"}, {"deputy", "general"}
SOME, MUCH, LONG = 1_000_000, 5_000_000, 8
"""From when on a request goes further: fen given away, days put off."""


@dataclass
class Named:
    """A buyer: name, share, and whether his paper was seen."""

    name: str
    share: int = 10_000
    known: bool = False


def told(buyers):
    """Who buys, as a change names it."""
    if len(buyers) == 1:
        return buyers[0].name
    return ", ".join(f"{one.name} {one.share / 100:g} %" for one in buyers)


@dataclass
class Notice:
    """A notice of default, and when its grace is over."""

    number: str
    ends_at: datetime


@dataclass
class Fee:
    """A late fee that was fixed (fen): the line that asks for it, what of it was taken and waived."""

    key: int
    fen: int
    taken: int = 0
    waived: int = 0

    @property
    def open(self):
        return self.fen - self.taken - self.waived


@dataclass
class Deal:
    """What the model knows of a customer's way to a unit."""

    owner: int
    opened: datetime
    until: datetime | None
    listed: int
    paid: int = 0
    deposit: int | None = None
    others: int = 0
    ahead: int = 0
    fund: int = 0
    ended: str = ""
    before: tuple = ()
    settled: list = field(default_factory=list)
    approved: int | None = None
    agreed: bool = False
    offered: bool = True
    key: int = 0
    customer: int = 0
    lots: tuple = ()
    mode: str = ""
    agreed_on: object = None
    first: int = 0
    first_by: object = None
    sign_by: object = None
    signers: list = field(default_factory=list)
    renamed: list = field(default_factory=list)
    versions: list = field(default_factory=list)
    contract: str = ""
    signed_on: object = None
    online: str = ""
    filing: str = ""
    filed_on: object = None
    notice: Notice | None = None
    granted: set = field(default_factory=set)
    by_signatures: bool = False
    fees: list = field(default_factory=list)
    fixed_to: dict = field(default_factory=dict)
    """Late line -> the day to which its fee is fixed."""
    applied: list = field(default_factory=list)
    """What was paid ahead and applied: the day, and line -> fen."""
    letters: dict = field(default_factory=dict)
    """Late line -> the days by which its demand letters ask to be paid."""
    promised: tuple = ()
    """The day and the sum (fen) of the newest promise."""

    @property
    def home(self):
        return self.listed if self.approved is None else self.approved

    @property
    def price(self):
        return self.home + LOT * len(self.lots)

    @property
    def held(self):
        """All of the buyer's money: paid, held for others, ahead."""
        return self.paid + self.others + self.ahead

    @property
    def open(self):
        """What is still to be paid: of the price, for others, and of late fees."""
        return max(0, self.price - self.paid) + self.fund - self.others + self.fees_open

    @property
    def fees_open(self):
        return sum(fee.open for fee in self.fees)

    @property
    def fees_taken(self):
        return sum(fee.taken for fee in self.fees)

    def noticed(self, now):
        """Whether a notice stands whose grace is over."""
        return self.notice is not None and now >= self.notice.ends_at

    def settled_by(self, fault):
        """What is settled where it ends: all that is held, and the fees unless the buyer is at fault."""
        return self.held + (0 if fault is Fault.BUYER else self.fees_taken)

    def reckon(self, unit):
        """What its payment mode makes due for others from now on; what was paid stays."""
        self.fund = max(FUND[unit] if self.mode == MODE else 0, self.others)

    @property
    def buyers(self):
        return self.renamed or self.signers


@dataclass
class Place:
    """A customer's place in the line behind a unit."""

    who: int
    joined: datetime
    until: datetime
    ended: datetime | None = None

    def counts(self, now):
        return self.ended is None and now < self.until

    def stood(self, since):
        """Whether it counted when the unit came free."""
        return self.joined <= since < self.until and (self.ended is None or since < self.ended)


@dataclass
class Slip:
    """A receipt as it was handed over."""

    number: str
    deal: Deal
    tenders: tuple
    day: object
    kind: str = "deposit"
    parts: dict = field(default_factory=dict)
    others: int = 0
    ahead: int = 0
    fees: int = 0
    void: bool = False
    approved: bool = False
    """Whether a contra of it was approved."""
    contra: str = ""

    @property
    def fen(self):
        return sum(fen for _kind, fen in self.tenders)

    @property
    def stands(self):
        return not self.void and not self.contra


@dataclass
class Contra:
    """What answered a receipt, and the day it counts for."""

    number: str
    slip: Slip
    day: object


@dataclass
class Owed:
    """A refund, and whether it was paid."""

    key: int
    fen: int
    deal: Deal
    paid: bool = False
    paid_on: object = None
    asks: list = field(default_factory=list)


@dataclass
class RefundAsk:
    """A request for a refund: by whom, paid which way, and who signed it."""

    key: int
    filed: datetime
    asker: str
    way: object
    signed: list = field(default_factory=list)
    over: bool = False

    def pending(self, now):
        return not self.over and len(self.signed) < 2 and now < self.filed + VALID  # two steps


@dataclass
class Wish:
    """A request for a reservation: whose, until when, and who signed it."""

    key: int
    unit: int
    who: int
    until: datetime
    filed: datetime
    listed: int
    signed: int = 0
    over: bool = False

    def pending(self, now):
        return not self.over and self.signed < len(SIGNERS) and now < self.filed + VALID


@dataclass
class Draft:
    """A price version: what it gives units, what they cost when it was drafted, from when, its requests."""

    key: int
    prices: dict
    before: dict
    begins: datetime | None = None
    over: bool = False
    asks: list = field(default_factory=list)

    def told(self, model):
        """What its signers are told that other prices could alter: the sum before."""
        return sum(model.listed[unit] for unit in self.prices)

    def is_asked(self, now):
        """Whether a request for it is being signed."""
        return any(ask.pending(now) for ask in self.asks)

    def signed(self):
        """Its requests that all three signed."""
        return [ask for ask in self.asks if ask.signed == list(SIGNERS)]

    def unsigned(self, model):
        """The name of what keeps it from effect where signatures are wanted, or nothing."""
        signed = self.signed()
        if not signed:
            return "PricesByRequest"
        return "" if signed[-1].told == self.told(model) else "FactsChanged"


@dataclass
class Ask:
    """A request for a price version: what its signers were told, and who signed."""

    key: int
    filed: datetime
    told: int
    signed: list = field(default_factory=list)
    over: bool = False

    def pending(self, now):
        return not self.over and len(self.signed) < len(SIGNERS) and now < self.filed + VALID


@dataclass
class Wanted:
    """A request for a change: what it would do, what the signers were told, who signed."""

    key: int
    unit: int
    kind: str
    to: object
    asker: str
    filed: object
    facts: tuple
    less: int = 0
    days: int = 0
    below: int = 0
    beyond: bool = False
    signed: list = field(default_factory=list)
    over: bool = False

    def steps(self):
        match self.kind:
            case "extension":
                return [FIRST, SECOND] if self.days >= LONG else [FIRST]
            case "payment mode":
                return [FIRST, SECOND]
            case "discount":
                last = [{"general"}] if self.less >= MUCH or self.below else []
                some = self.less >= SOME or (self.beyond and not last)
                second = [SECOND] if some else []
                return [FIRST, *second, *last]
            case "price" | "exchange":
                return [FIRST, SECOND, {"general"}] if self.less >= MUCH else [FIRST, SECOND]
        return [FIRST, LAST]

    def pending(self, now):
        return not self.over and len(self.signed) < len(self.steps()) and now < self.filed + VALID

    def spent(self):
        """Everybody who signed, or in whose place it was signed."""
        return {person for pair in self.signed for person in pair if person}

    def places(self, signer, absent, here):
        """Give (signer, in whose place) as the open step may be signed: in one's own first."""
        step, spent = self.steps()[len(self.signed)], self.spent() | {self.asker}
        own = [(signer, "")] if signer in step and signer not in spent and not absent else []
        return own + [
            (signer, away)
            for away, other in here.items()
            if other == signer and away in step and absent in {"", away}
            and not {away, other} & spent
        ]  # fmt: skip

    def leaves_somebody(self, signer, absent, here):
        """Whether the step after can still be signed: a stand-in uses up two people."""
        place = self.places(signer, absent, here)[0]
        then = replace(self, signed=[*self.signed, place])
        if not place[1] or len(then.signed) == len(self.steps()):
            return True
        everybody = ("manager", "head", "deputy", "general")
        return any(then.places(person, "", here) for person in everybody)


def over_by(over, signed, wanted):
    """The name of what is said where a request takes no signature any more: all is signed, or it came to nothing."""
    return "RequestCarriedOut" if signed == wanted and not over else "RequestOver"
