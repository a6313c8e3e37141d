"""What whoever calls is to know beside name, number and time, in the patient's words: `text only`, `no voicemail`."""

from __future__ import annotations

import re

NOTE = re.compile(
    r"\b(?:say|tell (?:them|her|him)|add|put|note|mention|write)(?: down)?(?: that)? (?:it'?s |this is |is )?"
    r"(?P<about>(?:about|for|regarding|re|my|i'?m|i|no|only|text|don'?t|do not|not to) .+)",
    re.I | re.S,
)
"""What the clinic is to know beside it, said under the summary: `say it's about my hip`."""
ADD = re.compile(
    r"^\W*(?:(?:yes|yeah|ok|okay|no|but|and|please|pls|just|also|oh|(?:can|could) (?:you|u))\b\W*)*"
    r"(?:say|add|mention|note|write|tell (?:them|her|him))(?: down)?(?: that)? (?!(?:it|that|this)\b\W*$)(?P<about>[^?]{6,})$",
    re.I | re.S,
)
"""The same in any words: `yes but say josh will pick up`."""
ASKED_OF = re.compile(r"\W*(?:what|why|how|which|where|does|do|is|did)\b", re.I)
"""`what does it say about pain` adds nothing."""
PHONE = r"(?:cell(?: ?phone)?|mobile|work|office|home|house(?: ?phone)?|this (?:number|one|phone))"
NOT_ALLOWED = r"(?:don'?t|do not|never|not to|can'?t|cannot|without|please not)"
SEES_TEXT = r"(?:me|us|her|him|them|my \w+)"
TEXT_WISH = re.compile(
    rf"\btexts?(?:ing|s)? (?:{SEES_TEXT} )?(?:only|please|pls)\b"
    r"|\b(?:only|just|rather|prefer|please|pls|always) (?:you |be |to |a |it |by |via )*text(?:s|ed|ing)?\b"
    r"|\btext(?:s|ing)?(?:'?s)? (?:is|are|works?|would be|wud be)?\s?(?:better|best|easier|preferred|safer|good)\b"
    rf"|\btext {SEES_TEXT}(?:\W+(?:instead|only|back|please|pls|rather|not call|don'?t call|first|at|on|thanks)\b|\W*$)"
    rf"|\btext {SEES_TEXT}? ?(?:instead|rather than|not call)|\b(?:by|via|through|over) text\b"
    r"|\btext(?:ing)?\b.{0,20}\b(?:instead of|rather than|not|no) (?:a |the )?(?:calls?|calling|phone|ringing)\b"
    r"|\b(?:can'?t|no) (?:do )?(?:phone )?calls?\b.{0,25}\btext\b"
    r"|\b(?:can|could|would|will) (?:you|u|they|someone|somebody|she|the clinic) (?:just |please )*text(?: (?:me|us|her|him))?"
    r"(?:\W+(?:instead|please|pls|back|rather|only|at|on|tho|then|because|cause|bc|cuz|since|i|i'?m|my)\b|\W*$)",
    re.I,
)
"""That it be a text and no call."""
NO_TEXT_WISH = re.compile(
    r"\bno text|\b(?:don'?t|do not|never|stop) contact"
    r"|\b(?:don'?t|do not|never|can'?t) (?:get |take |receive |send )?(?:me )?text"
    r"|\btext(?:ed|s)? (?:me |her |him )?(?:yesterday|saying|that)\b",
    re.I,
)
HEED = re.compile(
    r"\b(?:(?:speaks?|talks?) (?:only|just|no)|only (?:speaks?|talks?)|(?:don'?t|doesn'?t|can'?t) speak) \w+"
    r"|\b(?:don'?t|doesn'?t|do not) hear (?:so |too |very )?(?:well|good|much)\b|\bcan'?t hear\b|\bhard of hearing\b"
    r"|(?:\b(?:is|am|are)|\bi'?m|'s|\bshe'?s|\bhe'?s|'re) (?:also |totally |a bit |half )?(?:deaf|hearing impaired)\b"
    r"|\blet it ring\b"
    r"|\bland ?line\b|\bno text(?:s|ing)?\b|\btext (?:me |her |him )?first\b"
    r"|\b(?:can'?t|doesn'?t|don'?t) (?:get|take|receive) texts\b|\btry (?:hers|his|mine|that one|the first|it) first\b"
    r"|\b(?:don'?t|do not|not to) (?:say|tell|mention|ask)\b|\b(?:but|so|and) ask for \w+"
    rf"|\b{NOT_ALLOWED} (?:leave|leaving) (?:me )?(?:an? |any |it on )?(?:voice ?mails?|vms?|messages?|msgs?)\b"
    r"|\bno (?:voice ?mails?|vms?|messages?|msgs?)\b"
    rf"|\b{PHONE} only\b|\bonly (?:call |ring |use |on )?(?:the |my )?{PHONE}\b"
    rf"|\b(?:not|{NOT_ALLOWED} (?:call|ring|use)) (?:the |my |at |on )*{PHONE}\b"
    r"|\b(?:husband|wife|partner|boyfriend|girlfriend|boss|mother|mom|mum|dad|family|parents|kids?|he|she|they|nobody|no one)"
    r" (?:doesn'?t|dosent|does not|don'?t|can'?t|must(?: not|n'?t)|should(?: not|n'?t)|isn'?t to) (?:know|find out|hear|see)\b"
    r"|\b(?:in private|be discreet|discreetly|between us)\b",
    re.I,
)
"""What whoever calls must know, told beside a name, a number or a time: `she speaks only spanish`, `let it ring`."""
WHOLE_NUMBER = re.compile(r"\+?\d(?:[\s().-]{0,3}\d){6,}")
LOOSE_END = re.compile(r"(?:\W+(?:at|on|to|it'?s|is|my|number))+$", re.I)
"""What stood before the number."""
CLAUSE = re.compile(r"[.;!\n]+|,\s+|\s+(?:but|so|and)\s+(?!ask for|text)", re.I)
ASKED = re.compile(
    r"\b(?:text|send|message) (?:me|us) (?:the|your|ur|a(?!nd)|an|when|where|if|about|how|what|directions|prices?|info\w*)\b"
    r"|\b(?:text|send|message) (?:(?:me|us) )?back (?:the|your|ur|how much|what|directions|prices?|info\w*)\b",
    re.I,
)
"""`text me the address` asks for something that can be answered here."""
DOCTORS = (
    r"(?:dr|doc\w*|obg?y?n?|gp|pcp|midwi\w+|nurse|pt|physio\w*|physical|surgeon|specialist|primary|chiro\w*|therapist"
    r"|clinic|hospital|pharmac\w+|insurance|insurer|lawyer|attorney)"
)
MY_SOMEBODY = rf"my (?!{DOCTORS}\b)\w+"
"""Whom a call-back can be for: not a doctor, whom the clinic would call about a patient."""
CALL_SOMEBODY = re.compile(rf"\b(?:call|ring|phone)\s+(?:me|us|her|him|them|{MY_SOMEBODY})\b", re.I)
CALL_ME = re.compile(rf"\b(?:call|ring|phone|reach|contact)\s+(?:me|us|her|him|{MY_SOMEBODY})\b", re.I)
TEXT_ALONE = re.compile(
    r"^\W*(?:(?:no|not a|ok|but|please|pls)\W+)*(?:(?:phone )?calls?\W+)?(?:just |only )?texts?(?: only| me| please| pls)*\W*$",
    re.I,
)
"""`no call, just text`, `text only please`."""
HEARS_NOTHING = re.compile(r"\bdeaf\b|\bhard of hearing\b|\bcan'?t hear\b", re.I)
SOMEBODY = r"(?:you|u|ya|they|she|someone|somebody|anyone|anybody|(?:a|the) \w+)(?: guys| there| or \w+)?"
TEXT_ME = re.compile(
    r"(?:^\W*|[.,;!]\s*|\b(?:please|pls|plz|just|so|but|ok|okay|hi|hello|hey|and)\W+"
    rf"|\b(?:can|could|would|will) {SOMEBODY}(?: just| please| maybe)*\W+|\bhave (?:them|her|{SOMEBODY}) )"
    r"text (?:me|us|my (?:wife|husband|mom|mum|mother|partner|daughter|sister))\b",
    re.I,
)
"""`please text me`, `could somebody there text me`; not `my ex wont text me`."""
CALL_ABOUT = re.compile(
    rf"\W*(?:(?:hi|hello|hey|ok|yes|please|pls|so|and|just)\W+)*"
    rf"(?:(?:can|could|would) {SOMEBODY}(?: just| please)*|have (?:them|her|{SOMEBODY})"
    rf"|i(?:'d| would)? (?:like|want|need) {SOMEBODY} to)"
    r" (?:call|ring|phone) (?:me|us)(?: back)? (?:about|regarding|re|at|on|to (?:discuss|talk about|explain))\b",
    re.I,
)
"""`can someone call me about insurance` asks for a call, not about insurance."""
HOUSE_PHONE = re.compile(
    r"\b(?:will|would|are|can) (?:you|u|they|she|the clinic|it|someone)(?: be)?(?: going to| gonna)?"
    r" (?:call|ring|calling|ringing|phone) (?:on |at )?(?:the|my|our)"
    r" (?:cell|house|home|land|work)\W?(?: ?(?:phone|line|number))?\b",
    re.I,
)
"""`will u call the house phone`."""
LEAVE_NO_MESSAGE = re.compile(
    rf"\W*(?:(?:and|but|ok|also|pls|please|just)\W+)*(?:{NOT_ALLOWED} (?:leave|leaving) (?:me )?(?:an? |any )?)"
    r"(?:voice ?mails?|vms?|messages?|msgs?)(?: on \w+(?: \w+){0,3}| please| pls| thanks| ok)*\W*",
    re.I,
)
MOST_WORDS, MOST_WORDS_WITH_NUMBER = 20, 10
"""Of a message that wishes a contact of some kind and little else."""
MORE = re.compile(
    r"\?\s*\S|\b(?:how|what|who|why|where) \w"
    r"|\b(?:cost|prices?|insurance|hurts?|safe|cancel|reschedule|appointment|appt|interpreter)\b",
    re.I,
)
DANGER = re.compile(
    r"\b(?:bleed\w*|bled|blood|faint\w*|passed out|dizzy|fever|chest|breath\w*|seizures?|contractions?|labou?r|waters?"
    r"|numb(?:ness)?|swollen|overdos\w*|suicid\w*|kill\w*|dying|emergency|urgent\w*|at once)\b",
    re.I,
)
"""Words beside which the classifier says whether it is a call that is wanted, or help."""
OF_MINE = re.compile(
    r"\b(?:can|could|should|may|shall|do|to|will|i'?ll|i)\s+i?\s*(?:just )?text\b"
    r"|\bi (?:might|may|could|would|can|will|think i'?ll)(?: (?:just|rather|maybe))* text\b",
    re.I,
)
"""`can i text you`, `should i text him` wish no text from the clinic."""


def note(text: str) -> str:
    """What the clinic is to know beside the summary; empty where a message says no such thing."""
    found = NOTE.search(text)
    return " ".join(found["about"].split()).strip(" ,.!") if found else heed(text)


def to_add(text: str) -> str:
    """What a message asks under the summary to be added; empty where it asks nothing of the kind."""
    found = ADD.match(text)
    words = found["about"].split() if found else []
    noted = "" if ASKED_OF.match(text) else note(text)
    return noted or (" ".join(words).strip(" ,.!") if len(words) > 1 else "")


def heed(text: str) -> str:
    """What whoever calls is to heed, in the patient's words; empty where a message says nothing of the kind."""
    told = [" ".join(clause.split()) for clause in CLAUSE.split(text) if _heeds(clause) and not WHOLE_NUMBER.search(clause)]
    rest = LOOSE_END.sub("", " ".join(WHOLE_NUMBER.sub(" ", text).split()).strip(" ,.!-"))
    return re.sub(r"^(?:but|and|so) ", "", ", ".join(told) or (rest if _heeds(rest) else ""), flags=re.I)


def by_text(text: str) -> bool:
    """Whether a text is wished instead of a call."""
    return TEXT_WISH.search(text) is not None and not any(words.search(text) for words in (NO_TEXT_WISH, ASKED, OF_MINE))


def asks_for_contact(text: str) -> bool:
    """Whether a message wishes to be reached in some way, and says little else: `please text me`, `im deaf, text only`.

    Also how a call is not to be made: who says `no voicemail` expects one.
    """
    if len(text.split()) > MOST_WORDS or DANGER.search(text):
        return False
    if CALL_ABOUT.match(text) and text.count("?") <= text.rstrip().endswith("?"):
        return True
    if MORE.search(text):
        return False
    if HOUSE_PHONE.search(text) or LEAVE_NO_MESSAGE.fullmatch(text):
        return True
    if WHOLE_NUMBER.search(text) and heed(text) and "?" not in text:
        return len(text.split()) <= MOST_WORDS_WITH_NUMBER
    return by_text(text) and any(words.search(text) for words in (CALL_ME, TEXT_ME, HEARS_NOTHING, TEXT_ALONE))


def _heeds(words: str) -> bool:
    return HEED.search(words) is not None or by_text(words)
