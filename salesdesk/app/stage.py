"""The heavy half of the window's support: every callable of `Backstage`, on real offices.

Imported by `window` through `rooms`, after the first paint.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from salesdesk.app import door, outgoing, practice
from salesdesk.app.keeper import Keeper
from salesdesk.desks.admin.window import AdminDesk
from salesdesk.desks.agenda.desk import AgendaDesk
from salesdesk.desks.approvals.desk import ApprovalsDesk
from salesdesk.desks.board.window import BoardDesk
from salesdesk.desks.campaign.desk import CampaignDesk
from salesdesk.desks.cashier.desk import CashierDesk
from salesdesk.desks.contracts.desk import ContractsDesk
from salesdesk.desks.link import Cancelled, Link, Step, WorkStopped
from salesdesk.desks.mortgage.desk import MortgageDesk
from salesdesk.desks.reception.window import ReceptionDesk
from salesdesk.desks.shell.backstage import DeskEntry, LeftOrder, NewOffice, OfficeMade, entry
from salesdesk.desks.shell.face import OfficeFace
from salesdesk.desks.shell.settings import DeskSettings
from salesdesk.desks.shell.soon import SoonLine
from salesdesk.desks.wall.window import WallWindow
from salesdesk.documents.coverage import missing_characters
from salesdesk.kernel.keys import Secret
from salesdesk.office.customers.sheets import FoundLine
from salesdesk.office.figures.search import find as find_anything
from salesdesk.office.founding import Founder, found, found_on_server, take_away
from salesdesk.office.frontdoor import Office, Seat, WrongSignIn
from salesdesk.office.kept import KeptSeat, Left, box_of
from salesdesk.office.sales.line_queries import unit_line
from salesdesk.office.sales.signing_queries import ending_holds
from salesdesk.office.staff.commands import AddPerson, ChangeOwnPassword
from salesdesk.office.staff.queries import last_drill, people, setting
from salesdesk.office.staff.rules import Role
from salesdesk.store import backup
from salesdesk.store.address import is_address, parse
from salesdesk.store.database import system_clock
from salesdesk.store.faults import ClockOff, NoOffice, NoRecoveryThere, SignInRefused
from salesdesk.store.outbox import Outbox
from salesdesk.store.work import Reading

_KEEPERS: dict[int, tuple[Office, Keeper]] = {}
_CLOCK_MAY_DIFFER = timedelta(minutes=1)


def desks() -> Sequence[DeskEntry]:
    """Give the desks of the rail, in order."""
    outgoing.install()
    return tuple(entry(name, factory) for name, factory in _DESKS)


_DESKS: tuple[tuple[str, Callable[[Link], QWidget]], ...] = (
    ("agenda", AgendaDesk),
    ("board", BoardDesk),
    ("reception", ReceptionDesk),
    ("contracts", ContractsDesk),
    ("approvals", ApprovalsDesk),
    ("mortgage", MortgageDesk),
    ("cashier", CashierDesk),
    ("campaign", CampaignDesk),
    ("admin", AdminDesk),
)


def wall(
    settings: DeskSettings,
    saved: Callable[[], object],
    project: str,
    link: Link,
    desk: QWidget | None = None,
) -> WallWindow:
    """Hang the wall of the waiting hall beside *desk*, or all alone and then full screen.

    *project* is the name of the project to begin with; empty: the first. The screen is remembered
    in *settings*, which *saved* writes.
    """

    def kept(screen: str) -> None:
        settings.wall_screen = screen
        saved()

    there = _same_file(settings.office)
    made = WallWindow(link, settings.wall_screen, kept, project, desk, there)
    made.hang(full=True if desk is None else None)
    return made


def _same_file(place: str) -> Callable[[], object]:
    """Give a check that raises `NoOffice` once another file, or none, lies at *place*.

    An open file answers on after it was moved away or replaced; a wall must not go on showing it.
    """
    path = Path(place)
    if not place or not path.is_file():  # an address, or nothing to compare
        return bool
    first = path.stat()

    def check() -> None:
        if not path.is_file() or not os.path.samestat(path.stat(), first):
            raise NoOffice(place=path)

    return check


def face(place: str) -> OfficeFace:
    """Look at an office from outside; raises what `store.schema` refuses.

    Of a server nothing is told before the sign-in (`within` tells it then): only whether it
    answers, and safely.
    """
    office = door.opened(place)
    try:
        if is_address(place):
            office.database.knock()
            where = parse(place)
            name = " · ".join((str(where.url.database), *where.hosts))
            return OfficeFace(place=where.place, name=name)
        with office.database.reading() as session:
            reading = Reading(session, 0, "", office.database.clock())
            is_practice = bool(setting(session, "practice"))
            logins = tuple((p.login, p.role) for p in people(reading)) if is_practice else ()
            taken = backup.newest(Path(place), str(setting(session, "backup_folder")))
            return OfficeFace(
                place=place,
                name=str(setting(session, "office_name")),
                practice=is_practice,
                backup_at=taken[1] if taken else None,
                logins=logins,
                zone=str(setting(session, "zone")),
            )
    finally:
        office.close()


def within(seat: Seat, outside: OfficeFace) -> OfficeFace:
    """Give the face of an office as whoever has signed in may know it."""
    if not outside.shared:
        return outside
    name, is_practice, zone = seat.ask(_introduction)
    return replace(outside, name=name, practice=is_practice, zone=zone)


def sign_in(place: str, login: str, password: str) -> Seat:
    """Open the office and give the person's seat; its keeper runs until `sign_out`.

    On a server an empty *password* is left to libpq's passfile.
    """
    office = door.opened(place)
    try:
        seat = office.sign_in(login, password)
    except BaseException:
        office.close()
        raise
    copies = True
    if is_address(place):
        try:
            # A server's office is copied by the desks of those who look after it, not by every one.
            copies = "audit" in seat.rights
            seat = KeptSeat(seat, Outbox(box_of(seat.office.database, seat.person.login)))
        except BaseException:
            office.close()
            raise
    _KEEPERS[id(seat)] = (office, Keeper(seat.office, copies=copies))
    return seat


def sign_out(seat: Seat) -> None:
    """Take a last backup and let go of the file, or of the server."""
    office, keeper = _KEEPERS.pop(id(seat), (seat.office, None))
    if keeper is not None:
        keeper.stop()
    if isinstance(seat, KeptSeat):
        seat.close()
    office.close()


def left_orders(seat: Seat) -> tuple[LeftOrder, ...]:
    """Have decided what an earlier program left, and give it with what nobody may decide for the person."""
    return tuple(map(_told, seat.settle())) if isinstance(seat, KeptSeat) else ()


def send_left(seat: Seat, order: LeftOrder) -> LeftOrder:
    """Send a left order after all; give what became of it."""
    if not isinstance(seat, KeptSeat):
        raise TypeError(seat)
    return _told(seat.send(order.token))


def drop_left(seat: Seat, order: LeftOrder) -> None:
    """Forget a left order."""
    if isinstance(seat, KeptSeat):
        seat.drop(order.token)


def _told(left: Left) -> LeftOrder:
    """Give a left order as the window shows it: no more of it than tells it from another."""
    form, answer = left.order.form, left.answer
    amounts = [form.get("amount") or 0, *(one["amount_fen"] for one in form.get("tenders", ()))]
    names = (left.unit, form.get("name"), form.get("payer"))
    number = answer.get("receipt") or answer.get("number") if isinstance(answer, dict) else answer
    return LeftOrder(
        command=left.order.command,
        made_at=left.order.made_at,
        fate=left.fate.value,
        about=tuple(str(name) for name in names if name),
        amount_fen=sum(amounts),
        number=str(number) if isinstance(number, str | int) else "",
        refusal=left.refusal,
        draft=left.order.draft,
        token=left,
    )


def find(seat: Seat, text: str) -> Sequence[FoundLine]:
    """Answer the search box."""
    return seat.ask(find_anything, text)


def check_password(seat: Seat, password: str) -> None:
    """Raise a refusal unless *password* is the signed-in person's."""
    login = seat.person.login
    try:
        theirs = seat.office.database.signed_in(login, password)
    except SignInRefused as refusal:
        raise WrongSignIn from refusal
    if theirs is None:
        seat.office.sign_in(login, password)
    else:
        theirs.close()


def check_clock(seat: Seat) -> None:
    """Raise `ClockOff` where this machine's clock is more than a minute off the office's."""
    error = seat.office.database.clock_error()
    if abs(error) > _CLOCK_MAY_DIFFER:
        here = system_clock()
        raise ClockOff(here=here, there=here - error)


def change_password(seat: Seat, old: str, new: str) -> None:
    """Change the signed-in person's own password."""
    seat.do(ChangeOwnPassword(old=Secret(old), new=Secret(new)))
    seat.office.database.renew_password(new)


def lock_minutes(seat: Seat) -> int:
    """Give after how many idle minutes the seat's window locks."""
    name = "cashier_lock_minutes" if seat.person.role == Role.CASHIER else "idle_lock_minutes"
    return int(str(seat.ask(_setting, name)))


def soon(seat: Seat) -> tuple[SoonLine, ...]:
    """Give the person's holds that are about to end, and the units free for his customers in line."""
    if "ending_holds" not in seat.rights:
        return ()
    holds = [
        SoonLine(unit_id=hold.unit_id, unit=hold.unit, customer=hold.customer, until=hold.until)
        for hold in seat.ask(ending_holds)
    ]
    turns = [
        SoonLine(
            unit_id=place.unit_id,
            unit=place.unit,
            customer=place.customer,
            until=place.turn_ends,
            turn=True,
        )
        for place in seat.ask(unit_line, called=True)
        if place.consultant_id == seat.person.id and place.turn_ends is not None
    ]
    return (*holds, *turns)


def backup_at(seat: Seat) -> datetime | None:
    """Give when the newest verified backup was taken; refuses where a later one failed."""
    kept = _KEEPERS.get(id(seat))
    if kept is not None:
        return kept[1].newest()
    taken = backup.newest(seat.office.database.home, str(seat.ask(_setting, "backup_folder")))
    return taken[1] if taken else None


def drilled_at(seat: Seat) -> datetime | None:
    """Give when a backup of the office was last restored for trial and proved."""
    return seat.ask(last_drill)


def back_up(seat: Seat, step: Step, cancelled: Cancelled) -> Path:
    """Take a verified backup now."""
    seat.office.seal()
    folder = backup.folder_of(seat.office.database.home, str(seat.ask(_setting, "backup_folder")))
    return backup.back_up(seat.office.database, folder, partial(_step, step, cancelled))


def recover(place: str, login: str, key: str) -> str:
    """Give the administrator *login* a one-time password for the printed recovery *key*."""
    if is_address(place):
        raise NoRecoveryThere
    office = door.opened(place)
    try:
        return str(office.recover(login, key))
    finally:
        office.close()


def create(wanted: NewOffice) -> OfficeMade:
    """Make a new office with its people, or none; nobody's password is kept in clear."""
    if wanted.address:
        return _create_on_server(wanted)
    wanted.path.parent.mkdir(parents=True, exist_ok=True)
    office, key = found(
        wanted.path,
        Founder(
            login=wanted.login,
            name=wanted.name,
            password=Secret(wanted.password),
            project=wanted.project,
            company=wanted.company,
        ),
        missing=missing_characters,
    )
    try:
        seat = office.sign_in(wanted.login, wanted.password)
        made = [
            (one.name, seat.do(AddPerson(login=one.login, name=one.name, role=Role(one.role))))
            for one in wanted.people
        ]
    except BaseException:
        # Its recovery key would never be shown, and its file would stand in the second attempt's way.
        office.close()
        take_away(wanted.path)
        raise
    office.close()
    return OfficeMade(
        place=str(wanted.path),
        recovery_key=key,
        passwords=tuple((name, p.login, str(p.one_time_password)) for name, p in made),
    )


def _create_on_server(wanted: NewOffice) -> OfficeMade:
    """Make it in a server's database, by its owner's login; people come at the desk afterwards."""
    address = parse(wanted.address)
    founder = Founder(
        login=wanted.login,
        name=wanted.name,
        password=Secret(wanted.password),
        project=wanted.project,
        company=wanted.company,
    )
    owned = address.signed(wanted.owner, wanted.owner_password)
    found_on_server(owned, founder, missing=missing_characters).close()
    return OfficeMade(place=address.place, recovery_key="")


def furnish(path: Path, step: Step, cancelled: Cancelled) -> str:
    """Furnish a practice office at *path*; give its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".draft")
    for leftover in draft.parent.glob(draft.name + "*"):
        leftover.unlink()
    practice.furnish(draft, missing=missing_characters, step=partial(_step, step, cancelled))
    draft.rename(path)
    for leftover in draft.parent.glob(draft.name + "*"):
        leftover.unlink()
    return str(path)


def _introduction(reading: Reading) -> tuple[str, bool, str]:
    session = reading.session
    name, zone = str(setting(session, "office_name")), str(setting(session, "zone"))
    return name, bool(setting(session, "practice")), zone


def _setting(reading: Reading, name: str) -> object:
    return setting(reading.session, name)


def _step(step: Step, cancelled: Cancelled, done: int, of: int) -> None:
    if cancelled():
        raise WorkStopped
    step(done, of)
