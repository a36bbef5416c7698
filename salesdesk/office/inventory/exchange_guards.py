"""What an exchange of units (换房) allows of claims and bindings, as SQL; its row is `sales.exchange_tables`."""

ENDS_BY_EXCHANGE = (
    "EXISTS (SELECT 1 FROM unit_exchange e JOIN deal d ON d.id = e.deal_id JOIN deal_change x"
    " ON x.deal_id = e.deal_id AND x.kind = 'exchange' WHERE e.deal_id = OLD.deal_id"
    " AND e.at = NEW.ended_at AND e.actor_id = NEW.ended_by AND (CASE WHEN d.unit_id = OLD.unit_id"
    " THEN EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = e.new_deal_id AND c.unit_id = e.unit_id"
    " AND c.stage = 'subscribed' AND c.ended_at IS NULL) AND e.carried_fen ="
    " (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m"
    " WHERE m.deal_id = e.deal_id AND m.kind = 'carried out')"
    " ELSE replace(x.details, '\"' || OLD.unit_id || '\":\"take\"', '') <> x.details OR NOT EXISTS"
    " (SELECT 1 FROM claim h WHERE h.deal_id = e.deal_id AND h.unit_id = d.unit_id"
    " AND h.ended_at IS NULL) END))"
)
"""Whether a subscribed claim (OLD) ends by its deal's exchange: the new unit is the customer's by
then, with all the money; a lot that he takes along is loosened before."""

LOOSENED_BY_EXCHANGE = (
    "EXISTS (SELECT 1 FROM unit_exchange e JOIN deal d ON d.id = e.deal_id JOIN deal_change x"
    " ON x.deal_id = e.deal_id AND x.kind = 'exchange' WHERE d.unit_id = OLD.home_id"
    " AND e.at = NEW.ended_at AND e.actor_id = NEW.ended_by"
    " AND replace(x.details, '\"' || OLD.lot_id || '\":\"', '') <> x.details)"
)
"""Whether the lot leaves its home by the exchange of the home's deal, as it was signed."""
