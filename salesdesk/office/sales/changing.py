"""Changes to a deal before its contract: a later day to sign, another payment mode, other buyers."""

from dataclasses import dataclass
from datetime import date, timedelta

from salesdesk.kernel import text
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, MissingEntry, UserError
from salesdesk.kernel.keys import UnitId
from salesdesk.office.approvals.filing import Filing, file
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.approvals.sheets import FactLine
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.ledger.writing import check_printable
from salesdesk.office.sales import change_frame as frame
from salesdesk.office.sales import scheduling
from salesdesk.office.sales.agents import check_agents
from salesdesk.office.sales.buyers import BuyerEntry, buyer_line
from salesdesk.office.sales.change_rules import KinshipProof
from salesdesk.office.sales.change_sheets import ChangedFact
from salesdesk.office.sales.change_tables import loan_refused
from salesdesk.office.sales.commands import payment_mode
from salesdesk.office.sales.deals import LiveDeal, approval_of, live_deal
from salesdesk.office.sales.price_check import check_mode
from salesdesk.office.sales.shares import check_buyers
from salesdesk.office.sales.sheets import BuyerLine
from salesdesk.office.sales.tables import Agreement, PaymentMode
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Work

_At = tuple[LiveDeal, Agreement]
_CONTRACTED = frozenset({UnitState.SIGNED, UnitState.FILED})


class ExtensionBackwards(UserError):
    """A later day is later than the one agreed."""

    problem = QT_TRANSLATE_NOOP("errors", "The contract of unit {unit} is due on {day} already.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose a day between {first} and {last}.")


class ExtensionTooLong(UserError):
    """An extension has its longest time, counted from the agreement's own day."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The day to sign may be put off by {longest} days in all, to {last}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Choose an earlier day; the longest time is among the office settings."
    )


class BuyerUnidentified(UserError):
    """Who takes a deal over is identified at once."""

    problem = QT_TRANSLATE_NOOP("errors", "The ID number of {name} is missing.")
    remedy = QT_TRANSLATE_NOOP("errors", "Enter it: a change of names names everybody whole.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendSignBy:
    """Put off the day by which the contract is signed. Carried out by a request's last signature."""

    unit: UnitId
    to: date

    def __call__(self, work: Work) -> str:
        at = frame.changeable(work, self.unit)
        return frame.carried_out(work, at, RequestKind.EXTENSION, self._facts(work, at))

    def filing(self, work: Work) -> Filing:
        """Say what it would do now; the flow's thresholds look at the days in all since the agreement."""
        at = frame.changeable(work, self.unit)
        facts = self._facts(work, at)
        days = (self.to - date.fromisoformat(facts[0].before)).days
        in_all = (self.to - at[1].sign_by).days
        told = [
            FactLine(name="put off by", value=str(days), form="days"),
            FactLine(name="put off in all", value=str(in_all), form="days"),
        ]
        return frame.filing(work, self, at, facts, told=told, days=in_all)

    def filed(self, work: Work, request: int) -> None:
        """Write what the request is about, as the database reads it."""
        frame.filed(work, request, self.unit, RequestKind.EXTENSION, sign_by=self.to)

    def _facts(self, work: Work, at: _At) -> tuple[ChangedFact, ...]:
        deal, agreement = at
        now = frame.particulars(work.session, [agreement])[deal.row.id].sign_by
        longest = int(setting(work.session, "extension_longest_days"))
        last = agreement.sign_by + timedelta(days=longest)
        first = max(now + timedelta(days=1), work.today)
        if self.to < first:
            raise ExtensionBackwards(unit=deal.at.unit.code, day=now, first=first, last=last)
        if self.to > last:
            raise ExtensionTooLong(longest=longest, last=last)
        after = self.to.isoformat()
        return (ChangedFact(name="sign by", before=now.isoformat(), after=after, form="day"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMode:
    """Agree on another payment mode; the price stays. Carried out by a request's last signature.

    A discount that was meant for the old mode alone stands in the way (`ModeDoesNotFit`). After the
    contract only where the bank refused the loan (R-05); what is due is then counted from this day.
    """

    unit: UnitId
    mode: str

    def __call__(self, work: Work) -> str:
        at = self._look(work)
        number = frame.carried_out(work, at, RequestKind.PAYMENT_MODE, self._facts(work, at))
        scheduling.renew(
            work,
            at[0],
            payment_mode(work, self.mode),
            number,
            not_before=work.today if at[0].at.state in _CONTRACTED else None,
        )
        return number

    def _look(self, work: Work) -> _At:
        """Give deal and agreement, or refuse what cannot be paid otherwise at this moment."""
        deal = live_deal(work, self.unit)
        refused = deal.at.state in _CONTRACTED and loan_refused(work.session, deal.row.id)
        return frame.changeable(work, self.unit, "take payment" if refused else "change")

    def filing(self, work: Work) -> Filing:
        """Say what it would do now; refuses what could not be done."""
        at = self._look(work)
        return frame.filing(work, self, at, self._facts(work, at))

    def filed(self, work: Work, request: int) -> None:
        """Write what the request is about, as the database reads it."""
        mode = payment_mode(work, self.mode).id
        frame.filed(work, request, self.unit, RequestKind.PAYMENT_MODE, mode_id=mode)

    def _facts(self, work: Work, at: _At) -> tuple[ChangedFact, ...]:
        deal, agreement = at
        mode = payment_mode(work, self.mode)
        scheduling.check_offered(work, deal, mode)
        approval = approval_of(work.session, deal.row.id)
        if approval is not None:
            check_mode(work.session, approval, mode)
        now = frame.particulars(work.session, [agreement])[deal.row.id].mode_id
        before = work.session.get_one(PaymentMode, now).name
        return (ChangedFact(name="payment mode", before=before, after=mode.name, form="mode"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNames:
    """Let others buy, or in other shares (更名、增减权益人). Carried out by the last signature.

    Only before the contract; the agreement keeps its buyers, the change names those from now on.
    """

    unit: UnitId
    buyers: tuple[BuyerEntry, ...]
    proof: KinshipProof = KinshipProof.NONE
    proof_note: str = ""

    def __call__(self, work: Work) -> str:
        at = frame.changeable(work, self.unit)
        lines = self._lines(work)
        facts = self._facts(work, at, lines)
        return frame.carried_out(work, at, RequestKind.NAMES, facts, lines)

    def filing(self, work: Work) -> Filing:
        """Say what it would do now; refuses what could not be done."""
        at = frame.changeable(work, self.unit)
        proof = FactLine(name="kinship proof", value=self.proof.value, form="proof")
        note = text.clean(self.proof_note, "proof note", 200)
        told = (proof, FactLine(name="proof note", value=note)) if note else (proof,)
        facts = self._facts(work, at, self._lines(work))
        return frame.filing(work, self, at, facts, told=told)

    def filed(self, work: Work, request: int) -> None:
        """Write what the request is about, as the database reads it."""
        details = {"buyers": self._lines(work)}
        frame.filed(work, request, self.unit, RequestKind.NAMES, details=details)

    def _lines(self, work: Work) -> tuple[BuyerLine, ...]:
        if not self.buyers:
            raise MissingEntry(field="buyers")
        lines = tuple(buyer_line(entry) for entry in self.buyers)
        check_buyers(lines)
        check_agents(lines, work.today)
        for line in lines:
            if not line.id_number:
                raise BuyerUnidentified(name=line.name)
        check_printable(work, *(line.name + line.address for line in lines))
        return lines

    def _facts(self, work: Work, at: _At, lines: tuple[BuyerLine, ...]) -> tuple[ChangedFact, ...]:
        before = frame.buyers_of(work.session, at[1])
        if before == lines:
            raise frame.NothingChanges(unit=at[0].at.unit.code)
        return (ChangedFact(name="buyers", before=_named(before), after=_named(lines)),)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestExtension:
    """Ask for a later day to sign the contract (延期签约申请)."""

    unit: UnitId
    to: date
    reason: str

    def __call__(self, work: Work) -> int:
        payload = ExtendSignBy(unit=self.unit, to=self.to)
        return file(work, RequestKind.EXTENSION, payload, self.reason).id


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestMode:
    """Ask for another payment mode (变更付款方式申请)."""

    unit: UnitId
    mode: str
    reason: str

    def __call__(self, work: Work) -> int:
        payload = ChangeMode(unit=self.unit, mode=self.mode)
        return file(work, RequestKind.PAYMENT_MODE, payload, self.reason).id


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestNames:
    """Ask for other buyers or shares (更名申请); *buyers* are all who buy from then on."""

    unit: UnitId
    buyers: tuple[BuyerEntry, ...]
    reason: str
    proof: KinshipProof = KinshipProof.NONE
    proof_note: str = ""

    def __call__(self, work: Work) -> int:
        payload = ChangeNames(
            unit=self.unit, buyers=self.buyers, proof=self.proof, proof_note=self.proof_note
        )
        return file(work, RequestKind.NAMES, payload, self.reason).id


def _named(lines: tuple[BuyerLine, ...]) -> str:
    if len(lines) == 1:
        return lines[0].name
    return ", ".join(f"{line.name} {line.share_bp / 100:g} %" for line in lines)
