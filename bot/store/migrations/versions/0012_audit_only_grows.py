"""The log of who did what only grows: the database itself refuses to change or remove a line."""

from alembic import op

revision = "0012"
down_revision = "0011"
DONE = ("UPDATE", "DELETE")


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for done in DONE:
            op.execute(
                f"CREATE TRIGGER audit_no_{done.lower()} BEFORE {done} ON audit "
                "BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END"
            )
        return
    op.execute(
        "CREATE OR REPLACE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the audit log only grows'; END $$"
    )
    for done in DONE:
        op.execute(
            f"CREATE TRIGGER audit_no_{done.lower()} BEFORE {done} ON audit FOR EACH ROW EXECUTE FUNCTION audit_only_grows()"
        )
    op.execute("CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit EXECUTE FUNCTION audit_only_grows()")


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for done in DONE:
            op.execute(f"DROP TRIGGER audit_no_{done.lower()}")
        return
    for done in (*DONE, "TRUNCATE"):
        op.execute(f"DROP TRIGGER audit_no_{done.lower()} ON audit")
    op.execute("DROP FUNCTION audit_only_grows()")
