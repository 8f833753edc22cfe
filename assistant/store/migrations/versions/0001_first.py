"""The first tables: conversations, messages, verdicts, brief lines, frozen fields."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create everything."""
    op.create_table(
        "conversations",
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_conversations_owner", "conversations", ["owner"])
    op.create_table(
        "messages",
        sa.Column("id", sa.Integer, primary_key=True),
        _conversation(),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("role", sa.String(10), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("move", sa.String(20)),
        sa.Column("voice", sa.String(120), nullable=False),
        sa.Column("because", sa.Text, nullable=False),
        sa.Column("sources", sa.JSON, nullable=False),
        sa.Column("safety", sa.Integer, nullable=False),
        sa.Column("complete", sa.Boolean, nullable=False),
        sa.UniqueConstraint("conversation_id", "turn", "role"),
    )
    op.create_index("ix_messages_conversation_id", "messages", ["conversation_id"])
    op.create_table(
        "verdicts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("message_id", sa.Integer, sa.ForeignKey("messages.id", ondelete="CASCADE"), nullable=False),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.Column("act", sa.String(30), nullable=False),
        sa.Column("decision", sa.String(10), nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("rule", sa.String(80), nullable=False),
        sa.Column("evidence", sa.JSON),
    )
    op.create_index("ix_verdicts_message_id", "verdicts", ["message_id"])
    op.create_table(
        "brief_lines",
        sa.Column("id", sa.Integer, primary_key=True),
        _conversation(),
        sa.Column("field", sa.String(20), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("turn", sa.Integer),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("edited", sa.Boolean, nullable=False),
    )
    op.create_index("ix_brief_lines_conversation_id", "brief_lines", ["conversation_id"])
    op.create_table(
        "frozen_fields",
        _conversation(primary_key=True),
        sa.Column("field", sa.String(20), primary_key=True),
    )


def _conversation(primary_key: bool = False) -> sa.Column[str]:
    target = sa.ForeignKey("conversations.id", ondelete="CASCADE")
    return sa.Column("conversation_id", sa.String(200), target, primary_key=primary_key, nullable=False)


def downgrade() -> None:
    """Drop everything."""
    for table in ("frozen_fields", "brief_lines", "verdicts", "messages", "conversations"):
        op.drop_table(table)
