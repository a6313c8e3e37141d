"""The reason to call where it is told with something else: `call Kim 610 …, about parking, tuesday`."""

from __future__ import annotations

import re

from actions import phone
from actions.names import BORDER
from actions.yes_and_no import YES, says
from bot.phrasebook import form_reasons, times
from bot.phrasebook.call_wishes import looks_like_number
from bot.phrasebook.form_notes import heed
from bot.phrasebook.form_reasons import LED
from bot.phrasebook.questions import asks
from bot.privacy import numbers

BEFORE = (
    r"(?:^\W*|[,;.!?)]\s*(?:and |so |but )?|\b(?:please|pls|plz|and) |\d(?: ?[ap]m)? "
    r"|\b(?:call|ring|phone|call ?back) (?:(?:me|us|her|him) )?(?:back )?(?:please |pls )?"
    r"|\b(?:it'?s|it is|i'?m) (?:just |only )?)"
)
REASON = re.compile(rf"{BEFORE}(?P<why>{LED}(?:(?!\s-\s)[^,;.\n])+)", re.I)
NOTHING = re.compile(rf"{LED}\W*(?:(?:that|it|this|you|me|now|then|please|pls|all)\b\W*)*", re.I)
"""`call me about it then`."""
FILLER = frozenset(
    "its it's it is this that's thats im i'm i my name the a an she's shes he's hes she he me us you u and but or so for at on to"
    " by of from can could will would somebody someone have get need want like call calls calling ring phone back gimme give ask"
    " reach text use number no cell mobile home work office line ext mr mrs ms dr s please pls plz thanks thank thx ok okay hi"
    " hello hey hola best good better time day tho though only just then there here whenever anytime also again fine yes sure"
    " well do name's names am oh her his our under hers llamo nombre es mi if poss possible".split()
)
"""A piece of these alone gives no reason."""
REACHED = frozenset(
    "i i'm im i'll ill he he's hes he'll she she's shes she'll we we're will be am is are home at work here there free available"
    " around up awake in out off back reachable not busy until till by after before from then only just".split()
)
"""A piece of these alone says when somebody can be reached: `i will be home`."""
OF_THE_WISH = re.compile(
    r"\b(?:call(?:s|ed|ing|back)?|ring|phone|reach|text|talk|speak|contact|hear|numbers?|cell|person|human|somebody|someone)\b",
    re.I,
)
"""In front of the number, what belongs to the wish itself."""
UNSAID = re.compile(r"if (?:not|so|yes)\b", re.I)
"""`if not forget it` is said of the wish."""
LOOSE = re.compile(r"(?:\s+(?:so|like|or|and|maybe|but|um|uh))+$", re.I)
"""What led to a time that stood behind it."""
MOST_WORDS = 14
FEWEST_LETTERS = 3


def cut(text: str) -> tuple[str, str]:
    """The text without a reason that is announced in it, and the reason; times of the call stay in the text."""
    found = next((each for each in REASON.finditer(text) if not NOTHING.fullmatch(each["why"])), None)
    if not found:
        return text, ""
    why, end = found["why"], found.end()
    when = times.span(why)
    if when and when[1] >= len(why.rstrip()):  # `about the bill tomorrow`: the time of the call stands last
        why, end = why[: when[0]], found.start("why") + when[0]
    why = form_reasons.LABEL.sub("", why).strip(" ,.;!")
    return f"{text[: found.start('why')]}, {text[end:]}", why if len(why.split()) > 1 else ""


def left(behind: str) -> list[str]:
    """What of the words behind a number is neither name nor time and tells something: `billing q`, `new patient`."""
    return [piece for piece in map(_plain, BORDER.split(behind)) if _tells(piece)]


def left_before(before: str) -> list[str]:
    """The same of the sentences in front of it, but for the wish to be called: `call me. my bill is wrong. 610 …`.

    What touches the number says whose it is.
    """
    *pieces, _touching = BORDER.split(before)
    return [piece for piece in map(_plain, pieces) if _tells(piece) and not OF_THE_WISH.search(piece) and not says(YES, piece)]


def identifies(text: str) -> bool:
    """Whether a birth date or an identifier is told, which nobody asks for here and no request is to carry."""
    return any(True for finder in (numbers.find_birthdates, numbers.find_numbers) for _found in finder(text))


def _plain(piece: str) -> str:
    return LOOSE.sub("", " ".join(piece.split()).strip(" ,.;:!-"))


def _tells(piece: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’]*", piece.casefold())
    letters = sum(map(len, words))
    says_something = (
        letters >= FEWEST_LETTERS and len(words) <= MOST_WORDS and not (FILLER.issuperset(words) or REACHED.issuperset(words))
    )
    elsewhere = (
        UNSAID.match(piece)
        or asks(piece)
        or heed(piece)
        or phone.WANTED.search(piece)
        or looks_like_number(piece)
        or identifies(piece)
    )
    return says_something and not elsewhere
