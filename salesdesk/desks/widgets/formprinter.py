"""How this machine prints on the office's receipt form: on plain paper instead, its printer's offset.

Kept with the widths of columns in the desk's own file, as whole numbers that are never below 0.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypedDict

from salesdesk.desks.widgets.memory import MEMORY
from salesdesk.office.ledger.stationery_rules import MOST_OFF

_NAME: Final = "receipt form"
_NUMBERS: Final = 4


class PrinterWords(TypedDict, total=False):
    """What the query `stationery` is asked with."""

    plain: bool
    across: Decimal
    down: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPrinter:
    """The printer of this machine; ``own``: its offset counts, ``across`` and ``down`` in tenths of a mm."""

    plain: bool = False
    own: bool = False
    across: int = 0
    down: int = 0

    def words(self) -> PrinterWords:
        """Give what the office's form is asked for with."""
        if not self.own:
            return PrinterWords(plain=self.plain)
        across, down = Decimal(self.across) / 10, Decimal(self.down) / 10
        return PrinterWords(plain=self.plain, across=across, down=down)

    def keep(self) -> None:
        """Remember it on this machine."""
        offsets = (self.across + MOST_OFF, self.down + MOST_OFF)
        MEMORY.keep(_NAME, [int(self.plain), int(self.own), *offsets])


def this_printer() -> FormPrinter:
    """Give what this machine remembers; what makes no sense counts as nothing."""
    kept = MEMORY.recall(_NAME)
    if len(kept) != _NUMBERS:
        return FormPrinter()
    plain, own, across, down = kept
    if max(plain, own) > 1 or max(across, down) > 2 * MOST_OFF:
        return FormPrinter()
    return FormPrinter(
        plain=bool(plain), own=bool(own), across=across - MOST_OFF, down=down - MOST_OFF
    )
