"""Money and claims forged in raw SQL: each attack is the good form with one thing wrong.

The good form passes beside it, so an attack is refused for what is wrong with it.
"""

import pytest

from tests.attack.rawsql import ME, MINUTE, NOW, Forger, last, rows, told


@pytest.fixture(scope="module")
def forger(attacked):
    return Forger(attacked)


HOUR = 60 * MINUTE
OTHER = "(SELECT id FROM person WHERE login = 'another')"
PAST, FUTURE = f"{NOW} - {HOUR}", f"{NOW} + {HOUR}"


def good(attacked, login, statements):
    refusal = attacked.attempt(login, statements)
    assert refusal is None, f"the good form itself is refused: {refusal}"


def bad(attacked, login, statements, why):
    refusal = attacked.attempt(login, statements)
    assert refusal is not None, "it got through"
    assert isinstance(refusal, attacked.refusals), refusal
    assert any(w in str(refusal) for w in why.split("|")), f"refused for another reason: {refusal}"


def test_every_good_form_is_carried_out(attacked, forger):
    good(attacked, "consultant", forger.hold(attacked.free))
    good(attacked, "consultant", forger.end(attacked.held))
    good(attacked, "manager", forger.end(attacked.held))
    good(attacked, "cashier", forger.receipt(attacked.paid))
    good(attacked, "cashier", pay(attacked, forger))
    good(attacked, "cashier", void(forger, attacked))
    good(attacked, "manager", forger.cancel(attacked.sold))
    good(attacked, "manager", forger.subscribe(attacked.paid))


def pay(attacked, forger, **wrong):
    ((refund,),) = attacked.owner("SELECT id FROM refund")
    wrong = {"kind": "refund", "amount": 5_000_000, "refund": refund} | wrong
    return forger.receipt(attacked.gone, **wrong)


def void(forger, attacked, **wrong):
    """The deposit is voided and the hold gets its time again."""
    deal, customer, consultant, *_rest = forger.facts(attacked.paid)
    again = rows(
        "claim", unit_id=attacked.paid, stage="'on hold'", deal_id=deal, customer_id=customer,
        consultant_id=consultant, opened_at=NOW, opened_by=ME, until=f"{NOW} + 30 * {MINUTE}",
        reason="''", opening=0, end_reason="''",
    )  # fmt: skip
    return [*forger.void(attacked.paid, **wrong), *forger.end(attacked.paid)[:1], again]


# --- claims: who, when, how long, whose, at what price -------------------------------------------------

HOLDS = [
    ("claim", "opened_by", OTHER, "actor"),
    ("claim", "opened_by", "0", "clock holds back"),
    ("claim", "opened_at", PAST, "guard"),
    ("claim", "opened_at", FUTURE, "guard"),
    ("claim", "until", f"{NOW} + {241 * MINUTE}", "a hold has its time"),
    ("claim", "until", f"{NOW} + {10 * 365 * 24 * HOUR}", "a hold has its time"),
    ("claim", "until", "NULL", "a hold has its time"),
    ("claim", "stage", "'subscribed'", "without its agreement|among the buyers"),
    ("claim", "stage", "'signed'", "without the right|without its contract"),
    ("claim", "stage", "'blocked'", "without the right"),
    ("claim", "stage", "'held back'", "given up"),
    ("claim", "stage", "'in review'", "without"),
    ("claim", "stage", "'reserved'", "without the right"),
    ("claim", "stage", "'sold to a friend'", "claim"),
    ("claim", "opening", "1", "opening import|its project begins"),
    ("claim", "customer_id", "2", "deal"),
    ("claim", "consultant_id", OTHER, "deal"),
    ("claim", "deal_id", "1", "deal"),
    ("claim", "deal_id", "NULL", "deal"),
    ("claim", "ended_at", NOW, "opened first"),
    ("claim", "ended_by", OTHER, "opened first"),
    ("claim", "id", "99999", "permission denied"),
    ("deal", "opened_at", PAST, "begins with its hold"),
    ("deal", "opened_at", FUTURE, "begins with its hold"),
    ("deal", "list_total_fen", "1", "at the list price"),
    ("deal", "list_unit_price_fen", "1", "at the list price"),
    ("deal", "list_total_fen", "-1", "price"),
    ("deal", "project_id", "77", "guard|fk_deal_project_id"),
    ("deal", "id", "99999", "permission denied"),
]


@pytest.mark.parametrize(("table", "column", "value", "why"), HOLDS)
def test_a_forged_hold_is_refused(attacked, forger, table, column, value, why):
    bad(attacked, "consultant", forger.hold(attacked.free, **{table: {column: value}}), why)


@pytest.mark.parametrize("stage", ["subscribed", "signed", "filed", "delivered"])
def test_nothing_is_sold_as_an_opening_once_the_work_has_begun(attacked, forger, stage):
    claim = {"opening": 1, "stage": f"'{stage}'", "until": "NULL"}
    forged = forger.hold(attacked.free, claim=claim, command="ImportOpening")
    bad(attacked, "manager", forged, "before the work of its project begins")


def test_a_unit_is_claimed_once(attacked, forger):
    for unit in (attacked.held, attacked.paid, attacked.sold, attacked.gone):
        bad(attacked, "manager", forger.hold(unit), "already claimed|on offer")
    twice = forger.hold(attacked.free)
    bad(attacked, "consultant", twice[:2] + twice, "already claimed")
    # an earlier beginning does not find a gap
    bad(attacked, "consultant", forger.hold(attacked.held, claim={"opened_at": PAST}), "claimed")


@pytest.mark.parametrize("login", ["reception", "cashier", "admin"])
def test_whoever_holds_no_units_holds_none(attacked, forger, login):
    bad(attacked, login, forger.hold(attacked.free), "permission denied|without the right")
    if login != "cashier":  # who ends a hold by taking money for it
        bad(attacked, login, forger.end(attacked.held), "without the right")
    bad(attacked, login, told("HoldUnit"), "does not hold this right")


ENDS = [
    ("another", {}, "only his own holds"),
    ("consultant", {"by": OTHER}, "actor|only his own"),
    ("another", {"by": "(SELECT id FROM person WHERE login = 'consultant')"}, "actor"),
    ("consultant", {"by": "0"}, "the clock ends holds|without the right"),
    ("another", {"by": "0", "at": "until"}, "the clock ends holds"),
    ("consultant", {"by": "NULL"}, "guard"),
    ("consultant", {"at": "NULL"}, "can only end"),
    ("consultant", {"at": PAST}, "guard"),
    ("consultant", {"at": FUTURE}, "guard"),
    ("consultant", {"at": "opened_at"}, "time"),
    ("consultant", {"at": "opened_at - 1"}, "guard"),
    ("consultant", {"command": "RecordFollowUp"}, "does not do this"),
    ("consultant", {"command": "VoidReceipt"}, "does not hold this right"),
    ("newcomer", {}, "guard"),
]  # fmt: skip


@pytest.mark.parametrize(("login", "wrong", "why"), ENDS)
def test_a_hold_is_not_ended_by_forgery(attacked, forger, login, wrong, why):
    bad(attacked, login, forger.end(attacked.held, **wrong), why)


def test_what_rests_on_a_claim_keeps_it(attacked, forger):
    bad(attacked, "consultant", forger.end(attacked.paid), "money lies on the unit")
    bad(attacked, "manager", forger.end(attacked.paid), "money lies on the unit")
    bad(
        attacked,
        "manager",
        forger.end(attacked.sold, command="CancelSubscription"),
        "cancellation",
    )
    bad(attacked, "consultant", forger.end(attacked.sold), "without the right|by its cancellation")
    for column in ("unit_id", "stage", "customer_id", "until", "opened_by", "reason", "opening"):
        change = f"UPDATE claim SET {column} = {column} WHERE unit_id = {attacked.held}"
        bad(attacked, "manager", [change, *told("LetGo")], "permission denied")
    for column in ("ended_by", "end_reason"):
        value = "'x'" if column == "end_reason" else ME
        change = f"UPDATE claim SET {column} = {value} WHERE unit_id = {attacked.held}"
        bad(attacked, "manager", [change, *told("LetGo")], "guard")


def test_nothing_is_held_or_released_without_offer_and_permit(attacked, forger):
    attacked.owner(
        "INSERT INTO building (project_id, name, position) VALUES (1, 'ohne', 9)",
        "INSERT INTO unit (project_id, building_id, code, core, floor, number, place, layout, orientation,"
        " use, note, gross_area, unit_price_fen, total_fen) SELECT 1, max(id), 'ohne-1', '', 1, '1', 0, '',"
        " '', '', '', 1000000, 100, 10000 FROM building",
    )
    bare = attacked.owner("SELECT max(id) FROM unit")[0][0]
    batch = rows("release_batch", project_id=1, name="''", at=NOW, actor_id=ME)
    line = rows("release_line", batch_id=last("release_batch"), unit_id=bare, end_reason="''")
    bad(attacked, "manager", [batch, line, *told("ReleaseUnits")], "no permit, no release")
    bad(attacked, "consultant", forger.hold(bare), "guard")
    for wrong in ({"actor_id": OTHER}, {"at": PAST}, {"at": FUTURE}):
        forged = rows("release_batch", **({"project_id": 1, "name": "''", "at": NOW, "actor_id": ME} | wrong))  # fmt: skip
        bad(attacked, "manager", [forged, *told("ReleaseUnits")], "guard")
    for ends in (f"ended_by = {OTHER}, ended_at = {NOW}", f"ended_by = {ME}, ended_at = {PAST}", f"ended_by = {ME}"):  # fmt: skip
        change = f"UPDATE release_line SET {ends} WHERE unit_id = {attacked.free}"
        bad(attacked, "manager", [change, *told("WithdrawUnits")], "guard")
    permit = {
        "project_id": 1,
        "number": "'F'",
        "authority": "'x'",
        "issued_on": "'2020-01-01'",
        "account": "''",
        "recorded_at": PAST,
    }
    bad(attacked, "manager", [rows("permit", **permit), *told("RecordPermit")], "time")


# --- receipts ------------------------------------------------------------------------------------------

RECEIPTS = [
    ({"row": {"cashier_id": OTHER}}, "actor"),
    ({"row": {"at": PAST}}, "guard"),
    ({"row": {"at": FUTURE}}, "guard"),
    ({"row": {"day": "'2001-01-01'"}}, "day"),
    ({"row": {"id": 99999}}, "permission denied"),
    ({"row": {"no": 1}}, "guard"),
    ({"skip": 1, "row": {"previous": "repeat('0', 64)"}}, "follow one another"),
    ({"skip": 5, "step": 6}, "chained|follow one another"),
    ({"skip": -1}, "guard"),
    ({"step": 0}, "counter"),
    ({"step": 2}, "counter moves with its papers"),
    ({"row": {"number": "'SJ0000000'"}}, "series and number"),
    ({"row": {"number": "'XX0000003'"}, "paper": {"number": "XX0000003"}}, "what its paper says"),
    ({"row": {"series": "'refund'"}}, "guard"),
    ({"row": {"series": "'evil'"}}, "guard"),
    ({"row": {"kind": "'price'"}}, "live agreement"),
    ({"row": {"kind": "'gift'"}}, "guard|ck_receipt_kind"),
    ({"row": {"previous": "repeat('0', 64)"}}, "chained"),
    ({"row": {"hash": "repeat('a', 64)"}}, "what its paper says"),
    ({"paper": {"amount_fen": 1}}, "what its paper says"),
    ({"paper": {"amount_fen": 10_000_000}}, "what its paper says"),
    ({"paper": {"payer": "李四"}}, "what its paper says"),
    ({"paper": {"number": "SJ0000001"}}, "what its paper says"),
    ({"paper": {"kind": "price"}}, "what its paper says"),
    ({"row": {"payer": "'李四'"}}, "what its paper says"),
    ({"row": {"sheet": "'{}'"}}, "paper"),
    ({"row": {"amount_fen": 9_999}}, "guard"),
    ({"row": {"amount_fen": 0}}, "amount"),
    ({"row": {"amount_fen": -5}}, "amount"),
    ({"amount": 60_000_000_00}, "within its cap"),
    ({"row": {"deal_id": 1}}, "guard"),
    ({"row": {"customer_id": 2}}, "deal"),
    ({"row": {"unit_id": 1}}, "guard"),
    ({"row": {"refund_id": 1}}, "as it is owed"),
    ({"tender": {"amount_fen": 9_999}}, "tenders and its movements"),
    ({"tender": {"amount_fen": 10_001}}, "no more than"),
    ({"tender": {"kind": "'card'"}}, "tenders and its movements"),
    ({"tender": {"kind": "'shells'"}}, "kind"),
    ({"tender": {"receipt_id": 1}}, "guard"),
    ({"parts": ("counter", "receipt", "movement")}, "tenders and its movements"),
    ({"parts": ("counter", "receipt", "tender")}, "tenders and its movements"),
    ({"parts": ("counter", "receipt")}, "tenders and its movements"),
    ({"parts": ("counter",)}, "counter moves with its papers"),
    ({"parts": ("receipt", "tender", "movement")}, "guard"),
    ({"move": {"amount_fen": 9_999}}, "tenders and its movements"),
    ({"move": {"amount_fen": 10_001}}, "tenders and its movements"),
    ({"move": {"debit": "'card'"}}, "tenders and its movements"),
    ({"move": {"credit": "'forfeited'"}}, "ways of the trade"),
    ({"move": {"credit": "'price received'"}}, "ways of the trade"),
    ({"move": {"debit": "'deposits held'", "credit": "'cash'"}}, "guard"),
    ({"move": {"kind": "'gift'"}}, "guard"),
    ({"move": {"kind": "'opening'"}}, "guard"),
    ({"move": {"receipt_id": "NULL"}}, "ways of the trade"),
    ({"move": {"receipt_id": 1}}, "guard"),
    ({"move": {"actor_id": OTHER}}, "guard"),
    ({"move": {"at": PAST}}, "time"),
    ({"move": {"at": FUTURE}}, "time"),
    ({"move": {"day": "'2001-01-01'"}}, "day"),
    ({"move": {"deal_id": 1}}, "guard"),
    ({"command": "CountCash"}, "does not do this"),
    ({"command": "PrintReceipt"}, "does not do this"),
    ({"command": "day_cash"}, "does not hold this right"),
    ({"command": "HoldUnit"}, "does not hold this right"),
    ({"command": "EndLapsedHolds"}, "guard"),
    ({"command": "FoundOffice"}, "does not hold this right"),
    ({"journal": {"actor": OTHER}}, "actor"),
    ({"journal": {"actor": "0"}}, "actor"),
    ({"journal": {"at": PAST}}, "time"),
    ({"journal": {"at": FUTURE}}, "time"),
    ({"journal": {"claimed": "y"}}, "claimed before"),
    ({"journal": {"shown": "g"}}, "claimed before"),
    ({"journal": {"intent": "founding", "claimed": "founding"}}, "intent"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "why"), RECEIPTS)
def test_a_forged_receipt_is_refused(attacked, forger, wrong, why):
    if wrong.get("row", {}).get("number") == "'XX0000003'":
        newest = attacked.owner("SELECT max(no) + 1 FROM receipt WHERE series = 'receipt'")[0][0]
        name = f"XX{newest:07}"
        wrong = {"row": {"number": f"'{name}'"}, "paper": {"number": name}}
    bad(attacked, "cashier", forger.receipt(attacked.paid, **wrong), why)


@pytest.mark.parametrize("login", ["reception", "consultant", "manager", "admin"])
def test_only_the_cashier_takes_money(attacked, forger, login):
    bad(attacked, login, forger.receipt(attacked.paid), "permission denied")
    bad(attacked, login, pay(attacked, forger), "permission denied")
    bad(attacked, login, void(forger, attacked), "permission denied")
    bad(attacked, login, told("TakeDeposit"), "does not hold this right")


def test_a_deposit_needs_a_held_unit(attacked, forger):
    for unit in (attacked.sold, attacked.gone):
        bad(attacked, "cashier", forger.receipt(unit), "held unit")


def test_nothing_is_added_to_a_receipt_afterwards(attacked, forger):
    deal = forger.facts(attacked.paid)[0]
    ((receipt,),) = attacked.owner(f"SELECT max(id) FROM receipt WHERE deal_id = {deal}")
    extra = rows("tender", receipt_id=receipt, kind="'cash'", amount_fen=1, reference="''")
    bad(attacked, "cashier", [extra, *told("TakeDeposit")], "no more than")
    more = forger.movement(deal, "'cash'", "'deposits held'", 1, "deposit", receipt)
    bad(attacked, "cashier", [more, *told("TakeDeposit")], "tenders and its movements")
    back = forger.movement(deal, "'deposits held'", "'cash'", 5_000_000, "void", receipt)
    bad(attacked, "cashier", [back, *told("VoidReceipt")], "tenders and its movements")
    for table in ("receipt", "tender", "movement", "receipt_void", "agreement", "deal", "refund"):
        for statement in (f"UPDATE {table} SET reason = ''", f"DELETE FROM {table}"):
            refusal = attacked.attempt("cashier", [statement])
            assert refusal is not None, statement


VOIDS = [
    ({"parts": ("void",)}, "tenders and its movements"),
    ({"parts": ("movement",)}, "money lies on the unit"),
    ({"amount": 1}, "ways of the trade"),
    ({"row": {"actor_id": OTHER}}, "actor"),
    ({"row": {"at": PAST}}, "time"),
    ({"row": {"at": FUTURE}}, "time"),
    ({"row": {"receipt_id": 1}}, "receipt_void"),
    ({"move": {"credit": "'card'"}}, "ways of the trade"),
    ({"move": {"debit": "'refunds owed'"}}, "guard"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "why"), VOIDS)
def test_a_forged_void_is_refused(attacked, forger, wrong, why):
    bad(attacked, "cashier", void(forger, attacked, **wrong), why)


def test_a_receipt_that_carries_something_is_not_voided(attacked, forger):
    bad(attacked, "cashier", forger.void(attacked.sold), "something rests on the receipt")
    bad(attacked, "cashier", forger.void(attacked.gone), "something rests on the receipt")
    day = 24 * HOUR
    attacked.owner(f"UPDATE office SET shift = {day}")
    try:
        bad(attacked, "cashier", void(forger, attacked), "on its day|of its paper's day")
    finally:
        attacked.owner("UPDATE office SET shift = 0")
    bad(attacked, "cashier", forger.end(attacked.paid, command="VoidReceipt"), "money lies")


REFUNDS = [
    ({"amount": 4_999_999}, "as it is owed"),
    ({"amount": 5_000_001}, "as it is owed"),
    ({"kind": "deposit"}, "guard"),
    ({"move": {"credit": "'card'"}}, "tenders and its movements"),
    ({"move": {"debit": "'deposits held'"}}, "lies there"),
    ({"move": {"debit": "'penalty paid'"}}, "ways of the trade"),
    ({"parts": ("counter", "receipt", "tender")}, "tenders and its movements"),
    ({"command": "CountCash"}, "does not do this"),
    ({"row": {"refund_id": "NULL"}}, "as it is owed"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "why"), REFUNDS)
def test_a_forged_refund_is_refused(attacked, forger, wrong, why):
    bad(attacked, "cashier", pay(attacked, forger, **wrong), why)


def test_a_refund_is_paid_once_and_to_its_own_deal(attacked, forger):
    ((refund,),) = attacked.owner("SELECT id FROM refund")
    slip = forger.receipt(attacked.paid, kind="refund", amount=5_000_000, refund=refund)
    bad(attacked, "cashier", slip, "as it is owed")
    twice = pay(attacked, forger)
    bad(attacked, "cashier", [*twice[:-2], *twice], "already exists|guard")


def test_money_moves_nowhere_without_a_paper(attacked, forger):
    deal = forger.facts(attacked.paid)[0]
    gone = forger.facts(attacked.gone)[0]
    for debit, credit, kind, about, command, login, why in (
        ("'forfeited'", "'cash'", "refund", deal, "PayRefund", "cashier", "ways of the trade"),
        ("'deposits held'", "'cash'", "refund", deal, "PayRefund", "cashier", "ways of the trade"),
        ("'deposits held'", "'forfeited'", "kept", deal, "TakeDeposit", "cashier", "without the right"),
        ("'opening'", "'deposits held'", "opening", deal, "TakeDeposit", "cashier", "without the right"),
        ("'deposits held'", "'forfeited'", "kept", deal, "CancelSubscription", "manager", "cancellation"),
        ("'deposits held'", "'refunds owed'", "returned", deal, "CancelSubscription", "manager", "cancellation"),
        ("'penalty paid'", "'refunds owed'", "doubled", gone, "CancelSubscription", "manager", "cancellation"),
        ("'deposits held'", "'forfeited'", "kept", gone, "CancelSubscription", "manager", "lies there"),
        ("'cash'", "'deposits held'", "deposit", deal, "CancelSubscription", "manager", "ways of the trade"),
    ):  # fmt: skip
        moved = forger.movement(about, debit, credit, 1_000, kind)
        bad(attacked, login, [moved, *told(command)], f"{why}|without the right")


# --- cancellations and agreements ----------------------------------------------------------------------

CANCELS = [
    ({"row": {"actor_id": OTHER}}, "actor|or the signatures"),
    ({"row": {"at": PAST}}, "time"),
    ({"row": {"kept_fen": 1}}, "whose fault|nobody alone|grace"),
    ({"row": {"kept_fen": 1, "returned_fen": 4_999_999}}, "whose fault|nobody alone|grace"),
    ({"row": {"doubled_fen": 5_000_000}}, "whose fault|nobody alone|grace"),
    ({"row": {"fault": "'buyer'", "kept_fen": 5_000_000, "returned_fen": 0}}, "nobody alone|grace"),
    ({"row": {"fault": "'seller'", "doubled_fen": 5_000_000}}, "nobody alone"),
    ({"row": {"paid_fen": 0, "returned_fen": 0}}, "became of the money"),
    ({"row": {"fault": "'seller'"}}, "became of the money"),
    ({"refund": {"owed_fen": 9_000_000}}, "became of the money"),
    ({"refund": {"owed_fen": 1}}, "became of the money"),
    ({"refund": {"created_by": OTHER}}, "actor"),
    ({"refund": {"created_at": FUTURE}}, "time"),
    ({"moves": [("'deposits held'", "'refunds owed'", 6_000_000, "returned")]}, "lies there"),
    ({"moves": [("'deposits held'", "'refunds owed'", 1, "returned")]}, "became of the money"),
    ({"moves": [("'deposits held'", "'forfeited'", 5_000_000, "kept")]}, "became of the money"),
    ({"moves": [("'penalty paid'", "'refunds owed'", 5_000_000, "doubled")]}, "became of the money"),
    ({"parts": ("cancellation", "refund", "release", "claim")}, "became of the money"),
    ({"parts": ("cancellation", "movements", "release", "claim")}, "became of the money"),
    ({"parts": ("refund", "movements", "release", "claim")}, "cancellation"),
    ({"claim": {"stage": "'on hold'"}}, "guard"),
    ({"command": "LetGo"}, "does not do this"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "why"), CANCELS)
def test_a_forged_cancellation_is_refused(attacked, forger, wrong, why):
    bad(attacked, "manager", forger.cancel(attacked.sold, **wrong), why)


SUBSCRIPTIONS = [
    ({"row": {"price_fen": 199_999_999}}, "approved price"),
    ({"row": {"price_fen": 1}}, "floor price"),
    ({"row": {"deposit_fen": 1}}, "rests on its deposit"),
    ({"row": {"no": "999"}}, "follow one another"),
    ({"row": {"no": "1"}}, "guard"),
    ({"row": {"actor_id": OTHER}}, "actor"),
    ({"row": {"at": FUTURE}}, "time"),
    ({"parts": ("counter", "agreement", "claim")}, "approved price"),
    ({"parts": ("approval", "agreement", "claim")}, "guard"),
    ({"parts": ("approval", "counter", "claim")}, "money lies on the unit"),
    ({"parts": ("approval", "counter", "agreement", "claim")}, "among the buyers"),
    ({"buyer": {"name": "'陌生甲'"}}, "among the buyers"),
    ({"parts": ("approval", "counter")}, "counter moves with its papers"),
    ({"claim": {"opening": 2, "opened_by": OTHER}}, "guard"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "why"), SUBSCRIPTIONS)
def test_a_forged_subscription_is_refused(attacked, forger, wrong, why):
    bad(attacked, "manager", forger.subscribe(attacked.paid, **wrong), why)


def test_no_price_above_the_list_is_approved_and_none_by_a_consultant(attacked, forger):
    deal, *_rest, total = forger.facts(attacked.paid)
    for wrong, why in (
        ({"total_fen": total + 1}, "list price"), ({"total_fen": 0}, "total|floor price"),
        ({"total_fen": 1}, "floor price|below what is paid"),
        ({"actor_id": OTHER}, "actor|without the right"), ({"at": PAST}, "time"),
    ):  # fmt: skip
        row = {
            "deal_id": deal,
            "total_fen": total,
            "at": NOW,
            "actor_id": ME,
            "note": "''",
        } | wrong
        bad(attacked, "manager", [rows("price_approval", **row), *told("ApprovePrice")], why)
    agreed = forger.facts(attacked.sold)[0]
    again = rows("price_approval", deal_id=agreed, total_fen=1, at=NOW, actor_id=ME, note="''")
    bad(attacked, "manager", [again, *told("ApprovePrice")], "changed by its signatures")
    row = rows("price_approval", deal_id=deal, total_fen=1, at=NOW, actor_id=ME, note="''")
    bad(attacked, "consultant", [row, *told("ApprovePrice")], "permission denied")
    bad(
        attacked,
        "consultant",
        forger.subscribe(attacked.held, parts=("claim",)),
        "agreement|among the buyers",
    )
