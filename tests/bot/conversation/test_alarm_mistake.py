"""Words of somebody who was taken for being in danger."""

from __future__ import annotations

import pytest

from bot.conversation.alarm_mistake import joking, means_otherwise


@pytest.mark.parametrize(
    ("urgent", "text"),
    [
        ("emergency", "no no its not an emergency, my back just burns"),
        ("emergency", "there is no emergency"),
        ("head_injury", "that was 2 yrs ago"),
        ("chest_and_breath", "that was a flu shot"),
        ("ectopic", "im a guy. not pregnant"),
        ("preterm_labour", "she isnt pregnant, just sore"),
        ("bleeding", "No madam I am not bleeding. I ask what they say"),
        ("bleeding", "it was a movie lol"),
        ("violence_at_home", "he told me news lol"),
        ("preeclampsia", "you misunderstood me"),
        ("chest_and_breath", "no es una emergencia"),
    ],
)
def test_who_was_misread_is_believed(urgent: str, text: str) -> None:
    """Said plainly, in whatever words."""
    assert means_otherwise(text, urgent)


@pytest.mark.parametrize(
    ("urgent", "text"),
    [
        ("emergency", "is this not an emergency"),
        ("emergency", "so its not an emergency?"),
        ("emergency", "why is it no emergency"),
        ("stroke_and_seizure", "had one 2 years ago and its back now"),
        ("ectopic", "im not pregnant i think"),
        ("bleeding", "its not bleeding heavily"),
        ("bleeding", "not bleeding anymore"),
        ("chest_and_breath", "just sore i think"),
        ("head_injury", "baby's moving plenty"),
        ("preterm_labour", "they said it would be years"),
        ("ectopic", "i had an ectopic 2 years ago"),
        ("clot", "i had a dvt in 2019"),
        ("overdose_poisoning", "no emergency yet"),
        ("chest_and_breath", "it was at my blood test when it started"),
        ("stroke_and_seizure", "it was in 2024 the first one"),
        ("waters_broken", "im a man asking for my wife"),
        ("stroke_and_seizure", "at first i thought he was joking"),
        ("allergic_reaction", "i meant my throat"),
        ("chest_and_breath", "im not joking"),
        ("chest_and_breath", "you misunderstood its my heart"),
        ("fever_with_pain", "my husband says its not an emergency"),
        ("postpartum", "nobody is in danger if i leave her in the bath"),
        ("baby_moving_less", "hes a boy and hes quiet"),
        ("preterm_labour", "i was never expecting this pain"),
        ("preterm_labour", "im no longer pregnant with twins just one"),
        ("bleeding", "i am not bleeding i am gushing"),
        ("overdose_poisoning", "it was a joke, his friends gave him the pills"),
    ],
)
def test_doubt_is_no_denial(urgent: str, text: str) -> None:
    """Nor is a question, nor what goes on, nor a lesser degree of it."""
    assert not means_otherwise(text, urgent)


@pytest.mark.parametrize(
    ("text", "played"),
    [
        ("JK means joking lol", True),
        ("i mean at the clinic lol. in your waiting room", True),
        ("im not joking", False),
        ("just kidding, i'm doing it tonight", False),
        ("i mean at the bridge", False),
        ("i meant it", False),
        ("my life is a joke", False),
        ("everyone thinks im joking", False),
        ("i tried it 3 years ago", False),
        ("not an emergency, nobody will notice", False),
    ],
)
def test_a_joke_about_dying_is_known_by_few_words(text: str, played: bool) -> None:
    """A past attempt is the gravest of signs, and never an excuse."""
    assert joking(text) == played
