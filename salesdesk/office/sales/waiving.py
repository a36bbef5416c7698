"""A late fee waived, whole or in part (滞纳金减免): asked for with a reason, then signed.

The last signature writes a line against the fee; the fee stays as it was fixed.
"""

from dataclasses import dataclass

from sqlalchemy import func, select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.keys import DueLineId, Fen, UnitId
from salesdesk.kernel.money import format_yuan
from salesdesk.office.approvals.filing import Filing, file
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.approvals.sheets import FactLine
from salesdesk.office.approvals.standing import open_request
from salesdesk.office.customers.tables import Customer
from salesdesk.office.sales.deals import LiveDeal, agreement_of, check_own, live_deal
from salesdesk.office.sales.due_tables import DueLine
from salesdesk.office.sales.late_fee_commands import FeeCard, late_fees
from salesdesk.office.sales.scheduling import is_fee, settle
from salesdesk.office.sales.tables import Deal
from salesdesk.office.sales.waiver_tables import LateFeeWaiver, WaiverRequest
from salesdesk.store.work import Work


class FeeSettled(UserError):
    """Of a late fee is waived what is neither paid nor waived yet."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Of this late fee of {fee} yuan {open} yuan are open, not {amount}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Ask for no more than is open; what was paid is not waived any more."
    )


class WaiverAsked(UserError):
    """One open request for a late fee is enough."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Request {request} asks for a waiver of this late fee of unit {unit} already."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Wait for its signatures, or withdraw it first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiveLateFee:
    """Waive *amount* (fen) of the late fee that the *line* of a schedule asks for.

    Carried out by a request's last signature: a row against the fee, and less is open.
    """

    line: DueLineId
    amount: Fen

    def __call__(self, work: Work) -> None:
        deal, _fee = self._look(work)
        asked = work.session.scalars(
            select(WaiverRequest)
            .where(WaiverRequest.due_line_id == self.line)
            .order_by(WaiverRequest.request_id.desc())
            .limit(1)
        ).one()
        work.session.add(
            LateFeeWaiver(
                request_id=asked.request_id,
                due_line_id=self.line,
                amount_fen=self.amount,
                at=work.now,
                actor_id=work.actor,
            )
        )
        settle(work, deal.row.id)
        work.touched(Topic.UNIT, deal.at.unit.id)
        work.note(Topic.DEAL, deal.row.id, waived=format_yuan(self.amount))

    def filing(self, work: Work) -> Filing:
        """Say what it would do now; refuses what is paid or waived by now (`FeeSettled`)."""
        deal, fee = self._look(work)
        agreement = agreement_of(work.session, deal.row.id)
        paid = fee.amount_fen - fee.waived_fen - fee.open_fen
        before = _waived_fen(work, deal.row.id)
        told = (
            ("unit", deal.at.unit.code, "text"),
            ("agreement", agreement.number if agreement else "", "text"),
            ("customer", work.session.get_one(Customer, deal.row.customer_id).name, "text"),
            ("late line", fee.of_money, "due"),
            ("due on", fee.of_due_on.isoformat() if fee.of_due_on else "", "day"),
            ("fee since", fee.since_on.isoformat(), "day"),
            ("fee until", fee.until_on.isoformat(), "day"),
            ("fee days", str(fee.days), "days"),
            ("fee base", str(fee.weighed // fee.days), "fen"),
            ("fee rate", f"{fee.per_myriad:f} / 10,000", "text"),
            ("late fee", str(fee.amount_fen), "fen"),
            ("fee paid", str(paid) if paid else "", "fen"),
            ("fee waived", str(fee.waived_fen) if fee.waived_fen else "", "fen"),
            ("waived before", str(before) if before else "", "fen"),
            ("to waive", str(self.amount), "fen"),
        )
        return Filing(
            payload=self,
            project=deal.row.project_id,
            subject=deal.at.unit.code,
            what=tuple(
                FactLine(name=name, value=value, form=form) for name, value, form in told if value
            ),
            changes=(
                FactLine(name="then: fee open", value=str(fee.open_fen - self.amount), form="fen"),
            ),
            amount_fen=before + self.amount,
        )

    def filed(self, work: Work, request: int) -> None:
        """Write what the request is about; refuses a second open one of the fee (`WaiverAsked`)."""
        deal, _fee = self._look(work)
        other = open_request(work, WaiverRequest, WaiverRequest.due_line_id == self.line)
        if other is not None:
            raise WaiverAsked(request=other, unit=deal.at.unit.code)
        work.session.add(
            WaiverRequest(
                request_id=request,
                due_line_id=self.line,
                amount_fen=self.amount,
                asker_id=work.actor,
                filed_at=work.now,
            )
        )
        work.note(Topic.DEAL, deal.row.id, asked=request)

    def _look(self, work: Work) -> tuple[LiveDeal, FeeCard]:
        """Give deal and fee, held; refuses what is no fee of a live deal, or more than is open of it."""
        deal = _deal_of(work, self.line)
        fee = next(fee for fee in late_fees(work, deal.row.id) if fee.line == self.line)
        if not 0 < self.amount <= fee.open_fen:
            raise FeeSettled(
                fee=format_yuan(fee.amount_fen),
                open=format_yuan(fee.open_fen),
                amount=format_yuan(self.amount),
            )
        return deal, fee


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLateFeeWaiver:
    """Ask for a late fee to be waived (滞纳金减免申请): *amount* (fen) of it, or all that is open.

    *line*: the line of the schedule that asks for the fee. Neither who asks nor a cashier signs it.
    """

    line: DueLineId
    reason: str
    amount: Fen | None = None

    def __call__(self, work: Work) -> int:
        reason = text.required(self.reason, "reason", 200)
        if self.amount is not None and self.amount <= 0:
            raise BadEntry(field="amount", value=format_yuan(self.amount), expected="above 0")
        deal = _deal_of(work, self.line)
        check_own(work, deal)
        line = work.session.get_one(DueLine, self.line)
        amount = self.amount or Fen(line.open_fen or line.amount_fen)
        payload = WaiveLateFee(line=self.line, amount=amount)
        return file(work, RequestKind.WAIVER, payload, reason).id


def _waived_fen(work: Work, deal: int) -> int:
    """Give what was waived on *deal* before (fen): limits count it all, however it is split."""
    total = work.session.scalar(
        select(func.coalesce(func.sum(LateFeeWaiver.amount_fen), 0))
        .join(DueLine, DueLine.id == LateFeeWaiver.due_line_id)
        .where(DueLine.deal_id == deal)
    )
    return int(total or 0)


def _deal_of(work: Work, key: int) -> LiveDeal:
    """Give the live deal whose schedule has the late fee *key*, held; `NotFound` without one."""
    line = work.session.get(DueLine, key)
    if line is None or not is_fee(line) or line.ended_at is not None:
        raise NotFound(what="late fee", key=key)
    unit = work.session.get_one(Deal, line.deal_id).unit_id
    return live_deal(work, UnitId(unit))
