"""Measured areas (实测面积) and their settlement (面积补差): recorded, asked for, signed, numbered."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, UserError
from salesdesk.kernel.keys import UnitId
from salesdesk.kernel.plain import canonical
from salesdesk.office.approvals.filing import Filing, file
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.approvals.sheets import FactLine
from salesdesk.office.inventory.claims import Standing, standing
from salesdesk.office.sales import change_frame as frame
from salesdesk.office.sales.area_facts import (
    area_facts,
    contract_area,
    newest_measured,
    reckoned,
    settled_changes,
)
from salesdesk.office.sales.area_rules import AreaSettlement
from salesdesk.office.sales.area_sheets import AreaFacts, Measured
from salesdesk.office.sales.area_tables import MeasuredArea
from salesdesk.office.sales.change_sheets import ChangedFact
from salesdesk.office.sales.deals import LiveDeal, agreement_of
from salesdesk.office.sales.tables import Agreement, Deal
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Work

_At = tuple[LiveDeal, Agreement]
_LARGEST = Decimal(100_000)
_FINEST = Decimal("0.0001")
_FAR_PERCENT = 10
"""Beyond so many percent a measured area is asked about; 3 % is where settling changes its rule."""
_STEP = "settle area"


class NotMeasured(UserError):
    """Nothing is settled before it is measured."""

    problem = QT_TRANSLATE_NOOP("errors", "Unit {unit} was not measured yet.")
    remedy = QT_TRANSLATE_NOOP("errors", "Record its measured area first.")


class AreaSettled(UserError):
    """One measuring is settled once."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The area of unit {unit} is settled, by change {change}."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Nothing more is to be done.")


class AreaFarOff(UserError):
    """So far off is a slip of the keys more often than a building: it is asked about."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{area} m² is {percent} % off the {agreed} m² that were agreed for unit {unit}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Look at the report once more. Where it says so, confirm it (confirmed=yes): the buyer may rescind.",
    )


class MeasuredAgain(UserError):
    """What was asked for rests on an older measuring."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Unit {unit} was measured again since this was asked for."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Withdraw the request and ask anew.")


class SumMoved(UserError):
    """What was signed is not what the rule gives by now: the project rounds otherwise since."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "What is owed for the area of unit {unit} comes to another sum by now."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Withdraw the request and ask anew.")


class AreaNotSettled(UserError):
    """The office hands over what is settled only (setting `deliver_settled_only`)."""

    problem = QT_TRANSLATE_NOOP("errors", "The measured area of unit {unit} is not settled.")
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Record the measured area and have its settlement signed, then hand the unit over.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMeasuredArea:
    """Note a unit's measured gross *area* (m², up to four decimals), *on* the report's day; newest counts.

    More than 10 % off what was agreed only *confirmed* (`AreaFarOff`).
    """

    unit: UnitId
    area: Decimal
    source: str
    on: date | None = None
    confirmed: bool = False

    def __call__(self, work: Work) -> Measured:
        at = standing(work, self.unit)
        source = text.required(self.source, "source", 200)
        right = self.area.is_finite() and 0 < self.area <= _LARGEST
        if not right or self.area != self.area.quantize(_FINEST):
            raise BadEntry(field="area", value=self.area, expected="m², for example 118.62")
        on = work.today if self.on is None else self.on
        if on > work.today:
            raise BadEntry(field="on", value=on, expected=f"{work.today} or earlier")
        agreed = _agreed_area(work, at)
        off = abs(self.area - agreed)
        if off * 100 > agreed * _FAR_PERCENT and not self.confirmed:
            percent = f"{off * 100 / agreed:.1f}"
            raise AreaFarOff(unit=at.unit.code, area=self.area, agreed=agreed, percent=percent)
        row = MeasuredArea(
            unit_id=at.unit.id, area=self.area, measured_on=on, source=source, at=work.now,
            actor_id=work.actor,
        )  # fmt: skip
        work.session.add(row)
        work.session.flush()
        work.note(Topic.UNIT, at.unit.id, measured=str(self.area))
        if at.claim is not None and at.claim.deal_id is not None:
            work.touched(Topic.DEAL, at.claim.deal_id)
        return {"unit": at.unit.code, "area": self.area, "contract_area": agreed}


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleArea:
    """Settle a measuring (its record *measured*) by the 3 % rule (办法 20), after the contract.

    Carried out by a request's last signature. What is owed stands in the change, signed fen: above 0
    the buyer pays, below 0 the seller returns. The deal's price as agreed stays.
    """

    unit: UnitId
    measured: int

    def __call__(self, work: Work) -> str:
        at = frame.changeable(work, self.unit, _STEP)
        found, facts = self._look(work, at)
        asked = frame.what_was_asked(work, at[0], RequestKind.AREA)
        if asked.details != canonical(self._details(facts)):
            raise SumMoved(unit=at[0].at.unit.code)
        return frame.carried_out(work, at, RequestKind.AREA, _told(found, facts))

    def filing(self, work: Work) -> Filing:
        """Say what it would do now; the flow's thresholds look at what is owed (fen)."""
        at = frame.changeable(work, self.unit, _STEP)
        found, facts = self._look(work, at)
        told = [FactLine(name="area source", value=facts.source)]
        if found.may_rescind:
            told.append(FactLine(name="may rescind", value=f"{found.ratio} %"))
        filing = frame.filing(work, self, at, _told(found, facts), told=told)
        return replace(filing, amount_fen=abs(facts.owed_fen))

    def filed(self, work: Work, request: int) -> None:
        """Write what the request is about, as the database reads it."""
        _found, facts = self._look(work, frame.changeable(work, self.unit, _STEP))
        frame.filed(work, request, self.unit, RequestKind.AREA, details=self._details(facts))

    def _details(self, facts: AreaFacts) -> dict[str, int]:
        return {"area": self.measured, "owed_fen": facts.owed_fen}

    def _look(self, work: Work, at: _At) -> tuple[AreaSettlement, AreaFacts]:
        deal, agreement = at
        measured = _measured(work, deal)
        if measured.id != self.measured:
            raise MeasuredAgain(unit=deal.at.unit.code)
        facts = _facts(work, at, measured)
        if facts.settled:
            raise AreaSettled(unit=deal.at.unit.code, change=facts.settled)
        return reckoned(work.session, deal.row, agreement, measured), facts


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestAreaSettlement:
    """Ask for the newest measured area of a signed unit to be settled (面积补差申请)."""

    unit: UnitId
    reason: str

    def __call__(self, work: Work) -> int:
        deal, _agreement = frame.changeable(work, self.unit, _STEP)
        payload = SettleArea(unit=self.unit, measured=_measured(work, deal).id)
        return file(work, RequestKind.AREA, payload, self.reason).id


def check_settled(work: Work, deal: LiveDeal) -> None:
    """Raise `AreaNotSettled` where the office wants it settled before the keys are given."""
    agreement = agreement_of(work.session, deal.row.id)
    if agreement is None or not setting(work.session, "deliver_settled_only"):
        return
    measured = newest_measured(work.session, (deal.row.unit_id,)).get(deal.row.unit_id)
    if measured is not None:
        facts = _facts(work, (deal, agreement), measured)
        if facts.settled or not facts.owed_fen:
            return
    raise AreaNotSettled(unit=deal.at.unit.code)


def _agreed_area(work: Work, at: Standing) -> Decimal:
    """Give the area (m²) of the agreement on a unit; the listed one where nobody has agreed on it."""
    deal = at.claim.deal_id if at.claim is not None else None
    agreement = agreement_of(work.session, deal) if deal is not None else None
    own = agreement is not None and work.session.get_one(Deal, deal).unit_id == at.unit.id
    return contract_area(agreement) if agreement is not None and own else at.unit.gross_area


def _measured(work: Work, deal: LiveDeal) -> MeasuredArea:
    found = newest_measured(work.session, (deal.row.unit_id,)).get(deal.row.unit_id)
    if found is None:
        raise NotMeasured(unit=deal.at.unit.code)
    return found


def _facts(work: Work, at: _At, measured: MeasuredArea) -> AreaFacts:
    deal, agreement = at
    settled = settled_changes(work.session, (deal.row.id,)).get(deal.row.id, [])
    return area_facts(work.session, deal.row, agreement, measured, settled)


def _told(found: AreaSettlement, facts: AreaFacts) -> tuple[ChangedFact, ...]:
    """Give the reckoning line by line, what is left to pay last."""

    def worth(name: str, fen: int) -> tuple[ChangedFact, ...]:
        return (ChangedFact(name=name, before="0", after=str(fen), form="fen"),) if fen else ()

    smaller = found.difference < 0
    owed = facts.owed_fen
    return (
        ChangedFact(
            name="gross area",
            before=f"{found.contract_area:.2f}",
            after=f"{found.measured_area:.2f}",
            form="area",
        ),
        ChangedFact(name="area error", before="0 %", after=f"{found.ratio:+} %"),
        *worth("within 3 %", found.within_fen),
        *worth("beyond 3 %, twice", found.beyond_fen if smaller else 0),
        *worth("settled before", abs(facts.settled_fen)),
        ChangedFact(
            name="seller returns" if owed < 0 else "buyer pays",
            before="0",
            after=str(abs(owed)),
            form="fen",
        ),
    )
