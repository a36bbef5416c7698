"""A file that an older program made is brought forward: copied first, changed whole or not at all.

Apart from `entrance`: Alembic costs as much time as the rest of an opening.
"""

from pathlib import Path

from salesdesk.store import backup, migrating, schema
from salesdesk.store.database import Clock, system_clock
from salesdesk.store.file import FileDatabase


def renew(path: Path, clock: Clock = system_clock) -> Path:
    """Bring the office at *path* to this program's version; give the verified backup from before.

    Raises what `schema` finds wrong and what keeps a backup from being taken; then nothing changed.
    """
    schema.check_file(path)
    database = FileDatabase(path, clock)
    try:
        schema.check(database)
        copy = backup.back_up(database, backup.folder_of(path))
        migrating.upgrade(database)
        schema.check(database)
    finally:
        database.close()
    return copy
