"""Proof that an office holds together: claims, numbers, sums, chains. Also run on backups."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import func, select, table, text
from sqlalchemy.orm import Session

from salesdesk.kernel.plain import from_plain
from salesdesk.office.figures.book_laws import BOOK_LAWS
from salesdesk.office.figures.late_fee_laws import LATE_FEE_LAWS
from salesdesk.office.figures.refund_laws import REFUND_LAWS
from salesdesk.office.ledger.book_forms import form_text
from salesdesk.office.ledger.book_tables import BookForm, ReceiptBook
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.receivable_rules import BESIDE_PRICE
from salesdesk.office.ledger.sheets import ReceiptSheet
from salesdesk.office.ledger.tables import Receipt
from salesdesk.office.ledger.writing import hashed_body, receipt_hash
from salesdesk.office.mortgage.rules import LOAN, LoanState
from salesdesk.office.mortgage.tables import LEGAL, STANDS
from salesdesk.office.sales.attachment_tables import Attachment, AttachmentContent
from salesdesk.store.journal import GENESIS, broken_seal
from salesdesk.store.work import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One law that was looked at: its name, and what breaks it (empty: it holds)."""

    law: str
    broken: str

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not self.broken


def audit(reading: Reading) -> tuple[Finding, ...]:
    """Look at every law of the office's books; nothing is changed."""
    return tuple(Finding(law=name, broken=look(reading.session)) for name, look in _LAWS)


def counts(reading: Reading) -> dict[str, int]:
    """Give how many rows the main tables hold, for comparing a copy with its original."""
    names = ("unit", "claim", "customer", "visit", "deal", "receipt", "movement", "journal")
    return {
        name: int(
            reading.session.execute(select(func.count()).select_from(table(name))).scalar_one()
        )
        for name in names
    }


def _first(session: Session, query: str) -> str:
    row = session.execute(text(query)).first()
    return "" if row is None else ", ".join(str(value) for value in row)


def _one_claim(session: Session) -> str:
    return _first(
        session,
        "SELECT 'unit', unit_id FROM claim WHERE ended_at IS NULL"
        " GROUP BY unit_id HAVING count(*) > 1",
    )


def _no_overlap(session: Session) -> str:
    return _first(
        session,
        # Each against the one before it: of claims in order, two that overlap have two neighbours that do.
        "SELECT 'claims', before, id FROM (SELECT id, opened_at, lag(id) OVER w AS before,"
        " lag(ended_at) OVER w AS freed FROM claim WINDOW w AS (PARTITION BY unit_id ORDER BY id)"
        ") AS line WHERE before IS NOT NULL AND (freed IS NULL OR freed > opened_at)",
    )


def _no_gap(session: Session) -> str:
    return _first(
        session,
        "SELECT 'series', r.series, min(r.no), max(r.no), count(*) FROM receipt r"
        " JOIN counter c ON c.series = r.series GROUP BY r.series, c.first_no, c.next_no"
        " HAVING min(r.no) <> c.first_no OR max(r.no) + 1 <> c.next_no"
        " OR count(*) <> max(r.no) - min(r.no) + 1",
    )


def _tenders_add_up(session: Session) -> str:
    return _first(
        session,
        "SELECT 'receipt', r.number FROM receipt r WHERE r.amount_fen <>"
        " (SELECT coalesce(sum(t.amount_fen), 0) FROM tender t WHERE t.receipt_id = r.id)",
    )


def _movements_match(session: Session) -> str:
    return _first(
        session,
        "SELECT 'receipt', r.number FROM receipt r WHERE r.amount_fen <>"
        " (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m"
        " WHERE m.receipt_id = r.id AND m.kind NOT IN ('void', 'contra'))",
    )


def _no_debt(session: Session) -> str:
    """No deal may hold less than nothing."""
    return _first(
        session,
        "SELECT 'deal', deal_id FROM (SELECT deal_id,"
        " sum(CASE WHEN credit IN ('deposits held', 'price received') THEN amount_fen ELSE 0 END)"
        " - sum(CASE WHEN debit IN ('deposits held', 'price received') THEN amount_fen ELSE 0 END)"
        " AS held FROM movement GROUP BY deal_id) AS sums WHERE held < 0",
    )


def _receipt_chain(session: Session) -> str:
    previous: dict[str, str] = {}
    for row in session.query(Receipt).order_by(Receipt.series, Receipt.no):
        before = previous.get(row.series, GENESIS)
        if row.previous != before or not _is_its_paper(row):
            return f"receipt {row.number}"
        previous[row.series] = row.hash
    return ""


def _is_its_paper(row: Receipt | Contra) -> bool:
    """Whether a numbered paper's row and chain say what its sheet says."""
    sheet: ReceiptSheet = from_plain(ReceiptSheet, json.loads(row.sheet))
    return (
        receipt_hash(row.previous, hashed_body(row.sheet, row.hash)) == row.hash
        and sheet.amount_fen == row.amount_fen
        and sheet.number == row.number
    )


def _contras_answer(session: Session) -> str:
    """Each contra answers one receipt that stands, to nothing, and its numbers have no gap."""
    broken = _first(
        session,
        "SELECT 'contra', c.number FROM contra c JOIN receipt r ON r.id = c.receipt_id"
        " WHERE r.amount_fen + c.amount_fen <> 0 OR r.kind = 'refund'"
        " OR EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id)"
        " OR NOT EXISTS (SELECT 1 FROM contra_approval a WHERE a.receipt_id = r.id"
        " AND a.actor_id <> c.cashier_id)"
        " UNION ALL SELECT 'receipt', r.number FROM receipt r LEFT JOIN contra c ON c.receipt_id = r.id"
        " WHERE coalesce(-c.amount_fen, 0) <> (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m"
        " WHERE m.receipt_id = r.id AND m.kind = 'contra')"
        " UNION ALL SELECT 'series', 'contra' FROM contra c JOIN counter k ON k.series = 'contra'"
        " GROUP BY k.first_no, k.next_no HAVING min(c.no) <> k.first_no"
        " OR max(c.no) + 1 <> k.next_no OR count(*) <> max(c.no) - min(c.no) + 1",
    )
    previous = GENESIS
    for row in session.query(Contra).order_by(Contra.no):
        if row.previous != previous or not _is_its_paper(row):
            return f"contra {row.number}"
        previous = row.hash
    return broken


def _forms_are_used_once(session: Session) -> str:
    """Each book's forms are used in order, each receipt names its form, a return left what it says."""
    broken = _first(
        session,
        "SELECT 'book', b.name FROM receipt_book b JOIN book_form f ON f.book_id = b.id"
        " GROUP BY b.id, b.name, b.first_no, b.last_no HAVING min(f.no) <> b.first_no"
        " OR max(f.no) > b.last_no OR count(*) <> max(f.no) - min(f.no) + 1"
        " UNION ALL SELECT 'book', b.name FROM book_return t JOIN book_issue i ON i.id = t.issue_id"
        " JOIN receipt_book b ON b.id = i.book_id WHERE t.unused <> b.last_no - b.first_no + 1"
        " - (SELECT count(*) FROM book_form f WHERE f.book_id = b.id AND f.issue_id <= i.id)",
    )
    forms = session.execute(
        select(BookForm.receipt_id, BookForm.no, ReceiptBook)
        .join(ReceiptBook, ReceiptBook.id == BookForm.book_id)
        .where(BookForm.receipt_id.is_not(None))
    )
    used = {row.receipt_id: form_text(row.ReceiptBook, row.no) for row in forms}
    for key, number, sheet in session.execute(select(Receipt.id, Receipt.number, Receipt.sheet)):
        if json.loads(sheet).get("form", "") != used.get(key, ""):
            return f"receipt {number}"
    return broken


def _invoices_add_up(session: Session) -> str:
    """An invoice is the sum of its receipts, and each of them stands."""
    return _first(
        session,
        "SELECT 'invoice', x.invoice FROM receipt_exchange x WHERE x.amount_fen <>"
        " (SELECT coalesce(sum(r.amount_fen), 0) FROM receipt_exchange_line l"
        " JOIN receipt r ON r.id = l.receipt_id WHERE l.exchange_id = x.id)"
        " UNION ALL SELECT 'receipt', r.number FROM receipt_exchange_line l"
        " JOIN receipt r ON r.id = l.receipt_id WHERE EXISTS"
        " (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id)"
        " OR EXISTS (SELECT 1 FROM contra c WHERE c.receipt_id = r.id)",
    )


def _paid_subscriptions(session: Session) -> str:
    return _first(
        session,
        "SELECT 'unit', c.unit_id FROM claim c WHERE c.ended_at IS NULL AND c.stage = 'subscribed'"
        " AND c.opening = 0 AND NOT EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = c.deal_id)",
    )


def _papers_of_sales(session: Session) -> str:
    return _first(
        session,
        " UNION ALL ".join(
            "SELECT 'unit', c.unit_id FROM claim c WHERE c.ended_at IS NULL"  # noqa: S608 - our words
            f" AND c.stage IN ({stages}) AND NOT EXISTS (SELECT 1 FROM claim o WHERE o.deal_id = c.deal_id"
            f" AND o.opening <> 0 AND o.stage IN ({stages}))"
            f" AND NOT EXISTS (SELECT 1 FROM {paper} p WHERE p.deal_id = c.deal_id)"
            for stages, paper in (
                ("'signed', 'filed', 'delivered'", "contract"),
                ("'filed', 'delivered'", "contract_filing"),
                ("'delivered'", "delivery"),
            )
        ),
    )


def _attached_unchanged(session: Session) -> str:
    """One file at a time: they may be many gigabytes together."""
    for row in session.execute(
        select(Attachment.id, Attachment.sha256).order_by(Attachment.id)
    ).all():
        content = session.scalar(
            select(AttachmentContent.content).where(AttachmentContent.attachment_id == row.id)
        )
        if content is None or hashlib.sha256(content).hexdigest() != row.sha256:
            return f"attachment {row.id}"
    return ""


def _exchanges_whole(session: Session) -> str:
    """What leaves one deal arrives in the other: an exchange is whole, and money goes no other way."""
    moved = (
        "(SELECT coalesce(sum(m.amount_fen), 0) FROM movement m"
        " WHERE m.deal_id = {} AND m.kind = '{}')"
    )
    out, into = (
        moved.format("e.deal_id", "carried out"),
        moved.format("e.new_deal_id", "carried in"),
    )
    return _first(
        session,
        f"SELECT 'exchange of deal', e.deal_id FROM unit_exchange e WHERE {out} <> e.carried_fen"  # noqa: S608 - our words
        f" OR {into} <> e.carried_fen OR NOT EXISTS (SELECT 1 FROM agreement a"
        " WHERE a.deal_id = e.new_deal_id AND a.at = e.at) OR EXISTS (SELECT 1 FROM claim c"
        " WHERE c.deal_id = e.deal_id AND c.ended_at IS NULL AND c.stage <> 'in review')"
        " UNION ALL SELECT 'movement', m.id FROM movement m WHERE m.kind IN ('carried out',"
        " 'carried in') AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE m.deal_id ="
        " (CASE m.kind WHEN 'carried out' THEN e.deal_id ELSE e.new_deal_id END))",
    )


def _schedules_make_prices(session: Session) -> str:
    """What is due of a live deal, with what was paid of older lines, is its price with its lots."""
    others = ", ".join(f"'{kind.value}'" for kind in sorted(BESIDE_PRICE))
    return _first(
        session,
        "SELECT 'deal', l.deal_id FROM due_line l JOIN deal d ON d.id = l.deal_id"  # noqa: S608 - our words
        " JOIN claim c ON c.deal_id = d.id AND c.unit_id = d.unit_id AND c.ended_at IS NULL"
        f" AND c.stage IN ('subscribed', 'signed', 'filed', 'delivered') WHERE l.money NOT IN ({others})"
        " GROUP BY l.deal_id HAVING sum(coalesce(l.kept_fen, l.amount_fen)) <>"
        " (SELECT a.total_fen FROM price_approval a WHERE a.deal_id = l.deal_id ORDER BY a.id DESC LIMIT 1)"
        " + (SELECT coalesce(sum(u.total_fen), 0) FROM claim x JOIN unit u ON u.id = x.unit_id"
        " JOIN deal o ON o.id = x.deal_id WHERE x.deal_id = l.deal_id AND x.ended_at IS NULL"
        " AND x.unit_id <> o.unit_id)",
    )


def _applied_to_lines(session: Session) -> str:
    return _first(
        session,
        "SELECT 'deal', d.id FROM deal d WHERE (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m"
        " WHERE m.deal_id = d.id AND m.kind = 'applied') <> (SELECT coalesce(sum(p.amount_fen), 0)"
        " FROM prepaid_use p WHERE p.deal_id = d.id)",
    )


def _loans_turn_by_their_table(session: Session) -> str:
    """Each turn of a loan case begins where the one before it ended, and is one of the table."""
    return _first(
        session,
        "SELECT 'loan case', t.case_id, t.step FROM loan_turn t WHERE t.source <> coalesce("  # noqa: S608 - our words
        "(SELECT b.state FROM loan_turn b WHERE b.case_id = t.case_id AND b.turn_no = t.turn_no - 1),"
        f" CASE t.turn_no WHEN 1 THEN '{LOAN.start}' ELSE '' END)"
        f" OR t.source || '>' || t.step || '>' || t.state NOT IN ({LEGAL})"
        " UNION ALL SELECT 'deal', k.deal_id, 'two cases' FROM loan_case k WHERE coalesce((SELECT t.state"
        " FROM loan_turn t WHERE t.case_id = k.id ORDER BY t.turn_no DESC LIMIT 1), '') NOT IN"
        f" ('{LoanState.REFUSED}', '{LoanState.WITHDRAWN}') GROUP BY k.deal_id HAVING count(*) > 1",
    )


def _payouts_are_receipts(session: Session) -> str:
    """A loan's pay-outs that stand are receipts of its deal, each part once, no more than was approved."""
    return _first(
        session,
        "SELECT 'loan case', t.case_id, t.part FROM loan_turn t JOIN loan_case k ON k.id = t.case_id"  # noqa: S608 - our words
        " JOIN receipt r ON r.id = t.receipt_id JOIN loan_turn a ON a.case_id = k.id AND a.step = 'approve'"
        " WHERE r.deal_id <> k.deal_id OR r.amount_fen <> t.paid_fen"
        " OR t.paid_fen > (CASE t.part WHEN 'bank' THEN a.bank_fen ELSE a.fund_fen END)"
        " UNION ALL SELECT 'loan case', t.case_id, t.part FROM loan_turn t WHERE t.receipt_id IS NOT NULL"
        f" AND {STANDS.format('t.receipt_id')} GROUP BY t.case_id, t.part HAVING count(*) > 1"
        " UNION ALL SELECT 'loan case', t.case_id, t.part FROM loan_turn t WHERE t.receipt_id IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM loan_turn a WHERE a.case_id = t.case_id AND a.step = 'approve')",
    )


def _no_loose_end(session: Session) -> str:
    """SQLite keeps references whole on our connections only; another program's may not."""
    if session.get_bind().dialect.name != "sqlite":
        return ""
    return _first(session, 'SELECT "table", rowid, parent FROM pragma_foreign_key_check')


_LAWS: tuple[tuple[str, Callable[[Session], str]], ...] = (
    ("one live claim a unit", _one_claim),
    ("claims follow one another", _no_overlap),
    ("receipt numbers without a gap", _no_gap),
    ("tenders add up", _tenders_add_up),
    ("ledger equals receipts", _movements_match),
    ("no deal below nothing", _no_debt),
    ("receipts unchanged", _receipt_chain),
    ("a contra answers one receipt, to nothing", _contras_answer),
    *REFUND_LAWS,
    ("an invoice is the sum of its receipts", _invoices_add_up),
    ("each form of a book is used once, in order", _forms_are_used_once),
    ("journal unchanged", broken_seal),
    ("every subscription has its agreement", _paid_subscriptions),
    ("every sale has its contract and its filing", _papers_of_sales),
    ("every attachment is as it was attached", _attached_unchanged),
    ("what leaves one deal arrives in the other", _exchanges_whole),
    ("what is due makes the price", _schedules_make_prices),
    ("what was applied of paid ahead names its lines", _applied_to_lines),
    *BOOK_LAWS,
    *LATE_FEE_LAWS,
    ("a loan case turns by its table", _loans_turn_by_their_table),
    ("a loan's pay-out is its receipt, once", _payouts_are_receipts),
    ("every reference leads somewhere", _no_loose_end),
)
