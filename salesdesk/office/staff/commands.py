"""What is done about people, rights and settings."""

import json
from dataclasses import dataclass
from typing import Any
from zoneinfo import available_timezones

from sqlalchemy import func, select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.keys import PersonId, Secret
from salesdesk.office.staff import passwords
from salesdesk.office.staff.queries import forget_settings, setting
from salesdesk.office.staff.rules import NOBODYS_SETTINGS, OWN_DOORS, SETTINGS, Role
from salesdesk.office.staff.sheets import PersonAdded
from salesdesk.office.staff.tables import Grant, Person, Setting
from salesdesk.store.work import Work

_YES = frozenset({"true", "yes", "1", "on", "是"})
_NO = frozenset({"false", "no", "0", "off", "否"})


class LoginTaken(UserError):
    """Two people cannot share a login."""

    problem = QT_TRANSLATE_NOOP("errors", "The login '{login}' is already in use.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose another login; those of leavers stay theirs.")


class LastAdministrator(UserError):
    """An office must keep somebody who can let people in."""

    problem = QT_TRANSLATE_NOOP("errors", "This is the last administrator of the office.")
    remedy = QT_TRANSLATE_NOOP("errors", "Make somebody else administrator first.")


class WrongPassword(UserError):
    """The present password does not fit."""

    problem = QT_TRANSLATE_NOOP("errors", "The present password is wrong.")
    remedy = QT_TRANSLATE_NOOP("errors", "Type it again; check the Caps Lock key.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPerson:
    """Let somebody in: the answer holds a one-time password, shown once."""

    login: str
    name: str
    role: Role

    def __call__(self, work: Work) -> PersonAdded:
        login = text.required(self.login, "login", 40).casefold()
        if not login.replace("_", "").replace(".", "").replace("-", "").isalnum():
            raise BadEntry(field="login", value=self.login, expected="letters, digits, . _ -")
        password = passwords.one_time_password()
        person = new_person(work, login, self.name, self.role, password, must_change=True)
        return PersonAdded(person=person.id, login=login, one_time_password=Secret(password))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeOwnPassword:
    """Change one's own password."""

    old: Secret
    new: Secret

    def __call__(self, work: Work) -> int:
        person = work.session.get_one(Person, work.actor)
        if work.logins is None and not passwords.fits(self.old, person.password_hash):
            raise WrongPassword
        if not setting(work.session, "practice"):
            passwords.check_strength(self.new, person.login)
        if work.logins is None:
            person.password_hash = passwords.hashed(self.new)
        elif not work.logins.own(self.old, self.new):
            raise WrongPassword
        person.must_change = False
        work.note(Topic.PERSON, person.id, password="changed")  # noqa: S106 - a word, no password
        return person.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetPassword:
    """Give somebody a new one-time password."""

    person: PersonId

    def __call__(self, work: Work) -> PersonAdded:
        person = find_person(work, self.person)
        password = passwords.one_time_password()
        if work.logins is None:
            person.password_hash = passwords.hashed(password)
        else:
            work.logins.reset(person.login, password)
        person.must_change = True
        person.failures, person.wait_until = 0, None
        work.note(Topic.PERSON, person.id, password="reset")  # noqa: S106 - a word, no password
        return PersonAdded(
            person=person.id, login=person.login, one_time_password=Secret(password)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantRight:
    """Give a role the right to a command or query."""

    role: Role
    name: str

    def __call__(self, work: Work) -> int:
        known = work.session.scalar(select(Grant.id).where(Grant.name == self.name).limit(1))
        if known is None:
            raise NotFound(what="right", key=self.name)
        present = _grant(work, self.role, self.name)
        if present is None:
            present = Grant(role=self.role.value, name=self.name)
            work.session.add(present)
            work.session.flush()
            work.note(Topic.PERSON, 0, granted=[self.role.value, self.name])
        return present.id


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeRight:
    """Take a right from a role; somebody must keep it."""

    role: Role
    name: str

    def __call__(self, work: Work) -> int:
        present = _grant(work, self.role, self.name)
        if present is None:
            raise NotFound(what="right", key=f"{self.role.value} {self.name}")
        holders = work.session.scalar(
            select(func.count()).select_from(Grant).where(Grant.name == self.name)
        )
        if holders == 1:
            raise BadEntry(field="right", value=self.name, expected="a right that others keep")
        work.session.delete(present)
        work.note(Topic.PERSON, 0, revoked=[self.role.value, self.name])
        return present.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSetting:
    """Change one setting of the office."""

    name: str
    value: str

    def __call__(self, work: Work) -> object:
        rule = SETTINGS.get(self.name)
        if rule is None or self.name in NOBODYS_SETTINGS | OWN_DOORS:
            raise NotFound(what="setting", key=self.name)
        value = _parsed(self.name, self.value)
        work.note(Topic.SETTING, 0, **{self.name: [setting(work.session, self.name), value]})
        write_setting(work, self.name, value)
        return value


def _parsed(name: str, value: str) -> object:
    rule = SETTINGS[name]
    if name == "zone" and value not in available_timezones():  # every reading asks for it
        raise BadEntry(field=name, value=value, expected="Asia/Shanghai")
    if rule.kind is bool:
        if value.strip().casefold() not in _YES | _NO:
            raise BadEntry(field=name, value=value, expected="yes or no")
        return value.strip().casefold() in _YES
    if rule.kind is not int:
        return text.clean(value, name, 200)
    try:
        number = int(value)
    except ValueError:
        number = rule.least - 1
    if not rule.least <= number <= rule.most:
        raise BadEntry(field=name, value=value, expected=f"{rule.least}-{rule.most}")
    return number


def write_setting(work: Work, name: str, value: object) -> None:
    """Store a setting's value."""
    row = work.session.get(Setting, name) or Setting(name=name)
    row.value = json.dumps(value, ensure_ascii=False)
    row.changed_at, row.changed_by = work.now, work.actor or None
    work.session.add(row)
    work.session.flush()
    forget_settings(work.session)


def new_person(
    work: Work, login: str, name: str, role: Role, password: str, *, must_change: bool
) -> Person:
    """Add somebody; `LoginTaken` when the login is in use."""
    if work.session.scalar(select(Person.id).where(Person.login == login)) is not None:
        raise LoginTaken(login=login)
    person = Person(
        login=login,
        name=text.required(name, "name", 60),
        role=role.value,
        password_hash=passwords.hashed(password) if work.logins is None else "",
        must_change=must_change,
        failures=0,
        joined_at=work.now,
    )
    work.session.add(person)
    work.session.flush()
    if work.logins is not None:
        work.logins.admit(login, password, role.value)
    work.note(Topic.PERSON, person.id, login=login, role=role.value)
    return person


def find_person(work: Work, person: int) -> Person:
    """Give the row of somebody who still works here, or raise `NotFound`."""
    row: Any = work.session.get(Person, person)
    if row is None or row.left_at is not None:
        raise NotFound(what="person", key=person)
    return row  # type: ignore[no-any-return]


def keep_an_administrator(work: Work, leaving: Person) -> None:
    """Raise `LastAdministrator` when *leaving* is the only one."""
    others = work.session.scalar(
        select(func.count())
        .select_from(Person)
        .where(Person.role == Role.ADMIN, Person.left_at.is_(None), Person.id != leaving.id)
    )
    if not others:
        raise LastAdministrator


def _grant(work: Work, role: Role, name: str) -> Grant | None:
    return work.session.scalar(select(Grant).where(Grant.role == role.value, Grant.name == name))
