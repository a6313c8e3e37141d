"""Small questions on coming, on the needles and on the studies: `ok to come?`, `is this dry needling`."""

from __future__ import annotations

from bot.content import topics
from bot.phrasebook.remark import BOOKING, LOST, OF_STUDIES, REMARK, UNHEARD, Remark, words

STUDIES = (*OF_STUDIES, topics.EVIDENCE_PREGNANCY)
A_DAY = (
    r"\b(?:today|tonight|tomorrow|tmrw|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?s?|next|this (?:week|after\w*)"
    r"|mornings?|evenings?|\d{1,2}(?::\d\d)? ?(?:am|pm)|at \d|weekends?|book\w*|appoint\w*|appt|slot|walk[- ]?in|from|alone)\b"
)
A_REASON = (
    r"\b(?:bab(?:y|ies)|breech|clots?|pregnan\w*|twins|\d+ ?(?:weeks?|wks?|w)|my (?:\w+ )?(?:back|hips?|pain|pelvis"
    r"|surgery|condition)"
    r"|surgery|scan|nervous|diabet\w*|epilep\w*|pacemaker|miscarr\w*|midwife|doctor|ob)\b"
)
MAY_COME = (
    r"(?:\b(?:can|may|could|should) i (?:still |now |even |safely )?come\b"
    r"|\b(?:ok|okay|safe|fine|alright) (?:for me )?to (?:still )?(?:come|be treated|start)\b)"
)
IS_AT = r"^\W*(?:(?:i'?m|im|i am|at|about|now|oh|and|only|just|btw|its|it'?s)\W+)*"
WEEKS = r" ?(?:weeks?|wks?|w)(?:\W+(?:now|along|pregnant|preg|today|tho|btw|here))*\W*$"
LATE_ENOUGH, ANY_WEEK = words(rf"{IS_AT}(?:1[3-9]|[23]\d|4[0-2]){WEEKS}"), words(rf"{IS_AT}(?:[4-9]|[1-3]\d|4[0-2]){WEEKS}")
"""What can hardly be how long it hurts; and what is a week of pregnancy behind an answer on that."""
ON_A_PREGNANCY = (topics.PREGNANCY_SAFETY, topics.PREGNANCY_SI_PAIN, topics.EVIDENCE_PREGNANCY, f"{REMARK}may_i_come", BOOKING)
ON_WHETHER = (*ON_A_PREGNANCY, topics.RIGHT_FOR_ME, topics.HEALTH_CONDITIONS, topics.NEEDLE_SAFETY)
ASKED_WHETHER = words(r"\b(?:safe\w*|allowed|harm\w*|risk\w*|(?:can|may|could|should) i|ok(?:ay)? (?:to|for|if))\b")
OF_A_VISIT = (
    Remark(
        *("safe_at_that_stage", LATE_ENOUGH, LOST, ON_WHETHER[1:]),
        before=ASKED_WHETHER,
        topic="pregnancy_safety",
        only_told=True,
    ),
    Remark("stage", LATE_ENOUGH, LOST, ON_WHETHER, topic="pregnancy_safety", only_told=True),
    Remark("stage", ANY_WEEK, LOST, ON_A_PREGNANCY, topic="pregnancy_safety", only_told=True),
    Remark(
        "may_i_come",
        words(rf"{A_REASON}.*{MAY_COME}|{MAY_COME}.*{A_REASON}"),
        (BOOKING, *UNHEARD),
        unless=words(A_DAY),
        topic="right_for_me",
        most=26,
    ),
    Remark(
        "needles_and_baby",
        words(
            r"\b(?:needles?|needels?|pins|they)\b.*\b(?:reach|touch|get to|poke|hit|go (?:in|near|to|into)|near)\b"
            r".*\b(?:(?:the|my|our) (?:\w+ )?(?:baby|babies|bump)|womb|uterus)\b"
        ),
        (*UNHEARD, topics.PREGNANCY_SAFETY, topics.NEEDLES_PAIN, topics.NEEDLE_SAFETY),
        topic="pregnancy_safety",
        most=18,
    ),
    Remark(
        "dry_needling",
        words(r"\bdry needl\w*"),
        (*UNHEARD, topics.OTHER_THERAPIES, topics.WHAT_TO_EXPECT, topics.HOW_ACUPUNCTURE_HELPS, topics.OTHER),
        unless=words(r"\b(?:diff\w*|compare\w*|vs|versus|better|worse|same)\b"),
        topic=topics.OTHER_THERAPIES,
        most=10,
    ),
    Remark(
        "without_needles",
        words(
            r"\bneedles?\b.*\b(?:any|is there|are there|got) (?:an)?(?:other|else|different) ?(?:way|options?|thing"
            r"|treatments?)?\b"
            r"|\b(?:any|is there|are there) (?:an)?other (?:ways?|options?) (?:than|besides|without) (?:the )?needles?\b"
            r"|\b(?:help|treat\w*|something|anything|way|options?|do (?:it|this))\b.*\b(?:without|instead of|other than|besides)"
            r" (?:the |any )?needles?\b"
        ),
        (*UNHEARD, topics.NEEDLES_PAIN, topics.NON_DRUG, topics.OTHER_THERAPIES),
        topic="integrative_care",
        most=14,
    ),
    Remark(
        "start_early",
        words(
            r"\b(?:do|start|try|starting|coming)\b.*\bearly(?: on| enough)?\b|\b(?:prevent|head it off|keep it (?:away|from)"
            r"|stop it (?:from )?(?:coming|happening|starting|getting))\b"
        ),
        (*UNHEARD, topics.RIGHT_FOR_ME, topics.PREGNANCY_SAFETY, topics.INTEGRATIVE_CARE),
        unless=words(r"\b(?:labou?r|miscarr\w*|birth|induc\w*|appoint\w*|morning|trimester|weeks?|wks?|safe|too early|baby)\b"),
        topic="integrative_care",
        most=10,
    ),
    Remark(
        "what_they_ask",
        words(
            r"\bwhat (?:else )?(?:do|should|must|shall|would) i (?:\w+ )?(?:need to |have to )?"
            r"(?:tell|mention|say)(?: to)? (?:you|u|y'?all|them|her|the (?:clinic|practitioner|acupuncturist))\b"
            r"|\bwhat (?:do|will|would) (?:you|u|they|she) (?:guys )?(?:need|want|have) to know\b"
        ),
        (*UNHEARD, "not_covered", topics.WHAT_TO_EXPECT, topics.CAPABILITIES, topics.WHAT_YOU_KNOW, topics.PRACTITIONER),
        topic="personalised_plan",
        unless=words(r"\b(?:insur\w*|cancel\w*|pay\w*|late)\b"),
        most=12,
    ),
    Remark(
        "babies_in_study",
        words(r"\bbab(?:y|ies)\b.*\b(?:hurt|harm\w*|injur\w*|affected|ok|okay|fine|healthy|lost|die[ds]?)\b"),
        (*UNHEARD, topics.PREGNANCY_SAFETY, topics.STUDY_DETAILS, *STUDIES),
        STUDIES,
        topic="pregnancy_safety",
        most=9,
        unless=words(r"\b(?:my|will|could|can|would)\b"),
    ),
    Remark(
        "sham_unknown",
        words(r"\b(?:sure|certain|know|prove|swear)\b.*\b(?:placebo|in (?:my|your|their|the) (?:head|mind)|sham)\b"),
        (*UNHEARD, topics.EVIDENCE, topics.EVIDENCE_PREGNANCY, topics.STUDY_DETAILS),
        (*STUDIES, topics.STUDY_DETAILS, REMARK),
        topic="evidence",
        most=10,
    ),
    Remark(
        "often_a_lot",
        words(
            r"\b(?:that'?s|thats|that is|is that|is|sounds|seems) (?:\w+ )?(?:a lot|too (?:much|many|often)|so (?:much"
            r"|many|often)"
            r"|often|many)\b"
        ),
        (topics.FREQUENCY, topics.PRAISE, topics.COMPLAINT, *LOST),
        (topics.FREQUENCY,),
        topic="frequency",
        unless=words(r"\b(?:money|cost\w*|pay|pain|safe|danger\w*|harm\w*)\b"),
        most=12,
    ),
    Remark(
        "therapy_compared",
        words(r"\bwhich (?:one )?(?:is|works|would be|wd be) (?:better|best|safer)\b"),
        (topics.OTHER_THERAPIES,),
        topic=topics.OTHER_THERAPIES,
        most=9,
    ),
)
