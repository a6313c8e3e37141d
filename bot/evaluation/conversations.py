"""What real patients type that is more than one plain question: several at once, follow-ups, noise.

The files in `tests/patients/` were written by people who saw no training phrase; they measure and never train.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.conversation.inbound import Inbound
from bot.conversation.wording import Reply
from bot.evaluation import sets
from bot.turn import FrontDesk

GROUPS = ("single", "not_covered", "out_of_scope", "smalltalk", "handoff", "compound", "follow_up", "clean", "noisy")
SETS = sets.under(Path("tests/patients"))
"""Each is reported by itself."""
ANY_SUBJECT = "not_covered"
"""An expected topic that any `not_covered/<subject>` fulfils."""
REFUSED = ("out_of_scope", "clarify", "not_covered")


@dataclass(frozen=True)
class Talk:
    """One conversation of one or more messages, and what the reply to its last one must rest on."""

    group: str
    turns: tuple[str, ...]
    expected: tuple[str, ...]
    topics: tuple[str, ...] = ()
    kind: str = ""

    @property
    def outcome(self) -> str:
        """`right` (every topic, in order, nothing else); `part`; `refused` (no answer was given); `wrong`."""
        found, wanted = _subjects_aside(self.topics), _subjects_aside(self.expected)
        if found == wanted or (self.kind == "clarify" and len(wanted) == 1 and wanted[0] in found):
            return "right"
        if self.kind in REFUSED and not (set(found) & set(wanted)):
            return "refused"
        return "part" if set(found) & set(wanted) else "wrong"


def _subjects_aside(topics: Sequence[str]) -> tuple[str, ...]:
    """Topics with every uncovered subject as the same one, each once."""
    return tuple(dict.fromkeys(ANY_SUBJECT if topic.startswith(ANY_SUBJECT) else topic for topic in topics))


async def judge_all(desk: FrontDesk, folder: Path) -> list[Talk]:
    """Every conversation of the folder through the shipped path, each with a patient who never wrote before."""
    return [await _judged(desk, talk) for talk in read(folder)]


def read(folder: Path) -> list[Talk]:
    """The conversations in the folder's files, not judged yet; a set need not hold every kind."""

    def listed(name: str) -> Any:
        file = folder / name
        return YAML(typ="safe").load(file.read_text(encoding="utf-8")) if file.exists() else []

    talks = [Talk("single", (text,), (topic,)) for topic, texts in dict(listed("topics.yml")).items() for text in texts]
    for group in ("not_covered", "out_of_scope", "smalltalk", "handoff"):
        talks += [Talk(group, (text,), (group,)) for text in listed(f"{group}.yml")]
    talks += [Talk("compound", (each["text"],), tuple(each["topics"])) for each in listed("compound.yml")]
    talks += [Talk("follow_up", tuple(each["turns"]), tuple(each["topics"])) for each in listed("follow_ups.yml")]
    for each in listed("noise.yml"):
        talks += [Talk("clean", (each["clean"],), (each["topic"],)), Talk("noisy", (each["noisy"],), (each["topic"],))]
    return talks


async def _judged(desk: FrontDesk, talk: Talk) -> Talk:
    conversation = f"web_{secrets.token_hex(8)}"
    reply = Reply([], "")
    for number, text in enumerate(talk.turns):
        reply = await desk.take(Inbound(conversation, "web", f"m{number}", text))
    topics = reply.topics
    if "smalltalk" not in talk.expected:  # a greeting or thanks around a question is answered with a word of its own
        topics = [topic for topic in topics if topic != "smalltalk"] or topics
    return Talk(talk.group, talk.turns, talk.expected, tuple(topics), reply.kind)


def headline(talks: Sequence[Talk], prefix: str = "patients") -> dict[str, float]:
    """The share that was right, and that was wrong, of each kind of conversation, from 0 to 1; `prefix` begins each name."""
    groups = [group for group in GROUPS if _of(talks, group)]
    return {f"{prefix}_{group}_{each}": _share(_of(talks, group), each) for group in groups for each in ("right", "wrong")}


def table(talks: Sequence[Talk], name: str) -> str:
    """A row for each kind of conversation in the set of that name, then what went wrong in each."""
    lines = ["", f"{'what patients type, ' + name:24}{'n':>5}{'right':>8}{'part':>8}{'refused':>9}{'wrong':>8}"]
    for group in GROUPS:
        own = _of(talks, group)
        if not own:
            continue
        shares = [_share(own, outcome) for outcome in ("right", "part", "refused", "wrong")]
        lines.append(f"{group:24}{len(own):5}{shares[0]:8.1%}{shares[1]:8.1%}{shares[2]:9.1%}{shares[3]:8.1%}")
    for talk in misses(talks):
        lines.append(f"  {talk.group}: {' · '.join(talk.turns)}\n      {_words(talk)}")
    return "\n".join(lines)


def misses(talks: Sequence[Talk]) -> list[Talk]:
    """What was not right, the wrong ones first."""
    order: Mapping[str, int] = {"wrong": 0, "part": 1, "refused": 2}
    return sorted((talk for talk in talks if talk.outcome != "right"), key=lambda talk: (talk.group, order[talk.outcome]))


def _words(talk: Talk) -> str:
    return f"{', '.join(talk.expected)} → {', '.join(talk.topics) or 'nothing'} ({talk.kind})"


def _of(talks: Sequence[Talk], group: str) -> list[Talk]:
    return [talk for talk in talks if talk.group == group]


def _share(talks: Sequence[Talk], outcome: str) -> float:
    return sum(talk.outcome == outcome for talk in talks) / max(len(talks), 1)
