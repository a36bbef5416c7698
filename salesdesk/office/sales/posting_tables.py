"""Guards of the database: who is posted to some projects writes nothing that counts in another."""

from salesdesk.office.inventory.tables import Claim, PriceChange, ReleaseBatch
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.receipt_exchange_tables import ReceiptExchange
from salesdesk.office.ledger.tables import Receipt
from salesdesk.office.sales.signing_tables import Contract
from salesdesk.office.sales.tables import Agreement, PriceApproval
from salesdesk.store.guards import refuse_when

_OF_UNIT = "(SELECT u.project_id FROM unit u WHERE u.id = NEW.unit_id)"
_OF_RECEIPT = "(SELECT r.project_id FROM receipt r WHERE r.id = NEW.receipt_id)"
_OF_DEAL = "(SELECT d.project_id FROM deal d WHERE d.id = NEW.deal_id)"


def elsewhere(actor: str, project: str) -> str:
    """Give, as SQL, whether *actor* is posted to projects of which *project* is none."""
    here = f"SELECT 1 FROM posting g WHERE g.person_id = {actor} AND g.ended_at IS NULL"
    return f"EXISTS ({here}) AND NOT EXISTS ({here} AND g.project_id = {project})"


for _table, _actor, _project in (
    (Claim, "NEW.opened_by", _OF_UNIT),
    (PriceChange, "NEW.actor_id", _OF_UNIT),
    (ReleaseBatch, "NEW.actor_id", "NEW.project_id"),
    (Receipt, "NEW.cashier_id", _OF_UNIT),
    (Contra, "NEW.cashier_id", _OF_RECEIPT),
    (ReceiptExchange, "NEW.actor_id", _OF_DEAL),
    (PriceApproval, "NEW.actor_id", _OF_DEAL),
    (Agreement, "NEW.actor_id", _OF_DEAL),
    (Contract, "NEW.actor_id", _OF_DEAL),
):
    refuse_when(
        _table,
        "posting",
        "INSERT",
        elsewhere(_actor, _project),
        "nobody acts in a project that is not his",
    )
