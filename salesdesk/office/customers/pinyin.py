"""How a Chinese name may be typed: whole pinyin and initials, surname readings first.

The readings stand in a file of their own that is read with the first name: pypinyin, from which they
come, takes a third of a second to import and 50 MB.
"""

from functools import cache
from itertools import groupby
from pathlib import Path

_READINGS = Path(__file__).with_name("readings.txt")
_SURNAMES = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "朴": "piao", "查": "zha", "任": "ren",
    "区": "ou", "盖": "ge", "尉": "wei", "乐": "yue", "缪": "miao", "冼": "xian", "翟": "zhai",
    "卜": "bu", "覃": "qin", "员": "yun", "纪": "ji", "华": "hua", "逄": "pang", "折": "she",
    "召": "shao", "种": "chong", "重": "chong", "万俟": "moqi", "尉迟": "yuchi",
    "长孙": "zhangsun", "令狐": "linghu", "澹台": "tantai",
}  # fmt: skip
_COMPOUND = 2
_Reading = tuple[str, ...]


def keys(name: str) -> str:
    """Give every way to type *name*, each after a space: `` zengguofan zgf``.

    A character with two readings is found by either.
    """
    readings = _readings(name)
    for length in (_COMPOUND, 1):
        if surname := _SURNAMES.get(name[:length]):
            readings |= {(surname, *rest) for rest in _readings(name[length:])}
    if "吕" in name:  # ü is typed as v or as u
        readings |= {tuple("lu" if part == "lv" else part for part in r) for r in set(readings)}
    found = set[str]()
    for reading in readings:
        parts = [part.casefold() for part in reading if part.strip()]
        found.add("".join(parts))
        found.add("".join(part[0] for part in parts))
    return "".join(f" {key}" for key in sorted(found))


def _readings(text: str) -> set[_Reading]:
    """Give the usual reading of *text*, and one more for each character that has a second."""
    first, second = _tables()
    usual: list[str] = []
    other: dict[int, str] = {}
    for chinese, run in groupby(text, first.__contains__):
        if not chinese:
            usual.append("".join(run))
            continue
        for character in run:
            if character in second:
                other[len(usual)] = second[character]
            usual.append(first[character])
    found = {tuple(usual)}
    found |= {(*usual[:at], reading, *usual[at + 1 :]) for at, reading in other.items()}
    return found


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    first: dict[str, str] = {}
    second: dict[str, str] = {}
    for line in _READINGS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        reading, characters = line.split(" ")
        table = second if reading.startswith("+") else first
        table.update(dict.fromkeys(characters, reading.removeprefix("+")))
    return first, second
