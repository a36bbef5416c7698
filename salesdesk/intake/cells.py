"""One cell at a time: what amount, area, floor, text or day it holds, or which fault it has."""

import math
import re
import unicodedata
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from salesdesk.intake.grid import Cell
from salesdesk.intake.problems import (
    A_DAY_INSTEAD,
    AMOUNT_TOO_LARGE,
    AREA_NOT_POSITIVE,
    AREA_TOO_LARGE,
    FORMULA,
    NEGATIVE_AMOUNT,
    NOT_A_DAY,
    NOT_A_FLOOR,
    NOT_A_NUMBER,
    Fault,
)
from salesdesk.kernel.numerals import LARGEST_FEN as _LARGEST_FEN
from salesdesk.kernel.text import clean
from salesdesk.office.inventory.codes import chinese_number

NONE_WORDS = frozenset(
    {"", "-", "--", "---", "—", "——", "/", "X", "x", "无", "暂无", "待定", "n/a"}
)
"""What people write where nothing is."""
LARGEST_AREA = 100_000
"""m² above which a unit's area is a slip of the decimal point."""
_LARGEST_UNIT_PRICE_FEN = 10**9
"""Times the largest area it is still an amount that can be written in words (10^14 fen)."""
_LARGEST_FLOOR = 200
_LOWEST_FLOOR = -20

_PLAIN_MONEY = re.compile(r"([0-9]{1,13})(?:\.([0-9]{1,2}))?")
_FAILED = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|GETTING_DATA|SPILL!)")
_MONEY_WORDS = re.compile(r"[¥￥$]|RMB|CNY|PLN|ZŁ|元|/?(?:M2|平方米|平米)", re.IGNORECASE)
_THOUSANDS_COMMA = re.compile(r"-?\d{1,3}(?:,\d{3})+")
_THOUSANDS_DOT = re.compile(r"-?\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL = re.compile(r"-?\d{1,18}(?:\.\d{1,12})?")
_FLOOR_WORDS = re.compile(r"第|(?:楼|樓)?(?:层|層)|楼|樓|/?F(?:LOOR)?$|^L(?=\d)", re.IGNORECASE)
_BELOW = re.compile(r"(?:地下|负|負|B|-|−)(.+)", re.IGNORECASE)
_DAY = re.compile(
    r"(\d{4})\s*(?:[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{2})(\d{2}))(?:[T ].*)?"
)
_EUROPEAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_EXCEL_DAYS = range(20_000, 80_000)
"""Day numbers of Excel that can be meant: 1954 to 2119."""
_EXCEL_START = date(1899, 12, 30)
_HUNDREDTHS = Decimal("0.01")
_CM2 = Decimal("0.0001")
_AREA_EXPONENT = -4


class CellFault(Exception):
    """A cell that cannot be taken: which fault, and its facts."""

    def __init__(self, fault: Fault, **facts: object) -> None:
        super().__init__(fault.problem)
        self.fault = fault
        self.facts = facts


def price(cell: Cell, per_unit: int = 1) -> int | None:
    """Give the fen of a price (in yuan, or 万元 with *per_unit* 10,000), None where nothing stands.

    More than two decimals are rounded half-up. Raises `CellFault`, also for nought and below.
    """
    fen = amount(cell, per_unit)
    if fen is not None and fen <= 0:
        raise CellFault(NEGATIVE_AMOUNT, value=cell)
    return fen


def unit_price(cell: Cell, per_unit: int = 1) -> int | None:
    """Give the fen per m² as `price` does; above ten million yuan it is a `CellFault`."""
    fen = price(cell, per_unit)
    if fen is not None and fen > _LARGEST_UNIT_PRICE_FEN:
        raise CellFault(AMOUNT_TOO_LARGE, value=cell)
    return fen


def amount(cell: Cell, per_unit: int = 1) -> int | None:
    """Give the fen of any amount in *cell*, nought and below included; else as `price`."""
    if cell is None:
        return None
    if type(cell) is str:
        plain = _PLAIN_MONEY.fullmatch(cell)
        if plain:
            whole, rest = plain.groups()
            return _possible((int(whole) * 100 + int((rest or "").ljust(2, "0"))) * per_unit, cell)
    number = decimal(cell)
    if number is None:
        return None
    fen = int((number * 100 * per_unit).to_integral_value(ROUND_HALF_UP))
    return _possible(fen, cell)


@lru_cache(maxsize=16384, typed=True)
def area(cell: Cell) -> Decimal | None:
    """Give the m² in *cell* (at most four decimals), None where nothing stands, or `CellFault`."""
    number = decimal(cell)
    if number is None:
        return None
    if number > LARGEST_AREA:
        raise CellFault(AREA_TOO_LARGE, value=cell)
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < _AREA_EXPONENT:
        number = number.quantize(_CM2, ROUND_HALF_UP)
    if number <= 0:
        raise CellFault(AREA_NOT_POSITIVE, value=cell)
    return number


def decimal(cell: Cell) -> Decimal | None:
    """Give the number in *cell*: thousands by comma, space or dot, decimals by dot or comma, 万."""
    if cell is None:
        return None
    if type(cell) is int:
        return Decimal(cell)
    if type(cell) is float and math.isfinite(cell):
        return Decimal(repr(cell))
    if type(cell) is not str:
        raise CellFault(A_DAY_INSTEAD if isinstance(cell, date) else NOT_A_NUMBER, value=cell)
    _no_formula(cell)
    return _number(cell)


@lru_cache(maxsize=4096, typed=True)
def floor(cell: Cell) -> int | None:
    """Give the floor in *cell*: 12, 12层, 12F, 二十層, -1, B1, 负一, 地下1层; None for nothing."""
    if cell is None:
        return None
    if type(cell) is int:
        return _in_reach(cell, cell)
    if type(cell) is not str:
        raise CellFault(A_DAY_INSTEAD if isinstance(cell, date) else NOT_A_FLOOR, value=cell)
    _no_formula(cell)
    text = unicodedata.normalize("NFKC", cell).strip()
    if text in NONE_WORDS:
        return None
    if text.casefold() == "parter":  # the Polish ground floor
        return 0
    text = _FLOOR_WORDS.sub("", text).replace(" ", "")
    below = _BELOW.fullmatch(text)
    level = _level(below.group(1) if below else text)
    if level is None:
        raise CellFault(NOT_A_FLOOR, value=cell)
    return _in_reach(-level if below else level, cell)


@lru_cache(maxsize=16384, typed=True)
def text(cell: Cell, longest: int = 200) -> str:
    """Give the text in *cell* cleaned, a whole number without its decimals, "" for nothing.

    Raises `CellFault` for formulas, `UserError` of `kernel.text` for broken or overlong texts.
    """
    if cell is None:
        return ""
    if type(cell) is str:
        if cell.isascii() and cell.isprintable() and len(cell) <= longest:
            if cell[:1] in "=#":
                _no_formula(cell)
            return cell.strip()
        _no_formula(cell)
        return clean(cell, cell[:20].encode("utf-8", "replace").decode(), longest)
    if type(cell) is float and cell.is_integer():
        return str(int(cell))
    return str(cell)


@lru_cache(maxsize=16384, typed=True)
def label(cell: Cell) -> str:
    """Give a unit's, building's or core's name; a date there is Excel's doing and a `CellFault`."""
    if isinstance(cell, date):
        raise CellFault(A_DAY_INSTEAD, value=cell)
    return " ".join(text(cell, 60).split())


def day(cell: Cell) -> date | None:
    """Give the day in *cell*: a date cell, 2025-09-13, 2025年9月13日, 20250913, 13.09.2025."""
    if cell is None or isinstance(cell, date):
        return cell
    if type(cell) is int and cell in _EXCEL_DAYS:
        return _EXCEL_START + timedelta(days=cell)
    _no_formula(str(cell))
    written = unicodedata.normalize("NFKC", str(cell)).strip()
    if written in NONE_WORDS:
        return None
    match = _DAY.fullmatch(written)
    european = _EUROPEAN_DAY.fullmatch(written)
    try:
        if match:
            year, month, number, month_2, number_2 = match.groups()
            return date(int(year), int(month or month_2), int(number or number_2))
        if european:
            return date(int(european[3]), int(european[2]), int(european[1]))
    except ValueError:
        pass
    raise CellFault(NOT_A_DAY, value=cell)


def _number(text: str) -> Decimal | None:
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain in NONE_WORDS:
        return None
    bare = "".join(_MONEY_WORDS.sub("", plain).split()).replace("−", "-").replace("'", "")
    factor = 10_000 if bare.endswith("万") else 1
    bare = bare.removesuffix("万")
    if "," in bare and "." in bare:
        decimals = max(bare.rindex(","), bare.rindex("."))
        thousands = "." if bare[decimals] == "," else ","
        bare = bare.replace(thousands, "").replace(",", ".")
    elif _THOUSANDS_COMMA.fullmatch(bare):
        bare = bare.replace(",", "")
    elif _THOUSANDS_DOT.fullmatch(bare):
        bare = bare.replace(".", "")
    else:
        bare = bare.replace(",", ".")
    if not _DECIMAL.fullmatch(bare):
        raise CellFault(NOT_A_NUMBER, value=text)
    return Decimal(bare) * factor


def _possible(fen: int, cell: Cell) -> int:
    if abs(fen) > _LARGEST_FEN:
        raise CellFault(AMOUNT_TOO_LARGE, value=cell)
    return fen


def _level(text: str) -> int | None:
    return int(text) if text.isdecimal() and text.isascii() else chinese_number(text)


def _in_reach(level: int, cell: Cell) -> int:
    if not _LOWEST_FLOOR <= level <= _LARGEST_FLOOR:
        raise CellFault(NOT_A_FLOOR, value=cell)
    return level


def _no_formula(text: str) -> None:
    if text.lstrip()[:1] in {"=", "＝"} or _FAILED.fullmatch(text.strip()):
        raise CellFault(FORMULA, value=text)


def hundredths(number: Decimal) -> Decimal:
    """Round *number* half-up to two decimals."""
    return number.quantize(_HUNDREDTHS, ROUND_HALF_UP)
