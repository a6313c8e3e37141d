"""What a form asks at the end of a reply."""

from __future__ import annotations

from typing import Any


def asking_once(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A form asks again after each question that came between; after several it is enough to do so at the end.

    Where a response asks by itself, in words that fit what was said, the form's own question is left out altogether.
    """
    instead = [message for message in messages if message.pop("instead")]
    asking = [index for index, message in enumerate(messages) if message.pop("asks")]
    dropped = asking if instead else asking[:-1]
    return [message for index, message in enumerate(messages) if index not in dropped]
