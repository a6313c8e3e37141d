"""Text messages: whose conversation is whose, who wants no more of them, and what they cost."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "sms_sessions",
        sa.Column("conversation_id", sa.String(64), sa.ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number_key", sa.String(64), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.UniqueConstraint("number_key", "ordinal", name="one_session_at_a_time"),
    )
    op.create_table(
        "sms_spending",
        sa.Column("message_id", sa.String(64), primary_key=True),
        sa.Column("number_key", sa.String(64), nullable=False, index=True),
        sa.Column("segments", sa.Integer, nullable=False),
        sa.Column("notice_for", sa.String(96), unique=True),
        sa.Column("spent_at", sa.DateTime(timezone=True), nullable=False, index=True),
    )
    _opt_outs()


def _opt_outs() -> None:
    op.create_table(
        "opt_outs",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("number_key", sa.String(64), nullable=False, index=True),
        sa.Column("message_id", sa.String(64), nullable=False),
        sa.Column("what", sa.String(16), nullable=False),
        sa.Column("how", sa.String(16), nullable=False),
        sa.Column("said", sa.String(80), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False, index=True),
        sa.UniqueConstraint("message_id", "what", name="one_note_per_message"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    for table in ("opt_outs", "sms_spending", "sms_sessions"):
        op.drop_table(table)
