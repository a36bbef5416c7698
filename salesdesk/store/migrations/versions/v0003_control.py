"""The site manager's control: law packs, prices, approvals and what is agreed by them."""

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the frozen statements of the store at hand."""
    dialect = op.get_bind().dialect.name
    script = Path(__file__).with_name(f"v0003_{dialect}.sql").read_text(encoding="utf-8")
    for statement in script.split("\n;;\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """A file of the version before is its backup."""
