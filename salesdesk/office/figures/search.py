"""The one search box: customers, units and receipts by whatever somebody remembers of them."""

from typing import Any

from sqlalchemy import func, or_, select, union_all

from salesdesk.kernel.money import format_yuan
from salesdesk.office.customers.queries import find_customers
from salesdesk.office.customers.sheets import FoundLine
from salesdesk.office.inventory.queries import board
from salesdesk.office.inventory.remaking_tables import present
from salesdesk.office.inventory.tables import Unit
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.tables import Receipt
from salesdesk.office.sales.signing_tables import Contract, ContractFiling, OnlineSigning
from salesdesk.office.sales.tables import Agreement, Deal
from salesdesk.office.staff.queries import roles_with
from salesdesk.store.work import Reading

_EACH = 20


def find(reading: Reading, text: str) -> tuple[FoundLine, ...]:
    """Find customers (name, pinyin, initials, phone fragment), units (code, contract) and receipts (number).

    Receipts are found by the roles that may look at one.
    """
    wanted = text.strip()
    if not wanted:
        return ()
    found = [
        FoundLine(
            kind="customer",
            key=card.id,
            title=card.name,
            detail=" · ".join(filter(None, (*card.phones, card.grade, card.consultant))),
            code=card.phones[0] if card.phones else "",
        )
        for card in find_customers(reading, wanted, _EACH)
    ]
    found += _units(reading, wanted)
    if reading.role in roles_with(reading.session, "receipt_paper"):
        found += _receipts(reading, wanted)
    return tuple(found)


def _units(reading: Reading, wanted: str) -> list[FoundLine]:
    keys = reading.session.scalars(
        select(Unit.id)
        .where(
            present(),
            or_(
                Unit.code.startswith(wanted, autoescape=True),
                Unit.number == wanted,
                Unit.id.in_(_signed(wanted)),
            ),
        )
        .order_by(func.length(Unit.code), Unit.code)
        .limit(_EACH)
    ).all()
    return [
        FoundLine(
            kind="unit",
            key=card.id,
            title=card.code,
            detail=" · ".join(
                filter(
                    None,
                    (
                        card.building,
                        card.layout,
                        f"{card.gross_area:.2f} m²",
                        format_yuan(card.total_fen) if card.total_fen else "",
                        card.state.value,
                    ),
                )
            ),
            code=card.code,
        )
        for card in board(reading, only=tuple(keys))
    ]


def _signed(wanted: str) -> Any:
    """Give the units of the deals whose contract, online signing or filing has this number."""
    numbered = union_all(
        *(
            select(kind.deal_id).where(kind.number == wanted)
            for kind in (Contract, OnlineSigning, ContractFiling)
        )
    )
    return select(Deal.unit_id).where(Deal.id.in_(numbered))


def _receipts(reading: Reading, wanted: str) -> list[FoundLine]:
    upper = wanted.upper()
    rows = reading.session.execute(
        select(Receipt.id, Receipt.number, Receipt.payer, Receipt.amount_fen)
        .outerjoin(Agreement, Agreement.deal_id == Receipt.deal_id)
        .outerjoin(Deal, Deal.id == Receipt.deal_id)
        .outerjoin(Contra, Contra.receipt_id == Receipt.id)
        .where(
            or_(
                Contra.number == upper,
                Receipt.number.startswith(upper, autoescape=True),
                Agreement.number == upper,
                Receipt.number.endswith(upper) if upper.isdigit() else Receipt.number == upper,
            )
        )
        .order_by(Receipt.id.desc())
        .limit(_EACH)
    )
    return [
        FoundLine(
            kind="receipt",
            key=row.id,
            title=row.number,
            detail=f"{row.payer} · {format_yuan(row.amount_fen)}",
            code=row.number,
        )
        for row in rows
    ]
