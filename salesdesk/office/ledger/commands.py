"""What the cashier does with papers and the drawer: print again, count the cash."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import BadEntry, NotFound
from salesdesk.kernel.keys import Fen, ReceiptId
from salesdesk.office.ledger.close_tallies import opening_fen
from salesdesk.office.ledger.daybook import book_day
from salesdesk.office.ledger.tables import CashCount, Receipt, ReceiptPrint
from salesdesk.office.ledger.tallies import drawer_fen
from salesdesk.office.ledger.unprinted import unprinted
from salesdesk.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintReceipt:
    """Put a receipt on paper: the first time is the original, every later one 补打 n.

    The paper is drawn after the commit, so a paper that cannot be drawn never costs a number.
    """

    receipt: ReceiptId

    def __call__(self, work: Work) -> int:
        row = work.session.get(Receipt, self.receipt)
        if row is None:
            raise NotFound(what="receipt", key=self.receipt)
        printed = work.session.scalar(
            select(func.count()).select_from(ReceiptPrint).where(ReceiptPrint.receipt_id == row.id)
        )
        reprint = printed or 0
        work.session.add(
            ReceiptPrint(receipt_id=row.id, reprint=reprint, at=work.now, actor_id=work.actor)
        )
        work.session.flush()
        work.note(Topic.RECEIPT, row.id, printed=reprint)
        return reprint


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintUnprinted:
    """Put all of one's own receipts of a *day* (today) on paper that are on none: each as original.

    For the pile that a broken printer or a power cut leaves behind; *only*: none but these, where
    the rest goes on another paper. Void and answered ones stay where they are. Gives the receipts,
    the oldest first; empty where all are on paper.
    """

    day: date | None = None
    only: tuple[ReceiptId, ...] = ()

    def __call__(self, work: Work) -> list[int]:
        waiting = unprinted(work.session, work.actor, self.day or work.today)
        if self.only:
            waiting = [receipt for receipt in waiting if receipt in self.only]
        for receipt in waiting:
            work.session.add(
                ReceiptPrint(receipt_id=receipt, reprint=0, at=work.now, actor_id=work.actor)
            )
            work.note(Topic.RECEIPT, receipt, printed=0)
        work.session.flush()
        return waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class CountCash:
    """Write down the cash counted in one's own drawer today; what it should be is kept beside."""

    counted: Fen
    note: str = ""

    def __call__(self, work: Work) -> dict[str, int]:
        if self.counted < 0:
            raise BadEntry(field="counted", value=self.counted / 100, expected="0 or more")
        day = book_day(work)
        expected = opening_fen(work.session, work.actor)
        expected += drawer_fen(work.session, day, work.actor)
        row = CashCount(
            day=day,
            cashier_id=work.actor,
            at=work.now,
            counted_fen=self.counted,
            expected_fen=expected,
            note=text.clean(self.note, "note", 200),
        )
        work.session.add(row)
        work.session.flush()
        work.note(Topic.RECEIPT, 0, counted_fen=self.counted, expected_fen=expected)
        return {
            "counted_fen": self.counted,
            "expected_fen": expected,
            "difference_fen": self.counted - expected,
        }
