"""Receipts on the office's printed form, from the cashier's desk: offset, test page, refused whole."""

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from salesdesk.desks.admin.officesettings import SettingsPage
from salesdesk.desks.cashier.desk import CashierDesk
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.formdialog import FormDialog
from salesdesk.desks.widgets.formprinter import FormPrinter, this_printer
from salesdesk.desks.widgets.memory import MEMORY
from salesdesk.office.ledger.stationery import SetStationery, stationery
from salesdesk.office.ledger.stationery_rules import FormField, FormPlace, Stationery
from tests.desks.sales_day import make_office, open_day
from tests.documents.made import text_of

FORM_POINTS = (2410 * 72 / 254, 930 * 72 / 254)


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return make_office(tmp_path_factory.mktemp("cashier"))


@pytest.fixture
def day(made, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(MEMORY, "widths", {})
    opened = open_day(made, tmp_path, qtbot)
    yield opened
    opened.close()


def previewed(day, desk, press):
    shown = []
    desk.printer.opened.connect(shown.append)
    press()
    day.until(lambda: bool(shown))
    preview = shown[0]
    text = text_of(preview._pdf)
    size = preview._pages.size(0)
    preview.accept()
    return text, size


def test_receipts_follow_the_form_this_machine_its_offset_and_plain_paper(day):
    day.hold(1, 1)
    first = day.pay(1)["receipt_id"]
    day.pay(1)
    day.seat("admin").do(SetStationery(in_use=True))
    desk = day.open(CashierDesk, "cashier")
    text, size = previewed(day, desk, lambda: desk.printer.print_receipt(first))
    assert size == pytest.approx(FORM_POINTS, abs=0.1) and "补打" not in text
    FormPrinter(own=True, across=-20, down=5).keep()
    assert this_printer() == FormPrinter(own=True, across=-20, down=5)
    text, size = previewed(day, desk, lambda: desk.printer.print_receipt(first))
    assert size == pytest.approx(FORM_POINTS, abs=0.1)
    assert "REPRINT1" in text or "补打1" in text
    FormPrinter(plain=True).keep()
    text, size = previewed(day, desk, lambda: desk.printer.print_unprinted(lambda: None))
    assert size == pytest.approx((595, 842), abs=1), "plain paper"
    assert [line.prints for line in day.receipts()] == [1, 2]


def test_what_the_form_does_not_hold_is_refused_and_nothing_is_counted(day):
    day.hold(1, 1)
    receipt = day.pay(1)["receipt_id"]
    narrow = FormPlace(field=FormField.WORDS, x=400, y=420, wide=60, high=40, size=6)
    day.seat("admin").do(SetStationery(in_use=True, places=(narrow,)))
    desk = day.open(CashierDesk, "cashier")
    told = []
    desk.link.refused.connect(told.append)
    for press in (
        lambda: desk.printer.print_receipt(receipt),
        lambda: desk.printer.print_unprinted(lambda: None),
    ):
        told.clear()
        press()
        day.until(lambda: bool(told))
        assert told[0].kind == "DoesNotFit" and told[0].facts["field"] == "form: words"
    assert day.receipts()[0].prints == 0


def test_a_pile_without_anything_says_so_and_the_next_press_works(day):
    desk = day.open(CashierDesk, "cashier")
    none = []
    desk.printer.print_unprinted(lambda: none.append(1))
    day.until(lambda: bool(none))
    desk.printer.print_unprinted(lambda: none.append(2))
    day.until(lambda: none == [1, 2])


def test_what_the_machine_remembers_is_believed_only_where_it_makes_sense(day):
    for kept in ([1], [0, 1, 5, 900], [2, 0, 200, 200], [0, 0, 200, 200, 1]):
        MEMORY.keep("receipt form", kept)
        assert this_printer() == FormPrinter()


def opened_form(day, login):
    link = Link(day.seat(login))
    day.links.append(link)
    form = FormDialog(link)  # it goes by itself once it is closed
    form.show()
    left = []
    form.finished.connect(lambda code: left.append(code + 1))
    day.settle()
    return form, left


def test_the_administrator_sets_the_form_and_tries_it(day):
    form, left = opened_form(day, "admin")
    form.on.setChecked(True)
    form.paper.setCurrentIndex(1)
    assert form.wide.value() == 190 and form.typed().places != Stationery().places
    form.across.setValue(1.5)
    shown = []
    form.opened.connect(shown.append)
    form.own.setChecked(True)
    form.own_down.setValue(-3)
    form.print_test()
    day.until(lambda: bool(shown))
    assert shown[0]._pages.size(0)[0] == pytest.approx(1900 * 72 / 254, abs=0.1)
    shown[0].accept()
    form.places.item(4, 1).setText("x")
    form.send()
    assert form.banner.isVisible() and form.isVisible()
    form.as_shipped()
    form.across.setValue(-19)
    form.send()
    assert form.isVisible() and "offset included" in form.banner.words()
    form.across.setValue(1.5)
    form.send()
    day.until(lambda: bool(left))
    office = day.seat("cashier").ask(stationery)
    assert (office.on, office.wide, office.across, office.down) == (True, 1900, 15, 0)
    assert this_printer() == FormPrinter(own=True, down=-30)


def test_the_cashier_sets_the_machine_alone(day):
    form, left = opened_form(day, "cashier")
    assert not form.on.isEnabled() and not form.wide.isEnabled()
    form.plain.setChecked(True)
    form.send()
    day.until(lambda: bool(left))
    assert this_printer().plain and day.seat("admin").ask(stationery) == Stationery()


def test_a_form_is_printed_upright_in_its_own_size_a_sheet_as_before(day, tmp_path):
    day.hold(1, 1)
    receipt = day.pay(1)["receipt_id"]
    day.seat("admin").do(SetStationery(in_use=True))
    desk = day.open(CashierDesk, "cashier")
    shown = []
    desk.printer.opened.connect(shown.append)
    desk.printer.print_receipt(receipt)
    day.until(lambda: bool(shown))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    shown[0].paint(printer)
    layout = printer.pageLayout()
    size = layout.pageSize().size(QPageSize.Unit.Millimeter)
    assert layout.orientation() == QPageLayout.Orientation.Portrait
    assert (size.width(), size.height()) == pytest.approx((241, 93), abs=0.2)
    assert isinstance(size, QSizeF) and (tmp_path / "out.pdf").stat().st_size > 1000
    shown[0].accept()


def test_the_settings_page_and_the_list_of_receipts_lead_to_it(day):
    link = Link(day.seat("admin"))
    day.links.append(link)
    page = SettingsPage(link)
    day.qtbot.addWidget(page)
    page.show()
    page.receipt_form.click()
    day.settle()
    day.dialog(FormDialog).reject()
    desk = day.open(CashierDesk, "cashier")
    desk.receipts.more.form.trigger()
    day.settle()
    assert day.dialog(FormDialog).typed() == Stationery()
    day.dialog(FormDialog).reject()
