"""The slots of the form that one message fills, whichever was asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actions import numbers_together, phone, renamed, renumbered
from actions.one_answer import NO_NAME
from actions.told import CONFIRMED, LONGEST_WHY, NAME, NUMBER, SHARE, TIME, WHY, several, unasked
from bot.phrasebook import form_reasons, times
from bot.phrasebook.form_answers import PARTS, WRONG, unshares
from bot.phrasebook.form_notes import by_text, heed, note, to_add

SAME = re.compile(r"\b(?:same|this (?:one|number|phone)|the one i'?m (?:texting|using)|my number here|this)\b", re.I)
NO_REASON = re.compile(
    r"\b(?:no|remove|delete|drop|skip|without|leave out|take out|never ?mind) (?:the |my |any |a |about )*(?:reason|note|why)\b"
    r"(?!\W*(?:is|'?s|should|:))",
    re.I,
)
ASKS = re.compile(r"\W*(?:why|what|how|which|who|where|when|was|were|did)(?:'?s)?\b(?! (?:it )?should)", re.I)
"""Under the summary a question changes nothing: `wheres the nights one`."""
NO_IS_NO = re.compile(r"\bno (?:\w+ )?reason\b", re.I)
"""Asked whether to share, `no reason` says no."""
ONLY = re.compile(r"\b(?:only|just)\b", re.I)
TOO = re.compile(
    r"\W*(?:(?:can|could|would|please|pls|you|u|just)\b\W*)*(?:add (?:it|that|this)|too|as well|also)\b"
    r"(?: (?:please|pls|too))*\W*$",
    re.I,
)
"""Behind a number, that it is told beside another: `my english number is … can you add it`."""
MOST_REPEATED = 5
"""Words of a wish for a text that add nothing to one told before."""


@dataclass(frozen=True)
class Sender:
    """Who writes: the number, on channels that know it, and the message before, in a form that has one."""

    number: str = ""
    before: str = ""


NOBODY = Sender()


def at_first(text: str) -> dict[str, Any]:
    """What the message that begins the form tells."""
    given = dict(unasked(text))
    return {**given, **_to_know(_without(given.get(NAME), heed(text)), given)}


def slots(text: str, asked: str, told: Mapping[str, Any], sender: Sender) -> dict[str, Any]:
    """What a message in the middle of the form tells, beside what was told before.

    Args:
        text: what the patient wrote.
        asked: the slot that was asked for.
        told: the form's slots so far.
        sender: who wrote it.
    """
    why = form_reasons.said_to_be(text)
    text = form_reasons.without_said(text)
    given = {} if asked == CONFIRMED and ASKS.match(text) else dict(several(text, asked))
    if why:
        given[WHY] = why
    elif asked in (CONFIRMED, SHARE):
        given |= _under_the_summary(text, asked, told, given)
    elif given.get(WHY) and told.get(WHY) and asked != WHY:
        given |= _to_know(given[WHY], told)
    if asked == TIME and by_text(text) and times.span(text):
        start, end = times.span(text) or (0, 0)
        given |= {TIME: times.tidy(text[start:end]), **_to_know(heed(text), told)}
    if _may_be_heeded(text, asked):
        words = " ".join(text.split()) if asked == TIME and heed(text) and not phone.find(text) else heed(text)
        given |= _to_know(words, {**told, **given})
    if given.get(TIME) and told.get(TIME) and asked != TIME:
        given[TIME] = times.put_right(told[TIME], given[TIME])
    beside = _told_beside(text, told.get(NUMBER) or "", given.get(NUMBER) or "")
    number = beside or ("" if given.get(NUMBER) else _number_meant(text, asked, told, sender))
    if asked == NUMBER and renumbered.IN_DOUBT.search(text):
        return {}
    name = _name_meant(text, asked, told, given)
    return {**given, **({NUMBER: number} if number else {}), **({NAME: name} if name else {})}


def _under_the_summary(text: str, asked: str, told: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """That questions are not to be shared, what the clinic is to know as well, or that no reason is to be passed on."""
    unneeded = NO_REASON.search(NO_IS_NO.sub(" ", text) if asked == SHARE else text)
    if told.get(WHY) and unneeded:
        return {WHY: ""}
    if asked == CONFIRMED and unshares(text):
        return {SHARE: False}
    return _to_know(_beside_the_summary(text, given), told) if asked == CONFIRMED else {}


def _name_meant(text: str, asked: str, told: Mapping[str, Any], given: Mapping[str, Any]) -> str:
    """The name that was told before, put right by its letters, or where any words may answer by being said again."""
    before = told.get(NAME) or ""
    whole = renamed.whole(text) if before and asked == CONFIRMED else ""
    if whole:
        return whole
    spelt = renamed.spelt_out(text, before) if before or asked == NAME else ""
    if spelt or asked == NAME:
        return spelt
    return renamed.put_right(before, given[NAME]) if given.get(NAME) else renamed.again(text, before, asked != WHY)


def _may_be_heeded(text: str, asked: str) -> bool:
    """Whether what whoever calls is to know is kept apart: a time and a reason are passed on whole, with all that they say."""
    if asked == NAME:
        return not NO_NAME.search(text)
    return asked in (NUMBER, SHARE) or (asked == TIME and not times.tells_when(text))


def _number_meant(text: str, asked: str, told: Mapping[str, Any], sender: Sender) -> str:
    """A number that isn't told whole: the sender's own, what the message before lacked, or other last digits."""
    if asked == NUMBER and SAME.search(text) and phone.parsed(sender.number):
        return phone.parsed(sender.number)
    completed = renumbered.completed(text, sender.before) if asked == NUMBER or not told.get(NUMBER) else ""
    return completed or renumbered.ending(text, told.get(NUMBER) or "", asked)


def _told_beside(text: str, told: str, number: str) -> str:
    """The numbers with one that is to be added to them; empty where none is, or where it takes their place."""
    found = phone.find(text) if number and told else None
    if found and ONLY.search(f"{found.before[-12:]} , {found.after[:12]}"):
        return ""
    if found and TOO.match(found.after) and number not in told:
        return f"{told}, {number}"
    return numbers_together.added(told, found.before, number) if found else ""


def _beside_the_summary(text: str, given: Mapping[str, Any]) -> str:
    """What is to be added, or is told of the pain and why to call, under the summary; empty where that puts something right."""
    noted = to_add(text) if note(text) else ""
    if noted or given or WRONG.search(text):
        return noted
    named = any(part.search(text) for part in PARTS.values())
    return (
        to_add(text) or form_reasons.of_the_body(text) or form_reasons.bare(text) or ("" if named else form_reasons.alone(text))
    )


def _without(name: str | None, words: str) -> str:
    """The words without the name that ends them."""
    return re.sub(rf"[\s,:;.-]*\b{re.escape(name)}\W*$", "", words, flags=re.I) if name else words


def _to_know(words: str, told: Mapping[str, Any]) -> dict[str, Any]:
    """What the clinic is to know, beside a reason that was told before; what that says already is not said twice."""
    before = told.get(WHY) or ""
    by_text_again = by_text(before) and by_text(words) and len(words.split()) < MOST_REPEATED
    new = "" if by_text_again or words.casefold() in before.casefold() else words
    return {WHY: "; ".join(filter(None, [before, new]))[:LONGEST_WHY]} if words else {}
