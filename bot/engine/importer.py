"""Rasa's own file importer, except that it reads the phrases once and copies none.

Rasa merges training data eight times before it trains, each time copying every phrase and working out its fingerprint anew, and
reads every file again for each language setting it is asked with: with 52,000 phrases that takes as long as learning the topics.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData


class ContentImporter(RasaFileImporter):
    """Reads `data/` for `rasa train` and every other command of Rasa's; `importers` in config.yml names it."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """All phrases and responses; the clinic's content has one language, so `language` chooses nothing."""
        return self._nlu_data

    @cached_property
    def _nlu_data(self) -> TrainingData:
        files = [_Reader().read(file) for file in self._nlu_files]
        for each in files:
            each.training_examples = [_Phrase.of(message) for message in each.training_examples]
        return TrainingData().merge(*files)


class _Reader(RasaYAMLReader):
    def validate(self, string: str) -> None:
        """Left out: `bot check` reads the same files with more care, and the schema takes as long as the reading."""


class _Phrase(Message):
    """A phrase that nobody changes: a copy of it is itself, and its fingerprint is worked out once."""

    @classmethod
    def of(cls, message: Message) -> _Phrase:
        return cls(data=message.data, output_properties=message.output_properties)

    def __deepcopy__(self, memo: dict[int, Any]) -> _Phrase:
        return self

    def set(self, prop: str, info: Any, add_to_output: bool = False) -> None:
        """As Rasa's, which forgets the fingerprint; left out where the property has that value already."""
        if add_to_output or self.get(prop) != info:
            super().set(prop, info, add_to_output)
