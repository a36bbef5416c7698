"""Where the requests of refunds stand, and which originals came back by them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.office.approvals.rules import RequestState
from salesdesk.office.approvals.standing import Standing, standings
from salesdesk.office.approvals.tables import Request
from salesdesk.office.ledger.refund_tables import RefundOriginal, RefundRequest
from salesdesk.office.ledger.tables import Receipt


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of a refund: what it is about, and where it stands."""

    about: RefundRequest
    at: Standing


def asked_of(session: Session, refunds: Collection[int]) -> dict[int, list[Asked]]:
    """Give the requests of each of *refunds* that were asked for, the newest first."""
    rows = session.execute(
        select(RefundRequest, Request)
        .join(Request, Request.id == RefundRequest.request_id)
        .where(RefundRequest.refund_id.in_(refunds))
        .order_by(Request.id.desc())
    ).all()
    found: dict[int, list[Asked]] = {}
    places = standings(session, [row.Request for row in rows])
    for row, at in zip(rows, places, strict=True):
        found.setdefault(row.RefundRequest.refund_id, []).append(Asked(row.RefundRequest, at))
    return found


def newest(asked: Iterable[Asked], state: RequestState, now: datetime) -> Asked | None:
    """Give the newest of *asked* that is in *state* at *now*."""
    return next((one for one in asked if one.at.state(now) is state), None)


def originals_of(session: Session, request: int) -> list[tuple[str, str]]:
    """Give the originals that *request* names: number, and the declaration where it is lost."""
    rows = session.execute(
        select(Receipt.number, RefundOriginal.lost)
        .join(RefundOriginal, RefundOriginal.receipt_id == Receipt.id)
        .where(RefundOriginal.request_id == request)
        .order_by(Receipt.id)
    )
    return [(number, lost) for number, lost in rows]


def originals_back(
    session: Session, receipts: Collection[int], now: datetime
) -> dict[int, tuple[str, str]]:
    """Give what became of the originals of *receipts*: "returned" or "lost", and the slip, if paid.

    By the newest request that was not rejected, withdrawn or left to lapse.
    """
    rows = session.execute(
        select(RefundOriginal, RefundRequest.refund_id)
        .join(RefundRequest, RefundRequest.request_id == RefundOriginal.request_id)
        .where(RefundOriginal.receipt_id.in_(receipts))
        .order_by(RefundOriginal.id)
    ).all()
    if not rows:
        return {}
    refunds = {row.refund_id for row in rows}
    counts = {
        one.about.request_id
        for asked in asked_of(session, refunds).values()
        for one in asked
        if one.at.state(now) in (RequestState.PENDING, RequestState.APPROVED)
    }
    slips = dict(
        session.execute(
            select(Receipt.refund_id, Receipt.number).where(Receipt.refund_id.in_(refunds))
        ).all()
    )
    return {
        row.RefundOriginal.receipt_id: (
            "lost" if row.RefundOriginal.lost else "returned",
            slips.get(row.refund_id, ""),
        )
        for row in rows
        if row.RefundOriginal.request_id in counts
    }
