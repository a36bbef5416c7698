"""A hold in one question: what many desks want at the same moment must not wait for the network.

The server's function `office_hold` makes the checks and writes the rows of the command `HoldUnit`.
Whatever is not as usual it leaves to the command, which has the words for every refusal.
"""

from random import uniform
from time import monotonic, sleep

from salesdesk.office.inventory.claims import UnitTaken
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.store.database import Database

_PATIENCE_SECONDS = 1.5
"""So long a unit that is being decided is asked for again; then the command waits its turn."""
_PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS = 0.004, 0.05
_LARGEST = 1 << 62
"""No number of a record or of minutes comes near; beyond it the command says what is wrong."""


def hold_at_once(
    database: Database, command: HoldUnit, intent: str, fingerprint: str, form: str
) -> str | None:
    """Give the stored answer (JSON) of a hold that was carried out, now or before, under *intent*.

    *form* is what the journal keeps. None where the command itself has to see to it. Raises
    `UnitTaken` and what `Database.at_once` raises.
    """
    facts = (command.unit, command.customer, command.minutes, command.consultant)
    if any(fact is not None and abs(fact) > _LARGEST for fact in facts):
        return None
    end, pause = monotonic() + _PATIENCE_SECONDS, _PAUSE_SECONDS
    while monotonic() < end:
        answer = database.at_once("office_hold", intent, fingerprint, form, *facts)
        if answer is None or answer.way == "otherwise":
            return None
        if answer.way == "taken":
            raise UnitTaken(unit=answer.told, state=answer.stage, who=answer.who)
        if answer.way != "busy":
            return answer.told
        sleep(pause * uniform(0.5, 1.5))  # noqa: S311 - so that two do not meet again at once
        pause = min(2 * pause, _LONGEST_PAUSE_SECONDS)
    return None
