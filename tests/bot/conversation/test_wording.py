"""A reply in the shape and words of its channel."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot import content, safety
from bot.content.model import KINDS
from bot.content.sms_text import BASIC, EXTENDED, length
from bot.conversation.wording import CONTACT, Part, Reply, Wording, instead, only_answer

SHAPE = {"text", "kind", "topics", "sources", "buttons"}
THREE = tuple({"title": title, "label": f"faq/{title.lower()}"} for title in ("Causes", "Frequency", "Booking"))
LINKS = [
    ("Book online", "https://www.mainlinewomensacupuncture.com/janeapp"),
    ("Call 484.222.0854", "tel:+14842220854"),
    ("Text 484.222.0854", "sms:+14842220854"),
    ("Open a map", "https://www.google.com/maps/search/?api=1&query="),
]


@pytest.fixture
def wording(known: content.Content) -> Wording:
    return Wording(known)


def asking(count: int) -> Part:
    return Part("Did you mean:", "clarify", ("causes",), choices=THREE[:count])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_every_message_has_the_contracts_shape(wording: Wording, channel: str, kind: str) -> None:
    """Text, kind, topics, sources and buttons are always there, whatever the kind and channel."""
    reply, choices = wording.reply([Part("Hello.", kind, ("a", "b"), confidence=0.4)], channel)

    assert [(set(message), message["kind"], message["topics"]) for message in reply.messages] == [(SHAPE, kind, ["a", "b"])]
    assert (reply.kind, reply.topics, reply.confidence, choices) == (kind, ["a", "b"], 0.4, {})


@pytest.mark.parametrize(
    ("label", "language"), [("other_language/es", "es"), ("other_language/other", None), ("faq/causes", None)]
)
def test_another_language_is_named(wording: Wording, label: str, language: str | None) -> None:
    """On the web a reply that isn't English says what it is, for the voice that reads it; a text message has no such mark."""
    web, sms = (wording.reply([Part("Hola.", "out_of_scope", label=label)], channel)[0].messages[0] for channel in ("web", "sms"))

    assert (web.get("lang"), sms.get("lang")) == (language, None)


@pytest.mark.parametrize("first", range(len(KINDS)))
def test_the_whole_reply_is_of_its_most_telling_kind(wording: Wording, first: int) -> None:
    """Emergency before answer before handoff, and so on, in whatever order the parts come."""
    parts = [Part(kind, kind) for kind in (*KINDS[first + 1 :], KINDS[first])]

    assert [wording.reply(parts, channel)[0].kind for channel in ("web", "sms")] == [KINDS[first]] * 2


def test_topics_of_all_parts_are_named_once_and_in_order(wording: Wording) -> None:
    """A topic that two parts rest on is listed once, where it came first; the least sure part counts."""
    parts = [Part("A.", "answer", ("b", "a"), confidence=0.9), Part("B.", "smalltalk", ("a", "smalltalk"), confidence=0.3)]

    replies = [wording.reply(parts, channel)[0] for channel in ("web", "sms")]

    assert [(reply.topics, reply.confidence) for reply in replies] == [(["b", "a", "smalltalk"], 0.3)] * 2
    assert [[message["text"] for message in reply.messages] for reply in replies] == [["A.", "B."]] * 2


def test_choices_are_buttons_on_the_web(wording: Wording) -> None:
    """Each choice is a button with a title and an opaque value, which leads to its label and repeats in no other reply."""
    reply, choices = wording.reply([asking(3)], "web")
    buttons = reply.messages[-1]["buttons"]

    assert [button["title"] for button in buttons] == ["Causes", "Frequency", "Booking"]
    assert [choices[button["value"]] for button in buttons] == [choice["label"] for choice in THREE]
    assert not set(choices) & set(wording.reply([asking(3)], "web")[1])


@pytest.mark.parametrize(
    ("count", "lines"),
    [
        (1, ["Did you mean:", "1. Causes", "Reply 1."]),
        (2, ["Did you mean:", "1. Causes", "2. Frequency", "Reply 1 or 2."]),
        (3, ["Did you mean:", "1. Causes", "2. Frequency", "3. Booking", "Reply 1, 2 or 3."]),
    ],
)
def test_choices_are_numbered_by_text_message(wording: Wording, count: int, lines: list[str]) -> None:
    """A phone has no buttons: one text lists the choices and says how to answer."""
    reply, choices = wording.reply([asking(count)], "sms")

    assert [(message["text"].split("\n"), message["buttons"]) for message in reply.messages] == [(lines, [])]
    assert list(choices.values()) == [choice["label"] for choice in THREE[:count]]


def test_an_answer_shows_its_sources_on_the_web_alone(wording: Wording, known: content.Content) -> None:
    """Where the facts come from stands beside a web answer; a text message has no room, other kinds have none."""
    fact = next(fact for fact in known.facts.values() if fact.source == "document" and fact.references)

    shown = {
        (channel, kind): wording.reply([Part("A.", kind, facts=(fact.id,))], channel)[0].messages[0]["sources"]
        for channel in ("web", "sms")
        for kind in ("answer", "not_covered")
    }

    assert [key for key, sources in shown.items() if sources] == [("web", "answer")]
    assert [set(source) for source in shown["web", "answer"]] == [{"title", "section", "references"}]
    assert shown["web", "answer"][0]["references"] == [str(known.references[each]) for each in fact.references]


@pytest.mark.parametrize(("channel", "offer", "expected"), [("web", "contact", LINKS), ("web", "", []), ("sms", "contact", [])])
def test_the_contact_is_offered_as_links(wording: Wording, channel: str, offer: str, expected: list[tuple[str, str]]) -> None:
    """Booking page, call, text and map are links on the web; in a text message the words must do."""
    buttons = wording.reply([Part("Call us.", "handoff", offer=offer)], channel)[0].messages[0]["buttons"]

    assert [
        (button["title"], button["url"].partition("query=")[0] + "query=" * ("query=" in button["url"])) for button in buttons
    ] == expected


def test_the_links_work_however_staff_write_the_contact(known: content.Content) -> None:
    """A number with its country code or extension and an address with its scheme, as the console takes them, can be used."""
    written = {"clinic_phone": "+1 (484) 222-0854 ext 2", "booking_page": "https://example.com/book"}
    facts = {name: replace(fact, value=written.get(fact.placeholder, fact.value)) for name, fact in known.facts.items()}
    part = Part("Call us.", "handoff", offer="contact")

    [message] = Wording(replace(known, facts=facts)).reply([part], "web")[0].messages

    urls = [button["url"] for button in message["buttons"][:3]]
    assert urls == ["https://example.com/book", "tel:+14842220854", "sms:+14842220854"]


def test_the_contact_is_offered_once(wording: Wording) -> None:
    """Several parts that each offer the contact leave one row of buttons, under the last of them."""
    parts = [Part(kind, kind, offer=offer) for kind, offer in (("handoff", "contact"), ("answer", "contact"), ("smalltalk", ""))]

    assert [len(message["buttons"]) for message in wording.reply(parts, "web")[0].messages] == [0, 4, 0]


def test_choices_stand_right_below_their_question(wording: Wording) -> None:
    """Where the contact is offered with them it comes before the question in a text, and behind the choices as buttons."""
    asked = replace(asking(2), offer=CONTACT)
    web, sms = (wording.reply([asked], channel)[0].messages[0] for channel in ("web", "sms"))

    assert [button["title"] for button in web["buttons"]] == ["Causes", "Frequency", *(title for title, _ in LINKS)]
    assert sms["text"] == "To book or ask: 484.222.0854. Did you mean:\n1. Causes\n2. Frequency\nReply 1 or 2."


@pytest.mark.parametrize(("kind", "added"), [("answer", True), ("clarify", True), ("emergency", False)])
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_a_doubt_brings_a_word_on_when_to_call(
    wording: Wording, known: content.Content, channel: str, kind: str, added: bool
) -> None:
    """What may be urgent is answered with a word on when to call; advice needs none beside it."""
    text = wording.reply([Part("A.", kind, doubt=True)], channel)[0].messages[0]["text"]

    assert text == (f"A. {known.reply('when_to_call', channel)}" if added else "A.")


def test_a_danger_in_doubt_may_bring_its_own_word(wording: Wording) -> None:
    """It stands in place of the general one."""
    assert wording.reply([Part("A.", "answer", doubt=True, when="Call 988.")], "web")[0].messages[0]["text"] == "A. Call 988."


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize("name", ["greeting", "brain_down", "store_down", "nothing_said", "error_too_long"])
def test_fixed_texts_are_whole(wording: Wording, channel: str, name: str) -> None:
    """What the edge says by itself has words, and every placeholder is filled."""
    text = wording.fixed(name, "clarify", channel).messages[0]["text"]

    assert (text.strip() != "", "{" in text, "}" in text) == (True, False, False)


@pytest.mark.parametrize(
    ("kind", "topics", "links"),
    [("handoff", ["handoff"], 4), ("smalltalk", ["smalltalk"], 0), ("out_of_scope", ["out_of_scope"], 0), ("clarify", [], 0)],
)
def test_fixed_replies_name_bare_kinds_alone(wording: Wording, kind: str, topics: list[str], links: int) -> None:
    """A reply without a topic names its kind; only a handoff brings the links."""
    reply = wording.fixed("nothing_said", kind, "web")

    assert (reply.kind, reply.topics, len(reply.messages[0]["buttons"])) == (kind, topics, links)


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_advice_is_the_flags_own_and_nothing_else(wording: Wording, flags: safety.Safety, channel: str) -> None:
    """Every red flag's advice goes out alone, in the channel's words, under the flag's name, with a number to call."""
    for flag in flags.flags:
        reply = wording.reply([wording.advice(flag, channel)], channel)[0]

        assert (reply.kind, reply.topics, reply.confidence, len(reply.messages)) == ("emergency", [flag.id], 1.0, 1)
        assert reply.messages[0]["text"] == flag.advice(channel)
        assert "911" in reply.messages[0]["text"] or "988" in reply.messages[0]["text"]


def test_a_text_message_carries_only_what_phones_can_show(wording: Wording) -> None:
    """Curly quotes, dashes and accents are folded into the letters of a text message."""
    reply = wording.reply([Part("“It’s 20–30 minutes…” Señora, café 🙂", "answer")], "sms")[0]

    assert reply.messages[0]["text"] == '"It\'s 20-30 minutes..." Señora, café '
    assert set(reply.messages[0]["text"]) <= BASIC | EXTENDED


@pytest.mark.parametrize("name", ["brain_down", "nothing_said"])
def test_fixed_text_messages_fit(wording: Wording, name: str) -> None:
    """What the edge says by text message fits two messages' room."""
    assert 0 < length(wording.fixed(name, "handoff", "sms").messages[0]["text"]) <= 306


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_a_reply_without_memory_says_so_at_its_end(wording: Wording, known: content.Content, channel: str) -> None:
    """The answer stays as it is, and the word about memory follows; what the whole is called stays too."""
    reply: Reply = wording.reply([Part("A.", "answer", ("causes",), confidence=0.7)], channel)[0]

    noted = wording.without_memory(reply, channel)
    last: dict[str, Any] = noted.messages[-1]

    assert (noted.messages[:-1], noted.kind, noted.topics, noted.confidence) == (reply.messages, "answer", ["causes"], 0.7)
    assert (last["text"], set(last), last["buttons"]) == (known.reply("store_down", channel), SHAPE, [])


def test_the_only_answer_has_no_other_beside_it() -> None:
    """A courtesy is no other answer; with two of them nobody can say which is meant."""
    hello, answer = Part("Hello!", "smalltalk", beside=True), Part("A.", "answer")

    assert only_answer([hello, answer]) is answer
    assert (only_answer([answer, Part("B.", "answer")]), only_answer([hello]), only_answer([])) == (None, None, None)
    assert [each.text for each in instead([hello, answer], answer, Part("C.", "answer"))] == ["Hello!", "C."]
