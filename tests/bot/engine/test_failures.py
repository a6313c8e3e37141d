"""What Rasa logs and swallows, heard by the turn it happened in."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.engine import failures

RASA = logging.getLogger("rasa.core.somewhere")


@pytest.fixture(autouse=True)
def listening() -> None:
    failures.listen()


@pytest.mark.parametrize(
    ("logger", "level", "heard"),
    [
        ("rasa.core.actions", logging.ERROR, 1),
        ("rasa.core.nlg", logging.CRITICAL, 1),
        ("rasa", logging.ERROR, 1),
        ("rasa.core.actions", logging.WARNING, 0),
        ("sanic.root", logging.ERROR, 0),
    ],
)
def test_a_turn_hears_the_errors_of_rasa(logger: str, level: int, heard: int) -> None:
    """Errors below the logger `rasa` count as failures of the turn, warnings and strangers do not."""
    with failures.collected() as found:
        logging.getLogger(logger).log(level, "something")

    assert len(found) == heard


def test_listening_twice_hears_once() -> None:
    """A brain and a second one in the same process do not count an error twice."""
    failures.listen()
    with failures.collected() as found:
        RASA.error("something")

    assert len(found) == 1


def test_an_error_outside_a_turn_is_nobody_s() -> None:
    """What is logged before and after a turn is not held against it."""
    RASA.error("before")
    with failures.collected() as found:
        pass
    RASA.error("after")

    assert found == []


def test_turns_at_once_hear_only_their_own() -> None:
    """A failing turn does not fail the one beside it, and an action started by a turn belongs to it."""

    async def turn(fails: bool) -> int:
        with failures.collected() as found:
            await asyncio.sleep(0)
            if fails:
                await asyncio.create_task(log())
            await asyncio.sleep(0)
            return len(found)

    async def log() -> None:
        RASA.error("something")

    async def at_once() -> list[int]:
        return await asyncio.gather(turn(True), turn(False))

    assert asyncio.run(at_once()) == [1, 0]


def test_a_failure_names_a_place_and_no_words() -> None:
    """What the patient said never gets into a failure, even where Rasa put it into its log line."""
    with failures.collected() as found:
        RASA.error("could not parse: my number is 610-555-0134")

    assert [each.split(":")[0] for each in found] == ["rasa.core.somewhere"]
    assert "610" not in found[0]
