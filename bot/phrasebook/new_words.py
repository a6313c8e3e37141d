"""What a question brings up that an answer doesn't name: `and my pilates?`, behind what acupuncture goes well with."""

from __future__ import annotations

import re

LETTERS = re.compile(r"[a-z][a-z']+")
SMALL = frozenset(
    """
    a about above actually after again ago all almost alone already also always am an and another answer any anybody
    anyone anything anyway are arent as ask asked asking at away baby back bad basic basically be because been before
    being best better big bit both bring btw but by came can cant case cases come comes coming cool could couldnt daughter
    day days did didnt do does doesnt doing done dont down dr each either else elses end ends english enough even ever
    every everybody everyone exact exactly far few find fine first five folks for found four friend from general get gets
    getting girl girls give given go goes going gonna good gosh got great guess guy guys had haha half happen happened
    happens has hasnt have havent having he hear heard her here hers hey hi him his hm hmm honest honestly hour hours how
    huh husband i id idk if ill im in into involve is isnt it itd itll its itself ive just keep kind kinda kinds know
    ladies lady last later least less let like little lol long look looking looks lot lots make makes man many matter may
    maybe me mean means men mention mentioned might min mine mins minute minutes mom month months more most mother mr mrs
    much must my myself n need needed needs never next nice no nobody non none nor not nothing now number of off oh ok
    okay old omg on once one ones only or other others our ours out over own part particular people person plain please
    pls pm point ppl pretty probably put question quite r rather read ready really reason reasons right said same say says
    second see seriously she short shorter should shouldnt simple simply sister six so some somebody someone something
    sometimes soon sorry sort sorta specific specifically start starting starts stay stays still stuff such suppose
    supposed sure take takes talk talking tbh tell ten than thank thanks that thats the their them then there theres these
    they theyre thing things think third this tho those though three through til till time times to today tomorrow tonight
    too took total true try two ty type types u uh um under until up upon ur us use used usually very w wait want was
    wasnt way we week weeks well went were what whats when where which while who whole whom whos whose why wife will with
    without wk wks woman women wonder wondering wont work working works worse worst would wouldnt wow ya yall yeah year
    years yes yet you your youre yours yr yrs
""".split()
)
"""Words that name nothing by themselves, written without their apostrophes."""
OF_THE_MATTER = tuple(
    "acu needl joint sij sacro pain hurt ache sore session visit appoint treat clinic guide preg expect trimest patient doctor"
    " practi feel felt symptom health".split()
)
"""How the words begin that every answer is about."""
ENDINGS = ("ations", "ation", "ings", "ing", "edly", "ions", "ion", "est", "ed", "es", "er", "ly", "s")
SHORTEST, COMPARED = 4, 5
"""Letters that are left of a word without its ending, and that two words must share to be the same."""
AN_INJURY = re.compile(r"\b(?:fall\w*|fell|crash\w*|wreck\w*|accidents?|tumbl\w*|slip\w*)\b", re.I)
"""What an answer names by another word."""
MOST_WORDS = 9
NAMES_ONE = re.compile(
    r"^\W*(?:(?:ok|okay|so|and|but|or|then|yeah|no|i mean|not)\W+)*"
    r"(?:(?:what|how) (?:about|bout|abt)\b|with|like|even|and\b|or\b|also|could it be|can it be|is it|maybe|does it (?:help"
    r"|work)"
    r" (?:with|for|on)|(?:could|can|would|might|cud|cd|wd) (?:a |an |the |my |all |those )*\w+(?: \w+)? (?:cause|do|be"
    r"|bring|count)\b"
    r"|(?:could|can) it come from|(?:will|would|does|do|can) (?:it|this|that) (?:also )?help (?:me )?(?:with |to )?\w+\W*$"
    r"|(?:do|will|can|should) (?:i|you|u) (?:believe in|use|do)\b)|^\W*(?:and|or|but) ",
    re.I,
)


def new_word(text: str, answer: str) -> str:
    """The first word of a question that names something and stands nowhere in the answer; empty for none."""
    known = {_stem(word)[:COMPARED] for word in LETTERS.findall(_plain(answer))}
    if "injur" in known:
        text = AN_INJURY.sub("injury", text)
    words = (word.replace("'s", "").replace("'", "") for word in LETTERS.findall(_plain(text)))
    return next((word for word in words if _names(word) and _stem(word)[:COMPARED] not in known), "")


def asks_for_one_more(text: str) -> bool:
    """Whether a short question only names one more thing: `and running?`, `could it be my bed`."""
    return len(text.split()) <= MOST_WORDS and NAMES_ONE.search(text) is not None


def _plain(text: str) -> str:
    return text.casefold().replace("\u2019", "'")


def _names(word: str) -> bool:
    return len(word) > 2 and word not in SMALL and not word.startswith(OF_THE_MATTER)


def _stem(word: str) -> str:
    """The word without its ending; simple, so that `running` and `runs` are one."""
    ending = next((each for each in ENDINGS if word.endswith(each) and len(word) - len(each) >= SHORTEST), "")
    return word[: len(word) - len(ending)]
