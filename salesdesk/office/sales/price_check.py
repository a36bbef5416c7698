"""The site manager's check of a deal's price, with the discounts that lead to it, step by step."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.kernel.money import Rounding, format_yuan
from salesdesk.office.customers.queries import same_customer
from salesdesk.office.customers.tables import Visit
from salesdesk.office.inventory.claims import step
from salesdesk.office.inventory.price_cuts import given_off
from salesdesk.office.inventory.price_far import check_far
from salesdesk.office.inventory.price_filed import floor_total
from salesdesk.office.inventory.tables import Project, Unit
from salesdesk.office.sales.deals import LiveDeal, live_deal
from salesdesk.office.sales.discount_rules import (
    Discount,
    DiscountedPrice,
    DiscountKind,
    PriceStep,
    beyond,
    discounted,
)
from salesdesk.office.sales.discount_tables import DiscountOffer, PriceStepRow
from salesdesk.office.sales.price_paid import check_paid
from salesdesk.office.sales.price_signed import check_not_signed
from salesdesk.office.sales.tables import Deal, PaymentMode, PriceApproval
from salesdesk.office.staff.limits import limit_of
from salesdesk.office.staff.rules import Role
from salesdesk.store.work import Reading, Work


class AboveListPrice(UserError):
    """Nothing is charged beyond the marked price (R-08)."""

    problem = QT_TRANSLATE_NOOP("errors", "{price} yuan is above the list price of {listed} yuan.")
    remedy = QT_TRANSLATE_NOOP("errors", "Approve the list price or less (R-08).")


class BeyondLimit(UserError):
    """More off the list price than the person's role may give."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{percent} % off the list price is beyond the {limit} % that your role may give."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Give less, or ask for the price: it goes to signatures.")


class PlanBeyondLimit(BeyondLimit):
    """A buying plan promises no price that nobody at the desk could give."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "{percent} % off the list price is beyond the {limit} % that your plans may show.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Leave a discount out; or hold the unit, ask for the price, and make the plan when it is signed.",
    )


class BelowFloor(UserError):
    """Below the floor price (底价) nobody approves alone, whatever his role may give."""

    problem = QT_TRANSLATE_NOOP("errors", "{price} yuan is below the floor price of unit {unit}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Ask for the price: the general manager signs it. Or give less."
    )


class NotThatPrice(UserError):
    """The price typed is not what the discounts lead to."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The discounts lead to {reckoned} yuan, not to {price} yuan."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Leave the price empty, or choose other discounts.")


class ModeDoesNotFit(UserError):
    """A discount was given for another payment mode than the agreement's."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The price was approved with the discount {name}, which is for {mode} only."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Choose that payment mode, or have the price approved without the discount."
    )


class DiscountOfSource(UserError):
    """A source discount for somebody who did not come that way."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The discount {name} is for customers who came by: {manner}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Choose the customer, have his visit registered so, or leave the discount out."
    )


class DiscountTwice(UserError):
    """One discount is taken off once."""

    problem = QT_TRANSLATE_NOOP("errors", "The discount {name} is named twice.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Name each discount once, in the order they are taken off."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovePrice:
    """The site manager's check of a deal's price before the agreement (seed 3.3.3).

    With *discounts* (names, in their order) the price is what they lead to; without them it is
    *total*, or the list price. Raises `AboveListPrice`, `BeyondLimit`, `BelowFloor` (then it is
    asked for: `RequestDiscount`), `NotThatPrice`, `PaidMore` where the deposit is more, and what
    `discounted` raises. Far from list price or neighbours only *confirmed* (`PriceFarOff`).
    """

    unit: UnitId
    total: Fen | None = None
    discounts: tuple[str, ...] = ()
    note: str = ""
    confirmed: bool = False

    def __call__(self, work: Work) -> dict[str, object]:
        deal = live_deal(work, self.unit)
        step(work, deal.at, "approve price")
        check_not_signed(work, deal)
        offers = running_offers(work, deal.row.project_id, self.discounts)
        price = priced(work.session, deal.row, offers, self.total)
        check_alone(work, deal.at.unit, deal.row.list_total_fen, price.total_fen)
        check_paid(work, deal, price.total_fen)
        listed = deal.row.list_total_fen
        check_far(work.session, deal.at.unit, price.total_fen, listed, confirmed=self.confirmed)
        write_approval(work, deal, price, text.clean(self.note, "note", 200))
        return {
            "unit": deal.at.unit.code,
            "total_fen": price.total_fen,
            "discounts": list(self.discounts),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """A deal's price (fen) and the discounts with the steps by which it was reckoned."""

    total_fen: int
    offers: tuple[DiscountOffer, ...] = ()
    steps: tuple[PriceStep, ...] = ()


def priced(
    session: Session, deal: Deal, offers: Sequence[DiscountOffer], wanted: int | None
) -> Priced:
    """Give the price that *offers* lead to, else the one *wanted* (fen), else the list price.

    Raises `NotThatPrice`, `AboveListPrice`, what `check_source` and `discounted` raise.
    """
    check_source(session, offers, deal.customer_id)
    listed = deal.list_total_fen
    price = reckoned(session, deal, offers) if offers else None
    if price is not None and wanted not in (None, price.total_fen):
        raise NotThatPrice(reckoned=format_yuan(price.total_fen), price=format_yuan(wanted or 0))
    total = price.total_fen if price else listed if wanted is None else wanted
    if total > listed:
        raise AboveListPrice(price=f"{total / 100:,.2f}", listed=f"{listed / 100:,.2f}")
    if total <= 0:
        raise BadEntry(field="total", value=total / 100, expected="a price above 0")
    return Priced(total_fen=total, offers=tuple(offers), steps=price.steps if price else ())


def write_approval(work: Work, deal: LiveDeal, price: Priced, note: str) -> None:
    """Write down that *price* is approved, with its steps: the newest counts."""
    row = PriceApproval(
        deal_id=deal.row.id,
        total_fen=price.total_fen,
        at=work.now,
        actor_id=work.actor,
        note=note,
    )
    work.session.add(row)
    work.session.flush()
    for position, (offer, each) in enumerate(zip(price.offers, price.steps, strict=True), start=1):
        work.session.add(
            PriceStepRow(
                approval_id=row.id,
                position=position,
                offer_id=offer.id,
                before_fen=each.before_fen,
                after_fen=each.after_fen,
            )
        )
        work.session.flush()
    work.note(Topic.DEAL, deal.row.id, approved_fen=price.total_fen)
    work.touched(Topic.UNIT, deal.at.unit.id)


def reckoned(session: Session, deal: Deal, offers: Sequence[DiscountOffer]) -> DiscountedPrice:
    """Give the price that *offers* lead to, from the deal's frozen list price."""
    return reckoned_for(session, session.get_one(Unit, deal.unit_id), deal.list_total_fen, offers)


def reckoned_for(
    session: Session, unit: Unit, list_total_fen: int, offers: Sequence[DiscountOffer]
) -> DiscountedPrice:
    """Give the price that *offers* lead to, from a list price of *unit*."""
    project = session.get_one(Project, unit.project_id)
    wanted = [
        Discount(
            name=offer.name,
            kind=DiscountKind(offer.kind),
            value=offer.value,
            exclusive=offer.exclusive,
        )
        for offer in offers
    ]
    rounding = Rounding(project.rounding)
    return discounted(list_total_fen, unit.gross_area, wanted, rounding)


def check_source(session: Session, offers: Sequence[DiscountOffer], customer: int | None) -> None:
    """Refuse a source discount for a customer who did not come that way (`DiscountOfSource`)."""
    wanted = [offer for offer in offers if offer.manner]
    if not wanted:
        return
    came = frozenset[str]()
    if customer is not None:
        asked = select(Visit.manner).where(Visit.customer_id.in_(same_customer(session, customer)))
        came = frozenset(session.scalars(asked))
    for offer in wanted:
        if offer.manner not in came:
            raise DiscountOfSource(name=offer.name, manner=offer.manner, field="discounts")


def check_mode(session: Session, approval: PriceApproval, mode: PaymentMode) -> None:
    """Refuse a payment mode for which a discount of *approval* was not meant (`ModeDoesNotFit`)."""
    found = session.execute(
        select(DiscountOffer.name, PaymentMode.name.label("mode"))
        .join(PriceStepRow, PriceStepRow.offer_id == DiscountOffer.id)
        .join(PaymentMode, PaymentMode.id == DiscountOffer.mode_id)
        .where(PriceStepRow.approval_id == approval.id, PaymentMode.id != mode.id)
        .limit(1)
    ).one_or_none()
    if found is not None:
        raise ModeDoesNotFit(name=found.name, mode=found.mode)


def check_offers(session: Session, offers: Sequence[DiscountOffer], mode: PaymentMode) -> None:
    """Refuse a discount among *offers* that is for another payment mode (`ModeDoesNotFit`)."""
    for offer in offers:
        if offer.mode_id is not None and offer.mode_id != mode.id:
            meant = session.get_one(PaymentMode, offer.mode_id).name
            raise ModeDoesNotFit(name=offer.name, mode=meant)


def running_offers(
    work: Work | Reading, project: int, names: Sequence[str]
) -> tuple[DiscountOffer, ...]:
    """Find discounts that are on offer today; raise `NotFound`, or `DiscountTwice` for a repeated one."""
    offers = tuple(_running_offer(work, project, name) for name in names)
    for place, offer in enumerate(offers):
        if offer in offers[:place]:
            raise DiscountTwice(name=offer.name, field="discounts")
    return offers


def _running_offer(work: Work | Reading, project: int, name: str) -> DiscountOffer:
    offer = work.session.scalar(
        select(DiscountOffer).where(
            DiscountOffer.project_id == project,
            DiscountOffer.name == name.strip(),
            DiscountOffer.ended_at.is_(None),
            DiscountOffer.begins_on <= work.today,
            (DiscountOffer.ends_on.is_(None)) | (DiscountOffer.ends_on >= work.today),
        )
    )
    if offer is None:
        raise NotFound(what="discount", key=name)
    return offer


def check_alone(work: Work, unit: Unit, listed: int, total: int) -> None:
    """Refuse a price (fen) that the actor does not approve alone (`BelowFloor`, `BeyondLimit`)."""
    floor = floor_total(work.session, unit.id)
    limit = limit_of(work.session, work.role)
    if "floor" in beyond(listed, total, limit_bp=limit, floor_fen=floor):
        raise BelowFloor(price=f"{total / 100:,.2f}", unit=unit.code)
    check_limit(work, unit.id, listed, total)


def check_limit(work: Work | Reading, unit: int, listed: int, total: int) -> None:
    """Refuse more off a list price (fen) than the role of whoever asks may give (`BeyondLimit`).

    What is given is measured as list prices are cut (`given_off`); the list price itself is free.
    """
    limit = limit_of(work.session, work.role)
    off = given_off(work.session, unit, listed, total)
    if limit is not None and off > limit:
        raise BeyondLimit(percent=f"{off / 100:g}", limit=f"{limit / 100:g}")


def check_plan(reading: Reading, unit: int, listed: int, total: int) -> None:
    """Refuse a plan with more off a list price (fen) than whoever asks may promise (`PlanBeyondLimit`).

    A consultant without a limit of his own promises what is on offer, and no more of it than the site
    manager may give: he approves the price.
    """
    limit = limit_of(reading.session, reading.role)
    if limit is None and reading.role == Role.CONSULTANT:
        limit = limit_of(reading.session, Role.MANAGER)
    off = given_off(reading.session, unit, listed, total)
    if limit is not None and off > limit:
        raise PlanBeyondLimit(percent=f"{off / 100:g}", limit=f"{limit / 100:g}")
