"""What is asked right behind a request for a call that was sent: when it comes, what happens next, what if nobody calls."""

from __future__ import annotations

import re

WHEN, NEXT, MISSED = "call_when", "call_next", "call_missed"
OF_A_CALL = frozenset(
    "a an about and any anybody anyone anything answer asleep at back be been body bring but by call calling callback"
    " calls can can't cannot cant clinic come comes cool do doctor does doesn't doesnt don't dont dr else exactly expect"
    " fast for forget forgets from get gets going gonna great guys happen happens have hear how i if is it know long me"
    " miss missed my need never next no nobody noone not now of ok okay oh one out pick phone phones please pls reach"
    " request ring rings roughly she should so somebody someone soon take takes thank thanks that the them then they"
    " think this thx till time to today tomorrow ty u until up wait wat well what what's whats when will would y'all ya"
    " you".split()
)
"""All that a question about the call is made of: `when will i feel better` holds more."""
QUESTIONS = {
    MISSED: re.compile(
        r"\bif\b.*\b(?:nobody|no ?one|no body|don'?t|doesn'?t|do not|never|forgets?|can'?t|cannot|miss(?:ed)?|not|asleep|out)\b",
        re.I,
    ),
    NEXT: re.compile(
        r"\bwhat(?:'?s)?\b.*\b(?:next|now|then|happens?)\b|^(?:\W*(?:ok|so|and|thanks|thank you))*\W*now what\b"
        r"|\b(?:do|should) i (?:need to|have to|do|wait)\b",
        re.I,
    ),
    WHEN: re.compile(r"\b(?:when|what time|how soon|how fast|how long(?! is\b))\b", re.I),
}
MOST_WORDS = 14


def asked(text: str) -> str:
    """What a message asks of the call and nothing beside it; empty where it asks something else."""
    words = re.findall(r"[\w'’]+", text.casefold().replace("’", "'"))
    if len(words) > MOST_WORDS or not OF_A_CALL.issuperset(words):
        return ""
    return next((wish for wish, question in QUESTIONS.items() if question.search(text)), "")
