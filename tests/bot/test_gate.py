"""Before and after, question by question."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot import content, gate
from bot.content import Content, Example, Response, Topic
from bot.gate import Question, Report
from bot.safety import Safety
from bot.settings import ROOT
from bot.understanding import encoder
from bot.understanding.encoder import Encoder
from bot.understanding.model import Understanding
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


@pytest.fixture(scope="module")
def report(before: Understanding, after: Understanding) -> Report:
    return gate.judge(ASKED, known(), NO_FLAGS, before, after)


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
    found = gate.judge([], known(), flags, before, after).emergencies

    assert not [each.text for each in found if flags.check(each.text)]


def test_a_new_topic_is_judged_by_its_own_phrasings(report: Report) -> None:
    """A topic without test questions of its own gets a strength from its phrasings, each left out in turn."""
    assert report.strength["faq/parking"] == 1.0
    assert report.weak == ()


def test_the_same_model_changes_nothing(before: Understanding) -> None:
    """Publishing what answers already makes nothing better or worse."""
    found = gate.judge(ASKED, known(), NO_FLAGS, before, before)

    assert (found.better, found.worse, found.emergencies, found.blocks) == ((), (), (), False)


def test_the_first_model_can_t_be_worse(after: Understanding) -> None:
    """Where nothing answered yet, nothing blocks."""
    assert not gate.judge(ASKED, known(), NO_FLAGS, None, after).blocks


def test_a_report_is_kept_whole(report: Report) -> None:
    """What is kept in the database is what was found."""
    assert Report.of(report.as_dict()) == report
    assert Report.of({}) == Report()


def test_questions_move_with_their_subject(tmp_path: Path) -> None:
    """Test questions of a subject that became an answer are asked for the answer; those of unknown topics are left out."""
    (tmp_path / "data").mkdir()
    (tmp_path / "conversations").mkdir()
    text = "nlu:\n  - intent: {}\n    examples: |\n      - {}\n"
    for name, label, phrase in (("a", "not_covered/cars", "my car"), ("b", "faq/gone", "gone"), ("c", "faq/parking", "park")):
        (tmp_path / "data" / f"{name}.yml").write_text(text.format(label, phrase))
    story = "stories:\n  - story: one\n    steps:\n      - user: |\n          long visit\n        intent: faq/session_length\n"
    (tmp_path / "conversations" / "test_one.yml").write_text(story)

    assert gate.questions(tmp_path, known()) == [
        Question("my car", "faq/parking"), Question("park", "faq/parking"), Question("long visit", "faq/session_length"),
    ]  # fmt: skip


def test_the_shipped_model_is_read_without_rasa(reader: Encoder) -> None:
    """The archive that Rasa serves gives its understanding to the gate, which knows nothing of Rasa."""
    found = gate.unpacked((ROOT / "models" / "assistant.tar.gz").read_bytes(), reader)
    asked = gate.questions(ROOT / "tests", content.load(ROOT / "data"))

    assert "faq/location" in found.classifier.labels
    assert len(asked) > len(set(found.classifier.labels))
