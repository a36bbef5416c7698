"""Write the first version's frozen SQL and its fingerprint from the tables in the code.

Run once per release, before a version is given to anybody: ``python installer/freeze_schema.py``.
Afterwards a version's SQL never changes; a new version gets a step of its own.
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
from salesdesk.store.database import Database, Record

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


def main() -> None:
    """Freeze version 1 for both stores."""
    assert catalogue.COMMANDS and journal and changes  # noqa: PT018 - all tables are loaded
    for name in DIALECTS:
        target = VERSIONS / f"v0001_{name}.sql"
        target.write_text(statements(name), encoding="utf-8")
        print(target.name, len(target.read_text(encoding="utf-8")))
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "new.office")
        migrating.create(database)
        with database.engine.connect() as connection:
            known = {str(schema.VERSION): schema.fingerprint(connection)}
        database.close()
    FINGERPRINTS.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
