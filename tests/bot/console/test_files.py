"""A file edited on the disk and in the console: shown side by side in plain words, and an owner chooses."""

from __future__ import annotations

import pytest

from bot.store.revisions import Change
from tests.console import Staff


@pytest.fixture
def both_changed(owner: Staff) -> Staff:
    """A console on another machine renames an FAQ while somebody edits its file on this one."""
    file = owner.parts.settings.data / "faq" / "stretching.yml"
    text = file.read_text()
    elsewhere = Change("data/faq/stretching.yml", text.replace("title: Stretching", "title: Bending"), 1)
    owner.parts.revisions.add([elsewhere], "Olive")
    file.write_text(text.replace("title: Stretching", "title: Limbering up"))
    owner.parts.library.reconcile()
    return owner


@pytest.mark.parametrize(("keep", "title"), [("store", "Bending"), ("file", "Limbering up")])
def test_a_conflict_is_shown_and_settled(both_changed: Staff, keep: str, title: str) -> None:
    """Both titles stand there; after choosing, the chosen one is live and the page is empty."""
    page = both_changed.get("/staff/files").text
    seen = both_changed.post("/staff/files", {"file": "data/faq/stretching.yml", "keep": keep})

    assert ("Bending" in page, "Limbering up" in page, "intent" in page) == (True, True, False)
    assert (seen.status_code, both_changed.parts.editor.faq("faq/stretching").title) == (303, title)
    assert "say the same" in both_changed.get("/staff/files").text


def test_only_conflicts_are_settled(owner: Staff) -> None:
    """A file that is in no conflict, or none of ours, is refused."""
    found = [
        owner.post("/staff/files", {"file": file, "keep": "file"}).status_code
        for file in ("data/faq/stretching.yml", "/etc/passwd")
    ]

    assert found == [404, 404]


def test_a_file_that_waits_is_named(both_changed: Staff) -> None:
    """What was changed in files only stands below, by its name, and is taken once the last conflict is settled."""
    library = both_changed.parts.library
    fact = next(file for file in library.texts() if file.startswith("data/facts/") and "vocabulary" not in file)
    path = both_changed.parts.settings.data.parent / fact
    path.write_text(path.read_text() + "# seen\n")
    before = both_changed.get("/staff/files").text
    both_changed.post("/staff/files", {"file": "data/faq/stretching.yml", "keep": "store"})

    assert "taken once this is settled" in before
    assert path.stem.replace("_", " ").capitalize() in before
    assert "say the same" in both_changed.get("/staff/files").text
