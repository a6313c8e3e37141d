"""The tables of the staff console: who may use it, and what they work on."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text

from bot.store.moments import Moment
from bot.store.tables import metadata

staff = Table(
    "staff",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key", String(120), nullable=False, unique=True),
    Column("name", String(60), nullable=False),
    Column("password", String(200), nullable=False),
    Column("role", String(16), nullable=False),
    Column("disabled", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)

staff_invites = Table(
    "staff_invites",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("invited_by", String(60), nullable=False),
    Column("expires_at", Moment, nullable=False),
)

staff_sessions = Table(
    "staff_sessions",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("staff_id", Integer, ForeignKey("staff.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("device", String(120), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
)

staff_attempts = Table(
    "staff_attempts",
    metadata,
    Column("key", String(160), primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

filings = Table(
    "filings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("turn_ids", Text, nullable=False),
    Column("action", String(16), nullable=False),
    Column("label", String(80), nullable=False),
    Column("phrases", Text, nullable=False),
    Column("filed_by", String(60), nullable=False),
    Column("filed_at", Moment, nullable=False, index=True),
    Column("undone_by", String(60), nullable=False),
)

proposals = Table(
    "proposals",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("draft", Text, nullable=False),
    Column("author", String(60), nullable=False),
    Column("proposed_at", Moment, nullable=False),
    Column("decision", String(16), nullable=False, index=True),
    Column("decided_by", String(60), nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("text", Text, nullable=False),
    Column("kept_by", String(60), nullable=False),
    Column("kept_at", Moment, nullable=False),
)

callback_work = Table(
    "callback_work",
    metadata,
    Column("key", String(64), ForeignKey("callbacks.key", ondelete="CASCADE"), primary_key=True),
    Column("taken_by", String(60), nullable=False),
    # Notes may name the patient: sealed, as the request itself is.
    Column("notes", Text, nullable=False),
)
