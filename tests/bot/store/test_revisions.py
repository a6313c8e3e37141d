"""Every revision of every file, and two who change the same one."""

from __future__ import annotations

import pytest

from bot.store import Overtaken, Store
from bot.store.revisions import Change, Revisions, digest

FILE, OTHER = "data/faq/location.yml", "data/faq/booking.yml"


@pytest.fixture
def revisions(store: Store) -> Revisions:
    return Revisions(store.engine)


def test_every_revision_is_kept_with_its_author(revisions: Revisions) -> None:
    """Each change is kept with who, when and what, the newest first, and the version goes up."""
    revisions.add([Change(FILE, "one", 0)], "ann")
    before = revisions.version()
    revisions.add([Change(FILE, "two", 1)], "ben", "a note")

    kept = revisions.history(FILE)
    assert [(each.number, each.text, each.author, each.note) for each in kept] == [
        (2, "two", "ben", "a note"),
        (1, "one", "ann", ""),
    ]
    assert kept[0].created_at.tzinfo is not None
    assert revisions.version() > before


def test_the_second_of_two_editors_changes_nothing(revisions: Revisions) -> None:
    """A change thought out on an older revision is refused whole, with every other file of the same change."""
    revisions.add([Change(FILE, "one", 0)], "ann")
    revisions.add([Change(FILE, "ann's", 1)], "ann")

    with pytest.raises(Overtaken):
        revisions.add([Change(OTHER, "new", 0), Change(FILE, "ben's", 1)], "ben")
    assert {file: each.text for file, each in revisions.newest().items()} == {FILE: "ann's"}


def test_the_content_can_be_read_as_it_stood(revisions: Revisions) -> None:
    """At an older version every file is what it was then, a removed one too."""
    revisions.add([Change(FILE, "one", 0), Change(OTHER, "other", 0)], "ann")
    version = revisions.version()
    revisions.add([Change(FILE, None, 1)], "ann")

    assert {file: each.text for file, each in revisions.newest(version).items()} == {FILE: "one", OTHER: "other"}
    assert revisions.newest()[FILE].text is None


def test_one_change_may_have_a_note_of_its_own(revisions: Revisions) -> None:
    """Two changes of one file are kept at once, each under what is said of it."""
    revisions.add([Change(FILE, "one", 0, "its own"), Change(FILE, "two", 1)], "ann", "of all")

    assert [(each.text, each.note) for each in revisions.history(FILE)] == [("two", "of all"), ("one", "its own")]


def test_what_a_disk_holds_is_remembered(revisions: Revisions) -> None:
    """Each disk has its own memory of what was written to it last."""
    revisions.add([Change(FILE, "one", 0)], "ann", place="here")
    revisions.remember("here", {OTHER: "d"})

    assert revisions.written("here") == {FILE: digest("one"), OTHER: "d"}
    assert revisions.written("there") == {}


def test_the_first_version_is_that_of_the_files(revisions: Revisions) -> None:
    """What the files brought is told from what people changed afterwards."""
    revisions.add([Change(FILE, "one", 0), Change(OTHER, "two", 0)], "files")
    first = revisions.version()
    revisions.add([Change(FILE, "ann's", 1)], "ann")
    revisions.add([Change(OTHER, "edited", 1)], "files")

    assert revisions.first_version("files") == first
