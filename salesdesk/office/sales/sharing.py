"""Money shared out over what is due of a deal: what is due first before what waits, late fees by choice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.keys import DueLineId, Fen
from salesdesk.kernel.money import format_yuan
from salesdesk.office.ledger.receivable_rules import FOR_OTHERS, MoneyKind, spread
from salesdesk.office.ledger.rules import Account
from salesdesk.office.sales.due_tables import DueLine
from salesdesk.office.sales.fixing import fix_running
from salesdesk.office.sales.scheduling import is_fee, live_lines, paid_parts, waived_parts
from salesdesk.store.work import Work

Parts = Sequence[tuple[DueLine, int]]
"""How much of some money (fen) is for which line."""


class NothingDue(UserError):
    """A deal of before the office's start has no schedule."""

    problem = QT_TRANSLATE_NOOP("errors", "Nothing is due of unit {unit} here.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Everything is paid, or the deal was agreed before the office's start."
    )


class MoreThanOwed(UserError):
    """More is handed over than is still to be paid."""

    problem = QT_TRANSLATE_NOOP("errors", "{amount} yuan is more than the {open} yuan still open.")
    remedy = QT_TRANSLATE_NOOP("errors", "Take {open} yuan, or say that the rest is paid ahead.")


class LinePaid(UserError):
    """More for one line than it still asks for."""

    problem = QT_TRANSLATE_NOOP("errors", "Line {line} asks for {open} yuan, not for {amount}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Share the money out so that no line gets too much.")


class NotAllShared(UserError):
    """Money shared out by hand is for lines, or paid ahead."""

    problem = QT_TRANSLATE_NOOP("errors", "{rest} of {amount} yuan is for no line.")
    remedy = QT_TRANSLATE_NOOP("errors", "Share it out, too, or say that it is paid ahead.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePart:
    """How much of a payment is for which line."""

    line: DueLineId
    amount: Fen


class Owed:
    """What is open of a deal's lines, while money is shared out over them.

    By 3.9: the price and what is collected for others first, the earliest day first; late fees, which
    run as money of their own, where the cashier says so after what is due by today, else last. What
    runs on a line that is paid whole is fixed before the fees have their share.
    """

    def __init__(self, work: Work, deal: int) -> None:
        self._work, self._deal = work, deal
        lines = live_lines(work.session, deal)
        self._paid = dict(zip(lines, paid_parts(work.session, deal, lines), strict=True))
        waived = waived_parts(work.session, lines)
        self._left = {
            line: line.amount_fen - paid - waived.get(line.id, 0)
            for line, paid in self._paid.items()
        }
        self._fixed: list[DueLine] = []

    def open_fen(self) -> int:
        """Give all that is open (fen), with the fees fixed meanwhile."""
        return sum(self._left.values())

    def fixed(self) -> list[dict[str, int]]:
        """Give the late fees fixed while money was shared out: line, fen."""
        return [{"line": line.id, "amount_fen": line.amount_fen} for line in self._fixed]

    def spread(self, amount: int, *, fees: bool) -> Parts:
        """Give what of *amount* goes to which line; with *fees* they go before what is due after today."""
        first = sorted((line for line in self._left if not is_fee(line)), key=due_first)
        today = self._work.today
        due = [line for line in first if line.due_on is not None and line.due_on <= today]
        later = [line for line in first if line not in due]
        chosen: list[tuple[DueLine, int]] = []
        for lines in (due, None, later) if fees else (due, later, None):
            left = amount - sum(part for _line, part in chosen)
            if lines is None:
                chosen = [*self.with_fees(chosen, left)]
            else:
                chosen += self._share(lines, left)
        return chosen

    def named(self, parts: Sequence[LinePart]) -> Parts:
        """Give the lines that *parts* name, each once, for no more than is open of it."""
        lines = {line.id: line for line in self._left}
        chosen: list[tuple[DueLine, int]] = []
        for part in parts:
            line = lines.get(part.line)
            if line is None:
                raise NotFound(what="due line", key=part.line)
            if part.amount <= 0 or any(line is other for other, _fen in chosen):
                raise BadEntry(field="lines", value=part.line, expected="each line once, above 0")
            if part.amount > self._left[line]:
                raise LinePaid(
                    line=line.id,
                    open=format_yuan(self._left[line]),
                    amount=format_yuan(part.amount),
                )
            chosen.append((line, part.amount))
        return chosen

    def with_fees(self, chosen: Parts, amount: int) -> Parts:
        """Fix the fees of the lines that *chosen* pays whole; share *amount* out over the fees, oldest first."""
        whole = [line for line, part in chosen if part == self._left[line]]
        for line in fix_running(self._work, self._deal, self._paid, whole):
            self._left[line], self._paid[line] = line.amount_fen, 0
            self._fixed.append(line)
        named = dict(chosen)
        fees = sorted(
            (line for line in self._left if is_fee(line) and line not in named), key=due_first
        )
        return [*chosen, *self._share(fees, amount)]

    def _share(self, lines: Sequence[DueLine], amount: int) -> list[tuple[DueLine, int]]:
        shares, _over = spread([self._left[line] for line in lines], amount)
        return [(line, part) for line, part in zip(lines, shares, strict=True) if part]


def due_first(line: DueLine) -> tuple[bool, date, int]:
    """Give the order in which lines are paid: what has its day goes before what waits for an event, the earlier day first."""
    return line.due_on is None, line.due_on or date.max, line.id


def by_account(parts: Parts) -> dict[Account, int]:
    """Give how much (fen) of *parts* lies in which account, in the order in which tenders fill them."""
    sums = dict.fromkeys((Account.PRICE_RECEIVED, Account.HELD_FOR_OTHERS, Account.LATE_FEES), 0)
    for line, part in parts:
        if is_fee(line):
            sums[Account.LATE_FEES] += part
        elif MoneyKind(line.money) in FOR_OTHERS:
            sums[Account.HELD_FOR_OTHERS] += part
        else:
            sums[Account.PRICE_RECEIVED] += part
    return sums
