"""Small questions that the guide answers in a sentence, or not at all, where no topic is theirs."""

from __future__ import annotations

from bot.content import topics
from bot.phrasebook.leaning import ABOUT_ME
from bot.phrasebook.remark import (
    ANY,
    CONDITIONS,
    END,
    LEAD,
    OF_A_SESSION,
    OF_STUDIES,
    REMARK,
    SOMEBODY,
    TOLD,
    UNHEARD,
    Remark,
    words,
)

SMALL_QUESTIONS = (
    Remark(
        "of_the_hip",
        words(
            rf"{LEAD}(?:i mean[t]? |just |only |it'?s |what about |how about )*(?:the |my |both )?(?:\w+ )?hips?(?: pain"
            rf"| joint)?{END}"
        ),
        (*TOLD, CONDITIONS),
        ANY,
        topic="what_is_si_pain",
        most=8,
        unless=words(r"\b(?:replace\w*|broken|fracture\w*|surgery)\b"),
    ),
    Remark(
        "depends_on_her",
        words(rf"{LEAD}(?:more|less|fewer|(?:the )?same(?: (?:for|with) (?:her|him|me|them|us))?)(?: too| as well)?{END}"),
        TOLD,
        ANY,
        most=5,
    ),
    Remark(
        "for_another",
        words(rf"{LEAD}(?:what|how) (?:about|if it'?s)(?: for)? (?:my|our|a) {SOMEBODY}\b"),
        topic="right_for_me",
    ),
    Remark(
        "while_bad",
        words(
            r"\b(?:come|go|get in|book|visit|treat\w*|see you)\b.*\b(?:while|when|during|til+|until|wait)\b.*\b(?:bad|worse"
            r"|flar\w*|acute"
            r"|calms?|settles?|sore)\b"
        ),
        topic="frequency",
        most=26,
    ),
    Remark(
        "who_finds_out",
        words(rf"{LEAD}who (?:can |could |will |would )?(?:diagnos\w+|finds? out|checks?|confirms?|figures? out|works? out)\b"),
        UNHEARD,
        topic="what_is_si_pain",
    ),
    Remark(
        "time_of_day",
        words(
            r"\b(?:morning|evening|night|afternoon)s?\b.*\bor\b.*\b(?:morning|evening|night|afternoon)s?\b"
            r"|\b(?:best|better|what|which) time of (?:the )?day\b"
        ),
        UNHEARD,
        topic=topics.OTHER,
    ),
    Remark(
        *("other_pain_too", words(r"\bboth\b.*\b(?:si|sij|sacroiliac)\b"), TOLD),
        topic=CONDITIONS,
    ),
    Remark(
        "if_pregnant",
        words(r"\bif (?:i|we|she) (?:gets?|becomes?|falls?|ends? up|turns? out)(?: to be)? (?:pregnant|preggo|pg)\b"),
        topic="pregnancy_safety",
    ),
    Remark(
        "during_a_session",
        words(
            r"\bcan i (?:\w+ )?(?:read|use|look at|check|listen|watch|sleep|nap|doze|talk|chat|knit|hold|keep|play|text|scroll)\b"
        ),
        UNHEARD,
        OF_A_SESSION,
        topic="session_length",
    ),
    Remark(
        "not_compared",
        words(
            r"^(?=.*\b(?:acu\w*|needl\w*|massage|chiro\w*|physio\w*|pt|cupping|it|this|that|these|yours)\b)"
            r".*(?:\bdiff\w* (?:from|than|then|to|with|between)\b|\bcompares? (?:to|with)\b)"
        ),
        UNHEARD,
        topic=topics.OTHER_THERAPIES,
    ),
    Remark(
        *("no_figures", words(r"\bhow many points\b|\bby how much\b|\bhow much (?:better|less)\b"), UNHEARD, OF_STUDIES),
        topic=topics.STUDY_DETAILS,
    ),
    Remark(
        *("unclear", words(r"\w"), ("out_of_scope",), ("faq/", "not_covered/", ABOUT_ME, REMARK)),
        unless=words(r"\d"),
        most=3,
    ),
)
