"""What staff do with a question of the inbox, each by one click and each with its undo."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from bot.console import access, services
from bot.console.access import StaffRoute, text, texts
from bot.console.pages import problem
from bot.store import filings
from bot.store.filings import Filing
from bot.threads import in_thread

INBOX = "/staff/questions"
BACK = {
    filings.RIGHT: "/staff/questions/answers",
    filings.WRONG: "/staff/questions/answers",
    filings.MISSED: "/staff/questions/answers",
    filings.FALSE_ALARM: "/staff/questions/emergencies",
    filings.FOLLOWED_UP: "/staff/questions/emergencies",
}
WITHOUT_LESSON = (filings.IGNORED, filings.RIGHT, filings.FALSE_ALARM, filings.FOLLOWED_UP)
"""Ways that keep no words."""
LESSONS = (filings.ADDED, filings.COVERED, filings.WRONG)
"""Ways that teach a topic new words."""
DONE = {filings.IGNORED: "ignored", filings.ADDED: "added", filings.COVERED: "added", filings.WRONG: "added"}


async def file(request: Request) -> Response:
    """POST /staff/questions/file: `do` is a way of `bot.store.filings`, or that and a label as in `added:faq/location`."""
    action, _, label = text(request, "do").partition(":")
    label = label or text(request, "label")
    turn_ids = [int(each) for each in text(request, "turns").split(",") if each.isdecimal()]
    if action not in (*WITHOUT_LESSON, *LESSONS, filings.MISSED) or not turn_ids:
        return problem(request, "refused", 422)
    phrases = [] if action in WITHOUT_LESSON else [each for each in texts(request, "phrase") if each]
    label = label if action in LESSONS else ""
    if action in LESSONS and not label:
        return problem(request, "no_topic", 422)
    await in_thread(_file, request, turn_ids, action, label, phrases)
    return access.back_to(BACK.get(action, INBOX), DONE.get(action, "marked"))


async def undo(request: Request) -> Response:
    """POST /staff/questions/undo: the questions are open again, and what was learned from them is taken out."""
    number = text(request, "filing")
    found = await in_thread(services.of(request).filings.find, int(number)) if number.isdecimal() else None
    if found is None:
        return problem(request, "missing", 404)
    return access.back_to(BACK.get(found.action, INBOX), await in_thread(_undo, request, found))


def _file(request: Request, turn_ids: list[int], action: str, label: str, phrases: list[str]) -> None:
    parts, name = services.of(request), request.state.person.name
    if phrases and action in LESSONS:
        topic = parts.editor.content.topics.get(label)
        known = {example.text.casefold() for example in topic.examples} if topic else set()
        phrases = [each for each in dict.fromkeys(phrases) if each.casefold() not in known]
        if phrases:
            parts.editor.add_phrases(label, phrases, name)
    close(parts, turn_ids, action, name, label, phrases)


def close(
    parts: services.Services, turn_ids: list[int], action: str, name: str, label: str = "", phrases: list[str] | None = None
) -> None:
    """Take questions off the inbox, noting what became of them."""
    for turn_id in turn_ids:
        parts.review.handle(turn_id, name)
    parts.filings.add(turn_ids, action, name, label, phrases or [])
    parts.audit.record(name, f"filed {len(turn_ids)} as {action.replace('_', ' ')}", label)


def _undo(request: Request, found: Filing) -> str:
    """Take it back; returns the name of what to say."""
    parts, name, done = services.of(request), request.state.person.name, "undone"
    if not parts.filings.undo(found.id, name):
        return done
    if found.phrases and found.label in parts.editor.content.topics:
        parts.editor.remove_phrases(found.label, found.phrases, name)
    if found.action == filings.NEW and found.label in parts.editor.content.topics:
        done = _unmade(parts, found.label, name)
    for turn_id in found.turn_ids:
        parts.review.reopen(turn_id)
    parts.audit.record(name, f"undid: filed as {found.action.replace('_', ' ')}", found.label)
    return done


def _unmade(parts: services.Services, label: str, name: str) -> str:
    """Take back the question that was made, as far as nobody has worked on it since; off, where patients may get it already."""
    made = parts.editor.history(f"data/{label}.yml")[0]
    latest = parts.publishing.latest()
    taught = any(each.content_version >= made.id for each in parts.publishing.releases())
    if not taught and not (latest and latest.state == "running"):
        return "undone" if parts.editor.unmake(label, name) else "undone_kept"
    parts.editor.switch(label, False, name)
    return "undone_off"


routes = [
    StaffRoute("/questions/file", file, changes=True),
    StaffRoute("/questions/undo", undo, changes=True),
]
