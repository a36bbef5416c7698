"""Where a machine plays its day: each time a fresh copy of one office, on a file or on a server."""

import shutil
import tempfile
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tests.furnished import (
    Clock,
    Desks,
    ServerClock,
    copied,
    make,
    make_on,
    seat,
    seated,
    seated_on,
)


@dataclass
class OnFile:
    """A file, copied for each play."""

    template: Path

    @classmethod
    def made(cls, folder, furnish):
        stage = cls(folder / "template.office")
        make(stage.template)
        desks = seated(stage.template, Clock())
        furnish(desks)
        desks.office.close()
        return stage

    def begin(self) -> Desks:
        folder = Path(tempfile.mkdtemp(prefix="any-day-", dir=self.template.parent))
        return seated(copied(self.template, folder), Clock()).everybody()

    def seat(self, desks, login):
        return seat(desks.office, login)

    def end(self, desks):
        desks.office.close()
        shutil.rmtree(Path(desks.office.database.place).parent)

    def strike(self):
        """Nothing is left: the folder is the test's."""


class OnServer:
    """A database of a server, copied for each play; people's logins are the whole server's."""

    def __init__(self, server, furnish):
        self.server, self.names = server, (f"play_{n}" for n in count())
        self.template, self.known = next(self.names), server.logins()
        make_on(server, self.template)
        desks = seated_on(server, self.template, ServerClock(server, self.template))
        furnish(desks)
        desks.office.close()
        given = server.sql(
            "SELECT p.rolname, g.rolname FROM pg_auth_members m JOIN pg_roles p ON p.oid = m.member"
            " JOIN pg_roles g ON g.oid = m.roleid WHERE p.rolcanlogin AND g.rolname LIKE"
            " (SELECT groups || '%' FROM salesdesk.office)",
            database=self.template,
        )
        self.groups = [pair for pair in given if not pair[1].endswith("_owner")]
        self.playing = ""

    def begin(self) -> Desks:
        self.playing = next(self.names)
        self.server.database(self.playing, self.template)
        # who left in an earlier play was let go by the whole server
        self.server.sql(
            *(f'ALTER ROLE "{login}" LOGIN' for login, _group in self.groups),
            f"SET ROLE {self.groups[0][1].rsplit('_', 1)[0]}_owner",
            *(f'GRANT "{group}" TO "{login}"' for login, group in self.groups),
        )
        clock = ServerClock(self.server, self.playing)
        return seated_on(self.server, self.playing, clock).everybody()

    def seat(self, desks, login):
        return desks.office.sign_in(login, "")

    def end(self, desks):
        desks.office.close()
        self.server.drop(self.playing)

    def strike(self):
        """Drop what was made: the office, and the logins that it added."""
        self.server.drop(self.template)
        for login in self.server.logins() - self.known:
            self.server.sql(f'DROP ROLE "{login}"')
