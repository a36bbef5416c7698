"""The cashier's books on any day: receipts answered by a contra, days closed and counted, months closed."""

from collections import Counter
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.keys import Fen
from salesdesk.office.ledger.close_queries import day_close_paper
from salesdesk.office.ledger.close_rules import MOST_PIECES, PIECES_FEN
from salesdesk.office.ledger.closing import CloseDay, PieceCount
from salesdesk.office.ledger.months import CloseMonth
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.ledger.sheets import TenderLine
from salesdesk.office.sales.contra import ApproveContra, ContraReceipt
from tests.office.any_day_model import UNIT
from tests.office.any_day_money import AMOUNT, MoneySteps
from tests.office.any_day_parts import Contra
from tests.office.any_day_signing import NEW

OFF = st.sampled_from((0, 0, 0, 100, -100))
"""By how much the cashier counts wrongly (fen)."""


class BookSteps(MoneySteps):
    """Contras and closes, one by one."""

    def approve_contra(self, no):
        slip = self._slip(no)

        def may():
            if slip is None:
                return "NotFound"
            if said := self._answered(slip) or self._needed(slip):
                return said
            return not slip.approved or "ContraApproved"

        command = ApproveContra(receipt=self.receipt_of(slip), reason="x")
        if self.attempt(self.desks.manager, command, may) is not None:
            slip.approved = True

    def answer(self, no):
        """The cashier writes the contra of a receipt, where it was approved."""
        slip, model = self._slip(no), self.model

        def may():
            if slip is None:
                return "NotFound"
            if said := self._answered(slip) or self._needed(slip):
                return said
            return slip.approved or "NotApprovedYet"

        command = ContraReceipt(receipt=self.receipt_of(slip))
        answer = self.attempt(self.desks.cashier, command, may)
        if answer is not None:
            slip.contra = answer["contra"]
            assert slip.contra == f"HC{len(model.contras) + 1:07}"
            assert answer["amount_fen"] == -slip.fen
            model.contras.append(Contra(slip.contra, slip, model.book_day(self.clock.now)))
            self.goes_back(slip)

    def _slip(self, no):
        return self.model.slips[no - 1] if 0 < no <= len(self.model.slips) else None

    def _days(self):
        """The days with a paper of the cashier, void ones too, since he closed last."""
        model = self.model
        days = {slip.day for slip in model.slips} | {one.day for one in model.contras}
        days |= {owed.paid_on for owed in model.owed if owed.paid}
        return sorted(day for day in days if model.closed is None or day > model.closed)

    def close_day(self, off=0, note="", banked=0):
        """Count and close the oldest open day; *off*: counted wrongly, *banked* (fen) brought away before."""
        model, today = self.model, day_of(self.clock.now)
        days, books = self._days(), self.drawer() - banked
        day, by_day = (days or [today])[0], self.by_day()
        pieces, counted = _pieces(max(0, books + off))
        brought = by_day[day, "taken"].copy()
        brought.subtract(by_day[day, "back"])

        def may():
            if model.closed is not None and day <= model.closed:
                return "DayClosedAlready"
            if day > today:
                return "DayNotOver"
            if counted != books and not note:
                return "DifferenceUnexplained"
            there = days or books + banked or counted or banked
            return bool(there) or "NothingToClose"

        answer = self.attempt(
            self.desks.cashier,
            CloseDay(
                pieces=pieces, banked=Fen(banked), note=note,
                slips=tuple(
                    TenderLine(kind=kind.value, amount_fen=Fen(brought[kind.value]))
                    for kind in TenderKind if kind is not TenderKind.CASH
                ),
            ),
            may,
        )  # fmt: skip
        if answer is None:
            return
        after = sum(
            tenders["cash"] * (1 if way == "taken" else -1)
            for (one, way), tenders in by_day.items()
            if one > day
        )
        assert answer["day"] == str(day)
        assert (answer["expected_fen"], answer["counted_fen"]) == (books, counted)
        assert (answer["difference_fen"], answer["left_fen"]) == (counted - books, counted - after)
        model.closed, model.left = day, counted - after
        paper = self.desks.manager.ask(day_close_paper, answer["close"])
        model.closes.append((day, answer["close"], paper))
        self._look_at_the_drawer()

    def close_month(self, back):
        """The accountant closes a month: this one, or one before."""
        model, day = self.model, day_of(self.clock.now)
        this = f"{day:%Y-%m}"
        for _month in range(back):
            day = day.replace(day=1) - timedelta(days=1)
        month = f"{day:%Y-%m}"

        def may():
            if model.months and month <= model.months[-1]:
                return "MonthClosedAlready"
            if month == this:
                return "MonthNotOver"
            return all(f"{one:%Y-%m}" > month for one in self._days()) or "DaysOpen"

        answer = self.attempt(self.desks.admin, CloseMonth(month=month), may)
        if answer is None:
            return
        model.months.append(month)
        closed = {one for one, _close, _paper in model.closes if f"{one:%Y-%m}" == month}
        sums = Counter()
        for (one, way), tenders in self.by_day().items():
            sums[way] += tenders.total() if one in closed else 0
        assert answer["days"] == len(closed)
        assert (answer["taken_fen"], answer["back_fen"]) == (sums["taken"], sums["back"])


class Books(BookSteps):
    """Whole ways of the books."""

    @rule(unit=UNIT, afresh=NEW, amount=AMOUNT, cuts=st.sampled_from(((), (1,), (1, 2))),
          ahead=st.booleans(), first=st.sampled_from(("", "", "close", "void")), off=OFF,
          banked=st.sampled_from((0, 0, 1_000)), note=st.sampled_from(("", "x")), days=st.sampled_from((0, 1, 35)),
          deposit=st.booleans())  # fmt: skip
    def answer_and_close(
        self, unit, afresh, amount, cuts, ahead, first, off, banked, note, days, deposit
    ):
        """A day with money is closed, now or later; its receipts are answered by contras, not made void."""
        if afresh:
            self.afresh(unit)
        if deposit:
            if self.model.state[unit] == "available":
                self.hold(unit, 0)
            self.deposit(unit, 5_000_000)
        else:
            self.to_agreement(unit, 0, known=False)
            self.take(unit, self.handed(unit, amount), cuts, "", ahead)
        newest = max(len(self.model.slips), 1)
        self.clock.forward(days=days)
        match first:
            case "close":
                self.close_day(off, note, banked)
            case "void":
                self.void(newest)
        self.answer(newest)
        self.approve_contra(newest)
        self.void(newest)
        self.answer(newest)
        self.answer(newest)
        for _day in range(3):
            self.close_day(off, note)
        self.close_month(1)
        self.look(unit)

    @rule(no=st.integers(1, 8), what=st.integers(0, 4), off=OFF, note=st.sampled_from(("", "x")),
          back=st.sampled_from((0, 1, 1, 2)))  # fmt: skip
    def keep_any_books(self, no, what, off, note, back):
        """One step of the books at whatever time."""
        newest = max(len(self.model.slips), 1)
        (
            lambda: self.approve_contra(no),
            lambda: self.answer(no),
            lambda: self.void(newest),
            lambda: self.close_day(off, note),
            lambda: self.close_month(back),
        )[what]()
        self.look(1)


def _pieces(fen):
    """Count *fen* out in the largest notes: the pieces, and what they come to."""
    found, left = [], fen
    for piece in PIECES_FEN:
        pieces = min(left // piece, MOST_PIECES)
        if pieces:
            found.append(PieceCount(piece=Fen(piece), pieces=pieces))
            left -= piece * pieces
    return tuple(found), fen - left
