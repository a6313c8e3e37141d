"""What a conversation's events say of a pregnancy."""

from __future__ import annotations

from bot.conversation.pregnancy import is_pregnant


def slot(value: bool) -> dict[str, object]:
    return {"event": "slot", "name": "pregnant", "value": value}


def test_the_last_word_counts() -> None:
    """Nothing said is no pregnancy; said and taken back is none either."""
    told = [slot(True)], [slot(True), {"event": "action", "name": "action_listen"}], [slot(True), slot(False)]

    assert [is_pregnant(events) for events in ([], *told)] == [False, True, True, False]
