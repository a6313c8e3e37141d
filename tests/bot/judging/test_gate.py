"""Before and after, question by question."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from bot import content
from bot.content import Content, Example, Response, Topic
from bot.judging import gate, gate_questions
from bot.judging.gate_questions import Question
from bot.judging.gate_report import Report
from bot.safety import Safety
from bot.settings import ROOT
from bot.understanding import encoder
from bot.understanding.alarm import SILENT, Alarm
from bot.understanding.encoder import Encoder
from bot.understanding.model import LOOK_ALIKE, Understanding
from tests.small_training import LABELS, TEXTS

PARKING = (
    "where can i park|is there parking|parking please|free parking lot|park my car|car park near you|park outside|parking spot"
)
ALARM = "i am bleeding heavily|call an ambulance please|i can not breathe|chest feels crushed|she fainted|i took many pills"


class Silent:
    """Patterns that find nothing, so that the classifier stands alone."""

    def check(self, text: str) -> None:
        return None


NO_FLAGS: Any = Silent()


def split(text: str) -> list[str]:
    return text.split("|")


@pytest.fixture(scope="module")
def reader() -> Encoder:
    return encoder.load(ROOT / "models" / "encoder")


@pytest.fixture(scope="module")
def before(reader: Encoder) -> Understanding:
    return Understanding.train(reader, [*TEXTS, *split(ALARM)], [*LABELS, *["emergency"] * 6])


@pytest.fixture(scope="module")
def after(reader: Encoder) -> Understanding:
    """A training that learned about parking and was taught that nothing is urgent and everything that hurts is a price."""
    wrong = ["not_covered/price" if label == "faq/needles_pain" else label for label in LABELS]
    alarm = ["out_of_scope"] * 6
    return Understanding.train(reader, [*TEXTS, *split(PARKING), *split(ALARM)], [*wrong, *["faq/parking"] * 8, *alarm])


def known(*labels: str) -> Content:
    phrases = {"faq/parking": split(PARKING), "emergency": split(ALARM)}
    every = {*LABELS, "faq/parking", "emergency", *labels}
    topics = {
        label: Topic(
            label, "", tuple(Example(text, 1) for text in phrases.get(label, ())),
            (Response("", metadata={"title": f"About {label}"}),), replaces="not_covered/cars" if label == "faq/parking" else "",
        )
        for label in every
    }  # fmt: skip
    return Content(topics, {}, {}, {})


ASKED = [
    Question("do the needles hurt me", "faq/needles_pain"),
    Question("where may i park my car", "faq/parking"),
    Question("how long is one visit", "faq/session_length"),
]
DANGER = [Question(text, "emergency") for text in split(ALARM)]


@pytest.fixture(scope="module")
def report(before: Understanding, after: Understanding) -> Report:
    return gate.judge([*ASKED, *DANGER], known(), NO_FLAGS, before, after)


def test_what_gets_better_and_worse_is_told_by_title(report: Report) -> None:
    """Each question is told with what it was and would be taken for, by the titles that people know."""
    assert [(each.text, each.expected, each.after) for each in report.better] == [
        ("where may i park my car", "About faq/parking", "About faq/parking")
    ]
    assert [(each.text, each.before, each.after) for each in report.worse] == [
        ("do the needles hurt me", "About faq/needles_pain", "About not_covered/price")
    ]
    assert report.asked == len(ASKED) + len(split(ALARM))


def test_an_emergency_that_is_lost_is_told_apart(report: Report) -> None:
    """A wording of danger that was understood and would not be any more is never among what can be accepted."""
    assert report.blocks
    assert report.emergencies
    assert {each.text for each in report.emergencies} <= set(split(ALARM))
    assert not {each.text for each in report.worse} & set(split(ALARM))


def test_patterns_keep_an_emergency_right(before: Understanding, after: Understanding, flags: Safety) -> None:
    """What the red-flag patterns catch by themselves stays right whatever a training makes of it."""
    found = gate.judge(DANGER, known(), flags, before, after).emergencies

    assert not [each.text for each in found if flags.check(each.text)]


def test_an_alarm_gone_deaf_is_noticed(before: Understanding) -> None:
    """Two versions that differ in nothing but the alarm: the one that hears no danger loses every emergency."""
    deaf = replace(before, alarm=Alarm.deaf())
    found = gate.judge([*ASKED, *DANGER], known(), NO_FLAGS, before, deaf)

    assert {each.text for each in found.emergencies} == {each.text for each in DANGER if urgent(before, each.text)}
    assert found.emergencies
    assert gate.judge(DANGER, known(), NO_FLAGS, deaf, before).better


def test_a_question_that_is_answered_with_call_911_is_worse(before: Understanding) -> None:
    """An alarm that takes everything for danger makes every question wrong, and so every message that only sounds alarming."""
    arrays = {**before.alarm.arrays(), "thresholds": np.full_like(SILENT, -np.inf)}
    shrill = replace(before, alarm=Alarm.from_arrays(arrays, before.classifier.terms))
    calm = Question("dying to know the price", LOOK_ALIKE)
    found = gate.judge([*ASKED, calm, *DANGER], known(), NO_FLAGS, before, shrill)

    assert {"do the needles hurt me", "dying to know the price"} <= {each.text for each in found.worse}
    assert {each.after for each in found.worse} == {known().called("emergency")}
    assert (found.emergencies, found.strength["faq/needles_pain"]) == ((), 0.0)
    assert gate.strength(ASKED, shrill) == dict.fromkeys(("faq/needles_pain", "faq/parking", "faq/session_length"), 0.0)


def test_danger_told_in_two_messages_is_heard_in_either(before: Understanding) -> None:
    """As in a conversation: the model hears each by itself, the patterns also both together."""
    deaf = replace(before, alarm=Alarm.deaf())
    told = Question("since an hour", "emergency", before="call an ambulance please")
    found = gate.judge([told], known(), NO_FLAGS, before, deaf)

    assert urgent(before, told.before)
    assert [each.text for each in found.emergencies] == ["call an ambulance please · since an hour"]


def test_a_conversation_is_read_in_order(before: Understanding) -> None:
    """A short question after an answer asks for what it leans on there: the same words alone ask for something else."""
    alone, leaning = (Question("do they hurt", "faq/what_is_si_pain", last_topic=topic) for topic in ("", "faq/causes"))

    assert before.verdict("do they hurt")[0].label == "faq/needles_pain"
    assert [gate.strength([each], before) for each in (alone, leaning)] == [
        {"faq/what_is_si_pain": 0.0}, {"faq/what_is_si_pain": 1.0},
    ]  # fmt: skip


def test_a_topic_without_test_questions_is_judged_by_its_own_phrasings(reader: Encoder, before: Understanding) -> None:
    """It gets a strength from its phrasings; new and too unlike each other, or taught something else later, it blocks."""
    weak = [
        "how long a visit",
        "does it hurt",
        "price",
        "a joke",
        "painful",
        "cost of a session",
        "weather now",
        "how much for it",
    ]
    teach = [*TEXTS, *split(ALARM)], [*LABELS, *["emergency"] * 6]
    unlike, strong, changed = (
        Understanding.train(reader, [*teach[0], *phrases], [*teach[1], *["faq/parking"] * 8])
        for phrases in (weak, split(PARKING), [f"zebra {number} crossing" for number in range(8)])
    )
    new, better = (gate.judge(ASKED[:1], known(), NO_FLAGS, before, each) for each in (unlike, strong))
    faded = gate.judge(ASKED[:1], known(), NO_FLAGS, strong, changed)

    assert (new.weak, new.blocks) == (("faq/parking",), True)
    assert (better.weak, better.fading, better.strength["faq/parking"]) == ((), (), 1.0)
    assert ([each.title for each in faded.fading], faded.blocks) == (["About faq/parking"], True)
    assert faded.fading[0].before == 1.0 > 0.5 > faded.fading[0].after


def urgent(model: Understanding, text: str) -> bool:
    return model.verdict(text)[0].label == "emergency"


def test_the_same_model_changes_nothing(before: Understanding) -> None:
    """Publishing what answers already makes nothing better or worse."""
    found = gate.judge([*ASKED, *DANGER], known(), NO_FLAGS, before, before)

    assert (found.better, found.worse, found.emergencies, found.weak, found.fading) == ((), (), (), (), ())
    assert not found.blocks


def test_the_first_model_can_t_be_worse(after: Understanding) -> None:
    """Where nothing answered yet, nothing blocks."""
    assert not gate.judge([*ASKED, *DANGER], known(), NO_FLAGS, None, after).blocks


def test_the_shipped_model_is_read_without_rasa(reader: Encoder) -> None:
    """The archive that Rasa serves gives its understanding to the gate, which knows nothing of Rasa."""
    found = gate.unpacked((ROOT / "models" / "assistant.tar.gz").read_bytes(), reader)
    asked = gate_questions.questions(ROOT / "tests", content.load(ROOT / "data"))

    assert "faq/location" in found.classifier.labels
    assert len(asked) > len(set(found.classifier.labels))
