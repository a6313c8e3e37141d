"""bot/phrasebook/short_forms.py: texting and mishearing, written out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phrasebook.short_forms import write_out
from bot.understanding.model import clean


@given(st.text(max_size=80))
def test_writing_out_twice_changes_nothing_more(text: str) -> None:
    """Whatever is typed, what was written out once stays as it is."""
    once = write_out(clean(text))

    assert write_out(once) == once


@pytest.mark.parametrize("text", ["n", "y", "u", "4"])
def test_an_answer_of_one_letter_is_left_alone(text: str) -> None:
    """A lone letter answers a question; it is no short form."""
    assert write_out(text) == text


def test_tx_alone_is_thanks() -> None:
    """Among other words it is a treatment."""
    assert write_out("k tx") == "ok thanks"
    assert write_out("is tx ok in pregnancy") == "is treatment ok in pregnancy"
