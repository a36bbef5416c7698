"""Units merged and split in raw SQL, on both stores: square metres stay, and nothing sold vanishes."""

import pytest

from tests.attack.rawsql import ME, NOW, last, rows, told
from tests.attack.test_attack_approvals import good
from tests.attack.test_attack_forgeries import OTHER, PAST, bad


def unit(attacked, number, area, **wrong):
    """A new unit beside those of the ninth building."""
    there = f"(SELECT building_id FROM unit WHERE id = {attacked.plain[0]})"
    made = {
        "project_id": 1, "building_id": there, "code": f"'9-1-{number}'", "core": "'1单元'", "floor": 1,
        "number": f"'{number}'", "place": 0, "layout": "''", "orientation": "''", "use": "''",
        "note": "''", "gross_area": area, "unit_price_fen": "NULL", "total_fen": "NULL",
    } | wrong  # fmt: skip
    return rows("unit", **made)


def line(side, which, **wrong):
    newest = last("unit_remake")
    at = f"(SELECT at FROM unit_remake WHERE id = {newest})"
    return rows("unit_remake_line", **{"remake_id": newest, "unit_id": which, "side": f"'{side}'", "at": at} | wrong)  # fmt: skip


def remake(how, **wrong):
    return rows("unit_remake", **{"project_id": 1, "kind": f"'{how}'", "at": NOW, "actor_id": ME, "reason": "''"} | wrong)  # fmt: skip


NEW = "(SELECT max(id) FROM unit)"
ONE = "several units become one|square metre"
_GONE = "became another unit|no permit|what its history says"
OTHER_NEW = "(SELECT max(id) - 1 FROM unit)"


def split(attacked, *, areas=(400_000, 600_000), whole=None, lines=None, made=None, **wrong):
    """100 m² become 40 and 60; *lines* in another order or less of them."""
    whole = attacked.plain[0] if whole is None else whole
    parts = [unit(attacked, f"01{letter}", area) for letter, area in zip("XY", areas, strict=True)]
    lines = (
        [line("into", OTHER_NEW), line("into", NEW), line("from", whole)]
        if lines is None
        else lines
    )
    return [*(made or parts), remake("split", **wrong), *lines, *told("SplitUnit")]


def merge(attacked, *, area=2_000_000, lines=None, which=None, made=None, **wrong):
    one, other = which or attacked.plain[1:3]
    lines = [line("from", one), line("from", other), line("into", NEW)] if lines is None else lines
    return [
        *(made or [unit(attacked, "02X", area)]),
        remake("merge", **wrong),
        *lines,
        *told("MergeUnits"),
    ]


def test_the_good_forms_are_carried_out(either):
    good(either, "manager", split(either))
    good(either, "manager", merge(either))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"kind": "'gift'"}, "merged or split|without the right"),
        ({"kind": "'merge'"}, ONE),
        ({"actor_id": OTHER}, "actor|without the right"),
        ({"project_id": 7}, "written whole|FOREIGN KEY|fk_"),
        ({"areas": (400_000, 600_001)}, "square metre"),
        ({"areas": (400_000, 599_999)}, "square metre"),
        ({"areas": (1_000_000, 1_000_000)}, "square metre"),
    ],
)
def test_a_forged_split_is_refused(either, wrong, why):
    bad(either, "manager", split(either, **wrong), why)


def test_a_split_is_of_one_unit_and_into_several(either):
    whole, beside = either.plain[:2]
    into = [line("into", OTHER_NEW), line("into", NEW)]
    bad(
        either,
        "manager",
        split(either, lines=[*into, line("from", whole), line("from", beside)]),
        ONE,
    )
    bad(either, "manager", split(either, lines=[line("from", whole), *into]), "square metre")
    one = [unit(either, "01X", 1_000_000)]
    bad(
        either,
        "manager",
        split(either, made=one, lines=[line("into", NEW), line("from", whole)]),
        "square metre",
    )


@pytest.mark.parametrize("area", [1, 1_000_000, 1_999_999, 2_000_001])
def test_a_merged_unit_has_the_areas_of_those_it_was(either, area):
    bad(either, "manager", merge(either, area=area), "square metre")


def test_a_merge_is_into_one_and_of_several(either):
    one, other = either.plain[1:3]
    lines = [line("from", one), line("from", other), line("into", NEW)]
    bad(
        either,
        "manager",
        merge(
            either,
            lines=[*lines, line("into", OTHER_NEW)],
            made=[unit(either, "02X", 2_000_000), unit(either, "02Y", 2_000_000)],
        ),
        ONE,
    )
    bad(either, "manager", merge(either, lines=[line("into", NEW), *lines[:2]]), "square metre")
    alone = [line("from", one), line("into", NEW)]
    bad(either, "manager", merge(either, area=1_000_000, lines=alone), "square metre")


def test_only_units_of_one_floor_and_use_are_remade(either):
    above = either.plain[5]
    bad(either, "manager", merge(either, which=(either.plain[1], above)), "one floor")
    for wrong in ({"floor": 2}, {"core": "'2单元'"}, {"use": "'车位'"}, {"building_id": "1"}):
        bad(
            either,
            "manager",
            merge(either, made=[unit(either, "02X", 2_000_000, **wrong)]),
            "one floor",
        )


def test_what_has_a_price_or_was_offered_or_is_gone_stays(either):
    for sold in (either.signed, either.waited, either.open):
        beside = {
            key: f"(SELECT {key} FROM unit WHERE id = {sold})"
            for key in ("building_id", "floor", "use")
        }
        parts = [unit(either, f"01{letter}", 500_000, **beside) for letter in "XY"]
        bad(either, "manager", split(either, whole=sold, made=parts), "has a price|was offered")
    gone = either.plain[3]
    parts = [unit(either, f"02{letter}", 500_000, floor=2) for letter in "XY"]
    bad(either, "manager", split(either, whole=gone, made=parts), "what is no more")
    bad(
        either,
        "manager",
        merge(
            either, which=(gone, either.plain[5]), made=[unit(either, "02X", 2_000_000, floor=2)]
        ),
        "what is no more",
    )
    there = [
        line("into", either.plain[1]),
        line("into", either.plain[2]),
        line("from", either.plain[0]),
    ]
    for made in ([unit(either, "01X", 1_000_000)],):
        back = [line("into", gone), line("into", NEW), line("from", either.merged)]
        good(
            either,
            "manager",
            split(either, made=[unit(either, "0204", 1_000_000, floor=2)], lines=back),
        )
        bad(either, "manager", split(either, made=made, lines=there), "square metre")


def test_a_remake_is_written_in_its_order_and_never_changed(either):
    late = [
        rows("unit_remake_line", remake_id=1, unit_id=either.plain[5], side="'from'", at=NOW),
        *told("SplitUnit"),
    ]
    bad(either, "manager", late, f"written whole|{ONE}")
    same = [
        rows(
            "unit_remake_line",
            remake_id=1,
            unit_id=either.plain[5],
            side="'from'",
            at="(SELECT at FROM unit_remake WHERE id = 1)",
        ),
        *told("SplitUnit"),
    ]
    bad(either, "manager", same, f"{ONE}|the time is")
    for table in ("unit_remake", "unit_remake_line"):
        for statement in (f"UPDATE {table} SET at = at", f"DELETE FROM {table}"):
            bad(either, "manager", [statement], "append-only|permission denied")
    gone = either.plain[3]
    price = {"unit_id": gone, "at": NOW, "actor_id": ME, "unit_price_fen": 1, "total_fen": 1}
    for written in (
        rows("release_line", batch_id=1, unit_id=gone, end_reason="''"),
        rows("price_change", reason="''", **price),
        f"UPDATE unit SET total_fen = 1, unit_price_fen = 1 WHERE id = {gone}",
    ):
        bad(either, "manager", [written, *told("ImportUnits")], _GONE)


@pytest.mark.parametrize("login", ["consultant", "cashier", "head", "admin", "reception"])
def test_nobody_else_remakes(either, login):
    bad(either, login, split(either), "permission denied|without the right")
    bad(either, login, merge(either), "permission denied|without the right")


def test_half_a_remake_and_another_hour_are_refused_by_the_server(attacked):
    one, other = attacked.plain[1:3]
    half = [line("from", one), line("from", other)]
    bad(attacked, "manager", [remake("merge"), *half, *told("MergeUnits")], "written whole")
    bad(attacked, "manager", [remake("merge"), *told("MergeUnits")], "written whole")
    into = [line("into", OTHER_NEW), line("into", NEW)]
    bad(attacked, "manager", split(attacked, lines=into), "written whole")
    bad(attacked, "manager", split(attacked, at=PAST), "time")
