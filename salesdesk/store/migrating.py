"""An office's tables are made, and brought from version to version, by migrations.

Apart from `schema`, which every start needs: Alembic costs as much time as the rest of an opening.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config

from salesdesk.store.database import Database
from salesdesk.store.schema import APPLICATION_ID, VERSION

_HERE = Path(__file__).resolve().parent / "migrations"


def create(database: Database) -> None:
    """Make the tables of an empty file."""
    upgrade(database)


def upgrade(database: Database) -> None:
    """Bring the tables to `VERSION`, in one transaction a step."""
    config = Config()
    config.set_main_option("script_location", str(_HERE))
    with (
        database.refusing(),
        database.engine.connect().execution_options(writes=True) as connection,
    ):
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")
        connection.commit()
