"""The first office: every table, index and guard of version 1, as frozen SQL."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the frozen statements of the store at hand."""
    dialect = op.get_bind().dialect.name
    script = Path(__file__).with_name(f"v0001_{dialect}.sql").read_text(encoding="utf-8")
    for statement in script.split("\n;;\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """There is nothing before the first version."""
