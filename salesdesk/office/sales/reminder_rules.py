"""Reminders of what is due (催款): the stages of a demand, and how soon is soon."""

from enum import StrEnum

SOON_DAYS = 14
"""What is due within two weeks is marked, as what is overdue is, more strongly."""


class DemandStage(StrEnum):
    """How often a buyer was asked in writing for one overdue amount: the third time is the last."""

    FIRST = "first"
    SECOND = "second"
    FINAL = "final"


STAGES: tuple[DemandStage, ...] = tuple(DemandStage)
"""In the order in which letters follow one another."""
