"""The call-back form's hands: read each answer, and show all of them before anything is passed on."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import answers, filled
from actions.told import WHY

INTERRUPTING = ("faq", "not_covered", "person", "emergency", "stop_callback", "follow_up")
"""Intents of messages that say nothing for the form."""


class ValidateCallbackForm(Action):
    """Fills the form's slots from the patient's own words; with nothing for the form, Rasa goes on with its rules."""

    def name(self) -> str:
        return "validate_callback_form"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Slots as the latest message gives them; an unclear answer is asked for again, with a word why."""
        message = tracker.latest_message
        if (message.get("intent") or {}).get("name") in INTERRUPTING:
            return []
        known = message.get("metadata") or {}
        sender = filled.Sender(str(known.get("sender_number") or ""), str(known.get("before") or ""))
        asked = tracker.get_slot("requested_slot") if tracker.active_loop else ""
        answer = answers.read(message.get("text") or "", asked or "", tracker.slots, sender)
        if answer.response:
            dispatcher.utter_message(response=answer.response)
        return [SlotSet(slot, value) for slot, value in answer.slots.items()]


class AskWhetherItIsRight(Action):
    """The summary, with the reason where one was given."""

    def name(self) -> str:
        return "action_ask_callback_form_callback_confirmed"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Show what will be passed on; not again right under the question which part of it to change."""
        if _asks_what_to_change(tracker):
            return []
        with_why = "_with_why" if tracker.get_slot(WHY) else ""
        dispatcher.utter_message(response=f"utter_callback_summary{with_why}")
        return []


def _asks_what_to_change(tracker: Tracker) -> bool:
    """Whether the answer to the latest message has asked that already."""
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return False
        if event.get("event") == "bot" and (event.get("metadata") or {}).get("utter_action") == "utter_callback_what_to_change":
            return True
    return False
