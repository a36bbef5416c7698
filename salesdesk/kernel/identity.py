"""Phones and identity papers: what is one, and what a role may see of it."""

import re
from datetime import date

import phonenumbers

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_RESIDENT = re.compile(r"[1-9]\d{5}(\d{4})(\d{2})(\d{2})\d{3}[\dX]")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９＋－（）Ｘｘ　", "0123456789+-()Xx ")
_CHINA = 86
_MOBILE_DIGITS = 11


class NotAPhone(UserError):
    """An entry that no telephone answers to."""

    problem = QT_TRANSLATE_NOOP("errors", "'{value}' is not a telephone number.")
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Enter a mobile number of 11 digits, a line with its area code, or +country code.",
    )


class NotAnIdCard(UserError):
    """A resident ID number that fails its own check digit or date."""

    problem = QT_TRANSLATE_NOOP("errors", "The ID card number is wrong: {why}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Compare all 18 places with the card; the last one checks the others."
    )


_LENGTH = QT_TRANSLATE_NOOP("errors", "it does not have 18 places")
_FORM = QT_TRANSLATE_NOOP("errors", "only digits and a last X belong there")
_BIRTH = QT_TRANSLATE_NOOP("errors", "the date of birth in it is not possible")
_CHECK = QT_TRANSLATE_NOOP("errors", "the check digit does not fit")


def parse_phone(value: str, region: str = "CN") -> str:
    """Give *value* as its one stored form: 11 digits or area code and number at home, else +E.164.

    Raises `NotAPhone`.
    """
    text = value.strip().translate(_FULL_WIDTH)
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        raise NotAPhone(value=value) from None
    if not phonenumbers.is_valid_number(number):
        raise NotAPhone(value=value)
    if number.country_code == _CHINA:
        digits = str(number.national_number)
        mobile = len(digits) == _MOBILE_DIGITS and digits.startswith("1")  # 10 is Beijing's code
        return digits if mobile or digits.startswith(("400", "800")) else "0" + digits
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def parse_resident_id(value: str) -> str:
    """Give a resident ID number (居民身份证, GB 11643) in 18 places, or raise `NotAnIdCard`."""
    text = value.strip().translate(_FULL_WIDTH).upper().replace(" ", "")
    if len(text) == 15 and text.isdigit():  # noqa: PLR2004 - cards before 1999
        text = text[:6] + "19" + text[6:]
        text += _check_digit(text)
    match = _RESIDENT.fullmatch(text)
    if match is None:
        raise NotAnIdCard(why=_LENGTH if len(text) != 18 else _FORM)  # noqa: PLR2004
    year, month, day = map(int, match.groups())
    try:
        born = date(year, month, day)
    except ValueError:
        raise NotAnIdCard(why=_BIRTH) from None
    if born.year < 1880:  # noqa: PLR2004 - nobody older buys
        raise NotAnIdCard(why=_BIRTH)
    if text[-1] != _check_digit(text):
        raise NotAnIdCard(why=_CHECK)
    return text


def born_on(resident_id: str) -> date:
    """Give the date of birth in a resident ID number of 18 places, as `parse_resident_id` gives it."""
    return date(int(resident_id[6:10]), int(resident_id[10:12]), int(resident_id[12:14]))


def mask_phone(number: str) -> str:
    """Give *number* with its middle hidden: 138****1234."""
    if len(number) < 8:  # noqa: PLR2004 - too short to hide a middle
        return "*" * max(0, len(number) - 2) + number[-2:]
    return f"{number[:-8]}****{number[-4:]}"


def mask_id(number: str) -> str:
    """Give an identity number with only its last four places."""
    return "*" * max(0, len(number) - 4) + number[-4:] if number else ""


def _check_digit(text: str) -> str:
    total = sum(int(c) * w for c, w in zip(text[:17], _WEIGHTS, strict=True))
    return _CHECKS[total % 11]
