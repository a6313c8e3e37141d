"""What is kept of a message and its reply."""

from __future__ import annotations

from bot.conversation.inbound import Inbound
from bot.conversation.record import record
from bot.conversation.wording import Reply


def test_a_turn_is_masked_and_known_again() -> None:
    """No number stands in the turn; the same words under the same key have the same digest, under another key another."""
    said = Inbound("web_a", "web", "m1", "call me at 484 555 0123")
    first, again, other = (record(said, Reply([{"text": "ok"}], "answer"), key) for key in (b"a", b"a", b"b"))

    assert "0123" not in first.text
    assert (first.message_id, first.messages, first.kind) == ("m1", [{"text": "ok"}], "answer")
    assert first.digest == again.digest != other.digest


def test_what_was_masked_before_is_kept_as_it_is() -> None:
    """Names are looked for once: where that was done while the brain was thinking, its outcome stands."""
    said = Inbound("web_a", "web", "m1", "i am Jane", masked="i am [name]")

    assert record(said, Reply([], "answer"), b"a").text == "i am [name]"
