"""What one turn comes to: the reply, and what the conversation is to remember of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.conversation import callback
from bot.conversation.callback import Form
from bot.conversation.form_state import form_active, without_form
from bot.conversation.wording import Reply
from bot.store import Snapshot


@dataclass(frozen=True)
class Outcome:
    """A reply with what the conversation is to remember."""

    reply: Reply
    state: dict[str, Any]
    choices: dict[str, str] = field(default_factory=dict)
    choice: str = ""
    """The label of the offered choice that the message took."""
    form: dict[str, Any] = field(default_factory=dict)
    """What a form in progress, or just confirmed, holds: raw, and kept only under seal."""
    private: bool = False
    """Whether the message told some of that."""
    parted: bool = False
    """Whether the reply is a part of a longer one, from anywhere within it."""
    wish: str = ""
    """What the message wishes about what is kept of the patient; the reply is then only what can be said without a store."""

    @property
    def asks_call(self) -> bool:
        """Whether the reply is part of a call-back request, which without a store can't be taken."""
        return form_active(self.state) or callback.confirmed(self.state, self.form)


def staying(before: Snapshot, form: Form | None) -> Outcome:
    """What the conversation goes on from where a message changes nothing in it; a form that lapsed is dropped."""
    lapsed = form is None and form_active(before.state)
    state = without_form(before.state) if lapsed else before.state
    return Outcome(Reply([], ""), state, before.choices, form=form.values if form else {})
