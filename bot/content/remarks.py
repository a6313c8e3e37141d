"""What can be said about a draft before it is saved, in plain words and by the field it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from bot.content import sms_text
from bot.content.check import PLAIN, Problem, check, normalised
from bot.content.draft import ANSWERS, FaqDraft, is_variant
from bot.content.model import Content, Response, fill
from bot.content.wholesome import answer_complaint, one_line, phrase_complaint, title_complaint

ALREADY = "already stands"
"""In a problem of `check` that is told by title instead."""


@dataclass(frozen=True)
class Remark:
    """Something about a draft. `field` is a field of the draft, or empty where it is about another file."""

    field: str
    what: str
    blocks: bool = True
    """Whether it can't be saved so; otherwise it is only worth knowing."""
    phrase: str = ""
    """The way of asking it is about, where it is about one."""
    kind: str = PLAIN
    """As of a problem of `check`: where it isn't `plain`, the console has a sentence of its own and `what` is for the shell."""
    detail: str = ""
    about: str = ""
    """What the other question is called that it is about."""


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
    found = [Remark("title", title_complaint(draft.title))]
    found += [Remark(name, answer_complaint(getattr(draft, name), placeholders)) for name in ANSWERS]
    found += [Remark("phrases", phrase_complaint(each), phrase=each) for each in draft.phrases]
    if not draft.web:
        found.append(Remark("web", "Please write an answer."))
    if draft.pregnant_sms and not draft.pregnant_web:
        found.append(Remark("pregnant_web", "Please write the pregnancy answer for the web too."))
    return [remark for remark in found if remark.what]


def on_danger(phrases: Iterable[str], urgent: Callable[[str], bool]) -> Iterator[Remark]:
    """Ways of asking that no question may have: whoever writes them gets emergency advice before anything is understood."""
    for each in phrases:
        if urgent(each):
            what = f"“{each}” sounds like an emergency: who writes it gets emergency advice and never this answer. Leave it out."
            yield Remark("phrases", what, phrase=each)


def on_cost(draft: FaqDraft, placeholders: dict[str, str]) -> Iterator[Remark]:
    """Text messages that are sent, and paid, in several parts."""
    for name, other in (("sms", "web"), ("pregnant_sms", "pregnant_web")):
        words = getattr(draft, name) or getattr(draft, other)
        count = sms_text.segments(fill(words, placeholders))
        if count > 1:
            cost = "double" if count == 2 else f"{count} times as much"
            yield Remark(name, f"{'Two' if count == 2 else count} text segments: costs {cost}.", blocks=False)


def on_content(draft: FaqDraft, after: Content, problems: Iterable[Problem]) -> list[Remark]:
    """What the content with the draft in it can't be kept for.

    Args:
        draft: the draft.
        after: the content with it.
        problems: what `check` refuses there, and did not refuse without it.
    """
    rest = [problem for problem in problems if ALREADY not in problem.what]
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
                    yield Remark("phrases", f"“{phrase}” is a way of asking “{title}” already: keep one.", phrase=phrase)


def new_problems(before: Content, after: Content) -> list[Problem]:
    """What `check` refuses in the later content and did not refuse in the earlier one."""
    known = {(problem.file, problem.what) for problem in _checked(before)}
    return [problem for problem in check(after) if (problem.file, problem.what) not in known]


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
    what = _sentence(problem) if problem.kind == PLAIN else str(problem)
    return Remark("", what, kind=problem.kind, detail=problem.detail, about=about)


def _own(problem: Problem, draft: FaqDraft, after: Content) -> Remark:
    topic = after.topics[draft.label]
    made = Remark("", _sentence(problem), kind=problem.kind, detail=problem.detail)
    at = {example.line: example.text for example in topic.examples}
    if problem.line in at and "too few" not in problem.what:
        return replace(made, field="phrases", phrase=at[problem.line])
    if "ways of asking" in problem.what:
        return replace(made, field="phrases")
    wordings = {response.line: response for response in topic.responses}
    field = _field(wordings[problem.line]) if problem.line in wordings else ""
    return replace(made, field="facts" if problem.kind in ("no_fact", "unknown_fact") else field)


def _sentence(problem: Problem) -> str:
    return problem.what[0].upper() + problem.what[1:]


def _field(response: Response) -> str:
    name = "sms" if response.channel == "sms" else "web"
    return f"pregnant_{name}" if is_variant(response) else name
