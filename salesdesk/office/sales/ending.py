"""An agreement or a contract cancelled by a request (退订、退房申请): who signs is told the deposit's fate."""

from dataclasses import dataclass
from datetime import date

from salesdesk.kernel import text
from salesdesk.kernel.keys import UnitId
from salesdesk.office.approvals.filing import Filing, file
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.approvals.sheets import FactLine
from salesdesk.office.inventory.claims import step
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.ledger.rules import DepositFate, Fault
from salesdesk.office.ledger.tallies import settled_fen
from salesdesk.office.sales import change_frame as frame
from salesdesk.office.sales.change_sheets import ChangedFact
from salesdesk.office.sales.deals import LiveDeal, live_deal
from salesdesk.office.sales.defaulting import ripe
from salesdesk.office.sales.signing_tables import Contract
from salesdesk.office.sales.tables import Agreement
from salesdesk.office.sales.undoing import check_not_filed, fate_of, strike_off, undo
from salesdesk.store.work import Work

_CONTRACTED = frozenset({UnitState.SIGNED, UnitState.FILED})


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelDeal:
    """End a deal whose agreement or contract is signed, by whose *fault* it is (R-09 to R-11).

    Carried out by a request's last signature; the unit goes to review, what is owed becomes a refund.
    Before the contract the deposit is kept only under a notice of default whose grace is over.
    A filed contract needs the day on which its filing was struck off (R-14, 条例 26).
    """

    unit: UnitId
    fault: Fault
    reason: str
    filing_cancelled_on: date | None = None

    def __call__(self, work: Work) -> str:
        at = self._look(work)
        deal = at[0]
        self._check_noticed(work, deal)
        number = frame.carried_out(
            work, at, RequestKind.CANCELLATION, ended_facts(deal, self.fate(work, deal))
        )
        state = step(work, deal.at, "cancel")
        strike_off(work, deal, self.filing_cancelled_on)
        undo(work, deal, state, self.fault, self.reason)
        return number

    def filing(self, work: Work) -> Filing:
        """Say what it would do now; refuses what could not be done."""
        at = self._look(work)
        deal = at[0]
        self._check_noticed(work, deal)
        fate = self.fate(work, deal)
        paid = settled_fen(work.session, deal.row.id, self.fault)
        contract = work.session.get(Contract, deal.row.id)
        day = self.filing_cancelled_on
        told = (
            *((FactLine(name="contract", value=contract.number),) if contract else ()),
            *(
                (FactLine(name="filing cancelled on", value=day.isoformat(), form="day"),)
                if day
                else ()
            ),
            FactLine(name="fault", value=self.fault.value, form="fault"),
            FactLine(name="paid", value=str(paid), form="fen"),
            FactLine(name="kept", value=str(fate.kept_fen), form="fen"),
            FactLine(name="owed", value=str(fate.to_pay_fen), form="fen"),
        )
        return frame.filing(work, self, at, ended_facts(deal, fate), told=told)

    def filed(self, work: Work, request: int) -> None:
        """Write what the request is about, as the database reads it."""
        details = {"fault": self.fault.value}
        if self.filing_cancelled_on is not None:
            details["filing_cancelled_on"] = self.filing_cancelled_on.isoformat()
        frame.filed(work, request, self.unit, RequestKind.CANCELLATION, details=details)

    def fate(self, work: Work, deal: LiveDeal) -> DepositFate:
        """Give what becomes of the deposit."""
        return fate_of(work, deal, self.fault)

    def _check_noticed(self, work: Work, deal: LiveDeal) -> None:
        """Before the contract a deposit is kept only after a notice's grace (`NoNotice`, `GraceRuns`)."""
        if deal.at.state is UnitState.SUBSCRIBED and self.fate(work, deal).kept_fen:
            ripe(work, deal)

    def _look(self, work: Work) -> tuple[LiveDeal, Agreement]:
        """Give deal and agreement, or refuse what cannot be cancelled so at this moment."""
        contracted = live_deal(work, self.unit).at.state in _CONTRACTED
        at = frame.changeable(work, self.unit, "cancel" if contracted else "change")
        check_not_filed(work, at[0], self.filing_cancelled_on)
        return at


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCancellation:
    """Ask for an agreement or a contract to be cancelled (退订、退房申请).

    A filed contract needs the day on which its filing was struck off (R-14).
    """

    unit: UnitId
    fault: Fault
    reason: str
    filing_cancelled_on: date | None = None

    def __call__(self, work: Work) -> int:
        reason = text.required(self.reason, "reason", 200)
        payload = CancelDeal(
            unit=self.unit,
            fault=self.fault,
            reason=reason,
            filing_cancelled_on=self.filing_cancelled_on,
        )
        return file(work, RequestKind.CANCELLATION, payload, reason).id


def ended_facts(deal: LiveDeal, fate: DepositFate) -> tuple[ChangedFact, ...]:
    """Give what the end of a deal changes: the unit's state, what is kept and owed."""
    return (
        ChangedFact(
            name="unit state",
            before=deal.at.state.value,
            after=UnitState.REVIEW.value,
            form="state",
        ),
        ChangedFact(name="kept", before="0", after=str(fate.kept_fen), form="fen"),
        ChangedFact(name="owed", before="0", after=str(fate.to_pay_fen), form="fen"),
    )
