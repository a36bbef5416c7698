"""Write the newest version's frozen SQL and its fingerprint from the tables in the code.

Run once per release, before a version is given to anybody: ``python installer/freeze_schema.py``.
Afterwards a version's SQL never changes; a new version gets a step of its own, which holds what the
code has and no earlier step made: new tables, and guards that changed. What alters a table that
exists is written by hand (``by_hand_NNNN_DIALECT.sql``) and frozen in front of it.
"""

import json
import re
import sys
import tempfile
from itertools import groupby
from pathlib import Path

from sqlalchemy import create_mock_engine
from sqlalchemy.dialects import postgresql, sqlite

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from salesdesk.office import catalogue
from salesdesk.store import changes, journal, migrating, schema
from salesdesk.store.database import Record
from salesdesk.store.file import FileDatabase

VERSIONS = Path(schema.__file__).resolve().parent / "migrations" / "versions"
FINGERPRINTS = VERSIONS.parent / "fingerprints.json"
DIALECTS = {"sqlite": sqlite.dialect(), "postgresql": postgresql.dialect()}


def statements(name: str) -> str:
    """Give the DDL of all tables for the dialect *name*, statements divided by ``;;``."""
    dialect = DIALECTS[name]
    found: list[str] = []

    def keep(element, *_rest, **_more):  # noqa: ANN001, ANN002, ANN003, ANN202 - SQLAlchemy's form
        found.append(str(element.compile(dialect=dialect)).strip().replace("%%", "%"))

    engine = create_mock_engine(f"{name}://", keep)
    tables = sorted(Record.metadata.tables.values(), key=lambda table: table.name)
    # In one order, whatever was imported first.
    Record.metadata.create_all(engine, tables, checkfirst=False)  # type: ignore[arg-type]
    # A table's indexes are a set: without an order of their own two runs would write them differently.
    ordered: list[str] = []
    for an_index, together in groupby(found, key=lambda statement: key(statement)[0] == "INDEX"):
        some = list(together)
        ordered += sorted(some) if an_index else some
    return "\n;;\n".join(ordered) + "\n"


_NAMED = re.compile(r"CREATE (?:OR REPLACE )?(?:UNIQUE )?(TABLE|INDEX|TRIGGER|FUNCTION) (\w+)")


def key(statement: str) -> tuple[str, str]:
    """Give kind and name of what *statement* makes; two empty texts where it makes nothing."""
    found = _NAMED.match(statement.strip())
    return (found[1], found[2]) if found else ("", "")


def earlier(name: str) -> dict[tuple[str, str], str]:
    """Give what stands after all steps before the newest, for the dialect *name*."""
    standing: dict[tuple[str, str], str] = {}
    for step in sorted(VERSIONS.glob(f"v*_{name}.sql")):
        if step.name >= f"v{schema.VERSION:04}":
            continue
        for statement in step.read_text(encoding="utf-8").strip().split("\n;;\n"):
            if key(statement) != ("", ""):
                plain = statement.replace("CREATE OR REPLACE FUNCTION", "CREATE FUNCTION")
                standing[key(statement)] = plain
    return standing


def dropped(name: str, statement: str) -> str:
    """Give what takes away the trigger, index or function that *statement* made."""
    kind, what = key(statement)
    on = re.search(r" ON (\w+) ", statement)
    if kind == "TRIGGER" and name == "postgresql":
        assert on
        return f"DROP TRIGGER IF EXISTS {what} ON {on[1]}"
    if kind == "FUNCTION":
        return f"DROP FUNCTION IF EXISTS {what}() CASCADE"
    return f"DROP {kind} IF EXISTS {what}"


def newest(name: str) -> str:
    """Give what the newest version adds, replaces and drops, for the dialect *name*.

    A table that stood before and has other columns now is altered by hand (``by_hand``), which
    runs first.
    """
    standing, made = earlier(name), statements(name).strip().split("\n;;\n")
    found = [
        dropped(name, old)
        for old in standing.values()
        if key(old) not in {key(s) for s in made} and key(old)[0] != "TABLE"
    ]
    for statement in made:
        old = standing.get(key(statement))
        kind = key(statement)[0]
        if old == statement or (old is not None and kind == "TABLE"):
            continue
        if old is None:
            found.append(statement)
        elif kind == "FUNCTION":
            found.append(statement.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1))
        else:
            found += [dropped(name, old), statement]
    by_hand = VERSIONS / f"by_hand_{schema.VERSION:04}_{name}.sql"
    before = [by_hand.read_text(encoding="utf-8").strip()] if by_hand.exists() else []
    return "\n;;\n".join(before + found) + "\n"


def main() -> None:
    """Freeze the newest version for both stores."""
    assert catalogue.COMMANDS and journal and changes  # noqa: PT018 - all tables are loaded
    for name in DIALECTS:
        target = VERSIONS / f"v{schema.VERSION:04}_{name}.sql"
        target.write_text(newest(name), encoding="utf-8")
        print(target.name, len(target.read_text(encoding="utf-8")))
    with tempfile.TemporaryDirectory() as folder:
        database = FileDatabase(Path(folder) / "new.office")
        migrating.create(database)
        with database.engine.connect() as connection:
            known = json.loads(FINGERPRINTS.read_text(encoding="utf-8"))
            known[str(schema.VERSION)] = schema.fingerprint(connection)
        database.close()
    FINGERPRINTS.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
