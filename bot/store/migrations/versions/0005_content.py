"""Every revision of every content file, the releases trained on them, and the publications that made those."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

WHEN = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "content_revisions",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("file", sa.String(200), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=True),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("note", sa.String(200), nullable=False),
        sa.Column("created_at", WHEN, nullable=False),
        sa.UniqueConstraint("file", "number", name="one_revision_per_number"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "content_places",
        sa.Column("place", sa.String(64), primary_key=True),
        sa.Column("digests", sa.Text, nullable=False),
    )
    _releases()


def _releases() -> None:
    op.create_table(
        "releases",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("archive", sa.LargeBinary, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("signature", sa.String(64), nullable=False),
        sa.Column("content_version", sa.Integer, nullable=False),
        sa.Column("report", sa.Text, nullable=False),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("created_at", WHEN, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "release_choices",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("release_id", sa.Integer, sa.ForeignKey("releases.id"), nullable=False),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("created_at", WHEN, nullable=False),
        sqlite_autoincrement=True,
    )
    _publications()


def _publications() -> None:
    op.create_table(
        "publications",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("running", sa.Integer, nullable=True, unique=True),
        sa.Column("percent", sa.Integer, nullable=False),
        sa.Column("step", sa.String(200), nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("report", sa.Text, nullable=False),
        sa.Column("release_id", sa.Integer, sa.ForeignKey("releases.id"), nullable=True),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("started_at", WHEN, nullable=False),
        sa.Column("heard_at", WHEN, nullable=False),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    for table in ("publications", "release_choices", "releases", "content_places", "content_revisions"):
        op.drop_table(table)
