"""Plain agreement with what is shown before it is sent, in the many words that people have for it."""

from __future__ import annotations

import re

AGREEING = (
    r"(?:y+e+s+(?:sir)?|ye+a+h*|yeppers|yep+|yup+|yessir|ya|y|aye|si(?: si)?|sí|oui|uh[ -]?huh|mm+[ -]?h+m+|ok(?:ay)?|k|kk"
    r"|sure(?: thing)?|correct(?:o(?: ?mundo)?)?|right|perfect|exact(?:ly|o)|absolutely|definitely|totally|indeed|affirmative"
    r"|confirm(?:ed)?|agreed|bingo|spot on|bang on|you got it|roger(?: that)?|fine|good|great|all (?:good"
    r"|correct|right|fine)|(?:good|close) enough"
    r"|i (?:do|agree|consent|confirm(?: (?:it|that|this))?)|(?:it|that) is(?: so| correct| right)?|so be it"
    r"|(?:you|u|ya) bet(?:cha)?"
    r"|(?:that|this|it)(?:'?s| is| all is| looks?)(?: all| quite| exactly| totally)? (?:right|correct|good"
    r"|fine|ok|okay|it|the one|perfect"
    r"|what i (?:said|meant|want(?:ed)?)|her|him|me|mine)|(?:that|this|it)(?:'?ll| will) do|(?:that |it "
    r"|this )?works(?: for me)?"
    r"|sounds (?:good|right|great)|looks (?:good|right|great|fine)|go (?:ahead|for it)|do it"
    r"|(?:just )?(?:send|submit)(?: (?:it|that|this|them))?(?: (?:off|on|already|in|through|along))?(?: to them)?)"
)
BESIDE = (
    r"(?:please|pls|plz|thanks?(?: you)?|thank u|thx|ty|gracias|sir|ma'?am|miss|dear|hon|lol|haha|whatever"
    r"|i guess|i think(?: so)?|i suppose"
    r"|um+|uh|er|well|oh|now|then|just|so|and|cool|already|guys|🙂|👍|👌|🙏|❤️?|😊|😀|✅)"
)
AGREES = re.compile(rf"\W*(?:(?:{AGREEING}|{BESIDE})(?!\w)\W*)+", re.I)
SAYS_YES = re.compile(rf"(?<!\w){AGREEING}(?!\w)|👍|👌|✅", re.I)
"""Thanks alone send nothing."""
DOUBTS = re.compile(r"\b(?:but|wait|no|not|n't|wrong|change|instead|except|unless|if|only|hold|almost)\b", re.I)
LONGEST = 80
"""Characters of the longest: anything beyond says something else as well."""
FIRST = re.compile(r"[.!;\n]+\s*|,\s+|\s+(?=(?:and|how|what|when|will|who|is|do|does|can)\b)", re.I)


def agrees(text: str) -> bool:
    """Whether a whole message agrees and says nothing else."""
    plain = text.strip()
    if len(plain) > LONGEST or plain.endswith("?") or AGREES.fullmatch(plain) is None:
        return False
    return SAYS_YES.search(plain) is not None


def before_a_question(text: str) -> str:
    """The agreement that a message with a question begins with: `yes thanks. How soon`; empty for none, or with any doubt."""
    pieces = FIRST.split(text.strip(), maxsplit=1)
    agreed = len(pieces) > 1 and not DOUBTS.search(text.replace("’", "'")) and agrees(pieces[0])
    return pieces[0] if agreed else ""
