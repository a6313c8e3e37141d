"""Jokes, and remarks on this chat, its language and what it is for."""

from __future__ import annotations

from bot.content import topics
from bot.phrasebook.call_wishes import ASKS_WHY
from bot.phrasebook.leaning import ABOUT_ME
from bot.phrasebook.remark import (
    ANY,
    BOOKING,
    CANCELS,
    CONDITIONS,
    END,
    LANGUAGES,
    LAUGHS,
    LEAD,
    LOST,
    REMARK,
    SOMEBODY,
    TOLD,
    UNHEARD,
    Remark,
    words,
)

OF_ONESELF = words(r"\b(?:no ?one|nobody|life|wish|stop|end|tired of|alone|die|dead|kill|hate (?:me|myself|my)|mess)\b")
"""`i have no one lol` is no joke."""
JOKES = (
    Remark("a_joke", words(r"\b(?:jk|j/k|just kidding|only (?:joking|kidding))\W*$"), (*LOST, "answer", "not_covered"), ANY),
    Remark("a_joke", words(LAUGHS), (*UNHEARD, "not_covered"), ANY, unless=OF_ONESELF, only_told=True, most=12),
    Remark(
        "only_a_program",
        words(
            r"\b(?:do|are|did|have) (?:you|u) (?:\w+ )?(?:like (?:your|ur|this) (?:job|work)|enjoy (?:it|this|your)"
            r"|get (?:tired|bored|lonely"
            r"|paid)|sleep|eat|dream|happy|sad|bored|lonely|tired|feelings|married|single|have (?:feelings|friends"
            r"|a (?:boyfriend|girlfriend"
            r"|family|soul)))\b"
        ),
        (*LOST, topics.OTHER, topics.BOT, topics.HOW_ARE_YOU),
        most=9,
    ),
)
ABOUT_THE_CHAT = (
    Remark(
        "still_here",
        words(
            rf"^\W*(?:hello|hallo|hey|hi)\W*\?+\W*$|{LEAD}(?:are |r )?(?:you|u|ya|any(?:one|body)|some(?:one|body)) (?:still )?"
            rf"there{END}"
        ),
        (topics.GREET, *LOST),
        ANY,
        most=6,
    ),
    Remark(
        "what_i_am_for",
        words(
            rf"{LEAD}what (?:can|could|do|are) (?:you|u|ya|y'?all)(?: guys)?(?: even| actually| then)* (?:do|treat|offer"
            rf"|help with|cover"
            rf"|good for|there for)(?: then| here)?{END}"
        ),
        (*LOST, CONDITIONS, topics.OTHER, topics.OTHER_THERAPIES),
        ("not_covered/", "remark/", "out_of_scope", "clarify"),
    ),
    Remark(
        "not_only_pregnancy",
        words(r"\b(?:you|u|it|they) (?:said|says?|told me|wrote|meant?)\b.{0,25}\b(?:only|just)\b.{0,20}\bpreg"),
        (*LOST, topics.PREGNANCY_SAFETY, topics.PREGNANCY_SI_PAIN),
        topic="non_pregnancy",
    ),
    Remark(
        "other_chat",
        words(
            rf"{LEAD}(?:in |on |from |it was |i mean[t]? )*(?:the |my |an? )?(?:other|another|last|earlier|previous|different) "
            rf"(?:chat|conversation|talk|window|bot){END}"
        ),
        LOST,
    ),
    Remark(
        "what_guide",
        words(
            r"\b(?:what|which|whose)(?:'?s| is| do (?:you|u) mean (?:by|with))?(?: the| this| that)? guide(?: is (?:that"
            r"|this|it))?"
            rf"{END}|\bwhy\b.*\b(?:say\w*|mention\w*|talk\w*|repeat\w*)\b.*\bguide\b{END}"
        ),
        (*UNHEARD, topics.GUIDELINES, topics.REFERENCES),
    ),
    Remark("why_call", words(rf"^{ASKS_WHY.pattern}$"), LOST),
    Remark(
        "this_is",
        words(
            r"\bis this (?:the|an?)? ?(?:\w+ ){0,4}?(?:place|clinic|office|number|line|people|practice|spa|hospital|store|shop)\b"
        ),
        UNHEARD,
    ),
    Remark(
        "english_welcome",
        words(
            rf"{LEAD}(?:in |can we (?:do|speak) |let'?s do )?english(?: (?:is )?(?:ok|okay|fine|good|please|pls|then"
            rf"|works))*{END}"
            r"|\bmy english\b.{0,20}\b(?:not|bad|poor|little|small|weak)\b|\b(?:a little|little|bit of|not much|bad) english\b"
            r"|\b(?:i|we) (?:do ?n'?t|do not|not) (?:speak|know|write) (?:(?:good|much|well|very|so) )*english\b"
        ),
        (*LOST, LANGUAGES),
        unless=words(
            r"\?|\b(?:help|some(?:body|one)|any(?:body|one)|interpret\w*|translat\w*|there|mother|mom|mum|wife|husband|her"
            r"|his|she|he)\b"
        ),
    ),
    Remark(
        "go_on_about",
        words(rf"{LEAD}(?:it was |that was |i asked |i mean[t]? )?about (?:the|my|our|twins)\b(?: \w+){{0,3}}{END}"),
        only_told=True,
    ),
    Remark(
        "the_clinic_explains",
        words(rf"{LEAD}(?:i )?(?:do ?n'?t|no) (?:even )?(?:know|idea|clue) what (?:that|it|this|those) (?:is|means?|are|was)\b"),
        (*TOLD, topics.UNSURE),
        ("not_covered/",),
    ),
    Remark(
        "kind_of_them",
        words(
            rf"\b(?:my|our|a|the) (?:\w+ )?{SOMEBODY}\b.*\b(?:suggested|recommend\w+|mentioned|told me (?:about|to (?:try"
            rf"|ask))|sent me"
            r"|wants me to (?:try|come)|swears by|raves)\b"
        ),
        (ABOUT_ME,),
        ANY,
        only_told=True,
        most=12,
    ),
    Remark(
        *("on_bed_rest", words(r"\bbed ?rest\b"), TOLD),
        only_told=True,
    ),
    Remark(
        *("tell_them_to_cancel", words(r"\w"), (BOOKING, *LOST)),
        after=(BOOKING, f"{REMARK}tell_them_to_cancel"),
        only_told=True,
        before=CANCELS,
        topic="booking",
        most=10,
        unless=words(r"\b(?:thank\w*|thx|ty|bye|ok|okay|great|online|hurt\w*|pain\w*)\b"),
    ),
)
