"""The wish that a call asked for be not made, or a number left with the clinic be gone: `i don't need the call anymore`."""

from __future__ import annotations

import re

MOST_WORDS = 13
"""Who writes more than these says something else as well."""
CALL = r"(?:call ?-?back|phone call|call)(?: request)?"
MINE = r"(?:my |the |that |this )"
MINE_OR_A = r"(?:my |the |that |this |an? |any )"
OTHER_CALL = (
    r"(?!\W+(?:with|from|to|for|by) "
    r"(?!(?:you|u|the clinic|you guys)\b|(?:an? |the |my )?(?:phone )?call|now\b|today|tomorrow|\w+day\b))"
    r"(?!\W+(?:that |which )?(?:i|we|he|she|they) (?!(?:asked|requested|ordered|booked|made|wanted|sent)\b)\w)"
    r"(?! (?:button|cent(?:er|re)|log|list|light|bell|schedule|sheet|fee)\b)"
)
"""What stands behind a call that is none of ours: `with the surgeon`, `I missed`."""
CANCELLED = (
    rf"(?:withdraw|cancel|take back|call off|drop|undo|scrap|delete|erase) {MINE}?"
    rf"(?:{CALL}|request(?: for {MINE_OR_A}?{CALL})?)\b{OTHER_CALL}"
)
NOT = r"(?:don'?t|do not|didn'?t|doesn'?t|does not|no longer)"
LATER = (
    r"(?!\W+(?:(?:right )?now\W+)?(?:just|only|but|maybe|perhaps|until|till|before|later|tomorrow|next|rather|what|where|how"
    r"|can|could|do you|tell me|send)\b)"
)
"""What else is wanted, or when, is not lost: `I don't need a call now, just the address`."""
NOT_NEEDED = (
    rf"{NOT} (?:really )?(?:need|want) {MINE_OR_A}?{CALL}(?: from (?:you|u|them|the clinic))?"
    rf" (?:any ?more|now|after all)\b{LATER}"
    rf"|{NOT} (?:really )?(?:need|want) {MINE}{CALL}\b{OTHER_CALL}{LATER}"
    rf"|{NOT} (?:need|want) (?:you|u|them|her|anyone|anybody|the clinic)(?: guys)? to (?:call|ring|phone)(?: me)?(?: back)?"
    r"(?: any ?more| now| after all)?\W*$"
)
NOT_TO_CALL = (
    r"^\W*(?:(?:no|oh|ok|actually|please|pls)\W+)*(?:don'?t|do not|no need to) (?:call|ring|phone)(?: me| us)?"
    r"(?: back| again| any ?more| after all|\W+please|\W+pls)*\W*$"
)
OFF_A_LIST = (
    r"(?:take|remove|delete|erase|get(?! (?:it|that)\b)|scrub|wipe)"
    r" (?:me|us|it|that|him|her|(?:my|this|that|the) (?:(?:cell|phone) )?(?:number|info\w*|names?(?: and number)?|details))"
    r" (?:off|from|out of)(?: of)? (?:your|ur|this|their|ya'?ll'?s) (?:(?:call(?:ing|-?back)?|phone|contact|patient) )?"
    r"(?:lists?|systems?|records?|files?|databases?|queue|computer)\b(?! of\b)"
)
NUMBER = (
    r"(?:delete|erase|remove|forget|lose|scrub|get rid of|take (?:down|off|out)) (?:my|that|this|the) (?:(?:cell|phone) )?"
    r"(?:number|phone|cell)(?: (?:please|pls|now|again|too|thanks))*\W*$"
)
LEFT = (
    r"\bi(?:'?ve)? (?:\w+ )?(?:left|gave|given|sent|put in|submitted|filled)\b.{0,30}?"
    rf"\b(?:(?:my|the) (?:(?:cell|phone) )?(?:number|names?|details|info\w*)|{CALL}|request(?! for (?!an? (?:phone )?call))"
    r"|(?:the|your|ur) form)\b.{0,50}"
    r"\b(?:(?:delete|erase|remove|cancel|forget|withdraw) (?:it|that|them|this|mine)"
    r"|take (?:it|that|them|this) (?:off|down|back|out))\b"
)
"""`I left my number last week for a call, delete it please`."""
TAKES_BACK = re.compile(rf"\b(?:{CANCELLED}|{NOT_NEEDED}|{OFF_A_LIST}|{NUMBER})|{LEFT}|{NOT_TO_CALL}", re.I)
INSTEAD = re.compile(
    rf"(?:(?:no|oh|ok|hi|actually)\W+)*(?:i )?{NOT} (?:really )?(?:need|want) {MINE_OR_A}?{CALL}"
    r"(?: (?:any ?more|(?:right )?now|back))?"
    r"(?:\W+(?:but\W+)?(?:just|only)\W+(?:i )?(?:(?:need|want) )?|\W+(?:but\W+)?i (?:just |only )?(?:need|want) "
    r"|(?:[,.;]|\W+but\b)\s*(?=(?:what|where|how|can|could|do|tell me|send)\b))"
    r"(?!(?:a |to )?(?:text|call|e-?mail|message|ring)|tomorrow|later|maybe|next|not|after|before)(?P<wanted>\D{3,})",
    re.I,
)
ALONE = re.compile(
    r"(?:(?:no|nope|oh|ok|okay|actually|sorry|well|please|pls|just|so|and|i|want to|would like to|i'?d like to|need to"
    r"|(?:can|could) you)\W+)*"
    rf"(?:{CANCELLED}|{NOT_NEEDED}|{OFF_A_LIST}|{NUMBER}|{NOT_TO_CALL})"
    r"(?:\W+(?:please|pls|thanks|thank you|now|any ?more|after all))*\W*",
    re.I,
)
"""The taking back and nothing beside it."""
ASKS_OTHERWISE = re.compile(
    r"\W*(?:(?:and|so|but|ok)\W+)*(?:why|what|how|is|are|do|does|did|which|who|where|when|will|should|if|have|has)\b", re.I
)
"""`do you cancel the call if i miss it` wishes nothing."""
OTHERWISE = re.compile(
    r"\d(?:\D{0,3}\d){6}.*\b(?:instead|use|call)\b|\b(?:instead|use|rather|call) .*\d(?:\D{0,3}\d){6}|\btext\b", re.I
)
"""Another number to call, or a text for a call: that is changed, not taken back."""


def wanted_instead(text: str) -> str:
    """What is wanted where a call is not: `the address` of `i don't need a call now, just the address`; empty for nothing."""
    found = INSTEAD.fullmatch(text.strip())
    return found["wanted"].strip() if found else ""


def only_takes_back(text: str) -> bool:
    """Whether words, a message or a piece of one, take back that somebody be called and say nothing else."""
    return ALONE.fullmatch(text.strip()) is not None and not ASKS_OTHERWISE.match(text)


def takes_back(text: str) -> bool:
    """Whether a message plainly takes back that somebody be called, wherever it was asked for."""
    if len(text.split()) > MOST_WORDS or ASKS_OTHERWISE.match(text) or OTHERWISE.search(text):
        return False
    return TAKES_BACK.search(text) is not None
