"""What was paid ahead (预收款) is applied to what is due: a paired movement, no cash and no paper."""

from dataclasses import dataclass

from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.claims import step
from salesdesk.office.ledger.rules import Account
from salesdesk.office.ledger.tallies import balance_fen
from salesdesk.office.ledger.writing import move
from salesdesk.office.sales.deals import live_deal
from salesdesk.office.sales.prepaid_tables import PrepaidUse
from salesdesk.office.sales.scheduling import settle
from salesdesk.office.sales.sharing import MoreThanOwed, NothingDue, Owed, by_account
from salesdesk.office.sales.tables import Deal
from salesdesk.store.work import Reading, Work


class NothingAhead(UserError):
    """A deal for which nothing was paid ahead, or not so much."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{ahead} yuan lie paid ahead on unit {unit}, not {amount}."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Apply no more than that, or take a payment.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyPrepaid:
    """Apply what was paid ahead to what is open, the earliest line first: *amount* of it, or all.

    Late fees are fixed and paid as `TakePayment` does: with *fees* after what is due by today, else last.
    Raises `NothingAhead`, `NothingDue`, `MoreThanOwed`.
    """

    unit: UnitId
    amount: Fen | None = None
    fees: bool = False

    def __call__(self, work: Work) -> dict[str, object]:
        deal = live_deal(work, self.unit)
        step(work, deal.at, "take payment")
        key, code = deal.row.id, deal.at.unit.code
        lies = balance_fen(work.session, Account.PREPAID, key)
        wanted = lies if self.amount is None else self.amount
        if wanted < 0 or self.amount == 0:
            raise BadEntry(field="amount", value=format_yuan(wanted), expected="above 0")
        if not 0 < wanted <= lies:
            raise NothingAhead(unit=code, ahead=format_yuan(lies), amount=format_yuan(wanted or 1))
        owed = Owed(work, key)
        if not owed.open_fen():
            raise NothingDue(unit=code)
        parts = owed.spread(wanted, fees=self.fees)
        given = sum(fen for _line, fen in parts)
        if given < wanted and self.amount is not None:
            raise MoreThanOwed(amount=format_yuan(wanted), open=format_yuan(given))
        for account, fen in by_account(parts).items():
            move(work, key, Account.PREPAID, account, fen, "applied")
        for line, fen in parts:
            work.session.add(
                PrepaidUse(
                    deal_id=key, due_line_id=line.id, amount_fen=fen, at=work.now, day=work.today,
                    actor_id=work.actor,
                )
            )  # fmt: skip
            work.session.flush()
        settle(work, key)
        work.touched(Topic.UNIT, deal.at.unit.id)
        work.note(Topic.DEAL, key, applied=format_yuan(given))
        return {
            "unit": code,
            "amount_fen": given,
            "ahead_fen": lies - given,
            "lines": [{"line": line.id, "amount_fen": fen} for line, fen in parts],
            "fixed": owed.fixed(),
        }


def paid_ahead(reading: Reading, deal: int) -> int:
    """Give what lies paid ahead of a deal (fen): it pays nothing until it is applied."""
    if reading.session.get(Deal, deal) is None:
        raise NotFound(what="deal", key=deal)
    return balance_fen(reading.session, Account.PREPAID, deal)
