"""What should be true on any day at the office: a small model that knows nothing of the tables."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hypothesis import strategies as st

from salesdesk.kernel.keys import Secret
from salesdesk.office.inventory.commands import ImportUnits
from salesdesk.office.staff.commands import AddPerson, ChangeOwnPassword
from salesdesk.office.staff.rules import Role
from tests.furnished import PASSWORD, Desks, rows

TOTAL = 200_000_000
CAP = TOTAL // 5
HOLD = timedelta(minutes=30)
LONGEST = timedelta(minutes=180)
VALID = timedelta(days=7)
SIGNERS = ("head", "deputy", "general")
FREE, LAWLESS = (1, 2), 7  # units of the permitted project, and one of a project without a permit
UNIT = st.sampled_from((1, 1, 1, 2, 2, LAWLESS))  # few, so that the ways of customers cross
DEPOSIT = st.sampled_from((5_000_000, CAP + 1, CAP, CAP + 1, 0, 1))
PRICE = st.sampled_from((None, None, TOTAL, TOTAL - 100, TOTAL // 2, TOTAL + 1, 0))
SHARES = st.sampled_from((None, None, (10_000,), (5000, 5000), (5000, 4999), (10_000, 0)))


def furnish(desks: Desks) -> None:
    """Add what the machine needs: a second consultant, two customers, a lawless project."""
    added = desks.admin.do(AddPerson(login="second", name="consultant two", role=Role.CONSULTANT))
    newcomer = desks.office.sign_in("second", added.one_time_password)
    newcomer.do(ChangeOwnPassword(old=added.one_time_password, new=Secret(PASSWORD)))
    desks.admin.do(ImportUnits(rows=rows(floors=1), project_name="无证花园", file="lawless"))
    for n in (1, 2):
        desks.customer(f"客户{n}", f"1390000000{n}")


@dataclass
class Deal:
    """What the model knows of a customer's way to a unit."""

    owner: int
    opened: datetime
    until: datetime | None
    listed: int
    paid: int = 0
    approved: int | None = None
    agreed: bool = False
    offered: bool = True

    @property
    def price(self):
        return self.listed if self.approved is None else self.approved


@dataclass
class Slip:
    """A receipt as it was handed over."""

    number: str
    deal: Deal
    fen: int
    day: object
    void: bool = False


@dataclass
class Owed:
    """A refund, and whether it was paid."""

    key: int
    fen: int
    paid: bool = False


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
    """A price version: what it gives units, what they cost when it was drafted, whether it is over."""

    key: int
    prices: dict
    before: dict
    over: bool = False


@dataclass
class Model:
    """What should be true."""

    state: dict = field(default_factory=lambda: dict.fromkeys(range(1, 7), "available"))
    deal: dict = field(default_factory=dict)
    slips: list = field(default_factory=list)
    owed: list = field(default_factory=list)
    wishes: list = field(default_factory=list)
    kept: dict = field(default_factory=dict)
    banned: bool = False
    permit: bool = False
    level: str = "block"
    listed: dict = field(default_factory=lambda: dict.fromkeys((*FREE, LAWLESS), TOTAL))
    drafts: list = field(default_factory=list)
    filed: dict = field(default_factory=dict)
    strict: bool = True
    offers: set = field(default_factory=set)
    limit_bp: int = 10_000

    def __post_init__(self):
        self.state |= {LAWLESS: "draft", 8: "draft"}

    def lawful(self, unit):
        return unit in FREE or self.permit or self.level != "block"

    def frozen(self, unit):
        """Whether the unit is somebody's, so that its price stays."""
        return self.state[unit] in {"on hold", "reserved", "subscribed"}

    def within_limit(self, unit, price):
        """Whether a price takes no more off than a site manager may."""
        listed = self.deal[unit].listed
        return (listed - price) * 10_000 <= self.limit_bp * listed

    def free(self, unit, state):
        self.state[unit] = state
        self.deal.pop(unit, None)

    def may_reserve(self, unit, until, now):
        free = self.state[unit] in {"available", "held back"} and self.lawful(unit)
        return free and not (self.banned and unit in FREE) and now < until

    def let_go(self, unit):
        """A hold ends by itself: into the offer, or, where it came from a reservation, out of it."""
        self.free(unit, "available" if self.deal[unit].offered else "draft")

    def lapse(self, now):
        for unit, deal in list(self.deal.items()):
            if deal.until is not None and deal.until <= now:
                self.let_go(unit)
        for unit, wish in list(self.kept.items()):
            if wish.until <= now:
                del self.kept[unit]
                self.state[unit] = "held back"
