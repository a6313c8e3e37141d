"""The wish for a call that is known by its own words: a phone number, and little beside it but who, when and what about."""

from __future__ import annotations

import re

from bot.phrasebook import call_plainly, name_words, times
from bot.phrasebook.form_notes import CALL_SOMEBODY, DANGER, DOCTORS, MOST_WORDS_WITH_NUMBER, MY_SOMEBODY
from bot.phrasebook.spoken_numbers import in_digits

DIGITS = re.compile(r"\d(?:\D{0,3}\d){6}")
FOREIGN = r"\+(?!1\b)\d{1,3}(?:[\s().-]{0,2}\d){7,11}"
WHOLE = rf"(?:{FOREIGN}|\+?1?\W{{0,3}}(?:\d\W{{0,2}}){{9}}\d(?:,? ?(?:ext\.?|extension|x) ?\d{{1,6}})?(?!\d))"
NUMBER_ALONE = re.compile(
    r"\W*(?:(?:ok|yes|oops|sorry|no|wait|i mean|my|the|cell|phone|number|is|it'?s|at|on|call|me|here|mobile)\b\W*)*"
    rf"{WHOLE}\W*"
    r"(?:(?:cell|mobile|home|work|thanks?|thank you|pls|please)\b\W*)*",
    re.I,
)
CALL_AT = re.compile(
    rf"\b(?:call|ring|phone|reach)\s+(?:me|us|her|him|them|{MY_SOMEBODY})(?:\s+back)?\s*(?:at|on"
    rf"|:)?\W{{0,3}}\+?1?\W{{0,2}}\d{{3}}\D{{0,3}}\d{{3}}",
    re.I,
)
"""`u can call me at 484 …`, however much is said beside it."""
USE_PHONE = re.compile(r"\b(?:call|ring|phone) (?:my |the )?(?:work|cell|mobile|home)\b", re.I)
"""`my cell is 215 … but work is 610 …, call work till 5`."""
CALL_FIRST = re.compile(
    r"\W*(?:(?:hi|hello|hey|ok|okay|yes|fine|please|pls|plz|so|then|just|can (?:you|u|someone|somebody))\b\W*)*"
    rf"(?:(?:call|ring|phone|reach)\s+(?:me|us|her|him|{MY_SOMEBODY})|call ?-?back"
    r"|(?:take|start|make|put in) (?:a new|another)(?: (?:one|request|call))?\b"
    r"|(?:i )?(?:just )?(?:need|want|(?:would|'d) like) to (?:speak|talk) (?:to|with) (?:some ?(?:one|body)"
    r"|a (?:person|human)|the clinic)\b"
    r"|(?:i )?(?:(?:just )?(?:need|want)|(?:would|'d|d) like)(?: to (?:get|have|request))? (?:a "
    r"|an )?(?:phone )?call(?: ?-?back)?)\b",
    re.I,
)
"""`call me. O'Malley 484 …, before 10a. billing q`."""
CALL_BY_NAME = re.compile(
    rf"\b(?:call|ring|phone)\s+(?P<name>{name_words.WORD}(?:\s+{name_words.WORD})?)\s*(?:(?:at|on)\b|:)?"
    rf"(?:\s*(?:the |his |her |their |my )?(?:home|work|cell|mobile|office|landline)\b)?\W{{0,3}}{WHOLE}",
    re.I,
)
"""`im on nights so call Kim 610 …`."""
MORE_THAN_A_CALL = re.compile(
    r"\?|\bhow (?:much|long|many|do|can)\b|\bdo (?:you|u)\b|\b(?:not|never|don'?t|won'?t)\b.{0,12}\b(?:call|ring|reach)\b", re.I
)
WISH_FIRST = re.compile(
    r"^\W*(?:(?:hi|hello|hey|ok|okay|please|so)\b\W*)*(?:(?:can|could|would|will) (?:you|u|someone|somebody|they)"
    r"(?: please| pls)? (?=\w+ (?:me|us)\b))?(?:call|ring|phone)(?: (?:me|us))?(?: ?-?back)?(?: please| pls)?\s*\?+",
    re.I,
)
"""`can you ring me? Name's Ann, 610 …`, `call? jo 610 …`: no question beside the wish."""
SEVERAL_NUMBERS = re.compile(
    r"\W*(?:(?:hi|hello|hey|ok|okay|so|please|and)\b\W*)*(?:can|could|may|should) i (?:give|leave)(?: (?:you|u|them|the clinic))?"
    r" (?:two|2|both|more than one|several)(?: (?:of )?(?:my|phone|different))* numbers?(?: please| pls| to call)*\W*",
    re.I,
)
"""`can i give you two numbers` asks for none of the clinic's."""
BESIDE_A_NAME = re.compile(
    r"\b(?:ok|okay|hi|hello|hey|yes|fine|please|pls|plz|thanks|thank you|thx|then|this is|my (?:name|number) is|it'?s|i'?m|under"
    r"|new one|too|also|as well|name|number|cell|phone|mobile|home|work|office|landline|is|at|on|and|or|in|the|days?)\b(?!')"
    r"|[^\w'’ -]+|(?<!\w)-+|-+(?!\w)",
    re.I,
)
"""What may stand beside a name and its number where nothing else is said."""
WISH = re.compile(
    rf"\b(?:(?:can|could|would|will) (?:you|u|someone|somebody) (?:please )?)?(?:(?:call|ring|phone|reach|text)\s+"
    rf"(?:(?:me|us|her|him|them|{MY_SOMEBODY})\b(?:\s+back\b)?"
    rf"|(?={name_words.WORD}(?:\s+{name_words.WORD})?\W{{0,4}}(?:(?:at|on)\b)?\W{{0,4}}[,\d]))"
    r"|call ?-?back\b)",
    re.I,
)
"""The words of the wish itself."""
PIECE = re.compile(r"[,.;:!\n]+\s*|\s+-\s+")
LEAD = re.compile(r"^\W*(?:(?:ok|okay|hi|hello|hey|yes|fine|then|please|this is|my name is|it'?s|i'?m)\b\W*)*", re.I)
DOCTOR = re.compile(rf"\b{DOCTORS}\b", re.I)
IDIOM = re.compile(r"\b(?:backs?|hips?|knees?|legs?|neck|joints?|pain|si)\b(?:'?s| is| are)? (?:\w+ )?killing me\b", re.I)
"""Said of a pain that is no danger."""
MOST_WORDS = 30


CALLS_THEM = re.compile(
    r"\b(?:i'?ll|i will|i can|i could|i'?d rather|let me|i'?m going to|i'?m gonna|imma|gonna) (?:just |then "
    r"|better )?(?:call|phone|ring|text)\b"
    r"(?! (?:me|back me))"
    r"|\b(?:can|could|may|should|will|shall) (?:i|we|s?he|they|my (?:\w+ )?\w+) (?:just |also |please )?(?:call|phone|ring|text)"
    r" (?:you|u|ya|y'?all|them|there|the clinic)\b"
    r"|\b(?:s?he|they|my (?:\w+ )?\w+)(?:'?ll| will| can| wants to| is going to| is gonna) (?:call|phone|ring|text)"
    r" (?:you|u|ya|y'?all|them|the clinic)\b",
    re.I,
)
ASKS_WHY = re.compile(
    r"\W*(?:(?:so|then|but|and|ok|okay|well|um|hm+|yeah|no)\b\W*)*(?:why|what for)(?: (?:do|should|would|must|did|even|then"
    r"|bother|to|i|we|she|have|need|still))* (?:call(?:ing)?|ring(?:ing)?|phone|phoning|contact)"
    r"(?: (?:them|you|u|the clinic|the doctor|my \w+|her|him|anyone|anybody|again|then|at all|if))*[^\w]*",
    re.I,
)
"""`then why call them again`."""


def calls_them(text: str) -> bool:
    """Whether somebody will call the clinic, not be called: `alright i'll call`."""
    return CALLS_THEM.search(text) is not None


def asks_why(text: str) -> bool:
    """Whether somebody asks what a call would be for, and wishes none."""
    return ASKS_WHY.fullmatch(text) is not None


def looks_like_number(text: str) -> bool:
    """Whether a phone number may stand in the text."""
    return DIGITS.search(in_digits(text)) is not None


def asks_for_call(text: str) -> bool:
    """Whether a message is a phone number and what belongs to a call: who sends one wants to be called, or somebody.

    `call her, 610 …`, `Bill 610 …`, `ok Lee 610 … tonight`, `so call Kim 610 … between 3 and 5pm`.
    """
    text = WISH_FIRST.sub("call me. ", in_digits(text))
    if SEVERAL_NUMBERS.fullmatch(text):
        return True
    if call_plainly.wishes(text):
        return True
    if not looks_like_number(text) or MORE_THAN_A_CALL.search(text):
        return False
    if USE_PHONE.search(text) and len(text.split()) <= MOST_WORDS and not DANGER.search(text):
        return True
    if NUMBER_ALONE.fullmatch(text) or CALL_AT.search(text):
        return True
    if len(text.split()) <= MOST_WORDS_WITH_NUMBER and CALL_SOMEBODY.search(text):
        return True
    if len(text.split()) > MOST_WORDS or DANGER.search(IDIOM.sub(" ", text)):
        return False
    return CALL_FIRST.match(text) is not None or _calls_by_name(text) or _name_and_number(text)


def beside(text: str) -> str:
    """What a wish to be called says beside the number, a name, a time and the wish itself; empty where that is all."""
    rest = times.SPAN.sub(" ", re.sub(rf"(?<!\d){WHOLE}", " , ", WISH.sub(" , ", in_digits(text))))
    return ", ".join(piece for piece in map(str.strip, PIECE.split(rest)) if _tells(piece))


def _tells(piece: str) -> bool:
    words = " ".join(BESIDE_A_NAME.sub(" ", piece).split())
    return bool(words) and not name_words.is_name(words)


def _calls_by_name(text: str) -> bool:
    found = CALL_BY_NAME.search(text)
    return found is not None and name_words.is_name(found["name"]) and not DOCTOR.search(found["name"])


def _name_and_number(text: str) -> bool:
    """Whether a message is a name and a number, at most with a time."""
    if not re.search(rf"(?<!\d){WHOLE}", text) or DOCTOR.search(text):
        return False
    beside = times.SPAN.sub(" ", re.sub(rf"(?<!\d){WHOLE}", " , ", text))
    rest = " ".join(BESIDE_A_NAME.sub(" ", beside).split())
    return name_words.is_name(rest) or _name_number_and_time(text) or (not rest and len(re.findall(WHOLE, text)) > 1)


def _name_number_and_time(text: str) -> bool:
    """Whether a name, a number and a time each stand by themselves: `Fran Beasley, 610 …, today, 2nd request`."""
    pieces = [" ".join(LEAD.sub("", piece).split()) for piece in re.split(r"[,;\n]+|\.\s+|\s-\s", text)]
    named = any(name_words.is_name(piece) and piece[:1].isupper() for piece in pieces)
    alone = any(re.fullmatch(rf"\W*{WHOLE}\W*", piece) for piece in pieces)
    when = any(span is not None and span[0] == 0 for span in map(times.span, pieces))
    return named and alone and when
