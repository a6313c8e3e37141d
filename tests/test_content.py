"""The content that ships: sound, complete, plain to read, and honest about what it was measured on."""

from __future__ import annotations

import pytest

from bot import content
from bot.content import Content, Response
from bot.content.check import normalised
from bot.content.load import parse
from bot.content.sms_text import length, unsupported
from bot.conversation.wording import Part, Wording
from bot.safety import Safety
from bot.settings import ROOT
from tests.reading_grade import grade, sentences

FAQ = """what_is_si_pain causes pregnancy_si_pain pregnancy_safety how_acupuncture_helps evidence evidence_pregnancy guidelines
    what_to_expect session_length frequency how_soon_relief needles_pain non_pregnancy integrative_care right_for_me
    personalised_plan location contact booking practitioner references non_drug""".split()
"""The ids of the topics that the clinic asked for."""
CLINIC = (
    "price insurance hours parking cancellation_policy telehealth what_to_wear other_conditions children medicines other".split()
)
"""The subjects that patients ask about and the guide leaves out."""
FEWEST_HELD_OUT = {"faq": 15, "not_covered": 8, "smalltalk": 1, "person": 8, "callback": 15, "out_of_scope": 100}
HIGHEST_GRADE = 8.0
SEGMENTS = 306
HELD_OUT = content.phrases(ROOT / "tests" / "data")


def plain(known: Content, topic: str) -> Response:
    """The wording for every channel without one of its own."""
    return next(each for each in known.topics[topic].responses if not each.channel and not each.condition)


def test_shipped_content_is_sound(known: Content) -> None:
    """`python -m bot check` refuses nothing of what ships."""
    assert [str(problem) for problem in content.check(known)] == []


def test_every_topic_of_the_design_ships(known: Content) -> None:
    """The 23 FAQ topics are there under their fixed ids, each held to the 40 phrasings of a shipped topic."""
    shipped = {topic.name for topic in known.topics.values() if topic.group == "faq"}

    assert len(FAQ) == 23
    assert shipped >= set(FAQ)
    assert sorted(known.shipped_topics) == sorted(FAQ)


def test_clinic_questions_have_their_subjects(known: Content) -> None:
    """What the guide does not say has a subject each, at least fourteen, and one for the rest."""
    subjects = {topic.name for topic in known.topics.values() if topic.group == "not_covered"}

    assert subjects >= set(CLINIC)
    assert len(subjects) >= 14


def test_strangers_are_known_by_many_phrases(known: Content) -> None:
    """At least 300 phrases teach what is none of the clinic's business."""
    assert len(known.topics["out_of_scope"].examples) >= 300


def test_every_topic_is_measured(known: Content) -> None:
    """Every topic has its held-out twin with enough phrasings, in the file of its name, and no twin is an orphan."""
    few = {
        label: len(HELD_OUT.get(label, []))
        for label, topic in known.topics.items()
        if len(HELD_OUT.get(label, [])) < FEWEST_HELD_OUT.get(topic.group, 0)
    }
    paths = [path for path in (ROOT / "tests" / "data").rglob("*.yml") if "nlu" in parse(path, path.name)]
    files = {str(path.relative_to(ROOT / "tests" / "data").with_suffix("")) for path in paths}

    assert few == {}
    assert files == set(HELD_OUT) <= set(known.topics)


def test_no_phrase_is_both_learned_and_measured(known: Content) -> None:
    """No held-out phrase is a training phrase, whatever its case, punctuation and spacing."""
    learned = {normalised(example.text): topic.label for topic in known.topics.values() for example in topic.examples}
    both = [(text, label, learned[normalised(text)]) for label, texts in HELD_OUT.items() for text in texts
            if normalised(text) in learned]  # fmt: skip

    assert both == []


def test_no_phrase_is_measured_twice() -> None:
    """Each held-out phrase stands once, under one label."""
    texts = [normalised(text) for each in HELD_OUT.values() for text in each]

    assert sorted({text for text in texts if texts.count(text) > 1}) == []


@pytest.mark.parametrize("topic", FAQ)
def test_answer_is_short_and_plain(known: Content, topic: str) -> None:
    """Each answer has two to four sentences that eight years of school are enough for."""
    text = plain(known, f"faq/{topic}").text

    assert 2 <= sentences(text) <= 4
    assert grade(text) <= HIGHEST_GRADE, f"grade {grade(text):.1f}: {text}"


def test_every_answer_cites_facts(known: Content) -> None:
    """No wording of an FAQ or of a careful refusal stands without facts that are there."""
    baseless = [
        (label, response.line)
        for label, topic in known.topics.items()
        if topic.group in ("faq", "not_covered")
        for response in topic.responses
        if not response.facts or set(response.facts) - set(known.facts)
    ]

    assert baseless == []


def test_every_text_message_fits(known: Content, flags: Safety) -> None:
    """Every wording that goes by SMS fits two segments below the first-contact line, in letters that phones have."""
    first = known.reply("first_contact", "sms")
    wordings = {topic.label: response.text for topic in known.topics.values() for response in topic.responses
                if response.channel == "sms" or not any(each.channel == "sms" for each in topic.responses)}  # fmt: skip
    wordings |= {name: texts["sms"] for name, texts in known.replies.items() if "sms" in texts}
    wordings |= {flag.id: flag.advice("sms") for flag in flags.flags}
    sent = {name: f"{first}\n{content.model.fill(text, known.placeholders())}" for name, text in wordings.items()}

    assert {name: length(text) for name, text in sent.items() if length(text) > SEGMENTS} == {}
    assert {name: unsupported(text) for name, text in sent.items() if unsupported(text)} == {}


def test_longest_choice_fits_a_text_message(known: Content) -> None:
    """Asking back fits even with the three longest titles there are."""
    titles = sorted((topic.title for topic in known.topics.values() if topic.group in ("faq", "not_covered")), key=length)[-3:]
    asks = parse(ROOT / "data" / "rules" / "clarify.yml", "")["responses"]["utter_clarify"]
    part = Part(asks[-1]["text"], "clarify", choices=tuple({"title": title, "label": title} for title in titles))
    reply, _ = Wording(known).reply([part], "sms")

    assert asks[-1]["channel"] == "sms"
    assert all(titles)
    assert length(known.reply("first_contact", "sms") + "\n" + reply.messages[0]["text"]) <= SEGMENTS


def test_unsigned_content_has_room_for_a_signature(known: Content) -> None:
    """Every FAQ answer says who reviewed it, when, and when that is due again, even while nobody has."""
    without = [
        label for label, topic in known.topics.items() if topic.group == "faq" and set(topic.reviewed) != {"by", "on", "due"}
    ]

    assert without == []
