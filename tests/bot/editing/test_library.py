"""Store and files stay in step, whoever changed which."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from bot.content import ContentError
from bot.editing.edited_files import FILES
from bot.editing.library import Library
from bot.store import Overtaken, Store
from bot.store.revisions import Change, Revisions
from tests.content_office import FILE, LABEL, library_of
from tests.small_content import FACTS, edit, line_of, write

EARLIER, LATER = "Stretching may take 20 minutes. See", "Stretching may take 30 minutes. See"
UNREADABLE_HOURS = """facts:
  - id: clinic-hours
    says: Somebody answers at all times.
    source: clinic
    hours: {timezone: Nowhere/At_All}
"""


@pytest.fixture
def library(data: Path, store: Store) -> Library:
    return library_of(data, store)


def text_of(data: Path) -> str:
    return (data.parent / FILE).read_text()


def save(library: Library, old: str = EARLIER, new: str = LATER, author: str = "ann") -> None:
    text = library.texts()[FILE]
    assert old in text
    library.save([Change(FILE, text.replace(old, new), library.numbers()[FILE])], author)


def elsewhere(data: Path, store: Store, tmp_path: Path) -> Library:
    """The library of another machine over the same store, whose disk is as the first one's was."""
    import shutil

    return Library(Path(shutil.copytree(data, tmp_path / "elsewhere" / "data")), library_of(data, store)._revisions)


def test_the_first_start_takes_every_file(data: Path, library: Library) -> None:
    """An empty store takes the files as they are, and the content is theirs."""
    assert library.texts()[FILE] == text_of(data)
    assert LABEL in library.content().topics
    assert library.history(FILE)[0].author == FILES
    assert library.reconcile().taken == ()


def test_saving_writes_store_and_file(data: Path, library: Library) -> None:
    """After saving, file and store say the same, and the content does."""
    save(library)

    assert LATER in text_of(data)
    assert library.texts()[FILE] == text_of(data)
    assert any(LATER in response.text for response in library.content().topics[LABEL].responses)


def test_what_was_edited_on_the_disk_meanwhile_stays_in_the_history(data: Path, library: Library) -> None:
    """A save over a file that somebody edited since the start stands, and the edit can be had back."""
    edit(data, FILE, EARLIER, EARLIER.replace("may take", "will take"))
    save(library)

    newest, edited, *_ = library.history(FILE)
    assert (newest.text == text_of(data), LATER in text_of(data)) == (True, True)
    assert ("will take" in (edited.text or ""), edited.note) == (True, "the file's text, not kept")
    assert library.reconcile().taken == ()


def test_an_overtaken_save_writes_nothing(data: Path, library: Library) -> None:
    """Who was too late changes neither the store nor the file."""
    number = library.numbers()[FILE]
    save(library)
    before = text_of(data)

    with pytest.raises(Overtaken):
        library.save([Change(FILE, "ben's", number)], "ben")
    assert text_of(data) == before


def test_a_file_edited_on_the_disk_becomes_a_revision(data: Path, library: Library) -> None:
    """Who edits a file in an editor is heard at the next start, and a removed file is gone."""
    edit(data, FILE, EARLIER, LATER)
    found = library.reconcile()

    assert found.taken == (FILE,)
    assert LATER in library.texts()[FILE]
    (data.parent / FILE).unlink()
    assert library.reconcile().taken == (FILE,)
    assert FILE not in library.texts()


def test_an_older_file_gives_way(data: Path, store: Store, tmp_path: Path) -> None:
    """A machine that was off while another saved has the newest texts after its start."""
    other = elsewhere(data, store, tmp_path)
    save(other)
    here = Library(data, other._revisions)
    found = here.reconcile()

    assert found.given_way == (FILE,)
    assert LATER in text_of(data)


def test_where_both_changed_both_are_shown(data: Path, store: Store, tmp_path: Path) -> None:
    """Neither text is lost: the store's is served, the file stays, and somebody decides."""
    other = elsewhere(data, store, tmp_path)
    other.reconcile()
    save(other, author="ann")
    edit(data, FILE, EARLIER, "Stretching may take 25 minutes. See")
    here = Library(data, other._revisions)
    conflict = here.reconcile().conflicts[0]

    assert (conflict.file, conflict.author) == (FILE, "ann")
    assert "25" in (conflict.file_text or "")
    assert LATER in (conflict.store_text or "")
    assert here.compared().conflicts == [conflict]
    assert LATER in here.texts()[FILE]


@pytest.mark.parametrize("keep", ["file", "store"])
def test_a_conflict_is_settled_either_way(data: Path, store: Store, tmp_path: Path, keep: str) -> None:
    """The chosen text is in store and file, and the other stays in the history."""
    other = elsewhere(data, store, tmp_path)
    other.reconcile()
    save(other)
    edit(data, FILE, EARLIER, EARLIER.replace("may take", "will take"))
    here = Library(data, other._revisions)
    here.resolve(FILE, keep, "owner")

    kept = "will take" if keep == "file" else "30 minutes"
    assert kept in text_of(data)
    assert here.texts()[FILE] == text_of(data)
    assert here.compared().conflicts == []
    assert {"will take" in (each.text or "") for each in here.history(FILE)} == {True, False}


class Watched(Revisions):
    """Remembers what was live after each time that something was kept."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.live: list[str | None] = []

    def add(self, changes: Iterable[Change], author: str, note: str = "", place: str = "") -> None:
        super().add(changes, author, note, place)
        self.live.append(self.newest()[FILE].text)


def test_a_text_that_is_not_kept_is_never_live(data: Path, store: Store, tmp_path: Path) -> None:
    """Choosing the console's text keeps the file's in the history, broken as it may be, and no edge ever answers from it."""
    other = elsewhere(data, store, tmp_path)
    other.reconcile()
    save(other)
    edit(data, FILE, "nlu:", "nlu: [")
    watched = Watched(store.engine)
    here = Library(data, watched)
    here.resolve(FILE, "store", "olive")
    kept, not_kept = here.history(FILE)[:2]

    assert watched.live == [other.texts()[FILE]]
    assert "nlu: [" in (not_kept.text or "")
    assert (not_kept.note, kept.note) == ("the file's text, not kept", "kept the console's text")


@pytest.mark.parametrize("needed", ["data/smalltalk/thanks.yml", "data/facts/vocabulary.yml"])
def test_a_needed_file_is_not_taken_away(data: Path, library: Library, needed: str) -> None:
    """Where the last file of a folder was removed from the disk, the folder is named, and the store keeps it."""
    for path in (data.parent / needed).parent.iterdir():
        path.unlink()

    with pytest.raises(ContentError, match=str(Path(needed).parent)):
        library.reconcile()
    assert needed in library.texts()


def test_taking_a_needed_file_s_removal_is_refused(data: Path, store: Store, tmp_path: Path) -> None:
    """In a conflict, too, a file that is needed can't be taken away by choosing its absence."""
    needed = "data/smalltalk/thanks.yml"
    other = elsewhere(data, store, tmp_path)
    other.reconcile()
    other.save([Change(needed, other.texts()[needed] + "# seen\n", other.numbers()[needed])], "ann")
    (data.parent / needed).unlink()
    here = Library(data, other._revisions)

    with pytest.raises(ContentError, match="data/smalltalk"):
        here.resolve(needed, "file", "olive")
    assert needed in here.texts()


def test_a_broken_file_is_refused_by_name_and_nothing_is_taken(data: Path, library: Library) -> None:
    """A file that isn't YAML stops the start with its name and line; the store is as it was."""
    version = library.version()
    edit(data, FILE, "nlu:", "nlu: [")

    with pytest.raises(ContentError, match=r"stretching\.yml"):
        library.reconcile()
    assert library.version() == version


def test_an_edited_file_that_must_not_be_served_is_not_taken(data: Path, library: Library) -> None:
    """What `check` refuses stops the start with file and line, though it can be read; the store is as it was."""
    version = library.version()
    edit(data, FACTS, "facts:\n", UNREADABLE_HOURS)

    with pytest.raises(ContentError, match=rf"{FACTS}, line {line_of(data, FACTS, 'clinic-hours')}: the hours"):
        library.reconcile()
    assert library.version() == version


def test_a_first_start_takes_nothing_that_must_not_be_served(data: Path, store: Store) -> None:
    """Files that `check` refuses don't fill an empty store either."""
    edit(data, FACTS, "facts:\n", UNREADABLE_HOURS)

    with pytest.raises(ContentError, match="the hours"):
        library_of(data, store)
    assert Library(data, Revisions(store.engine)).version() == 0


@pytest.mark.parametrize("wrong", [("facts:\n", UNREADABLE_HOURS), ("facts:\n", "facts: [\n")])
def test_what_was_wrong_already_stops_no_other_file(data: Path, store: Store, wrong: tuple[str, str]) -> None:
    """Where the store holds what would be refused today, another file is taken all the same, and so is what mends it."""
    library, texts = library_of(data, store), (data.parent / FACTS).read_text()
    library.save([Change(FACTS, texts.replace(*wrong), 1)], FILES)
    if wrong[1] == UNREADABLE_HOURS:
        edit(data, FILE, EARLIER, LATER)
        assert library.reconcile().taken == (FILE,)
    write(data, FACTS, texts + "# mended\n")

    assert library.reconcile().taken == (FACTS,)
    assert "stretch-time" in library.content().facts


def test_a_file_waits_where_it_only_fits_what_is_yet_to_be_decided(data: Path, store: Store, tmp_path: Path) -> None:
    """An edited fact that the console's version of an answer contradicts is not taken, and the start goes on: an owner can still
    choose, and the fact is taken with the choice.
    """
    other = elsewhere(data, store, tmp_path)
    other.reconcile()
    save(other)
    edit(data, FILE, EARLIER, "Stretching will take 20 minutes. See")
    edit(data, FACTS, "20–30 minutes", "20 minutes")
    here = Library(data, other._revisions)
    found = here.reconcile()
    here.resolve(FILE, "file", "olive")

    assert ([each.file for each in found.conflicts], found.taken) == ([FILE], ())
    assert found.waiting.startswith(f"{FILE}, line ")
    assert "Stretching will take 20 minutes" in here.texts()[FILE]
    assert "20–30" not in here.texts()[FACTS]
    assert (here.compared().edited, here.compared().conflicts) == ({}, [])


def test_taking_a_file_s_text_that_must_not_be_served_is_refused(data: Path, store: Store, tmp_path: Path) -> None:
    """In a conflict an owner can't choose what `check` refuses."""
    other = elsewhere(data, store, tmp_path)
    other.reconcile()
    save(other)
    edit(data, FILE, EARLIER, EARLIER.replace("20", "99"))
    here = Library(data, other._revisions)

    with pytest.raises(ContentError, match="99"):
        here.resolve(FILE, "file", "olive")
    assert LATER in here.texts()[FILE]


def test_killed_between_file_and_revision_nothing_is_lost(data: Path, library: Library) -> None:
    """The file was written and the revision was not: the next start takes the file."""
    edit(data, FILE, EARLIER, LATER)
    restarted = Library(data, library._revisions)
    restarted.reconcile()

    assert LATER in restarted.texts()[FILE]
    assert restarted.compared().conflicts == []


def test_a_store_that_was_lost_is_filled_from_the_files(data: Path, library: Library, tmp_path: Path) -> None:
    """With an empty database the files, which hold what was saved last, are the content."""
    from bot.store import open_store

    save(library)
    empty = open_store(f"sqlite:///{tmp_path}/empty.db")

    assert LATER in library_of(data, empty).texts()[FILE]
    empty.close()
