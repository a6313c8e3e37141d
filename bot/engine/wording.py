"""The natural language generator: wording comes from `data/`, not from the model, so a new wording needs no training."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rasa.core.nlg import NaturalLanguageGenerator, TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot import content, settings
from bot.content.load import parse
from bot.engine.topic_classifier import VERDICT


class ContentWording(NaturalLanguageGenerator):
    """Answers in the channel's wording, placeholders filled from the facts, choices from the verdict."""

    def __init__(self, endpoint_config: EndpointConfig | None = None, domain: Domain | None = None) -> None:
        chosen = settings.load()
        self._content = content.load(chosen.data).kept_for(chosen.callback_days)
        self._values = self._content.placeholders()
        responses = {**(domain.responses if domain else {}), **_of_rules(chosen.data / "rules")}
        for topic in self._content.topics.values():
            responses[f"utter_{topic.label}"] = [_native(response) for response in topic.responses]
        # Rasa replaces the responses of a TemplatedNaturalLanguageGenerator at each model load; ours must stay. It copies one
        # for each answer, which plain dicts and lists take less time for than those that remember where they stood in a file.
        self._templates = TemplatedNaturalLanguageGenerator(json.loads(json.dumps(responses)))

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> dict[str, Any] | None:
        """The response for an action, or None where there is no such wording."""
        for name, wordings in (kwargs.pop("domain_responses", None) or {}).items():
            self._templates.responses.setdefault(name, wordings)
        values = {**kwargs, **self._values}
        response = await self._templates.generate(utter_action, tracker, output_channel, **values)
        if response is not None and utter_action == "utter_clarify":
            response["buttons"] = self._offered(tracker.latest_message.parse_data if tracker.latest_message else {})
        elif response is not None and (response.get("metadata") or {}).get("choices"):
            response["buttons"] = self._titled(response["metadata"]["choices"])
        return response

    def _offered(self, parsed: Mapping[str, Any]) -> list[dict[str, Any]]:
        return self._titled(parsed.get(VERDICT, {}).get("choices", []))

    def _titled(self, labels: Sequence[str]) -> list[dict[str, Any]]:
        titles = {label: self._title(label) for label in labels}
        return [{"title": title, "payload": label} for label, title in titles.items() if title]

    def _title(self, label: str) -> str:
        """A topic's title by the content, or by the release that knows topics which this brain's files don't."""
        if label in self._content.topics:
            return self._content.topics[label].title
        wordings = self._templates.responses.get(f"utter_{label}") or []
        titles = [(wording.get("metadata") or {}).get("title", "") for wording in wordings]
        return next(filter(None, titles), "")


def _of_rules(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """What the rules and forms say, as Rasa's own format has it: by the files, not as it was when the model was trained."""
    documents = [parse(path, path.name) for path in sorted(folder.glob("*.yml"))]
    return {name: wordings for each in documents for name, wordings in (each.get("responses") or {}).items()}


def _native(response: content.Response) -> dict[str, Any]:
    native: dict[str, Any] = {"text": response.text, "metadata": dict(response.metadata)}
    if response.channel:
        native["channel"] = response.channel
    if response.condition:
        native["condition"] = [dict(each) for each in response.condition]
    return native
