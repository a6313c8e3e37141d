"""The publish page's way in; what a training does is in test_publication.py."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.content import Content, Example
from bot.judging.gate_report import Judged, Report
from bot.publishing.lane import CannotPublish, Publishing, changes
from bot.publishing.publication import Parts
from bot.settings import Settings
from bot.store import Store
from bot.store.releases import EARLIER


@pytest.fixture
def parts(store: Store, tmp_path: Path) -> Parts:
    (tmp_path / "data").mkdir()
    return Parts.over(Settings(root=tmp_path, secret_key="k" * 40), store)


@pytest.fixture
def publishing(parts: Parts) -> Publishing:
    return Publishing(parts.settings, parts.library, parts.releases, parts.publications)


def test_a_lost_emergency_can_be_accepted_by_nobody(publishing: Publishing, parts: Parts) -> None:
    """An owner can accept what becomes worse, and never an emergency wording that would no longer be understood."""
    report = Report(emergencies=(Judged("i am bleeding", "Emergency", "Emergency", "Price"),))
    begun = publishing.begin("ann")
    parts.publications.end(begun, "blocked", report=report.as_dict(), packed=b"archive")

    with pytest.raises(CannotPublish, match="emergencies"):
        publishing.accept(begun, "owner")
    assert publishing.current() is None


def test_a_second_one_is_told_to_wait(publishing: Publishing) -> None:
    """While one runs, another is refused in a sentence."""
    publishing.begin("ann")

    with pytest.raises(CannotPublish, match="busy"):
        publishing.begin("ben")


def test_what_is_kept_no_longer_is_not_gone_back_to(publishing: Publishing, parts: Parts) -> None:
    """A version whose archive was let go is refused, and still known to have answered."""
    made = [parts.releases.add(b"%d" % each, "ann", each, {}, choose=True) for each in range(EARLIER + 3)]

    with pytest.raises(CannotPublish, match="no_version"):
        publishing.undo(made[1], "owner")
    assert [each.id for each in publishing.releases()] == made[::-1]


def test_what_would_be_taught_is_listed_topic_by_topic(known: Content) -> None:
    """New, changed and removed topics are told with their phrasings; a new wording isn't among them."""
    location = known.topics["faq/location"]
    taught = replace(location, examples=(*location.examples[1:], Example("where r u lot", 1)), responses=())
    now = replace(known, topics={**{k: v for k, v in known.topics.items() if k != "faq/booking"}, "faq/location": taught})
    found = {each.label: each for each in changes(known, now)}

    assert {label: each.kind for label, each in found.items()} == {"faq/location": "changed", "faq/booking": "removed"}
    assert found["faq/location"].added == ("where r u lot",)
    assert found["faq/location"].removed == (location.examples[0].text,)


def test_a_new_topic_is_shown_with_what_it_answers(known: Content) -> None:
    """An owner reads the answers that go live with it, for both channels and with today's phone number, and what they rest on."""
    without = replace(known, topics={label: each for label, each in known.topics.items() if label != "faq/location"})
    change = changes(without, known)[0]

    assert (change.label, change.kind, change.title) == ("faq/location", "new", known.topics["faq/location"].title)
    assert change.web
    assert change.sms
    assert "{" not in change.web + change.sms
    assert set(change.facts) <= {fact.says for fact in known.facts.values()}
    assert change.facts
    assert changes(known, without)[0].web == ""
