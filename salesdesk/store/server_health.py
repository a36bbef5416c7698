"""What a server and the line to it are like, for whoever has to look after them."""

from sqlalchemy import text

from salesdesk.store.columns import to_microseconds
from salesdesk.store.database import Database

_FACTS = text(
    "SELECT current_setting('server_version') AS version, session_user AS login,"
    " (SELECT s.ssl FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid()) AS tls,"
    " current_setting('fsync') = 'on' AS fsync,"
    " current_setting('synchronous_commit') AS synchronous_commit,"
    " office_clock() AS clock, o.version AS office_version,"
    " o.fingerprint = office_fingerprint() AS untouched,"
    " (SELECT count(*) FROM journal) AS journal,"
    " (SELECT coalesce(max(last_id), 0) FROM seal) AS sealed,"
    " (SELECT coalesce(max(id), 0) FROM journal) AS newest,"
    " pg_database_size(current_database()) AS bytes FROM office o"
)


def health(database: Database) -> dict[str, object]:
    """Give the server's version, whether the line is encrypted, by how much the clocks differ.

    ``clock_ahead_ms`` is the server's time less this machine's, half a journey included. The
    journal's rows behind the last seal are those written since: they are sealed hourly.
    """
    with database.reading() as session:
        before = database.clock()
        row = session.execute(_FACTS).one()
        after = database.clock()
    middle = to_microseconds(before + (after - before) / 2)
    return {
        "postgresql": row.version,
        "login": row.login,
        "tls": bool(row.tls),
        "fsync": row.fsync,
        "synchronous_commit": row.synchronous_commit,
        "clock_ahead_ms": round((row.clock - middle) / 1000),
        "office_version": row.office_version,
        "tables_and_guards": "as made" if row.untouched else "changed",
        "bytes": row.bytes,
        "journal": {"rows": row.journal, "newest": row.newest, "sealed_up_to": row.sealed},
    }
