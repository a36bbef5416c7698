"""What is due on the way from agreement to key, and which holds are about to end."""

from datetime import timedelta

from sqlalchemy import select

from salesdesk.kernel.errors import BadEntry
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.tables import Claim, Unit
from salesdesk.office.sales.queries import deals_at
from salesdesk.office.sales.sheets import DealCard
from salesdesk.office.sales.signing_sheets import EndingHold
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Reading

_LONGEST_MINUTES = 1440


def signings_overdue(reading: Reading, project: int | None = None) -> tuple[DealCard, ...]:
    """Give the agreements whose contract should have been signed before today (大定逾期)."""
    cards = deals_at(reading, UnitState.SUBSCRIBED, project)
    return tuple(card for card in cards if card.days_left is not None and card.days_left < 0)


def filings_due(
    reading: Reading, project: int | None = None, *, overdue: bool = False
) -> tuple[DealCard, ...]:
    """Give the signed contracts that wait for their filing (R-14), what is due first.

    Only those past their day with *overdue*. What an office was opened with knows no day and
    stands last.
    """
    cards = deals_at(reading, UnitState.SIGNED, project)
    if not overdue:
        return cards
    return tuple(card for card in cards if card.days_left is not None and card.days_left < 0)


def deliveries_pending(reading: Reading, project: int | None = None) -> tuple[DealCard, ...]:
    """Give the filed units that were not handed over yet, what is due first."""
    return deals_at(reading, UnitState.FILED, project)


def ending_holds(reading: Reading, minutes: int | None = None) -> tuple[EndingHold, ...]:
    """Give the asker's own holds that end within *minutes* (default: the setting), soonest first."""
    ahead = int(setting(reading.session, "hold_warning_minutes")) if minutes is None else minutes
    if not 0 <= ahead <= _LONGEST_MINUTES:
        raise BadEntry(field="minutes", value=ahead, expected=f"0-{_LONGEST_MINUTES}")
    rows = reading.session.execute(
        select(Claim.unit_id, Unit.code, Customer.name, Claim.until)
        .join(Unit, Unit.id == Claim.unit_id)
        .join(Customer, Customer.id == Claim.customer_id)
        .where(
            Claim.ended_at.is_(None),
            Claim.stage == UnitState.ON_HOLD.value,
            Claim.consultant_id == reading.actor,
            Claim.until > reading.now,
            Claim.until <= reading.now + timedelta(minutes=ahead),
        )
        .order_by(Claim.until, Claim.id)
    )
    return tuple(
        EndingHold(
            unit_id=unit, unit=code, customer=name, until=until,
            minutes=int((until - reading.now).total_seconds() // 60),
        )
        for unit, code, name, until in rows
        if until is not None
    )  # fmt: skip
