"""What is asked behind a request for a call that was sent: when it comes, what happens next, who calls, what was sent."""

from __future__ import annotations

import re

WHEN, NEXT, MISSED = "call_when", "call_next", "call_missed"
READ, FROM, HOW, CHANGE = "call_read", "call_from", "call_how", "call_change"
SENT, VISIT, ABROAD = "call_sent_words", "call_no_visit", "call_abroad"
OF_A_CALL = frozenset(
    "a an about and any anybody anyone anything answer asleep at back be been bring but by call called calling callback"
    " calls can can't cannot cant clinic cool do doctor does doesn't doesnt don't dont dr else exactly expect"
    " fast for forget forgets from get gets going gonna great guys happen happens have hear how i i'm if im is it know long me"
    " miss missed my need never next no nobody noone not now of ok okay oh one out pick phone phones please pls reach"
    " request ring rings roughly she should so somebody someone something soon take takes thank thanks that the them then they"
    " think this thx till time to today tomorrow ty u until up wait wat while busy work working well what what's whats when will"
    " would y'all ya you".split()
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
        r"|\bif (?:i|i'?m)\b.*\b(?:miss(?:ed)?|pick up|answer|asleep|out)\b"
        r"|\bif (?:they|you|u|she|somebody|someone)\b.*\b(?:while|when|and) (?:i|i'?m)\b",
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
LED = r"\W*(?:(?:ok|okay|oh|so|and|but|well|also|no|wait|sorry|i mean(?:t)?|thanks|please)\b\W*)*"
THEY = r"(?:they|she|he|you|u|the clinic|someone|somebody|anyone|anybody|dr\.? ?\w*|the doctor)"
IT = r"(?:it|this|that|mine|my (?:request|message|call ?-?back|number|note))"
END = r"(?:\W+(?:yet|now|then|please|pls|or not|at all|tho))*\W*"
OF_THE_REQUEST = {
    READ: re.compile(
        rf"{LED}(?:(?:will|can|do|would) (?:you|u|i) (?:(?:tell|let|text) me (?:know )?|know |hear )(?:when|if|once|that)"
        rf"|how (?:do|will|would|can) i (?:know|tell)(?: if| that| whether)?|(?:did|have|has)(?= (?:they|she|he|the clinic)))"
        rf" {THEY}(?:'?ve| have| has)? (?:read|see|seen|saw|got|gets?|received?)(?: {IT})?{END}",
        re.I,
    ),
    FROM: re.compile(
        rf"{LED}(?:how (?:will|do|would|can) i (?:know|tell)(?: if| that)? (?:it'?s|it is"
        rf"|its) (?:really )?(?:them|you|u|the clinic|her)"
        rf"|(?:how|what|as what) (?:will|does|would|do) (?:it|they|you|the call|the number) (?:show|come) up(?: as)?"
        rf"(?: (?:on|in) (?:my |the )?(?:caller ?id|phone|cell|screen|display))?"
        rf"|what(?:'?s| is) the caller ?id|(?:what|which) number (?:will|do|are"
        rf"|would) {THEY}(?: be)? (?:call(?:ing)?|ring(?:ing)?|us(?:e|ing))"
        rf"(?: (?:me|from|on))*){END}",
        re.I,
    ),
    HOW: re.compile(
        rf"{LED}(?:(?:will|do|would|are) {THEY}(?: be)?(?: going to| gonna)? (?:leave"
        rf"|leaving) (?:me )?(?:an? )?(?:message|voice ?mail|vm|msg)s?"
        rf"|(?:will|do|would|are) {THEY}(?: be)?(?: going to| gonna)? (?:call|ring"
        rf"|text)(?:ing)?(?: me)? or (?:call|ring|text)(?:ing)?(?: me)?)"
        rf"{END}",
        re.I,
    ),
    CHANGE: re.compile(
        rf"{LED}(?:(?:can|could|may) (?:i|we|she|he|they|you) (?:still )?(?:change|edit|update|correct)"
        rf" (?:it|this|that|my request|the request|anything)(?: (?:later|if|when|again|myself)\b[^?]{{0,30}})?"
        rf"|(?:can|could|may) my \w+(?: \w+)? (?:be the one|answer|take (?:it|the call)|pick up|talk to|speak to)\b[^?]{{0,40}}"
        rf"|(?:can|could) (?:they|you) (?:ask for|talk to|speak (?:to|with)|call) my \w+\b[^?]{{0,30}}instead"
        rf"|my (?:call ?-?back|request)\b[^?]{{0,20}}\b(?:name|number|time|day)\b[^?]{{0,50}}){END}",
        re.I,
    ),
    SENT: re.compile(
        rf"{LED}(?:(?:was|is) it [\w:]+(?: [ap]m)? or [\w:]+(?: [ap]m)?(?: that)? (?:you|u|i) (?:sent|put|told"
        rf"|gave|said)(?: them)?"
        rf"|(?:what|which)(?: (?:number|time|name|day|reason)s?) (?:did|have) (?:you|u|i) (?:send|sent|put|give"
        rf"|gave|tell|told|pass)"
        rf"(?: (?:on|them|the clinic|down|in it|for me))*){END}",
        re.I,
    ),
    VISIT: re.compile(
        rf"{LED}(?:(?:am i|are we|is it|is my (?:visit|appointment|session)|have i been) (?:all )?(?:booked|scheduled)(?: in)?"
        rf"|(?:do|have) i (?:have|got) an? (?:appointment|appt|visit|session|booking)){END}",
        re.I,
    ),
    ABROAD: re.compile(
        rf"{LED}(?:(?:will|can|do|would) )?{THEY}(?: will|'ll| can| do)? (?:really |even )?(?:call|ring|phone)"
        rf" (?:abroad|overseas|internationally?|england|the uk|uk|europe|another country|(?:a|my) (?:foreign|uk"
        rf"|english) number){END}",
        re.I,
    ),
}
"""By the reply that answers it, wherever a request was sent before: the words name the call or what was sent."""
MOST_WORDS = 14


def asked(text: str) -> str:
    """What a message asks of the call and nothing beside it; empty where it asks something else."""
    text = SPLIT_WORDS.sub(r"\1\2", text.replace("’", "'"))
    words = re.findall(r"[\w']+", text.casefold())
    if len(words) > MOST_WORDS or not OF_A_CALL.issuperset(words):
        return ""
    return next((wish for wish, question in QUESTIONS.items() if question.search(text)), "")


def asked_of_the_request(text: str) -> str:
    """What a message asks of a request that was sent in this chat, whatever was spoken of since; empty for nothing."""
    text = text.replace("’", "'").strip()
    return next((wish for wish, question in OF_THE_REQUEST.items() if question.fullmatch(text)), "")
