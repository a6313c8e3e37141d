"""A form is left while a request sent before is still with the clinic: that is said, and offered to be taken back as well."""

from __future__ import annotations

from dataclasses import replace

from bot.content import Content
from bot.conversation.callback import CallbackKeeper, Form, confirmed
from bot.conversation.form_state import BROKEN_OFF, form_active
from bot.conversation.memory import CHOICE
from bot.conversation.outcome import Outcome
from bot.conversation.wishes import CALL_STAYS, WITHDRAW
from bot.conversation.wording import Part, Wording
from bot.store import Snapshot, Store
from bot.store.callbacks import Callbacks
from bot.threads import in_thread

NAME = "{name}"


class EarlierRequest:
    """Says which request stays behind when another is stopped."""

    def __init__(self, content: Content, store: Store, keeper: CallbackKeeper) -> None:
        self._content, self._wording, self._keeper = content, Wording(content), keeper
        self._callbacks = Callbacks(store.engine)

    async def told(self, outcome: Outcome, before: Snapshot, form: Form | None, conversation_id: str, channel: str) -> Outcome:
        """The outcome with a word on the request that stays, where this turn left a form; else as it is. Raises StoreDown."""
        if not left(outcome, before, form):
            return outcome
        open_ones = await in_thread(self._callbacks.open_of, conversation_id)
        if not open_ones:
            return outcome
        names = {self._keeper.name_of(each.sealed) for each in open_ones}
        name = names.pop() if len(names) == 1 else ""
        text = self._content.reply("call_earlier_named" if name else "call_earlier", channel).replace(NAME, name)
        offered = tuple(
            {"title": self._content.reply(title, channel), "label": f"{CHOICE}{wish}"}
            for title, wish in (("call_take_back", WITHDRAW), ("call_leave", CALL_STAYS))
        )
        part = Part(text, outcome.reply.kind, ("handoff",), choices=offered, confidence=1.0)
        reply, choices = self._wording.reply([part], channel)
        reply = replace(reply, messages=[*outcome.reply.messages[1:], *reply.messages])  # what is answered beside the stopping
        # The name is covered where the reply is kept.
        return replace(outcome, reply=reply, choices=choices, form={"callback_name": name} if name else {}, private=True)


def left(outcome: Outcome, before: Snapshot, form: Form | None) -> bool:
    """Whether this turn ended a form that was in progress, neither by sending it nor because of danger."""
    ended = form is not None and form_active(before.state) and not form_active(outcome.state)
    danger = outcome.reply.kind == "emergency" or (outcome.state.get(BROKEN_OFF) and not before.state.get(BROKEN_OFF))
    return ended and not danger and not confirmed(outcome.state, outcome.form)
