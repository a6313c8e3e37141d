"""Requests made up from /openapi.json by schemathesis, right and wrong ones: what comes back is what the document says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import load_all_checks
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi import checks

from bot.settings import ROOT
from tests.conftest import Assistant, Chat
from tests.edges import Edge
from tests.phone import SET_UP, signed

EXAMPLES, MANY_EXAMPLES = 40, 2000
"""For each operation; the five that take something make the scorecard's 10,000."""
QUESTIONS = ("is it safe at 30 weeks", "how much is it", "what is the capital of France", "a person, please", "I have chest pain")
ONLY_KNOWN_TO_US = {
    "sendMessage": [checks.positive_data_acceptance],
}
"""What no schema can say: that a button was offered in this chat."""

load_all_checks()
schema = schemathesis.openapi.from_path(ROOT / "bot" / "channels" / "openapi.json")
schema.config.generation.update(with_security_parameters=False)
bounded = {"deadline": None, "derandomize": True, "suppress_health_check": list(HealthCheck)}


@pytest.fixture(scope="module")
def patient(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chat]:
    """One patient with a chat of every kind of reply, at an edge that takes text messages, too."""
    with Edge.beside(assistant, tmp_path_factory.mktemp("openapi"), **SET_UP) as edge:
        chat = edge.chat().open()
        for question in QUESTIONS:
            chat.ask(question)
        yield chat


def told(case: Any, patient: Chat) -> None:
    """Send one request, signed as its operation wants it, and let every check that schemathesis has look at the response."""
    operation = case.operation.definition.raw
    headers = patient.headers if operation.get("security") else {}
    if operation["operationId"] == "textMessage" and is_form(case.body) and not spoilt(case, ParameterLocation.HEADER):
        headers = {"X-Twilio-Signature": signed(case.body)["X-Twilio-Signature"]}
    excluded = ONLY_KNOWN_TO_US.get(operation["operationId"], [])
    case.call_and_validate(base_url=str(patient.client.base_url), headers=headers, excluded_checks=excluded)


def is_form(body: object) -> bool:
    """Whether a form may hold it, each field once."""
    return isinstance(body, dict) and all(isinstance(each, str) for each in body.values())


def spoilt(case: Any, where: ParameterLocation) -> bool:
    """Whether this part of the request is wrong on purpose, and must not be put right."""
    return where in case.meta.components and case.meta.components[where].mode.is_negative


@schema.parametrize()
@settings(max_examples=EXAMPLES, **bounded)
def test_every_operation_keeps_its_word(case: Any, patient: Chat) -> None:
    """No failure of ours; status, type, headers and body as documented; wrong requests refused and right ones served."""
    told(case, patient)


@pytest.mark.long
@schema.parametrize()
@settings(max_examples=MANY_EXAMPLES, **bounded)
def test_every_operation_keeps_its_word_ten_thousand_times(case: Any, patient: Chat) -> None:
    """The same, as often as the scorecard asks."""
    told(case, patient)
