"""Words complete in both languages; colours told apart without colour sight."""

from string import Formatter

import pytest

from salesdesk.documents.inks import COPY_INKS, COPY_TINTS, HATCHED, STATE_HEX
from salesdesk.documents.words import (
    WORDS,
    building_words,
    code_word,
    core_words,
    day_words,
    local_moment,
    moment_words,
    share_words,
)
from salesdesk.office.customers.rules import VISIT_DETAILS, IdKind, Manner
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.ledger.rules import ReceiptKind, TenderKind
from salesdesk.office.ledger.tables import TRANSFERS
from tests.documents.made import LANGUAGES


def test_both_languages_have_the_same_words_and_facts():
    chinese, english = WORDS["zh_CN"], WORDS["en"]
    assert list(chinese) == list(english)
    for key, text in chinese.items():
        facts = [
            {name for _, name, _, _ in Formatter().parse(each) if name}
            for each in (text, english[key])
        ]
        assert facts[0] == facts[1], key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_office_has_a_word(language):
    families = {
        "state": UnitState,
        "letter": UnitState,
        "tender": TenderKind,
        "kind": ReceiptKind,
        "manner": Manner,
        "detail": VISIT_DETAILS,
        "moved": TRANSFERS,
    }
    for family, codes in families.items():
        for code in codes:
            assert f"{family}.{code}" in WORDS[language]
    assert code_word(language, "tender", "gold") == "gold"
    letters = [WORDS[language][f"letter.{state.value}"] for state in UnitState]
    assert len(set(letters)) == len(letters)
    assert all(len(letter) == 1 for letter in letters)


def test_every_paper_of_identity_has_a_word():
    from salesdesk.documents.agreement_setting import AGREEMENT_WORDS

    for language in LANGUAGES:
        assert all(f"id.{kind.value}" in AGREEMENT_WORDS[language] for kind in IdKind)


def test_days_moments_shares_and_names():
    assert day_words("2026-12-01", "zh_CN") == "2026年12月1日"
    assert day_words("2026-12-01", "en") == "1 December 2026"
    assert day_words("next week", "en") == "next week"
    assert moment_words("2026-11-24 09:05", "en") == "24 November 2026, 09:05"
    assert moment_words("", "zh_CN") == ""
    assert local_moment("2026-11-24T16:00:00+00:00", "Asia/Shanghai") == "2026-11-25 00:00"
    assert local_moment("2026-11-24 16:00", "Asia/Shanghai") == "2026-11-24 16:00"
    assert local_moment("?", "Asia/Shanghai") == "?"
    assert [share_words(bp) for bp in (10_000, 5_000, 3_333, 0)] == ["100%", "50%", "33.33%", "0%"]
    assert building_words("3", "zh_CN") == "3栋"
    assert building_words("花园3栋", "zh_CN") == "花园3栋"
    assert building_words("3栋", "en") == "Building 3"
    assert building_words("Tower A", "en") == "Tower A"
    assert core_words("--", "zh_CN") == ""
    assert core_words("2", "zh_CN") == "2单元"
    assert core_words("2单元", "en") == "Core 2"


def channels(code):
    return [int(code[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def linear(value):
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def luminance(rgb):
    red, green, blue = map(linear, rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("state", UnitState)
def test_text_on_a_state_reads_well(state):
    fill, ink, _ = STATE_HEX[state]
    assert contrast(channels(fill), channels(ink)) >= 4.5


def test_copies_read_well():
    for ink, tint in zip(COPY_INKS, COPY_TINTS, strict=True):
        assert contrast(ink.rgb(), tint.rgb()) >= 4.5


PROTAN = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
DEUTAN = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)


def lab(rgb, sight):
    rgb = [linear(value) for value in rgb]
    red, green, blue = (
        min(max(sum(weight * value for weight, value in zip(row, rgb, strict=True)), 0), 1)
        for row in sight
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("sight", [PROTAN, DEUTAN, ((1, 0, 0), (0, 1, 0), (0, 0, 1))])
def test_fills_differ_for_every_eye_or_one_is_hatched(sight):
    seen = {state: lab(channels(STATE_HEX[state][0]), sight) for state in UnitState}
    for one in UnitState:
        for other in UnitState:
            if one < other and (one in HATCHED) == (other in HATCHED):
                far = sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
                assert far > 7, (one, other, far)
