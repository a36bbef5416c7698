"""How a Chinese name may be typed: whole pinyin and initials, surname readings first."""

from pypinyin import lazy_pinyin

_SURNAMES = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "朴": "piao", "查": "zha", "任": "ren",
    "区": "ou", "盖": "ge", "尉": "wei", "乐": "yue", "缪": "miao", "冼": "xian", "翟": "zhai",
    "卜": "bu", "覃": "qin", "员": "yun", "纪": "ji", "华": "hua", "逄": "pang", "折": "she",
    "召": "shao", "种": "chong", "重": "chong", "万俟": "moqi", "尉迟": "yuchi",
    "长孙": "zhangsun", "令狐": "linghu", "澹台": "tantai",
}  # fmt: skip
_COMPOUND = 2


def keys(name: str) -> str:
    """Give every way to type *name*, each after a space: `` zengguofan zgf``."""
    readings = {tuple(lazy_pinyin(name))}
    for length in (_COMPOUND, 1):
        if surname := _SURNAMES.get(name[:length]):
            readings.add((surname, *lazy_pinyin(name[length:])))
    if "吕" in name:  # ü is typed as v or as u
        readings |= {tuple("lu" if part == "lv" else part for part in r) for r in set(readings)}
    found = set[str]()
    for reading in readings:
        parts = [part.casefold() for part in reading if part.strip()]
        found.add("".join(parts))
        found.add("".join(part[0] for part in parts))
    return "".join(f" {key}" for key in sorted(found))
