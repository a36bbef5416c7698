"""What stands about deals in the tables of contracts, gathered for their cards."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.office.sales.signing_sheets import ContractFacts
from salesdesk.office.sales.signing_tables import (
    Contract,
    ContractFiling,
    Delivery,
    OnlineSigning,
)
from salesdesk.office.sales.tables import Deal


def contract_facts(session: Session, deals: Collection[int]) -> dict[int, ContractFacts]:
    """Give what each of *deals* has beyond its agreement, in one question; others are left out."""
    rows = session.execute(
        select(Deal.id, Contract, OnlineSigning, ContractFiling, Delivery)
        .outerjoin(Contract, Contract.deal_id == Deal.id)
        .outerjoin(OnlineSigning, OnlineSigning.deal_id == Deal.id)
        .outerjoin(ContractFiling, ContractFiling.deal_id == Deal.id)
        .outerjoin(Delivery, Delivery.deal_id == Deal.id)
        .where(Deal.id.in_(deals))
    )
    return {row.id: _facts(row) for row in rows if any(row[1:])}


def _facts(row: Any) -> ContractFacts:
    contract: Contract | None = row.Contract
    online: OnlineSigning | None = row.OnlineSigning
    filing: ContractFiling | None = row.ContractFiling
    delivery: Delivery | None = row.Delivery
    return ContractFacts(
        contract=contract.number if contract else "",
        contract_fen=contract.price_fen if contract else 0,
        signed_on=contract.signed_on if contract else None,
        file_by=contract.file_by if contract else None,
        deliver_by=contract.deliver_by if contract else None,
        online=online.number if online else "",
        filing=filing.number if filing else "",
        filed_on=filing.filed_on if filing else None,
        delivered_on=delivery.delivered_on if delivery else None,
        taken_by=delivery.taken_by if delivery else "",
    )
