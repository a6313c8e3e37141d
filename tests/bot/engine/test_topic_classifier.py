"""The NLU component: trained, saved and loaded by Rasa's own storage."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, INTENT_RESPONSE_KEY
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot import settings
from bot.engine.topic_classifier import VERDICT, TopicClassifier, parse_data
from bot.understanding.judgement import Verdict
from bot.understanding.model import ABOUT_FILE, ModelError

PHRASES = {
    "faq/location": "where are you|what is the address|how do I get there|which street is it|directions please|which town",
    "faq/booking": "can I book|make an appointment|I want a visit|book me in|how do I schedule|any free slots",
    "not_covered/price": "how much is it|what does it cost|your prices|is it expensive|the fee please|cost per visit",
    "emergency": "I am bleeding badly|I can't breathe|she passed out|my chest hurts|he had a seizure|the baby stopped moving",
    "out_of_scope": "who won the game|tell me a joke|bake a cake|weather tomorrow|fix my car|play some music",
}
CONTEXT = ExecutionContext(GraphSchema({}))
RESOURCE = Resource("topics")


@pytest.fixture(scope="module")
def storage(tmp_path_factory: pytest.TempPathFactory) -> LocalModelStorage:
    """Where a component trained on a few phrases is kept."""
    storage = LocalModelStorage(tmp_path_factory.mktemp("topics"))
    examples = [
        Message({"text": text, INTENT: label.split("/")[0], **({INTENT_RESPONSE_KEY: label} if "/" in label else {})})
        for label, texts in PHRASES.items()
        for text in texts.split("|")
    ]
    project = tmp_path_factory.mktemp("project")
    (project / "models").mkdir()
    (project / "models" / "encoder").symlink_to(settings.load().models / "encoder")
    elsewhere = replace(settings.load(), root=project)
    with pytest.MonkeyPatch.context() as patched:  # the vectors that the project's own training keeps are not to be replaced
        patched.setattr(settings, "load", lambda: elsewhere)
        TopicClassifier.create({}, storage, RESOURCE, CONTEXT).train(TrainingData([*examples, Message({INTENT: "person"})]))
    return storage


def processed(storage: LocalModelStorage, text: str) -> dict[str, Any]:
    message = Message({"text": text})
    TopicClassifier.load({}, storage, RESOURCE, CONTEXT).process([message])
    return message.as_dict(only_output_properties=True)


@pytest.mark.parametrize(
    ("verdict", "intent", "utter"),
    [
        (Verdict("topic", "faq/location", 0.9), "faq", "utter_faq/location"),
        (Verdict("topic", "not_covered/price", 0.9), "not_covered", "utter_not_covered/price"),
        (Verdict("topic", "person", 0.9), "person", None),
        (Verdict("refuse", "faq/location", 0.1), "out_of_scope", None),
        (Verdict("clarify", "faq/location", 0.4, ("faq/location", "faq/booking")), "clarify", None),
    ],
)
def test_a_verdict_is_told_in_rasa_s_words(verdict: Verdict, intent: str, utter: str | None) -> None:
    """Answering, asking back and refusing each arrive as the intent that a rule answers; a topic brings its response."""
    found = parse_data(verdict)
    responses = [each["response"]["utter_action"] for each in found.get("response_selector", {}).values()]

    assert found["intent"] == {"name": intent, "confidence": verdict.confidence}
    assert responses == ([utter] if utter else [])
    assert found[VERDICT]["choices"] == list(verdict.choices)


@pytest.mark.parametrize("label", PHRASES)
def test_what_was_trained_comes_back_from_storage(storage: LocalModelStorage, label: str) -> None:
    """A saved and loaded component knows the phrases it learned, each topic a class of its own."""
    found = [processed(storage, text)[INTENT_RANKING_KEY][0]["label"] for text in PHRASES[label].split("|")]

    assert found == [label] * len(found)


def test_the_ranking_falls(storage: LocalModelStorage) -> None:
    """The ranking names every label once, best first, and the group as the intent's name."""
    ranking = processed(storage, "what is the address")[INTENT_RANKING_KEY]
    scores = [each["confidence"] for each in ranking]

    assert sorted(each["label"] for each in ranking) == sorted(PHRASES)
    assert scores == sorted(scores, reverse=True)
    assert [each["name"] for each in ranking] == [each["label"].split("/")[0] for each in ranking]


@pytest.mark.parametrize("text", ["", " ", "?!", "\U0001f600", "a" * 5000], ids=["empty", "blank", "marks", "emoji", "long"])
def test_any_text_gets_a_verdict(storage: LocalModelStorage, text: str) -> None:
    """Nothing a patient can send makes the component fail, and what it says of it is plain JSON, as Rasa's shell needs."""
    found = processed(storage, text)

    assert json.loads(json.dumps(found)) == found
    assert 0 <= found[INTENT]["confidence"] <= 1


def test_a_model_of_another_encoder_is_refused(storage: LocalModelStorage) -> None:
    """Vectors of one encoder mean nothing to another, so the model is refused in words."""
    with storage.read_from(RESOURCE) as folder:
        about = Path(folder) / ABOUT_FILE
        right = about.read_text()
        about.write_text(json.dumps({**json.loads(right), "encoder": "another"}))
        with pytest.raises(ModelError, match="another sentence encoder"):
            TopicClassifier.load({}, storage, RESOURCE, CONTEXT)
        about.write_text(right)


def test_an_untrained_component_says_so(storage: LocalModelStorage) -> None:
    """Asked before it was trained, it fails instead of answering with nothing."""
    with pytest.raises(RuntimeError, match="before train or load"):
        TopicClassifier.create({}, storage, RESOURCE, CONTEXT).process([Message({"text": "hello"})])
