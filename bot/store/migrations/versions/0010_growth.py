"""Indexes by which the console and the retention job read what they show, and not all there is."""

from alembic import op

revision = "0010"
down_revision = "0006"


def upgrade() -> None:
    op.create_index("ix_feedback_turn_id", "feedback", ["turn_id"])
    op.drop_index("ix_turns_kind", "turns")
    op.create_index("ix_turns_of_a_kind", "turns", ["kind", "created_at", "margin", "confidence"])
    op.drop_index("ix_conversations_updated_at", "conversations")
    op.create_index("ix_conversations_by_pause", "conversations", ["updated_at", "channel"])


def downgrade() -> None:
    op.drop_index("ix_conversations_by_pause", "conversations")
    op.create_index("ix_conversations_updated_at", "conversations", ["updated_at"])
    op.drop_index("ix_turns_of_a_kind", "turns")
    op.create_index("ix_turns_kind", "turns", ["kind"])
    op.drop_index("ix_feedback_turn_id", "feedback")
