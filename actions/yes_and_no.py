"""Plain words that agree, refuse or pass: `yep thats right`, `nah`, `nothing else`."""

from __future__ import annotations

import re

YES = re.compile(
    r"(?:(?:yess*|yeah|yep|yup|ya|yea|y|ok|okay|k|sure|correct|right|perfect|fine|good|great|exactly|absolutely|definitely"
    r"|confirm(?:ed)?|agreed|please|pls|plz|thanks|thank you|thx|ty|dear|hon|cool|go ahead|go|of course"
    r"|send|submit|(?:send|pass) (?:it|this|that|them)(?: all)?(?: on| along)?|lol|haha"
    r"|do it|do that|go for it|good enough|all good|sounds good"
    r"|(?:that'?s|that is|it'?s|it is|that|all)(?: all| quite| exactly| totally)? (?:right|correct|it|fine|me|good|ok)"
    r"|(?:it |that |this )?looks (?:good|right|fine)|it is|i (?:do|agree|consent)|you (?:may|can)|i don'?t mind|no problem"
    r"|why not|si|oui)[\s,.!]*)+",
    re.I,
)
COURTESY = re.compile(r"(?:(?:please|thanks|thank you|thx|ty|dear|hon|cool)[\s,.!]*)+", re.I)
"""Polite, but no yes: nothing is sent on it."""
MAY_GO_ON = re.compile(
    r"(?:(?:yess*|yeah|yep|yup|ya|yea|y|sure|please|absolutely|definitely|of course|why not|i do|si|oui|ok|okay)[\s,.!]*)+", re.I
)
"""A yes to whether there is something to add; `ok` alone and `that's right` say that all is well as it is."""
OKAY = re.compile(r"(?:(?:ok|okay|k)[\s,.!]*)+", re.I)
NO = re.compile(
    r"^\s*(?:no|nope|nah|n|nay|not|don'?t|do not|rather not|i'?d rather not|incorrect|please don'?t|wrong|wait)\b", re.I
)
SKIP = re.compile(
    r"(?:(?:no|nope|nah|n|skip|pass|none|nothing(?: else| really| more| to add)?|no thanks?|no thank you|not really|rather not"
    r"|i'?d rather not|don'?t want to|nvm|never|skip (?:it|this|that)|no need|n/?a|that'?s (?:all|it|private|personal)"
    r"|not now|no reason|(?:you |they )?(?:can )?just (?:call|ring)(?: me)?(?: back)?|i just want (?:the|a) call"
    r"|private|it'?s private|personal|it'?s personal|none of your business)[\s,.!]*)+",
    re.I,
)
MEANT = re.compile(r"^\W*(?:no\W+)?i mean(?:t)?\W+(?=(?:yes|yeah|send|ok)\b)", re.I)
"""`no i mean yes send it`."""
NO_WHY = re.compile(
    r"\W*(?:(?:no|nah|nope|lol|sorry|well|um|actually|ok|oh)\b\W*)*"
    r"(?:(?:i(?:'?d|'?m| would| am)? )?(?:really )?(?:do ?n'?t (?:want|wanna|wish|care|need|like|have)(?: to)?"
    r"|rather not|prefer not(?: to)?"
    r"|not (?:going to|gonna|comfortable)|won'?t)(?: (?:say|saying|tell|telling|share|sharing|explain|give|discuss))?"
    r"(?: (?:you|u|it|that|this|why|them|an?|the|my|reasons?|what for|anything|here|on here))*"
    r"|none of (?:your|ur|ya) (?:business|beeswax|concern)|never ?mind (?:the |that |about )*(?:reason|why)"
    r"|(?:it'?s|that'?s) (?:my (?:own )?business|between me and \w+|no one'?s business))"
    r"(?:\W+(?:lol|haha|please|pls|thanks|sorry|just (?:book|call|ring) me(?: back)?))*\W*",
    re.I,
)
"""No reason is told, in so many words: that is none to pass on."""
PASSES = re.compile(
    r"\W*(?:(?:no|nope|nah|na|yes|yeah|ok|okay|please|pls|just|lol|sorry|um|well)\b\W*)*"
    r"(?:(?:thx|ty|ta|thanks?(?: (?:you|u))?|thank (?:you|u)|gracias|merci|sir|ma'?am|skip(?: (?:it|this|that))?|pass|just that"
    r"|that'?s (?:all|it)|(?:i'?m|im|ur|you'?re|we'?re|all) (?:good|fine|ok)|just curious|curious|no reason"
    r"|nothing|not needed|no need"
    r"|(?:i )?already (?:said|told|wrote|did|gave)(?: (?:you|u|why|it|that|so|them))*|i (?:said"
    r"|told you)(?: (?:why|it|that|so))* already"
    r"|lol|haha|please|pls|really|just call|anyway)\b\W*)+",
    re.I,
)
"""Asked for a reason, that none is given: `no thx`, `no i already said why`."""
NOTHING_MORE = re.compile(
    r"(?:(?:no|nope|nah|ok|okay)[\s,.!]*)*(?:that'?s|that is|that will be|that'?ll be) (?:all|it|everything)"
    r"(?: (?:thanks|thank you|for now))*[\s.!]*|(?:no|nope|nah)?[\s,.!]*(?:nothing(?: else| more| to (?:change|add))?|no changes?"
    r"|(?:thanks|thank you|thx|ty)|(?:it'?s |that'?s |this is |looks )?(?:all )?(?:good|fine|okay|ok|right|correct|perfect)"
    r"|(?:i (?:have |'ve got )?)?no (?:more |other |further )?questions(?: from me| here)?"
    r"|(?:i )?(?:don'?t|do not) have (?:any |more )+questions"
    r"|(?:don'?t|do not) change (?:anything|it)|leave it(?: like (?:this|that))?)"
    r"(?: (?:thanks|thank you|please))*[\s.!]*",
    re.I,
)
"""Said of the summary: nothing is to be changed, but whether to send it was not said."""
YES_ALL = re.compile(
    r"(?:(?:yess*|yeah|yep|yup|correct|right|sure)[\s,.!]+)+(?:that'?s|that is) (?:all|everything)\b[\s.!]*", re.I
)
ANY_TIME = re.compile(
    r"(?:(?:it |that |this )?(?:really )?(?:skip|pass|no preference|doesn'?t matter|(?:i )?don'?t (?:really )?(?:care|mind)"
    r"|whatever|always|all day|up to (?:you|them|u)|dealer'?s choice|either|(?:i )?(?:dunno|don'?t know)"
    r"|(?:you|u|they) (?:pick|choose|decide)|your (?:choice|pick|call))"
    r"(?: (?:it|that|this|works?|is fine|really))*[\s,.!]*)+",
    re.I,
)
"""Leaves the time of a call to the clinic."""
SEND = re.compile(
    r"(?:(?:ok|okay|just|please|now|yes|and)[\s,.!]*)*(?:send|submit)\b(?:[\s,.!]*(?:it|that|this|off|now|please"
    r"|pls|thanks))*[\s.!]*",
    re.I,
)
"""Said before the summary, that nothing is to be added."""
LONGEST = 80
"""Characters of the longest plain yes or no: anything beyond says something else as well."""


def says(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the whole message is what the pattern stands for."""
    return len(text) <= LONGEST and pattern.fullmatch(text.strip()) is not None
