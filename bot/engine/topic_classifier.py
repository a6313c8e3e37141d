"""The NLU component: the whole of `bot.understanding` as one Rasa graph node."""

from __future__ import annotations

import os
import sys
from typing import Any, Dict, List

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.constants import RESPONSE_SELECTOR_PROPERTY_NAME
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, INTENT_RESPONSE_KEY
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from threadpoolctl import threadpool_limits

from bot import settings
from bot.run.training import PROGRESS_MARK
from bot.understanding import encoder
from bot.understanding.judgement import OUT_OF_SCOPE, Verdict
from bot.understanding.model import Understanding

CLARIFY = "clarify"
VERDICT = "verdict"
SWITCH_SECONDS = 0.0005
"""How long another thread, such as one that loads a release, may keep a message waiting; Python's own 5 ms are half a turn."""
SIDE_BY_SIDE = 2
"""Texts that are encoded at the same time: a long message is read as a whole and clause by clause."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(GraphComponent, IntentClassifier):
    """Predicts over the full label set, so every FAQ has a probability of its own and one rule answers them all.

    Rasa's own FallbackClassifier never sees a ResponseSelector's score; here refusing and asking back are two
    outcomes learned in training, and both arrive as intents that rules can answer.
    """

    def __init__(self, model_storage: ModelStorage, resource: Resource, understanding: Understanding | None = None) -> None:
        self._model_storage, self._resource, self._understanding = model_storage, resource, understanding

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Nothing to choose: what can be learned is learned."""
        return {}

    @classmethod
    def create(
        cls, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> TopicClassifier:
        """A component that has yet to be trained."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TopicClassifier:
        """The trained component.

        Raises:
            ModelError: the model is damaged or was trained on another encoder.
        """
        sys.setswitchinterval(SWITCH_SECONDS)
        threadpool_limits(1)  # a second thread would wait busily for work that one message doesn't have
        with model_storage.read_from(resource) as folder:
            reader = encoder.load(settings.load().models / "encoder", threads=SIDE_BY_SIDE)
            understanding = Understanding.load(folder, reader)
        return cls(model_storage, resource, understanding)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every phrase with an intent."""
        examples = [each for each in training_data.training_examples if each.get(INTENT) and each.get("text")]
        self._understanding = Understanding.train(
            encoder.load(settings.load().models / "encoder", threads=os.cpu_count() or 1),
            [each.get("text") for each in examples],
            [each.get(INTENT_RESPONSE_KEY) or each.get(INTENT) for each in examples],
            tell=lambda text: print(f"{PROGRESS_MARK}{text}", flush=True),
            vectors_file=settings.load().models / "vectors.npz",
        )
        with self._model_storage.write_to(self._resource) as folder:
            self._understanding.save(folder)
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Set intent, ranking, response selector and verdict on each message."""
        if self._understanding is None:
            raise RuntimeError("TopicClassifier.process was called before train or load.")
        verdicts = self._understanding.verdicts([message.get("text") or "" for message in messages])
        for message, (verdict, ranking) in zip(messages, verdicts):
            found = parse_data(verdict)
            found[INTENT_RANKING_KEY] = [
                {"name": label.split("/")[0], "label": label, "confidence": score} for label, score in ranking
            ]
            for key, value in found.items():
                message.set(key, value, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Later components need nothing of this one's in training."""
        return training_data


def parse_data(verdict: Verdict) -> Dict[str, Any]:
    """The verdict in the words Rasa's rules and actions read."""
    label = {"topic": verdict.label, "clarify": CLARIFY, "refuse": OUT_OF_SCOPE}[verdict.outcome]
    intent = label.split("/")[0]
    found: Dict[str, Any] = {
        INTENT: {"name": intent, "confidence": verdict.confidence},
        VERDICT: {
            "outcome": verdict.outcome,
            "label": verdict.label,
            "choices": list(verdict.choices),
            "doubt": verdict.doubt,
            "plain": verdict.plain,
        },
        "entities": [],
    }
    if "/" in label:
        response = {"intent_response_key": label, "utter_action": f"utter_{label}", "confidence": verdict.confidence}
        found[RESPONSE_SELECTOR_PROPERTY_NAME] = {intent: {"response": response, "ranking": []}}
    return found
