"""The measurements: each takes both sides in turn, so that whatever else the machine does falls on both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import cycle, islice

from bot.understanding.encoder import Encoder
from tests.benchmarks.program import Failed, Program
from tests.benchmarks.side import NoAnswer, Side

START_SECONDS = 180.0
REST_SECONDS = 2.0
CONVERSATIONS = 50
MESSAGES_EACH = 10
STEADY_A_SECOND = 10
AHEAD = 10  # patients who have opened their chat and wait for their moment
ENCODER = "encoder"
LATE = range(196, 206)  # the turns around the 200th
Samples = dict[str, list[float]]


def wait_for_answer(side: Side, server: Program, question: str) -> None:
    """Ask until the first real answer.

    Raises:
        Failed: the server ended, or there was none in three minutes.
    """
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        server.check()
        try:
            with side.client() as client:
                side.conversation(client).ask(question)
            return
        except NoAnswer:
            time.sleep(0.1)
    raise Failed(f"{side.name} gave no answer in {START_SECONDS:.0f} seconds:\n{server.last_words()}")


def start(side: Side, running: ExitStack, question: str) -> tuple[float, dict[str, float]]:
    """Seconds from the command to the first answer, and each role's megabytes at rest; the server stays up with `running`."""
    began = time.monotonic()
    server = running.enter_context(side.serve())
    wait_for_answer(side, server, question)
    seconds = time.monotonic() - began
    time.sleep(REST_SECONDS)
    return seconds, server.memory(side.roles)


def fresh_turns(sides: Sequence[Side], questions: Sequence[str], encoder: Encoder) -> Samples:
    """Seconds of the first message of a new conversation, and of the encoder alone on it, once for every question."""
    samples: Samples = {ENCODER: [], **{side.name: [] for side in sides}}
    clients = {side.name: side.client() for side in sides}
    for number, question in enumerate(questions):
        for side in _in_turn(sides, number):
            samples[side.name].append(side.conversation(clients[side.name]).ask(question))
        samples[ENCODER] += forward_passes(encoder, [question])
    for client in clients.values():
        client.close()
    return samples


def forward_passes(encoder: Encoder, texts: Sequence[str]) -> list[float]:
    """Seconds of an encoder on each text by itself."""
    taken = []
    for text in texts:
        began = time.perf_counter()
        encoder.encode([text])
        taken.append(time.perf_counter() - began)
    return taken


def late_turns(sides: Sequence[Side], questions: Sequence[str]) -> Samples:
    """Seconds of the turns around the 200th of one conversation."""
    samples: Samples = {side.name: [] for side in sides}
    clients = {side.name: side.client() for side in sides}
    talks = {side.name: side.conversation(clients[side.name]) for side in sides}
    for number, question in enumerate(islice(cycle(questions), LATE.stop - 1), 1):
        for side in _in_turn(sides, number):
            seconds = talks[side.name].ask(question)
            if number in LATE:
                samples[side.name].append(seconds)
    for client in clients.values():
        client.close()
    return samples


def throughput(side: Side, questions: Sequence[str], seconds: float) -> tuple[float, list[float]]:
    """Messages answered in a second while fifty patients talk at once, each leaving after ten messages for another.

    The second figure is what each of them waited, in seconds; a message that gets no answer ends the run.
    """
    began = time.monotonic()

    def talk(patient: int) -> list[float]:
        waited = []
        own = cycle(questions[patient::CONVERSATIONS])
        with side.client() as client:
            while time.monotonic() - began < seconds:
                conversation = side.conversation(client)
                for question in islice(own, MESSAGES_EACH):
                    took = conversation.ask(question)
                    if time.monotonic() - began < seconds:
                        waited.append(took)
        return waited

    with ThreadPoolExecutor(CONVERSATIONS) as patients:
        waited = [each for own in patients.map(talk, range(CONVERSATIONS)) for each in own]
    return len(waited) / seconds, waited


def steady(side: Side, questions: Sequence[str], seconds: float) -> list[float]:
    """Seconds that each of ten messages a second waits for its answer, each of another patient.

    They come by the clock, whether or not those before are answered, and wait from the moment they were due.
    """
    began = time.monotonic() + REST_SECONDS

    def come(number: int, question: str) -> float:
        with side.client() as client:
            conversation = side.conversation(client)
            due = began + number / STEADY_A_SECOND
            time.sleep(max(0.0, due - time.monotonic()))
            conversation.ask(question)
        return time.monotonic() - due

    expected = int(seconds * STEADY_A_SECOND)
    with ThreadPoolExecutor(AHEAD) as patients:
        return list(patients.map(come, range(expected), islice(cycle(questions), expected)))


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that `percent` of a hundred don't exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def _in_turn(sides: Sequence[Side], number: int) -> Sequence[Side]:
    return sides if number % 2 else sides[::-1]
