"""What a short question that names no subject of its own is about: the answer before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from bot.content import topics
from bot.content.properties import Properties
from bot.phrasebook.context import tells_of_pregnancy
from bot.phrasebook.follow_ups import MOST_LEANING_WORDS, REFERS

ABOUT_ME = topics.ABOUT_ME
ABOUT_PREGNANCY = (topics.PREGNANCY_SAFETY, topics.PREGNANCY_SI_PAIN, topics.EVIDENCE_PREGNANCY)
GUIDELINES = topics.GUIDELINES
EVIDENCE = (topics.EVIDENCE, topics.EVIDENCE_PREGNANCY, GUIDELINES)
RIGHT_FOR_ME = topics.RIGHT_FOR_ME
ABOUT_THE_PAIN = (topics.WHAT_IS_SI_PAIN, topics.CAUSES, topics.PREGNANCY_SI_PAIN)
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
WHAT_TO_DO = _words(rf"{GO_ON}what (?:do|should|can|shall) (?:i|she|we) do(?: now| then| about (?:it|that|this))?\W*$")
NUMBERED = (topics.HOW_SOON_RELIEF, topics.FREQUENCY, topics.SESSION_LENGTH)
NO_SUBJECT = topics.OTHER
OF_HELP = _words(r"\b(?:helps?|treat\w*|do (?:anything|something)|works?|good|see|you)\b")
LEANING = (
    Leaning(  # has anybody been hurt by it
        *(topics.EVIDENCE, ABOUT_PREGNANCY, topics.PREGNANCY_SAFETY), only=_words(r"\b(?:hurt|harm|injur|damag|wrong|worse)\w*")
    ),
    Leaning(topics.EVIDENCE, ABOUT_PREGNANCY, topics.EVIDENCE_PREGNANCY),  # does it even work for that
    Leaning(  # any risks
        *(topics.NEEDLE_SAFETY, ABOUT_PREGNANCY, topics.PREGNANCY_SAFETY),
        own=_words(
            r"needl|clean|steril|glove|dispos|infect|metal|bleed|reus|single|wash|hygien|flinch|sneez|cough|faint|move|pass out"
        ),
        most=MOST_REFERRING_WORDS,
    ),
    Leaning(  # and once it's better
        *(topics.HOW_SOON_RELIEF, (topics.FREQUENCY,), topics.FREQUENCY),
        only=_words(r"\b(?:once|after|when|later)\b.*\b(?:better|settles?|improves?|gone|good|goes away|works|that)\b"),
        own=_words(r"\bhow (?:soon|fast|quick\w*)\b|\bfeel\b"),
    ),
    Leaning(  # why does it happen
        *(topics.CAUSES, (topics.PREGNANCY_SI_PAIN,), topics.PREGNANCY_SI_PAIN),
        own=_words(r"\b(?:else|others?|not|isn'?t|aren'?t|wasn'?t|without|men|man|non|before|after|never)\b"),
    ),
    Leaning(topics.NEEDLES_PAIN, ABOUT_THE_PAIN, topics.CAUSES, only=_words(r"\bwhy\b|\bhow come\b|\bwhat makes\b")),
    Leaning(  # what does it feel like
        *(topics.NEEDLES_PAIN, ABOUT_THE_PAIN, topics.WHAT_IS_SI_PAIN),
        own=_words(r"needl|\bacu|\baccu|\bpins?\b|pok(?:e|ing)|prick|stick|treatment|session"),
    ),
    Leaning(  # where is it
        *(topics.LOCATION, ABOUT_THE_PAIN, topics.WHAT_IS_SI_PAIN),
        own=_words(r"\b(?:you|u|ya|yall|y'all|clinic|office|place|located|address|street|park|map)\b"),
    ),
    Leaning(topics.NON_PREGNANCY, (topics.PREGNANCY_SI_PAIN,), topics.CAUSES, own=OF_HELP),  # and in everyone else
    Leaning(  # and afterwards
        *(topics.NON_PREGNANCY, (topics.PREGNANCY_SAFETY,), topics.AFTERCARE),
        own=_words(rf"{OF_HELP.pattern}|\bpreg"),
    ),
    Leaning(topics.EXERCISES_AT_HOME, (topics.INTEGRATIVE_CARE,), topics.INTEGRATIVE_CARE),  # how about swimming
    Leaning(  # and yoga
        *(topics.OTHER_THERAPIES, (topics.INTEGRATIVE_CARE,), topics.INTEGRATIVE_CARE),
        own=_words(r"\b(?:you|u|ya|offer|do|does|have)\b"),
    ),
    Leaning(  # can you help
        *(topics.CAPABILITIES, (*ABOUT_THE_PAIN, topics.NON_PREGNANCY), RIGHT_FOR_ME),
        own=_words(r"\b(?:what|ask|tell|answer|know)\b"),
    ),
    *(
        Leaning(each, (*ABOUT_THE_PAIN, topics.NON_PREGNANCY), RIGHT_FOR_ME, only=WHAT_TO_DO)  # so what do i do
        for each in (topics.CAPABILITIES, topics.UNSURE)
    ),
    Leaning(  # how long does it hold
        *(topics.SESSION_LENGTH, (topics.HOW_SOON_RELIEF, topics.HOW_ACUPUNCTURE_HELPS, *EVIDENCE), topics.HOW_SOON_RELIEF),
        only=_words(r"\b(?:lasts?|holds?|wears? off|stays?)\b"),
    ),
    Leaning(  # based on what
        *(topics.REFERENCES, (topics.PERSONALISED_PLAN,), topics.PERSONALISED_PLAN),
        own=_words(r"stud(?:y|ies)|research|sources?|papers?|\bcit|referenc|\bbooks?\b|\blinks?\b|author"),
    ),
    *(
        Leaning(topics.SESSION_LENGTH, (each,), leads_to, HOW_LONG)
        for each, leads_to in (  # is that long
            (topics.FREQUENCY, topics.FREQUENCY),
            (topics.HOW_SOON_RELIEF, topics.HOW_SOON_RELIEF),
            (topics.INTEGRATIVE_CARE, NO_SUBJECT),
        )
    ),
    *(Leaning(topics.PRICE, (each,), each, ROUGHLY) for each in NUMBERED),
    Leaning(  # when, behind who did the study
        *(topics.HOW_SOON_RELIEF, (topics.REFERENCES, *EVIDENCE), topics.REFERENCES),
        only=_words(rf"{GO_ON}when(?: (?:was|is) (?:that|it|this))?\W*$"),
    ),
    Leaning(  # by who
        *(topics.PRACTITIONER, (topics.REFERENCES, *EVIDENCE), topics.REFERENCES),
        only=_words(rf"{GO_ON}(?:(?:by|from|says) )?whom?\W*$|\b(?:chen|elden|qaseem|vleeming|wang|smith|authors?)\b"),
    ),
    Leaning(topics.EVIDENCE, (topics.NEEDLES_PAIN,), topics.NEEDLES_PAIN, _words(r"\bwhat if (?:it|they|that) do(?:es)?\W*$")),
    Leaning(  # what if it doesnt
        *(topics.EVIDENCE, (topics.HOW_SOON_RELIEF, topics.RIGHT_FOR_ME, topics.FREQUENCY, topics.HOW_ACUPUNCTURE_HELPS)),
        *(NO_SUBJECT, IF_NOT),
    ),
    Leaning(topics.EVIDENCE, (topics.FREQUENCY,), NO_SUBJECT, _words(r"\bstill (?:work|help)\w*")),  # will it still work
    Leaning(  # and after that
        *(topics.AFTERCARE, (topics.FREQUENCY,), topics.FREQUENCY),
        only=_words(rf"{GO_ON}(?:after(?:wards?)?|later)(?: (?:that|this|it))?\W*$"),
    ),
    Leaning(  # three times, of a number that nobody answers
        *(topics.FREQUENCY, (topics.CONTACT,), topics.CLINIC_COMPLAINT),
        only=_words(rf"{GO_ON}(?:like )?(?:(?:\d+|two|three|four|five|many|several) times|twice)(?: (?:now|already|today))?\W*$"),
    ),
    Leaning(  # so now what, behind the clinic's number
        *(topics.UNSURE, (topics.CONTACT, topics.BOOKING), topics.PERSON),
        only=_words(r"\bwhat (?:do i do )?now\b|\bnow what\b|\bwhat (?:do|can|should) i do\b"),
    ),
    Leaning(topics.AFFIRM, (topics.LOCATION,), topics.LOCATION, _words(r"\bwhich\b")),  # which is right
    Leaning(  # thats a lot
        *(topics.ABOUT_ME, (topics.FREQUENCY,), topics.FREQUENCY),
        only=_words(r"\b(?:thats?|that'?s|it'?s|is) (?:\w+ )?(?:a lot|so many|many|often|much)\b"),
    ),
    Leaning(  # so basically weak
        *(topics.ABOUT_ME, EVIDENCE, topics.EVIDENCE),
        only=_words(r"\b(?:weak|thin|strong|solid|poor|good|great|convinc\w*|much)\W*$"),
    ),
    *(
        Leaning(topics.NOT_KNOWN, after, leads_to, _words(words))
        for after, leads_to, words in (
            (
                (topics.PREGNANCY_SAFETY, *EVIDENCE),
                topics.REFERENCES,
                r"\bhow (?:do|can|would|wd) (?:you|u|ya|they) (?:even )?know\b",
            ),
            ((topics.EVIDENCE_PREGNANCY, topics.PREGNANCY_SAFETY), topics.EVIDENCE_PREGNANCY, HOW_SURE),
            (
                (topics.EVIDENCE, topics.NON_PREGNANCY, topics.RIGHT_FOR_ME, topics.HOW_ACUPUNCTURE_HELPS),
                topics.EVIDENCE,
                HOW_SURE,
            ),
        )
    ),
    Leaning(  # from which week
        *(topics.HOURS, ABOUT_PREGNANCY, topics.PREGNANCY_SAFETY),
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


def leaning(label: str, text: str, last_topic: str, like: Properties) -> str:
    """The label of a question that names no subject of its own.

    Args:
        label: what it is understood as by itself.
        text: the question.
        last_topic: the label of the last answer (`faq/…`), or empty.
        like: what that topic is like.
    """
    if label == topics.NON_PREGNANCY and len(text.split()) <= MOST_LEANING_WORDS and OF_PREGNANT_PATIENTS.search(text):
        return RIGHT_FOR_ME
    most = MOST_REFERRING_WORDS if REFERS.search(text) else MOST_LEANING_WORDS
    short = len(text.split()) <= most
    if last_topic in EVIDENCE and short and OF_SOURCES.search(text):
        return GUIDELINES if last_topic == GUIDELINES and OF_AUTHORS.search(text) else topics.REFERENCES
    told_only = label == ABOUT_ME or label == last_topic == topics.EVIDENCE
    if told_only and like.when_pregnant and tells_of_pregnancy(text):
        return like.when_pregnant
    return next((each.leads_to for each in LEANING if each.holds(label, text, last_topic)), label)


def also_treated(label: str, text: str, before: str) -> bool:
    """Whether a pain only named, as in `do you treat migraines? n SI joint?`, is one more that is asked after."""
    named = len(text.split()) <= MOST_WORDS_OF_A_NAME and not MORE_THAN_A_NAME.search(text)
    return label in ABOUT_THE_PAIN and named and TREATED.search(before) is not None
