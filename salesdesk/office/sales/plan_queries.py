"""The buying plan (置业计划): what a home would cost a customer, and how he would pay it."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from salesdesk.kernel.calendar import local
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.keys import Fen
from salesdesk.kernel.money import unit_price_from_total
from salesdesk.office.customers.queries import customer as customer_card
from salesdesk.office.customers.queries import same_customer
from salesdesk.office.inventory.claims import live
from salesdesk.office.inventory.commands import WithoutPrice
from salesdesk.office.inventory.queries import find_project, unit_card
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.sheets import UnitCard
from salesdesk.office.inventory.tables import Claim, Unit
from salesdesk.office.sales.deals import approval_of
from salesdesk.office.sales.discount_queries import price_steps
from salesdesk.office.sales.discount_rules import DiscountedPrice
from salesdesk.office.sales.original_price import check_original
from salesdesk.office.sales.plan_rules import PlanTerms, PlanWish, fees, pay
from salesdesk.office.sales.plan_sheets import BuyingPlan
from salesdesk.office.sales.price_check import (
    check_plan,
    check_source,
    reckoned_for,
    running_offers,
)
from salesdesk.office.sales.tables import Deal, PaymentMode
from salesdesk.office.staff.queries import names_of, setting
from salesdesk.store.work import Reading

_ON_SALE = frozenset({
    UnitState.AVAILABLE, UnitState.ON_HOLD, UnitState.RESERVED, UnitState.SELECTED,
    UnitState.SUBSCRIBED,
})  # fmt: skip
_FEN_PER_YUAN = 100
_BP_PER_PERCENT = 100


class NotOnSale(UserError):
    """A plan is made for what a customer can buy."""

    problem = QT_TRANSLATE_NOOP("errors", "Unit {unit} is not on sale: it is {state}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose a unit that is available or held.")


class DiscountOfOtherMode(UserError):
    """A discount that goes with another payment mode."""

    problem = QT_TRANSLATE_NOOP("errors", "The discount {name} is for {mode} only.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose that payment mode, or leave the discount out.")


def buying_plan(  # noqa: PLR0913 - each is an entry of the form
    reading: Reading,
    unit: int,
    customer: int | None = None,
    discounts: tuple[str, ...] = (),
    mode: str = "",
    *,
    first_percent: Decimal | None = None,
    first_amount: Fen | None = None,
    fund_amount: Fen | None = None,
    years: int | None = None,
    rate: Decimal | None = None,
    fund_rate: Decimal | None = None,
    compare: bool = False,
) -> BuyingPlan:
    """Reckon a buying plan, changing nothing: price steps, first payment, loans both ways, fees.

    *discounts* are names in their order, within the limit of the asker's role or, where it has none,
    what the site manager may give (`check_plan`); *mode* is a payment
    mode's name (default: the mortgage). *fund_amount*: of a combined loan, the
    provident fund's part. Rates are per cent a year, with two decimals at most. *compare*: show
    the list price struck through, where R-08 lets it. Raises `NotOnSale`, `WithoutPrice`,
    `PlanBeyondLimit`, `DiscountOfOtherMode`, and what `discounted`, `pay` and `check_original` raise.
    """
    session = reading.session
    card = unit_card(reading, unit)
    row = session.get_one(Unit, unit)
    if card.state not in _ON_SALE:
        raise NotOnSale(unit=card.code, state=card.state.value)
    if row.total_fen is None:
        raise WithoutPrice(unit=card.code)
    paid_by = _mode(session, mode)
    price = _approved(reading, row, customer) if not discounts else None
    if price is None:
        price = _price(reading, row, discounts, paid_by, customer)
        check_plan(reading, row.id, row.total_fen, price.total_fen)
    listed_each = unit_price_from_total(row.total_fen, row.gross_area)
    compares = compare and price.total_fen < row.total_fen
    warned = compares and check_original(reading, row, listed_each)
    project = find_project(session, row.project_id)
    terms = plan_terms(session)
    wish = PlanWish(
        first_bp=_bp("first_percent", first_percent),
        first_fen=first_amount,
        fund_fen=fund_amount,
        years=years,
        rate_bp=_bp("rate", rate),
        fund_rate_bp=_bp("fund_rate", fund_rate),
    )
    return BuyingPlan(
        project=project.name,
        project_address=project.address,
        company=project.company,
        company_phone=project.phone,
        unit_id=unit,
        **_place(card),
        customer="" if customer is None else customer_card(reading, customer).name,
        consultant=names_of(session).get(reading.actor, ""),
        list_total_fen=row.total_fen,
        list_unit_price_fen=listed_each,
        steps=price.steps,
        total_fen=price.total_fen,
        unit_price_fen=price.unit_price_fen,
        mode=paid_by.name,
        mode_english=paid_by.english,
        mode_kind=paid_by.kind,
        payment=pay(price.total_fen, paid_by.kind, wish, terms),
        fees=fees(price.total_fen, row.gross_area, terms),
        compared=compares,
        warned=warned,
        made_on=reading.today,
        valid_until=reading.today + timedelta(days=terms.valid_days),
        printed_at=f"{local(reading.now, reading.zone):%Y-%m-%d %H:%M}",
        practice=bool(setting(session, "practice")),
    )


def plan_terms(session: Session) -> PlanTerms:
    """Give what the office has set for buying plans."""

    def yuan(name: str) -> int:
        return int(setting(session, name)) * _FEN_PER_YUAN

    return PlanTerms(
        first_bp=int(setting(session, "plan_first_percent")) * _BP_PER_PERCENT,
        fund_first_bp=int(setting(session, "plan_fund_first_percent")) * _BP_PER_PERCENT,
        rate_bp=int(setting(session, "plan_rate_bp")),
        fund_rate_bp=int(setting(session, "plan_fund_rate_bp")),
        longest_years=int(setting(session, "plan_longest_years")),
        loan_step_fen=yuan("plan_loan_step_yuan"),
        fund_most_fen=yuan("plan_fund_most_yuan"),
        deed_tax_bp=int(setting(session, "deed_tax_bp")),
        deed_tax_large_bp=int(setting(session, "deed_tax_large_bp")),
        maintenance_fen=yuan("maintenance_fund_yuan"),
        registration_fen=yuan("registration_fee_yuan"),
        valid_days=int(setting(session, "plan_valid_days")),
    )


def plan_start(reading: Reading) -> PlanTerms:
    """Give what a buying plan begins with: the office's rates, shares, limits and fees."""
    return plan_terms(reading.session)


def _place(card: UnitCard) -> dict[str, Any]:
    return {
        "unit": card.code,
        "building": card.building,
        "core": card.core,
        "floor": card.floor,
        "layout": card.layout,
        "orientation": card.orientation,
        "use": card.use,
        "gross_area": card.gross_area,
        "inside_area": card.inside_area,
    }


def _mode(session: Session, name: str) -> PaymentMode:
    wanted = select(PaymentMode).order_by(PaymentMode.id).limit(1)
    if name.strip():
        named = name.strip()
        wanted = wanted.where(or_(PaymentMode.name == named, PaymentMode.english == named))
    else:
        wanted = wanted.where(PaymentMode.kind == "mortgage")
    found = session.scalar(wanted)
    if found is None:
        raise NotFound(what="payment mode", key=name)
    return found


def _price(
    reading: Reading,
    unit: Unit,
    names: tuple[str, ...],
    mode: PaymentMode,
    customer: int | None,
) -> DiscountedPrice:
    """Give the unit's price with the discounts *names*, each fit for *mode* and *customer*."""
    offers = running_offers(reading, unit.project_id, names)
    for offer in offers:
        if offer.mode_id not in (None, mode.id):
            other = reading.session.get_one(PaymentMode, offer.mode_id)
            raise DiscountOfOtherMode(name=offer.name, mode=other.name, field="discounts")
    check_source(reading.session, offers, customer)
    return reckoned_for(reading.session, unit, unit.total_fen or 0, offers)


def _approved(reading: Reading, unit: Unit, customer: int | None) -> DiscountedPrice | None:
    """Give the price approved for the live deal on *unit*, where it is nobody else's."""
    deal = reading.session.scalar(
        select(Deal)
        .join(Claim, Claim.deal_id == Deal.id)
        .where(Claim.unit_id == unit.id, live(reading.now))
    )
    if deal is None:
        return None
    approved = approval_of(reading.session, deal.id)
    others = customer is not None and deal.customer_id not in same_customer(
        reading.session, customer
    )
    if approved is None or others:
        return None
    total = approved.total_fen
    each = unit_price_from_total(total, unit.gross_area)
    return DiscountedPrice(deal.list_total_fen, total, each, price_steps(reading, deal.id))


def _bp(field: str, percent: Decimal | None) -> int | None:
    """Give per cent as hundredths of a percent; `BadEntry` for what has more decimals."""
    if percent is None:
        return None
    exact = percent * _BP_PER_PERCENT
    if exact != exact.to_integral_value():
        raise BadEntry(field=field, value=percent, expected="a number with two decimals at most")
    return int(exact)
