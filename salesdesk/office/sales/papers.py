"""The agreement's sheet: every fact gathered once, at the moment of subscription."""

from datetime import timedelta

from sqlalchemy.orm import Session

from salesdesk.kernel.calendar import local
from salesdesk.kernel.money import unit_price_from_total
from salesdesk.office.inventory.claims import permit_of
from salesdesk.office.inventory.codes import shown_number
from salesdesk.office.inventory.tables import Building, Project
from salesdesk.office.ledger.rules import Account
from salesdesk.office.ledger.tallies import balance_fen
from salesdesk.office.sales.deals import LiveDeal, agreement_of, origins, valid_receipts
from salesdesk.office.sales.sheets import AgreementSheet, BuyerLine
from salesdesk.office.sales.tables import PaymentMode, PriceApproval
from salesdesk.office.staff.queries import setting
from salesdesk.office.staff.tables import Person
from salesdesk.store.work import Work


def agreement_sheet(
    work: Work,
    deal: LiveDeal,
    approval: PriceApproval,
    mode: PaymentMode,
    buyers: tuple[BuyerLine, ...],
    number: str,
    days: int,
    note: str,
) -> AgreementSheet:
    """Give the sheet of a subscription agreement (domain 3.5)."""
    session, unit = work.session, deal.at.unit
    project = session.get_one(Project, unit.project_id)
    permit = permit_of(session, unit.building_id)
    return AgreementSheet(
        number=number,
        at=f"{local(work.now, work.zone):%Y-%m-%d %H:%M}",
        company=project.company,
        company_address=project.address,
        company_phone=project.phone,
        project=project.name,
        project_address=project.address,
        permit_number=permit.number if permit else "",
        permit_authority=permit.authority if permit else "",
        building=session.get_one(Building, unit.building_id).name,
        core=unit.core,
        floor=unit.floor,
        unit_number=shown_number(unit.floor, unit.number),
        unit_code=unit.code,
        use=unit.use,
        layout=unit.layout,
        orientation=unit.orientation,
        gross_area=unit.gross_area,
        inside_area=unit.inside_area,
        unit_price_fen=unit_price_from_total(approval.total_fen, unit.gross_area),
        list_total_fen=deal.row.list_total_fen,
        price_fen=approval.total_fen,
        mode=mode.name,
        mode_english=mode.english,
        deposit_fen=balance_fen(session, Account.DEPOSITS_HELD, deal.row.id),
        deposit_receipts=valid_receipts(session, deal.row.id),
        sign_within_days=days,
        sign_by=(work.today + timedelta(days=days)).isoformat(),
        buyers=buyers,
        consultant=_name(session, deal.row.consultant_id),
        approved_by=_name(session, approval.actor_id),
        note=note,
        practice=bool(setting(session, "practice")),
        lots=deal.lots(session),
        came_from=_before(session, deal),
        as_price_fen=balance_fen(session, Account.PRICE_RECEIVED, deal.row.id),
    )


def _before(session: Session, deal: LiveDeal) -> str:
    """Give the number of the agreement that this one stands in for, after an exchange."""
    line = origins(session, deal.row.id)[1:2]
    agreement = agreement_of(session, line[0]) if line else None
    return agreement.number if agreement else ""


def _name(session: Session, person: int) -> str:
    return session.get_one(Person, person).name
