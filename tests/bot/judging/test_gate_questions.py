"""What a version is asked: held-out phrasings, conversations, and every wording of danger."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import content
from bot.content import Content, Example, Topic
from bot.evaluation import red_flags
from bot.judging import gate_questions
from bot.judging.gate_questions import NoQuestions, Question
from bot.settings import ROOT
from bot.understanding.judgement import EMERGENCY
from bot.understanding.model import LOOK_ALIKE

TOPICS = {
    "faq/parking": Topic("faq/parking", "", replaces="not_covered/cars"),
    "faq/session_length": Topic("faq/session_length", ""),
    EMERGENCY: Topic(EMERGENCY, "", (Example("she fainted", 1),)),
}
KNOWN = Content(TOPICS, {}, {}, {})
STORY = """stories:
  - story: one
    steps:
      - user: |
          my car
        intent: faq/parking
      - action: utter_faq
      - user: |
          long visit
        intent: faq/session_length
"""


@pytest.fixture
def tests(tmp_path: Path) -> Path:
    """A folder with a few held-out phrasings, a conversation, and danger told in one message and in two."""
    for name in ("data", "conversations", "red_flags/urgent", "red_flags/calm"):
        (tmp_path / name).mkdir(parents=True)
    text = "nlu:\n  - intent: {}\n    examples: |\n      - {}\n"
    for name, label, phrase in (("a", "not_covered/cars", "my car"), ("b", "faq/gone", "gone"), ("c", "faq/parking", "park")):
        (tmp_path / "data" / f"{name}.yml").write_text(text.format(label, phrase))
    (tmp_path / "conversations" / "test_one.yml").write_text(STORY)
    two = "kind: clot\nphrases:\n  - one leg swollen\n  - {two_messages: [35 weeks, leg is big]}\n"
    (tmp_path / "red_flags" / "urgent" / "clot.yml").write_text(two)
    (tmp_path / "red_flags" / "calm" / "clot.yml").write_text("kind: clot\nphrases:\n  - clotted cream\n")
    return tmp_path


def test_questions_move_with_their_subject(tests: Path) -> None:
    """Test questions of a subject that became an answer are asked for the answer; those of unknown topics are left out."""
    assert gate_questions.questions(tests, KNOWN) == [
        Question("my car", "faq/parking"),
        Question("park", "faq/parking"),
        Question("long visit", "faq/session_length", last_topic="faq/parking"),
    ]


def test_danger_is_asked_as_it_is_taught_and_as_it_never_was(tests: Path) -> None:
    """Beside the phrases that train, those that don't: in one message or two, and what only sounds like danger."""
    dangers = [each for each in gate_questions.everything(tests, KNOWN) if each.label in gate_questions.DANGERS]

    assert dangers == [
        Question("one leg swollen", EMERGENCY),
        Question("leg is big", EMERGENCY, before="35 weeks"),
        Question("clotted cream", LOOK_ALIKE),
        Question("she fainted", EMERGENCY),
    ]


def test_every_set_is_asked() -> None:
    """Not one held-out wording of danger is left out, of none of the sets."""
    asked = {each.messages for each in gate_questions.everything(ROOT / "tests", content.load(ROOT / "data"))}

    for folder in red_flags.SETS.values():
        assert {messages for _, _, messages in red_flags.cases(ROOT / folder)} <= asked


@pytest.mark.parametrize("gone", ["data", "red_flags"])
def test_without_questions_nothing_is_judged(tests: Path, gone: str) -> None:
    """A folder that is missing is no version without mistakes."""
    (tests / gone).rename(tests / "elsewhere")
    for path in (tests / "conversations").glob("*.yml"):
        path.unlink()

    with pytest.raises(NoQuestions):
        gate_questions.everything(tests, KNOWN)
