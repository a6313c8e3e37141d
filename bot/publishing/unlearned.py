"""Was something edited that nothing has learned yet which could answer patients?"""

from __future__ import annotations

from pathlib import Path

from bot.content import Content, ContentError
from bot.editing.library import Library, load
from bot.publishing.lane import changes
from bot.run import training
from bot.settings import Settings
from bot.store import StoreDown
from bot.store.engine import connect, is_there
from bot.store.releases import Releases
from bot.store.revisions import Revisions


def unlearned(settings: Settings, model: Path, known: Content) -> bool:
    """Whether ways of asking, or what Rasa is told to do, are newer than the model and not in the release that answers either.

    Wording is live without being learned: a switch in the console makes files newer, and nothing has to be taught.

    Args:
        settings: of the program.
        model: on the disk.
        known: the content on the disk.
    """
    if not training.out_of_date(settings, model):
        return False
    return training.rewired(settings, model) or _asked_anew(settings, known)


def _asked_anew(settings: Settings, known: Content) -> bool:
    engine = connect(settings.database_url)
    try:
        if not is_there(engine):
            return True
        library = Library(settings.data, Revisions(engine))
        current = Releases(engine, settings.secret_for("releases")).current()
        version = current.content_version if current else library.first_version()
        return bool(changes(load(library.texts(version)), known))
    except (StoreDown, ContentError):  # which the start itself says; here the files' times must do
        return True
    finally:
        engine.dispose()
