"""Questions about payment modes: what each asks for, and what that would make due of a price."""

import json
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.kernel.errors import BadEntry, NotFound
from salesdesk.kernel.keys import Fen
from salesdesk.kernel.plain import from_plain
from salesdesk.office.inventory.queries import find_project, first_project
from salesdesk.office.ledger.receivable_rules import Due, DueEvent, ModeLine, dues
from salesdesk.office.sales.mode_rules import SHIPPED_TERMS, ModeTerms
from salesdesk.office.sales.mode_tables import ModeVersion
from salesdesk.office.sales.tables import PaymentMode
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading


def mode_terms(reading: Reading, project: int | None = None) -> tuple[ModeTerms, ...]:
    """Give what each payment mode asks for in a project (default the first) now."""
    key = first_project(reading.session) if project is None else project
    find_project(reading.session, key)
    modes = reading.session.scalars(select(PaymentMode).order_by(PaymentMode.id))
    names = names_of(reading.session)
    return tuple(terms_of(reading.session, mode, key, names) for mode in modes)


def schedule_trial(
    reading: Reading,
    mode: str,
    price: Fen,
    signed_on: date | None = None,
    *,
    area: Decimal = Decimal(100),
    project: int | None = None,
) -> tuple[Due, ...]:
    """Give what *mode* would make due of *price*, signed on a day (today), for a home of *area* m².

    Raises `NotFound`, `BadEntry`, `ModeDoesNotAddUp`.
    """
    if area <= 0:
        raise BadEntry(field="area", value=area, expected="above 0")
    found = [
        terms for terms in mode_terms(reading, project) if mode in (terms.mode, terms.english)
    ]
    if not found:
        raise NotFound(what="payment mode", key=mode)
    day = signed_on or reading.today
    happened = {(DueEvent.SUBSCRIPTION, ""): day, (DueEvent.SIGNING, ""): day}
    return dues(found[0].mode, found[0].lines, price, area, happened)


def terms_of(
    session: Session, mode: PaymentMode, project: int, names: dict[int, str] | None = None
) -> ModeTerms:
    """Give what *mode* asks for in *project*: its own newest version, else the office's, else as shipped."""
    versions = (
        select(ModeVersion).where(ModeVersion.mode_id == mode.id).order_by(ModeVersion.id.desc())
    )
    row = session.scalar(
        versions.where(ModeVersion.project_id == project).limit(1)
    ) or session.scalar(versions.where(ModeVersion.project_id.is_(None)).limit(1))
    if row is None:
        return ModeTerms(
            mode_id=mode.id, mode=mode.name, english=mode.english, kind=mode.kind,
            lines=SHIPPED_TERMS.get(mode.kind, SHIPPED_TERMS["lump_sum"]),
        )  # fmt: skip
    return ModeTerms(
        mode_id=mode.id,
        mode=mode.name,
        english=mode.english,
        kind=mode.kind,
        lines=from_plain(tuple[ModeLine, ...], json.loads(row.lines)),
        begins_on=row.begins_on,
        ends_on=row.ends_on,
        banks=tuple(json.loads(row.banks)),
        note=row.note,
        whole_office=row.project_id is None,
        at=row.at,
        by=(names or {}).get(row.actor_id, ""),
    )
