"""Notices of requests that are done are told to nobody any more, and withdrawn requests no longer say whose they were."""

from alembic import op

revision = "0011"
down_revision = "0010"

SEEN_TO = """
UPDATE outbox SET sealed = '', error = 'seen to in the console', done_at = CURRENT_TIMESTAMP
WHERE done_at IS NULL AND attempts = 0 AND key IN (SELECT key FROM callbacks WHERE status IN ('booked', 'closed'))"""
ERASED = """
DELETE FROM outbox WHERE done_at IS NULL AND kind = 'callback' AND key NOT IN (SELECT key FROM callbacks)"""
NOTES = "DELETE FROM callback_work WHERE key IN (SELECT key FROM callbacks WHERE status = 'withdrawn')"
WHOSE = "UPDATE callbacks SET conversation_id = '' WHERE status = 'withdrawn'"


def upgrade() -> None:
    for statement in (SEEN_TO, ERASED, NOTES, WHOSE):
        op.execute(statement)


def downgrade() -> None:
    """What was let go of can't be brought back, and nothing needs it."""
