"""Where one message asks several things: cut it into the clauses that ask, in order, greetings and thanks apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_CLAUSES = 4
QUESTION_WORD = (
    r"(?:how|hows|what|whats|what's|where|wheres|where's|when|whens|who|whos|who's|which|why|is|are|am|r|do|does|did|can|could"
    r"|will|would|should|shall|may|have|has|wanna|any idea|anything|tell me|send me|give me|i (?:need|want|would like) to"
    r"|i(?:'d| would) like to|i was wondering|wondering|let me know|also|book me|can't i|cant i)"
)
FILLER = r"(?:and |but |so |or |ok |okay |also |plus |then |oh |well |um |btw |please |pls )"
ASKING = re.compile(rf"^{FILLER}*{QUESTION_WORD}\b|\?\s*$", re.I)
BORDER = re.compile(
    r"(?<=[?!])\s+|(?<=[a-z0-9)]\.)\s+|[\n;]+"  # ends of sentences
    rf"|\s*,?\s+(?:and also|also|plus|and|&|n|oh and|as well as|btw|by the way)\s+(?={QUESTION_WORD}\b)"  # "and how …"
    rf"|\s*,\s*(?={QUESTION_WORD}\b)"  # ", where …"
    r"|\s*,?\s+(?:and also|also)\s+",
    re.I,
)
GREETING = re.compile(
    r"\s*(?:hi+|hello+|hey+|hiya|howdy|greetings|good (?:morning|afternoon|evening|day))"
    r"(?: there| all| everyone| team| guys| folks| doc)?\b[\s,.!:;-]*",
    re.I,
)
THANKS = re.compile(
    r"(?<=\S)[\s,.!?;-]+(?:many )?(?:thanks|thank you|thank u|thx|tysm|ty|cheers|much appreciated)"
    r"(?: so much| very much| a lot| a bunch| again| in advance)?[\s.!:;)(-]*$",
    re.I,
)
LIST = re.compile(r"\s*(?:,|&|\+|/|\band\b)\s*", re.I)
MOST_LIST_WORDS = 7


@dataclass(frozen=True)
class Clauses:
    """A message taken apart: courtesies by name, the body without them, and the clauses of the body that ask."""

    body: str
    asking: tuple[str, ...] = ()
    greeting: bool = False
    thanks: bool = False
    listed: bool = False


def split(text: str) -> Clauses:
    """Take a message apart. Only clauses that ask count, so a story before a question doesn't become a question."""
    greeting, rest = GREETING.match(text), text
    if greeting:
        rest = text[greeting.end() :]
    body = THANKS.sub(lambda found: "?" if "?" in found[0] else "", rest)
    if not re.search(r"\w{2}", body):
        return Clauses(text)
    clauses = [clause.strip(" ,.-") for clause in BORDER.split(body) if clause and re.search(r"\w{2}", clause)]
    asking = [clause for clause in clauses if ASKING.search(clause)]
    listed = _listed(body) if len(asking) < 2 else []
    chosen = tuple((listed or asking)[:MOST_CLAUSES])
    return Clauses(body.strip(), chosen, bool(greeting), body != rest, bool(listed))


def _listed(body: str) -> list[str]:
    """`price and address`, `cost / hours`: a short list of things wanted, each of one to three words."""
    pieces = [piece.strip(" ?.!") for piece in LIST.split(re.sub(r"\b(?:please|pls|plz)\b", "", body.strip(" ?.!"), flags=re.I))]
    short = all(0 < len(piece.split()) <= 3 for piece in pieces)
    return pieces if short and len(pieces) > 1 and len(body.split()) <= MOST_LIST_WORDS else []
