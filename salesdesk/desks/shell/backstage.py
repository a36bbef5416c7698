"""What the window needs from `app`: blocking callables it runs off the window thread.

So the shell knows neither the database nor the rooms that are slow to import.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from salesdesk.desks.link import Cancelled, Link, Seat, Step
from salesdesk.desks.shell.face import OfficeFace
from salesdesk.desks.shell.soon import SoonLine
from salesdesk.kernel.errors import UserError
from salesdesk.office.customers.sheets import FoundLine

USUAL_LOCK_MINUTES: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody the first-run wizard adds besides the administrator."""

    name: str
    login: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOffice:
    """An office to be created: its file, its first project, its administrator, its people."""

    path: Path
    project: str
    company: str
    name: str
    login: str
    password: str
    people: tuple[NewPerson, ...] = ()
    address: str = ""
    """Of the server's database it shall be made in; empty: in the file at ``path``."""
    owner: str = ""
    owner_password: str = ""
    """Who owns the server, for this once; kept nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeMade:
    """A new office: its place, the key shown once, and each new person's first password."""

    place: str
    recovery_key: str
    passwords: tuple[tuple[str, str, str], ...] = ()
    """(name, login, one-time password)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOrder:
    """An order that an earlier program left undecided, or a visit typed while the office was silent.

    ``fate``: "written", "refused" or "open" (only sent if the person says so). ``about`` tells it
    from another: unit, name, payer; ``number``: of its receipt or entry, where it was written.
    """

    command: str
    made_at: datetime
    fate: str
    about: tuple[str, ...] = ()
    amount_fen: int = 0
    number: str = ""
    refusal: UserError | None = None
    draft: bool = False
    token: Any = None
    """What the office needs to send it; the window only hands it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskEntry:
    """One desk of the rail.

    It is shown to whoever holds any of *rights* and made by *factory* when first visited.
    *title* is an English text of the context "desks"; *icon* a file of ``resources/icons``.
    """

    name: str
    title: str
    icon: str
    rights: frozenset[str]
    factory: Callable[[Link], QWidget]


_PLACES: Final[dict[str, tuple[str, str, frozenset[str]]]] = {
    "agenda": ("To do", "clipboard-list", frozenset({"needs"})),
    "board": ("Sales control", "layout-grid", frozenset({"board"})),
    "reception": (
        "Reception",
        "users",
        frozenset({"RegisterVisit", "visit_register", "follow_ups_due"}),
    ),
    "contracts": (
        "Contracts",
        "file-text",
        frozenset({"Subscribe", "ApprovePrice", "CancelSubscription", "IdentifyBuyer"}),
    ),
    "approvals": ("Approvals", "signature", frozenset({"requests"})),
    "mortgage": ("Loans", "wallet", frozenset({"OpenLoanCase"})),
    "cashier": ("Cashier", "receipt-text", frozenset({"TakeDeposit", "receipts"})),
    "campaign": ("Campaign", "megaphone", frozenset({"timeline"})),
    "admin": (
        "Administration",
        "settings",
        frozenset({"AddPerson", "ImportUnits", "journal", "LowerFloorPrices"}),
    ),
}


def entry(name: str, factory: Callable[[Link], QWidget]) -> DeskEntry:
    """Give the rail's entry for one of the house's desks."""
    title, icon, rights = _PLACES[name]
    return DeskEntry(name=name, title=title, icon=icon, rights=rights, factory=factory)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backstage:
    """Everything `app` does for the window.

    All but ``desks`` may block, run on a thread of their own, touch no widget, and raise
    `UserError` to refuse. *place* is an office file's path or an address.
    """

    warm: Callable[[], object]
    """Import the heavy rooms while the person types his password."""
    face: Callable[[str], OfficeFace]
    """Look at an office from outside; refuses what is no office, is newer, is broken."""
    sign_in: Callable[[str, str, str], Seat]
    """(place, login, password) -> the person's seat."""
    sign_out: Callable[[Seat], object]
    """End a seat: a last backup, then let go of the file."""
    desks: Callable[[], Sequence[DeskEntry]]
    """The desks of the rail, in order; called in the window thread after the sign-in."""
    find: Callable[[Seat, str], Sequence[FoundLine]]
    """Customers, units and receipts for the search box."""
    check_password: Callable[[Seat, str], object]
    """Raise a `UserError` unless this is the signed-in person's password."""
    change_password: Callable[[Seat, str, str], object]
    """(seat, old, new)."""
    backup_at: Callable[[Seat], datetime | None]
    """When the latest verified backup was made; refuses where one that was due failed."""
    soon: Callable[[Seat], Sequence[SoonLine]] = lambda _seat: ()
    """What runs out under the person's hands: holds of his, turns of his customers in line."""
    drilled_at: Callable[[Seat], datetime | None] | None = None
    """When a backup of the office was last restored for trial and proved."""
    within: Callable[[Seat, OfficeFace], OfficeFace] = lambda _seat, face: face
    """What is known of the office once somebody has signed in; a server tells nothing before."""
    left_orders: Callable[[Seat], Sequence[LeftOrder]] = lambda _seat: ()
    """Have decided what an earlier program left undecided; before anything else is done."""
    send_left: Callable[[Seat, LeftOrder], LeftOrder] | None = None
    drop_left: Callable[[Seat, LeftOrder], object] | None = None
    check_clock: Callable[[Seat], object] | None = None
    """Refuse where this machine's clock and the office's differ by more than a minute."""
    lock_minutes: Callable[[Seat], int] = lambda _seat: USUAL_LOCK_MINUTES
    """Minutes of idleness until the window locks, as the office has set them for the role."""
    back_up: Callable[[Seat, Step, Cancelled], object] | None = None
    """Make a verified backup now."""
    recover: Callable[[str, str, str], str] | None = None
    """(place, login, recovery key) -> the administrator's one-time password."""
    create: Callable[[NewOffice], OfficeMade] | None = None
    practice: Callable[[Path, Step, Cancelled], str] | None = None
    """Furnish a practice office at this path; give its place."""
    restore: Callable[[Path, Path, Step, Cancelled], OfficeMade] | None = None
    """(backup, new office file): check the backup and put it there; give its place."""
    backups: Callable[[], Sequence[Path]] = tuple
    """Backups known on this machine, latest first."""
    default_place: Callable[[str], Path] = Path
    """Where an office called so would be put, for example in the documents folder."""
    wall: Callable[[Link, QWidget], QWidget] | None = None
    """(link, the desk's window): hang the wall of the waiting hall; called in the window thread."""
    wall_at_once: bool = False
    """Hang it as soon as somebody has signed in."""
    version: str = ""
    saved: Callable[[], object] | None = None
    """Called in the window thread after the settings changed and should be written."""
