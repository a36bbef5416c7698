"""Who buys together: each once, in shares that are the whole."""

from decimal import Decimal

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.sales.rules import WHOLE_SHARE_BP
from salesdesk.office.sales.sheets import BuyerLine


class SharesDoNotAddUp(UserError):
    """The buyers' shares are not the whole."""

    problem = QT_TRANSLATE_NOOP("errors", "The buyers' shares are {shares} %, together {sum} %.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Correct them: each is above 0 %, and together they are 100 %."
    )


class BuyerTwice(UserError):
    """One person buys once."""

    problem = QT_TRANSLATE_NOOP("errors", "{first} and {second} have the same ID number.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Correct one of the numbers, or name that buyer once with the whole share."
    )


def check_buyers(lines: tuple[BuyerLine, ...]) -> None:
    """Raise `SharesDoNotAddUp` unless every share is above 0 and all are the whole; `BuyerTwice`."""
    whole = sum(line.share_bp for line in lines)
    if whole != WHOLE_SHARE_BP or any(line.share_bp <= 0 for line in lines):
        shares = " %, ".join(_percent(line.share_bp) for line in lines)
        raise SharesDoNotAddUp(shares=shares, sum=_percent(whole))
    known: dict[str, str] = {}
    for line in lines:
        if line.id_number and line.id_number in known:
            raise BuyerTwice(first=known[line.id_number], second=line.name)
        known[line.id_number] = line.name


def _percent(hundredths: int) -> str:
    return f"{Decimal(hundredths) / 100:f}"
