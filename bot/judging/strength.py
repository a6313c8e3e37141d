"""How well the version that answers now understands each topic's test questions."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping

from bot.content import ContentError
from bot.editing.library import Library
from bot.judging import gate, gate_questions
from bot.judging.suggestions import NOT_READY, Suggestions
from bot.settings import Settings
from bot.store import StoreDown
from bot.store.releases import Releases

log = logging.getLogger(__name__)


class Strength:
    """Figures by topic. A version that was published brings its own; one that a developer trained is asked in the background."""

    def __init__(self, settings: Settings, library: Library, releases: Releases, suggestions: Suggestions) -> None:
        self._settings, self._library, self._releases, self._suggestions = settings, library, releases, suggestions
        self._asked: int | None = None
        self._found: Mapping[str, float] = {}
        self._lock = threading.Lock()

    def known(self) -> dict[str, float]:
        """For each topic's label the share of its test questions that are understood, 0 to 1.

        Empty for the seconds it takes to ask them all, once after each start, and where they can't be asked.
        """
        current = self._releases.current()
        if current and current.report.get("strength"):
            return dict(current.report["strength"])
        version = current.id if current else 0
        with self._lock:
            if self._asked != version:
                self._asked, self._found = version, {}
                threading.Thread(target=self._ask, args=(version,), daemon=True).start()
            return dict(self._found)

    def _ask(self, version: int) -> None:
        try:
            asked = gate_questions.questions(self._settings.root / "tests", self._library.content())
            found = gate.strength(asked, self._suggestions.state().model) if asked else {}
        except (*NOT_READY, ContentError, StoreDown) as error:
            log.warning("how strong each topic is could not be found out: %s", type(error).__name__)
            with self._lock:
                if self._asked == version:
                    self._asked = None  # so that the next who looks has it tried again
            return
        with self._lock:
            if self._asked == version:
                self._found = found
