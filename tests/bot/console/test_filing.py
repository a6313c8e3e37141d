"""One click files a question, one click takes it back, and nothing is learned without a click."""

from __future__ import annotations

import re

import pytest
from starlette.applications import Starlette

from bot.settings import ROOT
from bot.store.revisions import Change
from tests.console import Staff, asked

PHRASE = "do you show stretches for hips"


def phrases(at: Staff, label: str) -> list[str]:
    return [example.text for example in at.parts.editor.content.topics[label].examples]


def waiting(at: Staff) -> int:
    return at.get("/staff/questions").text.count("<article")


def undo(at: Staff) -> int:
    newest = at.parts.filings.recent(("added", "covered", "ignored", "wrong", "right", "false_alarm", "followed_up", "missed"))[0]
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


@pytest.mark.parametrize("said", ["call [phone] about (hip) stretches", "/restart my hip stretches {please}"])
def test_a_masked_answer_can_be_put_right(app: Starlette, editor: Staff, said: str) -> None:
    """What was masked or marked in a patient's words is left out of what is learned, and the words stand there to be changed."""
    turn = asked(app, said, "answer", "frequency")
    page = editor.get("/staff/questions/answers").text
    found = re.search(r'<input name="phrase"[^>]* value="([^"]*)"', page)
    assert found

    seen = editor.post("/staff/questions/file", {"turns": turn, "do": "wrong", "label": "faq/stretching", "phrase": found[1]})

    assert (seen.status_code, found[1] in phrases(editor, "faq/stretching")) == (303, True)


def test_an_answer_may_have_been_none_of_ours(app: Starlette, editor: Staff) -> None:
    """One click says that the question was not ours to answer; undone, it waits again."""
    file = "data/nlu/out_of_scope.yml"
    editor.parts.library.save([Change(file, (ROOT / file).read_text(), 0)], "files")
    turn, known = asked(app, PHRASE, "answer", "frequency"), phrases(editor, "out_of_scope")

    editor.post("/staff/questions/file", {"turns": turn, "do": "wrong:out_of_scope", "phrase": PHRASE})
    learned = phrases(editor, "out_of_scope")

    assert learned == [*known, PHRASE]
    assert "not ours to answer</strong>" in editor.get("/staff/questions/answers").text
    assert (undo(editor), phrases(editor, "out_of_scope")) == (303, known)


def test_an_emergency_that_was_missed_is_listed(app: Starlette, editor: Staff) -> None:
    """Its words stand on the page of emergencies with who saw it, no topic learns them, and it can be taken back."""
    turn, before = asked(app, "my calf <b>is</b> hot", "answer", "frequency"), editor.parts.library.version()

    editor.post("/staff/questions/file", {"turns": turn, "do": "missed", "phrase": "my calf <b>is</b> hot"})
    page = editor.get("/staff/questions/emergencies").text
    undone = undo(editor)

    assert ("my calf &lt;b&gt;is" in page, "Not recognised" in page, "Edith" in page) == (True, True, True)
    assert (undone, editor.parts.library.version()) == (303, before)
    assert "Not recognised" not in editor.get("/staff/questions/emergencies").text


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


NEW = {
    "title": "Gift cards",
    "web": "Please call the clinic.",
    "fact_says": "Patients may call the clinic.",
    "fact_who": "Olive",
    "fact_since": "2026-11-01",
    "phrases": "\n".join(f"gift card number {number}" for number in "one two three four five six seven eight".split()),
}


def made_of(at: Staff, turn: int) -> int:
    """A new FAQ out of a question; the number of the filing."""
    at.post("/staff/faqs/save", {**NEW, "turns": turn})
    return at.parts.filings.recent(("new",))[0].id


def test_a_new_faq_is_taken_back(app: Starlette, owner: Staff) -> None:
    """Undone, the question waits again and the FAQ that was made of it is gone."""
    number = made_of(owner, asked(app, PHRASE))

    seen = owner.post("/staff/questions/undo", {"filing": number})

    assert (seen.headers["location"].endswith("done=undone"), waiting(owner)) == (True, 1)
    assert "faq/gift_cards" not in owner.parts.editor.content.topics


def test_a_new_faq_that_somebody_worked_on_stays(app: Starlette, owner: Staff) -> None:
    """Where the FAQ was changed since, undoing leaves it and says so."""
    number = made_of(owner, asked(app, PHRASE))
    owner.parts.editor.switch("faq/gift_cards", False, "Otto")

    seen = owner.post("/staff/questions/undo", {"filing": number}, follow_redirects=True)

    assert ("so it stays" in seen.text, waiting(owner)) == (True, 1)
    assert "faq/gift_cards" in owner.parts.editor.content.topics


def test_a_new_faq_that_is_published_is_switched_off(app: Starlette, owner: Staff) -> None:
    """What patients get already is not forgotten by taking its file away: it is switched off."""
    number = made_of(owner, asked(app, PHRASE))
    publication = owner.parts.publishing.begin("Olive")
    owner.parts.publishing._publications.end(publication, "live", "", {}, b"archive", owner.parts.library.version())

    seen = owner.post("/staff/questions/undo", {"filing": number}, follow_redirects=True)

    assert "switched off" in seen.text
    assert owner.parts.editor.faq("faq/gift_cards").on is False
