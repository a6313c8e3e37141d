"""Mixed traffic at half of what a running assistant can carry, and what that does to its processes."""

from __future__ import annotations

import random
import re
import statistics
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import httpx

from tests.conftest import Assistant, Chat
from tests.console import PASSWORD, TOKEN
from tests.phone import form, message_of, signed
from tests.processes import child

ROLES = ("edge", "brain", "hands")
QUESTIONS = (
    "how long do the needles stay in",
    "is it safe at 30 weeks",
    "where are you and how much is it",
    "what is the capital of France",
    "thank you",
    "I have chest pain",
    "my lower back hurts, does it help",
    "a person, please",
)
LINES = ("call me back", "jen, 484 555 0123, tmrw after 5", "skip", "yes", "yes")
PAGES = ("/staff", "/staff/questions", "/staff/faqs", "/staff/callbacks", "/staff/texts", "/staff/log")
INVITE = re.compile(r"/staff/login\?invite=([\w.-]+)")
CALIBRATION_SECONDS = 15.0
PATIENTS = 4
SECONDS_BETWEEN_PAGES = 5.0
SAMPLES = 1000


@dataclass
class Sample:
    """The processes at one moment: kilobytes and open handles by role."""

    at: float
    memory: dict[str, int]
    handles: dict[str, int]


@dataclass
class Log:
    """What happened: (moment, seconds) of every patient's message, the samples, and whatever went wrong."""

    messages: list[tuple[float, float]] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    pages: int = 0
    errors: list[str] = field(default_factory=list)


class Soak:
    """Drives one assistant; `run` may be called again and goes on with the same processes."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.processes = {role: child(assistant.process.pid, role) for role in ROLES}
        self._sms_url = f"http://localhost:{assistant.port}/sms/twilio"
        self._staff = self._signed_in()
        self._regular = assistant.chat().open()

    def run(self, seconds: float, pause: float = 0.0) -> Log:
        """So many seconds of traffic; each patient waits `pause` seconds from message to message, or not at all."""
        log, until = Log(), time.monotonic() + seconds
        senders = [self._regular_patient(), *(self._patients() for _ in range(PATIENTS - 2)), self._phones()]
        others = [(self._read_pages, SECONDS_BETWEEN_PAGES), (self._sample(log), max(0.5, seconds / SAMPLES))]
        with ThreadPoolExecutor(len(senders) + len(others)) as pool:
            running = [pool.submit(self._send, sends, log, until, pause) for sends in senders]
            running += [pool.submit(self._repeat, act, every, log, until) for act, every in others]
            for each in running:
                each.result()
        return log

    def _send(self, sends: Iterator[Callable[[], None]], log: Log, until: float, pause: float) -> None:
        due = time.monotonic()
        for send in sends:
            began = time.monotonic()
            if began > until:
                return
            self._noting(send, log)
            log.messages.append((began, time.monotonic() - began))
            due = max(due + pause, began)
            time.sleep(max(0.0, due - time.monotonic()))

    def _repeat(self, act: Callable[[], int], every: float, log: Log, until: float) -> None:
        while time.monotonic() < until:
            log.pages += self._noting(act, log) or 0
            time.sleep(every)

    def _noting(self, act: Callable[[], int | None], log: Log) -> int | None:
        try:
            return act()
        except (httpx.HTTPError, AssertionError) as error:
            log.errors.append(f"{type(error).__name__}: {str(error)[:200]}")
            return None

    def _regular_patient(self) -> Iterator[Callable[[], None]]:
        """One conversation that never ends."""
        while True:
            yield partial(answered, self._regular, random.choice(QUESTIONS))

    def _patients(self) -> Iterator[Callable[[], None]]:
        """One patient after the other: questions, now and then a call-back, a look at the history."""
        while True:
            chat = self.assistant.chat().open()
            with closing(chat.client):
                for text in (*random.sample(QUESTIONS, 5), *(LINES if random.random() < 0.2 else ())):
                    yield partial(answered, chat, text)
                chat.client.get("/chat/messages", headers=chat.headers).raise_for_status()

    def _phones(self) -> Iterator[Callable[[], None]]:
        """One phone after the other."""
        with httpx.Client(base_url=self.assistant.url, timeout=30, trust_env=False) as client:
            while True:
                number = f"+1610{random.randrange(200_0000, 999_9999)}"
                for text in random.sample(QUESTIONS, 3):
                    yield partial(self._text, client, number, text)

    def _text(self, client: httpx.Client, number: str, text: str) -> None:
        posted = form(number, text)
        assert message_of(client.post("/sms/twilio", content=urlencode(posted), headers=signed(posted, url=self._sms_url)))

    def _read_pages(self) -> int:
        for page in PAGES:
            assert self._staff.get(page).status_code == 200, page
        return len(PAGES)

    def _sample(self, log: Log) -> Callable[[], int]:
        def sample() -> int:
            found = {role: child(self.assistant.process.pid, role) for role in ROLES}
            assert found == self.processes, "a process was started again"
            memory = {role: resident(pid) for role, pid in self.processes.items()}
            log.samples.append(Sample(time.monotonic(), memory, {role: handles(pid) for role, pid in self.processes.items()}))
            return 0

        return sample

    def _signed_in(self) -> httpx.Client:
        """A browser of the owner, who joins by the link that the assistant printed."""
        client = httpx.Client(base_url=self.assistant.url, timeout=30, trust_env=False, follow_redirects=True)
        invite = INVITE.search((self.assistant.folder / "run.log").read_text())
        assert invite, "no link for an owner was printed"
        token = TOKEN.search(client.get("/staff/login", params={"invite": invite[1]}).text)
        assert token
        given = {"form_token": token[1], "invite": invite[1], "name": "Olive", "password": PASSWORD, "password_again": PASSWORD}
        client.post("/staff/login", data=given).raise_for_status()
        return client


def answered(chat: Chat, text: str) -> None:
    """Ask, and be answered."""
    assert chat.ask(text)


def resident(pid: int | None) -> int:
    """A process's memory in kilobytes."""
    return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1])  # type: ignore[index]


def handles(pid: int | None) -> int:
    """How many files and sockets a process has open."""
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def half_load(soak: Soak) -> float:
    """Seconds between two messages of a patient at which together they are half of what the assistant can carry."""
    log = soak.run(CALIBRATION_SECONDS)
    assert log.errors == [], log.errors[:5]
    return 2 * PATIENTS * CALIBRATION_SECONDS / len(log.messages)


def tenths(log: Log) -> list[dict[str, float]]:
    """Of each tenth of the time: messages, latency in milliseconds, and of each process its memory and handles."""
    first, last = log.samples[0].at, log.samples[-1].at
    length = (last - first) / 10
    found = []
    for number in range(10):
        begin, end = first + number * length, first + (number + 1) * length
        taken = sorted(1000 * seconds for at, seconds in log.messages if begin <= at < end)
        seen = [sample for sample in log.samples if begin <= sample.at < end]
        row: dict[str, float] = {
            "messages": len(taken),
            "p50_ms": statistics.median(taken),
            "p95_ms": taken[int(len(taken) * 0.95)],
        }
        for role in ROLES:
            row[f"{role}_mb"] = statistics.median(sample.memory[role] for sample in seen) / 1024
            row[f"{role}_handles"] = statistics.median(sample.handles[role] for sample in seen)
        found.append({name: round(value, 1) for name, value in row.items()})
    return found
