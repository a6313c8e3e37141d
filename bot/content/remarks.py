"""What can be said about a draft before it is saved, by the field it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from bot.content.check import Problem, check, normalised
from bot.content.complaint import BEYOND_STAFF, Complaint, complaint
from bot.content.draft import ANSWERS, FaqDraft, is_variant
from bot.content.model import Content, Response, fill
from bot.content.sms_text import fold, segments
from bot.content.wholesome import answer_complaint, one_line, phrase_complaint, title_complaint

SUBJECT = re.compile(r"not_covered/\w+")
"""The labels whose place a new question may take: whatever else is named would be removed."""


@dataclass(frozen=True)
class Remark:
    """Something about a draft. `field` is a field of the draft, or empty where it is about another file."""

    field: str
    complaint: Complaint
    blocks: bool = True
    """Whether it can't be saved so; otherwise it is only worth knowing."""
    phrase: str = ""
    """The way of asking it is about, where it is about one."""
    about: str = ""
    """What the other question is called that it is about."""
    what: str = ""
    """What a developer reads in a shell, where nobody else can mend it."""


def tidied(draft: FaqDraft) -> FaqDraft:
    """The draft with stray spaces, line breaks and invisible characters taken out, and no way of asking twice."""
    answers: dict[str, Any] = {
        name: "\n".join(filter(None, map(one_line, getattr(draft, name).splitlines()))) for name in ANSWERS
    }
    phrases = [one_line(each.strip().removeprefix("- ")) for each in draft.phrases]
    different = {normalised(phrase): phrase for phrase in reversed(phrases) if phrase}
    return replace(
        draft,
        title=one_line(draft.title),
        phrases=tuple(reversed(different.values())),
        facts=tuple(dict.fromkeys(draft.facts)),
        **answers,
    )


def on_words(draft: FaqDraft, placeholders: dict[str, str]) -> list[Remark]:
    """What its words alone give away; where any of these blocks, the draft must not even be written to a file."""
    against = {"title": title_complaint(draft.title)}
    against.update((name, answer_complaint(getattr(draft, name), placeholders)) for name in ANSWERS)
    found = [Remark(name, each) for name, each in against.items() if each]
    found += on_phrases(draft.phrases)
    if draft.replaces and not SUBJECT.fullmatch(draft.replaces):
        found.append(Remark("", complaint("no_subject", said=draft.replaces)))
    if not draft.web:
        found.append(Remark("web", complaint("no_answer")))
    if draft.pregnant_sms and not draft.pregnant_web:
        found.append(Remark("pregnant_web", complaint("no_pregnant_web")))
    return found


def on_phrases(phrases: Iterable[str]) -> list[Remark]:
    """What ways of asking give away by themselves."""
    return [Remark("phrases", against, phrase=each) for each in phrases if (against := phrase_complaint(each))]


def on_danger(phrases: Iterable[str], urgent: Callable[[str], bool]) -> Iterator[Remark]:
    """Ways of asking that no question may have: whoever writes them gets emergency advice before anything is understood."""
    for each in phrases:
        if urgent(each):
            yield Remark("phrases", complaint("urgent_phrase", phrase=each), phrase=each)


def on_cost(draft: FaqDraft, placeholders: dict[str, str]) -> Iterator[Remark]:
    """Text messages that are sent, and paid, in several parts."""
    for name, other in (("sms", "web"), ("pregnant_sms", "pregnant_web")):
        words = getattr(draft, name) or getattr(draft, other)
        count = segments(fold(fill(words, placeholders)))
        if count > 1:
            cost = complaint("two_segments") if count == 2 else complaint("many_segments", count=count)
            yield Remark(name, cost, blocks=False)


def on_content(draft: FaqDraft, after: Content, problems: Iterable[Problem]) -> list[Remark]:
    """What the content with the draft in it can't be kept for.

    Args:
        draft: the draft.
        after: the content with it.
        problems: what `check` refuses there, and did not refuse without it.
    """
    rest = [problem for problem in problems if problem.complaint.kind != "twice"]  # `_shared` tells those by title
    found = [_own(problem, draft, after) if problem.file == draft.file else elsewhere(problem, after) for problem in rest]
    return [*_shared(draft, after), *found]


def _shared(draft: FaqDraft, content: Content) -> Iterator[Remark]:
    """Ways of asking that belong to another topic, told by its title."""
    own = {normalised(phrase): phrase for phrase in draft.phrases}
    for topic in content.topics.values():
        if topic.label != draft.label:
            for example in topic.examples:
                if normalised(example.text) in own:
                    phrase, title = own[normalised(example.text)], topic.title or topic.label
                    yield Remark("phrases", complaint("taken_phrase", phrase=phrase, title=title), phrase=phrase)


def new_problems(before: Content, after: Content) -> list[Problem]:
    """What `check` refuses in the later content and did not refuse in the earlier one."""
    known = {replace(problem, line=0) for problem in _checked(before)}
    return [problem for problem in check(after) if replace(problem, line=0) not in known]


_last: list[tuple[Content, list[Problem]]] = []


def _checked(content: Content) -> list[Problem]:
    """The problems of content that is asked about again and again while somebody types."""
    last = _last[:1]  # others ask about theirs at the same time
    if not last or last[0][0] is not content:
        _last[:] = last = [(content, check(content))]
    return last[0][1]


def elsewhere(problem: Problem, content: Content) -> Remark:
    """A problem of a file that isn't the draft's own, by what the question in it is called."""
    about = next((content.called(topic.label) for topic in content.topics.values() if topic.file == problem.file), "")
    return replace(_remark(problem), about=about)


def _own(problem: Problem, draft: FaqDraft, after: Content) -> Remark:
    topic = after.topics[draft.label]
    made, kind = _remark(problem), problem.complaint.kind
    at = {example.line: example.text for example in topic.examples}
    if kind == "too_few":
        return replace(made, field="phrases")
    if problem.line in at:
        return replace(made, field="phrases", phrase=at[problem.line])
    wordings = {response.line: response for response in topic.responses}
    field = _field(wordings[problem.line]) if problem.line in wordings else ""
    return replace(made, field="facts" if kind in ("no_fact", "unknown_fact") else field)


def _remark(problem: Problem) -> Remark:
    place = f"{problem.file}, line {problem.line}: {problem.what}"
    return Remark("", problem.complaint, what=place if problem.complaint == BEYOND_STAFF else "")


def _field(response: Response) -> str:
    name = "sms" if response.channel == "sms" else "web"
    return f"pregnant_{name}" if is_variant(response) else name
