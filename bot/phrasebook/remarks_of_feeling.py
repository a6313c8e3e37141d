"""How she feels, and what she or others doubt or fear: each meets a human word."""

from __future__ import annotations

from bot.content import topics
from bot.phrasebook.leaning import ABOUT_ME
from bot.phrasebook.remark import ANY, END, LABOUR, LEAD, LOST, REMARK, SOMEBODY, TOLD, Remark, words

OF_FEAR = words(
    r"\b(?:him|he|husband|boyfriend|partner|wife|myself|die|dying|dead|alone|home|life|kill|bleed\w*|baby|moving|pain is"
    r"|hurt me)\b"
)
FEELINGS = (
    Remark("ask_away", words(r"\bworrier\b|\b(?:too|so) many questions\b|\b(?:bother|annoy)\w* you\b|\bkeep asking\b"), LOST),
    Remark(
        *("fine_to_be_nervous", words(r"\b(?:nervous|anxious|scared|afraid|worried|terrified|frightened)\b"), TOLD),
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
        unless=words(r"\?"),
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
        unless=words(r"\b(?:for|as|too|very) (?:long|much|far)\b"),
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
DOUBTS = (
    Remark(
        "doubted_by_another",
        words(
            r"\b(?:says?|said|thinks?|thought|calls?|called|told me|swears|believes?)\b.*\b(?:woo|woo[- ]?woo|nonsense|bs"
            r"|bull\w*|rubbish"
            r"|garbage|crap|quack\w*|scam|placebo|hocus|voodoo|witch\w*|fake|pseudo\w*|silly|a joke|waste|not real|mumbo)\b"
            rf"|\b(?:she|he|they|{SOMEBODY}) (?:does ?n'?t|do ?n'?t|won'?t) (?:really )?(?:believe|buy|trust) (?:in )?(?:it"
            rf"|this|that"
            r"|acu\w*|needles)\b"
        ),
        (*LOST, topics.DOCTORS_ADVICE),
        only_told=True,
    ),
    Remark(
        "what_to_tell_them",
        words(
            rf"{LEAD}what (?:do|should|would|can|could|shall) (?:i|you|u|we) (?:say|tell|answer|reply)(?: to)? (?:her|him"
            rf"|them|my \w+)"
            rf"(?: about \w+)?{END}"
        ),
        LOST,
        (topics.DOCTORS_ADVICE, topics.REFERRAL, topics.EVIDENCE, f"{REMARK}doubted_by_another", "out_of_scope"),
    ),
    Remark(
        "own_doubt",
        words(
            r"\b(?:s[kc]eptic\w*|not (?:convinced|sold)|hard to believe|sounds (?:like )?(?:woo|a scam|fishy|fake|nonsense"
            r"|hocus|voodoo)"
            r"|(?:do ?n'?t) (?:really )?(?:believe|buy|trust) (?:in )?(?:it|this|that|acu\w*|needles))\b"
        ),
        (*TOLD, topics.COMPLAINT),
        only_told=True,
    ),
    Remark(
        *("fear_of_labour", words(r"\b(?:scared|afraid|worried|nervous|terrified|don'?t want|hope (?:it|not)|too early)\b")),
        (LABOUR,),
        unless=words(r"\b(?:breech|nausea|milk|nurs\w+|breast\w*|epidural|pain in labou?r)\b"),
        topic="pregnancy_safety",
    ),
    Remark(
        *("asked_of_loss", words(r"\b(?:los[et]|losing|miscarr\w*|still ?b\w*|die[ds]?)\b"), (topics.STUDY_DETAILS,)),
        topic="pregnancy_safety",
    ),
)
