"""The logins of an office server, made and changed by functions that check who asks.

A password leaves this machine only as its SCRAM verifier: neither the server's log nor its
administrator sees it.
"""

from collections.abc import Callable
from typing import Any, cast

import psycopg
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from typing_extensions import override

from salesdesk.store.faults import LoginOnServer, ReservedLogin, SignInRefused


class Accounts:
    """The server's logins as the administrator of an office may change them."""

    def __init__(self, session: Session, signed_in: Callable[[str, str], Any]) -> None:
        self._session = session
        self._signed_in = signed_in

    def admit(self, login: str, password: str, role: str) -> None:
        """Make a login with the rights of *role*; `LoginOnServer` where the name is in use there."""
        verifier = self._verifier(login, password)
        try:
            self._call("SELECT office_admit(:a, :b, :c)", login, verifier, role)
        except IntegrityError as error:
            if "the login exists" not in str(error.orig):
                raise
            raise LoginOnServer(login=login) from error

    def reset(self, login: str, password: str) -> None:
        """Give somebody's login another password."""
        self._call("SELECT office_reset(:a, :b)", login, self._verifier(login, password))

    def own(self, old: str, new: str) -> bool:
        """Give one's own login another password; False where *old* does not open it."""
        login = str(self._session.execute(text("SELECT session_user")).scalar_one())
        try:
            self._signed_in(login, old).close()
        except SignInRefused:
            return False
        self._call("SELECT office_own(:a)", self._verifier(login, new))
        return True

    def _call(self, question: str, *given: str) -> None:
        named = dict(zip("abc", given, strict=False))
        self._session.execute(text(question), named)

    def _verifier(self, login: str, password: str) -> str:
        driver = self._session.connection().connection.driver_connection
        connection = cast("psycopg.Connection[Any]", driver)
        made = connection.pgconn.encrypt_password(
            password.encode(), login.encode(), b"scram-sha-256"
        )
        return made.decode()


class FoundingAccounts(Accounts):
    """The logins of an office that is being made, by whoever may make any.

    People of several offices on one server share their logins: one that another office made joins
    with the password it has.
    """

    def __init__(self, session: Session, groups: str) -> None:
        super().__init__(session, _nobody)
        self._groups = groups
        self.joined: list[str] = []
        """Logins that were there already, and keep their passwords."""

    @override
    def admit(self, login: str, password: str, role: str) -> None:
        """Make a login, or let one of another office join; `ReservedLogin` for the server's own."""
        known = self._session.execute(_KNOWN, {"login": login}).one_or_none()
        if known is None:
            super().admit(login, password, role)
            return
        if not known.ours:
            raise ReservedLogin(login=login)
        connection = self._session.connection()
        quote = connection.dialect.identifier_preparer.quote
        before = str(connection.exec_driver_sql("SELECT current_user").scalar_one())
        # By the office's owner: since PostgreSQL 16 only who gave a role can take it back.
        connection.exec_driver_sql(f"SET LOCAL ROLE {self._groups}_owner")
        connection.exec_driver_sql(f"GRANT {self._groups}_{role} TO {quote(login)}")
        connection.exec_driver_sql(f"SET LOCAL ROLE {quote(before)}")
        self.joined.append(login)


_KNOWN = text(
    "SELECT NOT (rolsuper OR rolcreaterole) AND EXISTS (SELECT 1 FROM pg_auth_members m"
    " JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid AND g.rolname LIKE 'salesdesk\\_%')"
    " AS ours FROM pg_roles r WHERE rolname = :login"
)


def _nobody(_login: str, _password: str) -> Any:
    raise SignInRefused(place="")
