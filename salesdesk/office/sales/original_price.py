"""The regulated "original price" (原价): what an old price shown beside a lower one may be (R-08).

2026-11-26: every home is one of its kind, so "the same goods at the same place" is read as the price
per m² of the deals of the same project and use: the lowest of the last seven days, or where there was
none, the last one before.
"""

from datetime import timedelta

from sqlalchemy import select

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.money import format_yuan, unit_price_from_total
from salesdesk.office.inventory.law import footing
from salesdesk.office.inventory.law_rules import ORIGINAL_DAYS, Law
from salesdesk.office.inventory.queries import find_project, first_project
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.inventory.tables import Unit
from salesdesk.office.sales.deals import agreed_fen
from salesdesk.office.sales.exchange_tables import UnitExchange
from salesdesk.office.sales.plan_sheets import OriginalPrice
from salesdesk.office.sales.tables import Agreement, Cancellation, Deal
from salesdesk.store.work import Reading


class NotTheOriginalPrice(UserError):
    """A compared old price above the lowest deal of the last seven days (R-08)."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "{compared} yuan per m² cannot be shown as the original price: the lowest deal here was at"
        " {lowest} yuan per m² (R-08).",
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Show the list price without striking it through.")


class NothingToCompare(UserError):
    """Nothing was sold at this place yet, so that no price is an original one (R-08)."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "There is no original price yet: nothing was sold in this project (R-08)."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Show the list price without striking it through.")


def original_price(reading: Reading, project: int | None = None, use: str = "") -> OriginalPrice:
    """Give the highest price per m² that may be called the original one in a project now (R-08)."""
    key = first_project(reading.session) if project is None else project
    row = find_project(reading.session, key)
    level = footing(reading.session, row, Law.ORIGINAL_PRICE).level.value
    wanted = (
        select(agreed_fen().label("price_fen"), Agreement.at, Unit.gross_area)
        .join(Deal, Deal.id == Agreement.deal_id)
        .join(Unit, Unit.id == Deal.unit_id)
        .outerjoin(Cancellation, Cancellation.deal_id == Deal.id)
        .outerjoin(UnitExchange, UnitExchange.deal_id == Deal.id)
        .where(Deal.project_id == key, Cancellation.id.is_(None), UnitExchange.id.is_(None))
        .order_by(Agreement.id.desc())
    )
    if use:
        wanted = wanted.where(Unit.use == use)
    since = reading.now - timedelta(days=ORIGINAL_DAYS)
    found = reading.session.execute(wanted.where(Agreement.at >= since)).all()
    if not found:
        found = reading.session.execute(wanted.limit(1)).all()
    prices = [(unit_price_from_total(row.price_fen, row.gross_area), row.at) for row in found]
    if not prices:
        return OriginalPrice(lowest_fen=None, since=None, level=level)
    lowest, at = min(prices)
    return OriginalPrice(lowest_fen=lowest, since=day_of(at, reading.zone), level=level)


def check_original(reading: Reading, unit: Unit, compared_fen: int) -> bool:
    """Refuse, or warn of, *compared_fen* per m² shown as the original price of *unit*.

    Gives whether the law pack only warns. Raises `NotTheOriginalPrice`, `NothingToCompare`.
    """
    known = original_price(reading, unit.project_id, unit.use)
    if known.level == LawLevel.OFF:
        return False
    if known.lowest_fen is not None and compared_fen <= known.lowest_fen:
        return False
    if known.level == LawLevel.WARN:
        return True
    if known.lowest_fen is None:
        raise NothingToCompare(field="compare")
    raise NotTheOriginalPrice(
        compared=format_yuan(compared_fen), lowest=format_yuan(known.lowest_fen), field="compare"
    )
