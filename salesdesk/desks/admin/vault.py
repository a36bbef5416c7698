"""The office's backups as the page of proof needs them, without the page knowing the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from salesdesk.desks.link import Cancelled, Seat, Step, WorkStopped
from salesdesk.office import drilling, frontdoor
from salesdesk.office.drilling import Proof
from salesdesk.office.staff.queries import settings
from salesdesk.store import backup


@dataclass(frozen=True, slots=True)
class Copy:
    """One verified backup: its file, when it was taken (aware), how many bytes."""

    path: Path
    taken_at: datetime
    size: int


class Vault(Protocol):
    """Where backups lie and how they are made; every call may block, none touches a widget."""

    def folder(self) -> Path:
        """Give the folder of the backups."""
        ...

    def copies(self) -> Sequence[Copy]:
        """List the backups, the newest first."""
        ...

    def back_up(self, step: Step, cancelled: Cancelled) -> Path:
        """Seal the journal, copy the office, check the copy; give its path."""
        ...

    def look(self, copy: Path) -> Proof:
        """Prove the books of a backup."""
        ...

    def drill(self) -> tuple[Path, Proof]:
        """Restore the newest backup for trial, prove it, and write down that it was done."""
        ...

    def prove(self) -> Proof:
        """Prove the books of the office itself, however large it is."""
        ...


class OfficeVault:
    """The backups of the office file that a seat is sat at."""

    def __init__(self, seat: frontdoor.Seat) -> None:
        self._seat = seat

    def folder(self) -> Path:
        """Give the folder of the backups."""
        return backup.folder_of(self._seat.office.database.home, self._chosen())

    def copies(self) -> Sequence[Copy]:
        """List the backups, the newest first."""
        found = backup.backups(self._seat.office.database.home, self._chosen())
        return [
            Copy(path, datetime.fromtimestamp(about.st_mtime).astimezone(), about.st_size)
            for path in found
            for about in (path.stat(),)
        ]

    def back_up(self, step: Step, cancelled: Cancelled) -> Path:
        """Seal the journal, copy the office, check the copy; give its path."""

        def paced(done: int, of: int) -> None:
            if cancelled():
                raise WorkStopped
            step(done, of)

        office = self._seat.office
        office.seal()
        return backup.back_up(office.database, self.folder(), paced)

    def look(self, copy: Path) -> Proof:
        """Prove the books of a backup; refused where it is no office or damaged."""
        return drilling.look(copy)

    def drill(self) -> tuple[Path, Proof]:
        """Restore the newest backup for trial, prove it, and write down that it was done."""
        copy, proof = drilling.drill(self._seat.office.database.home, self._chosen())
        drilling.tell(self._seat, copy)
        return copy, proof

    def prove(self) -> Proof:
        """Prove the books of the office itself, however large it is."""
        return drilling.prove_for(self._seat)

    def _chosen(self) -> str:
        return str(self._seat.ask(settings).get("backup_folder", ""))


def vault_of(seat: Seat) -> Vault | None:
    """Give the vault of an office file; None where the seat has none to show."""
    door: object = seat
    return OfficeVault(door) if isinstance(door, frontdoor.Seat) else None
