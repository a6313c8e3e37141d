"""The shapes of content say what they hold."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content import Content, Fact, Reference, Response, Topic
from bot.content.model import KINDS, fill

WORKS = {"a": Reference("a", "Byron A, et al.", "On stretching", "Notes", "1843"), "b": Reference("b", "Hopper G", "On rest")}
FACTS = {
    "joint": Fact("joint", "It bends.", "document", "Joints", ("a",)),
    "bend": Fact("bend", "It bends well.", "document", "Joints", ("b", "a")),
    "rest": Fact("rest", "Rest.", "document", "Rest"),
    "phone": Fact("phone", "Call.", "clinic", placeholder="clinic_phone", value="610.555.0100"),
}
REPLIES = {
    "document_title": {"text": "The guide"},
    "hello": {"text": "Call {clinic_phone}, {name}.", "sms": "Ring {clinic_phone}."},
}
CONTENT = Content({}, MappingProxyType(FACTS), WORKS, REPLIES)


@pytest.mark.parametrize(
    ("label", "group", "name"),
    [
        ("faq/session_length", "faq", "session_length"),
        ("person", "person", "person"),
        ("not_covered/price", "not_covered", "price"),
    ],
)
def test_label_tells_group_and_name(label: str, group: str, name: str) -> None:
    """A topic's label is its group and its name, or both at once."""
    assert (Topic(label, "f").group, Topic(label, "f").name) == (group, name)


@pytest.mark.parametrize(("metadata", "expected"), [([{}, {"title": "A"}, {"title": "B"}], "A"), ([{}], ""), ([], "")])
def test_title_is_the_first_there_is(metadata: list[dict[str, str]], expected: str) -> None:
    """A topic is offered under the first title among its wordings."""
    assert Topic("faq/a", "f", (), tuple(Response("x", metadata=each) for each in metadata)).title == expected


@pytest.mark.parametrize(("metadata", "expected"), [({"facts": ["a", "b"]}, ("a", "b")), ({"facts": None}, ()), ({}, ())])
def test_response_tells_its_facts(metadata: dict[str, list[str]], expected: tuple[str, ...]) -> None:
    """A wording cites the facts its metadata lists, or none."""
    assert Response("x", metadata=metadata).facts == expected


def test_reference_reads_as_one_line() -> None:
    """A work is cited with what is known of it."""
    assert [str(each) for each in WORKS.values()] == ["Byron A, et al. On stretching. Notes. 1843.", "Hopper G. On rest."]


def test_sources_are_told_by_section() -> None:
    """An answer's sources are the document's sections in order, each work once; the clinic's own word is no source."""
    assert CONTENT.sources(("joint", "phone", "bend", "rest", "unknown")) == [
        {"title": "The guide", "section": "Joints", "references": [str(WORKS["a"]), str(WORKS["b"])]},
        {"title": "The guide", "section": "Rest", "references": []},
    ]


@pytest.mark.parametrize(
    ("channel", "expected"),
    [("web", "Call 610.555.0100, {name}."), ("sms", "Ring 610.555.0100."), ("fax", "Call 610.555.0100, {name}.")],
)
def test_reply_is_worded_for_its_channel(channel: str, expected: str) -> None:
    """A fixed text takes its channel's wording, or the plain one, with the facts filled in."""
    assert CONTENT.reply("hello", channel) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("faq/joint", "The joint"),
        ("look_alike", "Sounds alarming"),
        ("smalltalk/about_me", "Small talk: about me"),
        ("none_of_ours", "none of ours"),
    ],
)
def test_staff_read_names_and_no_labels(label: str, expected: str) -> None:
    """A topic is called by its title, and what has none by the name of its group."""
    topics = {"faq/joint": Topic("faq/joint", "", (), (Response("", metadata={"title": "The joint"}),))}
    names = {"called_look_alike": {"text": "Sounds alarming"}, "called_smalltalk": {"text": "Small talk"}}

    assert Content(topics, {}, {}, names).called(label) == expected


def test_placeholders_stand_for_values() -> None:
    """Only facts with a placeholder are filled in."""
    assert CONTENT.placeholders() == {"clinic_phone": "610.555.0100"}


@given(st.text(), st.dictionaries(st.from_regex(r"[a-z_]+", fullmatch=True), st.text()))
def test_text_without_placeholders_stays(text: str, values: dict[str, str]) -> None:
    """Braces that name no fact do no harm."""
    bare = text.replace("{", "{ ")

    assert fill(bare, values) == bare


def test_kinds_are_those_of_the_design() -> None:
    """Every kind of reply there is, the most telling first."""
    assert KINDS == ("emergency", "answer", "handoff", "not_covered", "clarify", "out_of_scope", "smalltalk")


def test_the_operator_says_how_long_a_request_is_kept() -> None:
    """The setting takes the place of the fact's figure, and nothing else changes."""
    kept = Fact("kept", "180 days.", "clinic", placeholder="callback_kept", value="180 days")
    known = Content({}, {**FACTS, "kept": kept}, WORKS, REPLIES)

    assert known.kept_for(45).placeholders() == {"clinic_phone": "610.555.0100", "callback_kept": "45 days"}
    assert known.placeholders()["callback_kept"] == "180 days"
