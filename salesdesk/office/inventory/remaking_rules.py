"""What merging and splitting units knows: the two kinds, their rights, and their bounds."""

from collections.abc import Mapping
from enum import StrEnum


class RemakeKind(StrEnum):
    """How units become others: several one (合并), one several (拆分)."""

    MERGE = "merge"
    SPLIT = "split"


class Side(StrEnum):
    """Whether a remake took a unit away, or made it."""

    FROM = "from"
    INTO = "into"


RIGHTS: Mapping[RemakeKind, str] = {
    RemakeKind.MERGE: "MergeUnits",
    RemakeKind.SPLIT: "SplitUnit",
}
"""The right that each kind asks for, by the database too (law 5)."""

LEAST_PARTS, MOST_PARTS = 2, 12
"""How many units may become one, or one may become, in one step."""
