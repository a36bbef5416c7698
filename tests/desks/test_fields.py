"""Fields: money, phones, days and passwords as people type them."""

from datetime import date, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from salesdesk.desks import wording
from salesdesk.desks.widgets.fields import DateField, MoneyField, PhoneField, read_day
from salesdesk.desks.widgets.secret import SecretField
from salesdesk.kernel.money import NotAnAmount
from salesdesk.store.database import system_clock
from tests.desks.conftest import type_text

TODAY = date(2026, 11, 24)


@pytest.fixture
def place(qtbot):
    """A window with a second field, so that the first can lose the focus."""
    window = QWidget()
    lines = QVBoxLayout(window)
    other = QLineEdit()
    lines.addWidget(other)
    qtbot.addWidget(window)

    def put(field):
        lines.insertWidget(0, field)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        field.setFocus()
        return field, other

    return put


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("50000", 5_000_000),
        ("50,000.5", 5_000_050),
        ("¥５００", 50_000),
        ("5万", 5_000_000),
        ("1.25万元", 1_250_000),
        ("", None),
        ("abc", None),
        ("1.234", None),
        ("1e999999", None),
    ],
)
def test_money_is_read_as_people_type_it(qtbot, place, typed, fen):
    field, _other = place(MoneyField())
    type_text(field, typed)
    assert field.fen() == fen
    assert bool(field.property("wrong")) is (bool(typed) and fen is None)


def test_money_gets_thousands_when_left_and_nonsense_is_kept(qtbot, place):
    field, other = place(MoneyField())
    qtbot.keyClicks(field, "1234567.8")
    other.setFocus()
    assert field.text() == "1,234,567.80"
    field.setText("much")
    field.setFocus()
    other.setFocus()
    assert field.text() == "much"
    with pytest.raises(NotAnAmount):
        field.read()


def test_money_beyond_32_bits_arrives_whole(qtbot, place):
    field, _other = place(MoneyField())
    heard = []
    field.changed.connect(heard.append)
    field.set_fen(38_654_000_000_00)
    assert heard[-1] == 38_654_000_000_00


def test_a_mobile_number_is_complete_at_its_eleventh_digit(qtbot, place):
    field, other = place(PhoneField())
    heard = []
    field.complete.connect(heard.append)
    qtbot.keyClicks(field, "138-1234 567")
    assert heard == []
    type_text(field, "８")
    assert heard == ["13812345678"]
    other.setFocus()
    assert field.text() == "138 1234 5678"
    assert field.number() == "13812345678"


def test_a_landline_is_complete_on_return(qtbot, place):
    field, _other = place(PhoneField())
    heard = []
    field.complete.connect(heard.append)
    qtbot.keyClicks(field, "0571-88889999")
    assert heard == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["057188889999"]
    field.set_number("+85212345678")
    assert field.number() == "+85212345678"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-30", date(2026, 11, 30)),
        ("2026年12月1日", date(2026, 12, 1)),
        ("12/5", date(2026, 12, 5)),
        ("1205", date(2026, 12, 5)),
        ("20261205", date(2026, 12, 5)),
        ("30", date(2026, 11, 30)),
        ("+3", date(2026, 11, 27)),
        ("", None),
        ("31", None),
        ("2026-02-30", None),
        ("99999999", None),
        ("tomorrow", None),
        ("+99999999", None),
        ("1-2-3-4", None),
    ],
)
def test_a_day_is_read_as_people_type_it(typed, day):
    assert read_day(typed, TODAY) == day


def test_the_calendar_fills_the_field(qtbot, place):
    field, other = place(DateField(TODAY))
    qtbot.keyClicks(field, "11-2")
    other.setFocus()
    assert field.text() == "2026-11-02"
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    popup = field._popup
    assert popup.isVisible()
    calendar = popup.findChildren(QWidget, "qt_calendar_calendarview")[0]
    qtbot.keyClick(calendar, Qt.Key.Key_Right)
    qtbot.keyClick(calendar, Qt.Key.Key_Return)
    assert field.day() == date(2026, 11, 3)


def test_a_wrong_day_is_marked_and_kept(qtbot, place):
    field, other = place(DateField(TODAY))
    qtbot.keyClicks(field, "2026-13-40")
    other.setFocus()
    assert field.wrong()
    assert field.property("wrong")
    assert field.text() == "2026-13-40"


def test_a_password_is_hidden_until_asked_for(qtbot, place):
    field, _other = place(SecretField())
    caps = []
    field.caps.connect(caps.append)
    qtbot.keyClicks(field, "a")
    qtbot.keyClick(field, "A")
    assert caps == [False, True]
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field._show.trigger()
    assert field.echoMode() is QLineEdit.EchoMode.Normal


@pytest.mark.parametrize("hours", [14, -12])
def test_days_from_today_count_from_the_offices_day_not_the_machines(qtbot, place, hours):
    before = ZoneInfo(wording.zone())
    wording.set_zone(timezone(timedelta(hours=hours)))  # one of the two has another day than here
    try:
        field, _other = place(DateField())
        qtbot.keyClicks(field, "+3")
        there = (system_clock() + timedelta(hours=hours)).date()
        assert field.day() == there + timedelta(days=3)
    finally:
        wording.set_zone(before)
