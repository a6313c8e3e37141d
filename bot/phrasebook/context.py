"""What a patient says about themselves that later answers depend on."""

from __future__ import annotations

import re

I_AM = r"\b(?:i'?m|i am|i'?ve been|me being|i just found out i'?m)"
PREGNANT = re.compile(
    rf"{I_AM} (?:\w+ ){{0,3}}?(?:pregnant|pregnent|preggo|preggers|preg|prego|expecting)\b"
    r"|\b(?:i'?m|i am|currently|now) (?:about |almost |nearly |only |just |at )?\d{1,2} ?(?:weeks?|wks?|w)\b"
    r"(?! ago| old| post| pp)"
    r"|^\W*(?:(?:hi|hello|hey)\W+)?\d{1,2} ?(?:weeks?|wks?|w) (?:here|along|preg\w*)\b"
    r"|\bmy (?:pregnancy|bump|due date|(?:first|second|third|1st|2nd|3rd) trimester)\b"
    r"|\bi'?m due (?:in|on|next|any)\b|\bpregnant with my\b|\bthis pregnancy\b",
    re.I,
)
STAGE = re.compile(
    r"(?<!for )(?<!in )(?<!since )(?<!every )(?<!last )(?<!past )\b(?:[4-9]|[1-3]\d|4[0-2]) ?(?:weeks?|wks?|w)\b"
    r"(?! ago| old| post| pp| after| of| later)",
    re.I,
)
EXPECTS = re.compile(r"\b(?:preg|prego|preggo|pregnant|trimester)\b|\b(?:twins|triplets|pregnancy)\W{1,2}(?=\d)", re.I)
PAST = re.compile(
    r"\b(?:lost|loss|losses|miscarr\w*|still ?b\w*|ended|died|born|birth|was|were|had|trying|test|negative|old|months?)\b", re.I
)
"""What tells of a pregnancy that is over, or not begun."""
SOMEBODY_ELSE = re.compile(
    r"\b(?:she|he|her|his|they|wife|sister|daughter|gf|girlfriend|friend|partner|mom|mother|cousin|niece|colleague|(?:some|any)one)\b",
    re.I,
)
"""`TWINS 26 wks pelvis cracking` is said of oneself, where nobody else and no past is named."""
NOT_PREGNANT = re.compile(
    r"\b(?:not|no longer|never been|wasn'?t|isn'?t|aren'?t|trying to (?:get|be|become)|before (?:i|getting|being)"
    r"|if i(?:'?m| am| was| were| get)?)(?: \w+){0,2}? (?:preg(?:nan\w*|g\w*)?|expecting)\b"
    r"|\bwhen i was pregnant\b|\bi had the baby\b|\bpostpartum\b",
    re.I,
)

I_AM_NOT = re.compile(
    r"(?<!if )(?<!thinks )(?<!when )\b(?:i'?m|i am) (?:not|no longer) (?:even |currently )?pregnant\b"
    r"(?! yet| with)(?!.{0,15}\bi am\b)",
    re.I,
)
ANOTHER_IS_NOT = re.compile(
    r"\b(?:she|he|sister|wife|girlfriend|gf|friend|mom|mother|daughter|cousin|niece|colleague)(?:'?s)? (?:\w+ )?"
    r"(?:isn'?t|is not|not) (?:even )?pregnant\b(?!.{0,10}\bi am\b)",
    re.I,
)
"""`what about my sister she isnt pregnant`."""

SOMEBODY_PREGNANT = re.compile(
    r"\bpreg|\bexpecting\b|\btrimester\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)? ?(?:weeks?|wks?|w|months?)\b(?! ago| old| post| pp| now| later| of)"
    r"|\bdue (?:in|on|next|any|soon)\b",
    re.I,
)

WEEKS_ALONE = re.compile(
    r"(?:^|[.,;!:]\s+)(?:(?:i'?m|at|now|about|only|just|oh|and|i am)\W+)*(?:1[3-9]|[23]\d|4[0-2]) ?(?:weeks?|wks?|w)"
    r"(?: (?:now|along|here|today|pregnant|tho|btw))*\s*(?:[.,;!]|$)",
    re.I,
)
"""A clause of its own that says how many weeks it is: `38w`, `BP is fine, 24 wks. can i come`."""
OVER = re.compile(
    r"\b(?:lost|loss|miscarr\w*|still ?b\w*|died|born|birth|surgery|operat\w*|post\w*|ago|since|for|trying|old|accident|fell)\b",
    re.I,
)

HURTS = r"(?:pains?|painful|hurt(?:s|ing)?|ach(?:es?|ing|y)|sore|stiff|stabs|stabbing|killing me)"
PAIN = re.compile(
    rf"\b(?:i|i'?m|i'?ve|my|me|mine)\b.*\b{HURTS}\b|\b{HURTS}\b.*\b(?:i|i'?m|i'?ve|my|me)\b"
    r"|\b(?:my|i have|i'?ve got|i got|told|says?|said)\b.*\b(?:si joint|sij|sacro\w*)\b"
    r"|\b(?:barely|hardly|can'?t|cannot) (?:walk|move|stand|sit|sleep|climb|roll|turn|bend)\b",
    re.I | re.S,
)


def says_pregnant(text: str) -> bool:
    """Whether the writer says to be pregnant. Never guessed from a question about pregnancy or about someone else."""
    if NOT_PREGNANT.search(text):
        return False
    elsewhere = SOMEBODY_ELSE.search(text) or PAST.search(text) or "?" in text
    by_stage = STAGE.search(text) and EXPECTS.search(text) and not elsewhere
    alone = (
        WEEKS_ALONE.search(text) and not SOMEBODY_ELSE.search(text) and not OVER.search(WEEKS_ALONE.split(text, maxsplit=1)[0])
    )
    return PREGNANT.search(text) is not None or bool(by_stage or alone)


def says_not_pregnant(text: str) -> bool:
    """Whether the writer says not to be pregnant, or no longer."""
    return I_AM_NOT.search(text) is not None


def names_one_not_pregnant(text: str) -> bool:
    """Whether a message is about somebody else who isn't pregnant: `what about my sister, she isnt pregnant`."""
    return ANOTHER_IS_NOT.search(text) is not None


def tells_of_pregnancy(text: str) -> bool:
    """Whether what is told is that somebody is pregnant, whoever it is: `she's 24 weeks`, `im 32 wks`."""
    return SOMEBODY_PREGNANT.search(text) is not None and NOT_PREGNANT.search(text) is None


def tells_of_pain(text: str) -> bool:
    """Whether a pain is told of: `horrible pain at the back of my pelvis since week 20`, `my doctor says it's my SI joint`."""
    return PAIN.search(text) is not None
