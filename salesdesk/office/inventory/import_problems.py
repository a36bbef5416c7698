"""What may be wrong with a line of a price list, or looks so: the words, and where it stands."""

from collections.abc import Mapping, Sequence

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.price_far import Priced, PricesFarOff, far_ones, medians
from salesdesk.office.inventory.sheets import GridPrice, ImportProblem, PriceRow

TWICE = QT_TRANSLATE_NOOP("errors", "The unit {code} stands in the file twice.")
TWICE_REMEDY = QT_TRANSLATE_NOOP("errors", "Keep one of the two rows.")
NAMELESS = QT_TRANSLATE_NOOP("errors", "The row lacks the building or the unit's number.")
NAMELESS_REMEDY = QT_TRANSLATE_NOOP("errors", "Fill in both, then import again.")
RETIRED = QT_TRANSLATE_NOOP("errors", "The unit {code} was merged or split; it is no more.")
RETIRED_REMEDY = QT_TRANSLATE_NOOP(
    "errors", "Name the units it became, as the board shows them, or take the row out."
)
UNKNOWN = QT_TRANSLATE_NOOP("errors", "The grid names the unit {code}, which the office lacks.")
UNKNOWN_REMEDY = QT_TRANSLATE_NOOP("errors", "Import the list with areas first, then the grid.")


DROPPED = QT_TRANSLATE_NOOP(
    "errors", "The list leaves out {code}, which somebody holds or has bought."
)
DROPPED_REMEDY = QT_TRANSLATE_NOOP(
    "errors",
    "Put its line back. Where the list is meant to hold some units only, say so (partial=yes): what it "
    "leaves out then stays as it is.",
)
FAR = QT_TRANSLATE_NOOP(
    "errors", "{price} yuan per m² for {code} is far from the {usual} yuan that are usual here."
)
FAR_REMEDY = QT_TRANSLATE_NOOP("errors", "Look at the line once more; it is taken as it stands.")
SIGNED = QT_TRANSLATE_NOOP(
    "errors", "The price of {code} changes by a request and its signatures."
)
SIGNED_REMEDY = QT_TRANSLATE_NOOP(
    "errors", "Draft a price version from this file, and ask for it to come into effect."
)


def line_problem(
    row: PriceRow | GridPrice,
    code: str,
    problem: str,
    remedy: str,
    facts: Mapping[str, str] | None = None,
) -> ImportProblem:
    """Give what is wrong with the line of the unit *code*; *facts* are words of the problem."""
    return ImportProblem(
        sheet=row.sheet, line=row.line, column="", problem=problem, remedy=remedy,
        facts=(("code", code), *(facts or {}).items()),
    )  # fmt: skip


def left_out(code: str) -> ImportProblem:
    """Say that a unit which somebody holds or has bought is not in the file."""
    return ImportProblem(
        sheet="", line=0, column="", problem=DROPPED, remedy=DROPPED_REMEDY,
        facts=(("code", code),),
    )  # fmt: skip


def far_prices(
    prices: list[tuple[PriceRow | GridPrice, Priced]], others: list[Priced]
) -> list[ImportProblem]:
    """Give a warning for each line whose price is far off (`price_far`).

    Usual is what *others* cost, that the file leaves out; where they are few, all say it.
    """
    usual = {**medians([*(each for _row, each in prices), *others]), **medians(others)}
    lines = {each.code: row for row, each in prices}
    return [
        ImportProblem(
            sheet=lines[each.code].sheet, line=lines[each.code].line, column="", problem=FAR,
            remedy=FAR_REMEDY,
            facts=(
                ("code", each.code),
                ("price", format_yuan(each.per_m2_fen)),
                ("usual", format_yuan(than)),
            ),
        )
        for each, than in far_ones([each for _row, each in prices], usual)
    ]  # fmt: skip


def check_meant_list(warnings: Sequence[ImportProblem]) -> None:
    """Raise `PricesFarOff` where `far_prices` warned."""
    if warnings:
        facts = dict(warnings[0].facts)
        raise PricesFarOff(
            count=len(warnings), unit=facts["code"], price=facts["price"], median=facts["usual"]
        )
