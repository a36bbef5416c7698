"""Questions about loan cases: the list with what is stuck and why, one case whole, what one starts with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, or_, select

from salesdesk.kernel.calendar import day_of
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.tables import Claim, Unit
from salesdesk.office.ledger.receivable_rules import LOANS, MoneyKind
from salesdesk.office.ledger.tables import Receipt
from salesdesk.office.mortgage.cases import AGREED, standing_payouts
from salesdesk.office.mortgage.documents import documents_of, lacking
from salesdesk.office.mortgage.rules import (
    DAYS_MOST,
    LOAN,
    OVER,
    LoanProduct,
    LoanState,
)
from salesdesk.office.mortgage.sheets import LoanCard, LoanLine, LoanOffer, LoanTurnLine
from salesdesk.office.mortgage.tables import LoanCase, LoanTurn
from salesdesk.office.sales.change_frame import particulars
from salesdesk.office.sales.deals import price_fen
from salesdesk.office.sales.due_tables import DueLine
from salesdesk.office.sales.mode_queries import terms_of
from salesdesk.office.sales.scheduling import live_lines, paid_parts
from salesdesk.office.sales.signing_tables import Contract, ContractFiling
from salesdesk.office.sales.tables import Agreement, Deal, PaymentMode
from salesdesk.office.staff.queries import names_of, setting
from salesdesk.office.staff.rules import Role
from salesdesk.store.work import Reading

_STAGES = [stage.value for stage in AGREED]


def loan_cases(
    reading: Reading,
    project: int | None = None,
    *,
    state: LoanState | None = None,
    stuck: bool = False,
    past: bool = False,
) -> tuple[LoanLine, ...]:
    """List the newest loan case of each live deal, those that are stuck longest first.

    With *past* every case, also of deals that are over. A consultant sees those of his deals.
    """
    rows = _rows(reading, project)
    if not past:
        newest: dict[int, Any] = {row.LoanCase.deal_id: row for row in rows}
        rows = [row for row in newest.values() if row.stage is not None]
    lines = [
        line
        for line in _lines(reading, rows)
        if (state is None or line.state == state.value) and (line.stuck or not stuck)
    ]
    return tuple(sorted(lines, key=lambda line: (not line.stuck, -line.days, line.case)))


def loan_case(reading: Reading, unit: int) -> LoanCard | None:
    """Give the newest loan case of the live deal on *unit*, whole, or None."""
    found = [
        row for row in _rows(reading, None) if row.Deal.unit_id == unit and row.stage is not None
    ]
    if not found:
        return None
    newest = found[-1]
    return LoanCard(
        line=next(iter(_lines(reading, [newest]))),
        turns=_turn_lines(reading, newest.LoanCase),
        documents=documents_of(reading, newest.LoanCase.id),
        before=tuple(row.LoanCase.id for row in found[:-1]),
    )


def loan_offers(
    reading: Reading, project: int | None = None, *, unit: int | None = None
) -> tuple[LoanOffer, ...]:
    """List the agreed deals that a loan pays and that have no case under way: what one would start with.

    A consultant sees his own. ``refused`` tells of a bank that said no before.
    """
    wanted = (
        select(Deal, Agreement, Unit.code, Customer.name)
        .join(Agreement, Agreement.deal_id == Deal.id)
        .join(Claim, and_(Claim.deal_id == Deal.id, Claim.unit_id == Deal.unit_id))
        .join(Unit, Unit.id == Deal.unit_id)
        .join(Customer, Customer.id == Deal.customer_id)
        .where(
            Claim.ended_at.is_(None),
            Claim.stage.in_(_STAGES),
            Deal.id.in_(
                select(DueLine.deal_id).where(
                    DueLine.ended_at.is_(None), DueLine.money.in_([kind.value for kind in LOANS])
                )
            ),
        )
        .order_by(Agreement.at, Deal.id)
    )
    wanted = _own(reading, wanted if project is None else wanted.where(Deal.project_id == project))
    if unit is not None:
        wanted = wanted.where(Deal.unit_id == unit)
    rows = reading.session.execute(wanted).all()
    before = _newest_states(reading, [row.Deal.id for row in rows])
    modes = particulars(reading.session, [row.Agreement for row in rows])
    return tuple(
        _offer(reading, row, modes[row.Deal.id].mode_id, before.get(row.Deal.id))
        for row in rows
        if before.get(row.Deal.id) in (None, *OVER)
    )


def _newest_states(reading: Reading, deals: Sequence[int]) -> dict[int, LoanState]:
    """Give what the newest case of each of *deals* stands at."""
    rows = reading.session.execute(
        select(LoanCase.deal_id, LoanTurn.state)
        .outerjoin(LoanTurn, LoanTurn.case_id == LoanCase.id)
        .where(LoanCase.deal_id.in_(deals))
        .order_by(LoanCase.id, LoanTurn.turn_no)
    )
    return {deal: LoanState(state or LOAN.start) for deal, state in rows}


def _offer(reading: Reading, row: Any, mode_id: int, before: LoanState | None) -> LoanOffer:
    mode = reading.session.get_one(PaymentMode, mode_id)
    sums = dict.fromkeys(LOANS, 0)
    for line in live_lines(reading.session, row.Deal.id):
        if MoneyKind(line.money) in LOANS:
            sums[MoneyKind(line.money)] += line.amount_fen
    bank, fund = sums[MoneyKind.LOAN], sums[MoneyKind.FUND_LOAN]
    product = LoanProduct.MORTGAGE
    if fund or mode.kind == LoanProduct.PROVIDENT_FUND:
        product = LoanProduct.COMBINED if bank else LoanProduct.PROVIDENT_FUND
    elif mode.kind == LoanProduct.COMBINED:
        product = LoanProduct.COMBINED
    return LoanOffer(
        unit_id=row.Deal.unit_id,
        unit=row.code,
        customer=row.name,
        consultant=names_of(reading.session).get(row.Deal.consultant_id, ""),
        mode=mode.name,
        agreed_on=day_of(row.Agreement.at, reading.zone),
        product=product.value,
        bank_fen=bank,
        fund_fen=fund,
        banks=terms_of(reading.session, mode, row.Deal.project_id).banks,
        rate_bp=int(setting(reading.session, "plan_rate_bp")),
        fund_rate_bp=int(setting(reading.session, "plan_fund_rate_bp")),
        years=int(setting(reading.session, "plan_longest_years")),
        refused=before is LoanState.REFUSED,
    )


def _rows(reading: Reading, project: int | None) -> list[Any]:
    """Give the cases that the asker may see, in order, with what stands beside them."""
    wanted = (
        select(
            LoanCase, Deal, Agreement, Unit.code, Customer.name, Claim.stage, Contract.signed_on,
            ContractFiling.filed_on,
        )
        .join(Deal, Deal.id == LoanCase.deal_id)
        .join(Agreement, Agreement.deal_id == Deal.id)
        .join(Unit, Unit.id == Deal.unit_id)
        .join(Customer, Customer.id == Deal.customer_id)
        .outerjoin(
            Claim,
            and_(
                Claim.deal_id == Deal.id,
                Claim.unit_id == Deal.unit_id,
                Claim.ended_at.is_(None),
                Claim.stage.in_(_STAGES),
            ),
        )
        .outerjoin(Contract, Contract.deal_id == Deal.id)
        .outerjoin(ContractFiling, ContractFiling.deal_id == Deal.id)
        .order_by(LoanCase.id)
    )  # fmt: skip
    if project is not None:
        wanted = wanted.where(Deal.project_id == project)
    return list(reading.session.execute(_own(reading, wanted)))


def _own(reading: Reading, wanted: Any) -> Any:
    """Keep a consultant to his own deals."""
    if reading.role != Role.CONSULTANT:
        return wanted
    return wanted.where(
        or_(Deal.consultant_id == reading.actor, Customer.consultant_id == reading.actor)
    )


@dataclass(slots=True)
class _Beside:
    """What stands in other tables about the cases of one answer."""

    turns: dict[int, list[LoanTurn]]
    lacks: dict[int, list[str]]
    names: dict[int, str]
    modes: dict[int, str]
    changed: dict[int, int]


def _lines(reading: Reading, rows: Sequence[Any]) -> Iterable[LoanLine]:
    session, keys = reading.session, [row.LoanCase.id for row in rows]
    turns: dict[int, list[LoanTurn]] = {}
    for one in session.scalars(
        select(LoanTurn)
        .where(LoanTurn.case_id.in_(keys))
        .order_by(LoanTurn.case_id, LoanTurn.turn_no)
    ):
        turns.setdefault(one.case_id, []).append(one)
    modes = {
        key: now.mode_id for key, now in particulars(session, [r.Agreement for r in rows]).items()
    }
    beside = _Beside(
        turns=turns,
        lacks=lacking(session, keys, reading.today),
        names=names_of(session),
        modes={row.id: row.name for row in session.scalars(select(PaymentMode))},
        changed=modes,
    )
    return [_line(reading, row, beside) for row in rows]


def _line(reading: Reading, row: Any, beside: _Beside) -> LoanLine:
    case: LoanCase = row.LoanCase
    deal: Deal = row.Deal
    turns = beside.turns.get(case.id, [])
    state = LoanState(turns[-1].state) if turns else LOAN.start
    days = {one.step: one.happened_on for one in turns}
    since = _since(turns, case.opened_on)
    approved = next((one for one in reversed(turns) if one.step == "approve"), None)
    approved_fen = (
        None if approved is None else (approved.bank_fen or 0) + (approved.fund_fen or 0)
    )
    paid = sum(one.paid_fen or 0 for one in standing_payouts(reading.session, turns))
    asked = case.bank_fen + case.fund_fen
    due_fen, due_on = _due(reading, deal.id)
    late = (reading.today - due_on).days if due_on is not None else 0
    held = (reading.today - since).days
    live = row.stage is not None
    lacks = tuple(beside.lacks.get(case.id, ()))
    stuck_by = _stuck_by(state, held, lacks, due_fen, paid, turns) if live else ""
    return LoanLine(
        case=case.id,
        deal=deal.id,
        unit_id=deal.unit_id,
        unit=row.code,
        customer=row.name,
        consultant=beside.names.get(deal.consultant_id, ""),
        mode=beside.modes.get(beside.changed[deal.id], ""),
        agreement=row.Agreement.number,
        product=case.product,
        buyer=case.buyer,
        bank=case.bank,
        branch=case.branch,
        officer=case.officer,
        bank_fen=case.bank_fen,
        fund_fen=case.fund_fen,
        asked_fen=asked,
        approved_fen=approved_fen,
        approved_parts=None
        if approved is None
        else (approved.bank_fen or 0, approved.fund_fen or 0),
        paid_fen=paid,
        short_fen=0 if approved_fen is None else asked - approved_fen,
        due_fen=due_fen,
        due_on=due_on,
        overdue_days=max(0, late) if live and due_fen else 0,
        years=case.years,
        method=case.method,
        rate_bp=case.rate_bp,
        fund_rate_bp=case.fund_rate_bp,
        price_fen=price_fen(reading.session, deal),
        state=state.value,
        since=since,
        days=held,
        stuck=bool(stuck_by),
        stuck_by=stuck_by,
        why=turns[-1].reason if turns else case.note,
        lacking=lacks,
        signed_on=row.signed_on,
        filed_on=row.filed_on,
        opened_on=case.opened_on,
        face_signed_on=days.get("face-sign"),
        sent_on=days.get("send"),
        approved_on=days.get("approve"),
        registered_on=days.get("pre-register"),
        paid_on=days.get("pay out") if state is LoanState.PAID_OUT else None,
        live=live,
        steps=tuple(step.name for step in LOAN.steps if state in step.sources) if live else (),
    )


def _since(turns: Sequence[LoanTurn], opened_on: date) -> date:
    """Give since when a case stands where it stands: a turn that stays there does not count."""
    moved = [one for one in turns if one.source != one.state]
    return moved[-1].happened_on if moved else opened_on


def _stuck_by(
    state: LoanState,
    days: int,
    lacks: Sequence[str],
    due_fen: int,
    paid_fen: int,
    turns: Sequence[LoanTurn],
) -> str:
    """Give why a case does not go on, empty where it may take its time.

    The order is that of weight: money that is gone again, a loan nobody needs, a refusal, then time.
    """
    receipts = [one for one in turns if one.receipt_id is not None]
    if state in {LoanState.PAID_OUT, LoanState.PART_PAID} and receipts and not paid_fen:
        return "receipt gone"
    if state in OVER:
        return "decide" if state is LoanState.REFUSED and due_fen else ""
    if state is LoanState.PAID_OUT:
        return ""
    if not due_fen:
        return "nothing due"
    if days <= DAYS_MOST[state]:
        return ""
    return "lacking" if lacks else "waiting"


def _due(reading: Reading, deal: int) -> tuple[int, date | None]:
    """Give what is open of a deal's loan lines (fen), and when the first of it is due."""
    lines = live_lines(reading.session, deal)
    paid = paid_parts(reading.session, deal, lines)
    open_lines: list[tuple[DueLine, int]] = [
        (line, line.amount_fen - done)
        for line, done in zip(lines, paid, strict=True)
        if MoneyKind(line.money) in LOANS and line.amount_fen > done
    ]
    days = [line.due_on for line, _fen in open_lines if line.due_on is not None]
    return sum(fen for _line, fen in open_lines), min(days, default=None)


def _turn_lines(reading: Reading, case: LoanCase) -> tuple[LoanTurnLine, ...]:
    rows = reading.session.execute(
        select(LoanTurn, Receipt.number)
        .outerjoin(Receipt, Receipt.id == LoanTurn.receipt_id)
        .where(LoanTurn.case_id == case.id)
        .order_by(LoanTurn.turn_no)
    )
    names, before, found = names_of(reading.session), case.opened_on, []
    for row, number in rows:
        approved = (row.bank_fen or 0) + (row.fund_fen or 0)
        found.append(
            LoanTurnLine(
                turn_no=row.turn_no,
                step=row.step,
                source=row.source,
                state=row.state,
                on=row.happened_on,
                days=(row.happened_on - before).days,
                reason=row.reason,
                reference=row.reference,
                amount_fen=row.paid_fen or approved,
                part=row.part,
                receipt=number or "",
                at=row.at,
                by=names.get(row.actor_id, ""),
            )
        )
        before = row.happened_on
    return tuple(found)
