"""List prices cut in raw SQL: by no more than the role may, however many steps it takes."""

import pytest

from tests.attack.rawsql import ME, NOW, Forger, last, rows, told
from tests.attack.test_attack_forgeries import bad, good

LIST = 200_000_000
OTHER = {"intent": "w", "claimed": "w"}
LIMIT = (
    "INSERT INTO discount_limit (role, most_bp, at, actor_id)"
    " SELECT 'manager', {}, office_now(), min(id) FROM person"
)


@pytest.fixture
def bound(either):
    """The attacked office while a manager may take off 3 %."""
    either.owner(LIMIT.format(300))
    yield either
    either.owner(LIMIT.format(10_000))


def cut(unit, *totals, history=True, command="ImportUnits"):
    """One unit's list price made *totals*, one after the other, in one go."""
    done = []
    for total in totals:
        past = {
            "unit_id": unit, "at": NOW, "actor_id": ME, "unit_price_fen": total // 100,
            "total_fen": total, "reason": "'x'",
        }  # fmt: skip
        done += [rows("price_change", **past)] if history else []
        done += [
            f"UPDATE unit SET unit_price_fen = {total // 100}, total_fen = {total} WHERE id = {unit}"
        ]
    return [*done, *told(command)]


def release(unit):
    batch = {"project_id": 1, "name": "''", "at": NOW, "actor_id": ME}
    line = {"batch_id": last("release_batch"), "unit_id": unit, "end_reason": "''"}
    return [
        rows("release_batch", **batch),
        rows("release_line", **line),
        *told("ReleaseUnits", intent="y", claimed="y"),
    ]


def test_a_cut_goes_as_far_as_the_role(bound):
    good(bound, "manager", cut(bound.open, LIST * 97 // 100))
    good(bound, "manager", cut(bound.open, LIST * 2))
    bad(bound, "manager", cut(bound.open, LIST * 97 // 100 - 1), "than his role may")
    bad(bound, "manager", cut(bound.open, 1), "than his role may")


def test_small_cuts_in_one_go_are_one(bound):
    steps = (LIST * 98 // 100, LIST * 97 // 100, LIST * 96 // 100)
    bad(bound, "manager", cut(bound.open, *steps), "than his role may")
    bad(bound, "manager", cut(bound.open, LIST * 2, LIST), "than his role may")


def test_a_price_without_its_history_is_refused(bound):
    bad(bound, "manager", cut(bound.open, LIST - 100, history=False), "what its history says")
    free = f"UPDATE unit SET unit_price_fen = NULL, total_fen = NULL WHERE id = {bound.open}"
    bad(bound, "manager", [free, *told("ImportUnits")], "what its history says")


def test_who_cuts_before_the_release_does_not_release(bound):
    lone = cut(bound.unreleased, LIST * 2, LIST)  # its like are offered so
    small = cut(bound.unreleased, LIST * 98 // 100)
    good(bound, "manager", lone)
    good(bound, "manager", [*small, *release(bound.unreleased)])
    bad(bound, "manager", [*lone, *release(bound.unreleased)], "made much cheaper alone")


def test_a_cut_in_the_moment_of_the_release_is_measured(bound):
    tried = [
        *release(bound.unreleased),
        *cut(bound.unreleased, LIST * 98 // 100, LIST * 96 // 100),
    ]
    bad(bound, "manager", tried, "than his role may")


def test_a_first_price_far_below_the_offer_is_not_offered_alone(bound):
    fresh = (
        "INSERT INTO unit (project_id, building_id, code, core, floor, number, place, layout, orientation,"
        " use, note, gross_area, unit_price_fen, total_fen) SELECT project_id, building_id, 'fresh', core,"
        " floor, 'fresh', 9, layout, orientation, use, note, gross_area, {0}, {1} FROM unit"
        f" WHERE id = {bound.unreleased}"
    )
    unit = "(SELECT id FROM unit WHERE code = 'fresh')"
    for total, refused in ((LIST * 97 // 100, False), (LIST * 96 // 100, True), (1_000, True)):
        past = {
            "unit_id": unit, "at": NOW, "actor_id": ME, "unit_price_fen": max(total // 100, 1),
            "total_fen": total, "reason": "'x'",
        }  # fmt: skip
        made = [fresh.format(max(total // 100, 1), total), rows("price_change", **past)]
        tried = [*made, *told("ImportUnits", intent="z", claimed="z"), *release(unit)]
        if refused:
            bad(bound, "manager", tried, "first priced far below")
        else:
            good(bound, "manager", tried)


def test_a_discount_on_a_cut_list_price_is_no_further_than_the_cut(bound):
    forger = Forger(bound)

    def approve(total):
        price = rows(
            "price_approval", deal_id=last("deal"), total_fen=total, at=NOW, actor_id=ME, note="''"
        )
        told_of = told("ApprovePrice", intent="z", claimed="z")
        return [
            *cut(bound.open, LIST * 98 // 100),
            *forger.hold(bound.open, journal=OTHER),
            price,
            *told_of,
        ]

    good(bound, "manager", approve(LIST * 98 // 100))
    good(bound, "manager", approve(LIST * 97 // 100))
    bad(bound, "manager", approve(LIST * 97 // 100 - 100), "than his role may")


def test_a_filed_price_is_changed_by_whoever_has_the_right_alone(either):
    def file(*totals):
        row = {"unit_id": either.unreleased, "at": NOW, "actor_id": ME, "reference": "'x'"}
        filed = [
            rows("filed_price", **row, unit_price_fen=total // 100, total_fen=total)
            for total in totals
        ]
        return [*filed, *told("SetFiledPrices")]

    good(either, "manager", file(LIST * 2))
    good(either, "manager", file(LIST * 2, LIST * 2))
    bad(either, "manager", file(LIST * 2, LIST * 3), "changes a filed price without the right")


def test_an_area_or_a_use_does_not_make_a_released_unit_cheaper(bound):
    before = (
        "INSERT INTO unit_before (unit_id, layout, orientation, use, gross_area, inside_area, at, actor_id)"
        f" SELECT id, layout, orientation, use, gross_area, inside_area, {NOW}, {ME} FROM unit WHERE id = "
    )

    def change(unit, what):
        return [
            f"{before}{unit}",
            f"UPDATE unit SET {what} WHERE id = {unit}",
            *told("ImportUnits"),
        ]

    good(bound, "manager", change(bound.open, "gross_area = gross_area * 102 / 100"))
    larger = change(bound.open, "gross_area = gross_area * 133 / 100")
    bad(bound, "manager", larger, "lowers a price by its area")
    bad(bound, "manager", change(bound.open, "use = '车位'"), "is no lot")
    good(bound, "manager", change(bound.unreleased, "use = '车位'"))
    upside_down = change(bound.unreleased, "inside_area = gross_area + 1")
    bad(bound, "manager", upside_down, "below the inside area")
