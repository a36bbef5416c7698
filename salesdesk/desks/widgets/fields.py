"""Fields for money, phones, days: soft while typing, exact when read."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.widgets.theme import set_tone
from salesdesk.desks.wording import large_amount, today
from salesdesk.kernel.money import NotAnAmount, format_yuan, parse_yuan

_LONGEST: Final = 40
_PLUS: Final = ("+", "\uff0b")


class MoneyField(QLineEdit):
    """Yuan as people type them, fen as the office counts them.

    Takes ``50000``, ``50,000.5``, full-width digits, ``5万``; leaving the field writes thousands
    separators. Nonsense turns the field red and keeps what was typed.

    Signals:
        changed: the fen now typed, or None while empty or no amount.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._unit = PlainLabel(self.tr("yuan"), "dim", self)
        self._unit.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._typed)
        self._typed(self.text())

    def fen(self) -> int | None:
        """Give the amount in fen; None where the field is empty or holds no amount."""
        try:
            return self.read()
        except NotAnAmount:
            return None

    def read(self) -> int | None:
        """Give the amount in fen, None where empty; `NotAnAmount` where it is none."""
        text = self.text().strip()
        if not text:
            return None
        bare = text.removesuffix("元").strip()
        if bare.endswith("万"):
            return parse_yuan(bare.removesuffix("万")) * 10_000
        return parse_yuan(text)

    def set_fen(self, amount_fen: int | None) -> None:
        """Show *amount_fen*, or nothing."""
        self.setText("" if amount_fen is None else format_yuan(amount_fen))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        amount = self.fen()
        if amount is not None:
            self.setText(format_yuan(amount))
        super().focusOutEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _typed(self, _text: str) -> None:
        wrong = bool(self.text().strip()) and self.fen() is None
        set_tone(self, "wrong", wrong)
        amount = self.fen()
        unit = self.tr("yuan")
        self._unit.setText(large_amount(amount) or unit if amount else unit)
        self._lay()
        self.changed.emit(amount)

    def _lay(self) -> None:
        self._unit.adjustSize()
        self.setTextMargins(0, 0, self._unit.width() + 6, 0)
        height = self._unit.height()
        self._unit.move(self.width() - self._unit.width() - 9, (self.height() - height) // 2)


class PhoneField(QLineEdit):
    """A phone number: full-width digits, spaces and dashes are taken as they come.

    Signals:
        complete: the digits, as soon as they make a whole mainland mobile number, or on Return.
    """

    complete = Signal(object)
    _MOBILE: Final = 11

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self.textEdited.connect(self._typed)
        self.returnPressed.connect(self._finish)

    def number(self) -> str:
        """Give what was typed as plain digits, with a leading + where there is one."""
        typed = self.text().strip()
        digits = "".join(str(int(mark)) for mark in typed if mark.isdecimal())
        return ("+" if typed.startswith(_PLUS) else "") + digits

    def set_number(self, number: str) -> None:
        """Show *number*, a mobile number grouped 3-4-4."""
        self.setText(_grouped(number))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        number = self.number()
        if len(number) == self._MOBILE and number.startswith("1"):
            self.setText(_grouped(number))
        super().focusOutEvent(event)

    def _typed(self, _text: str) -> None:
        number = self.number()
        if len(number) == self._MOBILE and number.startswith("1"):
            self.complete.emit(number)

    def _finish(self) -> None:
        if self.number():
            self.complete.emit(self.number())


class DateField(QLineEdit):
    """A day typed as 2026-11-24, 11-24, 1124, 24 or +3 (days from today), or picked.

    Signals:
        changed: the day now shown, or None.
    """

    changed = Signal(object)

    def __init__(self, day_now: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = day_now
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText(self.tr("year-month-day"))
        self._button = QToolButton(self)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.setToolTip(self.tr("Pick a day (Down)"))
        set_icon(self._button, "calendar", "dim", 15)
        self._button.clicked.connect(self.pick)
        self.setTextMargins(0, 0, 26, 0)
        self._popup: QFrame | None = None
        self.textChanged.connect(self._typed)

    def day(self) -> date | None:
        """Give the day; None where the field is empty or holds no day."""
        return read_day(self.text(), self._now())

    def wrong(self) -> bool:
        """Tell whether something was typed that is no day."""
        return bool(self.text().strip()) and self.day() is None

    def set_day(self, day: date | None) -> None:
        """Show *day*, or nothing."""
        self.setText("" if day is None else day.isoformat())

    def pick(self) -> None:
        """Open the calendar under the field."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setProperty("role", "popup")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = self.day() or self._now()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.clicked.connect(self._picked)
        calendar.activated.connect(self._picked)
        lines = QVBoxLayout(popup)
        lines.setContentsMargins(6, 6, 6, 6)
        lines.addWidget(calendar)
        popup.adjustSize()
        popup.move(self.mapToGlobal(self.rect().bottomLeft()))
        self._popup = popup
        popup.show()
        calendar.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.pick()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        day = self.day()
        if day is not None:
            self.setText(day.isoformat())
        super().focusOutEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = min(26, self.height() - 4)
        self._button.setGeometry(self.width() - side - 4, (self.height() - side) // 2, side, side)

    def _now(self) -> date:
        return today() if self._today is None else self._today

    def _picked(self, day: QDate) -> None:
        self.set_day(date(day.year(), day.month(), day.day()))
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self.setFocus()

    def _typed(self, _text: str) -> None:
        set_tone(self, "wrong", self.wrong())
        self.changed.emit(self.day())


class WheelGuard(QObject):
    """Keeps the wheel from changing a field under the pointer that nobody clicked."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Wheel or not isinstance(watched, QWidget):
            return False
        if watched.hasFocus():
            return False
        event.ignore()
        return True


def read_day(text: str, today: date) -> date | None:
    """Read a day as people type it, the year and month taken from *today* where left out."""
    typed = text.strip()
    if typed.startswith(_PLUS) and typed[1:].isdecimal() and len(typed) <= 4:  # noqa: PLR2004
        return today + timedelta(days=int(typed[1:]))
    for mark in "年月/.":
        typed = typed.replace(mark, "-")
    parts = typed.replace("日", "").strip("-").split("-")
    if len(parts) == 1 and parts[0].isdecimal():
        digits = parts[0]
        split = {8: (4, 6), 4: (2,), 3: (1,)}.get(len(digits), ())
        parts = [digits[a:b] for a, b in pairwise((0, *split, len(digits)))]
    if not parts or len(parts) > 3 or not all(part.isdecimal() for part in parts):  # noqa: PLR2004
        return None
    numbers = [today.year, today.month, today.day][: 3 - len(parts)]
    numbers += [int(part) for part in parts]
    try:
        return date(*numbers)
    except (ValueError, OverflowError):
        return None


def copy_text(text: str) -> None:
    """Put *text* on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def _grouped(number: str) -> str:
    if len(number) == PhoneField._MOBILE and number.startswith("1") and number.isdecimal():  # noqa: SLF001
        return f"{number[:3]} {number[3:7]} {number[7:]}"
    return number
