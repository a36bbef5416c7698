"""Accounting vouchers: what waits, the numbered runs, each with its lines; the accounts' codes."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.cashier.listed import ListTools
from salesdesk.desks.cashier.page import Page
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.outlets import file_name, not_written
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import money, say, today
from salesdesk.documents.vouchers import voucher_csv, voucher_xlsx
from salesdesk.kernel.change import Topic
from salesdesk.office.ledger.rules import Account
from salesdesk.office.ledger.voucher_sheets import (
    AccountCode,
    VoucherLine,
    VoucherPer,
    VoucherRunLine,
    VoucherSheet,
    VouchersWaiting,
)
from salesdesk.office.ledger.vouchers import (
    ExportVouchers,
    SetAccountCode,
    account_codes,
    voucher_run,
    voucher_runs,
    vouchers_waiting,
)


class VouchersPage(Page):
    """One run at a time, the newest first; the accountant makes the next one and sets the codes."""

    topics = frozenset({Topic.EVERYTHING, Topic.RECEIPT, Topic.REFUND, Topic.DEAL, Topic.SETTING})

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self._sheet: VoucherSheet | None = None
        self.run = QComboBox()
        self.run.setAccessibleName(self.tr("Run"))
        self.run.setMinimumContentsLength(44)
        empty = EmptyState(
            self.tr("No voucher was exported yet"),
            self.tr("The accountant exports what moved up to yesterday; each run stays here."),
            "receipt-text",
        )
        self.table = CardTable("vouchers", self._columns(), lambda v: v, empty)
        self.table.title = self.tr("Vouchers")
        self.make = button(self.tr("Export vouchers…"), self.ask_export, "plus")
        self.codes = button(self.tr("Account codes…"), self.ask_code)
        self.save = button(self.tr("Save the file…"), self.choose_place, "download")
        self.make.setVisible(link.may("ExportVouchers"))
        self.codes.setVisible(link.may("SetAccountCode"))
        self.banner = Banner()
        self.sum = PlainLabel("", "dim")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 10, 0, 0)
        lines.setSpacing(8)
        tools = ListTools(self.table)
        lines.addLayout(row(self.run, None, self.make, self.codes, self.save, tools))
        lines.addWidget(self.banner)
        lines.addWidget(self.table, 1)
        lines.addWidget(self.sum)
        self.run.currentIndexChanged.connect(lambda _at: self._read_run())

    @override
    def refresh(self) -> None:
        self.link.ask(self, self._offer, voucher_runs)
        self.link.ask(self, self._wait, vouchers_waiting)

    @override
    def arrive(self) -> None:
        self.table.view.setFocus()

    @override
    def shown_table(self) -> CardTable[VoucherLine]:
        return self.table

    def ask_export(self) -> None:
        """Open the form that makes the next run."""
        form = ExportVouchersDialog(self.link, self)
        form.carried.connect(self._exported)
        form.open()

    def ask_code(self) -> None:
        """Open the form of an account's code."""
        AccountCodeDialog(self.link, self).open()

    def choose_place(self) -> None:
        """Ask where the accountant's file goes."""
        title = self.tr("Vouchers {no}").format(no=self.run.currentData())
        kinds = self.tr("Excel workbook (*.xlsx);;Text file (*.csv)")
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save the file"), str(Path.home() / file_name(title, "xlsx")), kinds
        )
        if path:
            self.write(Path(path))

    def write(self, path: Path) -> None:
        """Write the run that is shown to *path*; its ending decides the kind."""
        sheet = self._sheet
        if sheet is None:
            return
        make = voucher_csv if path.suffix.lower() == ".csv" else voucher_xlsx
        try:
            path.write_bytes(make(sheet))
        except OSError as error:
            self.banner.say(*not_written(error))
        else:
            self.told.emit(self.tr("Saved: {file}").format(file=path.name))

    def _columns(self) -> list[Column[VoucherLine]]:
        return [
            Column(self.tr("Day"), lambda v: v.day, Kind.DAY, 100),
            Column(self.tr("Voucher"), lambda v: v.voucher, Kind.COUNT, 76),
            Column(self.tr("Summary"), lambda v: v.summary, width=280),
            Column(self.tr("Code"), lambda v: v.code, width=90),
            Column(self.tr("Account"), lambda v: v.name, width=200),
            Column(self.tr("Debit"), lambda v: v.debit_fen or None, Kind.MONEY, 130),
            Column(self.tr("Credit"), lambda v: v.credit_fen or None, Kind.MONEY, 130),
            Column(self.tr("Papers"), lambda v: v.papers, Kind.COUNT, 70),
        ]

    def _offer(self, runs: tuple[VoucherRunLine, ...]) -> None:
        before, newest = self.run.currentData(), self.run.itemData(0)
        self.run.blockSignals(True)
        self.run.clear()
        for one in runs:
            words = self.tr("{no}: {first} – {last}, {sum}").format(
                no=one.no, first=one.first_on, last=one.last_on, sum=money(one.amount_fen)
            )
            self.run.addItem(words, one.no)
        fresh = runs and runs[0].no != newest
        self.run.setCurrentIndex(0 if fresh else max(0, self.run.findData(before)))
        self.run.blockSignals(False)
        self.save.setEnabled(bool(runs))
        self._read_run()

    def _read_run(self) -> None:
        number = self.run.currentData()
        if number is None:
            self.table.set_lines(())
        else:
            self.link.ask(self, self._show, voucher_run, int(number))

    def _show(self, sheet: VoucherSheet) -> None:
        self._sheet = sheet
        self.table.set_lines(sheet.lines)

    def _wait(self, waits: VouchersWaiting) -> None:
        if not waits.movements:
            self.sum.setText(self.tr("All that moved up to yesterday is in a run."))
            return
        words = self.tr("%n movement(s) of {first} to {last} wait for a voucher: {sum}.", "",
            waits.movements)  # fmt: skip
        self.sum.setText(
            words.format(first=waits.first_on, last=waits.last_on, sum=money(waits.amount_fen))
        )

    def _exported(self, answer: dict[str, object]) -> None:
        words = self.tr("Run {no}: {count} voucher(s). Save its file for the accounting program.")
        self.banner.say(words.format(no=answer["run"], count=answer["vouchers"]), "", "good")
        self.refresh()


class ExportVouchersDialog(Asking):
    """Makes the next run: up to which day, one voucher for what."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self.head(self.tr("Export vouchers"), self.tr("Export them"))
        told = self.tr(
            "All that moved up to that day and is in no run yet; each movement is exported once."
        )
        self.tell(PlainLabel(told, "dim").wrapping())
        self.last = self.form.add("last_on", self.tr("Up to"), QLineEdit(), needed=True)
        self.last.setText((today() - timedelta(days=1)).isoformat())
        self.per = self.form.add("per", self.tr("A voucher for each"), QComboBox())
        self.per.addItem(self.tr("day"), VoucherPer.DAY)
        self.per.addItem(self.tr("receipt"), VoucherPer.RECEIPT)

    @override
    def send(self) -> None:
        self.form.right()
        try:
            last = date.fromisoformat(self.form.text("last_on"))
        except ValueError:
            self.form.wrong("last_on", self.tr("Write the day like 2026-11-24."))
            return
        command = ExportVouchers(last_on=last, per=VoucherPer(self.per.currentData()))
        self.sending.send(command, self.well, self.form.refuse)


class AccountCodeDialog(Asking):
    """Says under which code and name an account stands in the accountant's books."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self._codes: dict[str, AccountCode] = {}
        self.head(self.tr("Code of an account"), self.tr("Keep it"))
        told = self.tr("It counts for the runs from now on; what was exported stays as it was.")
        self.tell(PlainLabel(told, "dim").wrapping())
        self.account = self.form.add("account", self.tr("Account"), QComboBox(), needed=True)
        self.code = self.form.add("code", self.tr("Code"), QLineEdit(), needed=True)
        self.name = self.form.add("name", self.tr("Name"), QLineEdit(), needed=True)
        self.code.setMaxLength(24)
        self.name.setMaxLength(60)
        self.account.currentIndexChanged.connect(lambda _at: self._chosen())
        link.ask(self, self._found, account_codes)

    def _found(self, codes: tuple[AccountCode, ...]) -> None:
        self._codes = {code.account: code for code in codes}
        for code in codes:
            self.account.addItem(say("accounts", code.account), code.account)

    def _chosen(self) -> None:
        code = self._codes.get(str(self.account.currentData()))
        if code is not None:
            self.code.setText(code.code)
            self.name.setText(code.name)

    @override
    def send(self) -> None:
        self.form.right()
        for name in ("code", "name"):
            if not self.form.text(name):
                self.form.wrong(name, self.tr("Enter what the accountant's books have."))
                return
        command = SetAccountCode(
            account=Account(self.account.currentData()),
            code=self.form.text("code"),
            name=self.form.text("name"),
        )
        self.sending.send(command, self.well, self.form.refuse)
