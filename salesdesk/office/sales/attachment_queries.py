"""Questions about what is attached: lists without the bytes, and one file with them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from salesdesk.kernel.errors import NotFound
from salesdesk.office.approvals.tables import Request
from salesdesk.office.inventory.queries import first_project
from salesdesk.office.inventory.tables import Unit
from salesdesk.office.sales.attaching import may_see
from salesdesk.office.sales.attachment_rules import AttachmentKind, Media
from salesdesk.office.sales.attachment_sheets import AttachedFile, AttachmentLine
from salesdesk.office.sales.attachment_tables import (
    PLACES,
    Attachment,
    AttachmentContent,
    AttachmentStruck,
)
from salesdesk.office.sales.change_tables import DealChange
from salesdesk.office.sales.signing_tables import Contract
from salesdesk.office.sales.tables import Agreement, Deal
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading


def request_scans(reading: Reading, request: int) -> tuple[AttachmentLine, ...]:
    """List the scans of a request's form, the newest first, without their bytes.

    A consultant sees those of his own requests only.
    """
    asked = reading.session.get(Request, request)
    mine = asked is not None and may_see(reading, "request", asked)
    return _lines(reading.session, Attachment.request_id == request) if mine else ()


def deal_scans(reading: Reading, deal: int) -> tuple[AttachmentLine, ...]:
    """List the scans of a deal's papers, the newest first, without their bytes.

    Those of its agreement, its contract, its changes and the requests that led to them. A consultant
    sees those of his own deals only.
    """
    session = reading.session
    row = session.get(Deal, deal)
    if row is None or not may_see(reading, "deal", row):
        return ()
    changes = select(DealChange.id).where(DealChange.deal_id == deal)
    requests = select(DealChange.request_id).where(DealChange.deal_id == deal)
    agreements = select(Agreement.id).where(Agreement.deal_id == deal)
    return _lines(
        session,
        or_(
            Attachment.contract_id == deal,
            Attachment.agreement_id.in_(agreements),
            Attachment.change_id.in_(changes),
            Attachment.request_id.in_(requests),
        ),
    )


def floor_plans(reading: Reading, project: int | None = None) -> tuple[AttachmentLine, ...]:
    """List the floor plans of a project's layouts and units (default the first), the newest first."""
    key = first_project(reading.session) if project is None else project
    units = select(Unit.id).where(Unit.project_id == key)
    return _lines(
        reading.session, or_(Attachment.project_id == key, Attachment.unit_id.in_(units))
    )


def floor_plan(reading: Reading, unit: int) -> AttachmentLine | None:
    """Give the floor plan that counts for a unit: its own, else its layout's; None without one."""
    row = reading.session.get(Unit, unit)
    if row is None:
        raise NotFound(what="unit", key=unit)
    same = and_(Attachment.project_id == row.project_id, Attachment.layout == row.layout)
    lines = _lines(reading.session, or_(Attachment.unit_id == unit, same))
    counting = [line for line in lines if line.counts]
    return min(counting, key=lambda line: line.of != "unit", default=None)


def scan_file(reading: Reading, attachment: int) -> AttachedFile:
    """Give a scan with its bytes; `NotFound` where there is none, or none of the asker's own."""
    line = _one(reading.session, attachment, AttachmentKind.SCAN)
    if not may_see(reading, *_owner(reading.session, attachment)):
        raise NotFound(what="attachment", key=attachment)
    return _with_bytes(reading.session, line)


def floor_plan_file(reading: Reading, plan: int) -> AttachedFile:
    """Give a floor plan with its bytes, or raise `NotFound`."""
    line = _one(reading.session, plan, AttachmentKind.FLOOR_PLAN)
    return _with_bytes(reading.session, line)


def _one(session: Session, attachment: int, kind: AttachmentKind) -> AttachmentLine:
    """Give the line of one attachment; whether it counts is not looked at."""
    lines = _lines(session, and_(Attachment.id == attachment, Attachment.kind == kind.value))
    if not lines:
        raise NotFound(what="attachment", key=attachment)
    return lines[0]


def _with_bytes(session: Session, line: AttachmentLine) -> AttachedFile:
    content = select(AttachmentContent.content).where(AttachmentContent.attachment_id == line.id)
    return AttachedFile(line=line, content=bytes(session.scalars(content).one()))


def _owner(session: Session, attachment: int) -> tuple[str, Any]:
    """Give whose paper a scan is, as `may_see` asks."""
    row = session.get_one(Attachment, attachment)
    if row.request_id is not None:
        return "request", session.get_one(Request, row.request_id)
    if row.agreement_id is not None:
        deal = session.get_one(Agreement, row.agreement_id).deal_id
    elif row.change_id is not None:
        deal = session.get_one(DealChange, row.change_id).deal_id
    else:
        deal = row.contract_id or 0
    return "deal", session.get_one(Deal, deal)


def _lines(session: Session, which: ColumnElement[bool]) -> tuple[AttachmentLine, ...]:
    rows = session.execute(
        select(
            Attachment,
            AttachmentStruck,
            Agreement.number.label("agreement"),
            DealChange.number.label("change"),
            Contract.number.label("contract"),
            Unit.code.label("unit"),
        )
        .outerjoin(AttachmentStruck, AttachmentStruck.attachment_id == Attachment.id)
        .outerjoin(Agreement, Agreement.id == Attachment.agreement_id)
        .outerjoin(DealChange, DealChange.id == Attachment.change_id)
        .outerjoin(Contract, Contract.deal_id == Attachment.contract_id)
        .outerjoin(Unit, Unit.id == Attachment.unit_id)
        .where(which)
        .order_by(Attachment.id.desc())
    ).all()
    names, met, found = names_of(session), set(), []
    for row in rows:
        place = (*(getattr(row.Attachment, column) for column in PLACES), row.Attachment.layout)
        counts = row.AttachmentStruck is None and place not in met
        if counts:
            met.add(place)
        found.append(_line(row, names, counts=counts))
    return tuple(found)


def _line(row: Any, names: dict[int, str], *, counts: bool) -> AttachmentLine:
    kept: Attachment = row.Attachment
    struck: AttachmentStruck | None = row.AttachmentStruck
    of, number = _place(row)
    return AttachmentLine(
        id=kept.id,
        kind=AttachmentKind(kept.kind),
        of=of,
        number=number,
        name=kept.name,
        media=Media(kept.media),
        size=kept.size,
        pages=kept.pages,
        width=kept.width,
        height=kept.height,
        sha256=kept.sha256,
        note=kept.note,
        at=kept.at,
        by=names.get(kept.actor_id, ""),
        counts=counts,
        struck=struck.reason if struck else "",
        struck_by=names.get(struck.actor_id, "") if struck else "",
        struck_at=struck.at if struck else None,
    )


def _place(row: Any) -> tuple[str, str]:
    named: Sequence[tuple[str, Any]] = (
        ("request", row.Attachment.request_id),
        ("agreement", row.agreement),
        ("change", row.change),
        ("contract", row.contract),
        ("unit", row.unit),
        ("layout", row.Attachment.layout),
    )
    return next((what, str(number)) for what, number in named if number)
