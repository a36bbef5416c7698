"""The cashier's lists for the accountant: receivables by age, the supervised account."""

import dataclasses
from datetime import timedelta

import openpyxl
import pytest

from salesdesk.desks.cashier.desk import CashierDesk
from salesdesk.desks.cashier.problemlist import ProblemsDialog
from salesdesk.desks.cashier.supervisedforms import (
    ChooseMoneys,
    ColumnsDialog,
    RegisterAccountDialog,
)
from salesdesk.desks.cashier.vouchers import AccountCodeDialog, ExportVouchersDialog
from salesdesk.desks.widgets.dialogs import Question
from salesdesk.desks.wording import today
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.inventory.sheets import ImportProblem
from salesdesk.office.ledger.voucher_sheets import VoucherLine, VoucherSheet
from salesdesk.office.sales.ageing import AgeingBy, AgeingLine
from salesdesk.office.sales.collections import CollectionsBy
from salesdesk.office.sales.supervising import RegisterAccount
from tests.desks.sales_day import make_office, open_day


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("accounts"))


@pytest.fixture
def day(made, tmp_path, qtbot):
    opened = open_day(made, tmp_path, qtbot)
    yield opened
    opened.close()


def test_receivables_go_from_a_building_to_its_deals_and_to_the_unit(day):
    day.hold(1)
    day.pay(1)
    day.approve(1)
    day.subscribe(1)
    desk = day.open(CashierDesk, "cashier")
    page = desk.ageing
    desk.show_page("ageing")
    day.until(lambda: page.table.model.rowCount() == 1)
    (line,) = page.table.model.lines()
    total = line.open_fen
    page.by.setCurrentIndex(page.by.findData(AgeingBy.BUILDING))
    day.until(lambda: page.table.model.line(0).unit == "")
    assert page.table.model.line(0).open_fen == total
    page.table.opened.emit(page.table.model.line(0))
    day.until(lambda: page.table.model.line(0).unit != "")
    assert page.by.currentData() == AgeingBy.DEAL
    assert not page.whole.isHidden()
    with day.qtbot.waitSignal(page.jump) as jumped:
        page.table.opened.emit(page.table.model.line(0))
    assert jumped.args[0].desk == "board"
    page.whole.click()
    day.until(page.whole.isHidden)


def write(path, heads, *lines):
    rows = [heads, *lines]
    path.write_text("\n".join(",".join(map(str, row)) for row in rows), encoding="utf-8")
    return path


def test_the_banks_file_is_taken_in_and_matched_by_a_person(day, tmp_path):
    for unit, amount in ((1, 1_000_000), (2, 2_000_000), (3, 3_000_000)):
        day.hold(unit, unit)
        day.pay(unit, amount)
    keeper = day.open(CashierDesk, "manager")
    keeper.show_page("supervised")
    page = keeper.supervised
    assert page.take.isHidden() and page.match.isHidden() and not page.undo.isHidden()
    page.register.click()
    form = day.dialog(RegisterAccountDialog)
    day.until(lambda: form.project.count() == 1)
    form.bank.setText("工商银行")
    form.number.setText("6222 0001")
    form.yes.click()
    day.until(lambda: page.account.count() == 1)

    desk = day.open(CashierDesk, "cashier")
    desk.show_page("supervised")
    page = desk.supervised
    day.until(lambda: page.outside.model.rowCount() == 3)
    payer, on = page.outside.model.line(0).payer, today()
    strange = write(
        tmp_path / "a.csv", ("何时", "编号", "进账", "户名"), (on, "R-1", "10000", payer)
    )
    page.open_file(strange)
    day.settle()
    columns = day.dialog(ColumnsDialog)
    columns.yes.click()  # nothing is chosen: it asks
    assert columns.isVisible()
    for field, heading in (
        ("reference", "编号"),
        ("on", "何时"),
        ("credit", "进账"),
        ("payer", "户名"),
    ):
        columns.choices[field].setCurrentIndex(columns.choices[field].findData(heading))
    columns.yes.click()
    day.until(lambda: page.bank.model.rowCount() == 1)
    page.bank.choose(1)
    page.match.click()
    day.until(lambda: page.outside.model.rowCount() == 2 and page.bank.model.rowCount() == 0)

    usual = write(
        tmp_path / "b.csv", ("流水号", "日期", "金额"), ("R-2", on + timedelta(days=1), "50000")
    )
    page.open_file(usual)
    day.settle()
    question = day.dialog(Question)  # its columns are not those of the file before
    question.yes.click()
    day.until(lambda: page.bank.model.rowCount() == 1)
    page.bank.choose(2)
    page.choose.click()
    chosen = day.dialog(ChooseMoneys)
    day.until(lambda: chosen.table.model.rowCount() == 2)
    assert not chosen.yes.isEnabled()
    chosen.table.view.selectAll()
    assert chosen.yes.isEnabled()
    chosen.yes.click()
    day.until(lambda: page.matched.model.rowCount() == 3)
    assert page.outside.model.rowCount() == 0

    page = keeper.supervised
    day.until(lambda: page.matched.model.rowCount() == 3)
    page.view.setCurrentIndex(2)
    page.matched.choose(page.matched.model.line(0).id)
    page.undo.click()
    question = day.dialog(Question)
    question.why.setPlainText("点错行")
    question.yes.click()
    day.until(lambda: page.matched.model.rowCount() == 1)


def test_a_file_with_a_fault_is_not_taken_in(day, tmp_path):
    day.hold(1)
    day.pay(1)
    day.seat("manager").do(RegisterAccount(bank="x", number="1", project=ProjectId(1)))
    desk = day.open(CashierDesk, "cashier")
    desk.show_page("supervised")
    page = desk.supervised
    day.until(lambda: page.account.count() == 1)
    page.open_file(write(tmp_path / "a.csv", ("流水号", "日期", "金额"), ("R-1", "昨天", "5")))
    day.settle()
    told = day.dialog(ProblemsDialog)
    assert told.table.model.rowCount() == 1 and told.windowTitle()
    told.accept()
    assert page.bank.model.rowCount() == 0
    (tmp_path / "b.xlsx").write_bytes(b"PK nothing")
    page.open_file(tmp_path / "b.xlsx")
    day.until(lambda: not page.banner.isHidden())


def test_the_accountant_exports_vouchers_and_saves_the_same_file_again(day, tmp_path):
    desk = day.open(CashierDesk, "admin")
    desk.show_page("vouchers")
    page = desk.vouchers
    page.codes.click()
    form = day.dialog(AccountCodeDialog)
    day.until(lambda: form.code.text() == "1001")
    form.code.setText("10")
    form.yes.click()
    day.until(lambda: not form.banner.isHidden())
    form.code.setText("1001.01")
    form.yes.click()
    day.settle()
    page.make.click()
    form = day.dialog(ExportVouchersDialog)
    form.last.setText("gestern")
    form.yes.click()
    assert form.isVisible()
    form.last.setText("2026-01-01")
    form.yes.click()
    day.until(lambda: not form.banner.isHidden())  # nothing waits
    form.reject()
    lines = (
        VoucherLine(voucher=1, day=today(), summary="=1+1", code="1001", name="库存现金", debit_fen=5, credit_fen=0, papers=1),
        VoucherLine(voucher=1, day=today(), summary="@x", code="2203.01", name="预收账款", debit_fen=0, credit_fen=5, papers=1),
    )  # fmt: skip
    page._show(VoucherSheet(per="day", codes=(), lines=lines))
    for name in ("a.csv", "b.csv", "a.xlsx", "b.xlsx"):
        page.write(tmp_path / name)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert "'=1+1" in (tmp_path / "a.csv").read_text("utf-8-sig")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    told = {cell.value: cell.data_type for row in sheet.iter_rows() for cell in row}
    assert told["=1+1"] == "s" and told["2203.01"] == "s" and told[0.05] == "n"


def test_each_report_of_collections_has_the_same_sum(day):
    for unit in (1, 2):
        day.hold(unit, unit)
        day.pay(unit, 1_000_000)
    desk = day.open(CashierDesk, "cashier")
    desk.show_page("collections")
    page = desk.collections
    for at in range(4):
        page.by.setCurrentIndex(at)
        day.settle()
        assert sum(line.net_fen for line in page.shown_table().model.lines()) == 2_000_000
        assert page.shown_table().sheet().texts()[0][0]
    page.by.setCurrentIndex(4)
    day.until(lambda: page.held.model.rowCount() == 2)
    assert page.shown_table() is page.held and page.span.isHidden()


def test_collections_are_of_any_days_from_to(day):
    day.hold(1, 1)
    day.pay(1, 1_000_000)
    desk = day.open(CashierDesk, "cashier")
    desk.show_page("collections")
    page = desk.collections
    assert page.span.span.currentData() == "month", "the month is where it begins"
    assert page.span.first.isHidden()
    page.span.span.setCurrentIndex(page.span.span.findData("span"))
    day.settle()
    first, last = page.span.days()
    assert first.day == 1 and last >= first and page.table.model.rowCount() == 1
    page.span.last.set_day(first.replace(day=1) - timedelta(days=1))
    page.span.first.set_day(None)
    day.until(lambda: page.table.model.rowCount() == 0)
    page.span.last.setText("nonsense")
    page.span.last.set_day(None)
    day.until(lambda: page.table.model.rowCount() == 1)
    page.by.setCurrentIndex(page.by.findData(CollectionsBy.KIND))
    day.settle()
    assert page.table.sheet().texts()[0][0] in {"Deposit", "定金"}


def test_ageing_hides_what_a_grouping_leaves_empty_on_the_screen_and_on_what_leaves_it(day):
    desk = day.open(CashierDesk, "cashier")
    desk.show_page("ageing")
    page = desk.ageing
    line = AgeingLine(
        id=1, project="云栖", building="", consultant="", unit="", unit_id=None, customer="",
        deals=3, not_due_fen=5, to_30_fen=0, to_60_fen=0, to_90_fen=0, over_90_fen=0,
        oldest_on=None,
    )  # fmt: skip
    page.by.setCurrentIndex(page.by.findData(AgeingBy.PROJECT))
    day.settle()
    page._show((line,))
    hidden = [page.table.view.isColumnHidden(at) for at in range(14)]
    assert hidden == [False, True, True, True, True] + [False] * 8 + [True]
    assert len(page.table.sheet().heads) == 9
    page.by.setCurrentIndex(page.by.findData(AgeingBy.DEAL))
    day.settle()
    page._show(
        (dataclasses.replace(line, unit="1-1", customer="王", building="1", consultant="陈"),)
    )
    hidden = [page.table.view.isColumnHidden(at) for at in range(14)]
    assert hidden == [False] * 12 + [True] * 2, "of one deal nobody counts the deals"
    widths = sum(column.width for column in page.table.model.columns[:12])
    assert widths <= 1120, "all of it is seen at 1366"


def test_every_problem_of_a_banks_file_is_listed_and_leaves_as_a_file(day, tmp_path):
    desk = day.open(CashierDesk, "cashier")
    problems = tuple(
        ImportProblem(
            sheet="", line=n, column="金额", problem="{value} is no amount.",
            remedy="Correct it.", facts=(("value", f"x{n}"),),
        )
        for n in range(2, 42)
    )  # fmt: skip
    shown = ProblemsDialog("40", problems, desk)
    shown.show()
    assert shown.table.model.rowCount() == 40
    shown.table.write(tmp_path / "all.csv")
    day.until((tmp_path / "all.csv").exists)
    day.settle()
    assert (tmp_path / "all.csv").read_text("utf-8-sig").count("x") == 40
    shown.accept()
