"""Amounts of money in words: Chinese capitals (大写金额) and English, exact to the fen.

The Chinese rules are those of 会计基础工作规范 and of the instructions for bills (domain 3.7):
several noughts read as one 零, 整 after 元 and (a setting) after 角, none after 分.
"""

LARGEST_FEN = 10**14
"""10^12 yuan: words are given up to here and including it (fen)."""

_FULL_GROUP = 1_000
"""A Chinese group of four places below this starts with a nought."""
_HUNDRED = 100

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = (
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_THOUSANDS = ("", " thousand", " million", " billion", " trillion")


def amount_in_words(fen: int, language: str, *, whole_after_jiao: bool = True) -> str:
    """Give *fen* in words for a paper in *language* ("zh_CN", or "en" for any other).

    ``5000000`` fen is 伍万元整 or "RMB Fifty thousand yuan only". With *whole_after_jiao* false,
    整 is left off behind 角, as bank instruments allow (domain 3.7); English has no such choice.
    `TypeError` for anything but an int (a float is not exact), `ValueError` above 10^12 yuan.
    """
    if isinstance(fen, bool) or not isinstance(fen, int):
        message = f"an amount is a whole number of fen, not {type(fen).__name__}"
        raise TypeError(message)
    if abs(fen) > LARGEST_FEN:
        message = f"{fen} fen is beyond the largest amount that is written in words"
        raise ValueError(message)
    if language == "zh_CN":
        return ("负" if fen < 0 else "") + _capitals(abs(fen), whole_after_jiao=whole_after_jiao)
    return _english(fen)


def _capitals(fen: int, *, whole_after_jiao: bool) -> str:
    yuan, jiao, rest = fen // 100, fen // 10 % 10, fen % 10
    words = _whole_capitals(yuan) + "元" if yuan else ""
    if not jiao and not rest:
        return (words or "零元") + "整"
    if jiao:
        words += _DIGITS[jiao] + "角"
    elif words:
        words += "零"
    if rest:
        return words + _DIGITS[rest] + "分"
    return words + ("整" if whole_after_jiao else "")


def _whole_capitals(yuan: int) -> str:
    """Read groups of four places; a nought inside or between groups is said once."""
    words, skipped = "", False
    for place in reversed(range(len(_GROUPS))):
        group = yuan // 10_000**place % 10_000
        if group:
            if words and (skipped or group < _FULL_GROUP):
                words += "零"
            words += _group_capitals(group) + _GROUPS[place]
        skipped = not group
    return words


def _group_capitals(group: int) -> str:
    words, nought = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit:
            words += ("零" if nought and words else "") + _DIGITS[digit] + _PLACES[place]
        nought = not digit
    return words


def _english(fen: int) -> str:
    yuan, cents = divmod(abs(fen), 100)
    words = "minus " if fen < 0 else ""
    if yuan or not cents:
        words += _whole_english(yuan) + " yuan"
    if cents:
        words += (" and " if yuan else "") + _below_thousand(cents) + " fen"
    return f"RMB {words[0].upper()}{words[1:]} only"


def _whole_english(number: int) -> str:
    if not number:
        return _ONES[0]
    parts: list[str] = []
    for place in reversed(range(len(_THOUSANDS))):
        group = number // 1_000**place % 1_000
        if group:
            joint = "and " if parts and not place and group < _HUNDRED else ""
            parts.append(joint + _below_thousand(group) + _THOUSANDS[place])
    return " ".join(parts)


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = f"{_ONES[hundreds]} hundred" if hundreds else ""
    if not rest:
        return words
    tens, ones = divmod(rest, 10)
    small = _ONES[rest] if rest < len(_ONES) else _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    return f"{words} and {small}" if words else small
