"""The publish page: what would be learned, who may, and how far it is, with and without scripts."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from starlette.applications import Starlette

from bot.judging.gate_report import Fading, Judged, Report
from bot.store.releases import EARLIER
from tests.console import Staff, signed_in
from tests.content_office import NEW, PHRASES

PUBLISH = "/staff/publish"


@pytest.fixture
def number(owner: Staff) -> int:
    """A publishing that has begun."""
    return owner.parts.publishing.begin("Olive")


def ended(at: Staff, number: int, state: str, report: Report, why: str = "") -> None:
    at.parts.publishing._publications.end(number, state, why, report.as_dict(), b"archive", at.parts.library.version())


def test_new_ways_of_asking_are_listed(editor: Staff) -> None:
    """What was added since the version that answers stands there, and an editor is told who publishes."""
    editor.parts.editor.add_phrases("faq/stretching", ["bend <b>over</b> backwards"], "Edith")

    page = editor.get(PUBLISH).text

    assert ("bend &lt;b&gt;over" in page, "1 new way of asking" in page, "An owner publishes" in page) == (True, True, True)


def test_a_new_answer_is_shown_before_it_is_published(editor: Staff) -> None:
    """Title, both answers and what they rest on stand beside the ways of asking of a new question."""
    editor.parts.editor.save(
        replace(NEW, web="Stretching may take 20 minutes, <b>pets</b> too.", sms="Yes, 20 minutes."), "Edith"
    )

    page = editor.get(PUBLISH).text

    assert ("Bringing a pet" in page, PHRASES[0] in page) == (True, True)
    assert ("&lt;b&gt;pets&lt;/b&gt; too." in page, "Yes, 20 minutes." in page) == (True, True)
    assert "Stretching may take 20–30 minutes" in page


def test_progress_comes_as_events_until_the_end(owner: Staff, number: int) -> None:
    """Each event tells percent and step; the last that it is over; without scripts the page looks again by itself."""
    owner.parts.publishing._publications.beat(number, 55, "learning the topics")
    page = owner.get(f"{PUBLISH}/{number}").text
    ended(owner, number, "failed", Report(), "killed")
    events = owner.get(f"{PUBLISH}/{number}/events")

    told = [json.loads(line.removeprefix("data: ")) for line in events.text.splitlines() if line]

    assert ('value="55"' in page, 'http-equiv="refresh"' in page) == (True, True)
    assert events.headers["content-type"].startswith("text/event-stream")
    assert told[-1]["over"] is True


def test_only_one_publishes_at_a_time(owner: Staff, number: int) -> None:
    """A second press is told so and starts nothing."""
    seen = owner.post(f"{PUBLISH}/start")

    assert (seen.status_code, "under way already" in seen.text) == (409, True)


def test_the_versions_that_can_be_gone_back_to_are_listed(owner: Staff) -> None:
    """Each but the one that answers has its button; one whose archive was let go is not there."""
    releases = owner.parts.publishing._releases
    version = owner.parts.library.version()
    made = [releases.add(b"%d" % each, "Olive", version, {}, choose=True) for each in range(EARLIER + 3)]
    page = owner.get(PUBLISH).text

    offered = [each for each in made if f'name="release" value="{each}"' in page]
    assert offered == [made[0], *made[2:-1]]


def test_what_becomes_worse_is_accepted_by_name(app: Starlette, owner: Staff, number: int) -> None:
    """Held back, each question is listed; an owner's acceptance makes it live and keeps the name."""
    worse = Judged("can i <b>pay</b>", "Price", "Price", "Stretching")
    ended(owner, number, "blocked", Report(worse=(worse,), asked=9, right_before=9, right_after=8))

    editors = signed_in(app, "Edith", "editor").get(f"{PUBLISH}/{number}").text
    page = owner.get(f"{PUBLISH}/{number}").text
    accepted = owner.post(f"{PUBLISH}/{number}/accept")

    assert ("can i &lt;b&gt;pay" in page, "I, Olive, accept these" in page, "accept these" in editors) == (True, True, False)
    assert accepted.status_code == 303
    assert owner.parts.publishing.progress(number).report.accepted_by == "Olive"
    assert len(owner.parts.publishing.releases()) == 1


def test_what_is_understood_less_well_is_accepted_by_name(owner: Staff, number: int) -> None:
    """A new question that is hardly understood, and one that fades, are told with their shares and wait for an owner."""
    weak = Report(
        weak=("faq/stretching",), fading=(Fading("<b>Pets</b>", 1.0, 0.25),), strength={"faq/stretching": 0.375}, asked=9
    )
    ended(owner, number, "blocked", weak)

    page = owner.get(f"{PUBLISH}/{number}").text

    assert ("&lt;b&gt;Pets" in page, "100% until now, then 25%" in page, "38% of its ways" in page) == (True, True, True)
    assert ("not yet well understood" in page, "understood less well than today" in page) == (True, True)
    assert owner.post(f"{PUBLISH}/{number}/accept").status_code == 303
    assert owner.parts.publishing.progress(number).report.accepted_by == "Olive"


def test_a_lost_emergency_is_accepted_by_nobody(owner: Staff, number: int) -> None:
    """Where an emergency would no longer be recognised there is no button, and asking anyway is refused."""
    lost = Judged("i can't breathe", "emergency", "emergency", "Stretching")
    ended(owner, number, "blocked", Report(emergencies=(lost,), asked=9))

    page = owner.get(f"{PUBLISH}/{number}").text

    assert ("no longer be recognised" in page, "I, Olive" in page) == (True, False)
    assert owner.post(f"{PUBLISH}/{number}/accept").status_code == 409


def test_an_unknown_version_is_not_gone_back_to(owner: Staff) -> None:
    """Going back needs a version that was live once."""
    assert [owner.post(f"{PUBLISH}/undo", {"release": each}).status_code for each in ("99", "x")] == [409, 409]
