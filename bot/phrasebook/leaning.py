"""What a short question that names no subject of its own is about: the answer before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from bot.phrasebook.context import tells_of_pregnancy
from bot.phrasebook.follow_ups import MOST_LEANING_WORDS, PREGNANT, REFERS, resolved

ABOUT_ME = "smalltalk/about_me"
ABOUT_PREGNANCY = ("faq/pregnancy_safety", "faq/pregnancy_si_pain", "faq/evidence_pregnancy")
GUIDELINES = "faq/guidelines"
EVIDENCE = ("faq/evidence", "faq/evidence_pregnancy", GUIDELINES)
RIGHT_FOR_ME = "faq/right_for_me"
ABOUT_THE_PAIN = ("faq/what_is_si_pain", "faq/causes", "faq/pregnancy_si_pain")
MOST_REFERRING_WORDS = 10


@dataclass(frozen=True)
class Leaning:
    """What a short question that is understood as `label` asks for after one of these answers."""

    label: str
    after: tuple[str, ...]
    leads_to: str
    only: re.Pattern[str] | None = None
    """Words without which it asks for something else."""
    own: re.Pattern[str] | None = None
    """Words by which it names its subject itself."""
    most: int = MOST_LEANING_WORDS
    """Words of a question that points at nothing."""

    def holds(self, label: str, text: str, last_topic: str) -> bool:
        """Whether this is such a question."""
        most = max(self.most, MOST_REFERRING_WORDS if REFERS.search(text) else 0)
        if label != self.label or last_topic not in self.after or len(text.split()) > most:
            return False
        return (self.only is None or self.only.search(text) is not None) and (self.own is None or not self.own.search(text))


_words = partial(re.compile, flags=re.I)
GO_ON = r"^\W*(?:(?:and|so|but|ok|okay|then|well|or)\W+)*"
HOW_LONG = _words(rf"{GO_ON}(?:for )?(?:how|so) long(?: for| in total| total)?\W*$|{GO_ON}(?:is )?(?:that|it) long\W*$")
ROUGHLY = _words(rf"{GO_ON}(?:just )?(?:a )?(?:roughly|rough(?: idea| guess)?|ball ?park|approx\w*|more or less|on average)\W*$")
IF_NOT = _words(r"\bwhat if (?:it|this|that|they|the \w+) (?:just )?(?:does ?n'?t|do ?n'?t|wo ?n'?t|don'?t)\b")
HOW_SURE = r"\bhow (?:sure|certain|confident)\b"
NUMBERED = ("faq/how_soon_relief", "faq/frequency", "faq/session_length")
NO_SUBJECT = "not_covered/other"
OF_HELP = _words(r"\b(?:helps?|treat\w*|do (?:anything|something)|works?|good|see|you)\b")
LEANING = (
    Leaning(  # has anybody been hurt by it
        *("faq/evidence", ABOUT_PREGNANCY, "faq/pregnancy_safety"), only=_words(r"\b(?:hurt|harm|injur|damag|wrong|worse)\w*")
    ),
    Leaning("faq/evidence", ABOUT_PREGNANCY, "faq/evidence_pregnancy"),  # does it even work for that
    Leaning(  # any risks
        *("not_covered/needle_safety", ABOUT_PREGNANCY, "faq/pregnancy_safety"),
        own=_words(
            r"needl|clean|steril|glove|dispos|infect|metal|bleed|reus|single|wash|hygien|flinch|sneez|cough|faint|move|pass out"
        ),
        most=MOST_REFERRING_WORDS,
    ),
    Leaning(  # and once it's better
        *("faq/how_soon_relief", ("faq/frequency",), "faq/frequency"),
        only=_words(r"\b(?:once|after|when|later)\b.*\b(?:better|settles?|improves?|gone|good|goes away|works|that)\b"),
        own=_words(r"\bhow (?:soon|fast|quick\w*)\b|\bfeel\b"),
    ),
    Leaning(  # why does it happen
        *("faq/causes", ("faq/pregnancy_si_pain",), "faq/pregnancy_si_pain"),
        own=_words(r"\b(?:else|others?|not|isn'?t|aren'?t|wasn'?t|without|men|man|non|before|after|never)\b"),
    ),
    Leaning("faq/needles_pain", ABOUT_THE_PAIN, "faq/causes", only=_words(r"\bwhy\b|\bhow come\b|\bwhat makes\b")),
    Leaning(  # what does it feel like
        *("faq/needles_pain", ABOUT_THE_PAIN, "faq/what_is_si_pain"),
        own=_words(r"needl|\bacu|\baccu|\bpins?\b|pok(?:e|ing)|prick|stick|treatment|session"),
    ),
    Leaning(  # where is it
        *("faq/location", ABOUT_THE_PAIN, "faq/what_is_si_pain"),
        own=_words(r"\b(?:you|u|ya|yall|y'all|clinic|office|place|located|address|street|park|map)\b"),
    ),
    Leaning("faq/non_pregnancy", ("faq/pregnancy_si_pain",), "faq/causes", own=OF_HELP),  # and in everyone else
    Leaning(  # and afterwards
        *("faq/non_pregnancy", ("faq/pregnancy_safety",), "not_covered/aftercare"),
        own=_words(rf"{OF_HELP.pattern}|\bpreg"),
    ),
    Leaning("not_covered/exercises_at_home", ("faq/integrative_care",), "faq/integrative_care"),  # how about swimming
    Leaning(  # and yoga
        *("not_covered/other_therapies", ("faq/integrative_care",), "faq/integrative_care"),
        own=_words(r"\b(?:you|u|ya|offer|do|does|have)\b"),
    ),
    Leaning(  # can you help
        *("smalltalk/capabilities", (*ABOUT_THE_PAIN, "faq/non_pregnancy"), RIGHT_FOR_ME),
        own=_words(r"\b(?:what|ask|tell|answer|know)\b"),
    ),
    Leaning(  # how long does it hold
        *("faq/session_length", ("faq/how_soon_relief", "faq/how_acupuncture_helps", *EVIDENCE), "faq/how_soon_relief"),
        only=_words(r"\b(?:lasts?|holds?|wears? off|stays?)\b"),
    ),
    Leaning(  # based on what
        *("faq/references", ("faq/personalised_plan",), "faq/personalised_plan"),
        own=_words(r"stud(?:y|ies)|research|sources?|papers?|\bcit|referenc|\bbooks?\b|\blinks?\b|author"),
    ),
    *(
        Leaning("faq/session_length", (each,), leads_to, HOW_LONG)
        for each, leads_to in (  # is that long
            ("faq/frequency", "faq/frequency"),
            ("faq/how_soon_relief", "faq/how_soon_relief"),
            ("faq/integrative_care", NO_SUBJECT),
        )
    ),
    *(Leaning("not_covered/price", (each,), each, ROUGHLY) for each in NUMBERED),
    Leaning(  # when, behind who did the study
        *("faq/how_soon_relief", ("faq/references", *EVIDENCE), "faq/references"),
        only=_words(rf"{GO_ON}when(?: (?:was|is) (?:that|it|this))?\W*$"),
    ),
    Leaning(  # by who
        *("faq/practitioner", ("faq/references", *EVIDENCE), "faq/references"),
        only=_words(rf"{GO_ON}(?:(?:by|from|says) )?whom?\W*$|\b(?:chen|elden|qaseem|vleeming|wang|smith|authors?)\b"),
    ),
    Leaning("faq/evidence", ("faq/needles_pain",), "faq/needles_pain", _words(r"\bwhat if (?:it|they|that) do(?:es)?\W*$")),
    Leaning(  # what if it doesnt
        *("faq/evidence", ("faq/how_soon_relief", "faq/right_for_me", "faq/frequency", "faq/how_acupuncture_helps")),
        *(NO_SUBJECT, IF_NOT),
    ),
    Leaning("faq/evidence", ("faq/frequency",), NO_SUBJECT, _words(r"\bstill (?:work|help)\w*")),  # will it still work
    Leaning(  # and after that
        *("not_covered/aftercare", ("faq/frequency",), "faq/frequency"),
        only=_words(rf"{GO_ON}(?:after(?:wards?)?|later)(?: (?:that|this|it))?\W*$"),
    ),
    Leaning(  # three times, of a number that nobody answers
        *("faq/frequency", ("faq/contact",), "smalltalk/clinic_complaint"),
        only=_words(rf"{GO_ON}(?:like )?(?:(?:\d+|two|three|four|five|many|several) times|twice)(?: (?:now|already|today))?\W*$"),
    ),
    Leaning(  # so now what, behind the clinic's number
        *("smalltalk/unsure", ("faq/contact", "faq/booking"), "person"),
        only=_words(r"\bwhat (?:do i do )?now\b|\bnow what\b|\bwhat (?:do|can|should) i do\b"),
    ),
    Leaning("smalltalk/affirm", ("faq/location",), "faq/location", _words(r"\bwhich\b")),  # which is right
    Leaning(  # thats a lot
        *("smalltalk/about_me", ("faq/frequency",), "faq/frequency"),
        only=_words(r"\b(?:thats?|that'?s|it'?s|is) (?:\w+ )?(?:a lot|so many|many|often|much)\b"),
    ),
    Leaning(  # so basically weak
        *("smalltalk/about_me", EVIDENCE, "faq/evidence"),
        only=_words(r"\b(?:weak|thin|strong|solid|poor|good|great|convinc\w*|much)\W*$"),
    ),
    *(
        Leaning("smalltalk/not_known", after, leads_to, _words(words))
        for after, leads_to, words in (
            (
                ("faq/pregnancy_safety", *EVIDENCE),
                "faq/references",
                r"\bhow (?:do|can|would|wd) (?:you|u|ya|they) (?:even )?know\b",
            ),
            (("faq/evidence_pregnancy", "faq/pregnancy_safety"), "faq/evidence_pregnancy", HOW_SURE),
            (("faq/evidence", "faq/non_pregnancy", "faq/right_for_me", "faq/how_acupuncture_helps"), "faq/evidence", HOW_SURE),
        )
    ),
    Leaning(  # from which week
        *("not_covered/hours", ABOUT_PREGNANCY, "faq/pregnancy_safety"),
        own=_words(
            r"\b(?:open|close|hours?|today|tomorrow|days?|weekends?|evenings?|mornings?|late|early"
            r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
        ),
    ),
)
"""The first that holds counts."""
OF_SOURCES = re.compile(
    r"\bwhich (?:ones?|studies|doctors|groups)\b|\bsays? who\b|\bwho says\b|\bwhose (?:study|studies)\b"
    r"|\b(?:list|share|send|show|cite|name) (?:me |us )?(?:those|them|these|the same|a few|some|one)\b",
    re.I,
)
"""`which ones`, asked after what the evidence says, asks for its sources."""
OF_AUTHORS = _words(r"\bwhich (?:ones?|doctors|groups|bodies|organi[sz]ations|societies)\b")
"""The same, after what guidelines say, asks whose they are."""
TREATED = _words(r"\b(?:u|you|ya|y'?all|they)(?: guys| folks)? (?:treat|help with|work on|see|do|handle|fix)\b")
MORE_THAN_A_NAME = _words(r"\b(?:wh\w+|how|is|are|does|do|did|can|should|my|i|im|i'm|it|causes?|hurts?)\b")
MOST_WORDS_OF_A_NAME = 5


OF_PREGNANT_PATIENTS = _words(
    r"^(?!.*\b(?:not|non|no|isn'?t|isnt|aren'?t|arent|never|without|outside|besides|too|also|only|just|other|men|man|after|before|unless"
    r"|either|aside|or|un\w*|anymore|any ?one|everyone|instead|except|than)\b).*\bpregnan"
)
"""`pregnant people ok?` asks nothing about those who aren't."""


def leaning(label: str, text: str, last_topic: str) -> str:
    """The label of a question that names no subject of its own, given the last answer's (`faq/…`, or empty)."""
    if label == "faq/non_pregnancy" and len(text.split()) <= MOST_LEANING_WORDS and OF_PREGNANT_PATIENTS.search(text):
        return RIGHT_FOR_ME
    most = MOST_REFERRING_WORDS if REFERS.search(text) else MOST_LEANING_WORDS
    short = len(text.split()) <= most
    if last_topic in EVIDENCE and short and OF_SOURCES.search(text):
        return GUIDELINES if last_topic == GUIDELINES and OF_AUTHORS.search(text) else "faq/references"
    if (
        (label == ABOUT_ME or label == last_topic == "faq/evidence")
        and last_topic.removeprefix("faq/") in PREGNANT
        and tells_of_pregnancy(text)
    ):
        return resolved("follow_up/pregnant", last_topic)
    return next((each.leads_to for each in LEANING if each.holds(label, text, last_topic)), label)


def also_treated(label: str, text: str, before: str) -> bool:
    """Whether a pain only named, as in `do you treat migraines? n SI joint?`, is one more that is asked after."""
    named = len(text.split()) <= MOST_WORDS_OF_A_NAME and not MORE_THAN_A_NAME.search(text)
    return label in ABOUT_THE_PAIN and named and TREATED.search(before) is not None
