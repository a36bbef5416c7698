"""Texts, phones and cards as people type them."""

import unicodedata
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.kernel.errors import MissingEntry
from salesdesk.kernel.identity import (
    NotAnIdCard,
    NotAPhone,
    mask_id,
    mask_phone,
    parse_phone,
    parse_resident_id,
)
from salesdesk.kernel.text import BrokenText, TooLong, clean, required, search_key

ANY = st.text(st.characters(codec=None), max_size=40)


@given(text=ANY)
def test_what_is_kept_of_a_text_can_be_stored_and_is_kept_again(text):
    try:
        kept = clean(text, "name")
    except BrokenText:
        assert any("\ud800" <= c <= "\udfff" or c == "\0" for c in text)
        return
    assert clean(kept, "name") == kept
    assert unicodedata.is_normalized("NFC", kept)
    kept.encode("utf-8")
    assert not {"\0", "\u200b", "\ufeff", "\x07"} & set(kept)


@pytest.mark.parametrize("name", ["𬭚", "𬍛", "䶮", "㐀", "𠮷", "王󠄀", "Łoś", "買", "神"])
def test_no_character_of_a_name_is_changed(name):
    assert clean(name, "name") == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\u200b", "\x00"[:0], "\n"])
def test_nothing_is_missing(text):
    with pytest.raises(MissingEntry):
        required(text, "name")


def test_the_longest_is_counted_in_characters():
    assert clean("𬭚" * 60, "name", 60) == "𬭚" * 60
    with pytest.raises(TooLong) as refusal:
        clean("𬭚" * 61, "name", 60)
    assert refusal.value.facts["length"] == 61


def test_names_are_compared_without_dots_spaces_and_case():
    assert (
        search_key("买买提·吐尔逊") == search_key("买买提 吐尔逊") == search_key("买买提•吐尔逊")
    )
    assert search_key("ADA Łoś") == search_key("ada łoś")


# --- phones ---------------------------------------------------------------------------------------------


@given(text=ANY)
def test_any_text_is_a_phone_or_a_refusal(text):
    try:
        number = parse_phone(text)
    except NotAPhone:
        return
    assert number.removeprefix("+").isascii()
    assert number.removeprefix("+").isdigit()


@given(digits=st.integers(13_000_000_000, 19_999_999_999))
def test_a_stored_phone_is_read_as_itself(digits):
    try:
        number = parse_phone(str(digits))
    except NotAPhone:
        return
    assert number == str(digits)
    assert parse_phone(number) == number
    assert parse_phone("+86" + number) == number


@pytest.mark.parametrize(
    "number", ["01088001234", "02164321234", "075588881234", "4008001234", "+85261234567"]
)
def test_a_stored_line_is_read_as_itself(number):
    assert parse_phone(number) == number


@given(number=st.text("0123456789", min_size=1, max_size=15))
def test_a_mask_hides_the_middle_and_keeps_the_length(number):
    masked = mask_phone(number)
    assert len(masked) == len(number)
    assert "*" in masked or len(number) <= 2
    if len(number) >= 8:
        assert masked.count("*") == 4
        assert masked[-4:] == number[-4:]


def test_of_a_card_only_the_last_four_places_are_shown():
    assert mask_id("11010519491231002X") == "*" * 14 + "002X"
    assert mask_id("") == ""


# --- cards ----------------------------------------------------------------------------------------------

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def card(region, born, order):
    body = f"{region}{born:%Y%m%d}{order:03}"
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, WEIGHTS, strict=True)) % 11]


CARDS = st.builds(
    card,
    st.integers(110000, 659000),
    st.dates(date(1900, 1, 1), date(2026, 1, 1)),
    st.integers(0, 999),
)


@given(number=CARDS, place=st.integers(0, 17), step=st.integers(1, 9))
def test_one_wrong_place_or_two_swapped_are_seen(number, place, step):
    assert parse_resident_id(number.lower()) == number
    if number[place] != "X":
        wrong = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
        with pytest.raises(NotAnIdCard):
            parse_resident_id(wrong)
    swapped = number[:16] + number[17] + number[16]
    if swapped != number:
        with pytest.raises(NotAnIdCard):
            parse_resident_id(swapped)


@given(text=ANY)
def test_any_text_is_a_card_or_a_refusal(text):
    with suppress(NotAnIdCard):
        assert len(parse_resident_id(text)) == 18


def test_a_card_of_the_old_kind_is_completed():
    assert parse_resident_id("110105491231002") == "11010519491231002X"
    with pytest.raises(NotAnIdCard):
        parse_resident_id("110105491331002")


def test_nobody_who_buys_was_born_before_the_railway():
    with pytest.raises(NotAnIdCard):
        parse_resident_id(card(110105, date(1879, 12, 31), 2))
