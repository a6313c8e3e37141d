"""Plain words that agree, refuse or pass: `yep thats right`, `nah`, `nothing else`."""

from __future__ import annotations

import re

YES = re.compile(
    r"(?:(?:yess*|yeah|yep|yup|ya|yea|y|ok|okay|k|sure|correct|right|perfect|fine|good|great|exactly|absolutely|definitely"
    r"|confirm(?:ed)?|agreed|please|thanks|thank you|thx|ty|dear|hon|cool|go ahead|go|of course"
    r"|send|submit|send (?:it|this|that|them)"
    r"|do it|do that|go for it|all good|sounds good"
    r"|(?:that'?s|that is|it'?s|it is|that|all)(?: all| quite| exactly| totally)? (?:right|correct|it|fine|me|good|ok)"
    r"|(?:it |that |this )?looks (?:good|right|fine)|it is|i (?:do|agree|consent)|you (?:may|can)|i don'?t mind|no problem"
    r"|why not|si|oui)[\s,.!]*)+",
    re.I,
)
COURTESY = re.compile(r"(?:(?:please|thanks|thank you|thx|ty|dear|hon|cool)[\s,.!]*)+", re.I)
"""Polite, but no yes: nothing is sent on it."""
NO = re.compile(
    r"^\s*(?:no|nope|nah|n|nay|not|don'?t|do not|rather not|i'?d rather not|incorrect|please don'?t|wrong|wait)\b", re.I
)
SKIP = re.compile(
    r"(?:(?:no|nope|nah|n|skip|pass|none|nothing(?: else| really| more| to add)?|no thanks?|no thank you|not really|rather not"
    r"|i'?d rather not|don'?t want to|nvm|never|skip (?:it|this|that)|no need|no reason|n/?a|that'?s (?:all|it|private|personal)"
    r"|not now|private|it'?s private|personal|it'?s personal|none of your business)[\s,.!]*)+",
    re.I,
)
ANY_TIME = re.compile(
    r"(?:(?:it |that |this )?(?:really )?(?:skip|pass|no preference|doesn'?t matter|(?:i )?don'?t (?:really )?(?:care|mind)"
    r"|whatever|always|all day|up to (?:you|them|u)|dealer'?s choice|either)"
    r"(?: (?:it|that|this|works?|is fine|really))*[\s,.!]*)+",
    re.I,
)
"""Leaves the time of a call to the clinic."""
SEND = re.compile(
    r"(?:(?:ok|okay|just|please|now|yes|and)[\s,.!]*)*(?:send|submit)\b(?:[\s,.!]*(?:it|that|this|off|now|please|pls|thanks))*[\s.!]*",
    re.I,
)
"""Said before the summary, that nothing is to be added."""
LONGEST = 80
"""Characters of the longest plain yes or no: anything beyond says something else as well."""


def says(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the whole message is what the pattern stands for."""
    return len(text) <= LONGEST and pattern.fullmatch(text.strip()) is not None
