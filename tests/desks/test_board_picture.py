"""Colours, places and pictures of the board, without a window."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from salesdesk.desks.board.amounts import countdown, short_area, short_yuan
from salesdesk.desks.board.badges import _INKS, OVERDUE, SOON, BadgeArtist
from salesdesk.desks.board.cells import CellArtist, words_of
from salesdesk.desks.board.geometry import Geometry, fitting_width
from salesdesk.desks.board.layout import lay_out
from salesdesk.desks.board.palette import DARK, LIGHT, Pattern
from salesdesk.desks.board.selection import Selection, first_on_floor, step
from salesdesk.desks.board.stock import Stock
from salesdesk.desks.widgets.contrast import CONTRAST, contrast
from salesdesk.office.inventory.rules import STATES, UnitState
from salesdesk.office.inventory.sheets import UnitPatch
from tests.desks.board_made import made_board


def _lab(colour, matrix=None):
    """A colour in CIE Lab, as seen through a matrix in linear light."""
    parts = np.array([colour >> 16 & 255, colour >> 8 & 255, colour & 255]) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    if matrix is not None:
        linear = np.clip(np.array(matrix) @ linear, 0, 1)
    xyz = (
        np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
        @ linear
        / np.array([0.9505, 1.0, 1.089])
    )
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


# Machado, Oliveira, Fernandes 2009, severity 1.0
BLIND = {
    "protan": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "deutan": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_of_a_cell_can_be_read(theme):
    for state, tone in zip(STATES, theme.tones, strict=True):
        for ground in (tone.fill, tone.line):
            for ink in (tone.text, tone.soft, tone.word):
                assert contrast(ink, ground) >= CONTRAST, state
        assert contrast(tone.on_solid, tone.solid) >= CONTRAST, state
    assert contrast(theme.text, theme.panel) >= CONTRAST
    assert contrast(theme.soft, theme.panel) >= CONTRAST
    assert contrast(theme.focus, theme.ground) >= 3  # an outline, not a text


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_states_differ_for_every_eye(theme):
    available = STATES.index(UnitState.AVAILABLE)
    for one, other in combinations(range(len(STATES)), 2):
        a, b = theme.tones[one], theme.tones[other]
        assert np.linalg.norm(_lab(a.solid) - _lab(b.solid)) > 14, (STATES[one], STATES[other])
        if available in {one, other}:
            for name, matrix in BLIND.items():
                far = np.linalg.norm(_lab(a.solid, matrix) - _lab(b.solid, matrix))
                assert far > 12, (name, STATES[one], STATES[other])


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_state_has_its_own_letter_of_one_character(language):
    words = words_of(language)
    assert len(set(words.letters)) == len(STATES)
    assert {len(letter) for letter in words.letters} == {1}
    assert len(set(words.short)) == len(STATES)


def test_what_is_kept_from_sale_also_has_a_pattern():
    by_state = dict(zip(STATES, LIGHT.tones, strict=True))
    for state in (UnitState.DRAFT, UnitState.HELD_BACK, UnitState.BLOCKED, UnitState.REVIEW):
        assert by_state[state].pattern is not Pattern.PLAIN


@given(
    units=st.integers(1, 400),
    floors=st.integers(1, 40),
    per_core=st.integers(1, 6),
    cores=st.integers(1, 4),
)
def test_each_unit_has_a_cell_of_its_own_on_its_floor(units, floors, per_core, cores):
    board = made_board(units, floors=floors, per_core=per_core, cores=cores)
    laid = lay_out(board)
    assert np.array_equal(np.sort(laid.grid[laid.grid >= 0]), np.arange(units))
    assert np.array_equal(laid.grid[laid.rows, laid.columns], np.arange(units))
    for band in laid.bands:
        assert list(band.floors) == sorted(set(band.floors), reverse=True)
        rows = slice(band.first_row, band.first_row + len(band.floors))
        for row, floor in zip(laid.grid[rows], band.floors, strict=True):
            assert (board.floors[row[row >= 0]] == floor).all()


def test_units_that_share_a_cell_are_set_side_by_side():
    board = made_board(264)
    crowded = replace(board, columns=np.zeros_like(board.columns))
    laid = lay_out(crowded)
    assert np.count_nonzero(laid.grid >= 0) == 264
    assert {head.columns for head in laid.bands[0].cores} == {4}


def test_one_building_alone_leaves_the_others_without_a_place():
    board = made_board(800)
    laid = lay_out(board, building=1)
    assert (laid.rows[board.buildings != 1] == -1).all()
    assert [head.name for head in laid.bands[0].buildings] == ["2栋"]
    assert lay_out(board, building=77).bands == ()


def test_a_wide_project_is_broken_into_bands_and_no_building_is_torn():
    laid = lay_out(made_board(20_000))
    assert len(laid.bands) > 1
    names = [head.name for band in laid.bands for head in band.buildings]
    assert len(names) == len(set(names)) == 76


@pytest.mark.parametrize("width", [112, 44, 20, 6, 2])
def test_pixels_lead_back_to_their_unit(width):
    board = made_board(3000)
    laid = lay_out(board)
    geometry = Geometry(laid, width, max(1, round(width * 0.6)))
    for unit in range(0, 3000, 97):
        box = geometry.rect(int(laid.rows[unit]), int(laid.columns[unit]))
        assert geometry.unit_at(box.left(), box.top()) == unit
        assert geometry.unit_at(box.right(), box.bottom()) == unit
    assert geometry.unit_at(geometry.width + 50, 10) == -1
    whole = geometry.units_in(QRect(0, 0, geometry.width, geometry.height))
    assert whole.size == 3000
    spot = geometry.spot(300, 200)
    assert tuple(map(round, geometry.point(spot))) == (300, 200)


def test_the_fitting_zoom_fits():
    for units in (40, 2000, 200_000):
        laid = lay_out(made_board(units))
        width = int(fitting_width(laid, 1600, 900, 1.6))
        fitted = Geometry(laid, width, max(1, round(width / 1.6)))
        assert fitted.width <= 1600 and fitted.height <= 900


def test_arrows_cross_gaps_and_holes():
    laid = lay_out(made_board(264))  # one building, two cores of four
    start = int(laid.grid[0, 3])
    assert step(laid, start, 0, 1) == laid.grid[0, 4]  # into the next core
    assert step(laid, start, 1, 0) == laid.grid[1, 3]
    assert step(laid, start, -1, 0) == start  # the top
    assert step(laid, start, 99, 0) == laid.grid[32, 3]
    assert first_on_floor(laid, start, last=True) == laid.grid[0, 7]
    laid.grid[0, 4] = -1
    assert step(laid, start, 0, 1) == laid.grid[0, 5]


def test_up_into_a_narrower_floor_takes_the_nearest_unit():
    laid = lay_out(made_board(264))
    laid.grid[0, 2:] = -1
    assert step(laid, int(laid.grid[1, 6]), -1, 0) == laid.grid[0, 1]


def test_shift_spans_a_rectangle():
    laid = lay_out(made_board(264))
    chosen = Selection(264)
    chosen.only(int(laid.grid[2, 1]))
    chosen.span(laid, int(laid.grid[4, 3]))
    assert set(chosen.indexes.tolist()) == set(laid.grid[2:5, 1:4].ravel().tolist())


def test_patches_find_units_in_any_order_of_ids():
    board = made_board(500)
    order = np.random.default_rng(3).permutation(500)
    mixed = replace(board, ids=board.ids[order])
    stock = Stock(mixed)
    for unit in (1, 250, 500):
        at = stock.apply(UnitPatch(unit, 7, 11, 22, 0.0))
        assert int(mixed.ids[at]) == unit
        assert stock.state(at) is UnitState.SUBSCRIBED and int(stock.totals[at]) == 22
    assert stock.apply(UnitPatch(9999, 7, 1, 1, 0.0)) == -1
    assert stock.indexes_of((1, 9999, 2)).size == 2
    assert stock.holds == int(np.count_nonzero(stock.states == STATES.index(UnitState.ON_HOLD)))


def test_money_and_time_are_written_briefly():
    assert short_yuan(158_953_756_800, chinese=True) == "15.90亿"
    assert short_yuan(389_524_900, chinese=True) == "389.52万"
    assert short_yuan(389_524_950, chinese=False) == "3,895,250"
    assert short_yuan(-1, chinese=True) == "—"
    assert short_area(84.5, chinese=True) == "84.5㎡"
    assert countdown(61.9) == "01:01"
    assert countdown(-5) == "00:00"
    assert countdown(26 * 3600 + 120) == "26h02"


def test_a_bare_room_number_is_shown_with_its_floor():
    board = made_board(264)
    bare = replace(board, numbers=tuple(number[2:] for number in board.numbers))
    stock = Stock(bare)
    assert stock.label(0) == "101" and stock.label(263) == "3304"
    assert Stock(board).label(263) == "3304"
    assert stock.matching_number("3302", -1) >= 0


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_cell_of_full_size_shows_layout_and_area(qapp, language):
    artist = CellArtist(words_of(language), LIGHT)
    made = made_board(40)
    stock = Stock(replace(made, layout_names=("两室两厅", "三室两厅", "四室两厅", "三室两厅")))
    artist.prepare(112, 66, 1.0, qapp.font())
    for index in range(stock.size):
        text, kind = artist._size(stock, index, artist._room)
        layout = stock.columns.layout_names[int(stock.columns.layouts[index])]
        assert text.startswith(layout) and "m²" in text.replace("㎡", "m²")
        assert kind.width(text) <= artist._room


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("blind", [None, *BLIND])
def test_the_two_badges_differ_by_shape_for_every_eye_and_from_their_halo(theme, blind, qtbot):
    """The alpha masks differ: nobody has to see the colours."""
    shapes = []
    for kind in (OVERDUE, SOON):
        picture = BadgeArtist().picture(kind, 66, 2.0, theme).toImage()
        inside = [
            picture.pixelColor(x, y).alpha() > 128
            for x in range(picture.width())
            for y in range(picture.height())
        ]
        assert 0.2 < sum(inside) / len(inside) < 0.9
        shapes.append(inside)
        ink, halo = _INKS[kind][theme.dark]
        assert contrast(ink, halo) >= 3
        if blind is not None:
            assert abs(_lab(ink, BLIND[blind])[0] - _lab(halo, BLIND[blind])[0]) > 30
    differ = sum(one != other for one, other in zip(*shapes, strict=True))
    assert differ / len(shapes[0]) > 0.15


def test_marks_are_of_the_units_named_and_of_no_other():
    stock = Stock(made_board(50))
    assert not stock.owing and not stock.mark({})
    assert stock.mark({3: OVERDUE, 7: SOON, 9_999: OVERDUE}) and stock.owing
    assert {int(stock.columns.ids[at]) for at in np.flatnonzero(stock.dues)} == {3, 7}
    assert not stock.mark({7: SOON, 3: OVERDUE})
    assert stock.mark({7: SOON}) and stock.dues[stock.index_of(3)] == 0
