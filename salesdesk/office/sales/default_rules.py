"""A buyer's default (挞定): what may be overdue, and how a notice is served."""

from enum import StrEnum


class Overdue(StrEnum):
    """What the buyer has not done by its day: sign the contract, or pay what was agreed."""

    SIGNING = "signing"
    PAYMENT = "payment"


class ServedBy(StrEnum):
    """How a notice reaches the buyer (送达方式): the office keeps the proof of it."""

    HAND = "by hand"
    POST = "registered post"
    COURIER = "courier"
    MESSAGE = "message"
    EMAIL = "e-mail"


LONGEST_GRACE_DAYS = 90
"""The longest grace that a notice may give: as many days as the longest time to sign."""
