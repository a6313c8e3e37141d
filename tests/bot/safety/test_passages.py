"""A message is cut so that nothing is lost, and fingerprints never hide a match."""

from __future__ import annotations

from bot.safety.grammar import Grammar
from bot.safety.passages import LONGEST_SENTENCE, Fingerprints

PART = Grammar({}).pattern("chest .. (pain|hurt*)").parts[0]
PRINTS = Fingerprints([PART])


def test_sentences_stand_apart_and_once() -> None:
    """Each keeps its stop; one said twice is read once."""
    found = PRINTS.passages(" my chest . it hurts ? my chest . ")

    assert [each.text for each in found] == [" my chest . ", " it hurts ? "]


def test_a_long_sentence_is_read_in_overlapping_pieces() -> None:
    """Any two words side by side stand together in some piece."""
    words = [f"w{index}" for index in range(LONGEST_SENTENCE * 3 + 7)]
    pieces = [each.text for each in PRINTS.passages(f" {' '.join(words)} ")]

    assert all(any(f" {one} {two} " in piece for piece in pieces) for one, two in zip(words, words[1:]))


def test_a_sentence_without_the_words_needed_is_told_at_a_glance() -> None:
    """Every needed word there, also by its beginning: a closer look; one missing: none."""
    mask = PRINTS.sought(PART).mask

    assert [each.bits & mask == mask for each in PRINTS.passages(" my chest hurting . my chest . it hurts . ")] == [
        True,
        False,
        False,
    ]


def test_the_whereabouts_of_words_are_those_of_their_sentences() -> None:
    """One bit for each sentence that has all the words needed, and the part is found there from its first word on."""
    passages = PRINTS.passages(" my back . my chest hurts . no pain . ")
    sought = PRINTS.sought(PART)

    assert PRINTS.whereabouts(passages).places(sought) == 0b010
    assert [list(sought.found(each)) for each in passages] == [[], [(3, 15)], []]
