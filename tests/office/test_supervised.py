"""The supervised account: the bank's file taken in, matched by a person, proved, on both stores."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.errors import BadEntry, MissingEntry, NotFound, NotPermitted
from salesdesk.kernel.keys import Fen, ProjectId, ReceiptId, RefundId
from salesdesk.office.figures.audit import audit
from salesdesk.office.ledger.rules import Fault, TenderKind
from salesdesk.office.ledger.sheets import TenderLine
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.supervised_queries import (
    not_in_account,
    statement_lines,
    statement_matches,
    supervised_accounts,
)
from salesdesk.office.sales.supervised_rules import grade_of, suggested
from salesdesk.office.sales.supervised_sheets import (
    BankLine,
    Grade,
    MoneyLine,
    StatementEntry,
    StatementHeading,
)
from salesdesk.office.sales.supervising import (
    AccountKnown,
    AmountsDiffer,
    ColumnsChanged,
    ImportStatement,
    MatchedAlready,
    MatchStatement,
    NotCollected,
    NotMatched,
    ReferenceDiffers,
    RegisterAccount,
    UnmatchStatement,
)
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import CancelSubscription, PayRefund
from salesdesk.office.sales.voiding import InTheBank, VoidReceipt

DAY = date(2026, 11, 24)
HEADS = (
    StatementHeading(field="on", heading="交易日期"),
    StatementHeading(field="reference", heading="流水号"),
)
FIRST = StatementEntry(reference="R-1", on=DAY, amount=Fen(1_000_000), payer="王小明")
OUT = StatementEntry(reference="R-2", on=DAY, amount=Fen(-50_000), payer="施工单位")
BOTH = StatementEntry(reference="R-3", on=DAY + timedelta(days=1), amount=Fen(3_000_000))


@pytest.fixture
def banked(desks):
    """An account with three lines; 10,000 by transfer, 20,000 and 10,000 by card were collected."""
    desks.manager.do(RegisterAccount(bank="工商银行", number="6222 0001", project=ProjectId(1)))
    for number, tenders in (
        ("1-1-0101", (("transfer", 1_000_000),)),
        ("1-1-0102", (("card", 2_000_000), ("card", 1_000_000))),
    ):
        unit = desks.unit(number)
        desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
        lines = tuple(TenderLine(kind=kind, amount_fen=fen) for kind, fen in tenders)
        desks.cashier.do(TakeDeposit(unit=unit, tenders=lines))
    take(desks, FIRST, OUT, BOTH)
    return desks


def take(desks, *lines, headings=HEADS, **more):
    command = ImportStatement(account="62220001", lines=lines, headings=headings, **more)
    return desks.cashier.do(command)


def waiting(desks):
    return desks.cashier.ask(statement_lines, "62220001")


def outside(desks):
    return desks.cashier.ask(not_in_account, "62220001")


def broken(desks):
    return [finding.law for finding in desks.manager.ask(audit) if finding.broken]


def test_a_line_is_matched_by_a_person_and_the_sums_follow(banked):
    desks = banked
    first, out, both = waiting(desks)
    assert first.grade is Grade.EXACT and first.receipt == "SJ0000001"
    assert out.tender_id is None and both.tender_id is None
    assert [money.amount_fen for money in outside(desks)] == [1_000_000, 2_000_000, 1_000_000]
    (account,) = desks.manager.ask(supervised_accounts)
    assert (account.lines, account.in_fen, account.outside_fen) == (3, 3_950_000, 4_000_000)
    assert (account.unmatched, account.unmatched_fen) == (2, 4_000_000)
    desks.cashier.do(MatchStatement(line=first.id, moneys=(first.tender_id,)))
    cards = tuple(money.id for money in outside(desks))
    answer = desks.cashier.do(MatchStatement(line=both.id, moneys=cards))
    assert answer == {"reference": "R-3", "amount_fen": 3_000_000, "moneys": 2}
    assert outside(desks) == () and [line.reference for line in waiting(desks)] == ["R-2"]
    matched = desks.manager.ask(statement_matches, "62220001")
    assert [line.reference for line in matched] == ["R-3", "R-3", "R-1"]
    assert desks.manager.ask(statement_matches, "62220001", DAY, DAY) == matched[2:]
    assert not broken(desks)


def test_the_same_line_again_is_recognised_and_another_under_its_reference_refused(banked):
    desks = banked
    again = take(desks, FIRST, replace(FIRST, line=7), replace(FIRST, reference="R-4"))
    assert (again["added"], again["known"]) == (1, 2)
    for wrong in (
        (replace(FIRST, amount=Fen(1), line=9),),
        (replace(FIRST, on=DAY + timedelta(days=1)),),
        (replace(FIRST, reference="R-9"), replace(FIRST, reference="R-9", amount=Fen(2))),
    ):
        with pytest.raises(ReferenceDiffers):
            take(desks, replace(FIRST, reference="R-8"), *wrong)
    assert len(waiting(desks)) == 4  # of a file that is refused nothing is taken in
    assert not broken(desks)


def test_a_changed_column_is_refused_until_somebody_says_so(banked):
    renamed = (HEADS[0], StatementHeading(field="reference", heading="交易流水号"))
    more = replace(FIRST, reference="R-5")
    with pytest.raises(ColumnsChanged) as refusal:
        take(banked, more, headings=HEADS[:1])
    assert refusal.value.facts["now"] == "—"
    with pytest.raises(ColumnsChanged) as refusal:
        take(banked, more, headings=renamed)
    assert refusal.value.facts == {"field": "reference", "before": "流水号", "now": "交易流水号"}
    assert take(banked, more, headings=renamed, remap=True)["added"] == 1
    assert take(banked, more, headings=renamed)["known"] == 1
    (account,) = banked.cashier.ask(supervised_accounts)
    assert set(account.headings) == set(renamed)


def test_what_cannot_be_is_refused_and_changes_nothing(banked):
    desks = banked
    first, out, both = waiting(desks)
    moneys = [money.id for money in outside(desks)]
    for command, refusal in (
        (RegisterAccount(bank="x", number="62220001", project=ProjectId(1)), AccountKnown),
        (RegisterAccount(bank="x", number="6;2", project=ProjectId(1)), BadEntry),
        (RegisterAccount(bank=" ", number="1", project=ProjectId(1)), MissingEntry),
        (RegisterAccount(bank="x", number="1", project=ProjectId(9)), NotFound),
        (UnmatchStatement(line=first.id, reason="x"), NotMatched),
        (UnmatchStatement(line=99, reason="x"), NotFound),
    ):
        with pytest.raises(refusal):
            desks.manager.do(command)
    for command, refusal in (
        (MatchStatement(line=first.id, moneys=(moneys[1],)), AmountsDiffer),
        (MatchStatement(line=first.id, moneys=()), AmountsDiffer),
        (MatchStatement(line=out.id, moneys=(moneys[0],)), AmountsDiffer),
        (MatchStatement(line=both.id, moneys=(moneys[1],)), AmountsDiffer),
        (MatchStatement(line=99, moneys=(moneys[0],)), NotFound),
        (MatchStatement(line=first.id, moneys=(99,)), NotFound),
        (ImportStatement(account="1", lines=(FIRST,), headings=HEADS), NotFound),
        (ImportStatement(account="62220001", lines=(), headings=HEADS), MissingEntry),
        (UnmatchStatement(line=first.id, reason="x"), NotPermitted),
    ):
        with pytest.raises(refusal):
            desks.cashier.do(command)
    with pytest.raises(BadEntry):
        take(desks, replace(FIRST, reference="R-6", amount=Fen(0)))
    with pytest.raises(MissingEntry):
        take(desks, replace(FIRST, reference=" "))
    assert len(outside(desks)) == 3 and not broken(desks)


def test_a_receipt_in_the_bank_is_not_made_void_until_its_match_is_undone(banked):
    desks = banked
    first = waiting(desks)[0]
    match = MatchStatement(line=first.id, moneys=(first.tender_id,))
    desks.cashier.do(match)
    for moneys in ((first.tender_id,), tuple(money.id for money in outside(desks))):
        with pytest.raises(MatchedAlready):
            desks.cashier.do(MatchStatement(line=first.id, moneys=moneys))
    take(desks, replace(FIRST, reference="R-7"))
    with pytest.raises(MatchedAlready):
        desks.cashier.do(MatchStatement(line=waiting(desks)[-1].id, moneys=match.moneys))
    void = VoidReceipt(receipt=ReceiptId(1), reason="写错")
    with pytest.raises(InTheBank):
        desks.cashier.do(void)
    assert desks.manager.do(UnmatchStatement(line=first.id, reason="点错行")) == "R-1"
    desks.cashier.do(void)
    assert first.tender_id not in {money.id for money in outside(desks)}
    with pytest.raises(NotCollected):
        desks.cashier.do(match)
    assert not broken(desks)


def test_money_that_went_back_whole_is_not_missed_in_the_account(banked):
    desks = banked
    gone = desks.manager.do(
        CancelSubscription(unit=desks.unit("1-1-0101"), fault=Fault.NONE, reason="x")
    )
    assert len(outside(desks)) == 3
    desks.cashier.do(PayRefund(refund=RefundId(gone["refund"]), tender=TenderKind.TRANSFER))
    assert len(outside(desks)) == 2


FORGED = {
    "of another amount": (
        "INSERT INTO statement_match (id, line_id, tender_id, at, actor_id)"
        " SELECT 90, 1, 2, at, actor_id FROM statement_match WHERE id = 1"
    ),
    "in two lines": (
        "INSERT INTO statement_match (id, line_id, tender_id, at, actor_id)"
        " SELECT 90, 3, 1, at, actor_id FROM statement_match WHERE id = 1"
    ),
    "into money paid out": (
        "INSERT INTO statement_match (id, line_id, tender_id, at, actor_id)"
        " SELECT 90, 2, 3, at, actor_id FROM statement_match WHERE id = 1"
    ),
    "one line more than the file": (
        "INSERT INTO statement_line (id, account_id, import_id, reference, day, amount_fen, payer, note)"
        " SELECT 90, account_id, import_id, 'R-90', day, 1, '', '' FROM statement_line WHERE id = 1"
    ),
    "the reference again": (
        "INSERT INTO statement_line (id, account_id, import_id, reference, day, amount_fen, payer, note)"
        " SELECT 90, account_id, import_id, reference, day, 1, '', '' FROM statement_line WHERE id = 1"
    ),
    "changed": "UPDATE statement_line SET amount_fen = 1",
    "forgotten": "DELETE FROM statement_match",
    "void in the bank": (
        "INSERT INTO receipt_void (receipt_id, at, actor_id, reason)"
        " SELECT 1, at, actor_id, 'x' FROM statement_match WHERE id = 1"
    ),
}


def test_what_is_forged_is_refused_by_the_store(banked):
    desks = banked
    first = waiting(desks)[0]
    desks.cashier.do(MatchStatement(line=first.id, moneys=(first.tender_id,)))
    for statement in FORGED.values():
        with pytest.raises(IntegrityError), desks.office.database.writing() as session:
            session.execute(text(statement))
    assert not broken(desks)


def test_the_proof_sees_half_a_match(banked):
    first = waiting(banked)[0]
    banked.cashier.do(MatchStatement(line=first.id, moneys=(first.tender_id,)))
    with banked.office.database.writing() as session:  # 20,000 of the 30,000 of line 3
        session.execute(text(
            "INSERT INTO statement_match (id, line_id, tender_id, at, actor_id)"
            " SELECT 90, 3, 2, at, actor_id FROM statement_match WHERE id = 1"
        ))  # fmt: skip
    assert broken(banked) == ["what is matched is the bank's amount"]


def bank(number=1, days=0, fen=100, payer="", **more):
    on = DAY + timedelta(days=days)
    facts = {"reference": f"R{number}", "note": ""} | more
    return BankLine(id=number, day=on, amount_fen=fen, payer=payer, **facts)


def money(number=1, days=0, fen=100, **more):
    facts = {"payer": "王 小明", "customer": "李芳", "reference": ""} | more
    return MoneyLine(
        id=number, receipt=f"SJ{number}", receipt_id=number, day=DAY + timedelta(days=days), days=0,
        unit="", tender="card", amount_fen=fen, cashier="", **facts,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "grade"),
    [
        (bank(payer="王小明"), Grade.EXACT),
        (bank(payer="李芳", days=3), Grade.EXACT),
        (bank(payer="李芳", days=-1), Grade.EXACT),
        (bank(payer="李芳", days=4), Grade.PROBABLE),
        (bank(payer="李芳", days=60), Grade.PROBABLE),
        (bank(payer="王五"), Grade.PROBABLE),
        (bank(days=15), Grade.PROBABLE),
        (bank(days=16), None),
        (bank(payer="王小明", days=-2), None),
        (bank(payer="王小明", fen=99), None),
        (bank(note="POS-7788 结算"), Grade.EXACT),
    ],
)
def test_how_sure_a_suggestion_is(line, grade):
    reference = "POS-7788" if line.note else ""
    assert grade_of(line, money(reference=reference)) is grade


def test_each_money_suggests_itself_once_and_the_surest_first():
    lines = (bank(1, days=1), bank(2, payer="李芳", days=2), bank(3, days=1, fen=-100))
    found = suggested(lines, (money(1), money(2, days=1, customer="赵六")))
    assert {line: (one.id, grade) for line, (one, grade) in found.items()} == {
        2: (1, Grade.EXACT),
        1: (2, Grade.PROBABLE),
    }
