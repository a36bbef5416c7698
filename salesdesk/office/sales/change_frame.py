"""The door through which every change to a deal goes: looked at, filed, carried out, numbered.

A change is a payload of an approval. What it alters is looked at anew at each signature; the last one
writes a `DealChange` with its sheet, and nothing of the agreement itself is touched.
"""

import json
from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from salesdesk.kernel.calendar import local
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.plain import from_plain
from salesdesk.office.approvals.covering import check_covered
from salesdesk.office.approvals.filing import Filing, Payload
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.approvals.sheets import FactLine
from salesdesk.office.approvals.standing import open_request, standings
from salesdesk.office.approvals.tables import Request
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.claims import step
from salesdesk.office.inventory.tables import Project
from salesdesk.office.ledger.writing import next_number
from salesdesk.office.sales.buyers import agent_of, line_of
from salesdesk.office.sales.change_sheets import ChangedFact, ChangeSheet, Particulars, SignedBy
from salesdesk.office.sales.change_tables import ChangeRequest, DealChange
from salesdesk.office.sales.deals import LiveDeal, agreement_of, check_own, live_deal
from salesdesk.office.sales.exchange_tables import UnitExchange
from salesdesk.office.sales.sheets import BuyerLine
from salesdesk.office.sales.tables import Agreement, Buyer, PaymentMode
from salesdesk.office.staff.queries import names_of, setting
from salesdesk.store.work import Reading, Work


class ChangeAsked(UserError):
    """One open request of a kind for a deal is enough."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Request {request} asks for this change to unit {unit} already."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Wait for its signatures, or withdraw it first.")


class NoAgreement(UserError):
    """Deals from before the office's start were agreed elsewhere."""

    problem = QT_TRANSLATE_NOOP("errors", "Unit {unit} has no subscription agreement here.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "What was agreed before the office's start is changed on its own paper."
    )


class NothingChanges(UserError):
    """A change that alters nothing is no change."""

    problem = QT_TRANSLATE_NOOP("errors", "Nothing would change for unit {unit}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Say what shall be otherwise.")


def changeable(work: Work, unit: int, by: str = "change") -> tuple[LiveDeal, Agreement]:
    """Give the deal and agreement on *unit*; refuses what cannot be changed now, or not by the actor.

    *by* is the step of the unit's life that the change is. Who signs need not own the deal: only
    the asker is asked whether it is his.
    """
    deal = live_deal(work, unit)
    step(work, deal.at, by)
    check_own(work, deal)
    agreement = agreement_of(work.session, deal.row.id)
    if agreement is None:
        raise NoAgreement(unit=deal.at.unit.code)
    return deal, agreement


def particulars(session: Session, agreements: Sequence[Agreement]) -> dict[int, Particulars]:
    """Give what holds of each agreement after its changes, by deal."""
    found = {
        row.deal_id: Particulars(sign_by=row.sign_by, mode_id=row.mode_id) for row in agreements
    }
    changes = session.execute(
        select(DealChange.deal_id, DealChange.sign_by, DealChange.mode_id)
        .where(DealChange.deal_id.in_(found))
        .order_by(DealChange.id)
    )
    for deal, sign_by, mode in changes:
        now = found[deal]
        found[deal] = Particulars(sign_by=sign_by or now.sign_by, mode_id=mode or now.mode_id)
    return found


def first_fen(session: Session, at: tuple[LiveDeal, Agreement]) -> int:
    """Give the home's price (fen) from which what is given away by changes counts: the one first agreed.

    An exchange gave away from its list price, and so does what comes after it.
    """
    deal, agreement = at
    came = select(UnitExchange.id).where(UnitExchange.new_deal_id == deal.row.id)
    return agreement.price_fen if session.scalar(came) is None else deal.row.list_total_fen


def renamed() -> Select[int]:
    """Select the deals whose buyers were changed: those now are identified, all of them."""
    return select(DealChange.deal_id).where(DealChange.kind == RequestKind.NAMES.value)


def buyers_of(session: Session, agreement: Agreement) -> tuple[BuyerLine, ...]:
    """Give who buys now: the newest change of names counts, else the agreement's buyers."""
    newest = session.scalar(
        select(DealChange.details)
        .where(DealChange.deal_id == agreement.deal_id, DealChange.kind == RequestKind.NAMES.value)
        .order_by(DealChange.id.desc())
        .limit(1)
    )
    if newest is not None:
        return tuple(from_plain(BuyerLine, line) for line in json.loads(newest)["buyers"])
    rows = session.scalars(
        select(Buyer).where(Buyer.agreement_id == agreement.id).order_by(Buyer.position)
    )
    return tuple(line_of(row, agent_of(session, row)) for row in rows)


def filing(
    work: Work,
    payload: Payload,
    at: tuple[LiveDeal, Agreement],
    facts: Sequence[ChangedFact],
    *,
    told: Sequence[FactLine] = (),
    days: int = 0,
) -> Filing:
    """Give what the signers are told of a change: the deal, what was, what shall be, what it costs."""
    deal, agreement = at
    if all(fact.before == fact.after for fact in facts):
        raise NothingChanges(unit=deal.at.unit.code)
    price = deal.price_fen(work.session)
    what = (
        FactLine(name="unit", value=deal.at.unit.code),
        FactLine(name="agreement", value=agreement.number),
        FactLine(name="customer", value=_customer(work, deal)),
        FactLine(name="deal price", value=str(price), form="fen"),
        *(FactLine(name=f"now: {f.name}", value=f.before, form=f.form) for f in facts),
        *told,
    )
    return Filing(
        payload=payload,
        project=deal.row.project_id,
        subject=deal.at.unit.code,
        what=what,
        changes=tuple(FactLine(name=f"then: {f.name}", value=f.after, form=f.form) for f in facts),
        amount_fen=price,
        days=days,
    )


def filed(
    work: Work,
    request: int,
    unit: int,
    kind: RequestKind,
    *,
    details: object = None,
    **become: object,
) -> None:
    """Write what *request* is about; refuses a second open one of the *kind* (`ChangeAsked`)."""
    deal = live_deal(work, unit)
    mine = ChangeRequest.deal_id == deal.row.id
    other = open_request(work, ChangeRequest, mine, Request.kind == kind.value)
    if other is not None:
        raise ChangeAsked(request=other, unit=deal.at.unit.code)
    work.session.add(
        ChangeRequest(
            request_id=request,
            deal_id=deal.row.id,
            details=details or {},
            asker_id=work.actor,
            filed_at=work.now,
            **become,
        )
    )


def check_signer(work: Work, deal: LiveDeal, kind: RequestKind, off: int) -> None:
    """Refuse to give more off (basis points) than whoever signed last may give (`BeyondSigner`)."""
    asked = work.session.get_one(Request, what_was_asked(work, deal, kind).request_id)
    check_covered(work, standings(work.session, [asked])[0], off)


def carried_out(
    work: Work,
    at: tuple[LiveDeal, Agreement],
    kind: RequestKind,
    facts: Sequence[ChangedFact],
    buyers: Sequence[BuyerLine] | None = None,
) -> str:
    """Write the change that was just signed, with its number and sheet; give the number."""
    deal, agreement = at
    asked = what_was_asked(work, deal, kind)
    request = work.session.get_one(Request, asked.request_id)
    who = buyers if buyers is not None else buyers_of(work.session, agreement)
    project = work.session.get_one(Project, deal.row.project_id)
    no, number = next_number(work, "change", setting(work.session, "change_prefix"))
    sheet = ChangeSheet(
        number=number,
        kind=kind.value,
        at=f"{local(work.now, work.zone):%Y-%m-%d %H:%M}",
        company=project.company,
        project=project.name,
        unit_code=deal.at.unit.code,
        agreement=agreement.number,
        buyers=tuple(line.name for line in who),
        facts=tuple(facts),
        reason=request.reason,
        request=request.id,
        asker=names_of(work.session).get(request.asker_id, ""),
        signatures=_signatures(work, request),
        modes=tuple((row.name, row.english) for row in work.session.scalars(select(PaymentMode))),
        practice=bool(setting(work.session, "practice")),
    )
    work.session.add(
        DealChange(
            no=no,
            number=number,
            request_id=request.id,
            deal_id=deal.row.id,
            kind=kind.value,
            sign_by=asked.sign_by,
            mode_id=asked.mode_id,
            details=asked.details,
            at=work.now,
            actor_id=work.actor,
            sheet=sheet,
        )
    )
    work.session.flush()
    work.note(Topic.DEAL, deal.row.id, changed=kind.value, number=number)
    work.touched(Topic.UNIT, deal.at.unit.id)
    return number


def what_was_asked(work: Work, deal: LiveDeal, kind: RequestKind) -> ChangeRequest:
    """Give what the newest request of *kind* for *deal* is about."""
    return work.session.scalars(
        select(ChangeRequest)
        .join(Request, Request.id == ChangeRequest.request_id)
        .where(ChangeRequest.deal_id == deal.row.id, Request.kind == kind.value)
        .order_by(ChangeRequest.request_id.desc())
        .limit(1)
    ).one()


def _signatures(work: Work, request: Request) -> tuple[SignedBy, ...]:
    names, at = names_of(work.session), standings(work.session, [request])[0]
    acts = {line.position: line.act for line in at.steps}
    return tuple(
        SignedBy(
            act=acts[s.position],
            role=s.role,
            person=names.get(s.person_id, ""),
            stands_in_for=names.get(s.absent_id or 0, ""),
            at=f"{local(s.at, work.zone):%Y-%m-%d %H:%M}",
        )
        for s in at.signatures
    )


def _customer(work: Work | Reading, deal: LiveDeal) -> str:
    return work.session.get_one(Customer, deal.row.customer_id).name
