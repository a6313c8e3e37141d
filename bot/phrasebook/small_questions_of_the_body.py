"""Small questions on what a body does, which the guide answers in a sentence or not at all: `my pelvis clicks`."""

from __future__ import annotations

from bot.content import topics
from bot.phrasebook.context import HURTS
from bot.phrasebook.remark import CONDITIONS, LOST, REMARK, SOMEBODY, UNHEARD, Remark, words

OF_THE_PAIN = (topics.WHAT_IS_SI_PAIN, topics.PREGNANCY_SI_PAIN, topics.CAUSES, topics.NON_PREGNANCY)
SEEN = (*UNHEARD, *OF_THE_PAIN, topics.RIGHT_FOR_ME, topics.OTHER, CONDITIONS)
BEHIND_THE_PAIN = (
    *OF_THE_PAIN,
    *(
        f"{REMARK}{each}"
        for each in "pain_and_baby pain_and_birth pain_judge clicking of_the_front might_be_si will_it_last".split()
    ),
)
CLICKS = r"(?:click|pop|crack|clunk|creak|crunch|grind)(?:s|ing|ed|ping|ped|y|ning)?"
ASKED_OF_CLICKS = r"(?:normal|ok(?:ay)?|why|just|only|weird|bad|mean|worr\w*|about|if|always)"
ASKS_OF_CLICKS = words(rf"\b{ASKED_OF_CLICKS}\b.*\b{CLICKS}\b|\b{CLICKS}\b.*(?:\b(?:normal|ok|okay|bad|weird|mean)\b|\?)")
A_JOINT = r"(?:pelvi\w*|hips?|joints?|si|sij|tail ?bone|sacr\w*|bones?|groin|lower back|my back)"
HURTS_TOO = words(
    rf"(?<!doesnt )(?<!doesn't )(?<!not )(?<!n't )(?<!no )(?<!dont )(?<!without )\b{HURTS}\b"
    r"|\b(?:knees?|shoulders?|neck|link|page|button|needles?)\b"
)
POSTURES = r"(?:sit(?:ting)?|stand(?:ing)?|walk(?:ing)?|lying(?: down)?|laying)"
BIRTH = r"(?:push(?:ing)?|give birth|giving birth|labou?r|deliver\w*|(?:vaginal|natural|normal) (?:birth|delivery)|c-?section)"
A_PAIN = r"(?:si|sij|pelvic|pgp|joint|back|hip|this|the|my) ?(?:joint |pelvic |hip |back )?pain"
TOO_MUCH = words(r"\b(?:contract\w*|bleed\w*|blood|water|waters|cramp\w*|numb\w*|can'?t (?:walk|move|feel))\b")
MAY_BE_SI = words(
    r"\b(?:back|butt\w*|bum|pelvi\w*|hips?|tail ?bone)\b.*\b(?:is|could|might|can) (?:it|that|this) (?:be )?"
    r"(?:the|my|an|maybe)? ?(?:si|sij|sacro\w*)\b"
)
OF_THE_BODY = (
    Remark(
        "clicking",
        words(rf"^(?=.*\b{A_JOINT}\b).*(?:{ASKS_OF_CLICKS.pattern})"),
        (*SEEN, *LOST),
        unless=HURTS_TOO,
        topic="pregnancy_si_pain",
    ),
    Remark("clicking", ASKS_OF_CLICKS, OF_THE_PAIN, BEHIND_THE_PAIN, unless=HURTS_TOO, topic="pregnancy_si_pain", most=9),
    Remark(
        "of_the_front",
        words(r"\b(?:pubic|pubis|symphysis|spd|front of (?:my|the|your) (?:pelvis|hips?))\b"),
        SEEN,
        unless=words(r"\bhair\b"),
        topic="pregnancy_si_pain",
        most=24,
    ),
    Remark(
        "pain_and_baby",
        words(
            r"\b(?:is|can|could|does|will|would)\b.*\b(?:si|sij|pelvic|pgp|joint|back|hip|this|the|my|having) ?(?:joint )?pain\b"
            r".*\b(?:danger\w*|harm\w*|hurt|affect|bad)\b.*\bbab(?:y|ies)\b"
        ),
        (*SEEN, topics.PREGNANCY_SAFETY),
        unless=words(r"\b(?:acu\w*|needles?|session|treatment)\b"),
        topic="pregnancy_si_pain",
    ),
    Remark(
        "pain_and_birth",
        words(
            r"\bmake me (?:go|come|deliver|give birth) (?:in )?early\b|\b(?:bring|start|trigger|cause)\b.*\b(?:early|pre-?term)\b"
            rf"|\b(?:can|able|will|affect|harder|problem|what about)\b.*\b{BIRTH}\b"
        ),
        (*SEEN, topics.PREGNANCY_SAFETY, topics.INDUCING_LABOUR, topics.HEALTH_CONDITIONS),
        BEHIND_THE_PAIN,
        unless=words(rf"\b(?:acu\w*|needles?|sessions?|treatments?|induc\w*)\b|{TOO_MUCH.pattern}"),
        topic="pregnancy_si_pain",
        most=12,
    ),
    Remark(
        "pain_and_birth",
        words(
            rf"\b{A_PAIN}\b.*\b(?:cause|bring|start|trigger|make)\b.*\b(?:early|pre-?term|labou?r)\b"
            rf"|\b{BIRTH}\b.*\bwith {A_PAIN}\b"
        ),
        (*SEEN, topics.PREGNANCY_SAFETY, topics.INDUCING_LABOUR, topics.HEALTH_CONDITIONS),
        unless=words(rf"\b(?:acu\w*|needles?|sessions?|treatments?|induc\w*)\b|{TOO_MUCH.pattern}"),
        topic="pregnancy_si_pain",
        most=14,
    ),
    Remark(
        "will_it_last",
        words(
            r"\b(?:will|is|could|does|going to|gonna)\b.*\b(?:happen|come(?: back)?|get (?:it|this)|have (?:it|this)) "
            r"(?:all over )?(?:again|back|next time)\b|\b(?:went|go(?:es)?|gone) away after\b.*\b(?:birth|bab\w+|delivery|born)\b"
        ),
        (*UNHEARD, *OF_THE_PAIN, topics.WHAT_TO_EXPECT),
        BEHIND_THE_PAIN,
        unless=words(r"\b(?:acu\w*|needles?|sessions?|visits?|appointments?|treatments?)\b"),
        topic="pregnancy_si_pain",
        most=14,
    ),
    Remark("might_be_si", MAY_BE_SI, (topics.PREGNANCY_SI_PAIN,), topic="pregnancy_si_pain", most=24),
    Remark("might_be_si", MAY_BE_SI, (*UNHEARD, topics.CAUSES, topics.RIGHT_FOR_ME), topic="what_is_si_pain", most=24),
    Remark(
        "pain_judge",
        words(
            r"\bhow (?:do|would|can|will|could|wd) (?:i|you|u|we|one|they) (?:ever )?(?:know|tell|find out|be sure)\b"
            r"(?! (?:you|u|them|him|her)\b)"
        ),
        (*UNHEARD, topics.NOT_KNOWN, topics.UNSURE, topics.OTHER),
        (*OF_THE_PAIN, f"{REMARK}might_be_si"),
        unless=words(r"\b(?:work\w*|help\w*|book\w*|licen\w*|real)\b"),
        topic="what_is_si_pain",
        most=10,
    ),
    Remark(
        "diagnosed_si",
        words(
            rf"\b(?:{SOMEBODY}|specialist|she|he|they) (?:\w+ )?(?:says?|said|thinks?|told me|diagnosed|confirmed)(?: me)?"
            r"(?: (?:that|with|it|its|it's|is|my|the|an|yes|was))* (?:si|sij|sacro\w*)\b"
            r"|\bi was (?:told|diagnosed)(?: (?:that|with|it|its|it's|is|my|the))* (?:si|sij|sacro\w*)\b"
        ),
        (topics.WHAT_IS_SI_PAIN, *LOST),
        only_told=True,
        topic="what_is_si_pain",
        most=12,
    ),
    Remark(
        "worse_how",
        words(
            rf"\b(?:worse|better|best|worst|bad)\b.*\b{POSTURES} or (?:\w+ )?{POSTURES}\b"
            rf"|\b{POSTURES} or {POSTURES}\b.*\b(?:worse|better|best|worst|bad)\b"
        ),
        (*SEEN, topics.EXERCISES_AT_HOME),
        topic=topics.OTHER,
    ),
    Remark(
        "imaging",
        words(
            r"\b(?:need|should i|do i|get|have to|bring|requires?|want|must)\b"
            r".*\b(?:x-? ?rays?|mris?|ct|scans?|imaging|ultrasound)\b"
        ),
        (*SEEN, topics.REFERRAL, topics.EATING_AND_PREPARATION, topics.NEW_PATIENTS),
        topic=topics.REFERRAL,
        most=12,
    ),
    Remark(
        "arthritis_named",
        words(r"\b(?:osteo)?arthriti[sc]\b"),
        (topics.REFERRAL, topics.OTHER, topics.HEALTH_CONDITIONS, *LOST),
        unless=words(
            r"\b(?:rheum\w*|psoria\w*|knees?|hands?|fingers?|hips?|shoulders?|neck|help|treat|fix|cure|cost|price)\b|\bra\b"
        ),
        topic="causes",
    ),
    Remark(
        "on_period",
        words(r"\b(?:on|with|w|w/|during|while on|having) (?:my|the|a|her) period\b|\bmenstruat\w*|\bon the rag\b"),
        (*UNHEARD, topics.BOOKING, topics.OTHER, CONDITIONS, topics.COMPANIONS, topics.HEALTH_CONDITIONS),
        unless=words(r"\b(?:missed|late|no|heavy|heavier|bleed\w*|clots?|pregnan\w*|pain\w*|cramps?|help)\b"),
        topic=topics.OTHER,
        most=12,
    ),
    Remark(
        "tattoos",
        words(
            r"\btatto+s?\b.*\b(?:prob\w*|issue|ok(?:ay)?|matter|fine|allowed|bother\w*|safe)\b"
            r"|\b(?:have|got|with|over|through|on|near|into) (?:an? |my |the |big |old |new |some |full )*(?:\w+ )?tatto+s?\b"
        ),
        (*UNHEARD, topics.OTHER, topics.NEEDLE_SAFETY, topics.HEALTH_CONDITIONS),
        topic=topics.OTHER,
        most=16,
        unless=words(r"\b(?:wants?|how much|touch ?-?up|walk-?ins?|artist|remov\w*|ink)\b"),
    ),
)
