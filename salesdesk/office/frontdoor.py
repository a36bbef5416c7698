"""The one door into the office: sign in, do a command, ask a question, hear of changes."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Concatenate, ParamSpec, Protocol, TypeAlias, TypeVar, get_type_hints
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, NotPermitted, UserError
from salesdesk.kernel.plain import canonical, from_plain, to_plain
from salesdesk.office.bounds import check_form, check_question
from salesdesk.office.catalogue import PAYLOADS
from salesdesk.office.doors import ALONE, SEALED_FIRST
from salesdesk.office.figures import fence
from salesdesk.office.inventory.claims import CLOCK, standings
from salesdesk.office.patience import patiently
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.holding import hold_at_once
from salesdesk.office.sales.queries import lapsed_holds
from salesdesk.office.staff import passwords, recovering
from salesdesk.office.staff.commands import write_setting
from salesdesk.office.staff.queries import Entrance, entrance, person_card, rights_of, setting
from salesdesk.office.staff.rules import DRILL, minutes_to_wait
from salesdesk.office.staff.sheets import PersonCard
from salesdesk.office.staff.tables import Person
from salesdesk.store import journal
from salesdesk.store.columns import from_microseconds
from salesdesk.store.database import ConflictError, Database, Deliver, Feed, Standing, unheeded
from salesdesk.store.faults import ClockWentBack, NotGranted, SignInRefused
from salesdesk.store.server_schema import check_server
from salesdesk.store.work import Reading, Work
from salesdesk.store.writing import masked, write_down

P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

Query: TypeAlias = Callable[Concatenate[Reading, P], R]
"""A question: a function that reads and returns frozen values."""

_AT_ONCE: Mapping[type, Callable[..., str | None]] = {HoldUnit: hold_at_once}
"""Commands that a server carries out in one question, where nothing is unusual."""
_SMALL_STEP_BACK = timedelta(minutes=2)


class Command(Protocol[R_co]):
    """A request put in writing: a frozen dataclass that can carry itself out."""

    def __call__(self, work: Work, /) -> R_co:
        """Carry it out inside *work*."""
        ...


class WrongSignIn(UserError):
    """Login and password do not fit together."""

    problem = QT_TRANSLATE_NOOP("errors", "Login or password is wrong.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Type both again; check Caps Lock. The administrator can reset a password."
    )


class SignInWaits(UserError):
    """Too many wrong passwords."""

    problem = QT_TRANSLATE_NOOP("errors", "Too many wrong passwords for '{login}'.")
    remedy = QT_TRANSLATE_NOOP("errors", "Wait {seconds} seconds, then try again.")


class MustChangePassword(UserError):
    """A one-time password opens one door only."""

    problem = QT_TRANSLATE_NOOP("errors", "This is a one-time password.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose your own password first.")


class Overtaken(UserError):
    """The database kept two desks apart, or one from breaking a rule."""

    problem = QT_TRANSLATE_NOOP("errors", "Another desk was faster: {detail}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Look at the present state, then decide again.")


class WrongRecoveryKey(UserError):
    """The key is not the one that was printed."""

    problem = QT_TRANSLATE_NOOP("errors", "This is not the office's recovery key.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Type the key from the paper printed when the office was created."
    )


class Office:
    """An open office. Safe to use from any thread; each call is one transaction."""

    def __init__(
        self, database: Database, missing_characters: Callable[[str], str] = lambda _text: ""
    ) -> None:
        self.database = database
        self.missing_characters = missing_characters
        self._signed: list[Database] = []

    def sign_in(self, login: str, password: str) -> "Seat":
        """Give the seat of whoever *login* is; `WrongSignIn`, or `SignInWaits` after five tries.

        On a server the seat has connections of its own, in the person's name.
        """
        name = login.strip().casefold().encode("utf-8", "replace").decode()
        try:
            mine = self.database.signed_in(name, password)
        except SignInRefused as refusal:
            raise WrongSignIn from refusal
        if mine is not None:
            self._signed.append(mine)
            return self._seat_on_server(mine, name)
        with self.database.reading() as session:
            person = session.scalar(select(Person).where(Person.login == name))
            if person is not None:
                self._check_wait(person)
            fits = person is not None and passwords.fits(password, person.password_hash)
        if person is None or person.left_at is not None or not fits:
            self._count_failure(name)
            raise WrongSignIn
        if person.failures:
            self._count_failure(name, clear=True)
        return Seat(self, person_card(person))

    def _seat_on_server(self, mine: Database, login: str) -> "Seat":
        """Give the seat of *login*, whom the server knows; the office may not, or no longer."""
        try:
            check_server(mine)
            with mine.reading() as session:
                known = session.scalar(
                    select(Person).where(Person.login == login, Person.left_at.is_(None))
                )
        except NotGranted as refusal:  # a login of another office on the same server
            raise WrongSignIn from refusal
        if known is None:
            raise WrongSignIn
        return Seat(Office(mine, self.missing_characters), person_card(known))

    def sweep(self) -> int:
        """End the holds whose time is over, as actor "clock"; give how many."""
        with self.database.reading() as session:
            units = lapsed_holds(Reading(session, CLOCK, "", self.database.now(session)))
        if not units:
            return 0
        with self.database.writing() as session:
            work = self._clock_work(session)
            standings(work, units)
            if not work.notes:  # another desk's clock was quicker
                return 0
            intent, form = uuid4().hex, {"units": list(units)}
            journal.claim(session, intent, _clock_hash(form))
            write_down(work, "EndLapsedHolds", intent, form, len(work.notes))
        return len(work.notes)

    def recover(self, login: str, key: str) -> str:
        """Give the administrator *login* a one-time password for the printed recovery *key*.

        Raises `WrongRecoveryKey`, `RecoveryWaits` after five of them, `NoRecoveryThere` on a server.
        """
        with self.database.writing() as session:
            work = self._clock_work(session)
            recovering.check(work)
            person = session.scalar(select(Person).where(Person.login == login.strip().casefold()))
            right = recovering.fits(work, key) and person is not None
            recovering.count(work, right=right)
            password = self._let_in(work, person) if person is not None and right else None
        if password is None:  # told behind the commit: a wrong key is counted
            raise WrongRecoveryKey
        return password

    @staticmethod
    def _let_in(work: Work, person: Person) -> str:
        """Give *person* a one-time password, and write down that he was let in."""
        session = work.session
        password = passwords.one_time_password()
        person.password_hash, person.must_change = passwords.hashed(password), True
        person.failures, person.wait_until = 0, None
        work.note(Topic.PERSON, person.id, recovered=True)
        intent, form = uuid4().hex, {"login": person.login}
        journal.claim(session, intent, _clock_hash(form, "RecoverAdministrator"))
        write_down(work, "RecoverAdministrator", intent, form, None)
        return password

    def drilled(self, copy: str) -> None:
        """Write down, as actor "clock", that the backup called *copy* stood a drill by itself."""
        with self.database.writing() as session:
            work = self._clock_work(session)
            work.note(Topic.SETTING, 0, **{DRILL: [setting(session, DRILL), copy]})
            write_setting(work, DRILL, copy)
            intent, form = uuid4().hex, {"backup": copy}
            journal.claim(session, intent, _clock_hash(form, "RestoreDrill"))
            write_down(work, "RestoreDrill", intent, form, None)

    def seal(self) -> int:
        """Seal the journal's open rows into the chain; give how many."""
        settled = self.database.settled()
        try:
            with self.database.writing(alone=True) as session:
                return journal.seal(session, self.database.now(session), settled)
        except (ConflictError, IntegrityError):  # another desk sealed these rows meanwhile
            return 0

    def leave(self, seat: "Seat") -> None:
        """Let go of a seat's own lines to the server; a file has none."""
        if seat.office.database in self._signed:
            self._signed.remove(seat.office.database)
            seat.office.close()

    def close(self) -> None:
        """Let go of the file, or of every line to the server."""
        for signed in self._signed:
            signed.close()
        self.database.close()

    def _entrance(self, session: Session, person: int, name: str) -> tuple[Entrance, datetime]:
        """Give what `entrance` found, and the moment that counts."""
        found = entrance(session, person, name, self.database.moment)
        now = self.database.now(session) if found.now is None else from_microseconds(found.now)
        return found, now

    def _clock_work(self, session: Session) -> Work:
        """Give a unit of work for what happens by itself."""
        now, last = self.database.now(session), journal.last_moment(session)
        return self._work(session, CLOCK, "", now, last, str(setting(session, "zone")))

    def _work(
        self, session: Session, actor: int, role: str, now: datetime, last: datetime | None,
        zone: str,
    ) -> Work:  # fmt: skip
        """Give a unit of work whose time never runs backwards."""
        if last is not None and now < last:
            if last - now > _SMALL_STEP_BACK:
                raise ClockWentBack(now=f"{now:%Y-%m-%d %H:%M}", last=f"{last:%Y-%m-%d %H:%M}")
            now = last
        logins = self.database.logins(session)
        return Work(session, actor, role, now, zone, self.missing_characters, logins, _payload)

    def _check_wait(self, person: Person) -> None:
        now = self.database.clock()
        if person.wait_until is not None and person.wait_until > now:
            seconds = int((person.wait_until - now).total_seconds()) + 1
            raise SignInWaits(login=person.login, seconds=seconds)

    def _count_failure(self, login: str, *, clear: bool = False) -> None:
        with self.database.writing() as session:
            person = session.scalar(select(Person).where(Person.login == login))
            if person is None:
                return
            person.failures = 0 if clear else person.failures + 1
            span = timedelta(minutes=minutes_to_wait(person.failures))
            person.wait_until = self.database.clock() + span if span else None


class Seat:
    """A signed-in person's place: what he may do, done in his name."""

    def __init__(self, office: Office, person: PersonCard) -> None:
        self.office = office
        self.person = person

    @property
    def rights(self) -> frozenset[str]:
        """The names of the commands and queries that the person's role holds."""
        return patiently(self._held_rights)

    def _held_rights(self) -> frozenset[str]:
        with self.office.database.reading() as session:
            return rights_of(session, self.person.role)

    def do(self, command: Command[R], intent: str | None = None) -> R:
        """Carry out *command*, or raise a `UserError` and leave everything as it was.

        The same *intent* sent again has no second effect and gives the same answer.
        """
        name, form = type(command).__name__, _form_of(command)
        check_form(form)
        if name in SEALED_FIRST:
            self.office.seal()
        key = intent or uuid4().hex
        fingerprint = journal.form_hash(name, self.person.id, canonical(form))
        return self._seated(lambda: self._once(command, name, key, form, fingerprint))

    def do_as(
        self, login: str, password: str, command: Command[R], intent: str | None = None
    ) -> R:
        """Carry out *command* in the name of whoever *login* is: his seat at this machine, for once.

        Raises what `Office.sign_in` and `do` raise.
        """
        other = self.office.sign_in(login, password)
        try:
            return other.do(command, intent)
        finally:
            self.office.leave(other)

    def _once(
        self, command: Command[R], name: str, key: str, form: Mapping[str, Any], fingerprint: str
    ) -> R:
        try:
            if (short := _AT_ONCE.get(type(command))) is not None:
                written = canonical(masked(form))
                done = short(self.office.database, command, key, fingerprint, written)
                if done is not None:
                    return _answer_again(command, done)
            with self.office.database.writing(alone=name in ALONE) as session:
                if (stored := journal.claim(session, key, fingerprint)) is not None:
                    return _answer_again(command, stored)
                work = self._begin(session, name)
                answer = command(work)
                write_down(work, name, key, form, answer, fingerprint)
                return answer
        except IntegrityError as error:
            raise Overtaken(detail=_rule_of(error)) from error

    def ask(self, query: Query[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Answer a question from one consistent reading."""
        check_question(query, args, kwargs)
        return self._seated(lambda: self._answer(query, *args, **kwargs))

    def _seated(self, attempt: Callable[[], R]) -> R:
        """Make *attempt* patiently; whom a server lets in no longer is told so (`WrongSignIn`)."""
        try:
            return patiently(attempt)
        except NotGranted as refusal:
            try:
                with self.office.database.reading() as session:
                    session.scalar(select(Person.id).where(Person.id == self.person.id))
            except NotGranted:
                raise WrongSignIn from refusal
            raise

    def _answer(self, query: Query[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        with self.office.database.reading() as session:
            found, now = self.office._entrance(session, self.person.id, query.__name__)  # noqa: SLF001
            fence.keep_reading(session, found.projects)
            role = self._role(found)
            if found.holders and role not in found.holders.split(", "):
                raise NotPermitted(command=query.__name__, roles=found.holders)
            who = Reading(session, self.person.id, role, now, str(found.zone))
            return query(who, *args, **kwargs)

    def watch(self, deliver: Deliver, standing: Standing = unheeded) -> Feed:
        """Call *deliver* from a thread of its own whenever any desk changes something."""
        watcher = self.office.database.watcher(deliver, standing)
        watcher.start()
        return watcher

    def _role(self, found: Entrance) -> str:
        """Give the person's present role; a leaver has none."""
        if found.left_at is not None:
            raise WrongSignIn
        self.person = replace(self.person, role=found.role, must_change=found.must_change)
        return str(found.role)

    def _begin(self, session: Session, name: str) -> Work:
        """Give the unit of work of the command *name*, or refuse it."""
        office, person = self.office, self.person.id
        found, now = office._entrance(session, person, name)  # noqa: SLF001
        fence.keep_writing(session, found.projects)
        role = self._role(found)
        if self.person.must_change and name != "ChangeOwnPassword":
            raise MustChangePassword
        if role not in (found.holders or "").split(", "):
            raise NotPermitted(command=name, roles=found.holders or "-")
        return office._work(session, person, role, now, found.last, str(found.zone))  # noqa: SLF001


def _rule_of(error: IntegrityError) -> str:
    """Give the rule that the database named, without what the driver adds."""
    return str(error.orig).removeprefix("guard: ").splitlines()[0]


def _payload(name: str, form: Any) -> Any:
    """Give the command that an approval carries out; nobody holds a right to it himself."""
    return from_plain(PAYLOADS[name], form)


def _clock_hash(form: Mapping[str, Any], command: str = "EndLapsedHolds") -> str:
    return journal.form_hash(command, CLOCK, canonical(masked(form)))


def _form_of(command: object) -> Mapping[str, Any]:
    """Give what the journal keeps of a command: its own summary where it has one."""
    summary: Callable[[], Mapping[str, Any]] | None = getattr(command, "form", None)
    return to_plain(command) if summary is None else to_plain(summary())  # type: ignore[no-any-return]


def _answer_again(command: Command[R], stored: str) -> R:
    answer: R = from_plain(get_type_hints(type(command).__call__)["return"], json.loads(stored))
    return answer
