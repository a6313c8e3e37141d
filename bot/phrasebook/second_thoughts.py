"""Behind a request for a call that was sent: plain words that take it back, and words that only may be meant so."""

from __future__ import annotations

import re

LONGEST = 100
"""Characters: who writes more says something else as well."""
LED = (
    r"\W*(?:(?:no|nope|oh|ok|okay|um+|hm+|actually|sorry|well|wait|hi|hey|please|pls|just|so|and|but|then|thanks|stop"
    r"|never ?mind|nvm)\b\W+)*"
)
ASKING = (
    r"(?:(?:i(?:'?d| would) like to|i (?:want|need|wish) to|i wanna|(?:can|could|would|will) (?:you|u|i|we)|let'?s)\s+"
    r"(?:(?:please|pls|just)\s+)*)?"
)
CALL = r"(?:(?:my|the|that|this|a|any|your) )?(?:call ?-?back request|phone call|call request|call ?-?back|call|request)"
VERB = r"(?:cancel|withdraw|retract|undo|scrap|revoke|drop|call off|take back)"
WHO = r"(?:(?:i|we|she|he|they|(?:my|the) \w+)\W+(?:says? (?:that )?(?:no\W+)?(?:she|he|they) )?)?"
NOT_WANTED = r"(?:(?:do(?:es)?n'?t|do(?:es)? not) (?:really |even )?(?:need|want)|no longer (?:needs?|wants?))"
ANYBODY = r"(?:any ?one|any ?body|you|u|y'?all|them|her|him|the clinic|(?:you|u) guys)"
CALLING = r"(?:to call|to ring|to phone|calling|ringing|phoning)(?: (?:me|us|her|him))?(?: back)?"
NOT_TO = (
    r"(?:do ?n'?t|do not|no need to|no need for|(?:you|u) do ?n'?t (?:have|need) to)(?: bother)?"
    r" (?:to )?(?:call(?:ing)?|ring(?:ing)?|phon(?:e|ing))(?: (?:me|us|her|him))?(?: back)?"
)
OF_THE_CALL = (
    rf"(?:{ASKING}(?:{VERB} {CALL}|take {CALL} back|call {CALL} off)"
    rf"|{WHO}{NOT_WANTED} (?:{CALL}|{ANYBODY} {CALLING}|to be called)"
    rf"|{NOT_TO}|hold off (?:on )?(?:calling|ringing|the call)|no (?:phone ?)?calls?(?: ?-?back)?"
    rf"|(?:{CALL})(?:'?s| is)? (?:no longer|not|isn'?t) (?:needed|wanted|necessary))"
)
"""Names what is taken back."""
OF_IT = (
    rf"(?:{ASKING}(?:{VERB}(?: (?:it|that|this))?|take (?:it|that|this) back|call (?:it|that|this) off)"
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
    r"|(?:i(?:'?m| am| feel)|it(?:'?s| is)) (?:much |all )?(?:better|fine|good|sorted)(?: now)?)"
)
"""Why: it wishes nothing of the call itself."""
END = r"(?:\W+(?:please|pls|plz|thanks|thank you|thx|sorry|now|then|again|for me|any ?more|after all|i said|ok))*"
OTHER_TIME = re.compile(r"\b(?:until|till?|before|unless|when|if|later|tomorrow|today|tonight|\w+day|text me|except)\b|\d", re.I)
"""A condition, or another day: that is heeded or changed, not taken back."""
TAKEN_BACK = re.compile(rf"{LED}(?:{OF_THE_CALL}|(?P<it>{OF_IT})){END}(?:\W+{REASON}{END})?\W*", re.I)
NEVER_MIND = re.compile(rf"{LED}(?:never ?mind|nvm|nm|forget (?:it|that)|no need){END}(?P<why>\W+{REASON}{END})?\W*", re.I)


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
    text = text.replace("’", "'")
    if len(text) > LONGEST or OTHER_TIME.search(text):
        return None, None
    return TAKEN_BACK.fullmatch(text), NEVER_MIND.fullmatch(text)
