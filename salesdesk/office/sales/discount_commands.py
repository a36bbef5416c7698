"""Discounts are offered and ended, and each role's limit is set."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, MissingEntry, NotFound, UserError
from salesdesk.kernel.keys import Fen, ProjectId
from salesdesk.office.customers.rules import Manner
from salesdesk.office.inventory.queries import find_project, first_project
from salesdesk.office.sales.commands import payment_mode
from salesdesk.office.sales.discount_rules import DiscountKind
from salesdesk.office.sales.discount_tables import DiscountOffer
from salesdesk.office.staff.limit_rules import WHOLE_BP
from salesdesk.office.staff.limit_tables import DiscountLimit
from salesdesk.office.staff.rules import Role
from salesdesk.store.work import Work

_FAR_BP = 2_000
"""More off than so many basis points is asked about."""


class DiscountExists(UserError):
    """A discount of this name is on offer."""

    problem = QT_TRANSLATE_NOOP("errors", "A discount named {name} is on offer already.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose another name, or end that one first.")


class DiscountFarOff(UserError):
    """So much off is a slip of the keys more often than an offer: 2 for 98."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{percent} % remain of the price with this discount: {off} % are off."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Per cent are what remains: 98 takes 2 % off. Where it is meant so, confirm it (confirmed=yes).",
    )


class TwoFigures(UserError):
    """One figure says what a discount takes off; a second one would mean nothing."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "A percentage is given by what remains in per cent, every other discount by an amount; not by both.",
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Leave the figure out that is not of this kind.")


class DiscountOver(UserError):
    """A discount that nobody could be given any more, or that ends before it begins."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "The last day {ends} is before {first}, the first day of which it could be given.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Enter {first} or later as the last day, or leave it empty: it runs until it is ended.",
    )


class BeginsBackwards(UserError):
    """What was not on offer on a day is not put on offer for it afterwards."""

    problem = QT_TRANSLATE_NOOP("errors", "A discount cannot begin on {begins}: that day is over.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Enter {today} or later, or leave it empty: it begins today."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferDiscount:
    """Put a discount on offer (优惠) in a project (default the first), from a day on (today).

    *percent* is what remains of the price (98 or 98.5), for the kind percentage; the other kinds
    take *amount*. *mode*: only with this payment mode. *manner*: only for customers who came that
    way, by the register (source discount: 老带新 is referral, 渠道 is channel). A percentage that takes
    more than 20 % off only *confirmed* (`DiscountFarOff`). Raises `TwoFigures`, `DiscountOver`, `BeginsBackwards`.
    """

    name: str
    kind: DiscountKind
    project: ProjectId | None = None
    percent: Decimal | None = None
    amount: Fen | None = None
    exclusive: bool = False
    source: str = ""
    mode: str = ""
    manner: Manner | None = None
    begins_on: date | None = None
    ends_on: date | None = None
    confirmed: bool = False

    def __call__(self, work: Work) -> dict[str, object]:
        project = find_project(work.session, self.project or first_project(work.session))
        name = text.required(self.name, "name", 60)
        begins = self.begins_on or work.today
        first = max(begins, work.today)
        if self.ends_on is not None and self.ends_on < first:
            raise DiscountOver(ends=self.ends_on, first=first, field="ends on")
        if begins < work.today:
            raise BeginsBackwards(begins=begins, today=work.today, field="begins on")
        known = select(DiscountOffer.id).where(
            DiscountOffer.project_id == project.id,
            DiscountOffer.name == name,
            DiscountOffer.ended_at.is_(None),
        )
        if work.session.scalar(known) is not None:
            raise DiscountExists(name=name)
        offer = DiscountOffer(
            project_id=project.id,
            name=name,
            kind=self.kind.value,
            value=self._value(),
            exclusive=self.exclusive,
            source=text.clean(self.source, "source", 60),
            manner="" if self.manner is None else self.manner.value,
            mode_id=payment_mode(work, self.mode).id if self.mode else None,
            begins_on=begins,
            ends_on=self.ends_on,
            at=work.now,
            actor_id=work.actor,
        )
        work.session.add(offer)
        work.session.flush()
        work.note(Topic.PROJECT, project.id, discount=name)
        return {"discount": offer.id, "name": name}

    def _value(self) -> int:
        share = self.kind is DiscountKind.PERCENTAGE
        if (self.amount if share else self.percent) is not None:
            raise TwoFigures(field="amount" if share else "percent")
        if share:
            if self.percent is None:
                raise MissingEntry(field="percent")
            remains = self.percent * 100
            if remains != remains.to_integral_value() or not 0 < remains < WHOLE_BP:
                raise BadEntry(field="percent", value=self.percent, expected="0.01-99.99")
            if WHOLE_BP - remains > _FAR_BP and not self.confirmed:
                off = f"{(WHOLE_BP - remains) / 100:g}"
                raise DiscountFarOff(percent=f"{self.percent:g}", off=off, field="percent")
            return int(remains)
        if self.amount is None:
            raise MissingEntry(field="amount")
        if self.amount <= 0:
            raise BadEntry(field="amount", value=self.amount / 100, expected="above 0")
        return self.amount


@dataclass(frozen=True, slots=True, kw_only=True)
class EndDiscount:
    """Take a discount off the offer; prices approved with it stay."""

    name: str
    reason: str
    project: ProjectId | None = None

    def __call__(self, work: Work) -> str:
        project = self.project or first_project(work.session)
        offer = work.session.scalar(
            select(DiscountOffer).where(
                DiscountOffer.project_id == project,
                DiscountOffer.name == self.name.strip(),
                DiscountOffer.ended_at.is_(None),
            )
        )
        if offer is None:
            raise NotFound(what="discount", key=self.name)
        offer.ended_at, offer.ended_by = work.now, work.actor
        offer.end_reason = text.required(self.reason, "reason", 200)
        work.note(Topic.PROJECT, project, discount=offer.name)
        return offer.name


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitDiscount:
    """Set the most that a role may take off a list price, in per cent (2 or 2.5)."""

    role: Role
    percent: Decimal

    def __call__(self, work: Work) -> str:
        most = self.percent * 100
        if most != most.to_integral_value() or not 0 <= most <= WHOLE_BP:
            raise BadEntry(field="percent", value=self.percent, expected="0-100")
        work.session.add(
            DiscountLimit(
                role=self.role.value, most_bp=int(most), at=work.now, actor_id=work.actor
            )
        )
        work.note(Topic.SETTING, 0, discount_limit=self.role.value, percent=str(self.percent))
        return self.role.value
