"""One click files a question, one click takes it back, and nothing is learned without a click."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette

from tests.console import Staff, asked

PHRASE = "do you show stretches for hips"


def phrases(at: Staff, label: str) -> list[str]:
    return [example.text for example in at.parts.editor.content.topics[label].examples]


def waiting(at: Staff) -> int:
    return at.get("/staff/questions").text.count("<article")


def undo(at: Staff) -> int:
    newest = at.parts.filings.recent(("added", "covered", "ignored", "wrong", "right", "false_alarm", "followed_up"))[0]
    return at.post("/staff/questions/undo", {"filing": newest.id}).status_code


@pytest.mark.parametrize("do", ["added:faq/stretching", "covered:not_covered/price"])
def test_a_question_is_added_and_taken_back(app: Starlette, editor: Staff, do: str) -> None:
    """Added to a topic its words are kept there and it leaves the inbox; undone, both are as before."""
    turn, label = asked(app, PHRASE), do.partition(":")[2]
    before = phrases(editor, label)

    filed = editor.post("/staff/questions/file", {"turns": turn, "do": do, "phrase": PHRASE}).status_code
    learned, left = phrases(editor, label), waiting(editor)

    assert (filed, learned, left) == (303, [*before, PHRASE], 0)
    assert (undo(editor), phrases(editor, label), waiting(editor)) == (303, before, 1)


def test_ignoring_teaches_nothing(app: Starlette, editor: Staff) -> None:
    """Set aside, a question is gone from the inbox and nowhere else; undone it is back."""
    turn, before = asked(app, PHRASE), editor.parts.library.version()

    editor.post("/staff/questions/file", {"turns": turn, "do": "ignored", "phrase": PHRASE})

    assert (waiting(editor), editor.parts.library.version()) == (0, before)
    assert (undo(editor), waiting(editor)) == (303, 1)


@pytest.mark.parametrize("do", ["followed_up", "false_alarm"])
def test_emergencies_are_marked(app: Starlette, editor: Staff, do: str) -> None:
    """An emergency stays on its page with who followed it up, or found it a false alarm."""
    turn = asked(app, "my chest hurts", "emergency", "chest_pain")

    editor.post("/staff/questions/file", {"turns": turn, "do": do})
    page = editor.get("/staff/questions/emergencies").text

    assert (do.replace("_", " ") in page, "Edith" in page) == (True, True)


def test_wrong_answers_teach_the_right_topic(app: Starlette, editor: Staff) -> None:
    """A wrongly answered question becomes a way of asking for the topic it should have been."""
    turn = asked(app, PHRASE, "answer", "frequency")

    editor.post("/staff/questions/file", {"turns": turn, "do": "wrong", "label": "faq/stretching", "phrase": PHRASE})

    assert PHRASE in phrases(editor, "faq/stretching")


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"do": "added", "label": ""}, 422),
        ({"do": "added:faq/none"}, 404),
        ({"do": "added:../../x"}, 404),
        ({"do": "nothing"}, 422),
        ({"do": "added:faq/stretching", "phrase": "[x](y)"}, 422),
        ({"do": "added:faq/stretching", "phrase": "should i stretch", "turns": ""}, 422),
    ],
)
def test_what_does_not_fit_is_refused(app: Starlette, editor: Staff, fields: dict[str, str], status: int) -> None:
    """No topic, an unknown one, or words with markup change nothing, and the question stays."""
    turn, before = asked(app, PHRASE), editor.parts.library.version()

    seen = editor.post("/staff/questions/file", {"turns": turn, "phrase": PHRASE, **fields})

    assert (seen.status_code, editor.parts.library.version(), waiting(editor)) == (status, before, 1)


def test_words_that_stand_there_already_are_no_obstacle(app: Starlette, editor: Staff) -> None:
    """A question that the topic knows word for word is simply filed."""
    turn, before = asked(app, "should i stretch"), editor.parts.library.version()

    seen = editor.post("/staff/questions/file", {"turns": turn, "do": "added:faq/stretching", "phrase": "Should I stretch"})

    assert (seen.status_code, editor.parts.library.version()) == (303, before)
