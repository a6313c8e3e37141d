"""What she or others doubt or fear, and what a doctor said of it: each meets a human word."""

from __future__ import annotations

from bot.content import topics
from bot.phrasebook.remark import END, LABOUR, LEAD, LOST, REMARK, SOMEBODY, TOLD, UNHEARD, Remark, words

CARER = r"(?:doc|doctor|dr|ob|obgyn|ob-?gyn|gyn\w*|midwife|gp|nurse|specialist|consultant)"
HEARSAY = words(
    r"\b(?:says?|said|thinks?|heard|read|told me|claims?)\b.*\b(?:acu\w*|needl\w*|it|this)\b.*\b(?:causes?|brings? on|leads? to"
    r"|can (?:cause|make|bring))\b.*\b(?:miscarr\w*|loss|early labou?r|you lose)\b"
)
DOUBTS = (
    Remark(
        "said_to_harm",
        HEARSAY,
        (topics.PREGNANCY_SAFETY, topics.INDUCING_LABOUR, *UNHEARD),
        unless=words(r"\b(?:bleed\w*|spotting|cramp\w*|contract\w*|pain\w*|i (?:had|lost|have)|i'?ve|ob|doctor|dr|midwife)\b"),
        only_told=True,
        topic="pregnancy_safety",
        settles=True,
        most=16,
    ),
    Remark(
        "doctor_said_yes",
        words(
            rf"\b{CARER}\b(?:'s)? (?:has |have |had )?(?:\w+ )?(?:(?:says?|said|gave|told me|thinks?)(?: (?:that|me|it"
            rf"|its|it's|is"
            r"|was|i|can|could|im|i'm|the|yes|to))* (?:ok(?:ay)?|yes|fine|safe|good|go ahead|go for it|all clear|no problem)"
            r"(?=\W*(?:$|to\b|with\b|now\b|already\b|and\b|so\b|tho|lol|for (?:me|it|this|us|acu\w*)\b))"
            r"|cleared me|approved|is (?:fine|ok|okay|good|happy) with (?:it|this|acu\w*))\b"
        ),
        (topics.DOCTORS_ADVICE, topics.REFERRAL, *LOST, "answer"),
        unless=words(r"\b(?:not|n'?t|but|no|unless|until|only|if|other|another)\b"),
        only_told=True,
        most=12,
    ),
    Remark(
        "believe_the_doctor",
        words(
            r"\bwho (?:do|should|shall|would|can) i (?:even )?(?:believe|trust|listen to|go (?:with|by)|follow)\b"
            r"|\bwho(?:'?s| is) right\b|\b(?:you|u) or (?:my|the) \w+\W*$"
        ),
        (topics.DOCTORS_ADVICE, *LOST),
        (topics.DOCTORS_ADVICE, f"{REMARK}doubted_by_another", "out_of_scope", "clarify"),
        most=12,
    ),
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
