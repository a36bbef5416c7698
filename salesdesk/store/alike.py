"""Statements are put into SQL once a process, not once again for each who signs in or opens a file.

SQLAlchemy keeps what it compiled by the very dialect object that it compiled for, and every engine has
one of its own. Here dialects of one kind, of servers of one release, are equal: so are the statements.
"""

from collections.abc import MutableMapping
from typing import Any

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache
from typing_extensions import override

ON_FILE, ON_SERVER = "sqlite+office", "postgresql+office"
"""The drivers of our engines."""

_MOST = 2_000
"""More statements than the whole office knows."""

_COMPILED: MutableMapping[Any, Any] = LRUCache(_MOST)

OPTIONS = {"compiled_cache": _COMPILED}
"""The execution options of our engines."""


class FileDialect(SQLiteDialect_pysqlite):
    """SQLite as every office file speaks it."""

    supports_statement_cache = True

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, FileDialect)

    @override
    def __hash__(self) -> int:
        return hash(FileDialect)


class ServerDialect(PGDialect_psycopg):
    """PostgreSQL as all connections to servers of one release speak it."""

    supports_statement_cache = True

    @override
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ServerDialect):
            return False
        return bool(self.server_version_info == other.server_version_info)

    @override
    def __hash__(self) -> int:
        return hash(ServerDialect)


for _driver, _dialect in ((ON_FILE, FileDialect), (ON_SERVER, ServerDialect)):
    registry.register(_driver.replace("+", "."), __name__, _dialect.__name__)
