"""Amounts in words: the vectors of the trade, and cn2an as an oracle over the whole range."""

import re
from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.kernel.numerals import LARGEST_FEN, amount_in_words

CHINESE = [
    (0, "零元整"),
    (1, "壹分"),
    (10, "壹角整"),
    (50, "伍角整"),
    (1_000, "壹拾元整"),
    (1_005, "壹拾元零伍分"),
    (10_150, "壹佰零壹元伍角整"),
    (32_504, "叁佰贰拾伍元零肆分"),
    (100_100, "壹仟零壹元整"),
    (140_950, "壹仟肆佰零玖元伍角整"),
    (168_032, "壹仟陆佰捌拾元叁角贰分"),
    (600_714, "陆仟零柒元壹角肆分"),
    (1_640_902, "壹万陆仟肆佰零玖元零贰分"),
    (5_000_000, "伍万元整"),
    (10_700_053, "壹拾万柒仟元伍角叁分"),
    (10_000_000_000, "壹亿元整"),
    (10_000_000_001, "壹亿元零壹分"),
    (2_005_000_000, "贰仟零伍万元整"),
    (100_001_000_001, "壹拾亿零壹万元零壹分"),
    (LARGEST_FEN, "壹万亿元整"),
    (-500, "负伍元整"),
]
ENGLISH = [
    (0, "RMB Zero yuan only"),
    (50, "RMB Fifty fen only"),
    (10_150, "RMB One hundred and one yuan and fifty fen only"),
    (5_000_000, "RMB Fifty thousand yuan only"),
    (100_100, "RMB One thousand and one yuan only"),
    (125_000_000, "RMB One million two hundred and fifty thousand yuan only"),
    (2_119_99, "RMB Two thousand one hundred and nineteen yuan and ninety-nine fen only"),
    (LARGEST_FEN, "RMB One trillion yuan only"),
    (-500, "RMB Minus five yuan only"),
]


@pytest.mark.parametrize(("fen", "words"), CHINESE)
def test_chinese_vectors(fen, words):
    assert amount_in_words(fen, "zh_CN") == words


@pytest.mark.parametrize(("fen", "words"), ENGLISH)
def test_english_vectors(fen, words):
    assert amount_in_words(fen, "en") == words


def test_whole_after_jiao_may_be_left_off():
    assert amount_in_words(140_950, "zh_CN", whole_after_jiao=False) == "壹仟肆佰零玖元伍角"
    assert amount_in_words(140_900, "zh_CN", whole_after_jiao=False) == "壹仟肆佰零玖元整"


@given(st.integers(min_value=0, max_value=LARGEST_FEN))
def test_agrees_with_cn2an(fen):
    oracle = cn2an.an2cn(str(Decimal(fen) / 100), "rmb")
    assert amount_in_words(fen, "zh_CN", whole_after_jiao=False) == oracle


@given(st.integers(min_value=-LARGEST_FEN, max_value=LARGEST_FEN))
def test_never_says_nought_twice(fen):
    words = amount_in_words(fen, "zh_CN")
    assert "零零" not in words
    assert re.fullmatch("[负零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+", words)


_SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: value for value, word in enumerate(_SMALL)} | {
    word: value * 10 for value, word in enumerate(_TENS, 2)
}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def read_english(words):
    """Read the words back, as a person would."""
    whole = group = fen = 0
    for word in re.split(r"[ -]", words.removeprefix("RMB ").removesuffix(" only").lower()):
        if word in _VALUES:
            group += _VALUES[word]
        elif word == "hundred":
            group *= 100
        elif word in _SCALES:
            whole, group = whole + group * _SCALES[word], 0
        elif word == "yuan":
            fen, whole, group = (whole + group) * 100, 0, 0
        elif word == "fen":
            fen, group = fen + group, 0
        else:
            assert word == "and"
    return fen


@given(st.integers(min_value=0, max_value=LARGEST_FEN))
def test_english_reads_back_to_the_same_amount(fen):
    assert read_english(amount_in_words(fen, "en")) == fen


@pytest.mark.parametrize("bad", [0.29, 1.0, True, "5", Decimal(5), None])
def test_refuses_what_is_not_exact(bad):
    with pytest.raises(TypeError):
        amount_in_words(bad, "zh_CN")


@pytest.mark.parametrize("bad", [LARGEST_FEN + 1, -LARGEST_FEN - 1])
def test_refuses_what_is_beyond_words(bad):
    with pytest.raises(ValueError, match="beyond"):
        amount_in_words(bad, "en")
