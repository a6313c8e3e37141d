"""The parts behind the console, over one front desk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.backoffice import BackOffice
from bot.safety import Safety
from bot.settings import Settings
from bot.store import open_store
from bot.turn import FrontDesk
from tests.content_office import LABEL, library_of
from tests.turns import KEYS


def test_what_is_saved_is_answered_at_once(data: Path, tmp_path: Path, flags: Safety) -> None:
    """The desk of the very process that saves has the new words when saving returns."""
    store = open_store(f"sqlite:///{tmp_path}/bot.db")
    library = library_of(data, store)
    desk = FrontDesk(library.content(), flags, store, Any, *KEYS)  # type: ignore[arg-type]
    editor = BackOffice.over(Settings(root=tmp_path, secret_key="k" * 40), library, desk).editor
    editor.save(replace(editor.faq(LABEL), title="Said here"), "ann")
    store.close()

    assert desk.content.topics[LABEL].title == "Said here"
