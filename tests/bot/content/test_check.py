"""Each refusal of the check, from a copy of data/ broken in one place."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import content
from bot.content.sms_text import length
from tests.broken_content import ANSWERS, CITES, CONDITION, EIGHTH, FACT_CASES, SECOND, SMS, SMS_SAYS, UNREAD, VARIANT
from tests.small_content import FACTS, TOPIC, TOPIC_TEXT, edit, line_of, refusals, write


def test_sound_content_is_not_refused(small: Path) -> None:
    """What every other test here breaks is sound before it is broken."""
    assert refusals(small) == []


@pytest.mark.parametrize("name", ANSWERS)
def test_broken_topic_is_refused(small: Path, name: str) -> None:
    """Each break of a topic is refused with its file, its line and what to do, and nothing else is."""
    old, new, where, words = ANSWERS[name]
    edit(small, TOPIC, old, new)
    [(file, line, what)] = refusals(small)

    assert (file, line) == (TOPIC, line_of(small, TOPIC, where))
    assert words in what


@pytest.mark.parametrize("name", FACT_CASES)
def test_broken_fact_is_refused(small: Path, name: str) -> None:
    """A fact that can't be traced or filled in is refused with its file and line."""
    old, new, where, words = FACT_CASES[name]
    edit(small, FACTS, old, new)
    found = [(line, what) for file, line, what in refusals(small) if file == FACTS]

    assert [line for line, _ in found] == [line_of(small, FACTS, where)]
    assert words in found[0][1]


@pytest.mark.parametrize("name", UNREAD)
def test_what_is_served_from_elsewhere_is_checked_too(small: Path, name: str) -> None:
    """Rasa reads every YAML file under data/, the edge its replies: what breaks there is refused by its file."""
    file, text = UNREAD[name]
    write(small, file, f"responses:\n{text}" if text is SECOND else text)

    assert file in {refusal[0] for refusal in refusals(small)}


def test_missing_reply_is_refused(small: Path) -> None:
    """A reply that the program needs and can't find is refused by its name."""
    edit(small, "data/replies/edge.yml", "  first_contact:", "  first_contract:")

    assert any("first_contact" in what for _, _, what in refusals(small))


def test_topic_without_answer_is_refused(small: Path) -> None:
    """A topic with questions and no answer is refused: Rasa would say nothing at all."""
    write(small, TOPIC, TOPIC_TEXT[TOPIC_TEXT.index("nlu:") :])

    assert refusals(small) == [(TOPIC, 1, "there is no answer: add `responses:` with utter_faq/stretching.")]


def test_question_under_two_topics_is_refused(small: Path) -> None:
    """The same question under two topics is refused, however it is spelt, with both places named."""
    bending = TOPIC_TEXT.replace("faq/stretching", "faq/bending").replace("should i stretch", "Should  I STRETCH?!")
    write(small, "data/faq/bending.yml", bending)
    lines = [number for number, line in enumerate(bending.splitlines(), 1) if line.startswith("      - ")]

    assert [refusal[:2] for refusal in refusals(small)] == [(TOPIC, line) for line in lines]
    assert all(f"in data/faq/bending.yml, line {line}: keep one" in what for _, line, what in refusals(small))


def test_different_emoji_are_different_questions(small: Path) -> None:
    """A thumb and a pair of hands are two messages, though neither holds a word."""
    edit(small, TOPIC, EIGHTH, f"{EIGHTH}      - 👍\n      - 🙏\n")

    assert refusals(small) == []


def test_shipped_topic_needs_forty_questions(small: Path) -> None:
    """The topics that shipped keep at least 40 ways of asking."""
    file = "data/faq/frequency.yml"
    lines = (small.parent / file).read_text().splitlines()
    start = lines.index("    examples: |") + 1
    write(small, file, "\n".join(lines[: start + 39]))
    [(_, line, what)] = refusals(small)

    assert (line, what) == (start + 1, "Too few ways of asking (39 of 40): add more.")

    write(small, file, "\n".join(lines[: start + 40]))

    assert refusals(small) == []


def test_variant_with_its_sms_twin_is_sound(small: Path) -> None:
    """A variant may stand where a text message has one on the same condition."""
    edit(small, TOPIC, f"    {SMS}", f"{VARIANT}{CONDITION}      channel: sms\n      {SMS_SAYS}\n    {SMS}")

    assert refusals(small) == []


@pytest.mark.parametrize(("spare", "expected"), [(0, 0), (-1, 1)])
def test_sms_leaves_room_for_the_first_contact_line(small: Path, spare: int, expected: int) -> None:
    """A wording and the first-contact line above it fill two segments to the last place, and no more."""
    room = 306 - length(content.load(small).reply("first_contact", "sms")) - len("\n")
    edit(small, TOPIC, SMS_SAYS, f"text: {'x' * (room - spare)}\n      {CITES}")

    assert len(refusals(small)) == expected


def test_sms_is_counted_as_it_is_billed(small: Path) -> None:
    """A sign of two places that would be cut in two goes into the next segment, so the text that just fitted takes three."""
    room = 306 - length(content.load(small).reply("first_contact", "sms")) - len("\n")
    text = "x" * (room - 154) + "€" + "x" * 152
    edit(small, TOPIC, SMS_SAYS, f"text: {text}\n      {CITES}")

    assert [what[:30] for _, _, what in refusals(small)] == ["too long for a text message (2"]


def test_placeholder_counts_as_what_it_stands_for(small: Path) -> None:
    """A text message is measured as patients get it."""
    edit(small, FACTS, "value: www.example.org/stretch", f"value: www.example.org/{'s' * 300}")
    edit(small, TOPIC, SMS_SAYS, "text: See {stretch_page}.\n      metadata: {facts: [stretch-page]}")

    assert [what[:30] for _, _, what in refusals(small)] == ["too long for a text message (3"]


def test_a_sentence_that_answers_says_no_more_than_the_facts(data_copy: Path) -> None:
    """Also where it stands among the replies: a figure that no fact has is refused by name."""
    path = data_copy / "replies" / "particulars.yml"
    path.write_text(path.read_text().replace("over 380 pregnant women", "over 390 pregnant women"))

    found = content.check(content.load(data_copy))

    assert {problem.file for problem in found} == {"data/replies/particulars.yml"}
    assert ("ungrounded_number", "390") in {(each.complaint.kind, each.complaint.named.get("said")) for each in found}
