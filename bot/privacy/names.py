"""Names of people, by how people are named: `my name is …`, `im …`, `my sister …`, `thanks, …`, and by known first names."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator

from bot.privacy.words import clinic_words, common_words, first_names, names_also_words

WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*")
LONGEST = 4
Accepts = Callable[[str, bool], bool]
"""Whether a word can begin a name, in a text where capitals mean something or not."""
PARTICLES = frozenset("van von der den de del della di da la le el al bin ibn o mc st".split())
RELATION = (
    r"(?:wife|husband|hubby|spouse|partner|fianc[eé]e?|boyfriend|girlfriend|bf|gf|friend|neighbou?r|co-?worker|colleague|boss|sister"
    r"|brother|mother|father|mom|mum|dad|daughter|son|baby|kid|child|cousin|aunt|uncle|niece|nephew|grand(?:ma|mother|pa|father|son"
    r"|daughter)|midwife|doula|doctor|ob|ob-?gyn|nurse|therapist|chiropractor|pt|physio|gp|pcp)"
)
TITLED = re.compile(r"\b(?<!\S-)(dr|mr|mrs|ms|prof|doctor|professor|nurse|midwife)\b\.?\s+(?=[^\W\d_])", re.IGNORECASE)
SPOKEN_OF = re.compile(r"\b(?:my|the|an?|any|some|which|that|this|your|her|his|their|our|no|every|in)\s+$", re.IGNORECASE)
NAMED = re.compile(
    r"\b(?:(?:my|her|his|their|patient'?s?|baby'?s?)\s?name(?:'?s|\sis|\s?:|\s=|\swas)"
    r"|(?:first|last|full|maiden|family|middle|patient|sur)\s?name(?:'?s|\sis|\s?:|\s=|\swas)?|(?<!\w\s)names?(?:\sis|\s?:)?"
    r"|(?:i|she|he)\sgoe?s?\sby|(?:they|people)\scall\s(?:me|her|him)|sign\s(?:me|us|her|him)\sup\sas"
    r"|put\s(?:it|me|us)\s(?:down\s)?under|(?:booking|appointment|apt|appt|it)\sis\sunder|\bis\snamed|\bnamed)\s+",
    re.IGNORECASE,
)
"""What follows is a name unless it is a common word."""
WHO = re.compile(
    r"\b(?:i'?m|i’m|i\sam|this\sis|call\sme|ask\sfor|ask|tell|saw|see|speaking\sfor(?:\smy\s\w+)?|(?:thanks|thx|cheers|regards|sincerely),?"
    rf"|my\s{RELATION}(?:\sis)?|(?:patient|baby|she|he)\sis\s(?:called|named)|not|behalf\sof)\s+",
    re.IGNORECASE,
)
"""What follows is a name where it is known as one, or bears a capital that means something."""
SIGNED = re.compile(
    r"(?:\b(?:thanks|thx|thank\syou|ty|cheers|xo+|(?:xo)+|regards|sincerely|best|love|yours(?:\s(?:truly|sincerely|faithfully))?)\s*[,.!\n]+\s*"
    r"|\s[-–—~]\s+|\n)(?=[^\W\d_][\w'’ -]{1,30}\W*$)",
    re.IGNORECASE,
)
CALLER = re.compile(r"\b((?:[A-Z][\w'’-]+ ){1,3})(?:here|speaking|calling)\b")
IS_MY_NAME = re.compile(r"((?:[A-Z][\w'’-]+\s){1,4})is\smy\sname\b")
POSSESSIVE = re.compile(r"['’]s$")
CONTRACTION = re.compile(r"(?:n['’]t|['’](?:ll|m|d|ve|re))$", re.IGNORECASE)


def find(text: str) -> Iterator[tuple[int, int, str]]:
    """Names of people, but not of the clinic and its practitioner."""
    calm = capitals_matter(text)
    found = [
        *_titled(text, calm),
        *_after(NAMED, text, calm, begins_name),
        *_signed(text, calm),
        *_after(WHO, text, calm, _looks_like_one),
    ]
    found += [*_known(text, calm), *_of_callers(text, calm), *(match.span(1) for match in IS_MY_NAME.finditer(text))]
    taken: list[tuple[int, int]] = []
    for start, end in found:
        end = start + len(text[start:end].rstrip())
        if all(end <= other_start or start >= other_end for other_start, other_end in taken):
            taken.append((start, end))
            yield start, end, "name"


def _titled(text: str, calm: bool) -> Iterator[tuple[int, int]]:
    for match in TITLED.finditer(text):
        spoken_of, word = SPOKEN_OF.search(text[: match.start()]), WORD.match(text, match.end())
        whole_word = match[1].casefold() in ("doctor", "professor", "nurse", "midwife") or match[1] == "MS"
        capital = bool(word and calm and word[0][0].isupper())
        if (spoken_of or whole_word) and not capital and not (word and _is_first_name(word[0])):
            continue
        end = _extent(text, match.end(), begins_name, calm)
        if end:
            yield match.end() if whole_word else match.start(), end


def _after(cue: re.Pattern[str], text: str, calm: bool, accepts: Accepts) -> Iterator[tuple[int, int]]:
    for match in cue.finditer(text):
        end = _extent(text, match.end(), accepts, calm, surely=True)
        if end:
            yield match.end(), end


def _signed(text: str, calm: bool) -> Iterator[tuple[int, int]]:
    for match in SIGNED.finditer(text):
        end = _extent(text, match.end(), _looks_like_one, calm)
        if end and not re.search(r"\w", text[end:]):
            yield match.end(), end


def _of_callers(text: str, calm: bool) -> Iterator[tuple[int, int]]:
    """`Elaine Porter speaking`, `Bridget calling`: capitals before such a word."""
    for match in CALLER.finditer(text) if calm else ():
        words = [word for word in WORD.finditer(match[1]) if begins_name(word[0], calm)]
        if words:
            yield match.start(1) + words[0].start(), match.end(1)


def _known(text: str, calm: bool) -> Iterator[tuple[int, int]]:
    """First names wherever they stand, with the surname after them; one that is a word as well only with a surname."""
    for match in WORD.finditer(text):
        word, start = match[0], match.start()
        if _is_first_name(word):
            yield start, _extent(text, start, begins_name, calm) or match.end()
        elif calm and word[0].isupper() and word.casefold() in names_also_words() and not _ours(word):
            end = _extent(text, start, _any, calm)
            if " " in text[start:end]:
                yield start, end


def _extent(text: str, start: int, accepts: Accepts, calm: bool, surely: bool = False) -> int:
    """Where the name that begins at `start` ends; 0 where none does."""
    words: list[re.Match[str]] = []
    position = start
    while len(words) < LONGEST and (match := WORD.match(text, position)):
        words.append(match)
        position = match.end() + (text[match.end() : match.end() + 1] == " ")
        if position == match.end():
            break
    if not words or not accepts(words[0][0], calm):
        return 0
    kept = words[:1]
    for word in words[1:]:
        if not _goes_on(kept, word, text, calm, surely):
            break
        kept.append(word)
    while len(kept) > 1 and kept[-1][0].casefold() in PARTICLES:
        kept.pop()
    return kept[-1].end()


def _goes_on(kept: list[re.Match[str]], word: re.Match[str], text: str, calm: bool, surely: bool) -> bool:
    """Whether a name goes on with this word: by its capital, or as the last word before a pause."""
    plain, first = word[0].casefold(), kept[0][0]
    if plain in ("a", "i") or (len(plain) > 1 and not begins_name(word[0], calm)):
        return False
    if first[0].isupper() and calm:
        return word[0][0].isupper() or (plain in PARTICLES and bool(re.match(r"\s[A-Z]", text[word.end() :])))
    pause = not re.match(r"\s*[^\W_]", text[word.end() :])
    following = WORD.search(text, word.end())
    last = pause or bool(surely and following and following[0].casefold() in common_words())
    return len(kept) == 1 and last and len(plain) < 14 and not plain.endswith(("ing", "ed"))


def _any(word: str, calm: bool) -> bool:
    return True


def begins_name(word: str, calm: bool) -> bool:
    """Whether the word is neither a common one nor the clinic's."""
    plain = _bare(word)
    if _is_first_name(word):
        return True
    usual = plain in common_words() or CONTRACTION.search(word) or plain.endswith("ed") and not (calm and word[0].isupper())
    return len(plain) > 1 and not usual and not _ours(word)


def _looks_like_one(word: str, calm: bool) -> bool:
    """A known first name, or an unknown word with a capital in a text where capitals mean something."""
    if _is_first_name(word):
        return True
    return calm and word[0].isupper() and (not word.isupper() or len(word) == 1) and begins_name(word, calm)


def capitals_matter(text: str) -> bool:
    """Whether capitals mean something here: not where nearly every word has one."""
    words = [match[0] for match in WORD.finditer(text) if len(match[0]) > 1]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) < 3 or capitals <= len(words) * 0.6


def _is_first_name(word: str) -> bool:
    plain = word.casefold()
    if plain not in first_names():
        plain = POSSESSIVE.sub("", plain).split("-")[0]
    return plain in first_names() and not _ours(word)


def _ours(word: str) -> bool:
    """Whether it is one of the clinic's own words, or a long one that is nearly so."""
    plain = _bare(word)
    if {plain, word.casefold()} & clinic_words():
        return True
    long = [own for own in clinic_words() if len(own) > 5]
    return len(plain) > 5 and bool(difflib.get_close_matches(plain, long, 1, 0.8))


def _bare(word: str) -> str:
    """In lower case and without a possessive."""
    return POSSESSIVE.sub("", word.casefold())
