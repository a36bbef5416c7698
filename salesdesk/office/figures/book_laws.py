"""Laws of the accountant's books, looked at by `figures.audit`: each gives what breaks it, or nothing."""

import json
from collections import Counter
from collections.abc import Callable

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from salesdesk.office.ledger.receivable_rules import BESIDE_PRICE, FOR_OTHERS
from salesdesk.office.ledger.rules import WHERE_MONEY_LIES
from salesdesk.office.ledger.tables import Counter as NumberCounter
from salesdesk.office.ledger.voucher_tables import VoucherRun
from salesdesk.office.sales.due_tables import DueLine
from salesdesk.office.sales.reminder_rules import STAGES
from salesdesk.office.sales.reminder_tables import DemandLetter, PaymentPromise
from salesdesk.office.sales.scheduling import live_lines, open_parts
from salesdesk.store.journal import JournalRow


def _open_is_reckoned(session: Session) -> str:
    """What each live line keeps as open is what it is, less what was paid and waived of it."""
    deals = session.scalars(select(DueLine.deal_id).where(DueLine.ended_at.is_(None)).distinct())
    for deal in deals.all():
        lines = live_lines(session, deal)
        for line, left in zip(lines, open_parts(session, deal, lines), strict=True):
            if line.open_fen != left:
                return f"due line {line.id}, {line.open_fen}, {left}"
    return ""


def _each_fen_stands(session: Session) -> str:
    """What was paid stands on what is due or ahead of it; of a deal that is over it went back, stayed or went along.

    A live deal with a schedule: its price's money is what its lines took, and so is what it holds for
    others. A cancelled deal: all was returned or kept, as its cancellation says. No account is below 0.
    """
    beside, others = (
        ", ".join(f"'{kind.value}'" for kind in sorted(kinds))
        for kinds in (BESIDE_PRICE, FOR_OTHERS)
    )
    took = "sum(CASE WHEN l.money {} ({}) THEN coalesce(l.kept_fen, l.amount_fen - l.open_fen) ELSE 0 END)"
    moved = "(SELECT coalesce(sum(m.amount_fen), 0) FROM movement m WHERE m.deal_id = x.deal_id AND m.kind = '{}')"
    sums = ", ".join(
        f"sum(CASE WHEN m.credit = '{account.value}' THEN m.amount_fen WHEN m.debit = '{account.value}'"
        f" THEN -m.amount_fen ELSE 0 END) AS lies_{at}"
        for at, account in enumerate(WHERE_MONEY_LIES)
    )
    lies = f"FROM (SELECT m.deal_id, {sums} FROM movement m GROUP BY m.deal_id) AS b"  # noqa: S608 - our words
    return _first(
        session,
        f"SELECT 'deal', b.deal_id, b.lies_0 + b.lies_1, s.price, b.lies_3, s.others {lies} JOIN ("  # noqa: S608 - our words
        f"SELECT l.deal_id, {took.format('NOT IN', beside)} AS price, {took.format('IN', others)} AS others FROM due_line l"
        " JOIN claim c ON c.deal_id = l.deal_id AND c.ended_at IS NULL JOIN deal d ON d.id = c.deal_id"
        " AND d.unit_id = c.unit_id WHERE c.stage IN ('subscribed', 'signed', 'filed', 'delivered')"
        " GROUP BY l.deal_id) AS s ON s.deal_id = b.deal_id"
        " WHERE b.lies_0 + b.lies_1 <> s.price OR b.lies_3 <> s.others"
        f" UNION ALL SELECT 'deal', b.deal_id, b.lies_0, b.lies_1, b.lies_2, b.lies_3 {lies}"
        " WHERE b.lies_0 < 0 OR b.lies_1 < 0 OR b.lies_2 < 0 OR b.lies_3 < 0"
        " OR ((EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = b.deal_id) OR EXISTS"
        " (SELECT 1 FROM unit_exchange x WHERE x.deal_id = b.deal_id))"
        " AND b.lies_0 + b.lies_1 + b.lies_2 + b.lies_3 <> 0)"
        " UNION ALL SELECT 'cancelled deal', x.deal_id, x.paid_fen, x.kept_fen, x.returned_fen,"
        f" x.doubled_fen FROM cancellation x WHERE x.kept_fen <> {moved.format('kept')}"
        f" OR x.returned_fen <> {moved.format('returned')} OR x.doubled_fen <> {moved.format('doubled')}"
        " OR x.returned_fen + x.doubled_fen <> coalesce((SELECT f.owed_fen FROM refund f"
        " WHERE f.deal_id = x.deal_id), 0)",
    )


_STANDS = "NOT EXISTS (SELECT 1 FROM statement_unmatch u WHERE u.match_id = m.id)"


def _matched_once(session: Session) -> str:
    """No money is in two lines of the bank; each match is of a receipt of the project that stands."""
    return _first(
        session,
        f"SELECT 'money', m.tender_id FROM statement_match m WHERE {_STANDS}"  # noqa: S608 - our words
        " GROUP BY m.tender_id HAVING count(*) > 1 UNION ALL SELECT 'match', m.id"
        " FROM statement_match m JOIN tender t ON t.id = m.tender_id JOIN receipt r"
        " ON r.id = t.receipt_id JOIN statement_line s ON s.id = m.line_id JOIN supervised_account a"
        f" ON a.id = s.account_id WHERE {_STANDS} AND (r.project_id <> a.project_id"
        " OR EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id)"
        " OR EXISTS (SELECT 1 FROM contra c WHERE c.receipt_id = r.id))",
    )


def _matched_amounts(session: Session) -> str:
    """What stands matched with a line of the bank is its amount; a file has as many lines as it says."""
    return _first(
        session,
        "SELECT 'line', s.id FROM statement_line s JOIN statement_match m ON m.line_id = s.id"  # noqa: S608 - our words
        f" JOIN tender t ON t.id = m.tender_id WHERE {_STANDS} GROUP BY s.id, s.amount_fen"
        " HAVING sum(t.amount_fen) <> s.amount_fen UNION ALL SELECT 'file', i.id"
        " FROM statement_import i WHERE i.added <> (SELECT count(*) FROM statement_line s"
        " WHERE s.import_id = i.id)",
    )


def _vouchers_are_ledger(session: Session) -> str:
    """Each run holds as many movements as it says, and its two sides are their sum, line by line."""
    found = _first(
        session,
        "SELECT 'run', r.no FROM voucher_run r LEFT JOIN voucher_movement v ON v.run_id = r.id"
        " LEFT JOIN movement m ON m.id = v.movement_id GROUP BY r.id, r.no, r.movements, r.amount_fen"
        " HAVING count(m.id) <> r.movements OR sum(m.amount_fen) <> r.amount_fen",
    )
    if found:
        return found
    for run in session.scalars(select(VoucherRun)):
        sides: dict[int, int] = {}
        total = 0
        for line in json.loads(run.sheet)["lines"]:
            sides[line["voucher"]] = (
                sides.get(line["voucher"], 0) + line["debit_fen"] - line["credit_fen"]
            )
            total += line["debit_fen"]
        if any(sides.values()) or total != run.amount_fen:
            return f"run {run.no}"
    return ""


def _first(session: Session, query: str) -> str:
    row = session.execute(text(query)).first()
    return "" if row is None else ", ".join(str(value) for value in row)


def _demands_follow(session: Session) -> str:
    """Letters are numbered without a gap, in stages, and say on paper what their rows say."""
    stages: Counter[int] = Counter()
    first = session.scalar(select(NumberCounter.first_no).where(NumberCounter.series == "demand"))
    for no, row in enumerate(
        session.scalars(select(DemandLetter).order_by(DemandLetter.no)), first or 1
    ):
        at, sheet = stages[row.due_line_id], json.loads(row.sheet)
        stages[row.due_line_id] += 1
        said = (sheet["number"], sheet["stage"], sheet["overdue_fen"], sheet["pay_by"])
        if said != (row.number, row.stage, row.overdue_fen, row.pay_by.isoformat()):
            return f"{row.number}, {said}"
        if row.no != no or at >= len(STAGES) or row.stage != STAGES[at].value:
            return f"{row.number}, {row.stage}"
    return ""


def _promises_stand(session: Session) -> str:
    """Each promise is one that somebody noted then, for that day, of no more than the schedule had in it."""
    noted = Counter(
        (row.at, row.actor_id, json.loads(row.form).get("on"))
        for row in session.execute(
            select(JournalRow.at, JournalRow.actor_id, JournalRow.form).where(
                JournalRow.command == "RecordPromise"
            )
        )
    )
    lived = (DueLine.made_at <= PaymentPromise.at) & (
        DueLine.ended_at.is_(None) | (DueLine.ended_at >= PaymentPromise.at)
    )
    most = (
        select(func.coalesce(func.sum(DueLine.amount_fen), 0))
        .where(DueLine.deal_id == PaymentPromise.deal_id, lived)
        .correlate(PaymentPromise)
        .scalar_subquery()
    )
    promises = session.execute(select(PaymentPromise, most)).all()
    made = Counter((row.at, row.actor_id, row.promised_on.isoformat()) for row, _most in promises)
    if made != noted:
        return ", ".join(str(part) for part in next(iter((made - noted) + (noted - made))))
    over = next((row for row, amount in promises if row.amount_fen > amount), None)
    return "" if over is None else f"promise {over.id}, {over.amount_fen}"


BOOK_LAWS: tuple[tuple[str, Callable[[Session], str]], ...] = (
    ("what is open is what was not paid", _open_is_reckoned),
    ("what was paid stands on lines or ahead, or went back", _each_fen_stands),
    ("money is in the supervised account once", _matched_once),
    ("what is matched is the bank's amount", _matched_amounts),
    ("vouchers are the ledger, balanced", _vouchers_are_ledger),
    ("demand letters follow one another", _demands_follow),
    ("promises stand as they were noted", _promises_stand),
)
