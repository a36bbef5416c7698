"""Intents are claimed before they are carried out; claims ask for the right of whoever opens them."""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the frozen statements of the store at hand."""
    dialect = op.get_bind().dialect.name
    script = Path(__file__).with_name(f"v0002_{dialect}.sql").read_text(encoding="utf-8")
    for statement in script.split("\n;;\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """A file of the version before is its backup."""
