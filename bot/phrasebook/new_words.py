"""What a question brings up that an answer doesn't name: `and my pilates?`, behind what acupuncture goes well with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

LETTERS = re.compile(r"[a-z][a-z']+")
SMALL = frozenset(
    """
    a about above abt account actual actually after afterwards again ago all almost alone along already also always am an
    and another answer any anybody anyone anything anyway apart are arent around as ask asked asking at away baby back bad
    basic basically be because been before being besides best better big bit both bout bring btw but by calm calmed calms
    came can cant case cases come comes coming cool could couldnt count counts cud daughter day days did didnt do does
    doesnt doing done dont down dr each eight either eleven else elses end ends english enough even ever every everybody
    everyone exact exactly far few find fine first fit five folks for found four friend from further general generally get
    gets getting girl girls give given go go-wrong goes going gone gonna good gosh got gotta great guess guy guys had haha
    half happen happened happens has hasnt hate have havent having he hear heard her here hers hey hi him his hm hmm
    honest honestly hour hours how hows huh husband i id idea idk if ill im in instead into involve is isnt it itd itll
    its itself ive just keep kind kinda kinds know ladies lady last later least less let like little lol long look looking
    looks lot lots mainly make makes man many matter may maybe me mean means meant men mention mentioned middle might min
    mine mins minute minutes mom month months more most mostly mother mr mrs much must my myself n near need needed needs
    never next nice nine no nobody non none nor normally not nothing now number of off often oh ok okay old omg on once
    one ones only or other others otherwise our ours out over own part particular past people person plain please pls pm
    point ppl pretty probably put question quite r rather read ready really reason reasons right round said same say says
    second see seriously settle settled settles settling seven she short shorter should shouldnt shud side simple simply
    sister six so some somebody someone something sometimes soon sorry sort sorta specific specifically start starting
    starts stay stays still straight stuff such suppose supposed sure take takes talk talking tbh tell ten than thank
    thanks that thats the their them then there theres these they theyre thing things think third this tho those though
    three through til till time times to today tomorrow tonight too took total towards true try twelve two ty type types u
    uh um under until up upon ur us use used usually very w wait want was wasnt way wd we week weeks well went were what
    whats when where wheres which while who whole whom whos whose why whys wife will with without wk wks woman women
    wonder wondering wont work working works worse worst would wouldnt wow wrong wud ya yall yeah year years yes yet you
    your youre yours yr yrs
""".split()
)
"""Words that name nothing by themselves, written without their apostrophes."""
OF_THE_MATTER = tuple(
    "acu needl joint sij sacro pain hurt ache sore session visit appoint treat clinic guide preg expect trimest patient doctor"
    " practi feel felt symptom health".split()
)
"""How the words begin that every answer is about."""
ENDINGS = ("ations", "ation", "ings", "ing", "edly", "ions", "ion", "est", "ed", "es", "er", "ly", "s")
SHORTEST, COMPARED, ALIKE = 4, 4, 5
"""Letters that are left of a word without its ending; that two words must share to be the same; and within the whole guide."""
SENTENCE = re.compile(r"[.?!;\n]+")
AN_INJURY = re.compile(r"\b(?:fall\w*|fell|crash\w*|wreck\w*|accidents?|tumbl\w*|slip\w*)\b", re.I)
"""What an answer names by another word."""
MOST_WORDS = 9
WHAT_ABOUT = re.compile(r"\b(?:what|how) (?:about|bout|abt)\b", re.I)
NAMES_ONE = re.compile(
    r"^\W*(?:(?:ok|okay|so|and|but|or|then|yeah|no|i mean|not)\W+)*"
    r"(?:about|with|like|even|also|could it be|can it be|is it|maybe|does it (?:help|work) (?:with|for|on)"
    r"|(?:could|can|would|might|cud|cd|wd) (?:a |an |the |my |all |those )*\w+(?: \w+)? (?:cause|do|be|bring)\b"
    r"|(?:could|can) it come from|(?:will|would|does|do|can) (?:it|this|that) (?:also )?help (?:me )?(?:with |to )?\w+\W*$)"
    r"|^\W*(?:and|or) ",
    re.I,
)
ASKS_MORE = re.compile(
    r"\b(?:what|where|when|why|how|who|which|makes?|once|after|before|later|until|same|you'?d|u'?d|do (?:i|you|u))\b", re.I
)
"""What asks for more than whether one more thing counts."""


def new_word(text: str, answer: str) -> str:
    """The first word of a question that names something and stands nowhere in the answer; empty for none."""
    known = {_stem(word)[:COMPARED] for word in LETTERS.findall(_plain(answer))}
    if "inju" in known and AN_INJURY.search(text):
        return ""
    words = (word.replace("'s", "").replace("'", "") for word in LETTERS.findall(_plain(text)))
    return next((word for word in words if _names(word) and _stem(word)[:COMPARED] not in known), "")


def names_known(text: str, known: Iterable[str]) -> bool:
    """Whether a message names something that stands in what is known: what the guide holds isn't denied.

    Args:
        text: the message.
        known: all that is known, in sentences.
    """
    stems = _stems(tuple(known))
    words = (word.replace("'s", "").replace("'", "") for word in LETTERS.findall(_plain(text)))
    return any(len(word) >= ALIKE and _names(word) and _stem(word)[:ALIKE] in stems for word in words)


@lru_cache(maxsize=4)  # of the guide, which stays the same from message to message
def _stems(sentences: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_stem(word)[:ALIKE] for each in sentences for word in LETTERS.findall(_plain(each)))


def named_first(text: str) -> str:
    """The sentence that names something, of several: in `and chiropractor? my midwife is against it` the first."""
    sentences = [each for each in SENTENCE.split(text) if any(_names(word) for word in LETTERS.findall(_plain(each)))]
    return sentences[0] if sentences else text


def asks_for_one_more(text: str) -> bool:
    """Whether a short question only names one more thing: `and running?`, `could it be my bed`."""
    plain = WHAT_ABOUT.sub("about", text)
    return len(plain.split()) <= MOST_WORDS and NAMES_ONE.search(plain) is not None and not ASKS_MORE.search(plain)


def _plain(text: str) -> str:
    return text.casefold().replace("\u2019", "'")


def _names(word: str) -> bool:
    return len(word) > 2 and word not in SMALL and not word.startswith(OF_THE_MATTER)


def _stem(word: str) -> str:
    """The word without its ending; simple, so that `running` and `runs` are one."""
    ending = next((each for each in ENDINGS if word.endswith(each) and len(word) - len(each) >= SHORTEST), "")
    return word[: len(word) - len(ending)]
