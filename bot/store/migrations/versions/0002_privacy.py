"""What staff must see of turns, counts without identity, and what is kept sealed for a moment."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("turns", sa.Column("guesses", sa.Text, nullable=False, server_default="[]"))
    op.add_column("turns", sa.Column("margin", sa.Float, nullable=False, server_default="1"))
    op.add_column("turns", sa.Column("choice", sa.String(80), nullable=False, server_default=""))
    op.create_table(
        "reviews",
        sa.Column("turn_id", sa.Integer, sa.ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
        sa.Column("handled_by", sa.String(120), nullable=False),
        sa.Column("handled_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "counts",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("channel", sa.String(16), primary_key=True),
        sa.Column("what", sa.String(16), primary_key=True),
        sa.Column("topic", sa.String(80), primary_key=True),
        sa.Column("n", sa.Integer, nullable=False),
    )
    _sealed_for_a_moment()


def _sealed_for_a_moment() -> None:
    own = sa.ForeignKey("conversations.id", ondelete="CASCADE")
    op.create_table(
        "pending",
        sa.Column("conversation_id", sa.String(64), own, primary_key=True),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False, index=True),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("key", sa.String(64), nullable=False, unique=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False, index=True),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("reached", sa.String(64), nullable=False),
        sa.Column("error", sa.String(64), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True)),
    )


def downgrade() -> None:
    for table in ("outbox", "pending", "counts", "reviews"):
        op.drop_table(table)
    with op.batch_alter_table("turns") as turns:
        for column in ("choice", "margin", "guesses"):
            turns.drop_column(column)
