"""From the agreement on: contract (签约), online signing, filing (备案), handing over (交付)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, UserError
from salesdesk.kernel.keys import UnitId
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.claims import step
from salesdesk.office.inventory.law import check_permit
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.tables import Unit
from salesdesk.office.ledger.receivable_rules import DueEvent
from salesdesk.office.ledger.rules import Account
from salesdesk.office.ledger.tallies import balance_fen
from salesdesk.office.ledger.writing import move
from salesdesk.office.sales import scheduling
from salesdesk.office.sales.change_frame import buyers_of, particulars
from salesdesk.office.sales.commands import continue_deal
from salesdesk.office.sales.deals import LiveDeal, agreement_of, check_own, live_deal
from salesdesk.office.sales.measuring import check_settled
from salesdesk.office.sales.overdue import overdue_of
from salesdesk.office.sales.signing_sheets import Delivered, FiledContract, SignedContract
from salesdesk.office.sales.signing_tables import (
    Contract,
    ContractFiling,
    Delivery,
    OnlineSigning,
)
from salesdesk.office.sales.tables import Deal
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Work

_LONGEST = 60
_AHEAD_DAYS = 3650
"""The furthest day of handing over, from today: ten years."""


class BuyerNotIdentified(UserError):
    """A contract names its buyers with their papers."""

    problem = QT_TRANSLATE_NOOP("errors", "The ID number of {buyer}, who buys {unit}, is missing.")
    remedy = QT_TRANSLATE_NOOP("errors", "Enter the ID number first, then sign the contract.")


class SignedTooLate(UserError):
    """A contract is signed by the day agreed, or by the one it was put off to (domain 3.1)."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The contract of unit {unit} had to be signed by {day}; {signed} is later."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Ask for a later day to sign and have it signed for, or cancel the deal."
    )


class NumberInUse(UserError):
    """A number belongs to one deal."""

    problem = QT_TRANSLATE_NOOP("errors", "The number {number} is that of unit {unit} already.")
    remedy = QT_TRANSLATE_NOOP("errors", "Check the number on the paper.")


class OnlineAlready(UserError):
    """A contract is signed online once."""

    problem = QT_TRANSLATE_NOOP("errors", "Unit {unit} is signed online already, as {number}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Nothing more is to be done.")


class MoneyOverdue(UserError):
    """Keys are given where nothing is overdue, or with the reason why they are given all the same."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{amount} yuan of unit {unit} are overdue, the oldest since {day}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Take the payment first. Where the keys are given all the same, say why (overdue_reason=...): "
        "it stands on the manager's desk until it is paid.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SignContract:
    """Note that the contract of a subscribed unit was signed (签约).

    ``number`` is the office's own contract number; ``signed_on`` the day on the paper, today
    unless said otherwise; the authority's number may be given now or later
    (`RecordOnlineSigning`). The price is the home's: that of the agreement, or the one approved
    last; its lots have theirs. It is signed by the day agreed, or by the one a change put it off to
    (domain 3.1); a later day is refused (`SignedTooLate`). From ``signed_on`` runs the time within which the contract is filed (R-14, 条例 26). No contract
    without a permit (R-01), or with a buyer whose paper nobody has seen.
    """

    unit: UnitId
    number: str
    signed_on: date | None = None
    online_number: str = ""
    deliver_by: date | None = None

    def __call__(self, work: Work) -> SignedContract:
        deal = live_deal(work, self.unit)
        state = step(work, deal.at, "sign contract")
        check_own(work, deal)
        check_permit(work.session, [deal.at.unit.building_id], Law.CONTRACT)
        _check_identified(work, deal)
        number = text.required(self.number, "contract number", _LONGEST)
        _check_number(work, Contract, number)
        agreement = agreement_of(work.session, deal.row.id)
        since = day_of(agreement.at if agreement else deal.row.opened_at, work.zone)
        signed_on = _day(work, "signed on", self.signed_on, since)
        if agreement is not None:
            last = particulars(work.session, [agreement])[deal.row.id].sign_by
            if signed_on > last:
                raise SignedTooLate(unit=deal.at.unit.code, day=last, signed=signed_on)
        row = Contract(
            deal_id=deal.row.id,
            number=number,
            price_fen=deal.home_fen(work.session),
            signed_on=signed_on,
            file_by=signed_on + timedelta(days=int(setting(work.session, "file_within_days"))),
            deliver_by=self._deliver_by(work, signed_on),
            at=work.now,
            actor_id=work.actor,
        )
        work.session.add(row)
        work.session.flush()
        continue_deal(work, deal, None, state)
        scheduling.come_due(work, deal.row.id, DueEvent.SIGNING, signed_on)
        deposit = balance_fen(work.session, Account.DEPOSITS_HELD, deal.row.id)
        move(
            work, deal.row.id, Account.DEPOSITS_HELD, Account.PRICE_RECEIVED, deposit, "credited"
        )  # performed: the deposit is part of the price (R-10, 民法典 587)
        if self.online_number.strip():
            _write_online(work, deal, self.online_number)
        work.note(Topic.DEAL, deal.row.id, contract=number)
        return {
            "contract": number,
            "unit": deal.at.unit.code,
            "price_fen": row.price_fen,
            "signed_on": signed_on,
            "file_by": row.file_by,
        }

    def _deliver_by(self, work: Work, signed_on: date) -> date | None:
        last = work.today + timedelta(days=_AHEAD_DAYS)
        if self.deliver_by is not None and not signed_on <= self.deliver_by <= last:
            raise BadEntry(
                field="deliver by", value=self.deliver_by, expected=f"{signed_on} - {last}"
            )
        return self.deliver_by


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOnlineSigning:
    """Note the number under which the authority's system knows a contract (网签号)."""

    unit: UnitId
    number: str

    def __call__(self, work: Work) -> str:
        deal = live_deal(work, self.unit)
        step(work, deal.at, "record online signing")
        check_own(work, deal)
        known = work.session.get(OnlineSigning, deal.row.id)
        if known is not None:
            raise OnlineAlready(unit=deal.at.unit.code, number=known.number)
        number = _write_online(work, deal, self.number)
        work.note(Topic.DEAL, deal.row.id, online=number)
        work.touched(Topic.UNIT, deal.at.unit.id)
        return number


@dataclass(frozen=True, slots=True, kw_only=True)
class FileContract:
    """Note that a signed contract was filed with the authority (备案), under its number.

    Within 30 days of signing (R-14, 条例 26; the setting ``file_within_days``); a late filing is
    taken all the same, and said to be late.
    """

    unit: UnitId
    number: str
    filed_on: date | None = None

    def __call__(self, work: Work) -> FiledContract:
        deal = live_deal(work, self.unit)
        state = step(work, deal.at, "file contract")
        check_own(work, deal)
        number = text.required(self.number, "filing number", _LONGEST)
        _check_number(work, ContractFiling, number)
        contract = work.session.get(Contract, deal.row.id)
        since = contract.signed_on if contract else day_of(deal.row.opened_at, work.zone)
        filed_on = _day(work, "filed on", self.filed_on, since)
        work.session.add(
            ContractFiling(
                deal_id=deal.row.id, number=number, filed_on=filed_on, at=work.now,
                actor_id=work.actor,
            )
        )  # fmt: skip
        work.session.flush()
        continue_deal(work, deal, None, state)
        scheduling.come_due(work, deal.row.id, DueEvent.FILING, filed_on)
        work.note(Topic.DEAL, deal.row.id, filing=number)
        return {
            "filing": number,
            "unit": deal.at.unit.code,
            "filed_on": filed_on,
            "late": contract is not None and filed_on > contract.file_by,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverUnit:
    """Note that a filed unit was handed over (交付), and who took the keys.

    With the setting ``deliver_settled_only`` not before its measured area is settled
    (`AreaNotSettled`); without it the desk warns. Where something is overdue only with
    *overdue_reason* (`MoneyOverdue`): the sum and the reason stay written, and stand on the desk.
    """

    unit: UnitId
    taken_by: str
    delivered_on: date | None = None
    note: str = ""
    overdue_reason: str = ""

    def __call__(self, work: Work) -> Delivered:
        deal = live_deal(work, self.unit)
        state = step(work, deal.at, "deliver")
        check_own(work, deal)
        check_settled(work, deal)
        taken_by = text.required(self.taken_by, "taken by", _LONGEST)
        filing = work.session.get(ContractFiling, deal.row.id)
        since = filing.filed_on if filing else day_of(deal.row.opened_at, work.zone)
        delivered_on = _day(work, "delivered on", self.delivered_on, since)
        overdue, why = self._overdue(work, deal)
        work.session.add(
            Delivery(
                deal_id=deal.row.id, delivered_on=delivered_on, taken_by=taken_by,
                note=text.clean(self.note, "note", 500), overdue_fen=overdue, overdue_reason=why,
                at=work.now, actor_id=work.actor,
            )
        )  # fmt: skip
        work.session.flush()
        continue_deal(work, deal, None, state)
        scheduling.come_due(work, deal.row.id, DueEvent.DELIVERY, delivered_on)
        work.note(Topic.DEAL, deal.row.id, delivered=taken_by)
        return {"unit": deal.at.unit.code, "delivered_on": delivered_on, "taken_by": taken_by}

    def _overdue(self, work: Work, deal: LiveDeal) -> tuple[int, str]:
        """Give what is overdue (fen) and why that is no hindrance; `MoneyOverdue` without a reason."""
        found = overdue_of(work.session, (deal.row.id,), work.today).get(deal.row.id)
        if found is None:
            return 0, ""
        why = text.clean(self.overdue_reason, "overdue reason", 200)
        if not why:
            raise MoneyOverdue(unit=deal.at.unit.code, amount=format_yuan(found[0]), day=found[1])
        return found[0], why


def _day(work: Work, field: str, day: date | None, first: date) -> date:
    """Give *day*, today where none was said; `BadEntry` before *first* or after today."""
    found = work.today if day is None else day
    if not first <= found <= work.today:
        raise BadEntry(field=field, value=found, expected=f"{first} - {work.today}")
    return found


def _check_identified(work: Work, deal: LiveDeal) -> None:
    agreement = agreement_of(work.session, deal.row.id)
    if agreement is None:  # what an office was opened with has none
        return
    for buyer in buyers_of(work.session, agreement):
        if not buyer.id_number:
            raise BuyerNotIdentified(buyer=buyer.name, unit=deal.at.unit.code)


def _check_number(work: Work, kind: Any, number: str) -> None:
    """Raise `NumberInUse` where another deal has this number."""
    other = work.session.scalar(
        select(Unit.code)
        .join(Deal, Deal.unit_id == Unit.id)
        .join(kind, kind.deal_id == Deal.id)
        .where(kind.number == number)
    )
    if other is not None:
        raise NumberInUse(number=number, unit=other)


def _write_online(work: Work, deal: LiveDeal, typed: str) -> str:
    number = text.required(typed, "online number", _LONGEST)
    _check_number(work, OnlineSigning, number)
    work.session.add(
        OnlineSigning(deal_id=deal.row.id, number=number, at=work.now, actor_id=work.actor)
    )
    work.session.flush()
    return number
