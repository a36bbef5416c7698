"""The mark on an office that was moved away: it says where to, and keeps every desk from writing.

Put in two steps, so that a power cut between two databases leaves one office alive and none twice:
*leaving* before the other side is kept, *arrived* after it. An office that is leaving opens nowhere
until `move` is called again, which looks whether it arrived.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, text

from salesdesk.kernel.calendar import DEFAULT_ZONE, day_of
from salesdesk.store.columns import from_microseconds, to_microseconds
from salesdesk.store.faults import MovedAway, Moving

APPLICATION_ID = 0x53444B31
"""What an office file's header says it is: 'SDK1'."""

MOVED_ID = 0x53444B4D
"""What it says of an office that lives elsewhere now: 'SDKM'. It is looked at, never worked in."""

_NAME = "moved"


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an office went, when, and by which move (the intent in the other's journal)."""

    place: str
    at: int
    move: str
    arrived: bool = False

    @property
    def refusal(self) -> MovedAway | Moving:
        """Give what to tell whoever opens this office."""
        if not self.arrived:
            return Moving(place=self.place)
        day = day_of(from_microseconds(self.at), DEFAULT_ZONE)
        return MovedAway(place=self.place, day=day.isoformat())


def mark_of(connection: Connection) -> Mark | None:
    """Give the mark on an office, or None where it is at home."""
    found = connection.execute(
        text("SELECT value FROM setting WHERE name = :name"), {"name": _NAME}
    ).scalar()
    return None if found is None else Mark(**json.loads(found))


def check_at_home(connection: Connection) -> None:
    """Raise `MovedAway` or `Moving` for an office that is marked."""
    mark = mark_of(connection)
    if mark is not None:
        raise mark.refusal


def put(connection: Connection, mark: Mark, now: datetime) -> None:
    """Put *mark* on the office, in place of one that is there."""
    forget(connection)
    connection.execute(
        text("INSERT INTO setting (name, value, changed_at) VALUES (:name, :value, :at)"),
        {"name": _NAME, "value": json.dumps(asdict(mark)), "at": to_microseconds(now)},
    )
    _header(connection, MOVED_ID)


def take_off(connection: Connection) -> None:
    """Take the mark off: the office is at home again."""
    forget(connection)
    _header(connection, APPLICATION_ID)


def forget(connection: Connection) -> None:
    """Take off the mark that a copied office brought with it."""
    connection.execute(text("DELETE FROM setting WHERE name = :name"), {"name": _NAME})


def _header(connection: Connection, kind: int) -> None:
    """Say it in a file's first bytes too, which each command looks at; a server has its grants."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={kind}")
