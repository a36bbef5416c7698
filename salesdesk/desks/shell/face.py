"""What may be told about an office before anybody has signed in."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFace:
    """An office from outside.

    ``logins``: on a practice office, each login with its role; elsewhere empty.
    """

    place: str
    name: str
    practice: bool = False
    backup_at: datetime | None = None
    logins: tuple[tuple[str, str], ...] = ()
    zone: str = "Asia/Shanghai"

    @property
    def shared(self) -> bool:
        """Whether it is on a server: each person has a login there.

        As `store.address.is_address` has it, whose module is slow to import.
        """
        return "://" in self.place or self.place.endswith(".server.json")
