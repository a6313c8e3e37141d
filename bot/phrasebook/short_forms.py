"""What texting shortens and speech-to-text mishears, written out as what it stands for."""

from __future__ import annotations

import re

SHORT_FORMS = {
    short: full
    for full, shorts in {
        "you": "u ya",
        "are": "r",
        "your": "ur yr",
        "you're": "youre",
        "why": "y",
        "and": "n",
        "please": "pls plz plse",
        "thanks": "thx thnx tks ty tysm",
        "people": "ppl",
        "pregnant": "preg prego preggo preggers pregnent pregnate",
        "pregnancy": "pregnacy pregnency",
        "week": "wk",
        "weeks": "wks",
        "minutes": "mins min",
        "hours": "hrs",
        "hour": "hr",
        "month": "mo mth",
        "months": "mos mths",
        "years": "yrs",
        "how": "hw hou hau",
        "what": "wat wut wht waht",
        "what's": "wats wuts whts",
        "when": "wen whn",
        "where": "wer wher whr were's",
        "with": "w wit wth",
        "without": "wo",
        "because": "bc cuz cos coz cus",
        "before": "b4",
        "about": "abt bout",
        "could": "cud cld",
        "would": "wud wld",
        "should": "shud shd shld",
        "something": "smth sumthin",
        "someone": "sum1 smone",
        "anyone": "any1",
        "want to": "wanna",
        "going to": "gonna gona gna",
        "have to": "hafta",
        "don't know": "dunno idk",
        "what do you think": "wdyt",
        "could have": "cudve coulda cuda couldve",
        "would have": "wouldve woulda",
        "might have": "mightve",
        "let me": "lemme",
        "give me": "gimme",
        "tomorrow": "tmrw tmr tomoro tmrrw tmw 2moro 2moz 2mrw",
        "just": "jus js jst",
        "it will": "itll",
        "doctors": "docs drs",
        "left": "lft",
        "baby": "bby",
        "trying to": "tryna",
        "lower back pain": "lbp",
        "history": "hx",
        "can't": "cnt",
        "tonight": "tonite",
        "today": "2day",
        "appointment": "appt apt appnt apptmnt",
        "appointments": "appts",
        "acupuncture": "acu acup accu acupunture accupuncture acupunctur acupuncure accupunture",
        "treatment": "tx trmt",
        "sacroiliac joint": "si-joint sij",
        "joint": "jt jnt",
        "insurance": "ins insur",
        "information": "info",
        "address": "addy addr adress",
        "session": "sesh sess seshun seshin seshon sesion",
        "sessions": "seshuns seshins seshes",
        "effective": "efectv efective efectiv",
        "neighborhood": "naborhood nabrhood",
        "physical": "fizical fisical",
        "through": "thru",
        "though": "tho",
        "trimester": "tri trim",
        "number": "num",
        "message": "msg",
        "really": "rly",
        "right": "rite",
        "to know": "2know",
        "have": "hav hv haf hve",
        "often": "offen oftn ofen offten",
        "does": "duz dus doz dz",
        "is": "iz",
        "was": "wuz wuzz",
        "that": "dat tht",
        "this": "dis ths",
        "the": "da teh",
        "they": "dey",
        "them": "dem",
        "said": "sed sez",
        "enough": "enuf enuff",
        "night": "nite",
        "good": "gud gd",
        "much": "mutch",
        "come": "cum",
        "cost": "kost",
        "know": "kno",
        "who": "hoo whu",
        "phone": "fone fon phon",
        "once": "wunce wonce",
        "exactly": "xactly zactly",
        "think": "fink thnk thk",
        "got to": "gotta",
        "kind of": "kinda",
        "what do you": "whaddya",
        "did you": "didja",
    }.items()
    for short in shorts.split()
}
RULES = (
    (re.compile(r"\bw/o\b"), "without"),
    (re.compile(r"\bw/(?=\s|\w)"), "with "),
    (re.compile(r"\ba[ck]+[uo]p[uo]n\w*(?<!ist)(?<!ists)\b"), "acupuncture"),
    (re.compile(r"^\W*(?:k+|ok|okay|cool|great|alright)\W+t(?:n|h)?x\W*$"), "ok thanks"),
    # As speech-to-text hears it.
    (re.compile(r"\b(?:essay|s\.? ?i\.?|sigh|s eye|ess eye)(?= joints?\b)"), "si"),
    (
        re.compile(
            r"\b(?:say|sack?|sacred?|sacra|sacro|sacral) ?(?:crow|row|grow)? ?(?:illy|ily|ilia|ill e|ileo) ?(?:ack|ac|yak|act)\b"
        ),
        "sacroiliac",
    ),
    (re.compile(r"\ba frayed\b"), "afraid"),
    (re.compile(r"\bend (?:orphans?|dolphins?)\b"), "endorphins"),
    (re.compile(r"\bpa(?:in|ne) full\b"), "painful"),
    (re.compile(r" question mark\b"), "?"),
    (
        re.compile(r"\b4(?= (?:me|u|you|my|the|a|preg\w*|pain|si|this|that|back|women|moms|babies|baby|ppl|people|someone)\b)"),
        "for",
    ),
    (re.compile(r"\b2(?= (?:know|do|come|go|get|see|ask|book|be|have|much)\b)"), "to"),
    (re.compile(r"\bdose(?= (?:it|this|that|the|acup\w*|accup\w*|insurance|a|needl\w*)\b)"), "does"),
)
WORD = re.compile(r"[^\W_]+(?:[-'/][^\W_]+)*")
SHORTEST_MESSAGE = 4
"""Characters of a message below which a lone letter is an answer, not a short form."""


def write_out(text: str) -> str:
    """Texting short forms as the words they stand for; a lone letter is an answer, not a short form."""
    if len(text) < SHORTEST_MESSAGE:
        return text
    for pattern, full in RULES:
        text = pattern.sub(full, text)
    return WORD.sub(lambda found: SHORT_FORMS.get(found[0], found[0]), text)
