"""The pre-printed receipt form in a window: the office's form, and this machine's printer."""

from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.formplaces import FormPicture, PlaceTable
from salesdesk.desks.widgets.formprinter import FormPrinter, this_printer
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.widgets.paper import open_paper
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.wording import language
from salesdesk.documents.stationery import trial_page_pdf
from salesdesk.kernel.errors import UserError
from salesdesk.office.ledger.stationery import SetStationery, stationery
from salesdesk.office.ledger.stationery_rules import (
    MOST_OFF,
    PAPERS,
    SIDES,
    FormField,
    FormPlace,
    Stationery,
    checked,
    resized,
)

_SIZE: Final = (1060, 820)
_MARGIN: Final = 8
"""Room before the figures, in pixels: a style sheet cannot give it to a spin box."""


class FormDialog(QDialog):
    """What goes where on the form is the office's; the offset of the printer may be this machine's.

    Signals:
        opened: the preview of the test page.
    """

    opened = Signal(object)

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._may = link.may("SetStationery")
        self._kept = self._shown = Stationery()
        self.setWindowTitle(self.tr("Receipt form"))
        self.resize(*_SIZE)
        self.banner = Banner(self)
        mark = Pill()
        self.on = QCheckBox(self.tr("Receipts are printed on the office's printed form"))
        self.paper = QComboBox()
        for name, size in PAPERS.items():
            self.paper.addItem(name if name.startswith("A") else f"{name} mm", size)
        self.paper.addItem(self.tr("Another size"), None)
        self.wide, self.high = (_length(SIDES[0], SIDES[-1]) for _side in range(2))
        self.across, self.down = (_length(-MOST_OFF, MOST_OFF) for _way in range(2))
        self.copies = QComboBox()
        self.copies.addItem(self.tr("One page: the form writes through"), 1)
        self.copies.addItem(self.tr("Three pages, a copy each"), 3)
        self.picture = FormPicture()
        self.places = PlaceTable()
        self.plain = QCheckBox(self.tr("Print on plain paper here all the same"))
        self.own = QCheckBox(self.tr("This machine's printer has an offset of its own"))
        self.own_across, self.own_down = (_length(-MOST_OFF, MOST_OFF) for _way in range(2))
        self.test = button(self.tr("Test page…"), self.print_test, "printer")
        self.shipped = button(self.tr("Places as shipped"), self.as_shipped, "undo-2")
        self.save = button(self.tr("Save"), self.send, "save", "primary")
        close = button(self.tr("Close"), self.reject)
        self.sending = Sending(link, self, self.banner, mark)
        self.sending.lock(self.save)
        self.shipped.setVisible(self._may)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(18, 14, 18, 14)
        lines.setSpacing(10)
        lines.addWidget(self.banner)
        lines.addWidget(self._office_card())
        lines.addWidget(self.picture, 1)
        lines.addWidget(self.places, 2)
        lines.addWidget(self._machine_card())
        lines.addLayout(row(self.test, self.shipped, mark, None, close, self.save))
        self._connect()
        self._show_machine(this_printer())
        self.finished.connect(lambda _code: self.deleteLater())
        link.ask(self, self._came, stationery)

    def typed(self) -> Stationery:
        """Give the office's form as it is typed; ValueError where a number is none."""
        return self._with(self.places.places())

    def _with(self, places: tuple[FormPlace, ...]) -> Stationery:
        return Stationery(
            on=self.on.isChecked(),
            wide=_tenths(self.wide),
            high=_tenths(self.high),
            across=_tenths(self.across),
            down=_tenths(self.down),
            copies=int(self.copies.currentData()),
            places=places,
        )

    def print_test(self) -> None:
        """Preview the test page of what is typed, with the offset that counts on this machine."""
        form = self._right()
        if form is None:
            return
        printer = self._machine()
        if printer.own:
            form = replace(form, across=printer.across, down=printer.down)
        try:
            checked(form)
        except UserError as error:
            self.banner.refuse(error)
            return
        draw = partial(trial_page_pdf, form, language())
        title = self.tr("Test page of the receipt form")
        open_paper(self._link, self, draw, title, self.opened.emit, exact=True)

    def as_shipped(self) -> None:
        """Put the places back to where the program ships them, on the paper that is chosen."""
        form, usual = self._as_shown(), Stationery()
        anew = replace(form, wide=usual.wide, high=usual.high, places=usual.places)
        self._show(resized(anew, form.wide, form.high))

    def _as_shown(self) -> Stationery:
        """Give what is typed, with the places last drawn where a number in the list is none."""
        try:
            return self.typed()
        except ValueError:
            return self._with(self._shown.places)

    def send(self) -> None:
        """Keep this machine's part here, and the office's form in the office."""
        form = self._right()
        if form is None:
            return
        self._machine().keep()
        if not self._may or form == self._kept:
            self.accept()
            return
        found = {place.field for place in form.places}
        command = SetStationery(
            in_use=form.on,
            wide=Decimal(form.wide) / 10,
            high=Decimal(form.high) / 10,
            across=Decimal(form.across) / 10,
            down=Decimal(form.down) / 10,
            copies=form.copies,
            places=form.places,
            without=tuple(field for field in FormField if field not in found),
        )
        self.sending.send(command, lambda _form: self.accept())

    def _right(self) -> Stationery | None:
        """Give what is typed if it is right; else say what is wrong with it."""
        self.banner.clear()
        try:
            return checked(self.typed())
        except UserError as error:
            self.banner.refuse(error)
        except ValueError:
            problem = self.tr("A place in the list is no number.")
            self.banner.say(problem, self.tr("Enter millimetres like 12.5, sizes like 10."))
        return None

    def _machine(self) -> FormPrinter:
        return FormPrinter(
            plain=self.plain.isChecked(),
            own=self.own.isChecked(),
            across=_tenths(self.own_across),
            down=_tenths(self.own_down),
        )

    def _came(self, form: Stationery) -> None:
        self._kept = form
        self._show(form)

    def _show(self, form: Stationery) -> None:
        self._shown = form
        self.on.setChecked(form.on)
        for field, tenths in (
            (self.wide, form.wide),
            (self.high, form.high),
            (self.across, form.across),
            (self.down, form.down),
        ):
            field.blockSignals(True)
            field.setValue(tenths / 10)
            field.blockSignals(False)
        self.copies.setCurrentIndex(self.copies.findData(form.copies))
        sizes = list(PAPERS.values())
        size = (form.wide, form.high)
        self.paper.blockSignals(True)
        self.paper.setCurrentIndex(sizes.index(size) if size in sizes else len(sizes))
        self.paper.blockSignals(False)
        self.places.show_form(form, editable=self._may)
        self.picture.show_form(form)

    def _show_machine(self, printer: FormPrinter) -> None:
        self.plain.setChecked(printer.plain)
        self.own.setChecked(printer.own)
        self.own_across.setValue(printer.across / 10)
        self.own_down.setValue(printer.down / 10)
        for field in (self.own_across, self.own_down):
            field.setEnabled(printer.own)

    def _connect(self) -> None:
        self.paper.currentIndexChanged.connect(lambda _at: self._take_paper())
        for side in (self.wide, self.high):
            side.valueChanged.connect(
                lambda _value: self._resize(_tenths(self.wide), _tenths(self.high))
            )
        for off in (self.across, self.down):
            off.valueChanged.connect(lambda _value: self._redraw())
        self.places.edited.connect(self._redraw)
        for field in (self.own_across, self.own_down):
            self.own.toggled.connect(field.setEnabled)

    def _take_paper(self) -> None:
        size = self.paper.currentData()
        if size is not None:
            self._resize(*size)

    def _resize(self, wide: int, high: int) -> None:
        """Take the places along from the paper last drawn to one of this size."""
        before = replace(self._as_shown(), wide=self._shown.wide, high=self._shown.high)
        self._show(resized(before, wide, high))

    def _redraw(self) -> None:
        self._shown = self._as_shown()
        self.picture.show_form(self._shown)

    def _office_card(self) -> Card:
        card = Card(margin=12)
        card.body.addWidget(PlainLabel(self.tr("The office's form"), "heading"))
        card.body.addWidget(self.on)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Paper"), self.paper),
            (self.tr("Width"), self.wide),
            (self.tr("Height"), self.high),
            (self.tr("Offset to the right"), self.across),
            (self.tr("Offset down"), self.down),
            (self.tr("Copies"), self.copies),
        )
        for at, (label, field) in enumerate(fields):
            name = PlainLabel(label, "dim")
            name.setBuddy(field)
            field.setAccessibleName(label)
            field.setEnabled(self._may)
            grid.addWidget(name, 0, at)
            grid.addWidget(field, 1, at)
        self.on.setEnabled(self._may)
        card.body.addLayout(grid)
        return card

    def _machine_card(self) -> Card:
        card = Card(margin=12)
        card.body.addWidget(PlainLabel(self.tr("On this machine"), "heading"))
        card.body.addWidget(self.plain)
        right, down = (PlainLabel(text, "dim") for text in (self.tr("right"), self.tr("down")))
        self.own_across.setAccessibleName(self.tr("Offset to the right"))
        self.own_down.setAccessibleName(self.tr("Offset down"))
        card.body.addLayout(row(self.own, right, self.own_across, down, self.own_down, None))
        return card


def _length(least: int, most: int) -> QDoubleSpinBox:
    """Give a field for millimetres between *least* and *most* tenths."""
    field = QDoubleSpinBox()
    field.setDecimals(1)
    field.setSingleStep(0.5)
    field.setRange(least / 10, most / 10)
    field.setSuffix(" mm")
    field.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
    return field


def _tenths(field: QDoubleSpinBox) -> int:
    return round(field.value() * 10)
