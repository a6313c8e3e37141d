"""What a patient thought of an answer: taken for replies of their own chat, in any characters, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.conftest import Assistant, Chat
from tests.contract import kept, refusal

QUESTION = "how long do the needles stay in"


def rate(chat: Chat, **given: Any) -> Any:
    headers = {**chat.headers, "Content-Type": "application/json"}
    return kept(chat.client.post("/chat/feedback", content=json.dumps(given), headers=headers))


@pytest.mark.parametrize(
    "given", [{"helpful": True}, {"helpful": True, "comment": ""}, {"helpful": False, "comment": "call 610-555-1234 \ud83d\x00"}]
)
def test_feedback_is_taken_and_may_change(chat: Chat, given: dict[str, Any]) -> None:
    """A patient may say whether a reply helped, in any characters, and say it again."""
    message_id = chat.ask(QUESTION)[0]["id"]

    assert [rate(chat, message_id=message_id, **given).status_code for _ in range(2)] == [204, 204]


@pytest.mark.parametrize("message_id", ["", "nothing", "greeting.0", "x" * 500, "\ud800.0", "a\x00b.0", "a.b.c", "1:x.0", "é.0"])
def test_feedback_on_no_reply_is_not_found(chat: Chat, message_id: str) -> None:
    """A reply that was never given in this chat can't be judged."""
    chat.send(QUESTION)

    assert refusal(rate(chat, message_id=message_id, helpful=True)) == (404, "unknown_message")


@pytest.mark.parametrize(
    "given",
    [{}, {"helpful": True}, {"message_id": "m"}, {"message_id": 1, "helpful": True}, {"message_id": "m", "helpful": "yes"},
     {"message_id": "m", "helpful": 1}, {"message_id": "m", "helpful": None}, {"message_id": "m", "helpful": True, "comment": 5}],
)  # fmt: skip
def test_feedback_in_another_shape_is_refused(chat: Chat, given: dict[str, Any]) -> None:
    """Feedback names a reply and says yes or no; anything else is 422."""
    chat.open()

    assert refusal(rate(chat, **given)) == (422, "json")


def test_a_comment_has_a_length(chat: Chat) -> None:
    """1,000 characters are taken, one more is 422."""
    message_id = chat.ask(QUESTION)[0]["id"]

    assert rate(chat, message_id=message_id, helpful=True, comment="x" * 1000).status_code == 204
    assert refusal(rate(chat, message_id=message_id, helpful=True, comment="x" * 1001)) == (422, "too_long")


def test_only_ones_own_replies_can_be_judged(assistant: Assistant, chat: Chat) -> None:
    """Another patient's reply is not found, nor is one's own after it was erased."""
    chat.send(QUESTION, id="my-1")
    strangers = rate(assistant.chat().open(), message_id="my-1.0", helpful=True)

    chat.client.delete("/chat/sessions", headers=chat.headers)

    assert [refusal(each) for each in (strangers, rate(chat, message_id="my-1.0", helpful=True))] == [
        (404, "unknown_message")
    ] * 2
