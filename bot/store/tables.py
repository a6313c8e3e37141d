"""The tables, as SQLAlchemy sees them; `migrations/` is what makes them."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.store.moments import Moment

metadata = MetaData()

conversations = Table(
    "conversations",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("channel", String(16), nullable=False),
    Column("state", Text, nullable=False),
    Column("choices", Text, nullable=False),
    Column("turns", Integer, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    # With the channel, so that conversations are counted without reading them.
    Index("ix_conversations_by_pause", "updated_at", "channel"),
)

turns = Table(
    "turns",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("conversation_id", String(64), ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False),
    Column("message_id", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("messages", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("created_at", Moment, nullable=False, index=True),
    Column("guesses", Text, nullable=False, server_default="[]"),
    Column("margin", Float, nullable=False, server_default="1"),
    Column("choice", String(80), nullable=False, server_default=""),
    UniqueConstraint("conversation_id", "message_id", name="one_turn_per_message"),
    # With all that the closest calls of a week are chosen by, so that only those are read which are shown.
    Index("ix_turns_of_a_kind", "kind", "created_at", "margin", "confidence"),
    sqlite_autoincrement=True,
)

feedback = Table(
    "feedback",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("turn_id", Integer, ForeignKey("turns.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("reply_id", String(80), nullable=False, unique=True),
    Column("helpful", Boolean, nullable=False),
    Column("comment", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
)

reviews = Table(
    "reviews",
    metadata,
    Column("turn_id", Integer, ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("handled_by", String(120), nullable=False),
    Column("handled_at", Moment, nullable=False),
)

counts = Table(
    "counts",
    metadata,
    Column("day", Date, primary_key=True),
    Column("channel", String(16), primary_key=True),
    Column("what", String(16), primary_key=True),
    Column("topic", String(80), primary_key=True),
    Column("n", Integer, nullable=False),
)

pending = Table(
    "pending",
    metadata,
    Column("conversation_id", String(64), ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True),
    Column("sealed", Text, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("kind", String(32), nullable=False),
    Column("sealed", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False, index=True),
    Column("attempts", Integer, nullable=False),
    Column("reached", String(64), nullable=False),
    Column("error", String(64), nullable=False),
    Column("done_at", Moment),
)

sms_sessions = Table(
    "sms_sessions",
    metadata,
    Column("conversation_id", String(64), ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True),
    Column("number_key", String(64), nullable=False),
    Column("ordinal", Integer, nullable=False),
    UniqueConstraint("number_key", "ordinal", name="one_session_at_a_time"),
)

sms_spending = Table(
    "sms_spending",
    metadata,
    Column("message_id", String(64), primary_key=True),
    Column("number_key", String(64), nullable=False, index=True),
    Column("segments", Integer, nullable=False),
    Column("notice_for", String(96), unique=True),
    Column("spent_at", Moment, nullable=False, index=True),
)

opt_outs = Table(
    "opt_outs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("number_key", String(64), nullable=False, index=True),
    Column("message_id", String(64), nullable=False),
    Column("what", String(16), nullable=False),
    Column("how", String(16), nullable=False),
    Column("said", String(80), nullable=False),
    Column("noted_at", Moment, nullable=False, index=True),
    UniqueConstraint("message_id", "what", name="one_note_per_message"),
    sqlite_autoincrement=True,
)

callbacks = Table(
    "callbacks",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key", String(64), nullable=False, unique=True),
    # Not a foreign key: a request that was confirmed outlives the chat it was made in.
    Column("conversation_id", String(64), nullable=False, index=True),
    Column("channel", String(16), nullable=False),
    Column("status", String(16), nullable=False, index=True),
    Column("sealed", Text, nullable=False),
    Column("created_at", Moment, nullable=False, index=True),
    Column("changed_at", Moment, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False, index=True),
    Column("actor", String(120), nullable=False),
    Column("action", String(64), nullable=False),
    Column("subject", String(120), nullable=False),
    Column("detail", Text, nullable=False),
)

content_revisions = Table(
    "content_revisions",
    metadata,
    # The newest id of all is the version of the content: one number tells a running edge that something changed.
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("file", String(200), nullable=False),
    Column("number", Integer, nullable=False),
    Column("text", Text, nullable=True),
    Column("digest", String(64), nullable=False),
    Column("author", String(200), nullable=False),
    Column("note", String(200), nullable=False),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("file", "number", name="one_revision_per_number"),
    sqlite_autoincrement=True,
)

content_places = Table(
    "content_places",
    metadata,
    # What was last written to each disk that holds a copy of data/: by it an edited file is told from an old one.
    Column("place", String(64), primary_key=True),
    Column("digests", Text, nullable=False),
)

releases = Table(
    "releases",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("archive", LargeBinary, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("signature", String(64), nullable=False),
    Column("content_version", Integer, nullable=False),
    Column("report", Text, nullable=False),
    Column("author", String(200), nullable=False),
    Column("created_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)

release_choices = Table(
    "release_choices",
    metadata,
    # Who made which release current, and when: the newest row is the one that answers.
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("release_id", Integer, ForeignKey("releases.id"), nullable=False),
    Column("author", String(200), nullable=False),
    Column("created_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)

publications = Table(
    "publications",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("state", String(16), nullable=False),
    # 1 while it runs and NULL afterwards, so that the database itself allows only one at a time.
    Column("running", Integer, nullable=True, unique=True),
    Column("percent", Integer, nullable=False),
    Column("step", String(200), nullable=False),
    Column("why", Text, nullable=False),
    Column("report", Text, nullable=False),
    Column("release_id", Integer, ForeignKey("releases.id"), nullable=True),
    Column("author", String(200), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("heard_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)
