"""Somebody of an office on a server is let in again by whoever owns it there."""

from uuid import uuid4

from sqlalchemy import select, text

from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, NotFound, UserError
from salesdesk.office.staff import passwords
from salesdesk.office.staff.tables import Person
from salesdesk.store import journal
from salesdesk.store.server import ServerDatabase
from salesdesk.store.server_schema import check_server
from salesdesk.store.work import Work
from salesdesk.store.writing import write_down


class OwnersAlone(UserError):
    """A desk's login cannot let anybody in; the administrator's desk can, or the owner."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Only whoever owns the office on the server may do this."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Put the owner's login into the address: postgresql+psycopg://OWNER@HOST/DATABASE",
    )


def let_in(database: ServerDatabase, login: str) -> str:
    """Give *login* a one-time password, and give that. Raises `OwnersAlone`, `NotFound`."""
    check_server(database)
    password = passwords.one_time_password()
    with database.writing() as session:
        if not session.execute(text("SELECT office_trusted()")).scalar_one():
            raise OwnersAlone
        known = select(Person).where(
            Person.login == login.strip().casefold(), Person.left_at.is_(None)
        )
        person = session.scalar(known)
        if person is None:
            raise NotFound(what="person", key=login)
        work = Work(session, 0, "", database.now(session), logins=database.logins(session))
        if work.logins is not None:
            work.logins.reset(person.login, password)
        person.must_change, person.failures, person.wait_until = True, 0, None
        work.note(Topic.PERSON, person.id, recovered=True)
        intent, form = uuid4().hex, {"login": person.login}
        fingerprint = journal.form_hash("RecoverAdministrator", 0, str(form))
        journal.claim(session, intent, fingerprint)
        write_down(work, "RecoverAdministrator", intent, form, None, fingerprint)
    return password
