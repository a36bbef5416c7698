"""What papers about loans print: the list of a project's loans, and a loan's instalments."""

from sqlalchemy import select

from salesdesk.kernel.calendar import local
from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.keys import ProjectId, UnitId
from salesdesk.office.inventory.queries import find_project, first_project
from salesdesk.office.inventory.tables import Project
from salesdesk.office.mortgage.queries import loan_case, loan_cases, loan_offers
from salesdesk.office.mortgage.rules import LoanPart
from salesdesk.office.mortgage.sheets import InstalmentSheet, LentPart, LoanListSheet
from salesdesk.office.sales.tables import Deal
from salesdesk.office.staff.queries import names_of, setting
from salesdesk.store.work import Reading


def loan_list(reading: Reading, project: ProjectId | None = None) -> LoanListSheet:
    """Give the list of a project's loans (default the first), those that are stuck first."""
    key = first_project(reading.session) if project is None else project
    row = find_project(reading.session, key)
    return LoanListSheet(
        company=row.company,
        project=row.name,
        printed_at=_now(reading),
        printed_by=names_of(reading.session).get(reading.actor, ""),
        lines=loan_cases(reading, key),
        waiting=loan_offers(reading, key),
        practice=bool(setting(reading.session, "practice")),
    )


def loan_instalments(reading: Reading, unit: UnitId) -> InstalmentSheet:
    """Give what the loan of *unit* costs: what was approved, until then what was asked for.

    A rate that the case does not name is the office's of today. Raises `NotFound`.
    """
    card = loan_case(reading, unit)
    if card is None:
        raise NotFound(what="loan case", key=unit)
    line, session = card.line, reading.session
    lent = {LoanPart.BANK: line.bank_fen, LoanPart.FUND: line.fund_fen}
    if line.approved_parts is not None:
        lent = dict(zip(LoanPart, line.approved_parts, strict=True))
    rates = {LoanPart.BANK: line.rate_bp, LoanPart.FUND: line.fund_rate_bp}
    usual = {LoanPart.BANK: "plan_rate_bp", LoanPart.FUND: "plan_fund_rate_bp"}
    found = session.execute(
        select(Project.company, Project.name)
        .join(Deal, Deal.project_id == Project.id)
        .where(Deal.id == line.deal)
    ).one()
    return InstalmentSheet(
        company=found.company,
        project=found.name,
        unit=line.unit,
        customer=line.customer,
        method=line.method,
        printed_at=_now(reading),
        parts=tuple(
            LentPart(
                part=part.value,
                lender=line.bank if part is LoanPart.BANK else "",
                loan_fen=fen,
                rate_bp=_rate(rates[part], int(setting(session, usual[part]))),
                years=line.years,
            )
            for part, fen in lent.items()
            if fen
        ),
        practice=bool(setting(session, "practice")),
    )


def _rate(named: int | None, usual: int) -> int:
    return usual if named is None else named


def _now(reading: Reading) -> str:
    return f"{local(reading.now, reading.zone):%Y-%m-%d %H:%M}"
