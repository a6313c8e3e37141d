"""Lines of what was done, on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.store import Store, audit
from bot.store.audit_log import AuditLog
from bot.store.transactions import writing


def test_lines_come_newest_first(store: Store) -> None:
    """Who did what to what, and when, in UTC."""
    for action in ("signed", "published"):
        with writing(store.engine) as connection:
            audit.add(connection, "ana", action, "causes", "v2")

    found = AuditLog(store.engine).recent(200)

    assert [(line.actor, line.action, line.subject, line.detail) for line in found] == [
        ("ana", "published", "causes", "v2"),
        ("ana", "signed", "causes", "v2"),
    ]
    assert found[0].at.utcoffset() is not None
    assert found[0].at >= found[1].at


def test_nothing_changes_or_takes_away_a_line() -> None:
    """The module can add, and no more."""
    own = {name for name, thing in vars(audit).items() if getattr(thing, "__module__", "") == audit.__name__}

    assert own == {"add"}


@pytest.mark.parametrize("done", ["UPDATE audit SET actor = 'ben'", "DELETE FROM audit"])
def test_the_database_itself_keeps_every_line(store: Store, done: str) -> None:
    """Whoever changes or removes a line past the program is refused by the database."""
    with writing(store.engine) as connection:
        audit.add(connection, "ana", "signed", "causes")

    with pytest.raises(SQLAlchemyError, match="only grows"), store.engine.begin() as connection:
        connection.execute(text(done))

    assert [line.actor for line in AuditLog(store.engine).recent(200)] == ["ana"]
