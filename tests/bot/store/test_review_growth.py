"""What the console reads stays near what it shows, however much is kept."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from sqlalchemy import event

from bot.store import Store
from bot.store.review import Review
from bot.store.visits import conversations_since


def plans(store: Store) -> list[str]:
    """How SQLite would find what the pages show."""
    said: list[tuple[str, object]] = []
    listen = (store.engine, "before_cursor_execute", lambda *given: said.append((given[2], given[3])))
    event.listen(*listen)
    review, now = Review(store.engine), datetime.now(timezone.utc)
    review.questions(now - timedelta(days=30))
    review.sample_of_answers(now.date())
    conversations_since(store.engine, now)
    event.remove(*listen)
    selects = [each for each in said if each[0].startswith("SELECT")]
    with store.engine.connect() as connection:
        return [row[3] for each in selects for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {each[0]}", each[1])]


def test_no_page_looks_through_all_feedback_or_conversations(store: Store) -> None:
    """Opinions are found by their turn, conversations counted and answers chosen by an index alone; PostgreSQL has the same."""
    if store.engine.dialect.name != "sqlite":
        return
    found = plans(store)

    assert [each for each in found if each.startswith("SCAN feedback")] == []
    assert any("COVERING INDEX ix_conversations_by_pause" in each for each in found)
    assert any("COVERING INDEX ix_turns_of_a_kind" in each for each in found)
