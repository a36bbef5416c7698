"""A cashier's day counted and closed, on both stores: what it adds up, what it locks, what comes after."""

import contextlib
from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.errors import BadEntry, MissingEntry, NotFound, NotPermitted, UserError
from salesdesk.kernel.keys import Fen, PersonId, ReceiptId
from salesdesk.office.customers.commands import ChangeRole
from salesdesk.office.figures.audit import audit
from salesdesk.office.ledger.close_queries import day_close_paper, day_closes, open_day
from salesdesk.office.ledger.closing import (
    CloseDay,
    CloseDayFor,
    DayClosedAlready,
    DayNotOver,
    DifferenceUnexplained,
    EarlierDayOpen,
    NothingToClose,
    PieceCount,
)
from salesdesk.office.ledger.commands import CountCash
from salesdesk.office.ledger.queries import day_cash, receipts
from salesdesk.office.ledger.rules import Fault, TenderKind
from salesdesk.office.ledger.sheets import TenderLine
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.contra import ApproveContra, ContraReceipt
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import CancelSubscription, PayRefund
from salesdesk.office.sales.voiding import DayIsClosed, VoidReceipt
from salesdesk.office.staff.rules import Role
from salesdesk.store.faults import ClockWentBack

TODAY = date(2026, 11, 24)
TOMORROW = TODAY + timedelta(days=1)
_FLOORS = ("1-1-0101", "1-1-0102", "1-1-0201", "1-1-0202", "1-1-0301", "1-1-0302")


class RolledBack(Exception):
    """Ends a transaction without a trace."""


def take(desks, at, fen, tender=TenderKind.CASH, seat=None):
    """A deposit on the *at*-th unit; the receipt's answer."""
    unit = desks.unit(_FLOORS[at])
    customer = desks.customer(f"客户{at}", f"1391234567{at}")
    desks.consultant.do(HoldUnit(unit=unit, customer=customer))
    return (seat or desks.cashier).do(TakeDeposit(unit=unit, amount=fen, tender=tender))


def notes(*counted):
    return tuple(PieceCount(piece=Fen(piece), pieces=pieces) for piece, pieces in counted)


def slips(**sums):
    return tuple(TenderLine(kind=kind, amount_fen=fen) for kind, fen in sums.items())


def second(desks):
    """Another cashier at his own desk."""
    deputy = desks.deputy
    desks.admin.do(ChangeRole(person=PersonId(deputy.person.id), role=Role.CASHIER))
    return deputy


def whole(desks):
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]


def test_a_day_is_counted_by_note_and_slip_and_its_paper_tells_all(desks):
    take(desks, 0, 1_000_000)
    take(desks, 1, 2_000_000, TenderKind.CARD)
    void = take(desks, 2, 300_000)["receipt_id"]
    desks.cashier.do(VoidReceipt(receipt=ReceiptId(void), reason="写错"))
    answer = desks.cashier.do(
        CloseDay(pieces=notes((10_000, 99), (5_000, 2)), slips=slips(card=2_000_000))
    )
    assert (answer["difference_fen"], answer["expected_fen"]) == (0, 1_000_000)
    sheet = desks.cashier.ask(day_close_paper, answer["close"])
    assert (sheet.day, sheet.next_on, sheet.cashier) == (TODAY, TOMORROW, "cashier one")
    assert [(p.piece_fen, p.pieces) for p in sheet.pieces] == [(10_000, 99), (5_000, 2)]
    assert {line.kind: line.counted_fen for line in sheet.tenders if line.counted_fen} == {
        "cash": 1_000_000,
        "card": 2_000_000,
    }
    (span,) = sheet.numbers
    assert (span.first, span.last, span.papers) == ("SJ0000001", "SJ0000003", 3)
    assert [(v.number, v.reason) for v in sheet.voids] == [("SJ0000003", "写错")]
    assert sheet.kinds[0].papers == 2 and sheet.total_fen == 3_000_000
    assert sheet.seal > 0 and set(sheet.seal_hash) != {"0"}, "the head of the seals is on paper"
    (line,) = desks.manager.ask(day_closes)
    assert (line.taken_fen, line.difference_fen, line.voids) == (3_000_000, 0, 1)
    whole(desks)


def test_a_difference_is_explained_or_the_day_stays_open(desks):
    take(desks, 0, 1_000_000)
    take(desks, 1, 500_000, TenderKind.WECHAT)
    short = notes((10_000, 99))
    for form in (
        CloseDay(pieces=short, slips=slips(wechat=500_000)),
        CloseDay(pieces=notes((10_000, 100))),
    ):
        with pytest.raises(DifferenceUnexplained):
            desks.cashier.do(form)
    assert desks.cashier.ask(day_closes) == ()
    done = desks.cashier.do(
        CloseDay(pieces=short, slips=slips(wechat=500_000), note="找零少收一百元")
    )
    assert done["difference_fen"] == -10_000


def test_a_closed_day_takes_nothing_more_and_late_money_is_of_the_next(desks):
    old = take(desks, 0, 1_000_000)["receipt_id"]
    desks.cashier.do(CloseDay(pieces=notes((10_000, 100))))
    with pytest.raises(DayIsClosed) as refusal:
        desks.cashier.do(VoidReceipt(receipt=ReceiptId(old), reason="写错"))
    assert "contra" in refusal.value.remedy
    late = take(desks, 1, 200_000)
    line = desks.cashier.ask(receipts)[0]
    assert (line.number, line.day) == (late["receipt"], TOMORROW)
    assert desks.cashier.ask(day_cash, TODAY).receipts == 1
    assert desks.cashier.do(CountCash(counted=200_000))["expected_fen"] == 1_200_000
    assert desks.cashier.ask(day_cash, TOMORROW).opening_fen == 1_000_000
    ahead = desks.cashier.ask(open_day)
    assert (ahead.day, ahead.closable, ahead.opening_fen) == (TOMORROW, False, 1_000_000)
    with pytest.raises(DayNotOver):
        desks.cashier.do(CloseDay(pieces=notes((10_000, 120))))
    with pytest.raises(DayClosedAlready):
        desks.cashier.do(CloseDay(pieces=notes((10_000, 120)), day=TODAY))
    # what came late is still of an open day: its own void is possible
    desks.cashier.do(VoidReceipt(receipt=ReceiptId(late["receipt_id"]), reason="重开"))
    take(desks, 2, 300_000)
    desks.clock.forward(days=1)
    done = desks.cashier.do(CloseDay(pieces=notes((10_000, 130))))
    assert (done["day"], done["difference_fen"]) == (TOMORROW.isoformat(), 0)
    whole(desks)


_CLOSE = (
    "INSERT INTO day_close (day, cashier_id, at, actor_id, opening_fen, after_fen, banked_fen,"
    " counted_fen, handed_fen, note, sheet) SELECT {}, cashier_id, at, {}, {}, 0, 0, 0, 0, '', '{{}}'"
    " FROM day_close"
)
_COPIED = (
    "at, day, project_id, deal_id, unit_id, customer_id, payer, amount_fen, cashier_id, sheet"
)
FORGED = (
    (("INSERT INTO cash_count (day, cashier_id, at, counted_fen, expected_fen, note)"
     " SELECT c.day, c.cashier_id, c.at, 0, 0, '' FROM day_close c"), "stays closed"),
    (("INSERT INTO receipt_void (receipt_id, at, actor_id, reason)"
     " SELECT r.id, r.at, r.cashier_id, 'x' FROM receipt r"), "stays closed"),
    (("INSERT INTO movement (at, day, actor_id, deal_id, receipt_id, debit, credit, amount_fen, kind)"
     " SELECT m.at, m.day, m.actor_id, m.deal_id, m.receipt_id, m.debit, m.credit, 1, m.kind FROM movement m"),
     "stays closed"),
    (("INSERT INTO movement (at, day, actor_id, deal_id, receipt_id, debit, credit, amount_fen, kind)"
     " SELECT m.at, '2026-11-25', m.actor_id, m.deal_id, m.receipt_id, m.debit, m.credit, 1, m.kind"
     " FROM movement m"), "paper's day"),
    ((f"INSERT INTO receipt (series, no, number, kind, {_COPIED}, previous, hash)"
     f" SELECT series, 2, 'SJ0000002', kind, {_COPIED}, hash, 'x' FROM receipt"), "stays closed"),
    ("UPDATE day_close SET note = 'x'", "append-only"),
    ("DELETE FROM day_close", "append-only"),
    ("UPDATE day_close_tender SET counted_fen = 1", "append-only"),
    ("DELETE FROM day_close_piece", "append-only"),
    (_CLOSE.format("'2026-11-23'", "actor_id", 1_000_000), "in their order|books say"),
    (_CLOSE.format("'2026-11-25'", "actor_id", 7), "left there"),
    (_CLOSE.format("'2026-11-25'", "cashier_id + 1", 1_000_000), "closed by its cashier"),
    ("INSERT INTO day_close_piece (close_id, piece_fen, pieces) SELECT id, 50, 1 FROM day_close",
     "what was counted"),
)  # fmt: skip


def test_no_program_changes_a_closed_day_or_dates_into_it(desks):
    take(desks, 0, 1_000_000)
    desks.cashier.do(CloseDay(pieces=notes((10_000, 100))))
    for statement, why in FORGED:
        with pytest.raises(IntegrityError, match=why), desks.office.database.writing() as session:
            session.execute(text(statement))
    whole(desks)


def test_a_close_says_what_the_books_say(desks):
    """As a program writes it that adds up in its own way."""
    take(desks, 0, 1_000_000)
    closed = (
        "INSERT INTO day_close (day, cashier_id, at, actor_id, opening_fen, after_fen,"
        " banked_fen, counted_fen, handed_fen, note, sheet) SELECT day, cashier_id, at,"
        " cashier_id, 0, 0, 0, 1000000, 0, '', '{}' FROM receipt"
    )
    counted = (
        "INSERT INTO day_close_tender (close_id, kind, taken_fen, back_fen, counted_fen)"
        " SELECT id, {} FROM day_close"
    )
    for line, why in (
        ("'card', 1, 0, 1", "books say"),
        ("'card', 0, 1, -1", "books say"),
        ("'cash', 1000000, 0, 1000001", "counted|explained"),
        ("'card', 0, 0, 5", "explained"),
    ):
        with (
            contextlib.suppress(RolledBack),
            desks.office.database.writing() as session,
        ):
            session.execute(text(closed))
            with pytest.raises(IntegrityError, match=why):
                session.execute(text(counted.format(line)))
            raise RolledBack


def test_what_was_counted_wrongly_is_refused_one_by_one(desks):
    take(desks, 0, 1_000_000)
    right = notes((10_000, 100))
    for form in (
        CloseDay(pieces=notes((7, 1))),
        CloseDay(pieces=notes((10_000, -1))),
        CloseDay(pieces=notes((10_000, 50), (10_000, 50))),
        CloseDay(pieces=right, slips=slips(cash=1)),
        CloseDay(pieces=right, slips=slips(cheque=1)),
        CloseDay(pieces=right, banked=Fen(-1)),
        CloseDay(pieces=right, hand_over=Fen(1)),
        CloseDay(pieces=right, hand_to=PersonId(2)),
        CloseDay(pieces=right, hand_over=Fen(1_000_001), hand_to=PersonId(2)),
        CloseDay(pieces=right, hand_over=Fen(5), hand_to=PersonId(desks.cashier.person.id)),
        CloseDay(pieces=right, hand_over=Fen(5), hand_to=PersonId(desks.manager.person.id)),
    ):
        with pytest.raises(BadEntry):
            desks.cashier.do(form)
    for seat, form in (
        (desks.manager, CloseDay(pieces=right)),
        (desks.cashier, CloseDayFor(cashier=PersonId(1), note="x")),
    ):
        with pytest.raises(NotPermitted):
            seat.do(form)
    assert desks.cashier.ask(day_closes) == ()
    desks.cashier.do(CloseDay(pieces=right))
    desks.clock.forward(days=1)
    desks.cashier.do(CloseDay(banked=Fen(1_000_000)))  # all of it to the bank
    desks.clock.forward(days=1)
    with pytest.raises(NothingToClose):
        desks.cashier.do(CloseDay())


def test_the_manager_closes_for_a_cashier_who_is_away_and_says_why(desks):
    take(desks, 0, 1_000_000)
    cashier = PersonId(desks.cashier.person.id)
    right = notes((10_000, 100))
    with pytest.raises(MissingEntry):
        desks.manager.do(CloseDayFor(cashier=cashier, note=" ", pieces=right))
    with pytest.raises(NotFound):
        desks.manager.do(CloseDayFor(cashier=PersonId(99), note="生病", pieces=right))
    me = PersonId(desks.manager.person.id)
    with pytest.raises(BadEntry):
        desks.manager.do(CloseDayFor(cashier=me, note="生病", pieces=right))
    done = desks.manager.do(CloseDayFor(cashier=cashier, note="生病", pieces=right))
    sheet = desks.manager.ask(day_close_paper, done["close"])
    assert (sheet.cashier, sheet.closed_by, sheet.note) == ("cashier one", "manager one", "生病")


def test_over_midnight_each_day_is_closed_by_itself_and_in_its_order(desks):
    desks.clock.forward(hours=13, minutes=50)  # 23:50
    take(desks, 0, 1_000_000)
    desks.clock.forward(minutes=20)
    take(desks, 1, 200_000)
    opened = desks.cashier.ask(open_day)
    assert (opened.day, opened.after_fen) == (TODAY, 200_000)
    with pytest.raises(EarlierDayOpen):
        desks.cashier.do(CloseDay(pieces=notes((10_000, 120)), day=TOMORROW))
    first = desks.cashier.do(CloseDay(pieces=notes((10_000, 120))))
    assert (first["day"], first["difference_fen"], first["left_fen"]) == (
        TODAY.isoformat(),
        0,
        1_000_000,
    )
    third = take(desks, 2, 300_000)  # today is open
    assert desks.cashier.ask(receipts)[0].day == TOMORROW, third
    desks.clock.forward(hours=12)
    done = desks.cashier.do(CloseDay(pieces=notes((10_000, 150))))
    assert (done["day"], done["difference_fen"]) == (TOMORROW.isoformat(), 0)
    whole(desks)


def test_cash_goes_to_the_bank_and_on_to_the_next_cashier(desks):
    night = second(desks)
    take(desks, 0, 3_000_000)
    done = desks.cashier.do(
        CloseDay(
            pieces=notes((10_000, 100)),
            banked=Fen(2_000_000),
            hand_over=Fen(400_000),
            hand_to=PersonId(night.person.id),
        )
    )
    assert (done["expected_fen"], done["left_fen"]) == (1_000_000, 600_000)
    take(desks, 1, 100_000, seat=night)
    assert night.ask(open_day).opening_fen == 400_000
    with pytest.raises(DifferenceUnexplained):
        night.do(CloseDay(pieces=notes((10_000, 10))))
    night.do(CloseDay(pieces=notes((10_000, 50))))
    lines = {line.cashier: line for line in desks.manager.ask(day_closes)}
    assert (
        lines["cashier one"].handed_to == "deputy one" and lines["deputy one"].difference_fen == 0
    )
    whole(desks)


def test_a_refund_in_cash_leaves_the_drawer_and_another_way_is_its_slips(desks):
    take(desks, 0, 1_000_000)
    gone = desks.manager.do(
        CancelSubscription(unit=desks.unit(_FLOORS[0]), fault=Fault.NONE, reason="x")
    )
    desks.cashier.do(PayRefund(refund=gone["refund"], tender=TenderKind.TRANSFER))
    done = desks.cashier.do(
        CloseDay(pieces=notes((10_000, 100)), slips=slips(transfer=-1_000_000))
    )
    sheet = desks.cashier.ask(day_close_paper, done["close"])
    assert [kind.kind for kind in sheet.kinds] == ["deposit", "refund"]
    assert [span.first for span in sheet.numbers] == ["SJ0000001", "TK0000001"]
    whole(desks)


def test_a_receipt_of_a_closed_day_is_answered_by_a_contra_of_an_open_one(desks):
    old = ReceiptId(take(desks, 0, 1_000_000)["receipt_id"])
    desks.cashier.do(CloseDay(pieces=notes((10_000, 100))))
    desks.manager.do(ApproveContra(receipt=old, reason="客户改刷卡"))
    desks.cashier.do(ContraReceipt(receipt=old))
    assert desks.cashier.ask(open_day).day == TOMORROW
    desks.clock.forward(days=1)
    done = desks.cashier.do(CloseDay())  # the drawer is empty: what lay there went back
    sheet = desks.cashier.ask(day_close_paper, done["close"])
    assert (done["day"], done["difference_fen"]) == (TOMORROW.isoformat(), 0)
    assert [(line.number, line.amount_fen) for line in sheet.contras] == [
        ("HC0000001", -1_000_000)
    ]
    assert sheet.total_fen == 0
    whole(desks)


def test_a_clock_set_back_dates_nothing_into_the_closed_day(desks):
    take(desks, 0, 1_000_000)
    desks.clock.forward(hours=14, minutes=1)  # a minute past midnight
    desks.cashier.do(CloseDay(pieces=notes((10_000, 100)), day=TODAY))
    desks.clock.forward(minutes=-2)  # yesterday again
    if hasattr(
        desks.clock, "url"
    ):  # a server's own clock went back: it takes nothing till it is right
        with pytest.raises(UserError):
            desks.cashier.do(CountCash(counted=0))
        assert [line.day for line in desks.cashier.ask(receipts)] == [TODAY]
        return
    take(desks, 1, 100_000)  # a small step back is told as the last moment
    assert desks.cashier.ask(receipts)[0].day == TOMORROW
    desks.clock.forward(hours=-3)
    with pytest.raises(ClockWentBack):
        desks.cashier.do(CountCash(counted=0))


def at_once(seat, *commands):
    """Send *commands* in the same moment; give what came: answers, and names of refusals."""
    start, came = Barrier(len(commands)), []

    def send(command):
        start.wait()
        try:
            came.append(seat.do(command))
        except UserError as refusal:
            came.append(type(refusal).__name__)

    threads = [Thread(target=send, args=(command,)) for command in commands]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return came


def test_money_taken_while_the_day_is_closed_is_counted_or_of_the_next_day(desks):
    unit = desks.unit(_FLOORS[1])
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    take(desks, 0, 1_000_000)
    close = CloseDay(pieces=notes((10_000, 100)))
    came = at_once(desks.cashier, close, TakeDeposit(unit=unit, amount=500_000))
    paper = desks.cashier.ask(receipts)[0]
    if desks.cashier.ask(day_closes):
        assert paper.day == TOMORROW, came
    else:
        assert "DifferenceUnexplained" in came and paper.day == TODAY
        close = CloseDay(pieces=notes((10_000, 150)))
        desks.cashier.do(close)
    assert [line.day for line in desks.cashier.ask(day_closes)] == [TODAY]
    whole(desks)


def test_two_windows_close_the_day_once(desks):
    take(desks, 0, 1_000_000)
    close = CloseDay(pieces=notes((10_000, 100)))
    came = at_once(desks.cashier, close, close)
    assert sum(isinstance(answer, dict) for answer in came) == 1, came
    assert [line.day for line in desks.cashier.ask(day_closes)] == [TODAY]
