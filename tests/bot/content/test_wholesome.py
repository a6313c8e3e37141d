"""Signs that would be misread are refused kindly, and ids are the server's."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content import wholesome

MISREAD = ["is it [safe](x)", "{name}", "/restart", "  / /restart", "costs ${SECRET_KEY}", "a (b)", "[x]"]


@pytest.mark.parametrize("phrase", MISREAD)
def test_a_phrase_that_would_be_misread_is_refused_with_what_to_write(phrase: str) -> None:
    """Entity markup, braces, variables and commands are named, and the words to write instead have none of them."""
    said = wholesome.phrase_complaint(wholesome.one_line(phrase))
    instead = wholesome.plain_phrase(phrase)

    assert said is not None
    assert said.named["instead"] == instead
    assert not re.search(r"[\[\](){}]|^\s*/", instead)


@pytest.mark.parametrize("phrase", ["how long?", "what's 50/50", "C'est où - vraiment?", "yes: no", "# one", "- dash", "24/7"])
def test_an_ordinary_phrase_is_kept(phrase: str) -> None:
    """Colons, hashes, dashes and slashes inside are ordinary words of patients."""
    assert wholesome.phrase_complaint(phrase) is None


@given(text=st.text(max_size=60))
def test_a_line_is_one_line(text: str) -> None:
    """Whatever is typed, no control character, line break or invisible character is left."""
    line = wholesome.one_line(text)

    assert line.splitlines() in ([line], [])
    assert line == line.strip()
    assert line.isprintable()
    line.encode()


@given(title=st.text(max_size=80))
def test_an_id_can_name_nothing_but_itself(title: str) -> None:
    """An id made of any title is a plain word: no path, no YAML, no other id."""
    made = wholesome.slug(title, ["question", "location"])

    assert re.fullmatch(r"[a-z][a-z0-9_]{0,45}", made)
    assert made not in ("question", "location")


@pytest.mark.parametrize("title", ["../../etc/passwd", "a: b", "/faq", "", "🙂", "null"])
def test_titles_that_look_like_something_else_make_plain_ids(title: str) -> None:
    """A path, a mapping or nothing at all makes an id like any other."""
    assert re.fullmatch(r"[a-z][a-z0-9_]*", wholesome.slug(title, []))


def test_answers_may_hold_contact_details_and_nothing_else_in_braces() -> None:
    """Known placeholders stay; other braces, variables and square brackets would reach patients raw."""
    fine = wholesome.answer_complaint("Call {clinic_phone} (or text).", ["clinic_phone"])
    bad = [wholesome.answer_complaint(text, ["clinic_phone"]) for text in ("{x}", "${HOME}", "a } b", "[a](b)", "/x", "x" * 2000)]

    assert fine is None
    assert all(bad)


@pytest.mark.parametrize("title", ["", "!!", "{x}", "${SECRET_KEY}", "[a](b)", "/a", "x" * 81])
def test_a_title_that_would_be_misread_is_refused(title: str) -> None:
    """A title stands under metadata, where Rasa would put the environment's secrets in place of `${…}`."""
    assert wholesome.title_complaint(title)
