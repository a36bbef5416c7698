"""The word all desks share for what is no longer as last read."""

from enum import StrEnum
from typing import NamedTuple


class Topic(StrEnum):
    """The kinds of record a desk may be showing: a closed list."""

    PROJECT = "project"
    UNIT = "unit"
    CUSTOMER = "customer"
    VISIT = "visit"
    FOLLOW_UP = "follow_up"
    DEAL = "deal"
    RECEIPT = "receipt"
    REFUND = "refund"
    CAMPAIGN = "campaign"
    REQUEST = "request"
    PERSON = "person"
    SETTING = "setting"
    PRICE = "price"
    EVERYTHING = "everything"


class Change(NamedTuple):
    """Record *key* of kind *topic* is no longer as last read."""

    topic: Topic
    key: int


EVERYTHING = Change(Topic.EVERYTHING, 0)
"""After a reconnect, or a gap in the log: assume that all has changed."""
