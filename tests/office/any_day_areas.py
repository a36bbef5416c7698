"""Measured areas on any day: recorded, settled by a request and its signatures, measured again, handed over."""

from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.keys import UnitId
from salesdesk.office.sales.area_queries import area_settlements
from salesdesk.office.sales.measuring import RecordMeasuredArea, RequestAreaSettlement
from salesdesk.office.staff.commands import ChangeSetting
from tests.office.any_day_changes import ChangeSteps
from tests.office.any_day_model import AGREED, LOTS, UNIT, owed_for
from tests.office.any_day_signing import NEW

AREA = st.sampled_from((0, 1, -1, 149, 300, 301, -299, -300, -301, -1_200, 2_000, 77))
"""How far a measured area is off what was agreed, in 1/10,000 of it."""
BAD = st.sampled_from(
    (Decimal(0), Decimal(-1), Decimal("98.76543"), Decimal("NaN"), Decimal(100_001))
)


class Areas(ChangeSteps):
    """Areas, and what becomes of them."""

    def facts(self, unit, kind, to):
        if kind != "area":
            return super().facts(unit, kind, to)
        model, deal = self.model, self.model.deal.get(unit)
        if deal is None or model.state[unit] not in {"signed", "filed", "delivered"}:
            return None
        areas = model.measured.get(unit, [])
        if len(areas) != to or to == 0 or any(no == to for no, _fen in deal.settled):
            return None
        done = sum(fen for _no, fen in deal.settled)
        return (deal.key, deal.price, areas[-1], done, owed_for(unit, areas[-1], deal.home) - done)

    def _command(self, unit, kind, to):
        if kind != "area":
            return super()._command(unit, kind, to)
        return RequestAreaSettlement(unit=UnitId(unit), reason="x")

    def _becomes(self, wanted, deal):
        if wanted.kind != "area":
            super()._becomes(wanted, deal)
            return
        deal.settled.append((wanted.to, wanted.facts[-1]))
        self.look_at_the_areas()

    def measure(self, unit, area, bad=None):
        """Record an area (1/10,000 m2), or a *bad* one."""
        given = bad if bad is not None else Decimal(area) / 10_000
        far = bad is None and abs(area - AGREED[unit]) * 10 > AGREED[unit]
        answer = None
        for sure in (False, True) if far else (False,):
            command = RecordMeasuredArea(unit=UnitId(unit), area=given, source="x", confirmed=sure)
            wrong = "BadEntry" if bad is not None else "AreaFarOff" if far and not sure else ""
            answer = self.attempt(self.desks.manager, command, lambda wrong=wrong: wrong or True)
        if answer is not None:
            assert answer["contract_area"] == Decimal(AGREED[unit]) / 10_000
            self.model.measured.setdefault(unit, []).append(area)

    def look_at_the_areas(self):
        model, expected = self.model, {}
        for unit, deal in model.deal.items():
            areas = model.measured.get(unit, [])
            if not areas or model.state[unit] not in {"signed", "filed", "delivered"}:
                continue
            settled = sum(fen for _no, fen in deal.settled)
            over = any(no == len(areas) for no, _fen in deal.settled)
            owed = owed_for(unit, areas[-1], deal.home)
            off = abs(areas[-1] - AGREED[unit]) * 100 > 3 * AGREED[unit]
            expected[unit] = (over, settled, 0 if over else owed - settled, off)
            if over:
                assert settled == owed
        assert {
            line.unit_id: (
                bool(line.area.settled),
                line.area.settled_fen,
                line.area.owed_fen,
                line.area.may_rescind,
            )
            for line in self.desks.manager.ask(area_settlements)
            if line.unit_id in model.deal and line.state in {"signed", "filed", "delivered"}
        } == expected

    @rule(unit=st.sampled_from((1, 1, 2, 7, *LOTS)), afresh=NEW, filed=st.booleans(), first=AREA,
          second=AREA, how=st.integers(0, 4), again=st.sampled_from(("", "", "between", "after")),
          only=st.booleans(), deliver=st.sampled_from((False, False, True)))  # fmt: skip
    def settle(self, unit, afresh, filed, first, second, how, again, only, deliver):
        """Measured before or after the contract, settled, measured again meanwhile or later."""
        if afresh:
            self.afresh(unit)
        command = ChangeSetting(name="deliver_settled_only", value=str(only).lower())
        self.attempt(self.desks.admin, command, lambda: True)
        self.model.settled_only = only
        self.to_agreement(unit, 0, known=True)
        self.ask_change(unit, "area", self._newest(unit), "manager")
        if filed:
            self.measure(unit, _off(unit, first))
        self.sign_contract(unit, self._owner(unit, 0, 0), 0, True)
        if filed:
            self.file_contract(unit, 0, True)
        else:
            self.measure(unit, _off(unit, first))

        def between():
            if again == "between":
                self.measure(unit, _off(unit, second))
            if deliver:
                self.deliver(unit, 0)

        self._change(unit, "area", self._newest(unit), how, between)
        if again == "after":
            self.measure(unit, _off(unit, second))
            self._change(unit, "area", self._newest(unit), 0)
        self.look_at_the_areas()
        if deliver:
            self.deliver(unit, 0)
        self.look(unit)

    @rule(unit=UNIT, off=AREA, bad=st.one_of(st.none(), BAD))
    def measure_anything(self, unit, off, bad):
        self.measure(unit, _off(unit, off), bad)
        self.ask_change(unit, "area", self._newest(unit), "manager")
        self.look_at_the_areas()
        self.look(unit)

    def _newest(self, unit):
        return len(self.model.measured.get(unit, []))


def _off(unit, parts):
    return AGREED[unit] + AGREED[unit] * parts // 10_000
