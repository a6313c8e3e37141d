"""Behind a request for a call that was sent: plain words that take it back, and words that only may be meant so."""

from __future__ import annotations

import re

LONGEST = 100
"""Characters: who writes more says something else as well."""
LED = (
    r"\W*(?:(?:no|nope|oh|oops+|whoops|lol|haha|ok|okay|um+|hm+|actually|sorry|well|wait|hi|hey|please|pls|just|so|and|but|then|now|thanks|stop"
    r"|never ?mind|nvm|yes|yeah|yep|my bad|(?:on )?second thoughts?)\b\W+)*"
)
ASKING = (
    r"(?:(?:i(?:'?d| would) like to|i (?:want|need|wish) to|i wanna|(?:can|could|would|will) (?:you|u|i|we)"
    r"|(?:you|u) (?:can|may|should)|let'?s)\s+"
    r"(?:(?:please|pls|just)\s+)*)?"
)
KIN = (
    r"(?:mom|mum|mama|mother|dad|father|husband|wife|partner|boyfriend|girlfriend|sister|brother|daughter|son|friend|aunt"
    r"|grandma|cousin|mil)"
)
PERSON = r"(?:her|him|them|(?:my )?(?!today|tomorrow|tonight|now\b|me\b)[^\W\d_][\w'’-]*(?: in law)?)"
WHOSE = rf"(?:my|the|that|this|a|any|your|her|his|their|our|(?:my )?{KIN}'?s|(?!\w*days?\b)[^\W\d_][\w'’-]*s)"
CALL = (
    rf"(?:{WHOSE} )?(?:call ?-?back request|phone call|call request|call ?-?back|call|request|ring)"
    rf"(?: (?:for|to) {PERSON})?"
)
VERB = r"(?:cancel|withdraw|retract|undo|scrap|revoke|drop|call off|take back)"
WHO = rf"(?:(?:i|we|she|he|they|(?:my|the) \w+|{KIN})\W+(?:says? (?:that )?(?:no\W+)?(?:she|he|they) )?)?"
NOT_WANTED = r"(?:(?:do(?:es)?n'?t|do(?:es)? not|wo ?n'?t|will not) (?:really |even )?(?:need|want)|no longer (?:needs?|wants?))"
CHANGED_MIND = rf"(?:{WHO}(?:'?ve |'?s |have |has |just |already )*changed? (?:my|her|his|their|our|the) minds?)"
ALL = r"(?:the whole (?:thing|lot)|(?:it|that|this) all|everything|all(?: of (?:it|that|this|them))?|both)"
LIST = (
    r"(?:take|remove|get|pull|scratch) (?:me|us|it|that|"
    + PERSON
    + r") (?:off|out of|from)(?: of)? (?:the|your|ur|that|this|their)"
    r" (?:call(?:ing|s)?(?: ?-?back)? ?)?(?:lists?|things?|queue|call ?-?backs?|calls?)"
)
GONE = (
    r"i want (?:my|the|her|his|this|that) (?:(?:cell|phone) )?(?:number|name|details|info)(?: to be)?"
    r" (?:gone|deleted|erased|off|out|removed)"
)
ANYBODY = r"(?:any ?one|any ?body|you|u|y'?all|them|her|him|the clinic|(?:you|u) guys)"
CALLING = r"(?:to call|to ring|to phone|calling|ringing|phoning)(?: (?:me|us|her|him))?(?: back)?"
NOT_TO = (
    r"(?:do ?n'?t|do not|no need to|no need for|(?:you|u) do ?n'?t (?:have|need) to)(?: bother)?"
    r" (?:to )?(?:call(?:ing)?|ring(?:ing)?|phon(?:e|ing))(?: (?:me|us|her|him))?(?: back)?"
)
OF_THE_CALL = (
    rf"(?:{ASKING}(?:(?:{VERB}|stop) {CALL}|take {CALL} back|call {CALL} off|{LIST})|{GONE}|no more (?:phone )?calls"
    rf"|{CHANGED_MIND} about (?:{CALL}|{CALLING}|being called)"
    r"|(?:please )?(?:tell|ask) (?:them|her|him|the clinic|dr\.? \w+) not to (?:call|ring|phone)(?: (?:me|us|her|him))?(?: back)?"
    rf"|{WHO}{NOT_WANTED} (?:{CALL}|{ANYBODY} {CALLING}|to be called)"
    rf"|{NOT_TO}|hold off (?:on )?(?:calling|ringing|the call)|no (?:phone ?)?calls?(?: ?-?back)?"
    rf"|(?:{CALL})(?:'?s| is)? (?:no longer|not|isn'?t) (?:needed|wanted|necessary))"
)
"""Names what is taken back."""
OF_IT = (
    rf"(?:{ASKING}(?:{VERB}(?: (?:it|that|this|{ALL}))?|take (?:it|that|this|{ALL}) back|call (?:it|that|this|{ALL}) off)"
    rf"|{CHANGED_MIND}(?: about (?:it|this|that))?|do ?n'?t bother(?: with (?:it|that|this))?"
    r"|i(?:'?ll| will| can) (?:just )?(?:call|ring|phone) (?:you|u|them|the clinic|you guys) (?:myself|instead)"
    rf"|{WHO}{NOT_WANTED} (?:it|this|that) (?:any ?more|now|after all)"
    r"|(?:i said )?(?:do ?n'?t|do not) send(?: (?:it|that|this))?(?:\W+stop)?"
    r"|(?:(?:it|that)(?:'?s| is) |it )?(?:no longer|not|isn'?t) (?:needed|wanted|necessary)(?: any ?more)?)"
)
"""Leaves open what is meant, but for what was said right before."""
DONE = r"(?:booked|scheduled|found|sorted|figured|decided|spoke|talked|called|texted|changed)"
REASON = (
    r"(?:(?:because|bc|cause|cos|since|as)\W+)?(?:"
    r"i(?:'?ll| will|'?m going to|'?m gonna) (?:just )?(?:call|ring|phone|text|e-?mail|book)"
    r"(?: (?:you|u|them|the clinic|you guys|it|one|online|myself|directly|instead))*"
    rf"|(?:i|we|she|he|they)(?:'?ve| have| already| just)* {DONE}\b(?:\W+[^\W\d]+){{0,6}}"
    r"|(?:i|we|she|he|they)(?:'?ll| will)? (?:go(?:ing)? to|see|ask|talk to|(?:want|need|have) to (?:see|ask|talk to))"
    r"(?:\W+(?:my|the|a))? (?:own )?(?:doctor|dr|gp|midwife|ob|husband|wife|partner)(?:\W+first)?"
    r"|(?:i(?:'?m| am| feel)|it(?:'?s| is)) (?:much |all )?(?:better|fine|good|sorted)(?: now)?"
    r"|(?:(?:it|that)(?:'?s| is| was) )?(?:the |a )?(?:wrong (?:number|person|clinic|one)|mistake)"
    r"|i (?:got|did) it (?:wrong|by mistake))"
)
"""Why: it wishes nothing of the call itself."""
END = (
    r"(?:\W+(?:please|pls|plz|thanks|thank you|thx|sorry|now|then|again|for me|any ?more|after all|i said|ok|too|as well|also))*"
)
OTHER_TIME = re.compile(r"\b(?:until|till?|before|unless|when|if|later|tomorrow|today|tonight|\w+day|text me|except)\b|\d", re.I)
"""A condition, or another day: that is heeded or changed, not taken back."""
TAKEN_BACK = re.compile(rf"{LED}(?:{OF_THE_CALL}|(?P<it>{OF_IT})){END}(?:\W+{REASON}{END})?\W*", re.I)
NEVER_MIND = re.compile(
    rf"{LED}(?:never ?mind|nvm|nm|forget (?:it|that)|no need|do ?n'?t){END}(?P<why>\W+{REASON}{END})?\W*", re.I
)
BEHIND_A_REASON = re.compile(
    rf"(?P<reason>[^?]{{2,80}}?)(?:[.,;!]\W*|\W+(?=(?:so|and|then|now|please|pls|sorry|my bad|just|ok)\b))"
    rf"(?P<rest>{LED}(?:{OF_THE_CALL}|{OF_IT}){END}\W*)",
    re.I,
)
"""`she already booked, no need to call`, `somebody just called so u can cancel`."""
CHANGES = re.compile(
    r"\b(?:if|until|till?|before|unless|when|later|instead|rather|but|only|use|make|put|change|new one|other one|text|call me"
    r"|ring me|call (?:her|him)|app(?:oin)?t\w*|visit|session|booking|how|why|what|where|who|can|could|should|do i|does)\b"
    r"|\d(?:\D{0,3}\d){6}",
    re.I,
)
"""What stands before it and wishes or asks something else."""
MOST_OF_A_REASON = 11
"""Words."""


def plainly_back(text: str, right_behind: bool) -> bool:
    """Whether words take a request that was sent back, beyond doubt.

    Args:
        text: what the patient said.
        right_behind: whether nothing else was spoken of since: only then `scrap it` can mean nothing else.
    """
    taken, dropped = _read(text)
    return bool(taken and (right_behind or not taken["it"])) or bool(right_behind and dropped and dropped["why"])


def maybe_back(text: str) -> bool:
    """Whether words may be meant so: `never mind`, `scrap it`."""
    return any(_read(text))


def _read(text: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    text = _without_a_reason(text.replace("’", "'"))
    if len(text) > LONGEST or OTHER_TIME.search(text):
        return None, None
    return TAKEN_BACK.fullmatch(text), NEVER_MIND.fullmatch(text)


def _without_a_reason(text: str) -> str:
    """The words that take it back, where what stands before them only tells why: `mom changed her mind please dont call`."""
    found = BEHIND_A_REASON.fullmatch(text) if len(text) <= LONGEST else None
    plain = found and not CHANGES.search(found["reason"]) and len(found["reason"].split()) <= MOST_OF_A_REASON
    return found["rest"] if found and plain else text
