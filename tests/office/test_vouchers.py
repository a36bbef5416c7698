"""Accounting vouchers: balanced, equal to the ledger, exported once, on both stores."""

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.errors import MissingEntry, NotFound, NotPermitted
from salesdesk.kernel.keys import Fen, ReceiptId
from salesdesk.office.figures.audit import audit
from salesdesk.office.ledger.rules import Account, Fault
from salesdesk.office.ledger.sheets import TenderLine
from salesdesk.office.ledger.tables import TRANSFERS
from salesdesk.office.ledger.voucher_rules import SHIPPED, SUMMARIES, Moved, vouchers
from salesdesk.office.ledger.voucher_sheets import AccountCode, VoucherPer
from salesdesk.office.ledger.vouchers import (
    CodeNamedOtherwise,
    ExportVouchers,
    NoSuchCode,
    NothingToExport,
    NotMapped,
    SetAccountCode,
    VouchersTooEarly,
    account_codes,
    voucher_run,
    voucher_runs,
    vouchers_waiting,
)
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import CancelSubscription
from salesdesk.office.sales.voiding import VoidReceipt

DAY = date(2026, 11, 24)


@pytest.fixture
def sold(desks):
    """Two deposits on the first day, one of them void; a cancellation with nobody's fault on the second."""
    for number, tenders in (
        ("1-1-0101", (("cash", 1_000_000), ("transfer", 2_000_000))),
        ("1-1-0102", (("cash", 500_000),)),
    ):
        unit = desks.unit(number)
        desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
        lines = tuple(TenderLine(kind=kind, amount_fen=fen) for kind, fen in tenders)
        desks.cashier.do(TakeDeposit(unit=unit, tenders=lines))
    desks.cashier.do(VoidReceipt(receipt=ReceiptId(2), reason="写错"))
    desks.clock.forward(days=1)
    desks.manager.do(CancelSubscription(unit=desks.unit("1-1-0101"), fault=Fault.NONE, reason="x"))
    return desks


def shown(lines):
    return [(x.voucher, x.summary, x.code, x.debit_fen, x.credit_fen) for x in lines]


def whole(desks):
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]


def test_a_day_is_one_balanced_voucher_and_is_exported_once(sold):
    desks = sold
    waits = desks.admin.ask(vouchers_waiting)
    assert (waits.first_on, waits.last_on, waits.movements) == (DAY, DAY, 4)
    answer = desks.admin.do(ExportVouchers())
    assert answer == {
        "run": 1, "vouchers": 1, "movements": 4, "amount_fen": 4_000_000,
        "first_on": "2026-11-24", "last_on": "2026-11-24",
    }  # fmt: skip
    sheet = desks.admin.ask(voucher_run, 1)
    assert shown(sheet.lines) == [
        (1, "收定金", "1001", 1_500_000, 0),
        (1, "收定金", "1002", 2_000_000, 0),
        (1, "收定金", "2203.01", 0, 3_500_000),
        (1, "收据作废冲回", "2203.01", 500_000, 0),
        (1, "收据作废冲回", "1001", 0, 500_000),
    ]
    with pytest.raises(NothingToExport):
        desks.admin.do(ExportVouchers())
    assert desks.admin.ask(vouchers_waiting).movements == 0
    desks.clock.forward(days=1)
    second = desks.admin.do(ExportVouchers())
    assert (second["run"], second["first_on"], second["movements"]) == (2, "2026-11-25", 1)
    assert desks.admin.ask(voucher_run, 1) == sheet
    assert [run.no for run in desks.manager.ask(voucher_runs)] == [2, 1]
    whole(desks)


def test_one_voucher_a_receipt_names_payer_unit_and_number(sold):
    sold.clock.forward(days=1)
    sold.admin.do(ExportVouchers(per=VoucherPer.RECEIPT))
    lines = sold.admin.ask(voucher_run, 1).lines
    first = [line for line in lines if line.voucher == 1]
    assert first[0].summary.startswith("收定金 ") and first[0].summary.endswith("SJ0000001")
    assert "1-1-0101" in first[0].summary and first[0].papers == 1
    assert {line.voucher for line in lines} == {1, 2, 3}
    last = [line for line in lines if line.voucher == 3]
    assert {line.summary for line in last} == {"退订转应退款"} and last[0].papers == 0
    whole(sold)


def test_codes_are_the_offices_and_what_was_exported_stays(sold):
    desks = sold
    desks.admin.do(ExportVouchers())
    before = desks.admin.ask(voucher_run, 1)
    desks.admin.do(SetAccountCode(account=Account.DEPOSITS_HELD, code="2205.01", name="合同负债"))
    codes = {code.account: code.code for code in desks.admin.ask(account_codes)}
    assert codes["deposits held"] == "2205.01" and codes["cash"] == "1001"
    desks.clock.forward(days=1)
    desks.admin.do(ExportVouchers())
    assert "2205.01" in {line.code for line in desks.admin.ask(voucher_run, 2).lines}
    assert desks.admin.ask(voucher_run, 1) == before


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (SetAccountCode(account=Account.CASH, code="10", name="x"), NoSuchCode),
        (SetAccountCode(account=Account.CASH, code="=1+1", name="x"), NoSuchCode),
        (SetAccountCode(account=Account.CASH, code="1001.", name="x"), NoSuchCode),
        (SetAccountCode(account=Account.CASH, code=" ", name="x"), MissingEntry),
        (SetAccountCode(account=Account.CASH, code="1001", name=" "), MissingEntry),
        (SetAccountCode(account=Account.CASH, code="1002", name="现金"), CodeNamedOtherwise),
        (SetAccountCode(account=Account.OPENING, code="1001", name="x"), NotMapped),
        (ExportVouchers(last_on=DAY + timedelta(days=1)), VouchersTooEarly),
        (ExportVouchers(last_on=DAY - timedelta(days=1)), NothingToExport),
    ],
)
def test_a_bad_mapping_or_a_day_that_is_not_over_is_refused(sold, command, refusal):
    with pytest.raises(refusal):
        sold.admin.do(command)
    assert sold.admin.ask(voucher_runs) == ()
    assert [code.code for code in sold.admin.ask(account_codes)] == [
        c for c, _n in SHIPPED.values()
    ]


def test_only_the_accountant_exports(sold):
    with pytest.raises(NotPermitted):
        sold.cashier.do(ExportVouchers())
    with pytest.raises(NotFound):
        sold.admin.ask(voucher_run, 9)


FORGED = (
    "INSERT INTO voucher_movement (movement_id, run_id) SELECT movement_id, run_id FROM voucher_movement",
    "INSERT INTO voucher_movement (movement_id, run_id) SELECT max(id), 1 FROM movement",
    "DELETE FROM voucher_movement",
    "UPDATE voucher_run SET amount_fen = 1",
    (
        "INSERT INTO voucher_run (id, no, first_on, last_on, vouchers, movements, amount_fen, sheet, at,"
        " actor_id) SELECT 9, 9, first_on, last_on, 1, 1, 1, sheet, at, actor_id FROM voucher_run"
    ),
)


def test_what_is_forged_is_refused_or_seen(sold):
    sold.admin.do(ExportVouchers())
    for statement in FORGED:
        with pytest.raises(IntegrityError), sold.office.database.writing() as session:
            session.execute(text(statement))
    with sold.office.database.writing() as session:  # a run that holds nothing of the ledger
        session.execute(
            text(
                "INSERT INTO voucher_run (id, no, first_on, last_on, vouchers, movements, amount_fen,"
                " sheet, at, actor_id) SELECT 9, 2, first_on, last_on, 1, 1, 1, :sheet, at, actor_id"
                " FROM voucher_run"
            ),
            {"sheet": json.dumps({"per": "day", "codes": [], "lines": []})},
        )
    broken = [finding.law for finding in sold.manager.ask(audit) if finding.broken]
    assert broken == ["vouchers are the ledger, balanced"]


def test_every_kind_and_account_has_its_words():
    assert set(SUMMARIES) >= TRANSFERS | {"deposit", "payment", "refund", "void", "contra"}
    assert set(SHIPPED) == set(Account) - {Account.OPENING}
    assert len({code for code, _name in SHIPPED.values()}) == len(SHIPPED)


def test_the_same_movements_in_any_order_give_the_same_lines():
    codes = {
        account: AccountCode(account=account.value, code=code, name=name)
        for account, (code, name) in SHIPPED.items()
    }
    moved = [
        Moved(
            day=DAY + timedelta(days=n % 3), kind=kind, debit=Account.CASH,
            credit=Account.PREPAID, amount_fen=Fen(n + 1), paper=f"SJ{n % 4}", about="",
        )
        for n, kind in enumerate(("deposit", "payment", "void", "deposit", "payment", "deposit"))
    ]  # fmt: skip
    for per in VoucherPer:
        lines = vouchers(moved, codes, per)
        assert lines == vouchers(moved[::-1], codes, per)
        for voucher in {line.voucher for line in lines}:
            mine = [line for line in lines if line.voucher == voucher]
            assert sum(x.debit_fen for x in mine) == sum(x.credit_fen for x in mine) > 0
