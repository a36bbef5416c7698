"""A deposit forfeited (没收定金) after a notice's grace: asked for, signed, carried out, numbered."""

from dataclasses import dataclass

from salesdesk.kernel import text
from salesdesk.kernel.keys import UnitId
from salesdesk.office.approvals.filing import Filing, file
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.approvals.sheets import FactLine
from salesdesk.office.inventory.claims import step
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.ledger.tallies import held_fen
from salesdesk.office.sales import change_frame as frame
from salesdesk.office.sales.defaulting import ripe
from salesdesk.office.sales.ending import ended_facts
from salesdesk.office.sales.undoing import fate_of, undo
from salesdesk.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class ForfeitDeal:
    """End a deal by the buyer's default: the deposit is kept by the rule (R-09, R-10, 民法典 587).

    Carried out by a request's last signature, and only where a notice stands whose grace is over
    (`NoNotice`, `GraceRuns`); the unit goes to review, what is owed becomes a refund.
    """

    unit: UnitId
    reason: str

    def __call__(self, work: Work) -> str:
        at = frame.changeable(work, self.unit)
        deal = at[0]
        ripe(work, deal)
        facts = ended_facts(deal, fate_of(work, deal, Fault.BUYER))
        number = frame.carried_out(work, at, RequestKind.FORFEIT, facts)
        undo(work, deal, step(work, deal.at, "cancel"), Fault.BUYER, self.reason)
        return number

    def filing(self, work: Work) -> Filing:
        """Say what it would do now; refuses what could not be done."""
        at = frame.changeable(work, self.unit)
        notice, fate = ripe(work, at[0]), fate_of(work, at[0], Fault.BUYER)
        told = (
            FactLine(name="notice", value=notice.number),
            FactLine(name="overdue since", value=notice.since.isoformat(), form="day"),
            FactLine(name="grace until", value=notice.last_day.isoformat(), form="day"),
            FactLine(name="paid", value=str(held_fen(work.session, at[0].row.id)), form="fen"),
            FactLine(name="kept", value=str(fate.kept_fen), form="fen"),
            FactLine(name="owed", value=str(fate.to_pay_fen), form="fen"),
        )
        return frame.filing(work, self, at, ended_facts(at[0], fate), told=told)

    def filed(self, work: Work, request: int) -> None:
        """Write what the request is about, as the database reads it."""
        notice = ripe(work, frame.changeable(work, self.unit)[0])
        details = {"notice": notice.id}
        frame.filed(work, request, self.unit, RequestKind.FORFEIT, details=details)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestForfeit:
    """Ask for a deposit to be forfeited (挞定没收申请), after the grace of a notice."""

    unit: UnitId
    reason: str

    def __call__(self, work: Work) -> int:
        reason = text.required(self.reason, "reason", 200)
        payload = ForfeitDeal(unit=self.unit, reason=reason)
        return file(work, RequestKind.FORFEIT, payload, reason).id
