"""What a publishing is tested with: phrasings that never train, conversations, and every wording of danger there is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot import content
from bot.content.load import parse
from bot.content.model import Content
from bot.content.properties import NO_PROPERTIES, Properties
from bot.evaluation import red_flags, sets
from bot.understanding.judgement import EMERGENCY
from bot.understanding.model import LOOK_ALIKE

DANGERS = (EMERGENCY, LOOK_ALIKE)
"""Labels of what must raise the alarm, and of what must not."""


class NoQuestions(Exception):
    """The files that a version is tested with are missing: nothing could be said about it."""


@dataclass(frozen=True)
class Question:
    """A message with the label it belongs to."""

    text: str
    label: str
    before: str = ""
    """What the patient wrote just before, where danger is told in two messages."""
    last_topic: str = ""
    """The label of what was answered just before in a conversation, which a follow-up leans on."""
    behind: Properties = NO_PROPERTIES
    """What that topic is like."""

    @property
    def messages(self) -> tuple[str, ...]:
        """What the patient writes, in order."""
        return (self.before, self.text) if self.before else (self.text,)


def everything(tests: Path, known: Content) -> list[Question]:
    """All that a new version is asked before it may go live.

    Raises:
        NoQuestions: there are no phrasings to test with, or no wordings of danger.
        ContentError: a file is broken.
    """
    asked, unseen = questions(tests, known), _told_apart(tests)
    if not asked or not unseen:
        raise NoQuestions
    taught = [Question(each.text, EMERGENCY) for each in known.topics[EMERGENCY].examples] if EMERGENCY in known.topics else []
    return list(dict.fromkeys([*asked, *unseen, *taught]))


def questions(tests: Path, known: Content) -> list[Question]:
    """Held-out phrasings and the conversation tests, for the topics that the content has.

    Of a conversation each message is asked in order and read after the topic that the one before it asked for. Rules, forms and
    actions aren't run: publishing changes none of them.

    Raises:
        ContentError: a file is broken.
    """
    moved = {topic.replaces: topic.label for topic in known.topics.values() if topic.replaces}
    found = [Question(text, label) for label, texts in content.phrases(tests / "data").items() for text in texts]
    for path in sorted((tests / "conversations").glob("*.yml")):
        for story in parse(path, path.name).get("stories") or ():
            found += _conversation(story["steps"])
    named = [
        Question(each.text, moved.get(each.label, each.label), "", each.last_topic, known.properties(each.last_topic))
        for each in found
    ]
    return [each for each in dict.fromkeys(named) if each.label in known.topics]


def _conversation(steps: list[dict[str, str]]) -> list[Question]:
    found, last_topic = [], ""
    for step in (each for each in steps if "intent" in each):
        if "user" in step:
            found.append(Question(str(step["user"]).strip(), step["intent"], last_topic=last_topic))
        if step["intent"].startswith("faq/"):
            last_topic = step["intent"]
    return found


def _told_apart(tests: Path) -> list[Question]:
    """Danger, and what only sounds like it, in the words of people who saw no training phrase; some of it in two messages."""
    return [
        Question(messages[-1], EMERGENCY if urgent else LOOK_ALIKE, " . ".join(messages[:-1]))
        for folder in sets.under(tests / "red_flags").values()
        for _, urgent, messages in red_flags.cases(folder)
    ]
