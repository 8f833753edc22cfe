"""Adds to every message the tokens that a language model read and wrote for it; 0 for the embedded voice and for earlier turns."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
COLUMNS = ("tokens_read", "tokens_written")


def upgrade() -> None:
    """Add the two columns."""
    with op.batch_alter_table("messages") as table:
        for name in COLUMNS:
            table.add_column(sa.Column(name, sa.Integer, nullable=False, server_default="0"))


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("messages") as table:
        for name in COLUMNS:
            table.drop_column(name)
