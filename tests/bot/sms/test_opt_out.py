"""Wishes for no more texts: the carriers' words exactly, other wording by patterns that a file holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content import ContentError
from bot.settings import ROOT
from bot.sms import opt_out
from bot.sms.opt_out import Ears, Heard
from bot.store.opt_outs import IN, OUT
from tests.small_content import edit

WORDS = {OUT: "STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT", IN: "START UNSTOP", opt_out.HELP: "HELP INFO"}

TYPED = ["please STOP texting me!!", "Don’t text me again", "¡Déjame en paz!", "sto\u200bp texting me", "Stop."]


@pytest.mark.parametrize(("word", "what"), [(word, what) for what, words in WORDS.items() for word in words.split()])
def test_the_carriers_words_are_known_alone(ears: Ears, word: str, what: str) -> None:
    """In any case and between blanks a word is what the carriers say it is; within a sentence it is not."""
    heard = [ears.listen(text) for text in (word, word.lower(), f" {word.title()}\n")]

    assert heard == [Heard(what, "word", word)] * 3
    assert word == "UNSUBSCRIBE" or ears.listen(f"{word} of my visit") is None


def test_the_carrier_is_believed(ears: Ears) -> None:
    """Where the carrier has taken a message for one of its words, that is what it is."""
    heard = [ears.listen("where are you", kind) for kind in ("STOP", "START", "HELP", "OTHER", "")]

    assert heard == [Heard(OUT, "carrier", "STOP"), Heard(IN, "carrier", "START"), Heard("", "carrier", "HELP"), None, None]


@pytest.mark.parametrize(
    "text", ["please STOP texting me!!", "Don’t text me again", "¡Déjame en paz!", "sto\u200bp texting me", "Stop."]
)
def test_wording_is_heard_however_it_is_typed(ears: Ears, text: str) -> None:
    """Case, accents, curly quotes, invisible characters and punctuation make no difference; the telling words are named."""
    heard = ears.listen(text)

    assert heard is not None
    assert (heard.what, heard.how) == (OUT, "wording")
    assert heard.said in "stop texting dont text me dejame en paz stop"


def test_only_the_telling_words_are_named(ears: Ears) -> None:
    """What else stands in the message is no part of the explanation."""
    heard = ears.listen("I'm Ana, 31 weeks pregnant and sick of this: stop texting me")

    assert heard == Heard(OUT, "wording", "stop texting")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("remove 610 555 0158 from your list", "remove … from … list"),
        ("take my mother ruth weiss off this text list", "take my … off … list"),
        ("Please take Jane Miller off your list", "take … off … list"),
        ("stop texting my wife anna, texts upset her", "stop texting"),
        ("dont want any of those awful texts", "dont want … texts"),
    ],
)
def test_what_a_patient_puts_between_the_words_is_not_kept(ears: Ears, text: str, said: str) -> None:
    """Whom the wish is about, by name or number, is no part of the explanation: only the pattern's own words are."""
    assert ears.listen(text) == Heard(OUT, "wording", said)


@pytest.mark.parametrize("text", ["", " ", "🙂", "?", "cancel my appointment", "stop taking ibuprofen", "no"])
def test_anything_else_is_a_message(ears: Ears, text: str) -> None:
    """Questions and nothing at all are for the assistant."""
    assert ears.listen(text) is None


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("sounds_like:", "sounds:", "sounds_like"),
        ("words:", "said:", "words"),
        (r"- '\bno more\b", r"- '\bno more\b(", "can't be read"),
        ("words:", "words: [", "valid YAML"),
    ],
)
def test_a_broken_file_is_refused_by_name(data_copy: Path, old: str, new: str, words: str) -> None:
    """A pattern or key that can't be read stops the start, with file and reason."""
    edit(data_copy, opt_out.NAME, old, new)

    with pytest.raises(ContentError, match=words) as refused:
        opt_out.load(data_copy / "sms" / "opt_out.yml")
    assert refused.value.file == opt_out.NAME


def test_the_shipped_file_is_named_as_it_lies() -> None:
    """The name in refusals is where the file is."""
    assert (ROOT / opt_out.NAME).is_file()
