"""Questions about changes: a deal's line of versions, and the paper of one change."""

import json

from sqlalchemy import select

from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.plain import from_plain
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.sales.change_sheets import ChangedFact, ChangeSheet, DealVersion
from salesdesk.office.sales.change_tables import DealChange
from salesdesk.office.sales.deals import agreement_of
from salesdesk.office.sales.exchange_queries import exchanged_for, exchanged_from
from salesdesk.office.sales.exchange_sheets import ExchangeRef
from salesdesk.office.sales.tables import PaymentMode
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading

SIGNED = "agreement"
"""The kind of a deal's first version."""


def deal_versions(reading: Reading, deal: int) -> tuple[DealVersion, ...]:
    """Give a deal's versions in their order: the agreement as signed, then each change."""
    session, names = reading.session, names_of(reading.session)
    agreement = agreement_of(session, deal)
    if agreement is None:
        return ()
    mode = session.get_one(PaymentMode, agreement.mode_id).name
    came, went = (
        exchanged_from(session, (deal,)).get(deal),
        exchanged_for(session, (deal,)).get(deal),
    )
    before: tuple[ChangedFact, ...] = ()
    if came is not None:
        was = f"{came.unit} · {came.agreement}"
        before = (ChangedFact(name="exchanged from", before="", after=was),)
    first = DealVersion(
        number=agreement.number,
        kind=SIGNED,
        at=agreement.at,
        by=names.get(agreement.actor_id, ""),
        reason="",
        facts=(
            *before,
            ChangedFact(name="deal price", before="", after=str(agreement.price_fen), form="fen"),
            ChangedFact(name="payment mode", before="", after=mode, form="mode"),
            ChangedFact(
                name="sign by", before="", after=agreement.sign_by.isoformat(), form="day"
            ),
        ),
        other=came.deal if came else 0,
        other_unit=came.unit if came else "",
    )
    rows = session.scalars(
        select(DealChange).where(DealChange.deal_id == deal).order_by(DealChange.id)
    )
    return (first, *(_version(row, names, went) for row in rows))


def change_paper(reading: Reading, number: str) -> ChangeSheet:
    """Give a change's stored sheet by its number, or raise `NotFound`."""
    sheet = reading.session.scalar(
        select(DealChange.sheet).where(DealChange.number == number.strip().upper())
    )
    if sheet is None:
        raise NotFound(what="change", key=number)
    return _sheet(sheet)


def _version(row: DealChange, names: dict[int, str], went: ExchangeRef | None) -> DealVersion:
    sheet = _sheet(row.sheet)
    other = went if row.kind == RequestKind.EXCHANGE.value else None
    return DealVersion(
        number=row.number,
        kind=row.kind,
        at=row.at,
        by=names.get(row.actor_id, ""),
        reason=sheet.reason,
        facts=sheet.facts,
        other=other.deal if other else 0,
        other_unit=other.unit if other else "",
    )


def _sheet(written: str) -> ChangeSheet:
    found: ChangeSheet = from_plain(ChangeSheet, json.loads(written))
    return found
