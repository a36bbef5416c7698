"""Faces, coverage, line breaking: no letter lost, no line too wide or wrongly begun."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.documents.coverage import missing_characters
from salesdesk.documents.faces import BOLD, RARE, REGULAR
from salesdesk.documents.fonts import printable, ready, runs, width
from salesdesk.documents.prose import pieces_of
from salesdesk.documents.wrapping import Piece, break_lines, fitted, groups, wrap
from tests.documents.made import RARE as NAMES


def test_missing_characters_are_named_once_in_order():
    assert missing_characters("欧阳娜娜 O'Neill\n") == ""
    assert missing_characters(NAMES + "·•—¥㎡") == ""
    assert missing_characters("a\ue000b\U000323af\ue000\ud800\x07") == "\ue000\U000323af\ud800\x07"


def test_coverage_is_what_the_drawing_faces_have():
    faces = [font.face.charToGlyph for font in ready().values()]
    for code in (*range(32, 127), *range(0xA0, 0x3100), *range(0x3400, 0x2FA20, 7)):
        drawn = bool(faces[0].get(code) or faces[2].get(code))
        assert bool(missing_characters(chr(code))) != drawn, hex(code)


def test_asking_for_coverage_does_not_import_the_drawing():
    probe = (
        "import sys; from salesdesk.documents.coverage import missing_characters\n"
        "assert missing_characters('𠮷') == ''\n"
        "assert 'reportlab' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", probe], check=True)


def test_a_rare_letter_is_set_in_the_rare_face():
    assert runs("吉𠮷吉", REGULAR) == ((REGULAR, "吉"), (RARE, "𠮷"), (REGULAR, "吉"))
    assert runs("吉吉", BOLD) == ((BOLD, "吉吉"),)
    assert width("𠮷", 10) == pytest.approx(10)
    assert set(ready()) == {"SC", "SCB", "SCR", "SCRB"}


def test_printable_keeps_names_and_drops_what_is_not_text():
    assert printable(" 欧\u200b阳\x00𠮷\ud800 ") == "欧 阳 𠮷"


mixed = st.text(
    st.one_of(
        st.sampled_from("中文字，。、（）《》“” 壹贰"),
        st.characters(min_codepoint=32, max_codepoint=126),
    ),
    min_size=1,
    max_size=200,
)


@given(mixed, st.floats(30, 400), st.sampled_from([7.0, 9.5]), st.sampled_from([REGULAR, BOLD]))
def test_lines_lose_nothing_and_fit(text, room, size, font):
    lines = wrap(text, room, size, font)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert width(line, size, font) <= room + size * 0.5 + 0.01


@given(st.text(st.sampled_from("中文字，。）（《"), min_size=2, max_size=120), st.floats(60, 300))
def test_no_line_starts_with_a_closing_mark_where_it_can_be_helped(text, room):
    stuck = groups((Piece(text, bold=False),), 10.0)
    if any(part.bare > room for part in stuck):
        return
    for line in wrap(text, room, 10.0)[1:]:
        assert line[0] not in "，。）"


def test_marks_stay_with_the_word_across_a_change_of_weight():
    pieces = pieces_of("大写：<b>{amount}</b>），其余", {"amount": "伍万元整<b>"})
    assert pieces == (Piece("大写：", False), Piece("伍万元整<b>", True), Piece("），其余", False))
    parts = groups(pieces_of("甲乙<b>丙丁</b>；戊"), 10.0)
    lines = break_lines(parts, 45.0, 10.0)
    assert ["".join(piece.text for part in line for piece in part.pieces) for line in lines] == [
        "甲乙丙丁；",
        "戊",
    ]


@given(mixed, st.floats(40, 300), st.floats(10, 60))
def test_fitted_text_fits_its_box(text, room, height):
    size, lines = fitted(text, room, height, 10.0)
    assert 0 < size <= 10
    assert "".join("".join(lines).split()) == "".join(text.split())
    if size > 1:
        assert len(lines) == 1 or len(lines) * size * 1.25 <= height + 0.01
