"""What the console and the shell change the assistant with, put together once over a running front desk."""

from __future__ import annotations

from dataclasses import dataclass

from bot.editing.editor import Editor
from bot.editing.library import Library
from bot.judging.strength import Strength
from bot.judging.suggestions import Suggestions
from bot.publishing.lane import Publishing
from bot.settings import Settings
from bot.store.publications import Publications
from bot.store.releases import Releases
from bot.turn import FrontDesk


@dataclass(frozen=True)
class BackOffice:
    """The parts, by name."""

    library: Library
    editor: Editor
    publishing: Publishing
    suggestions: Suggestions
    strength: Strength

    @classmethod
    def over(cls, settings: Settings, library: Library, desk: FrontDesk) -> BackOffice:
        """The parts; what the editor saves, this very desk answers with at once, and every other within two seconds."""
        releases = Releases(desk.store.engine, settings.secret_for("releases"))
        publications = Publications(desk.store.engine, releases)
        suggestions = Suggestions(settings, library, releases, desk)
        return cls(
            library,
            Editor(library, lambda: desk.use(library.content()), lambda text: desk.emergency(text, "web") is not None),
            Publishing(settings, library, releases, publications),
            suggestions,
            Strength(settings, library, releases, suggestions),
        )
