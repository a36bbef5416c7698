"""A bank's file: columns known by their heads in several banks' words, strange cells, hostile files."""

from datetime import date, datetime

import pytest

from salesdesk.intake.refusals import FileRefused
from salesdesk.intake.statement import read_statement
from salesdesk.office.sales.supervised_sheets import StatementEntry, StatementHeading

HEADS = ("交易日期", "交易流水号", "借方发生额", "贷方发生额", "对方户名", "摘要")
FIRST = ("2026-11-24", "ICBC0001", None, 50000, "王小明", "购房定金")


def words(reading):
    return [problem.problem.format_map(dict(problem.facts)) for problem in reading.problems]


def test_title_rows_sums_and_both_ways(book):
    rows = [
        ("中国工商银行账户明细",),
        ("账号", "6222"),
        HEADS,
        FIRST,
        (datetime(2026, 11, 25, 9, 30), "ICBC0002", "1,200.50", "", "施工单位", ""),
        ("合计", None, 1200.5, 50000, None, None),
    ]
    reading = read_statement(book(rows))
    assert words(reading) == []
    assert reading.lines == (
        StatementEntry(
            reference="ICBC0001", on=date(2026, 11, 24), amount=5_000_000, payer="王小明",
            note="购房定金", line=4,
        ),
        StatementEntry(
            reference="ICBC0002", on=date(2026, 11, 25), amount=-120_050, payer="施工单位", line=5
        ),
    )  # fmt: skip
    heads = {one.field: one.heading for one in reading.headings}
    assert heads == {
        "reference": "交易流水号", "on": "交易日期", "credit": "贷方发生额", "debit": "借方发生额",
        "payer": "对方户名", "note": "摘要",
    }  # fmt: skip


def test_a_csv_keeps_long_references_and_one_signed_amount(tmp_path):
    path = tmp_path / "bank.csv"
    path.write_bytes(
        "流水号,日期,金额,对方名称\n202611240000000000012345,20261124,-300.00,李芳\n".encode(
            "gb18030"
        )
    )
    (line,) = read_statement(path).lines
    assert (line.reference, line.amount) == ("202611240000000000012345", -30_000)
    assert line.payer == "李芳"


def test_columns_said_by_hand_or_remembered_are_taken_before_guessed_ones(book):
    path = book([("何时", "号", "进账", "谁"), ("2026-11-24", "A-1", 5, "王")])
    reading = read_statement(path)
    assert not reading.lines
    assert any("No column of the bank's file gives reference" in line for line in words(reading))
    assert "何时, 号, 进账, 谁" in words(reading)[0]
    said = tuple(
        StatementHeading(field=field, heading=heading)
        for field, heading in (("on", "何时"), ("reference", "号"), ("credit", "进账"))
    )
    reading = read_statement(path, said)
    assert [line.reference for line in reading.lines] == ["A-1"] and not words(reading)


@pytest.mark.parametrize(
    ("at", "cell", "told"),
    [
        (0, "昨天", "not a date"),
        (0, None, "not a date"),
        (1, None, "reference is missing"),
        (1, 2.5e17, "rounded"),
        (1, 20261124000012345, "rounded"),
        (1, date(2026, 11, 24), "date"),
        (1, "=1+1", "formula"),
        (3, "五万", "not a number"),
        (3, None, "No amount"),
        (2, 5, "No amount"),
        (4, "x" * 300, "too long"),
    ],
)
def test_a_cell_that_cannot_be_taken_stops_the_file_by_its_place(book, at, cell, told):
    row = list(FIRST)
    row[at] = cell
    reading = read_statement(book([HEADS, FIRST, row]))
    assert any(told in line for line in words(reading)), words(reading)
    assert {problem.line for problem in reading.problems} == {3}


def test_what_is_no_spreadsheet_is_refused(tmp_path):
    path = tmp_path / "bank.xlsx"
    path.write_bytes(b"PK\x03\x04" + b"\0" * 200)
    with pytest.raises(FileRefused):
        read_statement(path)
