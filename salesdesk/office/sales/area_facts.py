"""How deals stand after their homes were measured: asked by commands, cards and lists."""

import json
from collections.abc import Collection
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from salesdesk.kernel.money import Rounding
from salesdesk.kernel.plain import from_plain
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.inventory.tables import Project
from salesdesk.office.sales.area_rules import AreaSettlement, area_settlement
from salesdesk.office.sales.area_sheets import AreaFacts
from salesdesk.office.sales.area_tables import MeasuredArea
from salesdesk.office.sales.change_tables import DealChange
from salesdesk.office.sales.deals import approval_of
from salesdesk.office.sales.sheets import AgreementSheet
from salesdesk.office.sales.tables import Agreement, Deal


def newest_measured(session: Session, units: Collection[int]) -> dict[int, MeasuredArea]:
    """Give the newest measuring of each of *units*; those never measured are left out."""
    newest = (
        select(func.max(MeasuredArea.id))
        .where(MeasuredArea.unit_id.in_(units))
        .group_by(MeasuredArea.unit_id)
    )
    rows = session.scalars(select(MeasuredArea).where(MeasuredArea.id.in_(newest)))
    return {row.unit_id: row for row in rows}


def settled_changes(session: Session, deals: Collection[int]) -> dict[int, list[DealChange]]:
    """Give the changes that settled areas, by deal, in their order."""
    found: dict[int, list[DealChange]] = {}
    for row in session.scalars(
        select(DealChange)
        .where(DealChange.deal_id.in_(deals), DealChange.kind == RequestKind.AREA.value)
        .order_by(DealChange.id)
    ):
        found.setdefault(row.deal_id, []).append(row)
    return found


def contract_area(agreement: Agreement) -> Decimal:
    """Give the gross area that was agreed, as the agreement's paper says."""
    sheet: AgreementSheet = from_plain(AgreementSheet, json.loads(agreement.sheet))
    return sheet.gross_area


def reckoned(
    session: Session, deal: Deal, agreement: Agreement, measured: MeasuredArea
) -> AreaSettlement:
    """Settle *measured* for *deal*: the home's price, its lots apart, by the project's rounding."""
    approved = approval_of(session, deal.id)
    price = approved.total_fen if approved else deal.list_total_fen
    rounding = Rounding(session.get_one(Project, deal.project_id).rounding)
    return area_settlement(contract_area(agreement), measured.area, price, rounding)


def area_facts(
    session: Session,
    deal: Deal,
    agreement: Agreement,
    measured: MeasuredArea,
    settled: Collection[DealChange],
) -> AreaFacts:
    """Give how *deal* stands: what was settled before is not owed again."""
    found = reckoned(session, deal, agreement, measured)
    before = [json.loads(row.details) for row in settled]
    done = sum(int(one["owed_fen"]) for one in before)
    number = next(
        (
            row.number
            for row, said in zip(settled, before, strict=True)
            if said["area"] == measured.id
        ),
        "",
    )
    return AreaFacts(
        contract_area=found.contract_area,
        measured_area=found.measured_area,
        measured_on=measured.measured_on,
        source=measured.source,
        ratio=found.ratio,
        owed_fen=0 if number else found.owed_fen - done,
        settled_fen=done,
        settled=number,
        may_rescind=found.may_rescind,
    )
