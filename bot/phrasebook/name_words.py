"""Words that may be somebody's name where nothing says that they are one: `call Kim 610 …`, `call back pls. sam`."""

from __future__ import annotations

import re

from bot.privacy.names import begins_name
from bot.privacy.words import first_names, names_also_words

NO_NAMES = frozenset(
    "yes yeah yep no nope nah not ok okay sure thanks thank please hello hi hey stop what why how when where who whom which can"
    " could would should is are was do does did don't dont i you me my your we they the a an it this that none nothing nobody idk"
    " later skip same number phone call callback back want need have has get got know tell ask help wrong change pregnant pain"
    " and or but if maybe never always need rather prefer free available busy sorry cannot can't cant because send now"
    " today tomorrow tonight asap hold robot bot sec second minute moment cancel start everything submit here there"
    " spelled spelt misspelled correct right out at of school work home off until during before after her him them us bye"
    " goodbye whenever any anytime morning evening noon those these clinic doctor fine good great cool use make"
    " urgent urgently sciatica regards only voicemail voicemails text texts texting cell mobile landline"
    " oh um uh hm hmm so well lol haha then also actually like btw gonna both numbers"
    " ugh autocorrect autocorrected typo isnt isn't aint wasnt private anonymous who's whos what's whats"
    " whatever wtv tel ph contact reach ring leave old new patient alone chronic idc insurance billing office".split()
)
"""Words that are no name, wherever they stand."""
WORD = r"[^\W\d_][\w'’-]*"
TITLE = r"(?:mrs?|ms|miss|mx|dr|prof)\b\.?"
NO_PROPER = frozenset(
    "deaf blind mute disabled autistic diabetic jewish muslim catholic christian vegan american spanish english chinese korean"
    " russian polish irish italian mexican hispanic latina asian black white indian french german".split()
)
"""What `I'm` may lead to with a capital and is no name by itself: `im Deaf`."""


def known(word: str) -> bool:
    """Whether it is a first name and nothing else, however it is written: `kathy`."""
    return word.casefold() in first_names() and word.casefold() not in NO_NAMES


def likely(word: str) -> bool:
    """Whether it is a name where a name may stand: known as one, or written as one and no common word: `bill`, `O'Malley`."""
    plain = word.casefold()
    if plain in NO_NAMES:
        return False
    return plain in first_names() | names_also_words() or (word[:1].isupper() and len(word) > 1 and begins_name(word, True))


def is_name(words: str) -> bool:
    """Whether words are a name and nothing else: `jo`, `Harold Jenkins`, `Mrs Lee`; two small ones only if the first is known."""
    title = re.match(rf"{TITLE}\s+", words, re.I)
    plain = words[title.end() :] if title else words
    first, *others = re.findall(WORD, plain) or [""]
    if not re.fullmatch(rf"{WORD}(?:\s+{WORD}){{0,2}}\.?", plain.strip()) or not (title or likely(first)):
        return False
    return all(each[:1].isupper() or known(each) or (known(first) and begins_name(each, False)) for each in others)
