"""An agreement cancelled by a request (退订申请): the deposit's fate is shown to whoever signs."""

from dataclasses import dataclass

from salesdesk.kernel import text
from salesdesk.kernel.keys import UnitId
from salesdesk.office.approvals.filing import Filing, file
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.approvals.sheets import FactLine
from salesdesk.office.inventory.claims import step
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.ledger.rules import DepositFate, Fault, deposit_fate
from salesdesk.office.ledger.tallies import paid_fen
from salesdesk.office.sales import change_frame as frame
from salesdesk.office.sales.change_sheets import ChangedFact
from salesdesk.office.sales.deals import LiveDeal
from salesdesk.office.sales.undoing import undo
from salesdesk.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelDeal:
    """End a deal whose agreement is signed, by whose *fault* it is (R-09 to R-11).

    Carried out by a request's last signature; the unit goes to review, what is owed becomes a refund.
    """

    unit: UnitId
    fault: Fault
    reason: str

    def __call__(self, work: Work) -> str:
        at = frame.changeable(work, self.unit)
        deal = at[0]
        number = frame.carried_out(
            work, at, RequestKind.CANCELLATION, _facts(self.fate(work, deal))
        )
        undo(work, deal, step(work, deal.at, "cancel"), self.fault, self.reason)
        return number

    def filing(self, work: Work) -> Filing:
        """Say what it would do now; refuses what could not be done."""
        at = frame.changeable(work, self.unit)
        fate = self.fate(work, at[0])
        paid = paid_fen(work.session, at[0].row.id)
        told = (
            FactLine(name="fault", value=self.fault.value, form="fault"),
            FactLine(name="paid", value=str(paid), form="fen"),
            FactLine(name="kept", value=str(fate.kept_fen), form="fen"),
            FactLine(name="owed", value=str(fate.to_pay_fen), form="fen"),
        )
        return frame.filing(work, self, at, _facts(fate), told=told)

    def filed(self, work: Work, request: int) -> None:
        """Write what the request is about, as the database reads it."""
        details = {"fault": self.fault.value}
        frame.filed(work, request, self.unit, RequestKind.CANCELLATION, details=details)

    def fate(self, work: Work, deal: LiveDeal) -> DepositFate:
        """Give what becomes of the deposit."""
        paid = paid_fen(work.session, deal.row.id)
        return deposit_fate(paid, deal.price_fen(work.session), self.fault)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCancellation:
    """Ask for an agreement to be cancelled (退订申请)."""

    unit: UnitId
    fault: Fault
    reason: str

    def __call__(self, work: Work) -> int:
        reason = text.required(self.reason, "reason", 200)
        payload = CancelDeal(unit=self.unit, fault=self.fault, reason=reason)
        return file(work, RequestKind.CANCELLATION, payload, reason).id


def _facts(fate: DepositFate) -> tuple[ChangedFact, ...]:
    return (
        ChangedFact(
            name="unit state",
            before=UnitState.SUBSCRIBED.value,
            after=UnitState.REVIEW.value,
            form="state",
        ),
        ChangedFact(name="kept", before="0", after=str(fate.kept_fen), form="fen"),
        ChangedFact(name="owed", before="0", after=str(fate.to_pay_fen), form="fen"),
    )
