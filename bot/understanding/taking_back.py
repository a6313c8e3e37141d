"""The wish that a call asked for be not made, or a number left with the clinic be gone: `i don't need the call anymore`."""

from __future__ import annotations

import re

MOST_WORDS = 13
"""Who writes more than these says something else as well."""
CALL = r"(?:call ?-?back|phone call|call)(?: request)?"
MINE = r"(?:my |the |that |this )"
CANCELLED = rf"(?:withdraw|cancel|take back|call off|drop|undo|scrap|delete|erase) {MINE}?(?:{CALL}|request)\b"
NOT = r"(?:don'?t|do not|didn'?t|no longer)"
NOT_NEEDED = (
    rf"{NOT} (?:really )?(?:need|want) (?:{MINE}|an? |any )?{CALL}(?: from \w+)? (?:any ?more|now|after all)\b"
    rf"|{NOT} (?:really )?(?:need|want) {MINE}{CALL}\b"
    rf"|{NOT} (?:need|want) (?:you|u|them|her|anyone|anybody|the clinic)(?: guys)? to (?:call|ring|phone)(?: me)?(?: back)?"
    r"(?: any ?more| now| after all)?\W*$"
)
NOT_TO_CALL = (
    r"^\W*(?:(?:no|oh|ok|actually|please|pls)\W+)*(?:don'?t|do not|no need to) (?:call|ring|phone)(?: me| us)?"
    r"(?: back| again| any ?more| after all|\W+please|\W+pls)*\W*$"
)
OFF_A_LIST = (
    r"(?:take|remove|delete|erase|get|scrub|wipe) (?:me|us|it|that|him|her|(?:my|this|that|the) (?:(?:cell|phone) )?"
    r"(?:number|info\w*|names?(?: and number)?|details))"
    r" (?:off|from|out of)(?: of)? (?:your|ur|this|their|ya'?ll'?s) (?:(?:call(?:ing|-?back)?|phone|contact|patient) )?"
    r"(?:lists?|systems?|records?|files?|databases?|queue|computer)\b"
)
NUMBER = (
    r"(?:delete|erase|remove|forget|lose|scrub|get rid of|take (?:down|off|out)) (?:my|that|this|the) (?:(?:cell|phone) )?"
    r"(?:number|phone|cell)(?: (?:please|pls|now|again|too|thanks))*\W*$"
)
LEFT = (
    r"\bi(?:'?ve)? (?:\w+ )?(?:left|gave|given|sent|put in|submitted|filled)\b.{0,60}"
    r"\b(?:(?:delete|erase|remove|cancel|forget|withdraw) (?:it|that|them|this|mine)"
    r"|take (?:it|that|them|this) (?:off|down|back|out))\b"
)
"""`I left my number last week for a call, delete it please`."""
TAKES_BACK = re.compile(rf"\b(?:{CANCELLED}|{NOT_NEEDED}|{OFF_A_LIST}|{NUMBER})|{LEFT}|{NOT_TO_CALL}", re.I)
ASKS_OTHERWISE = re.compile(
    r"\W*(?:(?:and|so|but|ok)\W+)*(?:why|what|how|is|are|do|does|did|which|who|where|when|will|should|if|have|has)\b", re.I
)
"""`do you cancel the call if i miss it` wishes nothing."""
OTHERWISE = re.compile(
    r"\d(?:\D{0,3}\d){6}.*\b(?:instead|use|call)\b|\b(?:instead|use|rather|call) .*\d(?:\D{0,3}\d){6}|\btext\b", re.I
)
"""Another number to call, or a text for a call: that is changed, not taken back."""


def takes_back(text: str) -> bool:
    """Whether a message plainly takes back that somebody be called, wherever it was asked for."""
    if len(text.split()) > MOST_WORDS or ASKS_OTHERWISE.match(text) or OTHERWISE.search(text):
        return False
    return TAKES_BACK.search(text) is not None
