"""In the middle of a form: is a message an answer, or a question of its own?"""

from __future__ import annotations

import re

from bot.content import topics
from bot.phrasebook import form_reasons, times
from bot.phrasebook.call_wishes import looks_like_number
from bot.phrasebook.form_asides import OPEN_SLOTS, aside
from bot.phrasebook.form_notes import MOST_WORDS_WITH_NUMBER, heed, note, to_add
from bot.phrasebook.questions import ASKING, asks

QUESTION = re.compile(r"^(?:what|how|why|where|who|which|is|are|do|does|did|can|could|will|would|should|tell me)\b|\?\s*$", re.I)
LEADS = re.compile(
    r"^(?:(?:oh|ok|okay|wait|hold on|hang on|sorry|hm+|um+|actually|well|but|and|so|yes|no|first"
    r"|quick question|one (?:more )?question)"
    r"\b[\s,.:!-]*)+",
    re.I,
)
"""What may stand before a question: `wait do the needles hurt`."""
TELLS_NAME = re.compile(
    r"^\W*(?:\w+\W+){0,3}(?:her|his|my|their|the|our) (?:full |first )?name(?:'?s|\s+is)\s+(?!not\b|on\b|in\b)\w", re.I
)
AREA_CODE = re.compile(r"\barea ?code\W+(?:is\W+)?\d{3}\b|\b\d{3} area ?code\b", re.I)
AREA_ALONE = re.compile(
    r"\W*(?:(?:oh|ok|sorry|it'?s|the|area|code|is|yes|in|and|put)\b\W*)*\(?(?P<area>[2-9]\d\d)\)?"
    r"(?: (?:area(?: code)?|sorry|please|pls))*\W*",
    re.I,
)
"""A message that is an area code: `oh 610`."""
OTHER_QUESTION = re.compile(r"\W*(?:why|what|how|is|are|do|does|which|who|where|when|will|should)\b", re.I)
WRONG = re.compile(
    r"\b(?:wrong|change|correct|fix|edit|update|different|another|new|typo|mistyped|mistake|not my|isn'?t (?:my|right)"
    r"|redo|re-?enter|(?:old|ex|previous) (?:phone|number|cell)|gave (?:you |u )?(?:my|the) (?:old|wrong))\b",
    re.I,
)
PARTS = {
    "callback_number": re.compile(r"\b(?:numbers?|phone|cell|digits?)\b", re.I),
    "callback_name": re.compile(r"\b(?:names?|spell(?:ed|ing|t)?)\b|^\W*(?:no\W+)?(?:it'?s )?with(?:out)? an? \w\W*$", re.I),
    "callback_time": re.compile(r"\b(?:times?|day|hours?|when)\b", re.I),
    "callback_why": re.compile(r"\b(?:reason|why|note)\b", re.I),
    "callback_share": re.compile(r"\b(?:shar(?:e|ed|ing)|(?:my|the|those|these|any|no) questions)\b", re.I),
}
"""The words by which people name what is to be changed."""
PART_ALONE = re.compile(
    r"(?:(?:wait|oh|change|fix|the|my)\b\W*)*(?:phone number|number|phone|name|time|day|reason)(?: (?:please|pls))?\W*", re.I
)
"""What is to be changed, named and nothing else."""
OTHER_NUMBER = re.compile(
    r"(?:(?:no|oh|wait|actually|sorry|ok|please)\b\W*)*"
    r"(?:(?:call|use|ring|phone|try) (?:hers|his|theirs|mine|the other(?: (?:one|number))?)"
    r"|(?:leave|keep|use|go back to|put back) (?:it )?(?:(?:on|as|at) )?(?:the |my )?"
    r"(?:old|first|other|previous|original|last) (?:one|number))"
    r"(?: (?:instead|please|pls|then))*\W*",
    re.I,
)
"""`actually call hers`, `no leave the old one`: a number that isn't kept, and is asked for again."""
UNSHARED = re.compile(
    r"\bno questions\b"
    r"|\b(?:don'?t|do not|didn'?t|not|no|without|never|stop|keep|remove|drop|delete|leave out|take out)\b"
    rf"[^,.;!?]{{0,40}}?{PARTS['callback_share'].pattern}",
    re.I,
)
"""That the questions asked in the chat are not to be passed on: `don't share my questions`."""
NONE_TO_ASK = re.compile(
    r"\b(?:have|had|got|ve) (?:no|zero) (?:more |other |further )?questions\b"
    r"|\b(?:don'?t|do not|didn'?t) (?:really )?have (?:any |more |other |further )*questions\b"
    r"|^\W*(?:(?:no|nope|nah|ok|okay|yes)\W+)*no (?:more |other |further )?questions"
    r"(?: (?:here|from me|thanks|thank you|for now|at all|right now))*(?=\W*$|\W+(?:send|submit|thanks|thank)\b)",
    re.I,
)
"""`I have no questions` says that there is nothing to ask, not that what was asked is to be kept back."""
ASKS_MORE = re.compile(
    r"\b(?:do|does|is|are|can|could|will|would|should|may) (?:i|you|u|he|she|we|they|there|it|that|my \w+)\b"
    r"(?!(?: (?:just|please|pls|maybe|also|not|only))* (?:text|message|call|ring|phone|leave|say|tell|ask|make|use|put|change|let"
    r"|try|have (?:them|her|him|some\w+))\b) \w",
    re.I,
)
"""`im deaf do you have an interpreter` asks, and puts no request right."""
SURE = 0.8
"""Without the look of a question a message of the form interrupts it only from this confidence."""
SURE_BESIDE_A_NAME = 0.97
"""From here `Price`, with a capital, is a question where a name was asked for."""
TAKES_A_STORY = ("callback_name", "callback_number", "callback_time", "callback_confirmed")
"""Where what is told of the body is the reason to call."""
OURS = ("faq/", "not_covered/", "person", topics.BOT)
"""What labels that may interrupt a form begin with."""
ONE_WORD = re.compile(r"[^\W\d_][\w'’-]+[.!]?")
TITLED = re.compile(r"(?:mrs?|ms|miss|dr|mx)\.?\s+[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)?[.!]?", re.I)
CALLS_FOR_HELP = frozenset("help sos emergency dying bleeding hurt hurts pain fainting drowning choking".split())
"""Single words that are no name, wherever they stand."""
MOST_WORDS_BESIDE = 6
JOINING = frozenset(
    "and also but so or ok okay oh well hi hello hey first please wait sorry btw one more thing question thanks yes yeah actually"
    " before that this it now hang on quick".split()
)


def unshares(text: str) -> bool:
    """Whether the questions asked in the chat are not to be passed on."""
    return UNSHARED.search(NONE_TO_ASK.sub(" ", text)) is not None


def without(text: str, questions: list[str]) -> str:
    """What a message says beside the questions in it; empty where that is nothing that could answer a form."""
    if not questions:
        return text
    for question in questions:
        text = text.replace(question, " ")
    rest = " ".join(text.split()).strip(" ,.!?;:-")
    words = re.findall(r"\w+", rest.casefold())
    answers = looks_like_number(rest) or (len(words) <= MOST_WORDS_BESIDE and set(words) - JOINING)
    return rest if answers else ""


def corrects(text: str) -> bool:
    """Whether a message puts a request right that is with the clinic already: `oh can u change it to 6`, `wrong number`."""
    named = WRONG.search(text) is not None and any(part.search(text) for part in PARTS.values())
    short = len(text.split()) <= MOST_WORDS_WITH_NUMBER and not ASKS_MORE.search(text)
    return not OTHER_QUESTION.match(text) and (bool(times.corrected(text)) or named or (short and bool(heed(text))))


def is_name(text: str, asked: str) -> bool:
    """Whether an answer to `what name` is one in however few words, whatever else it may sound like: `Hope`, `Mrs. Price`."""
    if asked != "callback_name" or text.strip().casefold() in CALLS_FOR_HELP:
        return False
    return ONE_WORD.fullmatch(text.strip()) is not None or TITLED.fullmatch(text.strip()) is not None


def tells(text: str, asked: str) -> bool:
    """Whether a message says in so many words that it tells something for the form: `her name is Anh`, `say no voicemail`."""
    if asked in OPEN_SLOTS:
        return False
    if TELLS_NAME.search(text) or AREA_CODE.search(text):
        return True
    if asked in ("callback_name", "callback_number") and AREA_ALONE.fullmatch(text):
        return True
    return not asks(text) and bool(note(text))


def _tells_why(text: str, asked: str) -> bool:
    """Whether a message is the reason to call where something else was asked for: `about insurance`."""
    if asked in OPEN_SLOTS:
        return False
    if asked in TAKES_A_STORY and (form_reasons.of_the_body(text) or form_reasons.bare(text)):
        return True
    return bool(form_reasons.alone(text) or form_reasons.said_to_be(text))


def interrupts(text: str, asked: str, label: str, confidence: float) -> bool:
    """Whether a message that was understood as `label` is a question of its own, not an answer to the slot that was asked.

    Args:
        text: what the patient wrote.
        asked: the slot that the form asked for.
        label: what the classifier is sure it means.
        confidence: how sure it is.
    """
    if not label.startswith(OURS) or looks_like_number(text) or aside(text, asked) or times.corrected(text):
        return False
    if tells(text, asked) or _tells_why(text, asked) or (asked == "callback_confirmed" and (unshares(text) or to_add(text))):
        return False
    if PART_ALONE.fullmatch(text.strip()):
        return False
    plain = LEADS.sub("", text.strip())
    asking = QUESTION.search(plain) is not None or (len(text.split()) > 2 and ASKING.search(plain) is not None)
    if (
        not asking
        and (WRONG.search(text) or asked == "callback_confirmed")
        and any(words.search(text) for words in PARTS.values())
    ):
        return False
    if not asking and (times.span(text) or label == topics.BOOKING or TITLED.fullmatch(text.strip())):
        return False
    if is_name(text, asked) and text[:1].isupper():
        return confidence >= SURE_BESIDE_A_NAME
    return asking or (confidence >= SURE and asked not in OPEN_SLOTS)
