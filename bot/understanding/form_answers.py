"""In the middle of a form: is a message an answer, a question of its own, or the wish to stop?"""

from __future__ import annotations

import re

from bot.understanding import times
from bot.understanding.form_asides import OPEN_SLOTS, aside
from bot.understanding.questions import ASKING

LONGEST_STOP = 80
"""Characters: who writes more than that says something else as well."""
STOP = re.compile(
    r"(?:(?:(?:no|nah|nope|then|well|oh|ok|okay|actually|sorry|wait|hm+|um+|please|just)[\s,.!-]+)*"
    r"(?:never ?mind|nvm|nm|forget (?:it|about it|that|the call)|(?:delete|erase) (?:it|that|all|everything)|(?:good)?bye"
    r"|(?:cancel|withdraw|drop)(?: (?:it|that|this|(?:the|my) (?:call|call ?-?back|request)(?: request)?))?"
    r"|stop(?: it| this)?|quit|exit"
    r"|i(?:'ve|'m| have)? chang(?:ed|ing) my mind|(?:do not|don'?t) (?:bother|call(?: me)?(?: back)?|ring(?: me)?)"
    r"|no (?:call|call ?back)|leave it|drop it|scrap (?:it|that)"
    r"|i(?:'?ll| will) (?:just )?(?:call|ring|phone|text) (?:you|u|them|the clinic|(?:u|you) guys)(?: myself)?|not any ?more"
    r"|i don'?t want (?:a|the|this) (?:call|call ?back)(?: any ?more)?"
    r"|(?:tell|ask) (?:them|her|him|the clinic) not to (?:call|ring|bother)(?: me)?)"
    r"(?:[\s,]+(?:please|thanks|thank you|then|instead|anymore|about it|the call|for now|dear|hon|love|after all))*[\s,.!]*)+",
    re.I,
)
DROPS = re.compile(
    r"\W*(?:(?:no|oh|ok|actually|sorry|well)\W+)*(?:never ?mind|nvm)\b\W+"
    r"(?:(?:the |my )?(?:baby|kids?|boss|bus|train)|he|she|they|i(?:'?m|'?ve)? (?:busy|gotta|got to|have to)"
    r"|gotta|got to|have to"
    r"|busy|too late|not now)\b(?:\W+[^\W\d]+){0,5}\W*",
    re.I,
)
"""`never mind baby woke up`: what stands behind it is why."""
DIGITS = re.compile(r"\d(?:\D{0,3}\d){6}")
WHOLE_NUMBER = re.compile(r"\+?\d(?:[\s().-]{0,3}\d){6,}")
NUMBER_ALONE = re.compile(
    r"\W*(?:(?:ok|yes|oops|sorry|no|wait|i mean|my|the|cell|phone|number|is|it'?s|at|on|call|me|here|mobile)\b\W*)*"
    r"\+?1?\W{0,3}(?:\d\W{0,2}){9}\d\W*"
    r"(?:(?:cell|mobile|home|work|thanks?|thank you|pls|please)\b\W*)*",
    re.I,
)
CALL_SOMEBODY = re.compile(r"\b(?:call|ring|phone)\s+(?:me|us|her|him|them|my \w+)\b", re.I)
CALL_AT = re.compile(
    r"\b(?:call|ring|phone|reach)\s+(?:me|us|her|him|them|my \w+)(?:\s+back)?\s*(?:at|on|:)?\W{0,3}\+?1?\W{0,2}\d{3}\D{0,3}\d{3}",
    re.I,
)
"""`u can call me at 484 …`, however much is said beside it."""
MORE_THAN_A_CALL = re.compile(
    r"\?|\bhow (?:much|long|many|do|can)\b|\bdo (?:you|u)\b|\b(?:not|never|don'?t|won'?t)\b.{0,12}\b(?:call|ring|reach)\b", re.I
)
MOST_WORDS_WITH_NUMBER = 10
"""Words of a message that names a number and whom to call on it; a longer one says something else as well."""
QUESTION = re.compile(r"^(?:what|how|why|where|who|which|is|are|do|does|did|can|could|will|would|should|tell me)\b|\?\s*$", re.I)
OTHER_QUESTION = re.compile(r"\W*(?:why|what|how|is|are|do|does|which|who|where|when|will|should)\b", re.I)
WRONG = re.compile(
    r"\b(?:wrong|change|correct|fix|edit|update|different|another|new|typo|mistyped|mistake|not my|isn'?t (?:my|right)"
    r"|redo|re-?enter|(?:old|ex|previous) (?:phone|number|cell)|gave (?:you |u )?(?:my|the) (?:old|wrong))\b",
    re.I,
)
PARTS = {
    "callback_number": re.compile(r"\b(?:numbers?|phone|cell|digits?)\b", re.I),
    "callback_name": re.compile(r"\b(?:names?|spell(?:ed|ing|t)?)\b", re.I),
    "callback_time": re.compile(r"\b(?:times?|day|hours?|when)\b", re.I),
    "callback_why": re.compile(r"\b(?:reason|why|note)\b", re.I),
    "callback_share": re.compile(r"\b(?:shar(?:e|ed|ing)|(?:my|the|those|these|any|no) questions)\b", re.I),
}
"""The words by which people name what is to be changed."""
UNSHARED = re.compile(
    r"\bno questions\b"
    r"|\b(?:don'?t|do not|didn'?t|not|no|without|never|stop|keep|remove|drop|delete|leave out|take out)\b"
    rf"[^,.;!?]{{0,40}}?{PARTS['callback_share'].pattern}",
    re.I,
)
"""That the questions asked in the chat are not to be passed on: `don't share my questions`."""
NOTE = re.compile(
    r"\b(?:say|tell (?:them|her|him)|add|put|note|mention|write)(?: down)?(?: that)? (?:it'?s |this is |is )?"
    r"(?P<about>(?:about|for|regarding|re|my|i'?m|i) .+)",
    re.I | re.S,
)
"""What the clinic is to know beside it, said under the summary: `say it's about my hip`."""
HEED = re.compile(
    r"\b(?:(?:speaks?|talks?) (?:only|just|no)|only (?:speaks?|talks?)|(?:don'?t|doesn'?t|can'?t) speak) \w+"
    r"|\b(?:don'?t|doesn'?t|do not) hear (?:so |too |very )?(?:well|good|much)\b|\bcan'?t hear\b|\bhard of hearing\b"
    r"|\b(?:is|am|'?m|are) deaf\b|\blet it ring\b"
    r"|\bland ?line\b|\bno text(?:s|ing)?\b|\btext (?:me |her |him )?first\b"
    r"|\b(?:can'?t|doesn'?t|don'?t) (?:get|take|receive) texts\b|\btry (?:hers|his|mine|that one|the first|it) first\b"
    r"|\b(?:don'?t|do not|not to) (?:say|tell|mention|ask)\b|\bbut ask for \w+"
    r"|\b(?:don'?t|do not|never) leave (?:an? |any )?(?:voice ?mails?|vms?|messages?)\b|\bno (?:voice ?mails?|vms?|messages?)\b",
    re.I,
)
"""What whoever calls must know, told beside a name, a number or a time: `she speaks only spanish`, `let it ring`."""
CLAUSE = re.compile(r"[.;!\n]+|,\s+|\s+(?:but|so|and)\s+(?!ask for)", re.I)
SURE = 0.8
"""Without the look of a question a message of the form interrupts it only from this confidence."""
SURE_BESIDE_A_NAME = 0.97
"""From here `Price`, with a capital, is a question where a name was asked for."""
OURS = ("faq/", "not_covered/", "person", "smalltalk/bot")
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


def stops(text: str) -> bool:
    """Whether the patient wants to leave the form."""
    if len(text) > LONGEST_STOP:
        return False
    named = any(part.search(text) for part in PARTS.values()) or times.span(text) is not None
    return STOP.fullmatch(text.strip()) is not None or (DROPS.fullmatch(text) is not None and not named)


def looks_like_number(text: str) -> bool:
    """Whether a phone number may stand in the text."""
    return DIGITS.search(text) is not None


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


def asks_for_call(text: str) -> bool:
    """Whether a message is a phone number and little else: who sends one wants to be called, or somebody: `call her, 610 …`."""
    if MORE_THAN_A_CALL.search(text) or not looks_like_number(text):
        return False
    if NUMBER_ALONE.fullmatch(text) or CALL_AT.search(text):
        return True
    short = len(text.split()) <= MOST_WORDS_WITH_NUMBER
    return short and CALL_SOMEBODY.search(text) is not None


def note(text: str) -> str:
    """What the clinic is to know beside the summary; empty where a message says no such thing."""
    found = NOTE.search(text)
    return " ".join(found["about"].split()).strip(" ,.!") if found else heed(text)


def heed(text: str) -> str:
    """What whoever calls is to heed, in the patient's words; empty where a message says nothing of the kind."""
    told = [" ".join(clause.split()) for clause in CLAUSE.split(text) if HEED.search(clause) and not looks_like_number(clause)]
    rest = " ".join(WHOLE_NUMBER.sub(" ", text).split()).strip(" ,.!")
    return re.sub(r"^(?:but|and|so) ", "", ", ".join(told) or (rest if HEED.search(rest) else ""), flags=re.I)


def corrects(text: str) -> bool:
    """Whether a message puts a request right that is with the clinic already: `oh can u change it to 6`, `wrong number`."""
    named = WRONG.search(text) is not None and any(part.search(text) for part in PARTS.values())
    return not OTHER_QUESTION.match(text) and (bool(times.corrected(text)) or named)


def is_name(text: str, asked: str) -> bool:
    """Whether an answer to `what name` is one in however few words, whatever else it may sound like: `Hope`, `Mrs. Price`."""
    if asked != "callback_name" or text.strip().casefold() in CALLS_FOR_HELP:
        return False
    return ONE_WORD.fullmatch(text.strip()) is not None or TITLED.fullmatch(text.strip()) is not None


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
    if asked == "callback_confirmed" and (UNSHARED.search(text) or note(text)):
        return False
    asks = QUESTION.search(text.strip()) is not None or (len(text.split()) > 2 and ASKING.search(text) is not None)
    if not asks and (WRONG.search(text) or asked == "callback_confirmed") and any(words.search(text) for words in PARTS.values()):
        return False
    if not asks and (times.span(text) or label == "faq/booking" or TITLED.fullmatch(text.strip())):
        return False
    if is_name(text, asked) and text[:1].isupper():
        return confidence >= SURE_BESIDE_A_NAME
    return asks or (confidence >= SURE and asked not in OPEN_SLOTS)
