"""A unit of work: one transaction, one actor, one moment; and its read-only sister."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from sqlalchemy.orm import Session

from salesdesk.kernel.calendar import DEFAULT_ZONE, day_of
from salesdesk.kernel.change import Change, Topic

NEWS = "news"
"""Where a session keeps the changes that its transaction told, for whoever carries the word."""


class Logins(Protocol):
    """The accounts of a server, where each person has one of his own.

    What an account may do follows the person's row by itself: another role, or none for a leaver.
    """

    def admit(self, login: str, password: str, role: str) -> None:
        """Make an account; `LoginOnServer` where the name is in use there."""
        ...

    def reset(self, login: str, password: str) -> None:
        """Give somebody's account another password."""
        ...

    def own(self, old: str, new: str) -> bool:
        """Give the signed-in account another password; False where *old* does not fit."""
        ...


@dataclass(slots=True)
class Reading:
    """What a query is given: a session, who asks in what role, and what time it is."""

    session: Session
    actor: int
    role: str
    now: datetime
    zone: str = DEFAULT_ZONE

    @property
    def today(self) -> date:
        """The office's day."""
        return day_of(self.now, self.zone)


def _prints_all(_text: str) -> str:
    return ""


def _knows_none(name: str, _form: Any) -> Any:
    raise LookupError(name)


@dataclass(slots=True)
class Work(Reading):
    """What a command is given: a reading that may also write.

    Actor and time come from the store, never from a form. ``missing_characters`` gives those
    characters of a text that no paper of ours could print.
    """

    missing_characters: Callable[[str], str] = _prints_all
    logins: Logins | None = None
    """The server's accounts; None where the office keeps passwords itself."""
    payload: Callable[[str, Any], Any] = _knows_none
    """Gives the command that an approval carries out, from its name and its plain form."""
    changes: set[Change] = field(default_factory=set)
    notes: list[dict[str, Any]] = field(default_factory=list)

    def touched(self, topic: Topic, key: int) -> None:
        """Note that a record changed, so that every desk showing it reads it again."""
        self.changes.add(Change(topic, key))

    def note(self, topic: Topic, key: int, **what: object) -> None:
        """Write into the journal what changed: values, or pairs of before and after."""
        self.notes.append({"topic": topic.value, "key": key, **what})
        self.touched(topic, key)
