"""Rows of what follows an agreement: contract, online signing, filing, handing over.

Each once a deal, added and never changed; what the deal's unit is stands in its claim.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.law_tables import without_permit
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_when, stamped


class Contract(Record):
    """A sale contract that was signed (草签); its number is the office's own, the price is fen."""

    __tablename__ = "contract"
    __table_args__ = (
        CheckConstraint("number <> ''", name="number"),
        CheckConstraint("file_by > signed_on", name="file_by"),
    )
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    price_fen: Mapped[int]
    signed_on: Mapped[date]
    file_by: Mapped[date]
    deliver_by: Mapped[date | None]
    at: Mapped[datetime]
    actor_id: Mapped[int]


class OnlineSigning(Record):
    """The number under which the authority's system knows the contract (网签)."""

    __tablename__ = "online_signing"
    __table_args__ = (CheckConstraint("number <> ''", name="number"),)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    at: Mapped[datetime]
    actor_id: Mapped[int]


class ContractFiling(Record):
    """The contract was filed with the authority (备案), under its number."""

    __tablename__ = "contract_filing"
    __table_args__ = (CheckConstraint("number <> ''", name="number"),)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    filed_on: Mapped[date]
    at: Mapped[datetime]
    actor_id: Mapped[int]


class FilingCancelled(Record):
    """The authority struck a filing off again (备案注销): the unit may come back."""

    __tablename__ = "filing_cancelled"
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), primary_key=True)
    cancelled_on: Mapped[date]
    at: Mapped[datetime]
    actor_id: Mapped[int]


class Delivery(Record):
    """The unit was handed over (交付), to whom."""

    __tablename__ = "delivery"
    __table_args__ = (CheckConstraint("taken_by <> ''", name="taken_by"),)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), primary_key=True)
    delivered_on: Mapped[date]
    taken_by: Mapped[str]
    note: Mapped[str]
    overdue_fen: Mapped[int] = mapped_column(default=0)
    """What was overdue of the deal then: handed over all the same, for ``overdue_reason``."""
    overdue_reason: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
    actor_id: Mapped[int]


_PRICE = (
    "coalesce((SELECT p.total_fen FROM price_approval p WHERE p.deal_id = NEW.deal_id"
    " ORDER BY p.id DESC LIMIT 1), (SELECT d.list_total_fen FROM deal d JOIN claim c"
    " ON c.deal_id = d.id AND c.opening <> 0 WHERE d.id = NEW.deal_id LIMIT 1), 0)"
)
"""The price approved last; what an office was opened with has the price it came in at."""


def _stands(*stages: str) -> str:
    named = ", ".join(f"'{stage}'" for stage in stages)
    return (
        "EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL"
        f" AND c.stage IN ({named}))"
    )


_UNIT = "(SELECT d.unit_id FROM deal d WHERE d.id = NEW.deal_id)"
for _kind, _rule, _condition, _words in (
    (Contract, "stage", f"NOT {_stands('subscribed')}", "what is subscribed is signed"),
    (Contract, "price", f"NEW.price_fen <> {_PRICE}", "a contract has the approved price"),
    (Contract, "permit", without_permit(Law.CONTRACT, _UNIT), "no permit, no contract"),
    (
        OnlineSigning,
        "stage",
        f"NOT {_stands('signed', 'filed')}",
        "an online signing is a contract''s",
    ),
    (ContractFiling, "stage", f"NOT {_stands('signed')}", "what is signed is filed"),
    (
        ContractFiling,
        "day",
        (
            "EXISTS (SELECT 1 FROM contract k WHERE k.deal_id = NEW.deal_id"
            " AND k.signed_on > NEW.filed_on)"
        ),
        "a contract is signed before it is filed",
    ),
    (
        FilingCancelled,
        "day",
        (
            f"NOT {_stands('filed')} OR EXISTS (SELECT 1 FROM contract_filing f"
            " WHERE f.deal_id = NEW.deal_id AND f.filed_on > NEW.cancelled_on)"
        ),
        "a filing is struck off after it was made",
    ),
    (Delivery, "stage", f"NOT {_stands('filed')}", "what is filed is handed over"),
    (
        Delivery,
        "day",
        (
            "EXISTS (SELECT 1 FROM contract_filing f WHERE f.deal_id = NEW.deal_id"
            " AND f.filed_on > NEW.delivered_on)"
        ),
        "a unit is handed over after its filing",
    ),
    (
        Delivery,
        "owing",
        (
            "NEW.overdue_fen < 0 OR (NEW.overdue_fen > 0 AND trim(NEW.overdue_reason) = '')"
            " OR NEW.overdue_fen < (SELECT coalesce(sum(l.open_fen), 0) FROM due_line l"
            " WHERE l.deal_id = NEW.deal_id AND l.ended_at IS NULL AND l.due_on < NEW.delivered_on)"
        ),
        "what is overdue is told, and why the keys are given all the same",
    ),
):
    refuse_when(_kind, _rule, "INSERT", _condition, _words)
for _table in (Contract, OnlineSigning, ContractFiling, FilingCancelled, Delivery):
    append_only(_table)
    stamped(_table, "actor_id", "at")
