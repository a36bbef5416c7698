"""Write the newest version's frozen SQL and its fingerprint from the tables in the code.

Run once per release, before a version is given to anybody: ``python installer/freeze_schema.py``.
Afterwards a version's SQL never changes; a new version gets a step of its own, which holds what the
code has and no earlier step made. What alters a table that exists is written by hand.
"""

import json
import sys
import tempfile
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
    Record.metadata.create_all(engine, checkfirst=False)  # type: ignore[arg-type]
    return "\n;;\n".join(found) + "\n"


def earlier(name: str) -> set[str]:
    """Give the statements of all steps before the newest, for the dialect *name*."""
    steps = sorted(VERSIONS.glob(f"v*_{name}.sql"))
    return {
        statement
        for step in steps
        if step.name < f"v{schema.VERSION:04}"
        for statement in step.read_text(encoding="utf-8").strip().split("\n;;\n")
    }


def newest(name: str) -> str:
    """Give what the newest version adds, for the dialect *name*."""
    known = earlier(name)
    added = [s for s in statements(name).strip().split("\n;;\n") if s not in known]
    return "\n;;\n".join(added) + "\n"


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
