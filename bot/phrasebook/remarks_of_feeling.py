"""How she feels: each feeling meets a human word."""

from __future__ import annotations

from bot.content import topics
from bot.phrasebook.leaning import ABOUT_ME
from bot.phrasebook.remark import ANY, END, LEAD, LOST, SOMEBODY, TOLD, Remark, words

OF_FEAR = words(
    r"\b(?:him|he|her|husband|boyfriend|partner|wife|mother|father|myself|die|dying|dead|alone|home|life|kill|bleed\w*|baby|moving"
    r"|pain is|hurt\w*|thoughts?|sleep|something|do|see|breathe?|feel|walk|numb\w*)\b"
)
"""Afraid of more than a visit."""
OF_A_DANGER = words(
    r"\b(?:hit|hits|hurt me|afraid|bleed\w*|numb\w*|can'?t (?:walk|stand|feel|breathe)|fever|die|dying|kill|faint\w*)\b"
)
FEELINGS = (
    Remark("ask_away", words(r"\bworrier\b|\b(?:too|so) many questions\b|\b(?:bother|annoy)\w* you\b|\bkeep asking\b"), LOST),
    Remark(
        "ask_away",
        words(r"\b(?:\d{1,4}|a (?:hundred|million|lot of|ton of|few more)|lots of|many|more) (?:more )?(?:questions|qs)\b"),
        (*LOST, topics.CAPABILITIES),
        only_told=True,
        most=9,
    ),
    Remark(
        "scared_of_all",
        words(
            r"\b(?:scared|afraid|worried|nervous|anxious|terrified|frightened) (?:of|about) (?:everything|all of it|it all)\b"
            r"|\beverything\b.{0,40}\b(?:scares?|worries|frightens|terrifies) me\b"
        ),
        (*LOST, topics.PREGNANCY_SAFETY, topics.NEEDLES_PAIN),
        unless=words(r"\b(?:die|dying|kill|myself|husband|boyfriend|home|bleed\w*|moving|hurt me)\b"),
        only_told=True,
        topic="pregnancy_safety",
    ),
    Remark(
        "no_weakness",
        words(
            r"\bam i (?:just )?(?:being )?(?:an? (?:big |total )?(?:baby|wimp|wuss|drama queen)|(?:too |so |over)?dramatic|weak"
            r"|over ?react\w*|pathetic|ridiculous)\b"
        ),
        (*LOST, "answer"),
        unless=OF_A_DANGER,
        most=26,
    ),
    Remark(
        "unkind_of_them",
        words(
            rf"\b(?:{SOMEBODY}|he|she|they|everyone) (?:just |only |all )?(?:(?:rolled|rolls|rolling) (?:his|her|their) eyes"
            r"|laugh(?:s|ed)? (?:at|about)|(?:thinks|says|said) i'?m (?:just |only )?(?:faking|lying|lazy|exaggerating|dramatic"
            r"|making it up))\b"
        ),
        LOST,
        unless=OF_A_DANGER,
        only_told=True,
        settles=True,
        most=9,
    ),
    Remark(
        "leaving_now",
        words(
            r"\b(?:phone|battery)(?: is|'?s)? (?:dying|dead|low|about to die)\b|\b(?:gotta|got to|have to|need to|must) "
            r"(?:go|run|get off)\b(?! to\b)|\bmy stop\b"
        ),
        LOST,
        only_told=True,
        most=8,
    ),
    Remark(
        "cant_know",
        words(
            r"\b(?:of course|figures|obviously|typical\w*|knew)\b.*\b(?:u|you|ya) (?:do ?n'?t|dont|can'?t|cant|would ?n'?t) "
            r"(?:know|say|tell)\b"
        ),
        LOST,
        most=9,
    ),
    Remark(
        *(
            "fine_to_be_nervous",
            words(r"\b(?:nervous|anxious|scared|afraid|worried|terrified|frightened|panick(?:ing|y|ed)|freaking out)\b"),
            TOLD,
        ),
        unless=OF_FEAR,
        only_told=True,
        most=9,
    ),
    Remark(
        "no_silly_question",
        words(
            rf"{LEAD}(?:(?:i know )?(?:that|this|it|my (?:question|q)|the question)?(?: was| is|'?s| may be| might be| sounds)?"
            r"(?: probably| kinda| kind of| so| really| a bit| very| such)* )?(?:an? )?(?:dumb|stupid|silly|daft|weird|odd) ?"
            rf"(?:questions?|q|one|thing to ask)?{END}"
        ),
        (*LOST, "answer", "not_covered"),
    ),
    Remark(
        "no_harm",
        words(
            r"^(?=.*\b(?:sorry|oops|whoops|lol|ignore)\b).*\b(?:cat|dog|toddler|butt dial|pocket(?: dial)?|autocorrect|typo"
            r"|fat fingers?"
            r"|wrong (?:chat|window|person|number))\b"
        ),
        LOST,
        unless=words(
            r"\?|\b(?:bit|bitten|scratch\w*|jump\w*|kick\w*|knock\w*|fell|hit|belly|tummy|eye|face|hurts?|bleed\w*|pregnant)\b"
        ),
        most=8,
    ),
    Remark(
        "sorry_it_failed",
        words(
            r"^(?=.*\b(?:acu\w*|needl\w*|chiro\w*|physical therapy|pt|physio\w*|massages?"
            r"|injections?|tried (?:it|this|that))\b).*\b(?:did (?:nothing|squat|zilch)"
            r"|did ?n'?t (?:really )?(?:help|work|do (?:anything|much|a thing))|no (?:help|use|relief|luck)|waste of)\b"
        ),
        only_told=True,
        most=30,
    ),
    Remark(
        *(
            "hurts_to_move",
            words(r"\b(?:can'?t|cannot|barely|hardly|unable to) (?:even )?(?:walk|move|stand|get (?:up|off|out))\b"),
        ),
        (ABOUT_ME,),
        unless=words(
            r"\b(?:for|as|too|very) (?:long|much|far)\b|\b(?:legs?|leak\w*|pee|wee|numb\w*|fall|fell|epidural|spinal|accident)\b"
        ),
        only_told=True,
        most=24,
    ),
    Remark(
        "glad",
        words(
            rf"{LEAD}(?:(?:that'?s|that is|it'?s|much|a (?:bit|lot)|way|i'?m|i feel|feeling|i am|that|it|this|gives? me"
            rf"|makes me|so|really"
            r"|very)\s+)*(?:better|hope(?:ful)?|happy|relieved|reassur\w+|glad|calmer|less (?:nervous|scared|worried))"
            rf"(?:[\s,]*(?:already|just (?:asking|curious|checking|wondering)))*{END}"
        ),
        LOST,
        ANY,
        only_told=True,
    ),
    Remark(
        "glad",
        words(
            rf"{LEAD}(?:it'?s |that'?s |that was |it was |just |only )*(?:a )?(?:joke|joking|kidding|figure of speech"
            rf"|exaggerat\w+)"
            rf"(?:\W+(?:btw|lol|haha))*(?:\W+(?:i'?m|i am) not (?:really|actually|literally) dying)?{END}"
        ),
        LOST,
        ANY,
        settles=True,
    ),
)
