"""A furnished office for tests: made once, copied for each test, with a clock that the test turns."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cached_property, partial
from pathlib import Path

from salesdesk.kernel.keys import CustomerId, ProjectId, RequestId, Secret, UnitId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.entrance import open_office
from salesdesk.office.founding import Founder, found, found_on_server
from salesdesk.office.frontdoor import Office, Seat
from salesdesk.office.inventory.commands import CreateProject, ImportUnits, ReleaseUnits
from salesdesk.office.inventory.law_commands import SetLaw
from salesdesk.office.inventory.law_queries import law_pack
from salesdesk.office.inventory.law_requesting import RequestLaws
from salesdesk.office.inventory.law_rules import HARDNESS
from salesdesk.office.inventory.permitting import RecordPermit
from salesdesk.office.inventory.queries import board
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.inventory.sheets import PriceRow
from salesdesk.office.joining import open_server
from salesdesk.office.staff.queries import person_by_login, person_card
from salesdesk.office.staff.rules import Role
from salesdesk.store.address import parse
from salesdesk.store.columns import to_microseconds

START = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)  # ten in the morning in Shanghai
PASSWORD = "practice"
PEOPLE = tuple((role.value, f"{role.value} one", role) for role in Role if role is not Role.ADMIN)


class Clock:
    """A clock that stands until it is turned."""

    def __init__(self, now=START):
        self.now = now

    def __call__(self):
        return self.now

    def forward(self, **span):
        self.now += timedelta(**span)


class Desks:
    """An open office. Each sits down when he is first asked for: few tests need all eight of them."""

    def __init__(self, office: Office, clock: Clock, sit: Callable[[str], Seat]):
        self.office, self.clock, self._sit = office, clock, sit
        self.project: ProjectId | None = None  # whose units are looked at; the first

    @cached_property
    def admin(self):
        return self._sit("admin")

    @cached_property
    def reception(self):
        return self._sit("reception")

    @cached_property
    def consultant(self):
        return self._sit("consultant")

    @cached_property
    def cashier(self):
        return self._sit("cashier")

    @cached_property
    def manager(self):
        return self._sit("manager")

    @cached_property
    def head(self):
        return self._sit("head")

    @cached_property
    def deputy(self):
        return self._sit("deputy")

    @cached_property
    def general(self):
        return self._sit("general")

    def everybody(self):
        """Let all sit down now, before something is done to the office that would keep them out."""
        for role in Role:
            getattr(self, role.value)
        return self

    def units(self):
        return {card.code: card for card in self.manager.ask(board, self.project)}

    def unit(self, code):
        return UnitId(self.units()[code].id)

    def state(self, code):
        return self.units()[code].state.value

    def customer(self, name="王小明", phone="13812345678"):
        answer = self.reception.do(
            RegisterVisit(manner=Manner.VISIT, name=name, phone=phone, project=ProjectId(1))
        )
        return CustomerId(answer["customer"])


def not_begun(desks):
    """Give *desks* a second project with the same units, of which nothing was released: they look there."""
    desks.project = ProjectId(desks.admin.do(CreateProject(name="二期")))
    desks.admin.do(ImportUnits(rows=rows(), project=desks.project, file="t2"))
    desks.manager.do(permit("T-002", project=desks.project))
    return desks


def rows(building="1栋", floors=3, per_floor=2, price=2_000_000):
    return tuple(
        PriceRow(
            building=building,
            core="1单元",
            floor=floor,
            number=f"{floor}{place:02}",
            gross_area=Decimal("100.00"),
            unit_price_fen=price,
        )
        for floor in range(1, floors + 1)
        for place in range(1, per_floor + 1)
    )


def permit(number="T-9", **more):
    """A pre-sale permit's record, with what every permit has."""
    wish = {"authority": "房管局", "issued_on": START.date()} | more
    return RecordPermit(number=number, **wish)


def put_law(desks, law, level, project=1, reason="x"):
    """Let a law stand at *level*: softer than it does by request and signatures, otherwise at once."""
    wish = {"project": ProjectId(project), "law": law, "level": level, "reason": reason}
    stands = next(card for card in desks.manager.ask(law_pack, project) if card.law == law)
    if HARDNESS[level] >= HARDNESS[LawLevel(stands.level)]:
        desks.manager.do(SetLaw(**wish))
        return
    asked = RequestId(desks.manager.do(RequestLaws(**wish)))
    for signer in (desks.head, desks.general):
        signer.do(SignRequest(request=asked))


def lot_rows(count=2, use="车位", first=1):
    """Parking or storage lots in a building of their own."""
    return tuple(
        PriceRow(
            building="车库",
            core="",
            floor=-1,
            number=f"{place:03}",
            gross_area=Decimal("12.50"),
            total_fen=15_000_000,
            use=use,
        )
        for place in range(first, first + count)
    )


class ServerClock(Clock):
    """The same for an office on a server: its owner holds the server's clock where the test wants."""

    def __init__(self, server, database, now=START):
        self._server, self._database = server, database
        self.url = server.url(database)
        super().__init__(now)

    @property
    def now(self):
        return self._now

    @now.setter
    def now(self, moment):
        self._now = moment
        stands = to_microseconds(moment)
        self._server.sql(f"UPDATE salesdesk.office SET stands = {stands}", database=self._database)


FOUNDER = Founder(
    login="admin", name="admin one", password=Secret(PASSWORD), project="云栖花园",
    company="云栖置业", practice=True, people=PEOPLE,
)  # fmt: skip


def once(name: str, making: Callable[[Path], object], path: Path) -> None:
    """Put at *path* what *making* makes: made once for all processes of a run, which copy it."""
    shared = os.environ.get("SALESDESK_TESTS_SHARED")  # by conftest.py
    if not shared:
        making(path)
        return
    made = Path(shared, name)
    if not made.exists():  # two at once make two, and the later one stands
        own = made.with_name(f"{os.getpid()}-{name}")
        making(own)
        own.replace(made)
    shutil.copyfile(made, path)


def make(path: Path) -> None:
    """Make the office that the tests copy: one project, six units released, five people."""
    once("template.office", _make, path)


def _make(path: Path) -> None:
    office, _key = found(path, FOUNDER, Clock(START - timedelta(hours=1)))
    _open_for_sale(office)


def make_on(server, database: str) -> None:
    """Make the same office on a server, for tests that copy its database."""
    address = parse(server.database(database))
    found_on_server(address, FOUNDER).close()
    clock = ServerClock(server, database, START - timedelta(hours=1))
    server.sql(  # it was founded just now; the tests' day is another
        "ALTER TABLE salesdesk.journal DISABLE TRIGGER USER",
        f"UPDATE salesdesk.journal SET at = {to_microseconds(clock.now)}",
        "ALTER TABLE salesdesk.journal ENABLE TRIGGER USER",
        database=database,
    )
    _open_for_sale(open_server(address))


def as_they_were(server, database: str) -> None:
    """Give the five people of the office their logins and roles back: those are the whole server's."""
    ((groups,),) = server.sql("SELECT groups FROM salesdesk.office", database=database)
    due = {(role.value, f"{groups}_{role}") for role in Role}
    people, theirs = {login for login, _group in due}, ", ".join(f"'{g}'" for _login, g in due)
    held = server.sql(
        "SELECT p.rolname, g.rolname FROM pg_auth_members m JOIN pg_roles p ON p.oid = m.member"
        f" JOIN pg_roles g ON g.oid = m.roleid WHERE p.rolcanlogin AND g.rolname IN ({theirs})"
    )
    if {(login, group) for login, group in held if login in people} == due:
        return
    given = [*(f"ALTER ROLE {role} LOGIN" for role in Role), f"SET ROLE {groups}_owner"]
    for role in Role:
        others = ", ".join(f"{groups}_{other}" for other in Role if other is not role)
        given += [f"REVOKE {others} FROM {role}", f"GRANT {groups}_{role} TO {role}"]
    server.sql(*given)


def _open_for_sale(office: Office) -> None:
    office.sign_in("admin", PASSWORD).do(ImportUnits(rows=rows(), project=ProjectId(1), file="t"))
    manager = office.sign_in("manager", PASSWORD)
    manager.do(permit("T-001", project=ProjectId(1)))
    manager.do(ReleaseUnits(project=ProjectId(1)))
    office.close()


def seated(path: Path, clock: Clock) -> Desks:
    """Open the office at *path*; its people sit down past the slow passwords."""
    office = open_office(path, clock)
    return Desks(office, clock, partial(seat, office))


def seated_on(server, database: str, clock: Clock) -> Desks:
    """Open the office in *database*; its people sit down each under his own login."""
    office = open_server(parse(server.url(database)), clock)
    return Desks(office, clock, lambda login: office.sign_in(login, ""))


def guards_off(office: Office, *tables: str) -> None:
    """Take the guards of *tables* away, to put there what no command makes; nobody can sign in after."""
    with office.database.engine.begin() as connection:
        for table in tables:
            if connection.dialect.name != "sqlite":
                connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
                continue
            found = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
            for (name,) in connection.exec_driver_sql(found, (table,)).all():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")


def seat(office: Office, login: str) -> Seat:
    """Seat somebody without the password's 0.1 s; sign-in has tests of its own."""
    with office.database.reading() as session:
        return Seat(office, person_card(person_by_login(session, login)))


def copied(template: Path, folder: Path) -> Path:
    target = folder / "test.office"
    shutil.copyfile(template, target)
    return target
