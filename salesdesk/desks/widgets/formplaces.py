"""The values of a receipt form in a list, and their frames as they lie on the paper."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from salesdesk.desks.widgets.theme import colour
from salesdesk.desks.wording import say
from salesdesk.office.ledger.stationery_rules import KEPT, FormField, FormPlace, Stationery

_MEASURES: Final = ("x", "y", "wide", "high", "size")
_MARGIN: Final = 10


class PlaceTable(QTableWidget):
    """One line a value: whether it is printed, its frame in millimetres, its size in points.

    Signals:
        edited: a number was typed or a value left out.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(len(FormField), 7, parent)
        self.setHorizontalHeaderLabels(
            [
                self.tr("Value"),
                self.tr("From left, mm"),
                self.tr("From top, mm"),
                self.tr("Width, mm"),
                self.tr("Height, mm"),
                self.tr("Size"),
                self.tr("To the right"),
            ]
        )
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, wide in enumerate((112, 112, 96, 96, 60, 104), 1):
            self.setColumnWidth(column, wide)
        self.verticalHeader().hide()
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self._rest: dict[FormField, FormPlace] = {}
        self.itemChanged.connect(lambda _item: self.edited.emit())

    def show_form(self, form: Stationery, *, editable: bool) -> None:
        """Show the places of *form*."""
        self.blockSignals(True)
        known = {place.field: place for place in form.places}
        self._rest |= known
        for row, field in enumerate(FormField):
            name = QTableWidgetItem(say("fields", f"form: {field.value}"))
            here = known.get(field)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            ticks = flags | (Qt.ItemFlag.ItemIsUserCheckable if editable else flags)
            name.setFlags(flags if field in KEPT else ticks)
            shown = Qt.CheckState.Checked if here else Qt.CheckState.Unchecked
            name.setCheckState(shown)
            self.setItem(row, 0, name)
            place = (
                here
                or self._rest.get(field)
                or FormPlace(field=field, x=0, y=0, wide=300, high=60)
            )
            for column, measure in enumerate(_MEASURES, 1):
                value = getattr(place, measure)
                text = str(value) if measure == "size" else f"{value / 10:g}"
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                item.setFlags(flags | (Qt.ItemFlag.ItemIsEditable if editable else flags))
                self.setItem(row, column, item)
            right = QTableWidgetItem()
            right.setFlags(ticks)
            right.setCheckState(Qt.CheckState.Checked if place.right else Qt.CheckState.Unchecked)
            self.setItem(row, 6, right)
        self.blockSignals(False)

    def places(self) -> tuple[FormPlace, ...]:
        """Give the values that are printed, as typed; ValueError where a number is none."""
        found = []
        for row, field in enumerate(FormField):
            if self._item(row, 0).checkState() != Qt.CheckState.Checked:
                continue
            x, y, wide, high = (self._tenths(row, column) for column in range(1, 5))
            found.append(
                FormPlace(
                    field=field,
                    x=x,
                    y=y,
                    wide=wide,
                    high=high,
                    size=int(self._item(row, 5).text()),
                    right=self._item(row, 6).checkState() == Qt.CheckState.Checked,
                )
            )
        return tuple(found)

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.item(row, column)
        if item is None:
            message = "the table is filled before it is read"
            raise LookupError(message)
        return item

    def _tenths(self, row: int, column: int) -> int:
        return round(float(self._item(row, column).text().replace(",", ".")) * 10)


class FormPicture(QWidget):
    """The paper with the frames on it, as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Stationery()
        self.setMinimumHeight(190)
        self.setAccessibleName(self.tr("The form with its frames"))

    def show_form(self, form: Stationery) -> None:
        """Draw *form* from now on."""
        self._form = form
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        form = self._form
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room_x, room_y = self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN
        scale = min(room_x / max(form.wide, 1), room_y / max(form.high, 1))
        left = (self.width() - form.wide * scale) / 2
        top = (self.height() - form.high * scale) / 2
        painter.setPen(QPen(colour("line"), 1))
        painter.setBrush(colour("surface"))
        painter.drawRect(QRectF(left, top, form.wide * scale, form.high * scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        font = self.font()
        font.setPixelSize(10)
        painter.setFont(font)
        for place in form.places:
            frame = QRectF(
                left + (place.x + form.across) * scale,
                top + (place.y + form.down) * scale,
                place.wide * scale,
                place.high * scale,
            )
            painter.setPen(QPen(colour("accent"), 1))
            painter.drawRect(frame)
            painter.setPen(colour("text"))
            words = painter.fontMetrics().elidedText(
                say("fields", f"form: {place.field.value}"),
                Qt.TextElideMode.ElideRight,
                int(frame.width()) - 3,
            )
            side = Qt.AlignmentFlag.AlignRight if place.right else Qt.AlignmentFlag.AlignLeft
            flags = int(side | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(frame.adjusted(2, 0, -2, 0), flags, words)
