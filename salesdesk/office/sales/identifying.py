"""Who pays is identified before the money is taken, from a sum on (setting `identify_from_yuan`)."""

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.money import format_yuan
from salesdesk.office.customers.tables import Customer
from salesdesk.office.ledger.tables import Receipt
from salesdesk.office.ledger.tallies import held_fen
from salesdesk.office.sales.change_frame import buyers_of
from salesdesk.office.sales.deals import LiveDeal, agreement_of
from salesdesk.office.staff.queries import setting
from salesdesk.store.guards import refuse_when
from salesdesk.store.work import Work


class NotIdentified(UserError):
    """From a sum on money is taken from people who are known (建房规〔2025〕2号)."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "From {least} yuan in all on, who pays is identified first: {who} is not."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Have the ID number recorded with the buyer or the customer, then take the money.",
    )


def check_identified(work: Work, deal: LiveDeal, amount_fen: int) -> None:
    """Raise `NotIdentified` where *amount_fen* brings a deal to the sum, and somebody is not known.

    All that lies in the deal counts, so that parts do not stay below. Of an agreement
    every buyer is asked, before it the customer.
    """
    least = int(str(setting(work.session, "identify_from_yuan"))) * 100
    if not least or amount_fen + held_fen(work.session, deal.row.id) < least:
        return
    agreement = agreement_of(work.session, deal.row.id)
    if agreement is not None:
        nobody = [line.name for line in buyers_of(work.session, agreement) if not line.id_number]
    else:
        customer = work.session.get_one(Customer, deal.row.customer_id)
        nobody = [] if customer.id_number else [customer.name]
    if nobody:
        raise NotIdentified(least=format_yuan(least), who=nobody[0])


_BEFORE = (
    "(SELECT coalesce(sum(r.amount_fen), 0) FROM receipt r"
    " LEFT JOIN receipt_void v ON v.receipt_id = r.id LEFT JOIN contra k ON k.receipt_id = r.id"
    " WHERE r.deal_id = NEW.deal_id AND r.kind IN ('deposit', 'price')"
    " AND v.receipt_id IS NULL AND k.receipt_id IS NULL)"
)
_UNKNOWN = (
    "(CASE WHEN EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = NEW.deal_id)"
    " THEN EXISTS (SELECT 1 FROM agreement a JOIN buyer b ON b.agreement_id = a.id"
    " WHERE a.deal_id = NEW.deal_id AND b.id_number = '')"
    " AND NOT EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'names')"
    " ELSE EXISTS (SELECT 1 FROM customer c WHERE c.id = NEW.customer_id AND c.id_number = '') END)"
)
"""Whether somebody who pays is not identified: whom a change of names brought in always is."""
_SO_MUCH = (
    "EXISTS (SELECT 1 FROM setting s WHERE s.name = 'identify_from_yuan'"  # noqa: S608 - our words
    " AND CAST(s.value AS BIGINT) > 0"
    f" AND NEW.amount_fen + {_BEFORE} >= CAST(s.value AS BIGINT) * 100)"
)
refuse_when(
    Receipt,
    "identified",
    "INSERT",
    f"NEW.kind IN ('deposit', 'price') AND {_SO_MUCH} AND {_UNKNOWN}",
    "who pays so much is identified first",
)
