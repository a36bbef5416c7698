"""A buyer's default (挞定): the notice with its grace, and its lifting."""

from dataclasses import dataclass
from datetime import date, timedelta

from salesdesk.kernel import text
from salesdesk.kernel.calendar import day_bounds
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.ledger.writing import check_printable, next_number
from salesdesk.office.sales import change_frame as frame
from salesdesk.office.sales.deals import LiveDeal
from salesdesk.office.sales.default_facts import Wanted, notice_sheet, standing_notice
from salesdesk.office.sales.default_rules import ServedBy
from salesdesk.office.sales.default_sheets import Noticed
from salesdesk.office.sales.default_tables import DefaultLift, DefaultNotice
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Work

_LONGEST = 200


class NoticeStands(UserError):
    """One notice at a time is enough."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Notice {notice} stands for unit {unit} already, with grace until {day}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Wait for its grace to end, or lift it before another notice is served."
    )


class NoNotice(UserError):
    """Nothing is lifted, and no deposit forfeited, without a notice that stands."""

    problem = QT_TRANSLATE_NOOP("errors", "No notice of default stands for unit {unit}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Serve a notice with its days of grace first, or cancel the deal without fault."
    )


class GraceRuns(UserError):
    """Until the last day of grace is past the buyer may still come."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Notice {notice} gives the buyer of {unit} until {day}, that day included."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Ask for it on the day after.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDefault:
    """Serve a numbered notice (催告函) on a buyer who has not come: the day to sign is past.

    Or, where *payment* is named, it was not paid by *due_on* (*amount* fen). The buyer has
    *grace_days* from tomorrow on (the setting `grace_days`; not fewer than the shortest,
    `GraceTooShort`). Signing the contract, or an extension that is granted, ends it by itself.
    """

    unit: UnitId
    why: str
    grace_days: int | None = None
    served_by: ServedBy = ServedBy.HAND
    payment: str = ""
    amount: Fen | None = None
    due_on: date | None = None

    def __call__(self, work: Work) -> Noticed:
        deal, agreement = frame.changeable(work, self.unit, "notice default")
        stands = standing_notice(work.session, deal.row.id)
        if stands is not None:
            raise NoticeStands(notice=stands.number, unit=deal.at.unit.code, day=stands.last_day)
        wanted = Wanted(
            why=text.required(self.why, "why", _LONGEST),
            grace_days=self.grace_days,
            served_by=self.served_by,
            payment=text.clean(self.payment, "payment", _LONGEST),
            amount_fen=self.amount,
            due_on=self.due_on,
        )
        sheet = notice_sheet(work, deal.row, agreement, wanted)
        check_printable(work, wanted.why, wanted.payment)
        last_day = work.today + timedelta(days=sheet.grace_days)
        no, number = next_number(work, "notice", setting(work.session, "notice_prefix"))
        row = DefaultNotice(
            no=no,
            number=number,
            deal_id=deal.row.id,
            overdue=sheet.overdue,
            since=date.fromisoformat(sheet.since),
            grace_days=sheet.grace_days,
            last_day=last_day,
            ends_at=day_bounds(last_day, work.zone)[1],
            why=wanted.why,
            served_by=self.served_by.value,
            at=work.now,
            actor_id=work.actor,
            sheet=sheet.numbered(number),
        )
        work.session.add(row)
        work.session.flush()
        work.note(Topic.DEAL, deal.row.id, notice=number)
        work.touched(Topic.UNIT, deal.at.unit.id)
        return {"notice": number, "unit": deal.at.unit.code, "last_day": last_day}


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftDefault:
    """Take back the notice that stands for a unit, with a *reason*: the buyer came."""

    unit: UnitId
    reason: str

    def __call__(self, work: Work) -> str:
        deal, _agreement = frame.changeable(work, self.unit, "lift default")
        reason = text.required(self.reason, "reason", _LONGEST)
        stands = standing_notice(work.session, deal.row.id)
        if stands is None:
            raise NoNotice(unit=deal.at.unit.code)
        work.session.add(
            DefaultLift(notice_id=stands.id, reason=reason, at=work.now, actor_id=work.actor)
        )
        work.session.flush()
        work.note(Topic.DEAL, deal.row.id, lifted=stands.number)
        work.touched(Topic.UNIT, deal.at.unit.id)
        return stands.number


def ripe(work: Work, deal: LiveDeal) -> DefaultNotice:
    """Give the notice for a subscribed deal whose grace is over (`NoNotice`, `GraceRuns`)."""
    notice = standing_notice(work.session, deal.row.id)
    if notice is None:
        raise NoNotice(unit=deal.at.unit.code)
    if work.now < notice.ends_at:
        raise GraceRuns(notice=notice.number, unit=deal.at.unit.code, day=notice.last_day)
    return notice
