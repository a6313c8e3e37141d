"""Where one message asks several things: cut it into the clauses that ask, in order, greetings and thanks apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.phrasebook.questions import ASKED_NEXT, ASKING, AUXILIARY, FILLER, OPENING, QUESTION_WORD, TIED, WHETHER
from bot.phrasebook.telling import really_asking

MOST_PIECES = 6
NOT_A_TITLE = r"(?<!\bdr\.)(?<!\bmr\.)(?<!\bms\.)(?<!\bmrs\.)"
"""Behind a full stop: it ended a sentence, not `Dr.`."""
TELLING_WHICH = r"which (?:is|was|were|has|had|makes?|made|means?|meant|feels?|felt|helps?|helped|i|my|he|she|they|we)\b"
"""Behind a comma: `the children copy me, which is funny` asks nothing."""
BORDER = re.compile(
    rf"(?<=[?!])\s+|(?<=[a-z0-9)]\.){NOT_A_TITLE}\s+|\.{{2,}}\s*|…\s*|[\n;]+"  # ends of sentences
    r"|(?:^|\s+)\(?(?:\d|[a-d])\)\s*"  # "1) price 2) how long", "(a) … (b) …"
    rf"|(?:^|\s+)[123]\s+(?={ASKED_NEXT})"  # "1 can i … 2 do you …"
    rf"|\s*,?\s+(?:and also|and then|also|plus|and|nad|adn|&|\+|n|oh and|then|but|so|as well as|btw|by the way"
    rf"|first(?:ly)?|second(?:ly)?|third(?:ly)?|lastly|finally),?\s+(?={ASKED_NEXT})"  # "and how …"
    rf"|\s*,\s*(?:and |or |so |but )?(?!{TELLING_WHICH})(?={ASKED_NEXT})"  # ", where …"
    rf"|\s*[,.]\s+(?:number )?(?:one|two|three|\d),?\s+(?={ASKED_NEXT})"  # "one, is it … two, how …"
    rf"|\s*,?\s+(?:and|or)\s+(?={WHETHER})|\s*,\s*(?={WHETHER})"
    r"|\s*,?\s+and\s+(?=if (?:there|you|u|my|the|i)\b[^,.?!\n]*\?)"
    r"|\s*,\s*and\s+(?=if (?:you|u|your \w+|the \w+|they|it) (?:can|could|do|does|would|will|might|take|treat|help)\b)"
    rf"|(?:(?<=things)|(?<=questions)|(?<=know)|(?<=ask)|(?<=behalf)|(?<=wondering)):\s+(?={ASKED_NEXT}|{WHETHER})"
    r"|\s*,?\s+or (?=(?:can|could|do|should) (?:i|we) just (?:book|schedule|make|get|sign)\b)"
    r"|\s+or (?=(?:how|where|who|when) (?:i|u|you|to|do|does|is|are|can|could)\b \w+)"  # "… or how i email u"
    rf"|\s*,\s+(?:and )?(?=(?:the|those|my|your) \w+, {QUESTION_WORD}\b)"  # ", and the needles, how …"
    r"|\s*,\s*(?:and )?also\s+|\s+and also\s+"
    rf"|\s+/+\s+(?={ASKED_NEXT})"  # "… / where …"
    r"|\s*[\U0001F300-\U0001FAFF\u2600-\u27BF]+\uFE0F?\s*",  # an emoji ends a sentence as a stop does
    re.I,
)
GREETING = re.compile(
    r"\s*(?:hi+|hello+|hey+|hiya|howdy|yo+|greetings|good (?:morning|afternoon|evening|day)|to whom it may concern"
    r"|dear (?:sir(?: or madam)?|madam|team|clinic|dr\.?|doctor)(?: [a-z]+)?(?=\s*[,:!.\n]))"
    r"(?: there| all| everyone| team| guys| folks| doc| dear)?\b[\s,.!:;-]*",
    re.I,
)
THANKS = re.compile(
    r"(?<=\S)[\s,.!?;-]+(?:many )?(?:thanks|thank you|thank u|thx|tysm|ty|cheers|much appreciated)"
    r"(?: so much| very much| a lot| a bunch| again| in advance)?[\s.!:;)(-]*$",
    re.I,
)
THANKS_FIRST = re.compile(
    r"\s*(?:ok(?:ay)?|great|perfect|awesome|cool|got it)?[\s,.!]*(?:thanks|thank you|thank u|thx|ty|cheers)\b"
    r"(?: so much| very much| a lot| a bunch| again| that help(?:s|ed)| for (?:that|the info|your help|explaining))*"
    r"\s*[.,!;:)-]+\s*",
    re.I,
)
ASIDE = re.compile(
    r"^(?:and |oh |also |but )*(?:while (?:i|we)(?:'?ve| have)? (?:got|have|am|'?m) (?:you|u|ya|at it|here)(?: here)?"
    r"|before i forget|(?:one more|another|last|other|second|next) (?:thing|question|one|q)|quick (?:one|q|question)|real quick"
    r"|random)\b[\s,:;-]*(?=\w)",
    re.I,
)
"""What only leads to a question: `while I've got you, how big are the needles`."""
NUMBER = re.compile(r"(?:^|\s)\(?(?:\d|[a-d])\)")
COUNTED = re.compile(r"(?:^|\s)1\.\s.*\s2\.\s", re.S)
ITEM = re.compile(r"(?:^|(?<=\s))([1-5])\.(?=\s)")
"""`1. what is it 2. price`: numbers that count what is asked, where there is a first and a second."""
SETS_TOPIC = re.compile(r"^(?:and |but |ok |so )*(?:what|wat|how) about\b", re.I)
"""Opens the subject of the question after it: `what about my hip, is it worth trying`."""
NAMED = re.compile(r"^(?:and |but |ok |so |also |as for )*(?:the|those|these|my|your|ur) \w+(?: \w+)?$", re.I)
OF_IT = re.compile(r"^(?:and |so )?\w+ (?:they|it|that|those|these)\b", re.I)
"""`the needles`, said before `do they hurt`, is what that asks about."""
NOTHING = re.compile(r"(?:and )?(?:if (?:so|not|yes|no)|i|he|she|we|they)\W*|(?:and|also|plus|then|oh|so)\W*", re.I)
"""A piece that is left of `if so, …`, of `and he also wants to know …` or of `and then how …`."""
OR_ELSE = re.compile(rf"or (?!{QUESTION_WORD}\b)(?:\S+\s*){{1,5}}", re.I)
"""`any meds? or just the needles?`: the other half of the question before it."""
LIST = re.compile(rf"\s*(?:[,\n]|[.?!]{NOT_A_TITLE}(?=\s)|&|\+|/|\b(?:and|n)\b)\s*", re.I)
SUBJECTS = re.compile(
    r"(?:(?:prices?|pricing|costs?|fees?|hours|times|parking|address|location|directions|insurance|phone|e?mail|website|booking"
    r"|evidence|research|safety|needles)(?:\s+|$)){3,5}",
    re.I,
)
"""`price hours parking`: three subjects or more and nothing else; two may be one, as in `email address`."""
CHAIN = re.compile(
    r"(?<=\w)\s+(?=(?:how (?:long|much|many|often|soon|far|do|does|is|are)|hows|what (?:do|does|is|are|happens)|whats"
    r"|where (?:r|are|is|u|do)|wheres|who (?:is|are|does)|whos"
    r"|(?<!\bor )(?:(?:am|are|can|could|do|does|is|should|will|would) (?:i|it|they|u|we|you)|is there|are there))\b)",
    re.I,
)
"""`does it hurt how long is it where r u`: one question after the other without a mark between them."""
CHAINED = re.compile(rf"\b(?:{AUXILIARY} \w+|(?:hows|whats|wheres|whos) \w+)", re.I)
ONLY_FILLER = re.compile(rf"(?:{FILLER.replace(' ', '')}\s*)+|in (?:that|this) order", re.I)
JOINED = re.compile(
    r"\s*(?:\n|&|\+|\b(?:and )?also\b|\band\b|\bn\b)\s*"
    rf"(?=(?:the|your|ur|a (?:phone )?number|an address|{OPENING}|{AUXILIARY})\b)"
    r"|,\s*(?:and|n|&)\s+(?=(?:\w+ ){0,2}\w+\W*$)",
    re.I,
)
"""Between two things wanted: `… and the price`, but not `studies on acupuncture and pelvic pain`."""
MOST_LIST_WORDS, MOST_WORDS_EACH = 18, 9
FEWEST_WORDS_CHAINED = 3
OPENED = re.compile(rf"{FILLER}*(?:how|hows|what|whats|where|wheres|who|whos|why|{AUXILIARY})\b", re.I)
SHORT_LIST_WORDS, SHORT_WORDS_EACH = 7, 3
"""Up to these a list is taken for one where the whole means nothing sure, though not every piece does."""
SAYS_SOMETHING = re.compile(r"\w{2}")


@dataclass(frozen=True)
class Clauses:
    """A message taken apart: courtesies by name, the body without them, and the clauses of the body that ask."""

    body: str
    asking: tuple[str, ...] = ()
    greeting: bool = False
    thanks: bool = False
    listed: bool = False
    thanks_first: bool = False
    pieces: tuple[str, ...] = ()
    """Every clause of the body in order, those that ask and those that don't."""
    wanted: tuple[str, ...] = ()
    """What the body may want one after the other, in words that need not ask; each must be plain for that to be believed."""


def split(text: str) -> Clauses:
    """Take a message apart. Only clauses that ask count, so a story before a question doesn't become a question."""
    greeting = GREETING.match(text)
    rest = text[greeting.end() :] if greeting else text
    thanked = THANKS_FIRST.match(rest)
    after = rest[thanked.end() :] if thanked else rest
    body = THANKS.sub(lambda found: "?" if "?" in found[0] else "", after)
    if not SAYS_SOMETHING.search(TIED.sub("", f"{body} ")):
        return Clauses(text)
    thanks, body = body != after, ITEM.sub(r"\1)", body) if COUNTED.search(body) else body
    pieces = _pieces(body)
    numbered = pieces[-len(NUMBER.findall(body)) :] if NUMBER.search(body) else ()  # each of these is asked, in a word or two
    asking = numbered or really_asking(body, [piece for piece in pieces if ASKING.search(piece)])
    wanted = _wanted(body) if len(asking) < 2 else ()
    listed = bool(wanted) and _is_short(wanted)
    chosen = wanted if listed else asking
    return Clauses(body.strip(), chosen, bool(greeting), thanks, listed, bool(thanked), pieces, wanted)


def _pieces(body: str) -> tuple[str, ...]:
    found = [ASIDE.sub("", clause.strip(" ,.-")) for clause in BORDER.split(body) if clause and SAYS_SOMETHING.search(clause)]
    pieces: list[str] = []
    for piece in found:
        if pieces and not pieces[-1].endswith("?") and _sets_topic(pieces[-1], piece):
            pieces[-1] = f"{pieces[-1]}, {piece}"
        elif pieces and pieces[-1].endswith("?") and OR_ELSE.fullmatch(piece):
            pieces[-1] = f"{pieces[-1]} {piece}"
        elif not NOTHING.fullmatch(piece):
            pieces.append(piece)
    return tuple(pieces[:MOST_PIECES])


def _sets_topic(piece: str, after: str) -> bool:
    return bool(SETS_TOPIC.search(piece) or (NAMED.search(piece) and OF_IT.search(after)))


def _wanted(body: str) -> tuple[str, ...]:
    """`price and address`, `the doctor's name and where you are`: things wanted one after the other, each in a few words."""
    plain = re.sub(r"\b(?:please|pls|plz)\b", "", body.strip(" ?.!"), flags=re.I)
    pieces = _cut(LIST, plain)
    if len(pieces) == 2 and not _is_short(pieces):
        pieces = _cut(JOINED, plain)
    if len(pieces) < 2:
        pieces = tuple(plain.split()) if SUBJECTS.fullmatch(plain) else _chained(plain)
    short = all(len(piece.split()) <= MOST_WORDS_EACH for piece in pieces)
    return pieces if short and 1 < len(pieces) <= MOST_PIECES and len(body.split()) <= MOST_LIST_WORDS else ()


def _chained(text: str) -> tuple[str, ...]:
    """Questions in a row, each of some words and each opening as a question does; none where one is not."""
    pieces: list[str] = []
    for piece in _cut(CHAIN, text):
        if pieces and not CHAINED.search(pieces[-1]):  # "how many sessions" before "do i need"
            pieces[-1] = f"{pieces[-1]} {piece}"
        else:
            pieces.append(piece)
    return tuple(pieces) if all(len(piece.split()) >= FEWEST_WORDS_CHAINED and OPENED.match(piece) for piece in pieces) else ()


def _cut(border: re.Pattern[str], text: str) -> tuple[str, ...]:
    found = (piece.strip(" ?.!,") for piece in border.split(text))
    return tuple(piece for piece in found if piece and not ONLY_FILLER.fullmatch(piece))


def _is_short(pieces: tuple[str, ...]) -> bool:
    words = [len(piece.split()) for piece in pieces]
    return max(words) <= SHORT_WORDS_EACH and sum(words) <= SHORT_LIST_WORDS
