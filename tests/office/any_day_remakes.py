"""Units merged and split on any day, before they have a price: neighbours, areas, numbers, the way back."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.keys import PriceVersionId, ProjectId, UnitId
from salesdesk.office.inventory.price_commands import DraftPrices, WithdrawPriceDraft
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.inventory.queries import board_columns, unit_card
from salesdesk.office.inventory.remaking import MergeUnits, SplitUnit, UnitPart
from tests.office.any_day_model import BARE, TOTAL
from tests.office.any_day_steps import Steps

WHOLE, INSIDE = 100, 80
"""The areas of a home without a price, m2."""
_NAMES = count()
NUMBERS = st.sampled_from(("01", "02", "03", "05", "07", "08"))


@dataclass
class Plot:
    """A unit without a price: its number, its areas, whether a remake took it away, whether it was blocked."""

    number: str
    gross: int = WHOLE
    inside: int = INSIDE
    gone: bool = False
    blocked: bool = False
    became: frozenset = frozenset()


class Remakes(Steps):
    """The homes of one floor that have no price yet."""

    def __init__(self):
        super().__init__()
        self.plots = {key: Plot(f"{no:02}") for no, key in enumerate(BARE, 1)}
        self.drafted = None

    def present(self):
        """Give the units that are there, in their order on the floor."""
        there = [key for key, plot in self.plots.items() if not plot.gone]
        return sorted(there, key=lambda key: self.plots[key].number)

    def _refused(self, units):
        """The name of what keeps *units* from becoming others, or nothing: each is asked in its order."""
        for key in units:
            plot, state = self.plots[key], self.model.state[key]
            if state not in {"draft", "held back"}:
                return "NotAllowedNow"
            if self.drafted and key in self.drafted[1]:
                return "PricedAlready"
            if plot.blocked:
                return "OfferedBefore"
        return ""

    def _taken(self, parts, old):
        """Give which retired units the parts bring back, or the name of a refusal."""
        back = {}
        for number, gross, inside in parts:
            known = [key for key, plot in self.plots.items() if plot.number == number]
            if not known:
                continue
            plot = self.plots[known[0]]
            same = (plot.gross, plot.inside) == (gross, inside)
            if not plot.gone or plot.became != frozenset(old) or not same:
                return "NumberTaken"
            back[number] = known[0]
        return back

    def merge(self, units, number):
        units = tuple(dict.fromkeys(units))

        def parts():
            plots = [self.plots[key] for key in units]
            return ((number, sum(p.gross for p in plots), sum(p.inside for p in plots)),)

        def may():
            if len(units) < 2:
                return "BadEntry"
            if any(self.plots[key].gone for key in units):
                return "UnitRetired"
            floor = self.present()
            at = sorted(map(floor.index, units))
            if at[-1] - at[0] != len(at) - 1:
                return "NotNeighbours"
            name = self._refused(sorted(units)) or self._taken(parts(), units)
            return name if isinstance(name, str) else True

        command = MergeUnits(units=tuple(map(UnitId, units)), number=number)
        answer = self.attempt(self.desks.manager, command, may)
        if answer is not None:
            self._became(units, parts(), [answer])

    def split(self, unit, cuts, wrong):
        """Split into parts, (number, m2, m2 inside) each; *wrong*: by how much the last one is off."""
        plot = self.plots[unit]
        last = (cuts[-1][0], cuts[-1][1] + wrong, cuts[-1][2])
        parts = (*cuts[:-1], last)

        def may():
            if plot.gone:
                return "UnitRetired"
            if name := self._refused((unit,)):
                return name
            sums = tuple(map(sum, zip(*(part[1:] for part in parts), strict=True)))
            if sums != (plot.gross, plot.inside):
                return "AreasDiffer"
            if len({part[0] for part in parts}) < len(parts):
                return "NumberTaken"
            taken = self._taken(parts, (unit,))
            return taken if isinstance(taken, str) else True

        command = SplitUnit(
            unit=UnitId(unit),
            parts=tuple(
                UnitPart(number=number, gross_area=Decimal(gross), inside_area=Decimal(inside))
                for number, gross, inside in parts
            ),
        )
        answer = self.attempt(self.desks.manager, command, may)
        if answer is not None:
            self._became((unit,), parts, answer)

    def _became(self, old, parts, made):
        model, state = self.model, "draft"
        back = self._taken(parts, old)
        assert all(key == back.get(part[0], key) for part, key in zip(parts, made, strict=True))
        for key in old:
            if model.state[key] == "held back":
                state = "held back"
            self.plots[key].gone, self.plots[key].became = True, frozenset(made)
            del model.state[key]
            model.reviews.pop(key, None)
        for (number, gross, inside), key in zip(parts, made, strict=True):
            plot = self.plots.setdefault(key, Plot(number, gross, inside))
            plot.gone = False
            model.put(key, state, self.clock.now)
        self.look_at_the_floor()

    def look_at_the_floor(self):
        columns = self.desks.manager.ask(board_columns, ProjectId(1))
        places = dict(zip(columns.ids, columns.columns, strict=True))
        there = self.present()
        assert sorted(key for key in places if key in self.plots) == sorted(there)
        assert sorted(there, key=lambda key: places[key]) == there
        assert len({places[key] for key in there}) == len(there)
        for key in there:
            card, plot = self.desks.manager.ask(unit_card, UnitId(key)), self.plots[key]
            assert (card.gross_area, card.inside_area) == (plot.gross, plot.inside)
        gross = sum(self.plots[key].gross for key in there)
        assert gross == WHOLE * len(BARE)

    def give_a_price(self, unit, back):
        """A version is drafted for one of them; only once it is given up it may become another."""
        if self.drafted is None and not self.plots[unit].gone:
            price = UnitPrice(unit=UnitId(unit), total=TOTAL)
            command = DraftPrices(name=f"毛坯{next(_NAMES)}", reason="x", prices=(price,))
            answer = self.attempt(self.desks.manager, command, lambda: True)
            self.drafted = (answer.version, {unit})
        elif back and self.drafted is not None:
            version = PriceVersionId(self.drafted[0])
            command = WithdrawPriceDraft(version=version, reason="x")
            self.attempt(self.desks.manager, command, lambda: True)
            self.drafted = None

    @rule(
        first=st.integers(0, 5),
        more=st.integers(0, 2),
        number=NUMBERS,
        gap=st.sampled_from((1, 1, 1, 2)),
    )
    def merge_some(self, first, more, number, gap):
        there = self.present()
        at = first % len(there)
        units = there[at : at + (more + 1) * gap : gap]
        self.merge(units, number)
        self.look(*units[:0], *self.present())

    @rule(which=st.integers(0, 5), numbers=st.lists(NUMBERS, min_size=2, max_size=3),
          wrong=st.sampled_from((0, 0, 0, 1, -1)))  # fmt: skip
    def split_one(self, which, numbers, wrong):
        there = self.present()
        unit = there[which % len(there)]
        plot = self.plots[unit]
        count = len(numbers)
        cuts = [(number, plot.gross // count, plot.inside // count) for number in numbers[:-1]]
        cuts.append((
            numbers[-1], plot.gross - sum(c[1] for c in cuts), plot.inside - sum(c[2] for c in cuts)
        ))  # fmt: skip
        self.split(unit, cuts, wrong)
        self.look(*self.present())

    @rule(which=st.integers(0, 5), number=NUMBERS, held=st.booleans())
    def there_and_back(self, which, number, held):
        """Two neighbours become one, and it becomes them again: what was held back stays so."""
        there = self.present()
        units = there[which % len(there) :][:2]
        if held:
            self.step("hold back", units[0])
        before = [
            (self.plots[key].number, self.plots[key].gross, self.plots[key].inside)
            for key in units
        ]
        self.merge(units, number)
        made = [key for key in self.present() if self.plots[key].number == number]
        if made and len(before) == 2:
            self.split(made[0], before, 0)
        self.look(*self.present())

    @rule(
        which=st.integers(0, 5),
        what=st.sampled_from(("hold back", "release", "block", "draft", "")),
    )
    def handle_one(self, which, what):
        """Held back, blocked and never again remade, never on offer without a price, or drafted a price."""
        there = self.present()
        unit = there[which % len(there)]
        if what in {"draft", ""}:
            self.give_a_price(unit, not what)
        else:
            self.step(what, unit)
            self.plots[unit].blocked |= self.model.state[unit] == "blocked"
        retired = [key for key, plot in self.plots.items() if plot.gone]
        if retired:
            self.merge((retired[0], unit), "09")
        self.look(*self.present())
