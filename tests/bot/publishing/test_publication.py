"""A publishing in its own process: it trains, judges and goes live, or says why not."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.content.draft import FaqDraft
from bot.judging.gate import unpacked
from bot.publishing import publication
from bot.publishing.lane import CannotPublish
from bot.publishing.publication import Parts
from bot.settings import ROOT, Settings
from bot.store import open_store
from bot.store.revisions import Change
from bot.store.tables import releases
from bot.store.transactions import writing
from bot.understanding import encoder
from tests.office import Office, published_once

PHRASES = tuple(
    f"is there a {each} i can use"
    for each in "lift|ramp|wheelchair|step free way|handrail|elevator|stair lift|flat entrance".split("|")
)
FAQ = FaqDraft(title="Step-free access", web="Please ask the clinic at {clinic_phone}.", facts=("clinic-phone",), phrases=PHRASES)
ASKED = "is there a ramp for me"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with published_once(tmp_path_factory) as made:
        yield made


def understood(office: Office) -> str:
    """What the current release makes of a question about the new topic."""
    current = office.parts.releases.current()
    assert current is not None
    model = unpacked(office.parts.releases.archive(current.id), encoder.load(ROOT / "models" / "encoder"))
    return model.verdict(ASKED)[0].label


def test_a_new_question_is_published_and_undone(office: Office) -> None:
    """A new question is understood once published, not before; undone, it is gone again within one choice."""
    first = office.publishing.current()
    saved = office.editor.save(FAQ, "ann")
    listed = office.publishing.difference()
    state = office.publish()

    assert [(each.label, each.kind, len(each.added)) for each in listed] == [(saved.label, "new", 8)]
    assert (state, understood(office)) == ("live", saved.label)
    assert office.publishing.difference() == []
    assert first is not None
    office.publishing.undo(first.id, "owner")
    assert understood(office) != saved.label
    assert [(each.label, each.kind) for each in office.publishing.difference()] == [(saved.label, "new")]
    with pytest.raises(CannotPublish):
        office.publishing.undo(9999, "owner")


def test_without_test_questions_nothing_is_published(office: Office) -> None:
    """An installation that lost its tests says so, instead of passing whatever comes."""
    tests, before = office.settings.root / "tests", office.publishing.current()
    tests.rename(tests.with_name("elsewhere"))
    state = office.publish()
    tests.with_name("elsewhere").rename(tests)

    assert state == "failed"
    assert office.latest().why == "untested"
    assert office.publishing.current() == before


def test_content_that_has_to_be_mended_is_named_by_its_title(office: Office) -> None:
    """A topic that may not be learned as it is is kept by its title, which is what people know it by."""
    version, texts = office.parts.library.version(), office.parts.library.texts(office.parts.library.version())
    name = "data/faq/location.yml"
    first = next(line for line in texts[name].splitlines() if line.startswith("      - "))
    library = office.parts.library
    # As an earlier version left it, which took such a file from the disk.
    bad = texts[name].replace(first, "      - [where](place) are you", 1)
    library.save([Change(name, bad, library.numbers()[name])], "files")
    title = library.content().topics["faq/location"].title
    state, failed = office.publish(), office.latest()
    library.save([Change(name, texts[name], library.numbers()[name])], "files")

    assert office.parts.library.version() > version
    assert state == "failed"
    assert (failed.why, failed.about) == ("content", title)


def test_a_damaged_release_is_said_to_be_one(office: Office) -> None:
    """What answers can't be compared with where its bytes were changed, and that is kept as what it is."""
    before = office.publishing.current()
    assert before is not None
    with writing(office.store.engine) as connection:
        row = connection.execute(select(releases).where(releases.c.id == before.id)).first()
        connection.execute(update(releases).where(releases.c.id == before.id).values(archive=b"changed"))
    state, failed = office.publish(), office.latest()
    with writing(office.store.engine) as connection:
        connection.execute(update(releases).where(releases.c.id == before.id).values(archive=row.archive))

    assert state == "failed"
    assert failed.why == "damaged"


def test_what_becomes_worse_blocks_until_an_owner_accepts_it(office: Office) -> None:
    """A topic that loses its phrasings is blocked with its questions; accepted, it is live and says by whom."""
    tests = office.settings.root / "tests" / "data"
    tests.mkdir(parents=True, exist_ok=True)
    (tests / "location.yml").write_text((ROOT / "tests/data/faq/location.yml").read_text())
    held = [example.text for example in office.editor.content.topics["faq/location"].examples]
    moved = [*[f"zebra {number} crossing" for number in range(8)]]
    office.editor.save(replace(office.editor.faq("faq/location"), phrases=tuple(moved)), "ann")
    before = office.publishing.current()
    state = office.publish()
    blocked = office.publishing.latest()

    assert held
    assert state == "blocked"
    assert blocked is not None
    assert blocked.report.worse
    assert not blocked.report.emergencies
    assert office.publishing.current() == before
    office.publishing.accept(blocked.id, "owner")
    accepted = office.publishing.latest()
    assert accepted is not None
    assert (accepted.state, accepted.report.accepted_by) == ("live", "owner")
    with pytest.raises(CannotPublish):
        office.publishing.accept(blocked.id, "owner")


def test_a_training_that_fails_says_so(office: Office) -> None:
    """Rasa gives up: nothing changes, and it is kept that the training came to no end."""
    config = office.settings.root / "config.yml"
    sound, before = config.read_text(), office.publishing.current()
    config.write_text("pipeline: [{name: no.such.Component}]\n")
    state = office.publish()
    config.write_text(sound)
    failed = office.publishing.latest()

    assert state == "failed"
    assert failed is not None
    assert failed.why == "training"
    assert office.publishing.current() == before


def test_a_full_disk_is_said_to_be_one(office: Office) -> None:
    """Where not even the log can be written for want of room, it is kept that the disk is full."""
    before, begun = office.publishing.current(), office.publishing.begin("ann")
    full = os.open("/dev/full", os.O_WRONLY)

    with pytest.raises(OSError, match="No space left"):
        publication.run(office.parts, begun, lambda told: _write(full, told))
    os.close(full)
    assert office.latest().state == "failed"
    assert office.latest().why == "full"
    assert office.publishing.current() == before


def test_a_missing_encoder_is_no_interruption(office: Office) -> None:
    """Without the encoder's files nothing is published, and it isn't kept as something that trying again would mend."""
    models, before = office.settings.models, office.publishing.current()
    (models / "encoder").rename(models / "elsewhere")
    state = office.publish()
    (models / "elsewhere").rename(models / "encoder")

    assert state == "failed"
    assert office.latest().why == "training"
    assert office.publishing.current() == before


def test_a_model_trained_by_hand_takes_the_release_s_place(tmp_path: Path) -> None:
    """What a developer trains after the current release answers after the next start; an older or known model changes nothing."""
    settings = Settings(root=tmp_path, secret_key="k" * 40, database_url=f"sqlite:///{tmp_path}/bot.db")
    (tmp_path / "data").mkdir()
    (tmp_path / "models").mkdir()
    store = open_store(settings.database_url)
    parts = Parts.over(settings, store)
    model = tmp_path / "models" / "assistant.tar.gz"
    model.write_bytes(b"shipped")
    publication.adopt_newer(parts)
    untouched = parts.releases.current()
    first = parts.releases.add(b"published", "ann", 1, {}, choose=True)
    os.utime(model, (1, 1))
    publication.adopt_newer(parts)
    older = parts.releases.current()
    model.write_bytes(b"trained by hand")
    os.utime(model, (time.time() + 5, time.time() + 5))
    publication.adopt_newer(parts)
    publication.adopt_newer(parts)
    newer = parts.releases.all()
    store.close()

    assert untouched is None
    assert older is not None
    assert older.id == first
    assert [release.author for release in newer] == ["files", "ann"]


@pytest.mark.long
def test_memory_stays_flat_over_fifty(office: Office) -> None:
    """Publishing again and again leaves no memory behind in the process that follows it, beyond the first one's."""
    office.publish()
    before = _resident()
    for _ in range(50):
        office.publish()

    assert _resident() - before < 100_000_000


def _resident() -> int:
    """Bytes of memory of this process."""
    return int(Path(f"/proc/{os.getpid()}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _write(file: int, told: str) -> None:
    os.write(file, told.encode())
