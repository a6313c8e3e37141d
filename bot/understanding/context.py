"""What a patient says about themselves that later answers depend on."""

from __future__ import annotations

import re

I_AM = r"\b(?:i'?m|i am|i'?ve been|me being|i just found out i'?m)"
PREGNANT = re.compile(
    rf"{I_AM} (?:\w+ ){{0,3}}?(?:pregnant|pregnent|preggo|preggers|preg|prego|expecting)\b"
    r"|\b(?:i'?m|i am|currently|now) (?:about |almost |nearly |only |just |at )?\d{1,2} ?(?:weeks?|wks?|w)\b"
    r"(?! ago| old| post| pp)"
    r"|\bmy (?:pregnancy|bump|due date|(?:first|second|third|1st|2nd|3rd) trimester)\b"
    r"|\bi'?m due (?:in|on|next|any)\b|\bpregnant with my\b|\bthis pregnancy\b",
    re.I,
)
NOT_PREGNANT = re.compile(
    r"\b(?:not|no longer|never been|wasn'?t|isn'?t|aren'?t|trying to (?:get|be|become)|before (?:i|getting|being)"
    r"|if i(?:'?m| am| was| were| get)?)(?: \w+){0,2}? (?:preg(?:nan\w*|g\w*)?|expecting)\b"
    r"|\bwhen i was pregnant\b|\bi had the baby\b|\bpostpartum\b",
    re.I,
)

SOMEBODY_PREGNANT = re.compile(
    r"\bpreg|\bexpecting\b|\btrimester\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)? ?(?:weeks?|wks?|w|months?)\b(?! ago| old| post| pp| now| later| of)"
    r"|\bdue (?:in|on|next|any|soon)\b",
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
    return PREGNANT.search(text) is not None and NOT_PREGNANT.search(text) is None


def tells_of_pregnancy(text: str) -> bool:
    """Whether what is told is that somebody is pregnant, whoever it is: `she's 24 weeks`, `im 32 wks`."""
    return SOMEBODY_PREGNANT.search(text) is not None and NOT_PREGNANT.search(text) is None


def tells_of_pain(text: str) -> bool:
    """Whether a pain is told of: `horrible pain at the back of my pelvis since week 20`, `my doctor says it's my SI joint`."""
    return PAIN.search(text) is not None
