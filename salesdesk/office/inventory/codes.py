"""How a unit is called in one word: ``1-1-0301`` from building, core, floor and number.

Pure functions of text. One unit gives one code however the file spells it ("01" or "301" on floor
3), so equal codes mean "the same unit twice", or two names that must be told apart by hand.
"""

import re
import unicodedata
from functools import lru_cache

NO_CORE = "0"
"""Stands in a code for a building without cores."""

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "两": 2, "兩": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5}
_DIGITS |= {"陆": 6, "柒": 7, "捌": 8, "玖": 9}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100}
_CHINESE = "".join(_DIGITS) + "".join(_TENS)

_MARK = rf"(?:(?:[A-Z0-9]{{1,4}}-)?(?:[A-Z]{{0,3}}[0-9]+[A-Z]?|[A-Z]{{1,3}})|[{_CHINESE}]+)"
_BUILDING_WORDS = "号楼|號樓|号院|栋|幢|棟|座|#楼|#樓|楼|樓|#"
_CORE_WORDS = "单元|單元|梯|门|門"
_WORDS = f"期|区|區|{_CORE_WORDS}|{_BUILDING_WORDS}"
_MARKED = re.compile(rf"({_MARK})\s*(?:{_WORDS})")
_ENGLISH = re.compile(
    r"\b(?:BUILDING|BLDG|BLOCK|TOWER|CORE|STAIR|ENTRANCE|UNIT|NO|NR)\b"
    r"[\s.:#]*([A-Z]?[0-9]+[A-Z]?|[A-Z])\b"
)
_PLAIN = re.compile(_MARK)
_LAST_HOUSE_NUMBER = re.compile(r"[^\W\d_][\w.]*\s+([0-9]+[A-Z]?)")
_DASHES = "-—–―－─/\\_.·* "
_HEAD = re.compile(rf"(.*?{_MARK}\s*(?:{_BUILDING_WORDS}))[\s\-—–―－/]*(.*)", re.IGNORECASE)
_CORE = re.compile(rf".*?(?:{_CORE_WORDS}|座)|{_MARK}", re.IGNORECASE)

_NUMBERS = re.compile(rf"([0-9]+|[{_CHINESE}]+)")
_ONLY_DIGITS = re.compile(r"[0-9]+")
_DIGITS_LETTERS = re.compile(r"([0-9]+)([A-Z]+)")
_LETTERS_DIGITS = re.compile(r"([A-Z]+)([0-9]*)")
_BASEMENT = re.compile(r"(?:B|-|负)([0-9]+)")
_TOP_OF_NUMBER = 100
"""The two last digits of a long number are the room, what stands before them is the floor."""
_LONG = 3
"""Digits from which on a number may carry its floor."""


def chinese_number(text: str) -> int | None:
    """Give the whole number below 1,000 that *text* writes in Chinese (十二, 二十, 一〇三), or None."""
    if not text or any(c not in _CHINESE for c in text):
        return None
    if not any(c in _TENS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit = 0, None
    for character in text:
        if character in _TENS:
            total += (1 if digit is None else digit) * _TENS[character]
            digit = None
        else:
            digit = _DIGITS[character]
    return total + (digit or 0)


@lru_cache(maxsize=4096)
def natural(name: str) -> tuple[tuple[int, str], ...]:
    """Give what to sort a name by: 2单元 before 10单元, and 二单元 before 三单元 before 四单元."""
    return tuple(
        (int(part), "")
        if part.isdecimal()
        else (-1 if (number := chinese_number(part)) is None else number, part)
        for part in _NUMBERS.split(name)
    )


@lru_cache(maxsize=4096)
def short_name(name: str) -> str:
    """Give the mark inside a building's or core's name: ``四季名苑1栋`` 1, ``四单元`` 4, ``A座`` A.

    Several marks are joined (``一期3栋`` is 1.3); a name without one stays whole; ``--`` or nothing
    gives `NO_CORE`. Never holds a hyphen, which separates the parts of a code.
    """
    text = unicodedata.normalize("NFKC", name).strip().upper()
    if not text.strip(_DASHES):
        return NO_CORE
    marks = _MARKED.findall(text) or _ENGLISH.findall(text)
    if marks:
        return ".".join(_mark(mark) for mark in marks)
    if _PLAIN.fullmatch(text):
        return _mark(text)
    street = _LAST_HOUSE_NUMBER.search(text)
    if street and text.endswith(street.group(1)):
        return street.group(1)
    return re.sub(r"\s+", "", text).replace("-", ".")


@lru_cache(maxsize=4096)
def split_building_core(text: str) -> tuple[str, str]:
    """Take building and core apart: ``花园3栋1单元`` is (花园3栋, 1单元), ``6栋--`` is (6栋, "").

    What shows no building word, or no core behind it, comes back whole as the building.
    """
    whole = text.strip()
    match = _HEAD.fullmatch(whole)
    if match is None:
        return whole, ""
    building, core = match.group(1).strip(), match.group(2).strip(_DASHES)
    if core and not _CORE.fullmatch(core):
        return whole, ""
    return building, core


@lru_cache(maxsize=4096)
def tidy_core(text: str) -> str:
    """Give a core's name as stored: dashes, 0, X and 无 mean none and give ""."""
    core = text.strip()
    return "" if core.strip(_DASHES) in {"", NO_CORE, "无", "無", "X", "x"} else core


def unit_code(building: str, core: str, floor: int, number: str) -> str:
    """Give the code of a unit inside its project: ``short building - short core - floor and room``.

    ``01`` and ``301`` on floor 3 are 0301; floor -1 gives B101; letters stay. A number that
    carries another floor keeps both (``07.301``); one with other signs is kept whole.
    """
    return f"{short_name(building)}-{short_name(core)}-{_room(floor, number)}"


@lru_cache(maxsize=65536)
def _room(floor: int, number: str) -> str:
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", number)).upper().replace("#", "")
    text = text.removesuffix("室").removesuffix("号").removesuffix("房")
    if floor < 0:
        below = _BASEMENT.match(text)
        if below and below.group(1).startswith(str(-floor)):
            text = below.group(1)[len(str(-floor)) :] or "0"
        return _below(floor, text)
    if _ONLY_DIGITS.fullmatch(text):
        return _digits(floor, text)
    mixed = _DIGITS_LETTERS.fullmatch(text)
    if mixed:
        return _digits(floor, mixed.group(1)) + mixed.group(2)
    lettered = _LETTERS_DIGITS.fullmatch(text)
    if lettered is None:
        return text.replace("-", ".")
    digits = lettered.group(2)
    if len(digits) >= _LONG and int(digits) // _TOP_OF_NUMBER == floor:
        return lettered.group(1) + digits.zfill(4)
    return f"{floor:02}{text}"


def _digits(floor: int, digits: str) -> str:
    if len(digits) < _LONG:
        return f"{floor:02}{digits.zfill(2)}"
    if int(digits) // _TOP_OF_NUMBER == floor:
        return digits.lstrip("0").zfill(4)
    return f"{floor:02}.{digits}"


def _below(floor: int, text: str) -> str:
    room = text.zfill(2) if _ONLY_DIGITS.fullmatch(text) else text.replace("-", ".")
    return f"B{-floor}{'.' if len(room) >= _LONG else ''}{room}"


def _mark(mark: str) -> str:
    number = chinese_number(mark)
    if number is not None:
        return str(number)
    return str(int(mark)) if mark.isdecimal() else mark.replace("-", ".")


def shown_number(floor: int, number: str) -> str:
    """Give a unit's number as a board shows it: room 01 on floor 12 is 1201; others as they are."""
    if floor > 0 and number.isdecimal() and len(number) < _LONG:
        return f"{floor}{number:0>2}"
    return number
