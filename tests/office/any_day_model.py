"""What should be true on any day at the office: a small model that knows nothing of the tables."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hypothesis import strategies as st

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.keys import PersonId, ProjectId, Secret
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.inventory.commands import ImportUnits, RecordPermit, ReleaseUnits
from salesdesk.office.staff.commands import AddPerson, ChangeOwnPassword
from salesdesk.office.staff.rules import Role
from tests.furnished import PASSWORD, START, Desks, lot_rows, rows

TOTAL = 200_000_000
CAP = TOTAL // 5
HOLD = timedelta(minutes=30)
LONGEST = timedelta(minutes=180)
VALID = timedelta(days=7)
SIGNERS = ("head", "deputy", "general")
FREE, LAWLESS = (1, 2), 7  # units of the permitted project, and one of a project without a permit
LOTS, LOT = (9, 10), 15_000_000
CUSTOMERS = 4
"""How many there are; every other one is the second consultant's."""
IDS = ("11010519491231002X", "110105194912310038")
MODE, MODES = "一次性付款", ("一次性付款", "商业按揭", "公积金")
SOLD = frozenset({"subscribed", "signed", "filed", "delivered"})
KEPT = SOLD | {"on hold", "reserved", "in review"}
"""The states in which what is bound to a unit stays as it is."""
LINED = frozenset({"on hold", "reserved", "subscribed"})
WINDOW, PLACE_DAYS = timedelta(minutes=120), 30
BAND = 15
"""Per cent below the filed price that are free of a new filing, as the office is made."""
REVIEW_DAYS = timedelta(days=30)
SIGN_DAYS, FILE_DAYS, LATER_DAYS = timedelta(days=7), timedelta(days=30), timedelta(days=30)
UNIT = st.sampled_from((1, 1, 1, 2, 2, LAWLESS))  # few, so that the ways of customers cross
DEPOSIT = st.sampled_from((5_000_000, CAP + 1, CAP, CAP + 1, 0, 1))
PRICE = st.sampled_from((None, None, TOTAL, TOTAL - 100, TOTAL // 2, TOTAL + 1, 0))
SHARES = st.sampled_from((None, None, (10_000,), (5000, 5000), (5000, 4999), (10_000, 0)))


def furnish(desks: Desks) -> PersonId:
    """Add what the machine needs: two customers, a lawless project, a second consultant, who is given."""
    added = desks.admin.do(AddPerson(login="second", name="consultant two", role=Role.CONSULTANT))
    newcomer = desks.office.sign_in("second", added.one_time_password)
    newcomer.do(ChangeOwnPassword(old=added.one_time_password, new=Secret(PASSWORD)))
    desks.admin.do(ImportUnits(rows=rows(floors=1), project_name="无证花园", file="lawless"))
    for n in (1, 2):
        desks.customer(f"客户{n}", f"1390000000{n}")
    return PersonId(added.person)


def furnish_whole(desks: Desks) -> None:
    """The same with two parking lots on offer, and two customers more who would like what is taken."""
    second, project = furnish(desks), ProjectId(1)
    desks.admin.do(ImportUnits(rows=lot_rows(len(LOTS)), project=project, file="lots"))
    desks.manager.do(RecordPermit(number="T-LOTS", project=project, buildings=("车库",)))
    desks.manager.do(ReleaseUnits(building="车库", project=project))
    for n, consultant in ((3, PersonId(desks.consultant.person.id)), (4, second)):
        visit = RegisterVisit(
            manner=Manner.VISIT, name=f"客户{n}", phone=f"1390000000{n}", project=project,
            consultant=consultant,
        )  # fmt: skip
        desks.reception.do(visit)


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
class Deal:
    """What the model knows of a customer's way to a unit."""

    owner: int
    opened: datetime
    until: datetime | None
    listed: int
    paid: int = 0
    deposit: int | None = None
    approved: int | None = None
    agreed: bool = False
    offered: bool = True
    key: int = 0
    customer: int = 0
    lots: tuple = ()
    mode: str = ""
    agreed_on: object = None
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

    @property
    def home(self):
        return self.listed if self.approved is None else self.approved

    @property
    def price(self):
        return self.home + LOT * len(self.lots)

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
    agreements: int = 0
    paid_out: int = 0
    by_request: bool = False
    owners_only: bool = False
    bound: dict = field(default_factory=dict)
    coming: dict = field(default_factory=dict)
    since: dict = field(default_factory=dict)
    reviews: dict = field(default_factory=dict)
    lines: dict = field(default_factory=dict)
    line_longest: int = 5
    wanted: list = field(default_factory=list)
    changes: int = 0
    notices: int = 0
    floors: dict = field(default_factory=dict)
    numbers: dict = field(default_factory=lambda: {"HT": [], "WQ": [], "BA": []})
    visits: list = field(default_factory=list)
    checked: dict = field(default_factory=dict)
    sample: dict = field(default_factory=dict)
    filed: dict = field(default_factory=dict)
    strict: bool = True
    offers: set = field(default_factory=set)
    limit_bp: int = 10_000

    def __post_init__(self):
        self.state |= {LAWLESS: "draft", 8: "draft"}
        self.state |= dict.fromkeys(LOTS, "available")
        self.listed |= dict.fromkeys(LOTS, LOT)
        self.since = dict.fromkeys(self.state, START)
        self.visits = [(START, "reception")] * CUSTOMERS

    def lawful(self, unit):
        return unit not in {LAWLESS, 8} or self.permit or self.level != "block"

    def filed_right(self, unit, fen):
        """Whether a price stands by what was filed: not above it, nor too far below."""
        filed = self.filed.get(unit)
        if filed is None or not self.strict:
            return True
        return fen <= filed and fen * 100 >= filed * (100 - BAND)

    def frozen(self, unit):
        """Whether the unit is somebody's, so that its price stays."""
        return self.state[unit] in SOLD | {"on hold", "reserved"}

    def within_limit(self, unit, price):
        """Whether a price takes no more off than a site manager may."""
        listed = self.deal[unit].listed
        return (listed - price) * 10_000 <= self.limit_bp * listed

    def below_floor(self, unit, price):
        """By how much a price is below the unit's floor price; 0: it is not."""
        return max(0, self.floors.get(unit, 0) - price)

    def held(self, unit):
        """Whether the unit is on hold by a deal of its own: a bound lot is by its home's."""
        return self.state[unit] == "on hold" and unit in self.deal

    def put(self, unit, state, at):
        self.state[unit], self.since[unit] = state, at
        self.reviews.pop(unit, None)

    def go_on(self, unit, state, at):
        """A deal's next state, its lots with it."""
        for one in (unit, *self.deal[unit].lots):
            self.put(one, state, at)

    def free(self, unit, state, at):
        """A unit's next state without a deal; what came back with it goes on with it."""
        deal = self.deal.pop(unit, None)
        for one in self.coming.pop(unit, ()) if deal is None else deal.lots:
            if deal is not None or self.state[one] == "in review":
                self.put(one, state, at)
        if state == "in review":
            self.coming[unit] = deal.lots
        self.put(unit, state, at)

    def may_reserve(self, unit, until, now, who):
        free = self.state[unit] in {"available", "held back"} and self.lawful(unit)
        if unit in self.bound or not self.has_turn(unit, who, now):
            return False
        return free and not (self.banned and unit in (*FREE, *LOTS)) and now < until

    def let_go(self, unit, at):
        """A hold ends by itself: into the offer, or, where it came from a reservation, out of it."""
        deal = self.deal.pop(unit)
        self.put(unit, "available" if deal.offered else "draft", at)
        for lot in deal.lots:
            self.put(lot, "available", at)

    def lapse(self, now):
        for unit, deal in list(self.deal.items()):
            if deal.until is not None and deal.until <= now:
                self.let_go(unit, deal.until)
        for unit, wish in list(self.kept.items()):
            if wish.until <= now:
                del self.kept[unit]
                self.put(unit, "held back", wish.until)

    def holder(self, unit):
        """Which customer has the unit, or None."""
        for home, deal in self.deal.items():
            if unit == home or unit in deal.lots:
                return deal.customer
        return self.kept[unit].who if unit in self.kept else None

    def lots_of(self, home):
        return tuple(sorted(lot for lot, to in self.bound.items() if to == home))

    # --- the line behind a unit

    def turns(self, unit):
        """Give the places in their order, each with the end of its turn where the unit is free."""
        since, turn, found = self.since[unit], 0, []
        free = self.state[unit] == "available"
        for place in self.lines.get(unit, ()):
            turn += free and place.stood(since)
            found.append((place, since + max(turn, 1) * WINDOW if free else None))
        return found

    def called(self, unit, now):
        """Give the customer whose turn it is, or None."""
        for place, ends in self.turns(unit):
            if ends is not None and place.counts(now) and now < ends:
                return place.who
        return None

    def has_turn(self, unit, who, now):
        return self.called(unit, now) in {None, who}

    def serve(self, unit, who, now):
        for place in self.lines.get(unit, ()):
            if place.who == who and place.ended is None:
                place.ended = now

    # --- what is looked over

    def eligible(self, today):
        """Which visits may be drawn: a week's, until yesterday, not checked before today."""
        return {
            no
            for no, (at, _writer) in enumerate(self.visits, 1)
            if today - timedelta(days=7) <= day_of(at) < today
            and self.checked.get(no, today) >= today
        }
