"""A tracker store that keeps nothing: in a request it is the request's own state; elsewhere Rasa's in-memory store."""

from __future__ import annotations

from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine import form
from bot.engine.travelling_state import current, packed, tracker_of


class TravellingTrackerStore(InMemoryTrackerStore):
    """So brains hold nothing and any brain can serve any turn, while `rasa shell` and `rasa test` work as ever."""

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Put the turn's state where the channel picks it up."""
        conversation = current.get()
        if conversation is None:
            await super().save(tracker)
        else:
            conversation.events = packed(tracker, self.domain)
            conversation.form = form.values(tracker, self.domain)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation that came with the request."""
        conversation = current.get()
        if conversation is None:
            return await super().retrieve(sender_id)
        return tracker_of(conversation, sender_id, self.domain) if conversation.events or conversation.form else None
