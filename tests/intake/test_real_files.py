"""The real files at hand: every home in its place, every yuan."""

from collections import Counter

from salesdesk.intake.reading import read_price_list
from salesdesk.intake.rows import Dialect
from salesdesk.kernel.money import Rounding, total_from_unit_price
from salesdesk.office.inventory.codes import unit_code


def total(unit):
    return unit.total_fen or total_from_unit_price(
        unit.unit_price_fen, unit.gross_area, Rounding.YUAN
    )


def place(unit):
    return unit.building, unit.core, unit.floor, unit.number


def test_the_official_list_gives_292_homes_and_their_sum(real):
    reading = read_price_list(real("shenzhen_sijimingyuan_unit_list.xls"))
    assert reading.dialect is Dialect.OFFICIAL
    assert reading.problems == ()
    assert reading.notes == ()
    assert Counter((row.building, row.core) for row in reading.rows) == {
        ("四季名苑1栋", "一单元"): 64,
        ("四季名苑1栋", "二单元"): 72,
        ("四季名苑1栋", "三单元"): 42,
        ("四季名苑1栋", "四单元"): 59,
        ("四季名苑2栋", ""): 55,
    }
    assert sum(map(total, reading.rows)) == 1_589_537_568_00
    assert len({unit_code(*place(row)) for row in reading.rows}) == 292
    first = reading.rows[0]
    assert place(first) == ("四季名苑1栋", "四单元", 19, "01")
    assert (str(first.gross_area), str(first.inside_area)) == ("91.94", "68")
    assert unit_code(*place(first)) == "1-4-1901"


def test_the_grid_names_the_same_homes_and_134_truncated_totals(real):
    homes = read_price_list(real("shenzhen_sijimingyuan_unit_list.xls")).rows
    reading = read_price_list(real("shenzhen_sijimingyuan_price_grid.xlsx"))
    assert reading.dialect is Dialect.GRID
    assert reading.problems == ()
    grid = {place(unit): unit for unit in reading.grid}
    assert grid.keys() == {place(home) for home in homes}
    assert len(reading.grid) == len(homes) == 292
    assert sum(grid[place(home)].total_fen != total(home) for home in homes) == 134
    assert all(total(h) - grid[place(h)].total_fen in {0, 100} for h in homes)
    assert all(grid[place(h)].unit_price_fen == h.unit_price_fen for h in homes)


def test_the_polish_producers_file_is_read_with_area_floor_and_rooms(real):
    reading = read_price_list(real("poland_inpro_2025-09-13.csv"))
    assert reading.dialect is Dialect.POLISH
    assert reading.problems == ()
    assert len(reading.rows) == 20
    first, last = reading.rows[0], reading.rows[-1]
    assert place(first) == ("al. Spacerowa 11A", "", 1, "A.1.1.1M")
    assert (str(first.gross_area), first.unit_price_fen, first.total_fen) == (
        "38.09", 22_680_00, 863_881_20,
    )  # fmt: skip
    assert (last.floor, last.layout, last.use) == (-1, "", "Miejsce postojowe na jednoslad")


def test_the_polish_decrees_own_sample_lacks_areas_and_says_so(real):
    reading = read_price_list(real("poland_ministry_template.xlsx"))
    assert reading.dialect is Dialect.POLISH
    assert len(reading.headings) == 58
    (row,) = reading.rows
    assert (str(row.gross_area), row.number) == ("100.00", "A1")
    derived = [note for note in reading.notes if "area" in note.remedy]
    assert [dict(note.facts)["count"] for note in derived] == ["1"]
    assert {problem.line for problem in reading.problems} == set(range(3, 12))


def test_a_strange_table_is_shown_for_mapping_by_hand(real):
    reading = read_price_list(real("taiwan_f_lvr_land_b_park.csv"))
    assert reading.dialect is Dialect.UNKNOWN
    assert len(reading.problems) == 1
    assert len(reading.headings) > 3
    assert reading.preview
