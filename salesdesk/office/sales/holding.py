"""A hold in one question: what many desks want at the same moment must not wait for the network.

The server's function `office_hold` makes the checks and writes the rows of the command `HoldUnit`.
Whatever is not as usual it leaves to the command, which has the words for every refusal.
"""

from salesdesk.office.inventory.claims import UnitTaken
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.store.database import Database

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
    answer = database.at_once("office_hold", intent, fingerprint, form, *facts)
    if answer is None or answer.way == "otherwise":
        return None
    if answer.way == "taken":
        raise UnitTaken(unit=answer.told, state=answer.stage, who=answer.who)
    return answer.told
