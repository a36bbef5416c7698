"""Rows of closed days. A closed day stays closed: nothing is dated into it, and nobody reopens it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.rules import PAID_OUT, TenderKind
from salesdesk.office.ledger.tables import CashCount, Movement, Receipt, ReceiptVoid
from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped


class DayClose(Record):
    """A cashier's day, counted and closed (日结), with the sheet as printed; fen.

    What stayed in the drawer for the next day is counted - handed - after.
    """

    __tablename__ = "day_close"
    __table_args__ = (
        UniqueConstraint("cashier_id", "day"),
        CheckConstraint("counted_fen >= 0 AND banked_fen >= 0", name="amounts"),
        CheckConstraint("handed_fen BETWEEN 0 AND counted_fen", name="handed"),
        CheckConstraint("(handed_to IS NULL) = (handed_fen = 0)", name="receiver"),
        Index("ix_day_close_handed_to", "handed_to"),
    )
    id: Mapped[Key]
    day: Mapped[date] = mapped_column(index=True)
    cashier_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    opening_fen: Mapped[int]
    after_fen: Mapped[int]
    banked_fen: Mapped[int]
    counted_fen: Mapped[int]
    handed_fen: Mapped[int]
    handed_to: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    note: Mapped[str]
    sheet: Mapped[str] = mapped_column(Canonical)


class DayCloseTender(Record):
    """One way of paying on a closed day (fen): what the books say, and what was there."""

    __tablename__ = "day_close_tender"
    __table_args__ = (
        CheckConstraint(
            "kind IN ({})".format(", ".join(f"'{kind.value}'" for kind in TenderKind)),
            name="kind",
        ),
    )
    close_id: Mapped[int] = mapped_column(ForeignKey("day_close.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    taken_fen: Mapped[int]
    back_fen: Mapped[int]
    counted_fen: Mapped[int]


class DayClosePiece(Record):
    """How many of one note or coin lay in the drawer."""

    __tablename__ = "day_close_piece"
    __table_args__ = (CheckConstraint("piece_fen > 0 AND pieces > 0", name="pieces"),)
    close_id: Mapped[int] = mapped_column(ForeignKey("day_close.id"), primary_key=True)
    piece_fen: Mapped[int] = mapped_column(primary_key=True)
    pieces: Mapped[int]


for _table in (DayClose, DayCloseTender, DayClosePiece):
    append_only(_table)
stamped(DayClose, "actor_id", "at")

# --- nothing is dated into a closed day
CLOSED = "EXISTS (SELECT 1 FROM day_close c WHERE c.cashier_id = {cashier} AND c.day >= {day})"
"""Whether *day* is closed for *cashier*, as SQL."""
_OF_RECEIPT = "(SELECT r.{0} FROM receipt r WHERE r.id = NEW.receipt_id)"
_OF_PAPER = (
    "(CASE NEW.kind WHEN 'contra' THEN (SELECT k.{0} FROM contra k WHERE k.receipt_id = NEW.receipt_id)"
    f" ELSE {_OF_RECEIPT} END)"
)
"""Of the paper that a movement is told of by: the contra's, or its receipt's."""
for _dated, _cashier, _day in (
    (Receipt, "NEW.cashier_id", "NEW.day"),
    (CashCount, "NEW.cashier_id", "NEW.day"),
    (Contra, "NEW.cashier_id", "NEW.day"),
    (ReceiptVoid, _OF_RECEIPT.format("cashier_id"), _OF_RECEIPT.format("day")),
    (Movement, f"coalesce({_OF_PAPER.format('cashier_id')}, NEW.actor_id)", "NEW.day"),
):
    refuse_when(
        _dated,
        "closed",
        "INSERT",
        CLOSED.format(cashier=_cashier, day=_day),
        "a closed day stays closed",
    )
refuse_when(
    Movement,
    "receipt_day",
    "INSERT",
    f"NEW.receipt_id IS NOT NULL AND NEW.day <> {_OF_PAPER.format('day')}",
    "money is of its paper''s day",
)

_MAY = (
    "EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role WHERE p.id = {}"
    " AND p.left_at IS NULL AND r.name = '{}')"
)
_BACK = ", ".join(f"'{kind.value}'" for kind in sorted(PAID_OUT))
_CASH = (
    f"(SELECT coalesce(sum(CASE WHEN r.kind IN ({_BACK}) THEN -t.amount_fen ELSE t.amount_fen END), 0)"
    " FROM receipt r JOIN tender t ON t.receipt_id = r.id AND t.kind = 'cash'"
    " LEFT JOIN receipt_void v ON v.receipt_id = r.id"
    " WHERE r.cashier_id = NEW.cashier_id AND r.day > NEW.day AND v.receipt_id IS NULL)"
    " - (SELECT coalesce(sum(t.amount_fen), 0) FROM contra k JOIN tender t"
    " ON t.receipt_id = k.receipt_id AND t.kind = 'cash'"
    " WHERE k.cashier_id = NEW.cashier_id AND k.day > NEW.day)"
)
_EARLIER = (
    "EXISTS (SELECT 1 FROM {} r WHERE r.cashier_id = NEW.cashier_id"
    " AND r.day < NEW.day AND NOT EXISTS (SELECT 1 FROM day_close c"
    " WHERE c.cashier_id = NEW.cashier_id AND c.day >= r.day))"
)
_LEFT = (
    "coalesce((SELECT c.counted_fen - c.handed_fen - c.after_fen FROM day_close c"
    " WHERE c.cashier_id = NEW.cashier_id ORDER BY c.id DESC LIMIT 1), 0)"
    " + coalesce((SELECT sum(h.handed_fen) FROM day_close h WHERE h.handed_to = NEW.cashier_id"
    " AND h.id > coalesce((SELECT max(c.id) FROM day_close c"
    " WHERE c.cashier_id = NEW.cashier_id), 0)), 0)"
)
refuse_all(
    DayClose,
    "INSERT",
    (
        (
            "right",
            (
                "NOT ((NEW.actor_id = NEW.cashier_id AND "
                + _MAY.format("NEW.actor_id", "CloseDay")
                + ") OR ("
                + _MAY.format("NEW.actor_id", "CloseDayFor")
                + " AND NEW.actor_id <> NEW.cashier_id AND NEW.note <> ''))"
            ),
            "a day is closed by its cashier, or for him with a reason",
        ),
        (
            "order",
            CLOSED.format(cashier="NEW.cashier_id", day="NEW.day"),
            "days are closed once, in their order",
        ),
        (
            "earlier",
            (f"{_EARLIER.format('receipt')} OR {_EARLIER.format('contra')}"),
            "an earlier day is open",
        ),
        (
            "opening",
            f"NEW.opening_fen <> {_LEFT}",
            "what lay in the drawer is what was left there",
        ),
        ("after", f"NEW.after_fen <> ({_CASH})", "what came in after a day is what the books say"),
        (
            "receiver",
            (
                "NEW.handed_to IS NOT NULL AND (NEW.handed_to = NEW.cashier_id OR NOT "
                + _MAY.format("NEW.handed_to", "CloseDay")
                + ")"
            ),
            "cash is handed to another cashier",
        ),
    ),
)
_SUM = (
    "(SELECT coalesce(sum(t.amount_fen), 0) FROM day_close c JOIN receipt r"
    " ON r.cashier_id = c.cashier_id AND r.day = c.day AND r.kind {0}IN ({1})"
    " JOIN tender t ON t.receipt_id = r.id AND t.kind = NEW.kind"
    " LEFT JOIN receipt_void v ON v.receipt_id = r.id"
    " WHERE c.id = NEW.close_id AND v.receipt_id IS NULL)"
)
_ANSWERED = (
    "(SELECT coalesce(sum(t.amount_fen), 0) FROM day_close c JOIN contra k"
    " ON k.cashier_id = c.cashier_id AND k.day = c.day"
    " JOIN tender t ON t.receipt_id = k.receipt_id AND t.kind = NEW.kind WHERE c.id = NEW.close_id)"
)
"""What contras of a day paid back."""
_THIS = "FROM day_close c WHERE c.id = NEW.close_id"
refuse_all(
    DayCloseTender,
    "INSERT",
    (
        (
            "books",
            (
                f"NEW.taken_fen <> {_SUM.format('NOT ', _BACK)}"
                f" OR NEW.back_fen <> {_SUM.format('', _BACK)} + {_ANSWERED}"
            ),
            "a closed day is what the books say",
        ),
        (
            "drawer",
            (
                "NEW.kind = 'cash' AND NEW.counted_fen <> (SELECT c.counted_fen + c.banked_fen"
                f" - c.opening_fen - c.after_fen {_THIS})"
            ),
            "the cash of a day is what was counted",
        ),
        (
            "explained",
            (f"NEW.counted_fen <> NEW.taken_fen - NEW.back_fen AND (SELECT c.note {_THIS}) = ''"),
            "a difference is explained",
        ),
    ),
)
refuse_when(
    DayClosePiece,
    "more",
    "INSERT",
    "NEW.piece_fen * NEW.pieces + (SELECT coalesce(sum(p.piece_fen * p.pieces), 0)"
    " FROM day_close_piece p WHERE p.close_id = NEW.close_id)"
    f" > (SELECT c.counted_fen {_THIS})",
    "notes and coins are what was counted",
)
