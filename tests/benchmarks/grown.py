"""Our assistant in a copy of the project that is made to grow: more FAQs, or another database."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from statistics import median

import httpx

from bot.console.cookies import SESSION, Cookies
from bot.settings import Settings
from bot.store import open_store
from bot.store.staff import NameTaken, Staff
from bot.store.staff_sessions import StaffSessions
from tests.benchmarks import measure, side
from tests.benchmarks.ours import UNLIMITED, Ours
from tests.benchmarks.program import Program

PAGES = {"home": "/staff", "inbox": "/staff/questions", "answers": "/staff/questions/answers", "faqs": "/staff/faqs"}
LOOKS = 5
OWNER = "Bench"
WATCH_SECONDS = 0.5


class Grown(Ours):
    """One copy, whose console can be opened because its key is known."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder, self.key = folder, secrets.token_hex(32)
        self.database = folder / "var" / "bench.db"

    @property
    def settings(self) -> Settings:
        """What it runs with."""
        return Settings(root=self.folder, secret_key=self.key, database_url=f"sqlite:///{self.database}")

    @property
    def faqs(self) -> int:
        """How many questions it has."""
        return len(list((self.folder / "data" / "faq").glob("*.yml")))

    def learn(self, tell: Callable[[str], None]) -> dict[str, float]:
        """Train with nothing kept from before: seconds, and the most memory that all its processes took at once."""
        (self.folder / "models" / "vectors.npz").unlink(missing_ok=True)
        self.model.unlink(missing_ok=True)
        with self._program("train") as training:
            most, over = [0.0], threading.Event()
            watch = threading.Thread(target=_watch, args=(training, most, over))
            watch.start()
            try:
                seconds = training.finish(tell)
            finally:
                over.set()
                watch.join()
        return {"training_s": seconds, "training_mb": most[0]}

    def turns(self, questions: list[str], number: int) -> dict[str, float]:
        """The first message of so many new conversations."""
        with self.client() as client:
            waits = [self.conversation(client).ask(question) * 1000 for question in islice(cycle(questions), number)]
        return {f"turn_p{percent}_ms": measure.percentile(waits, percent) for percent in (50, 95)}

    def pages(self) -> dict[str, float]:
        """What the console's pages take, each after a first look that reads what later ones have at hand."""
        found = {}
        with httpx.Client(base_url=self._url, timeout=120, trust_env=False, cookies=self._signed_in()) as browser:
            for name, path in PAGES.items():
                browser.get(path).raise_for_status()
                found[f"{name}_ms"] = median(_look(browser, path) for _ in range(LOOKS)) * 1000
        return found

    @property
    def _url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def _signed_in(self) -> dict[str, str]:
        store = open_store(self.settings.database_url)
        staff = Staff(store.engine)
        try:
            who = staff.join(staff.invite("owner", OWNER), OWNER, "nobody signs in with this")
        except NameTaken:
            who = staff.named(OWNER)
        token = StaffSessions(store.engine).start(who.id if who else 0, OWNER)
        store.close()
        return {SESSION: str(Cookies(self.settings.secret_for("staff cookies"), False)._signer.dumps(token))}

    def _program(self, verb: str) -> Program:
        made = super()._program(verb)
        own = {"DATABASE_URL": self.settings.database_url, "SECRET_KEY": self.key, **UNLIMITED}
        made.environment.update(own)
        return made


def _look(browser: httpx.Client, path: str) -> float:
    began = time.perf_counter()
    response = browser.get(path)
    seconds = time.perf_counter() - began
    response.raise_for_status()
    if not response.url.path.rstrip("/").endswith(path):
        raise side.NoAnswer(f"{path} led to {response.url.path}")
    return seconds


def _watch(training: Program, most: list[float], over: threading.Event) -> None:
    """Keep the most that was taken at any moment looked at."""
    while not over.wait(WATCH_SECONDS):
        most[0] = max(most[0], training.memory({})["all"])
