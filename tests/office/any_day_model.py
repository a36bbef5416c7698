"""What should be true on any day at the office: a small model that knows nothing of the tables."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal

from hypothesis import strategies as st

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.keys import Fen, PersonId, ProjectId, Secret
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.inventory.commands import ImportUnits, ReleaseUnits
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.sales.mode_commands import SetModeTerms, TermLine
from salesdesk.office.staff.commands import AddPerson, ChangeOwnPassword
from salesdesk.office.staff.rules import Role
from tests.furnished import PASSWORD, START, Desks, lot_rows, permit, rows

TOTAL = 200_000_000
CAP = TOTAL // 5
HOLD = timedelta(minutes=30)
LONGEST = timedelta(minutes=180)
VALID = timedelta(days=7)
SIGNERS = ("head", "deputy", "general")
FREE, LAWLESS = (1, 2), 7  # units of the permitted project, and one of a project without a permit
LOTS, LOT = (9, 10), 15_000_000
BARE = (11, 12, 13)
"""Three homes of one floor without a price."""
CUSTOMERS = 4
"""How many there are; every other one is the second consultant's."""
IDS = ("11010519491231002X", "110105194912310038")
MODE, MODES = "一次性付款", ("一次性付款", "商业按揭", "公积金")
FUND = dict.fromkeys(range(1, 9), 900000) | dict.fromkeys(LOTS, 112_500)
"""What `MODE` collects for others of a unit: 90 yuan a square metre."""
AGREED = dict.fromkeys(range(1, 9), 1_000_000) | dict.fromkeys(LOTS, 125_000)
"""The areas as agreed, in 1/10,000 m2."""
MODE_LINES = (
    TermLine(
        money=MoneyKind.DOWN_PAYMENT, percent=Decimal(30), event=DueEvent.SUBSCRIPTION, days=7
    ),
    TermLine(money=MoneyKind.BALANCE, rest=True, days=7),
    TermLine(money=MoneyKind.MAINTENANCE_FUND, per_m2=Fen(9_000), event=DueEvent.SUBSCRIPTION),
)
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
    desks.manager.do(SetModeTerms(mode=MODE, lines=MODE_LINES))
    desks.admin.do(ImportUnits(rows=lot_rows(len(LOTS)), project=project, file="lots"))
    desks.manager.do(permit(number="T-LOTS", project=project, buildings=("车库",)))
    desks.manager.do(ReleaseUnits(building="车库", project=project))
    bare = tuple(
        replace(row, unit_price_fen=None, inside_area=Decimal(80))
        for row in rows("9栋", floors=1, per_floor=len(BARE))
    )
    desks.admin.do(ImportUnits(rows=bare, project=project, file="bare"))
    for n, consultant in ((3, PersonId(desks.consultant.person.id)), (4, second)):
        visit = RegisterVisit(
            manner=Manner.VISIT, name=f"客户{n}", phone=f"1390000000{n}", project=project,
            consultant=consultant,
        )  # fmt: skip
        desks.reception.do(visit)


def owed_for(unit, area, price):
    """What a measured *area* (in 1/10,000 m2) asks of a home's *price*, by hand: fen, in whole yuan.

    To 3 % what it is worth; a smaller one's rest twice, back to the buyer; a larger one's not at all.
    """
    agreed = AGREED[unit]
    off = abs(area - agreed)
    counts = off
    if 100 * off > 3 * agreed:
        beyond = off - agreed * 3 // 100
        counts = off + beyond if area < agreed else off - beyond
    yuan = (2 * price * counts + 100 * agreed) // (2 * 100 * agreed)
    return (yuan if area > agreed else -yuan) * 100


@dataclass
class Model:
    """What should be true."""

    state: dict = field(default_factory=lambda: dict.fromkeys(range(1, 7), "available"))
    deal: dict = field(default_factory=dict)
    slips: list = field(default_factory=list)
    contras: list = field(default_factory=list)
    closed: object = None
    """The last day that the cashier closed."""
    left: int = 0
    """What of the days to then he left in the drawer (fen)."""
    closes: list = field(default_factory=list)
    months: list = field(default_factory=list)
    letters: int = 0
    owed: list = field(default_factory=list)
    wishes: list = field(default_factory=list)
    kept: dict = field(default_factory=dict)
    banned: bool = False
    rate: int = 0
    fees_kept: int = 0
    """Late fees of deals that are over, which stayed with the seller."""
    permit: bool = False
    level: str = "block"
    listed: dict = field(default_factory=lambda: dict.fromkeys((*FREE, LAWLESS), TOTAL))
    costs: dict = field(default_factory=lambda: {unit: [TOTAL] for unit in FREE})
    signed: dict = field(default_factory=lambda: dict.fromkeys(FREE, 0))
    drafts: list = field(default_factory=list)
    agreements: int = 0
    paid_out: int = 0
    by_request: bool = False
    prices_by_request: bool = False
    refunds_by_request: bool = False
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
    stand_ins: list = field(default_factory=list)
    measured: dict = field(default_factory=dict)
    settled_only: bool = False
    filed: dict = field(default_factory=dict)
    strict: bool = True
    laws: dict = field(default_factory=dict)
    """Project and law -> level; what is not in it stands as the national pack says."""
    offers: set = field(default_factory=set)
    limit_bp: int = 10_000

    def __post_init__(self):
        self.state |= {LAWLESS: "draft", 8: "draft"}
        self.state |= dict.fromkeys(LOTS, "available") | dict.fromkeys(BARE, "draft")
        self.listed |= dict.fromkeys(LOTS, LOT)
        self.since = dict.fromkeys(self.state, START)
        self.visits = [(START, "reception")] * CUSTOMERS

    def book_day(self, now):
        """The day that money counts for: a closed day takes nothing."""
        today = day_of(now)
        return today if self.closed is None else max(today, self.closed + timedelta(days=1))

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
        most = max([listed, *self.costs.get(unit, [])[self.signed.get(unit, 0) :]])
        return price >= listed or (most - price) * 10_000 <= self.limit_bp * most

    def cut_right(self, unit, price):
        """Whether a site manager may list a unit at a price alone: by its highest since it was signed."""
        highest = max(self.costs[unit][self.signed[unit] :])
        return price >= self.listed[unit] or (highest - price) * 10_000 <= self.limit_bp * highest

    def far_off(self, unit, price):
        """The name of what is asked about a price: below half of the list price, or of what is usual."""
        if 2 * price < self.deal[unit].listed:
            return "PriceFarFromList"
        return "PriceFarOff" if unit in FREE and 2 * price < TOTAL else ""

    def below_floor(self, unit, price):
        """By how much a price is below the unit's floor price; 0: it is not."""
        return max(0, self.floors.get(unit, 0) - price)

    def stand_ins_at(self, now):
        """Who signs in whose place now: what was said last of somebody counts."""
        said = {who: other for who, other, begins, ends in self.stand_ins if begins <= now < ends}
        return {who: other for who, other in said.items() if other}

    def settled(self, unit):
        """Whether nothing is owed for the newest measured area of a unit any more."""
        areas, deal = self.measured.get(unit, []), self.deal[unit]
        if not areas:
            return False
        done = any(no == len(areas) for no, _fen in deal.settled)
        left = owed_for(unit, areas[-1], deal.home) - sum(fen for _no, fen in deal.settled)
        return done or left == 0

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
