"""What is said inside the form that is neither an answer nor a question to the guide: `what is it for`, `can you text me`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

_words = partial(re.compile, flags=re.I)
ASIDES: Mapping[str, re.Pattern[str]] = {
    "utter_callback_what_for": _words(
        r"\bwh(?:y|at) (?:do|would|does|did) (?:you|u|they|the clinic|it|she) (?:even |really |guys )?(?:need|want|ask|have to)\b"
        r"|\bwhat(?:'?s| is| do (?:you|u|they) need) (?:it|that|this|my \w+|the \w+) for\b"
        r"|^\W*(?:what for|how come|but why|why)\W*$|^\W*why (?:my|the|a) (?:name|number|phone|time)\b"
        r"|\bwho(?:'?s| is| will| would|'?ll| else| all)?(?: going to| gonna)?"
        r" (?:gets?|sees?|reads?|calls?|rings?|phones?|has|have|calling) (?:this|it|that|these|my|me|them|back)\b"
        r"|^\W*(?:and |so |but )?who(?:'?s| is| will| would|'?ll)?(?: going to| gonna)?"
        r" (?:call|ring|phone|calling|ringing|phoning)\W*$"
        r"|\b(?:is|will) (?:it|that|she|he|dr\.?|doctor|the \w+)(?: \w+){0,2}"
        r" (?:the one )?(?:who calls|that calls|call(?:ing)?(?: me)?)\W*$"
        r"|\b(?:is (?:it|that)|will (?:it|they|that))\b.{0,25}\b(?:from|on) (?:the same|what|which|your) number\W*$"
        r"|^\W*(?:from|on) (?:what|which|your) number\W*$"
        r"|\bwhat (?:do|will|are|would) (?:you|u|they) (?:do|doing|going to do|gonna do) with\b"
        r"|\b(?:how long (?:do|will|would|are)|will|do|are) (?:you|u|they|i) (?:keep|kept|keeping|hold|stor(?:e|ing)|sav(?:e|ing)"
        r"|shar(?:e|ing)|sell(?:ing)?|record(?:ing)?|end up on a)\b"
        r"|\b(?:keep|keeping|store|storing|share|sharing|sell|delete|do with) my (?:name|number|phone|details|info\w*|data)\b"
    ),
    "utter_callback_how_soon": _words(
        r"\bhow (?:soon|fast|quick\w*|long (?:until|till|before|does it|will it))\b.*\b(?:call|ring|phone|hear|take)"
        r"|\bwhen (?:will|do|would|are|can|is) (?:they|you|u|someone|somebody|anyone|the clinic|she) (?:be |going to |usually )?"
        r"(?:call|ring|phone)"
    ),
    "utter_callback_name_optional": _words(
        r"^(?!.*\b(?:rather not|don'?t want|prefer not|no name|not giving)\b).*\b(?:do|must|should|can) i (?:really |even )?"
        r"(?:have to |need to |gotta |not )?(?:give|say|tell|leave|use)\b.{0,15}\bname\b"
        r"|\b(?:is|are) (?:a |my |the )?(?:real )?names? (?:really )?(?:needed|required|necessary|mandatory)\b"
    ),
    "utter_callback_which_number": _words(
        r"\b(?:will|would|do|does|are|can) (?:you|u|they|she|the clinic|it|someone)(?: be)?(?: going to| gonna)?"
        r" (?:call|ring|phone|calling|ringing)"
        r" (?:on |at )?(?:the|my|our) (?:house|home|land|work|cell|other)\W?(?: ?(?:phone|line|number))?\b"
        r"|\b(?:what|which) number (?:will|do|would|are) (?:you|u|they|she) (?:be )?"
        r"(?:call|ring|use|calling|ringing|using)\b(?! from)"
    ),
    "utter_callback_who_calls": _words(
        r"\b(?:she|he|dr\.? ?\w*|doctor(?: \w+)?|the (?:doctor|acupuncturist|practitioner)) (?:please )?(?:call|ring|phone)"
        r" (?:me |us )?(?:back )?(?:her|him|your)self\b"
    ),
    "utter_callback_so_far": _words(
        r"^\W*(?:(?:so|ok|and|wait|can (?:you|u)|could (?:you|u)|please|pls|tell me|show me)\b\W*)*(?:"
        r"(?:what|which|wh?at) (?:numbers?|names?|reason) (?:did|do|have) (?:you|u) (?:put|have|got|get|write|note|take)"
        r"(?: (?:down|for me|so far|there|of me|of mine))*"
        r"|(?:what|wh?at) (?:(?:did|do|have) )?(?:you|u)(?:'?ve)? (?:put|have|got|get|written|write|noted"
        r"|taken)(?: (?:down|for me|so far|there|for (?:the |my )?(?:time|name|number|reason|why)))+"
        r"|did (?:you|u) (?:really |just )?(?:put|write)(?: down)? (?:my|the) (?:name|number|time|reason)"
        r"(?: (?:as|down)\b.{1,30})?"
        r"|read (?:it|that|this|them|my \w+) back(?: to me)?"
        r"|where(?:'?s| is| are) (?:the|my) (?:\w+ ){0,2}(?:one|number|numbers|name|reason))\W*$"
    ),
    "utter_callback_abroad": _words(
        r"\b(?:will|can|do|would|could) (?:they|you|u|she|the clinic) (?:really |even )?(?:call|ring|phone)"
        r" (?:abroad|overseas|internationally?|england|the uk|uk|europe|another country|outside the (?:us"
        r"|states)|a (?:foreign|uk) number)"
        r"|^\W*(?:(?:so|and|but|ok)\W+)*(?:they|you|u)(?:'?ll| will) (?:call|ring|phone)"
        r" (?:abroad|overseas|internationally?|england|the uk|uk|europe|another country)\W*$"
    ),
    "utter_callback_not_sent": _words(
        r"\bwh?at (?:did|have) (?:you|u) (?:send|sent)\b|\bdid (?:it|that|this|they|you|u) (?:already )?"
        r"(?:go(?: through| out| or not)?\b(?! in| into| to| up| down| away)|send"
        r"|(?:get|take) (?:it|that|this|sent|through|my \w+)|cancel|delete|save)\b"
        r"|\b(?:is|was|has) (?:it|that|this|my (?:request|call|number|message))(?: been| already)?"
        r" (?:sent|cancell?ed|gone|deleted|submitted|through)\b"
        r"|\bshould i send (?:it|this|that)\b"
    ),
    "utter_callback_no_file": _words(
        r"\b(?:you|u|ya|they|she|the clinic)(?:'?ve)? (?:guys )?(?:should |already |must |do )*(?:have|got|know) "
        r"(?:my|it|the) ?(?:cell |phone |home )?(?:number|phone|cell|info\w*|name|file|details)?"
        r"(?: (?:already|on file|there|in (?:the|your) \w+))*\W*$"
        r"|\b(?:it'?s|its|is|number'?s|info'?s) (?:already )?(?:on file|in (?:the|your|my) (?:system|file|chart|records?))\b"
    ),
    "utter_callback_only_calls": _words(
        r"\b(?:text|e-?mail|message|whats ?app)\b.{0,30}\b(?:instead|only|not call|rather)\b"
        r"|\b(?:only|just|rather|prefer) (?:to )?(?:a |be )?(?:text|e-?mail|message)"
        r"|\bcan (?:you|u|they|someone) (?:just |please )?(?:text|e-?mail|message)\b"
    ),
    "utter_callback_no_email": _words(r"[\w.+-]{1,64}@[\w-]+\.\w+"),
    "utter_callback_not_yet": _words(
        r"\b(?:not|maybe not) (?:yet|now|right now|sure(?: yet)?)\W*$|\bi(?:'?ll| will| need to| want to) think (?:about|on) it\b"
        r"|\blet me think (?:about|on) it\b"
    ),
    "utter_callback_no_hurry": _words(
        r"^(?!.*\?)(?:\W*(?:ok|oh|h?um+|hm+|wait|please|sorry))*\W*(?:(?:hold|hang) on(?! is| are| do| can| what| how)"
        r"|(?:one|(?:just |give me )?a) (?:sec\w*|moment|min|minute)|let me (?:check|look|think|see|get|find)|brb)\b"
    ),
}
"""By the response that answers it."""
BESIDE_AN_ANSWER = frozenset(f"utter_callback_{name}" for name in ("what_for", "how_soon", "which_number", "who_calls"))
"""What is answered also where the message answers the form: `ok Gina. are u selling my number?`."""
READ_BACK = "utter_callback_so_far"
"""What was written down is asked, which no answer to any question is."""
NOT_YET = "utter_callback_not_yet"
"""Fits the summary alone: before it nothing could be sent."""
NO_NUMBER = _words(
    r"\b(?:rather|would|wud|i'?d) not\b|\b(?:don'?t|do not|not) (?:want|wanna|feel|going|gonna|like|comfortable|giving|sharing)\b"
    r"|\bnone of (?:your|ur)\b|\bno (?:phone|number)\b|\b(?:don'?t|do not) have (?:a )?(?:phone|number)\b"
)
"""A number refused: then there is nothing to call."""
ONLY_THE_NAME = _words(r"^(?!.*\b(?:number|phone|cell)\b).*\bname\b")
"""`not giving u my name`, said once more where the number is asked for."""
OPEN_SLOTS = ("callback_why",)
"""Slots that take any words: what doesn't ask there is the answer."""
MOST_WORDS_OPEN = 6
"""Words of an aside where any words are an answer, which may hold the same: `why did they want me to come on Fridays`."""


def aside(text: str, asked: str) -> str:
    """The response to what is no answer to the slot that was asked; empty where it may be one."""
    if ASIDES[READ_BACK].search(text):
        return READ_BACK
    if asked in OPEN_SLOTS and len(text.split()) > MOST_WORDS_OPEN:
        return ""
    if asked == "callback_number" and NO_NUMBER.search(text) and not ONLY_THE_NAME.search(text):
        return "utter_callback_only_calls"
    found = (response for response, words in ASIDES.items() if words.search(text))
    return next((each for each in found if each != NOT_YET or asked == "callback_confirmed"), "")
