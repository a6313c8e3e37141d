"""What a label is called, as one more phrase of it."""

from __future__ import annotations

from bot.understanding import label_names, softmax
from bot.understanding.encoder import Encoder
from bot.understanding.judgement import OUT_OF_SCOPE
from bot.understanding.model import LOOK_ALIKE, Understanding
from tests.small_training import LABELS, TEXTS


def test_names_are_read_as_words() -> None:
    """Each label once, in the order of the alphabet, its group and all that isn't a word left out."""
    called = label_names.as_phrases(["faq/session_length", "COD", "faq/session_length", "100_NIGHT_TRIAL", "refund?"])

    assert called == (
        ["100 NIGHT TRIAL", "COD", "session length", "refund"],
        ["100_NIGHT_TRIAL", "COD", "faq/session_length", "refund?"],
    )


def test_names_that_nobody_says_are_left_out() -> None:
    """How phrases are sorted is no way of asking."""
    assert label_names.as_phrases(["fees", OUT_OF_SCOPE, LOOK_ALIKE], [OUT_OF_SCOPE, LOOK_ALIKE]) == (["fees"], ["fees"])


def test_phrases_enough_need_no_names() -> None:
    """With the names there are never more phrases than one softmax learns from."""
    most = ["hours"] * (softmax.MOST_PHRASES - 1)

    assert label_names.as_phrases(most) == (["hours"], ["hours"])
    assert label_names.as_phrases([*most, "hours"]) == ([], [])


def test_a_name_is_learned_but_is_no_phrase_that_was_said(encoder: Encoder) -> None:
    """A topic whose few phrases don't say what it is about is found by its name, which stands among nobody's words."""
    odd = ["is there room for my truck", "where do i leave the van", "any lot nearby"]
    named = Understanding.train(encoder, [*TEXTS, *odd], [*LABELS, *["faq/parking"] * len(odd)])
    unnamed = Understanding.train(encoder, [*TEXTS, *odd], [*LABELS, *["faq/topic_9"] * len(odd)])

    assert _score(named, "parking", "faq/parking") > _score(unnamed, "parking", "faq/topic_9")
    assert len(named.judgement.arrays()["vectors"]) == len(TEXTS) + len(odd)


def _score(understanding: Understanding, text: str, label: str) -> float:
    return dict(understanding.verdict(text)[1])[label]
