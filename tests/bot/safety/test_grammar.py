"""The language of the patterns reads as its description says."""

from __future__ import annotations

import pytest

from bot.safety.grammar import Grammar, PatternError, marks

GROUPS = {"pain": ["(pain|hurts)", "an ache"], "body": ["chest", "back"], "told": ["my <body> .. <pain>"]}


def stands(written: str, text: str) -> bool:
    parts = Grammar(GROUPS).pattern(written).parts
    return all(part.looks_like.search(f" {text} ") for part in parts)


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        ("chest pain", "my chest pain now", True),
        ("chest pain", "chest and pain", False),
        ("<body> <pain>", "back an ache", True),
        ("<told>", "my chest really really hurts", True),
        ("(a|b c) d", "b c d", True),
        ("a [b] c", "a c", True),
        ("a [b] c", "a b b c", False),
        ("swell*", "swelling", True),
        ("swell*", "unswelling", False),
        ("# weeks", "30 weeks", True),
        ("# weeks", "some weeks", False),
        ("a .. b", "a x y z b", True),
        ("a .. b", "a x y z w b", False),
        ("a ... b", "a 1 2 3 4 5 6 7 b", True),
        ("a .. b", "a . b", False),
        ("a -(b|c d)", "a c d", False),
        ("a -(b|c d)", "a c", True),
        ("~(for|last) # weeks", "for 3 weeks", False),
        ("~(for|last) # weeks", "at 3 weeks", True),
        ("chest & pain", "pain somewhere in the chest", True),
    ],
)
def test_patterns_mean_what_they_say(written: str, text: str, expected: bool) -> None:
    """Rows, groups, choices, options, endings, numbers, gaps, and what must not stand beside."""
    assert stands(written, text) is expected


@pytest.mark.parametrize("written", ["(a", "a)", "[a", "<nobody>", "", "a & ", "a % b", "<circle>"])
def test_what_cannot_be_read_is_refused(written: str) -> None:
    """A broken pattern is an error with a reason, never a pattern that matches nothing."""
    with pytest.raises(PatternError, match=r"\w"):
        Grammar({"circle": ["<circle>"]}).pattern(written)


def test_needs_are_the_words_without_which_nothing_matches() -> None:
    """One set for each word that must be there; options need nothing; a choice needs one of its rarest words."""
    (part,) = Grammar(GROUPS).pattern("my <body> [x] (pain|the ache)").parts

    assert part.needs == (frozenset({"my"}), frozenset({"chest", "back"}), frozenset({"pain", "ache"}))


def test_a_word_counts_as_itself_and_its_beginnings() -> None:
    """A number counts as a number too."""
    assert set(marks("sore")) == {"sore", "so*", "sor*", "sore*"}
    assert "#" in set(marks("30"))
