"""What is asked right behind a request for a call that was sent: when it comes, what happens next, what if nobody calls."""

from __future__ import annotations

import re

WHEN, NEXT, MISSED = "call_when", "call_next", "call_missed"
OF_A_CALL = frozenset(
    "a an about and any anybody anyone anything answer asleep at back be been bring but by call called calling callback"
    " calls can can't cannot cant clinic cool do doctor does doesn't doesnt don't dont dr else exactly expect"
    " fast for forget forgets from get gets going gonna great guys happen happens have hear how i i'm if im is it know long me"
    " miss missed my need never next no nobody noone not now of ok okay oh one out pick phone phones please pls reach"
    " request ring rings roughly she should so somebody someone something soon take takes thank thanks that the them then they"
    " think this thx till time to today tomorrow ty u until up wait wat well what what's whats when will would y'all ya"
    " you".split()
)
"""All that a question about the call is made of: `when will i feel better` holds more."""
SPLIT_WORDS = re.compile(r"\b(no|any|some) (body|one)\b", re.I)
"""`no body`, which is nobody's body."""
OF_CALLING = (
    r"(?=.*\b(?:call(?:s|ed|ing|back)?|rings?|phones?|reach|hear|request|they|she|you|u|y'?all|dr|doctor|clinic|anybody|anyone"
    r"|somebody|someone|nobody|noone|no one)\b)"
)
"""A word of calling, or of whoever calls: without one `when will it come back` is asked of the pain."""
COURTESY = r"\W*(?:(?:ok|okay|oh|so|and|but|well|cool|great|thanks|thank you|thx|ty|please|pls)\b\W*)*"
QUESTIONS = {
    MISSED: re.compile(
        rf"^{OF_CALLING}.*\bif\b.*\b(?:nobody|no ?one|don'?t|doesn'?t|do not|never|forgets?|can'?t|cannot|not)\b"
        r"|\bif (?:i|i'?m)\b.*\b(?:miss(?:ed)?|pick up|answer|asleep|out)\b",
        re.I,
    ),
    NEXT: re.compile(
        rf"^{COURTESY}(?:what(?:'?s)?\b(?: (?:is|will|do|does|should|am|i|we|happens?|going|gonna|to))*"
        rf" (?:next|now|then|happens?)|now what)\b{COURTESY}$"
        rf"|^{OF_CALLING}.*\bwhat\b.*\bhappens?\b"
        r"|\b(?:do|should) i (?:(?:need|have) to |just )?(?:do (?:anything|something)|wait|call|ring|phone|answer|pick up)\b",
        re.I,
    ),
    WHEN: re.compile(
        rf"^{OF_CALLING}.*\b(?:when|what time|how soon|how fast|how long(?! is\b))\b"
        rf"|^{COURTESY}(?:about |roughly )?(?:when|what time|how soon|how fast|how long)"
        rf"(?: (?:exactly|about|roughly|today|tomorrow|(?:will|would) (?:it|that|this) (?:be|take|happen)"
        r"|can i expect (?:it|that)))*"
        rf"\b{COURTESY}$",
        re.I,
    ),
}
MOST_WORDS = 14


def asked(text: str) -> str:
    """What a message asks of the call and nothing beside it; empty where it asks something else."""
    text = SPLIT_WORDS.sub(r"\1\2", text.replace("’", "'"))
    words = re.findall(r"[\w']+", text.casefold())
    if len(words) > MOST_WORDS or not OF_A_CALL.issuperset(words):
        return ""
    return next((wish for wish, question in QUESTIONS.items() if question.search(text)), "")
